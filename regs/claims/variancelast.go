package claims

import (
	"math/big"
	"slices"
	"strings"

	"apr/regs/claims/facts"
	"apr/regs/claims/language"
	"apr/regs/claims/lex"
)

// This file reads when a year last closed over or under budget, and what is said of one amount again of
// another: "so did care at home".

// toldLast reports whether the clause is of the last time that something was over or under budget, which
// lastVaried reads.
func (c *clause) toldLast() bool {
	if c.is(0, language.IsNot) && c.roleAt(1, "since") {
		return true // "Not since 2021/22 have we ended a year without an overspend"
	}
	i := slices.IndexFunc(c.items, func(x *lex.Item) bool {
		return x.Class == language.IsPlain && strings.HasPrefix(strings.TrimPrefix(x.Text, "the "), "last")
	})
	v := c.hasFace(facts.FaceVariance)
	return i >= 0 && v > i && len(c.qs) == 0 && language.AnyOf(c.statement.items, func(x *lex.Item) bool { return x.Class == language.IsPeriod && x.Known })
}

// lastVaried reads "the last year that closed without an overspend was 2021/22", "we last ended a year
// with an underspend in 2021/22".
func (s *statement) lastVaried() {
	if s.lacks(language.IsPeriod) {
		return
	}
	period, start := -1, 0
	for i := range s.items {
		it := &s.items[i]
		if it.Class == language.IsMark && (it.Word == ":" || it.Word == ";" || it.Word == "–") || it.Class == language.IsMark && it.Word == "," && lex.FirstSaid(s.items[start:i]) {
			start = i + 1
		}
		if it.Class == language.IsPeriod && it.Known {
			if period >= 0 {
				return
			}
			period = i
		}
	}
	if period < start || s.items[period].Calendar || s.unsureMood() || s.locality != "" || s.reader.money != nil {
		return
	}
	last, sign, not := false, 0, false
	for i := range s.items[start:] {
		it := &s.items[start+i]
		switch {
		case it.Class == language.IsFace && it.Face == facts.FaceVariance && it.N != 0 && sign == 0:
			sign = it.N
		case i == 0 && it.Class == language.IsNot && start+1 < len(s.items) && s.items[start+1].Role == "since":
			last = true
		case it.Class == language.IsNot && !not && sign == 0:
			not = true
		case strings.HasPrefix(strings.TrimPrefix(it.Text, "the "), "last") && (it.Class == language.IsPlain || it.Class == language.IsPeriod && !it.Known):
			last = true
		case it.Class == language.IsQuantity && it.Text == "one" && not && sign == 0:
			for k := range start {
				if x := &s.items[k]; x.Class == language.IsFace && x.Face == facts.FaceVariance && x.N != 0 {
					sign = x.N
				}
			}
			if sign == 0 {
				return
			}
		case it.Class == language.IsPlain && !it.Demoted, it.Class == language.IsPeriod, it.Class == language.IsRole, it.Class == language.IsSubject && it.Thing.Kind == facts.Money, it.Is(facts.Own), it.Class == language.IsStatus, it.Class == language.IsBreak && it.Text == "that":
		case it.Class == language.IsMark && it.Word == ",":
		default:
			return
		}
	}
	t := s.total
	if s.only != nil {
		t = s.only
	}
	if !last || sign == 0 || t == nil || t.Kind != facts.Money || len(s.all) > 1 {
		return
	}
	y := s.items[period].Year
	in := func(y int) (facts.Value, bool, bool) {
		v, ok := s.facts.At(t, facts.FaceVariance, facts.Own, y)
		return v, ok && (v.Exact.Sign() == sign) != not, ok
	}
	v, is, ok := in(y)
	if !ok {
		return
	}
	w := facts.Way{Year: y, Truth: facts.TruthOf(is), Expected: v.Display + " in " + facts.YearName(y), Evidence: facts.Proof(v, y)}
	for later := y + 1; later <= s.facts.Year; later++ {
		if o, is, _ := in(later); is && w.Truth == facts.Yes {
			w.Truth, w.Expected, w.Evidence = facts.No, o.Display+" in "+facts.YearName(later), facts.Proof(o, later)
		}
	}
	cl := s.tellAt(saysExtreme, &s.items[period], t, facts.Own, w)
	cl.Comparator = "the last year"
}

// soDid reads "so did care at home", "care at home did too", "day services did not", "as did hospital at home", "so, by rather more, did social work
// teams" behind what was over or under its budget.
func (s *statement) soDid() {
	for i := range s.items {
		if i > 0 && s.didToo(i) {
			return
		}
		end := s.didBehind(i)
		if end < 0 {
			continue
		}
		var same []*facts.Thing
		for k := end; k < len(s.items); k++ {
			it := &s.items[k]
			switch {
			case it.Class == language.IsSubject && it.Thing.Kind == facts.Money && it.Thing.Group == "service":
				same = append(same, it.Thing)
			case it.Class == language.IsBreak && it.Text == "and", it.Class == language.IsPlain && slices.Contains([]string{"the", "both", "too", "also", "and"}, it.Text):
			case it.Class == language.IsMark:
				k = len(s.items)
			default:
				return
			}
		}
		sign, before := s.variedBefore(i)
		if len(same) == 0 || sign == 0 {
			return
		}
		more := 0
		for k := i; k < end; k++ {
			if s.items[k].Class == language.IsMove && s.items[k].Adj {
				more = s.items[k].N
			}
		}
		for _, t := range same {
			s.holdSoDid(t, &s.items[end-1], sign, more, before)
		}
		return
	}
}

// didToo reads "; care at home did too" and "; day services did not" at i, at the end of the sentence. It reports
// whether the words are so.
func (s *statement) didToo(i int) bool {
	if s.items[i-1].Class != language.IsMark || i+3 != len(s.items) || s.items[i].Class != language.IsSubject || s.items[i].Thing.Kind != facts.Money || s.items[i+1].Text != "did" {
		return false
	}
	last := s.items[i+2].Text
	sign, before := s.variedBefore(i)
	t := s.items[i].Thing
	if last != "too" && last != "not" && last != "as well" || sign == 0 || t.Group != before[0].Group && s.serviceCalled(s.items[0].Text) == nil {
		return false
	}
	if last == "not" {
		sign = -sign
	}
	s.holdSoDid(t, &s.items[i+1], sign, 0, before)
	return true
}

// didBehind is the item behind "so did" or "as did" at i, -1 where those words aren't there.
func (s *statement) didBehind(i int) int {
	did := []string{"did", "was", "were", "has", "have", "had"}
	it := &s.items[i]
	if it.Text == "as did" || it.Text == "so did" || it.Text == "and so did" {
		return i + 1
	}
	if it.Text != "so" && it.Text != "and so" && it.Text != "as" {
		return -1
	}
	for k := i + 1; k < len(s.items) && k <= i+8; k++ {
		switch x := &s.items[k]; {
		case slices.Contains(did, x.Text):
			return k + 1
		case x.Class == language.IsMark && x.Word == ",", x.Class == language.IsPlain, x.Class == language.IsMove && x.Adj, x.Class == language.IsRole && x.Role == "by", x.Class == language.IsHedge:
		default:
			return -1
		}
	}
	return -1
}

// variedBefore are the services of which the sentence says before item i, in claims that are right, that
// each was over or under its budget, and which it was; 0 where it doesn't, or says both.
func (s *statement) variedBefore(i int) (sign int, named []*facts.Thing) {
	for k := range i {
		it := &s.items[k]
		switch {
		case it.Class == language.IsFace && it.Face == facts.FaceVariance && it.N != 0:
			if sign != 0 && sign != it.N {
				return 0, nil
			}
			sign = it.N
		case it.Class == language.IsNot, it.Class == language.IsPeriod && it.Known && it.Year != s.facts.Year, it.Class == language.IsMood:
			return 0, nil
		}
	}
	for _, cl := range s.claims {
		if t := s.things[cl.Subject]; t != nil && t.Group != "" && t.Kind == facts.Money && cl.Measure == saysVariance && cl.Verdict == Confirmed && !slices.Contains(named, t) {
			named = append(named, t)
		}
	}
	if len(named) == 0 {
		return 0, nil
	}
	return sign, named
}

// holdSoDid holds that an amount went over or under as those before did, and by more or less than each of
// them where more says so.
func (s *statement) holdSoDid(t *facts.Thing, carrier *lex.Item, sign, more int, before []*facts.Thing) {
	v, ok := s.facts.At(t, facts.FaceVariance, facts.Own, s.facts.Year)
	if !ok || slices.Contains(before, t) {
		return
	}
	if v.Exact.Sign() == 0 {
		return
	}
	w := facts.Way{Year: s.facts.Year, Truth: facts.TruthOf(v.Exact.Sign() == sign), Expected: v.Display, Evidence: facts.Proof(v, s.facts.Year)}
	for _, o := range before {
		if b, ok := s.facts.At(o, facts.FaceVariance, facts.Own, s.facts.Year); ok && more != 0 && new(big.Rat).Abs(v.Exact).Cmp(new(big.Rat).Abs(b.Exact)) == -more {
			w.Truth = facts.No
			w.Expected += ", and for " + o.Called() + " " + b.Display
		}
	}
	cl := s.tellAt(saysVariance, carrier, t, facts.Own, w)
	cl.Comparator = "so did"
}

// thanPlanned reports whether something is compared with what was planned: "£1.6m more was spent than had been planned".
func (c *clause) thanPlanned() bool {
	than := slices.IndexFunc(c.items, func(x *lex.Item) bool { return language.FirstWord(x.Text) == "than" })
	return than >= 0 && slices.ContainsFunc(c.items[than:], func(x *lex.Item) bool {
		return x.Class == language.IsFace && x.Face == facts.FacePlan || language.LastWord(x.Text) == "planned" || language.LastWord(x.Text) == "budgeted"
	})
}

// firstVariance reads "the first overspend since 2022/23", "the fourth overspend in six years"; it
// reports whether the clause counts over- or underspends so.
func (c *clause) firstVariance(t *facts.Thing, sign int, tm times) bool {
	at := slices.IndexFunc(c.items, func(x *lex.Item) bool { return x.Class == language.IsFace && x.Face == facts.FaceVariance })
	n := 0
	for k := at - 1; k >= 0 && c.items[k].Class == language.IsPlain; k-- {
		if c.items[k].Ordinal > 0 {
			n = int(c.items[k].Ordinal)
			break
		}
	}
	if n == 0 || c.not || sign == 0 || tm.base == nil && tm.over < 2 || c.has(language.IsRow, language.IsEach, language.IsExtreme, language.IsMove, language.IsTimes) >= 0 || len(c.subjects) > 0 {
		return false
	}
	last := c.facts.Year
	if tm.at != nil {
		last = c.resolve(t, facts.FaceVariance, tm.at)[0]
	}
	first := last - tm.over + 1
	if tm.base != nil {
		first = c.resolve(t, facts.FaceVariance, tm.base)[0] + 1
	}
	w := facts.Way{Year: last, Base: first}
	count := 0
	for y := first; y <= last; y++ {
		v, ok := c.facts.At(t, facts.FaceVariance, facts.Own, y)
		if !ok {
			return true // it isn't read
		}
		if v.Exact.Sign() == sign {
			count++
			w.Evidence = append(w.Evidence, facts.Proof(v, y)...)
		}
	}
	now, _ := c.facts.At(t, facts.FaceVariance, facts.Own, last)
	w.Truth = facts.TruthOf(count == n && now.Exact.Sign() == sign)
	what := map[int]string{-1: " overspends", 1: " underspends"}[sign]
	w.Expected = itoa(count) + what + " from " + facts.YearName(first) + " to " + facts.YearName(last)
	cl := c.tell(saysRun, c.items[at], t, facts.Own, []facts.Way{w})
	cl.Comparator = "place " + itoa(n) + " " + c.items[at].Text
	return true
}
