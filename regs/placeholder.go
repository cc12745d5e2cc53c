package regs

import (
	"strings"

	"apr/internal/project"
	"apr/internal/yamlpos"
)

// placeholderRules are about texts that no provision asks for: a report is
// built without them, and nobody would notice.
var placeholderRules = []Rule{
	{
		ID:       "R0-placeholder",
		Title:    "No text is left as a placeholder or as last year's",
		Level:    Advice,
		Citation: act + ", section 42(1): the report is of the reporting year",
		Why:      "A text that is still to be written, or that is last year's, is left out of the report without a word to its readers.",
		Blind:    "A placeholder in words that apr doesn't know.",
		Check:    checkPlaceholders,
	},
}

// checkPlaceholders reports texts that hold a place and that no other rule
// has reported; so it comes after them.
func checkPlaceholders(r *project.Project, p *Pass) {
	reported := map[string]bool{}
	for _, f := range *p.findings {
		reported[f.Position.String()] = true
	}
	r.Narrative.EachText(func(name string, t *yamlpos.Text) {
		if says(*t) || strings.TrimSpace(t.Markdown) == "" || reported[t.Position.String()] {
			return
		}
		p.want(t.Position, "a final report leaves it out", "write it, or take its key out", "%s %s", name, lack(*t))
	})
}
