package claims

import (
	"strings"

	"apr/regs/claims/facts"
	"apr/regs/claims/language"
)

// This file reads that it is the same elsewhere, where the clause before gave our figure: "91.3% of us look after our
// health well; across the country it is about the same".

// sameThere reports whether the clause says that another place's figure is the same as ours, and holds it.
func (c *clause) sameThere(t *facts.Thing, face facts.Face, area string, set, compared bool) bool {
	i := c.has(language.IsStable)
	if i < 0 || !set || compared || area != facts.Scotland && area != facts.Family || len(c.subjects) > 0 || len(c.qs) > 0 || len(c.before) == 0 || t.Kind != facts.Indicator {
		return false
	}
	if w := c.items[i].text; !strings.HasSuffix(w, "the same") && !strings.HasPrefix(w, "no different") && !strings.HasSuffix(w, "similar") {
		return false
	}
	if !c.says("is", "was", "it's") || c.says("stayed", "remained", "still", "remains", "stays", "been") || c.has(language.IsPeriod, language.IsMove) >= 0 || c.before[0].hasArea && c.before[0].area != facts.Own {
		return false
	}
	w := c.facts.Beside(t, face, facts.Own, area, c.facts.Newest(t, face, facts.Own), 0)
	if c.not {
		return true // it isn't read
	}
	cl := c.tell(saysComparison, c.items[i], t, facts.Own, []facts.Way{w})
	cl.Comparator = c.items[i].text + " " + c.facts.Place(area)
	return true
}
