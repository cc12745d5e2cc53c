package ledger

import (
	"regexp"
	"slices"
	"strings"

	"apr/finance"
	"apr/internal/source"
	"apr/internal/table/celltext"
)

// totalLabel is how rows at the foot of a ledger, or of a part of it, call
// themselves: Total, Grand total:, Sub-total, Total for Adult services, Adult
// services total.
var totalLabel = regexp.MustCompile(`(?i)^(?:(?:grand|sub|overall|net|report|page|ledger|control|carried)[\s-]*)*totals?\b|\b(?:sub|grand)?[\s-]*totals?\s*:?$`)

// isTotalLabel reports whether a cell is such a label. Most cells are ruled out
// without the pattern, which is slow.
func isTotalLabel(cell string) bool {
	return (strings.Contains(cell, "otal") || strings.Contains(cell, "OTAL")) && totalLabel.MatchString(celltext.Trim(cell))
}

// isTotalRow reports whether a record is a sum of others and not a line: it has
// neither cost centre nor account, and one of its cells is a label such as
// Total. Where the ledger maps neither, no other mapped cell may say anything. A
// row of nothing but an amount is one where the amount is the sum of all lines
// above it, of which there are two or more.
func (r *Reader) isTotalRow(record []string) bool {
	for _, i := range r.identity {
		if c := celltext.At(record, i); c != "" && celltext.Trim(c) != "" && !isTotalLabel(c) {
			return false
		}
	}
	blank := true
	for i, c := range record {
		if r.IsMoney(i) {
			continue
		}
		if isTotalLabel(c) {
			return true
		}
		blank = blank && celltext.Trim(c) == ""
	}
	if lines := r.Out.Ledger.Classified + r.Out.Ledger.Unclassified; !blank || len(r.identity) == 0 || lines < 2 {
		return false
	}
	amount, none, err := r.amount(record)
	return err == nil && !none && amount != 0 && amount == r.Lines.Sum
}

// A runningSum checks total rows against the lines above them. A total row may
// be the sum of all lines so far, or of those since any earlier total row:
// ledgers have subtotals of several levels.
type runningSum struct {
	Sum        finance.Money
	boundaries []finance.Money // the sum at each total row so far
}

// maxBoundaries bounds how far back a total row may reach.
const maxBoundaries = 4096

// check compares a total row's amount. want is what it would have to be, as the
// sum since the total row before.
func (s *runningSum) check(amount finance.Money) (want finance.Money, ok bool) {
	ok = s.is(amount)
	want = s.Sum
	if n := len(s.boundaries); n > 0 && s.Sum != s.boundaries[n-1] {
		want -= s.boundaries[n-1]
	}
	if n := len(s.boundaries); n == 0 || s.boundaries[n-1] != s.Sum {
		s.boundaries = append(s.boundaries, s.Sum)
	}
	return want, ok
}

// is reports whether the amount is the sum of all lines or of those since a
// total row.
func (s *runningSum) is(amount finance.Money) bool {
	first := max(0, len(s.boundaries)-maxBoundaries)
	return amount == s.Sum || slices.ContainsFunc(s.boundaries[first:], func(b finance.Money) bool { return amount == s.Sum-b })
}

// totalRow counts a total row and checks its amounts.
func (r *Reader) totalRow(record []string) error {
	r.Out.Ledger.Totals++
	amount, blank, err := r.amount(record)
	if err != nil {
		return err
	}
	if !blank {
		r.checkTotal(&r.Lines, amount, r.AmountAt())
	}
	if r.Plan >= 0 {
		planned, blank, err := r.money(record, r.Plan)
		if err != nil {
			return err
		}
		if !blank {
			r.checkTotal(&r.Planned, planned, r.Plan)
		}
	}
	return nil
}

func (r *Reader) checkTotal(sum *runningSum, amount finance.Money, column int) {
	if want, ok := sum.check(amount); !ok {
		r.Out.Soft.Add(&source.Problem{
			Code: finance.CodeTotalRow, Position: r.Table.Records.Position(column),
			Message: "the total row says " + amount.Exact() + " but the lines above it sum to " + want.Exact() +
				", a difference of " + (amount - want).Exact(),
			Hint: "the row isn't counted; see whether lines are missing from the export",
		})
	}
}
