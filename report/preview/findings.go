package preview

import (
	"slices"

	"apr/internal/document"
	"apr/regs"
)

// margin is what stands beside the report's sections.
type margin struct {
	// Blocking is how many findings stand in the way of a build.
	Blocking int       `json:"blocking"`
	Findings []finding `json:"findings"`
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
		if s := sectionOf(doc.Sections, f); s != nil {
			out.Section, out.Title = s.ID, s.Title
		}
		m.Findings = append(m.Findings, out)
	}
	return m
}

// sectionOf is the section that a finding belongs to: the one that holds the
// very text, else the first that answers the requirement, else nil.
func sectionOf(sections []*document.Section, f regs.Finding) *document.Section {
	holds := func(s *document.Section) bool {
		return slices.ContainsFunc(s.Lines, func(l document.Lines) bool { return l.Hold(f.Position) })
	}
	if s := first(sections, holds); s != nil {
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
