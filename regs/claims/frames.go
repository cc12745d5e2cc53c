package claims

import (
	"slices"
	"strings"

	"apr/regs/claims/facts"
	"apr/regs/claims/language"
)

// This file has the words around a statement that say how it hangs together with those before
// it.

// setsBeside makes "when" at i a conjunction where another place is named right behind it:
// "77.1% felt safe, when for Scotland as a whole it is 74.3%".
func setsBeside(items []item, i int) {
	if i == 0 || items[i].Class != language.IsAside || items[i].text != "when" {
		return
	}
	for k := i + 1; k < len(items); k++ {
		switch {
		case items[k].Class == language.IsArea:
			if items[k].Area != facts.Own && !isLocality(items[k].Area) {
				items[i].Entry = language.Entry{Class: language.IsBreak, Word: "but"}
			}
			return
		case items[k].Class != language.IsPlain && items[k].Role != "in":
			return
		}
	}
}

// whichHas are verbs behind "which" that give a figure of the place before it.
var whichHas = []string{"has", "had", "have", "recorded", "scored", "reported", "managed"}

// ofPlaceBefore is the place that the clause before compared with, where "which has" goes on with
// it: "than across Scotland, which has 33.6%". "" else.
func (c *clause) ofPlaceBefore() string {
	if c.lead != "which" || c.beside == "" || c.beside == facts.Own || len(c.items) == 0 || len(c.subjects) > 0 {
		return ""
	}
	for _, w := range whichHas {
		if c.items[0].text == w {
			return c.beside
		}
	}
	return ""
}

// becoming makes a movement of the comparative at i where something became so: "has become
// commoner".
func becoming(items []item, i int) {
	if items[i].Class != language.IsMove || !items[i].Adj || items[i].Judge || items[i].text == "more" || items[i].text == "less" {
		return
	}
	for k := i - 1; k >= 0 && items[k].Class == language.IsPlain; k-- {
		switch items[k].text {
		case "become", "became", "becomes", "becoming", "grown", "got":
			items[i].Adj = false
			return
		}
	}
}

// answered is what people say something of, where the clause leaves no doubt of it: its only
// subject, or the sentence's.
func (c *clause) answered() *facts.Thing {
	if len(c.subjects) == 1 {
		return c.subjects[0]
	}
	if len(c.subjects) == 0 && c.unknown == "" && c.only != nil && c.statement.subject == c.only && !c.narrowed && !c.otherSource() {
		return c.only
	}
	return nil
}

// placesFigure reports whether what is in brackets is no more than the place of the figure before
// it: "£111.0m (Strathmoor), £79.3m (Glenside)".
func (c *clause) placesFigure(inner []*item) bool {
	n := len(c.items)
	return n > 0 && c.items[n-1].Class == language.IsQuantity && len(inner) == 1 && inner[0].Class == language.IsArea && inner[0].Area != facts.Own
}

// concedes makes "if" at i a conjunction where a comparison is right behind it: "more than in
// 2024/25 if less than the £6.2m that was planned".
func concedes(items []item, i int) {
	if i == 0 || i+1 == len(items) || items[i].text != "if" || items[i].Class != language.IsMood {
		return
	}
	if next := &items[i+1]; next.Class == language.IsMove && next.Adj || next.Class == language.IsBeside || next.Class == language.IsExtreme || next.Class == language.IsHedge && (next.Hedge == facts.Over || next.Hedge == facts.Under) {
		items[i].Entry = language.Entry{Class: language.IsBreak, Word: "but"}
	}
}

// standsAlone reports whether the clause says by itself that it is of all that was spent, so that
// words of the clauses before it narrow nothing: "we spent more than the plan allowed".
func (c *clause) standsAlone(t *facts.Thing) bool {
	if t.ID != "total" || c.unknown != "" || c.hasFace(facts.FaceVariance) < 0 {
		return false
	}
	return c.ofYear() || slices.ContainsFunc(c.items, func(x *item) bool { return x.is(facts.Own) && x.text != "here" })
}

// atYearEnd makes the reporting year's end of "March 2025" where what the sentence is about is
// counted on a day.
func (s *statement) atYearEnd() {
	if s.only == nil || s.only.Kind != facts.Measure || !strings.Contains(s.only.Title, "at the end of") && !strings.Contains(s.only.Title, "31 March") {
		return
	}
	for i := range s.items {
		if s.items[i].text == "march" && s.items[i].Class == language.IsUnknown && i+1 < len(s.items) && s.items[i+1].Class == language.IsPeriod && s.items[i+1].known && !s.items[i+1].calendar {
			s.items[i].Entry = language.Entry{Class: language.IsPlain, Word: "march"}
		}
		if s.items[i].text == "march" && s.items[i].Class == language.IsPlain && i+1 < len(s.items) && s.items[i+1].Class == language.IsPeriod && s.items[i+1].known {
			s.items[i].loose = false
		}
	}
}
