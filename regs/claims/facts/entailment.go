package facts

import (
	"fmt"
	"math/big"

	"apr/internal/period"
	"apr/internal/source"
	"apr/regs/claims/exact"
)

// Truth is whether the facts bear a claim out.
type Truth int

const (
	Unknown Truth = iota // the facts don't say
	Yes
	No
)

// Not is the truth of the opposite.
func (t Truth) Not() Truth {
	switch t {
	case Yes:
		return No
	case No:
		return Yes
	}
	return Unknown
}

// TruthOf is yes or no.
func TruthOf(b bool) Truth {
	if b {
		return Yes
	}
	return No
}

// Way is one way to read a claim, and what comes of it.
type Way struct {
	Truth Truth
	// expected is what the data have, in words.
	Expected   string
	Evidence   []source.Related
	Year, Base int
}

// YearName is a reporting year as people write it.
func YearName(y int) string { return period.Year(y).String() }

// When is the period of a figure in words.
func When(v Value, year int) string {
	if v.Period != "" && v.Period != YearName(year) {
		if len(v.Period) == len("2025") {
			return YearName(year) + " (calendar year " + v.Period + ")"
		}
		return YearName(year) + " (" + v.Period + ")" // a quarter, a month or a day
	}
	return YearName(year)
}

// Proof is where a figure is.
func Proof(v Value, year int) []source.Related {
	if v.Place.IsZero() {
		return nil
	}
	return []source.Related{{Position: v.Place, Message: v.Display + " in " + When(v, year)}}
}

// Fits reports whether the interval holds a figure, as it is or as it is shown.
func Fits(i exact.Interval, v Value) bool {
	return i.Has(v.Exact) || v.Shown != nil && i.Has(v.Shown)
}

// Level holds a figure against the one that the data have.
func (f *Facts) Level(t *Thing, face Face, area string, year int, q *Quantity) Way {
	v, ok := f.At(t, face, area, year)
	if !ok {
		return Way{Year: year}
	}
	w := Way{Truth: TruthOf(Fits(q.In(), v)), Expected: v.Display, Evidence: Proof(v, year), Year: year}
	if face == FaceVariance { // the size of it
		size := Value{Exact: new(big.Rat).Abs(v.Exact)}
		w.Truth = TruthOf(Fits(q.InThousands(), size))
	}
	return w
}

// Beside holds a comparison of two places against their figures: sign is 1 for
// above, -1 for below, 0 for alike.
func (f *Facts) Beside(t *Thing, face Face, a, b string, year, sign int) Way {
	w := Way{Year: year}
	va, okA := f.At(t, face, a, year)
	vb, okB := f.limits(t, face, b, year)
	if !okA || !okB {
		return w
	}
	w.Expected = fmt.Sprintf("%s %s and %s %s in %s", f.Place(a), va.Display, f.Place(b), vb.Display, When(va, year))
	w.Evidence = Proof(va, year)
	d := va.Exact.Cmp(vb.Exact)
	if sign != 0 {
		switch {
		case d == sign:
			w.Truth = Yes
		case d == -sign && !SameShown(va, vb):
			w.Truth = No
		}
		return w
	}
	gap := exact.PercentApart(vb.Exact, va.Exact)
	if gap == nil {
		return w
	}
	switch {
	case Unclear(va, vb), gap.Cmp(exact.Rat(3, 1)) <= 0:
		w.Truth = Yes
	case gap.Cmp(exact.Rat(8, 1)) > 0 && (!t.Survey || vb.Low != nil):
		w.Truth = No
	}
	return w
}

// limits is a figure with its confidence limits, which Scotland's has in its own row.
func (f *Facts) limits(t *Thing, face Face, area string, year int) (Value, bool) {
	v, ok := f.At(t, face, area, year)
	if ok && v.Low == nil && area == Scotland && t.Survey && f.Elsewhere != nil {
		if o, found := f.Elsewhere(t.ID, Scotland, year); found {
			v.Low, v.High = o.Low, o.High
		}
	}
	return v, ok
}

// NotBeside holds that one place's figure isn't on one side of another's.
func (f *Facts) NotBeside(t *Thing, face Face, a, b string, year, sign int) Way {
	w := f.Beside(t, face, a, b, year, sign)
	va, okA := f.At(t, face, a, year)
	vb, okB := f.limits(t, face, b, year)
	if okA && okB && Unclear(va, vb) {
		w.Truth = Yes
		return w
	}
	w.Truth = w.Truth.Not()
	if okA && okB && va.Exact.Cmp(vb.Exact) == 0 {
		w.Truth = Yes
	}
	return w
}

// Gap holds by how much two places differ.
func (f *Facts) Gap(t *Thing, face Face, a, b string, year, sign int, q *Quantity) Way {
	w := f.Beside(t, face, a, b, year, sign)
	va, okA := f.At(t, face, a, year)
	vb, okB := f.At(t, face, b, year)
	if !okA || !okB {
		return w
	}
	sizes := Differences(vb, va, t.Unit, q)
	if sizes == nil {
		w.Truth = Unknown
		return w
	}
	if w.Truth == Yes && !q.isOneOf(sizes) {
		w.Truth = No
	}
	w.Expected += ": " + Differs(vb, va, t.Unit)
	return w
}

// Place is a place in messages.
func (f *Facts) Place(area string) string {
	switch {
	case area == Own:
		return f.Authority
	case area == Family:
		return "the family's average"
	case len(area) > 9 && area[:9] == "locality:":
		return area[9:]
	}
	return area
}

// OfAll holds a share of all spending.
func (f *Facts) OfAll(t *Thing, y int, q *Quantity) Way {
	w := Way{Year: y}
	total := f.Total()
	if total == nil {
		return w
	}
	part, ok1 := f.At(t, FaceSpend, Own, y)
	whole, ok2 := f.At(total, FaceSpend, Own, y)
	if !ok1 || !ok2 || whole.Exact.Sign() <= 0 {
		return w
	}
	p := new(big.Rat).Quo(part.Exact, whole.Exact)
	p.Mul(p, exact.Rat(100, 1))
	w.Truth, w.Expected, w.Evidence = TruthOf(Fits(q.In(), Value{Exact: p, Shown: ShownPercent(p)})), p.FloatString(1)+"% of all spending", Proof(part, y)
	return w
}

// VariedInAll holds an over- or underspend, by its sign, against those of all years from one on together.
func (f *Facts) VariedInAll(t *Thing, since, sign int, q *Quantity) Way {
	w := Way{Year: f.Year, Base: since}
	sum := new(big.Rat)
	for y := since; y <= f.Year; y++ {
		v, ok := f.At(t, FaceVariance, Own, y)
		if !ok {
			return w
		}
		sum.Add(sum, v.Exact)
		w.Evidence = append(w.Evidence, Proof(v, y)...)
	}
	w.Truth = TruthOf(sum.Sign() == sign && Fits(q.In(), Value{Exact: new(big.Rat).Abs(sum)}))
	w.Expected = DisplayOf(sum, FaceVariance) + " since " + YearName(since)
	return w
}

// VariedBy holds the size of an over- or underspend as a percentage of an amount, its own or another's.
func (f *Facts) VariedBy(t, other *Thing, of Face, year, sign int, q *Quantity) Way {
	w := Way{Year: year}
	v, okV := f.At(t, FaceVariance, Own, year)
	whole, okW := f.At(other, of, Own, year)
	if !okV || !okW || whole.Exact.Sign() <= 0 {
		return w
	}
	p := new(big.Rat).Quo(v.Exact, whole.Exact)
	p.Mul(p.Abs(p), exact.Rat(100, 1))
	w.Truth = TruthOf(v.Exact.Sign() == sign && Fits(q.In(), Value{Exact: p, Shown: ShownPercent(p)}))
	w.Expected, w.Evidence = v.Display+", or "+p.FloatString(1)+"%", Proof(v, year)
	return w
}
