package account

import (
	"bytes"
	"context"
	"os"
	"testing"

	"apr/finance"
	"apr/finance/internal/ledgertest"
)

// TestPaymentsAsPublished reads a real file in its real disorder: lines above
// the header, daggers for no-break spaces, separators lost next to dates, blank
// rows. The total that it prints at its foot shows that nothing was lost.
func TestPaymentsAsPublished(t *testing.T) {
	const file, printed = "payments-lambeth-2012-06.csv", finance.Money(4_029_233_484)
	spec := finance.Spec{Year: 2025, Ledgers: []finance.LedgerSpec{{
		File: file, Partner: "Lambeth", Position: ledgertest.At(10), ControlTotal: ledgertest.Pence(printed),
		Columns: map[string]string{"department": "department", "description": "Subj description", "amount": "Invoice Nett Amount"},
	}}, Rules: []finance.Rule{
		{When: map[string]string{"department": "adults*", "description": "residential*|nursing*"}, Matter: finance.CareHome},
		{When: map[string]string{"department": "adults*"}, Matter: finance.OtherSocialCare},
	}}
	a, err := Compute(context.Background(), os.DirFS("testdata"), spec)
	if err != nil {
		t.Fatal(err)
	}
	// The printed total agrees, so that there is no word of it.
	if got, want := "\n"+messages(a.Problems), `
joined-cells payments-lambeth-2012-06.csv:19: 639 rows had lost the separator next to a date, as in "25/06/2012900", and were taken apart there
    compare the ledger's total with that of the finance system, or export the ledger again
`; got != want {
		t.Errorf("got:%s\nwant:%s", got, want)
	}
	l := a.Ledgers[0]
	if rows := filledRows(t, file) - headRows; l.Lines != rows || l.Totals != 1 || l.Zero != 0 || l.Lines != l.Classified+l.Unclassified+l.Totals {
		t.Errorf("%d rows in the file: %+v", rows, l)
	}
	if l.Total != printed || a.Spend.Money != printed {
		t.Errorf("the ledger sums to %s, the account to %s; the file says %s", l.Total, a.Spend.Money, printed)
	}
}

// headRows are the rows of the published file down to its header that aren't
// blank.
const headRows = 7

// filledRows counts the rows of a file that hold more than separators and
// blanks. None of its cells has a line break.
func filledRows(t *testing.T, file string) (n int) {
	t.Helper()
	data, err := os.ReadFile("testdata/" + file)
	if err != nil {
		t.Fatal(err)
	}
	for line := range bytes.Lines(data) {
		if len(bytes.Trim(line, ", †\r\n")) > 0 {
			n++
		}
	}
	return n
}

// TestAPrintedTotalThatDiffers takes one line out of the same file.
func TestAPrintedTotalThatDiffers(t *testing.T) {
	data, err := os.ReadFile("testdata/payments-lambeth-2012-06.csv")
	if err != nil {
		t.Fatal(err)
	}
	lines := bytes.SplitAfter(data, []byte("\n"))
	data = bytes.Join(append(lines[:10:10], lines[11:]...), nil) // without £1,534.24
	spec := one(map[string]string{"department": "department", "amount": "Invoice Nett Amount"})
	a, err := Compute(context.Background(), ledgertest.Files("data/council.csv", string(data)), spec)
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range a.Problems {
		if p.Code == finance.CodeTotalRow {
			if want := `the row "Total" says £40,292,334.84, a near miss: the lines above it sum to £40,290,800.60, a difference of £1,534.24; the row isn't counted`; p.Message != want {
				t.Errorf("got %s; want %s", p.Message, want)
			}
			return
		}
	}
	t.Errorf("nothing is reported of the total: %s", messages(a.Problems))
}
