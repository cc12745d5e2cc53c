package claims

import (
	"fmt"
	"math/big"
	"math/rand/v2"
	"strings"
	"testing"

	"apr/internal/number"
	"apr/regs/claims/exact"
	"apr/regs/claims/facts"
)

// longThing is an indicator, or a local measure, that a long sentence speaks of.
type longThing struct {
	name         string
	plural       bool
	now, before  facts.Value
	year, behind string // of the two
}

// plainLongs makes long sentences, of two to four figures, on some of which the data say nothing.
type plainLongs struct {
	r      *rand.Rand
	things []longThing
	money  *plainMoney
}

func plainLongsOf(f *facts.Facts) *plainLongs {
	l := &plainLongs{money: plainMoneyOf(f)}
	year, behind := facts.YearName(f.Year), facts.YearName(f.Year-1)
	for _, s := range plainSeriesOf(f) {
		n := len(s.values) - 1
		l.things = append(l.things, longThing{s.name, s.plural, s.values[n], s.values[n-1], year, behind})
	}
	for _, m := range plainMeasuresOf(f) {
		if n := len(m.values) - 1; n > 0 && m.values[n].Exact.Cmp(m.values[n-1].Exact) != 0 && m.counted == "" && !strings.HasPrefix(m.values[n].Display, "£") {
			l.things = append(l.things, longThing{m.name, m.plural, m.values[n], m.values[n-1], year, behind})
		}
	}
	return l
}

func (l *plainLongs) pick(all ...string) string { return all[l.r.IntN(len(all))] }

// near is a figure near another one: that of something that the data don't have, or a wrong one.
func (l *plainLongs) near(v facts.Value, hundredths int64) string {
	shown := figureOf(v)
	digits, unit := shown, ""
	if i := strings.IndexAny(shown, "% "); i >= 0 {
		digits, unit = shown[:i], shown[i:]
	}
	_, fraction, _ := strings.Cut(digits, ".")
	return number.FormatRat(new(big.Rat).Mul(v.Exact, exact.Rat(hundredths, 100)), len(fraction)) + unit
}

// sentence is a long one, with one thing wrong where turned.
func (l *plainLongs) sentence(turned bool) string {
	o, p := l.things[l.r.IntN(len(l.things))], l.things[l.r.IntN(len(l.things))]
	if o.now.Exact.Cmp(p.now.Exact) == 0 || o.now.Display == o.before.Display || p.now.Display == p.before.Display {
		return ""
	}
	wrong := -1
	if turned {
		wrong = l.r.IntN(2)
	}
	begins := strings.ToUpper(o.name[:1]) + o.name[1:]
	either := func(plural, singular string) string {
		if o.plural {
			return plural
		}
		return singular
	}
	was, it := either("were", "was"), either("they", "it")
	moved := func(t longThing, turned bool) string {
		if (t.now.Exact.Cmp(t.before.Exact) > 0) != turned {
			return l.pick("rose", "went up", "increased")
		}
		return l.pick("fell", "came down", "dropped")
	}
	figure := func(v facts.Value, turned bool) string {
		if turned {
			return l.near(v, []int64{70, 85, 113, 130}[l.r.IntN(4)])
		}
		return figureOf(v)
	}
	rose, now := moved(o, wrong == 0), figure(o.now, wrong == 1)
	other := l.near(o.now, []int64{82, 87, 109, 116, 121}[l.r.IntN(5)])
	share := l.pick("7%", "18%", "34%", "41%", "53%", "67%")
	some := l.pick("the people who wrote to us", "those asked", "staff who replied", "new patients")
	did := l.pick("had waited too long", "lived alone", "came back within a month", "wanted more help")
	group := l.pick("among people who live alone", "at weekends", "on the medical wards", "in the pilot", "before the new service opened", "in January alone", "under the old definition")
	then := l.pick("when the board was set up", "in 2015/16", "ten years ago", "at the half-year")
	switch l.r.IntN(16) {
	case 0:
		return fmt.Sprintf("%s %s to %s, %s %s.", begins, rose, now, other, group)
	case 1:
		return fmt.Sprintf("%s %s to %s, where %s of %s %s.", begins, rose, now, share, some, did)
	case 2:
		return fmt.Sprintf("%s %s to %s (%s %s).", begins, rose, now, other, group)
	case 3:
		return fmt.Sprintf("%s %s to %s, compared with %s %s.", begins, rose, now, other, group)
	case 4:
		return fmt.Sprintf("%s %s to %s, having been %s %s.", begins, rose, now, other, then)
	case 5:
		return fmt.Sprintf("%s %s to %s – %s of them %s – in %s.", begins, rose, now, share, group, o.year)
	case 6:
		return fmt.Sprintf("%s %s to %s, %s %s %s.", begins, rose, now, l.pick("while", "whereas", "although"), l.pick(share+" of "+some, "a third of "+some), did)
	case 7:
		return fmt.Sprintf("%s %s to %s, of which %s %s.", begins, rose, now, share, did)
	case 8:
		return fmt.Sprintf("%s of %s %s, and %s %s to %s.", share, some, did, o.name, rose, now)
	case 9:
		return fmt.Sprintf("%s %s to %s, and we expect %s to be %s by March 2027.", begins, rose, now, either("them", "it"), other)
	case 10:
		return fmt.Sprintf("%s %s to %s, and %s %s to %s.", begins, rose, now, p.name, moved(p, false), figureOf(p.now))
	case 11:
		return fmt.Sprintf("%s %s to %s, not unlike %s, which %s to %s.", begins, rose, now, p.name, moved(p, false), figureOf(p.now))
	case 12:
		return fmt.Sprintf("%s %s to %s in %s, from %s in %s; %s of %s %s.", begins, rose, now, o.year, figureOf(o.before), o.behind, share, some, did)
	case 13:
		return fmt.Sprintf("%s %s to %s, ranging from %s to %s from month to month.", begins, rose, now, l.near(o.now, 91), l.near(o.now, 108))
	case 14:
		return fmt.Sprintf("%s, which %s %s %s, %s to %s.", begins, was, other, then, rose, now)
	default:
		return fmt.Sprintf("%s %s to %s, although %s %s %s %s.", begins, rose, now, it, was, other, group)
	}
}

// account is a long sentence about money, with one thing wrong where turned.
func (l *plainLongs) account(turned bool) string {
	m := l.money
	m.r = l.r
	s, year := m.of(m.services), m.f.Year
	v := m.varied(s, year)
	went := "underspent"
	if (v.Sign() < 0) != turned {
		went = "overspent"
	}
	size, spent := m.pounds(new(big.Rat).SetInt(v), false), m.pounds(m.spent(s, year), false)
	name := low(s)
	begins := strings.ToUpper(name[:1]) + name[1:]
	part := m.pounds(new(big.Rat).Mul(new(big.Rat).SetInt(v), exact.Rat(8, 10)), false)
	other := m.pounds(new(big.Rat).Mul(m.spent(s, year), exact.Rat(9, 10)), false)
	use := l.pick("agency staff", "the pay award", "transport", "contracts with providers")
	switch l.r.IntN(8) {
	case 0:
		return fmt.Sprintf("%s %s by %s, although %s of that was known in April.", begins, went, size, part)
	case 1:
		return fmt.Sprintf("%s %s by %s and cost %s, of which %s was for %s.", begins, went, size, spent, other, use)
	case 2:
		return fmt.Sprintf("%s, for which %s was asked, %s by %s.", begins, other, went, size)
	case 3:
		return fmt.Sprintf("%s %s by %s, compared with %s at the half-year.", begins, went, size, part)
	case 4:
		return fmt.Sprintf("%s %s by %s, and %s has been budgeted for 2026/27.", begins, went, size, other)
	case 5:
		return fmt.Sprintf("%s %s by %s, %s of it in the last quarter.", begins, went, size, part)
	case 6:
		return fmt.Sprintf("We spent %s on %s, including %s for %s, and it %s by %s.", spent, name, other, use, went, size)
	default:
		return fmt.Sprintf("%s %s by %s, while the housing revenue account came to %s.", begins, went, size, other)
	}
}

// TestLongSentences: of what the data don't have no figure is contradicted, wherever it stands in a long sentence, and a wrong
// one of the data is found beside it.
func TestLongSentences(t *testing.T) {
	rounds := 300
	if testing.Short() {
		rounds = 80
	}
	for _, dir := range []string{onCarrickmoor, onArdenmuir} {
		p := textsOf(t, dir)
		l := plainLongsOf(p.facts)
		for _, turned := range []bool{false, true} {
			l.r = rand.New(rand.NewPCG(41, uint64(len(dir))))
			tried, confirmed, contradicted := p.readEach(t, "regulation-10.sections[0].text", rounds, turned, func() string {
				if l.r.IntN(4) == 0 {
					return l.account(turned)
				}
				return l.sentence(turned)
			})
			if turned && contradicted*100 < 80*tried || !turned && confirmed*100 < 90*tried {
				t.Errorf("%s, turned %t: %d sentences: %d confirmed, %d contradicted", p.facts.Authority, turned, tried, confirmed, contradicted)
			}
		}
	}
}
