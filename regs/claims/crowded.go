package claims

import (
	"slices"
	"strings"

	"apr/regs/claims/facts"
	"apr/regs/claims/language"
)

// This file takes contradictions back where a sentence says too much for it to be sure of what each of its figures is.
// Of what was contradicted in the corpora and in six sets of sentences that were new, 20 of 39 such contradictions were of
// right sentences, and 18 of 2,706 others.

const (
	mostFigures = 4
	mostUnread  = 3
)

// crowded reports whether a contradicted figure of the clause may be of something else: the sentence gives many figures, and
// the clause doesn't say of what its own is. Where its digits show a slip, there is no doubt.
func (c *clause) crowded(t told) bool {
	if t.thing == c.population && len(c.localitiesNamed()) == 1 {
		return false // "Glenside has 38,100 residents"
	}
	return len(c.subjects) == 0 && t.thing.Kind != facts.Count && t.claim.Slip != "digits" && c.statement.figuresGiven(t.thing) >= mostFigures
}

// figuresGiven is how many figures the sentence gives, without those in a thing's title: "at 27 to 30 months".
func (s *statement) figuresGiven(t *facts.Thing) (n int) {
	title := strings.Fields(t.Title)
	for i := range s.items {
		if s.items[i].Class == language.IsQuantity && !slices.Contains(title, s.items[i].text) {
			n++
		}
	}
	return n
}

// doubtUnread takes back what is contradicted in a sentence of which much isn't read.
func (s *statement) doubtUnread() {
	unread := 0
	for _, cl := range s.claims {
		if cl.Verdict == Unread {
			unread++
		}
	}
	if unread < mostUnread {
		return
	}
	for _, cl := range s.claims {
		if cl.Verdict == Contradicted {
			cl.Unsure("much of the sentence isn't understood")
		}
	}
}
