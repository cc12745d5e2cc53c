package claims

import (
	"slices"

	"apr/regs/claims/facts"
	"apr/regs/claims/language"
)

// This file reads whether a survey's change is said to be clear: "larger than its margin of error", "a step too small
// to be sure of".

// margins holds what the clause says of the margin of error of a survey's change; it reports whether it says anything
// of the kind.
func (c *clause) margins(t *facts.Thing, area string, compared bool, tm times) bool {
	m := slices.IndexFunc(c.items, func(x *item) bool { return x.Word == "margin" && x.N != 0 })
	if m < 0 {
		return false
	}
	of := c.has(language.IsMove) >= 0 || c.moved != nil && (c.lead == "," || c.lead == "which")
	if !t.Survey || area != facts.Own || compared || c.not || !of || anyOf(c.statement.items, func(x *item) bool {
		return x.Class == language.IsArea && x.Area != facts.Own || x.text == "lead" || x.Class == language.IsExtreme || x.Class == language.IsRank
	}) {
		return true // how far places are apart has another margin
	}
	at := c.facts.Newest(t, facts.FaceValue, facts.Own)
	bases := c.baseYears(t, facts.FaceValue, facts.Own, tm, at)
	if len(bases) == 0 {
		return true
	}
	var ways []facts.Way
	for _, b := range bases {
		ways = append(ways, c.facts.BeyondMargin(t, b, at, c.items[m].N > 0))
	}
	cl := c.tell(saysChange, c.items[m], t, facts.Own, ways)
	cl.Comparator = c.items[m].text
	return true
}
