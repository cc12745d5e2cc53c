package claims

import (
	"slices"

	"apr/regs/claims/facts"
	"apr/regs/claims/language"
)

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
