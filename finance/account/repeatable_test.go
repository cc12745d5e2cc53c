package account

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"apr/finance/internal/ledgertest"
	"apr/finance/ledger"
	"apr/internal/rounds"
)

// What is found twice is the same each time, also in a ledger with more lines than are
// kept.
func TestWhatIsFoundTwiceIsRepeatable(t *testing.T) {
	line := func(n int) string {
		return fmt.Sprintf("C%03d,Care %d,%04d,%02d/%02d/2025,,%d.%02d\n", n%40, n%40, n, 1+n%28, 4+n/28%9, 100+n*7%9973, n%100)
	}
	for lines, kept := range rounds.FewOf(t, map[int]bool{10_000: true, 20_000: false}) {
		var b strings.Builder
		b.WriteString(dated)
		for n := range lines {
			b.WriteString(line(n))
		}
		for n := 300; n < 330; n++ {
			b.WriteString(line(n))
		}
		first := ""
		for range 5 {
			a, err := compute(t.Context(), ledgertest.Files("data/council.csv", b.String()), one(datedColumns), ledger.Reading{Strict: true})
			if err != nil {
				t.Fatal(err)
			}
			found := ""
			for _, p := range slices.Concat(a.Problems, a.Doubts) {
				found += p.Error() + "\n"
			}
			if first == "" {
				first = found
			}
			if found != first {
				t.Errorf("%d lines: now\n%s\nbefore\n%s", lines, found, first)
			}
			if kept && !strings.Contains(found, "30 lines one below the other") {
				t.Errorf("%d lines: the block isn't found:\n%s", lines, found)
			}
		}
	}
}
