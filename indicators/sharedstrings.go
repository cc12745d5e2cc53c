package indicators

import (
	"bytes"
	"slices"
	"strconv"
)

// sharedStrings is a workbook's table of strings. Most of it are lookup keys
// that nobody asks for, so a string is decoded when a cell refers to it.
type sharedStrings struct {
	items   [][]byte // the inside of each si element
	decoded []string
	known   []bool
}

// newSharedStrings finds the strings; xml is nil in a workbook without any.
func newSharedStrings(xml []byte) (*sharedStrings, error) {
	s := &sharedStrings{}
	tags := tagScanner{xml: xml}
	for {
		t, err := tags.next()
		switch {
		case err != nil:
			return nil, err
		case t.kind == endOfXML:
			s.decoded, s.known = make([]string, len(s.items)), make([]bool, len(s.items))
			return s, nil
		case t.kind == emptyTag && t.is("si"):
			s.items = append(s.items, []byte("</si>"))
		case t.kind == openTag && t.is("si"):
			start := tags.pos
			for t.kind != closeTag || !t.is("si") {
				if t, err = tags.next(); err != nil {
					return nil, err
				}
				if t.kind == endOfXML {
					return nil, errUnclosed
				}
			}
			s.items = append(s.items, xml[start:tags.pos])
		}
	}
}

func (s *sharedStrings) len() int { return len(s.items) }

// at is the string of a number below len.
func (s *sharedStrings) at(n int) (string, error) {
	if !s.known[n] {
		tags := tagScanner{xml: s.items[n]}
		text, err := tags.richText("si")
		if err != nil {
			return "", err
		}
		s.decoded[n], s.known[n] = text, true
	}
	return s.decoded[n], nil
}

// mayCompareIn reports whether a worksheet's XML may refer to a string that
// speaks of comparing. Nearly every program writes a cell's kind last, right
// before its value; where it stands elsewhere a number of the same digits makes
// it say so without need.
func (s *sharedStrings) mayCompareIn(cells []byte) bool {
	before := []byte(`t="s"><v>`)
	if bytes.Count(cells, before) != bytes.Count(cells, []byte(`t="s"`)) || bytes.Contains(cells, []byte(`t='s'`)) {
		before = []byte(">")
	}
	for n, item := range s.items {
		if mayCompare(item) && bytes.Contains(cells, slices.Concat(before, strconv.AppendInt(nil, int64(n), 10), []byte("</"))) {
			return true
		}
	}
	return false
}
