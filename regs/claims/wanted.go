package claims

import (
	"slices"
	"strings"

	"apr/regs/claims/facts"
	"apr/regs/claims/language"
)

// This file has targets in other words: "where we want to be", "the goal for attendance", "what the
// target allows".

// goals are words for a target that can be of a hope, too.
var goals = []string{"goal", "goals", "ambition", "aim", "aims", "standard"}

// wanted makes a target of the goal at i that something is said to have met, or missed, or that it is
// compared with: "has met its goal for attendance", "our aim for absence has not been achieved".
func wanted(items []item, i int) {
	if items[i].Class == language.IsHedge && !strings.HasPrefix(items[i].text, "as ") || items[i].text == "inside" || items[i].text == "over" || items[i].text == "under" || items[i].text == "past" || items[i].text == "beyond" {
		stayedBeside(items, i)
		return
	}
	if items[i].Class == language.IsFace && items[i].Face == facts.FaceVariance && items[i].text == "came in under" && (i+1 < len(items) && isTarget(&items[i+1]) || i+2 < len(items) && isTarget(&items[i+2])) {
		items[i].Entry = language.Entry{Class: language.IsBeside, N: -1, Word: items[i].text}
		return
	}
	if isTarget(&items[i]) {
		wasMet(items, i)
		beyondIt(items, i)
	}
	goal := items[i].Class == language.IsMood && slices.Contains(goals, items[i].text) || items[i].text == "aim for" || items[i].text == "aims for"
	if asWanted(items, i) || !goal || i == 0 || !slices.Contains([]string{"its", "our", "the", "their"}, items[i-1].text) {
		return
	}
	for k := i - 2; k >= 0 && k >= i-5; k-- {
		switch it := &items[k]; {
		case it.text == "up to" && it.Class == language.IsHedge:
			it.Entry = language.Entry{Class: language.IsMet, N: 1, Word: it.text} // "came up to our goal"
			items[i].Entry = language.Entry{Class: language.IsFace, Face: facts.FaceTarget, Word: items[i].text}
			return
		case it.Class == language.IsMet, it.Class == language.IsBeside, it.text == "within", it.text == "inside":
			items[i].Entry = language.Entry{Class: language.IsFace, Face: facts.FaceTarget, Word: items[i].text}
			return
		case it.Class != language.IsPlain && it.Class != language.IsHedge && it.Class != language.IsThan:
			k = 0
		}
	}
	for k := i + 1; k < len(items); k++ {
		switch it := &items[k]; {
		case it.Class == language.IsStatus && strings.HasSuffix(it.text, " met"), it.Class == language.IsMet && beenDone(items, k):
			it.Entry = language.Entry{Class: language.IsMet, N: max(it.N, -1), Word: it.text}
			if it.N == 0 {
				it.N = 1
			}
			items[i].Entry = language.Entry{Class: language.IsFace, Face: facts.FaceTarget, Word: items[i].text}
			return
		case it.Class == language.IsMark && it.Word != ",", it.Class == language.IsBreak && it.Word != "and", it.Class == language.IsMood, it.Class == language.IsAside:
			return
		}
	}
}

// wasMet takes "been met" behind the target at i for what became of that.
func wasMet(items []item, i int) {
	for k := i + 1; k < len(items); k++ {
		switch it := &items[k]; {
		case it.Class == language.IsStatus && strings.HasSuffix(it.text, " met"):
			it.Entry = language.Entry{Class: language.IsMet, N: 1, Word: it.text}
			return
		case it.Class == language.IsMark, it.Class == language.IsBreak, it.Class == language.IsMet:
			return
		}
	}
}

// beyondIt reads verbs right before the target at i: "overshot the target", "cleared their target".
func beyondIt(items []item, i int) {
	k := i - 1
	for k >= 0 && (items[k].Class == language.IsPlain && slices.Contains([]string{"its", "their", "our", "the", "a", "again"}, items[k].text) || items[k].is(facts.Own)) {
		k--
	}
	if k < 0 {
		return
	}
	switch items[k].text {
	case "overshot", "overshoots", "outstripped", "overran", "surpassed":
		items[k].Entry = language.Entry{Class: language.IsBeside, N: 1, Word: items[k].text}
	case "undershot", "undershoots":
		items[k].Entry = language.Entry{Class: language.IsBeside, N: -1, Word: items[k].text}
	case "cleared", "clears", "tops", "smashed", "bettered", "betters":
		items[k].Entry = language.Entry{Class: language.IsMet, N: 1, Word: items[k].text}
	}
}

// targetRun reads for how many years in a row a target was met, or missed; it reports whether the clause says
// so: "met their target three years running", "for a third year missed its target".
func (c *clause) targetRun(t *facts.Thing, area string, met bool, word *item) bool {
	i, n := c.has(language.IsRow, language.IsEach), c.inAnyOf()
	if i < 0 && n == 0 {
		return false
	}
	if i >= 0 {
		n, _ = c.howMany(i, t, facts.FaceValue, area)
	}
	at := c.facts.Newest(t, facts.FaceValue, area)
	if n < 1 || c.times().at != nil {
		return true // it isn't read
	}
	if c.not {
		met = !met
	}
	held := func(n int) (w facts.Way) {
		w = facts.Way{Truth: facts.Yes, Year: at, Base: at - n + 1}
		for y := at; y > at-n; y-- {
			v, ok := c.facts.At(t, facts.FaceValue, area, y)
			goal, there := c.facts.At(t, facts.FaceTarget, area, y)
			if !ok || !there {
				return facts.Way{Year: at}
			}
			if (v.Exact.Cmp(goal.Exact) != -t.Better) != met {
				w.Truth, w.Expected, w.Evidence = facts.No, v.Display+" against a target of "+goal.Display+" in "+facts.When(v, y), facts.Proof(v, y)
				return w
			}
			w.Evidence = append(w.Evidence, facts.Proof(v, y)...)
		}
		return w
	}
	cl := c.tell(saysRun, word, t, area, []facts.Way{c.longer(held(n), held(n+1), max(i, 0), n, "the same")})
	cl.Comparator, cl.Negated = word.text, c.not
	return true
}

// asWanted makes a target that is met of what something is said to be: "which is what we aimed for",
// "not yet where we want it to be", "as much as we set out to save"; and of "no longer than the target"
// that it isn't beyond it. It reports whether it did.
func asWanted(items []item, i int) bool {
	it := &items[i]
	next := func(k int) bool { return k < len(items) && isTarget(&items[k]) }
	switch {
	case it.Class == language.IsFace && it.Face == facts.FaceTarget && i > 0 && (strings.HasPrefix(it.text, "where ") || strings.HasPrefix(it.text, "what ")):
		switch items[i-1].text {
		case "is", "are", "was", "were", "yet", "not yet", "exactly", "just", "now", "be", "been", "all", "last", "finally":
			it.Entry = language.Entry{Class: language.IsMet, N: 1, Word: "as wanted"}
			return true
		}
	case it.Class == language.IsHedge && (it.text == "as much as" || it.text == "as many as" || it.text == "as high as") && next(i+1):
		it.Entry = language.Entry{Class: language.IsMet, N: 1, Word: "as wanted"}
		return true
	case it.Class == language.IsNot && strings.HasPrefix(it.text, "no ") && i+1 < len(items) && items[i+1].Class == language.IsThan && (next(i+2) || next(i+3)):
		if it.text == "no longer" {
			items[i+1].Entry = language.Entry{Class: language.IsBeside, N: 1, Word: "longer than"}
			return true
		}
	}
	return false
}

// isTarget reports whether an item names a target.
func isTarget(it *item) bool { return it.Class == language.IsFace && it.Face == facts.FaceTarget }

// beenDone reports whether the verb at i is of what was done: "has been met", "was not reached".
func beenDone(items []item, i int) bool {
	for k := i - 1; k >= 0 && k >= i-4; k-- {
		switch items[k].text {
		case "been", "was", "were", "is", "are":
			return true
		}
		if items[k].Class != language.IsPlain && items[k].Class != language.IsNot {
			return false
		}
	}
	return false
}

// stayings are verbs behind which "under" and the like are of where something is.
var stayings = []string{"stayed", "stays", "stay", "kept", "keeps", "keep", "came", "comes", "went", "gone", "go", "goes", "was", "were", "is", "are", "remained", "remains", "remain", "in", "still", "now", "well", "just", "far", "ran", "runs", "ended", "finished", "held", "been", "crept", "rose", "fell", "us"}

// stayedBeside makes "under" and the like at i compare with a target that is right behind it: "stayed
// under the ceiling that we had set".
func stayedBeside(items []item, i int) {
	n := 0
	// Behind a figure of the clause before: "reached 91%, just under our target".
	apart := i > 1 && items[i-1].Class == language.IsMark && items[i-1].Word == "," && items[i-2].Class != language.IsMark
	switch lastWord(items[i].text) {
	case "over", "beyond", "past":
		n = 1
	case "under":
		n = -1
	}
	if strings.HasSuffix(items[i].text, "short of") {
		n = -1
	}
	if n == 0 || i == 0 || !apart && !slices.Contains(stayings, items[i-1].text) && !(items[i-1].Class == language.IsMove && !items[i-1].Adj) && !(items[i-1].Class == language.IsPlain && strings.HasSuffix(items[i-1].text, "ly")) {
		return
	}
	for k := i + 1; k < len(items) && k <= i+4; k++ {
		switch it := &items[k]; {
		case it.Class == language.IsFace && it.Face == facts.FaceTarget:
			items[i].Entry = language.Entry{Class: language.IsBeside, N: n, Word: items[i].text}
			return
		case it.Class != language.IsPlain && it.Class != language.IsQuantity && !it.is(facts.Own):
			return
		}
	}
}

// comparedWithTarget is the comparative of "more … than" before the target at k, or -1: "fewer bed
// days than the target allows".
func (c *clause) comparedWithTarget(k int) int {
	than := c.leadsTo(k)
	if !c.is(than, language.IsThan) {
		return -1
	}
	for i := than - 1; i >= 0; i-- {
		switch it := c.items[i]; {
		case it.Class == language.IsMove && it.Adj:
			return i
		case it.Class != language.IsPlain && it.Class != language.IsSubject && !it.is(facts.Own) && it.Class != language.IsPeriod && !c.roleAt(i, "in", "of"):
			return -1
		}
	}
	return -1
}
