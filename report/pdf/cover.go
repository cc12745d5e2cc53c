package pdf

import (
	"strings"

	"apr/internal/tagpdf"
	"apr/report/document"
)

// The navy field of the cover reaches from the page's top edge down to here,
// or further when the title is long.
const (
	coverField  = 500.0
	coverTop    = 132.0 // where the authority's name stands at the earliest
	coverBottom = 44.0  // space below the last line in the field
)

// coverPart is one element of the cover's field.
type coverPart struct {
	role  tagpdf.Role
	text  string
	style style
	gap   float64 // above it
	lines []line
}

// cover lays out the cover: authority, title, period, year and state on navy,
// then the short paragraphs that say what else there is.
func (r *renderer) cover() error {
	m := r.doc.Meta
	parts := []coverPart{
		{role: tagpdf.P, text: m.Authority, style: style{tagpdf.Bold, 20, 26, white}},
		{role: tagpdf.Heading(1), text: m.Title, style: coverTitle(m.Title), gap: 26},
		{role: tagpdf.P, text: m.Subtitle, style: style{tagpdf.Regular, 17, 23, paleBlue}, gap: 14},
	}
	if m.Year != "" && !strings.Contains(m.Title+m.Subtitle, m.Year) {
		parts = append(parts, coverPart{role: tagpdf.P, text: "Reporting year " + m.Year, style: style{tagpdf.Regular, 17, 23, paleBlue}, gap: 4})
	}
	parts = append(parts, coverPart{role: tagpdf.P, text: m.State, style: style{tagpdf.Bold, 17, 23, white}, gap: 26})
	height := 0.0
	for i := range parts {
		c := &parts[i]
		atoms, err := r.setWith(document.Plain(c.text), c.style, true)
		if err != nil {
			return err
		}
		c.lines = breakLines(atoms, r.g.width)
		if len(c.lines) > 0 {
			height += c.gap + float64(len(c.lines))*c.style.lead
		}
	}
	field := max(coverField, coverTop+height+coverBottom)
	return r.g.element(tagpdf.Sect, func() error {
		r.g.add(field-marginTop, func(p *painter, _ float64) { p.coverField(parts, field, field-coverBottom-height) })
		r.g.space(36)
		for _, note := range m.CoverNotes {
			if err := r.paragraph(note, bodyText); err != nil {
				return err
			}
			r.g.space(9)
		}
		r.g.newPage = true
		return nil
	})
}

// coverTitle is smaller for a long title, so that the cover stays one page.
func coverTitle(title string) style {
	const short, long = 90, 200 // characters
	switch n := len([]rune(title)); {
	case n <= short:
		return style{tagpdf.Bold, 36, 43, white}
	case n <= long:
		return style{tagpdf.Bold, 26, 32, white}
	}
	return style{tagpdf.Bold, 16, 20, white}
}

// coverField draws the navy field with its text, the first line at y.
func (p *painter) coverField(parts []coverPart, height, y float64) {
	width, _ := p.w.PageSize()
	p.w.Artifact(tagpdf.Background, func() {
		p.w.Rect(0, 0, width, height, navy)
		p.w.Rect(0, height, width, 6, teal)
		p.w.Rect(marginSide, y-22, 56, 4, teal)
	})
	for _, c := range parts {
		if len(c.lines) == 0 {
			continue
		}
		y += c.gap
		e := p.w.Begin(c.role)
		for _, l := range c.lines {
			p.line(l, marginSide, y+baseline(c.style))
			y += c.style.lead
		}
		p.w.End(e)
	}
}
