package claims

import (
	"slices"
	"strings"

	"apr/regs/claims/facts"
	"apr/regs/claims/language"
	"apr/regs/claims/lex"
)

// This file reads how something stands since its highest or lowest figure, where a statement says nothing else: what that was, in
// which year, which way it went and where it is now.

// turnWords may stand in such a statement.
var turnWords = strings.Fields("the its their a an of for in has have had having was were is are stands stood at from after since point peak high highest low lowest height trough figure rate rates number proportion share level average reached it now again then and")

// turnTaken is what such a statement has: its items, -1 for those that it lacks.
type turnTaken struct {
	thing            *facts.Thing
	word, at         int // the highest or lowest, and its year
	sign             int
	then, now, moved int // the figure of that year, the newest, and the word of how it went
}

// turnAndNow reads "after its peak of 10.1% in 2022/23, the vacancy rate went down to 8.6%", "the rate of emergency admissions
// has fallen from a high point of 11,898 in 2022/23 to 11,152".
func (s *statement) turnAndNow() bool {
	if s.lacks(language.IsPeriod) || !s.writes || s.locality != "" || s.negated() || s.unsureMood() {
		return false
	}
	t := turnTaken{word: -1, at: -1, then: -1, now: -1, moved: -1}
	return t.read(s) && t.hold(s)
}

// read finds them; it reports false where any word isn't of this.
func (t *turnTaken) read(s *statement) bool {
	for i := range s.items {
		it := &s.items[i]
		if sign := turnOf(it); sign != 0 && t.word < 0 {
			t.word, t.sign = i, sign
			continue
		}
		switch it.Class {
		case language.IsSubject:
			if t.thing != nil && t.thing != it.Thing || it.Thing.Kind != facts.Indicator && it.Thing.Kind != facts.Measure {
				return false
			}
			t.thing = it.Thing
		case language.IsQuantity:
			if it.Q.Ref != nil || it.Q.Value == nil || it.Q.Fraction || t.now >= 0 {
				return false
			}
			switch {
			case t.word >= 0 && t.then < 0 && (t.at < 0 && language.LastWord(s.text(i-1)) == "of" || t.at == i-2 && s.itemIs(i-1, language.IsMark)):
				t.then = i
			case slices.Contains([]string{"at", "was", "were"}, s.text(i-1)):
				switch {
				case t.word < 0 && s.text(i-1) == "at":
					return false // "at 10.1%, it reached its peak in 2022/23"
				case t.word >= 0 && t.then < 0:
					t.then = i // "reached its peak in 2022/23, at 10.1%"
				default:
					t.now = i
				}
			case s.items[i-min(i, 1)].Role == "to":
				t.now = i
			default:
				return false
			}
		case language.IsPeriod:
			if !it.Known || t.at >= 0 || t.word < 0 {
				return false
			}
			t.at = i
		case language.IsMove:
			if it.Adj || it.Judge || it.N == 0 || t.moved >= 0 {
				return false
			}
			t.moved = i
		case language.IsRole:
			if it.Text == "between" || it.Role == "by" {
				return false
			}
		case language.IsAside:
			if it.Text != "after" || i > 0 {
				return false
			}
		case language.IsMark:
			if it.Word != "," {
				return false
			}
		case language.IsArea:
			if it.Area != facts.Own {
				return false
			}
		case language.IsPlain, language.IsMet:
			if it.Demoted || it.Ordinal > 0 || slices.ContainsFunc(strings.Fields(it.Text), func(w string) bool { return !slices.Contains(turnWords, w) }) {
				return false
			}
		default:
			return false
		}
	}
	return t.thing != nil && !t.thing.Survey && t.word >= 0 && t.at > t.word && (t.moved >= 0 || t.now >= 0 || t.then >= 0) && !(t.moved >= 0 && t.moved < t.word && s.text(t.moved+1) == "to")
}

// turnOf is 1 where an item is a word for the highest figure, -1 for the lowest, 0 for neither.
func turnOf(it *lex.Item) int {
	if it.Class != language.IsExtreme && it.Class != language.IsPlain && it.Class != language.IsUnknown && it.Class != language.IsRole {
		return 0
	}
	for w := range strings.FieldsSeq(it.Text) {
		switch {
		case slices.Contains(lex.Highest, w):
			return 1
		case slices.Contains(lex.Lowest, w):
			return -1
		}
	}
	return 0
}

// hold holds what wasn't held yet; it reports false where the year has no figure.
func (t *turnTaken) hold(s *statement) bool {
	c := &clause{statement: s}
	year := c.resolve(t.thing, facts.FaceValue, c.yearsOf(&s.items[t.at]))
	newest := s.facts.Newest(t.thing, facts.FaceValue, facts.Own)
	if len(year) == 0 || year[0] >= newest {
		return false
	}
	y := year[0]
	was, ok := s.facts.At(t.thing, facts.FaceValue, facts.Own, y)
	is, okNow := s.facts.At(t.thing, facts.FaceValue, facts.Own, newest)
	for _, i := range []int{t.then, t.now} {
		if i >= 0 && s.items[i].Q.Unit != facts.Bare && s.items[i].Q.Unit != t.thing.Unit {
			return false
		}
	}
	if !ok || !okNow || !t.thing.Comparable(y, newest) || someAre(s.claims, Contradicted) {
		return false
	}
	if t.ofNamesake(s, y, newest) {
		return false
	}
	s.understood(0, len(s.items))
	level := func(i, year int) {
		it := &s.items[i]
		s.takeOver(i, i)
		cl := s.tellAt(saysValue, it, t.thing, facts.Own, s.facts.Level(t.thing, facts.FaceValue, facts.Own, year, it.Q))
		cl.Quantity, cl.Unit = it.Q.Bounds(), it.Q.Unit
	}
	if t.then >= 0 {
		level(t.then, y)
	}
	if t.now >= 0 {
		level(t.now, newest)
	}
	if it := &s.items[t.word]; !s.heldAt(it) && s.text(t.word-1) != "a" && !slices.Contains(strings.Fields(it.Text), "a") { // "a peak" needn't be the highest of all
		w := s.facts.Extreme(t.thing, facts.FaceValue, facts.Own, y, s.facts.First, s.facts.Year, t.sign, 1)
		if w.Truth == facts.Yes && y == s.facts.First {
			w.Truth = facts.Unknown
		}
		s.tellAt(saysExtreme, it, t.thing, facts.Own, w).Comparator = it.Text
	}
	if t.moved >= 0 && !facts.SameShown(was, is) {
		if it := &s.items[t.moved]; !s.heldAt(it) {
			w := s.facts.Move(t.thing, facts.FaceValue, facts.Own, y, newest, it.N)
			s.tellAt(saysChange, it, t.thing, facts.Own, w).Comparator = it.Text
		}
	}
	return true
}

// ofNamesake reports whether the thing has one of nearly the same name, and none of the figures is the thing's own, so that it may be
// the other that is meant.
func (t *turnTaken) ofNamesake(s *statement, year, newest int) bool {
	if len(s.dictionary.Namesakes[t.thing]) == 0 {
		return false
	}
	fits := func(i, year int) bool {
		v, ok := s.facts.At(t.thing, facts.FaceValue, facts.Own, year)
		return i >= 0 && ok && facts.Fits(s.items[i].Q.In(), v)
	}
	return !fits(t.then, year) && !fits(t.now, newest)
}

// What follows reads what a figure was in one year and in another: "where 61.5% were cared for at home in 2020, four
// years on it was 66.0%".

// wasThen reports whether a figure and its year stand at item i, before the first mark.
func (s *statement) wasThen(i int) bool {
	if i >= len(s.items) || s.items[i].Class != language.IsQuantity {
		return false
	}
	for ; i < len(s.items) && s.items[i].Class != language.IsMark; i++ {
		if s.items[i].Class == language.IsPeriod && s.items[i].Known {
			return true
		}
	}
	return false
}

// alsoIn are the years of the second of two in which a figure is said to have been so, "in both 2020/21 and 2021/22",
// nil where it isn't.
func (c *clause) alsoIn(q *placed) []int {
	for i := q.i + 1; i+3 < len(c.items); i++ {
		switch it := c.items[i]; {
		case it.Text == "both" && c.is(i+1, language.IsPeriod) && c.items[i+2].Text == "and" && c.is(i+3, language.IsPeriod):
			return c.yearsOf(c.items[i+3])
		case it.Class != language.IsPlain && it.Class != language.IsRole:
			return nil
		}
	}
	return nil
}
