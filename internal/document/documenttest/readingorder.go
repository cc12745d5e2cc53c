package documenttest

import (
	"fmt"
	"strings"

	"apr/internal/document"
	"apr/internal/wording"
)

// ReadingOrder is what somebody hears who follows the tags of a report and sees
// nothing of it: taken from the document alone, to compare renderings with.
type ReadingOrder struct {
	// Headings in order with their rank below the title: "1 Title", "2 Foreword".
	Headings []string
	// Heads are the header cells of every table, row by row: "Column Year",
	// "Row NI1".
	Heads []string
	// Alts are the descriptions of figures and pictures.
	Alts []string
	// Tables and Notes are how many there are, figures' data among the tables.
	Tables, Notes int
	// Text is every word once, in reading order, with ⟨…⟩ around descriptions and
	// "⟨contents⟩" for the list of contents.
	Text string
}

// InReadingOrder listens to a document.
func InReadingOrder(doc *document.Document) *ReadingOrder {
	l := &reader{order: &ReadingOrder{}, meta: &doc.Meta}
	m := doc.Meta
	l.brand(m.Brand.Logo)
	l.heading(1, m.Title)
	l.say(m.Brand.Name, m.Authority, m.Title, m.Subtitle)
	if !strings.Contains(m.Title+m.Subtitle, m.Year) {
		l.say(m.Said("Reporting year {year}", m.Year))
	}
	l.say(m.Said(m.State))
	l.brand(m.Brand.Cover)
	for _, n := range m.CoverNotes {
		l.say(inWords(n))
	}
	if len(doc.Sections)+len(doc.Notes) > 0 {
		l.heading(2, m.Said("Contents"))
		l.say(m.Said("Contents"), "⟨contents⟩")
	}
	l.sections(doc.Sections)
	if len(doc.Notes) > 0 {
		l.heading(2, m.Said("Notes"))
		l.say(m.Said("Notes"))
	}
	for _, n := range doc.Notes {
		l.order.Notes++
		l.say(fmt.Sprintf("[%d]", n.Number), inWords(n.Content))
	}
	l.order.Text = strings.Join(l.words, " ")
	return l.order
}

// inWords is a line with the numbers of its footnotes.
func inWords(is document.Inlines) string {
	var b strings.Builder
	w := document.Walker{Inline: func(i document.Inline) error {
		switch i := i.(type) {
		case *document.Text:
			b.WriteString(i.Text)
		case *document.Datum:
			b.WriteString(i.Display)
		case *document.NoteMark:
			fmt.Fprintf(&b, "[%d]", i.Note.Number)
		case *document.LineBreak:
			b.WriteByte(' ')
		}
		return nil
	}}
	_ = w.Inlines(is) // the function doesn't fail
	return b.String()
}

// reader takes down what a document says. It has a method for every kind of
// block, so that a new one doesn't compile until it is read here.
type reader struct {
	order *ReadingOrder
	words []string
	meta  *document.Meta
}

var _ document.BlockVisitor = (*reader)(nil)

func (l *reader) say(texts ...string) {
	for _, t := range texts {
		l.words = append(l.words, strings.Fields(t)...)
	}
}

func (l *reader) heading(rank int, title string) {
	l.order.Headings = append(l.order.Headings, fmt.Sprintf("%d %s", rank, wording.OneLine(title)))
}

func (l *reader) sections(sections []*document.Section) {
	for _, s := range sections {
		l.heading(s.Level+1, s.Title)
		l.say(s.Title)
		l.blocks(s.Blocks)
		l.sections(s.Sections)
	}
}

func (l *reader) blocks(blocks []document.Block) {
	for _, b := range blocks {
		_ = b.Accept(l) // no method fails
	}
}

// labelled says a label, if there is one; its language isn't heard.
func (l *reader) labelled(label, _ string) {
	if label != "" {
		l.say(label + ":")
	}
}

func (l *reader) alt(s string) {
	l.order.Alts = append(l.order.Alts, wording.OneLine(s))
	l.say("⟨" + s + "⟩")
}

// Paragraph and the methods below are what each kind of block says.
func (l *reader) Paragraph(b *document.Paragraph) error {
	l.say(inWords(b.Content))
	return nil
}

func (l *reader) List(b *document.List) error {
	for i, item := range b.Items {
		label := "•"
		if b.Ordered {
			label = fmt.Sprintf("%d.", b.Start+i)
		}
		l.say(label)
		l.blocks(item)
	}
	return nil
}

func (l *reader) Definitions(b *document.Definitions) error {
	for _, e := range b.Entries {
		l.say(inWords(e.Term))
		l.blocks(e.Meaning)
	}
	return nil
}

func (l *reader) Table(b *document.Table) error {
	l.order.Tables++
	l.labelled(l.meta.TableLabel(b))
	l.say(b.Caption)
	l.columnHeads(b)
	for _, r := range b.Rows {
		for i, c := range r.Cells {
			if i < b.RowHeads {
				l.head("Row", c.Content)
			} else {
				l.value(c.Content)
			}
		}
	}
	for _, n := range b.Notes {
		l.say(inWords(n))
	}
	return nil
}

// columnHeads hears the heads row by row: a head over columns is before those of its
// columns, which are in the second row.
func (l *reader) columnHeads(b *document.Table) {
	var second []document.Inlines
	at := 0
	for _, g := range b.Groups {
		if len(g.Head) > 0 {
			l.head("Column", g.Head)
		}
		for range g.Span {
			if len(g.Head) > 0 {
				second = append(second, b.Columns[at].Head)
			} else {
				l.head("Column", b.Columns[at].Head)
			}
			at++
		}
	}
	for ; at < len(b.Columns); at++ {
		second = append(second, b.Columns[at].Head)
	}
	for _, h := range second {
		l.head("Column", h)
	}
}

// value hears what is in a cell, of a dash what it stands for.
func (l *reader) value(is document.Inlines) {
	if marks, absent := is.Absent(); absent {
		l.say(l.meta.Said(document.NoValue), inWords(marks))
		return
	}
	l.say(inWords(is))
}

// brand hears a logo or the cover's picture, unless it is decorative.
func (l *reader) brand(p *document.BrandPicture) {
	if p != nil && p.Alt != "" {
		l.alt(p.Alt)
	}
}

func (l *reader) head(scope string, content document.Inlines) {
	words := inWords(content)
	l.order.Heads = append(l.order.Heads, wording.OneLine(scope+" "+words))
	l.say(words)
}

func (l *reader) Figure(b *document.Figure) error {
	l.labelled(l.meta.FigureLabel(b))
	l.say(b.Caption, b.Subtitle)
	l.alt(b.Alt)
	l.say(inWords(l.meta.SourceLine(b)))
	if b.Data != nil {
		return l.Table(b.Data)
	}
	return nil
}

func (l *reader) Picture(b *document.Picture) error {
	l.alt(b.Alt)
	l.say(b.Caption)
	return nil
}

func (l *reader) PictureRow(b *document.PictureRow) error {
	for _, p := range b.Pictures {
		if err := l.Picture(p); err != nil {
			return err
		}
	}
	return nil
}

func (l *reader) Idea(b *document.Idea) error {
	switch {
	case b.Picture != nil:
		if err := l.Picture(b.Picture); err != nil {
			return err
		}
	case b.Slot:
		l.say(l.meta.Said(document.SlotWords))
	}
	l.blocks(b.Blocks)
	return nil
}

func (l *reader) Callout(b *document.Callout) error {
	l.say(b.Title)
	l.blocks(b.Blocks)
	return nil
}

func (l *reader) Box(b *document.Box) error {
	heading := l.meta.BoxHeading(b).String()
	l.heading(b.Level+1, heading)
	l.say(heading)
	l.blocks(b.Blocks)
	return nil
}

func (l *reader) Quotation(b *document.Quotation) error {
	l.blocks(b.Blocks)
	if len(b.Attribution) > 0 {
		l.say("—", inWords(b.Attribution))
	}
	return nil
}

func (l *reader) StatutoryReference(b *document.StatutoryReference) error {
	l.say(inWords(l.meta.Citation(b)))
	return nil
}

func (l *reader) KeyFigures(b *document.KeyFigures) error {
	for _, k := range b.Items {
		l.say(inWords(k.Label))
		l.value(k.Value)
		l.say(inWords(k.StatusWord))
		if len(k.Source) > 0 {
			l.say(inWords(l.meta.OwnLine("Source: {source}", k.Source)))
		}
	}
	return nil
}
