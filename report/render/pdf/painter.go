package pdf

import (
	"math"
	"strings"

	"apr/internal/document"
	"apr/internal/tagpdf"
)

// painter draws sheets.
type painter struct {
	w     *tagpdf.Writer
	meta  document.Meta
	look  look
	pages map[string]int // the page of each place
	total int
	page  int                      // the one that is drawn, from 1
	cover int                      // how many sheets from the first have no running head
	noted map[*document.Note][]int // the pages on which marks of a note are drawn
}

// draw draws all sheets.
func (p *painter) draw(sheets []*page) {
	p.total = len(sheets)
	for i, s := range sheets {
		p.page = i + 1
		p.w.AddPage(s.orientation())
		p.furniture(p.page)
		for _, f := range s.frames {
			if f.paint != nil {
				p.w.Artifact(tagpdf.Background, func() { f.paint(p, f.top, f.bottom, f.first) })
			}
		}
		for _, st := range s.strips {
			p.strip(st)
		}
		p.label()
	}
}

func (p *painter) strip(s placed) {
	for _, f := range s.reopened {
		if f.repeat != nil {
			p.w.Artifact(tagpdf.Repeat, func() { f.repeat(p, f.top+f.frame.top) })
		}
	}
	for _, e := range s.before {
		e(p, s.y)
	}
	if s.draw != nil {
		s.draw(p, s.y)
	}
	for _, e := range s.after {
		e(p, s.y)
	}
}

// furniture draws what is on every page: watermark, running head, page number,
// and, unless the report is final, how far its figures can be relied on.
func (p *painter) furniture(page int) {
	width, height := p.w.PageSize()
	if p.meta.Watermark != "" {
		p.watermark(width, height)
	}
	if page <= p.cover {
		return
	}
	s := style{tagpdf.Regular, 10, 13, grey}
	if p.meta.Large {
		s.size = smallestLarge
	}
	p.w.Artifact(tagpdf.Header, func() {
		head := runningHead(p.meta, s, width-2*marginSide)
		p.w.Text(s.font, s.size, marginSide, headY, s.colour, head)
		p.w.Line(marginSide, headY+7, width-marginSide, headY+7, tagpdf.Stroke{Width: 0.5, Colour: hairline})
	})
	p.w.Artifact(tagpdf.Footer, func() {
		number := drawable(p.meta.Said("Page {page} of {pages}", page, p.total), &p.meta)
		start := width - marginSide - s.font.Width(s.size, number)
		if p.meta.Standing != "" {
			b := s.bold()
			words := shorten(drawable(p.meta.Said(p.meta.Standing), &p.meta), b, start-marginSide-24) + " "
			p.w.Text(b.font, b.size, marginSide, height-footY, b.colour, words)
		}
		p.w.Text(s.font, s.size, start, height-footY, s.colour, number)
	})
}

// label prints the protective marking at the head and the foot of a page, over the
// cover's ground.
func (p *painter) label() {
	if p.meta.Label == "" {
		return
	}
	width, height := p.w.PageSize()
	s := style{tagpdf.Bold, 11, 14, black}
	words := shorten(drawable(p.meta.Label, &p.meta), s, width-2*marginSide)
	x := (width - s.font.Width(s.size, words)) / 2
	p.w.Artifact(tagpdf.Header, func() {
		p.w.Rect(x-8, 14, width-2*x+16, 18, white)
		p.w.Text(s.font, s.size, x, 27, s.colour, words)
	})
	p.w.Artifact(tagpdf.Footer, func() {
		p.w.Text(s.font, s.size, x, height-16, s.colour, words)
	})
}

// runningHead is whose report it is and which: the most of it that fits a line.
func runningHead(m document.Meta, st style, width float64) string {
	authority, title := drawable(m.Authority, &m), drawable(m.Title, &m)
	if authority != "" && title != "" {
		both := authority + " — " + title
		if st.font.Width(st.size, both) <= width {
			return both
		}
	}
	if authority == "" || st.font.Width(st.size, authority) > width && title != "" {
		return shorten(title, st, width)
	}
	return shorten(authority, st, width)
}

// watermark prints the watermark across the page, as large as it fits.
func (p *painter) watermark(width, height float64) {
	const degrees, largest = 50, 110
	words := drawable(p.meta.Said(p.meta.Watermark), &p.meta)
	unit := tagpdf.Bold.Width(1, words)
	if unit == 0 {
		return
	}
	sin, cos := math.Sincos(degrees * math.Pi / 180)
	room := min((width-90)/cos, (height-90)/sin)
	size := min(room/unit, largest)
	long := unit * size
	x := width/2 - cos*long/2 + sin*size*0.35
	y := height/2 + sin*long/2 + cos*size*0.35
	p.w.Artifact(tagpdf.Watermark, func() {
		p.w.RotatedText(tagpdf.Bold, size, x, y, degrees, watermark, words)
	})
}

// shorten cuts s so that it fits, with an ellipsis.
func shorten(s string, st style, width float64) string {
	if st.font.Width(st.size, s) <= width {
		return s
	}
	runes := []rune(s)
	for len(runes) > 0 && st.font.Width(st.size, string(runes)+"…") > width {
		runes = runes[:len(runes)-1]
	}
	return strings.TrimRight(string(runes), " ,—") + "…"
}

// drawable is text for artifacts and bookmarks with what is used for
// characters that the font lacks; those that nothing stands for are left out,
// because the text itself is in the document, where they are an error.
func drawable(s string, m *document.Meta) string {
	pieces, err := substitute(s)
	if err == nil {
		var b strings.Builder
		for _, p := range pieces {
			b.WriteString(p.drawn)
			if p.sign != nil {
				b.WriteString("[" + m.Said(p.sign.Name) + "]")
			}
		}
		return b.String()
	}
	return strings.Map(func(r rune) rune {
		if tagpdf.Covers(r) {
			return r
		}
		return -1
	}, s)
}

// line draws a line of text from x on, on the baseline y. Every word of the
// report is drawn here, in the order in which it is read.
func (p *painter) line(l line, x, y float64) {
	var open []*span
	var rules []rule
	places := l.places()
	for i := 0; i < len(l.atoms); {
		u, first := l.atoms[i].run, i
		for ; i < len(l.atoms) && l.atoms[i].run == u; i++ {
			if note := l.atoms[i].note; note != nil {
				p.noteMark(note, y-u.size)
			}
		}
		open = p.enter(open, u.spans)
		left, bare, width := x, 0.0, 0.0
		if places == nil {
			bare, width = p.stretch(l.atoms[first:i], x, y)
		} else {
			left, bare = p.placed(l.atoms[first:i], places[first:i], x, y)
		}
		if s := u.link(); s != nil && bare > 0 {
			p.link(s, left, y-u.rise-u.size, bare, u.size*1.25)
			if u.rise == 0 {
				rules = append(rules, rule{left, bare, p.ink(u.colour)})
			}
		}
		x += width
	}
	p.leave(open, 0)
	if len(rules) > 0 {
		p.w.Artifact(tagpdf.Layout, func() {
			for _, r := range rules {
				p.w.Line(r.x, y+1.8, r.x+r.width, y+1.8, tagpdf.Stroke{Width: 0.5, Colour: r.colour})
			}
		})
	}
}

// stretch draws atoms of one run from x on. bare is how wide they are without the
// last space, width with it.
func (p *painter) stretch(atoms []atom, x, y float64) (bare, width float64) {
	text, inOne := strings.Builder{}, true
	for _, a := range atoms {
		text.WriteString(a.text)
		bare = width + a.width
		width = bare
		if a.space > 0 {
			text.WriteByte(' ')
			width += a.space
		}
		inOne = inOne && a.word == nil
	}
	if inOne {
		p.atom(atom{run: atoms[0].run, text: text.String()}, x, y)
		return bare, width
	}
	for _, a := range atoms {
		p.atom(a, x, y)
		x += a.width + a.space
	}
	return bare, width
}

// placed draws atoms of one run at their places from x on. left and width are of all
// of them together.
func (p *painter) placed(atoms []atom, places []float64, x, y float64) (left, width float64) {
	left, right := math.Inf(1), math.Inf(-1)
	for i, a := range atoms {
		if a.width > 0 {
			p.atom(a, x+places[i], y)
			left, right = min(left, x+places[i]), max(right, x+places[i]+a.width)
		}
	}
	return left, max(right-left, 0)
}

// atom draws an atom at x.
func (p *painter) atom(a atom, x, y float64) {
	u := a.run
	switch {
	case u.shape != document.StatusNone:
		p.w.Artifact(tagpdf.Layout, func() { p.status(u.shape, x, y-u.size*0.82, u.size) })
	case u.sign != nil:
		p.sign(u.sign, x, y, u.size, p.ink(u.colour))
	case a.word != nil:
		p.word(a.word, u, x, y)
	default:
		p.w.Text(u.font, u.size, x, y-u.rise, p.ink(u.colour), a.text)
	}
}

// rule is the line below a link.
type rule struct {
	x, width float64
	colour   tagpdf.Colour
}

func (p *painter) link(s *span, x, y, width, height float64) {
	if s.uri != "" {
		p.w.LinkURI(x, y, width, height, s.uri, s.words)
	} else {
		p.w.LinkTo(x, y, width, height, s.target, s.words)
	}
}

// enter ends and begins spans so that exactly want are open.
func (p *painter) enter(open, want []*span) []*span {
	shared := 0
	for shared < len(open) && shared < len(want) && open[shared] == want[shared] {
		shared++
	}
	p.leave(open, shared)
	for _, s := range want[shared:] {
		if s.element == nil {
			s.element = p.w.Begin(s.role, s.options...)
		} else {
			p.w.Resume(s.element)
		}
	}
	return want
}

func (p *painter) leave(open []*span, keep int) {
	for i := len(open) - 1; i >= keep; i-- {
		p.w.End(open[i].element)
	}
}

// bare draws a line's text alone, for an artifact.
func (p *painter) bare(l line, x, y float64) {
	places := l.places()
	for i, a := range l.atoms {
		at := x
		if places != nil {
			at += places[i]
		} else {
			x += a.width + a.space
		}
		if a.run.shape == document.StatusNone {
			p.atom(a, at, y)
		}
	}
}
