package claims

import (
	"fmt"

	"apr/regs/claims/facts"
)

// family is about the place of an indicator among the areas of the family.
func (u *plainUnread) family() string {
	series := plainSeriesOf(u.f)
	s := series[u.r.IntN(len(series))]
	t := plainThing(u.f, s)
	if t == nil {
		return ""
	}
	year := u.f.Newest(t, facts.FaceValue, facts.Own)
	v, _ := u.f.At(t, facts.FaceValue, facts.Own, year)
	sign, word := 1, "highest"
	if u.r.IntN(2) == 0 {
		sign, word = -1, "lowest"
	}
	place := 0
	for _, area := range u.f.Family {
		o, ok := u.f.At(t, facts.FaceValue, area, year)
		if !ok || facts.SameShown(o, v) {
			return ""
		}
		if o.Exact.Cmp(v.Exact) == sign {
			place++
		}
	}
	ordinals := []string{"", "second ", "third "}
	if place >= len(ordinals) {
		return ""
	}
	which := u.or(ordinals[place], ordinals[(place+1)%3]) + word
	was := "was"
	if s.plural {
		was = "were"
	}
	among := u.pick("of the "+countWord(int64(len(u.f.Family)+1))+" areas in our family", "in our family group")
	switch u.r.IntN(3) {
	case 0:
		return fmt.Sprintf("%s %s %s, %s %s.", upper(s.name), was, figureOf(v), which, among)
	case 1:
		return fmt.Sprintf("At %s, %s %s the %s %s.", figureOf(v), s.name, was, which, among)
	}
	return fmt.Sprintf("%s %s the %s %s.", upper(s.name), was, which, among)
}

// plainThing is the indicator of a series, nil where it isn't known.
func plainThing(f *facts.Facts, s plainSeries) *facts.Thing {
	for _, t := range f.Things {
		if t.Kind != facts.Indicator {
			continue
		}
		if v, ok := f.At(t, facts.FaceValue, facts.Own, f.Newest(t, facts.FaceValue, facts.Own)); ok && v.Exact.Cmp(s.values[len(s.values)-1].Exact) == 0 {
			return t
		}
	}
	return nil
}
