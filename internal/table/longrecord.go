package table

import (
	"bufio"
	"bytes"
	"errors"
	"io"
)

// Limits of one record, which is in memory whole: as bytes, and as cells of some 50
// bytes each. Whoever reads Text by themselves stays below.
const (
	maxRecord = 16 << 20
	maxCells  = 1 << 20
)

var errLongRecord = errors.New("a single row is too long for a ledger's; a line end is missing, or a quotation mark opens a cell that nothing closes")

// A recordLimit passes a text on, and ends it where one record has no end. It
// counts between begin and end only: whoever reads Text
// reads through it too, and has limits of their own.
type recordLimit struct {
	raw         io.Reader
	separator   byte
	on          bool
	read, cells int
}

// begin begins a record, end ends it.
func (l *recordLimit) begin() { l.on, l.read, l.cells = true, 0, 0 }
func (l *recordLimit) end()   { l.on = false }

func (l *recordLimit) Read(p []byte) (int, error) {
	if l.on && (l.read > maxRecord || l.cells > maxCells) {
		return 0, errLongRecord
	}
	n, err := l.raw.Read(p)
	if l.on {
		l.read += n
		l.cells += bytes.Count(p[:n], []byte{l.separator})
	}
	return n, err
}

// limitedText is buffered text that comes through a limit.
type limitedText struct {
	*bufio.Reader
	limit *recordLimit
}
