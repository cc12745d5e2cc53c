package claims

import (
	"fmt"
	"math/big"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"apr/regs/claims/exact"
	"apr/regs/claims/facts"
)

// A plainMeasure is a local measure as a sentence speaks of it: its values and its target, and what the localities have.
type plainMeasure struct {
	name    string
	plural  bool
	percent bool
	better  int
	values  []facts.Value
	first   int
	target  facts.Value
	there   map[string]facts.Value // by locality, of a measure that counts
	counted string                 // what is counted
}

// plainMeasureNames are names that people have for local measures, by code, and "+" where they are plural; behind a colon is
// what a measure counts.
var plainMeasureNames = map[string]string{
	"CM01": "the number of people waiting for care at home:people waiting for care at home",
	"CM02": "the share of people seen by a link worker within three weeks",
	"CM03": "the average wait for an adult carer support plan",
	"CM04": "the number of adult carer support plans made",
	"CM05": "the proportion of adult protection inquiries completed in time",
	"CM07": "sickness absence", "CM09": "the vacancy rate", "CM11": "the savings made in the year+",
	"CM08": "the proportion of people seen by alcohol and drug services within three weeks",
	"CM14": "the average stay in temporary accommodation",
	"MSG3": "attendances at emergency departments+", "MSG4": "the number of delayed bed days:delayed bed days",
	"MSG6": "the proportion of people aged 65 or over who live at home",
	"AM1":  "the number of children looked after away from home:children looked after away from home",
	"AM2":  "the share of children with a developmental concern", "AM4": "the share of support plans offered within eight weeks",
	"AM5": "the sickness absence of staff",
}

// plainMeasuresOf are the measures of a project.
func plainMeasuresOf(f *facts.Facts) (all []plainMeasure) {
	for _, t := range f.Things {
		name, known := plainMeasureNames[t.Code]
		if t.Kind != facts.Measure || !known {
			continue
		}
		m := plainMeasure{better: t.Better, percent: t.Unit == facts.Percent, there: map[string]facts.Value{}}
		name, m.counted, _ = strings.Cut(name, ":")
		m.name, m.plural = strings.TrimSuffix(name, "+"), strings.HasSuffix(name, "+")
		for y := f.First; y <= f.Year; y++ {
			if v, ok := f.At(t, facts.FaceValue, facts.Own, y); ok {
				if m.values == nil {
					m.first = y
				}
				m.values = append(m.values, v)
			}
		}
		m.target, _ = f.At(t, facts.FaceTarget, facts.Own, f.Year)
		for _, l := range f.Things {
			if v, ok := f.At(t, facts.FaceValue, l.ID, f.Year); ok && l.Group == "locality" {
				m.there[l.Title] = v
			}
		}
		all = append(all, m)
	}
	return all
}

// figureOf is a value as a sentence has it, without what a measure counts.
func figureOf(v facts.Value) string {
	word, unit, _ := strings.Cut(v.Display, " ")
	if unit == "days" || unit == "weeks" {
		return word + " " + unit
	}
	return word
}

// measureSentence is a sentence about a measure, of which one thing is wrong where turned; "" where the measure gives none of
// its form.
func measureSentence(r *rand.Rand, m plainMeasure, turned bool) string {
	pick := func(all ...string) string { return all[r.IntN(len(all))] }
	either := func(is bool, yes, no string) string {
		if is {
			return yes
		}
		return no
	}
	last := len(m.values) - 1
	i := r.IntN(last)
	now, before, then := m.values[last].Exact, m.values[last-1].Exact, m.values[i].Exact
	if now.Cmp(before) == 0 || now.Cmp(then) == 0 || m.target.Exact == nil {
		return ""
	}
	year := func(i int) string { return facts.YearName(m.first + i) }
	begins := strings.ToUpper(m.name[:1]) + m.name[1:]
	was, has, its := either(m.plural, "were", "was"), either(m.plural, "have", "has"), either(m.plural, "their", "its")
	rose := (now.Cmp(before) > 0) != turned
	met := (now.Cmp(m.target.Exact) != -m.better) != turned
	v, goal := figureOf(m.values[last]), figureOf(m.target)
	side := now.Cmp(m.target.Exact)
	high, low := true, true
	for _, o := range m.values[:last] {
		high, low = high && now.Cmp(o.Exact) > 0, low && now.Cmp(o.Exact) < 0
	}
	word := pick("highest", "lowest")
	extreme := (word == "highest") == high && high != low
	run := 0 // the years before the last change in which it went the other way each time
	for k := last - 1; k > 0 && m.values[k].Exact.Cmp(m.values[k-1].Exact) == before.Cmp(now); k-- {
		run++
	}
	switch r.IntN(12) {
	case 0:
		return fmt.Sprintf("%s (%s) %s %s target (%s).", begins, v, either(met, pick("met", "reached"), pick("missed", "fell short of", "did not meet")), its, goal)
	case 1:
		return fmt.Sprintf("%s %s %s target (%s against %s).", begins, either(met, "met", "missed"), its, v, goal)
	case 2:
		return fmt.Sprintf("%s of %s %s the target of %s.", begins, v, either(met, "met", "missed"), goal)
	case 3:
		return fmt.Sprintf("%s %s %s to %s.", begins, has, either(rose, pick("risen", "gone up", "increased"), pick("fallen", "come down", "decreased")), v)
	case 4:
		return fmt.Sprintf("Since %s, %s %s %s from %s to %s.", year(i), m.name, has, either((now.Cmp(then) > 0) != turned, pick("risen", "gone up"), pick("fallen", "come down")), figureOf(m.values[i]), v)
	case 5:
		if run < 2 {
			return ""
		}
		return fmt.Sprintf("%s, which had %s each year since %s, %s from %s to %s.", begins, either((now.Cmp(before) < 0) != turned, "risen", "fallen"), year(last-1-run), either(now.Cmp(before) < 0, pick("fell back", "came down"), "rose"), figureOf(m.values[last-1]), v)
	case 6:
		if extreme == turned || last < 5 {
			return ""
		}
		return fmt.Sprintf("%s %s %s, the %s %s.", begins, was, v, word, pick("in the six years reported", "in six years", "figure of the six years"))
	case 7:
		if !turned || extreme || last < 5 {
			return ""
		}
		return fmt.Sprintf("%s %s %s than in any %s.", begins, was, either(word == "highest", "higher", "lower"), pick("previous year", "earlier year", "of the five years before"))
	case 8:
		if side == 0 || !m.percent {
			return ""
		}
		gap := new(big.Rat).Abs(new(big.Rat).Sub(now, m.target.Exact))
		if turned {
			gap.Add(gap, exact.Rat(int64(2+r.IntN(3)), 1))
		}
		return fmt.Sprintf("At %s, %s %s %s points %s the target.", v, m.name, was, gap.FloatString(1), either(side > 0, "above", "below"))
	case 9:
		return fmt.Sprintf("%s %s %s, %s %s %s.", begins, was, v, either(rose, "up", "down")+" from", figureOf(m.values[last-1]), pick("the year before", "in "+year(last-1)))
	case 10:
		return localitySentence(r, m, turned)
	default:
		return fmt.Sprintf("%s %s %s on the year before.", begins, was, either(rose, "higher", "lower"))
	}
}

// localitySentence is a sentence about what the localities have of what a measure counts.
func localitySentence(r *rand.Rand, m plainMeasure, turned bool) string {
	if m.counted == "" || len(m.there) < 2 {
		return ""
	}
	var names []string
	for name := range m.there {
		names = append(names, name)
	}
	slices.SortFunc(names, func(a, b string) int { return m.there[b].Exact.Cmp(m.there[a].Exact) })
	one := r.IntN(len(names))
	other := (one + 1 + r.IntN(len(names)-1)) % len(names)
	of := one
	if turned {
		of = other
	}
	whole := figureOf(m.values[len(m.values)-1])
	switch r.IntN(5) {
	case 0:
		return fmt.Sprintf("Of the %s %s, %s were in %s.", whole, m.counted, figureOf(m.there[names[of]]), names[one])
	case 1:
		return fmt.Sprintf("%s accounted for %s of the %s %s.", names[one], figureOf(m.there[names[of]]), whole, m.counted)
	case 2:
		top := 0
		if turned {
			top = 1 + r.IntN(len(names)-1)
		}
		return fmt.Sprintf("Of our localities, %s had the most %s.", names[top], m.counted)
	case 3:
		part := new(big.Rat).Quo(m.there[names[one]].Exact, m.values[len(m.values)-1].Exact)
		part.Mul(part, exact.Rat(100, 1))
		if turned {
			part.Add(part, exact.Rat(9, 1))
		}
		return fmt.Sprintf("%s had %s %s, %s%% of the total.", names[one], figureOf(m.there[names[one]]), m.counted, part.FloatString(0))
	default:
		more := (m.there[names[one]].Exact.Cmp(m.there[names[other]].Exact) > 0) != turned
		return fmt.Sprintf("%s had %s %s than %s.", names[one], map[bool]string{true: "more", false: "fewer"}[more], m.counted, names[other])
	}
}

// TestPlainMeasureSentences: plain sentences about local measures, their targets and the localities are never contradicted; with
// one thing wrong, most are.
func TestPlainMeasureSentences(t *testing.T) {
	rounds := 900
	if testing.Short() {
		rounds = 60
	}
	for _, dir := range []string{onCarrickmoor, onArdenmuir} {
		p := plainTextsOf(t, dir)
		measures := plainMeasuresOf(p.facts)
		if len(measures) < 6 {
			t.Fatalf("%s has %d measures", dir, len(measures))
		}
		for _, turned := range []bool{false, true} {
			r := rand.New(rand.NewPCG(29, uint64(len(dir))))
			tried, confirmed, contradicted := p.readEach(t, "regulation-3/outcomes[1].assessment", rounds, turned, func() string {
				return measureSentence(r, measures[r.IntN(len(measures))], turned)
			})
			if !turned && confirmed < tried*19/20 || turned && contradicted < tried*19/20 {
				t.Errorf("%s, turned %v: of %d sentences %d are confirmed and %d contradicted; at least 19 in 20 should be", dir, turned, tried, confirmed, contradicted)
			}
		}
	}
}

// TestJoinedMeasureSentences: two plain sentences about measures, joined into one, are hardly ever contradicted.
func TestJoinedMeasureSentences(t *testing.T) {
	rounds := 400
	if testing.Short() {
		rounds = 60
	}
	for _, dir := range []string{onCarrickmoor, onArdenmuir} {
		p := plainTextsOf(t, dir)
		measures := plainMeasuresOf(p.facts)
		r := rand.New(rand.NewPCG(30, uint64(len(dir))))
		p.readJoined(t, "regulation-3/outcomes[1].assessment", rounds, 100, func() string {
			a, b := measureSentence(r, measures[r.IntN(len(measures))], false), measureSentence(r, measures[r.IntN(len(measures))], false)
			if a == "" || b == "" {
				return ""
			}
			begins := []string{"", "In short, ", "At the same time, ", "Members should note that "}[r.IntN(4)]
			joint := []string{", while ", ", and ", "; ", ", whereas ", ", but ", ". "}[r.IntN(6)]
			for _, s := range []*string{&a, &b} {
				if first, _, _ := strings.Cut(*s, " "); areaNamed(p.facts, first) || s == &a && begins == "" || s == &b && joint == ". " {
					continue
				}
				*s = strings.ToLower((*s)[:1]) + (*s)[1:]
			}
			return begins + strings.TrimSuffix(a, ".") + joint + b
		})
	}
}

// areaNamed reports whether a word begins the name of a locality.
func areaNamed(f *facts.Facts, word string) bool {
	return slices.ContainsFunc(f.Things, func(t *facts.Thing) bool { return t.Group == "locality" && strings.HasPrefix(t.Title, word) })
}
