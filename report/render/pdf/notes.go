package pdf

import (
	"fmt"

	"apr/internal/document"
	"apr/internal/tagpdf"
)

// notesTitle heads the footnotes, which are together at the report's end.
const notesTitle = "Notes"

// noteDestination is where a note's marks lead.
func noteDestination(n *document.Note) string { return document.ReservedPrefix + "note-" + n.ID }

// markDestination is where a note's way back leads: its first mark.
func markDestination(n *document.Note) string { return document.ReservedPrefix + "mark-" + n.ID }

// NotesRemark says how to go back to where a note was read from. A link to that place
// can't: it would have to know where the reader came from, and actions that do, such
// as GoBack, aren't allowed in PDF/A.
const NotesRemark = "A note's number leads back to the first place that has it. Alt and the left arrow (on a Mac, the command key and the left bracket) lead back to where you were."

// endnotes lays out the notes, each once, each with a link to its first mark.
func (r *renderer) endnotes() error {
	if len(r.doc.Notes) == 0 {
		return nil
	}
	return r.g.element(tagpdf.Sect, func() error {
		if err := r.heading(1, foreign(r.doc.Meta.Own(notesTitle)), notesID); err != nil {
			return err
		}
		if err := r.paragraph(foreign(NotesRemark, r.doc.Meta.OwnLanguage), r.sized(smallText)); err != nil {
			return err
		}
		r.g.space(5)
		for _, n := range r.doc.Notes {
			if err := r.endnote(n); err != nil {
				return fmt.Errorf("note %d: %w", n.Number, err)
			}
			r.g.space(2)
		}
		return nil
	})
}

func (r *renderer) endnote(n *document.Note) error {
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
		g.at(func(p *painter, y float64) { p.noteLabel(n, label, s, x, y) })
		return g.indented(hang, 0, func() error { return g.text(tagpdf.P, atoms, s) })
	}, tagpdf.ID(noteDestination(n)))
}

// noteLabel draws a note's number, a link back to the text.
func (p *painter) noteLabel(n *document.Note, label string, s style, x, y float64) {
	e := p.w.Begin(tagpdf.Lbl)
	if p.noted[n] {
		link := p.w.Begin(tagpdf.Link)
		p.w.Text(s.font, s.size, x, y+baseline(s), p.ink(blue), label)
		p.w.LinkTo(x, y, s.font.Width(s.size, label), s.lead, markDestination(n), fmt.Sprintf("Back to the mark of note %d", n.Number))
		p.w.End(link)
	} else {
		p.w.Text(s.font, s.size, x, y+baseline(s), s.colour, label)
	}
	p.w.End(e)
}

// noteMark names the place of a note's first mark.
func (p *painter) noteMark(n *document.Note, y float64) {
	if !p.noted[n] {
		p.noted[n] = true
		p.w.Destination(markDestination(n), y)
	}
}
