package pdf

import (
	"fmt"
	"math"
	"strconv"

	"apr/internal/document"
	"apr/internal/tagpdf"
	"apr/internal/wording"
)

// notesTitle heads the footnotes, which are together at the report's end.
const notesTitle = "Notes"

// noteDestination is where a note's marks lead.
func noteDestination(n *document.Note) string { return document.ReservedPrefix + "note-" + n.ID }

// markDestination is where a note's way back leads: its first mark on a page.
func markDestination(n *document.Note, page int) string {
	return fmt.Sprintf("%smark-%s-%d", document.ReservedPrefix, n.ID, page)
}

// NotesRemark says how to go back to where a note was read from. A note that is marked
// more than once names the pages: no link knows which mark the reader came from, and
// actions that do, such as GoBack, aren't allowed in PDF/A.
const NotesRemark = "A note's number leads back to where it is marked. Where that is more than once, the pages are named behind the note and lead there. Alt and the left arrow (on a Mac, the command key and the left bracket) lead back to where you were."

// endnotes lays out the notes, each once, each with links to where it is marked.
func (r *renderer) endnotes() error {
	if len(r.doc.Notes) == 0 {
		return nil
	}
	return r.g.element(tagpdf.Sect, func() error {
		if err := r.heading(1, foreign(r.doc.Meta.Own(notesTitle)), notesID); err != nil {
			return err
		}
		if err := r.paragraph(r.doc.Meta.OwnLine(NotesRemark), r.sized(smallText)); err != nil {
			return err
		}
		r.g.space(5)
		marks := marksOf(r.doc)
		for _, n := range r.doc.Notes {
			if err := r.endnote(n, marks[n]); err != nil {
				return fmt.Errorf("note %d: %w", n.Number, err)
			}
			r.g.space(2)
		}
		return nil
	})
}

// marksOf counts each note's marks.
func marksOf(doc *document.Document) map[*document.Note]int {
	marks := map[*document.Note]int{}
	w := document.Walker{Inline: func(i document.Inline) error {
		if m, ok := i.(*document.NoteMark); ok {
			marks[m.Note]++
		}
		return nil
	}}
	_ = w.Walk(doc) // the function doesn't fail
	return marks
}

func (r *renderer) endnote(n *document.Note, marks int) error {
	g := r.g
	s := style{tagpdf.Regular, 10, 12.5, black}
	label := fmt.Sprintf("[%d] ", n.Number)
	hang := max(24, s.font.Width(s.size, label)+3)
	atoms, err := r.set(n.Content, s)
	if err != nil {
		return err
	}
	g.named(noteDestination(n))
	return g.element(tagpdf.Note, func() error {
		x := g.x
		g.at(func(p *painter, y float64) { p.noteLabel(n, marks, label, s, x, y) })
		return g.indented(hang, 0, func() error {
			lines := breakLines(atoms, g.width)
			err := g.element(tagpdf.P, func() error {
				g.lines(lines, s)
				return nil
			})
			if marks > 1 && len(lines) > 0 {
				r.waysBack(n, marks, lines[len(lines)-1], s)
			}
			return err
		})
	}, tagpdf.ID(noteDestination(n)))
}

// marking are the words around the pages on which a note is marked.
type marking struct {
	before, behind string
	comma, and     string // between pages
	later          string // in the place of those for which no room was set aside
	lang           string // where it isn't the document's
}

// markingOf are the words around pages, of which there are as many.
func markingOf(m *document.Meta, pages int) (w marking) {
	row := "Marked on pages {pages}."
	if pages == 1 {
		row = "Marked on page {page}."
	}
	words, lang := m.Own(row)
	w.before, w.behind = around(row, words, m)
	w.lang = lang
	// All of them are in one language.
	say := func(row, otherwise string) string {
		if words, in := m.Own(row); in == lang {
			return words
		} else if lang != "" {
			return row
		}
		return otherwise
	}
	between := func(row string) string {
		pieces := wording.Pieces(row, say(row, "{list}, {item}"))
		if len(pieces) != 3 {
			return " "
		}
		return drawable(pieces[1].Text, m)
	}
	w.comma, w.and = between("{list}, {item}"), between("{list} and {item}")
	w.later = drawable(say("later pages", "…"), m)
	return w
}

// around are the words before and behind the one place of a row.
func around(row, words string, m *document.Meta) (before, behind string) {
	to := &before
	for _, p := range wording.Pieces(row, words) {
		if p.Value >= 0 {
			to = &behind
		} else {
			*to += drawable(p.Text, m)
		}
	}
	return before, behind
}

// waysBack sets room aside for the pages on which a note is marked, which are known when
// it is drawn: behind its last line where they fit there, or below. They can be more than its
// marks: a table that is divided repeats its heads.
func (r *renderer) waysBack(n *document.Note, marks int, last line, s style) {
	g := r.g
	x, width := g.x, g.width
	each := s.font.Width(s.size, "0000, ")
	words := markingOf(&r.doc.Meta, marks)
	long := s.font.Width(s.size, " "+words.before+words.and+words.later) + float64(marks)*each
	if above, _ := last.overflow(s); last.width+long <= width && !isRightToLeft([]line{last}) {
		st := g.last()
		st.after = append(st.after, func(p *painter, y float64) {
			behind := last.width + s.font.Width(s.size, " ")
			p.waysBack(n, marks, s, x+behind, y+above, width-behind)
		})
		return
	}
	g.last().keep = true
	lines := math.Ceil(long / (width - each))
	g.add(lines*s.lead, func(p *painter, y float64) { p.waysBack(n, marks, s, x, y, width) })
}

// waysBack draws the pages on which a note is marked, each as a link to its first mark
// there.
func (p *painter) waysBack(n *document.Note, most int, s style, x, y, width float64) {
	pages := p.noted[n]
	if len(pages) == 0 {
		return
	}
	around := markingOf(&p.meta, len(pages))
	last := strconv.Itoa(pages[len(pages)-1])
	if len(pages) > most {
		pages, last = pages[:most], around.later
	}
	e := p.w.Begin(tagpdf.P, inLanguageOf(around.lang)...)
	at := x
	write := func(words string, colour tagpdf.Colour) {
		p.w.Text(s.font, s.size, at, y+baseline(s), colour, words)
		at += s.font.Width(s.size, words)
	}
	write(around.before, s.colour)
	for i, page := range pages {
		words, after := strconv.Itoa(page), around.comma
		switch len(pages) - i {
		case 1:
			words, after = last, around.behind
		case 2:
			after = around.and
		}
		long := s.font.Width(s.size, words)
		if at+long+s.font.Width(s.size, after) > x+width {
			at, y = x, y+s.lead
		}
		back, lang := p.meta.Own("Back to the mark of note {number} on page {page}", n.Number, page)
		link := p.w.Begin(tagpdf.Link, inLanguageOf(lang)...)
		p.w.LinkTo(at, y, long, s.lead, markDestination(n, page), back)
		write(words, p.ink(blue))
		p.w.End(link)
		write(after, s.colour)
	}
	p.w.End(e)
}

// noteLabel draws a note's number, a link back to its mark where that is one.
func (p *painter) noteLabel(n *document.Note, marks int, label string, s style, x, y float64) {
	e := p.w.Begin(tagpdf.Lbl)
	if pages := p.noted[n]; marks == 1 && len(pages) > 0 {
		back, lang := p.meta.Own("Back to the mark of note {number}", n.Number)
		link := p.w.Begin(tagpdf.Link, inLanguageOf(lang)...)
		p.w.Text(s.font, s.size, x, y+baseline(s), p.ink(blue), label)
		p.w.LinkTo(x, y, s.font.Width(s.size, label), s.lead, markDestination(n, pages[0]), back)
		p.w.End(link)
	} else {
		p.w.Text(s.font, s.size, x, y+baseline(s), s.colour, label)
	}
	p.w.End(e)
}

// noteMark names the place of a note's first mark on a page.
func (p *painter) noteMark(n *document.Note, y float64) {
	pages := p.noted[n]
	if len(pages) == 0 || pages[len(pages)-1] != p.page {
		p.noted[n] = append(pages, p.page)
		p.w.Destination(markDestination(n, p.page), y)
	}
}
