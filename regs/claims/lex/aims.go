package lex

import (
	"slices"
	"strings"

	"apr/regs/claims/facts"
	"apr/regs/claims/language"
)

// This file has ways to speak of targets that take more than a word.

// beyondTarget makes "over" and the like at i compare with a target that is named behind them:
// "three weeks beyond the target", "two over the 114 that we had aimed for".
func beyondTarget(items []Item, i int) {
	n := 0
	switch items[i].Text {
	case "off":
		if behindFigure(items, i) && nextTarget(items, i+1) >= 0 || i > 1 && slices.Contains([]string{"long way", "some way", "a long way", "far"}, items[i-1].Text) && nextTarget(items, i+1) >= 0 {
			items[i].Entry = language.Entry{Class: language.IsBeside, N: -1, Word: items[i].Text} // on the wrong side of it; see besideTarget
		}
		return
	case "outside":
		if outsideTarget(items, i) {
			items[i].Entry = language.Entry{Class: language.IsMet, N: -1, Word: "outside"}
		}
		return
	case "over", "beyond", "past":
		n = 1
	case "under":
		n = -1
	}
	if n == 0 || items[i].Class == language.IsBeside || !behindFigure(items, i) && !(i > 0 && slices.Contains(stays, items[i-1].Text)) && !(i > 0 && items[i-1].Class == language.IsPlain && strings.HasSuffix(items[i-1].Text, "ly") && i+1 < len(items) && items[i+1].Text == "the") {
		return
	}
	for k := i + 1; k < len(items) && k <= i+6; k++ {
		switch it := &items[k]; {
		case it.Class == language.IsFace && it.Face == facts.FaceTarget:
			items[i].Entry = language.Entry{Class: language.IsBeside, N: n, Word: items[i].Text}
			return
		case it.Class != language.IsPlain && it.Class != language.IsQuantity && !it.Is(facts.Own) && it.Role != "of":
			return
		}
	}
}

// enoughFor takes "enough to meet the target" at i for a target that was met, and "not quite enough", "far from enough"
// and "too high" for one that wasn't.
func enoughFor(items []Item, i int) {
	too := items[i].Text == "too"
	if !too && items[i].Text != "enough" {
		return
	}
	if too && i+1 < len(items) && items[i+1].Role != "to" {
		i++ // the "high" of "too high"
	}
	if i+2 >= len(items) || items[i+1].Role != "to" && items[i+1].Text != "for" {
		return
	}
	verb := i + 1 // "to reach" is one item, and "good enough for the target"
	if k := i + 2; items[i+1].Text == "to" && (items[k].Class == language.IsMet && items[k].N > 0 || slices.Contains([]string{"pass", "deliver", "fulfil", "satisfy", "clear"}, items[k].Text)) {
		verb = k
	} else if items[i+1].Text == "to" {
		return
	}
	if k := nextTarget(items, verb+1); k < 0 || items[i].Class != language.IsPlain && items[i].Class != language.IsUnknown {
		return
	}
	met := 1
	if i > 0 {
		switch before := &items[i-1]; {
		case too:
			met = -1
		case before.Text == "not quite", before.Text == "nearly", before.Text == "almost", before.Text == "not far off", before.Text == "hardly", before.Text == "barely", before.Text == "scarcely":
			met = -1
			before.MakePlain()
		case before.Text == "more than", before.Class == language.IsHedge:
			before.MakePlain()
		case before.Role == "from" && i > 1 && slices.Contains([]string{"far", "short", "some way", "a long way"}, items[i-2].Text):
			met = -1
			before.MakePlain()
		}
	}
	items[i].Entry = language.Entry{Class: language.IsMet, N: met, Word: items[i].Text}
	for k := i + 1; k <= verb; k++ {
		items[k].MakePlain()
	}
}

// nextTarget is the place of a target that is named at item k, or behind its figure, -1 where none is: "the target", "this
// year's 90% target".
func nextTarget(items []Item, k int) int {
	for n := 0; k < len(items) && n < 4; k, n = k+1, n+1 {
		switch it := &items[k]; {
		case IsTarget(it):
			return k
		case it.Class != language.IsPlain && it.Class != language.IsPeriod && it.Class != language.IsQuantity && !it.Is(facts.Own):
			return -1
		}
	}
	return -1
}

// deliversTarget takes "delivered" at i for a target that was met, where one is its object or its subject: "so this year's
// target has been delivered", "which delivers the target in full".
func deliversTarget(items []Item, i int) {
	if !strings.HasPrefix(items[i].Text, "deliver") || items[i].Text == "delivery" {
		return
	}
	is := nextTarget(items, i+1) >= 0 && (items[i].Text != "delivered" || i > 0 && (items[i-1].Class != language.IsQuantity && items[i-1].Class != language.IsSubject))
	for k := i - 1; k >= 0 && k >= i-5 && !is && beenDone(items, i); k-- {
		if is = IsTarget(&items[k]) || items[k].Class == language.IsQuantity && k > 1 && items[k-1].Role == "of" && IsTarget(&items[k-2]); items[k].Class != language.IsPlain && items[k].Class != language.IsNot && items[k].Class != language.IsQuantity {
			break
		}
	}
	partly := language.AnyOf(items, func(x *Item) bool { return slices.Contains([]string{"part", "partly", "partially"}, x.Text) })
	if is && !partly {
		items[i].Entry = language.Entry{Class: language.IsMet, N: 1, Word: items[i].Text}
	}
}

// behindFigure reports whether a figure is right before item i, or before what it counts.
func behindFigure(items []Item, i int) bool {
	return i > 0 && items[i-1].Class == language.IsQuantity || i > 1 && items[i-2].Class == language.IsQuantity && (items[i-1].Class == language.IsPlain || items[i-1].Class == language.IsUnknown)
}

// aimed takes "that we aim for" at i for a hope where neither a figure nor a target is before it.
func aimed(items []Item, i int) {
	if items[i].Class != language.IsFace || items[i].Word != "aimed" {
		return
	}
	for k := i - 1; k >= 0 && k >= i-5; k-- {
		switch it := &items[k]; {
		case it.Class == language.IsQuantity, it.Class == language.IsFace && it.Face == facts.FaceTarget, it.Class == language.IsThan, it.Class == language.IsBeside && it.N != 0, it.Word == "as wanted":
			return
		case it.Class != language.IsPlain && it.Class != language.IsUnknown && it.Class != language.IsSubject && it.Role != "of" && it.Class != language.IsBeside:
			k = 0
		}
	}
	items[i].Entry = language.Entry{Class: language.IsMood, Word: "target"}
}

// outsideTarget reports whether a target is named right behind item i.
func outsideTarget(items []Item, i int) bool {
	for k := i + 1; k < len(items) && k <= i+4; k++ {
		if items[k].Class == language.IsFace && items[k].Face == facts.FaceTarget {
			return true
		}
		if items[k].Class != language.IsPlain && items[k].Class != language.IsQuantity {
			return false
		}
	}
	return false
}

// required takes "what the budget required" at i for what is wanted, but for a part of it: "76% of
// what the budget required".
func required(items []Item, i int) {
	if items[i].Class != language.IsFace || items[i].Word != "required" {
		return
	}
	if i > 0 && items[i-1].Class == language.IsQuantity && items[i-1].Q.Unit == facts.Pounds {
		return // "against the £6.2m that was required to balance the budget"
	}
	if i > 1 && items[i-1].Role == "of" && items[i-2].Class == language.IsQuantity && items[i-2].Q.Unit == facts.Percent && items[i-2].Q.Ref == nil {
		return
	}
	items[i].Entry = language.Entry{Class: language.IsMood, Word: "target"}
}

// achievedThere takes "achieved" at i between a figure and its place for a plain word: "behind the 78% achieved in
// Glenside".
func achievedThere(items []Item, i int) {
	if items[i].Class == language.IsMet && items[i].N > 0 && i > 0 && i+2 < len(items) && items[i-1].Class == language.IsQuantity && items[i+1].Role == "in" && items[i+2].Class == language.IsArea {
		items[i].MakePlain()
	}
}

// keptTo makes a target that was met of "was kept" at i, where the clause has named a limit or a target.
func keptTo(items []Item, i int) {
	n := 0
	switch items[i].Text {
	case "kept", "respected", "observed", "honoured":
		n = 1
	case "breached", "broken", "overstepped", "overshot":
		n = -1
	}
	if n == 0 || i+1 < len(items) && items[i+1].Class != language.IsMark && items[i+1].Class != language.IsBreak && items[i+1].Class != language.IsPeriod {
		return
	}
	was := false
	for k := i - 1; k >= 0 && items[k].Class != language.IsMark; k-- {
		switch it := &items[k]; {
		case it.Class == language.IsFace && it.Face == facts.FaceTarget && was:
			items[i].Entry = language.Entry{Class: language.IsMet, N: n, Word: items[i].Text}
			return
		case it.Class == language.IsPlain || it.Class == language.IsNot:
			was = was || slices.Contains([]string{"was", "were", "is", "are", "been"}, it.Text)
		case it.Class != language.IsQuantity && it.Class != language.IsHedge && !(it.Class == language.IsRole && it.Role == "of") && !it.Is(facts.Own):
			return
		}
	}
}

// goals are words for a target that can be of a hope, too.
var goals = []string{"goal", "goals", "ambition", "aim", "aims", "standard"}

// wanted makes a target of the goal at i that something is said to have met, or missed, or that it is
// compared with: "has met its goal for attendance", "our aim for absence has not been achieved".
func wanted(items []Item, i int) {
	if items[i].Class == language.IsHedge && !strings.HasPrefix(items[i].Text, "as ") || items[i].Text == "inside" || items[i].Text == "over" || items[i].Text == "under" || items[i].Text == "past" || items[i].Text == "beyond" {
		stayedBeside(items, i)
		return
	}
	if items[i].Class == language.IsFace && items[i].Face == facts.FaceVariance && items[i].Text == "came in under" && (i+1 < len(items) && IsTarget(&items[i+1]) || i+2 < len(items) && IsTarget(&items[i+2])) {
		items[i].Entry = language.Entry{Class: language.IsBeside, N: -1, Word: items[i].Text}
		return
	}
	if IsTarget(&items[i]) {
		wasMet(items, i)
		beyondIt(items, i)
	}
	goal := items[i].Class == language.IsMood && slices.Contains(goals, items[i].Text) || items[i].Text == "aim for" || items[i].Text == "aims for"
	if asWanted(items, i) || !goal || i == 0 || !slices.Contains([]string{"its", "our", "the", "their"}, items[i-1].Text) {
		return
	}
	for k := i - 2; k >= 0 && k >= i-5; k-- {
		switch it := &items[k]; {
		case it.Text == "up to" && it.Class == language.IsHedge:
			it.Entry = language.Entry{Class: language.IsMet, N: 1, Word: it.Text} // "came up to our goal"
			items[i].Entry = language.Entry{Class: language.IsFace, Face: facts.FaceTarget, Word: items[i].Text}
			return
		case it.Class == language.IsMet, it.Class == language.IsBeside, it.Text == "within", it.Text == "inside":
			items[i].Entry = language.Entry{Class: language.IsFace, Face: facts.FaceTarget, Word: items[i].Text}
			return
		case it.Class != language.IsPlain && it.Class != language.IsHedge && it.Class != language.IsThan:
			k = 0
		}
	}
	for k := i + 1; k < len(items); k++ {
		switch it := &items[k]; {
		case it.Class == language.IsStatus && strings.HasSuffix(it.Text, " met"), it.Class == language.IsMet && beenDone(items, k):
			it.Entry = language.Entry{Class: language.IsMet, N: max(it.N, -1), Word: it.Text}
			if it.N == 0 {
				it.N = 1
			}
			items[i].Entry = language.Entry{Class: language.IsFace, Face: facts.FaceTarget, Word: items[i].Text}
			return
		case it.Class == language.IsMark && it.Word != ",", it.Class == language.IsBreak && it.Word != "and", it.Class == language.IsMood, it.Class == language.IsAside:
			return
		}
	}
}

// wasMet takes "been met" behind the target at i for what became of that.
func wasMet(items []Item, i int) {
	for k := i + 1; k < len(items); k++ {
		switch it := &items[k]; {
		case it.Class == language.IsStatus && strings.HasSuffix(it.Text, " met"):
			it.Entry = language.Entry{Class: language.IsMet, N: 1, Word: it.Text}
			return
		case it.Class == language.IsMark, it.Class == language.IsBreak, it.Class == language.IsMet:
			return
		}
	}
}

// beyondIt reads verbs right before the target at i: "overshot the target", "cleared their target".
func beyondIt(items []Item, i int) {
	k := i - 1
	for k >= 0 && (items[k].Class == language.IsPlain && slices.Contains([]string{"its", "their", "our", "the", "a", "again"}, items[k].Text) || items[k].Is(facts.Own)) {
		k--
	}
	if k < 0 {
		return
	}
	switch items[k].Text {
	case "overshot", "overshoots", "outstripped", "overran", "surpassed":
		items[k].Entry = language.Entry{Class: language.IsBeside, N: 1, Word: items[k].Text}
	case "undershot", "undershoots":
		items[k].Entry = language.Entry{Class: language.IsBeside, N: -1, Word: items[k].Text}
	case "cleared", "clears", "tops", "smashed", "bettered", "betters":
		items[k].Entry = language.Entry{Class: language.IsMet, N: 1, Word: items[k].Text}
	}
}

// asWanted makes a target that is met of what something is said to be: "which is what we aimed for",
// "not yet where we want it to be", "as much as we set out to save"; and of "no longer than the target"
// that it isn't beyond it. It reports whether it did.
func asWanted(items []Item, i int) bool {
	it := &items[i]
	next := func(k int) bool { return k < len(items) && IsTarget(&items[k]) }
	switch {
	case it.Class == language.IsFace && it.Face == facts.FaceTarget && i > 0 && (strings.HasPrefix(it.Text, "where ") || strings.HasPrefix(it.Text, "what ")):
		switch items[i-1].Text {
		case "is", "are", "was", "were", "yet", "not yet", "exactly", "just", "now", "be", "been", "all", "last", "finally":
			it.Entry = language.Entry{Class: language.IsMet, N: 1, Word: "as wanted"}
			return true
		}
	case it.Class == language.IsHedge && (it.Text == "as much as" || it.Text == "as many as" || it.Text == "as high as") && next(i+1):
		it.Entry = language.Entry{Class: language.IsMet, N: 1, Word: "as wanted"}
		return true
	case it.Class == language.IsNot && strings.HasPrefix(it.Text, "no ") && i+1 < len(items) && items[i+1].Class == language.IsThan && (next(i+2) || next(i+3)):
		if it.Text == "no longer" {
			items[i+1].Entry = language.Entry{Class: language.IsBeside, N: 1, Word: "longer than"}
			return true
		}
	}
	return false
}

// IsTarget reports whether an item names a target.
func IsTarget(it *Item) bool { return it.Class == language.IsFace && it.Face == facts.FaceTarget }

// beenDone reports whether the verb at i is of what was done: "has been met", "was not reached".
func beenDone(items []Item, i int) bool {
	for k := i - 1; k >= 0 && k >= i-4; k-- {
		switch items[k].Text {
		case "been", "was", "were", "is", "are":
			return true
		}
		if items[k].Class != language.IsPlain && items[k].Class != language.IsNot {
			return false
		}
	}
	return false
}

// Stayings are verbs behind which "under" and the like are of where something is.
var Stayings = []string{"stayed", "stays", "stay", "kept", "keeps", "keep", "came", "comes", "went", "gone", "go", "goes", "was", "were", "is", "are", "remained", "remains", "remain", "in", "still", "now", "well", "just", "far", "ran", "runs", "ended", "finished", "held", "been", "crept", "rose", "fell", "us"}

// stayedBeside makes "under" and the like at i compare with a target that is right behind it: "stayed
// under the ceiling that we had set".
func stayedBeside(items []Item, i int) {
	n := 0
	// Behind a figure of the clause before: "reached 91%, just under our target".
	apart := i > 1 && items[i-1].Class == language.IsMark && items[i-1].Word == "," && items[i-2].Class != language.IsMark
	switch language.LastWord(items[i].Text) {
	case "over", "beyond", "past":
		n = 1
	case "under":
		n = -1
	}
	if strings.HasSuffix(items[i].Text, "short of") {
		n = -1
	}
	if n == 0 || i == 0 || !apart && !slices.Contains(Stayings, items[i-1].Text) && !(items[i-1].Class == language.IsMove && !items[i-1].Adj) && !(items[i-1].Class == language.IsPlain && strings.HasSuffix(items[i-1].Text, "ly")) {
		return
	}
	for k := i + 1; k < len(items) && k <= i+4; k++ {
		switch it := &items[k]; {
		case it.Class == language.IsFace && it.Face == facts.FaceTarget:
			items[i].Entry = language.Entry{Class: language.IsBeside, N: n, Word: items[i].Text}
			return
		case it.Class != language.IsPlain && it.Class != language.IsQuantity && !it.Is(facts.Own):
			return
		}
	}
}

// besideGoal says on which side of a target something is at i where the words for it are others elsewhere: "but just short of the target",
// "lies one point short of the target", "two weeks beyond the board's target of eight", "leaves our target of 46,000 unmet".
func besideGoal(items []Item, i int) {
	it := &items[i]
	k := i + 1
	for k < len(items) && (items[k].Class == language.IsPlain || items[k].Is(facts.Own) || items[k].Class == language.IsSubject && items[k].Possessive && items[k].Thing.ID == "total") && k < i+3 {
		k++
	}
	named := k < len(items) && items[k].Class == language.IsFace && items[k].Face == facts.FaceTarget
	switch {
	case named && it.Class == language.IsHedge && strings.HasSuffix(it.Text, "short of"):
		it.Entry = language.Entry{Class: language.IsBeside, N: -1, Word: "short of"}
	case named && it.Class == language.IsUnknown && it.Text == "beyond":
		it.Entry = language.Entry{Class: language.IsBeside, N: 1, Word: "beyond"}
	case it.Class == language.IsUnknown && (it.Text == "lie" || it.Text == "lies") && i+2 < len(items) && items[i+1].Class == language.IsQuantity && items[i+2].Class == language.IsBeside:
		it.MakePlain()
	case named && it.Class == language.IsUnknown && (it.Text == "leaves" || it.Text == "left"):
		for k++; k < len(items) && (items[k].Role == "of" || items[k].Class == language.IsQuantity || items[k].Class == language.IsPlain); k++ {
		}
		if k < len(items) && items[k].Class == language.IsUnknown && (items[k].Text == "unmet" || items[k].Text == "missed") {
			it.MakePlain()
			items[k].Entry = language.Entry{Class: language.IsMet, N: -1, Word: "missed"}
		}
	}
}
