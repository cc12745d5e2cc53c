package claims

import (
	"bytes"
	"slices"

	"apr/regs/claims/facts"
	"apr/regs/claims/language"
	"apr/regs/claims/lex"
	"apr/regs/claims/tables"
	"apr/regs/sentence"
)

// tables reads tables of the text.
func (r *reader) tables(all []tables.Table) {
	for _, t := range all {
		r.reading.Claims = append(r.reading.Claims, r.table.Claims(r.passage, t)...)
		r.countRows(t.Rows)
		r.mentions.Rows(&r.reading.kept, r.passage, t.Rows, t.Around)
	}
}

// countRows keeps what a text's own table says of a plan's commitments: how many there are under each
// priority and how many were met.
func (r *reader) countRows(rows [][]facts.Cell) {
	if made := facts.TalliesOf(rows, r.passage.Text.At); made != nil {
		r.tallies.Counted = append(r.tallies.Counted, made...)
	}
}

// learnTallies takes from the report's own sentences what no table of it says of the commitments.
func (against *reader) learnTallies() {
	if len(against.facts.Promising) == 0 {
		return
	}
	one := *against // of other texts
	r := &one
	var learnt *facts.Tally
	for _, t := range r.facts.Promising {
		p := sentence.NewPassage(t.Name, t.Text)
		r.name, r.passage, r.plain = t.Name, p, p.Plain
		for _, s := range p.Sentences() {
			if !bytes.Contains(s.Plain[s.Start:s.End], []byte("ommitments")) {
				continue
			}
			made := r.tallies.Made(s, r.lex(r.tokens(s)))
			if made == nil {
				continue
			}
			if learnt != nil {
				return // which of them is right isn't known
			}
			made.At = t.At(s.Start)
			learnt = made
		}
	}
	against.tallies.Learnt = learnt
}

// keepTallied adds what was held of counts to the claims of the sentence, without what wasn't read of
// the same figures.
func (s *statement) keepTallied(held []*Claim) {
	if len(held) == 0 {
		s.uncounted()
		return
	}
	figures := 0
	for i := range s.items {
		if s.items[i].Class == language.IsQuantity {
			figures++
		}
	}
	s.claims = slices.DeleteFunc(s.claims, func(cl *Claim) bool {
		return cl.Verdict == Unread && (figures <= len(held) || slices.ContainsFunc(held, func(h *Claim) bool { return h.At == cl.At }))
	})
	s.claims = append(s.claims, held...)
}

// uncounted counts a sentence that says how many local measures have a colour, and of which nothing was read.
func (s *statement) uncounted() {
	if len(s.claims) > 0 || !language.AnyOf(s.items, func(x *lex.Item) bool { return x.Text == "measures" }) || !language.AnyOf(s.items, func(x *lex.Item) bool { return x.Text == "green" || x.Text == "amber" || x.Text == "red" }) ||
		!language.AnyOf(s.items, func(x *lex.Item) bool { return x.Class == language.IsQuantity }) {
		return
	}
	s.leaveAllUnread("measures")
}
