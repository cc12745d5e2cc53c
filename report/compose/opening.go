package compose

import (
	"cmp"
	"slices"
	"strings"
	"time"

	"apr/internal/document"
	"apr/internal/project"
	"apr/internal/project/datum"
	"apr/internal/wording"
	"apr/regs"
)

// meta is the cover.
func (b *builder) meta() document.Meta {
	p := b.report.Config
	m := document.Meta{
		Authority: p.Authority.LegalName(),
		Year:      p.Year.String(),
		Language:  b.language(),
		Date:      b.date(),
		Generator: b.opts.Generator,
	}
	switch {
	case b.opts.Draft || p.State == project.Draft:
		m.State, m.Standing, m.Watermark = "Draft", "Draft", "Draft"
	case p.State == project.Provisional:
		m.State = "Provisional"
	}
	m.OwnWords = p.Words
	if !wording.IsEnglish(m.Language) {
		m.OwnLanguage = "en"
	}
	b.doc.Meta = m // which apr's words are put by
	if m.State == "Provisional" {
		m.Standing = b.words("Provisional: unaudited figures")
	}
	m.Title = b.reportTitle()
	m.Subtitle = b.words("{first} to {last}", b.dateWords(p.Year.Starts()), b.dateWords(p.Year.Ends()))
	m.Label = strings.TrimSpace(p.Label)
	m.CoverNotes = b.coverNotes()
	m.Brand = brand(&p.Brand)
	return m
}

// date is the day of the report: told, else of publication, else the last on
// which it may be published.
func (b *builder) date() string {
	p := b.report.Config
	return cmp.Or(b.opts.Date, p.Publication.Date, b.report.PublishBy().Format(time.DateOnly))
}

// standing is what readers must know of the figures before all else.
func (b *builder) standing() (notes []document.Inlines) {
	p := b.report.Config
	if p.Authority.Invented {
		notes = append(notes, b.inlines("{authority} is invented. It is an example: no person, service or figure in this report is real.", p.Authority.Name))
	}
	if p.State == project.Provisional {
		notes = append(notes, document.Plain("Provisional: financial figures come from accounts that have not yet been audited."))
	}
	return notes
}

func (b *builder) coverNotes() []document.Inlines {
	p := b.report.Config
	notes := b.standing()
	if p.HasSummary() && len(b.opts.Formats) > 0 {
		link := &document.Link{Beside: FileName(Summary, b.doc.Meta, b.opts.NameState), Content: document.Plain("Summary of this report: the same figures on a few pages")}
		notes = append(notes, document.Inlines{link})
	}
	notes = append(notes, b.easyReadNote()...)
	for _, s := range []string{p.Authority.Formats, p.Authority.Contact} {
		if s = strings.TrimSpace(s); s != "" {
			notes = append(notes, document.Plain(s))
		}
	}
	for _, l := range p.Authority.Languages {
		text := document.Inlines{&document.Text{Text: l.Text, Lang: l.Language}}
		if l.URL != "" {
			text = document.Inlines{&document.Link{URL: l.URL, Content: text}}
		}
		notes = append(notes, text)
	}
	if url := p.Publication.URL; url != "" {
		notes = append(notes, document.Inlines{b.pageLink("This report on the web: {address}", url)})
	}
	return notes
}

// easyReadNote leads to the Easy Read version where one is built with the report.
func (b *builder) easyReadNote() []document.Inlines {
	if len(b.opts.Formats) == 0 || !HasEasyRead(b.report, b.opts) {
		return nil
	}
	return []document.Inlines{{b.versionLink(EasyRead, "Easy Read version of this report: short sentences and large type")}}
}

// pageLink is a link to a page of the web. Its words, a row with the place of the address, say where it leads; the address
// is for those who read the report on paper.
func (b *builder) pageLink(row, url string) *document.Link {
	return &document.Link{URL: url, Content: b.inlines(row, shownAddress(url))}
}

// shownAddress is an address as paper shows it, without its scheme.
func shownAddress(url string) string {
	_, address, _ := strings.Cut(url, "://")
	return strings.TrimSuffix(cmp.Or(address, url), "/")
}

// lacking are what the law still asks for.
func (b *builder) lacking() (list []regs.Finding) {
	for _, f := range b.result().Findings {
		if f.Level == regs.Statutory {
			list = append(list, f)
		}
	}
	return list
}

// draft begins a draft with how much is open, and says where the list is: nil where
// the report is none.
func (b *builder) draft(where document.Inlines) *document.Section {
	if !b.showStubs() {
		return nil
	}
	s := b.section(1, "This is a draft")
	callout := &document.Callout{Title: b.words("How much is open"), Warning: true}
	count := map[regs.Level]int{}
	for _, f := range b.result().Findings {
		count[f.Level]++
	}
	if count[regs.Statutory] == 0 {
		callout.Blocks = []document.Block{b.paragraph("Every statutory requirement is met. The report has not been declared final.")}
	} else {
		p := verbatim(b.capital(b.count(count[regs.Statutory], "{number} thing is open that the law asks for.", "{number} things are open that the law asks for.")))
		p.Content = append(spaced(p.Content), where...)
		callout.Blocks = []document.Block{p}
	}
	var other []string
	if n := count[regs.Guidance]; n > 0 {
		other = append(other, b.count(n, "{number} finding from guidance", "{number} findings from guidance"))
	}
	if n := count[regs.Advice]; n > 0 {
		other = append(other, b.count(n, "{number} piece of advice on good practice", "{number} pieces of advice on good practice"))
	}
	besides := "Besides there are {findings}."
	if count[regs.Guidance]+count[regs.Advice] == 1 {
		besides = "Besides there is {findings}."
	}
	if len(other) > 0 {
		callout.Blocks = append(callout.Blocks, b.paragraph(besides, b.list(other)))
	}
	s.Blocks = append(s.Blocks, callout)
	return s
}

// missing lists at the end of a draft what the law still asks for; nil where that is
// nothing.
func (b *builder) missing() *document.Section {
	lacking := b.lacking()
	if !b.showStubs() || len(lacking) == 0 {
		return nil
	}
	var items [][]document.Block
	for _, f := range lacking {
		item := verbatim(f.Message)
		if f.Requirement != "" {
			item = b.paragraph("{provision}: {finding}", b.cite(f.Requirement), document.Plain(f.Message))
		}
		items = append(items, []document.Block{item})
	}
	s := b.section(1, "What this draft still lacks")
	s.Blocks = append(s.Blocks, &document.Callout{Title: b.words("Not there yet"), Warning: true, Blocks: []document.Block{
		b.paragraph("The law asks for these, and the report does not have them yet:"), &document.List{Items: items},
	}})
	return s
}

// listedIn says where what a draft lacks is listed.
func (b *builder) listedIn(s *document.Section) document.Inlines {
	if s == nil {
		return nil
	}
	return b.inlines("The list is at the end: {section}.", &document.Reference{Target: s.ID, Content: document.Plain(s.Title)})
}

// cite writes a requirement's id as a reader knows it.
func (b *builder) cite(requirement string) string {
	return b.words(provisionRow(requirement), requirement)
}

// provisionRow is the row that names a requirement's provision.
func provisionRow(requirement string) string {
	if strings.HasPrefix(requirement, "42") {
		return "Section {section}"
	}
	return "Regulation {regulation}"
}

func (b *builder) foreword() *document.Section {
	o := b.report.Narrative.Opening
	if o.Foreword.IsZero() {
		return nil
	}
	s := b.section(1, "Foreword")
	b.write(s, o.Foreword)
	for _, signatory := range o.SignedBy {
		if content := signature(signatory); len(content) > 0 {
			s.Blocks = append(s.Blocks, &document.Paragraph{Content: content})
		}
	}
	return s
}

// signature is a name and a role, or the one of them that is there.
func signature(s project.Signatory) document.Inlines {
	var content document.Inlines
	if s.Name != "" {
		content = append(content, &document.Strong{Content: document.Plain(s.Name)})
	}
	if s.Name != "" && s.Role != "" {
		content = append(content, &document.LineBreak{})
	}
	if s.Role != "" {
		content = append(content, &document.Text{Text: s.Role})
	}
	return content
}

func (b *builder) about() *document.Section {
	p, o := b.report.Config, b.report.Narrative.Opening
	s := b.section(1, b.words("About {authority}", p.Authority.Called()))
	b.write(s, o.About)
	facts := &document.Definitions{}
	add := func(term, meaning string) {
		if meaning != "" {
			facts.Entries = append(facts.Entries, document.Definition{
				Term: b.inlines(term), Meaning: []document.Block{verbatim(meaning)},
			})
		}
	}
	add("Model", b.law.Model(string(p.Authority.Model)).Name)
	add("Constituent authorities", b.joined("; ", append(slices.Clone(p.Authority.Councils), p.Authority.HealthBoard)...))
	if len(p.Localities) > 0 {
		facts.Entries = append(facts.Entries, document.Definition{Term: b.inlines("Localities"), Meaning: []document.Block{b.populations()}})
	}
	if p.StrategicPlan.Title != "" {
		add("Strategic plan", b.planName())
	}
	s.Blocks = append(s.Blocks, facts)
	if p := b.priorities(); p != nil {
		s.Sections = append(s.Sections, p)
	}
	return s
}

// planName is the strategic plan with its period.
func (b *builder) planName() string {
	plan := b.report.Config.StrategicPlan
	if plan.Title == "" || plan.Period == "" {
		return strings.Trim(plan.Title+plan.Period, ", ")
	}
	return b.joined(", ", plan.Title, plan.Period)
}

// populations are the localities with how many people live there.
func (b *builder) populations() *document.Paragraph {
	p := &document.Paragraph{}
	for i, l := range b.report.Config.Localities {
		if i > 0 {
			p.Content = append(p.Content, &document.Text{Text: "; "})
		}
		if l.Population == 0 {
			p.Content = append(p.Content, &document.Text{Text: l.Name})
			continue
		}
		p.Content = append(p.Content, b.inlines("{locality} ({number} people)", l.Name,
			b.datum(datum.ID{Measure: datum.Population, Of: l.Name}, datum.Usual, notKnown))...)
	}
	return p
}

func (b *builder) glossary() *document.Section {
	terms := b.report.Narrative.Opening.Glossary
	if len(terms) == 0 {
		return nil
	}
	s := b.section(1, "Glossary")
	list := &document.Definitions{}
	for i, t := range terms {
		list.Entries = append(list.Entries, document.Definition{Term: document.Plain(b.titled(t.Term, "Term {number}", i)), Meaning: b.blocks(t.Meaning, "the meaning of a term")})
	}
	s.Blocks = append(s.Blocks, list)
	return s
}

// crossReference says where each provision is met: the reader's check that
// nothing statutory is missing.
func (b *builder) crossReference() *document.Section {
	s := b.section(1, "Where each regulation is met")
	b.say(s, b.report.Config.Wording.Provisions, "Section 42 of the Public Bodies (Joint Working) (Scotland) Act 2014 and regulations 3 to 9 of the Public Bodies (Joint Working) (Content of Performance Reports) (Scotland) Regulations 2014 (SSI 2014/326) say what this report must contain.")
	b.say(s, b.report.Config.Wording.Checked, whatWasChecked)
	t := b.table("Requirements of the Act and the regulations, and where this report meets them",
		column("Provision", document.Left, 1.1), column("What it asks for", document.Left, 3.6),
		column("Answer", document.Left, 1.5), column("Where", document.Left, 3))
	for _, v := range b.result().Requirements {
		answer := document.Cell{Content: document.Plain(verdictWord(v.Verdict)), Status: document.StatusMet}
		if v.Verdict == regs.Missing || v.Verdict == regs.Incomplete || v.Verdict == regs.Unanswered {
			answer.Status = document.StatusMissing
		}
		t.Rows = append(t.Rows, document.Row{Cells: []document.Cell{
			cell(b.cite(v.ID)), cell(v.Title), answer, b.where(v),
		}})
	}
	s.Blocks = append(s.Blocks, t)
	return s
}

// whatWasChecked tells readers what the table's answers rest on.
const whatWasChecked = "A program, apr, checked that each answer is there, that it isn't empty, copied or only a pointer elsewhere, and that figures, counts and dates agree with each other and with the data; whether an assessment is sound, fair and complete only people can judge."

func verdictWord(v regs.Verdict) string {
	switch v {
	case regs.Met:
		return "answered in"
	case regs.Unanswered:
		return "not said"
	case regs.Nil:
		return "nothing to report"
	case regs.NotApplicable:
		return "not applicable"
	}
	return string(v)
}

// reasons are why a requirement has its verdict.
func (b *builder) reasons(reason string) string {
	if told := b.told(reason, wording.Verdicts()); told != reason || b.said[told] {
		return told
	}
	each := strings.Split(reason, "; ")
	for i := range each {
		each[i] = b.told(each[i], wording.Verdicts())
	}
	return b.joined("; ", each...)
}

// where is the sections that answer a requirement, or the reason why none does.
func (b *builder) where(v regs.RequirementVerdict) document.Cell {
	var content document.Inlines
	for _, p := range b.sections[v.ID] {
		if len(content) > 0 {
			content = append(content, &document.Text{Text: "; "})
		}
		content = append(content, &document.Reference{Target: p.id, Content: document.Plain(p.title)})
	}
	if v.Reason != "" {
		if len(content) > 0 {
			content = append(content, &document.Text{Text: ". "})
		}
		content = append(content, &document.Text{Text: b.reasons(v.Reason)})
	}
	if len(content) == 0 {
		content = document.Plain("–")
	}
	return document.Cell{Content: content}
}
