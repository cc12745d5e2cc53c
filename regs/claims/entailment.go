package claims

import (
	"fmt"
	"math/big"
	"slices"
	"strconv"
	"strings"

	"apr/internal/period"
	"apr/internal/source"
)

// truth is whether the facts bear a claim out.
type truth int

const (
	unknown truth = iota // the facts don't say
	yes
	no
)

// not is the truth of the opposite.
func (t truth) not() truth {
	switch t {
	case yes:
		return no
	case no:
		return yes
	}
	return unknown
}

// truthOf is yes or no.
func truthOf(b bool) truth {
	if b {
		return yes
	}
	return no
}

// way is one way to read a claim, and what comes of it.
type way struct {
	truth truth
	// expected is what the data have, in words.
	expected   string
	evidence   []source.Related
	year, base int
}

func itoa(n int) string { return strconv.Itoa(n) }

// yearName is a reporting year as people write it.
func yearName(y int) string { return period.Year(y).String() }

// when is the period of a figure in words.
func when(v Value, year int) string {
	if v.Period != "" && v.Period != yearName(year) {
		if len(v.Period) == len("2025") {
			return yearName(year) + " (calendar year " + v.Period + ")"
		}
		return yearName(year) + " (" + v.Period + ")" // a quarter, a month or a day
	}
	return yearName(year)
}

// proof is where a figure is.
func proof(v Value, year int) []source.Related {
	if v.Place.IsZero() {
		return nil
	}
	return []source.Related{{Position: v.Place, Message: v.Display + " in " + when(v, year)}}
}

// fits reports whether the interval holds a figure, as it is or as it is shown.
func fits(i Interval, v Value) bool {
	return i.has(v.Exact) || v.Shown != nil && i.has(v.Shown)
}

// level holds a figure against the one that the data have.
func (f *Facts) level(t *Thing, face Face, area string, year int, q *quantity) way {
	v, ok := f.at(t, face, area, year)
	if !ok {
		return way{year: year}
	}
	w := way{truth: truthOf(fits(q.in(), v)), expected: v.Display, evidence: proof(v, year), year: year}
	if face == variance { // the size of it
		size := Value{Exact: new(big.Rat).Abs(v.Exact)}
		w.truth = truthOf(fits(q.in(), size))
	}
	return w
}

// pair is the two figures of a change.
func (f *Facts) pair(t *Thing, face Face, area string, base, at int) (from, to Value, ok bool) {
	if base == at || !t.comparable(base, at) {
		return from, to, false
	}
	from, okFrom := f.at(t, face, area, base)
	to, okTo := f.at(t, face, area, at)
	return from, to, okFrom && okTo
}

// unclear reports whether two survey figures differ within their limits.
func unclear(a, b Value) bool {
	return a.Low != nil && b.Low != nil && a.High != nil && b.High != nil && a.Low.Cmp(b.High) <= 0 && b.Low.Cmp(a.High) <= 0
}

// sameShown reports whether two figures are shown alike.
func sameShown(a, b Value) bool { return a.Display == b.Display }

// fromTo says what a figure was in a year and in a later one.
func fromTo(from, to Value, base, at int) string {
	return from.Display + " in " + when(from, base) + " and " + to.Display + " in " + when(to, at)
}

// move holds a direction against two years' figures.
func (f *Facts) move(t *Thing, face Face, area string, base, at, sign int) way {
	from, to, ok := f.pair(t, face, area, base, at)
	w := way{year: at, base: base}
	if !ok {
		return w
	}
	w.expected, w.evidence = fromTo(from, to, base, at), append(proof(to, at), proof(from, base)...)
	switch d := to.Exact.Cmp(from.Exact); {
	case d == sign:
		w.truth = yes
	case d == -sign && !sameShown(from, to):
		w.truth = no
	}
	return w
}

// steady holds "remained stable" against two years' figures.
func (f *Facts) steady(t *Thing, face Face, area string, base, at int) way {
	from, to, ok := f.pair(t, face, area, base, at)
	w := way{year: at, base: base}
	if !ok {
		return w
	}
	w.expected, w.evidence = fromTo(from, to, base, at), append(proof(to, at), proof(from, base)...)
	d := percentChange(from.Exact, to.Exact)
	if d == nil {
		return w
	}
	d.Abs(d)
	switch {
	case unclear(from, to), sameShown(from, to), !t.Survey && d.Cmp(rat(2, 1)) <= 0:
		w.truth = yes
	case t.Survey && from.Low != nil || d.Cmp(rat(4, 1)) > 0:
		w.truth = no
	}
	return w
}

// delta holds the size of a change against two years' figures. The difference is
// taken of the figures and of what is shown of them: people subtract what they see.
func (f *Facts) delta(t *Thing, face Face, area string, base, at, sign int, q *quantity) way {
	from, to, ok := f.pair(t, face, area, base, at)
	w := way{year: at, base: base}
	if !ok {
		return w
	}
	unit := t.Unit
	if face == share {
		unit = percent
	}
	sizes := differences(from, to, unit, q)
	w.evidence = append(proof(to, at), proof(from, base)...)
	if sizes == nil && q.unit == points && strings.HasPrefix(string(t.Unit), "per ") {
		// A rate has no percentage points; the words may mean its own units.
		own := *q
		own.unit = bare
		if own := differences(from, to, t.Unit, &own); !slices.ContainsFunc(own, q.in().has) {
			w.truth, w.expected = no, fmt.Sprintf("%s: %s", fromTo(from, to, base, at), differs(from, to, t.Unit))
		}
		return w
	}
	if sizes == nil {
		return w
	}
	d := to.Exact.Cmp(from.Exact)
	held := false
	for _, s := range sizes {
		held = held || q.in().has(s)
	}
	w.expected = fmt.Sprintf("%s: %s", fromTo(from, to, base, at), differs(from, to, unit))
	w.truth = truthOf(held && (sign == 0 || d == sign))
	return w
}

// differences are the sizes that a change has in the quantity's unit; nil where
// it has none.
func differences(from, to Value, unit Unit, q *quantity) []*big.Rat {
	pairs := [][2]*big.Rat{{from.Exact, to.Exact}}
	if from.Shown != nil && to.Shown != nil {
		pairs = append(pairs, [2]*big.Rat{from.Shown, to.Shown})
	}
	if unit == pounds {
		pairs = append(pairs, [2]*big.Rat{inMillions(from.Exact), inMillions(to.Exact)})
	}
	var out []*big.Rat
	for _, p := range pairs {
		switch {
		case q.unit == percent:
			d := percentChange(p[0], p[1])
			if d == nil {
				return nil
			}
			out = append(out, d.Abs(d))
		case q.unit == points && unit != pounds && !strings.HasPrefix(string(unit), "per "), q.unit == bare && unit != percent && unit != pounds, q.unit == pounds && unit == pounds:
			d := new(big.Rat).Sub(p[1], p[0])
			out = append(out, d.Abs(d))
		default:
			return nil
		}
	}
	return out
}

// inMillions is an amount as texts have it, to a tenth of a million pounds; one below a
// million as it is.
func inMillions(v *big.Rat) *big.Rat {
	if new(big.Rat).Abs(v).Cmp(rat(1_000_000, 1)) < 0 {
		return v
	}
	m := parsed(new(big.Rat).Quo(v, rat(1_000_000, 1)).FloatString(1))
	return m.Mul(m, rat(1_000_000, 1))
}

// differs is a change in words: "down 2.2%", "up 10.9 percentage points".
func differs(from, to Value, unit Unit) string {
	d := new(big.Rat).Sub(to.Exact, from.Exact)
	way := "up "
	if d.Sign() < 0 {
		way = "down "
	}
	if d.Sign() == 0 {
		return "unchanged"
	}
	p := percentChange(from.Exact, to.Exact)
	switch {
	case unit == percent && p != nil:
		return way + d.Abs(d).FloatString(1) + " percentage points, or " + p.Abs(p).FloatString(1) + "%"
	case p != nil:
		return way + p.Abs(p).FloatString(1) + "%"
	}
	return way + d.Abs(d).FloatString(1)
}

// ratio holds "halved" and "doubled" against two years' figures: more is true of
// "more than halved", nearly of "almost".
func (f *Facts) ratio(t *Thing, face Face, area string, base, at, times int, h hedge) way {
	from, to, ok := f.pair(t, face, area, base, at)
	w := way{year: at, base: base}
	if !ok || from.Exact.Sign() <= 0 {
		return w
	}
	w.expected, w.evidence = fromTo(from, to, base, at), append(proof(to, at), proof(from, base)...)
	w.truth = truthOf(timesHeld(from.Exact, to.Exact, times, h))
	return w
}

// timesHeld reports whether b is so many times a: -2 is half.
func timesHeld(a, b *big.Rat, times int, h hedge) bool {
	r := new(big.Rat).Quo(b, a)
	exactly := rat(int64(times), 1)
	if times < 0 {
		exactly = rat(1, int64(-times))
	}
	d := new(big.Rat).Mul(exactly, rat(12, 100))
	switch h {
	case over:
		if times < 0 {
			return r.Cmp(exactly) < 0
		}
		return r.Cmp(exactly) > 0
	case under:
		return r.Cmp(exactly) < 0
	case nearly:
		wide := new(big.Rat).Mul(exactly, rat(20, 100))
		return around(exactly, wide).has(r)
	}
	return around(exactly, d).has(r)
}

// beside holds a comparison of two places against their figures: sign is 1 for
// above, -1 for below, 0 for alike.
func (f *Facts) beside(t *Thing, face Face, a, b string, year, sign int) way {
	w := way{year: year}
	va, okA := f.at(t, face, a, year)
	vb, okB := f.limits(t, face, b, year)
	if !okA || !okB {
		return w
	}
	w.expected = fmt.Sprintf("%s %s and %s %s in %s", f.place(a), va.Display, f.place(b), vb.Display, when(va, year))
	w.evidence = proof(va, year)
	d := va.Exact.Cmp(vb.Exact)
	if sign != 0 {
		switch {
		case d == sign:
			w.truth = yes
		case d == -sign && !sameShown(va, vb):
			w.truth = no
		}
		return w
	}
	gap := percentChange(vb.Exact, va.Exact)
	if gap == nil {
		return w
	}
	gap.Abs(gap)
	switch {
	case unclear(va, vb), gap.Cmp(rat(3, 1)) <= 0:
		w.truth = yes
	case gap.Cmp(rat(8, 1)) > 0 && (!t.Survey || vb.Low != nil):
		w.truth = no
	}
	return w
}

// limits is a figure with its confidence limits, which Scotland's has in its own row.
func (f *Facts) limits(t *Thing, face Face, area string, year int) (Value, bool) {
	v, ok := f.at(t, face, area, year)
	if ok && v.Low == nil && area == scotland && t.Survey && f.Elsewhere != nil {
		if o, found := f.Elsewhere(t.ID, scotland, year); found {
			v.Low, v.High = o.Low, o.High
		}
	}
	return v, ok
}

// clearlyAbove reports whether one place's figure is clearly above another's.
func (f *Facts) notBeside(t *Thing, face Face, a, b string, year, sign int) way {
	w := f.beside(t, face, a, b, year, sign)
	va, okA := f.at(t, face, a, year)
	vb, okB := f.limits(t, face, b, year)
	if okA && okB && unclear(va, vb) {
		w.truth = yes
		return w
	}
	w.truth = w.truth.not()
	if okA && okB && va.Exact.Cmp(vb.Exact) == 0 {
		w.truth = yes
	}
	return w
}

// gap holds by how much two places differ.
func (f *Facts) gap(t *Thing, face Face, a, b string, year, sign int, q *quantity) way {
	w := f.beside(t, face, a, b, year, sign)
	va, okA := f.at(t, face, a, year)
	vb, okB := f.at(t, face, b, year)
	if !okA || !okB {
		return w
	}
	sizes := differences(vb, va, t.Unit, q)
	if sizes == nil {
		w.truth = unknown
		return w
	}
	held := slices.ContainsFunc(sizes, q.in().has)
	if w.truth == yes && !held {
		w.truth = no
	}
	w.expected += ": " + differs(vb, va, t.Unit)
	return w
}

// place is a place in messages.
func (f *Facts) place(area string) string {
	switch {
	case area == own:
		return f.Authority
	case area == family:
		return "the family's average"
	case len(area) > 9 && area[:9] == "locality:":
		return area[9:]
	}
	return area
}
