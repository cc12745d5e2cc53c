package finance

import "encoding/binary"

// stride is how many bytes are matched together: one bit of a word for each.
const stride = 64

// A match has a bit for each byte of a stride: in marks where it is a separator
// or a newline, in quotes where it is a quotation mark.
type match struct{ marks, quotes uint64 }

// Words of eight equal bytes, and what gathers their high bits.
const (
	ones     = 0x0101010101010101
	lowBits  = 0x7f * ones
	highBits = 0x80 * ones
	newlines = '\n' * ones
	quotes   = '"' * ones
	gatherer = 0x02040810204081
)

// matchWords matches as many strides of the text as found has room for, eight
// bytes at a time. A byte less the wanted one, plus 0x7f, has the high bit
// unless they are the same; a multiplication gathers the high bits of eight
// bytes.
func matchWords(text []byte, found []match, separators uint64) {
	for i := range found {
		var m match
		for j := 0; j < stride; j += 8 {
			word := load64(text, i*stride+j)
			low := word & lowBits
			m.marks |= gather(((low^separators)+lowBits)&((low^newlines)+lowBits)|word) << j
			m.quotes |= gather((low^quotes)+lowBits|word) << j
		}
		found[i] = match{^m.marks, ^m.quotes}
	}
}

// plainEights is how many bytes of src, from the first on and eight at a time, are
// ASCII without NUL. A NUL less one has the high bit.
func plainEights(src []byte) (n int) {
	for ; n+8 <= len(src); n += 8 {
		if word := load64(src, n); (word|(word-ones))&highBits != 0 {
			break
		}
	}
	return n
}

// gather makes the high bits of eight bytes the bits of one.
func gather(word uint64) uint64 { return word & highBits * gatherer >> 56 }

// load64 is the word at a place in a text.
func load64(text []byte, at int) uint64 { return binary.LittleEndian.Uint64(text[at : at+8 : at+8]) }
