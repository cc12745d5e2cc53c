package compose

import (
	"cmp"
	"strings"

	"apr/internal/document"
	"apr/internal/project"
	"apr/internal/wording"
)

// readMore is where the rest is, and by what rule the figures were chosen.
func (b *builder) readMore(c choice) *document.Section {
	p := b.report.Config
	s := b.section(1, "Where to read more")
	list := &document.List{}
	add := func(is document.Inlines) {
		list.Items = append(list.Items, []document.Block{&document.Paragraph{Content: is}})
	}
	if links := b.fullReport(); len(links) > 0 {
		add(links)
	}
	for _, note := range b.easyReadNote() {
		add(note)
	}
	if plan := p.StrategicPlan; plan.URL != "" {
		add(document.Inlines{&document.Link{URL: plan.URL, Content: document.Plain(b.joined(": ", cmp.Or(plan.Title, b.words("The strategic plan")), shownAddress(plan.URL)))}})
	}
	if others := b.otherVersions(p.Accessibility.Versions, "summary"); len(others) > 0 {
		add(others)
	}
	for _, text := range []string{p.Authority.Formats, p.Authority.Contact} {
		if text = strings.TrimSpace(text); text != "" {
			add(document.Plain(wording.OneLine(text)))
		}
	}
	if len(list.Items) > 0 {
		s.Blocks = append(s.Blocks, list)
	}
	if c.compared > 0 {
		sub := b.section(2, "How the figures were chosen")
		sub.Blocks = append(sub.Blocks, b.ruleOfChoice(c))
		s.Sections = append(s.Sections, sub)
	}
	if len(s.Blocks)+len(s.Sections) == 0 {
		return nil
	}
	return s
}

// otherVersions are those of the report besides the one that is read, on one line.
func (b *builder) otherVersions(versions []project.Version, this string) (line document.Inlines) {
	for i, v := range versions {
		if strings.HasPrefix(strings.ToLower(v.Version), this) {
			continue // it is this one
		}
		name := document.Inlines{&document.Text{Text: b.titled(v.Version, "Version {number}", i), Lang: strings.TrimSpace(v.Language)}}
		if v.URL != "" {
			name = document.Inlines{&document.Link{URL: v.URL, Content: name}}
		}
		if len(line) > 0 {
			line = append(line, &document.Text{Text: "; "})
		}
		line = append(line, name...)
	}
	if len(line) == 0 {
		return nil
	}
	return b.inlines("Other versions of the report: {versions}", line)
}

// ruleOfChoice says which figures are in the summary and when a change counts as clear.
func (b *builder) ruleOfChoice(c choice) *document.Paragraph {
	var chosen string
	switch {
	case !b.report.Config.Summary.Chosen():
		chosen = b.words("Each list has those that changed most: at most {indicators} core indicators and {measures} of the local measures that the board follows.", mostIndicators, mostMeasures)
	case c.moreBetter+c.moreWorse > 0:
		chosen = b.words("The authority chose the figures of this summary. Of those that it didn't choose, {better} got clearly better and {worse} got clearly worse.", b.inNumber(c.moreBetter), b.inNumber(c.moreWorse))
	default:
		chosen = b.words("The authority chose the figures of this summary.")
	}
	return b.paragraph("An indicator is compared with its last value that can be compared, a local measure with the same part of the year before. A change is clear where a survey's confidence limits don't overlap; of other figures, where it is {percent} or more. {chosen}", percentOf(clearPercent), chosen)
}
