package table

import (
	"bytes"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"slices"

	"apr/internal/table/xlsx"
)

var errWideRow = errors.New("the row has more, or longer, cells than a workbook can have;" +
	" see whether a line end is missing, or a quotation mark opens a cell that nothing closes")

// text makes a grid of a text.
func (s *GridSpec) text(content []byte, read func([]*Grid) error) error {
	content, err := wholeText(content)
	if err != nil {
		return err
	}
	separator := s.separator(content)
	g := &Grid{File: s.File, Percent: func(int) bool { return false }, Below: func(int) []byte { return content }}
	g.Scan = func(_ xlsx.Selection, each func(*Row) bool) error { return scanText(content, separator, each) }
	return read([]*Grid{g})
}

// wholeText is a text in UTF-8 with newlines at its line ends.
func wholeText(content []byte) ([]byte, error) {
	content = bytes.TrimPrefix(content, []byte("\ufeff"))
	text, err := io.ReadAll(decodeText(bytes.NewReader(content), content[:min(len(content), sniffed)]))
	text = bytes.TrimPrefix(text, []byte("\ufeff"))
	top := text[:min(len(text), sniffed)]
	switch {
	case errors.Is(err, errNUL) && len(top) == 0:
		return nil, ErrZeros
	case notText(top, nil) != "", errors.Is(err, errNUL) && bytes.IndexByte(top, '\n') < 0:
		return nil, ErrNoTable
	case err != nil:
		return nil, &TextError{Line: 1 + bytes.Count(text, []byte{'\n'}), Err: err}
	case endsDoubled(top):
		text = bytes.ReplaceAll(text, []byte("\r\r\n"), []byte{'\n'})
	case endsWithCR(top):
		text = bytes.ReplaceAll(text, []byte("\r\n"), []byte{'\n'})
		text = bytes.ReplaceAll(text, []byte{'\r'}, []byte{'\n'})
	}
	return text, nil
}

// separator is that under which one of the first records is a header, or else
// under which most of the first records have as many cells as each other.
func (s *GridSpec) separator(text []byte) rune {
	best, most := ',', 0
	for _, separator := range separators {
		r := csv.NewReader(bytes.NewReader(text[:min(len(text), sniffed)]))
		r.Comma, r.FieldsPerRecord, r.LazyQuotes, r.ReuseRecord = separator, -1, true, true
		alike := map[int]int{} // records by their number of cells
		for range headerRecords {
			record, err := r.Read()
			if err != nil {
				break
			}
			if s.IsHeader != nil && len(record) > 1 && s.IsHeader(record) {
				return separator
			}
			if alike[len(record)]++; len(record) > 1 && alike[len(record)] > most {
				best, most = separator, alike[len(record)]
			}
		}
	}
	return best
}

// scanText calls each for every record of a text. Quoting is lenient: a stray
// quotation mark is part of its cell.
func scanText(text []byte, separator rune, each func(*Row) bool) error {
	reader := csv.NewReader(bytes.NewReader(text))
	reader.Comma, reader.FieldsPerRecord, reader.LazyQuotes, reader.ReuseRecord = separator, -1, true, true
	var r Row
	for {
		record, err := reader.Read()
		if err == io.EOF {
			return nil
		}
		if parse := (*csv.ParseError)(nil); errors.As(err, &parse) {
			return &TextError{Line: parse.Line, Err: fmt.Errorf("this isn't a CSV file from here on: %w", parse.Err)}
		} else if err != nil {
			return err
		}
		r.starts = r.starts[:0]
		for i := range record {
			line, column := reader.FieldPos(i)
			if i == 0 {
				r.Number = line
			}
			r.starts = append(r.starts, column)
		}
		if len(record) > xlsx.MaxColumns || slices.ContainsFunc(record, func(cell string) bool { return len(cell) > xlsx.MaxCell }) {
			return &TextError{Line: r.Number, Err: errWideRow}
		}
		r.Text, r.Width = record, len(record)
		if !each(&r) {
			return nil
		}
	}
}
