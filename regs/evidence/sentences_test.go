package evidence

import (
	"math/rand/v2"
	"regexp"
	"slices"
	"strings"
	"testing"

	"apr/internal/rounds"
)

// endOfSentence is what sentenceEnds finds, as its comment has it.
var endOfSentence = regexp.MustCompile(`[.!?;:]+(?:["'”’)\]*_]*\s|["'”’)\]*_]*$)|\n\s*\n|\n\s*(?:[-*+|]|\d{1,2}[.)])\s`)

func TestSentenceEndsAreThoseOfTheExpression(t *testing.T) {
	same := func(s string) {
		t.Helper()
		var got [][]int
		for from, to := range sentenceEnds(s) {
			got = append(got, []int{from, to})
		}
		want := endOfSentence.FindAllStringIndex(s, -1)
		if !slices.EqualFunc(got, want, slices.Equal[[]int]) {
			t.Fatalf("%q: %v, want %v", s, got, want)
		}
	}
	for _, s := range []string{
		"", "One. Two", "It was 3.5% (so).\" Then", "At www.example.org; and.", "...", "..x", "a\n\nb", "a\n \n \t\nb", "a\n- b", "a\n12. b", "a\n123. b", "a\n1.\n",
		"a\n-\n\n", "Wait…! Yes?”’ So", "a.\u00a0b", "a\v\n\f\r\n",
	} {
		same(s)
	}
	parts := []string{".", "!", "?;:", "\"", "’", "”", ")", "]", "*", "_", " ", "\n", "\t", "\r", "-", "|", "+", "1", "23", "a", "é", "\xff", "word"}
	random := rand.New(rand.NewPCG(1, 2))
	for range rounds.Of(t, 20000) {
		var b strings.Builder
		for range random.IntN(12) {
			b.WriteString(parts[random.IntN(len(parts))])
		}
		same(b.String())
	}
}
