package claims

import (
	"fmt"
	"math/big"
	"strings"
)

// totals are what a table's row of sums is called.
var totals = []string{"total", "totals", "all", "sum", "overall", "in all", "together"}

// tables compares the sums of a text's tables with what is above them.
func (r *reader) tables() {
	offset := 0
	var rows [][]cell
	above, before := "", "" // the lines that said something, of the table being read and of the next
	read := func(below string) {
		if rows != nil {
			r.table(rows)
			r.tableFacts(rows, before+" "+captionBelow(below))
			r.countRows(rows)
			r.mentionRows(rows, before+" "+captionBelow(below))
			rows, before = nil, ""
		}
	}
	for line := range strings.Lines(r.passage.Text.Markdown) {
		switch text := strings.TrimSpace(line); {
		case strings.HasPrefix(text, "|"):
			if rows == nil {
				before = above
			}
			rows = append(rows, cells(line, offset))
		case text != "":
			read(text)
			above = text
		}
		offset += len(line)
	}
	read("")
}

// captionBelow is a line below a table where it is its caption, else "".
func captionBelow(line string) string {
	if strings.HasPrefix(strings.ToLower(strings.TrimLeft(line, "*_: ")), "table") {
		return line
	}
	return ""
}

// cell is a cell of a table, and where it begins in the text.
type cell struct {
	text string
	at   int
}

// cells are those of a row of a table, which begins at a byte of the text.
func cells(line string, offset int) []cell {
	var all []cell
	at := strings.IndexByte(line, '|') + 1
	for _, text := range strings.Split(strings.TrimRight(strings.TrimSpace(line[at:]), "|"), "|") {
		trimmed := strings.TrimSpace(text)
		all = append(all, cell{trimmed, offset + at + strings.Index(text+" ", trimmed)})
		at += len(text) + 1
	}
	return all
}

// table holds the last row's figures against the sums of those above, where it is
// a row of totals.
func (r *reader) table(rows [][]cell) {
	if len(rows) < 4 {
		return
	}
	last := rows[len(rows)-1]
	isTotal := false
	for _, name := range totals {
		isTotal = isTotal || strings.EqualFold(strings.Trim(last[0].text, "* "), name)
	}
	if !isTotal {
		return
	}
	for col := 1; col < len(last); col++ {
		sum, slack, all := new(big.Rat), new(big.Rat), true
		for _, row := range rows[2 : len(rows)-1] {
			if col >= len(row) {
				all = false
				break
			}
			q, ok := r.plainFigure(row[col].text)
			if !ok {
				all = false
				break
			}
			sum.Add(sum, q.value)
			if q.den > 1 || q.unit == pounds || q.value.Cmp(rat(1000, 1)) >= 0 { // it may be rounded
				slack.Add(slack, rat(q.step, 2*q.den))
			}
		}
		total, ok := r.plainFigure(last[col].text)
		if !all || !ok || total.unit == percent {
			continue
		}
		if total.den > 1 || total.unit == pounds || total.value.Cmp(rat(1000, 1)) >= 0 {
			slack.Add(slack, rat(total.step, 2*total.den))
		}
		at := r.passage.Text.At(last[col].at)
		end := r.passage.Text.At(last[col].at + len(last[col].text))
		cl := &Claim{Text: last[0].text + " " + last[col].text, Position: at, End: end, At: at, AtEnd: end, Name: r.name, Scope: "area", Measure: saysArithmetic,
			Comparator: "sum", Quantity: total.bounds(), Unit: total.unit, Mood: "asserted", Verdict: Confirmed, Expected: decimal(sum)}
		if !around(sum, slack).has(total.value) {
			cl.Verdict, cl.Slip = Contradicted, "sum"
			cl.Message = fmt.Sprintf("the table's column %q adds up to %s; its row %q has %s", rows[0][min(col, len(rows[0])-1)].text, decimal(sum), last[0].text, last[col].text)
			cl.Hint = "correct the total or the rows"
			cl.Evidence = related(r.passage.Text.At(rows[0][0].at), "the table")
		}
		r.reading.Claims = append(r.reading.Claims, cl)
	}
}

// plainFigure reads a cell that holds nothing but a figure.
func (r *reader) plainFigure(s string) (*quantity, bool) {
	b := []byte(strings.Trim(s, "* "))
	if len(b) == 0 {
		return nil, false
	}
	var t token
	switch {
	case isDigit(b[0]):
		t = r.lexicon.figure(b, 0)
	case strings.HasPrefix(string(b), "£"):
		t, _ = money(b, 0)
	default:
		return nil, false
	}
	return t.q, t.kind == numberToken && t.q != nil && t.end == len(b)
}
