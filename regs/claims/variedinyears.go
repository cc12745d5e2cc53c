package claims

import (
	"slices"

	"apr/regs/claims/facts"
	"apr/regs/claims/language"
	"apr/regs/claims/lex"
)

// variedInYears reads the over- or underspends of several years in a list: "every overspend has been larger than the last: £0.4m,
// £0.7m, £0.9m and now £1.6m". Amounts of such a list that aren't of the last years are left.
func (s *statement) variedInYears() {
	if s.lacks(language.IsFace) || len(s.all) > 0 || s.locality != "" || s.reader.money != nil || s.negated() || s.unsureMood() {
		return
	}
	total := s.total
	sign, several := 0, false
	for i := 0; i < len(s.items); i++ {
		it := &s.items[i]
		several = several || it.Class == language.IsRow || it.Class == language.IsEach || it.Text == "every" || it.Text == "each" || it.Class == language.IsFace && it.Face == facts.FaceVariance && language.LastWord(it.Text) == "overspends"
		if it.Class == language.IsFace && it.Face == facts.FaceVariance && it.N != 0 {
			sign = it.N
		}
		if it.Class == language.IsArea && it.Area != facts.Own || it.Class == language.IsUnknown {
			return
		}
		if sign == 0 || !several || !lex.PlainAmount(it) {
			continue
		}
		list := s.amountsListed(i)
		last := list[len(list)-1]
		if len(list) > 2 && total != nil {
			s.holdYears(list, total, sign)
		}
		i = last
	}
}

// endsAt reports whether a statement ends before item i, or says there that the amounts before it are of one year each.
func (s *statement) endsAt(i int) bool {
	for i < len(s.items) && slices.Contains([]string{"in", "turn", "in turn", "respectively"}, s.items[i].Text) {
		i++
	}
	return i >= len(s.items) || s.items[i].Class == language.IsMark || s.items[i].Class == language.IsBreak
}

// amountsListed are the amounts of a list that begins with that at item i, with nothing between them but commas and words of
// time.
func (s *statement) amountsListed(i int) []int {
	list := []int{i}
	for i++; i < len(s.items); i++ {
		switch it := &s.items[i]; {
		case lex.PlainAmount(it):
			list = append(list, i)
		case it.Class == language.IsMark && it.Word == ",", slices.Contains([]string{"and", "then", "now", "and then", "finally", "by"}, it.Text), s.now(it):
		default:
			return list
		}
	}
	return list
}

// holdYears holds the amounts of a list against the over- or underspends of the last years, one behind the other, where all
// but one at most are these. Else nothing is said of them.
func (s *statement) holdYears(list []int, total *facts.Thing, sign int) {
	n, right := len(list), 0
	for k, i := range list {
		v, ok := s.facts.At(total, facts.FaceVariance, facts.Own, s.facts.Year-n+1+k)
		if ok && v.Exact.Sign() == sign && s.endsAt(list[n-1]+1) && s.facts.Level(total, facts.FaceVariance, facts.Own, s.facts.Year-n+1+k, s.items[i].Q).Truth == facts.Yes {
			right++
		}
	}
	for _, cl := range s.claims {
		if cl.Verdict == Contradicted && right < n-1 && slices.ContainsFunc(list, func(i int) bool { return s.passage.Text.At(s.items[i].Start) == cl.At }) {
			cl.Unsure("it is one of a list, and it isn't said of which years these are")
		}
	}
	if right < n-1 {
		return
	}
	s.takeOver(list[0], list[n-1])
	for k, i := range list {
		s.holdVaried(&s.items[i], total, s.facts.Year-n+1+k, sign)
	}
}

// variedInRow reads in how many years in a row, by the word at r, more or less was spent than planned.
func (c *clause) variedInRow(things []*facts.Thing, years []int, sign, i, r int) bool {
	word := c.items[i]
	n, _ := c.yearsOfRun(r, things[0], facts.FaceVariance, facts.Own)
	if c.not && c.has(language.IsNot) < i {
		sign = -sign // "did not stay within our budget"
	}
	if n > 0 && (!c.not || c.has(language.IsNot) < i) {
		if len(c.qs) == 1 && c.qs[0].i < r {
			c.variedSizes(things, years, sign, word, false) // "the overspend of £1.6m is the third in succession"
		}
		w := c.longer(c.facts.Spent(things[0], years[0], n, sign), c.facts.Spent(things[0], years[0], n+1, sign), r, n, variedCalled(sign))
		cl := c.tell(saysRun, word, things[0], facts.Own, []facts.Way{w})
		cl.Comparator = word.Text
	}
	return n > 0
}
