package tallies

import (
	"slices"
	"strings"

	"apr/regs/claims/claim"
	"apr/regs/claims/exact"
	"apr/regs/claims/facts"
	"apr/regs/claims/language"
	"apr/regs/claims/lex"
)

// This file says which of a sentence's counts are of all that there are, and of which priority they are.

// wholes is how many of the counts are of all.
func (t *tallying) wholes() (n int) {
	for i := range t.found {
		if t.found[i].whole {
			n++
		}
	}
	return n
}

// isWhole reports whether the number at i is of all that are counted.
func (t *tallying) isWhole(i int) bool {
	k := i - 1
	for k >= 0 && (t.named[k] || slices.Contains([]string{"the", "its", "our", "their", "plan's", "strategic", "all", "those"}, t.items[k].Text)) {
		k--
	}
	if k >= 0 && t.items[k].Role == "of" && (k < i-1 || t.beforeOf(k)) {
		return true // "15 of the 24"
	}
	n := i + 1
	for n < len(t.items) && t.items[n].Text == "local" {
		n++
	}
	if n >= len(t.items) || !t.counts(&t.items[n]) {
		return i > 1 && t.items[i-1].Word == ":" && t.counts(&t.items[i-2]) && len(t.found) == 0 &&
			(n == len(t.items) || t.items[n].Class == language.IsMark && n+1 < len(t.items) && t.items[n+1].Role == "of") // "Local measures: 14, of which …"
	}
	if t.verb != "" {
		return false
	}
	for n++; n < len(t.items); n++ {
		switch it := &t.items[n]; {
		case it.Class == language.IsQuantity:
			return true
		case it.Class == language.IsMet, it.Class == language.IsStatus, it.Class == language.IsNot, it.Text == "met", slices.Contains([]string{"green", "amber", "red", "missed", "behind", "kept", "fulfilled", "delivered", "achieved", "track", "course", "schedule", "delayed", "partly", "partially", "tolerance", "off target"}, it.Text):
			return false
		}
	}
	return true
}

// beforeOf reports whether a number is right before the "of" at k: "15 of 24", "15 out of 24".
func (t *tallying) beforeOf(k int) bool {
	if k > 1 && t.items[k-1].Text == "out" {
		k--
	}
	return k > 0 && t.items[k-1].Class == language.IsQuantity
}

// place gives the counts the priorities that they are of.
func (t *tallying) place() {
	group := strings.Join(t.groups, " and ")
	for i := range t.found {
		t.found[i].group = group
		if group != "" && t.beforeGroup(t.found[i].at) && !t.rightOf(&t.found[i], group) {
			t.found[i].group = "" // "62% of the commitments were met, whereas Fair chances …"
		}
	}
	plan, own := t.Of(t.noun, ""), t.Of(t.noun, group)
	if group == "" || plan == nil || own == nil {
		return
	}
	for i := range t.found {
		c := &t.found[i]
		if c.whole && c.q.In().Has(exact.Rat(plan.All[0], 1)) && !c.q.In().Has(exact.Rat(own.All[0], 1)) { // "has five of the plan's 24 commitments"
			c.group = ""
			if i > 0 && t.found[i-1].state == "" {
				t.found[i-1].whole = true
			}
		}
	}
}

// beforeGroup reports whether a count stands in another part of the sentence than the first name of a priority, before it.
func (t *tallying) beforeGroup(at *lex.Item) bool {
	apart := false
	for i := range t.items {
		it := &t.items[i]
		switch {
		case t.named[i]:
			return apart && it.Start > at.Start
		case it.Start > at.Start && (it.Class == language.IsBreak || it.Class == language.IsMark):
			apart = true
		}
	}
	return slices.Contains(t.named[len(t.items):], true)
}

// rightOf reports whether a count is that of a priority.
func (t *tallying) rightOf(c *countOf, group string) bool {
	own := t.Of(t.noun, group)
	if own == nil {
		return true
	}
	of := *c
	of.group = group
	cl := t.holdCounted(&of, own)
	return cl == nil || cl.Verdict == claim.Confirmed
}

// runWords are those of how much of the plan's time is left.
var runWords = []string{"with", "a", "an", "one", "year", "of", "the", "plan", "its", "our", "still", "to", "run", "go", "left", "some", "and", "half", "in short", "in all"}

// leads reports whether words before the counts say no more than of which one priority they are, or how long the plan has still
// to run.
func (t *tallying) leads() bool {
	for i := range t.items {
		it := &t.items[i]
		switch {
		case t.named[i], it.Class == language.IsMark, it.Class == language.IsArea && it.Area == facts.Own:
		case len(t.groups) == 0 && !slices.Contains(runWords, it.Text):
			return false
		case it.Text == "old", it.Text == "last", it.Text == "previous", it.Text == "earlier", it.Text == "next", it.Text == "then":
			return false
		}
	}
	return len(t.groups) == 0 || len(t.groups) == 1 && slices.Contains(t.named[:min(len(t.named), 3)], true)
}

// countsBegin is where the counts begin behind words of a sentence that say nothing of them, 0 where nothing is before them
// that can be left out: "Home first delivered most, with …", "With a year of the plan to run, half …".
func (s *reading) countsBegin() int {
	for i := range s.items {
		switch it := &s.items[i]; {
		case it.Class == language.IsMark && it.Word == ",":
			k := i + 1
			if k < len(s.items) && s.items[k].Text == "with" {
				k++
			}
			for k < len(s.items) && s.items[k].Class == language.IsHedge {
				k++
			}
			if i < 2 || k+1 >= len(s.items) || s.items[k].Class != language.IsQuantity || s.items[k+1].Role != "of" {
				return 0
			}
			return i + 1
		case it.Class == language.IsQuantity, it.Class == language.IsMark, it.Class == language.IsNot, it.Class == language.IsMood, it.Class == language.IsPeriod, it.Class == language.IsAside, it.Class == language.IsBreak, it.Class == language.IsMet, it.Text == "commitments", it.Text == "measures":
			return 0
		}
	}
	return 0
}
