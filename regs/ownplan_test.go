package regs

import (
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"apr/internal/rounds"
)

// What is found in the first bytes of a text is found in all of it, and nothing else.
func TestLongestInStarsIsEnough(t *testing.T) {
	pieces := []string{"*", "**", "a", "é", "𝐀", " ", "\n", "Care at home", strings.Repeat("𝐀", 57), strings.Repeat("é", 61), "\xf0\x9d"}
	longest := 0
	for seed := range rounds.Of(t, uint64(5000)) {
		r := rand.New(rand.NewPCG(seed, 5))
		text := "**"
		for range 1 + r.IntN(12) {
			text += pieces[r.IntN(len(pieces))]
		}
		want := inStars().FindStringSubmatchIndex(text)
		if got := inStars().FindStringSubmatchIndex(text[:min(len(text), longestInStars)]); !slices.Equal(got, want) {
			t.Fatalf("%q: %v; want %v", text, got, want)
		}
		if want != nil {
			longest = max(longest, want[1])
		}
	}
	if longest < longestInStars*9/10 || longest > longestInStars {
		t.Errorf("the longest is %d bytes; want nearly %d", longest, longestInStars)
	}
}
