// Package regs is the law as data: every provision of regulations 3 to 9 of
// the Public Bodies (Joint Working) (Content of Performance Reports) (Scotland)
// Regulations 2014 (SSI 2014/326), and section 42(4) of the Act, as a
// requirement with rules. One file per regulation.
package regs

import (
	"apr/internal/source"
	"apr/report"
)

// Level says who speaks: the law, guidance, or apr.
type Level string

// Levels, worst first.
const (
	Statutory Level = "statutory"
	Guidance  Level = "guidance"
	Advice    Level = "advice"
)

// Levels in order, worst first.
var Levels = []Level{Statutory, Guidance, Advice}

// Verdict is the answer for one requirement.
type Verdict string

// Verdicts.
const (
	Met           Verdict = "met"
	Missing       Verdict = "missing"
	Incomplete    Verdict = "incomplete"
	Nil           Verdict = "nil"            // declared: nothing to report
	NotApplicable Verdict = "not-applicable" // with the reason
)

// Requirement is a provision that a report must meet. Its id is the law's own:
// "4(1)(b)", or "42(4)" of the Act.
type Requirement struct {
	ID    string
	Title string
	// Citation is written out: "SSI 2014/326, regulation 4(1)(b)".
	Citation string
	// Quote is the provision's text.
	Quote string
}

// Finding is something that a rule found. It isn't an error.
type Finding struct {
	Rule        string
	Requirement string // "" for findings about inputs
	Level       Level
	Message     string
	Hint        string
	Position    source.Position
	Related     []source.Related
}

// RequirementVerdict is a requirement with its verdict.
type RequirementVerdict struct {
	Requirement
	Verdict Verdict
	// Reason is why it is not applicable, or what the nil return says.
	Reason string
	// Evidence is where the report meets it.
	Evidence []source.Position
}

// Rule is one check. Its id is permanent.
type Rule struct {
	ID          string
	Requirement string
	Title       string
	Level       Level
	// Citation is of the law, the guidance or the source that speaks.
	Citation string
	// Why says why it matters to a reader of the report.
	Why string
	// Check reports findings and evidence.
	Check func(*report.Report, *Pass)
}

// Result is what checking a report gives: a verdict for each requirement, in
// order of the law, and the findings, worst first.
type Result struct {
	Requirements []RequirementVerdict
	Findings     []Finding
}

// Pass collects what one rule finds.
type Pass struct{}
