// Package regs is the law as data: every provision of regulations 3 to 9 of
// the Public Bodies (Joint Working) (Content of Performance Reports) (Scotland)
// Regulations 2014 (SSI 2014/326), and section 42(4) of the Act, as a
// requirement with rules. One file per regulation.
package regs

import (
	"apr/internal/project"
	"apr/internal/source"
	"apr/regs/claims"
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
	// Met: every part of the provision is answered.
	Met Verdict = "met"
	// Missing: statutory findings, and nothing that answers the provision.
	Missing Verdict = "missing"
	// Incomplete: statutory findings next to something that answers, or a thing
	// that can't be done yet, such as publishing a draft.
	Incomplete Verdict = "incomplete"
	// Unanswered: the law asks only where there was something to report, and the
	// report doesn't say whether there was. That breaks no law, but a final report
	// says it.
	Unanswered Verdict = "unanswered"
	// Nil: the authority declares that there is nothing to report.
	Nil Verdict = "nil"
	// NotApplicable: the provision asks nothing of this report; the reason says why.
	NotApplicable Verdict = "not-applicable"
)

// Requirement is a provision that a report must meet. Its id is the law's own:
// "4(1)(b)", or "42(4)" of the Act.
type Requirement struct {
	ID    string
	Title string
	// Citation is written out: "SSI 2014/326, regulation 4(1)(b)".
	Citation string
	// Lead is the text that governs the provision where it is a paragraph of a
	// list, such as "A performance report must include—"; else empty.
	Lead string
	// Quote is the provision's text.
	Quote string
}

// Finding is something that a rule found. It isn't an error.
type Finding struct {
	Rule        string
	Requirement string // "" for findings about inputs
	Level       Level
	// Found is what was found, and Wanted what the rule wants where that is
	// next to it: "". Message is both in one line, for people; no code reads it.
	Found, Wanted string
	Message       string
	Hint          string
	Position      source.Position
	Related       []source.Related
	// End is where the words behind Position end, zero where that isn't known.
	End source.Position
	// Likely is true of what is almost certainly a mistake, such as another year's
	// figure. It is reported before the others of its level.
	Likely bool
}

// RequirementVerdict is a requirement with its verdict.
type RequirementVerdict struct {
	Requirement
	Verdict Verdict
	// Reason is why it is not applicable, or what the nil return says, or a
	// remark on how it is met.
	Reason string
	// Evidence is where the report meets it.
	Evidence []source.Position
}

// Rule is one check. Its id is permanent. A rule has one level, so that
// `apr explain` can say what breaking it means; where the law is stricter for
// a final report than for a draft there are two rules.
type Rule struct {
	ID          string
	Requirement string
	Title       string
	Level       Level
	// Citation is of the law, the guidance or the source that speaks.
	Citation string
	// Quote is what the guidance cited says, word for word; "" where the law
	// speaks, which the requirement quotes.
	Quote string
	// Why says why it matters to a reader of the report.
	Why string
	// Blind is what the rule can't see of what it is about, for those who would take
	// its silence for more than it is.
	Blind string
	// Check reports findings and evidence.
	Check func(*project.Project, *Pass)
}

// Result is what checking a report gives: a verdict for each requirement, in
// order of the law, and the findings, worst first.
type Result struct {
	Requirements []RequirementVerdict
	Findings     []Finding
	// Silenced are the findings that apr.yaml sets aside, with the reasons. They
	// aren't among Findings.
	Silenced []Silenced
	// Claims is what the texts say, each held against the data.
	Claims *claims.Reading
}

// ByID is the verdict on one requirement, or nil.
func (res *Result) ByID(id string) *RequirementVerdict {
	for i := range res.Requirements {
		if res.Requirements[i].ID == id {
			return &res.Requirements[i]
		}
	}
	return nil
}

// Of are the findings of one requirement, worst first; "" for those about
// inputs that bear on no single requirement.
func (res *Result) Of(requirement string) []Finding {
	var of []Finding
	for _, f := range res.Findings {
		if f.Requirement == requirement {
			of = append(of, f)
		}
	}
	return of
}

// Open are the unanswered requirements of a final report, which keep it from being
// published whatever level of finding fails; of any other report none.
func (res *Result) Open(state project.State) []RequirementVerdict {
	if state != project.Final {
		return nil
	}
	return res.Unanswered()
}

// Unanswered are the requirements of which the report doesn't say whether there was
// anything to report. A final report answers them.
func (res *Result) Unanswered() []RequirementVerdict {
	var open []RequirementVerdict
	for _, v := range res.Requirements {
		if v.Verdict == Unanswered {
			open = append(open, v)
		}
	}
	return open
}

// CountAtLeast is how many findings are of the level or worse.
func (res *Result) CountAtLeast(level Level) int {
	n := 0
	for _, f := range res.Findings {
		if level.rank() >= f.Level.rank() {
			n++
		}
	}
	return n
}

// Worst reports whether any finding is of the level or worse.
func (res *Result) Worst(level Level) bool { return res.CountAtLeast(level) > 0 }
