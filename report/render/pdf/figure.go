package pdf

import (
	"fmt"

	"gonum.org/v1/plot/vg"

	"apr/internal/document"
	"apr/internal/tagpdf"
	"apr/report/render/chart"
)

// Figure lays out a chart with its title above, its source below, and its data
// as a small table.
func (r *renderer) Figure(b *document.Figure) error {
	g := r.g
	g.space(r.paragraphGap() + 8)
	err := g.element(tagpdf.Sect, func() error {
		first := len(g.strips)
		g.named(b.ID)
		if err := r.captioned(figureTitle(b)); err != nil {
			return err
		}
		if b.Subtitle != "" {
			if err := r.paragraph(document.Plain(b.Subtitle), subtitle); err != nil {
				return err
			}
		}
		g.space(5)
		if err := r.chart(b); err != nil {
			return fmt.Errorf("figure %q: %w", b.Caption, err)
		}
		if b.Source != "" {
			g.space(3)
			if err := r.paragraph(document.Plain("Source: "+b.Source), smallText); err != nil {
				return err
			}
		}
		const few = 4 // rows that the chart's page has room for
		g.keepFrom(first)
		g.last().keep = b.Data != nil && len(b.Data.Rows) > 0 && len(b.Data.Rows) <= few
		if b.Data != nil && len(b.Data.Rows) > 0 {
			g.space(6)
			return r.table(b.Data, tableText, true)
		}
		return nil
	})
	g.space(r.paragraphGap() + 8)
	return err
}

// numbered is a caption with its number, or without one.
func numbered(kind string, n int, caption string) string {
	if n == 0 {
		return caption
	}
	return fmt.Sprintf("%s %d: %s", kind, n, caption)
}

// figureTitle is a figure's number and caption, the caption in its language.
func figureTitle(b *document.Figure) document.Inlines {
	if b.Lang == "" {
		return document.Plain(numbered("Figure", b.Number, b.Caption))
	}
	return append(document.Plain(numbered("Figure", b.Number, "")), foreign(b.Caption, b.Lang)...)
}

// captioned lays out a caption, which stays with what follows it.
func (r *renderer) captioned(words document.Inlines) error {
	atoms, err := r.set(words, captionText)
	if err != nil {
		return err
	}
	return r.g.text(tagpdf.Caption, atoms, captionText)
}

// lineChartHeight is less than a line chart asks for, so that two with their
// words and data fit a page.
const lineChartHeight = 164.0

// chart lays out the picture itself.
func (r *renderer) chart(b *document.Figure) error {
	g := r.g
	wantWidth, _ := chart.Size(b.Chart)
	width := min(float64(wantWidth), g.width)
	height := float64(chart.Height(b.Chart, vg.Length(width)))
	if b.Chart.Kind == document.LineChart {
		height = lineChartHeight
	}
	scale := 1.0
	if most := foot(false) - marginTop - 90; height > most {
		scale = most / height // bars without end: better small than cut
	}
	x := g.x
	var drawing recording
	if err := chart.DrawOn(b.Chart, &drawing, vg.Length(width), vg.Length(height)); err != nil {
		return err
	}
	g.add(height*scale, func(p *painter, y float64) {
		e := p.w.Begin(tagpdf.Figure, tagpdf.Alt(b.Alt), tagpdf.BBox(x, y, width*scale, height*scale))
		drawing.play(p.w, x, y+height*scale, scale)
		p.w.End(e)
	})
	return nil
}
