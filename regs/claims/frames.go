package claims

import (
	"slices"
	"strings"

	"apr/regs/claims/facts"
	"apr/regs/claims/language"
	"apr/regs/claims/lex"
)

// This file reads how a statement hangs together with those before it: "…, which has 33.6%", "£111.0m (Strathmoor)".

// whichHas are verbs behind "which" that give a figure of the place before it.
var whichHas = []string{"has", "had", "have", "recorded", "scored", "reported", "managed"}

// ofPlaceBefore is the place that the clause before compared with, where "which has" goes on with
// it: "than across Scotland, which has 33.6%". "" else.
func (c *clause) ofPlaceBefore() string {
	if c.lead != "which" || c.beside == "" || c.beside == facts.Own || len(c.items) == 0 || len(c.subjects) > 0 {
		return ""
	}
	for _, w := range whichHas {
		if c.items[0].Text == w {
			return c.beside
		}
	}
	return ""
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
func (c *clause) placesFigure(inner []*lex.Item) bool {
	n := len(c.items)
	return n > 0 && c.items[n-1].Class == language.IsQuantity && len(inner) == 1 && inner[0].Class == language.IsArea && inner[0].Area != facts.Own
}

// standsAlone reports whether the clause says by itself that it is of all that was spent, so that
// words of the clauses before it narrow nothing: "we spent more than the plan allowed".
func (c *clause) standsAlone(t *facts.Thing) bool {
	if t.ID != "total" || c.unknown != "" || c.hasFace(facts.FaceVariance) < 0 {
		return false
	}
	return c.ofYear() || slices.ContainsFunc(c.items, func(x *lex.Item) bool { return x.Is(facts.Own) && x.Text != "here" })
}

// atYearEnd makes the reporting year's end of "March 2025" where what the sentence is about is
// counted on a day.
func (s *statement) atYearEnd() {
	if s.only == nil || s.only.Kind != facts.Measure || !strings.Contains(s.only.Title, "at the end of") && !strings.Contains(s.only.Title, "31 March") {
		return
	}
	for i := range s.items {
		if s.items[i].Text == "march" && s.items[i].Class == language.IsUnknown && i+1 < len(s.items) && s.items[i+1].Class == language.IsPeriod && s.items[i+1].Known && !s.items[i+1].Calendar {
			s.items[i].Entry = language.Entry{Class: language.IsPlain, Word: "march"}
		}
		if s.items[i].Text == "march" && s.items[i].Class == language.IsPlain && i+1 < len(s.items) && s.items[i+1].Class == language.IsPeriod && s.items[i+1].Known {
			s.items[i].Loose = false
		}
	}
}
