package facts

import (
	"math/big"
	"slices"
	"strings"

	"apr/regs/claims/exact"
)

// This file holds changes from one year to another against their figures.

// Pair is the two figures of a change.
func (f *Facts) Pair(t *Thing, face Face, area string, base, at int) (from, to Value, ok bool) {
	if base == at || !t.Comparable(base, at) {
		return from, to, false
	}
	from, okFrom := f.At(t, face, area, base)
	to, okTo := f.At(t, face, area, at)
	return from, to, okFrom && okTo
}

// change is one way to read a change, of which isn't said yet whether it is so, and the two figures; ok is false where the data
// don't have both.
func (f *Facts) change(t *Thing, face Face, area string, base, at int) (w Way, from, to Value, ok bool) {
	w = Way{Year: at, Base: base}
	if from, to, ok = f.Pair(t, face, area, base, at); ok {
		w.Expected, w.Evidence = FromTo(from, to, base, at), append(Proof(to, at), Proof(from, base)...)
	}
	return w, from, to, ok
}

// Unclear reports whether two survey figures differ within their limits.
func Unclear(a, b Value) bool {
	return a.Low != nil && b.Low != nil && a.High != nil && b.High != nil && a.Low.Cmp(b.High) <= 0 && b.Low.Cmp(a.High) <= 0
}

// SameShown reports whether two figures are shown alike.
func SameShown(a, b Value) bool { return a.Display == b.Display }

// FromTo says what a figure was in a year and in a later one.
func FromTo(from, to Value, base, at int) string {
	return from.Display + " in " + When(from, base) + " and " + to.Display + " in " + When(to, at)
}

// Move holds a direction against two years' figures.
func (f *Facts) Move(t *Thing, face Face, area string, base, at, sign int) Way {
	w, from, to, ok := f.change(t, face, area, base, at)
	if !ok {
		return w
	}
	switch d := to.Exact.Cmp(from.Exact); {
	case d == sign:
		w.Truth = Yes
	case d == -sign && !SameShown(from, to):
		w.Truth = No
	}
	return w
}

// Steady holds "remained stable" against two years' figures.
func (f *Facts) Steady(t *Thing, face Face, area string, base, at int) Way {
	w, from, to, ok := f.change(t, face, area, base, at)
	if !ok {
		return w
	}
	d := exact.PercentChange(from.Exact, to.Exact)
	if d == nil {
		return w
	}
	d.Abs(d)
	switch {
	case Unclear(from, to), SameShown(from, to), !t.Survey && d.Cmp(exact.Rat(2, 1)) <= 0:
		w.Truth = Yes
	case t.Survey && from.Low != nil || d.Cmp(exact.Rat(4, 1)) > 0:
		w.Truth = No
	}
	return w
}

// Delta holds the size of a change against two years' figures. The difference is
// taken of the figures and of what is shown of them: people subtract what they see.
func (f *Facts) Delta(t *Thing, face Face, area string, base, at, sign int, q *Quantity) Way {
	w, from, to, ok := f.change(t, face, area, base, at)
	if !ok {
		return w
	}
	was := w.Expected
	w.Expected = ""
	unit := t.Unit
	if face == FaceShare {
		unit = Percent
	}
	sizes := Differences(from, to, unit, q)
	if sizes == nil && q.Unit == Points && strings.HasPrefix(string(t.Unit), "per ") {
		// A rate has no percentage points; the words may mean its own units.
		own := *q
		own.Unit = Bare
		if own := Differences(from, to, t.Unit, &own); !slices.ContainsFunc(own, q.In().Has) {
			w.Truth, w.Expected = No, was+": "+Differs(from, to, t.Unit)
		}
		return w
	}
	if sizes == nil {
		return w
	}
	d := to.Exact.Cmp(from.Exact)
	w.Expected = was + ": " + Differs(from, to, unit)
	w.Truth = TruthOf(q.isOneOf(sizes) && (sign == 0 || d == sign))
	return w
}

// Differences are the sizes that a change has in the quantity's unit; nil where
// it has none.
func Differences(from, to Value, unit Unit, q *Quantity) []*big.Rat {
	pairs := [][2]*big.Rat{{from.Exact, to.Exact}}
	if from.Shown != nil && to.Shown != nil {
		pairs = append(pairs, [2]*big.Rat{from.Shown, to.Shown})
	}
	if unit == Pounds {
		pairs = append(pairs, [2]*big.Rat{InMillions(from.Exact), InMillions(to.Exact)})
	}
	var out []*big.Rat
	for _, p := range pairs {
		switch {
		case q.Unit == Percent:
			d := exact.PercentApart(p[0], p[1])
			if d == nil {
				return nil
			}
			out = append(out, d)
		case q.Unit == Points && unit != Pounds && !strings.HasPrefix(string(unit), "per "), q.Unit == Bare && unit != Percent && unit != Pounds, q.Unit == Pounds && unit == Pounds:
			d := new(big.Rat).Sub(p[1], p[0])
			out = append(out, d.Abs(d))
		default:
			return nil
		}
	}
	return out
}

// InMillions is an amount as texts have it, to a tenth of a million pounds; one below a
// million as it is.
func InMillions(v *big.Rat) *big.Rat {
	if new(big.Rat).Abs(v).Cmp(exact.Rat(1_000_000, 1)) < 0 {
		return v
	}
	m := exact.Parse(new(big.Rat).Quo(v, exact.Rat(1_000_000, 1)).FloatString(1))
	return m.Mul(m, exact.Rat(1_000_000, 1))
}

// Differs is a change in words: "down 2.2%", "up 10.9 percentage points".
func Differs(from, to Value, unit Unit) string {
	d := new(big.Rat).Sub(to.Exact, from.Exact)
	way := "up "
	if d.Sign() < 0 {
		way = "down "
	}
	if d.Sign() == 0 {
		return "unchanged"
	}
	p := exact.PercentChange(from.Exact, to.Exact)
	switch {
	case unit == Percent && p != nil:
		return way + d.Abs(d).FloatString(1) + " percentage points, or " + p.Abs(p).FloatString(1) + "%"
	case p != nil:
		return way + p.Abs(p).FloatString(1) + "%"
	}
	return way + d.Abs(d).FloatString(1)
}

// Ratio holds "halved" and "doubled" against two years' figures: more is true of
// "more than halved", nearly of "almost".
func (f *Facts) Ratio(t *Thing, face Face, area string, base, at, times int, h Hedge) Way {
	w, from, to, ok := f.change(t, face, area, base, at)
	if !ok {
		return w
	}
	if from.Exact.Sign() <= 0 {
		return Way{Year: at, Base: base}
	}
	w.Truth = TruthOf(TimesHeld(from.Exact, to.Exact, times, h))
	return w
}

// TimesHeld reports whether b is so many times a: -2 is half.
func TimesHeld(a, b *big.Rat, times int, h Hedge) bool {
	r := new(big.Rat).Quo(b, a)
	exactly := exact.Rat(int64(times), 1)
	if times < 0 {
		exactly = exact.Rat(1, int64(-times))
	}
	d := new(big.Rat).Mul(exactly, exact.Rat(12, 100))
	switch h {
	case Over:
		if times < 0 {
			return r.Cmp(exactly) < 0
		}
		return r.Cmp(exactly) > 0
	case Under:
		return r.Cmp(exactly) < 0
	case Nearly:
		wide := new(big.Rat).Mul(exactly, exact.Rat(20, 100))
		return exact.Around(exactly, wide).Has(r)
	}
	return exact.Around(exactly, d).Has(r)
}

// Moved is no where two years' figures, which differ by a little, aren't a survey's and aren't
// shown alike; unknown else.
func (f *Facts) Moved(t *Thing, face Face, area string, base, at int) Truth {
	from, to, ok := f.Pair(t, face, area, base, at)
	if !ok || t.Survey || SameShown(from, to) {
		return Unknown
	}
	return No
}
