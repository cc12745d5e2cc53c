package compose

import (
	"apr/finance"
	"apr/internal/document"
	"apr/internal/project/datum"
	"apr/internal/wording"
	"apr/regs"
)

// aboutThisReport is its publication and what its figures were read from.
func (b *builder) aboutThisReport() *document.Section {
	s := b.section(1, "About this report")
	s.Sections = append(s.Sections, b.publication())
	if a := b.accessibility(); a != nil {
		s.Sections = append(s.Sections, a)
	}
	if sources := b.dataSources(); sources != nil {
		s.Sections = append(s.Sections, sources)
	}
	if answers := b.answers(); answers != nil {
		s.Sections = append(s.Sections, answers)
	}
	if silenced := b.silenced(); silenced != nil {
		s.Sections = append(s.Sections, silenced)
	}
	return s
}

// silenced lists the checks that the authority has set aside, with its reasons.
func (b *builder) silenced() *document.Section {
	// A silence may name its place, so a rule may be set aside twice for two reasons.
	type silence struct{ rule, reason string }
	found := map[silence]int{}
	var each []regs.Silenced
	for _, silenced := range b.result().Silenced {
		if found[silence{silenced.Rule, silenced.Reason}]++; found[silence{silenced.Rule, silenced.Reason}] == 1 {
			each = append(each, silenced)
		}
	}
	if len(each) == 0 {
		return nil
	}
	titles := map[string]string{}
	for _, rule := range regs.Rules() {
		titles[rule.ID] = rule.Title
	}
	s := b.section(2, "Checks set aside")
	b.say(s, b.report.Config.Wording.SetAside, "This report was checked against the law, the guidance and advice on good practice. What the law asks can't be set aside. The authority has set aside these checks, for the reasons given.")
	t := b.table("Checks set aside, with the authority's reasons",
		column("Check", document.Left, 2), column("Asked by", document.Left, 1), column("Findings", document.Right, 1), column("Reason", document.Left, 3))
	for _, silenced := range each {
		t.Rows = append(t.Rows, document.Row{Cells: []document.Cell{
			cell(titles[silenced.Rule] + " (" + silenced.Rule + ")"), cell(string(silenced.Level)), cell(commas(found[silence{silenced.Rule, silenced.Reason}])), cell(silenced.Reason),
		}})
	}
	s.Blocks = append(s.Blocks, t)
	return s
}

// publication is section 42(4): by when, where, and to whom copies go.
func (b *builder) publication() *document.Section {
	p := b.report.Config
	s := b.section(2, "Publication", publicationDuty)
	s.Blocks = append(s.Blocks, b.paragraph("The Act asks for publication by {day}, within {months} months of the end of the reporting year.", b.dateWords(b.report.PublishBy()), b.law.Months))
	if p.Publication.Approved != "" {
		s.Blocks = append(s.Blocks, b.paragraph("Approved by {authority} on {day}.", p.Authority.LegalName(), b.day(p.Publication.Approved)))
	}
	if p.Publication.Date != "" {
		s.Blocks = append(s.Blocks, b.paragraph("Day of publication: {day}.", b.day(p.Publication.Date)))
	}
	var copies []string
	for _, c := range p.Publication.Copies {
		words := c.To
		if c.Date != "" {
			words = b.words("{body} on {day}", c.To, b.day(c.Date))
		}
		copies = append(copies, words)
	}
	if len(copies) > 0 {
		s.Blocks = append(s.Blocks, b.paragraph("Copies are given to {bodies}.", b.list(copies)))
	}
	if site := p.Publication.NationalSite; site != "" {
		s.Blocks = append(s.Blocks, &document.Paragraph{Content: document.Inlines{b.pageLink("This report on the Health and Social Care Scotland website: {address}", site)}})
	}
	if assessed := wording.OneLine(p.Publication.Assessed); assessed != "" {
		s.Blocks = append(s.Blocks, b.paragraph("How accessible the report is was assessed: {how}", assessed))
	}
	return s
}

// dataSources says what the figures were read from.
func (b *builder) dataSources() *document.Section {
	s := b.section(2, "Where the figures come from")
	if w := b.report.Workbook; w != nil {
		release := w.Release
		if release == "" {
			release = b.words("release not stated")
		}
		s.Blocks = append(s.Blocks, b.paragraph("Indicators: Core Suite of Integration Indicators, Public Health Scotland ({release}), file {file}.", release, w.File))
	}
	a := b.report.Account
	if a != nil {
		switch from := a.Earlier; from.Kind {
		case finance.PublishedTables:
			s.Blocks = append(s.Blocks, b.paragraph("Money of earlier years: the tables published with the report of {year}, file {file}. Where those give a proportion alone, its amount was worked out to the penny.", from.Year, from.File))
		case finance.EarlierProject:
			s.Blocks = append(s.Blocks, b.paragraph("Money of earlier years: the ledgers and the history of the report of {year}, folder {folder}.", from.Year, from.File))
		}
	}
	if a != nil {
		for _, m := range a.Moved {
			s.Blocks = append(s.Blocks, b.moved(m))
		}
	}
	if a == nil || len(a.Ledgers) == 0 {
		if len(s.Blocks) == 0 {
			return nil
		}
		return s
	}
	t := b.table("Ledgers read, with the number of lines and whether the total agrees with the partner's control total",
		column("Ledger", document.Left, 3), column("Lines", document.Right, 1), column("Not classified", document.Right, 1),
		column("Total", document.Right, 2), column("Control total", document.Left, 1.6))
	for i, l := range a.Ledgers {
		of := func(m datum.Measure) datum.ID { return datum.ID{Measure: m, Of: b.facts.LedgerKey(i)} }
		control := cell("none given")
		if l.Control != nil {
			control = cell("agrees")
			if !l.Agrees() {
				control.Content = b.inlines("differs: {amount}", b.datum(of(datum.LedgerControl), datum.Usual, notKnown))
			}
		}
		t.Rows = append(t.Rows, document.Row{Cells: []document.Cell{
			cell(b.joined(", ", l.Partner, b.words(kindWords[l.Kind]), l.Year.String())), b.datumCell(of(datum.LedgerLines), datum.Usual, notKnown),
			b.datumCell(of(datum.LedgerUnclassified), datum.Usual, notKnown), b.datumCell(of(datum.LedgerTotal), datum.Usual, notKnown), control,
		}})
	}
	s.Blocks = append(s.Blocks, t)
	for i := range a.Ledgers {
		l := &a.Ledgers[i]
		for k := range l.Exclusions {
			if e := &l.Exclusions[k]; e.Transfer == "" {
				s.Blocks = append(s.Blocks, b.excluded(l, e))
			}
		}
	}
	return s
}

// excluded says what the lines come to that a rule excludes, and why they are.
func (b *builder) excluded(l *finance.Ledger, e *finance.Exclusion) *document.Paragraph {
	return b.paragraph("Lines of the ledger of {partner}, {kind} of {year}, that are read and not counted: {number}, {amount} in all. Reason: {reason}",
		l.Partner, b.words(kindWords[l.Kind]), l.Year, e.Lines, e.Total.Exact(), e.Why)
}

// moved says what a transfer comes to, and how it is counted.
func (b *builder) moved(m finance.MovedAmount) *document.Paragraph {
	row := "{transfer}, {kind} of {year}: {amount} leaves the ledger of {from} and arrives in that of {to}. The two cancel each other out, and neither is counted as spend."
	if m.AsSpend {
		row = "{transfer}, {kind} of {year}: {amount} leaves the ledger of {from} and arrives in that of {to}. It is counted once, where it arrives."
	}
	return b.paragraph(row, m.Transfer, b.words(kindWords[m.Kind]), m.Year, m.Amount.Exact(), m.From, m.To)
}

// kindWords are what the amounts of a ledger are.
var kindWords = map[finance.Kind]string{finance.Plan: "planned spending", finance.Funded: "funding", finance.Actual: "spend"}
