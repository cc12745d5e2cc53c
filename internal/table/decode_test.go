package table

import (
	"math/rand/v2"
	"slices"
	"testing"
)

// TestPlainPrefix compares words with a look at each byte.
func TestPlainPrefix(t *testing.T) {
	r := rand.New(rand.NewPCG(5, 6))
	for range 2000 {
		text := make([]byte, r.IntN(320))
		for i := range text {
			text[i] = byte(1 + r.IntN(127))
		}
		for range min(r.IntN(3), len(text)) {
			text[r.IntN(len(text))] = []byte{0, 0x80, 0xff, 0x81, 1, 127}[r.IntN(6)]
		}
		want := slices.IndexFunc(text, func(b byte) bool { return b == 0 || b >= 0x80 })
		if want < 0 {
			want = len(text)
		}
		if got := plainPrefix(text); got != want {
			t.Fatalf("%q: %d; want %d", text, got, want)
		}
	}
}
