package table

import (
	"bytes"
	"io"
)

// formulaReader takes the sign before a text that a finance system wrote as a formula,
// so that a spreadsheet keeps its zeros: ="0200" becomes "0200", which is a cell in
// quotation marks. It does so only where the formula is the whole cell; others are left
// for the reader of cells to refuse.
type formulaReader struct {
	raw    io.Reader
	buf    []byte // what is read and not handed on
	room   []byte
	before byte // the last that was handed on, or 0
	err    error
}

const (
	formulaRoom = 64 << 10
	maxFormula  = 1 << 10 // bytes of a formula
)

var formulaStart = []byte(`="`)

func (f *formulaReader) Read(p []byte) (int, error) {
	if len(p) == 0 {
		return 0, nil
	}
	for {
		at := bytes.Index(f.buf, formulaStart)
		if at == 0 {
			formula, enough := f.isFormula()
			if !enough {
				f.fill()
				continue
			}
			if formula {
				f.buf = f.buf[1:]
			}
			at = 1 // the quotation mark, or the sign that stays
		}
		if at < 0 {
			at = len(f.buf)
			if f.err == nil && at > 0 && f.buf[at-1] == '=' {
				at-- // a quotation mark may come
			}
		}
		if at > 0 {
			n := copy(p, f.buf[:at])
			f.before, f.buf = f.buf[n-1], f.buf[n:]
			return n, nil
		}
		if f.err != nil {
			return 0, f.err
		}
		f.fill()
	}
}

// fill reads more.
func (f *formulaReader) fill() {
	if f.room == nil {
		f.room = make([]byte, formulaRoom)
	}
	kept := copy(f.room, f.buf) // at most maxFormula
	n, err := f.raw.Read(f.room[kept:])
	f.buf, f.err = f.room[:kept+n], err
}

// isFormula reports whether a cell begins here and is a text as a formula, unless that
// needs more to be read.
func (f *formulaReader) isFormula() (is, enough bool) {
	if f.before != 0 && f.before != 0xbf && !endsCell(f.before) { // 0xbf ends a byte order mark
		return false, true
	}
	text := f.buf[len(formulaStart):min(len(f.buf), maxFormula)]
	end := bytes.IndexAny(text, "\"\r\n")
	switch {
	case end >= 0 && text[end] != '"':
		return false, true
	case end >= 0 && end+1 < len(text):
		return endsCell(text[end+1]), true
	case len(f.buf) >= maxFormula:
		return false, true
	}
	return end >= 0, f.err != nil
}

// endsCell reports whether a byte is a separator of whatever kind, or ends a line.
func endsCell(b byte) bool { return bytes.IndexByte([]byte(",;\t|\r\n"), b) >= 0 }
