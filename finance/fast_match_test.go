package finance

import (
	"math/rand/v2"
	"slices"
	"testing"
)

// TestMatchStrides compares what this machine matches by with the portable way
// and with a look at each byte.
func TestMatchStrides(t *testing.T) {
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
		want := make([]match, len(text)/stride)
		for i, b := range text[:len(want)*stride] {
			if b == separator || b == '\n' {
				want[i/stride].marks |= 1 << (i % stride)
			}
			if b == '"' {
				want[i/stride].quotes |= 1 << (i % stride)
			}
		}
		for name, by := range map[string]func([]byte, []match, uint64){"words": matchWords, "strides": matchStrides} {
			got := make([]match, len(want))
			if by(text, got, uint64(separator)*ones); !slices.Equal(got, want) {
				t.Fatalf("%s, %q: %x; want %x", name, text, got, want)
			}
		}
	}
}
