package claims

import (
	"math/big"
	"slices"
	"strings"

	"apr/regs/claims/exact"
	"apr/regs/claims/facts"
	"apr/regs/claims/language"
	"apr/regs/claims/lex"
)

// This file reads how fast the spending in relation to one locality grew beside that in the others: "Spending in relation to the
// coast grew faster over the year than in either of the other two localities", "spending grew fastest on the coast".

// paceWords may stand in such a sentence and say nothing more.
var paceWords = []string{"pace", "rate", "either", "whose", "other", "others", "people", "localities"}

// paceOfPlaces holds it where the sentence is of nothing else.
func (s *statement) paceOfPlaces() {
	if s.negated() || s.unsureMood() {
		return
	}
	grew, spends, than, rest := false, false, -1, false
	var word *lex.Item
	var first, others []string
	for i := range s.items {
		it := &s.items[i]
		switch {
		case it.Class == language.IsMove && !it.Adj && !it.Judge && it.N > 0 && !grew:
			grew = true
		case it.Class == language.IsFace && it.Face == facts.FaceSpend:
			spends = true
		case (it.Class == language.IsPace || it.Class == language.IsExtreme && paceExtreme(it.Text)) && word == nil && it.N != 0 && !inPoundsPerhaps(it.Text):
			word = it
		case it.Class == language.IsArea && facts.IsLocality(it.Area) && than < 0 && len(first) == 0:
			first = append(first, it.Area)
		case it.Class == language.IsArea && facts.IsLocality(it.Area) && than >= 0:
			others = append(others, it.Area)
		case it.Class == language.IsThan, it.Class == language.IsRole && strings.HasPrefix(it.Text, "than"):
			if than >= 0 {
				return
			}
			than = i
		case it.Class == language.IsSubject && it.Thing.ID == "count:localities":
			rest = rest || than >= 0
		case it.Class == language.IsPeriod && (s.now(it) || it.Text == "over the year"), it.Class == language.IsRole && (it.Role == "in" || it.Role == "of"), it.Class == language.IsMark && it.Word == ",", it.Class == language.IsBreak && (it.Word == "and" || it.Text == "whose"):
		case it.Class == language.IsQuantity && (s.text(i+1) == "localities" || s.text(i-1) == "other"), it.Class == language.IsPlain && it.Ordinal == 0, slices.Contains(paceWords, it.Text):
		default:
			return
		}
	}
	if !grew || !spends || word == nil || len(first) != 1 || slices.Contains(others, first[0]) {
		return
	}
	switch {
	case word.Class == language.IsExtreme && than < 0: // of all
	case word.Class == language.IsPace && than >= 0 && (rest || len(others) > 0):
	case word.Class == language.IsPace && than < 0 && s.ofTwoLocalities():
	default:
		return
	}
	s.holdPace(word, first[0], others)
}

// inPoundsPerhaps reports whether a word may be of how many pounds more it was, and not of how much in relation to before.
func inPoundsPerhaps(text string) bool {
	return strings.HasPrefix(text, "by ") || strings.Contains(text, "sharply") || strings.Contains(text, "steeply") || strings.HasPrefix(text, "further") || strings.HasPrefix(text, "less far")
}

// paceExtreme reports whether a superlative is one of how fast something changes.
func paceExtreme(text string) bool {
	return slices.Contains([]string{"fastest", "quickest", "slowest", "swiftest"}, text)
}

// ofTwoLocalities reports whether the sentence compares the only two that there are: "of the two localities, the south saw the
// faster growth".
func (s *statement) ofTwoLocalities() bool {
	return len(s.facts.Localities()) == 2 && language.AnyOf(s.items, func(x *lex.Item) bool { return x.Class == language.IsSubject && x.Thing.ID == "count:localities" })
}

// holdPace holds the growth of spending in a locality, in percent, against that in others, in all others where none is named.
func (s *statement) holdPace(word *lex.Item, area string, others []string) {
	own, shown := s.growth(area)
	if own == nil || s.heldAt(word) {
		return
	}
	w := facts.Way{Year: s.facts.Year, Truth: facts.Yes, Expected: s.facts.Place(area) + " " + shown}
	for _, t := range s.facts.Things {
		if t.Group != "locality" || t.ID == area || len(others) > 0 && !slices.Contains(others, t.ID) {
			continue
		}
		g, shown := s.growth(t.ID)
		if g == nil {
			return
		}
		if w.Expected += ", " + s.facts.Place(t.ID) + " " + shown; own.Cmp(g) != word.N {
			w.Truth = facts.No
		}
	}
	s.tellAt(saysComparison, word, s.things[area], facts.Own, w).Comparator = word.Text
	s.understood(0, len(s.items))
}

// growth is by how much the spending in a locality grew over the year, in percent; nil where that isn't known.
func (s *statement) growth(area string) (g *big.Rat, shown string) {
	t := s.things[area]
	if t == nil {
		return nil, ""
	}
	a, okA := s.facts.At(t, facts.FaceSpend, facts.Own, s.facts.Year-1)
	b, okB := s.facts.At(t, facts.FaceSpend, facts.Own, s.facts.Year)
	if !okA || !okB || a.Exact.Sign() <= 0 {
		return nil, ""
	}
	g = exact.PercentChange(a.Exact, b.Exact)
	return g, "grew by " + g.FloatString(1) + "%"
}
