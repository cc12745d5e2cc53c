package indicators

import (
	"bytes"
	"errors"
	"fmt"
	"strconv"
)

// scanSheet reads the cells of a worksheet's XML and calls each for every row
// until it returns false. The row is reused between calls.
//
// It exists because of speed alone: a general XML decoder needs more than ten
// times as long for a sheet of 13,000 rows, which would be most of a whole
// build. It knows what a sheet's cells can be (ECMA-376 part 1, 18.3.1.4) and
// nothing else; a test and a fuzz target hold its answers against excelize's.
func scanSheet(xml []byte, shared *sharedStrings, want selection, each func(*row) (more bool)) error {
	if bytes.HasPrefix(xml, []byte{0xFF, 0xFE}) || bytes.HasPrefix(xml, []byte{0xFE, 0xFF}) {
		return errors.New("the sheet's XML is not in UTF-8")
	}
	s := sheetScanner{tags: tagScanner{xml: xml}, shared: shared, want: want}
	for {
		t, err := s.tags.next()
		if err != nil || t.kind == endOfXML {
			return err // a sheet without sheetData, such as a chart's, has no rows
		}
		if t.kind == openTag && t.is("sheetData") {
			return s.rows(each)
		}
		if t.kind == emptyTag && t.is("sheetData") {
			return nil
		}
	}
}

// row is one row of a table: its number, from 1, and its cells by column,
// from 0. Columns that weren't wanted are empty.
type row struct {
	number int
	text   []string
	style  []int // the cells' formats, in a workbook
	column []int // where the fields begin in their line, in a CSV file
	width  int   // cells in use
	// uncalculated are the columns of formulas without a cached value.
	uncalculated []int
}

// at is the text of a column, "" for none.
func (r *row) at(column int) string {
	if column < 0 || column >= r.width {
		return ""
	}
	return r.text[column]
}

func (r *row) clear() {
	clear(r.text[:r.width])
	clear(r.style)
	r.width = 0
	r.uncalculated = r.uncalculated[:0]
}

// maxColumns is the last column of a workbook, XFD, as a count.
const maxColumns = 16384

// set puts a cell into its column.
func (r *row) set(column int, text string, style int) {
	for len(r.text) <= column {
		r.text = append(r.text, "")
		r.style = append(r.style, 0)
	}
	r.text[column], r.style[column] = text, style
	r.width = max(r.width, column+1)
}

type sheetScanner struct {
	tags   tagScanner
	shared *sharedStrings
	want   selection
	row    row
}

var errTruncated = errors.New("the sheet's XML ends before its rows do")

// rows reads the inside of sheetData.
func (s *sheetScanner) rows(each func(*row) bool) error {
	number := 0
	for {
		t, err := s.tags.next()
		switch {
		case err != nil:
			return err
		case t.kind == endOfXML:
			return errTruncated
		case t.kind == closeTag && t.is("sheetData"):
			return nil
		case t.kind == closeTag || !t.is("row"):
			continue
		}
		number++
		if r := t.attribute("r"); r != nil {
			if number, err = strconv.Atoi(string(r)); err != nil || number < 1 {
				return fmt.Errorf("%q is not a row number", r)
			}
		}
		if t.kind == emptyTag {
			continue
		}
		s.row.clear()
		s.row.number = number
		dropped, err := s.cells()
		if err != nil {
			return err
		}
		if !dropped && !each(&s.row) {
			return nil
		}
	}
}

// cells reads the inside of one row, as far as it is wanted.
func (s *sheetScanner) cells() (dropped bool, err error) {
	column := -1
	for {
		t, err := s.tags.next()
		switch {
		case err != nil:
			return false, err
		case t.kind == endOfXML:
			return false, errTruncated
		case t.kind == closeTag && t.is("row"):
			return false, nil
		case t.kind == closeTag || !t.is("c"):
			continue
		}
		column++
		a := cellAttributes(t)
		if a.ref != nil {
			if column, err = columnOf(a.ref); err != nil {
				return false, err
			}
		}
		switch {
		case column >= maxColumns:
			return false, fmt.Errorf("row %d has more columns than a workbook can", s.row.number)
		case t.kind == emptyTag:
			continue
		case !s.want.has(column):
			if s.tags.plainValue() != nil {
				continue
			}
			if err := s.tags.skipPast("c"); err != nil {
				return false, err
			}
			continue
		}
		if err := s.cell(column, a); err != nil {
			return false, err
		}
		if s.want.drop != nil && s.want.drop(column, s.row.at(column)) {
			return true, s.tags.skipRow()
		}
	}
}

// cell reads the inside of one cell: its value v, or the text of an inline
// string is. A formula f is passed over; v is its cached value.
func (s *sheetScanner) cell(column int, a attributes) error {
	if raw := s.tags.plainValue(); raw != nil {
		text, err := s.text(raw, a.kind)
		if err != nil {
			return err
		}
		return s.keep(column, text, a.style)
	}
	text, formula, cached := "", false, false
	for {
		t, err := s.tags.next()
		switch {
		case err != nil:
			return err
		case t.kind == endOfXML:
			return errTruncated
		case t.kind == closeTag && t.is("c"):
			if text == "" && formula && !(cached && string(a.kind) == "str") { // the value may be an empty string
				s.row.uncalculated = append(s.row.uncalculated, column)
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
			if text, err = s.value(a.kind); err != nil {
				return err
			}
		case t.is("is") && t.kind == openTag:
			if text, err = s.tags.richText("is"); err != nil {
				return err
			}
		}
	}
}

// keep puts a cell's text into the row.
func (s *sheetScanner) keep(column int, text string, style []byte) error {
	if len(text) > maxCell {
		return fmt.Errorf("row %d has a longer cell than a workbook can", s.row.number)
	}
	if text != "" {
		n, _ := strconv.Atoi(string(style)) // none, or one that isn't a number, is the default
		s.row.set(column, text, n)
	}
	return nil
}

// value is the text of a v element, whose tag was passed.
func (s *sheetScanner) value(kind []byte) (string, error) {
	raw, err := s.tags.characters()
	if err != nil {
		return "", err
	}
	return s.text(raw, kind)
}

// text is the text of a value as the cell's type has it.
func (s *sheetScanner) text(raw, kind []byte) (string, error) {
	if string(kind) != "s" {
		return unescape(raw), nil
	}
	n, err := strconv.Atoi(string(bytes.TrimSpace(raw)))
	if err != nil || n < 0 || n >= s.shared.len() {
		return "", fmt.Errorf("row %d refers to a shared string %q that the workbook doesn't have", s.row.number, raw)
	}
	return s.shared.at(n)
}

// attributes are those of a cell that matter.
type attributes struct{ ref, kind, style []byte }

func cellAttributes(t tag) (a attributes) {
	rest := t.attributes
	// Most cells have nothing but these three, written plainly: r="I12" s="1" t="s".
	for len(rest) > 4 && rest[0] == ' ' && rest[2] == '=' && rest[3] == '"' {
		end := bytes.IndexByte(rest[4:], '"')
		if end < 0 {
			break
		}
		a.set(rest[1:2], rest[4:4+end])
		rest = rest[4+end+1:]
	}
	for name, value, rest := nextAttribute(rest); name != nil; name, value, rest = nextAttribute(rest) {
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

// columnOf is the column, from 0, of a cell's name: 8 for I12.
func columnOf(name []byte) (int, error) {
	column := 0
	for i, c := range name {
		switch {
		case c >= 'A' && c <= 'Z' && column <= maxColumns:
			column = column*26 + int(c-'A') + 1
		case c >= 'a' && c <= 'z' && column <= maxColumns:
			column = column*26 + int(c-'a') + 1
		case c >= '0' && c <= '9' && i > 0 && column > 0:
			return column - 1, nil
		default:
			return 0, fmt.Errorf("%q is not a cell", name)
		}
	}
	return 0, fmt.Errorf("%q is not a cell", name)
}

// columnName is the letters of a column, from 0: I for 8.
func columnName(column int) string {
	name := ""
	for column++; column > 0; column = (column - 1) / 26 {
		name = string(rune('A'+(column-1)%26)) + name
	}
	return name
}

// cellName is the name of a cell, such as I12; the column counts from 0.
func cellName(column, row int) string { return columnName(column) + strconv.Itoa(row) }
