package table

import (
	"bufio"
	"bytes"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"slices"
	"unicode"
	"unicode/utf8"

	"apr/internal/source"
	"apr/internal/table/celltext"
)

// separators that ledgers come with, likeliest first.
var separators = []rune{',', ';', '\t', '|'}

// openText opens a CSV file of whatever separator and encoding.
func openText(raw *bufio.Reader, spec Spec) (*Table, error) {
	start, _ := raw.Peek(sniffed) // an error shows again when the text is read
	limit := &recordLimit{raw: &formulaReader{raw: decodeText(raw, start)}}
	text := bufio.NewReaderSize(limit, sniffed)
	if mark, _ := text.Peek(3); string(mark) == "\ufeff" {
		_, _ = text.Discard(3)
	}
	top, err := text.Peek(sniffed)
	if lines := lineReader(text, top); lines != nil {
		limit = &recordLimit{raw: lines}
		text = bufio.NewReaderSize(limit, sniffed)
		top, err = text.Peek(sniffed)
	}
	if err != nil && err != io.EOF && err != errNUL {
		return nil, unreadableFrom(source.Position{File: spec.File, Line: 1 + bytes.Count(top, []byte("\n"))}, err)
	}
	if what := notText(top, err); what != "" {
		return nil, spec.problem(CodeUnreadableFile, fmt.Sprintf("the %s is %s, not CSV or XLSX", spec.What, what),
			"open it in a spreadsheet and save it as .xlsx or CSV")
	}
	s, err := spec.sniff(top)
	if err != nil {
		return nil, err
	}
	if err := spec.checkHeader(s.header); err != nil {
		return nil, s.triedSeparators(err)
	}
	above := bytes.Clone(top[:s.offset])
	start = bytes.Clone(top[s.offset:]) // top is gone at the next read
	if _, err := text.Discard(s.offset); err != nil {
		return nil, spec.unreadable(err)
	}
	// text has the size that lets csv read from it without a buffer of its own:
	// it is where csv has read to.
	r := NewTextRecords(spec.File, &limitedText{text, limit}, s.separator, s.header.position.Line-1)
	if _, err := r.Next(); err != nil { // the header itself
		return nil, err
	}
	t := &Table{Records: r, Header: s.header.cells, Index: s.header.index, Close: func() error { return nil }}
	t.Above, t.First = s.around(spec.File, above, start)
	if !s.header.upper.IsZero() {
		t.Above = append(t.Above, s.header.lower)
	}
	if len(t.First) > 0 {
		if err := spec.checkGroups(s.header, Line{t.First[0], source.Position{File: spec.File, Line: s.header.position.Line + 1}}); err != nil {
			return nil, err
		}
	}
	if read := r.csv.InputOffset(); read <= int64(len(start)) {
		t.Text = &Text{Reader: text, Size: spec.size, Separator: byte(s.separator), Above: r.above + bytes.Count(start[:read], []byte("\n")), Last: r.Last}
	}
	return t, nil
}

// Text is what is left of a text under its header: Above lines are above it, and
// the header begins at the Last of which anything was read.
type Text struct {
	Reader      io.Reader
	Separator   byte
	Above, Last int
	// Size is about how many bytes the whole text has; 0 where it isn't known.
	Size int64
}

// notText says what the text is if it can't be CSV, from its beginning and what
// ended that.
func notText(top []byte, end error) string {
	switch trimmed := bytes.TrimSpace(top); {
	case end == errNUL:
		return "a binary file"
	case bytes.HasPrefix(trimmed, []byte("<")):
		return "a web page or XML file"
	}
	return ""
}

// layout is how a CSV file turned out to be laid out.
type layout struct {
	separator rune
	header    header
	offset    int // of the header in the text
}

// sniff finds the separator and the header together: the header is the first
// record that has all mapped columns, under whichever separator makes it so.
// Where several do, the rows below decide, which must have as many cells as the
// header; where they don't, nobody could say what is right.
func (s *Spec) sniff(top []byte) (best layout, err error) {
	var whole, fitting []layout
	for i, separator := range separators {
		if i > 0 && len(s.Columns) > 1 && bytes.IndexByte(top, byte(separator)) < 0 {
			continue // it would leave each row one cell
		}
		l := s.findHeader(top, separator)
		if i == 0 || better(best.header, l.header) {
			best = l
		}
		if s.complete(l.header) {
			whole = append(whole, l)
			if l.fits(top) {
				fitting = append(fitting, l)
			}
		}
	}
	if len(whole) < 2 {
		return best, nil
	}
	if len(fitting) == 0 {
		fitting = whole
	}
	for _, l := range fitting[1:] {
		if !slices.Equal(l.header.cells, fitting[0].header.cells) || l.offset != fitting[0].offset {
			return best, s.undecided(fitting[0], l)
		}
	}
	return fitting[0], nil
}

// fits reports whether the rows under the header have as many cells as it, as
// far as they were looked at.
func (l layout) fits(top []byte) bool {
	r := csv.NewReader(bytes.NewReader(top[l.offset:]))
	r.Comma, r.LazyQuotes, r.ReuseRecord = l.separator, true, true
	for range headerRecords {
		if _, err := r.Read(); err != nil {
			return err == io.EOF || len(top) == sniffed && r.InputOffset() == int64(len(top)-l.offset) // the last is cut
		}
	}
	return true
}

// around are the records above the header and the first below it, as far as they can
// be read.
func (l layout) around(file string, top, start []byte) (above []Line, first [][]string) {
	read := func(text []byte, records int, each func(record []string, line int)) {
		r := csv.NewReader(bytes.NewReader(text))
		r.Comma, r.LazyQuotes, r.FieldsPerRecord = l.separator, true, -1
		for range records {
			record, err := r.Read()
			if err != nil {
				return
			}
			line, _ := r.FieldPos(0)
			each(record, line)
		}
	}
	read(top, headerRecords, func(record []string, line int) {
		above = append(above, Line{record, source.Position{File: file, Line: line}})
	})
	if end := bytes.LastIndexByte(start, '\n'); end >= 0 && len(start) == sniffed-l.offset {
		start = start[:end+1] // the last record may be cut
	}
	read(start, headerRecords, func(record []string, _ int) { first = append(first, record) })
	return above, first[min(1, len(first)):] // without the header
}

// separatorNames are for messages.
var separatorNames = map[rune]string{',': "commas", ';': "semicolons", '\t': "tabs", '|': "bars"}

// undecided says that a file reads in two ways.
func (s *Spec) undecided(a, b layout) error {
	p := s.problem(CodeUnreadableFile, fmt.Sprintf("its separator can't be decided: commas, semicolons, tabs and bars were tried; with %s its header is on line %d, with %s on line %d",
		separatorNames[a.separator], a.header.position.Line, separatorNames[b.separator], b.header.position.Line),
		"map more columns, or take the lines above the header out of the file")
	p.Position.Line = min(a.header.position.Line, b.header.position.Line)
	return p
}

// triedSeparators adds what was tried to the problem of a header that no
// separator took apart.
func (l layout) triedSeparators(err error) error {
	if p := (*source.Problem)(nil); errors.As(err, &p) && l.header.filled() < 2 {
		p.Message += "; commas, semicolons, tabs and bars were tried as separators"
	}
	return err
}

// findHeader is the first record with all mapped columns, or the record that
// comes nearest.
func (s *Spec) findHeader(top []byte, separator rune) layout {
	r := csv.NewReader(bytes.NewReader(top))
	r.Comma, r.FieldsPerRecord, r.LazyQuotes = separator, -1, true
	best := layout{separator: separator, header: header{position: source.Position{File: s.File, Line: 1}}}
	var above []Line // the last record
	for range headerRecords {
		record, err := r.Read()
		if err != nil {
			break
		}
		line, _ := r.FieldPos(0)
		here := Line{record, source.Position{File: s.File, Line: line}}
		h := s.readHeads(above, here)
		if s.complete(h) {
			return layout{separator, h, lineOffset(top, line)}
		}
		above = append(above[:0], here)
		if better(best.header, h) {
			best.header, best.offset = h, lineOffset(top, line)
		}
	}
	return best
}

// lineOffset is where the line, counted from 1, begins.
func lineOffset(text []byte, line int) int {
	offset := 0
	for range line - 1 {
		offset += bytes.IndexByte(text[offset:], '\n') + 1
	}
	return offset
}

// TextRecords reads the records of a CSV file. Quoting is strict: a stray
// quotation mark is an error and doesn't swallow lines.
type TextRecords struct {
	file  string
	csv   *csv.Reader
	above int // lines above the first that csv reads
	Last  int // line of the last record
	limit *recordLimit
}

func NewTextRecords(file string, text io.Reader, separator rune, above int) *TextRecords {
	limit := &recordLimit{raw: text, separator: byte(separator)}
	if b, ok := text.(*limitedText); ok { // it has a limit below its buffer
		text, limit, limit.separator = b.Reader, b.limit, byte(separator)
	} else {
		text = limit
	}
	r := &TextRecords{file: file, csv: csv.NewReader(text), above: above, limit: limit}
	r.csv.Comma, r.csv.FieldsPerRecord, r.csv.ReuseRecord = separator, -1, true
	return r
}

func (r *TextRecords) Next() ([]string, error) {
	r.limit.begin()
	record, err := r.csv.Read()
	r.limit.end()
	if err == nil {
		line, _ := r.csv.FieldPos(0)
		r.Last = line + r.above
		return record, nil
	}
	if err == io.EOF {
		return nil, io.EOF
	}
	if parse := (*csv.ParseError)(nil); errors.As(err, &parse) {
		return nil, r.malformedQuotes(parse)
	}
	return nil, unreadableFrom(source.Position{File: r.file, Line: r.Last + 1}, err)
}

func (r *TextRecords) malformedQuotes(err *csv.ParseError) *source.Problem {
	message := "a quotation mark is where none can be"
	if err.Line != err.StartLine {
		message = fmt.Sprintf("the cell that a quotation mark opens here isn't closed properly (line %d)", err.Line+r.above)
	}
	return &source.Problem{Code: CodeMalformedQuotes, Position: source.Position{File: r.file, Line: err.StartLine + r.above}, Message: message,
		Hint: `a cell with quotation marks is written "6"" pipe": within quotation marks, and its own doubled`}
}

// unreadableFrom says from which line on a text can't be read.
func unreadableFrom(at source.Position, err error) *source.Problem {
	p := &source.Problem{Code: CodeUnreadableFile, Position: at, Message: fmt.Sprintf("the text can't be read from about here on: %v", err)}
	if unknown := errNoEncoding(0); errors.Is(err, errMixedEncoding) || errors.As(err, &unknown) {
		p.Hint = "save the file as UTF-8"
	} else if errors.Is(err, errNUL) {
		p.Hint = "export or copy the file again"
	}
	return p
}

func (r *TextRecords) Position(int) source.Position {
	return source.Position{File: r.file, Line: r.Last}
}

// IsRepeatedHeader reports whether a record is the header again, as at the top
// of each printed page.
func (t *Table) IsRepeatedHeader(record []string) bool { return SameCells(record, t.Header) }

// SameCells reports whether two records say the same: case, spaces and empty cells at
// the end don't count.
func SameCells(a, b []string) bool {
	for i := range max(len(a), len(b)) {
		x, y := celltext.At(a, i), celltext.At(b, i)
		if x != y && (beginOtherwise(x, y) || celltext.HeaderKey(x) != celltext.HeaderKey(y)) {
			return false
		}
	}
	return true
}

// beginOtherwise reports whether two cells have different letters, digits or signs of ASCII
// at their beginning: so most rows are told from the header, each by its first cell.
func beginOtherwise(a, b string) bool {
	plain := func(s string) bool { return s != "" && s[0] > ' ' && s[0] < utf8.RuneSelf }
	return plain(a) && plain(b) && unicode.ToLower(rune(a[0])) != unicode.ToLower(rune(b[0]))
}
