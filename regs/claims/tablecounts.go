package claims

import (
	"bytes"
	"slices"
	"strconv"
	"strings"
	"sync"

	"apr/internal/source"
	"apr/regs/sentence"
)

// countRows keeps what a text's own table says of a plan's commitments: how many there are under each
// priority and how many were met.
func (r *reader) countRows(rows [][]cell) {
	if made := talliesOf(rows, r.passage.Text.At); made != nil {
		r.counted = append(r.counted, made...)
	}
}

// talliesOf are those of a table with a column of commitments and one of those that were met, nil where
// it is no such table.
func talliesOf(rows [][]cell, at func(int) source.Position) (made []*Tally) {
	if len(rows) < 4 {
		return nil
	}
	all := -1
	columns := map[string]int{}
	for col, head := range rows[0] {
		switch name := strings.ToLower(head.text); {
		case slices.Contains(promised, name):
			all = col
		case stateHeads()[name] != "":
			columns[stateHeads()[name]] = col
		}
	}
	if _, ok := columns[stateMet]; !ok || all < 1 {
		return nil
	}
	whole := &Tally{Noun: "commitments", What: "commitments", All: []int64{0}, States: map[string]int64{}}
	for _, row := range rows[2:] {
		label := strings.ToLower(strings.Trim(row[0].text, "* "))
		if slices.Contains(totals, label) || len(label) <= 3 {
			continue
		}
		number := func(col int) (int64, bool) {
			if col >= len(row) {
				return 0, false
			}
			n, err := strconv.ParseInt(row[col].text, 10, 64)
			return n, err == nil
		}
		n, ok := number(all)
		if !ok {
			return nil
		}
		t := &Tally{Noun: "commitments", What: "commitments", Group: label, All: []int64{n}, States: map[string]int64{}, At: at(row[0].at)}
		for state, col := range columns {
			if n, ok := number(col); ok {
				t.States[state] = n
				whole.States[state] += n
			}
		}
		if whole.All[0] == 0 {
			whole.At = t.At
		}
		whole.All[0] += n
		made = append(made, t)
	}
	if len(made) < 2 {
		return nil
	}
	return append(made, whole)
}

// tablesOf are the tables of a text.
func tablesOf(markdown string) (all [][][]cell) {
	if !strings.Contains(markdown, "|") {
		return nil
	}
	offset := 0
	var rows [][]cell
	for line := range strings.Lines(markdown) {
		if strings.HasPrefix(strings.TrimSpace(line), "|") {
			rows = append(rows, cells(line, offset))
		} else if rows != nil {
			all, rows = append(all, rows), nil
		}
		offset += len(line)
	}
	if rows != nil {
		all = append(all, rows)
	}
	return all
}

// learnTallies takes from the report's own sentences what no table of it says of the commitments.
func (against *reader) learnTallies() {
	if len(against.facts.Promising) == 0 {
		return
	}
	one := *against // what a reader reads into isn't shared
	r := &one
	r.lexicon = newLexicon(r.dictionary)
	var learnt *Tally
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
func madeOf(found []countOf) *Tally {
	t := &Tally{Noun: "commitments", What: "commitments", States: map[string]int64{}}
	for i := range found {
		c := &found[i]
		if c.group != "" || c.noun != t.Noun || c.allBut || c.q.unit != bare || c.q.hedged {
			return nil
		}
		n := c.q.value.Num().Int64()
		switch {
		case c.whole && len(t.All) > 0:
			return nil
		case c.whole:
			t.All = []int64{n}
		case c.state != "":
			t.States[c.state] = n
		}
	}
	if _, met := t.States[stateMet]; !met || len(t.All) == 0 || t.States[stateMet] > t.All[0] {
		return nil
	}
	return t
}

// stateHeads are what columns and words call a state.
var stateHeads = sync.OnceValue(func() map[string]string {
	return map[string]string{"met": stateMet, "met in full": stateMet, "fully met": stateMet, "met in part": statePart, "partly met": statePart, "partially met": statePart,
		"in part": statePart, "part met": statePart, "not met": stateUnmet, "unmet": stateUnmet, "missed": stateUnmet, "under way": "under way", "in progress": "under way", "behind": "behind"}
})
