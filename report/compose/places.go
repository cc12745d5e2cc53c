package compose

import (
	"fmt"

	"apr/indicators"
	"apr/internal/document"
	"apr/internal/project"
	"apr/internal/project/prose"
	"apr/internal/project/reference"
	"apr/internal/source"
)

// pendingReference is a reference of a text to another place of the report. That may be
// further on, and has its number when all is there.
type pendingReference struct {
	*document.Reference
	id     string
	at     source.Position
	starts bool // a sentence begins with it
}

// textOptions are those of texts and cells of the project.
func (b *builder) textOptions() prose.Options {
	return prose.Options{
		Evaluate:    b.report.Evaluate,
		ReadPicture: b.report.ReadPicture,
		NewNote:     b.newNote,
		NewID:       func(title string) string { return b.prefix + b.id(title) },
		Table:       b.placedTable,
		Refer:       b.refer,
		Anchor:      b.anchor,
		Change:      b.changeOf,
	}
}

// reserveAnchors keeps the ids that authors gave from being made of titles.
func (b *builder) reserveAnchors() {
	for _, t := range b.report.Targets() {
		if !t.Position.IsZero() {
			b.ids[t.ID]++
		}
	}
}

// anchor is the id of something with an anchor: the anchor.
func (b *builder) anchor(id string) string {
	b.anchored[id] = true
	return id
}

// refer is a reference to a place of the report. In a report that isn't the annual one
// it is the words alone, with where they lead.
func (b *builder) refer(id string, at source.Position, content document.Inlines, starts bool) document.Inlines {
	if !b.annual {
		return b.outside(id, at, content)
	}
	p := &pendingReference{Reference: &document.Reference{Content: content}, id: id, at: at, starts: starts}
	b.pending = append(b.pending, p)
	return document.Inlines{p.Reference}
}

// outside names a place of the annual report in another one.
func (b *builder) outside(id string, at source.Position, content document.Inlines) document.Inlines {
	t, known := b.report.Target(id)
	if !known {
		b.unknownTarget(id, at)
	}
	if content == nil {
		content = document.Plain("“" + t.Title + "”")
	}
	return b.inlines("{title} (in the annual performance report)", content)
}

// unknownTarget reports a reference or link to what nothing is called.
func (b *builder) unknownTarget(id string, at source.Position) {
	b.problems.Add(&source.Problem{Code: "unknown-reference", Position: at, Message: fmt.Sprintf("the report has nothing with the id %q to lead to", id),
		Hint: reference.NearestTarget(b.report.Targets(), id)})
}

// printedPlaces are what the document has, by id: sections by their titles, tables and
// figures by what they are called.
type printedPlaces struct {
	titles map[string]string
	labels map[string]string
}

func (b *builder) placesOf(doc *document.Document) printedPlaces {
	p := printedPlaces{map[string]string{}, map[string]string{}}
	w := document.Walker{
		Section: func(s *document.Section) error { p.titles[s.ID] = s.Title; return nil },
		Block: func(block document.Block) error {
			switch block := block.(type) {
			case *document.Table:
				p.labels[block.ID] = ""
				if block.Label() != "" {
					p.labels[block.ID] = b.words("table {number}", block.Number)
				}
			case *document.Figure:
				p.labels[block.ID] = ""
				if block.Label() != "" {
					p.labels[block.ID] = b.words("figure {number}", block.Number)
				}
			}
			return nil
		},
	}
	_ = w.Walk(doc) // the functions don't fail
	return p
}

// resolveReferences gives each reference its target and its words. One that leads to
// what this report doesn't print is a problem.
func (b *builder) resolveReferences() {
	defer document.DropReferences(b.doc)
	places := b.placesOf(b.doc)
	for _, p := range b.pending {
		t, known := b.report.Target(p.id)
		if !known {
			b.unknownTarget(p.id, p.at)
			continue
		}
		id := b.placeOf(t)
		title, isSection := places.titles[id]
		label, isPrinted := places.labels[id]
		if !isSection && !isPrinted {
			if b.showStubs() && t.Awaiting {
				if p.Content == nil {
					p.Content = document.Plain("“" + t.Title + "”")
				}
				continue // it isn't there yet, and the words stand without a link
			}
			b.notPrinted(t, p.at)
			continue
		}
		p.Target = id
		switch {
		case p.Content != nil:
		case isSection:
			p.Content = document.Plain(title)
		case label == "":
			p.Content = document.Plain(t.Title)
		case p.starts:
			p.Content = document.Plain(b.capital(label))
		default:
			p.Content = document.Plain(label)
		}
	}
}

// placeOf is the id that a target has in the document, "" where it has none.
func (b *builder) placeOf(t reference.Target) string {
	switch t.Kind {
	case reference.TargetFigure:
		if f := b.drawn[indicators.ID(t.ID)]; f != nil {
			return f.ID
		}
		if f := b.trends[t.ID]; f != nil {
			return f.ID
		}
		return ""
	case reference.TargetPart:
		if s := b.printed[t.ID]; s != nil {
			return s.ID
		}
		return ""
	}
	return t.ID
}

// notPrinted reports a reference to something that this report leaves out.
func (b *builder) notPrinted(t reference.Target, at source.Position) {
	p := &source.Problem{Code: "unknown-reference", Position: at, Message: fmt.Sprintf("the report doesn't print the %s %q", t.Kind, t.ID), Hint: "take the reference out, or have the report print it"}
	switch t.Kind {
	case reference.TargetHeading:
		p.Message = fmt.Sprintf("the heading with the id %q isn't printed as a heading: its text is left out, or is a case study, an answer or a cell", t.ID)
		p.Hint = "refer to the part of the report that it is in"
	case reference.TargetTable:
		p.Hint = fmt.Sprintf("print it with {{ table %q }} on a line of a text, or - table: %s under holds of a chapter", t.ID, t.ID)
	case reference.TargetFigure:
		p.Message = fmt.Sprintf("the report has no chart of %s to lead to", t.ID)
	}
	if !t.Position.IsZero() {
		p.Related = []source.Related{{Position: t.Position, Message: "its id is given here"}}
	}
	b.problems.Add(p)
}

// placedTable is what stands in a line's place that says {{ table }}: the table where it
// is placed first, and a line that leads there where it is placed again.
func (b *builder) placedTable(id string, at source.Position) document.Block {
	if first := b.tablePlaces()[id]; b.annual && len(first) > 0 && first[0] != at {
		return &document.Paragraph{Content: b.inlines("See {place}.", b.refer(id, at, nil, false))}
	}
	if t := b.ownTable(id); t != nil {
		return t
	}
	b.unknownTarget(id, at)
	return &document.Paragraph{Content: document.Plain("[" + id + "]")}
}

func (b *builder) tablePlaces() map[string][]source.Position {
	if b.placesOfTables == nil {
		b.placesOfTables = b.report.TablePlaces()
	}
	return b.placesOfTables
}

// ownTable is a table of the author's own, nil for an id that none has. One that is too
// wide for a page upright is marked so that every format turns the page.
func (b *builder) ownTable(id string) *document.Table {
	own := b.report.OwnTable(id)
	if own == nil {
		return nil
	}
	t, problems := b.report.PrintedTable(own, b.textOptions())
	for _, p := range problems {
		b.problems.Add(p)
	}
	for _, row := range t.Rows {
		for _, c := range row.Cells {
			for _, in := range c.Content {
				if words, ok := in.(*document.Text); ok {
					b.said[words.Text] = true // by the author
				}
			}
		}
	}
	t.ID = b.anchor(id)
	t.Wide = project.IsWide(t)
	return t
}
