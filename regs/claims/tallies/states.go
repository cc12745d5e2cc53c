package tallies

import (
	"strings"

	"apr/regs/claims/exact"
	"apr/regs/claims/facts"
	"apr/regs/claims/language"
	"apr/regs/claims/lex"
)

// This file reads what sentences say of what became of commitments and how local measures are rated: met, in part, under way, amber.

// stated are the words of a state.
type stated struct {
	met, unmet, part, full, not, all bool
	other                            string // a colour, "under way", "behind"
}

// Words of how commitments stand at the year's end.
var (
	onTheWay = []string{"in progress", "under way", "underway", "ongoing", "being implemented"}
	leftOpen = []string{"incomplete", "outstanding", "unfinished", "not yet complete", "not yet completed"}
)

// word takes what an item says of a state.
func (t *tallying) word(i int) {
	it := &t.items[i]
	is := stated{not: it.Class == language.IsNot || strings.HasPrefix(it.Text, "not ") || strings.Contains(it.Text, " not ")}
	switch last := language.LastWord(it.Text); last {
	case "met", "kept", "delivered", "achieved", "fulfilled", "honoured", "reached", "hit":
		if is.met = true; i > 0 && t.items[i-1].Text == "being" {
			is.met, is.other = false, "under way"
		} else if strings.HasSuffix(t.Passage.Lower[t.Start:it.Start], "half ") {
			is.met, is.part = false, true
		}
	case "missed", "unmet":
		is.unmet = true
	case "part", "partly", "partially":
		is.part = true
	case "full", "fully", "wholly":
		is.full = true
	case "all":
		is.all = i > 0 && t.items[i-1].Text == "at" || it.Text == "at all"
	case "green", "amber", "red", "behind":
		is.other = it.Text
	case "track", "course", "schedule":
		switch {
		case i > 0 && t.items[i-1].Text == "on":
			is.other = "on track"
		case i > 0 && (language.LastWord(t.items[i-1].Text) == "behind" || t.items[i-1].Text == "off"):
			is.other = "behind"
			t.is.other = ""
		}
	case "delayed":
		is.other = "behind"
	case "data", "figures":
		if t.is.not && i > 0 && t.items[i-1].Class == language.IsNot {
			t.is.not, is.other = false, "without data"
		}
	case "tolerance":
		is.other = t.tolerated(i)
	case "target", "targets":
		switch {
		case it.Class == language.IsMet && it.N < 0 && t.noun == "measures":
			is.other = "off target"
		case it.Class == language.IsMet:
			is.met = true
		case t.is.not && !t.is.met:
			is.other = "without a target" // of which nothing is held
		case t.is.other == "within tolerance" || t.is.other == "outside tolerance":
		}
	default:
		t.status(it, &is)
	}
	if is == (stated{}) {
		return
	}
	verb := is.met || is.unmet
	if is.not {
		is.unmet = false // "not met" is a word of its own
	}
	before := i > 0 && i+1 < len(t.items) && t.items[i-1].Text == "and" && t.items[i+1].Class == language.IsQuantity && t.is == stated{} // "had eight and met six"
	if verb && (t.current < 0 || t.carried != "" || before) {
		t.verb = map[bool]string{true: facts.StateMet, false: facts.StateUnmet}[is.met]
		return
	}
	t.is = stated{t.is.met || is.met, t.is.unmet || is.unmet, t.is.part || is.part, t.is.full || is.full, t.is.not || is.not, t.is.all || is.all, t.is.other + is.other}
}

// status takes a word of how something stands, or of a target.
func (t *tallying) status(it *lex.Item, is *stated) {
	switch {
	case it.Class != language.IsStatus:
		is.met, is.unmet = it.Class == language.IsMet && it.N > 0, it.Class == language.IsMet && it.N < 0
	case anyWord(onTheWay, it.Text):
		is.other = "under way"
	case anyWord(leftOpen, it.Text):
		is.unmet = true
	case it.Face == facts.FaceComplete:
		is.met = true
	default:
		is.other = "left" // of which nothing is held
	}
}

// tolerated is on which side of its tolerance the word at i says that a measure is.
func (t *tallying) tolerated(i int) string {
	for k := i - 1; k >= max(0, i-3); k-- {
		switch language.LastWord(t.items[k].Text) {
		case "within":
			return "within tolerance"
		case "outside", "beyond":
			return "outside tolerance"
		}
	}
	return "tolerated" // of which nothing is held
}

// flush gives the current count its state.
func (t *tallying) flush() {
	if t.current >= 0 {
		is, state := t.is, ""
		is.met, is.unmet = is.met || t.carried == facts.StateMet, is.unmet || t.carried == facts.StateUnmet
		switch {
		case is.other != "":
			if state = is.other; is.not || is.met || is.part || stateNames[state] == "" {
				state = ""
			}
		case is.not && is.part, is.met && is.unmet:
		case is.not && is.all:
			state = "not at all"
		case is.not && is.full:
			state = "not in full"
		case is.not, is.unmet:
			state = facts.StateUnmet
		case is.part && is.full:
			state = facts.StateAny
		case is.part:
			state = facts.StatePart
		case is.met, is.full:
			state = facts.StateMet
		}
		t.found[t.current].state = state
		if state != "" {
			for _, k := range t.shares {
				t.found[k].state = state
			}
			t.shares = nil
		}
	}
	t.current, t.is, t.carried, t.apart = -1, stated{}, "", false
}

// behindName is the last item of what one of those that are counted is, behind its number at i: "one, fewer falls, is behind".
func (t *tallying) behindName(i int) int {
	if q := t.items[i].Q; q.Value == nil || q.Value.Cmp(exact.Rat(1, 1)) != 0 || i+1 >= len(t.items) || t.items[i+1].Word != "," {
		return i
	}
	for k := i + 2; k+1 < len(t.items) && k < i+8; k++ {
		switch {
		case t.items[k].Class == language.IsQuantity:
			return i
		case t.items[k].Word == ",":
			if w := t.items[k+1].Text; w == "is" || w == "was" || w == "are" || w == "were" || w == "has" {
				return k
			}
			return i
		}
	}
	return i
}

// anyWord reports whether a text is one of words.
func anyWord(words []string, text string) bool {
	for _, w := range words {
		if w == text || strings.HasSuffix(text, " "+w) {
			return true
		}
	}
	return false
}
