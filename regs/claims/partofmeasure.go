package claims

import (
	"slices"
	"strings"

	"apr/regs/claims/exact"
	"apr/regs/claims/facts"
	"apr/regs/claims/language"
	"apr/regs/claims/lex"
)

// This file reads what part of all those whom a local measure counts one locality has, in numbers and shares.

// partWords may stand in such a statement: they say no more than where people are, and how many there are in all.
var partWords = strings.Fields(`the our all those these them there they were was are is had has have live lives lived come comes came from in on at of by people children residents patients days bed who whom which waiting lost belong belonged
	provided saw recorded just only still as a whole total march end july two and or accounted for account accounts related relating to down altogether board's partnership's list`)

// partOfMeasure reads "of the 71 people waiting for care at home 23 live in Glenside", "more than half of the children looked after
// away from home come from the north", "the north has 31 of the 78". It holds nothing where any word of the statement isn't of this.
func (s *statement) partOfMeasure() bool {
	if s.lacks(language.IsArea) || s.negated() || s.unsureMood() {
		return false
	}
	area, t := s.onlyLocality(), s.soleMeasure()
	if t == nil || area == "" {
		return false
	}
	if t = (&clause{statement: s}).countOf(t, area); t == nil {
		return false
	}
	var parts, wholes, shares []int
	then := false // it is of another time
	for i := range s.items {
		it := &s.items[i]
		switch it.Class {
		case language.IsSubject:
			if it.Thing.Kind != facts.Measure && it.Thing.ID != "total" || it.Thing.ID == "total" && s.text(i-1) != "the" && !strings.HasSuffix(it.Text, "'s") {
				return false
			}
		case language.IsArea:
			if it.Area != area && it.Area != facts.Own {
				return false
			}
		case language.IsQuantity:
			switch q := it.Q; {
			case q.Ref != nil || q.Value == nil || q.Per != 0:
				return false
			case q.Unit == facts.Percent && s.shareOfCounted(i):
				shares = append(shares, i)
			case !q.IsWhole() || q.Fraction || q.Value.Cmp(exact.Rat(8, 1)) < 0:
				return false
			case s.wholeCounted(i):
				wholes = append(wholes, i)
			default:
				parts = append(parts, i)
			}
		case language.IsPeriod:
			then = then || !s.now(it)
		case language.IsMove:
			if it.Text != "down" || s.text(i+1) != "to" {
				return false
			}
		case language.IsHedge, language.IsRole, language.IsLives:
		case language.IsMark, language.IsBreak:
			if !slices.Contains([]string{",", ":", "and", "which"}, it.Word) {
				return false
			}
		case language.IsPlain:
			if it.Demoted && !strings.HasSuffix(it.Text, "'s") || it.Ordinal > 0 || slices.ContainsFunc(strings.Fields(it.Text), func(w string) bool { return !slices.Contains(partWords, w) }) {
				return false
			}
		case language.IsUnknown:
			if it.Text != "contributed" && it.Text != "contributes" {
				return false
			}
		case language.IsBase:
			if it.Text != "of the total" && it.Text != "of the board's total" {
				return false
			}
		default:
			return false
		}
	}
	if len(parts) > 1 || len(wholes) > 1 || len(shares) > 1 || len(parts)+len(shares) == 0 || len(wholes)+len(shares) == 0 {
		return false
	}
	if then {
		s.unsureAt("it may be of another time", append(parts, shares...))
		return true
	}
	return s.holdPartOfMeasure(t, area, parts, wholes, shares)
}

// holdPartOfMeasure holds the numbers and the share.
func (s *statement) holdPartOfMeasure(t *facts.Thing, area string, parts, wholes, shares []int) bool {
	v, _ := s.facts.At(t, facts.FaceValue, area, s.facts.Year)
	all, _ := s.facts.At(t, facts.FaceValue, facts.Own, s.facts.Year)
	for _, i := range parts {
		if q := s.items[i].Q.Value; q.Cmp(exact.Mul(v.Exact, exact.Rat(1, 3))) < 0 || q.Cmp(exact.Mul(v.Exact, exact.Rat(3, 1))) > 0 {
			return false // of something else
		}
	}
	for _, i := range wholes {
		if q := s.items[i].Q.Value; q.Cmp(exact.Mul(all.Exact, exact.Rat(1, 2))) < 0 || q.Cmp(exact.Mul(all.Exact, exact.Rat(2, 1))) > 0 {
			return false
		}
	}
	s.takeOver(0, len(s.items)-1)
	for _, i := range wholes {
		s.tellCount(i, t, facts.Own, all, facts.Fits(s.items[i].Q.In(), all))
	}
	for _, i := range parts {
		s.tellCount(i, t, area, v, facts.Fits(s.items[i].Q.In(), v))
	}
	for _, i := range shares {
		s.tellShare(i, t, area, v, all)
	}
	return true
}

// wholeCounted reports whether the number at i is of all: "31 of the 78", "there were 71 people waiting, …".
func (s *statement) wholeCounted(i int) bool {
	k := i - 1
	for k >= 0 && (slices.Contains([]string{"the", "our", "all", "those"}, s.text(k)) || s.items[k].Is(facts.Own) || strings.HasSuffix(s.text(k), "'s") || s.items[k].Class == language.IsHedge) {
		k--
	}
	if k < 0 {
		return false
	}
	if s.items[k].Role == "of" {
		return true
	}
	if language.AnyOf(s.items[:i], func(x *lex.Item) bool { return x.Class == language.IsArea && facts.IsLocality(x.Area) }) {
		return false // "from the south there were 3,051 bed days"
	}
	return k > 0 && (s.text(k) == "were" || s.text(k) == "are") && s.text(k-1) == "there" || s.text(k) == "had" && k > 0 && s.items[k-1].Is(facts.Own) || s.onlyMeasureBehind(i)
}

// onlyMeasureBehind reports whether the statement begins with the number at i, of which the measure is, and no locality is named
// before the next comma: "At 31 March 2026, 71 people were waiting for care at home, 17 of them on the coast".
func (s *statement) onlyMeasureBehind(i int) bool {
	measure := false
	for k := i + 1; k < len(s.items); k++ {
		switch it := &s.items[k]; {
		case it.Class == language.IsMark:
			return measure && s.itemIs(k+1, language.IsQuantity)
		case it.Class == language.IsSubject:
			measure = true
		case it.Class == language.IsArea && facts.IsLocality(it.Area), it.Role == "of", it.Class == language.IsQuantity:
			return false
		}
	}
	return false
}

// shareOfCounted reports whether the share at i is of all whom the measure counts.
func (s *statement) shareOfCounted(i int) bool {
	return s.text(i+1) == "of" || s.itemIs(i+1, language.IsBase) || s.items[i].Q.Fraction || strings.HasPrefix(s.text(i+1), "people")
}

// unsureAt takes back that figures are wrong.
func (s *statement) unsureAt(reason string, figures []int) {
	for _, cl := range s.claims {
		if cl.Verdict == Contradicted && slices.ContainsFunc(figures, func(i int) bool { return cl.At == s.passage.Text.At(s.items[i].Start) }) {
			cl.Unsure(reason)
		}
	}
}
