// Package xlsx reads the rows of a workbook's worksheets out of their XML, as a
// stream or in memory, and finds the worksheets in the package.
//
// It exists because of speed and memory alone: a general XML decoder needs more
// than ten times as long for a sheet of 13,000 rows, and a workbook that is
// opened whole as much memory as it unpacks to. It knows what a sheet's cells can
// be (ECMA-376 part 1, 18.3.1.4) and nothing else; tests and fuzz targets hold its
// answers against excelize's.
package xlsx

import (
	"bytes"
	"fmt"
	"io"
	"strconv"
	"strings"

	"apr/internal/table/celltext"
)

// A Scanner reads the rows of a worksheet one after the other.
type Scanner struct {
	window window
	shared *Strings
	want   Selection
	row    *Row
	number int  // of the last row
	inside bool // of sheetData
	merged []string
	ended  error // io.EOF, or what is wrong
}

// New reads a worksheet's part from its beginning. Shared may be nil. The error
// is ErrDeclined, or why the part couldn't be unpacked.
func New(part *Part, shared *Strings, want Selection) (*Scanner, error) {
	return newScanner(on(part), shared, want)
}

// Stream reads a worksheet's part of any size, to its end, in bounded memory. The
// error is ErrDeclined, or that of the reader.
func Stream(part io.Reader, shared *Strings, want Selection) (*Scanner, error) {
	return newScanner(through(part), shared, want)
}

func newScanner(w window, shared *Strings, want Selection) (*Scanner, error) {
	s := &Scanner{window: w, shared: shared, want: want}
	return s, s.window.begin()
}

// Next reads the next row that is there, into the room that a Row has. It gives
// io.EOF after the last one.
func (s *Scanner) Next(row *Row) error {
	s.row = row
	for s.ended == nil {
		place, number := s.window.tags.pos, s.number
		found, err := s.step()
		switch {
		case err == nil && found:
			return nil
		case err == nil:
			continue
		case s.window.cut(err):
			s.number = number
			err = s.window.ahead(place)
		}
		s.ended = err
	}
	return s.ended
}

// step passes over a tag outside of rows, or over a row; found is true where it
// is wanted.
func (s *Scanner) step() (found bool, err error) {
	t, err := s.window.tags.next()
	switch {
	case err != nil:
		return false, err
	case t.kind == endOfXML:
		if s.inside || !s.window.end {
			return false, errTruncated
		}
		return false, io.EOF // a sheet without sheetData, such as a chart's, has no rows
	case !s.inside && t.kind != closeTag && t.is("col"):
		s.hiddenColumns(t)
		return false, nil
	case !s.inside:
		if s.inside = t.kind == openTag && t.is("sheetData"); t.kind == emptyTag && t.is("sheetData") {
			return false, s.finish()
		}
		return false, nil
	case t.kind == closeTag && t.is("sheetData"):
		return false, s.finish()
	case t.kind == closeTag || !t.is("row"):
		return false, nil
	}
	return s.readRow(t)
}

// maxHidden is how many stretches of hidden columns of a sheet are kept.
const maxHidden = 1 << 10

// hiddenColumns notes columns that the sheet doesn't show. What isn't a number of a column
// does no harm.
func (s *Scanner) hiddenColumns(t tag) {
	from, err := strconv.Atoi(string(t.attribute("min")))
	to, also := strconv.Atoi(string(t.attribute("max")))
	if err == nil && also == nil && isTrue(t.attribute("hidden")) && len(s.row.hidden) < maxHidden {
		s.row.hidden = append(s.row.hidden, columnSpan{from - 1, to - 1})
	}
}

func isTrue(attribute []byte) bool { return string(attribute) == "1" || string(attribute) == "true" }

// maxMerged is how many blocks of merged cells of a sheet are kept.
const maxMerged = 1 << 16

// finish reads what follows the rows: which cells are merged. Whatever else is wrong
// there does no harm.
func (s *Scanner) finish() error {
	for {
		place := s.window.tags.pos
		t, err := s.window.tags.next()
		switch {
		case err == nil && t.kind != endOfXML:
			if t.kind != closeTag && t.is("mergeCell") && len(s.merged) < maxMerged {
				s.merged = append(s.merged, string(t.attribute("ref")))
			}
		case s.window.end || err != nil && !s.window.cut(err):
			if err := s.window.drain(); err != nil {
				return err
			}
			return io.EOF
		default:
			if err := s.window.ahead(place); err != nil {
				return err
			}
		}
	}
}

// Merged are the references of the blocks of merged cells, such as C2:C6, once the
// rows have ended.
func (s *Scanner) Merged() []string { return s.merged }

// readRow reads a row whose tag was passed.
func (s *Scanner) readRow(t tag) (found bool, err error) {
	s.number++
	if r := t.attribute("r"); r != nil {
		if s.number, err = strconv.Atoi(string(r)); err != nil || s.number < 1 {
			return false, fmt.Errorf("%q is not a row number", r)
		}
	}
	if s.number > maxRows {
		return false, fmt.Errorf("row %d is further down than a workbook can reach", s.number)
	}
	if t.kind == emptyTag {
		return false, nil
	}
	s.row.clear()
	s.row.Number, s.row.Hidden = s.number, isTrue(t.attribute("hidden"))
	dropped, err := s.cells()
	return !dropped, err
}

// cells reads the inside of one row, as far as it is wanted.
func (s *Scanner) cells() (dropped bool, err error) {
	tags := &s.window.tags
	column := -1
	for {
		a, kind, err := s.nextCell()
		if err != nil || kind == closeTag {
			return false, err
		}
		column++
		if a.ref != nil {
			if column, err = ColumnOf(a.ref); err != nil {
				return false, err
			}
		}
		switch {
		case column >= MaxColumns:
			return false, fmt.Errorf("row %d has more columns than a workbook can", s.row.Number)
		case kind == emptyTag:
			continue
		case !s.want.has(column):
			if tags.plainValue() != nil {
				continue
			}
			if err := tags.skipPast("c"); err != nil {
				return false, err
			}
			continue
		}
		if err := s.cell(column, a); err != nil {
			return false, err
		}
		if s.want.Drop != nil && s.want.Drop(column, s.row.At(column)) {
			return true, tags.skipRow()
		}
	}
}

// nextCell passes over the tag of the row's next cell. Kind is closeTag where the
// row ends instead.
func (s *Scanner) nextCell() (a attributes, kind tagKind, err error) {
	tags := &s.window.tags
	if a, ok := tags.plainCell(); ok {
		return a, openTag, nil
	}
	for {
		t, err := tags.next()
		switch {
		case err != nil:
			return a, 0, err
		case t.kind == endOfXML:
			return a, 0, errTruncated
		case t.kind == closeTag && t.is("row"):
			return a, closeTag, nil
		case t.kind != closeTag && t.is("c"):
			return cellAttributes(t), t.kind, nil
		}
	}
}

// cell reads the inside of one cell: its value v, or the text of an inline
// string is. A formula f is passed over; v is its cached value.
func (s *Scanner) cell(column int, a attributes) error {
	tags := &s.window.tags
	if raw := tags.plainValue(); raw != nil {
		text, err := s.text(raw, a)
		if err != nil {
			return err
		}
		return s.keep(column, text, a.style)
	}
	if raw := tags.plain("<is><t>", "</t></is></c>"); raw != nil {
		return s.keep(column, unescape(raw), a.style)
	}
	text, formula, cached := "", false, false
	for {
		t, err := tags.next()
		switch {
		case err != nil:
			return err
		case t.kind == endOfXML:
			return errTruncated
		case t.kind == closeTag && t.is("c"):
			if text == "" && formula && !(cached && string(a.kind) == "str") { // the value may be an empty string
				s.row.Uncalculated = append(s.row.Uncalculated, column)
			}
			return s.keep(column, text, a.style)
		case t.kind == closeTag:
			continue
		case t.is("f"):
			formula = true
		case t.is("v"):
			if cached = true; t.kind == emptyTag {
				continue
			}
			if text, err = s.value(a); err != nil {
				return err
			}
		case t.is("is") && t.kind == openTag:
			rich, err := tags.richText(nil, "is")
			if err != nil {
				return err
			}
			text = string(rich)
		}
	}
}

// keep puts a cell's text into the row.
func (s *Scanner) keep(column int, text string, style []byte) error {
	if len(text) > MaxCell {
		return fmt.Errorf("row %d has a longer cell than a workbook can", s.row.Number)
	}
	if text == "" {
		return nil
	}
	format := 0
	if style != nil { // as with many: an error would take longer than all the rest
		format, _ = strconv.Atoi(string(style)) // what isn't a number is the default
	}
	s.row.Set(column, text, format)
	return nil
}

// value is the text of a v element, whose tag was passed.
func (s *Scanner) value(a attributes) (string, error) {
	raw, err := s.window.tags.characters()
	if err != nil {
		return "", err
	}
	return s.text(raw, a)
}

// text is the text of a value as the cell's type has it.
func (s *Scanner) text(raw []byte, a attributes) (string, error) {
	kind := a.kind
	if s.want.Booleans && string(kind) == "b" { // not the number 1
		switch string(bytes.TrimSpace(raw)) {
		case "1":
			return "TRUE", nil
		case "0":
			return "FALSE", nil
		}
	}
	if s.want.Shown != nil && (len(kind) == 0 || string(kind) == "n") {
		style, err := strconv.Atoi(string(a.style))
		if err != nil {
			style = 0
		}
		return s.want.Shown(unescape(raw), style), nil
	}
	if s.want.Zeros != nil && (len(kind) == 0 || string(kind) == "n") {
		return s.whole(raw, a.style), nil
	}
	if string(kind) != "s" || len(raw) == 0 {
		return unescape(raw), nil
	}
	n, err := strconv.Atoi(string(bytes.TrimSpace(raw)))
	if err != nil || n < 0 || n >= s.shared.length() {
		return "", fmt.Errorf("row %d refers to a shared string %q that the workbook doesn't have", s.row.Number, raw)
	}
	return s.shared.At(n), nil
}

// whole is a number, a whole one with the digits that its format shows: 10 in the
// format 0000 is 0010, and 40120.0 and 4.012E4 are 40120.
func (s *Scanner) whole(raw, style []byte) string {
	text := unescape(raw)
	if strings.HasSuffix(text, ".0") || strings.ContainsAny(text, "eE") {
		if digits, ok := celltext.Whole(text); ok {
			text = digits
		}
	}
	if style == nil {
		return text
	}
	format, err := strconv.Atoi(string(style))
	if err != nil {
		return text
	}
	if zeros := s.want.Zeros(format) - len(text); zeros > 0 && celltext.AllDigits(text) {
		return strings.Repeat("0", zeros) + text
	}
	if s.want.Foreign != nil && text != "" {
		return s.want.Foreign(format) + text
	}
	return text
}

// attributes are those of a cell that matter.
type attributes struct{ ref, kind, style []byte }

func cellAttributes(t tag) (a attributes) {
	for name, value, rest := nextAttribute(t.attributes); name != nil; name, value, rest = nextAttribute(rest) {
		a.set(name, value)
	}
	return a
}

func (a *attributes) set(name, value []byte) {
	switch string(name) {
	case "r":
		a.ref = value
	case "t":
		a.kind = value
	case "s":
		a.style = value
	}
}

// MergedCells are the references of the blocks of cells that a worksheet's part
// joins, such as C2:C6. They are behind its rows.
func MergedCells(part []byte) (refs []string) {
	at := bytes.LastIndex(part, []byte("sheetData"))
	if at < 0 || !bytes.Contains(part[at:], []byte("mergeCell")) {
		return nil
	}
	tags := tagScanner{xml: part, pos: at}
	for {
		t, err := tags.next()
		if err != nil || t.kind == endOfXML {
			return refs
		}
		if t.kind == closeTag || !t.is("mergeCell") {
			continue
		}
		if ref := t.attribute("ref"); ref != nil {
			refs = append(refs, string(ref))
		}
	}
}
