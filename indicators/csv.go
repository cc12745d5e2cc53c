package indicators

import (
	"bytes"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"slices"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"

	"apr/internal/source"
	"apr/internal/table/packed"
	"apr/internal/table/xlsx"
)

// openCSV makes a grid of a CSV file, in UTF-8 or in Windows-1252, which is
// what Excel saves on Windows.
func openCSV(file string, content []byte) ([]*grid, error) {
	if bytes.IndexByte(content, 0) >= 0 {
		return nil, unreadable(file, errors.New("this isn't a CSV file in UTF-8 or Windows-1252: it has zero bytes"))
	}
	content = bytes.TrimPrefix(content, []byte("\ufeff"))
	if !utf8.Valid(content) {
		decoded, err := charmap.Windows1252.NewDecoder().Bytes(content)
		if err != nil {
			return nil, fmt.Errorf("reading %s as Windows-1252: %w", file, err)
		}
		content = decoded
	}
	g := &grid{file: file, separator: ',', percent: func(int) bool { return false },
		mayCompare: func(int) bool { return mayCompare(content) }}
	g.scan = func(_ xlsx.Selection, each func(*row) bool) error { return scanCSV(file, content, g.separator, each) }
	return []*grid{g}, nil
}

// unpacked is what a gzip file holds, which is bounded as a workbook is.
func unpacked(file string, content []byte) ([]byte, error) {
	text, err := packed.Gzip(bytes.NewReader(content))
	if err == nil {
		content, err = io.ReadAll(io.LimitReader(text, maxUnzipped+1))
	}
	switch {
	case err != nil:
		return nil, unreadable(file, fmt.Errorf("the gzip file can't be read: %w", err))
	case len(content) > maxUnzipped:
		return nil, unreadable(file, fmt.Errorf("the gzip file unpacks to more than %d MB; apr doesn't read it", maxUnzipped>>20))
	case packed.IsZip(content), packed.IsGzip(content):
		return nil, unreadable(file, errors.New("the gzip file holds another packed file or a workbook, not CSV: unpack it and name what it holds"))
	}
	return content, nil
}

func scanCSV(file string, content []byte, separator rune, each func(*row) bool) error {
	reader := csv.NewReader(bytes.NewReader(content))
	reader.Comma = separator
	reader.FieldsPerRecord = -1
	reader.LazyQuotes = true
	reader.ReuseRecord = true
	var r row
	for {
		record, err := reader.Read()
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			var parse *csv.ParseError
			p := &source.Problem{Code: CodeUnreadable, Position: source.Position{File: file}, Message: err.Error()}
			if errors.As(err, &parse) {
				p.Position.Line, p.Position.Column = parse.Line, parse.Column
				p.Message = fmt.Sprintf("this isn't a CSV file from here on: %v", parse.Err)
			}
			return &source.InputError{Problems: []*source.Problem{p}}
		}
		line, _ := reader.FieldPos(0)
		if len(record) > xlsx.MaxColumns || slices.ContainsFunc(record, func(cell string) bool { return len(cell) > xlsx.MaxCell }) {
			return &source.InputError{Problems: []*source.Problem{{Code: CodeUnreadable, Position: source.Position{File: file, Line: line},
				Message: "the row has more, or longer, cells than a workbook can have",
				Hint:    "see whether a line end is missing, or a quotation mark opens a cell that nothing closes"}}}
		}
		r.Text, r.Width = record, len(record)
		r.column = r.column[:0]
		for i := range record {
			line, column := reader.FieldPos(i)
			if i == 0 {
				r.Number = line
			}
			r.column = append(r.column, column)
		}
		if !each(&r) {
			return nil
		}
	}
}
