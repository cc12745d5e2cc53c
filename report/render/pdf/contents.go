package pdf

import (
	"math"
	"strconv"

	"apr/internal/document"
	"apr/internal/tagpdf"
)

// Destinations of the renderer's own: no id of a document begins "doc-".
const (
	contentsID = document.ReservedPrefix + "contents"
	notesID    = document.ReservedPrefix + "notes"
)

// The widest page number, and what is kept free between a title and its leader.
const (
	pageNumberWidth = 30.0
	leaderGap       = 5.0
)

// entry is a line of the contents.
type entry struct {
	title string
	lang  string
	id    string
	below []entry
}

// entries are the sections of the first two levels, and the notes.
func (r *renderer) entries() []entry {
	list := sectionEntries(r.doc.Sections, 1)
	if len(r.doc.Notes) > 0 {
		list = append(list, entry{title: notesTitle, id: notesID})
	}
	return list
}

func sectionEntries(sections []*document.Section, level int) []entry {
	var list []entry
	for _, s := range sections {
		e := entry{title: s.Title, lang: s.Lang, id: s.ID}
		if level < listed {
			e.below = sectionEntries(s.Sections, level+1)
		}
		list = append(list, e)
	}
	return list
}

// contents lays out the list of contents. Its page numbers are filled in when
// it is drawn: by then all pages are known, so their widths are set aside.
func (r *renderer) contents() error {
	list := r.entries()
	if len(list) == 0 || r.doc.Meta.Brief {
		return nil
	}
	lead, err := r.contentsLead(list)
	if err != nil {
		return err
	}
	err = r.contentsPages(list, lead)
	r.g.newPage = true
	return err
}

func (r *renderer) contentsPages(list []entry, lead float64) error {
	return r.g.element(tagpdf.Sect, func() error {
		if err := r.heading(1, document.Plain("Contents"), contentsID); err != nil {
			return err
		}
		return r.contentsList(list, 1, lead)
	})
}

// contentsLead is the distance between lines that is easiest on the eye and
// doesn't take a page more than the closest.
func (r *renderer) contentsLead(list []entry) (float64, error) {
	const widest, closest, step = 17.5, 13.0, 0.5
	trial := newRenderer(r.doc)
	if err := trial.contentsPages(list, widest); err != nil {
		return 0, err
	}
	pages := func(lead float64) int {
		for _, s := range trial.g.strips {
			if !s.heading {
				s.height = lead
			}
		}
		return len(paginate(trial.g.strips))
	}
	fewest, lead := pages(closest), widest
	for lead > closest && pages(lead) > fewest {
		lead -= step
	}
	return lead, nil
}

// contentsGap is the space above a chapter in the contents.
const contentsGap = 5.0

func (r *renderer) contentsList(list []entry, level int, lead float64) error {
	g := r.g
	s := style{tagpdf.Regular, 12, lead, black}
	if level == 1 {
		s = s.bold()
	}
	return g.element(tagpdf.TOC, func() error {
		for _, e := range list {
			if level == 1 {
				g.space(contentsGap)
			}
			first := len(g.strips)
			if err := g.element(tagpdf.TOCI, func() error { return r.contentsLine(e, s) }); err != nil {
				return err
			}
			if len(e.below) == 0 {
				continue
			}
			g.keepFrom(first)
			err := g.indented(16, 0, func() error { return r.contentsList(e.below, level+1, lead) })
			if err != nil {
				return err
			}
		}
		return nil
	})
}

// contentsLine lays out an entry: title, dots, page number, all of it a link.
func (r *renderer) contentsLine(e entry, s style) error {
	g := r.g
	atoms, err := r.setWith(foreign(e.title, e.lang), s, true)
	if err != nil {
		return err
	}
	lines := breakLines(atoms, g.width-pageNumberWidth-3*leaderGap)
	x, right := g.x, g.x+g.width
	return g.element(tagpdf.Reference, func() error {
		return g.element(tagpdf.Link, func() error {
			for i, l := range lines {
				g.add(s.lead, func(p *painter, y float64) { p.contentsLine(e, l, s, x, right, y, i == len(lines)-1) })
			}
			keepEnds(g.strips[len(g.strips)-len(lines):])
			return nil
		})
	})
}

func (p *painter) contentsLine(e entry, l line, s style, x, right, y float64, last bool) {
	base := y + baseline(s)
	if last && len(l.atoms) > 0 {
		end := &l.atoms[len(l.atoms)-1] // a space, so that the number is a word of its own
		end.space = s.font.Width(s.size, " ")
	}
	p.line(l, x, base)
	number := strconv.Itoa(p.pages[e.id])
	width := l.width
	if last {
		start := right - s.font.Width(s.size, number)
		p.leader(x+l.width+leaderGap, start-leaderGap, base)
		p.w.Text(s.font, s.size, start, base, s.colour, number)
		width = right - x
	}
	p.w.LinkTo(x, y, width, s.lead-1, e.id, "Go to "+e.title+", page "+number)
}

// leader draws dots between two places, on a grid so that they are in columns.
func (p *painter) leader(from, to, y float64) {
	const dot, step = 1.1, 4.6
	if to <= from {
		return
	}
	p.w.Artifact(tagpdf.Layout, func() {
		p.w.Line(from, y-dot/2, to, y-dot/2, tagpdf.Stroke{
			Width: dot, Colour: grey, Dash: []float64{dot, step - dot}, Phase: math.Mod(from, step),
		})
	})
}
