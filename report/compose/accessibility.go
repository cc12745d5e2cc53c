package compose

import (
	"cmp"
	"slices"
	"strings"

	"apr/internal/document"
	"apr/internal/project"
	"apr/internal/wording"
)

// accessibilityLaw is what the section supports.
const accessibilityLaw = "Regulation 8 of the Public Sector Bodies (Websites and Mobile Applications) (No. 2) Accessibility Regulations 2018 (SI 2018/952) asks the website on which this report is published for an accessibility statement. This section says what that statement has to say of this report."

// accessibility says who can read the report, and how: nil where apr.yaml doesn't.
func (b *builder) accessibility() *document.Section {
	a := &b.report.Config.Accessibility
	if a.IsZero() {
		return nil
	}
	s := b.section(2, "Accessibility of this report")
	b.say(s, b.report.Config.Wording.Accessible, accessibilityLaw)
	if a.Statement != "" {
		s.Blocks = append(s.Blocks, &document.Paragraph{Content: document.Inlines{b.pageLink("Accessibility statement of the website: {address}", a.Statement)}})
	}
	if contact := wording.OneLine(cmp.Or(a.Contact, b.report.Config.Authority.Contact)); contact != "" {
		s.Blocks = append(s.Blocks, b.paragraph("If you can't read a part of this report, or need it in another version, tell us: {contact}", contact))
	}
	if sub := b.barriers(a); sub != nil {
		s.Sections = append(s.Sections, sub)
	}
	if sub := b.versions(a.Versions); sub != nil {
		s.Sections = append(s.Sections, sub)
	}
	return s
}

// barriers are the parts that some can't read, with the reasons, or the statement
// that none is known.
func (b *builder) barriers(a *project.Accessibility) *document.Section {
	if len(a.NotAccessible) == 0 && !a.NoneKnown {
		return nil
	}
	s := b.section(3, "What isn't accessible, and why")
	if a.NoneKnown {
		s.Blocks = append(s.Blocks, b.paragraph("No part of this report is known not to be accessible."))
		return s
	}
	list := &document.Definitions{}
	for i, barrier := range a.NotAccessible {
		meaning := []document.Block{verbatim(wording.OneLine(barrier.Why))}
		if instead := wording.OneLine(barrier.Instead); instead != "" {
			meaning = append(meaning, b.paragraph("Instead: {what}", instead))
		}
		list.Entries = append(list.Entries, document.Definition{Term: document.Plain(b.titled(barrier.What, "Part {number}", i)), Meaning: meaning})
	}
	s.Blocks = append(s.Blocks, list)
	return s
}

// versions are the other versions of the report, each with where or how to get it.
func (b *builder) versions(versions []project.Version) *document.Section {
	easyRead := b.easyReadNote()
	if slices.ContainsFunc(versions, func(v project.Version) bool { return strings.HasPrefix(strings.ToLower(v.Version), "easy read") }) {
		easyRead = nil // the authority says where it is
	}
	if len(versions)+len(easyRead) == 0 {
		return nil
	}
	s := b.section(3, "Other versions of this report")
	list := &document.List{}
	for _, line := range easyRead {
		list.Items = append(list.Items, []document.Block{&document.Paragraph{Content: line}})
	}
	for i, v := range versions {
		name := b.titled(v.Version, "Version {number}", i)
		item := document.Inlines{&document.Text{Text: name, Lang: strings.TrimSpace(v.Language)}}
		if v.URL != "" {
			item = append(item, b.theirWords(": "+shownAddress(v.URL)))
			item = document.Inlines{&document.Link{URL: v.URL, Content: item}}
		}
		if how := wording.OneLine(v.How); how != "" {
			item = append(item, b.theirWords(". "+how))
		}
		list.Items = append(list.Items, []document.Block{&document.Paragraph{Content: item}})
	}
	s.Blocks = append(s.Blocks, list)
	return s
}
