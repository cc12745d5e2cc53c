package claims

import (
	"math/big"
	"slices"
	"strings"

	"apr/internal/source"
	"apr/regs/claims/exact"
	"apr/regs/claims/facts"
	"apr/regs/claims/language"
	"apr/regs/claims/lex"
)

// This file counts the years' over- and underspends: "two of our four overspends since 2022/23 exceeded £1m", "only one overspend of
// the six years was larger", "the four overspends since 2022/23 amount to £5.1m", "has overspent in every year since", "our fourth in
// a row".

// variedCounted holds what the sentence says so of the board's own over- and underspends.
func (s *statement) variedCounted() {
	if !s.variedOnlyAll() {
		return
	}
	for i := range s.items {
		it := &s.items[i]
		if it.Class == language.IsFace && it.Face == facts.FaceVariance && it.N != 0 {
			if lex.SeveralVaried(it) {
				s.beyondAmount(i)
				s.addedVaried(i)
			}
			s.manyLarger(i)
		}
		s.yearsCounted(i)
		s.firstYearsVaried(i)
		s.yearsSince(i)
		s.ordinalInRow(i)
	}
}

// variedYearsIn are the years up to the reporting year that the words from item i on name, "since 2022/23" or "of the last four years",
// and the item behind them. Without such words they are all years that the data have.
func (s *statement) variedYearsIn(i int) (since, next int) {
	switch {
	case s.itemIs(i, language.IsRole) && s.items[i].Role == "since" && s.itemIs(i+1, language.IsPeriod) && s.items[i+1].Known && !s.items[i+1].Calendar:
		return s.items[i+1].Year, i + 2
	case s.itemIs(i, language.IsPeriod) && s.items[i].Word == "over" && !strings.Contains(s.items[i].Text, "first") && s.items[i].Year > 1:
		return s.facts.Year - s.items[i].Year + 1, i + 1
	}
	return s.facts.First, i
}

// wholeNumber is the number of things at item i, 0 where there is none.
func (s *statement) wholeNumber(i int) int {
	if i < 0 || !s.itemIs(i, language.IsQuantity) {
		return 0
	}
	if q := s.items[i].Q; q.IsWhole() && !q.Hedged && q.Ref == nil && q.Value.Num().Int64() < 30 {
		return int(q.Value.Num().Int64())
	}
	return 0
}

// variedFrom are the over- or underspends of a sign from a year on, nil where one isn't known.
func (s *statement) variedFrom(since, sign int) (list []facts.Value, evidence []source.Related) {
	for y := since; y <= s.facts.Year; y++ {
		v, ok := s.facts.At(s.total, facts.FaceVariance, facts.Own, y)
		if !ok {
			return nil, nil
		}
		if v.Exact.Sign() == sign {
			list, evidence = append(list, v), append(evidence, facts.Proof(v, y)...)
		}
	}
	return list, evidence
}

// beyondAmount reads how many of the over- or underspends at v were beyond an amount: "all but one of our four overspends since
// 2022/23 exceeded £1m".
func (s *statement) beyondAmount(v int) {
	since, k := s.variedYearsIn(v + 1)
	for s.text(k) == "were" || s.text(k) == "was" || s.text(k) == "came to" || s.text(k) == "have" {
		k++
	}
	sign, end, limit := s.limitAt(k)
	if sign == 0 || !s.saysNoMore(end+1) {
		return
	}
	of := v - 1
	all := s.wholeNumber(of)
	if all > 0 {
		of--
	}
	for of >= 0 && (s.text(of) == "the" || s.text(of) == "our" || s.text(of) == "these" || s.text(of) == "those") {
		of--
	}
	n := s.wholeNumber(of - 1)
	if s.text(of) != "of" || n == 0 {
		return
	}
	start := of - 1
	but := s.text(start-1) == "all but"
	if but || s.text(start-1) == "only" || s.text(start-1) == "just" {
		start--
	}
	list, evidence := s.variedFrom(since, s.items[v].N)
	if start > 0 && !s.saysNoMore(start-1) || len(list) == 0 || all > 0 && all != len(list) {
		return
	}
	if but {
		n = len(list) - n
	}
	count, either := 0, 0
	for _, x := range list {
		size := exact.Abs(x.Exact)
		if exact.Abs(new(big.Rat).Sub(size, limit)).Cmp(exact.Rat(50_000, 1)) < 0 {
			either++ // texts give it in hundreds of thousands
		} else if size.Cmp(limit) == sign {
			count++
		}
	}
	w := facts.Way{Year: s.facts.Year, Truth: facts.TruthOf(n >= count && n <= count+either), Expected: itoa(count) + " of " + itoa(len(list)), Evidence: evidence}
	s.takeOver(start, end)
	s.tellAt(saysCount, &s.items[of-1], s.total, facts.Own, w).Comparator = s.items[end].Text
}

// limitAt is on which side of which amount the words from item k on set something, "exceeded £1m" or "below £0.5m", and the item of
// the amount; sign is 0 where they don't.
func (s *statement) limitAt(k int) (sign, end int, limit *big.Rat) {
	if s.itemIs(k, language.IsBeside) && k+1 < len(s.items) && lex.PlainAmount(&s.items[k+1]) && !s.items[k+1].Q.Hedged {
		return s.items[k].N, k + 1, s.items[k+1].Q.Value
	}
	if k < len(s.items) && lex.PlainAmount(&s.items[k]) {
		switch s.items[k].Q.Hedge {
		case facts.Over:
			return 1, k, s.items[k].Q.Value
		case facts.Under:
			return -1, k, s.items[k].Q.Value
		}
	}
	return 0, k, nil
}

// manyLarger reads how many over- or underspends were larger or smaller than this year's: "only one overspend of the six years was larger".
func (s *statement) manyLarger(v int) {
	n := s.wholeNumber(v - 1)
	since, k := s.variedYearsIn(v + 1)
	if n == 0 || s.text(k) != "was" && s.text(k) != "were" || !s.itemIs(k+1, language.IsMove) || !s.items[k+1].Adj || s.items[k+1].Judge || !s.saysNoMore(k+2) || s.text(k+2) == "with" || s.itemIs(k+2, language.IsVersus) {
		return
	}
	if v >= 2 && s.text(v-2) != "only" && s.text(v-2) != "just" && !s.saysNoMore(v-2) {
		return
	}
	now, ok := s.facts.At(s.total, facts.FaceVariance, facts.Own, s.facts.Year)
	list, evidence := s.variedFrom(since, s.items[v].N)
	if !ok || now.Exact.Sign() != s.items[v].N || len(list) == 0 {
		return
	}
	count := 0
	for _, x := range list {
		if x.Exact != now.Exact && facts.SameShown(x, now) {
			return
		}
		if exact.Abs(x.Exact).Cmp(exact.Abs(now.Exact)) == s.items[k+1].N {
			count++
		}
	}
	w := facts.Way{Year: s.facts.Year, Truth: facts.TruthOf(count == n), Expected: itoa(count) + " of " + itoa(len(list)), Evidence: evidence}
	s.takeOver(v-1, k+1)
	s.tellAt(saysCount, &s.items[v-1], s.total, facts.Own, w).Comparator = s.items[k+1].Text
}

// addedVaried reads what the over- or underspends at v come to together: "the four overspends since 2022/23 amount to £5.1m".
func (s *statement) addedVaried(v int) {
	behind := v + 1
	if s.itemIs(behind, language.IsRow) {
		behind++ // "four deficits in a row"
	}
	since, k := s.variedYearsIn(behind)
	if k == behind {
		since = 0
	}
	n := v - 1
	if s.itemIs(n, language.IsRow) {
		n--
	}
	if all := s.wholeNumber(n); all > 1 && since == 0 {
		since = s.facts.Year - all + 1
	}
	for s.text(k) == "have" || s.text(k) == "now" || s.text(k) == "together" || s.itemIs(k, language.IsTogether) {
		k++
	}
	adds := slices.Contains([]string{"amount", "amounted", "come", "came", "add", "added", "add up", "added up", "sum", "total", "totalled", "reached", "cost", "make", "gives", "makes"}, s.text(k))
	for k++; s.text(k) == "up" || s.text(k) == "to" || s.text(k) == "us" || s.itemIs(k, language.IsHedge); k++ {
	}
	if !adds || since == 0 || k >= len(s.items) || !lex.PlainAmount(&s.items[k]) || !s.saysNoMore(k+1) && !s.itemIs(k+1, language.IsTogether) && s.text(k+1) != "in all" && s.text(k+1) != "altogether" {
		return
	}
	sums := map[bool]*big.Rat{}
	var evidence []source.Related
	for _, later := range []bool{false, true} { // "since" may leave its own year out
		from := since
		if later {
			from++
		}
		list, proof := s.variedFrom(from, s.items[v].N)
		if len(list) == 0 {
			return
		}
		sum := new(big.Rat)
		for _, x := range list {
			sum.Add(sum, exact.Abs(x.Exact))
		}
		if sums[later] = sum; !later {
			evidence = proof
		}
	}
	in := s.items[k].Q.In()
	fits := facts.Fits(in, facts.Value{Exact: sums[false]}) || s.itemIs(behind, language.IsRole) && facts.Fits(in, facts.Value{Exact: sums[true]})
	w := facts.Way{Year: s.facts.Year, Base: since, Truth: facts.TruthOf(fits), Expected: facts.DisplayOf(sums[false], facts.FaceSpend) + " since " + facts.YearName(since), Evidence: evidence}
	s.takeOver(max(n, 0), k)
	cl := s.tellAt(saysVariance, &s.items[k], s.total, facts.Own, w)
	cl.Quantity, cl.Unit = s.items[k].Q.Bounds(), facts.Pounds
}

// yearsCounted reads "two of the last six years ended with an underspend".
func (s *statement) yearsCounted(i int) {
	n := s.wholeNumber(i)
	if n == 0 || !s.itemIs(i+1, language.IsPeriod) || s.items[i+1].Word != "over" || language.FirstWord(s.items[i+1].Text) != "of" || s.heldAt(&s.items[i]) {
		return
	}
	since, k := s.variedYearsIn(i + 1)
	for ; k < len(s.items) && s.items[k].Class != language.IsFace; k++ {
		if !slices.Contains([]string{"ended", "closed", "finished", "saw", "brought", "had", "were", "with", "in", "a", "an"}, s.items[k].Text) {
			return
		}
	}
	if k == i+2 || k >= len(s.items) || s.items[k].Face != facts.FaceVariance || s.items[k].N == 0 || !s.saysNoMore(k+1) {
		return
	}
	list, evidence := s.variedFrom(since, s.items[k].N)
	if _, ok := s.facts.At(s.total, facts.FaceVariance, facts.Own, since); !ok {
		return
	}
	w := facts.Way{Year: s.facts.Year, Truth: facts.TruthOf(n == len(list)), Expected: itoa(len(list)) + " of the " + itoa(s.facts.Year-since+1) + " years", Evidence: evidence}
	s.takeOver(i, k)
	s.tellAt(saysRun, &s.items[i], s.total, facts.Own, w).Comparator = s.items[k].Text
}

// yearsSince reads "the board has overspent in every year since" behind the year that it is since.
func (s *statement) yearsSince(i int) {
	it := &s.items[i]
	if it.Class != language.IsEach || it.Word != "since" || i == 0 || s.items[i-1].Class != language.IsFace || s.items[i-1].Face != facts.FaceVariance || s.items[i-1].N == 0 || !s.saysNoMore(i+1) || s.heldAt(&s.items[i-1]) {
		return
	}
	base := 0
	for k := range s.items[:i] {
		if x := &s.items[k]; x.Class == language.IsPeriod && !s.now(x) {
			if !x.Known || x.Calendar || base != 0 && x.Year != base+1 {
				return
			}
			base = x.Year
		}
	}
	if base == 0 || base >= s.facts.Year {
		return
	}
	sign := s.items[i-1].N
	w := s.facts.Spent(s.total, s.facts.Year, s.facts.Year-base, sign)
	s.takeOver(i-1, i)
	s.tellAt(saysRun, &s.items[i-1], s.total, facts.Own, w).Comparator = s.items[i-1].Text
}

// firstYearsVaried takes back what was held of the reporting year where the words are of the first of several years: "having underspent
// in each of the first two years". Which those are isn't said.
func (s *statement) firstYearsVaried(i int) {
	if s.text(i) != "first" || !s.itemIs(i+1, language.IsPeriod) || s.items[i+1].Word != "over" {
		return
	}
	for k := i - 1; k >= 0 && s.items[k].Class != language.IsMark; k-- {
		if x := &s.items[k]; x.Class == language.IsFace && x.Face == facts.FaceVariance {
			s.unsureAt("it isn't said which years the first are", []int{k})
		}
	}
}

// ordinalInRow reads which over- or underspend in a row this year's is: "an overspend of £2.8m, our fourth in a row", "the fourth
// consecutive overspend".
func (s *statement) ordinalInRow(i int) {
	it := &s.items[i]
	if it.Class != language.IsPlain || it.Ordinal < 2 || it.Ordinal > 30 || i == 0 || s.text(i-1) != "the" && s.text(i-1) != "our" && s.text(i-1) != "a" || slices.ContainsFunc(s.claims, func(cl *Claim) bool { return cl.Measure == saysRun && cl.Verdict != Unread }) {
		return
	}
	face, row, end := -1, -1, i+1
words:
	for ; end < len(s.items) && (face < 0 || row < 0); end++ {
		switch x := &s.items[end]; {
		case x.Class == language.IsRow && row < 0:
			row = end
		case x.Class == language.IsFace && x.Face == facts.FaceVariance && x.N != 0 && face < 0:
			face = end
		default:
			break words
		}
	}
	if row < 0 || !s.saysNoMore(end) || s.text(end) == "when" {
		return
	}
	sign := 0
	for k := range s.items[:end] {
		if x := &s.items[k]; x.Class == language.IsPeriod && !s.now(x) {
			return // it may be another year's
		} else if x.Class == language.IsFace && x.Face == facts.FaceVariance && x.N != 0 && k != face {
			if sign != 0 && sign != x.N && face < 0 {
				return
			}
			sign = x.N
		} else if x.Class == language.IsMove && !x.Adj {
			return // it may be the fourth rise
		}
	}
	if face >= 0 {
		sign = s.items[face].N
	}
	if sign == 0 {
		return
	}
	n := int(it.Ordinal)
	w := s.facts.Spent(s.total, s.facts.Year, n, sign)
	if more := s.facts.Spent(s.total, s.facts.Year, n+1, sign); w.Truth == facts.Yes && more.Truth == facts.Yes {
		w.Truth, w.Expected, w.Evidence = facts.No, variedCalled(sign)+" in more than "+itoa(n)+" years in a row", more.Evidence
	}
	s.takeOver(i-1, end-1)
	s.tellAt(saysRun, it, s.total, facts.Own, w).Comparator = "in a row"
}
