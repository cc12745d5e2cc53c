package scan

import "bytes"

// The rows of a stretch of text are its records that have as many cells as the
// header.
type rows struct {
	width int     // cells of the header
	marks []int32 // where cells end: one mark before each cell and one behind it
	at    []int32 // by row: where in marks the one before its first cell is
	lines []int32 // by row: newlines within the row but its last, where broken
	odd   []oddRow
	// broken says that there are line breaks within rows.
	broken   bool
	newlines int // of all records
	// each and some are what at is, where each record is a row and where not.
	each, some []int32
}

// An oddRow is a record of some other number of cells, or none.
type oddRow struct {
	before   int // the row that follows it
	from, to int // the marks before it and at its end
}

// find finds the rows between marks, the last of which ends a record. There are
// so many newlines after the first mark, and as many as there are between them,
// or more.
func (r *rows) find(buf []byte, marks []int32, newlines int) {
	r.marks, r.lines, r.odd, r.broken = marks, r.lines[:0], r.odd[:0], false
	last := len(marks) - 1
	if last%r.width == 0 && newlines == last/r.width && r.even(buf) {
		for len(r.each) < newlines {
			r.each = append(r.each, int32(len(r.each)*r.width))
		}
		r.at, r.newlines = r.each[:newlines], newlines
		return
	}
	r.some = r.some[:0]
	records := 0
	for i := 0; i < last; records++ {
		next := i + 1
		for buf[marks[next]] != '\n' {
			next++
		}
		if next-i == r.width {
			r.some = append(r.some, int32(i))
		} else {
			r.odd = append(r.odd, oddRow{before: len(r.some), from: i, to: next})
		}
		i = next
	}
	r.at, r.newlines = r.some, bytes.Count(buf[marks[0]+1:marks[last]+1], []byte{'\n'})
	if r.broken = r.newlines > records; r.broken {
		for _, at := range r.at {
			r.lines = append(r.lines, int32(bytes.Count(buf[marks[at]+1:marks[int(at)+r.width]], []byte{'\n'})))
		}
	}
}

// even reports whether a newline is wherever a row would end if all records
// were rows. Where there are no other newlines, they are.
func (r *rows) even(buf []byte) bool {
	for i := r.width; i < len(r.marks); i += r.width {
		if buf[r.marks[i]] != '\n' {
			return false
		}
	}
	return true
}

// cell is where the cell of a column is. It isn't plain where it may be quoted
// or end with the line.
func (r *rows) cell(buf []byte, at int32, column int) (start, end int, plain bool) {
	ends := r.marks[int(at)+column:]
	start, end = int(ends[0])+1, int(ends[1])
	return start, end, buf[start] != '"' && buf[end-1] != '\r'
}

// unquoted is where the cell of a column is, without its quotes. ok is false
// where it isn't as it stands there: it has doubled quotation marks or line
// breaks.
func (r *rows) unquoted(buf []byte, at int32, column int) (start, end int, ok bool) {
	start, end, plain := r.cell(buf, at, column)
	if plain {
		return start, end, true
	}
	if column == r.width-1 && end > start && buf[end-1] == '\r' {
		end--
	}
	if buf[start] != '"' {
		return start, end, true
	}
	start, end = start+1, end-1
	return start, end, bytes.IndexByte(buf[start:end], '"') < 0 && bytes.IndexByte(buf[start:end], '\n') < 0
}
