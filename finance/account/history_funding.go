package account

import (
	"fmt"
	"slices"
	"strings"

	"apr/finance"
	"apr/internal/period"
	"apr/internal/source"
)

// sumFunding makes the funding of each year of which the history gives no total, but
// every partner's or every kind's part. What gives it twice must be the same.
func (b *posting) sumFunding(given *sums) {
	var kinds []string
	for _, f := range finance.Fundings {
		if b.rules.Names.Fundings[f] {
			kinds = append(kinds, string(f))
		}
	}
	used := map[source.Position]bool{} // the rows whose items the project knows
	for _, a := range given.amounts {
		used[a.Position] = true
	}
	rows := slices.DeleteFunc(slices.Clone(b.history.Rows), func(r historyRow) bool { return r.Measure != FundingMeasure || !used[r.Position] })
	for _, year := range b.spec.Window() {
		b.sumParts(given, rows, year, ByPartner, "partners", b.partners())
		b.sumParts(given, rows, year, ByFunding, "kinds", kinds)
	}
}

// sumParts is sumFunding for one dimension of a year. The expected parts are those
// that the project has today.
func (b *posting) sumParts(given *sums, rows []historyRow, year period.Year, d Dimension, what string, expected []string) {
	var sum finance.Money
	var first source.Position
	var missing []string
	for _, item := range expected {
		if !given.get(Key{FundingMeasure, year, d, item}).Known {
			missing = append(missing, item)
		}
	}
	for _, row := range rows {
		if row.Year != year || row.Dimension != d {
			continue
		}
		total, ok := sum.Add(row.Amount)
		b.sums.overflow = b.sums.overflow || !ok
		sum = total
		if first.IsZero() {
			first = row.Position
		}
	}
	key := Key{FundingMeasure, year, ByTotal, ""}
	total := b.sums.get(key)
	switch {
	case first.IsZero():
	case len(missing) > 0 && !total.Known:
		b.problems.Add(&source.Problem{Code: finance.CodeHistoryDoesNotAdd, Position: first,
			Message: fmt.Sprintf("the funding of %s is given by its %s and isn't whole: there is no row for %s", year, what, strings.Join(missing, ", ")),
			Hint:    "add the row, with 0 where there was none, or the total"})
	case len(missing) > 0:
	case !total.Known:
		a := &finance.Amount{Money: sum, Known: true, Files: []string{b.spec.History}, Position: first}
		given.amounts[key], b.sums.amounts[key] = a, a
	case total.Money != sum && slices.Contains(total.Files, b.spec.History):
		b.problems.Add(&source.Problem{Code: finance.CodeHistoryDoesNotAdd, Position: first,
			Message: fmt.Sprintf("the %s is %s, but its %s sum to %s, a difference of %s", key, total.Exact(), what, sum.Exact(), (total.Money - sum).Exact()),
			Hint:    "correct the one that is wrong; the total is used",
			Related: []source.Related{{Position: total.Position, Message: "the total, or the first of its parts"}}})
	}
}
