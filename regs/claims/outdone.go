package claims

import (
	"slices"

	"apr/regs/claims/facts"
	"apr/regs/claims/language"
	"apr/regs/claims/lex"
)

// This file reads that other areas did better than ours where a sentence goes on with something else: "no partnership
// scored higher than ours on having a say, and on the experience of GP care just one did".

// outdoing is what a clause said of other areas beside ours.
type outdoing struct {
	word   *lex.Item // the comparative, nil where there was none
	family bool      // of the family's areas
	thing  *facts.Thing
	many   int
}

// alsoOn reads what goes on with the areas that the clause before counted, on another indicator: "nor on the experience
// of GP care", "and on quality of life just one did"; it reports whether the clause does so.
func (c *clause) alsoOn(t *facts.Thing, tm times) bool {
	o := c.statement.outdone
	if o.word == nil || t == o.thing || t.Kind != facts.Indicator || len(c.subjects) != 1 || tm.at != nil || tm.base != nil || tm.over > 0 {
		return false
	}
	many, counts, did, on := o.many, false, false, false
	for i, it := range c.items {
		switch {
		case i == 0 && (it.Class == language.IsBreak || it.Class == language.IsNot && it.Text == "nor"):
			if it.Text == "nor" || it.Text == "or" {
				counts = true // as many
			}
		case it.Class == language.IsPlain && (it.Text == "on" || it.Text == "for") || it.Class == language.IsRole && it.Role == "in" && it.Text == "for":
			on = true
		case it.Class == language.IsSubject, it.Class == language.IsPlain && (it.Text == "the" || it.Text == "just" || it.Text == "only" || it.Text == "how"), it.Is(facts.Own):
		case it.Class == language.IsPlain && it.Word == "no other", it.Class == language.IsNot && (it.Text == "none" || it.Text == "nobody"):
			many, counts, did = 0, true, did || it.Class == language.IsPlain
		case it.Class == language.IsQuantity && it.Q.InWords && it.Q.IsWhole() && !it.Q.Hedged && !it.Q.Fraction && it.Q.Ref == nil:
			many, counts = int(it.Q.Value.Num().Int64()), true
		case counts && i == len(c.items)-1 && slices.Contains([]string{"did", "does", "do", "has", "have", "was", "were", "is", "are"}, it.Text):
			did = true
		default:
			return false
		}
	}
	sign := o.word.Sign(t)
	if !on || !counts || len(c.qs) > 0 && !did || sign == 0 {
		return false
	}
	for _, q := range c.qs {
		q.used = true
	}
	year := c.facts.Newest(t, facts.FaceValue, facts.Own)
	w := c.facts.Ranked(t, year, sign, many+1)
	if o.family {
		w = c.facts.ManyBeyond(t, year, sign, many)
	}
	at := slices.IndexFunc(c.items, func(x *lex.Item) bool { return x.Class == language.IsSubject })
	cl := c.tell(saysRank, c.items[at], t, facts.Own, []facts.Way{w})
	cl.Comparator = itoa(many) + " " + o.word.Text
	return true
}
