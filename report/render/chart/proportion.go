package chart

import (
	"image/color"
	"strings"

	"gonum.org/v1/plot/vg"
)

// shares is the layout of stacked bars, one per category. The series' names
// are over the first bar's segments where each has room there; otherwise
// they are listed above the bars with a letter that the segments repeat.
type shares struct {
	bars
	over     [][]string // the names' lines over the first bar; nil for a list
	overRows int
	list     []listed
	listRows int
	unitSize vg.Length // the length of 1
}

// listed is one name in the list above the bars.
type listed struct {
	text string
	x    vg.Length
	row  int
}

const letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"

// letter stands for a series where its name has no room.
func letter(series int) string { return letters[series%len(letters) : series%len(letters)+1] }

func (d *drawing) layOutShares() shares {
	s := shares{bars: bars{bar: 1.9 * d.em, gap: 0.6 * d.em, unit: d.unitLines("")}}
	s.layOutNames(d)
	largest := 0.0
	for i := range d.chart.Categories {
		sum := 0.0
		for _, series := range d.chart.Series {
			if p := series.Points[i]; p.Present {
				sum += p.Value
			}
		}
		largest = max(largest, sum)
	}
	if largest > 0 {
		s.unitSize = (d.w - s.left) / vg.Length(largest)
	}
	if !s.namesOver(d) {
		s.listNames(d)
		s.bar = 2.5 * d.em // for two lines
	}
	s.height = s.top(d) - s.gap/2
	for _, n := range s.names {
		s.height += s.group(d, n) + s.gap
	}
	return s
}

// top is where the first group begins, under the unit and the series' names.
func (s *shares) top(d *drawing) vg.Length {
	return s.bars.top(d) + vg.Length(s.overRows)*d.lineHeight() + vg.Length(s.listRows)*1.4*d.em
}

// group is the height of one category's bar with its name.
func (s *shares) group(d *drawing, name []string) vg.Length {
	words := vg.Length(len(name)) * d.lineHeight()
	if s.namesLeft {
		return max(s.bar, words)
	}
	return s.bar + words + d.nameGap()
}

// namesOver lays the names out over the first bar, if each fits over its
// segment in two lines of whole words.
func (s *shares) namesOver(d *drawing) bool {
	if !s.namesLeft {
		return false
	}
	f := d.regular()
	var over [][]string
	rows := 0
	for _, series := range d.chart.Series {
		width := vg.Length(0)
		if p := series.Points[0]; p.Present {
			width = vg.Length(p.Value)*s.unitSize - 0.3*d.em
		}
		lines := f.wrap(series.Name, max(width, 1), 3)
		if len(lines) > 2 || f.widest(strings.Fields(series.Name)) > width {
			return false
		}
		over, rows = append(over, lines), max(rows, len(lines))
	}
	s.over, s.overRows = over, rows
	return true
}

// listNames lays the names out in rows.
func (s *shares) listNames(d *drawing) {
	f := d.regular()
	x, row := vg.Length(0), 0
	for _, series := range d.chart.Series {
		text := f.wrap(series.Name, d.w-2.2*d.em, 1)[0]
		w := 1.7*d.em + f.Width(text)
		if x > 0 && x+w > d.w {
			x, row = 0, row+1
		}
		s.list = append(s.list, listed{text: text, x: x, row: row})
		x += w + 1.2*d.em
	}
	s.listRows = row + 1
}

// proportionChart draws stacked bars from zero, their segments parted by gaps
// of white and each labelled with its value where that has room.
func (d *drawing) proportionChart() {
	s := d.layOutShares()
	if d.h > s.height {
		s.gap += (d.h - s.height) / vg.Length(len(s.names))
	}
	y := d.column(d.regular(), s.unit, 0, 0) + 0.2*d.em
	for i, l := range s.list {
		d.listEntry(i, l, y+vg.Length(l.row)*1.4*d.em)
	}
	y = s.top(d)
	for i, name := range s.names {
		h := s.group(d, name)
		words := vg.Length(len(name)) * d.lineHeight()
		bar := y + (h-s.bar)/2
		if s.namesLeft {
			d.column(d.regular(), name, 0, y+(h-words)/2)
		} else {
			bar = d.column(d.regular(), name, 0, y) + d.nameGap()
		}
		if i == 0 {
			d.namesOverBar(&s, bar)
		}
		d.stackedBar(&s, i, bar)
		y += h + s.gap
	}
}

// listEntry draws a series' letter on its colour, and its name.
func (d *drawing) listEntry(series int, l listed, top vg.Length) {
	fill := colour(series)
	f := d.bold()
	d.rectangle(fill, l.x, top, 1.25*d.em, 1.2*d.em)
	d.text(f, letter(series), l.x+0.625*d.em-f.Width(letter(series))/2, top+0.95*d.em, textOn(fill))
	d.text(d.regular(), l.text, l.x+1.6*d.em, top+0.95*d.em, textColour)
}

func (d *drawing) namesOverBar(s *shares, bar vg.Length) {
	x := s.left
	for i, lines := range s.over {
		d.column(d.regular(), lines, x, bar-vg.Length(len(lines))*d.lineHeight()-0.1*d.em)
		x += vg.Length(d.chart.Series[i].Points[0].Value) * s.unitSize
	}
}

// stackedBar draws one category's segments.
func (d *drawing) stackedBar(s *shares, category int, y vg.Length) {
	x, any := s.left, false
	for i, series := range d.chart.Series {
		p := series.Points[category]
		w := vg.Length(p.Value) * s.unitSize
		if !p.Present || w <= 0 {
			continue
		}
		any = true
		fill := colour(i)
		gap := min(0.14*d.em, w/3)
		d.rectangle(fill, x, y, w-gap, s.bar)
		d.segmentLabel(s, i, d.format(p.Value), x, w-gap, y, textOn(fill))
		x += w
	}
	if !any {
		d.text(d.regular(), d.own("no values"), s.left, y+s.bar/2+0.35*d.em, textColour)
	}
}

// segmentLabel writes a segment's value, under the series' letter if it has
// one; where the value has no room, the letter alone; where that has none,
// nothing.
func (d *drawing) segmentLabel(s *shares, series int, value string, x, w, y vg.Length, c color.RGBA) {
	f := d.bold()
	lines := []string{value}
	if s.list != nil {
		lines = []string{letter(series), value}
	}
	if f.Width(value) > w-0.15*d.em {
		lines = lines[:len(lines)-1]
	}
	if f.widest(lines) > w-0.1*d.em {
		return
	}
	top := y + (s.bar-vg.Length(len(lines))*1.1*d.em)/2
	for i, l := range lines {
		d.text(f, l, x+(w-f.Width(l))/2, top+(vg.Length(i)*1.1+0.9)*d.em, c)
	}
}
