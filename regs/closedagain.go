package regs

import (
	"fmt"
	"slices"
	"strings"

	"apr/internal/lazyregexp"
	"apr/internal/project"
	"apr/internal/source"
	"apr/internal/wording"
	"apr/regs/impossible"
)

// closedCount is a count of what is closed.
var (
	closedCount = lazyregexp.Lazy(`(?i)\b(?:closures?\s+of|clos(?:e|ed|es|ing))\s+(?:the\s+|its\s+|all\s+)?([0-9]{1,3}|` + numbersInWords + `)\s+((?:\pL[\pL-]*\s+){0,2}?)(beds|places|wards|homes|centres|clinics|offices)\b`)
	maybeClosed = lazyregexp.Lazy(`(?i)\b(?:consider\w*|options?|propos\w*|first|would|could|might|instead|only|more|another|further|other|at least|some|since|again|later|temporar\w*|half|not)\b|n['’]t\b`)
)

// closedAgain reports another number of beds and the like that a text has closed than the title of a
// significant decision on them, in a sentence that names the same place.
func (p *Pass) closedAgain(r *project.Project, all []statement) {
	for i := range r.Narrative.Reg3.Decisions.Entries {
		e := &r.Narrative.Reg3.Decisions.Entries[i]
		m := closedCount().FindStringSubmatch(e.Title)
		if m == nil {
			continue
		}
		names := strings.Fields(namesIn(e.Title))
		for _, s := range all {
			if !s.has("clos", "Clos") || maybeClosed().MatchString(s.words) || !slices.ContainsFunc(strings.Fields(namesIn(s.words)), func(w string) bool { return len(w) > 4 && slices.Contains(names, w) }) {
				continue
			}
			for _, n := range closedCount().FindAllStringSubmatchIndex(s.words, -1) {
				between := strings.Fields(strings.ToLower(s.words[n[4]:n[5]]))
				if !strings.EqualFold(s.words[n[6]:n[7]], m[3]) || slices.Contains(between, "of") || impossible.Size(s.words[n[2]:n[3]]) == impossible.Size(m[1]) {
					continue
				}
				p.add(Finding{Position: s.at(n[2]), Likely: true, Found: fmt.Sprintf("the text has %q, and the decision's title has %s of them", wording.OneLine(s.words[n[0]:n[1]]), strings.ToLower(m[1])),
					Hint:    "make both say the same, or say how they differ",
					Related: []source.Related{{Position: textPosition(r, 3, fmt.Sprintf("significant_decisions.entries[%d].title", i), e.Position), Message: "the decision"}}})
			}
		}
	}
}
