package chart

import (
	"strings"

	"gonum.org/v1/plot/vg"

	"apr/internal/document"
)

// bars is the layout of horizontal bars: a group of them per category, each
// group's name next to it where the names are short and above it where they
// aren't.
type bars struct {
	unit      []string
	names     [][]string // each category's lines
	namesLeft bool       // the names are to the left of the bars
	left      vg.Length  // where the bars' area begins
	height    vg.Length  // what the chart needs
	bar       vg.Length  // one bar's thickness
	gap       vg.Length  // between groups
}

// nameGap is between a name and its bars.
func (d *drawing) nameGap() vg.Length { return 0.25 * d.em }

func (d *drawing) layOutBars() bars {
	b := bars{bar: 1.15 * d.em, gap: 0.75 * d.em, unit: d.unitLines("")}
	b.layOutNames(d)
	b.height = b.top(d) - b.gap/2
	for _, n := range b.names {
		b.height += b.group(d, n) + b.gap
	}
	return b
}

// layOutNames decides where the categories' names are.
func (b *bars) layOutNames(d *drawing) {
	f := d.regular()
	widest := f.widest(d.chart.Categories)
	b.namesLeft = widest <= 0.34*d.w
	width := d.w
	if b.namesLeft {
		width = widest + 0.1*d.em
		b.left = widest + 0.7*d.em
	}
	for _, c := range d.chart.Categories {
		b.names = append(b.names, f.wrap(c, width, 3))
	}
}

// top is where the first group begins.
func (b *bars) top(d *drawing) vg.Length {
	return vg.Length(len(b.unit))*d.lineHeight() + 0.5*d.em
}

// group is the height of one category's bars with their name.
func (b *bars) group(d *drawing, name []string) vg.Length {
	h, words := vg.Length(len(d.chart.Series))*b.bar, vg.Length(len(name))*d.lineHeight()
	if b.namesLeft {
		return max(h, words)
	}
	return h + words + d.nameGap()
}

// barChart draws bars from zero: to the right, and negative ones to the left.
func (d *drawing) barChart() {
	b := d.layOutBars()
	if d.h > b.height { // more room than needed goes between the groups
		b.gap += (d.h - b.height) / vg.Length(len(b.names))
	}
	d.column(d.regular(), b.unit, 0, 0)
	scale := d.newBarScale(b.left)
	y := b.top(d)
	first := y
	for i, name := range b.names {
		h := b.group(d, name)
		words := vg.Length(len(name)) * d.lineHeight()
		if b.namesLeft {
			d.column(d.regular(), name, 0, y+(h-words)/2)
			d.group(i, scale, b.bar, y+(h-vg.Length(len(d.chart.Series))*b.bar)/2)
		} else {
			d.group(i, scale, b.bar, d.column(d.regular(), name, 0, y)+d.nameGap())
		}
		y += h + b.gap
	}
	d.zeroLine(b, scale.x(0), first)
}

// zeroLine draws the line the bars start from: through all groups when names
// are next to them, and next to each group's bars when names are between.
func (d *drawing) zeroLine(b bars, x, y vg.Length) {
	width := 0.09 * d.em
	if b.namesLeft {
		end := y
		for _, n := range b.names {
			end += b.group(d, n) + b.gap
		}
		d.stroke(axisColour, width, nil, point{x, y - 0.2*d.em}, point{x, end - b.gap + 0.2*d.em})
		return
	}
	for _, n := range b.names {
		h := b.group(d, n)
		from := y + vg.Length(len(n))*d.lineHeight() + d.nameGap()
		d.stroke(axisColour, width, nil, point{x, from - 0.1*d.em}, point{x, y + h + 0.1*d.em})
		y += h + b.gap
	}
}

// barLabel is what is at a bar's end: its value, with its sign where bars
// diverge, and, where a category has several bars, the series' name.
func (d *drawing) barLabel(series int, p document.ChartPoint) string {
	label := d.own("no value")
	if p.Present {
		label = d.format(p.Value)
		if d.chart.Kind == document.DivergingChart && p.Value > 0 && strings.Trim(label, "0.%") != "" {
			label = "+" + label
		}
	}
	if name := d.chart.Series[series].Name; len(d.chart.Series) > 1 && name != "" {
		label += " " + name
	}
	return label
}

// group draws one category's bars from y down.
func (d *drawing) group(category int, scale barScale, thickness, y vg.Length) {
	f := d.regular()
	for i, s := range d.chart.Series {
		p := s.Points[category]
		label := d.barLabel(i, p)
		end := scale.zero
		if p.Present {
			end = scale.x(p.Value)
		}
		fill := colour(i)
		if d.chart.Kind == document.DivergingChart && end < scale.zero {
			fill = colour(i + 1)
		}
		if end != scale.zero {
			d.rectangle(fill, min(end, scale.zero), y+0.05*d.em, max(end-scale.zero, scale.zero-end), thickness-0.1*d.em)
		}
		x := end + 0.35*d.em
		if end < scale.zero {
			x = end - 0.35*d.em - f.Width(label)
		}
		d.text(f, label, x, y+thickness/2+0.35*d.em, textColour)
		y += thickness
	}
}

// barScale turns values into places across the bars' area.
type barScale struct {
	zero, unit vg.Length // where zero is; the length of 1
}

func (s barScale) x(v float64) vg.Length { return s.zero + vg.Length(v)*s.unit }

// newBarScale leaves room for each bar's label at its end.
func (d *drawing) newBarScale(left vg.Length) barScale {
	f := d.regular()
	var low, high float64       // of the values
	var before, after vg.Length // the widest labels on either side of the bars
	for i, s := range d.chart.Series {
		for _, p := range s.Points {
			w := f.Width(d.barLabel(i, p)) + 0.45*d.em
			switch {
			case p.Present && p.Value < 0:
				low, before = min(low, p.Value), max(before, w)
			case p.Present:
				high, after = max(high, p.Value), max(after, w)
			default:
				after = max(after, w)
			}
		}
	}
	room := d.w - left - before - after - 0.2*d.em
	if high == low || room < d.em {
		return barScale{zero: left + before}
	}
	unit := room / vg.Length(high-low)
	return barScale{zero: left + before - unit*vg.Length(low), unit: unit}
}
