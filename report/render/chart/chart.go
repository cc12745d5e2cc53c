// Package chart draws the charts of a report: once, as vectors, for every
// format. It follows the Analysis Function's guidance on charts: horizontal
// text, few gridlines, bars from zero, direct labels in place of legends, and
// nothing told by colour alone. Titles belong to the page, not the picture.
package chart

import (
	"errors"
	"fmt"
	"image/color"
	"math"

	"gonum.org/v1/plot/font"
	"gonum.org/v1/plot/vg"

	"apr/internal/document"
	"apr/internal/number"
	"apr/internal/wording"
)

// Canvas is the part of vg.Canvas that charts are drawn with; every vg.Canvas
// is one. Paths are made of moves, lines, full circles (one ArcComp from 0 by
// 2π after no move) and closes. Nothing is pushed, popped, moved, rotated or
// scaled, and no image is drawn: a canvas that is elsewhere on a page
// adds its own origin. As everywhere in vg, the origin is at the bottom left
// and lengths are points.
type Canvas interface {
	SetColor(color.Color)
	SetLineWidth(vg.Length)
	SetLineDash(pattern []vg.Length, offset vg.Length)
	Stroke(vg.Path)
	Fill(vg.Path)
	FillString(f font.Face, pt vg.Point, text string)
}

var _ Canvas = vg.Canvas(nil)

// printWidth is the text width of an A4 page with margins of 2 cm; printText
// is the size of the text in a printed chart.
const (
	printWidth = 17 * vg.Centimeter
	printText  = vg.Length(10.5)
)

// Words gives apr's own words in a chart in the report's language; nil leaves them in
// English.
type Words func(english string, values ...any) string

// Size is how large a chart wants to be in print: the text width of an A4
// page, and the height that its labels need at that width.
func Size(c *document.Chart, say Words) (w, h vg.Length) {
	return printWidth, Height(c, say, printWidth)
}

// Height is how high a chart wants to be in print at the width w.
func Height(c *document.Chart, say Words, w vg.Length) vg.Length {
	d := &drawing{chart: c, words: say, w: w, em: printText}
	return d.height()
}

// LineHeight is how high a line chart is at the width w where as little height as can be
// is to be used: as wanted, or higher where its labels need that to keep apart.
func LineHeight(c *document.Chart, say Words, w, wanted vg.Length) vg.Length {
	d := &drawing{chart: c, words: say, w: w, em: printText}
	return max(wanted, d.least())
}

// DrawOn draws a chart within w × h points from the canvas's origin, its text
// in Liberation Sans of 10.5 points. It fails, before anything is drawn, when
// the chart isn't sound or h is less than its bars need.
func DrawOn(c *document.Chart, say Words, canvas Canvas, w, h vg.Length) error {
	return draw(c, say, canvas, w, h, printText)
}

func draw(c *document.Chart, say Words, canvas Canvas, w, h, em vg.Length) error {
	if err := check(c); err != nil {
		return fmt.Errorf("draw chart: %w", err)
	}
	d := &drawing{chart: c, words: say, w: w, h: h, em: em, canvas: canvas}
	// A hundredth makes up for callers that convert between units.
	if need := d.height() * 0.99; c.Kind != document.LineChart && h < need {
		return fmt.Errorf("draw chart: a height of %.0f points is less than the %.0f it needs", h, need)
	}
	switch c.Kind {
	case document.LineChart:
		d.lineChart()
	case document.BarChart, document.DivergingChart:
		d.barChart()
	case document.ProportionChart:
		d.proportionChart()
	}
	return nil
}

// check finds what can't be drawn.
func check(c *document.Chart) error {
	if c == nil {
		return errors.New("there is none")
	}
	if c.Kind < document.LineChart || c.Kind > document.ProportionChart {
		return fmt.Errorf("unknown kind %d", c.Kind)
	}
	if len(c.Categories) == 0 || len(c.Series) == 0 {
		return errors.New("it has no categories or no series")
	}
	for _, s := range c.Series {
		if len(s.Points) != len(c.Categories) {
			return fmt.Errorf("series %q has %d points for %d categories", s.Name, len(s.Points), len(c.Categories))
		}
		for i, p := range s.Points {
			if p.Present && (math.IsNaN(p.Value) || math.IsInf(p.Value, 0)) {
				return fmt.Errorf("series %q, %s: %v isn't a number", s.Name, c.Categories[i], p.Value)
			}
			if p.Present && p.Value < 0 && c.Kind == document.ProportionChart {
				return fmt.Errorf("series %q, %s: a share of %v is negative", s.Name, c.Categories[i], p.Value)
			}
		}
	}
	return nil
}

// drawing is one chart on its way onto a canvas. All lengths but the canvas's
// run down from the top left corner.
type drawing struct {
	chart  *document.Chart
	words  Words
	canvas Canvas
	w, h   vg.Length
	em     vg.Length // the size of the text
	// written is where text stands.
	written []box
}

// height is what the chart needs at the drawing's width.
func (d *drawing) height() vg.Length {
	switch d.chart.Kind {
	case document.BarChart, document.DivergingChart:
		return d.layOutBars().height
	case document.ProportionChart:
		return d.layOutShares().height
	}
	if _, ok := newAxis(d.chart); !ok { // no values: a line of text
		return 8 * d.em
	}
	return max(19*d.em+max(0, vg.Length(len(d.chart.Series)-3))*1.5*d.em, d.least())
}

// own is a word of apr's own in the report's language.
func (d *drawing) own(english string) string {
	if d.words == nil {
		return english
	}
	return d.words(english)
}

// format writes a value as labels show it.
func (d *drawing) format(v float64) string {
	return d.formatWith(v, d.chart.Decimals)
}

func (d *drawing) formatWith(v float64, decimals int) string {
	s := number.Format(v, decimals)
	if d.chart.Unit == "%" {
		s += "%"
	}
	return s
}

// unitLines is the unit, at the top left of the chart, and what else has to be
// said of the axis.
func (d *drawing) unitLines(remark string) []string {
	s := d.chart.Unit
	if s == "%" {
		s = d.own("Per cent")
	}
	if remark != "" && s != "" {
		s += " (" + remark + ")"
	}
	if s == "" {
		return nil
	}
	return d.regular().wrap(wording.Capital(s), d.w, 2)
}

// lineHeight is from one line of text to the next.
func (d *drawing) lineHeight() vg.Length { return 1.2 * d.em }

// column writes lines of text under one another and returns where they end.
func (d *drawing) column(f face, lines []string, x, top vg.Length) vg.Length {
	for _, l := range lines {
		d.text(f, l, x, top+0.95*d.em, textColour)
		top += d.lineHeight()
	}
	return top
}
