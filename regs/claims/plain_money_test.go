package claims

import (
	"fmt"
	"math/big"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"apr/internal/wording"
	"apr/regs/claims/exact"
	"apr/regs/claims/facts"
)

// plainMoney makes plain sentences about a project's account.
type plainMoney struct {
	r *rand.Rand
	f *facts.Facts
	// total is the whole; services are those that were clearly over or under their budgets.
	total                                   *facts.Thing
	services, matters, localities, partners []*facts.Thing
}

func plainMoneyOf(f *facts.Facts) *plainMoney {
	m := &plainMoney{f: f}
	for _, t := range f.Things {
		switch {
		case t.ID == "total":
			m.total = t
		case t.Group == "matter":
			m.matters = append(m.matters, t)
		case t.Group == "locality":
			m.localities = append(m.localities, t)
		case t.Group == "partner":
			m.partners = append(m.partners, t)
		case t.Group == "service" && !strings.Contains(t.Title, "("):
			if v := m.varied(t, f.Year); v.CmpAbs(big.NewInt(100_000)) > 0 && !strings.Contains(t.Title, ",") {
				m.services = append(m.services, t)
			}
		}
	}
	return m
}

// varied is an under- or overspend in whole pounds.
func (m *plainMoney) varied(t *facts.Thing, year int) *big.Int {
	v, _ := m.f.At(t, facts.FaceVariance, facts.Own, year)
	return new(big.Int).Quo(v.Exact.Num(), v.Exact.Denom())
}

func (m *plainMoney) spent(t *facts.Thing, year int) *big.Rat {
	v, _ := m.f.At(t, facts.FaceSpend, facts.Own, year)
	return v.Exact
}

func (m *plainMoney) pick(all ...string) string { return all[m.r.IntN(len(all))] }

// pounds is the size of an amount in words, or a clearly wrong one.
func (m *plainMoney) pounds(v *big.Rat, wrong bool) string {
	if wrong {
		v = new(big.Rat).Mul(v, exact.Rat(15, 10))
	}
	return facts.DisplayOf(new(big.Rat).Abs(v), facts.FaceSpend)
}

// of is a member of a list.
func (m *plainMoney) of(list []*facts.Thing) *facts.Thing { return list[m.r.IntN(len(list))] }

// low is the name of a service within a sentence.
func low(t *facts.Thing) string {
	if strings.HasPrefix(t.Title, "GP") {
		return t.Title
	}
	return strings.ToLower(t.Title[:1]) + t.Title[1:]
}

// sentence is one with one thing wrong where turned; "" where the account gives none of its form.
func (m *plainMoney) sentence(turned bool) string {
	year, last := m.f.Year, m.f.Year-1
	over := func(v *big.Int, yes, no string) string {
		if (v.Sign() < 0) != turned {
			return yes
		}
		return no
	}
	s, all := m.of(m.services), m.varied(m.total, year)
	v := m.varied(s, year)
	size := m.pounds(new(big.Rat).SetInt(v), false)
	y := m.f.First + m.r.IntN(year-m.f.First+1)
	whole := m.pounds(new(big.Rat).SetInt(all), false)
	switch m.r.IntN(17) {
	case 0:
		return fmt.Sprintf("%s %s %s %s budget, while the year went on.", m.pick("Vacancies left", "Demand left", "The winter left"), low(s), size, over(v, "over", "under"))
	case 1:
		return fmt.Sprintf("%s%s %s by %s.", m.pick("", "Members should note that ", "In short, "), low(s), over(v, "overspent", "underspent"), size)
	case 2:
		return fmt.Sprintf("We spent %s %s than we %s in %s.", whole, over(all, "more", "less"), m.pick("planned", "had planned", "planned to spend"), facts.YearName(year))
	case 3:
		return fmt.Sprintf("%s %s was spent than %s.", whole, over(all, "more", "less"), m.pick("planned", "had been planned", "budgeted"))
	case 4:
		return fmt.Sprintf("%s %s than %s in %s.", m.pick("We spent", "The board spent"), over(m.varied(m.total, y), "more", "less"), m.pick("planned", "our partners gave us"), facts.YearName(y))
	case 5:
		list := []*facts.Thing{s}
		for _, o := range m.services {
			if o != s && m.varied(o, year).Sign() == v.Sign() && len(list) < 3 {
				list = append(list, o)
			}
		}
		if len(list) < 2 {
			return ""
		}
		sum, names := new(big.Rat), []string{}
		for _, t := range list {
			sum.Add(sum, new(big.Rat).SetInt(m.varied(t, year)))
			names = append(names, low(t))
		}
		what := map[bool]string{true: "overspends", false: "underspends"}[v.Sign() < 0]
		return fmt.Sprintf("%s in %s came to %s%s.", strings.ToUpper(what[:1])+what[1:], wording.List(names), m.pick("", "a combined "), m.pounds(sum, turned))
	case 6:
		return fmt.Sprintf("%s in the %d localities %s %s.", m.pick("Spend", "Spending"), len(m.localities), m.pick("adds up to", "came to", "totalled"), m.pounds(m.spent(m.total, year), turned))
	case 7:
		a, b := m.partners[0], m.partners[1]
		more := m.varied(a, year).CmpAbs(m.varied(b, year)) > 0
		return fmt.Sprintf("Services of %s overspent by %s, %s than those of %s.", a.Title, m.pounds(new(big.Rat).SetInt(m.varied(a, year)), false), map[bool]string{true: "more", false: "less"}[more != turned], b.Title)
	case 8:
		a, b := m.partners[0], m.partners[1]
		more := m.spent(a, year).Cmp(m.spent(b, year)) > 0
		return fmt.Sprintf("%s was spent %s %s than by %s.", map[bool]string{true: "More", false: "Less"}[more != turned], m.pick("by", "through"), a.Title, b.Title)
	case 9:
		o := m.of(m.matters)
		a, okA := m.f.At(o, facts.FaceShare, facts.Own, m.f.First)
		b, okB := m.f.At(o, facts.FaceShare, facts.Own, year)
		if !okA || !okB || new(big.Rat).Sub(a.Exact, b.Exact).Cmp(new(big.Rat)) == 0 || facts.SameShown(a, b) {
			return ""
		}
		return fmt.Sprintf("The proportion spent on %s has %s since %s.", low(o), map[bool]string{true: "risen", false: "fallen"}[(b.Exact.Cmp(a.Exact) > 0) != turned], facts.YearName(m.f.First))
	case 10:
		o := m.of(m.localities)
		a, _ := m.f.At(o, facts.FaceShare, facts.Own, m.f.First)
		b, _ := m.f.At(o, facts.FaceShare, facts.Own, year)
		if a.Exact == nil || facts.SameShown(a, b) {
			return ""
		}
		return fmt.Sprintf("%s's share of the money is %s than it was in %s.", o.Title, map[bool]string{true: "higher", false: "lower"}[(b.Exact.Cmp(a.Exact) > 0) != turned], facts.YearName(m.f.First))
	case 11:
		a, b := m.localities[0], m.localities[1]
		va, _ := m.f.At(a, facts.FacePerHead, facts.Own, year)
		vb, _ := m.f.At(b, facts.FacePerHead, facts.Own, year)
		if va.Exact == nil || facts.SameShown(va, vb) {
			return ""
		}
		return fmt.Sprintf("%s, more was spent in %s than in %s.", m.pick("For each person who lives there", "Per head"), map[bool]string{true: a.Title, false: b.Title}[(va.Exact.Cmp(vb.Exact) > 0) != turned], map[bool]string{true: b.Title, false: a.Title}[(va.Exact.Cmp(vb.Exact) > 0) != turned])
	case 12:
		first := m.f.First
		for first < year && m.varied(m.total, first).Sign() > 0 {
			first++
		}
		if turned {
			first++
		}
		return fmt.Sprintf("The board first overspent in %s.", facts.YearName(first))
	case 13:
		lastUnder := year
		for m.varied(m.total, lastUnder).Sign() < 0 {
			lastUnder--
		}
		if turned {
			lastUnder++
		}
		return fmt.Sprintf("The board last ended a year with an underspend in %s.", facts.YearName(lastUnder))
	case 14:
		before := m.varied(m.total, last)
		return fmt.Sprintf("The overspend %s %s.", map[bool]string{true: m.pick("rose to", "grew to"), false: m.pick("fell to", "shrank to")}[(all.CmpAbs(before) > 0) != turned], whole)
	case 15:
		before := m.varied(m.total, last)
		part := exact.PercentChange(new(big.Rat).Abs(new(big.Rat).SetInt(before)), new(big.Rat).Abs(new(big.Rat).SetInt(all)))
		times := "more than half"
		if part.Sign() > 0 && !turned {
			times = "almost " + map[bool]string{true: "twice", false: "four times"}[part.Cmp(exact.Rat(150, 1)) < 0]
		} else if turned {
			times = "half"
		}
		return fmt.Sprintf("Last year's overspend was %s; this year's is %s as large.", m.pounds(new(big.Rat).SetInt(before), false), times)
	default:
		largest := slices.MaxFunc(m.f.Things, func(a, b *facts.Thing) int { return m.serviceSpend(a).Cmp(m.serviceSpend(b)) })
		if turned && largest == s {
			return ""
		}
		if turned {
			largest = s
		}
		return fmt.Sprintf("At %s, %s is the largest single service.", m.pounds(m.spent(largest, year), false), low(largest))
	}
}

// serviceSpend is what was spent on a service, 0 for other things.
func (m *plainMoney) serviceSpend(t *facts.Thing) *big.Rat {
	if t.Group != "service" {
		return new(big.Rat)
	}
	return m.spent(t, m.f.Year)
}

// TestPlainMoney: plain sentences about the account are never contradicted; with one thing wrong, most are.
func TestPlainMoney(t *testing.T) {
	rounds := 1200
	if testing.Short() {
		rounds = 60
	}
	for _, dir := range []string{onCarrickmoor, onArdenmuir} {
		p := plainTextsOf(t, dir)
		m := plainMoneyOf(p.facts)
		if m.total == nil || len(m.services) < 4 || len(m.partners) != 2 || len(m.localities) < 2 {
			t.Fatalf("%s: the account has too little", dir)
		}
		for _, turned := range []bool{false, true} {
			m.r = rand.New(rand.NewPCG(28, uint64(len(dir))))
			tried, _, contradicted := p.readEach(t, "regulation-4/introduction", rounds, turned, func() string {
				sentence := m.sentence(turned)
				if sentence == "" || strings.HasPrefix(sentence, "£") {
					return sentence
				}
				return strings.ToUpper(sentence[:1]) + sentence[1:]
			})
			if turned && contradicted < tried*9/10 {
				t.Errorf("%s: of %d wrong sentences %d are contradicted; at least nine in ten should be", dir, tried, contradicted)
			}
		}
	}
}

// TestJoinedMoney: two plain sentences about the account, joined into one, are hardly ever contradicted.
func TestJoinedMoney(t *testing.T) {
	rounds := 1200
	if testing.Short() {
		rounds = 60
	}
	for _, dir := range []string{onCarrickmoor, onArdenmuir} {
		p := plainTextsOf(t, dir)
		m := plainMoneyOf(p.facts)
		m.r = rand.New(rand.NewPCG(29, uint64(len(dir))))
		p.readJoined(t, "regulation-4/introduction", rounds, 100, func() string {
			a, b := m.sentence(false), m.sentence(false)
			if a == "" || b == "" {
				return ""
			}
			joint := m.pick(", while ", ", and ", "; ", ", whereas ", ", but ", ", although ")
			if strings.HasPrefix(b, "The ") || strings.HasPrefix(b, "We ") || strings.HasPrefix(b, "In ") || strings.HasPrefix(b, "Per ") || strings.HasPrefix(b, "At ") {
				b = strings.ToLower(b[:1]) + b[1:]
			}
			return strings.TrimSuffix(a, ".") + joint + b
		})
	}
}
