package table

import (
	"math/rand/v2"
	"testing"

	"apr/internal/table/celltext"
)

// TestSameCells holds records against each other as their keys say, whatever the cells
// begin with.
func TestSameCells(t *testing.T) {
	pieces := []string{"", " ", "\t", "\u00a0", "\ufeff", "†", "a", "A", "b", "é", "É", "K", "\u212a", "1", "=", "\xff", "Cost centre", "cost CENTRE", "-"}
	r := rand.New(rand.NewPCG(1, 2))
	record := func() (cells []string) {
		for range r.IntN(3) {
			cells = append(cells, pieces[r.IntN(len(pieces))]+pieces[r.IntN(len(pieces))])
		}
		return cells
	}
	same := 0
	for range 20_000 {
		a, b := record(), record()
		want := true
		for i := range 3 {
			want = want && celltext.HeaderKey(celltext.At(a, i)) == celltext.HeaderKey(celltext.At(b, i))
		}
		if got := SameCells(a, b); got != want {
			t.Fatalf("%q and %q are the same: %t, want %t", a, b, got, want)
		}
		if want {
			same++
		}
	}
	if same < 1000 {
		t.Errorf("only %d records are the same", same)
	}
}
