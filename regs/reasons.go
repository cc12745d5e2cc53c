package regs

import (
	"fmt"
	"strings"

	"apr/internal/lazyregexp"
	"apr/internal/project"
	"apr/internal/source"
)

// reasonRules hold the reasons for the variance against which way it went.
var reasonRules = []Rule{{
	ID:          "R4-1c-contrary",
	Requirement: "4(1)(c)",
	Title:       "The reasons for an overspend aren't those for an underspend, nor the other way round",
	Level:       Advice,
	Citation:    "SSI 2014/326, regulation 4(1)(c)",
	Why:         "A text that has nothing but savings in a year that ended over its plan, or nothing but costs in one that ended under it, was most likely written for another year.",
	Blind:       "Reasons that can be of either, such as vacancies, which leave pay unspent and have agencies paid; and a text that has reasons of both kinds, or refers to a service's variance.",
	Check:       checkContraryReasons,
}}

var (
	// spentLess are reasons for an underspend, and spentMore for an overspend, each sure.
	spentLess = lazyregexp.Lazy(`(?i)\b(?:savings (?:were|was|came in|are) (?:\w+ )?(?:better|higher|larger|greater|ahead|above|earlier|early)|more (?:was|were) saved|saved more|underspen\w+|under budget|(?:spent|cost|paid|costs were|spending was) (?:\w+ )?(?:less|lower) than (?:we |was |had been )?(?:planned|budgeted|expected|the (?:plan|budget)))\b`)
	spentMore = lazyregexp.Lazy(`(?i)\b(?:overspen\w+|over budget|savings (?:were|was|are) not (?:\w+ )?(?:made|achieved|delivered|met|found)|(?:prices|demand|costs) (?:rose|grew|exceeded)|(?:spent|cost|paid|costs were|spending was) (?:\w+ ){0,2}?(?:more|higher) than (?:we |was |had been )?(?:planned|budgeted|expected|the (?:plan|budget)))\b`)
	// mayBeMore and mayBeLess are words with which a text may have a reason of the kind.
	mayBeMore = lazyregexp.Lazy(`(?i)\b(?:over(?:spen\w+|ran|run)?|more|higher|exceed\w*|rose|rise|rising|grew|growth|increas\w+|agency|award|inflation|prices?|demand|pressures?|not|no|short\w*|additional|extra|surge|winter|unfunded|dear\w*|bank|locums?|unmet|costly|expensive|new)\b`)
	mayBeLess = lazyregexp.Lazy(`(?i)\b(?:under(?:spen\w+)?|less|fewer|lower|late|later|delay\w*|slip\w*|slow\w*|sav\w+|vacan\w+|unfilled|empty|recruit\w*|grants?|reserves?|income|one-off|funding|funds|received|unspent|carried|forward|fell|falling|reduc\w+|cheaper|closed|not|no)\b`)
	// weighs is a word by which a text sets one thing against another, or another year.
	weighs = lazyregexp.Lazy(`(?i)\b(?:offset\w*|despite|although|though|but|however|except|hid|masked|part|partly|while|whereas|against|instead|would|used up|uses up|took|swallowed|absorbed|ate|covers?|covered|brought|until|came to an end|short of|beyond|besides|made up|went to|gap|still|yet|even so|in spite|elsewhere|set[- ]aside ran|last year|year before|previous\w*|earlier)\b`)
	// ofTotal are references to the whole variance, which every text of reasons may have.
	ofTotal = lazyregexp.Lazy(`\{\{\s*variance\s+"total"\s*\}\}`)
)

func checkContraryReasons(r *project.Project, p *Pass) {
	a := r.Account
	if a == nil || !a.Plan.Known || !a.Spend.Known {
		return
	}
	variance := a.Plan.Money - a.Spend.Money
	sure, may, of := spentLess, mayBeMore, "less was spent"
	if variance > 0 {
		sure, may, of = spentMore, mayBeLess, "more was spent"
	}
	t := r.Narrative.Reg4.VarianceReasons
	text := ofTotal().ReplaceAllString(t.Markdown, " ")
	ok, _ := p.answers(t)
	if variance == 0 || !ok || strings.Contains(text, "{{") || !sure().MatchString(text) || weighs().MatchString(text) {
		return
	}
	rest := sure().ReplaceAllString(text, " ")
	if may().MatchString(rest) {
		return
	}
	p.add(Finding{Position: t.At(sure().FindStringIndex(t.Markdown)[0]), Likely: true,
		Found:   fmt.Sprintf("the text says why %s than planned, and the year ended with an %s of %s", of, variance.VarianceName(), max(variance, -variance).Exact()),
		Wanted:  "regulation 4(1)(c) wants the reasons for it",
		Hint:    "write the reasons of this year",
		Related: []source.Related{{Position: at(amountPosition(r, a.Spend), financePosition(r)), Message: "what was spent"}, {Position: at(amountPosition(r, a.Plan), financePosition(r)), Message: "what was planned"}}})
}
