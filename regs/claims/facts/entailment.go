package facts

import (
	"fmt"
	"math/big"
	"slices"
	"strings"

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

// Pair is the two figures of a change.
func (f *Facts) Pair(t *Thing, face Face, area string, base, at int) (from, to Value, ok bool) {
	if base == at || !t.Comparable(base, at) {
		return from, to, false
	}
	from, okFrom := f.At(t, face, area, base)
	to, okTo := f.At(t, face, area, at)
	return from, to, okFrom && okTo
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
	from, to, ok := f.Pair(t, face, area, base, at)
	w := Way{Year: at, Base: base}
	if !ok {
		return w
	}
	w.Expected, w.Evidence = FromTo(from, to, base, at), append(Proof(to, at), Proof(from, base)...)
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
	from, to, ok := f.Pair(t, face, area, base, at)
	w := Way{Year: at, Base: base}
	if !ok {
		return w
	}
	w.Expected, w.Evidence = FromTo(from, to, base, at), append(Proof(to, at), Proof(from, base)...)
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
	from, to, ok := f.Pair(t, face, area, base, at)
	w := Way{Year: at, Base: base}
	if !ok {
		return w
	}
	unit := t.Unit
	if face == FaceShare {
		unit = Percent
	}
	sizes := Differences(from, to, unit, q)
	w.Evidence = append(Proof(to, at), Proof(from, base)...)
	if sizes == nil && q.Unit == Points && strings.HasPrefix(string(t.Unit), "per ") {
		// A rate has no percentage points; the words may mean its own units.
		own := *q
		own.Unit = Bare
		if own := Differences(from, to, t.Unit, &own); !slices.ContainsFunc(own, q.In().Has) {
			w.Truth, w.Expected = No, fmt.Sprintf("%s: %s", FromTo(from, to, base, at), Differs(from, to, t.Unit))
		}
		return w
	}
	if sizes == nil {
		return w
	}
	d := to.Exact.Cmp(from.Exact)
	w.Expected = fmt.Sprintf("%s: %s", FromTo(from, to, base, at), Differs(from, to, unit))
	w.Truth = TruthOf(q.IsOneOf(sizes) && (sign == 0 || d == sign))
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
	from, to, ok := f.Pair(t, face, area, base, at)
	w := Way{Year: at, Base: base}
	if !ok || from.Exact.Sign() <= 0 {
		return w
	}
	w.Expected, w.Evidence = FromTo(from, to, base, at), append(Proof(to, at), Proof(from, base)...)
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
	if w.Truth == Yes && !q.IsOneOf(sizes) {
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

// Moved is no where two years' figures, which differ by a little, aren't a survey's and aren't
// shown alike; unknown else.
func (f *Facts) Moved(t *Thing, face Face, area string, base, at int) Truth {
	from, to, ok := f.Pair(t, face, area, base, at)
	if !ok || t.Survey || SameShown(from, to) {
		return Unknown
	}
	return No
}

// OfAll holds a share of all spending.
func (f *Facts) OfAll(t *Thing, y int, q *Quantity) Way {
	w := Way{Year: y}
	var total *Thing
	for _, o := range f.Things {
		if o.ID == "total" {
			total = o
		}
	}
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
