package compose

import (
	"cmp"
	"path"
	"strings"

	"apr/indicators/measures"
	"apr/internal/document"
	"apr/internal/project"
	"apr/internal/source"
	"apr/internal/wording"
	"apr/internal/yamlpos"
	"apr/regs"
)

// EasyRead is the Easy Read version of the annual report; like Summary it stands where
// levels of reporting do.
const EasyRead measures.Level = "easy-read"

// Beside are the versions that are built beside the annual report.
func Beside(r *project.Project, opts Options) []measures.Level {
	var levels []measures.Level
	if r.Config.HasSummary() {
		levels = append(levels, Summary)
	}
	if HasEasyRead(r, opts) {
		levels = append(levels, EasyRead)
	}
	return levels
}

// HasEasyRead reports whether a project has an Easy Read version to build: a draft with
// the file of its texts, another report with one of them.
func HasEasyRead(r *project.Project, opts Options) bool {
	if !r.Narrative.HasEasyRead() {
		return false
	}
	if opts.Draft || r.Config.State == project.Draft {
		return true
	}
	for _, p := range r.Narrative.Easy.Parts() {
		if !project.IsStub(p.Text) {
			return true
		}
	}
	return false
}

// composeEasyRead makes the Easy Read version of the annual report: texts of its own in
// large type, one idea beside each picture. The error is as of Compose, or that there are
// no texts.
func composeEasyRead(r *project.Project, result func() *regs.Result, opts Options) (*document.Document, error) {
	b := newBuilder(r, result, opts)
	if !HasEasyRead(r, opts) {
		b.noEasyRead()
		return b.doc, b.problems.Err()
	}
	b.prefix = string(EasyRead) + "-"
	b.doc.Meta = b.meta()
	b.doc.Meta.Title = b.words("{title}: Easy Read", b.doc.Meta.Title)
	b.doc.Meta.Brief, b.doc.Meta.Large = true, true
	b.doc.Meta.CoverNotes = b.easyNotes()
	sections := []*document.Section{b.draft(b.inlines("The full report lists them.")), b.aboutEasyRead()}
	e := &r.Narrative.Easy
	var last *document.Section
	for _, p := range e.Parts() {
		s := b.easyPart(p.Title, p.Text)
		if p.Key == "tell_us" { // behind the words, as the last thing to read
			last = s
			continue
		}
		sections = append(sections, s)
	}
	for _, s := range append(sections, b.hardWords(e.Words), last, b.otherForms()) {
		if s != nil {
			b.doc.Sections = append(b.doc.Sections, s)
		}
	}
	if err := b.problems.Err(); err != nil {
		return b.doc, err
	}
	renumber(b.doc)
	b.ownWords()
	document.MarkLanguages(b.doc)
	document.LinkContacts(b.doc)
	return b.doc, nil
}

// noEasyRead is the problem that there is nothing to build it from.
func (b *builder) noEasyRead() {
	p := &source.Problem{Code: "no-easy-read", Position: source.Position{File: path.Join(cmp.Or(b.report.Config.Narrative, "narrative"), project.EasyReadFile)},
		Message: "the project has no texts for an Easy Read version",
		Hint:    "'apr init --easy-read' in the project's folder makes the file with short prompts"}
	if b.report.Narrative.HasEasyRead() {
		p.Message, p.Hint = "no text of the Easy Read version is written yet", "write them, or build a draft with --draft"
	}
	b.problems.Add(p)
}

// easyNotes are below the title: what must be known before all else, and where the longer
// versions are.
func (b *builder) easyNotes() []document.Inlines {
	var notes []document.Inlines
	p := b.report.Config
	if p.Authority.Invented {
		notes = append(notes, b.inlines("{authority} is not real. This is an example.", p.Authority.Name))
	}
	if p.State == project.Provisional {
		notes = append(notes, document.Plain("The money in this report may still change."))
	}
	return append(notes, b.longerVersions()...)
}

// longerVersions lead to the report and to its summary, a line each.
func (b *builder) longerVersions() (lines []document.Inlines) {
	if links := b.fullReport(); len(links) > 0 {
		lines = append(lines, links)
	}
	if b.report.Config.HasSummary() && len(b.opts.Formats) > 0 {
		lines = append(lines, document.Inlines{b.versionLink(Summary, "Read the summary")})
	}
	return lines
}

// versionLink leads to another version of the report in the same folder.
func (b *builder) versionLink(level measures.Level, words string) *document.Link {
	return &document.Link{Beside: FileName(level, b.doc.Meta, b.opts.NameState), Content: document.Plain(words)}
}

// aboutEasyRead says what readers have before them, in the authority's words or apr's.
func (b *builder) aboutEasyRead() *document.Section {
	if t := b.report.Narrative.Easy.About; !t.IsZero() {
		return b.easyPart("About this report", t)
	}
	s := b.section(1, "About this report")
	y := b.report.Config.Year
	for _, line := range []*document.Paragraph{
		b.paragraph("This report is in Easy Read."),
		b.paragraph("It is about our work from {first} to {last}.", b.month(y.Starts()), b.month(y.Ends())),
		b.paragraph("There is a longer report too. It has all the facts."),
		b.paragraph("You can ask someone to help you read this."),
	} {
		s.Blocks = append(s.Blocks, &document.Idea{Blocks: []document.Block{line}})
	}
	return s
}

// easyPart is a part of the Easy Read version; nil where its text says nothing that this
// build prints.
func (b *builder) easyPart(title string, t yamlpos.Text) *document.Section {
	if t.IsZero() || project.IsStub(t) && !b.showStubs() {
		return nil
	}
	s := b.section(1, title)
	b.write(s, t)
	b.ideas(s)
	return s
}

// ideas puts the paragraphs of a section each beside its picture: the one before it.
func (b *builder) ideas(s *document.Section) {
	var blocks []document.Block
	var last *document.Idea      // which a list belongs to
	var before *document.Picture // of the next paragraph
	alone := func() {
		if before != nil {
			blocks = append(blocks, before)
		}
		before = nil
	}
	for _, block := range s.Blocks {
		switch block := block.(type) {
		case *document.Picture:
			alone()
			before = block
			before.Side, before.Width, last = document.NoSide, 0, nil
		case *document.Paragraph:
			last = &document.Idea{Picture: before, Slot: before == nil && b.showStubs(), Blocks: []document.Block{block}}
			before = nil
			blocks = append(blocks, last)
		case *document.List:
			if last == nil {
				last = &document.Idea{Picture: before, Slot: before == nil && b.showStubs()}
				before = nil
				blocks = append(blocks, last)
			}
			last.Blocks = append(last.Blocks, block)
		default:
			alone()
			last = nil
			blocks = append(blocks, block)
		}
	}
	alone()
	s.Blocks = blocks
	for _, sub := range s.Sections {
		b.ideas(sub)
	}
}

// hardWords explain the words that the texts use; nil where there are none.
func (b *builder) hardWords(words []project.HardWord) *document.Section {
	if len(words) == 0 {
		return nil
	}
	s := b.section(1, "What the words mean")
	for i, w := range words {
		s.Lines = append(s.Lines, linesOf(w.Meaning))
		term := &document.Strong{Content: document.Plain(b.titled(w.Word, "Word {number}", i))}
		meaning := b.blocks(w.Meaning, "the meaning of a word")
		var picture *document.Picture
		if p, ok := first(meaning).(*document.Picture); ok {
			picture, meaning = p, meaning[1:]
			picture.Side, picture.Width = document.NoSide, 0
		}
		content := document.Inlines{term}
		if p, ok := first(meaning).(*document.Paragraph); ok { // a bold line alone would stand in for a heading
			content = append(append(content, &document.LineBreak{}), p.Content...)
			meaning = meaning[1:]
		}
		blocks := append([]document.Block{&document.Paragraph{Content: content}}, meaning...)
		s.Blocks = append(s.Blocks, &document.Idea{Picture: picture, Blocks: blocks})
	}
	return s
}

// first is the first of some blocks, nil where there is none.
func first(blocks []document.Block) document.Block {
	if len(blocks) == 0 {
		return nil
	}
	return blocks[0]
}

// otherForms are the other versions of the report, and whom to ask where no text of the
// Easy Read version says it.
func (b *builder) otherForms() *document.Section {
	s := b.section(1, "Other versions of this report")
	add := func(is document.Inlines) {
		s.Blocks = append(s.Blocks, &document.Paragraph{Content: is})
	}
	for _, line := range b.longerVersions() {
		add(line)
	}
	p := b.report.Config
	if others := b.otherVersions(p.Accessibility.Versions, "easy read"); len(others) > 0 {
		add(others)
	}
	if project.IsStub(b.report.Narrative.Easy.TellUs) {
		for _, text := range []string{p.Authority.Formats, p.Authority.Contact} {
			if text = strings.TrimSpace(text); text != "" {
				add(document.Plain(wording.OneLine(text)))
			}
		}
	}
	if len(s.Blocks) == 0 {
		return nil
	}
	return s
}
