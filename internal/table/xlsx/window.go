package xlsx

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"strings"

	"apr/internal/lazyregexp"
)

// Sizes of the window on a part that is read as a stream: what it begins with,
// and the largest that it grows to for a row that doesn't fit. A row of as many
// columns as a workbook can have, each with a number and its name, takes 1 MB.
const (
	firstWindow = 256 << 10
	maxWindow   = 16 << 20
)

// ErrDeclined is the error for what this package leaves to other readers.
var ErrDeclined = errors.New("apr's own reader doesn't know this form of workbook")

var errEncoding = fmt.Errorf("%w: its XML is not in UTF-8", ErrDeclined)

// ErrRow is the error for a row that is larger than any that means something.
var ErrRow = fmt.Errorf("one row or tag takes more than %d MB", maxWindow>>20)

// A window is as much of an XML text as is in memory. What is read of it gives
// errUnclosed or errTruncated where the window ends too early; it can then be
// moved on and read again from some place, until the text itself has ended.
type window struct {
	tags tagScanner
	part *Part     // that is in memory, or comes to be
	from io.Reader // of a text that doesn't
	size int       // of the memory for it
	most int
	end  bool // all of the text that is left is in memory
}

// over is a window over text in memory.
func over(xml []byte) window { return window{tags: tagScanner{xml: xml}, end: true} }

// on is a window over a part, as far as that is in memory.
func on(part *Part) window { return window{part: part} }

// through is a window through which a text of any length is read.
func through(r io.Reader) window { return window{from: r, size: firstWindow, most: maxWindow} }

// begin looks at the first of the text.
func (w *window) begin() error {
	if err := w.ahead(0); err != nil {
		return err
	}
	return checkEncoding(w.tags.xml)
}

// cut reports whether an error means no more than that the window ends.
func (w *window) cut(err error) bool {
	return !w.end && (err == errUnclosed || err == errTruncated)
}

// ahead moves the window on, to go on at a place: it begins there, and what then
// fits into it is read. It grows where that place is its beginning.
func (w *window) ahead(place int) error {
	if w.end {
		return nil
	}
	if w.part != nil { // its beginning stays where it is
		var err error
		w.tags.xml, w.end, err = w.part.after(len(w.tags.xml))
		w.tags.pos = place
		return err
	}
	rest := w.tags.xml[place:]
	memory := w.tags.xml[:cap(w.tags.xml)]
	if len(memory) == 0 || place == 0 && len(rest) == len(memory) {
		if len(memory) >= w.most {
			return ErrRow
		}
		memory = make([]byte, min(max(w.size, 2*len(memory)), w.most))
	}
	n := copy(memory, rest)
	for idle := 0; n < len(memory) && !w.end; idle++ {
		more, err := w.from.Read(memory[n:])
		if n += more; more > 0 {
			idle = 0
		}
		switch {
		case err == io.EOF:
			w.end = true
		case err != nil:
			return err
		case idle == 100:
			return io.ErrNoProgress
		}
	}
	w.tags.xml, w.tags.pos = memory[:n:len(memory)], 0
	return nil
}

// drain reads what is left, so that a check sum at the end is looked at.
func (w *window) drain() error {
	for !w.end {
		if err := w.ahead(len(w.tags.xml)); err != nil {
			return err
		}
	}
	return nil
}

// declared finds the encoding that an XML declaration names.
var declared = lazyregexp.Lazy(`^(?:\xEF\xBB\xBF)?<\?xml[^>]*\sencoding\s*=\s*["']([^"']*)["']`)

// checkEncoding refuses what isn't in UTF-8, by the beginning of the text.
func checkEncoding(xml []byte) error {
	for _, utf16 := range []string{"\xff\xfe", "\xfe\xff", "<\x00", "\x00<"} {
		if bytes.HasPrefix(xml, []byte(utf16)) {
			return errEncoding
		}
	}
	named := declared().FindSubmatch(xml[:min(len(xml), 1<<10)])
	if named == nil {
		return nil
	}
	switch strings.ToUpper(string(named[1])) {
	// A declaration of UTF-16 that can be read byte by byte isn't true: programs that
	// make XML in memory write it into files that they save in UTF-8.
	case "UTF-8", "UTF8", "US-ASCII", "UTF-16":
		return nil
	}
	return errEncoding
}
