package regs

import (
	"slices"
	"testing"

	"apr/internal/rounds"
)

// What an answer says, by the name of its text in the example, and the rule that has to
// find it there; "" where none of them may.
func TestWordsThatBelongElsewhere(t *testing.T) {
	p := newProof(t)
	rules := []string{"R6-1b-named", "R0-last-year", "R7-1b-status", "R4-1c-direction", "R6-1b-law-words"}
	cases := []struct{ name, words, rule string }{
		{"regulation-6.localities[2].assessment", "In Glenside the residents' forum asked for a minibus to the surgery, and it has run since June.", "R6-1b-named"},
		{"regulation-6.localities[2].assessment", "The group met five times. A bus runs later now.", "R6-1b-named"},
		{"regulation-6.localities[2].assessment", "The Board heard the group in May, and a bus runs later.", "R6-1b-named"},
		{"regulation-6.localities[2].assessment", "People on the coast asked for a later bus, and it runs.", ""},
		{"regulation-6.localities[2].assessment", "Residents of Port Carrick asked for a later bus, and it runs.", ""},
		{"regulation-6.localities[1].assessment", "The villagers of Inverglen asked for a chemist, and have one.", ""},
		{"regulation-6.localities[1].assessment", "Glenside asked for what Strathmoor has: a chemist on Sundays.", ""},
		{"regulation-6.localities[1].assessment", "In Glenside the arrangements for involving and consulting the locality have contributed to the provision of services in accordance with the integration delivery principles.", "R6-1b-law-words"},
		{"regulation-3.principles[9].assessment", "By the end of March 2025 the plan had paid for 90 panel members, and 14 panels had met.", "R0-last-year"},
		{"regulation-3.principles[9].assessment", "In April 2025 the plan paid for 90 panel members.", ""},
		{"regulation-3.principles[9].assessment", "In March 2025 the plan paid for 90 panel members, and in May 2025 for 40 more.", ""},
		{"regulation-8.reasons", "In March 2025 the hospital closed.", ""},
		{"regulation-7.inspections[1].recommendations[0].action", "This was fully carried out by March 2026: one form replaced three.", "R7-1b-status"},
		{"regulation-7.inspections[1].recommendations[0].action", "This was carried out on one ward by March 2026; the other follows in May.", ""},
		{"regulation-4.variance_reasons", "The year closed with money left over, for posts were empty.", "R4-1c-direction"},
		{"regulation-4.variance_reasons", "No year has closed with money to spare since the prices of medicines rose, and this was an overspend.", ""},
	}
	var all []said
	for _, c := range cases {
		all = append(all, said{c.name, "", c.words})
	}
	findings := p.findings(t, all, func(rule Rule) bool { return slices.Contains(rules, rule.ID) })
	for i, c := range cases {
		found := ""
		for _, f := range findings[i] {
			found = f.Rule
		}
		if found != c.rule {
			t.Errorf("%s: %q: found by %q, want %q", c.name, c.words, found, c.rule)
		}
	}
}

// Changes of the example that its own sentences contradict, the rule that has to find
// each, and the lawful ones, of which none may.
func TestPlainSentencesAgainstTheAnswers(t *testing.T) {
	p := newProof(t)
	silent := file(reg7y, "none: true\n")
	quiet := []change{
		sub(opening, "two inspections and five recommendations, of which three are complete", "quiet"),
		sub(reg3y, "Two inspections made five recommendations; three are\n      complete. ", ""), silent,
	}
	foreword := func(words string, more ...change) []change {
		return append(more, sub(opening, "Three things aren't good enough", words+" Three things aren't good enough"))
	}
	unreviewed := []change{
		file("narrative/regulation-8.yaml", "none: true\n"),
		match(opening, `(?s)  The board has approved a revised strategic plan.*?\n\n`, ""), sub(opening, ", and a revised plan for 2026 to 2029", ""),
		match(reg3y, `revised\s+plan`, "workforce plan"), match(reg10y, `revised\s+(strategic )?plan`, "workforce plan"),
	}
	rules := []string{"R7-1a-inspected", "R3c-told-elsewhere", "R4-1a-care-groups-told", "R8a-told-elsewhere", "R7-1b-status"}
	for _, c := range rounds.Few(t, []struct {
		edits []change
		rule  string
	}{
		{quiet, ""},
		{foreword("The Care Inspectorate inspected our care at home service in May and asked for changes.", quiet...), "R7-1a-inspected"},
		{foreword("Our care at home service was inspected in September.", quiet...), "R7-1a-inspected"},
		{foreword("The Care Inspectorate did not inspect our care at home service.", quiet...), ""},
		{foreword("The Care Inspectorate inspected children's services in September.", quiet...), ""},
		{foreword("The Care Inspectorate may have inspected our care homes.", quiet...), ""},
		{foreword("Two hard decisions lay outside our plan: beds and day care."), "R3c-told-elsewhere"},
		{foreword("Two hard decisions were within our plan: beds and day care."), ""},
		{foreword("Moray took two significant decisions outside its plan in the year."), ""},
		{foreword("Unlike Moray we took two significant decisions outside our plan."), "R3c-told-elsewhere"},
		{foreword("Our key care groups are older people, carers and adults with a learning disability."), "R4-1a-care-groups-told"},
		{foreword("Our key care groups are older people and adults with a learning disability."), ""},
		{unreviewed, ""},
		{foreword("We rewrote *Closer to Home* in the autumn.", unreviewed...), "R8a-told-elsewhere"},
		{foreword("We printed *Closer to Home* in the autumn.", unreviewed...), ""},
		{[]change{say("regulation-7.inspections[0].recommendations[0].action", "Nothing has happened on this since the inspection.")}, "R7-1b-status"},
	}) {
		r, err := p.load(p.changedFiles(t, c.edits))
		if err != nil {
			t.Fatal(err)
		}
		found := ""
		for _, f := range checkWith(r, func(rule Rule) bool { return slices.Contains(rules, rule.ID) }).Findings {
			found = f.Rule
		}
		if last := c.edits[len(c.edits)-1]; found != c.rule {
			t.Errorf("%q: found by %q, want %q", last.to, found, c.rule)
		}
	}
}
