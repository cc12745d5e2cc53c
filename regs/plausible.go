package regs

import (
	"cmp"
	"fmt"
	"strings"

	"apr/internal/project"
	"apr/internal/source"
	"apr/internal/wording"
	"apr/internal/yamlpos"
)

// plausible are the rules about money that can't be right, or hardly. What they find
// may be answered in apr.yaml, and the report prints the answer.
var plausible = []Rule{
	{
		ID:          "R4-1a-same-ledger",
		Requirement: "4(1)(a)",
		Title:       "No ledger's lines count twice",
		Level:       Statutory,
		Citation:    "SSI 2014/326, regulation 4(1)(a)",
		Why:         "A ledger that is there twice, or that of one period and that of the next which holds it, doubles what was spent, and nothing else looks wrong. So do rows that were pasted twice, subtotals above their lines, and amounts that go back to April in each period.",
		Blind:       "A ledger of which fewer than nine lines in ten are in another, and the same payments written with other codes or dates. Within a ledger: fewer than six lines, and all lines of a text of more than 2 MB, whose control total has to tell.",
	},
	{
		ID:       "R0-like-ledger",
		Title:    "Lines of a ledger aren't another partner's as well, or there twice",
		Level:    Advice,
		Citation: act + ", section 42(6) and (7): partners supply the information",
		Why:      "What one partner pays to another is in both ledgers, and may be counted twice. Lines that are there a second time may be payments that recur, or were pasted twice.",
		Blind:    "A payment that one partner's ledger has in one line and the other's in several, and fewer than six lines that are there again, unless they are all of an account, or nothing else recurs and one of them is £10,000 or more.",
	},
	{
		ID:       "R0-unmatched-rule",
		Title:    "Each rule matches some line, and decides something",
		Level:    Advice,
		Citation: "apr, classification of ledger lines",
		Why:      "A rule that matches nothing has a slip in it, and what it was written for goes elsewhere. So it does where a wider rule above takes all its lines.",
		Blind:    "A rule that matches lines, but not those that it was written for, and one whose lines several rules above have taken.",
	},
	{
		ID:          "R4-1a-other-year",
		Requirement: "4(1)(a)",
		Title:       "Each ledger is of the year that it is given for",
		Level:       Statutory,
		Citation:    "SSI 2014/326, regulation 4(1)(a): during the reporting year",
		Why:         "Last year's export under this year's name gives amounts that nobody would doubt.",
		Blind:       "A ledger in which nothing names a date, a period or a year.",
	},
	{
		ID:          "R4-1b-beyond-funding",
		Requirement: "4(1)(b)",
		Title:       "Spend is of the order of what was paid or set aside",
		Level:       Statutory,
		Citation:    "SSI 2014/326, regulation 4(1)(b)",
		Why:         "An authority can't spend twice what it is given: one of the two amounts is wrong, counted twice, or in another unit.",
		Blind:       "Spend that is too high or too low by less than the limit in apr.yaml.",
	},
	{
		ID:          "R4-1a-constituent",
		Requirement: "4(1)(a)",
		Title:       "Each constituent authority has a ledger",
		Level:       Statutory,
		Citation:    "SSI 2014/326, regulation 4(1)(a); " + act + ", section 1(4): the constituent authorities",
		Why:         "Council and health board each spend under the joint board's direction. A ledger that nobody sent leaves out a part of the spending, and every sum agrees all the same.",
		Blind:       "Whether the ledger of a partner has all that it spent under the authority's direction.",
	},
	{
		ID:       "R0-ledger-months",
		Title:    "Each ledger has all months to the end of March",
		Level:    Advice,
		Citation: "SSI 2014/326, regulation 4(1)(a): during the reporting year",
		Why:      "A ledger of nine months looks like an underspend.",
		Blind:    "Months that are missing where lines are few or in few months, an account that begins late or ends early, and ledgers without dates or periods.",
	},
	{
		ID:       "R0-plausible",
		Title:    "Amounts are near those that they should be near",
		Level:    Advice,
		Citation: act + ", section 42(6) and (7): partners supply the information",
		Why:      "An amount far from last year's, its plan or its funding is either news, which the report should give, or a mistake.",
		Blind:    "A mistake that is smaller than the limits in apr.yaml, or that last year's amount has as well. A cost centre is looked at for its sign and for thousands alone, and a line for mistyped digits where nearly all others are near their plan.",
	},
	{
		ID:       "R0-control-total",
		Title:    "Each ledger has a control total",
		Level:    Advice,
		Citation: act + ", section 42(6) and (7): partners supply the information",
		Why:      "Without the partner's own total nobody can tell whether lines are missing: the ledger is only half checked.",
		Blind:    "Whether a control total that is given comes from the partner or from the ledger itself.",
	},
}

// answerRule is the id of the rule about answers.
const answerRule = "R0-answer"

func answerRules() []Rule {
	return []Rule{{
		ID:       answerRule,
		Title:    "Each answer in apr.yaml answers a finding",
		Level:    Advice,
		Citation: act + ", section 42(6) and (7): partners supply the information",
		Why:      "An answer without a finding hides nothing today, but might hide something tomorrow that nobody thought of.",
		Blind:    "Whether the reason is true: it looks for a finding that is answered.",
		Check:    checkAnswers,
	}}
}

// checkAnswers reports answers to nothing.
func checkAnswers(r *project.Project, p *Pass) {
	if r.Account == nil {
		return // nothing is known that could be answered
	}
	for i, a := range r.Config.Finance.Answers {
		var about []string
		used := false
		for _, problem := range p.reading.remarks()[a.Finding] {
			if problem.About != "" {
				about = append(about, problem.About)
				used = used || r.Answer(problem, a.Finding) == &r.Config.Finance.Answers[i]
			}
		}
		if !used {
			pos := at(r.Config.PositionOf(yamlpos.Item("finance.answers", i)+".finding"), a.Position, projectFile)
			p.Report(pos, cmp.Or(source.DidYouMean(a.About, about), "take it out"),
				"%s finds nothing about %q, so there is nothing to answer", a.Finding, a.About)
		}
	}
}

// answerHint says how to answer a finding.
func answerHint(id, about string) string {
	return fmt.Sprintf("if it is right, say why: finance: answers: [{finding: %s, about: %q, reason: …}]", id, about)
}

// An AnsweredFinding is one that apr.yaml answers.
type AnsweredFinding struct {
	Rule, Found, Reason string
}

// Answers are the findings about money that apr.yaml answers, with the reasons.
func Answers(r *project.Project) (answered []AnsweredFinding) {
	for _, problem := range survived(r, problemsOfValues(r)) {
		id := inputRule(r, problem)
		if a := r.Answer(problem, id); a != nil {
			answered = append(answered, AnsweredFinding{id, wording.OneLine(problem.Message), strings.TrimSpace(wording.OneLine(a.Reason))})
		}
	}
	return answered
}
