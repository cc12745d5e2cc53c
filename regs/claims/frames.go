package claims

import (
	"slices"
	"strings"
)

// This file has the words around a statement that say how it hangs together with those before
// it.

// setsBeside makes "when" at i a conjunction where another place is named right behind it:
// "77.1% felt safe, when for Scotland as a whole it is 74.3%".
func setsBeside(items []item, i int) {
	if i == 0 || items[i].class != isAside || items[i].text != "when" {
		return
	}
	for k := i + 1; k < len(items); k++ {
		switch {
		case items[k].class == isArea:
			if items[k].area != own && !isLocality(items[k].area) {
				items[i].entry = entry{class: isBreak, word: "but"}
			}
			return
		case items[k].class != isPlain && items[k].role != "in":
			return
		}
	}
}

// whichHas are verbs behind "which" that give a figure of the place before it.
var whichHas = []string{"has", "had", "have", "recorded", "scored", "reported", "managed"}

// ofPlaceBefore is the place that the clause before compared with, where "which has" goes on with
// it: "than across Scotland, which has 33.6%". "" else.
func (c *clause) ofPlaceBefore() string {
	if c.lead != "which" || c.beside == "" || c.beside == own || len(c.items) == 0 || len(c.subjects) > 0 {
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
	if items[i].class != isMove || !items[i].adj || items[i].judge || items[i].text == "more" || items[i].text == "less" {
		return
	}
	for k := i - 1; k >= 0 && items[k].class == isPlain; k-- {
		switch items[k].text {
		case "become", "became", "becomes", "becoming", "grown", "got":
			items[i].adj = false
			return
		}
	}
}

// answered is what people say something of, where the clause leaves no doubt of it: its only
// subject, or the sentence's.
func (c *clause) answered() *Thing {
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
	return n > 0 && c.items[n-1].class == isQuantity && len(inner) == 1 && inner[0].class == isArea && inner[0].area != own
}

// concedes makes "if" at i a conjunction where a comparison is right behind it: "more than in
// 2024/25 if less than the £6.2m that was planned".
func concedes(items []item, i int) {
	if i == 0 || i+1 == len(items) || items[i].text != "if" || items[i].class != isMood {
		return
	}
	if next := &items[i+1]; next.class == isMove && next.adj || next.class == isBeside || next.class == isExtreme || next.class == isHedge && (next.hedge == over || next.hedge == under) {
		items[i].entry = entry{class: isBreak, word: "but"}
	}
}

// standsAlone reports whether the clause says by itself that it is of all that was spent, so that
// words of the clauses before it narrow nothing: "we spent more than the plan allowed".
func (c *clause) standsAlone(t *Thing) bool {
	if t.ID != "total" || c.unknown != "" || c.hasFace(variance) < 0 {
		return false
	}
	return c.ofYear() || slices.ContainsFunc(c.items, func(x *item) bool { return x.is(own) && x.text != "here" })
}

// atYearEnd makes the reporting year's end of "March 2025" where what the sentence is about is
// counted on a day.
func (s *statement) atYearEnd() {
	if s.only == nil || s.only.Kind != isMeasure || !strings.Contains(s.only.Title, "at the end of") && !strings.Contains(s.only.Title, "31 March") {
		return
	}
	for i := range s.items {
		if s.items[i].text == "march" && s.items[i].class == isUnknown && i+1 < len(s.items) && s.items[i+1].class == isPeriod && s.items[i+1].known && !s.items[i+1].calendar {
			s.items[i].entry = entry{class: isPlain, word: "march"}
		}
		if s.items[i].text == "march" && s.items[i].class == isPlain && i+1 < len(s.items) && s.items[i+1].class == isPeriod && s.items[i+1].known {
			s.items[i].loose = false
		}
	}
}
