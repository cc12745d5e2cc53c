package claims

import (
	"strings"
	"sync"

	"apr/regs/claims/facts"
	"apr/regs/claims/language"
	"apr/regs/claims/lex"
)

// This file reads how many recommendations each scrutiny body made: "five recommendations, three from the Care
// Inspectorate and two from Healthcare Improvement Scotland".

// wordsOfBodies are the words of the names of scrutinyBodies.
var wordsOfBodies = sync.OnceValue(func() (all [][]string) {
	for _, b := range scrutinyBodies {
		all = append(all, strings.Fields(b))
	}
	return all
})

// bodyAt is the scrutiny body that the items from i on name, "" for none, and the item behind its name.
func (s *statement) bodyAt(i int) (body string, end int) {
	for n, words := range wordsOfBodies() {
		k := i
		for k < len(s.items) && len(words) > 0 {
			its := strings.Fields(strings.TrimSuffix(s.items[k].Text, "'s"))
			if len(its) == 0 || len(its) > len(words) || strings.Join(its, " ") != strings.Join(words[:len(its)], " ") {
				break
			}
			words, k = words[len(its):], k+1
		}
		if len(words) == 0 {
			return "body:" + scrutinyBodies[n], k
		}
	}
	return "", i
}

// recommendedBy reads them.
func (s *statement) recommendedBy() {
	if s.lacks(language.IsSubject) {
		return
	}
	t := s.things["count:recommendations"]
	if t == nil || s.negated() || s.unsureMood() || !language.AnyOf(s.items, func(x *lex.Item) bool { return x.Class == language.IsSubject && x.Thing == t }) {
		return
	}
	var bodies []string
	var counts []*lex.Item
	var whole *lex.Item
	order, behind := "", false // n for a number and b for a body; other words are behind them
	for i := 0; i < len(s.items); i++ {
		it := &s.items[i]
		if b, end := s.bodyAt(i); b != "" {
			bodies, order, behind = append(bodies, b), order+"b", false
			i = end - 1
			continue
		}
		switch it.Class {
		case language.IsQuantity:
			if !it.Q.IsWhole() || it.Q.Ref != nil || it.Q.Hedged {
				return
			}
			switch n := i + 1; {
			case s.itemIs(n, language.IsSubject) && s.items[n].Thing.ID == "count:inspections":
			case s.itemIs(n, language.IsSubject) && s.items[n].Thing == t && whole == nil && (s.partOf(i) || len(counts) == 0 && len(bodies) == 0 && !s.itemIs(n+1, language.IsRole)):
				whole = it
			default:
				counts, order, behind = append(counts, it), order+"n", false
			}
		case language.IsPlain, language.IsRole, language.IsMark, language.IsBreak:
			if it.Ordinal > 0 || it.Text == "last" || it.Text == "previous" || it.Text == "earlier" || it.Text == "each" {
				return
			}
			behind = behind || it.Class != language.IsMark && it.Text != "in all" && it.Text != "made"
		case language.IsSubject:
			if it.Thing != t && it.Thing.ID != "count:inspections" {
				return
			}
		case language.IsPeriod:
			if !s.now(it) {
				return
			}
		case language.IsFace, language.IsArea:
			if it.Text != "received" && !it.Is(facts.Own) {
				return
			}
		default:
			return
		}
	}
	if behind || len(bodies) == 0 || len(counts) != len(bodies) || strings.Contains(order, "nn") || strings.Contains(order, "bb") {
		return
	}
	for n, it := range counts {
		v, ok := s.facts.At(t, facts.FaceValue, bodies[n], s.facts.Year)
		if !ok || s.heldAt(it) {
			continue
		}
		cl := s.tellAt(saysCount, it, t, facts.Own, facts.Way{Year: s.facts.Year, Truth: facts.TruthOf(it.Q.In().Has(v.Exact)), Expected: v.Display, Evidence: facts.Proof(v, s.facts.Year)})
		cl.Quantity, cl.Comparator = it.Q.Bounds(), bodies[n]
	}
	if v, ok := s.facts.At(t, facts.FaceValue, facts.Own, s.facts.Year); whole != nil && ok && !s.heldAt(whole) {
		s.tellAt(saysCount, whole, t, facts.Own, facts.Way{Year: s.facts.Year, Truth: facts.TruthOf(whole.Q.In().Has(v.Exact)), Expected: v.Display, Evidence: facts.Proof(v, s.facts.Year)}).Quantity = whole.Q.Bounds()
	}
	s.understood(0, len(s.items))
}

// partOf reports whether the number at i is what others are part of: "of the five".
func (s *statement) partOf(i int) bool {
	for i--; i >= 0 && (s.items[i].Text == "the" || s.items[i].Text == "our" || s.items[i].Text == "these"); i-- {
	}
	return i >= 0 && s.items[i].Class == language.IsRole && s.items[i].Role == "of"
}
