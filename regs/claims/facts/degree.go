package facts

import "apr/regs/claims/exact"

// Degree is how far apart two figures are said to be.
type Degree int

const (
	ByAny     Degree = iota
	ByLittle         // "a shade below"
	ByFar            // "well above"
	Certainly        // "clearly", which of a survey says that its margins of error don't meet
)

// ofDegree takes the truth of a statement back where the two figures that it compares aren't as far apart as it says.
func (w Way) ofDegree(t *Thing, a, b Value, d Degree) Way {
	if w.Truth != Yes || d == ByAny {
		return w
	}
	if Unclear(a, b) && d != ByLittle {
		if w.Truth = Unknown; d == Certainly {
			w.Truth = No
		}
		return w
	}
	gap := exact.PercentApart(b.Exact, a.Exact)
	if gap == nil {
		return w
	}
	apart := func(percent int64) bool { return exact.MoreThan(gap, percent) }
	switch {
	case d == ByLittle && apart(12), d != ByLittle && !t.Survey && !apart(2):
		w.Truth = Unknown
	}
	return w
}

// BesideBy is Beside of two places whose figures are said to be so far apart.
func (f *Facts) BesideBy(t *Thing, face Face, a, b string, year, sign int, d Degree) Way {
	w := f.Beside(t, face, a, b, year, sign)
	if w.Truth != Yes || sign == 0 || d == ByAny {
		return w
	}
	va, _ := f.At(t, face, a, year)
	vb, _ := f.limits(t, face, b, year)
	return w.ofDegree(t, va, vb, d)
}

// MoveBy is Move by so much.
func (f *Facts) MoveBy(t *Thing, face Face, area string, base, at, sign int, d Degree) Way {
	w := f.Move(t, face, area, base, at, sign)
	if from, to, ok := f.Pair(t, face, area, base, at); ok && (t.Survey || d == ByLittle) {
		return w.ofDegree(t, to, from, d)
	}
	return w
}
