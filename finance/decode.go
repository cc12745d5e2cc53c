package finance

import (
	"bytes"
	"errors"
	"io"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"
	"golang.org/x/text/transform"
)

var errMixedEncoding = errors.New("the text begins as UTF-8 and goes on in another encoding")

// decodeText makes UTF-8 of a ledger's bytes as they are read. start is what
// the file begins with: a byte order mark decides; without one, UTF-16 shows by
// its zero bytes, and UTF-8 and Windows-1252 differ at the first byte that
// isn't ASCII.
func decodeText(r io.Reader, start []byte) io.Reader {
	switch {
	case bytes.HasPrefix(start, []byte{0xff, 0xfe}), looksUTF16(start, 1):
		return transform.NewReader(r, unicode.UTF16(unicode.LittleEndian, unicode.UseBOM).NewDecoder())
	case bytes.HasPrefix(start, []byte{0xfe, 0xff}), looksUTF16(start, 0):
		return transform.NewReader(r, unicode.UTF16(unicode.BigEndian, unicode.UseBOM).NewDecoder())
	}
	return transform.NewReader(r, &textDecoder{windows: charmap.Windows1252.NewDecoder()})
}

// looksUTF16 reports whether every second byte, from the given one, is zero and
// no other is: Latin text in UTF-16.
func looksUTF16(start []byte, zero int) bool {
	if len(start) < 4 {
		return false
	}
	for i, b := range start[:min(len(start), 64)&^1] {
		if (b == 0) != (i%2 == zero) {
			return false
		}
	}
	return true
}

// textDecoder passes ASCII and UTF-8 through and turns Windows-1252 into UTF-8.
// Which of the two it has before it is decided once, at the first byte above
// ASCII, so that nothing need be read twice.
type textDecoder struct {
	windows       transform.Transformer
	isUTF8, isWin bool
}

func (d *textDecoder) Reset() {
	d.windows.Reset()
	d.isUTF8, d.isWin = false, false
}

// Transform implements transform.Transformer.
func (d *textDecoder) Transform(dst, src []byte, atEOF bool) (nDst, nSrc int, err error) {
	if d.isWin {
		return d.windows.Transform(dst, src, atEOF)
	}
	n, incomplete, valid := d.prefix(src, atEOF)
	copied := copy(dst, src[:n])
	switch {
	case copied < n:
		// Cut where a rune begins, so that the rest is whole again.
		for copied > 0 && !utf8.RuneStart(src[copied]) {
			copied--
		}
		return copied, copied, transform.ErrShortDst
	case incomplete:
		return n, n, transform.ErrShortSrc
	case valid:
		return n, n, nil
	case d.isUTF8:
		return n, n, errMixedEncoding
	}
	d.isWin = true
	nDst, nSrc, err = d.windows.Transform(dst[n:], src[n:], atEOF)
	return n + nDst, n + nSrc, err
}

// prefix is how much of src is UTF-8. incomplete says that it ends inside a
// rune, valid that all of it is UTF-8.
func (d *textDecoder) prefix(src []byte, atEOF bool) (n int, incomplete, valid bool) {
	for n < len(src) {
		if src[n] < utf8.RuneSelf {
			n++
			continue
		}
		if !atEOF && !utf8.FullRune(src[n:]) {
			return n, true, false
		}
		r, size := utf8.DecodeRune(src[n:])
		if r == utf8.RuneError && size == 1 {
			return n, false, false
		}
		d.isUTF8 = true
		n += size
	}
	return n, false, true
}
