package claims

import (
	"slices"
	"strings"

	"apr/regs/claims/exact"
	"apr/regs/claims/facts"
	"apr/regs/claims/language"
	"apr/regs/claims/lex"
)

// This file passes over what a sentence says of a service or a care group in passing: "spend on older people, one of our
// two key care groups, was £31.5m". It is of all of it, so that the figure behind is, too.

// appositionHeads are nouns of what services and care groups are, in an apposition.
var appositionHeads = []string{"service", "services", "group", "groups", "budget", "budgets", "heading", "headings", "lines"}

// partitive are words with which an apposition, or a clause with "where", may be of a part only.
var partitive = []string{"part", "share", "half", "element", "portion", "component", "only", "buy", "bought", "buys", "purchase", "purchased", "provider", "providers", "provide", "provides", "provided", "commission", "commissioned", "own",
	"team", "teams", "sector", "new", "alone", "those", "excluding", "including", "apart", "other", "another", "rest", "remaining", "some", "mainly", "mostly", "council", "board", "smaller", "larger", "within", "called", "named"}

// withoutAppositions takes away what stands between two marks behind the name of an amount of money, or before it at the
// sentence's beginning, where that says no more than what it is.
func (s *statement) withoutAppositions() {
	if len(s.items) < 6 {
		return
	}
	s.amountOfMost()
	if end := s.appositionBefore(); end > 0 {
		s.items = slices.Delete(s.items, 0, end)
		s.items = slices.Delete(s.items, 1, 2)
	}
	for i := 0; i+3 < len(s.items); i++ {
		if s.items[i].Class != language.IsSubject || s.items[i].Thing.Kind != facts.Money || s.items[i+1].Class != language.IsMark {
			continue
		}
		if end := s.apposition(i + 1); end > 0 {
			s.items = slices.Delete(s.items, i+1, end+1)
		}
	}
}

// mostWords say of a part of the money that it is most of it.
var mostWords = strings.Fields("the most bulk majority greater larger largest bigger biggest lion's part share portion by far")

// amountOfMost makes the amount that stands in an apposition to most of the money what the sentence is about: "Most of the
// spending, £160.6m, went through NHS Moorland". It is of the whole year's money where it is more than half of that; whether
// it is most of it isn't read.
func (s *statement) amountOfMost() {
	k := language.IndexOf(s.items, func(x *lex.Item) bool { return x.Class == language.IsBase })
	if k < 1 || k+3 >= len(s.items) || s.items[k+1].Word != "," || !lex.PlainAmount(&s.items[k+2]) || s.items[k+3].Word != "," || s.total == nil {
		return
	}
	for i := range s.items[:k] {
		if !slices.Contains(mostWords, s.items[i].Text) {
			return
		}
	}
	all, ok := s.facts.At(s.total, facts.FaceSpend, facts.Own, s.facts.Year)
	if twice := exact.Mul(s.items[k+2].Q.Value, exact.Rat(2, 1)); !ok || twice.Cmp(all.Exact) < 0 || s.items[k+2].Q.Value.Cmp(all.Exact) > 0 {
		return
	}
	s.leaveUnread(&s.items[0], &s.items[k], notUnderstood)
	s.items = slices.Delete(s.items, k+3, k+4)
	s.items = slices.Delete(s.items, 0, k+2)
}

// apposition is the mark that ends the apposition that begins with the one at i, 0 where that begins none.
func (s *statement) apposition(i int) int {
	closing := s.items[i].Word
	switch closing {
	case ",", "–":
	case "(":
		closing = ")"
	default:
		return 0
	}
	end := i + 1
	for end < len(s.items) && s.items[end].Class != language.IsMark {
		end++
	}
	if end+1 >= len(s.items) || s.items[end].Word != closing || end < i+3 || end > i+14 || !s.apposes(s.items[i+1:end]) {
		return 0
	}
	return end
}

// appositionBefore is where a name begins before which an apposition stands: "One of our busiest services, care at home, cost
// £18.6m". It is 0 where none does.
func (s *statement) appositionBefore() int {
	k := 0
	for k < len(s.items) && s.items[k].Class != language.IsMark {
		k++
	}
	if k < 2 || k > 12 || k+3 >= len(s.items) || s.items[k].Word != "," || s.items[k+1].Class != language.IsSubject || s.items[k+1].Thing.Kind != facts.Money || s.items[k+2].Word != "," || s.items[0].Text == "where" || !s.apposes(s.items[:k]) {
		return 0
	}
	return k + 1
}

// apposes reports whether words say no more than what something is: one of the services, a care group, where demand is hard
// to foresee.
func (s *statement) apposes(words []lex.Item) bool {
	head := false
	for i := range words {
		it := &words[i]
		switch it.Class {
		case language.IsPlain, language.IsUnknown, language.IsHedge, language.IsMood:
		case language.IsQuantity: // "one of our two"
			if it.Q.Unit != facts.Bare || it.Q.Ref != nil || it.Q.Value == nil || !it.Q.InWords || i > 0 && words[0].Text != "one" && words[0].Text != "where" {
				return false
			}
		case language.IsExtreme:
			if it.Text != "most" || i < len(words)-1 {
				return false
			}
		case language.IsRole:
			if it.Role != "of" && it.Role != "to" && it.Role != "in" {
				return false
			}
		case language.IsArea:
			if it.Area != facts.Own {
				return false
			}
		case language.IsBreak:
			if it.Text != "which" && it.Text != "where" && it.Text != "that" || i > 0 && it.Text != "which" && it.Text != "that" {
				return false
			}
		default:
			return false
		}
		for w := range strings.FieldsSeq(it.Text) {
			if slices.Contains(partitive, w) || w == "for" && words[0].Text != "one" {
				return false
			}
			head = head || slices.Contains(appositionHeads, w)
		}
	}
	switch words[0].Text {
	case "one":
		return head && len(words) > 2 && words[1].Role == "of"
	case "a", "an":
		return head
	case "where":
		return true
	}
	return false
}

// apposed reports whether the clause goes on behind a name between commas, which only says what the
// words before it are: "The GPs' contracts, general medical services, cost £21.0m".
func (c *clause) apposed(t *facts.Thing) bool {
	return c.lead == "," && len(c.subjects) == 0 && len(c.listed) == 1 && c.listed[0] == t
}
