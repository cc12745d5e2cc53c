package claims

import (
	"bytes"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"apr/internal/lazyregexp"
	"apr/internal/source"
	"apr/regs/sentence"
)

// This file holds what a text says of a plan's commitments against the text's own table of them,
// which has how many there are under each priority and how many were met.

// countRow is a row of such a table.
type countRow struct {
	label    string // in small letters
	all, met int
	at       source.Position
}

// countRows keeps the rows of a table with a column of commitments and one of those that were met.
func (r *reader) countRows(rows [][]cell) {
	if len(rows) < 3 {
		return
	}
	all, met := -1, -1
	for col, head := range rows[0] {
		switch name := strings.ToLower(head.text); {
		case slices.Contains(promised, name):
			all = col
		case name == "met", name == "met in full", name == "fully met":
			met = col
		}
	}
	if all < 1 || met < 1 {
		return
	}
	for _, row := range rows[2:] {
		if max(all, met) >= len(row) || slices.Contains(totals, strings.ToLower(row[0].text)) {
			continue
		}
		a, errA := strconv.Atoi(row[all].text)
		m, errM := strconv.Atoi(row[met].text)
		if errA == nil && errM == nil && len(row[0].text) > 3 {
			r.counted = append(r.counted, countRow{strings.ToLower(row[0].text), a, m, r.passage.Text.At(row[0].at)})
		}
	}
}

const someNumber = `(one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|[0-9]{1,2})`

var (
	// allCommitments says how many commitments a priority has.
	allCommitments = lazyregexp.Lazy(`\b(?:has|had|have|with|for|contains|contained|comprises|under|of|their|its) ` + someNumber + ` (?:of the (?:plan's |strategic plan's )?(?:[0-9]{1,2} )?)?commitments\b`)
	// metCommitments says how many of them were met.
	metCommitments = lazyregexp.Lazy(`\b` + someNumber + `(?: of (?:those|them|these|which|the ` + someNumber + `|their ` + someNumber + `|its ` + someNumber + `|` + someNumber + `))?(?: commitments)? (?:(?:were|was|are|have been|had been) )?(?:fully )?met\b`)
	// otherCommitments are words by which a sentence isn't plainly of the table's.
	otherCommitments = lazyregexp.Lazy(`\b(?:would|will|should|could|if|previous|old|last|new|revised|next|hoped?|expect\w*|aim\w*|in part|partly|partially|not|no|never|none|only|all but|except|more|fewer|less|at least|about|nearly|almost|20[0-9]{2})\b|n['’]t\b`)
)

// holdCommitments holds a sentence about priorities of the table against it; it reports whether the
// sentence names any, so that its counts aren't those of the whole plan.
func (r *reader) holdCommitments(s *sentence.Sentence) bool {
	if len(r.counted) == 0 || !bytes.Contains(s.Plain[s.Start:s.End], []byte("ommitment")) {
		return false
	}
	text := strings.ToLower(strings.ReplaceAll(string(s.Plain[s.Start:s.End]), "’", "'"))
	if len(text) != s.End-s.Start {
		text = strings.ToLower(string(s.Plain[s.Start:s.End]))
	}
	var named []countRow
	for _, row := range r.counted {
		if i := strings.Index(text, row.label); i >= 0 && strings.Count(text, row.label) == 1 {
			named = append(named, row)
		}
	}
	together := strings.Contains(text, "together") || strings.Contains(text, "between them")
	if len(named) == 0 || len(named) > 1 && !together || otherCommitments().MatchString(without(text, named)) || !strings.Contains(text, "commitment") {
		return len(named) > 0
	}
	all, met, label := 0, 0, ""
	for _, row := range named {
		all, met = all+row.all, met+row.met
		if label != "" {
			label += " and "
		}
		label += row.label
	}
	r.holdCommitment(s, text, allCommitments(), all, label+" has %d commitments", named[0].at)
	r.holdCommitment(s, text, metCommitments(), met, "of the commitments of "+label+" %d were met", named[0].at)
	return true
}

// without is a text without the names of rows.
func without(text string, rows []countRow) string {
	for _, row := range rows {
		text = strings.ReplaceAll(text, row.label, "")
	}
	return text
}

// holdCommitment holds the only number that a form finds in a sentence against one of the table.
func (r *reader) holdCommitment(s *sentence.Sentence, text string, form *lazyregexp.Regexp, is int, what string, at source.Position) {
	found := form.FindAllStringSubmatchIndex(text, -1)
	if len(found) != 1 || len(text) != s.End-s.Start {
		return
	}
	start, end := s.Start+found[0][2], s.Start+found[0][3]
	n, ok := inWord(text[found[0][2]:found[0][3]])
	if d, err := strconv.Atoi(text[found[0][2]:found[0][3]]); err == nil {
		n, ok = int64(d), true
	}
	if !ok {
		return
	}
	place := r.passage.Text
	cl := &Claim{Text: r.textOf(s.Start, s.End), Position: place.At(s.Start), End: place.At(s.End), At: place.At(start), AtEnd: place.At(end), Name: r.name,
		Words: r.textOf(start, end), Subject: "commitments", Scope: "area", Measure: saysCount, Mood: "asserted", Verdict: Confirmed, Expected: strconv.Itoa(is), Evidence: related(at, "the table")}
	if n != int64(is) {
		cl.Verdict, cl.Hint = Contradicted, "correct the number, or the table"
		cl.Message = fmt.Sprintf("the text has %q; by the table "+what, cl.Words, is)
	}
	r.reading.Claims = append(r.reading.Claims, cl)
}
