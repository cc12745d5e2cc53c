package facts

import (
	"fmt"
	"math/big"
	"slices"

	"apr/regs/claims/exact"
)

// Extreme holds "the lowest since", over the years first to last, against the
// figure of year; rank is 2 for "the second lowest".
func (f *Facts) Extreme(t *Thing, face Face, area string, year, first, last, sign, rank int) Way {
	w := Way{Year: year}
	v, ok := f.At(t, face, area, year)
	if !ok {
		return w
	}
	beyond, seen := 0, 0
	var best Value
	bestYear := 0
	for y := first; y <= last; y++ {
		o, ok := f.At(t, face, area, y)
		if !ok || y == year || !t.Comparable(y, year) {
			continue
		}
		seen++
		if o.Exact.Cmp(v.Exact) == sign && !SameShown(o, v) {
			beyond++
		}
		if bestYear == 0 || o.Exact.Cmp(best.Exact) == sign {
			best, bestYear = o, y
		}
	}
	if seen == 0 {
		return w
	}
	w.Truth = TruthOf(beyond == rank-1)
	w.Expected = v.Display + " in " + When(v, year)
	w.Evidence = Proof(v, year)
	if beyond >= rank {
		w.Expected += ", and " + best.Display + " in " + When(best, bestYear)
		w.Evidence = append(w.Evidence, Proof(best, bestYear)...)
	}
	return w
}

// PlaceAmong is the figure's place among all authorities', from the highest where
// sign is 1, and how many there are; best and worst count equals in favour.
func (f *Facts) PlaceAmong(t *Thing, year, sign int) (best, worst, of int, v Value, ok bool) {
	v, ok = f.At(t, FaceValue, Own, year)
	if !ok || f.Everywhere == nil || t.Kind != Indicator {
		return 0, 0, 0, v, false
	}
	all := f.Everywhere(t.ID, year)
	beyond, same := 0, 0
	for _, o := range all {
		switch c := o.Exact.Cmp(v.Exact); {
		case c == sign:
			beyond++
		case c == 0:
			same++
		}
	}
	if len(all) < 2 || same == 0 {
		return 0, 0, 0, v, false
	}
	return beyond + 1, beyond + same, len(all), v, true
}

// Ranked holds a place among the authorities.
func (f *Facts) Ranked(t *Thing, year, sign, rank int) Way {
	w := Way{Year: year}
	best, worst, of, v, ok := f.PlaceAmong(t, year, sign)
	if !ok {
		return w
	}
	w.Truth = TruthOf(best <= rank && rank <= worst)
	from := "highest"
	if sign < 0 {
		from = "lowest"
	}
	w.Expected = fmt.Sprintf("%s is in place %d of %d from the %s", v.Display, best, of, from)
	w.Evidence = Proof(v, year)
	return w
}

// Group holds the place of an amount among those of its group.
func (f *Facts) Group(t *Thing, face Face, year, sign, rank int) Way {
	w := Way{Year: year}
	v, ok := f.At(t, face, Own, year)
	if !ok {
		return w
	}
	beyond, n := 0, 0
	var best *Thing
	for _, o := range f.Things {
		ov, ok := f.At(o, face, Own, year)
		if o.Group != t.Group || !ok {
			continue
		}
		n++
		if o != t && ov.Exact.Cmp(v.Exact) == sign {
			beyond++
			best = o
		}
	}
	if n < 2 {
		return w
	}
	w.Truth = TruthOf(beyond == rank-1)
	w.Expected = fmt.Sprintf("%s with %s is in place %d of %d", t.Called(), v.Display, beyond+1, n)
	w.Evidence = Proof(v, year)
	if best != nil {
		ov, _ := f.At(best, face, Own, year)
		w.Evidence = append(w.Evidence, Proof(ov, year)...)
	}
	return w
}

// Run holds that figures moved one way n times in a row up to a year.
func (f *Facts) Run(t *Thing, face Face, area string, at, n, sign int) Way {
	w := Way{Year: at, Base: at - n}
	if n < 1 {
		return w
	}
	y := at
	for range n {
		b := f.Before(t, face, area, y)
		if b == 0 && t.Survey {
			return f.acrossBreak(t, face, area, y, sign)
		}
		if b == 0 || !t.Survey && b != y-1 {
			return Way{Year: at}
		}
		from, there := f.At(t, face, area, b)
		to, here := f.At(t, face, area, y)
		if !there || !here {
			return Way{Year: at}
		}
		w.Evidence = append(w.Evidence, Proof(to, y)...)
		if to.Exact.Cmp(from.Exact) != sign && !(SameShown(from, to) && to.Exact.Cmp(from.Exact) != 0) {
			w.Truth, w.Expected = No, FromTo(from, to, b, y)
			w.Evidence = append(Proof(to, y), Proof(from, b)...)
			return w
		}
		y = b
	}
	w.Truth = Yes
	return w
}

// acrossBreak is of a step of a run in which the survey asked something else than before, so that nothing can be said
// of it. Where the figures went the other way none of the questions makes the run right.
func (f *Facts) acrossBreak(t *Thing, face Face, area string, at, sign int) Way {
	w := Way{Year: at}
	to, here := f.At(t, face, area, at)
	for b := at - 1; b >= f.First && here; b-- {
		from, there := f.At(t, face, area, b)
		if !there {
			continue
		}
		if to.Exact.Cmp(from.Exact) == -sign && !SameShown(from, to) {
			w.Truth, w.Expected, w.Evidence = No, FromTo(from, to, b, at)+", which can't be compared", append(Proof(to, at), Proof(from, b)...)
		}
		break
	}
	return w
}

// Spent holds that n years in a row up to one ended with an over- or underspend.
func (f *Facts) Spent(t *Thing, at, n, sign int) Way {
	w := Way{Year: at, Base: at - n + 1}
	for y := at; y > at-n; y-- {
		v, ok := f.At(t, FaceVariance, Own, y)
		if !ok {
			return Way{Year: at}
		}
		if v.Exact.Sign() != sign {
			w.Truth, w.Expected, w.Evidence = No, v.Display+" in "+YearName(y), Proof(v, y)
			return w
		}
		w.Evidence = append(w.Evidence, Proof(v, y)...)
	}
	w.Truth = Yes
	return w
}

// BeyondMargin holds that the change between two surveys is beyond their margins of error, or within them. A change
// that is larger than one survey's margin and smaller than both together is called either.
func (f *Facts) BeyondMargin(t *Thing, base, at int, beyond bool) Way {
	from, to, ok := f.Pair(t, FaceValue, Own, base, at)
	w := Way{Year: at, Base: base}
	if !ok || from.Low == nil || from.High == nil || to.Low == nil || to.High == nil {
		return w
	}
	limits := func(v Value) string {
		return v.Display + " (" + new(big.Rat).Set(v.Low).FloatString(1) + " to " + new(big.Rat).Set(v.High).FloatString(1) + ")"
	}
	w.Expected = limits(from) + " in " + When(from, base) + " and " + limits(to) + " in " + When(to, at)
	w.Evidence = append(Proof(to, at), Proof(from, base)...)
	size := exact.Abs(new(big.Rat).Sub(to.Exact, from.Exact))
	clear := !Unclear(from, to)
	within := slices.ContainsFunc([]Value{from, to}, func(v Value) bool {
		return exact.Compare(size, exact.Abs(new(big.Rat).Quo(new(big.Rat).Sub(v.High, v.Low), exact.Rat(2, 1)))) <= 0
	})
	switch {
	case beyond && clear, !beyond && !clear:
		w.Truth = Yes
	case beyond && within, !beyond:
		w.Truth = No
	}
	return w
}

// Overtook holds that the authority's figure overtook another place's in a year.
func (f *Facts) Overtook(t *Thing, other string, year int) Way {
	w := Way{Year: year, Base: f.Before(t, FaceValue, Own, year)}
	is, there := f.At(t, FaceValue, Own, year)
	isOther, otherThere := f.limits(t, FaceValue, other, year)
	if !there || !otherThere || SameShown(is, isOther) {
		return w
	}
	now := is.Exact.Cmp(isOther.Exact)
	w.Expected, w.Evidence = f.Place(Own)+" "+is.Display+" and "+f.Place(other)+" "+isOther.Display+" in "+When(is, year), Proof(is, year)
	if t.Better > 0 && now < 0 {
		w.Truth = No
		return w
	}
	was, there := f.At(t, FaceValue, Own, w.Base)
	wasOther, otherThere := f.limits(t, FaceValue, other, w.Base)
	if w.Base == 0 || !there || !otherThere || !t.Comparable(w.Base, year) || SameShown(was, wasOther) {
		return w
	}
	w.Expected += ", after " + was.Display + " and " + wasOther.Display + " in " + When(was, w.Base)
	w.Evidence = append(w.Evidence, Proof(was, w.Base)...)
	w.Truth = TruthOf(was.Exact.Cmp(wasOther.Exact) != now)
	return w
}

// ExtremeYear is the year of the highest figure up to one, or of the lowest where sign is -1; 0 for
// none.
func (f *Facts) ExtremeYear(t *Thing, face Face, area string, last, sign int) (year int) {
	var best Value
	for y := f.First; y <= last; y++ {
		v, ok := f.At(t, face, area, y)
		if ok && t.Comparable(y, last) && (year == 0 || v.Exact.Cmp(best.Exact) == sign) {
			year, best = y, v
		}
	}
	return year
}

// ManyAreas is how many authorities the data have figures of, at most.
func (f *Facts) ManyAreas() (most int64) {
	for _, t := range f.Things {
		if t.Kind == Indicator {
			if _, _, of, _, ok := f.PlaceAmong(t, f.Newest(t, FaceValue, Own), 1); ok {
				most = max(most, int64(of))
			}
		}
	}
	return most
}

// PlacedInFamily holds the authority's place among the areas of its family, from the highest, or from the lowest
// where sign is -1; the way is empty where not all have a figure.
func (f *Facts) PlacedInFamily(t *Thing, year, sign, rank int) Way {
	v, ok := f.At(t, FaceValue, Own, year)
	if !ok {
		return Way{Year: year}
	}
	w := Way{Year: year, Expected: f.Place(Own) + " " + v.Display, Evidence: Proof(v, year)}
	beyond, same := 0, 0
	for _, area := range f.Family {
		o, found := f.At(t, FaceValue, area, year)
		if !found {
			return Way{Year: year}
		}
		if SameShown(o, v) {
			same++
		} else if o.Exact.Cmp(v.Exact) == sign {
			beyond++
			w.Expected += ", " + area + " " + o.Display
			w.Evidence = append(w.Evidence, Proof(o, year)...)
		}
	}
	w.Truth = TruthOf(beyond < rank && rank <= beyond+same+1)
	return w
}

// LocalitiesBeyond is how many of the other localities have more of a thing than one of them, which has v, or less where sign is
// -1, and what each of them has. It isn't ok where one has no figure.
func (f *Facts) LocalitiesBeyond(t *Thing, v Value, area string, sign int) (beyond int, others []string, ok bool) {
	for _, o := range f.Localities() {
		if o.ID == area {
			continue
		}
		other, ok := f.At(t, FaceValue, o.ID, f.Year)
		if !ok {
			return 0, nil, false
		}
		if other.Exact.Cmp(v.Exact) == sign {
			beyond++
		}
		others = append(others, f.Place(o.ID)+" "+other.Display)
	}
	return beyond, others, true
}
