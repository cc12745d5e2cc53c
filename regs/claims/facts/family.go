package facts

import "slices"

// PlaceInYear holds in which place among the areas of its family the authority was in a year.
func (f *Facts) PlaceInYear(t *Thing, year, place int) Way {
	w, beyond, same := f.BesideFamily(t, year, t.Better)
	if w.Expected != "" {
		w.Truth = TruthOf(len(beyond) < place && place <= len(beyond)+same+1)
	}
	return w
}

// ManyBeyond holds how many areas of the family have a figure above ours, or below it.
func (f *Facts) ManyBeyond(t *Thing, year, sign, n int) Way {
	w, beyond, same := f.BesideFamily(t, year, sign)
	if w.Expected != "" {
		w.Truth = TruthOf(len(beyond) <= n && n <= len(beyond)+same)
	}
	return w
}

// TheseBeyond holds that areas have a figure above ours, or below it, and where only they are meant that no others of
// the family have.
func (f *Facts) TheseBeyond(t *Thing, year, sign int, named []string, only bool) Way {
	w, beyond, _ := f.BesideFamily(t, year, sign)
	if w.Expected == "" {
		return w
	}
	w.Truth = Yes
	for _, area := range named {
		one := f.Beside(t, FaceValue, area, Own, year, sign)
		if one.Truth == No || w.Truth == Yes {
			w.Truth = one.Truth
		}
		if !slices.Contains(f.Family, area) && one.Expected != "" {
			w.Expected += "; " + one.Expected
		}
	}
	if only && slices.ContainsFunc(beyond, func(area string) bool { return !slices.Contains(named, area) }) {
		w.Truth = No
	}
	return w
}

// BesideFamily are the areas of the family with a figure above ours, or below it, and how many have the same; the way
// is empty where not all have one.
func (f *Facts) BesideFamily(t *Thing, year, sign int) (w Way, beyond []string, same int) {
	v, ok := f.At(t, FaceValue, Own, year)
	if !ok {
		return Way{Year: year}, nil, 0
	}
	w = Way{Year: year, Expected: f.Place(Own) + " " + v.Display, Evidence: Proof(v, year)}
	for _, area := range f.Family {
		o, ok := f.At(t, FaceValue, area, year)
		if !ok {
			return Way{Year: year}, nil, 0
		}
		w.Expected += ", " + area + " " + o.Display
		switch {
		case SameShown(o, v):
			same++
		case o.Exact.Cmp(v.Exact) == sign:
			beyond = append(beyond, area)
		}
	}
	w.Expected += " in " + When(v, year)
	return w, beyond, same
}
