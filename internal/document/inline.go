package document

import (
	"strings"

	"apr/internal/source"
)

// Inline is a piece of a line of text.
type Inline interface{ Accept(InlineVisitor) error }

// Inlines is a line of text.
type Inlines []Inline

// InlineVisitor has a method for every kind of inline.
type InlineVisitor interface {
	Text(*Text) error
	Strong(*Strong) error
	Emphasis(*Emphasis) error
	Link(*Link) error
	Reference(*Reference) error
	Datum(*Datum) error
	NoteMark(*NoteMark) error
	LineBreak(*LineBreak) error
}

// Text is plain text. Lang is a BCP 47 tag where it isn't the document's.
type Text struct {
	Text string
	Lang string
	// Position is where the author wrote it: its characters follow one another
	// there, in one line of the file. It is zero for the program's own words.
	Position source.Position
}

// Strong and Emphasis are as in Markdown.
type Strong struct{ Content Inlines }

// Emphasis is as in Markdown; renderers avoid italics for whole sentences.
type Emphasis struct{ Content Inlines }

// Link leads outside the document: to an address, or to a file next to the one that
// the document is written to.
type Link struct {
	URL string
	// Beside is the name of a file without its ending, such as summary: the same
	// format's file of another document. URL is then "".
	Beside  string
	Content Inlines
}

// Address is where the link leads from a file with an ending, such as pdf.
func (i *Link) Address(ending string) string {
	if i.Beside != "" {
		return i.Beside + "." + ending
	}
	return i.URL
}

// Reference leads to a section, table or figure of the document by its ID.
type Reference struct {
	Target  string
	Content Inlines
}

// Datum is a figure that came from an input, as it is displayed, with where it
// came from and its exact value.
type Datum struct {
	// Display is the value as the reader sees it, rounded once.
	Display string
	// Value is the exact value: pounds with two decimals, or the cell's full
	// precision.
	Value string
	// ID says what it is, such as "NI12@2025/26" or "spend:4(2)(c)@2025/26".
	ID string
	// Lang is the BCP 47 tag of a display in words where that isn't the document's.
	Lang string
	// Position is the cell or the ledger it was read from.
	Position source.Position
}

// NoteMark is a footnote's mark.
type NoteMark struct{ Note *Note }

// LineBreak ends a line within a paragraph.
type LineBreak struct{}

func (i *Text) Accept(v InlineVisitor) error      { return v.Text(i) }
func (i *Strong) Accept(v InlineVisitor) error    { return v.Strong(i) }
func (i *Emphasis) Accept(v InlineVisitor) error  { return v.Emphasis(i) }
func (i *Link) Accept(v InlineVisitor) error      { return v.Link(i) }
func (i *Reference) Accept(v InlineVisitor) error { return v.Reference(i) }
func (i *Datum) Accept(v InlineVisitor) error     { return v.Datum(i) }
func (i *NoteMark) Accept(v InlineVisitor) error  { return v.NoteMark(i) }
func (i *LineBreak) Accept(v InlineVisitor) error { return v.LineBreak(i) }

// Plain is a line of one plain text.
func Plain(s string) Inlines { return Inlines{&Text{Text: s}} }

// Joined is the line with neighbouring texts in the same language as one, for
// those who don't need the texts' places.
func (is Inlines) Joined() Inlines {
	var out Inlines
	for n, i := range is {
		t, ok := i.(*Text)
		if !ok || len(out) == 0 {
			out = append(out, i)
			continue
		}
		last, ok := out[len(out)-1].(*Text)
		if !ok || last.Lang != t.Lang {
			out = append(out, i)
			continue
		}
		if last == is[n-1] { // the document's own, which stays as it is
			last = &Text{Text: last.Text, Lang: last.Lang, Position: last.Position}
			out[len(out)-1] = last
		}
		last.Text += t.Text
	}
	return out
}

// String is the line's text without marks or formatting.
func (is Inlines) String() string {
	var p plainText
	for _, i := range is {
		_ = i.Accept(&p) // plainText never fails
	}
	return p.String()
}

// NoValue is what is read out for a dash in the place of a value: of a dash alone
// people hear nothing, or a name that says nothing to them.
const NoValue = "no value"

// Dash is what is seen in the place of a value.
const Dash = "–"

// Absent reports whether a cell, or a key figure, is a dash in the place of a value, and
// gives what follows the dash: the marks of notes.
func (is Inlines) Absent() (marks Inlines, absent bool) {
	switch strings.TrimSpace(is.String()) {
	case Dash, "-", "—", "−":
	default:
		return nil, false
	}
	for _, in := range is {
		if m, ok := in.(*NoteMark); ok {
			marks = append(marks, m)
		}
	}
	return marks, true
}

// plainText writes inlines as unformatted text.
type plainText struct{ strings.Builder }

func (p *plainText) all(is Inlines) error {
	for _, i := range is {
		if err := i.Accept(p); err != nil {
			return err
		}
	}
	return nil
}

func (p *plainText) Text(i *Text) error           { p.WriteString(i.Text); return nil }
func (p *plainText) Strong(i *Strong) error       { return p.all(i.Content) }
func (p *plainText) Emphasis(i *Emphasis) error   { return p.all(i.Content) }
func (p *plainText) Link(i *Link) error           { return p.all(i.Content) }
func (p *plainText) Reference(i *Reference) error { return p.all(i.Content) }
func (p *plainText) Datum(i *Datum) error         { p.WriteString(i.Display); return nil }
func (p *plainText) NoteMark(*NoteMark) error     { return nil }
func (p *plainText) LineBreak(*LineBreak) error   { p.WriteByte(' '); return nil }
