package claims

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"apr/regs/claims/facts"
)

// groupsAsked are whom the indicators of surveys ask, in plain words, and what those say.
var groupsAsked = map[string][2]string{
	"NI1": {"people", "look after their own health well"},
	"NI3": {"people who get help at home", "had a say in their care"},
	"NI5": {"people who get care or support", "say it is good or excellent"},
	"NI6": {"people", "had a good experience of care at their GP practice"},
	"NI8": {"unpaid carers", "feel supported to go on caring"},
	"NI9": {"people who get help at home", "feel safe"},
}

// shareInWords says a share in tenths of a group, which is another where it isn't to hold; "" where it lies
// between two.
func shareInWords(r *rand.Rand, share float64, holds bool) string {
	tenths := int(share/10 + 0.5)
	if d := share - float64(10*tenths); d > 2 || d < -2 {
		return ""
	}
	if !holds {
		if tenths += 2 - 4*r.IntN(2); tenths < 1 || tenths > 9 {
			return ""
		}
	}
	return fmt.Sprintf([]string{"About %d out of 10 ", "Around %d in 10 ", "Roughly %d out of 10 "}[r.IntN(3)], tenths)
}

// inPlainWords is a sentence on an indicator in plain words, which is true or has one thing turned; "" where the
// indicator gives none of its form.
func inPlainWords(r *rand.Rand, f *facts.Facts, s plainSeries, t *facts.Thing, holds bool) string {
	pick := func(all ...string) string { return all[r.IntN(len(all))] }
	either := func(is bool, yes, no string) string {
		if is {
			return yes
		}
		return no
	}
	if group, ok := groupsAsked[t.ID]; ok {
		v, there := f.At(t, facts.FaceValue, facts.Own, f.Year)
		share, _ := v.Exact.Float64()
		words := shareInWords(r, share, holds)
		if !there || words == "" {
			return ""
		}
		return words + group[0] + " " + group[1] + pick(".", " in 2025/26.")
	}
	last := len(s.values) - 1
	begins := pick("", "Members should note that ", "In short, ") + s.name
	begins = strings.ToUpper(begins[:1]) + begins[1:]
	was := either(s.plural, "were", "was")
	has := either(s.plural, "have", "has")
	now := s.values[last]
	var above, below []string
	for _, area := range f.Family {
		o, ok := f.At(t, facts.FaceValue, area, f.Year)
		if !ok || o.Display == now.Display {
			return ""
		}
		if o.Exact.Cmp(now.Exact) > 0 {
			above = append(above, area)
		} else {
			below = append(below, area)
		}
	}
	average, _ := f.At(t, facts.FaceValue, facts.Family, f.Year)
	i := r.IntN(last)
	switch r.IntN(7) {
	case 0: // above or below both Scotland and the family
		if now.Exact.Cmp(s.other[last].Exact) != now.Exact.Cmp(average.Exact) || now.Display == s.other[last].Display || now.Display == average.Display {
			return ""
		}
		return fmt.Sprintf("%s %s %s than both %s and %s.", begins, was, either((now.Exact.Cmp(average.Exact) > 0) == holds, "higher", "lower"), pick("the Scottish figure", "Scotland", "the national average"), pick("our family average", "the average of our family"))
	case 1: // how many of the family
		n := len(above)
		if !holds {
			n = (n + 1 + r.IntN(len(f.Family))) % (len(f.Family) + 1)
		}
		number := []string{"none", "one", "two", "three", "four", "five", "six", "seven"}
		return fmt.Sprintf("%s of the %s areas in our family had a higher figure than ours for %s.", strings.ToUpper(number[n][:1])+number[n][1:], number[len(f.Family)], s.name)
	case 2: // which of them
		if len(above) == 0 || !holds && len(below) == 0 {
			return ""
		}
		named := slices.Clone(above)
		if !holds {
			named[r.IntN(len(named))] = below[0]
		}
		list := named[0]
		if len(named) > 1 {
			list = strings.Join(named[:len(named)-1], ", ") + " and " + named[len(named)-1]
		}
		return fmt.Sprintf("Of our family, only %s had a higher figure than we did for %s.", list, s.name)
	case 3: // with the rate of the year since which it moved
		up := s.values[last].Exact.Cmp(s.values[last-1].Exact)
		from := last - 1
		for from > 0 && s.values[from].Exact.Cmp(s.values[from-1].Exact) == up {
			from--
		}
		then := s.values[from].Display
		if !holds {
			if then = s.values[(from+1)%(last+1)].Display; then == s.values[from].Display {
				return ""
			}
		}
		return fmt.Sprintf("%s %s %s every year since %s, when the figure was %s.", begins, has, either(up > 0, pick("risen", "edged upwards"), pick("fallen", "edged downwards")), facts.YearName(s.first+from), then)
	case 4: // where we stood before, and stand now
		before, is := s.values[i].Exact.Cmp(s.other[i].Exact), now.Exact.Cmp(s.other[last].Exact)
		if before*is == 0 || s.values[i].Display == s.other[i].Display || now.Display == s.other[last].Display {
			return ""
		}
		return fmt.Sprintf("%s %s %s Scotland's in %s and %s %s it now.", begins, was, either(before > 0, "above", "below"), facts.YearName(s.first+i), either(s.plural, "are", "is"), either((is > 0) == holds, "above", "below"))
	case 5: // half as high again
		if times, _ := now.Exact.Float64(); holds || times == 0 {
			return ""
		}
		return fmt.Sprintf("%s %s half as high again as the Scottish figure.", begins, was)
	default: // the place in the family
		place := 1 + len(above)
		if s.better < 0 {
			place = 1 + len(below)
		}
		if !holds {
			place = 1 + place%(len(f.Family)+1)
		}
		return fmt.Sprintf("On %s we %s %s of the areas in our family.", s.name, pick("come", "came"), []string{"", "first", "second", "third", "fourth", "fifth", "sixth", "seventh"}[place])
	}
}

// inPlainWords is a sentence about one of the indicators, "" where it hasn't what its words need.
func (p *texts) inPlainWords(r *rand.Rand, holds bool) string {
	series := plainSeriesOf(p.facts)
	for id := range groupsAsked {
		series = append(series, plainSeries{name: id})
	}
	slices.SortFunc(series, func(a, b plainSeries) int { return strings.Compare(a.name, b.name) })
	s := series[r.IntN(len(series))]
	thing := p.reader.things[s.name]
	for id, names := range plainNames {
		if slices.Contains(names, s.name) || slices.Contains(names, s.name+"+") {
			thing = p.reader.things[string(id)]
		}
	}
	return inPlainWords(r, p.facts, s, thing, holds)
}

// TestIndicatorsInPlainWords: what is said of national indicators in plain words, of the data's own figures, is never
// contradicted; with one thing turned, most of it is.
func TestIndicatorsInPlainWords(t *testing.T) {
	rounds := 600
	if testing.Short() {
		rounds = 60
	}
	for _, dir := range []string{onCarrickmoor, onArdenmuir} {
		p := plainTextsOf(t, dir)
		for _, holds := range []bool{true, false} {
			r := rand.New(rand.NewPCG(30, uint64(len(dir))))
			tried, _, contradicted := p.readEach(t, "regulation-3/outcomes[1].assessment", rounds, !holds, func() string {
				return p.inPlainWords(r, holds)
			})
			if !holds && contradicted < tried*9/10 {
				t.Errorf("%s: of %d wrong sentences %d are contradicted; at least nine in ten should be", dir, tried, contradicted)
			}
		}
	}
}
