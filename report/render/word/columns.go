package word

import (
	"slices"

	"apr/internal/document"
	"apr/internal/tagpdf"
)

// Sizes of tables' text in points, and what a cell needs next to its text in twips.
const (
	tableSize, smallSize = 11.0, 10.0
	cellPadding          = 190
	twips                = 20 // of a point
)

// fit decides how wide each column is, in twips: Word would measure for itself, but
// other programs take what is written. It chooses the smaller text where words
// would be cut otherwise, and on landscape pages.
func (t *table) fit() []int {
	t.style = "TableText"
	least, natural := t.measure(tableSize)
	if t.Wide || sumOf(least) > float64(t.width) {
		t.style = "TableTextSmall"
		least, natural = t.measure(smallSize)
	}
	widths := share(least, natural, t.weights(), float64(t.width))
	out := make([]int, len(widths))
	for i, w := range widths {
		out[i] = max(int(w), 1)
	}
	return out
}

// measure is how wide each column must be for its longest word, and wants to be for
// its longest line, in twips.
func (t *table) measure(size float64) (least, natural []float64) {
	for _, at := range t.shown {
		head := t.Columns[at].Head
		word, whole := longest(head.String(), func(s string) float64 { return tagpdf.Bold.Width(size, s) })
		marks := float64(noteMarks(head)) * size / 2
		word, whole = word+marks, whole+marks
		for _, r := range t.Rows {
			c := r.Cells[at]
			a, b := longest(c.Content.String(), func(s string) float64 { return tagpdf.Regular.Width(size, s) })
			marks := float64(noteMarks(c.Content)) * size / 2
			a, b = a+marks, b+marks
			if c.Status != document.StatusNone {
				a, b = a+1.4*size, b+1.4*size
			}
			word, whole = max(word, a), max(whole, b)
		}
		least = append(least, word*twips+cellPadding)
		natural = append(natural, whole*twips+cellPadding)
	}
	at := 0
	for _, g := range t.GroupsOf(t.shown) {
		word, whole := longest(g.Head.String(), func(s string) float64 { return tagpdf.Bold.Width(size, s) })
		widen(least[at:at+g.Span], word*twips+cellPadding)
		widen(natural[at:at+g.Span], whole*twips+cellPadding)
		at += g.Span
	}
	return least, natural
}

// widen makes columns together as wide as the head above them needs.
func widen(widths []float64, need float64) {
	lack := need - sumOf(widths)
	for i := range widths {
		if lack > 0 {
			widths[i] += lack / float64(len(widths))
		}
	}
}

// noteMarks is how many marks of footnotes a text has, which are as wide as half a
// letter or so.
func noteMarks(is document.Inlines) int {
	n := 0
	for _, i := range is {
		if _, ok := i.(*document.NoteMark); ok {
			n++
		}
	}
	return n
}

func (t *table) weights() []float64 {
	var all []float64
	for _, at := range t.shown {
		all = append(all, t.Columns[at].Weight)
	}
	return all
}

// share divides a width among columns: as wide as they want where there is room,
// what is over by weight; else at least their longest word and more where little
// more makes a line whole; and where even the words don't fit, the longest are cut.
func share(least, natural, weights []float64, width float64) []float64 {
	if sumOf(least) > width {
		return capped(least, width)
	}
	if sumOf(natural) > width {
		lack := make([]float64, len(least))
		for i := range lack {
			lack[i] = natural[i] - least[i]
		}
		// Half of the room makes short texts whole, half goes to the long ones.
		room := width - sumOf(least)
		out := capped(lack, room/2)
		for i := range out {
			left := lack[i] - out[i]
			out[i] += least[i] + room/2*left/(sumOf(lack)-room/2)
		}
		return out
	}
	by := weights
	if sumOf(weights) == 0 {
		by = natural
	}
	out := make([]float64, len(least))
	for i := range out {
		out[i] = natural[i] + (width-sumOf(natural))*by[i]/sumOf(by)
	}
	return out
}

// capped cuts the largest values, all to one, so that their sum is what there is.
func capped(values []float64, sum float64) []float64 {
	most, left := 0.0, sum
	for i, v := range slices.Sorted(slices.Values(values)) {
		if most = left / float64(len(values)-i); v > most {
			break // the rest have this
		}
		left -= v
	}
	out := make([]float64, len(values))
	for i, v := range values {
		out[i] = min(v, most)
	}
	return out
}

func sumOf(values []float64) float64 {
	n := 0.0
	for _, v := range values {
		n += v
	}
	return n
}
