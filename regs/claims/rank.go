package claims

import (
	"fmt"
)

// extreme holds "the lowest since", over the years first to last, against the
// figure of year; rank is 2 for "the second lowest".
func (f *Facts) extreme(t *Thing, face Face, area string, year, first, last, sign, rank int) way {
	w := way{year: year}
	v, ok := f.at(t, face, area, year)
	if !ok {
		return w
	}
	beyond, seen := 0, 0
	var best Value
	bestYear := 0
	for y := first; y <= last; y++ {
		o, ok := f.at(t, face, area, y)
		if !ok || y == year || !t.comparable(y, year) {
			continue
		}
		seen++
		if o.Exact.Cmp(v.Exact) == sign && !sameShown(o, v) {
			beyond++
		}
		if bestYear == 0 || o.Exact.Cmp(best.Exact) == sign {
			best, bestYear = o, y
		}
	}
	if seen == 0 {
		return w
	}
	w.truth = truthOf(beyond == rank-1)
	w.expected = v.Display + " in " + when(v, year)
	w.evidence = proof(v, year)
	if beyond >= rank {
		w.expected += ", and " + best.Display + " in " + when(best, bestYear)
		w.evidence = append(w.evidence, proof(best, bestYear)...)
	}
	return w
}

// placeAmong is the figure's place among all authorities', from the highest where
// sign is 1, and how many there are; best and worst count equals in favour.
func (f *Facts) placeAmong(t *Thing, year, sign int) (best, worst, of int, v Value, ok bool) {
	v, ok = f.at(t, value, own, year)
	if !ok || f.Everywhere == nil || t.Kind != isIndicator {
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

// ranked holds a place among the authorities.
func (f *Facts) ranked(t *Thing, year, sign, rank int) way {
	w := way{year: year}
	best, worst, of, v, ok := f.placeAmong(t, year, sign)
	if !ok {
		return w
	}
	w.truth = truthOf(best <= rank && rank <= worst)
	from := "highest"
	if sign < 0 {
		from = "lowest"
	}
	w.expected = fmt.Sprintf("%s is in place %d of %d from the %s", v.Display, best, of, from)
	w.evidence = proof(v, year)
	return w
}

// group holds the place of an amount among those of its group.
func (f *Facts) group(t *Thing, face Face, year, sign, rank int) way {
	w := way{year: year}
	v, ok := f.at(t, face, own, year)
	if !ok {
		return w
	}
	beyond, n := 0, 0
	var best *Thing
	for _, o := range f.Things {
		ov, ok := f.at(o, face, own, year)
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
	w.truth = truthOf(beyond == rank-1)
	w.expected = fmt.Sprintf("%s with %s is in place %d of %d", t.called(), v.Display, beyond+1, n)
	w.evidence = proof(v, year)
	if best != nil {
		ov, _ := f.at(best, face, own, year)
		w.evidence = append(w.evidence, proof(ov, year)...)
	}
	return w
}

// run holds that figures moved one way n times in a row up to a year.
func (f *Facts) run(t *Thing, face Face, area string, at, n, sign int) way {
	w := way{year: at, base: at - n}
	if n < 1 {
		return w
	}
	y := at
	for range n {
		b := f.before(t, face, area, y)
		if b == 0 || !t.Survey && b != y-1 {
			return way{year: at}
		}
		from, _ := f.at(t, face, area, b)
		to, _ := f.at(t, face, area, y)
		w.evidence = append(w.evidence, proof(to, y)...)
		if to.Exact.Cmp(from.Exact) != sign && !(sameShown(from, to) && to.Exact.Cmp(from.Exact) != 0) {
			w.truth, w.expected = no, fromTo(from, to, b, y)
			w.evidence = append(proof(to, y), proof(from, b)...)
			return w
		}
		y = b
	}
	w.truth = yes
	return w
}

// spent holds that n years in a row up to one ended with an over- or underspend.
func (f *Facts) spent(t *Thing, at, n, sign int) way {
	w := way{year: at, base: at - n + 1}
	for y := at; y > at-n; y-- {
		v, ok := f.at(t, variance, own, y)
		if !ok {
			return way{year: at}
		}
		if v.Exact.Sign() != sign {
			w.truth, w.expected, w.evidence = no, v.Display+" in "+yearName(y), proof(v, y)
			return w
		}
		w.evidence = append(w.evidence, proof(v, y)...)
	}
	w.truth = yes
	return w
}
