package chart

import (
	"cmp"
	"math"
	"slices"
	"strings"

	"gonum.org/v1/plot/vg"
)

// endLabel names a series at its line's end, with its last value.
type endLabel struct {
	series int
	face   face
	lines  []string
	width  vg.Length
	last   int // the category of the last value, or -1
}

// crowded reports whether there are so many lines that their labels need the
// chart's whole height.
func (l *lines) crowded() bool { return len(l.chart.Series) > 3 }

// labelsApart is the space between two lines' labels, in heights of text.
const labelsApart = 0.15

// labelGap is between the lines' ends and their labels: wide enough, where
// labels will have to move, to follow a line from one to the other.
func (l *lines) labelGap() vg.Length {
	if l.crowded() {
		return 1.5 * l.em
	}
	return 0.8 * l.em
}

// layOutEndLabels breaks the series' names to about a quarter of the width,
// and a little more where that saves a word.
func (l *lines) layOutEndLabels() []endLabel {
	var labels []endLabel
	for i, s := range l.chart.Series {
		e := endLabel{series: i, face: l.regular(), last: -1}
		if s.Lead {
			e.face = l.bold()
		}
		for j, p := range s.Points {
			if p.Present {
				e.last = j
			}
		}
		width := max(0.26*l.w, min(0.32*l.w, e.face.widest(strings.Fields(s.Name))))
		e.lines = e.face.wrap(cmp.Or(s.Name, "–"), width, 3)
		value := l.own("no values")
		if e.last >= 0 {
			value = l.format(s.Points[e.last].Value)
		}
		if last := len(e.lines) - 1; l.crowded() && e.face.Width(e.lines[last]+" "+value) <= width {
			e.lines[last] += " " + value
		} else {
			e.lines = append(e.lines, value)
		}
		e.width = e.face.widest(e.lines)
		labels = append(labels, e)
	}
	return labels
}

// endLabels writes the labels as near to their lines' ends as they can be
// without touching one another; a thin dotted line leads to one that had to
// move or whose line ends early.
func (l *lines) endLabels() {
	wanted := func(e endLabel) vg.Length { // the label's centre
		if e.last < 0 {
			return l.bottom
		}
		return l.point(e.series, e.last).y
	}
	labels := slices.Clone(l.labels)
	slices.SortStableFunc(labels, func(a, b endLabel) int { return cmp.Compare(wanted(a), wanted(b)) })
	var centres, heights []vg.Length
	for _, e := range labels {
		centres = append(centres, wanted(e))
		heights = append(heights, vg.Length(len(e.lines))*l.lineHeight())
	}
	column := l.right + l.labelGap()
	top := vg.Length(0) // below what stands above the column
	for _, b := range l.written {
		if b.right > column-0.3*l.em && b.bottom < l.top {
			top = max(top, b.bottom+0.1*l.em)
		}
	}
	tops := apart(centres, heights, labelsApart*l.em, top, l.bottom+0.3*l.em)
	for i, e := range labels {
		l.column(e.face, e.lines, column, tops[i])
		if e.last < 0 {
			continue
		}
		end, to := l.point(e.series, e.last), point{column - 0.15*l.em, tops[i] + heights[i]/2}
		if moved := to.y - end.y; e.last < len(l.chart.Categories)-1 || moved > heights[i]/2 || moved < -heights[i]/2 {
			l.stroke(axisColour, 0.07*l.em, []vg.Length{0.1 * l.em, 0.2 * l.em}, point{end.x + 0.4*l.em, end.y}, to)
		}
	}
}

// apart stacks boxes, given from top to bottom by their wanted centres and
// their heights, so that they keep a gap and stay between low and high; it
// returns their tops. Boxes that would touch move by the same distance.
func apart(centres, heights []vg.Length, gap, low, high vg.Length) []vg.Length {
	tops := make([]vg.Length, len(centres))
	for i := range tops {
		tops[i] = max(low, centres[i]-heights[i]/2)
	}
	for range len(tops) + 1 { // each pass joins the boxes that touch
		for i := 1; i < len(tops); i++ {
			if over := tops[i-1] + heights[i-1] + gap - tops[i]; over > 0 {
				tops[i-1] -= over / 2
				tops[i] += over / 2
			}
		}
	}
	end := high
	for i := len(tops) - 1; i >= 0; i-- { // within the foot
		tops[i] = min(tops[i], end-heights[i])
		end = tops[i] - gap
	}
	end = low
	for i := range tops { // within the head, and exactly apart
		tops[i] = max(tops[i], end)
		end = tops[i] + heights[i] + gap
	}
	return tops
}

// box is a rectangle in the drawing.
type box struct{ left, top, right, bottom vg.Length }

// grown is the box with more on all sides.
func (b box) grown(x, y vg.Length) box { return box{b.left - x, b.top - y, b.right + x, b.bottom + y} }

func (b box) overlaps(o box) bool {
	return b.left < o.right && o.left < b.right && b.top < o.bottom && o.top < b.bottom
}

// crosses reports whether the line from p to q touches the box.
func (b box) crosses(p, q point) bool {
	const steps = 24
	for i := range steps + 1 {
		t := vg.Length(i) / steps
		x, y := p.x+t*(q.x-p.x), p.y+t*(q.y-p.y)
		if x > b.left && x < b.right && y > b.top && y < b.bottom {
			return true
		}
	}
	return false
}

// firstValues labels each series' first point, and the first after a break,
// with its value. Of many lines the figure's data has them: their labels would huddle.
func (l *lines) firstValues() {
	if l.crowded() {
		return
	}
	for _, e := range l.labels {
		points := l.chart.Series[e.series].Points
		pending := true
		for i, p := range points {
			pending = pending || p.Break
			if !pending || !p.Present {
				continue
			}
			pending = false
			if i != e.last { // which its end label says
				l.valueLabel(l.point(e.series, i), l.format(p.Value))
			}
		}
	}
}

// valueLabel writes a value next to, above or below its point, where it covers
// least. Where it would meet another label it is left to the figure's data.
func (l *lines) valueLabel(at point, label string) {
	f, em := l.regular(), l.em
	w := f.Width(label)
	best, bestCost := box{}, math.Inf(1)
	for rank, from := range []point{
		{at.x - w - 0.5*em, at.y + 0.35*em},
		{at.x - w/2, at.y - 0.55*em}, {at.x - w/2, at.y + 1.3*em},
		{at.x - w, at.y - 0.5*em}, {at.x - w, at.y + 1.2*em},
		{at.x - w - 0.4*em, at.y - 0.1*em}, {at.x - w - 0.4*em, at.y + 0.8*em},
		{at.x + 0.5*em, at.y - 0.3*em}, {at.x + 0.5*em, at.y + 1.0*em},
		{at.x - w/2, at.y - 1.1*em}, {at.x - w/2, at.y + 1.9*em},
	} {
		x := max(from.x, l.left+0.5*em) // well off the labels of the axis
		b := box{x, from.y - 0.8*em, x + w, from.y + 0.12*em}
		if cost := l.cost(b) + 0.05*float64(rank); cost < bestCost {
			best, bestCost = b, cost
		}
	}
	limit := float64(overlapCost)
	if l.w < 26*l.em { // little room
		limit = 2 // nor any line
	}
	if bestCost < limit {
		l.text(f, label, best.left, best.bottom-0.12*em, textColour)
	}
}

// overlapCost is the cost of covering another label.
const overlapCost = 20

// cost is how badly a label would be in a box: over lines and markers,
// close to other labels, or outside the plot.
func (l *lines) cost(b box) float64 {
	cost := 0.0
	if b.top < l.top-1.2*l.em || b.bottom > l.bottom {
		cost += 8
	}
	for _, o := range l.written {
		if b.grown(0.35*l.em, 0.1*l.em).overlaps(o) {
			cost += overlapCost
		}
	}
	for _, x := range l.rules {
		if x > b.left-0.1*l.em && x < b.right+0.1*l.em {
			cost += 4
		}
	}
	for i, s := range l.chart.Series {
		for j, p := range s.Points {
			if !p.Present {
				continue
			}
			at, r := l.point(i, j), 0.3*l.em
			if b.overlaps(box{at.x - r, at.y - r, at.x + r, at.y + r}) {
				cost += 3
			}
			if j > 0 && s.Points[j-1].Present && !p.Break && b.crosses(l.point(i, j-1), at) {
				cost += 2
			}
		}
	}
	return cost
}
