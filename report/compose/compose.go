// Package compose lowers a checked report to the document that the renderers
// print: it decides where each thing goes, writes in words what the data say, and numbers
// tables, figures and footnotes.
package compose

import (
	"cmp"
	"fmt"
	"strings"

	"apr/indicators"
	"apr/internal/document"
	"apr/internal/law"
	"apr/internal/project"
	"apr/internal/project/datum"
	"apr/internal/project/prose"
	"apr/internal/source"
	"apr/internal/wording"
	"apr/internal/yamlpos"
	"apr/regs"
)

// Options are what the command line adds to the report.
type Options struct {
	// Generator names the program and its version.
	Generator string
	// Draft watermarks the document and lists what is missing, whatever the
	// project's state says.
	Draft bool
	// Date is the day of the report, YYYY-MM-DD, when it is reported; else it is the
	// day of publication, so that the same inputs give the same bytes on any day.
	Date string
	// Formats are those that the report is written in, none where it isn't written to
	// files: then it doesn't say where its other versions are.
	Formats []string
	// NameState is true where the state is in the files' names.
	NameState bool
}

// Compose makes the document. It asks for the result of the check where it needs
// it, which is late: the check may still go on. The error is a *source.InputError
// when texts of the narrative can't be set, with every problem in it; the document is
// then what could be set, for whoever looks for more.
func Compose(r *project.Project, result func() *regs.Result, opts Options) (*document.Document, error) {
	b := newBuilder(r, result, opts)
	b.annual = true
	b.reserveAnchors()
	b.doc.Meta = b.meta()
	missing := b.missing()
	if draft := b.draft(b.listedIn(missing)); draft != nil {
		b.doc.Sections = append(b.doc.Sections, draft)
	}
	b.doc.Sections = append(b.doc.Sections, b.chapters()...)
	if missing != nil {
		b.doc.Sections = append(b.doc.Sections, missing)
	}
	for _, link := range b.links {
		link()
	}
	b.resolveReferences()
	if err := b.problems.Err(); err != nil {
		return b.doc, err
	}
	b.doc.Datasets = b.datasets()
	return b.finished(), nil
}

// finished is the document once all is in its place, whichever report it is.
func (b *builder) finished() *document.Document {
	b.markOnce()
	renumber(b.doc)
	b.ownWords()
	document.MarkLanguages(b.doc)
	document.LinkContacts(b.doc)
	return b.doc
}

func newBuilder(r *project.Project, result func() *regs.Result, opts Options) *builder {
	return &builder{
		report:   r,
		result:   result,
		opts:     opts,
		doc:      &document.Document{Templates: r.Templates, Fonts: r.Fonts},
		notes:    map[string]*document.Note{},
		ofValue:  map[*document.Note]bool{},
		ofPeriod: map[*document.Note]bool{},
		ids:      map[string]int{},
		sections: map[string][]sectionLink{},
		drawn:    map[indicators.ID]*document.Figure{},
		facts:    r.Facts(),
		law:      r.Law(),
		place:    r.Placement(),
		printed:  map[string]*document.Section{},
		trends:   map[string]*document.Figure{},
		anchored: map[string]bool{},
		said:     map[string]bool{},

		commented: map[string]bool{},
	}
}

// builder carries what is numbered or remembered from one part to the next.
type builder struct {
	report   *project.Project
	law      *law.Edition
	result   func() *regs.Result
	opts     Options
	doc      *document.Document
	notes    map[string]*document.Note // by their text: equal notes are one
	ofValue  map[*document.Note]bool   // notes that are of one value, not of those next to it
	ofPeriod map[*document.Note]bool   // notes that may stand at a column of periods
	ids      map[string]int
	tables   int
	figures  int
	prefix   string                   // of the ids of figures, whose files lie side by side
	sections map[string][]sectionLink // requirement id to the sections that answer it
	drawn    map[indicators.ID]*document.Figure
	// suite are the tables of the core suite, and national the one of Scotland's earlier
	// values, once they are there.
	suite    map[indicators.Kind]*document.Table
	national *document.Table
	// overYears is the table of the local measures over the years, once it is there.
	overYears *document.Table
	facts     *datum.Facts
	problems  source.Problems
	place     *project.Placement
	// depth is by how many levels sections are set deeper than they are in apr's order.
	depth int
	// printed are the sections by the names of their parts, and links what is written
	// when all of them are there.
	printed map[string]*document.Section
	links   []func()
	// annual is true of the annual report, which has every place that texts refer to;
	// pending are these references. trends are the charts of local measures, and anchored
	// the ids that authors gave.
	annual         bool
	pending        []*pendingReference
	trends         map[string]*document.Figure
	anchored       map[string]bool
	placesOfTables map[string][]source.Position
	// said is what is printed in the report's language of apr's own words, and theirs what
	// the authority says; nil until it is asked for.
	said, theirs map[string]bool
	// commented are the local measures whose comments are printed.
	commented map[string]bool
}

// sectionLink is where a requirement is answered.
type sectionLink struct{ id, title string }

// section starts a section and remembers which requirements it answers.
func (b *builder) section(level int, title string, requirements ...string) *document.Section {
	s := &document.Section{ID: b.id(title), Level: level + b.depth, Title: title, Answers: requirements}
	for _, r := range requirements {
		b.sections[r] = append(b.sections[r], sectionLink{s.ID, title})
	}
	if len(requirements) > 0 {
		s.Blocks = append(s.Blocks, b.statutory(requirements))
	}
	return s
}

// publicationDuty is section 42(4) of the Act, the one requirement that isn't
// of the regulations.
const publicationDuty = "42(4)"

// statutory is the line under a heading that says which provisions it answers.
func (b *builder) statutory(requirements []string) *document.StatutoryReference {
	ref := &document.StatutoryReference{Instrument: "SSI 2014/326"}
	if requirements[0] == publicationDuty {
		ref.Instrument = "Public Bodies (Joint Working) (Scotland) Act 2014"
	}
	for _, r := range requirements {
		provision, in := b.doc.Meta.Own(provisionRow(r), r)
		if in != "" || wording.IsEnglish(b.language()) {
			provision = wording.SmallFirst(provision) // other languages have capitals of their own
		}
		ref.Provisions, ref.Lang = append(ref.Provisions, provision), in
	}
	return ref
}

// id makes a fragment identifier from a title, unique in the document.
func (b *builder) id(title string) string {
	var s strings.Builder
	for _, r := range strings.ToLower(title) {
		switch {
		case r >= 'a' && r <= 'z' || r >= '0' && r <= '9':
			s.WriteRune(r)
		case s.Len() > 0 && !strings.HasSuffix(s.String(), "-"):
			s.WriteByte('-')
		}
	}
	id := strings.Trim(s.String(), "-")
	if id == "" || id[0] >= '0' && id[0] <= '9' {
		id = "s-" + id
	}
	b.ids[id]++
	if n := b.ids[id]; n > 1 {
		id = fmt.Sprintf("%s-%d", id, n)
	}
	return id
}

// note is the mark of a footnote with this text; equal texts share a note.
func (b *builder) note(text string) *document.NoteMark {
	n := b.notes[text]
	if n == nil {
		n = b.newNote(document.Plain(text))
		b.notes[text] = n
	}
	return &document.NoteMark{Note: n}
}

// noteOfValue is the mark of a footnote that is of one value and stays next to it.
func (b *builder) noteOfValue(text string) *document.NoteMark {
	m := b.note(text)
	b.ofValue[m.Note] = true
	return m
}

// newNote adds a footnote at the end of the list.
func (b *builder) newNote(content document.Inlines) *document.Note {
	number := len(b.doc.Notes) + 1
	n := &document.Note{Number: number, ID: fmt.Sprintf("note-%d", number), Content: content}
	b.doc.Notes = append(b.doc.Notes, n)
	return n
}

// write appends a text of the narrative to a section: its paragraphs, and its
// headings as sections one level deeper. A text that isn't there adds nothing,
// for the rules have said so; one that couldn't be parsed is reported nonetheless.
func (b *builder) write(s *document.Section, t yamlpos.Text) {
	opts := b.textOptions()
	opts.Level = s.Level + 1
	b.writeWith(opts, s, t)
}

// writeWith appends a text to a section with options of its own.
func (b *builder) writeWith(opts prose.Options, s *document.Section, t yamlpos.Text) {
	s.Lines = append(s.Lines, linesOf(t))
	if project.IsStub(t) && !b.showStubs() {
		if p := prose.Bounded(t); p != nil {
			b.problems.Add(p)
		}
		return
	}
	f, problems := prose.Parse(project.Shown(t), opts)
	for _, p := range problems {
		b.problems.Add(p)
	}
	for _, block := range f.Blocks {
		b.number(block)
	}
	s.Blocks = append(s.Blocks, f.Blocks...)
	for _, sub := range f.Sections {
		b.numberSection(sub)
	}
	s.Sections = append(s.Sections, f.Sections...)
}

// linesOf are the lines on which a text of the narrative is.
func linesOf(t yamlpos.Text) document.Lines {
	return document.Lines{File: t.Position.File, First: t.Position.Line, Last: t.At(len(t.Markdown)).Line}
}

// blocks is a text of the narrative that stands within something that has no place for
// headings, such as "a case study".
func (b *builder) blocks(t yamlpos.Text, within string) []document.Block {
	s := &document.Section{}
	opts := b.textOptions()
	opts.Within = within
	b.writeWith(opts, s, t)
	return s.Blocks
}

// showStubs is true in a draft, where a text to be written shows its place.
func (b *builder) showStubs() bool { return b.doc.Meta.Watermark != "" }

func (b *builder) numberSection(s *document.Section) {
	for _, block := range s.Blocks {
		b.number(block)
	}
	for _, sub := range s.Sections {
		b.numberSection(sub)
	}
}

// number gives the narrative's own tables their numbers, those in boxes too.
func (b *builder) number(block document.Block) {
	w := document.Walker{Block: func(inner document.Block) error {
		if t, ok := inner.(*document.Table); ok {
			b.tables++
			t.Number = b.tables
			if !b.anchored[t.ID] {
				t.ID = fmt.Sprintf("table-%d", b.tables)
			}
		}
		return nil
	}}
	_ = w.Blocks([]document.Block{block}) // the function doesn't fail
}

// table starts a numbered table.
func (b *builder) table(caption string, columns ...document.Column) *document.Table {
	b.tables++
	return &document.Table{
		ID: fmt.Sprintf("table-%d", b.tables), Number: b.tables,
		Caption: caption, Columns: columns, RowHeads: 1,
	}
}

// figure numbers a figure, whose words the author may have written.
func (b *builder) figure(f *document.Figure, author project.FigureText) *document.Figure {
	f.Caption = cmp.Or(wording.OneLine(author.Title), f.Caption)
	f.Alt = cmp.Or(wording.OneLine(author.Alt), f.Alt)
	b.figures++
	f.Number = b.figures
	f.ID = fmt.Sprintf("%sfigure-%d", b.prefix, b.figures)
	if f.Data != nil {
		b.withData(f, f.Data)
	}
	return f
}

// withData gives a figure its data.
func (b *builder) withData(f *document.Figure, data *document.Table) {
	f.Data = data
	data.ID = f.ID + "-data"
}

// stories are the case studies of a section.
func (b *builder) stories(s *document.Section, stories []project.Story) {
	for i, story := range stories {
		if !b.place.Elsewhere(project.CaseStudyPart(story.Title)) {
			b.story(s, b.titled(story.Title, "Case study {number}", i), story)
		}
	}
}

// story puts a case study behind all that its section has so far.
func (b *builder) story(s *document.Section, title string, story project.Story) {
	end := lastOf(s)
	end.Lines = append(end.Lines, linesOf(story.Text))
	end.Blocks = append(end.Blocks, &document.Box{
		Kind: document.CaseStudy, Level: s.Level + 1, Title: title, Blocks: b.boxed(story.Text),
	})
}

// boxed is a text that stands in a box.
func (b *builder) boxed(t yamlpos.Text) []document.Block {
	blocks := b.blocks(t, "a case study")
	for _, block := range blocks {
		if inner, ok := block.(*document.Box); ok {
			b.problems.Addf("nested-box", inner.Position, "this text is in a box, a case study; a box can't be in another: leave out the lines of colons")
		}
	}
	return blocks
}

// titled is the title of an entry, or a makeshift one where its key is missing: the
// check says so. That is a row with the place of a number.
func (b *builder) titled(title, makeshift string, i int) string {
	if title = strings.TrimSpace(title); title != "" {
		return title
	}
	return b.words(makeshift, i+1)
}

// verbatim is a paragraph of what others say: the authority, the law, a publication.
func verbatim(s string) *document.Paragraph { return &document.Paragraph{Content: document.Plain(s)} }

func column(head string, align document.Align, weight float64) document.Column {
	return document.Column{Head: document.Plain(head), Align: align, Weight: weight}
}

func cell(text string) document.Cell { return document.Cell{Content: document.Plain(text)} }
