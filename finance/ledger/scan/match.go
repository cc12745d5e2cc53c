package scan

import "encoding/binary"

// stride is how many bytes are matched together: one bit of a word for each.
const stride = 64

// A match has a bit for each byte of a stride: in marks where it is a separator
// or a newline, in quotes where it is a quotation mark.
type match struct{ marks, quotes uint64 }

// Words of eight equal bytes, and the high bits of eight bytes.
const (
	ones     = 0x0101010101010101
	lowBits  = 0x7f * ones
	highBits = 0x80 * ones
	newlines = '\n' * ones
	quotes   = '"' * ones
)

// matchWords matches as many strides of the text as found has room for, eight
// bytes at a time. Words side by side make a square of 8 by 8 bits with the bytes
// in its columns. Most strides have no quotation mark, and are not searched for
// where it is.
func matchWords(text []byte, found []match, separators uint64) {
	for i := range found {
		t := (*[stride]byte)(text[i*stride:])
		m0, q0 := differ(t, 0, separators)
		m1, q1 := differ(t, 1, separators)
		m2, q2 := differ(t, 2, separators)
		m3, q3 := differ(t, 3, separators)
		m4, q4 := differ(t, 4, separators)
		m5, q5 := differ(t, 5, separators)
		m6, q6 := differ(t, 6, separators)
		m7, q7 := differ(t, 7, separators)
		found[i] = match{marks: ^transposed(m0>>7 | m1>>6 | m2>>5 | m3>>4 | m4>>3 | m5>>2 | m6>>1 | m7)}
		if q0&q1&q2&q3&q4&q5&q6&q7 != highBits {
			found[i].quotes = ^transposed(q0>>7 | q1>>6 | q2>>5 | q3>>4 | q4>>3 | q5>>2 | q6>>1 | q7)
		}
	}
}

// differ looks at the n-th word of a stride. The high bit of a byte is set in
// mark unless it is a separator or a newline, and in quote unless it is a
// quotation mark: a byte that differs from the wanted one in its low bits is not
// zero there, and carries into the high bit when 0x7f is added.
func differ(t *[stride]byte, n int, separators uint64) (mark, quote uint64) {
	word := binary.LittleEndian.Uint64(t[8*n : 8*n+8])
	low := word & lowBits
	mark = ((low^separators)+lowBits)&((low^newlines)+lowBits) | word
	quote = (low ^ quotes) + lowBits | word
	return mark & highBits, quote & highBits
}

// transposed is a square of 8 by 8 bits with its rows as columns (Warren,
// Hacker's Delight, 7-3).
func transposed(x uint64) uint64 {
	t := (x ^ x>>7) & 0x00aa00aa00aa00aa
	x ^= t ^ t<<7
	t = (x ^ x>>14) & 0x0000cccc0000cccc
	x ^= t ^ t<<14
	t = (x ^ x>>28) & 0x00000000f0f0f0f0
	return x ^ t ^ t<<28
}

// load64 is the word at a place in a text.
func load64(text []byte, at int) uint64 { return binary.LittleEndian.Uint64(text[at : at+8 : at+8]) }
