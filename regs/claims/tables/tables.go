// Package tables holds what the tables of a text say against themselves and against the data: a row of totals against
// the rows above it, and a cell of which the heads of its row and its column say what it is: "| GP prescribing | £29.4m |"
// below "Spent". One cell is wrong only where others beside it are right, which shows that the heads are read as they
// are meant.
//
// tables.go finds tables, sums.go adds them up, variances.go holds the rows of a budget against themselves, cells.go reads cells,
// heads.go what their heads name, places.go finds of which place they are, and localities.go reads the columns of places.
package tables

import (
	"math/big"
	"slices"
	"strings"
	"sync"

	"apr/internal/number"
	"apr/regs/claims/claim"
	"apr/regs/claims/exact"
	"apr/regs/claims/facts"
	"apr/regs/claims/language"
	"apr/regs/claims/markup"
	"apr/regs/sentence"
)

// Table is a table of a text.
type Table struct {
	Rows   [][]facts.Cell // the second is the line below the head
	Around string         // the lines next to it
	Parts  bool           // it may have other rows, so that nothing adds up
}

// In are the tables of a text in Markdown.
func In(markdown string) (all []Table) {
	offset := 0
	var rows [][]facts.Cell
	above, before := "", "" // the lines that said something, of the table being read and of the next
	read := func(below string) {
		if rows != nil {
			all = append(all, Table{Rows: rows, Around: before + " " + captionBelow(below)})
			rows, before = nil, ""
		}
	}
	apart := false // by a blank line from the one above
	for line := range strings.Lines(markdown) {
		text := strings.TrimSpace(line)
		switch {
		case strings.HasPrefix(text, "|"):
			if apart && rows != nil {
				read("")
				above = "" // said of the table before
			}
			if rows == nil {
				before = above
			}
			rows = append(rows, facts.Cells(line, offset))
		case text != "":
			read(text)
			above = text
		}
		apart = text == ""
		offset += len(line)
	}
	read("")
	return all
}

// LaidOut are tables that are lines of text.
func LaidOut(tables []markup.Table) (all []Table) {
	for _, t := range tables {
		all = append(all, Table{Rows: cellsOfTable(t), Around: t.Around, Parts: !t.Whole})
	}
	return all
}

// Reader reads the tables of a report.
type Reader struct {
	facts      *facts.Facts
	lexicon    *language.Lexicon
	population *facts.Thing // nil where there is none
	// headed are what heads of tables can name, made for the first table.
	headed      func() []titledThing
	headedAreas func() []facts.AreaName
}

// NewReader makes a reader of tables that are held against the facts.
func NewReader(f *facts.Facts, l *language.Lexicon) *Reader {
	r := &Reader{facts: f, lexicon: l, headed: sync.OnceValue(func() []titledThing { return titledThings(f.Things) }), headedAreas: sync.OnceValue(func() []facts.AreaName { return areasAsHeads(f.Areas) })}
	if i := slices.IndexFunc(f.Things, func(t *facts.Thing) bool { return t.ID == "population" }); i >= 0 {
		r.population = f.Things[i]
	}
	return r
}

// reading is a table being read.
type reading struct {
	*Reader
	passage *sentence.Passage
	claims  []*claim.Claim
}

// Claims are what a table of a text says.
func (r *Reader) Claims(p *sentence.Passage, t Table) []*claim.Claim {
	one := reading{Reader: r, passage: p}
	one.cellFacts(t.Rows, t.Around)
	if len(t.Rows) > 2 {
		one.variances(t.Rows)
	}
	if !t.Parts {
		one.sums(t.Rows, t.Around)
	}
	return one.claims
}

// claimOf adds a claim of what a cell says, which isn't held against anything yet.
func (r *reading) claimOf(c facts.Cell) *claim.Claim {
	at, end := r.passage.Text.At(c.At), r.passage.Text.At(c.At+len(c.Text))
	cl := &claim.Claim{Text: c.Text, Position: at, End: end, At: at, AtEnd: end, Words: c.Text, Name: r.passage.Name, Scope: "area", Mood: "asserted"}
	r.claims = append(r.claims, cl)
	return cl
}

// wrong adds the claim of a cell that isn't what the data have of a thing.
func (r *reading) wrong(c facts.Cell, subject string) *claim.Claim {
	cl := r.claimOf(c)
	cl.Subject, cl.Measure, cl.Comparator = subject, claim.SaysValue, "table"
	cl.Verdict, cl.Slip = claim.Contradicted, "table"
	return cl
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

// plain is a cell's text without the marks of emphasis.
func plain(cell string) string { return strings.Trim(cell, "* ") }

// asTotal is a sum as the table has its total, in pounds or millions of pounds whatever its size, with all its digits and with
// commas.
func asTotal(sum *big.Rat, total *facts.Quantity) string {
	const million = 1_000_000
	switch {
	case total.Unit == facts.Pounds && total.Value.Cmp(exact.Rat(million, 1)) >= 0 && total.Step >= 1000:
		return "£" + exact.Decimal(exact.Quo(sum, exact.Rat(million, 1))) + "m"
	case !sum.IsInt():
		return exact.Decimal(sum)
	case total.Unit == facts.Pounds:
		return "£" + number.FormatRat(sum, 0)
	}
	return number.FormatRat(sum, 0)
}
