package sums

import (
	"slices"
	"strings"

	"apr/regs/claims/claim"
	"apr/regs/claims/exact"
	"apr/regs/claims/facts"
	"apr/regs/claims/language"
)

// This file holds a sum against amounts of which each stands with its name before it: "Delegated services cost £90.3m,
// set-aside services £16.8m and hosted services £1.6m, which comes to £108.7m in all".

const (
	// unlikeAddends are words by which an amount is one that another is compared with, or a part of one.
	unlikeAddends = ` than every against budget budgets budgeted plan plans planned up down rise rose fall fell more less fewer compared including includes included include excluding except minus
 each apiece overlap overlaps overlapping respectively average per whom versus beside not without unlike but if should would could may might `
	// leadsToSum may stand between the last amount and their sum.
	leadsToSum = ` which these they that this it those together between them altogether in all make makes made making up total totals totalling totalled come comes came coming to add adds added adding
 a the sum of is was are were or and amount amounts amounted amounting give gives giving we arrive arrives arrived at reach reaches reached so both bring brings brought bringing bill equal equals equalling
 took take takes taking cost costs costing account accounts accounted accounting for absorbed spent used i.e being grand combined overall taken `
	// hedgesOfSum may stand before it.
	hedgesOfSum = ` about around almost nearly some roughly approximately just over under more less than `
	// saysSum are the words of these that say that it is a sum.
	saysSum = ` together altogether total totals totalling totalled sum combined taken make makes making `
	// behindSum may stand behind it up to the end of its clause.
	behindSum = ` of this that the our its year spending expenditure money in all total between them altogether together told for across matter heading outlay spend combined `
)

// behindParts begin what is said behind the last part of a sum: ", so that the health board accounted for 56%".
const behindParts = ` so which of with while although though whereas leaving but where because as since `

// namedAddUp finds each sum and the amounts that are listed before it.
func (c *sums) namedAddUp() {
	first := 0 // the token from which on amounts may be of the next sum
	for i := range c.ts {
		if !c.addsPounds(i) {
			continue
		}
		end, mark, said := c.leadOfSum(i)
		if end < 0 || !c.endsSum(i, &said) || !said || c.text(mark) == "(" && !c.has(mark, i+3, "together", "combined", "them") {
			continue
		}
		list := c.addends(first, end, mark)
		if len(list) < 2 || c.ofAnotherNumber(i, len(list)) {
			continue
		}
		if !c.toldAt(i) && !c.isAnyOf(list, i) && !(c.ofMore(end, i) && (c.isWhole(i) || c.has(end, i, "we", "it") && c.has(end, i, "spent", "cost", "costs", "used", "took") || c.has(first, i, "largest", "biggest", "highest", "longest", "smallest", "lowest", "shortest", "most", "least"))) {
			c.holdSum(list, i)
		}
		first = i + 1
	}
	c.madeUp()
}

// madeUp holds an amount against its parts that are listed behind it: "The £250.4m that was spent was made up of £160.6m by
// NHS Moorland and £89.8m by the council".
func (c *sums) madeUp() {
	at := -1
	for i := range c.ts {
		if c.text(i) == "made" && c.text(i+1) == "up" && c.text(i+2) == "of" || language.Among(" consist consists consisted consisting composed ", c.text(i)) && c.text(i+1) == "of" || language.Among(" comprises comprised comprising ", c.text(i)) {
			at = i
		}
	}
	if at < 0 || c.has(0, len(c.ts), "mainly", "mostly", "largely", "chiefly", "partly", "among", "half", "third", "quarter") {
		return
	}
	total := -1
	for i := range at {
		if c.ts[i].Kind == language.NumberToken && c.ts[i].Q.Unit == facts.Pounds {
			if total >= 0 || !c.addsPounds(i) {
				return
			}
			total = i
		}
	}
	end := at
	for end < len(c.ts) && !slices.Contains([]string{";", ":", "–"}, c.text(end)) && !(c.text(end) == "," && language.Among(behindParts, c.text(end+1))) {
		end++
	}
	first := at
	for first < end && !c.amount(first) {
		first++
	}
	list := c.addends(first, end, end)
	if total < 0 || len(list) < 2 || c.toldAt(total) || !c.has(list[len(list)-2], list[len(list)-1], "and") {
		return
	}
	if !c.isAnyOf(list, total) {
		c.holdSum(list, total)
	}
}

// addsPounds reports whether the token at i is an amount of money that can be added up.
func (c *sums) addsPounds(i int) bool { return c.addend(i) && c.ts[i].Q.Unit == facts.Pounds }

// toldAt reports whether a sum was told at a token.
func (c *sums) toldAt(i int) bool {
	at := c.passage.Text.At(c.ts[i].Start)
	return slices.ContainsFunc(c.claims, func(cl *claim.Claim) bool { return cl.Measure == claim.SaysArithmetic && cl.At == at })
}

// leadOfSum goes back from an amount over the words that lead to a sum and gives the tokens behind the last amount before
// them and behind its name, -1 where other words stand there; said is true where one of them says that it is a sum.
func (c *sums) leadOfSum(i int) (end, mark int, said bool) {
	k := i - 1
	for ; k > 0 && c.leadsToSum(k); k-- {
		said = said || language.Among(saysSum, c.text(k)) || c.text(k) == "up" && language.Among(" add adds adding added ", c.text(k-1)) || c.text(k) == "them" && c.text(k-1) == "between" || c.text(k) == "all" && c.text(k-1) == "in" ||
			c.text(k) == "which" && language.Among(" come comes came ", c.text(k+1))
	}
	if first := c.text(k + 1); !said && first != "and" && first != "or" && first != "for" && k+1 < i {
		said = c.has(0, 2, "together") || c.text(0) == "between" && c.text(1) == "them" || c.has(0, 4, "add", "adding")
	}
	if c.amount(k) || c.text(k) == ")" && c.amount(k-1) {
		return k + 1, k + 1, said
	}
	mark = k
	if !slices.Contains([]string{",", ";", ":", "–", "("}, c.text(k)) {
		return -1, -1, false
	}
	// The name of the last amount, or what it was for, may stand behind it.
	for k--; k > 0 && !c.amount(k); k-- {
		if c.ts[k].Kind == language.MarkToken && c.text(k) != ")" && !(c.text(k) == "(" && c.ts[k+1].Kind == language.NumberToken && c.ts[k+1].Q.Unit == facts.Percent) || c.text(k) == "is" || c.text(k) == "are" || c.text(k) == "was" || c.text(k) == "were" {
			return -1, -1, false
		}
	}
	return k + 1, mark, said
}

// ofMore reports whether the words from a token up to the sum at i, and those behind it, may say that it is the sum of more than
// what is listed: "the longest is other health care at £116.4m, the shortest support for carers at £2.9m; the total is £250.4m".
func (c *sums) ofMore(from, i int) bool {
	return !c.has(from, i+5, "together", "add", "adds", "adding", "sum", "make", "makes", "making", "which", "these", "they", "this", "that", "them", "both", "combined")
}

// isWhole reports whether the amount at i is what was spent or planned in all, or spent on one of the parts of all.
func (c *sums) isWhole(i int) bool {
	return slices.ContainsFunc(c.facts.Things, func(t *facts.Thing) bool {
		return t.Kind == facts.Money && (t.Group == "" || t.Group == "matter" || t.Group == "partner" || t.Group == "locality" || t.Group == "funding") &&
			(c.facts.Level(t, facts.FaceSpend, facts.Own, c.facts.Year, c.ts[i].Q).Truth == facts.Yes || t.ID == "total" && c.facts.Level(t, facts.FacePlan, facts.Own, c.facts.Year, c.ts[i].Q).Truth == facts.Yes)
	})
}

// leadsToSum reports whether the word at token k may stand between the last amount and their sum.
func (c *sums) leadsToSum(k int) bool {
	switch w := c.text(k); {
	case c.ts[k].Kind == language.NumberToken:
		return c.ts[k].Q.InWords && c.text(k-1) == "the" // "the sum of the two"
	case c.ts[k].Kind != language.WordToken:
		return false
	case language.Among(" health social care ", w): // "the total for health is"
		return language.Among(" for of health social ", c.text(k-1))
	case language.Among(hedgesOfSum, w):
		return true
	default:
		return language.Among(leadsToSum, w)
	}
}

// endsSum reports whether nothing stands behind the sum at i, up to the end of its clause, that narrows it.
func (c *sums) endsSum(i int, said *bool) bool {
	for i++; i < len(c.ts); i++ {
		switch {
		case c.ts[i].Kind == language.MarkToken:
			return c.text(i) != "("
		case c.numberInWords(i) > 1 && (c.text(i-1) == "the" || c.text(i-1) == "all") && (i+1 == len(c.ts) || c.ts[i+1].Kind == language.MarkToken):
			*said = true // "which makes £29.8m for the three"
			continue
		case c.ts[i].Kind != language.WordToken || !language.Among(behindSum, c.text(i)) && !c.namesAmount(i):
			return false
		}
		switch w := c.text(i); {
		case w == "altogether", w == "together", w == "them" && c.text(i-1) == "between", w == "all" && c.text(i-1) == "in", w == "told" && c.text(i-1) == "all", w == "total" && c.text(i-1) == "in":
			*said = true
		}
	}
	return true
}

// numberInWords is how many a word counts, 0 where it counts none: "the three", "both".
func (c *sums) numberInWords(i int) int64 {
	if t := &c.ts[i]; t.Kind == language.NumberToken && t.Q.InWords && t.Q.IsWhole() && !t.Q.Hedged {
		return t.Q.Value.Num().Int64()
	}
	return 0
}

// ofAnotherNumber reports whether a sum at token i is said to be that of another number of things than there are amounts: "£29.8m for
// the four".
func (c *sums) ofAnotherNumber(i, amounts int) bool {
	for i++; i < len(c.ts) && c.ts[i].Kind != language.MarkToken; i++ {
		if n := c.numberInWords(i); n > 0 && n != int64(amounts) {
			return true
		}
	}
	return false
}

// namesAmount reports whether the token at i is of the name of what the sum is a part of: "of this spending".
func (c *sums) namesAmount(i int) bool {
	return language.Among(" other social health care services ", c.text(i)) && language.Among(" of this the our other social health care on for all ", c.text(i-1))
}

// addends are the amounts from one token up to another, nil where words between them, or behind them up to the mark, say that
// some are of something else.
func (c *sums) addends(from, to, mark int) (list []int) {
	over, under := false, false
	for k := from; k < mark; k++ {
		w := c.text(k)
		switch t := &c.ts[k]; {
		case w == "budget" && (c.text(k-1) == "over" || c.text(k-1) == "under"): // which all of them are
		case t.Kind == language.ReferenceToken, w == "from" && c.amount(k+1), language.Among(unlikeAddends, w) && !(w == "if" && c.text(k+2) == "add"), w == "which" && c.text(k-1) == "of", w == "it" && c.text(k-1) == "of", w == "them" && c.text(k-1) == "of", w == "over" && c.text(k+1) == "and" && c.text(k+2) == "above":
			return nil
		case t.Kind == language.NumberToken && t.Q.Unit == facts.Pounds && k < to:
			if !c.addsPounds(k) {
				return nil
			}
			if c.text(k-1) == "of" && c.text(k-2) == "out" || (c.text(k-1) == "the" || c.text(k-1) == "our") && c.text(k-2) == "of" || c.text(k-1) == "of" && k == from+1 {
				return nil // the whole
			}
			list = append(list, k)
		case t.Kind == language.NumberToken && !t.Q.InWords && t.Q.Unit != facts.Percent && t.Q.Unit != facts.Bare:
			return nil
		}
		side := k+1 == mark || c.text(k+1) == "budget" || c.ts[k+1].Kind == language.MarkToken || c.text(k+1) == "and"
		over, under = over || strings.HasPrefix(w, "overspen") || w == "over" && side, under || strings.HasPrefix(w, "underspen") || w == "under" && side
	}
	if over && under {
		return nil // what is left of both may be meant
	}
	for n := 1; n < len(list); n++ {
		if !c.has(list[n-1]+1, list[n], "and", "with", "plus", "to", "while", "another", "further") && !slices.ContainsFunc(c.ts[list[n-1]+1:list[n]], func(t language.Token) bool { return t.Kind == language.MarkToken && (t.Text == "," || t.Text == ";") }) {
			return nil
		}
	}
	return list
}

// isAnyOf reports whether the figure at a token is the sum of the listed amounts or of the last of them, and tells it.
func (c *sums) isAnyOf(list []int, total int) bool {
	q := c.underHedge(total)
	for n := 0; n+1 < len(list) && (n == 0 || total > list[0]) && q != nil; n++ {
		if low, high := c.sumOf(list[n:]); low != nil && q.In().Meets(exact.Interval{Low: low, High: high}) {
			c.tellSum(list[n:], total)
			return true
		}
	}
	return false
}
