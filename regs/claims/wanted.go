package claims

import (
	"apr/regs/claims/facts"
	"apr/regs/claims/language"
	"apr/regs/claims/lex"
)

// This file reads for how long a target was met, and comparisons with what it allows.

// targetRun reads for how many years in a row a target was met, or missed; it reports whether the clause says
// so: "met their target three years running", "for a third year missed its target".
func (c *clause) targetRun(t *facts.Thing, area string, met bool, word *lex.Item) bool {
	i, n := c.has(language.IsRow, language.IsEach), c.inAnyOf()
	if i < 0 && n == 0 {
		return false
	}
	if i >= 0 {
		n, _ = c.yearsOfRun(i, t, facts.FaceValue, area)
	}
	at := c.facts.Newest(t, facts.FaceValue, area)
	if n < 1 || c.times().at != nil {
		return true // it isn't read
	}
	if c.not {
		met = !met
	}
	held := func(n int) (w facts.Way) {
		w = facts.Way{Truth: facts.Yes, Year: at, Base: at - n + 1}
		for y := at; y > at-n; y-- {
			v, ok := c.facts.At(t, facts.FaceValue, area, y)
			goal, there := c.facts.At(t, facts.FaceTarget, area, y)
			if !ok || !there {
				return facts.Way{Year: at}
			}
			if (v.Exact.Cmp(goal.Exact) != -t.Better) != met {
				w.Truth, w.Expected, w.Evidence = facts.No, v.Display+" against a target of "+goal.Display+" in "+facts.When(v, y), facts.Proof(v, y)
				return w
			}
			w.Evidence = append(w.Evidence, facts.Proof(v, y)...)
		}
		return w
	}
	cl := c.tell(saysRun, word, t, area, []facts.Way{c.longer(held(n), held(n+1), max(i, 0), n, "the same")})
	cl.Comparator, cl.Negated = word.Text, c.not
	return true
}

// comparedWithTarget is the comparative of "more … than" before the target at k, or -1: "fewer bed
// days than the target allows".
func (c *clause) comparedWithTarget(k int) int {
	than := c.leadsTo(k)
	if !c.is(than, language.IsThan) {
		return -1
	}
	for i := than - 1; i >= 0; i-- {
		switch it := c.items[i]; {
		case it.Class == language.IsMove && it.Adj:
			return i
		case it.Class != language.IsPlain && it.Class != language.IsSubject && !it.Is(facts.Own) && it.Class != language.IsPeriod && !c.roleAt(i, "in", "of"):
			return -1
		}
	}
	return -1
}
