package chart

import (
	"fmt"
	"image/color"

	"gonum.org/v1/plot/font"
	"gonum.org/v1/plot/vg"

	"apr/internal/document"
)

// Printed is a chart laid out for a page of paper, as vectors and as pixels of
// one and the same drawing.
type Printed struct {
	// Width and Height are its size on paper.
	Width, Height vg.Length
	// SVG and PNG are the pictures as files. The PNG has 192 dots an inch.
	SVG, PNG []byte
}

// lineHeight is less than a line chart asks for, so that two with their words and
// data fit a page.
const lineHeight = 164

// Print draws a figure's chart for the text width of an A4 page.
func Print(fig *document.Figure, say Words) (*Printed, error) {
	if err := check(fig.Chart); err != nil {
		return nil, fmt.Errorf("figure %q: draw chart: %w", fig.ID, err)
	}
	w, h := Size(fig.Chart, say)
	if fig.Chart.Kind == document.LineChart {
		h = min(h, LineHeight(fig.Chart, say, w, lineHeight))
	}
	vectors := newSVG(w, h, printText, fig)
	pixels := newRaster(w, h)
	if err := draw(fig.Chart, say, &both{vectors, pixels}, w, h, printText); err != nil {
		return nil, fmt.Errorf("figure %q: %w", fig.ID, err)
	}
	p := &Printed{Width: w, Height: h, SVG: vectors.end()}
	var err error
	if p.PNG, err = pixels.png(); err != nil {
		return nil, fmt.Errorf("figure %q: %w", fig.ID, err)
	}
	return p, nil
}

// both draws on two canvases.
type both struct{ a, b Canvas }

func (c *both) SetColor(col color.Color) {
	c.a.SetColor(col)
	c.b.SetColor(col)
}

func (c *both) SetLineWidth(w vg.Length) {
	c.a.SetLineWidth(w)
	c.b.SetLineWidth(w)
}

func (c *both) SetLineDash(pattern []vg.Length, offset vg.Length) {
	c.a.SetLineDash(pattern, offset)
	c.b.SetLineDash(pattern, offset)
}

func (c *both) Stroke(p vg.Path) {
	c.a.Stroke(p)
	c.b.Stroke(p)
}

func (c *both) Fill(p vg.Path) {
	c.a.Fill(p)
	c.b.Fill(p)
}

func (c *both) FillString(f font.Face, pt vg.Point, text string) {
	c.a.FillString(f, pt, text)
	c.b.FillString(f, pt, text)
}
