package regs

import (
	"strings"

	"apr/indicators"
	"apr/internal/lazyregexp"
	"apr/internal/project"
)

var polarityRules = []Rule{{
	ID:       "R0-polarity",
	Title:    "A measure's polarity is what its title says is good",
	Level:    Advice,
	Citation: act + ", section 42(6) and (7): partners supply the information",
	Why:      "The polarity decides whether a change is printed as better or worse, and whether the target is met. With the wrong one a fall of delays is a failure.",
	Blind:    "Titles of which more may be good or bad, such as referrals and contacts, and those in other words.",
	Check:    checkPolarity,
}}

var (
	// badTitle and goodTitle are what nobody wants more or less of, and turnedTitle what turns
	// either round.
	badTitle    = lazyregexp.Lazy(`(?i)\b(?:delayed|delays?|waiting|waits?|overdue|late|missed|sickness|absence|absent|turnover|vacan(?:t|cies|cy)|deaths?|suicides?|falls|injur(?:y|ies)|harm|complaints?|readmi(?:ssions?|tted)|looked after away|homeless(?:ness)?|re-?offend\w*|reconvict\w*|pressure ulcers?|infections?|overspend|unmet|emergency admissions?|unscheduled bed days|did not attend|dna)\b`)
	goodTitle   = lazyregexp.Lazy(`(?i)\b(?:satisf(?:ied|action)|(?:with)?in time|on time|(?:with)?in (?:\w+ )?(?:hours|days|weeks)|completed|positive(?:ly)?|happy|safe(?:ly)?|good or excellent|abstinent|vaccinated|immunised|uptake|engagement|live at home|lived? independently|outcomes? met|achieved)\b`)
	turnedTitle = lazyregexp.Lazy(`(?i)\b(?:reduc\w+|avoid\w*|prevent\w*|fewer|less|without|free|no|not|non|never|fall in|decrease|resolved|upheld|answered|closed|responded|dealt|dissatisf\w*|unsatisf\w*|inject\w*|recover\w*|learn\w*|supported|reviewed|seen|investigat\w*)\b`)
)

// checkPolarity looks at the polarity that a table or apr.yaml gives a measure whose title says
// what is good.
func checkPolarity(r *project.Project, p *Pass) {
	eachMeasure(r, func(m *project.LocalMeasure) {
		title := strings.TrimSpace(m.Title)
		bad, good := badTitle().MatchString(title), goodTitle().MatchString(title)
		if bad == good || turnedTitle().MatchString(title) && bad {
			return
		}
		wants := indicators.HigherIsBetter
		if bad {
			wants = indicators.LowerIsBetter
		}
		if has := m.Terms.Polarity; has == wants || has != indicators.HigherIsBetter && has != indicators.LowerIsBetter || turnedTitle().MatchString(title) {
			return
		}
		p.Report(at(m.Position, m.Linked), "see whether the polarity is the wrong way round, in the table or under measures in apr.yaml",
			"%s (%s) has the polarity %q, and its title says that %s is better", m.ID, title, m.Terms.Polarity, wants)
	})
}
