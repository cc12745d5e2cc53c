package pdf

import (
	"fmt"
	"slices"

	"gonum.org/v1/plot/vg"

	"apr/internal/document"
	"apr/internal/tagpdf"
	"apr/report/render/chart"
)

// Figure lays out a chart with its title above, its source below, and its data
// as a small table, unless a table of the report has them.
func (r *renderer) Figure(b *document.Figure) error {
	g := r.g
	g.space(r.paragraphGap() + 6)
	err := r.figure(b, figureStyles{captionText, subtitle, smallText})
	g.space(r.paragraphGap() + 8)
	return err
}

// figureStyles are those of a figure's title, of what it measures, and of its source.
type figureStyles struct{ caption, subtitle, source style }

func (r *renderer) figure(b *document.Figure, look figureStyles) error {
	g := r.g
	return g.element(tagpdf.Sect, func() error {
		first := len(g.strips)
		g.named(b.ID)
		label, lang := r.doc.Meta.FigureLabel(b)
		if err := r.captioned(document.Labelled(label, lang, b.Caption, b.Lang), look.caption); err != nil {
			return err
		}
		if b.Subtitle != "" {
			if err := r.paragraph(foreign(b.Subtitle, b.SubtitleLang), look.subtitle); err != nil {
				return err
			}
		}
		g.space(3)
		g.level = len(g.strips)
		if err := r.chart(b); err != nil {
			return fmt.Errorf("figure %q: %w", b.Caption, err)
		}
		if line := r.doc.Meta.SourceLine(b); len(line) > 0 {
			g.space(2)
			if err := r.paragraph(line, look.source); err != nil {
				return err
			}
		}
		const few = 4 // rows that the chart's page has room for
		data := b.Data != nil && len(b.Data.Rows) > 0
		g.keepFrom(first)
		g.last().keep = data && len(b.Data.Rows) <= few
		if data {
			g.space(6)
			return r.table(b.Data, tableText, true)
		}
		return nil
	})
}

// figures lays out small figures side by side where there is room for it, or one beside
// a paragraph.
func (r *renderer) figures(row []*document.Figure, beside *document.Paragraph) error {
	const gutter, least = 18.0, 200.0
	g := r.g
	tabled := slices.ContainsFunc(row, func(f *document.Figure) bool { return f.Data != nil })
	var fills []func(*galley) error
	in := func(fill func() error) {
		fills = append(fills, func(column *galley) error {
			r.g = column
			defer func() { r.g = g }()
			return fill()
		})
	}
	for _, f := range row {
		in(func() error { return r.figure(f, figureStyles{captionText, smallText, smallText}) })
	}
	if beside != nil {
		in(func() error { return r.Paragraph(beside) })
	}
	if len(fills) == 1 || tabled || len(g.frames) > 0 || (g.width-gutter)/2 < least {
		for _, f := range row {
			if err := r.Figure(f); err != nil {
				return err
			}
		}
		if beside != nil {
			return r.Paragraph(beside)
		}
		return nil
	}
	g.space(r.paragraphGap() + 4)
	err := g.aside(gutter, fills)
	g.space(r.paragraphGap() + 4)
	return err
}

// captioned lays out a caption in a style.
func (r *renderer) captioned(words document.Inlines, s style) error {
	atoms, err := r.set(words, s)
	if err != nil {
		return err
	}
	return r.g.text(tagpdf.Caption, atoms, s)
}

// lineChartHeight is less than a line chart asks for, so that two with their
// words and data fit a page, and smallChartHeight is of one beside another.
const (
	lineChartHeight  = 138.0
	smallChartHeight = 120.0
)

// chart lays out the picture itself.
func (r *renderer) chart(b *document.Figure) error {
	g, say := r.g, r.doc.Meta.Said
	wantWidth, _ := chart.Size(b.Chart, say)
	width := min(float64(wantWidth), g.width)
	height := float64(chart.Height(b.Chart, say, vg.Length(width)))
	if b.Chart.Kind == document.LineChart {
		wanted := lineChartHeight
		if width < float64(wantWidth) {
			wanted = smallChartHeight
		}
		height = float64(chart.LineHeight(b.Chart, say, vg.Length(width), vg.Length(wanted)))
	}
	scale := 1.0
	if most := room(false) - 90; height > most {
		scale = most / height // bars without end: better small than cut
	}
	x := g.x
	drawing := recording{meta: &r.doc.Meta}
	if err := chart.DrawOn(b.Chart, say, &drawing, vg.Length(width), vg.Length(height)); err != nil {
		return err
	}
	g.add(height*scale, func(p *painter, y float64) {
		e := p.w.Begin(tagpdf.Figure, append(inLanguage(tagpdf.Alt, b.Alt, b.AltLang), tagpdf.BBox(x, y, width*scale, height*scale))...)
		drawing.play(p.w, x, y+height*scale, scale)
		p.w.End(e)
	})
	return nil
}
