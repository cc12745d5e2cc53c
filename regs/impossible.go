package regs

import (
	"strings"

	"apr/internal/project"
	"apr/internal/source"
	"apr/internal/yamlpos"
	"apr/regs/claims"
	"apr/regs/impossible"
)

// impossibleRules find what can't be, whatever the data say.
var impossibleRules = []Rule{{
	ID:       "R0-impossible",
	Title:    "No text has a day, an amount, a count, a part or a table that can't be",
	Level:    Advice,
	Citation: act + ", section 42(1): the report is prepared for publication",
	Why:      "31 June, £240,00, 240 of the 204 plans, and five priorities before a list of four are wrong in every report, and a reader who finds one doubts the rest. Of two counts of the same thing in two texts one is wrong at least.",
	Blind:    "Days, amounts and parts that could be and aren't; parts that are named in other words than what was met, is under way or is behind; numbers above twenty in words; a thing that two texts count in other words.",
	Check:    checkImpossible,
}}

func checkImpossible(r *project.Project, p *Pass) {
	p.countedAgain()
	p.boundsAgain(r)
	p.measuresAgain(r, p.reading.statements())
	p.decidedLater(r)
	p.closedAgain(r, p.reading.statements())
	p.yearsApart(r)
	p.responseRates()
	p.reserveAndOverspend(r, p.reading.statements())
	claimed := p.reading.contradicted()
	r.EachMarkdown(func(t yamlpos.Text) {
		if project.IsLastYears(t) || !strings.ContainsAny(t.Markdown, "0123456789") && !strings.Contains(t.Markdown, " of ") && !strings.Contains(t.Markdown, " and ") {
			return
		}
		text := withoutReferences(t.Markdown)
		for _, f := range impossible.Find(text) {
			if claimed[t.At(f.Start)] {
				continue // as a claim
			}
			p.add(Finding{Position: t.At(f.Start), End: t.At(f.End), Likely: true, Found: f.Message, Hint: f.Hint})
		}
	})
}

// contradictedIn is where claims are that the data contradict, which other rules tell.
func contradictedIn(reading *claims.Reading) map[source.Position]bool {
	all := map[source.Position]bool{}
	for _, c := range reading.Claims {
		if c.Verdict == claims.Contradicted {
			all[c.Position], all[c.At] = true, true
		}
	}
	return all
}
