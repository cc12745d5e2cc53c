package celltext

import (
	"math/rand/v2"
	"strings"
	"testing"
)

// TestSpaced compares what is taken for spaced already with what spacing makes.
func TestSpaced(t *testing.T) {
	r := rand.New(rand.NewPCG(8, 9))
	spacedAlready := 0
	for range 5000 {
		var b strings.Builder
		for range r.IntN(7) {
			b.WriteString([]string{"a", "Care", " ", "\t", "\n", "\u00a0", "é", "\x1f", "\x7f", "\ufeff", "b", "c"}[r.IntN(12)])
		}
		s := b.String()
		want := strings.Join(strings.Fields(Trim(s)), " ")
		if got := Spaced(s); got != want {
			t.Fatalf("%q: %q; want %q", s, got, want)
		}
		if isSpaced(s) {
			spacedAlready++
		}
	}
	if spacedAlready < 500 {
		t.Errorf("only %d texts are spaced already", spacedAlready)
	}
}
