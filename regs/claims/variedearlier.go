package claims

import (
	"slices"

	"apr/regs/claims/exact"
	"apr/regs/claims/facts"
	"apr/regs/claims/language"
	"apr/regs/claims/lex"
)

// This file reads the over- and underspends of earlier years, each with its year, that stand beside this year's or by themselves:
// "the overspend compares with one of £0.7m in 2024/25", "having closed 2021/22 with an underspend of £1.1m, …", "beginning with
// £0.4m in 2022/23".

// variedOnlyAll reports whether all over- and underspends of the sentence are the board's own, as far as its words go.
func (s *statement) variedOnlyAll() bool {
	if s.total == nil || s.lacks(language.IsFace) || len(s.all) > 0 || s.locality != "" || s.reader.money != nil || s.asked || s.negated() || s.unsureMood() {
		return false
	}
	if last := s.reader.last; last != nil && last.Kind == facts.Money && last.ID != "total" {
		return false
	}
	return !language.AnyOf(s.items, func(x *lex.Item) bool {
		return x.Class == language.IsArea && x.Area != facts.Own || x.Demoted ||
			x.Class == language.IsUnknown && !slices.Contains([]string{"beginning", "starting", "widest", "equals", "occasions", "represents", "general", "reserve", "reserves"}, x.Text)
	})
}

// earlierAmount is an over- or underspend of one year: the items of its words, its amount, -1 where it has none, its year and its
// sign.
type earlierAmount struct{ start, end, amount, year, sign int }

// variedEarlier holds the over- and underspends of the sentence that have a year of their own.
func (s *statement) variedEarlier() {
	if !s.variedOnlyAll() {
		return
	}
	var found []earlierAmount
	var open []int // amounts without a year
	sign := 0
	for i := range s.items {
		it := &s.items[i]
		if it.Class == language.IsFace && it.Face == facts.FaceVariance && it.N != 0 {
			if sign = it.N; s.closedWith(i) > 0 {
				found = append(found, earlierAmount{i, i, -1, s.closedWith(i), sign})
			}
		}
		if !lex.PlainAmount(it) || sign == 0 {
			continue
		}
		e := earlierAmount{amount: i, sign: sign}
		var told bool
		if e.start, e.sign, told = s.toldVaried(i, sign, found, len(open) > 0); !told {
			continue
		}
		if e.year, e.end = s.yearBehind(i); e.year == 0 {
			if e.year, e.end = s.closedWith(e.start), i; e.year == 0 {
				e.year, e.start = s.yearBetween(e.start, i)
			}
		}
		switch {
		case e.year == 0 && e.start >= 0:
			open = append(open, i)
		case e.year > 0 && s.saysNoMore(e.end+1):
			found = slices.DeleteFunc(found, func(f earlierAmount) bool { return f.amount < 0 && f.end >= e.start })
			found = append(found, e)
		}
	}
	s.holdEarlier(found, open, sign)
}

// holdEarlier holds the amounts that were found, and this year's beside them, which clauses take for one of those years.
func (s *statement) holdEarlier(found []earlierAmount, open []int, sign int) {
	if !slices.ContainsFunc(found, func(e earlierAmount) bool { return e.year < s.facts.Year }) {
		return
	}
	for _, e := range found {
		v, ok := s.facts.At(s.total, facts.FaceVariance, facts.Own, e.year)
		if !ok || e.amount >= 0 && s.items[e.amount].Q.Value.Cmp(exact.Mul(exact.Abs(v.Exact), exact.Rat(20, 1))) > 0 {
			continue // it isn't an over- or underspend
		}
		s.takeOver(e.start, e.end)
		if e.amount >= 0 {
			s.holdVaried(&s.items[e.amount], s.total, e.year, e.sign)
			continue
		}
		s.tellAt(saysVariance, &s.items[e.start], s.total, facts.Own, facts.Way{Year: e.year, Truth: facts.TruthOf(v.Exact.Sign() == e.sign), Expected: v.Display + " in " + facts.YearName(e.year), Evidence: facts.Proof(v, e.year)}).Comparator = s.items[e.start].Text
	}
	for _, i := range open {
		if s.facts.Level(s.total, facts.FaceVariance, facts.Own, s.facts.Year, s.items[i].Q).Truth == facts.Yes {
			s.takeOver(i, i)
			s.holdVaried(&s.items[i], s.total, s.facts.Year, s.signOf(i, sign))
		}
	}
}

// signOf is the sign of the last over- or underspend before item i.
func (s *statement) signOf(i, sign int) int {
	for k := i; k >= 0; k-- {
		if it := &s.items[k]; it.Class == language.IsFace && it.Face == facts.FaceVariance && it.N != 0 {
			return it.N
		}
	}
	return sign
}

// toldVaried reports whether the words before the amount at i say that it is an over- or underspend, and where they begin.
func (s *statement) toldVaried(i, sign int, found []earlierAmount, beside bool) (start, of int, told bool) {
	linked := false
	for k := i - 1; k >= 0; k-- {
		switch it := &s.items[k]; {
		case it.Class == language.IsFace && it.Face == facts.FaceVariance && it.N != 0:
			return k, it.N, linked
		case it.Text == "one":
			return k, sign, linked && k > 0
		case slices.Contains([]string{"beginning", "starting", "ending", "began", "started"}, it.Text):
			return k, sign, linked
		case it.Word == "," && k == i-1 && s.itemIs(k-1, language.IsFace) && s.text(i+1) == ",": // "our last surplus, £1.1m, was in 2021/22"
			linked = true
		case it.Class == language.IsVersus && k == i-1 && beside:
			return k, sign, true
		case (it.Text == "and" || it.Word == ",") && k == i-1 && len(found) > 0 && found[len(found)-1].end == k-1 && found[len(found)-1].amount >= 0:
			return k + 1, found[len(found)-1].sign, true
		case it.Class == language.IsRole && (it.Role == "of" || it.Role == "by" || it.Role == "from"), it.Text == "was", it.Text == "were", it.Text == "with", it.Text == "at":
			linked = true
		case it.Class == language.IsHedge, it.Text == "just", it.Text == "some", it.Text == "about", it.Text == "only":
		case linked && s.between(k):
		default:
			return 0, 0, false
		}
	}
	return 0, 0, false
}

// between reports whether the item at k belongs to a year that is set between commas: "our last surplus, in 2021/22, was £1.1m".
func (s *statement) between(k int) bool {
	it := &s.items[k]
	return it.Class == language.IsMark && it.Word == "," || it.Class == language.IsPeriod && it.Known && !it.Calendar || it.Class == language.IsRole && it.Role == "in" && s.itemIs(k+1, language.IsPeriod)
}

// yearBetween is the year between the word for an over- or underspend at start and the amount at i, 0 where there is none, and
// where the words begin.
func (s *statement) yearBetween(start, i int) (year, from int) {
	if !(s.itemIs(start, language.IsFace)) {
		return 0, start
	}
	for k := start + 1; k < i; k++ {
		if it := &s.items[k]; it.Class == language.IsPeriod && it.Known {
			year = it.Year
		}
	}
	return year, start
}

// yearBehind is the year right behind the amount at i, 0 where there is none, and the last item of the words for it.
func (s *statement) yearBehind(i int) (year, end int) {
	k, aside := i+1, ""
	if next := s.text(k + 1); k < len(s.items) && (s.items[k].Word == "(" || s.items[k].Word == "," && (next == "in" || next == "was" || next == "for")) {
		aside = s.items[k].Word
		k++
	}
	if s.text(k) == "was" && k > i+1 {
		k++
	}
	if k < len(s.items) && s.items[k].Class == language.IsRole && s.items[k].Role == "in" {
		k++
	}
	if !s.itemIs(k, language.IsPeriod) || aside == "(" && s.text(k+1) != ")" || aside == "," && k+1 < len(s.items) && s.items[k+1].Class != language.IsMark {
		return 0, i // "in 2023/24 by £1.1m, in 2024/25 by £0.7m"
	}
	switch it := &s.items[k]; {
	case it.Known && !it.Calendar:
		return it.Year, k
	case !it.Known && it.Entry.Year > 0 && it.Word != "over" && it.Word != "onyear" && it.Word != "ago" && it.Word != "first":
		return s.facts.Year - it.Entry.Year, k
	case s.now(it):
		return s.facts.Year, k
	}
	return 0, i
}

// closedWith is the year that is said to have closed with the over- or underspend at k: "2021/22 closed with an underspend",
// "having closed 2021/22 with one". It is 0 where none is.
func (s *statement) closedWith(k int) int {
	with := false
	for k--; k >= 0; k-- {
		switch it := &s.items[k]; {
		case it.Text == "with" && !with:
			with = true
		case !with && slices.Contains([]string{"a", "an", "small", "slight", "modest", "large", "sizeable"}, it.Text):
		case with && slices.Contains([]string{"closed", "ended", "finished"}, it.Text) && s.itemIs(k-1, language.IsPeriod):
		case with && it.Class == language.IsPeriod && it.Known && !it.Calendar:
			return it.Year
		default:
			return 0
		}
	}
	return 0
}

// saysNoMore reports whether the words before item i end there, so that they are of nothing further.
func (s *statement) saysNoMore(i int) bool {
	if i >= len(s.items) {
		return true
	}
	it := &s.items[i]
	return it.Class == language.IsMark && it.Word != ":" || it.Class == language.IsBreak || it.Is(facts.Own) || it.Class == language.IsSubject || it.Class == language.IsVersus ||
		slices.Contains([]string{"was", "were", "is", "the", "when"}, it.Text)
}
