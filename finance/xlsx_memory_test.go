package finance

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"strconv"
	"testing"
	"testing/fstest"

	"github.com/xuri/excelize/v2"
)

// longWorkbook is a ledger of so many rows, saved as a workbook, and its total.
func longWorkbook(tb testing.TB, rows int) ([]byte, Money) {
	tb.Helper()
	f := excelize.NewFile()
	defer f.Close()
	w, err := f.NewStreamWriter("Sheet1")
	if err != nil {
		tb.Fatal(err)
	}
	if err := w.SetRow("A1", []any{"Cost centre", "Account", "Account name", "Narrative", "Amount"}); err != nil {
		tb.Fatal(err)
	}
	var total Money
	for i := range rows {
		pence := Money(i*7919%200_000 - 20_000)
		total += pence
		cell := fmt.Sprint("A", i+2)
		if err := w.SetRow(cell, []any{fmt.Sprintf("%05d", i%600), 40_000 + i%500, "Care at home", fmt.Sprint("Invoice ", i), float64(pence) / 100}); err != nil {
			tb.Fatal(err)
		}
	}
	if err := w.Flush(); err != nil {
		tb.Fatal(err)
	}
	var b bytes.Buffer
	if err := f.Write(&b); err != nil {
		tb.Fatal(err)
	}
	return b.Bytes(), total
}

// TestWorkbookMemoryIsBounded reads a ledger that was saved as a workbook.
// APR_WORKBOOK_ROWS is how many rows it has; at 100,000 its sheet has 20 MB,
// and with 300,000 the bound is the same.
func TestWorkbookMemoryIsBounded(t *testing.T) {
	const bound = 96 << 20
	rows := 100_000
	if s := os.Getenv("APR_WORKBOOK_ROWS"); s != "" {
		n, err := strconv.Atoi(s)
		if err != nil || n < 1 {
			t.Fatalf("APR_WORKBOOK_ROWS=%s isn't a number of rows", s)
		}
		rows = n
	}
	data, total := longWorkbook(t, rows)
	heap := watchHeap(t)
	a, err := Compute(context.Background(), fstest.MapFS{"ledger.csv": {Data: data}}, benchSpec())
	if err != nil {
		t.Fatal(err)
	}
	if l := a.Ledgers[0]; l.Lines != rows || a.Spend.Money != total || l.Total != total {
		t.Errorf("%+v; want %d lines and %v", l, rows, total)
	}
	most := heap.most.Load()
	if most == 0 || most > bound {
		t.Errorf("took %d MB of memory; want at most %d", most>>20, bound>>20)
	}
	t.Logf("took %d MB of memory for a workbook of %d MB", most>>20, len(data)>>20)
}
