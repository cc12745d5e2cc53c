package table

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"strings"

	"apr/internal/source"
	"apr/internal/table/celltext"
	"apr/internal/table/packed"
)

// A Table is a file of rows, open at the first record under its header. Reading
// is in steps that know nothing of each other: bytes to text, text or cells to
// records.
type Table struct {
	Records Records
	// Header are the header's cells, and Index where each column asked for is.
	Header []string
	Index  map[string]int
	// Above are the records above the header, such as the heading of a page.
	Above []Line
	// Cover are the first rows of a workbook's first sheet where another is read: those with
	// a cell or two, as a title has.
	Cover []Line
	// First are the first records under the header of a text.
	First [][]string
	// Text is the rest of a text under the header, for who finds records by
	// themselves; nil where only records can be read.
	Text *Text
	// Workbook are the rows of a workbook, whose cells are raw values; nil for a
	// text.
	Workbook Rows
	// Others are the other sheets of a workbook that have the same heads and rows under
	// them, where the first was read because none was asked for.
	Others []string
	// HiddenSheet is the name of the first sheet where it was read because none was asked for,
	// and the workbook doesn't show it.
	HiddenSheet string
	// Date1904 is true where serials of dates count from 1904.
	Date1904  bool
	headerRow int // of a workbook
	Close     func() error
}

// A Line is a record above the header.
type Line struct {
	Cells    []string
	Position source.Position
}

// Text is what its cells say, each at most as long as a line of print.
func (l *Line) Text() string {
	var words []string
	for _, c := range l.Cells {
		if c = celltext.Spaced(c); c != "" {
			words = append(words, celltext.Short(c))
		}
	}
	return strings.Join(words, " ")
}

// Row is the row of the last record of a workbook, from 1.
func (t *Table) Row() int { return t.Workbook.number() }

// Records yields one record after the other.
type Records interface {
	// Next is the next record, which may be overwritten at the next call, or
	// io.EOF.
	Next() ([]string, error)
	// Position is where the column of the last record is; column -1 is the
	// record as a whole.
	Position(column int) source.Position
}

// A Spec says which table to open.
type Spec struct {
	File, Sheet string
	Member      string // of a zip file; "" for the only one
	// Members is true where whoever names the file can name a sheet or a member too.
	Members bool
	// What the table is, such as "ledger", for messages.
	What string
	// Columns maps the caller's names to the header's.
	Columns map[string]string
	// Guess finds the columns of a header that Columns doesn't map, and says whether
	// they are enough; nil where Columns maps all. Wanted names what is enough, and
	// Hint says what to do where it isn't there, for messages.
	Guess        func(cells []string) (index map[string]int, enough bool)
	Wanted, Hint string
	// Position is where the file is named.
	Position source.Position
	// Progress is called with what is read, if it isn't nil.
	Progress Progress
	// Merged are blocks of merged cells, each of which holds for all its rows, but in
	// the columns that NotMerged names: an amount is that of its first row alone.
	Merged    []Merged
	NotMerged []string
	// Excelize has a workbook read by excelize, for tests.
	Excelize bool

	keys map[string]string // the header keys of Columns
	size int64             // of the text, about; 0 where it isn't known
}

// sniffed is how much of a file is looked at to find its encoding, separator
// and header.
const sniffed = 64 << 10

// headerRecords is how many records may be above the header, itself
// included.
const headerRecords = 200

// oldWorkbook begins an .xls workbook, and an encrypted one.
var oldWorkbook = []byte{0xd0, 0xcf, 0x11, 0xe0}

// Open opens a table and finds its header. What is wrong with the file is a
// *source.Problem.
func Open(fsys fs.FS, spec Spec) (*Table, error) {
	f, err := fsys.Open(spec.File)
	if err != nil {
		return nil, spec.missing(fsys, err)
	}
	spec.keys = make(map[string]string, len(spec.Columns))
	for name, want := range spec.Columns {
		spec.keys[name] = celltext.HeaderKey(want)
	}
	var read io.Reader = f
	info, err := f.Stat()
	if err == nil {
		spec.size = info.Size()
	}
	if err == nil && spec.Progress != nil {
		read = &progressReader{Reader: f, file: spec.File, size: info.Size(), report: spec.Progress}
	}
	raw := bufio.NewReaderSize(read, sniffed)
	start, err := raw.Peek(8)
	if err != nil && err != io.EOF {
		f.Close()
		return nil, spec.unreadable(err)
	}
	var t *Table
	switch {
	case len(start) == 0:
		err = spec.problem(CodeEmptyFile, "the "+spec.What+" is empty", "")
	case packed.IsZip(start):
		t, err = openPackage(f, raw, spec)
	case spec.Member != "":
		err = spec.noMembers("a single file")
	case packed.IsGzip(start):
		t, err = openGzip(raw, spec)
	case bytes.HasPrefix(start, oldWorkbook):
		err = spec.problem(CodeUnreadableFile, "the "+spec.What+" is an old .xls workbook or is protected by a password",
			"save it as .xlsx without a password, or as CSV")
	default:
		t, err = openText(raw, spec)
	}
	if err != nil {
		f.Close()
		return nil, err
	}
	closeTable := t.Close
	t.Close = func() error { return errors.Join(closeTable(), f.Close()) }
	return t, nil
}

// problem is a problem with the file as a whole.
func (s *Spec) problem(code, message, hint string) *source.Problem {
	p := &source.Problem{Code: code, Position: source.Position{File: s.File}, Message: message, Hint: hint}
	if !s.Position.IsZero() {
		p.Related = []source.Related{{Position: s.Position, Message: "the " + s.What + " is named here"}}
	}
	return p
}

func (s *Spec) unreadable(err error) *source.Problem {
	return s.problem(CodeUnreadableFile, fmt.Sprintf("the %s can't be read: %v", s.What, err), "")
}

// missing says that the file isn't there, where it is asked for, and which file
// in its folder has a similar name.
func (s *Spec) missing(fsys fs.FS, err error) *source.Problem {
	if !errors.Is(err, fs.ErrNotExist) {
		return s.unreadable(err)
	}
	p := &source.Problem{Code: CodeMissingFile, Position: s.Position, Message: fmt.Sprintf("the %s %s doesn't exist", s.What, s.File)}
	if s.Position.IsZero() {
		p.Position = source.Position{File: s.File}
	}
	p.Hint = source.DidYouMeanFile(fsys, s.File)
	return p
}
