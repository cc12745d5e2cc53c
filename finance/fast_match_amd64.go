//go:build !purego

package finance

import "golang.org/x/sys/cpu"

// hasVectors says that this machine has what the assembly needs, as nearly all
// have since 2013.
var hasVectors = cpu.X86.HasAVX2 && cpu.X86.HasBMI1 && cpu.X86.HasPCLMULQDQ && cpu.X86.HasPOPCNT

// markStrides adds the marks of so many whole strides, or returns false where it
// can't tell that the quotation marks are sound.
func (x *index) markStrides(buf []byte, from, strides int) bool {
	if !hasVectors || strides == 0 {
		return false
	}
	end := from + strides*stride
	q := quoting{inside: x.inside}
	if x.besides(buf[from-1]) {
		q.beside = 1
	}
	n := markVectors(&buf[from:end][0], strides, uint64(x.separator), &x.marks[x.count], from, &q)
	if q.unsound != 0 || q.waiting != 0 && !x.closes(buf, end-1) {
		return false
	}
	x.inside = q.inside
	x.count += n
	x.newlines += q.newlines
	return true
}

// plainStrides is how many bytes of src, from the first on, are seen at once to
// be ASCII without NUL.
func plainStrides(src []byte) int {
	if !hasVectors || len(src) < stride {
		return plainEights(src)
	}
	return stride * plainVectors(&src[0], len(src)/stride)
}

// quoting is what markVectors knows of quotation marks.
type quoting struct {
	inside   uint64 // all bits if one is open
	beside   uint64 // 1 if the byte before the text may stand beside one
	waiting  uint64 // 1 if the last byte is one that the byte behind the text must stand beside
	unsound  uint64 // not 0 if one stands where encoding/csv may refuse it
	newlines int    // of the text, within quotes or not
}

// markVectors writes where the marks of a text are, which has so many strides
// and at least one, and counts them. It may write eight places more.
//
//go:noescape
func markVectors(text *byte, strides int, separator uint64, marks *int32, from int, q *quoting) (count int)

// plainVectors is how many strides of a text, from the first on, are ASCII
// without NUL.
//
//go:noescape
func plainVectors(text *byte, strides int) (plain int)
