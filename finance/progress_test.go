package finance

import (
	"context"
	"strings"
	"sync"
	"testing"
)

func TestProgressReachesTheEndOfTheFile(t *testing.T) {
	ledger := "Cost centre,Account,Amount\n" + strings.Repeat("A1,4000,1.00\n", 100_000)
	var mu sync.Mutex
	var last int64
	calls := 0
	ctx := WithProgress(context.Background(), func(file string, read, size int64) {
		mu.Lock()
		defer mu.Unlock()
		if calls++; file != "data/council.csv" || read < last || size != int64(len(ledger)) {
			t.Errorf("%s: %d of %d after %d", file, read, size, last)
		}
		last = read
	})
	if _, err := Compute(ctx, files("data/council.csv", ledger), one(columns)); err != nil {
		t.Fatal(err)
	}
	if last != int64(len(ledger)) || calls < 3 {
		t.Errorf("ended at %d of %d in %d calls", last, len(ledger), calls)
	}
}
