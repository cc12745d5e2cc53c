package finance

import (
	"bytes"
	"encoding/binary"
	"math/bits"
)

// stride is how many bytes an index looks at together: one bit of a word for
// each.
const stride = 64

// An index finds the marks of a text: the separators and newlines that aren't
// within quotes. It holds what encoding/csv takes for malformed to be so too.
//
// Eight bytes are looked at together. For each byte the sum of its difference
// from a wanted one and 0x7f has the high bit unless there is no difference; a
// multiplication gathers the eight high bits in one byte.
type index struct {
	separators uint64 // eight times the separator
	separator  byte
	marks      []int32 // where they are in the text, from marks[1] on; marks[0] is the one before
	count      int     // of marks, with marks[0]
	inside     uint64  // all bits if a quotation mark is open
	quote      int     // where the next quotation mark is
}

// Words of eight equal bytes, and what gathers their high bits.
const (
	ones     = 0x0101010101010101
	lowBits  = 0x7f * ones
	highBits = 0x80 * ones
	newlines = '\n' * ones
	quotes   = '"' * ones
	gatherer = 0x02040810204081
)

// begin begins a text.
func (x *index) begin(text []byte) {
	x.count, x.inside = 1, 0
	if len(x.marks) == 0 {
		x.marks = make([]int32, 4*stride)
	}
	x.marks[0] = -1
	x.quote = nextQuote(text, 0)
}

// drop forgets all marks but the last n.
func (x *index) drop(n int) {
	copy(x.marks, x.marks[x.count-n:x.count])
	x.count = n
}

// nextQuote is where the next quotation mark is, or the end of the text.
func nextQuote(text []byte, from int) int {
	if from < len(text) {
		if i := bytes.IndexByte(text[from:], '"'); i >= 0 {
			return from + i
		}
	}
	return len(text)
}

// extend finds the marks from one place to another, which is a multiple of
// stride from the beginning of the text or its end. Behind the end of the text
// buf has stride more bytes of whatever kind. It returns false where quotation
// marks stand where they can't.
func (x *index) extend(buf []byte, from, to, end int) bool {
	x.reserve(to - from)
	n, marks, separators := x.count, x.marks, x.separators
	for i := from; i < to; i += stride {
		found := ^matchMarks((*[stride]byte)(buf[i:]), separators)
		if left := end - i; left < stride {
			found &= 1<<left - 1
		}
		if x.quote < i+stride || x.inside != 0 {
			var ok bool
			if found, ok = x.unquoted(buf, i, end, found); !ok {
				return false
			}
		}
		// Most strides have no more than eight marks. Those written for bits that
		// there aren't are written over.
		next := (*[8]int32)(marks[n:])
		after := n + bits.OnesCount64(found)
		for j := range next {
			next[j] = int32(i + bits.TrailingZeros64(found))
			found &= found - 1
		}
		for n += 8; found != 0; n++ {
			marks[n] = int32(i + bits.TrailingZeros64(found))
			found &= found - 1
		}
		n = after
	}
	x.count = n
	return true
}

// reserve makes room for the marks of so many bytes.
func (x *index) reserve(size int) {
	if need := x.count + size + 2*stride; need > len(x.marks) {
		marks := make([]int32, need+need/4)
		copy(marks, x.marks[:x.count])
		x.marks = marks
	}
}

// unquoted takes from the marks found those within quotes, and looks whether
// quotation marks stand where they may: one that opens a cell behind a mark, one
// that closes it before a mark, and doubled ones within.
func (x *index) unquoted(buf []byte, i, end int, found uint64) (marks uint64, ok bool) {
	q := ^matchQuotes((*[stride]byte)(buf[i:]))
	if left := end - i; left < stride {
		q &= 1<<left - 1
	}
	inside := fromOddBits(q) ^ x.inside
	opening, closing := q&inside, q&^inside
	before := uint64(1)
	if i > 0 && !x.isMark(buf[i-1]) && buf[i-1] != '"' {
		before = 0
	}
	after := (found | q) >> 1
	if next := buf[i+stride]; x.isMark(next) || next == '"' {
		after |= 1 << (stride - 1)
	}
	if opening&^((found|q)<<1|before) != 0 {
		return 0, false
	}
	for bad := closing &^ after; bad != 0; bad &= bad - 1 {
		if at := i + bits.TrailingZeros64(bad); buf[at+1] != '\r' || buf[at+2] != '\n' {
			return 0, false
		}
	}
	x.inside = uint64(int64(inside) >> (stride - 1))
	if x.quote < i+stride {
		x.quote = nextQuote(buf[:end], i+stride)
	}
	return found &^ inside, true
}

func (x *index) isMark(b byte) bool { return b == x.separator || b == '\n' }

// fromOddBits has the bits from each first, third, fifth … bit of q up to the
// one before the next.
func fromOddBits(q uint64) uint64 {
	q ^= q << 1
	q ^= q << 2
	q ^= q << 4
	q ^= q << 8
	q ^= q << 16
	return q ^ q<<32
}

// matchMarks has no bit where the byte is a separator or a newline.
func matchMarks(p *[stride]byte, separators uint64) uint64 {
	return gather(unlike2(load64(p[0:8]), separators)) |
		gather(unlike2(load64(p[8:16]), separators))<<8 |
		gather(unlike2(load64(p[16:24]), separators))<<16 |
		gather(unlike2(load64(p[24:32]), separators))<<24 |
		gather(unlike2(load64(p[32:40]), separators))<<32 |
		gather(unlike2(load64(p[40:48]), separators))<<40 |
		gather(unlike2(load64(p[48:56]), separators))<<48 |
		gather(unlike2(load64(p[56:64]), separators))<<56
}

// matchQuotes has no bit where the byte is a quotation mark.
func matchQuotes(p *[stride]byte) uint64 {
	return gather(unlike(load64(p[0:8]), quotes)) |
		gather(unlike(load64(p[8:16]), quotes))<<8 |
		gather(unlike(load64(p[16:24]), quotes))<<16 |
		gather(unlike(load64(p[24:32]), quotes))<<24 |
		gather(unlike(load64(p[32:40]), quotes))<<32 |
		gather(unlike(load64(p[40:48]), quotes))<<40 |
		gather(unlike(load64(p[48:56]), quotes))<<48 |
		gather(unlike(load64(p[56:64]), quotes))<<56
}

// unlike has the high bit of each byte of w that differs from that of an ASCII
// text.
func unlike(w, text uint64) uint64 { return (w&lowBits ^ text) + lowBits | w }

// unlike2 has the high bit of each byte that is neither a separator nor a
// newline.
func unlike2(w, separators uint64) uint64 {
	low := w & lowBits
	return ((low^separators)+lowBits)&((low^newlines)+lowBits) | w
}

// gather makes the high bits of eight bytes the bits of one.
func gather(w uint64) uint64 { return (w & highBits) * gatherer >> 56 }

func load64(p []byte) uint64 { return binary.LittleEndian.Uint64(p) }
