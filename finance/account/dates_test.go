package account

import (
	"context"
	"slices"
	"strings"
	"testing"
	"time"

	"apr/finance"
	"apr/finance/internal/ledgertest"
	"apr/internal/source"
)

// A line whose date and period are both of another year is one line.
func TestLineOfAnotherYearCountsOnce(t *testing.T) {
	spec := one(map[string]string{"cost_centre": "Cost centre", "date": "Posted", "period": "Period", "amount": "Amount"})
	a, err := bothPaths(t, []byte("Cost centre,Posted,Period,Amount\nA1,31/03/2025,Mar-25,2.00\nA1,01/04/2025,Mar-25,4.00\n"), spec, 0)
	if err != nil {
		t.Fatal(err)
	}
	if len(a.Problems) != 1 || !strings.HasPrefix(a.Problems[0].Message, "2 lines, £6.00 in all, with a date outside 2025/26") {
		t.Errorf("got %s", messages(a.Problems))
	}
}

// Lines of other years are reported and counted: the account is of the ledger,
// and whoever exported it has to repair it.
func TestLinesOutsideTheYear(t *testing.T) {
	spec := one(map[string]string{"cost_centre": "Cost centre", "date": "Posted", "period": "Period", "amount": "Amount"})
	const ledger = "Cost centre,Posted,Period,Amount\nA1,01/04/2025,1,1.00\nA1,31/03/2025,P12,2.00\nA1,2026-03-31,13,4.00\nA1,46113,14,8.00\n" +
		"A1,,,16.00\nA1,03/25/2026,12,32.00\nA1,2026-04-01 00:00,0,\nTotal,,,63.00\n"
	const want = `
malformed-date data/council.csv:7: 1 line, £32.00 in all, with a date that can't be understood, such as "03/25/2026", counted all the same
    write dates as 31/03/2026, day first, or as 2026-03-31
malformed-period data/council.csv:5: 1 line, £8.00 in all, with a period that can't be understood, such as "14", counted all the same
    write 1 to 13, where 1 is April, 12 March and 13 the year's end, or a month such as Apr-25; 2025/01 might be January or the first period
outside-year data/council.csv:3: 2 lines, £10.00 in all, with a date outside 2025/26, such as "31/03/2025", counted all the same
    see whether the export is of the right year; give the ledger its year if it is of another
`
	a, err := bothPaths(t, []byte(ledger), spec, 0)
	if err != nil {
		t.Fatal(err)
	}
	if got := "\n" + messages(sortedByCode(a.Problems)); got != want {
		t.Errorf("got:%s\nwant:%s", got, want)
	}
	if l := a.Ledgers[0]; l.Lines != 8 || l.Unclassified != 6 || l.Zero != 1 || l.Total != 6300 {
		t.Errorf("%+v", l)
	}
}

// Workbooks hold dates as serials.
func TestDatesOfWorkbooks(t *testing.T) {
	spec := one(map[string]string{"cost_centre": "Cost centre", "date": "Posted", "amount": "Amount"})
	book := workbook(t, "Ledger", []any{"Cost centre", "Posted", "Amount"},
		[]any{"A1", time.Date(2026, time.March, 31, 0, 0, 0, 0, time.UTC), 1}, []any{"A1", time.Date(2026, time.April, 1, 9, 30, 0, 0, time.UTC), 2})
	a, err := Compute(context.Background(), ledgertest.Files("data/council.csv", string(book)), spec)
	if err != nil {
		t.Fatal(err)
	}
	if len(a.Problems) != 1 || a.Problems[0].Code != finance.CodeOutsideYear || a.Problems[0].Position.Cell != "B3" ||
		!strings.Contains(a.Problems[0].Message, `such as "01/04/2026"`) {
		t.Errorf("got %s", messages(a.Problems))
	}
}

func sortedByCode(problems []*source.Problem) []*source.Problem {
	sorted := slices.Clone(problems)
	slices.SortFunc(sorted, func(a, b *source.Problem) int { return strings.Compare(a.Code, b.Code) })
	return sorted
}
