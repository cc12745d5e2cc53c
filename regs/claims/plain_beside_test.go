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

// besideSentence is a sentence that sets an indicator beside its peak, its family, Scotland over several years or other
// indicators, which is true or has one thing turned; "" where the indicator gives none of its form.
func besideSentence(r *rand.Rand, f *facts.Facts, s plainSeries, t *facts.Thing, others []plainSeries, holds bool) string {
	pick := func(all ...string) string { return all[r.IntN(len(all))] }
	either := func(is bool, yes, no string) string {
		if is {
			return yes
		}
		return no
	}
	begin := func(text string) string { return strings.ToUpper(text[:1]) + text[1:] }
	last := len(s.values) - 1
	now := s.values[last]
	is, has, were := either(s.plural, "are", "is"), either(s.plural, "have", "has"), either(s.plural, "were", "was")
	i := r.IntN(last)
	year := facts.YearName(s.first + i)
	switch r.IntN(6) {
	case 0: // beside the peak
		peak := 0
		for y := range s.values {
			if s.values[y].Exact.Cmp(s.values[peak].Exact) > 0 {
				peak = y
			}
		}
		then := s.values[peak]
		if peak == 0 || peak == last || then.Display == now.Display {
			return ""
		}
		at := facts.YearName(s.first + peak)
		word := pick("peak", "high", "height", "high point")
		if r.IntN(2) == 0 {
			return fmt.Sprintf("%s the %s of %s, %s %s %s.", pick("Set against", "Compared with", "Measured against"), word, at, s.name, has, either(holds, pick("fallen", "come down"), pick("risen", "gone up")))
		}
		p := exact.PercentChange(then.Exact, now.Exact)
		p.Abs(p)
		if !holds {
			p.Mul(p, big.NewRat(2, 1))
		}
		if p.Cmp(exact.Rat(2, 1)) < 0 {
			return ""
		}
		return fmt.Sprintf("%s %s %s%% lower than at the %s %s %s.", begin(s.name), were, p.FloatString(1), word, pick("of", "in"), at)
	case 1: // the average of the areas of the family
		average, ok := f.At(t, facts.FaceValue, facts.Family, f.Year)
		if !ok || average.Display == now.Display {
			return ""
		}
		n := []string{"", "one", "two", "three", "four", "five", "six", "seven"}[len(f.Family)]
		of := pick("the "+n+" areas most like "+f.Authority, "the areas most like us", "the "+n+" areas in our family", strings.Join(f.Family[:len(f.Family)-1], ", ")+" and "+f.Family[len(f.Family)-1])
		return fmt.Sprintf("%s, at %s, %s %s the average of %s.", begin(s.name), now.Display, is, either((now.Exact.Cmp(average.Exact) > 0) == holds, "above", "below"), of)
	case 2: // the gap that was just spoken of
		apart := func(y int) *big.Rat { return exact.Abs(new(big.Rat).Sub(s.values[y].Exact, s.other[y].Exact)) }
		before, d := apart(i), new(big.Rat).Sub(apart(last), apart(i))
		if s.values[last].Display == s.other[last].Display || exact.Abs(d).Cmp(exact.Mul(before, exact.Rat(1, 4))) <= 0 {
			return ""
		}
		return fmt.Sprintf("%s %s %s the Scottish rate, %s has %s since %s.", begin(s.name), is, either(now.Exact.Cmp(s.other[last].Exact) > 0, "above", "below"), pick("and that gap", "and the gap", "and that difference", "a gap that"),
			either((d.Sign() > 0) == holds, "widened", "narrowed"), year)
	case 3: // in every year since
		above := now.Exact.Cmp(s.other[last].Exact)
		same := func(y int) bool { return s.values[y].Exact.Cmp(s.other[y].Exact) == above }
		since := true // whether the year itself is meant or not
		for y := i; y <= last; y++ {
			if s.values[y].Display == s.other[y].Display {
				return ""
			}
			since = since && (y == i || same(y))
		}
		if holds && !(since && same(i)) || !holds && since {
			return ""
		}
		return fmt.Sprintf("%s %s been %s Scotland's %s %s.", begin(s.name), has, either(above > 0, "above", "below"), pick("in every year since", "in each year since", "every year since"), year)
	case 4: // nobody in the family
		best := true
		for _, area := range f.Family {
			o, ok := f.At(t, facts.FaceValue, area, f.Year)
			if !ok || o.Display == now.Display {
				return ""
			}
			best = best && o.Exact.Cmp(now.Exact)*t.Better < 0
		}
		if best != holds {
			return ""
		}
		return fmt.Sprintf("In our family%s %s %s us on %s.", pick(",", ""), pick("nobody", "no one", "no area"), pick("did better than", "was ahead of", "beat"), s.name)
	default: // several indicators of which the same is said
		o := others[r.IntN(len(others))]
		if o.name[:8] == s.name[:8] || o.values[last].Display == o.other[last].Display || now.Display == s.other[last].Display {
			return ""
		}
		above := r.IntN(2) == 0
		both := (now.Exact.Cmp(s.other[last].Exact) > 0) == above && (o.values[last].Exact.Cmp(o.other[last].Exact) > 0) == above
		if both != holds {
			return ""
		}
		return fmt.Sprintf("%s and %s are both %s the Scottish rate.", begin(s.name), o.name, either(above, "above", "below"))
	}
}

// TestIndicatorsBesideOthers: what sets an indicator beside its peak, its family and Scotland is never contradicted; with
// one thing turned, most of it is.
func TestIndicatorsBesideOthers(t *testing.T) {
	rounds := 300
	if testing.Short() {
		rounds = 60
	}
	for _, dir := range []string{onCarrickmoor, onArdenmuir} {
		p := plainTextsOf(t, dir)
		series := plainSeriesOf(p.facts)
		for _, holds := range []bool{true, false} {
			r := rand.New(rand.NewPCG(31, uint64(len(dir))))
			tried, _, contradicted := p.readEach(t, "regulation-3/outcomes[1].assessment", rounds, !holds, func() string {
				s := series[r.IntN(len(series))]
				var thing *facts.Thing
				for id, names := range plainNames {
					if slices.Contains(names, s.name) || slices.Contains(names, s.name+"+") {
						thing = p.reader.things[string(id)]
					}
				}
				return besideSentence(r, p.facts, s, thing, series, holds)
			})
			if !holds && contradicted < tried*9/10 {
				t.Errorf("%s: of %d wrong sentences %d are contradicted; at least nine in ten should be", dir, tried, contradicted)
			}
		}
	}
}

// TestNotOfTheIndicator: sentences in words like those, which are of something else, aren't contradicted.
func TestNotOfTheIndicator(t *testing.T) {
	for _, s := range []string{
		"Emergency admissions were above the average of Angus and the Scottish Borders.",
		"There were fewer emergency bed days than at the peak of the pandemic.",
		"At Kirkmoor hospital there were 300 fewer emergency admissions than at the height of winter 2022/23.",
		"Against a difficult background in 2024/25, emergency admissions fell to 11,398.",
		"Our lead over Scotland on feeling safe is within the margin of error.",
		"NI3 rose by 10.9 points, although at practice level the rise is within the margin of error.",
		"The rise in our local carers' survey is larger than its margin of error.",
		"Nobody beat us to the first frailty unit, and falls are on the agenda.",
		"On having a say no partnership in Scotland scored higher than ours, and on waiting times for podiatry just one did.",
		"The survey asks carers whether they feel supported. We also asked carers whether they want a break. About 8 in 10 carers said yes.",
		"Carers at the day centre are pleased: 90% feel supported by its staff.",
		"Young carers are right to be impatient: 55% feel supported at school.",
		"Falls rose; none of the others fell.",
		"Falls were 24.1 per 1,000; none of the others rose.",
		"Delayed discharge is below Scotland's rate, and the distance to the nearest hospital has grown.",
		"Among our family, Moray and Angus are below us on falls in care homes.",
		"We have gone from fourth of seven in 2022 to first in 2024 for recycling.",
		"Readmissions were 107 per 1,000. A year earlier the ward was smaller.",
	} {
		claims, ok := textsOf(t, onCarrickmoor).with("regulation-3/outcomes[1].assessment", s)
		if !ok {
			t.Fatal("there is no text to read it in")
		}
		for _, c := range claims {
			if c.Verdict == Contradicted {
				t.Errorf("%s: %s", s, c.Message)
			}
		}
	}
}
