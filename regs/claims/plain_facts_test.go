package claims

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strconv"
	"strings"
	"testing"

	"apr/internal/number"
	"apr/regs/claims/facts"
	"apr/regs/claims/language"
)

// factSentence is a sentence about the plan's commitments, the local measures or the people of an area, which
// is wrong in one count or word where turned; "" where the facts give none of its form.
func factSentence(r *rand.Rand, f *facts.Facts, plan *facts.Tally, turned bool) string {
	pick := func(all ...string) string { return all[r.IntN(len(all))] }
	off := func(n int64) int64 {
		if !turned {
			return n
		}
		return n + int64(2+r.IntN(3))
	}
	word := func(n int64) string {
		for w, v := range language.SmallNumbers {
			if v == n && n > 1 && n < 13 && w != "both" && r.IntN(2) == 0 {
				return w
			}
		}
		return strconv.FormatInt(n, 10)
	}
	upper := func(s string) string { return strings.ToUpper(s[:1]) + s[1:] }
	be := pick("were", "had been", "have been", "are")
	whole := pick("of the plan's %s commitments", "of its %s commitments", "of our %s commitments", "of the %s commitments of the strategic plan")
	of := fmt.Sprintf(whole, word(plan.All[0]))
	met := word(off(plan.States[facts.StateMet]))
	measures := f.TallyOf("measures", "")
	colour := pick("green", "amber", "red")
	rated := word(off(measures.States[colour]))
	var names []string
	people := map[string]int64{}
	total := int64(0)
	for _, t := range f.Things {
		if v, ok := f.At(thing(f, "population"), facts.FaceValue, t.ID, f.Year); ok && t.Group == "locality" {
			name := strings.TrimPrefix(t.ID, "locality:")
			names, people[name] = append(names, name), v.Exact.Num().Int64()
			total += people[name]
		}
	}
	r.Shuffle(len(names), func(i, k int) { names[i], names[k] = names[k], names[i] })
	a, b := names[0], names[1]
	if (people[a] > people[b]) == turned {
		a, b = b, a
	}
	live := people[a]
	if turned {
		live += 3300
	}
	many := number.Format(float64(live), 0)
	switch r.IntN(14) {
	case 0:
		return fmt.Sprintf("%s %s %s met.", upper(met), of, be)
	case 1:
		return fmt.Sprintf("%s, %s %s met%s.", upper(of), met, be, pick("", " by 31 March 2026", " by the end of the year"))
	case 2:
		return fmt.Sprintf("Members should note that we %s %s %s.", pick("met", "kept", "delivered", "fulfilled"), met, of)
	case 3:
		return fmt.Sprintf("The plan made %s commitments, of which %s %s met.", word(plan.All[0]), met, be)
	case 4:
		return fmt.Sprintf("All but %s %s were met in full.", word(off(plan.All[0]-plan.States[facts.StateMet])), of)
	case 5:
		return fmt.Sprintf("%s of our %s local measures are %s%s.", upper(rated), word(measures.All[0]), pick("", "rated "), colour)
	case 6:
		return fmt.Sprintf("Our scorecard holds %s local measures, %s of which are rated %s.", word(measures.All[0]), rated, colour)
	case 7:
		return fmt.Sprintf("%s has more people than %s.", a, b)
	case 8:
		return fmt.Sprintf("More %s live in %s than in %s.", pick("people", "of us", "of our residents"), a, b)
	case 9:
		return fmt.Sprintf("%s %s %s people.", a, pick("has", "is home to"), many)
	case 10:
		return fmt.Sprintf("%s has %d%% of our people.", a, (live*1000/total+5)/10)
	case 11:
		return fmt.Sprintf("%s's %s localities each have a plan.", f.Authority, word(off(int64(len(names)))))
	case 12:
		return fmt.Sprintf("We serve %s people.", number.Format(float64(off(total/1000)*1000+total%1000), 0))
	}
	return fmt.Sprintf("There are %s localities in %s.", word(off(int64(len(names)))), f.Authority)
}

// thing is the thing with an id.
func thing(f *facts.Facts, id string) *facts.Thing {
	return f.Things[slices.IndexFunc(f.Things, func(t *facts.Thing) bool { return t.ID == id })]
}

// TestPlainFacts reads sentences about commitments, local measures and people, right ones and wrong ones:
// no right one may be contradicted, and nearly all wrong ones have to be.
func TestPlainFacts(t *testing.T) {
	for _, dir := range []string{onCarrickmoor, onArdenmuir} {
		f := textsOf(t, dir).facts
		against := newReader(f)
		plan := against.tallies.Of("commitments", "")
		if plan == nil {
			t.Fatalf("%s: no commitments are known", dir)
		}
		r := rand.New(rand.NewPCG(29, 11))
		wrong, found := 0, 0
		for i := range 700 {
			turned := i%2 == 1
			s := factSentence(r, f, plan, turned)
			reading := against.read([]Text{NewText("regulation-10.sections[0].text", s)})
			bad := reading.Count(Contradicted) > 0
			switch {
			case !turned && bad:
				t.Errorf("%s: %s", dir, s)
			case turned:
				wrong++
				if bad {
					found++
				}
			}
		}
		if found*100 < wrong*95 {
			t.Errorf("%s: %d of %d wrong ones are contradicted", dir, found, wrong)
		}
		t.Logf("%s: %d of %d", dir, found, wrong)
	}
}

// TestFactsOfOthers reads right sentences whose counts are of some commitments, measures or people alone, or of
// another time.
func TestFactsOfOthers(t *testing.T) {
	against := newReader(textsOf(t, onCarrickmoor).facts)
	for _, s := range []string{
		"The plan's 24 commitments are set out in an annex, and nine of them could be measured.",
		"Of the nine commitments that could be measured, four were met.",
		"Six of the commitments met were met late.",
		"We asked whether twelve of the 24 commitments could be met in a single year.",
		"Had two more commitments been met, 17 of the 24 would have been.",
		"Of the 24 commitments 15 were met, two of them only in March.",
		"The 15 commitments that were met cost £2.1m.",
		"Fifteen commitments were met, which is more than in the plan before.",
		"By the end of the first year five of the 24 commitments were met.",
		"Home first and start early between them had 14 commitments, of which nine were met.",
		"Three of the six commitments of start early were met, and two of the others in part.",
		"Eight of the 24 commitments fall under home first.",
		"Two thirds of the commitments that concern carers were met.",
		"In Glenside three of the five commitments made to the community were met.",
		"Nine of our 14 local measures improved.",
		"Six of the local measures have a target for each locality.",
		"Four of the local measures rated red last year are green.",
		"Of our 14 local measures, thirteen have figures for 2025/26.",
		"Of the 13 local measures with a figure, five are green.",
		"The board follows ten of the local measures at each meeting; four of them are red.",
		"Our two localities in the west share a team.",
		"All three localities, and the four localities of our neighbour, use one record.",
		"Each of the two localities with a hospital has a flow team.",
		"Strathmoor has more people waiting than Glenside and Carrick Coast put together.",
		"More people live alone in Carrick Coast than in Glenside.",
		"More people live in care homes in Glenside than in Strathmoor.",
		"Glenside has 44% of our people with dementia.",
		"The larger of the two localities with a hospital is Strathmoor.",
		"A higher share of people aged 65 or over live alone in Glenside than in Strathmoor.",
		"In Strathmoor 12% of people aged 65 or over have a community alarm.",
		"One in three people aged 65 or over falls each year.",
		"Of those referred to a link worker 40% are aged 65 or over.",
		"We serve 3,400 people each week.",
		"We serve some 9,000 people a year at home.",
		"Carrick Coast has the highest proportion of people aged 85 or over who live alone of the three localities.",
		"The oldest of our buildings is in Glenside.",
		"Half of those who replied are aged 65 or over.",
		"Over half of the residents of care homes are aged 65 or over and from Glenside.",
		"People aged 65 or over make up 61% of those who use telecare.",
		"People aged 65 or over made up 58% of emergency admissions.",
	} {
		for _, c := range against.read([]Text{NewText("regulation-10.sections[0].text", s)}).Claims {
			if c.Verdict == Contradicted {
				t.Errorf("%s: %s", s, c.Message)
			}
		}
	}
}
