package table

import (
	"bytes"
	"errors"
	"io"
	"math/rand/v2"
	"slices"
	"testing"
	"testing/iotest"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/transform"
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

// TestWindowsText holds what is decoded against charmap's decoder, in pieces of any size.
func TestWindowsText(t *testing.T) {
	var text []byte
	for b := 1; b < 256; b++ {
		text = append(append(text, byte(b)), "a plain cell of a ledger"[:b%24]...)
	}
	want, err := charmap.Windows1252.NewDecoder().Bytes(text)
	if err != nil {
		t.Fatal(err)
	}
	got, err := io.ReadAll(transform.NewReader(iotest.HalfReader(bytes.NewReader(text)), windowsText{}))
	if err != nil || !bytes.Equal(got, want) {
		t.Fatalf("%q, %v, want %q", got, err, want)
	}
	for size := utf8.UTFMax; size < 70; size++ {
		dst := make([]byte, size)
		var all []byte
		for src := text; len(src) > 0; {
			nDst, nSrc, err := windowsText{}.Transform(dst, src, true)
			if nSrc == 0 || err != nil && !errors.Is(err, transform.ErrShortDst) {
				t.Fatal(nSrc, err)
			}
			all, src = append(all, dst[:nDst]...), src[nSrc:]
		}
		if !bytes.Equal(all, want) {
			t.Fatalf("into %d bytes: %q, want %q", size, all, want)
		}
	}
}
