package pdf

import (
	"strings"

	"apr/internal/document"
	"apr/internal/tagpdf"
)

// The navy field of the cover reaches from the page's top edge down to here,
// or further when the title is long.
const (
	coverField  = 500.0
	coverTop    = 132.0 // where the authority's name is at the earliest
	coverBottom = 44.0  // space below the last line in the field
	coverStripe = 6.0   // below the field
	coverMargin = 26.0  // above and below a logo
	// The field is lower where a picture follows, and so is the space above its
	// text below a logo.
	coverFieldLow = 330.0
	coverTopLow   = 60.0
	// The field is as low as its text where the report goes on below it, and so are
	// the spaces between its lines.
	coverTopBrief = 30.0
	coverCloser   = 0.4
)

// coverPart is one element of the cover's field.
type coverPart struct {
	role  tagpdf.Role
	text  string
	lang  string // of text, "" for the document's
	style style
	gap   float64 // above it
	lines []line
}

// cover lays out the cover: authority, title, period, year and state on navy,
// then the short paragraphs that say what else there is.
func (r *renderer) cover() error {
	m := r.doc.Meta
	parts := coverNames(m)
	parts = append(parts, []coverPart{
		{role: tagpdf.Heading(1), text: m.Title, lang: m.TitleLang, style: coverTitle(m), gap: 26},
		{role: tagpdf.P, text: m.Subtitle, lang: m.SubtitleLang, style: style{tagpdf.Regular, 17, 23, paleBlue}, gap: 14},
	}...)
	if m.Year != "" && !strings.Contains(m.Title+m.Subtitle, m.Year) {
		year, lang := m.Own("Reporting year {year}", m.Year)
		parts = append(parts, coverPart{role: tagpdf.P, text: year, lang: lang, style: style{tagpdf.Regular, 17, 23, paleBlue}, gap: 4})
	}
	state, stateLang := m.Own(m.State)
	parts = append(parts, coverPart{role: tagpdf.P, text: state, lang: stateLang, style: style{tagpdf.Bold, 17, 23, white}, gap: 26})
	height := 0.0
	for i := range parts {
		c := &parts[i]
		if m.Brief {
			c.gap *= coverCloser
		}
		atoms, err := r.setWith(foreign(c.text, c.lang), c.style, true)
		if err != nil {
			return err
		}
		c.lines = breakLines(atoms, r.g.width)
		if len(c.lines) > 0 {
			height += c.gap
			for _, l := range c.lines {
				above, below := l.overflow(c.style)
				height += above + c.style.lead + below
			}
		}
	}
	logo, picture, err := r.coverPictures()
	if err != nil {
		return err
	}
	top, text, least := 0.0, coverTop, coverField
	if logo != nil {
		top = logo.height + 2*coverMargin // where the field begins
		text = top + coverTopLow
	}
	bottom := coverBottom
	switch {
	case m.Brief:
		text, least, bottom, picture = top+coverTopBrief, 0, coverBottom*coverCloser, nil
	case picture != nil:
		text, least = top+coverTopLow, coverFieldLow
	}
	field := max(least, text+height+bottom)
	closer := 1.0
	if m.Brief {
		closer = coverCloser
	}
	return r.g.element(tagpdf.Sect, func() error {
		first := r.g.add(field-marginTop, func(p *painter, _ float64) {
			if logo != nil {
				logo.draw(p, marginSide, coverMargin)
			}
			p.coverField(parts, top, field, field-bottom-height)
			if picture != nil {
				picture.draw(p, picture.x, field+coverStripe+picture.above)
			}
		})
		r.g.space(36 * closer)
		for _, note := range m.CoverNotes {
			if err := r.paragraph(note, r.text); err != nil {
				return err
			}
			r.g.space(9 * closer)
		}
		if picture != nil {
			picture.fit(foot(false)-field-coverStripe, r.g.strips[1:])
			first.height += coverStripe + picture.above + picture.height
		}
		r.g.newPage = !m.Brief
		return nil
	})
}

// coverNames are who reports: the name that the public knows, where there is
// one, above the authority's.
func coverNames(m document.Meta) []coverPart {
	large := style{tagpdf.Bold, 20, 26, white}
	if m.Brand.Name == "" {
		return []coverPart{{role: tagpdf.P, text: m.Authority, lang: m.AuthorityLang, style: large}}
	}
	return []coverPart{
		{role: tagpdf.P, text: m.Brand.Name, lang: m.Brand.Lang, style: large},
		{role: tagpdf.P, text: m.Authority, lang: m.AuthorityLang, style: style{tagpdf.Regular, 14, 19, white}, gap: 4},
	}
}

// coverTitle is smaller for a long title, so that the cover stays one page, and where
// the report begins below it.
func coverTitle(m document.Meta) style {
	const short, long = 90, 200 // characters
	switch n := len([]rune(m.Title)); {
	case m.Brief && n <= long:
		return style{tagpdf.Bold, 21, 26, white}
	case n <= short:
		return style{tagpdf.Bold, 36, 43, white}
	case n <= long:
		return style{tagpdf.Bold, 26, 32, white}
	}
	return style{tagpdf.Bold, 16, 20, white}
}

// coverField draws the navy field from top to bottom with its text, the first
// line at y.
func (p *painter) coverField(parts []coverPart, top, bottom, y float64) {
	width, _ := p.w.PageSize()
	p.w.Artifact(tagpdf.Background, func() {
		p.w.Rect(0, top, width, bottom-top, p.ink(navy))
		p.w.Rect(0, bottom, width, coverStripe, p.ink(teal))
		p.w.Rect(marginSide, y-22, 56, 4, p.ink(teal))
	})
	for _, c := range parts {
		if len(c.lines) == 0 {
			continue
		}
		y += c.gap
		e := p.w.Begin(c.role)
		for _, l := range c.lines {
			above, below := l.overflow(c.style)
			x := marginSide
			if isRightToLeft(c.lines) {
				x = width - marginSide - l.width
			}
			p.line(l, x, y+above+baseline(c.style))
			y += above + c.style.lead + below
		}
		p.w.End(e)
	}
}
