package lex

import (
	"slices"

	"apr/regs/claims/facts"
	"apr/regs/claims/language"
)

// This file has words that lead to a reason, to something else, or to what became of it: "as prices rose", "if only just".

// asReason takes what is behind "as" at i for a reason, where it stands behind an over- or underspend and says what something
// unknown did: "over its budget as medicines became dearer".
func asReason(items []Item, i int) {
	if i == 0 || items[i].Text != "as" || items[i].Class != language.IsPlain || i+2 >= len(items) {
		return
	}
	switch before := &items[i-1]; {
	case before.Class == language.IsFace && before.Face == facts.FaceVariance, before.Text == "over", before.Text == "under":
	case before.Class == language.IsQuantity && before.Q.Unit == facts.Pounds:
	case before.Class == language.IsMark && before.Word == "," && language.AnyOf(items[:i], func(x *Item) bool { return x.Class == language.IsFace && x.Face == facts.FaceVariance }):
	default:
		return
	}
	unknown := false
	for k := i + 1; k < len(items) && items[k].Class != language.IsMark && items[k].Class != language.IsBreak; k++ {
		switch x := &items[k]; {
		case x.Text == "as", x.Class == language.IsFace, x.Class == language.IsQuantity, x.Class == language.IsSubject && x.Thing.Kind == facts.Money:
			return // "as much as", "as medicines cost £2m more"
		case x.Class == language.IsUnknown:
			unknown = true
		}
	}
	if unknown {
		items[i].Entry = language.Entry{Class: language.IsAside, Word: "as"}
	}
}

// setsBeside makes "when" at i a conjunction where another place is named right behind it:
// "77.1% felt safe, when for Scotland as a whole it is 74.3%".
func setsBeside(items []Item, i int) {
	if i == 0 || items[i].Class != language.IsAside || items[i].Text != "when" {
		return
	}
	for k := i + 1; k < len(items); k++ {
		switch {
		case items[k].Class == language.IsArea:
			if items[k].Area != facts.Own && !facts.IsLocality(items[k].Area) {
				items[i].Entry = language.Entry{Class: language.IsBreak, Word: "but"}
			}
			return
		case items[k].Class != language.IsPlain && items[k].Role != "in":
			return
		}
	}
}

// becoming makes a movement of the comparative at i where something became so: "has become
// commoner".
func becoming(items []Item, i int) {
	if items[i].Class != language.IsMove || !items[i].Adj || items[i].Judge || items[i].Text == "more" || items[i].Text == "less" {
		return
	}
	for k := i - 1; k >= 0 && items[k].Class == language.IsPlain; k-- {
		switch items[k].Text {
		case "become", "became", "becomes", "becoming", "grown", "got":
			items[i].Adj = false
			return
		}
	}
}

// concedes makes "if" at i a conjunction where a comparison is right behind it: "more than in
// 2024/25 if less than the £6.2m that was planned".
func concedes(items []Item, i int) {
	if i == 0 || i+1 == len(items) || items[i].Text != "if" || items[i].Class != language.IsMood {
		return
	}
	if next := &items[i+1]; next.Class == language.IsMove && next.Adj || next.Class == language.IsBeside || next.Class == language.IsExtreme || next.Class == language.IsHedge && (next.Hedge == facts.Over || next.Hedge == facts.Under) {
		items[i].Entry = language.Entry{Class: language.IsBreak, Word: "but"}
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
func introduced(items []Item) {
	first := 0
	for first < len(items) && items[first].Class == language.IsMark {
		first++
	}
	if first == len(items) || !slices.Contains(openers, items[first].Text) {
		return
	}
	if w := items[first].Text; (w == "i" || w == "we") && (first+1 == len(items) || !slices.Contains(writers, items[first+1].Text)) {
		return
	}
	that, denied, felt := -1, false, false
	for i := first + 1; i < len(items) && i < first+14; i++ {
		it := &items[i]
		if it.Text == "that" && i > first+1 {
			that = i
			break
		}
		felt = felt || slices.Contains(feelings, it.Text)
		switch {
		case slices.Contains(reporters, it.Text) && !(it.Text == "say" && i > 1 && items[i-1].Text == "to"), it.Class == language.IsQuantity, it.Class == language.IsSubject, it.Class == language.IsMark, it.Class == language.IsBreak, it.Class == language.IsAside, it.Class == language.IsPeriod,
			it.Class == language.IsArea && it.Area != facts.Own, it.Class == language.IsFace, it.Class == language.IsBase, it.Class == language.IsMove && !it.Adj && !it.Judge, it.Class == language.IsStatus:
			return
		case it.Class == language.IsNot:
			denied = true
		case it.Class == language.IsMood && it.Text != "will" && it.Text != "may" && it.Text != "should" && it.Text != "can" && it.Text != "to report":
			return
		}
	}
	if that < 0 || denied && !felt || items[that-1].Class == language.IsPlain && slices.Contains([]string{"all", "so", "in", "of", "than"}, items[that-1].Text) {
		return
	}
	if !language.AnyOf(items[first:that], func(x *Item) bool {
		return x.Class == language.IsUnknown || x.Class == language.IsNot || x.Class == language.IsMood
	}) {
		return // nothing to pass over
	}
	for i := first; i <= that; i++ {
		items[i].MakePlain()
	}
}
