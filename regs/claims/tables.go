package claims

import (
	"fmt"
	"math/big"
	"strings"

	"apr/regs/claims/claim"
	"apr/regs/claims/exact"
	"apr/regs/claims/facts"
	"apr/regs/claims/markup"
)

// tables compares the sums of a text's tables with what is above them.
func (r *reader) tables() {
	offset := 0
	var rows [][]facts.Cell
	above, before := "", "" // the lines that said something, of the table being read and of the next
	read := func(below string) {
		if rows != nil {
			around := before + " " + captionBelow(below)
			r.wholeTable(rows, around)
			rows, before = nil, ""
		}
	}
	for line := range strings.Lines(r.passage.Text.Markdown) {
		switch text := strings.TrimSpace(line); {
		case strings.HasPrefix(text, "|"):
			if rows == nil {
				before = above
			}
			rows = append(rows, facts.Cells(line, offset))
		case text != "":
			read(text)
			above = text
		}
		offset += len(line)
	}
	read("")
}

// wholeTable holds what a table says, with the words next to it.
func (r *reader) wholeTable(rows [][]facts.Cell, around string) {
	r.table(rows, around)
	r.tableFacts(rows, around)
	r.countRows(rows)
	r.mentions.Rows(&r.reading.kept, r.passage, rows, around)
}

// laidOut reads tables that are lines of text.
func (r *reader) laidOut(tables []markup.Table) {
	for _, t := range tables {
		rows := cellsOfTable(t)
		if t.Whole {
			r.table(rows, t.Around)
		}
		r.tableFacts(rows, t.Around)
		r.countRows(rows)
		r.mentions.Rows(&r.reading.kept, r.passage, rows, t.Around)
	}
}

// cellsOfTable are the rows of a table as those of Markdown are read: the second is the line below the head.
func cellsOfTable(t markup.Table) (rows [][]facts.Cell) {
	for i, row := range t.Rows {
		if i == 1 {
			rows = append(rows, nil)
		}
		cells := make([]facts.Cell, len(row))
		for k, c := range row {
			cells[k] = facts.Cell{Text: c.Text, At: c.At}
		}
		rows = append(rows, cells)
	}
	return rows
}

// captionBelow is a line below a table where it is its caption, else "".
func captionBelow(line string) string {
	if strings.HasPrefix(strings.ToLower(strings.TrimLeft(line, "*_: ")), "table") {
		return line
	}
	return ""
}

// table holds the last row's figures against the sums of those above, where it is
// a row of totals. Amounts of money may have been rounded, whether their cells, their heads or the lines
// next to the table, around, say that they are amounts; and so may large numbers.
func (r *reader) table(rows [][]facts.Cell, around string) {
	if len(rows) < 4 {
		return
	}
	last := rows[len(rows)-1]
	isTotal := false
	for _, name := range facts.Totals {
		isTotal = isTotal || strings.EqualFold(strings.Trim(last[0].Text, "* "), name)
	}
	if !isTotal {
		return
	}
	for col := 1; col < len(last); col++ {
		sum, slack, all := new(big.Rat), new(big.Rat), true
		money := strings.Contains(around+rows[0][0].Text+rows[0][min(col, len(rows[0])-1)].Text, "£")
		add := func(q *facts.Quantity) {
			if money || q.Den > 1 || q.Unit == facts.Pounds || q.Value.Cmp(exact.Rat(1000, 1)) >= 0 {
				slack.Add(slack, exact.Rat(q.Step, 2*q.Den))
			}
		}
		for _, row := range rows[2 : len(rows)-1] {
			if col >= len(row) {
				all = false
				break
			}
			q, ok := r.lexicon.PlainFigure(row[col].Text)
			if !ok {
				all = false
				break
			}
			sum.Add(sum, q.Value)
			add(q)
		}
		total, ok := r.lexicon.PlainFigure(last[col].Text)
		if !all || !ok || total.Unit == facts.Percent {
			continue
		}
		add(total)
		at := r.passage.Text.At(last[col].At)
		end := r.passage.Text.At(last[col].At + len(last[col].Text))
		cl := &Claim{Text: last[0].Text + " " + last[col].Text, Position: at, End: end, At: at, AtEnd: end, Name: r.name, Scope: "area", Measure: saysArithmetic,
			Comparator: "sum", Quantity: total.Bounds(), Unit: total.Unit, Mood: "asserted", Verdict: Confirmed, Expected: exact.Decimal(sum)}
		if !exact.Around(sum, slack).Has(total.Value) {
			cl.Verdict, cl.Slip = Contradicted, "sum"
			cl.Message = fmt.Sprintf("the table's column %q adds up to %s; its row %q has %s", rows[0][min(col, len(rows[0])-1)].Text, exact.Decimal(sum), last[0].Text, last[col].Text)
			cl.Hint = "correct the total or the rows"
			cl.Evidence = claim.Related(r.passage.Text.At(rows[0][0].At), "the table")
		}
		r.reading.Claims = append(r.reading.Claims, cl)
	}
}
