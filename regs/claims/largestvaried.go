package claims

import (
	"math/big"
	"slices"
	"strings"

	"apr/regs/claims/claim"
	"apr/regs/claims/exact"
	"apr/regs/claims/facts"
	"apr/regs/claims/language"
	"apr/regs/claims/lex"
)

// This file reads which service had the largest over- or underspend, and what the over- or underspends of several came to, where a
// statement says nothing else.

// largestWords may stand in such a statement.
var largestWords = strings.Fields("the our a that was were is had has have recorded arose came from in of at any service services all among budget budgets single year came to up it two three four five any other reported saw ran made produced showed posted carried contributed produced gave left us year on by far easily clear where posts stood vacant vacancies meant who which being lay all two most")

// variedList is a statement of services, one word for over- or underspends and amounts, -1 and nil for what it lacks.
type variedList struct {
	varied, extreme int
	amounts, named  []int
	together        bool
	rivals          int          // from which item on it names those that it is ahead of, 0 where it names none
	partner         *facts.Thing // of whose services it speaks, nil for all
	rank            int          // of the one named, from the largest on: 2 for "the second largest"
}

// variedListed is the statement as such a one; ok is false where any word isn't of this.
func (s *statement) variedListed() (l variedList, ok bool) {
	l = variedList{varied: -1, extreme: -1, rank: 1}
	if s.lacks(language.IsFace) || s.locality != "" || s.reader.money != nil || s.negated() || s.unsureMood() {
		return l, false
	}
	aside := 0 // before which item a remark ends that says no more of the service
	for i := range s.items {
		it := &s.items[i]
		if i >= aside && it.Word == "," {
			aside = s.asideEnds(i + 1)
		}
		if l.rivals == 0 && l.extreme >= 0 && s.namesRivals(i) {
			l.rivals = i
		}
		switch {
		case i < aside:
		case l.rivals > 0: // of which it is said that they had less
		case it.Class == language.IsFace && it.Face == facts.FaceVariance && it.N != 0 && l.varied < 0:
			l.varied = i
		case lex.PlainAmount(it):
			l.amounts = append(l.amounts, i)
		case s.partAt(i) != nil && s.partAt(i).Group == "service":
			l.named = append(l.named, i)
		case s.partAt(i) != nil && s.partAt(i).Group == "partner" && l.partner == nil && l.extreme >= 0 && (s.text(i-1) == "among" || s.text(i-1) == "the" || s.itemIs(i-1, language.IsRole)):
			l.partner = s.partAt(i)
		case it.Ordinal > 1 && l.extreme < 0 && s.itemIs(i+1, language.IsExtreme):
			l.rank = int(it.Ordinal)
		case it.Class == language.IsExtreme && l.extreme < 0 && l.varied < 0 && slices.Contains([]string{"largest", "biggest", "greatest", "highest", "worst"}, it.Text):
			l.extreme = i
		case it.Text == "more than" && l.extreme < 0 && i == l.varied+1 && s.text(i+1) == "any" && s.text(i+2) == "other" && s.text(i+3) == "service":
			l.extreme = i // "underspent more than any other service"
		case it.Text == "budgets", s.wholeNumber(i) > 1 && s.itemIs(i+1, language.IsExtreme):
		case it.Class == language.IsTogether, it.Text == "in all", it.Text == "altogether":
			l.together = true
		case it.Class == language.IsQuantity && it.Q.Unit == facts.Bare && it.Q.InWords && (s.text(i+1) == "budgets" || s.text(i+1) == "services"):
		case it.Is(facts.Own), s.now(it), it.Class == language.IsMark && it.Word != ";" && it.Word != "–", it.Class == language.IsBreak && it.Text == "and":
		case tiesPart(it):
		case it.Class == language.IsPlain && !it.Demoted && it.Ordinal == 0 && !slices.ContainsFunc(strings.Fields(it.Text), func(w string) bool { return !slices.Contains(largestWords, w) }):
		default:
			return l, false
		}
	}
	return l, l.varied >= 0
}

// asideEnds is where a remark on a service ends that begins with item i, 0 where there is none: ", where posts stood vacant, …".
func (s *statement) asideEnds(i int) int {
	if !slices.Contains([]string{"where", "which", "whose", "with"}, s.text(i)) {
		return 0
	}
	for k := i + 1; k < len(s.items); k++ {
		switch it := &s.items[k]; it.Class {
		case language.IsMark:
			if it.Word == "," {
				return k
			}
			return 0
		case language.IsFace, language.IsExtreme, language.IsQuantity, language.IsPeriod, language.IsArea, language.IsNot:
			return 0
		case language.IsSubject:
			if it.Thing.Kind == facts.Money {
				return 0
			}
		}
	}
	return 0
}

// namesRivals reports whether the words from item i to the end name services that another is ahead of, and nothing else:
// "ahead even of care at home", "more than either prescribing or care at home".
func (s *statement) namesRivals(i int) bool {
	it := &s.items[i]
	if it.Text == "followed" && s.text(i+1) == "by" {
		i++
	} else if it.Text != "ahead" && it.Text != "well ahead of" && it.Text != "well ahead" && it.Text != "ahead of" && it.Text != "more than" && it.Text != "bigger than" && it.Text != "larger than" && it.Text != "higher than" && it.Text != "greater than" {
		return false
	}
	named := false
	for i++; i < len(s.items); i++ {
		switch it := &s.items[i]; {
		case s.partAt(i) != nil:
			named = true
		case it.Role == "of", it.Class == language.IsBreak && it.Word == "and", it.Class == language.IsMark && it.Word == ",":
		case !slices.Contains([]string{"even", "both", "either", "that", "those", "the"}, it.Text):
			return false
		}
	}
	return named
}

// largestVaried reads "the largest overspend of any service, £1.4m, was in care at home", "the second largest underspend of the council's
// services was in day services", "the two largest overspends were on prescribing and care at home".
func (s *statement) largestVaried() bool {
	l, ok := s.variedListed()
	if !ok || l.extreme < 0 || l.extreme != l.varied-1 && l.extreme != l.varied+1 && !(l.extreme == l.varied-2 && s.text(l.varied-1) == "single") || len(l.named) == 0 || l.together {
		return false
	}
	if several := s.wholeNumber(l.extreme - 1); len(l.named) > 1 || several > 0 {
		if several > 0 && several != len(l.named) || several == 0 && !lex.SeveralVaried(&s.items[l.varied]) || l.rank > 1 || l.rivals > 0 || len(l.amounts) > 0 && len(l.amounts) != len(l.named) {
			return false
		}
	} else if len(l.amounts) > 1 {
		return false
	}
	if first, paired := s.inPairs(l.amounts, l.named); len(l.named) > 1 && len(l.amounts) > 0 && (!paired || first < l.extreme) {
		return false
	}
	sign := s.items[l.varied].N
	if s.items[l.extreme].Judge && (sign > 0 || len(l.amounts) == 0) {
		return false // the worst may be the largest part of its budget
	}
	for k, i := range l.amounts {
		if s.ofSpending(s.partAt(l.named[k]), s.items[i].Q) {
			return false
		}
	}
	w, ok := s.rankOfVaried(l, sign)
	if !ok {
		return false
	}
	s.understood(0, len(s.items))
	s.takeOver(0, len(s.items)-1)
	s.tellAt(saysRank, &s.items[l.extreme], s.partAt(l.named[0]), facts.Own, w).Comparator = s.items[l.extreme].Text
	for k, i := range l.amounts {
		s.holdVaried(&s.items[i], s.partAt(l.named[k]), s.facts.Year, sign)
	}
	return true
}

// rankOfVaried holds that the services of a statement had the largest over- or underspends, or the one of its rank; ok is false where
// the account hasn't one of them. Two of nearly the same size may change places.
func (s *statement) rankOfVaried(l variedList, sign int) (w facts.Way, ok bool) {
	w = facts.Way{Year: s.facts.Year, Truth: facts.Yes}
	var named []*facts.Thing
	for _, i := range l.named {
		named = append(named, s.partAt(i))
	}
	for k, t := range named {
		v, ok := s.facts.At(t, facts.FaceVariance, facts.Own, s.facts.Year)
		if ok && l.partner != nil {
			ok = s.inLedgerOf(l.partner, v)
		}
		if !ok {
			return w, false
		}
		if k > 0 {
			w.Expected += ", "
		}
		w.Expected += t.Called() + " " + v.Display
		w.Evidence = append(w.Evidence, facts.Proof(v, s.facts.Year)...)
		larger, about := 0, 0
		if v.Exact.Sign() != sign {
			w.Truth = facts.No
			continue
		}
		for _, o := range s.facts.Things {
			x, there := s.facts.At(o, facts.FaceVariance, facts.Own, s.facts.Year)
			if o.Group != t.Group || slices.Contains(named, o) || !there || x.Exact.Sign() != sign || l.partner != nil && !s.inLedgerOf(l.partner, x) {
				continue
			}
			switch a, b := exact.Abs(x.Exact), exact.Abs(v.Exact); {
			case exact.Compare(a, exact.Mul(b, exact.Rat(21, 20))) > 0:
				if larger++; larger >= l.rank {
					w.Expected += ", and " + o.Called() + " " + x.Display
					w.Evidence = append(w.Evidence, facts.Proof(x, s.facts.Year)...)
				}
			case exact.Compare(exact.Mul(a, exact.Rat(21, 20)), b) >= 0:
				about++
			}
		}
		if larger >= l.rank || larger+about < l.rank-1 {
			w.Truth = facts.No
		}
	}
	return w, true
}

// inLedgerOf reports whether an amount is from a partner's ledger.
func (s *statement) inLedgerOf(partner *facts.Thing, v facts.Value) bool {
	p, found := s.facts.At(partner, facts.FaceSpend, facts.Own, s.facts.Year)
	return found && p.Place.File == v.Place.File
}

// largestOfThem reads the amount of the largest of the over- or underspends that were named together: "favourable
// variances in four services, the largest of them £787,000 in social work teams". Which those are isn't said, so that only
// the amount is held.
func (s *statement) largestOfThem() {
	if s.lacks(language.IsFace) || s.locality != "" || s.reader.money != nil || s.negated() || s.unsureMood() {
		return
	}
	varied := -1
	for i := range s.items {
		it := &s.items[i]
		if it.Class == language.IsFace && it.Face == facts.FaceVariance {
			varied = i
		}
		if varied < 0 || s.items[varied].N == 0 {
			continue
		}
		if it.Text == "led" && s.ledBy(i, s.items[varied].N) || it.Class != language.IsExtreme || it.N <= 0 || it.Judge {
			continue
		}
		k := i + 1
		for k < len(s.items) && (slices.Contains([]string{"them", "these", "those", "being", "was", "were", "one", "which"}, s.items[k].Text) || s.items[k].Role == "of" || s.items[k].Role == "by") {
			k++
		}
		if k == i+1 || k+2 >= len(s.items) || !lex.PlainAmount(&s.items[k]) || s.items[k+1].Role != "in" && s.items[k+1].Role != "by" && s.items[k+1].Role != "from" && s.items[k+1].Text != "on" {
			continue
		}
		end := k + 2
		for end < len(s.items) && slices.Contains([]string{"the", "our"}, s.items[end].Text) {
			end++
		}
		if end == len(s.items) {
			continue
		}
		start := i
		if i > 0 && s.items[i-1].Text == "the" {
			start--
		}
		s.holdOneOfThem(start, end, k, end, s.items[varied].N)
	}
}

// ledBy reads which of several over- or underspends was the largest by what they are led: "led by social work teams at
// £105,000"; it reports whether the words at i say so.
func (s *statement) ledBy(i, sign int) bool {
	k := i + 1
	for k < len(s.items) && (s.items[k].Text == "by" || s.items[k].Text == "the" || s.items[k].Text == "our") {
		k++
	}
	amount := k + 1
	for amount < len(s.items) && (s.items[amount].Class == language.IsPlain || s.items[amount].Text == "at" || s.items[amount].Role == "by" || s.items[amount].Class == language.IsMark && s.items[amount].Word == ",") {
		amount++
	}
	return k > i+1 && amount < len(s.items) && lex.PlainAmount(&s.items[amount]) && s.holdOneOfThem(i, amount, amount, k, sign)
}

// holdOneOfThem holds the amount at an item against the over- or underspend of the service at another, in words from start
// to end that stand by themselves; it reports whether it did.
func (s *statement) holdOneOfThem(start, end, amount, service, sign int) bool {
	t := s.partAt(service)
	if t == nil || t.Group != "service" || s.heldAt(&s.items[amount]) || language.AnyOf(s.items[:end], func(x *lex.Item) bool {
		return x.Class == language.IsPeriod && !s.now(x) || x.Class == language.IsArea && x.Area != facts.Own
	}) {
		return false
	}
	behind := end + 1
	for behind < len(s.items) && (s.items[behind].Class == language.IsPlain && !s.items[behind].Demoted || s.now(&s.items[behind])) {
		behind++
	}
	if behind < len(s.items) && s.items[behind].Class != language.IsMark && s.items[behind].Class != language.IsBreak {
		return false // "in social work teams in 2024/25"
	}
	s.understood(start, end+1)
	s.takeOver(start, end)
	s.holdVaried(&s.items[amount], t, s.facts.Year, sign)
	return true
}

// variedInSum reads "the overspends of care at home and prescribing came to £2.8m", "the two budgets of care at home and prescribing
// were overspent by £2.8m together".
func (s *statement) variedInSum() bool {
	l, ok := s.variedListed()
	if !ok || l.partner != nil || l.rivals > 0 || l.extreme >= 0 || len(l.named) < 2 || len(l.amounts) != 1 || l.amounts[0] < l.named[len(l.named)-1] || s.items[l.amounts[0]].Q.Hedged {
		return false
	}
	plural := lex.SeveralVaried(&s.items[l.varied]) && l.varied < l.named[0]
	if !plural && !(l.together && (s.text(l.named[0]-2) == "budgets" || s.text(l.named[0]-2) == "services")) {
		return false
	}
	for i := l.named[0] + 1; i < l.named[len(l.named)-1]; i++ {
		if it := &s.items[i]; it.Class != language.IsSubject && it.Text != "and" && it.Word != "," {
			return false
		}
	}
	sum, sign := new(big.Rat), s.items[l.varied].N
	for _, i := range l.named {
		v, ok := s.facts.At(s.partAt(i), facts.FaceVariance, facts.Own, s.facts.Year)
		if !ok || v.Exact.Sign() != sign {
			return false
		}
		sum.Add(sum, exact.Abs(v.Exact))
	}
	it := &s.items[l.amounts[0]]
	s.understood(0, len(s.items))
	s.takeOver(0, len(s.items)-1)
	w := facts.Way{Year: s.facts.Year, Truth: facts.TruthOf(facts.Fits(it.Q.In(), facts.Value{Exact: sum})), Expected: facts.DisplayOf(sum, facts.FaceSpend) + " together"}
	cl := s.tellAt(saysVariance, it, s.partAt(l.named[0]), facts.Own, w)
	cl.Quantity, cl.Unit = it.Q.Bounds(), facts.Pounds
	if cl.Verdict == Contradicted {
		cl.Message = "the text has " + claim.Quoted(s.textOf(it.Start, it.End)) + "; what it names comes to " + facts.DisplayOf(sum, facts.FaceSpend) + " together"
	}
	return true
}

// largestVariance reads "the largest underspend was in community mental health".
func (c *clause) largestVariance(things []*facts.Thing, sign, e int) bool {
	t, rank := things[0], max(c.place(e), 1)
	if len(things) != 1 || t.Group == "" || c.items[e].Judge || c.items[e].N < 0 || c.not || len(c.qs) > 0 || len(c.subjects) != 1 || c.says("one", "among", "any") {
		return true // it isn't read
	}
	y := c.facts.Year
	v, ok := c.facts.At(t, facts.FaceVariance, facts.Own, y)
	w := facts.Way{Year: y}
	if ok {
		size := func(v facts.Value) *big.Rat { return new(big.Rat).Mul(v.Exact, exact.Rat(int64(sign), 1)) }
		beyond := 0
		w.Expected, w.Evidence = v.Display, facts.Proof(v, y)
		for _, o := range c.facts.Things {
			ov, found := c.facts.At(o, facts.FaceVariance, facts.Own, y)
			if o == t || o.Group != t.Group || !found || size(ov).Cmp(size(v)) <= 0 {
				continue
			}
			if beyond++; beyond == 1 {
				w.Expected += ", and " + o.Called() + " " + ov.Display
				w.Evidence = append(w.Evidence, facts.Proof(ov, y)...)
			}
		}
		w.Truth = facts.TruthOf(beyond == rank-1 && size(v).Sign() > 0)
	}
	cl := c.tell(saysRank, c.items[e], t, facts.Own, []facts.Way{w})
	cl.Comparator = c.items[e].Text
	return true
}
