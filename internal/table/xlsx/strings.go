package xlsx

import (
	"fmt"
	"io"
	"strings"
)

// Sizes of a table of strings. Its texts are kept in chunks, each of which has
// room for the longest cell; all of them are bounded: a listing of a million
// lines, each with a remark of its own of a hundred characters, has as much.
const (
	chunkBits   = 18
	chunkSize   = 1 << chunkBits
	maxStrings  = 128 << 20
	stringPlace = 16 // bytes that each counts in addition to its text
)

// ErrStrings is the error for more strings than are read.
var ErrStrings = fmt.Errorf("its shared strings take more than %d MB", maxStrings>>20)

// Strings is a workbook's table of strings. The nil table is empty.
type Strings struct {
	chunks []string
	starts []uint32 // of each string: the number of its chunk, and where in it
	open   []byte   // the chunk that grows
	size   int      // of all, as it counts
	most   int
}

// NewStrings reads the part of shared strings that is in memory; nil is that of a
// workbook without any.
func NewStrings(part []byte) (*Strings, error) { return readStrings(over(part), maxStrings) }

// StreamStrings reads the part of shared strings, to its end.
func StreamStrings(part io.Reader) (*Strings, error) { return readStrings(through(part), maxStrings) }

func readStrings(w window, most int) (*Strings, error) {
	s := &Strings{most: most}
	if err := w.begin(); err != nil {
		return nil, err
	}
	for {
		place := w.tags.pos
		switch err := s.step(&w); {
		case err == io.EOF:
			s.close()
			return s, nil
		case w.cut(err):
			if err := w.ahead(place); err != nil {
				return nil, err
			}
		case err != nil:
			return nil, err
		}
	}
}

// step passes over a tag, or reads a string.
func (s *Strings) step(w *window) error {
	t, err := w.tags.next()
	switch {
	case err != nil:
		return err
	case t.kind == endOfXML && w.end:
		return io.EOF
	case t.kind == endOfXML:
		return errTruncated
	case t.kind == closeTag || !t.is("si"):
		return nil
	}
	if len(s.open) >= chunkSize-MaxCell {
		s.close()
	}
	start := len(s.open)
	if err := s.read(t, &w.tags); err != nil {
		s.open = s.open[:start]
		return err
	}
	// No cell can have more: it is refused where one refers to it.
	s.open = s.open[:min(len(s.open), start+MaxCell+1)]
	s.starts = append(s.starts, uint32(len(s.chunks)<<chunkBits|start))
	if s.size += len(s.open) - start + stringPlace; s.size > s.most {
		return ErrStrings
	}
	return nil
}

// read appends the text of an si element whose tag was passed.
func (s *Strings) read(t tag, tags *tagScanner) (err error) {
	if t.kind == emptyTag {
		return nil
	}
	for _, before := range []string{"<t>", `<t xml:space="preserve">`} { // as nearly all are written
		if raw := tags.plain(before, "</t></si>"); raw != nil {
			s.open = appendUnescaped(s.open, raw)
			return nil
		}
	}
	if s.open, err = tags.richText(s.open, "si"); err == errTruncated {
		err = errUnclosed
	}
	return err
}

// close ends the chunk that grows.
func (s *Strings) close() {
	s.chunks = append(s.chunks, string(s.open))
	s.open = s.open[:0]
}

// length is how many strings there are.
func (s *Strings) length() int {
	if s == nil {
		return 0
	}
	return len(s.starts)
}

// At is the string of a number below Len.
func (s *Strings) At(n int) string {
	chunk, start := s.starts[n]>>chunkBits, s.starts[n]%chunkSize
	text := s.chunks[chunk]
	if n+1 < len(s.starts) && s.starts[n+1]>>chunkBits == chunk {
		return text[start : s.starts[n+1]%chunkSize]
	}
	return text[start:]
}

// Having are the numbers of the strings that contain one of some texts.
func (s *Strings) Having(texts ...string) (numbers []int) {
	for n := range s.length() {
		for _, text := range texts {
			if strings.Contains(s.At(n), text) {
				numbers = append(numbers, n)
				break
			}
		}
	}
	return numbers
}
