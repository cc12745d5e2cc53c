package regs

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"testing"

	"apr/internal/project"
)

// lawfulTexts are answers that a report may give, by the name of the text: short
// ones, frank ones, ones that name other authorities, quote the law or point
// elsewhere next to what they say.
var lawfulTexts = []struct{ name, words string }{
	{"regulation-7.inspections[0].recommendations[0].action", "Done in May 2025: electronic records replaced paper."},
	{"regulation-7.inspections[0].recommendations[1].action", "No action was taken, because the service closed in June 2025."},
	{"regulation-7.inspections[0].recommendations[2].action", "Supervision is now monthly."},
	{"regulation-7.inspections[1].recommendations[0].action", "[The action plan](https://carrickmoor.example.org/action)"},
	{"regulation-7.inspections[1].recommendations[0].recommendation", "See [the inspection report](https://carrickmoor.example.org/report)."},
	{"regulation-7.inspections[1].recommendations[1].action", "Accepted, and staff were trained in March 2026."},
	{"regulation-7.inspections[0].recommendations[0].action", "A new medication policy was adopted in June 2025."},
	{"regulation-7.inspections[0].recommendations[0].action", "Not yet: the post is vacant until June 2026."},
	{"regulation-7.inspections[0].recommendations[0].action", "Noted in every care plan since May 2025, and audited monthly."},
	{"regulation-7.inspections[0].recommendations[0].action", "The board did not accept this; its reasons went to the inspectorate on 3 May 2026."},
	{"regulation-7.inspections[0].recommendations[0].action", "Approved by the board in June, the policy is used on all wards."},
	{"regulation-7.inspections[0].recommendations[0].action", "Complete records were found for 97% of people."},
	{"regulation-3.outcomes[1].assessment", "To be at home is what people want; the plan moved £2m to care at home."},
	{"regulation-3.outcomes[4].assessment", "No change in the gap: the plan's projects were too small."},
	{"regulation-3.outcomes[7].assessment", "Could more have been done for staff? With £62,000 in the plan, no."},
	{"regulation-3.significant_decisions.entries[0].reasons", "No doctor could be recruited."},
	{"regulation-4.variance_reasons", "Vacancies."},
	{"regulation-8.reasons", "The three years were up."},
	{"regulation-8.changes", "Two priorities were merged; nothing else changed."},
	{"regulation-3.outcomes[0].assessment", "The plan's falls classes reached 640 people."},
	{"regulation-3.outcomes[1].assessment", "Not achieved. The plan gave it no money."},
	{"regulation-3.outcomes[2].assessment", "As last year, the plan's target was missed: 71% were satisfied."},
	{"regulation-3.outcomes[3].assessment", "See table 3: the £2m spent on care homes bought 12 places fewer."},
	{"regulation-3.outcomes[4].assessment", "Health and social care services contribute to reducing health inequalities. Here the gap in life expectancy grew by a year, although the plan put £400,000 into link workers."},
	{"regulation-3.outcomes[5].assessment", "North Ayrshire Health and Social Care Partnership hosts the carers' helpline on our behalf, which cost £40,000."},
	{"regulation-3.outcomes[6].assessment", "Unlike Falkirk, where harm fell, we saw no change for the money spent. The annual accounts say more."},
	{"regulation-3.outcomes[7].assessment", "Cha robh airgead gu leòr ann airson trèanadh; chosg e £3,000."},
	{"regulation-3.outcomes[8].assessment", "Savings of {{ variance \"total\" }} were missed. Details are in the annual accounts."},
	{"regulation-3.principles[0].assessment", "People told the plan's volunteers that they feel better."},
	{"regulation-3.principles[1].assessment", "One budget, one team, one assessment since June."},
	{"regulation-3.principles[5].assessment", "Rights were respected in 96 of the 100 files that were audited, at a cost of £9,000."},
	{"regulation-3.principles[6].assessment", "We could do better. Dignity was named in 40 complaints."},
	{"regulation-3.principles[12].assessment", "The best use of available facilities was not made: two clinics stood empty."},
	{"regulation-3.planning", "15 of 24 commitments were met."},
	{"regulation-3.planning", "The plan is in its third year, and three commitments slipped because a site was lost. Its table of commitments is on our website."},
	{"regulation-3.significant_decisions.entries[0].reasons", "Staffing."},
	{"regulation-3.significant_decisions.entries[0].reasons", "Safe staffing could not be kept; see the board paper of 13 August 2025."},
	{"regulation-4.variance_reasons", "Overspend on agency nurses, less an underspend on vacant posts."},
	{"regulation-4.variance_reasons", "Vacancies gave social work an underspend of £1.1m. Prescribing cost £3m more than planned."},
	{"regulation-4.variance_reasons", "Prices of medicines."},
	{"regulation-5.assessment", "Mixed: costs fell, and so did quality."},
	{"regulation-5.contribution", "Eleven contracts were renewed on better terms."},
	{"regulation-6.consultation", "Each group met six times and its view is in every board paper."},
	{"regulation-6.localities[0].assessment", "Strathmoor's group moved the clinic to the evening."},
	{"regulation-6.localities[1].assessment", "Nothing changed in Glenside, though the group met six times."},
	{"regulation-6.localities[2].assessment", "The coast gained four small care teams. People who live in Argyll and Bute use them too."},
	{"regulation-8.reasons", "The plan was ending."},
	{"regulation-8.reasons", "Section 37 of the Act requires a review every three years, and three years had passed."},
	{"regulation-8.changes", "Carers have a chapter of their own."},
	{"regulation-8.changes", "See the table: falls have become a priority, and two commitments went."},
}

// lawfulEdits are changes of the example's files that break no law.
var lawfulEdits = []struct{ name, file, from, to string }{
	{"a copy to the chief executive", "apr.yaml", "- to: NHS Moorland", "- to: Chief Executive, NHS Moorland"},
	{"a copy by the board's legal name", "apr.yaml", "- to: NHS Moorland", "- to: Moorland Health Board"},
	{"a copy to the clerk of the council", "apr.yaml", "- to: Carrickmoor Council", "- to: Clerk to Carrickmoor Council"},
	{"a copy before publication", "apr.yaml", "date: 2026-07-22", "date: 2026-07-16"},
	{"a copy in the autumn", "apr.yaml", "date: 2026-07-22", "date: 2026-09-30"},
	{"a copy without its day", "apr.yaml", "    - to: NHS Moorland\n      date: 2026-07-22", "    - to: NHS Moorland"},
	{"a plan of four years", "apr.yaml", "period: 2023 to 2026", "period: 2023/24 to 2026/27"},
	{"a plan without its period", "apr.yaml", "  period: 2023 to 2026\n", ""},
	{"a draft", "apr.yaml", "state: provisional", "state: draft"},
	{"an inspection by initials", reg7y, "body: Healthcare Improvement Scotland", "body: HIS"},
	{"an inspection without a day", reg7y, "    date: 2026-02-04\n", ""},
	{"an action not begun", reg7y, "        status: in progress\n      - recommendation: |\n          Staff should", "        status: not started\n      - recommendation: |\n          Staff should"},
	{"an inspection with grades", reg7y, "    date: 2026-02-04\n", "    date: 2026-02-04\n    grades: Good for care, adequate for staffing\n"},
	{"a body's word for progress", reg7y, "        status: in progress\n      - recommendation: |\n          Staff should", "        status: in progress\n        progress: Largely met\n      - recommendation: |\n          Staff should"},
	{"an inspection that made none", reg7y, "  - body: Healthcare Improvement Scotland", "  - body: Care Inspectorate\n    service: Day services\n    none: true\n  - body: Healthcare Improvement Scotland"},
	{"a foreword on last year's decision", opening, "Three things aren't good enough", "In 2024/25 we made two significant decisions outside the plan. Three things aren't good enough"},
	{"a foreword on what wasn't decided", opening, "Three things aren't good enough", "We did not take a significant decision lightly. Three things aren't good enough"},
	{"a foreword on internal audit", opening, "Three things aren't good enough", "The internal auditor made twelve recommendations. Three things aren't good enough"},
	{"a foreword on another inspection", opening, "Three things aren't good enough", "An inspection of children's services made nine recommendations. Three things aren't good enough"},
	{"a foreword on a review to come", opening, "Three things aren't good enough", "The next review of the strategic plan is due in 2029. Three things aren't good enough"},
	{"a foreword on two of the localities", opening, "Three things aren't good enough", "In two localities people waited less. Three things aren't good enough"},
	{"a foreword on another area", opening, "Three things aren't good enough", "We learned from Falkirk and Fife. Three things aren't good enough"},
	{"a foreword with few recommendations", opening, "Three things aren't good enough", "The Care Inspectorate made three recommendations on care at home. Three things aren't good enough"},
	{"one inspection is named less", opening, "two inspections and five recommendations, of which three are complete", "five recommendations, of which three are complete"},
	{"no word on inspections at a glance", opening, "  - **Scrutiny:** two inspections and five recommendations, of which three are complete.\n", ""},
	{"a table in the changes", reg8y, "The vision and the three localities stay.", "The vision stays."},
	{"regulation 9 isn't answered by a joint board", "narrative/regulation-9.yaml", "none: true", "none: false"},
}

// lawfulNarratives are reports with other answers to what the law asks "if".
var lawfulNarratives = []struct {
	name   string
	change func(n *project.Narrative)
}{
	{"no inspection", func(n *project.Narrative) { n.Reg7 = project.Inspections{None: true, Position: n.Reg7.Position} }},
	{"silent on inspections", func(n *project.Narrative) { n.Reg7 = project.Inspections{} }},
	{"silent on the review", func(n *project.Narrative) { n.Reg8 = project.PlanReview{} }},
	// Regulation 8's reasons in the example speak of a decision that lay outside the plan.
	{"silent on decisions", func(n *project.Narrative) {
		n.Reg3.Decisions = project.Decisions{}
		n.Reg8.Reasons = text("The three years were up.")
	}},
	{"no decision", func(n *project.Narrative) {
		n.Reg3.Decisions = project.Decisions{None: true}
		n.Reg8.Reasons = text("The three years were up.")
	}},
	{"no review, with the reason", func(n *project.Narrative) {
		n.Reg8 = project.PlanReview{None: true, Reasons: text("The plan was reviewed in 2023 and the next review is due in 2026.")}
	}},
	{"no review, and no revised plan", func(n *project.Narrative) { no := false; n.Reg8 = project.PlanReview{None: true, RevisedPlan: &no} }},
	{"a review that changed nothing", func(n *project.Narrative) {
		no := false
		n.Reg8 = project.PlanReview{Reasons: n.Reg8.Reasons, RevisedPlan: &no}
	}},
	{"every inspection made none", func(n *project.Narrative) {
		n.Reg7 = project.Inspections{Entries: []project.Inspection{{Body: "Care Inspectorate", Service: "Care at home", Grades: "Good", None: true}}}
	}},
	{"an inspection by a link", func(n *project.Narrative) {
		n.Reg7 = project.Inspections{Entries: []project.Inspection{{Body: "Care Inspectorate", Service: "Care at home", URL: "https://example.org/report"}}}
	}},
	{"no remark on matters", func(n *project.Narrative) { n.Reg4.MatterNotes = nil }},
	{"nothing under regulation 10", func(n *project.Narrative) { n.Reg10 = project.Further{} }},
}

// TestLawfulVariantsHaveNoStatutoryFinding is the proof's other half: what the law
// allows isn't called a breach.
func TestLawfulVariantsHaveNoStatutoryFinding(t *testing.T) {
	p := newProof(t)
	var all []mutation
	for _, l := range lawfulTexts {
		all = append(all, p.substituted(p.block(t, l.name), l.words, l.words))
	}
	for _, l := range lawfulEdits {
		all = append(all, p.edited(t, l.name, l.file, l.from, l.to))
	}
	for _, l := range lawfulNarratives {
		all = append(all, mutation{name: l.name, mutated: func() (*project.Project, error) {
			r, n := *p.whole, *p.whole.Narrative
			n.Opening.Foreword, n.Opening.Glance = text("A year of change."), text("More people were at home.")
			n.Reg3.Principles = slices.Clone(n.Reg3.Principles)
			for i := range n.Reg3.Principles {
				n.Reg3.Principles[i].Assessment = text(fmt.Sprintf("The plan paid for %s.", gains[i]))
			}
			l.change(&n)
			r.Narrative = &n
			return &r, nil
		}})
	}
	for _, v := range lawfulReports {
		all = append(all, mutation{name: v.name, mutated: func() (*project.Project, error) { return p.load(p.changedFiles(t, v.edits)) }})
	}
	if len(all) < 100 {
		t.Errorf("%d variants; want 100", len(all))
	}
	breaches := 0
	for i, m := range all {
		if testing.Short() && i%30 != 0 {
			continue
		}
		r, err := m.mutated()
		if err != nil {
			t.Errorf("%s: %v", m.name, err)
			continue
		}
		found := ""
		for _, f := range checkWith(r, func(rule Rule) bool { return rule.Level == Statutory }).Findings {
			if f.Level == Statutory {
				found += fmt.Sprintf("\n\t%s: %s: %s", f.Position, f.Rule, f.Message)
			}
		}
		if found != "" {
			breaches++
			t.Errorf("%s: %s", strconv.Quote(m.name), strings.TrimSpace(found))
		}
	}
	t.Logf("lawful variants: %d, with a statutory finding: %d", len(all), breaches)
}
