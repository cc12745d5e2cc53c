package document

import "apr/internal/source"

// Box is a passage beside the running text, in a box: a case study, a spotlight, what
// people said and what was done. It has a heading, so that it is found where a report is
// gone through by its headings.
type Box struct {
	Kind BoxKind
	// Level is the heading's: no more than one below the section's that the box is in.
	Level int
	// Title is what the box is about; it may be empty where the kind says enough.
	Title string
	// Lang is the title's BCP 47 tag where it isn't the document's.
	Lang   string
	Blocks []Block
	// Position is where the author began it.
	Position source.Position
}

// BoxKind is what a box is, by the name that authors give it.
type BoxKind string

// The kinds of boxes.
const (
	CaseStudy    BoxKind = "case-study"
	Spotlight    BoxKind = "spotlight"
	YouSaidWeDid BoxKind = "you-said-we-did"
)

// Words are what the heading of such a box begins with, in English.
func (k BoxKind) Words() string {
	switch k {
	case CaseStudy:
		return "Case study"
	case Spotlight:
		return "Spotlight"
	case YouSaidWeDid:
		return "You said, we did"
	}
	return string(k)
}

// Heading is what the box's heading says in English.
func (b *Box) Heading() string {
	if b.Title == "" {
		return b.Kind.Words()
	}
	return b.Kind.Words() + ": " + b.Title
}

// BoxHeading is what a box's heading says, the title in its language.
func (m *Meta) BoxHeading(b *Box) Inlines {
	kind, lang := m.Own(b.Kind.Words())
	if b.Title == "" {
		return Inlines{&Text{Text: kind, Lang: lang}}
	}
	return Labelled(kind, lang, b.Title, b.Lang)
}

func (b *Box) Accept(v BlockVisitor) error { return v.Box(b) }
