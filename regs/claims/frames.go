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

// withoutFrame takes away what only tells readers to take note: "Members should note that …".
func withoutFrame(ts []language.Token) []language.Token {
	if n := openingIn(ts); n > 0 {
		return slices.Delete(ts, 0, n)
	}
	noted := false
	for i := range ts {
		t := &ts[i]
		if t.Kind != language.WordToken || i > 10 {
			return ts
		}
		switch t.Text {
		case "note", "noting", "noted":
			noted = true
		case "show", "shows", "showed", "confirm", "confirms", "confirmed":
			noted = i > 0
		case "that":
			if noted {
				return slices.Delete(ts, 0, i+1)
			}
			return ts
		case "accounts", "figures", "table", "tables", "ledgers", "chart", "our", "members", "councillors", "readers", "board", "committee", "partners", "the", "it", "we", "i", "should", "may", "will", "must", "can", "would", "wish", "like", "to", "are", "is", "be", "asked", "invited", "worth", "also", "please", "important", "again":
		default:
			return ts
		}
	}
	return ts
}

// openingWords stand before a comma at the beginning of a sentence and change nothing of what it says.
var openingWords = [...][]string{{"overall"}, {"in", "short"}, {"in", "brief"}, {"in", "sum"}, {"in", "summary"}, {"put", "simply"}, {"put", "plainly"}, {"to", "sum", "up"}, {"looking", "at", "the", "money"},
	{"looking", "at", "our", "finances"}, {"financially"}, {"on", "the", "money"}, {"on", "finance"}, {"for", "the", "record"}, {"by", "partner"}, {"against", "target"}, {"against", "targets"}}

// openingIn is how many tokens such words and the comma behind them take, 0 where none open the sentence.
func openingIn(ts []language.Token) int {
	if len(ts) < 3 || ts[0].Kind != language.WordToken {
		return 0
	}
openings:
	for _, words := range openingWords {
		n := len(words)
		if ts[0].Text != words[0] || n+1 >= len(ts) || ts[n].Kind != language.MarkToken || ts[n].Text != "," {
			continue
		}
		for k, word := range words {
			if ts[k].Kind != language.WordToken || ts[k].Text != word {
				continue openings
			}
		}
		return n + 1
	}
	return 0
}

// openers begin a frame that says how somebody feels about what comes behind "that".
var openers = []string{"it", "what", "i", "we", "my", "our", "there"}

// reporters say that what comes behind "that" is from somewhere else, or that it isn't so.
var reporters = []string{"found", "find", "heard", "hear", "asked", "ask", "learned", "learnt", "showed", "shown", "estimate", "suggest", "suggests", "suggested", "doubt", "deny", "fear", "if", "wish", "so", "such", "than", "say",
	"says", "said", "agreed", "decided", "promised", "aimed", "plan", "want", "wanted", "essential", "vital", "crucial", "imperative", "right", "fair", "necessary", "desirable", "important", "proper", "sensible", "ask", "asks", "require", "requires", "required", "need", "needs", "needed", "policy", "rule", "intention", "expectation", "view", "impression", "case", "enough", "feared", "worried", "afraid", "anxious", "fearful", "hopeful", "confident", "optimistic", "imagined", "imagine", "rumoured", "alleged", "proposed", "planned", "recommended", "suspect", "suspected", "wondered", "warned", "told", "argued", "unlikely", "likely", "possible", "untrue", "wrong"}

// writers begin a frame of what "I" or "we" feel or have to say.
var writers = []string{"am", "are", "have", "must", "can", "should", "regret", "admit", "acknowledge", "concede", "confess", "recognise", "accept", "know", "take", "owe"}

// feelings may be denied in a frame: "it gives me no pleasure to report that".
var feelings = []string{"pleasure", "joy", "comfort", "surprise", "surprised", "secret", "accident", "coincidence", "satisfaction", "consolation", "nobody", "doubt", "denying"}

// introduced passes over what a sentence begins with where that only says how its writer feels
// about the rest: "What troubles me most is that", "It will surprise nobody that".
func introduced(items []item) {
	first := 0
	for first < len(items) && items[first].Class == language.IsMark {
		first++
	}
	if first == len(items) || !slices.Contains(openers, items[first].text) {
		return
	}
	if w := items[first].text; (w == "i" || w == "we") && (first+1 == len(items) || !slices.Contains(writers, items[first+1].text)) {
		return
	}
	that, denied, felt := -1, false, false
	for i := first + 1; i < len(items) && i < first+14; i++ {
		it := &items[i]
		if it.text == "that" && i > first+1 {
			that = i
			break
		}
		felt = felt || slices.Contains(feelings, it.text)
		switch {
		case slices.Contains(reporters, it.text) && !(it.text == "say" && i > 1 && items[i-1].text == "to"), it.Class == language.IsQuantity, it.Class == language.IsSubject, it.Class == language.IsMark, it.Class == language.IsBreak, it.Class == language.IsAside, it.Class == language.IsPeriod,
			it.Class == language.IsArea && it.Area != facts.Own, it.Class == language.IsFace, it.Class == language.IsBase, it.Class == language.IsMove && !it.Adj && !it.Judge, it.Class == language.IsStatus:
			return
		case it.Class == language.IsNot:
			denied = true
		case it.Class == language.IsMood && it.text != "will" && it.text != "may" && it.text != "should" && it.text != "can" && it.text != "to report":
			return
		}
	}
	if that < 0 || denied && !felt || items[that-1].Class == language.IsPlain && slices.Contains([]string{"all", "so", "in", "of", "than"}, items[that-1].text) {
		return
	}
	if !anyOf(items[first:that], func(x *item) bool {
		return x.Class == language.IsUnknown || x.Class == language.IsNot || x.Class == language.IsMood
	}) {
		return // nothing to pass over
	}
	for i := first; i <= that; i++ {
		items[i].makePlain()
	}
}
