package regs

import (
	"path"
	"slices"
	"strings"

	"apr/internal/project"
	"apr/internal/yamlpos"
	"apr/regs/evidence"
)

// placeholderRules are about texts that no provision asks for: a report is
// built without them, or with what says nothing, and nobody would notice.
var placeholderRules = []Rule{
	{
		ID:       "R0-placeholder",
		Title:    "No text is left as a placeholder, as last year's or as a promise of one",
		Level:    Advice,
		Citation: act + ", section 42(1): the report is of the reporting year",
		Why:      "A text that is still to be written, or that is last year's, is left out of the report without a word to its readers. One that says only that it is awaited, or where to look, is printed.",
		Blind:    "A placeholder in words that apr doesn't know. Of texts that no regulation and no guidance asks for it doesn't ask whether they say much, and not of introductions, of remarks on figures and of meanings in the glossary whether they point elsewhere.",
		Check:    checkPlaceholders,
	},
}

// checkPlaceholders reports texts that hold a place or say nothing and that no other
// rule has reported; so it comes after them.
func checkPlaceholders(r *project.Project, p *Pass) {
	reported := map[string]bool{}
	for _, f := range *p.findings {
		if !ofPeople(f.Rule) {
			reported[f.Position.String()] = true
		}
	}
	for _, a := range p.reading.answers() {
		reported[a.text.Position.String()] = true // judged by the provision that asks for it
	}
	r.Narrative.EachText(func(name string, t *yamlpos.Text) {
		switch {
		case strings.TrimSpace(t.Markdown) == "" || reported[t.Position.String()]:
		case !says(*t):
			p.want(t.Position, "a final report leaves it out", "write it, or take its key out", "%s %s", name, lack(*t))
		case p.saysNothing(name, *t):
			p.want(t.Position, "readers learn nothing from it", "write it, or take its key out", "%s %s", name, saysOnly(p.holds(*t)))
		}
	})
}

// saysNothing reports whether a text that no provision asks for says nothing. Many of
// those may point to another, and some be a question or a date.
func (p *Pass) saysNothing(name string, t yamlpos.Text) bool {
	switch p.holds(t) {
	case evidence.Waiting, evidence.Receipt, evidence.Left:
		return true
	case evidence.Refusal:
		return !isNil(t)
	case evidence.Pointer, evidence.Process:
		return !mayPoint(name)
	}
	return false
}

// mayPoint reports whether a text stands beside something else that says what it is of.
func mayPoint(name string) bool {
	last := strings.TrimPrefix(path.Ext("."+name), ".")
	return strings.HasSuffix(name, ".introduction") || strings.Contains(name, ".glossary[") || strings.Contains(name, ".measures.") || strings.Contains(name, ".matters.") || last == "recommendation"
}

// ofPeople reports whether a rule holds texts against people.yaml alone: what it finds
// doesn't say that a text is none.
func ofPeople(rule string) bool {
	return slices.ContainsFunc(peopleRules, func(r Rule) bool { return r.ID == rule })
}
