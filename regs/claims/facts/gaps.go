package facts

import (
	"math/big"
	"slices"

	"apr/regs/claims/exact"
)

// Apart holds how far the authority's figure and another place's are from each other.
func (f *Facts) Apart(t *Thing, other string, year int, q *Quantity) Way {
	a, b, ok := f.PlacesIn(t, FaceValue, Own, other, year)
	w := Way{Year: year}
	if !ok {
		return w
	}
	if q.Unit == Points && t.Unit != Percent {
		return w
	}
	sizes := Differences(b, a, t.Unit, q)
	if sizes == nil {
		return w
	}
	w.Truth = TruthOf(slices.ContainsFunc(sizes, q.In().Has))
	w.Expected = f.Place(Own) + " " + a.Display + " and " + f.Place(other) + " " + b.Display + " in " + When(a, year) + ": " + Differs(b, a, t.Unit)
	w.Evidence = Proof(a, year)
	return w
}

// gaps are how far the authority's figure and another place's were apart in a year and in a later one, nil where the data
// don't have them, with the way that says of which figures that is.
func (f *Facts) gaps(t *Thing, other string, base, at int) (before, now *big.Rat, w Way) {
	w = Way{Year: at, Base: base}
	from, to, ok := f.Pair(t, FaceValue, Own, base, at)
	oFrom, oTo, okO := f.Pair(t, FaceValue, other, base, at)
	if !ok || !okO {
		return nil, nil, w
	}
	size := func(a, b Value) *big.Rat { d := new(big.Rat).Sub(a.Exact, b.Exact); return d.Abs(d) }
	w.Expected = f.Place(Own) + " " + from.Display + " and " + f.Place(other) + " " + oFrom.Display + " in " + When(from, base) + ", " + to.Display + " and " + oTo.Display + " in " + When(to, at)
	w.Evidence = append(Proof(to, at), Proof(from, base)...)
	return size(from, oFrom), size(to, oTo), w
}

// GapTimes holds that the gap between the authority's figure and another place's is so many times what it was.
func (f *Facts) GapTimes(t *Thing, other string, base, at, times int, h Hedge) Way {
	before, now, w := f.gaps(t, other, base, at)
	if before != nil && before.Sign() > 0 {
		w.Truth = TruthOf(TimesHeld(before, now, times, h))
	}
	return w
}

// GapsOf holds how the gap between the authority's figure and another place's changed.
func (f *Facts) GapsOf(t *Thing, other string, base, at, sign int) Way {
	before, now, w := f.gaps(t, other, base, at)
	if before == nil {
		return w
	}
	d := new(big.Rat).Sub(now, before)
	if slack := new(big.Rat).Mul(before, exact.Rat(1, 20)); new(big.Rat).Abs(d).Cmp(slack) <= 0 {
		return w // too little to say
	}
	w.Truth = TruthOf(d.Sign() == sign)
	return w
}
