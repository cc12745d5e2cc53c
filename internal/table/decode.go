package table

import (
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"slices"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"
	"golang.org/x/text/transform"
)

var errMixedEncoding = errors.New("the text begins as UTF-8 and goes on in another encoding")

// errNUL is a byte that no text has. A disk that filled up, or a copy that broke
// off, leaves whole stretches of them.
var errNUL = errors.New("here is a NUL byte, which no text has: the file was damaged, or isn't text")

// errNoEncoding is a byte that no encoding accounts for.
type errNoEncoding byte

func (e errNoEncoding) Error() string {
	return fmt.Sprintf("its encoding can't be decided: UTF-8, UTF-16 and Windows-1252 were tried, and none has the byte 0x%02X here", byte(e))
}

// decodeText makes UTF-8 of a ledger's bytes as they are read. start is what
// the file begins with: a byte order mark decides; without one, UTF-16 shows by
// its zero bytes, and UTF-8 and Windows-1252 differ at the first byte that
// isn't ASCII.
//
// The text ends with errNUL at its first NUL.
func decodeText(r io.Reader, start []byte) io.Reader {
	switch {
	case bytes.HasPrefix(start, []byte{0xff, 0xfe}), looksUTF16(start, 1):
		return &withoutNUL{raw: transform.NewReader(r, unicode.UTF16(unicode.LittleEndian, unicode.UseBOM).NewDecoder())}
	case bytes.HasPrefix(start, []byte{0xfe, 0xff}), looksUTF16(start, 0):
		return &withoutNUL{raw: transform.NewReader(r, unicode.UTF16(unicode.BigEndian, unicode.UseBOM).NewDecoder())}
	}
	return &textReader{raw: r}
}

// withoutNUL ends a text at its first NUL. The textReader sees for itself.
type withoutNUL struct {
	raw   io.Reader
	ended bool
}

func (w *withoutNUL) Read(p []byte) (int, error) {
	if w.ended {
		return 0, errNUL
	}
	n, err := w.raw.Read(p)
	if i := bytes.IndexByte(p[:n], 0); i >= 0 {
		w.ended = true
		return i, errNUL
	}
	return n, err
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

// A textReader passes ASCII and UTF-8 through, where they were read, and turns
// Windows-1252 into UTF-8. Which of the two it has before it is decided once, at
// the first byte above ASCII, so that nothing need be read twice.
type textReader struct {
	raw     io.Reader
	windows io.Reader // set once the text has turned out to be Windows-1252
	isUTF8  bool
	kept    []byte // read and not yet passed on: the start of a rune
	err     error  // what raw answered after kept
	small   []byte // passed on in pieces, where the caller's are small
}

// leastRead is how much a caller must take for a rune to fit with room to
// spare.
const leastRead = 16

func (r *textReader) Read(p []byte) (int, error) {
	if len(p) >= leastRead && len(r.small) == 0 {
		return r.read(p)
	}
	if len(r.small) == 0 && len(p) > 0 {
		buf := make([]byte, leastRead)
		n, err := r.read(buf)
		if r.small = buf[:n]; n == 0 {
			return 0, err
		}
	}
	n := copy(p, r.small)
	r.small = r.small[n:]
	return n, nil
}

func (r *textReader) read(p []byte) (int, error) {
	for r.windows == nil {
		n := copy(p, r.kept)
		r.kept = r.kept[:0]
		if r.err == nil {
			var m int
			m, r.err = r.raw.Read(p[n:])
			n += m
		}
		good, incomplete := r.utf8Prefix(p[:n], r.err == io.EOF)
		switch {
		case good == n:
			if n > 0 || r.err != nil {
				return n, r.err
			}
		case incomplete:
			r.kept = append(r.kept, p[good:n]...)
			if r.err != nil { // the file broke off, and that is what is wrong with it
				return good, r.err
			}
			if good > 0 {
				return good, nil
			}
		case p[good] == 0:
			r.kept, r.err = r.kept[:0], errNUL
			return good, r.err
		case r.isUTF8:
			r.kept, r.err = r.kept[:0], errMixedEncoding
			return good, r.err
		default:
			r.turnWindows(slices.Clone(p[good:n]))
			if good > 0 {
				return good, nil
			}
		}
	}
	return r.windows.Read(p)
}

// turnWindows reads the rest of the text as Windows-1252.
func (r *textReader) turnWindows(rest []byte) {
	raw := r.raw
	if r.err != nil {
		raw = ErrReader(r.err)
	}
	all := io.MultiReader(bytes.NewReader(rest), raw)
	r.windows = transform.NewReader(&windowsBytes{all}, windowsText{})
}

// utf8Prefix is how much of src is UTF-8 without NUL; incomplete says that it ends
// inside a rune that may go on.
func (r *textReader) utf8Prefix(src []byte, atEnd bool) (n int, incomplete bool) {
	for {
		n += plainPrefix(src[n:])
		if n == len(src) || src[n] == 0 {
			return n, false
		}
		if !atEnd && !utf8.FullRune(src[n:]) {
			return n, true
		}
		char, size := utf8.DecodeRune(src[n:])
		if char == utf8.RuneError && size == 1 {
			return n, false
		}
		r.isUTF8 = true
		n += size
	}
}

// plainPrefix is how many bytes of src, from the first on, are ASCII without NUL.
func plainPrefix(src []byte) (n int) {
	for n = plainRun(src); n < len(src) && src[n]-1 < utf8.RuneSelf-1; n++ {
	}
	return n
}

// Words of eight equal bytes.
const (
	eachByte = 0x0101010101010101
	highBit  = 0x80 * eachByte
)

// plainRun is how many bytes of src, from the first on and 32 at a time, are
// ASCII without NUL. A NUL less one has the high bit.
func plainRun(src []byte) (n int) {
	for ; n+32 <= len(src); n += 32 {
		t := (*[32]byte)(src[n:])
		a, b := binary.LittleEndian.Uint64(t[:8]), binary.LittleEndian.Uint64(t[8:16])
		c, d := binary.LittleEndian.Uint64(t[16:24]), binary.LittleEndian.Uint64(t[24:])
		if (a|(a-eachByte)|b|(b-eachByte)|c|(c-eachByte)|d|(d-eachByte))&highBit != 0 {
			break
		}
	}
	return n
}

// windowsBytes refuses NUL, and the five bytes that Windows-1252 leaves undefined:
// text that has them is in an encoding that apr doesn't know.
type windowsBytes struct{ raw io.Reader }

func (w *windowsBytes) Read(p []byte) (int, error) {
	n, err := w.raw.Read(p)
	for i := plainPrefix(p[:n]); i < n; i++ {
		switch b := p[i]; b {
		case 0x81, 0x8d, 0x8f, 0x90, 0x9d:
			return i, errNoEncoding(b)
		case 0:
			return i, errNUL
		}
		i += plainPrefix(p[i+1 : n])
	}
	return n, err
}

// windowsText is the decoder of charmap.Windows1252, but for ASCII, which nearly all of a
// ledger is: it is copied as it stands.
type windowsText struct{ transform.NopResetter }

func (windowsText) Transform(dst, src []byte, _ bool) (nDst, nSrc int, err error) {
	for {
		n := copy(dst[nDst:], src[nSrc:nSrc+plainPrefix(src[nSrc:])])
		nDst, nSrc = nDst+n, nSrc+n
		if nSrc == len(src) {
			return nDst, nSrc, nil
		}
		char := charmap.Windows1252.DecodeByte(src[nSrc])
		if nDst+utf8.RuneLen(char) > len(dst) {
			return nDst, nSrc, transform.ErrShortDst
		}
		nDst += utf8.EncodeRune(dst[nDst:], char)
		nSrc++
	}
}

// ErrReader is a reader that answers with an error.
func ErrReader(err error) io.Reader { return failing{err} }

type failing struct{ err error }

func (f failing) Read([]byte) (int, error) { return 0, f.err }
