package ledger

import (
	"fmt"
	"strings"

	"apr/finance"
	"apr/internal/lazyregexp"
	"apr/internal/source"
	"apr/internal/table/celltext"
	"apr/internal/wording"
)

// repaired is a record whose number of cells isn't the header's, made whole, or
// nil after reporting why it can't be. Cells beyond the header must be blank: a
// separator that isn't quoted would have moved the amount. Too few cells are
// taken where the row merely ends early, as spreadsheets write rows whose last
// cells are empty.
func (r *Reader) repaired(record []string) []string {
	header := r.Table.Header
	if len(record) > len(header) {
		if celltext.IsBlank(record[len(header):]) {
			return record[:len(header)]
		}
		r.rowLength(record, "quote cells that hold the separator, as in \"Smith, Jones and Co\"")
		return nil
	}
	if whole := r.unjoined(record); whole != nil {
		return whole
	}
	if r.endsEarly(record) {
		return record
	}
	r.rowLength(record, "see whether a separator is missing from the row")
	return nil
}

func (r *Reader) rowLength(record []string, hint string) {
	r.malformedAt(&source.Problem{Code: finance.CodeRowLength, Position: r.Table.Records.Position(-1),
		Message: fmt.Sprintf("the row has %d cells and the header %d", len(record), len(r.Table.Header)), Hint: hint})
}

// endsEarly reports whether a short record lacks only its end: it has an amount
// column, whose cell is an amount, or it is a remark of one cell.
func (r *Reader) endsEarly(record []string) bool {
	filled := 0
	for _, c := range record {
		if celltext.Trim(c) != "" {
			filled++
		}
	}
	if filled == 1 && celltext.Trim(celltext.At(record, r.AmountAt())) == "" {
		return true
	}
	reaches := false
	for _, i := range []int{r.Amounts, r.Debit, r.Credit, r.Plan} {
		if i < 0 || i >= len(record) {
			continue
		}
		reaches = true
		if _, _, err := r.money(record, i); err != nil {
			return false
		}
	}
	return reaches
}

// date is a date in UK order, complete in its form.
var date = lazyregexp.Lazy(`(?:0[1-9]|[12]\d|3[01])/(?:0[1-9]|1[0-2])/(?:19|20)\d\d`)

// unjoined takes a short record apart where separators next to a date were lost,
// as in "25/06/2012900" for 25/06/2012 and 900, or nil. It does so only where
// that gives exactly as many cells as the header has and all amounts are
// amounts; the ledger's totals show whether it was right.
func (r *Reader) unjoined(record []string) []string {
	lost := len(r.Table.Header) - len(record)
	var whole []string
	example := ""
	for _, c := range record {
		at := date().FindStringIndex(c)
		if at == nil || lost == 0 {
			whole = append(whole, c)
			continue
		}
		before, after := celltext.Trim(c[:at[0]]), celltext.Trim(c[at[1]:])
		if before != "" && endsInDigit(before) {
			whole = append(whole, before)
			lost--
		} else if before != "" {
			return nil
		}
		whole = append(whole, c[at[0]:at[1]])
		if after != "" {
			whole = append(whole, after)
			lost--
		}
		example = c
	}
	if lost != 0 || example == "" {
		return nil
	}
	for i := range whole {
		if r.IsMoney(i) {
			if _, _, err := r.money(whole, i); err != nil {
				return nil
			}
		}
	}
	if r.joined++; r.joined == 1 {
		r.firstJoined, r.exampleJoined = r.Table.Records.Position(-1), strings.Clone(example)
	}
	return whole
}

func endsInDigit(s string) bool { return s[len(s)-1]-'0' < 10 }

// reportJoined reports the rows that were taken apart.
func (r *Reader) reportJoined() {
	if r.joined == 0 {
		return
	}
	r.Out.Soft.Add(&source.Problem{Code: finance.CodeJoinedCells, Position: r.firstJoined,
		Message: fmt.Sprintf("%s had lost the separator next to a date, as in %q, and were taken apart there", wording.Count(r.joined, "row"), celltext.Short(r.exampleJoined)),
		Hint:    "compare the ledger's total with that of the finance system, or export the ledger again"})
}
