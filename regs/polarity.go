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
	// badTitle and goodTitle are what nobody wants more or less of, and the other two what turns
	// each round or leaves it open.
	badTitle   = lazyregexp.Lazy(`(?i)\b(?:delayed|delays?|waiting|waits?|overdue|late|missed|sickness|absence|absent|turnover|vacan(?:t|cies|cy)|drug(?:-related)? deaths?|suicides?|falls|injur(?:y|ies)|harm|complaints?|readmi(?:ssions?|tted)|looked after away|re-?offend\w*|reconvict\w*|pressure ulcers?|infections?|overspend|unmet|emergency admissions?|unscheduled bed days|did not attend|dna)\b`)
	goodTitle  = lazyregexp.Lazy(`(?i)\b(?:satisf(?:ied|action)|in time|on time|within (?:\w+ )?(?:hours|days|weeks)|completed|positive(?:ly)?|happy|safe(?:ly)?|good or excellent|abstinent|vaccinated|immunised|uptake|live at home|lived? independently|outcomes? met|achieved)\b`)
	turnedBad  = lazyregexp.Lazy(`(?i)\b(?:reduc\w+|avoid\w*|prevent\w*|fewer|less|under|below|within|without|free|no|not|non|never|fall in|decrease|resolved|upheld|answered|closed|responded|response|dealt|inject\w*|recover\w*|learn\w*|support\w*|review\w*|seen|investigat\w*|filled|covered|met|assess\w*|services?|clinics?|class(?:es)?|exercise|programmes?|training|trained|plans?|planned|handled|acknowledged|return\w*|screen\w*|texted|phoned|called|contacted|reminded|rebooked|followed|interview\w*|held|days? (?:between|since)|weeks? (?:between|since)|time between|shared|discussed|reported)\b`)
	turnedGood = lazyregexp.Lazy(`(?i)\b(?:reduc\w+|fewer|less|without|no|not|non|never|in?complete|dissatisf\w*|unsatisf\w*|unhappy|unsafe|fail\w*|breach\w*|average|mean|median|days? (?:to|from|until)|weeks? (?:to|from|until)|time (?:to|from|taken)|length|costs?|waiting|overdue|readmi\w*|returned|died|again)\b`)
)

// checkPolarity looks at the polarity that a table or apr.yaml gives a measure whose title says
// what is good.
func checkPolarity(r *project.Project, p *Pass) {
	eachMeasure(r, func(m *project.LocalMeasure) {
		title := strings.TrimSpace(m.Title)
		bad, good := badTitle().MatchString(title), goodTitle().MatchString(title)
		if bad == good || bad && turnedBad().MatchString(title) || good && turnedGood().MatchString(title) {
			return
		}
		wants, wrong := indicators.HigherIsBetter, indicators.LowerIsBetter
		if bad {
			wants, wrong = wrong, wants
		}
		if m.Terms.Polarity != wrong {
			return
		}
		p.Report(at(m.Position, m.Linked), "see whether the polarity is the wrong way round, in the table or under measures in apr.yaml",
			"%s (%s) has the polarity %q, and its title says that %s is better", m.ID, title, m.Terms.Polarity, wants)
	})
}
