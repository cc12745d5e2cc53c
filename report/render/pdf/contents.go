package pdf

import (
	"cmp"
	"math"
	"slices"
	"sort"
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
	pageNumberWidth = 20.0
	leaderGap       = 4.0
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
		title, lang := r.doc.Meta.Own(notesTitle)
		list = append(list, entry{title: title, lang: lang, id: notesID})
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
	look, err := r.contentsLook(list)
	if err != nil {
		return err
	}
	err = r.contentsPages(list, look)
	r.g.newPage = true
	return err
}

// contentsStyle is how the contents are set: the size of what is below the chapters, the
// distance between lines, and in how many columns.
type contentsStyle struct {
	size, lead float64
	columns    int
}

// contentsPages lays out the contents in one column or in two.
func (r *renderer) contentsPages(list []entry, look contentsStyle) error {
	return r.g.element(tagpdf.Sect, func() error {
		if err := r.heading(1, foreign(r.doc.Meta.Own("Contents")), contentsID); err != nil {
			return err
		}
		if look.columns < 2 {
			return r.contentsList(list, 1, look)
		}
		return r.contentsColumns(list, look)
	})
}

// contentsColumns lays out the contents in two columns of about the same height; the
// second may begin within a chapter.
func (r *renderer) contentsColumns(list []entry, look contentsStyle) error {
	const gutter = 18.0
	whole := r.g
	column := func(above []entry, list []entry) func(*galley) error {
		return func(g *galley) error {
			r.g = g
			defer func() { r.g = whole }()
			if len(above) > 0 {
				if err := g.indented(contentsIndent, 0, func() error { return r.contentsList(above, 2, look) }); err != nil {
					return err
				}
			}
			return r.contentsList(list, 1, look)
		}
	}
	at, k, err := r.middle(list, look, (whole.width-gutter)/2)
	if err != nil {
		return err
	}
	head := slices.Clone(list[:at+1])
	head[at].below = list[at].below[:k]
	first, second := column(nil, head), column(list[at].below[k:], list[at+1:])
	return whole.element(tagpdf.TOC, func() error {
		return whole.aside(gutter, []func(*galley) error{first, second})
	})
}

// middle is where to divide the contents: after the first k entries below a chapter.
func (r *renderer) middle(list []entry, look contentsStyle, width float64) (chapter, k int, err error) {
	type place struct {
		chapter, k int
		end        float64
	}
	whole := r.g
	defer func() { r.g = whole }()
	var places []place
	end := 0.0
	add := func(e entry, level int, above float64) error {
		e.below = nil
		r.g = &galley{width: width - float64(level-1)*contentsIndent}
		if err := r.contentsList([]entry{e}, level, look); err != nil {
			return err
		}
		end += above + r.g.heightTo(len(r.g.strips))
		return nil
	}
	for i, e := range list {
		if err := add(e, 1, contentsGap); err != nil {
			return 0, 0, err
		}
		places = append(places, place{i, 0, end})
		for j, below := range e.below {
			if err := add(below, 2, 0); err != nil {
				return 0, 0, err
			}
			places = append(places, place{i, j + 1, end})
		}
	}
	best := slices.MinFunc(places, func(a, b place) int { return cmp.Compare(max(a.end, end-a.end), max(b.end, end-b.end)) })
	return best.chapter, best.k, nil
}

// contentsLook is how the contents take the fewest pages: in one column, or in two where
// that takes fewer, and then with the distance between lines that is easiest on the eye.
func (r *renderer) contentsLook(list []entry) (look contentsStyle, err error) {
	const widest, step = 17.5, 0.5
	pages := func(look contentsStyle) (n int) {
		if err == nil {
			n, err = pagesOfContents(r.doc, list, look)
		}
		return n
	}
	look = contentsStyle{12, 13, 1}
	fewest := pages(look)
	if len(list) > 1 && fewest > 1 {
		for _, narrow := range []contentsStyle{{12, 13, 2}, {11, 12.5, 2}} {
			if pages(narrow) == 1 {
				fewest, look = 1, narrow
				break
			}
		}
	}
	// The wider the lines are apart, the more pages they take.
	steps := sort.Search(int((widest-look.lead)/step), func(steps int) bool {
		return pages(contentsStyle{look.size, widest - step*float64(steps), look.columns}) <= fewest
	})
	look.lead = widest - step*float64(steps)
	return look, err
}

// pagesOfContents is how many pages contents would take.
func pagesOfContents(doc *document.Document, list []entry, look contentsStyle) (int, error) {
	trial := newRenderer(doc)
	if err := trial.contentsPages(list, look); err != nil {
		return 0, err
	}
	if p := paginate(trial.g.strips); len(p) > 1 || fitsOne(trial.g.strips) {
		return len(p), nil
	}
	return 2, nil
}

// fitsOne reports whether strips that are on one page are within it: a strip that is
// higher than a page isn't.
func fitsOne(strips []*strip) bool {
	height := 0.0
	for i, s := range strips {
		height += s.height
		if i > 0 {
			height += s.gap
		}
	}
	return height <= room(false)
}

// contentsGap is the space above a chapter in the contents, and contentsIndent by how
// much the sections below it are indented.
const (
	contentsGap    = 4.0
	contentsIndent = 10.0
)

func (r *renderer) contentsList(list []entry, level int, look contentsStyle) error {
	g := r.g
	s := style{tagpdf.Regular, look.size, look.lead, black}
	if level == 1 {
		s = style{tagpdf.Bold, 12, look.lead, black}
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
			err := g.indented(contentsIndent, 0, func() error { return r.contentsList(e.below, level+1, look) })
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
	lines := breakLines(atoms, g.width-pageNumberWidth-2*leaderGap)
	x, right := g.x, g.x+g.width
	return g.element(tagpdf.Reference, func() error {
		return g.element(tagpdf.Link, func() error {
			for i, l := range lines {
				g.add(s.lead, func(p *painter, y float64) { p.contentsLine(e, l, s, x, right, y, i == len(lines)-1) })
			}
			keepEnds(g.strips[len(g.strips)-len(lines):])
			return nil
		}, inLanguageOf(e.lang)...)
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
	p.w.LinkTo(x, y, width, s.lead-1, e.id, goTo(&p.meta, e.title, e.lang, number))
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
