package chart

import (
	"slices"

	"gonum.org/v1/plot/vg"
)

// lines is a line chart's layout.
type lines struct {
	*drawing
	axis                     axis
	left, right, top, bottom vg.Length   // of the plot
	inset                    vg.Length   // from the axis to the first category
	breakRow                 vg.Length   // the baseline of "not comparable"
	rules                    []vg.Length // where the breaks' rules are
	labels                   []endLabel
}

func (d *drawing) lineChart() {
	a, ok := newAxis(d.chart)
	if !ok {
		d.emptyLineChart()
		return
	}
	l := &lines{drawing: d, axis: a}
	y := d.column(d.regular(), d.unitLines(l.remark()), 0, 0)
	if slices.Contains(l.breaks(), true) {
		y += d.lineHeight()
		l.breakRow = y - 0.1*d.em
	}
	l.top, l.bottom = y+0.8*d.em, d.h-1.7*d.em
	if l.hasProxy() {
		l.bottom -= l.proxyKey() + 0.1*d.em
	}
	l.layOutColumns()
	l.grid()
	l.categoryLabels()
	l.breakRules()
	for _, i := range l.order() {
		l.series(i)
	}
	l.endLabels()
	l.firstValues()
}

// order is that in which lines are drawn: the ones that the figure's words are about last,
// and so on top.
func (l *lines) order() (order []int) {
	for _, lead := range []bool{false, true} {
		for i := len(l.chart.Series) - 1; i >= 0; i-- {
			if l.chart.Series[i].Lead == lead {
				order = append(order, i)
			}
		}
	}
	return order
}

// least is the height in which the lines' labels keep apart, below the unit and above
// the years.
func (d *drawing) least() vg.Length {
	a, ok := newAxis(d.chart)
	if !ok {
		return 8 * d.em
	}
	l := &lines{drawing: &drawing{chart: d.chart, words: d.words, w: d.w, em: d.em}, axis: a}
	l.layOutColumns()
	h := vg.Length(len(d.unitLines(l.remark()))) * d.lineHeight()
	if slices.Contains(l.breaks(), true) {
		h += d.lineHeight()
	}
	labels := vg.Length(0)
	for _, e := range l.labels {
		labels += vg.Length(len(e.lines))*d.lineHeight() + labelsApart*d.em
	}
	h += max(labels, 4*d.em) + 2*d.em
	if l.hasProxy() {
		h += vg.Length(len(l.proxyWords()))*d.lineHeight() + 0.1*d.em
	}
	return h
}

// remark is what has to be said of an axis that doesn't start at zero, shorter where that
// saves a line.
func (l *lines) remark() string {
	long, short := l.own("axis doesn’t start at zero"), l.own("axis not from zero")
	switch {
	case l.axis.low <= 0 && l.axis.high >= 0:
		return ""
	case len(l.unitLines(long)) > 1:
		return short
	}
	return long
}

// emptyLineChart says that there is nothing to draw.
func (d *drawing) emptyLineChart() {
	l := &lines{drawing: d, left: 0.2 * d.em, right: d.w - 0.2*d.em, top: 2 * d.em, bottom: d.h - 1.7*d.em}
	d.column(d.regular(), d.unitLines(""), 0, 0)
	d.stroke(axisColour, 0.06*d.em, nil, point{l.left, l.bottom}, point{l.right, l.bottom})
	l.left, l.right = l.left+2*d.em, l.right-2*d.em
	l.categoryLabels()
	none := d.own("No values in these years")
	f := d.bold()
	d.text(f, none, (d.w-f.Width(none))/2, (l.top+l.bottom)/2, textColour)
}

// layOutColumns divides the width between the ticks' labels, the plot and the
// lines' labels.
func (l *lines) layOutColumns() {
	var ticks []string
	for _, t := range l.axis.ticks {
		ticks = append(ticks, l.formatWith(t, l.axis.decimals))
	}
	l.left = l.regular().widest(ticks) + 0.5*l.em
	l.labels = l.layOutEndLabels()
	var widest vg.Length
	for _, e := range l.labels {
		widest = max(widest, e.width)
	}
	l.right = l.w - widest - l.labelGap() - 0.3*l.em
	l.setInset()
}

// setInset moves the first category off the axis as far as the first values'
// labels need to be next to their points, if the categories' names then
// still have room.
func (l *lines) setInset() {
	var widest vg.Length
	for _, s := range l.chart.Series {
		if p := s.Points[0]; p.Present && len(s.Points) > 1 {
			widest = max(widest, l.regular().Width(l.format(p.Value)))
		}
	}
	for _, l.inset = range []vg.Length{widest + 1.1*l.em, widest + 0.75*l.em, widest, 1.2 * l.em} {
		if l.inset >= 1.2*l.em && l.inset <= (l.right-l.left)/3 && l.fits(1) {
			return
		}
	}
}

// x is the place of a category: the first a little off the axis.
func (l *lines) x(category int) vg.Length {
	n := len(l.chart.Categories)
	if n == 1 {
		return (l.left + l.right) / 2
	}
	return l.left + l.inset + vg.Length(category)*(l.right-l.left-l.inset)/vg.Length(n-1)
}

// y is the place of a value.
func (l *lines) y(value float64) vg.Length {
	return l.bottom - vg.Length((value-l.axis.low)/(l.axis.high-l.axis.low))*(l.bottom-l.top)
}

func (l *lines) point(series, category int) point {
	return point{l.x(category), l.y(l.chart.Series[series].Points[category].Value)}
}

func (l *lines) grid() {
	f := l.regular()
	for i, t := range l.axis.ticks {
		y, c := l.y(t), gridColour
		if i == 0 {
			c = axisColour
		}
		l.stroke(c, 0.06*l.em, nil, point{l.left, y}, point{l.right, y})
		label := l.formatWith(t, l.axis.decimals)
		l.text(f, label, l.left-0.4*l.em-f.Width(label), y+0.35*l.em, textColour)
	}
}

// place is from where to where a category's label is.
func (l *lines) place(category int) (from, to vg.Length) {
	w := l.regular().Width(l.chart.Categories[category])
	from = min(max(0, l.x(category)-w/2), l.w-w)
	return from, from + w
}

// fits reports whether the labels of each step-th category, counted back from
// the last, are clear of one another.
func (l *lines) fits(step int) bool {
	for i := len(l.chart.Categories) - 1; i-step >= 0; i -= step {
		from, _ := l.place(i)
		if _, to := l.place(i - step); to+0.35*l.em > from {
			return false
		}
	}
	return true
}

// categoryLabels writes the categories under the axis: all, or as many as have
// room.
func (l *lines) categoryLabels() {
	n, step := len(l.chart.Categories), 1
	for step < n && !l.fits(step) {
		step++
	}
	for i := n - 1; i >= 0; i -= step {
		from, _ := l.place(i)
		l.text(l.regular(), l.chart.Categories[i], from, l.bottom+1.35*l.em, textColour)
	}
}

// breaks says before which categories a break is.
func (l *lines) breaks() []bool {
	at := make([]bool, len(l.chart.Categories))
	for _, s := range l.chart.Series {
		for i, p := range s.Points {
			at[i] = at[i] || p.Break
		}
	}
	return at
}

func (l *lines) breakRules() {
	words := l.own("not comparable")
	f := l.regular()
	w := f.Width(words)
	free := vg.Length(0) // where the last words ended
	for i, broken := range l.breaks() {
		if !broken {
			continue
		}
		x := l.x(i)
		if i > 0 {
			x = (x + l.x(i-1)) / 2
		} else {
			x = (x + l.left) / 2
		}
		l.rules = append(l.rules, x)
		l.stroke(axisColour, 0.1*l.em, []vg.Length{0.3 * l.em, 0.25 * l.em}, point{x, l.breakRow + 0.3*l.em}, point{x, l.bottom})
		if from := min(max(0, x-w/2), l.w-w); from >= free {
			l.text(f, words, from, l.breakRow, textColour)
			free = from + w + 0.4*l.em
		}
	}
}

// series draws one line, interrupted by gaps and breaks, and its markers.
func (l *lines) series(i int) {
	s := l.seriesStroke(i)
	var run []point
	for j, p := range l.chart.Series[i].Points {
		if !p.Present || p.Break {
			l.stroke(s.colour, s.width, s.dash, run...)
			run = nil
		}
		if p.Present {
			run = append(run, l.point(i, j))
		}
	}
	l.stroke(s.colour, s.width, s.dash, run...)
	for j, p := range l.chart.Series[i].Points {
		if p.Present {
			l.mark(s.marker, s.colour, l.point(i, j), 0.3*l.em, p.Proxy)
		}
	}
}

func (l *lines) hasProxy() bool {
	for _, s := range l.chart.Series {
		for _, p := range s.Points {
			if p.Present && p.Proxy {
				return true
			}
		}
	}
	return false
}

// proxyWords say what a hollow marker means, shorter where that saves a line. A browser
// may lack the font that they are measured with: a fifth is left for wider ones.
func (l *lines) proxyWords() []string {
	long, short := l.own("Hollow: on another basis, such as a calendar year"), l.own("Hollow: a calendar year or another basis")
	f, width := l.regular(), l.w-1.3*l.em
	if 1.2*f.Width(long) > width {
		return f.wrap(short, width, 2)
	}
	return []string{long}
}

// proxyKey says at the foot what a hollow marker means, and returns its height.
func (l *lines) proxyKey() vg.Length {
	f, words := l.regular(), l.proxyWords()
	h := vg.Length(len(words)) * l.lineHeight()
	s := l.seriesStroke(0)
	l.mark(s.marker, s.colour, point{0.4 * l.em, l.h - h + 0.62*l.em}, 0.3*l.em, true)
	l.column(f, words, 1.1*l.em, l.h-h)
	return h
}
