package claims

import (
	"math/big"
	"slices"

	"apr/regs/claims/exact"
	"apr/regs/claims/facts"
	"apr/regs/claims/language"
	"apr/regs/claims/lex"
)

// This file reads to what an over- or underspend is put down, amount by amount, and several that are given in turn.

// causeWords say that what they are with is what an over- or underspend comes from.
var causeWords = []string{"came", "comes", "coming", "arose", "arises", "arising", "due to", "driven by", "because of", "as a result of", "stemmed", "stems", "lay", "lies", "fell", "includes", "included", "including", "explain", "explains", "explained",
	"contributed", "contributes", "contributing", "added", "adds", "adding", "made up of", "was", "is"}

// beforeParts are those of them that aren't understood by themselves.
var beforeParts = []string{"includes", "included", "including", "explain", "explains", "explained", "contributed", "contributes", "contributing", "added", "adds", "adding", "rest", "elsewhere", "remainder", "driven", "bulk"}

// causes reads "the overspend of £2.8m came from care at home (£1.4m) and prescribing (£1.4m), among others", "the overspend
// was driven by care at home, at £1.4m, and hospital at home, at £0.6m", "prescribing added £1.4m to the overspend and
// telecare £0.2m".
func (s *statement) causes() bool {
	if s.lacks(language.IsFace) || len(s.all) == 0 || s.locality != "" || s.reader.money != nil || s.negated() || s.unsureMood() {
		return false
	}
	v, part := -1, -1
	linked := false
	var amounts, named []int
	for i := range s.items {
		it := &s.items[i]
		linked = linked || slices.Contains(causeWords, it.Text)
		switch {
		case it.Class == language.IsFace && it.Face == facts.FaceVariance && it.N != 0 && v < 0:
			if v = i; i == 0 || s.items[i-1].Text != "the" && s.items[i-1].Text != "our" {
				return false
			}
		case lex.PlainAmount(it):
			amounts = append(amounts, i)
		case s.partAt(i) != nil:
			named = append(named, i)
		case (it.Class == language.IsExtreme || it.Class == language.IsMove && it.Adj) && i+1 < len(s.items) && (s.items[i+1].Text == "part" || s.items[i+1].Text == "share") && v < 0:
			part = i
		case it.Text == "half", it.Text == "most", it.Text == "bulk", it.Text == "much":
			part = i
		case it.Class == language.IsPlain && !it.Demoted, it.Is(facts.Own), s.now(it), it.Class == language.IsMark && it.Word != ";" && it.Word != "–", it.Class == language.IsBreak && it.Text == "and", it.Class == language.IsHedge:
		case tiesPart(it):
		case it.Class == language.IsAside && slices.Contains(causeWords, it.Text), slices.Contains(beforeParts, it.Text):
		case it.Class == language.IsQuantity && it.Q.Unit == facts.Bare && it.Q.InWords && i+1 < len(s.items) && s.items[i+1].Text == "services":
		default:
			return false
		}
	}
	if v < 0 || !linked || len(named) == 0 {
		return false
	}
	whole := s.wholeVaried(v, amounts)
	if s.text(v+1) == "of" && s.itemIs(v+2, language.IsQuantity) {
		whole = v + 2 // "over half of the overspend of £2.8m"
	}
	if whole > v && s.items[v+1].Class == language.IsMark && (part >= 0 && part < v || s.items[0].Role == "of" && v < 3) {
		whole = -1 // "the larger part of the overspend, £1.9m, arose in …", "of the overspend, £1.4m was on …"
	}
	amounts = slices.DeleteFunc(amounts, func(i int) bool { return i == whole })
	first, ok := s.inPairs(amounts, named)
	if !ok || whole > first || part > v || !s.ofTheOverspend(v, first, max(amounts[len(amounts)-1], named[len(named)-1])) {
		return false
	}
	total, sign := s.total, s.items[v].N
	all, okAll := s.facts.At(total, facts.FaceVariance, facts.Own, s.facts.Year)
	if !okAll || all.Exact.Sign() != sign || whole >= 0 && !s.ofAllVaried(s.items[whole].Q, all, amounts) {
		return false
	}
	for k, i := range amounts {
		if s.ofSpending(s.partAt(named[k]), s.items[i].Q) {
			return false // "the overspend was driven by prescribing, at £24.9m"
		}
	}
	s.understood(0, len(s.items))
	s.takeOver(0, len(s.items)-1)
	if whole >= 0 {
		s.holdVaried(&s.items[whole], total, s.facts.Year, sign)
	}
	for k, i := range amounts {
		s.holdVaried(&s.items[i], s.partAt(named[k]), s.facts.Year, sign)
	}
	return true
}

// ofSpending reports whether an amount is what was spent on something or planned for it, and not its over- or underspend.
func (s *statement) ofSpending(t *facts.Thing, q *facts.Quantity) bool {
	if x, ok := s.facts.At(t, facts.FaceVariance, facts.Own, s.facts.Year); !ok || facts.Fits(q.In(), facts.Value{Exact: exact.Abs(x.Exact)}) {
		return false
	}
	for _, face := range []facts.Face{facts.FaceSpend, facts.FacePlan} {
		if x, ok := s.facts.At(t, face, facts.Own, s.facts.Year); ok && facts.Fits(q.In(), x) {
			return true
		}
	}
	return false
}

// ofAllVaried reports whether an amount is the whole over- or underspend of the year, right or wrong, and not that of a service or
// the sum of the parts.
func (s *statement) ofAllVaried(q *facts.Quantity, all facts.Value, parts []int) bool {
	is := facts.Value{Exact: exact.Abs(all.Exact)}
	if facts.Fits(q.In(), is) {
		return true
	}
	if q.Value.Cmp(exact.Mul(is.Exact, exact.Rat(2, 3))) < 0 || q.Value.Cmp(exact.Mul(is.Exact, exact.Rat(3, 2))) > 0 {
		return false
	}
	sum := new(big.Rat)
	for _, i := range parts {
		sum.Add(sum, s.items[i].Q.Value)
	}
	return !q.In().Has(sum) && !slices.ContainsFunc(s.facts.Things, func(t *facts.Thing) bool {
		v, ok := s.facts.At(t, facts.FaceVariance, facts.Own, s.facts.Year)
		return ok && facts.Fits(q.In(), facts.Value{Exact: exact.Abs(v.Exact)})
	})
}

// ofTheOverspend reports whether the over- or underspend at v is before all of its parts, or is what they are added to or
// explain.
func (s *statement) ofTheOverspend(v, first, last int) bool {
	if v < first {
		return true
	}
	to := false
	for i := first; i < v; i++ {
		it := &s.items[i]
		to = to || it.Text == "to" && i+2 >= v || slices.Contains([]string{"explain", "explained", "explains"}, it.Text)
	}
	return to && last != v
}

// variedInTurn reads "care at home and hospital at home went over by £1.4m and £0.6m respectively".
func (s *statement) variedInTurn() bool {
	if s.lacks(language.IsFace) || len(s.all) < 2 || s.locality != "" || s.reader.money != nil || s.negated() || s.unsureMood() {
		return false
	}
	v := -1
	var amounts, named []int
	for i := range s.items {
		it := &s.items[i]
		switch {
		case it.Class == language.IsFace && it.Face == facts.FaceVariance && it.N != 0 && v < 0 && len(amounts) == 0:
			v = i
		case lex.PlainAmount(it) && v >= 0:
			amounts = append(amounts, i)
		case s.partAt(i) != nil && v < 0:
			named = append(named, i)
		case it.Is(facts.Own), it.Class == language.IsPeriod && (s.now(it) || len(amounts) > 1), it.Class == language.IsMark && it.Word == ",", it.Class == language.IsBreak && it.Text == "and", it.Text == "budget" || it.Text == "respectively":
		case it.Class == language.IsRole && (it.Role == "by" || it.Role == "of" || it.Role == "in"):
		case it.Class == language.IsPlain && !it.Demoted && it.Text != "each" && it.Text != "it":
		case it.Class == language.IsQuantity && it.Q.Unit == facts.Bare && it.Q.InWords && i+1 < len(s.items) && s.items[i+1].Text == "services" && v < 0:
		default:
			return false
		}
	}
	n := len(amounts)
	if n < 2 || len(named) != n || s.items[amounts[n-1]-1].Text != "and" && s.items[amounts[n-1]-1].Role != "by" || s.items[amounts[0]-1].Role != "by" {
		return false
	}
	then := false // it is of another year
	for i := amounts[n-1] + 1; i < len(s.items); i++ {
		x := &s.items[i]
		then = then || x.Class == language.IsPeriod && !s.now(x)
		if x.Text != "respectively" && x.Text != "in turn" && x.Class != language.IsMark && x.Class != language.IsPeriod && x.Role != "in" {
			return false
		}
	}
	if then {
		s.unsureAt("it may be of another time", amounts)
		return true
	}
	s.understood(0, len(s.items))
	s.takeOver(v, len(s.items)-1)
	for k, i := range amounts {
		s.holdVaried(&s.items[i], s.partAt(named[k]), s.facts.Year, s.items[v].N)
	}
	return true
}

// variedInAllOf reads the sum of several over- or underspends of one kind that are given before it: "care at home overspent by
// £1.4m and hospital at home by £0.6m, £2.0m in all".
func (s *statement) variedInAllOf() {
	n := len(s.items)
	if n < 8 || s.lacks(language.IsFace) || s.locality != "" || s.negated() || s.unsureMood() {
		return
	}
	if last := &s.items[n-1]; last.Text != "in all" && last.Text != "altogether" && last.Text != "in total" && last.Text != "together" || !lex.PlainAmount(&s.items[n-2]) || s.items[n-3].Class != language.IsMark || s.items[n-3].Word != "," {
		return
	}
	sign, sum, written := 0, new(big.Rat), exact.Interval{Low: new(big.Rat), High: new(big.Rat)}
	var amounts, named []int
	for i := range s.items[:n-3] {
		it := &s.items[i]
		switch {
		case it.Class == language.IsFace && it.Face == facts.FaceVariance && it.N != 0 && (sign == 0 || sign == it.N):
			sign = it.N
		case lex.PlainAmount(it) && !it.Q.Hedged:
			amounts = append(amounts, i)
			in := it.Q.In()
			if in.Low == nil || in.High == nil {
				return
			}
			written.Low.Add(written.Low, in.Low)
			written.High.Add(written.High, in.High)
		case s.partAt(i) != nil:
			named = append(named, i)
			x, ok := s.facts.At(s.partAt(i), facts.FaceVariance, facts.Own, s.facts.Year)
			if !ok {
				return
			}
			sum.Add(sum, new(big.Rat).Abs(x.Exact))
		case it.Class == language.IsPlain && !it.Demoted, it.Is(facts.Own), s.now(it), it.Class == language.IsMark && it.Word == ",", it.Class == language.IsBreak && it.Text == "and", it.Class == language.IsRole && (it.Role == "by" || it.Role == "of"), it.Text == "budget":
		default:
			return
		}
	}
	if _, ok := s.inPairs(amounts, named); !ok || sign == 0 || len(amounts) < 2 {
		return
	}
	it := &s.items[n-2]
	w := facts.Way{Year: s.facts.Year, Truth: facts.TruthOf(it.Q.In().Meets(written) || it.Q.In().Has(sum)), Expected: facts.DisplayOf(sum, facts.FaceSpend) + " together"}
	s.understood(n-2, n)
	cl := s.tellAt(saysArithmetic, it, s.partAt(named[0]), facts.Own, w)
	cl.Quantity, cl.Unit = it.Q.Bounds(), facts.Pounds
}
