package claims

import (
	"bytes"

	"apr/regs/claims/facts"
	"apr/regs/claims/language"
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
		r.counted = append(r.counted, made...)
	}
}

// learnTallies takes from the report's own sentences what no table of it says of the commitments.
func (against *reader) learnTallies() {
	if len(against.facts.Promising) == 0 {
		return
	}
	one := *against // what a reader reads into isn't shared
	r := &one
	r.lexicon = language.NewLexicon(r.dictionary)
	var learnt *facts.Tally
	for _, t := range r.facts.Promising {
		p := sentence.NewPassage(t.Name, t.Text)
		r.name, r.passage, r.plain = t.Name, p, p.Plain
		for _, s := range p.Sentences() {
			if !bytes.Contains(s.Plain[s.Start:s.End], []byte("ommitments")) {
				continue
			}
			st := &statement{reader: r, start: s.Start, end: s.End}
			st.items = r.lex(r.tokens(s))
			given, _ := st.countsGiven()
			made := madeOf(given)
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
	against.learnt = learnt
}

// madeOf is what a sentence's counts make, nil where they don't say how many there are and how many of
// them were met.
func madeOf(found []countOf) *facts.Tally {
	t := &facts.Tally{Noun: "commitments", What: "commitments", States: map[string]int64{}}
	for i := range found {
		c := &found[i]
		if c.group != "" || c.noun != t.Noun || c.allBut || c.q.Unit != facts.Bare || c.q.Hedged {
			return nil
		}
		n := c.q.Value.Num().Int64()
		switch {
		case c.whole && len(t.All) > 0:
			return nil
		case c.whole:
			t.All = []int64{n}
		case c.state != "":
			t.States[c.state] = n
		}
	}
	if _, met := t.States[facts.StateMet]; !met || len(t.All) == 0 || t.States[facts.StateMet] > t.All[0] {
		return nil
	}
	return t
}
