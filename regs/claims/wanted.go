package claims

import (
	"slices"
	"strings"
)

// This file has targets in other words: "where we want to be", "the goal for attendance", "what the
// target allows".

// wantedPhrases are such words, in the form of phrases.
var wantedPhrases = []struct {
	entry
	list string
}{
	{entry{class: isFace, face: target}, `the|our|its|a target|ceiling|limit allows|allowed|permits|permitted|asks|asked|calls|called|demands|demanded|requires|required|sets|provides for? of? us|them|it?; limit; our ceiling|limit;
		where|what we|they want|wanted it|them|this? to be; where|what we|they would like it|them|this? to be; where|what the board wants|wanted it|them|this? to be; where we|it|they ought to be; where we|it|they should|must be; where we|it|they need|needs to be; where it|they is|are|was|were meant|supposed to be;
		what we|they aimed|aim for|at; what the board aimed|aims for|at; what we|they had aimed for; what we|they had? set out to save|make|do|achieve|deliver|find|reach|see; what the board had? set out to save|make|do|achieve|deliver|find|reach|see; what was asked for|of? us|them|it?;
		the|a|our limit that? we had? set|allow|allowed ourselves?; the|a|our limit that? the board had? set|allows|allowed itself?; what we promise|promised carers|people|patients?`},
	{entry{class: isMet, n: 1, word: "as wanted"}, `all that was asked|wanted|expected of it|them|us; everything that was asked of it|them|us; all it|they was|were asked|meant|supposed to`},
	{entry{class: isMet, n: -1}, `yet to meet|reach|hit|achieve|see`},
	// Of a target where a figure, or a word that compares, is before them; see aimed.
	{entry{class: isFace, face: target, word: "aimed"}, `we|they want it|them|this to be; that? we|they allow|allowed|permit|permitted|tolerate|tolerated ourselves|themselves?; that? the board allows|allowed|permits|permitted|tolerates|tolerated itself?; that|which we accept|promise|promised; that|which the board accepts|promised; that? we call|called acceptable;
		we|they had? set out to save|make|do|achieve|deliver|find|reach|write|see; the board had? set out to save|make|do|achieve|deliver|find|reach|write|see; we|they had? wanted|asked|aimed for|of|at? them|us|it?; we|they want|ask|aim for|of|at? them|us|it?; we want|wanted|aim|aimed to; the board had? wants|wanted|asks|asked|aims|aimed for|of|at? them|us|it?`},
}

// goals are words for a target that can be of a hope, too.
var goals = []string{"goal", "goals", "ambition", "aim", "aims", "standard"}

// wanted makes a target of the goal at i that something is said to have met, or missed, or that it is
// compared with: "has met its goal for attendance", "our aim for absence has not been achieved".
func wanted(items []item, i int) {
	if items[i].class == isHedge && !strings.HasPrefix(items[i].text, "as ") || items[i].text == "inside" || items[i].text == "over" || items[i].text == "under" || items[i].text == "past" || items[i].text == "beyond" {
		stayedBeside(items, i)
		return
	}
	if items[i].class == isFace && items[i].face == variance && items[i].text == "came in under" && (i+1 < len(items) && isTarget(&items[i+1]) || i+2 < len(items) && isTarget(&items[i+2])) {
		items[i].entry = entry{class: isBeside, n: -1, word: items[i].text}
		return
	}
	if isTarget(&items[i]) {
		wasMet(items, i)
		beyondIt(items, i)
	}
	goal := items[i].class == isMood && slices.Contains(goals, items[i].text) || items[i].text == "aim for" || items[i].text == "aims for"
	if asWanted(items, i) || !goal || i == 0 || !slices.Contains([]string{"its", "our", "the", "their"}, items[i-1].text) {
		return
	}
	for k := i - 2; k >= 0 && k >= i-5; k-- {
		switch it := &items[k]; {
		case it.text == "up to" && it.class == isHedge:
			it.entry = entry{class: isMet, n: 1, word: it.text} // "came up to our goal"
			items[i].entry = entry{class: isFace, face: target, word: items[i].text}
			return
		case it.class == isMet, it.class == isBeside, it.text == "within", it.text == "inside":
			items[i].entry = entry{class: isFace, face: target, word: items[i].text}
			return
		case it.class != isPlain && it.class != isHedge && it.class != isThan:
			k = 0
		}
	}
	for k := i + 1; k < len(items); k++ {
		switch it := &items[k]; {
		case it.class == isStatus && strings.HasSuffix(it.text, " met"), it.class == isMet && beenDone(items, k):
			it.entry = entry{class: isMet, n: max(it.n, -1), word: it.text}
			if it.n == 0 {
				it.n = 1
			}
			items[i].entry = entry{class: isFace, face: target, word: items[i].text}
			return
		case it.class == isMark && it.word != ",", it.class == isBreak && it.word != "and", it.class == isMood, it.class == isAside:
			return
		}
	}
}

// wasMet takes "been met" behind the target at i for what became of that.
func wasMet(items []item, i int) {
	for k := i + 1; k < len(items); k++ {
		switch it := &items[k]; {
		case it.class == isStatus && strings.HasSuffix(it.text, " met"):
			it.entry = entry{class: isMet, n: 1, word: it.text}
			return
		case it.class == isMark, it.class == isBreak, it.class == isMet:
			return
		}
	}
}

// beyondIt reads verbs right before the target at i: "overshot the target", "cleared their target".
func beyondIt(items []item, i int) {
	k := i - 1
	for k >= 0 && (items[k].class == isPlain && slices.Contains([]string{"its", "their", "our", "the", "a", "again"}, items[k].text) || items[k].is(own)) {
		k--
	}
	if k < 0 {
		return
	}
	switch items[k].text {
	case "overshot", "overshoots", "outstripped", "overran", "surpassed":
		items[k].entry = entry{class: isBeside, n: 1, word: items[k].text}
	case "undershot", "undershoots":
		items[k].entry = entry{class: isBeside, n: -1, word: items[k].text}
	case "cleared", "clears", "tops", "smashed", "bettered", "betters":
		items[k].entry = entry{class: isMet, n: 1, word: items[k].text}
	}
}

// targetRun reads for how many years in a row a target was met, or missed; it reports whether the clause says
// so: "met their target three years running", "for a third year missed its target".
func (c *clause) targetRun(t *Thing, area string, met bool, word *item) bool {
	i, n := c.has(isRow, isEach), c.inAnyOf()
	if i < 0 && n == 0 {
		return false
	}
	if i >= 0 {
		n, _ = c.howMany(i, t, value, area)
	}
	at := c.facts.newest(t, value, area)
	if n < 1 || c.times().at != nil {
		return true // it isn't read
	}
	if c.not {
		met = !met
	}
	held := func(n int) (w way) {
		w = way{truth: yes, year: at, base: at - n + 1}
		for y := at; y > at-n; y-- {
			v, ok := c.facts.at(t, value, area, y)
			goal, there := c.facts.at(t, target, area, y)
			if !ok || !there {
				return way{year: at}
			}
			if (v.Exact.Cmp(goal.Exact) != -t.Better) != met {
				w.truth, w.expected, w.evidence = no, v.Display+" against a target of "+goal.Display+" in "+when(v, y), proof(v, y)
				return w
			}
			w.evidence = append(w.evidence, proof(v, y)...)
		}
		return w
	}
	cl := c.tell(saysRun, word, t, area, []way{c.longer(held(n), held(n+1), max(i, 0), n, "the same")})
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
	case it.class == isFace && it.face == target && i > 0 && (strings.HasPrefix(it.text, "where ") || strings.HasPrefix(it.text, "what ")):
		switch items[i-1].text {
		case "is", "are", "was", "were", "yet", "not yet", "exactly", "just", "now", "be", "been", "all", "last", "finally":
			it.entry = entry{class: isMet, n: 1, word: "as wanted"}
			return true
		}
	case it.class == isHedge && (it.text == "as much as" || it.text == "as many as" || it.text == "as high as") && next(i+1):
		it.entry = entry{class: isMet, n: 1, word: "as wanted"}
		return true
	case it.class == isNot && strings.HasPrefix(it.text, "no ") && i+1 < len(items) && items[i+1].class == isThan && (next(i+2) || next(i+3)):
		if it.text == "no longer" {
			items[i+1].entry = entry{class: isBeside, n: 1, word: "longer than"}
			return true
		}
	}
	return false
}

// isTarget reports whether an item names a target.
func isTarget(it *item) bool { return it.class == isFace && it.face == target }

// beenDone reports whether the verb at i is of what was done: "has been met", "was not reached".
func beenDone(items []item, i int) bool {
	for k := i - 1; k >= 0 && k >= i-4; k-- {
		switch items[k].text {
		case "been", "was", "were", "is", "are":
			return true
		}
		if items[k].class != isPlain && items[k].class != isNot {
			return false
		}
	}
	return false
}

// stayings are verbs behind which "under" and the like are of where something is.
var stayings = []string{"stayed", "stays", "stay", "kept", "keeps", "keep", "came", "comes", "went", "gone", "go", "goes", "was", "were", "is", "are", "remained", "remains", "remain", "in", "still", "now", "well", "just", "far", "ran", "runs", "ended", "finished", "held", "been", "crept", "rose", "fell"}

// stayedBeside makes "under" and the like at i compare with a target that is right behind it: "stayed
// under the ceiling that we had set".
func stayedBeside(items []item, i int) {
	n := 0
	switch strings.TrimPrefix(strings.TrimPrefix(strings.TrimPrefix(items[i].text, "well "), "just "), "slightly ") {
	case "over", "beyond", "past":
		n = 1
	case "under":
		n = -1
	}
	if n == 0 || i == 0 || !slices.Contains(stayings, items[i-1].text) && !(items[i-1].class == isMove && !items[i-1].adj) && !(items[i-1].class == isPlain && strings.HasSuffix(items[i-1].text, "ly")) {
		return
	}
	for k := i + 1; k < len(items) && k <= i+4; k++ {
		switch it := &items[k]; {
		case it.class == isFace && it.face == target:
			items[i].entry = entry{class: isBeside, n: n, word: items[i].text}
			return
		case it.class != isPlain && it.class != isQuantity && !it.is(own):
			return
		}
	}
}

// comparedWithTarget is the comparative of "more … than" before the target at k, or -1: "fewer bed
// days than the target allows".
func (c *clause) comparedWithTarget(k int) int {
	than := c.leadsTo(k)
	if !c.is(than, isThan) {
		return -1
	}
	for i := than - 1; i >= 0; i-- {
		switch it := c.items[i]; {
		case it.class == isMove && it.adj:
			return i
		case it.class != isPlain && it.class != isSubject && !it.is(own) && it.class != isPeriod && !c.roleAt(i, "in", "of"):
			return -1
		}
	}
	return -1
}
