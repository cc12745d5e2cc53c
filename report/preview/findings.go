package preview

import (
	"slices"
	"strings"

	"apr/internal/document"
	"apr/internal/lazyregexp"
	"apr/internal/source"
	"apr/regs"
	"apr/regs/claims"
)

// margin is what is next to the report's sections.
type margin struct {
	// Blocking is how many findings stand in the way of a build.
	Blocking int       `json:"blocking"`
	Findings []finding `json:"findings"`
	// Comments are those that nobody has resolved, Unread why they can't be shown.
	Comments []comment `json:"comments,omitempty"`
	Unread   []problem `json:"unread,omitempty"`
}

// finding is a finding with the section that it belongs to.
type finding struct {
	// Section is the section's id, "" where the finding is of none, and Title
	// its heading.
	Section     string     `json:"section,omitempty"`
	Title       string     `json:"title,omitempty"`
	Rule        string     `json:"rule"`
	Requirement string     `json:"requirement,omitempty"`
	Level       regs.Level `json:"level"`
	// Claim is the passage that a contradicted claim is in, in pieces between
	// its references, and Words are those of it that are marked; nil and "" for
	// other findings.
	Claim []string `json:"claim,omitempty"`
	Words string   `json:"words,omitempty"`
	problem
}

// findingsBySection gives each finding its section, worst first.
func findingsBySection(doc *document.Document, result *regs.Result, blocking int) margin {
	m := margin{Blocking: blocking, Findings: []finding{}}
	for _, f := range result.Findings {
		out := finding{
			Rule: f.Rule, Requirement: f.Requirement, Level: f.Level,
			problem: problem{positionText(f.Position), f.Message, f.Hint},
		}
		if c := claimAt(result.Claims, f.Position); c != nil {
			out.Claim, out.Words = pieces(c.Text), c.Words
		}
		if s := sectionOf(doc.Sections, f); s != nil {
			out.Section, out.Title = s.ID, s.Title
		}
		m.Findings = append(m.Findings, out)
	}
	return m
}

// claimAt is the contradicted claim at a position, or nil.
func claimAt(r *claims.Reading, at source.Position) *claims.Claim {
	if r == nil {
		return nil
	}
	for _, c := range r.Claims {
		if c.Verdict == claims.Contradicted && c.At == at {
			return c
		}
	}
	return nil
}

var reference = lazyregexp.Lazy(`\{\{[^}]*\}\}|[*_\[\]]+|\]\([^)]*\)`)

// pieces are the runs of a text that are in the page as they are written:
// references and marks of emphasis don't.
func pieces(text string) []string {
	var all []string
	for _, piece := range reference().Split(text, -1) {
		if piece = strings.Trim(piece, " ,;:."); len(piece) > 3 {
			all = append(all, piece)
		}
	}
	return all
}

// sectionOf is the section that a finding belongs to: the one that holds the
// very text, else the first that answers the requirement, else nil.
func sectionOf(sections []*document.Section, f regs.Finding) *document.Section {
	if s := sectionAt(sections, f.Position); s != nil {
		return s
	}
	return first(sections, func(s *document.Section) bool { return slices.Contains(s.Answers, f.Requirement) })
}

// first is the first section in reading order of which something is true, or
// nil.
func first(sections []*document.Section, is func(*document.Section) bool) *document.Section {
	for _, s := range sections {
		if is(s) {
			return s
		}
		if found := first(s.Sections, is); found != nil {
			return found
		}
	}
	return nil
}
