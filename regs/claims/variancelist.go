package claims

import (
	"slices"

	"apr/regs/claims/facts"
	"apr/regs/claims/language"
	"apr/regs/claims/lex"
)

// This file reads the over- or underspends of several services in a list that says once what they are.

// listedWords are the words that may stand around such a list.
var listedWords = []string{"there", "the", "our", "were", "was", "are", "is", "had", "came", "come", "coming", "finished", "ended", "end", "left", "leaving", "closed", "we", "saw", "reported", "recorded",
	"main", "notable", "other", "smaller", "larger", "largest", "biggest", "key", "these", "they", "some", "several", "helped", "us", "stand", "stands", "stood", "out", "vacancies", "vacant", "empty", "unfilled", "posts", "produced", "brought", "gave", "made", "budget", "budgets", "teams", "team", "services", "each", "respectively", "service", "line", "lines", "softened", "blow"}

// tiesPart reports whether a word ties an amount to what it is of, or a part to its whole.
func tiesPart(it *lex.Item) bool {
	return it.Class == language.IsRole && slices.Contains([]string{"of", "in", "by", "from", "to", "part"}, it.Role)
}

// variancesListed reads "there were underspends of £0.8m in social work teams and £0.4m in mental health", "vacancies left
// social work teams £0.8m and mental health £0.4m under budget", "social work teams were £0.8m under budget, mental health
// £0.4m and telecare £0.1m".
func (s *statement) variancesListed() bool {
	if s.lacks(language.IsFace) || len(s.all) < 2 || s.locality != "" || s.reader.money != nil || s.negated() || s.asked {
		return false
	}
	v, other, end := -1, false, len(s.items)
	var amounts, named []int
	for i := range s.items {
		it := &s.items[i]
		if it.Text == "which" && v >= 0 && len(named) > 1 && len(amounts) == len(named) {
			end = i // "…, which softened the blow"
			break
		}
		switch {
		case it.Class == language.IsFace && it.Face == facts.FaceVariance && it.N != 0 && v < 0:
			v = i
		case lex.PlainAmount(it):
			amounts = append(amounts, i)
		case s.partAt(i) != nil:
			named = append(named, i)
		case i == 0 && it.Class == language.IsSubject && it.Thing.Kind == facts.Measure: // "vacant posts left …"
		case it.Class == language.IsMark && it.Word != ";" && it.Word != "–", it.Class == language.IsBreak && it.Text == "and", it.Class == language.IsHedge, it.Is(facts.Own):
		case tiesPart(it):
		case it.Class == language.IsQuantity && it.Q.Unit == facts.Bare && it.Q.InWords && s.itemIs(i+1, language.IsFace): // "three overspends"
		case it.Class == language.IsExtreme && it.Adj && v < 0, slices.Contains(listedWords, it.Text):
		case it.Class == language.IsMark || it.Class == language.IsBreak:
			return false
		default:
			other = true
		}
	}
	if v < 0 || len(named) < 2 {
		return false
	}
	first, ok := s.inPairs(amounts, named)
	if ok && other && first == amounts[0] && s.text(v+1) == "of" && first <= v+3 {
		s.unsureAt("it may be of another time, or of a part", amounts)
		return true // "at the half-year there were underspends of £0.5m in social work teams and £1.2m in mental health"
	}
	if !ok || other || !s.listedAround(v, first, end, amounts, named) {
		return false
	}
	for k, i := range amounts {
		if s.ofSpending(s.partAt(named[k]), s.items[i].Q) {
			return false // "care homes £19.0m"
		}
	}
	for k, i := range amounts {
		if !s.heldAt(&s.items[i]) {
			s.understood(min(i, named[k]), max(i, named[k])+1)
			s.holdVaried(&s.items[i], s.partAt(named[k]), s.facts.Year, s.items[v].N)
		}
	}
	return true
}

// listedAround reports whether the over- or underspend at v is said of all pairs: it stands before the first, behind the last, or
// behind the first where nothing but names and amounts follows.
func (s *statement) listedAround(v, first, end int, amounts, named []int) bool {
	n := len(amounts) - 1
	switch last := max(amounts[n], named[n]); {
	case v < first:
		return s.nothingBetween(last+1, end)
	case v > last:
		return s.wordsBetween(last+1, v) && s.nothingBetween(v+1, end)
	case v > max(amounts[0], named[0]) && v < min(amounts[1], named[1]):
		return named[0] < amounts[0] && v == amounts[0]+1 && s.wordsBetween(named[n], last)
	}
	return false
}

// wordsBetween reports whether nothing but words that say what was over or under stand from one item to before another.
func (s *statement) wordsBetween(from, to int) bool {
	return !language.AnyOf(s.items[from:to], func(x *lex.Item) bool {
		return x.Class == language.IsMark && x.Word != "(" && x.Word != ")" || x.Class == language.IsBreak
	})
}

// nothingBetween reports whether nothing that the list could be of stands from one item to before another.
func (s *statement) nothingBetween(from, to int) bool {
	return !language.AnyOf(s.items[from:to], func(x *lex.Item) bool { return x.Class == language.IsRole || x.Class == language.IsFace })
}
