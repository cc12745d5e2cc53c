package account

import (
	"context"
	"os"
	"strings"
	"sync"
	"testing"

	"apr/finance"
	"apr/finance/internal/ledgertest"
)

func TestProgressReachesTheEndOfTheFile(t *testing.T) {
	ledger := "Cost centre,Account,Amount\n" + strings.Repeat("A1,4000,1.00\n", 100_000)
	var mu sync.Mutex
	var last int64
	calls := 0
	ctx := finance.WithProgress(context.Background(), func(file string, read, size int64) {
		mu.Lock()
		defer mu.Unlock()
		if calls++; file != "data/council.csv" || read < last || size != int64(len(ledger)) {
			t.Errorf("%s: %d of %d after %d", file, read, size, last)
		}
		last = read
	})
	if _, err := Compute(ctx, ledgertest.Files("data/council.csv", ledger), one(ledgertest.Columns)); err != nil {
		t.Fatal(err)
	}
	if last != int64(len(ledger)) || calls < 3 {
		t.Errorf("ended at %d of %d in %d calls", last, len(ledger), calls)
	}
}

// What a workbook's sheet unpacks to is what there is to read.
func TestProgressInAWorkbook(t *testing.T) {
	if testing.Short() {
		t.Skip("left out by -short: a workbook of 30,000 rows")
	}
	dir, _, _ := longWorkbook(t, 30_000, false)
	var mu sync.Mutex
	var last, size int64
	ctx := finance.WithProgress(context.Background(), func(_ string, read, of int64) {
		mu.Lock()
		defer mu.Unlock()
		if size == of && read < last {
			t.Errorf("%d of %d after %d", read, of, last)
		}
		last, size = read, of
	})
	if _, err := Compute(ctx, os.DirFS(dir), benchSpec()); err != nil {
		t.Fatal(err)
	}
	if last != size || size < 5<<20 {
		t.Errorf("ended at %d of %d", last, size)
	}
}
