package scan

import (
	"math/rand/v2"
	"slices"
	"testing"
)

// TestMatchWords compares words with a look at each byte.
func TestMatchWords(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	for range 2000 {
		text := make([]byte, stride*r.IntN(5)+r.IntN(20))
		for i := range text {
			text[i] = byte(r.IntN(256))
			if r.IntN(2) == 0 {
				text[i] = ",\n\"\r;\x8a\xac\xa2\x2d\x0b\x23"[r.IntN(11)]
			}
		}
		separator := []byte(",;\t|")[r.IntN(4)]
		want, got := make([]match, len(text)/stride), make([]match, len(text)/stride)
		for i, b := range text[:len(want)*stride] {
			if b == separator || b == '\n' {
				want[i/stride].marks |= 1 << (i % stride)
			}
			if b == '"' {
				want[i/stride].quotes |= 1 << (i % stride)
			}
		}
		if matchWords(text, got, uint64(separator)*ones); !slices.Equal(got, want) {
			t.Fatalf("%q: %x; want %x", text, got, want)
		}
	}
}
