package scan

import (
	"bytes"
	"math/bits"
)

// An index finds the marks of a text: the separators and newlines that aren't
// within quotes. It holds what encoding/csv takes for malformed to be so too.
type index struct {
	separator byte
	found     []match // of a stretch
	marks     []int32 // where the marks are in the text, after the one before them
	count     int     // of marks, with the one before them
	newlines  int     // after the first mark, within quotes or not
	inside    uint64  // all bits if a quotation mark is open
}

// begin begins the text from one place in a block. A newline is before it.
func (x *index) begin(from int) {
	x.count, x.newlines, x.inside = 1, 0, 0
	if len(x.marks) == 0 {
		x.marks = make([]int32, 4*stride)
		x.found = make([]match, stretch/stride)
	}
	x.marks[0] = int32(from) - 1
}

// drop forgets all marks but the last n, and so many newlines.
func (x *index) drop(n, newlines int) {
	copy(x.marks, x.marks[x.count-n:x.count])
	x.count = n
	x.newlines -= newlines
}

// extend finds the marks of a stretch that begins in buf at a place, or of what
// is left to the end of the text. It returns false where quotation marks are
// where they can't.
func (x *index) extend(buf []byte, from, end int) bool {
	end = min(end, from+stretch)
	x.reserve(end - from)
	found := x.found[:(end-from+stride-1)/stride]
	matchWords(buf[from:], found, uint64(x.separator)*ones)
	if left := end - from - stride*(len(found)-1); left < stride {
		last := &found[len(found)-1]
		last.marks &= 1<<left - 1
		last.quotes &= 1<<left - 1
	}
	if !x.unquote(buf, from, found) {
		return false
	}
	x.count = place(x.marks, x.count, from, found)
	x.newlines += bytes.Count(buf[from:end], []byte{'\n'})
	return true
}

// unquote takes marks within quotes away, or returns false where quotation marks
// are where they can't.
func (x *index) unquote(buf []byte, from int, found []match) bool {
	inside := x.inside
	for i, m := range found {
		if m.quotes|inside == 0 {
			continue
		}
		within := fromOddBits(m.quotes) ^ inside // up to before the closing one
		marks := m.marks | m.quotes
		opening, closing := m.quotes&within, m.quotes&^within
		if opening&^(marks<<1)|closing&^(marks>>1) != 0 && !x.sound(buf, from+i*stride, opening, closing, marks) {
			return false
		}
		inside = uint64(int64(within) >> (stride - 1))
		found[i].marks &^= within
	}
	x.inside = inside
	return true
}

// place writes where the marks found are, from the n-th on, and returns how many
// there are then.
func place(marks []int32, n, from int, found []match) int {
	for _, m := range found {
		for bit := m.marks; bit != 0; bit &= bit - 1 {
			marks[n] = int32(from + bits.TrailingZeros64(bit))
			n++
		}
		from += stride
	}
	return n
}

// reserve makes room for the marks of so many bytes.
func (x *index) reserve(size int) {
	if need := x.count + size + stride; need > len(x.marks) {
		marks := make([]int32, need+need/4)
		copy(marks, x.marks[:x.count])
		x.marks = marks
	}
}

// sound reports whether the quotation marks of a stride are where they may:
// one that opens a cell behind a mark, one that closes it before a mark, and
// doubled ones within. marks are those of both kinds.
func (x *index) sound(buf []byte, i int, opening, closing, marks uint64) bool {
	if bad := opening &^ (marks << 1); bad > 1 || bad == 1 && !x.endsCell(buf[i-1]) {
		return false
	}
	for bad := closing &^ (marks >> 1); bad != 0; bad &= bad - 1 {
		if !x.closes(buf, i+bits.TrailingZeros64(bad)) {
			return false
		}
	}
	return true
}

// closes reports whether a cell may end with the quotation mark at a place, or it
// is the first of two.
func (x *index) closes(buf []byte, at int) bool {
	return x.endsCell(buf[at+1]) || buf[at+1] == '\r' && buf[at+2] == '\n'
}

// endsCell reports whether a byte may be next to the quotation mark of a cell.
func (x *index) endsCell(b byte) bool { return b == x.separator || b == '\n' || b == '"' }

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
