package finance

import (
	"bufio"
	"bytes"
	"cmp"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"maps"
	"path"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"apr/internal/source"
	"apr/internal/table/packed"
)

// A table is a ledger or a history file, open at the first record under its
// header. Reading is in steps that know nothing of each other: bytes to text
// (decodeText), text or cells to records (a recordReader), records to amounts
// and classes (reader.go).
type table struct {
	records recordReader
	// header are the header's cells and index where each mapped column is.
	header []string
	index  map[string]int
	// text is the rest of a CSV file, for the fast path; nil where only records
	// can be read.
	text *openedText
	// workbook are the rows of a workbook, whose amounts are raw cell values; nil
	// for a CSV file.
	workbook sheetRecords
	// date1904 is true where serials of dates count from 1904.
	date1904 bool
	close    func() error
}

// A recordReader yields one record after the other.
type recordReader interface {
	// next is the next record, which the reader may overwrite at the next call,
	// or io.EOF.
	next() ([]string, error)
	// position is where the column of the last record stands; column -1 is the
	// record as a whole.
	position(column int) source.Position
}

// tableSpec says which table to open.
type tableSpec struct {
	file, sheet string
	member      string // of a zip file; "" for the only one
	what        string // "ledger", "history", for messages
	// columns maps apr's names to the header's.
	columns map[string]string
	// position is where the file is named.
	position source.Position
	// progress is told what is read, if it isn't nil.
	progress Progress
	// excelize has a workbook read by excelize, for tests.
	excelize bool
	// keys are the header keys of columns; openTable fills them in.
	keys map[string]string
	// guess finds the columns of a header that columns doesn't map; nil where it
	// maps all.
	guess func(cells []string) map[string]int
}

// table is what is to be opened of a ledger.
func (l *LedgerSpec) table(progress Progress) tableSpec {
	return tableSpec{file: l.File, sheet: l.Sheet, member: l.Member, what: "ledger", columns: l.Columns, position: l.Position, progress: progress}
}

// sniffed is how much of a file is looked at to find its encoding, separator
// and header.
const sniffed = 64 << 10

// headerRecords is how many records may stand above the header, itself
// included.
const headerRecords = 200

// oldWorkbook begins an .xls workbook, and an encrypted one.
var oldWorkbook = []byte{0xd0, 0xcf, 0x11, 0xe0}

// openTable opens the table and finds its header.
func openTable(fsys fs.FS, spec tableSpec) (*table, error) {
	f, err := fsys.Open(spec.file)
	if err != nil {
		return nil, spec.missing(fsys, err)
	}
	spec.keys = make(map[string]string, len(spec.columns))
	for name, want := range spec.columns {
		spec.keys[name] = headerKey(want)
	}
	var read io.Reader = f
	if info, err := f.Stat(); err == nil && spec.progress != nil {
		read = &progressReader{Reader: f, file: spec.file, size: info.Size(), tell: spec.progress}
	}
	raw := bufio.NewReaderSize(read, sniffed)
	start, err := raw.Peek(8)
	if err != nil && err != io.EOF {
		f.Close()
		return nil, spec.unreadable(err)
	}
	var t *table
	switch {
	case len(start) == 0:
		err = spec.problem(CodeEmptyFile, "the "+spec.what+" is empty", "")
	case packed.IsZip(start):
		t, err = openPackage(f, raw, spec)
	case spec.member != "":
		err = spec.noMembers("a single file")
	case packed.IsGzip(start):
		t, err = openGzip(raw, spec)
	case bytes.HasPrefix(start, oldWorkbook):
		err = spec.problem(CodeUnreadableFile, "the "+spec.what+" is an old .xls workbook or is protected by a password",
			"save it as .xlsx without a password, or as CSV")
	default:
		t, err = openText(raw, spec)
	}
	if err != nil {
		f.Close()
		return nil, err
	}
	closeTable := t.close
	t.close = func() error { return errors.Join(closeTable(), f.Close()) }
	return t, nil
}

// problem is a problem with the file as a whole.
func (s *tableSpec) problem(code, message, hint string) *source.Problem {
	p := &source.Problem{Code: code, Position: source.Position{File: s.file}, Message: message, Hint: hint}
	if !s.position.IsZero() {
		p.Related = []source.Related{{Position: s.position, Message: "the " + s.what + " is named here"}}
	}
	return p
}

func (s *tableSpec) unreadable(err error) *source.Problem {
	return s.problem(CodeUnreadableFile, fmt.Sprintf("the %s can't be read: %v", s.what, err), "")
}

// missing says that the file isn't there, where it is asked for, and which file
// in its folder has a similar name.
func (s *tableSpec) missing(fsys fs.FS, err error) *source.Problem {
	if !errors.Is(err, fs.ErrNotExist) {
		return s.unreadable(err)
	}
	p := &source.Problem{Code: CodeMissingFile, Position: s.position, Message: fmt.Sprintf("the %s %s doesn't exist", s.what, s.file)}
	if s.position.IsZero() {
		p.Position = source.Position{File: s.file}
	}
	var names []string
	if entries, err := fs.ReadDir(fsys, path.Dir(s.file)); err == nil {
		for _, e := range entries {
			if !e.IsDir() {
				names = append(names, path.Join(path.Dir(s.file), e.Name()))
			}
		}
	}
	p.Hint = source.DidYouMean(s.file, names)
	return p
}

// A header is a candidate for the header record: how many of the mapped columns
// it holds.
type header struct {
	cells    []string
	index    map[string]int
	position source.Position
}

// matchHeader finds the mapped columns among the cells.
func (s *tableSpec) matchHeader(cells []string, at source.Position) header {
	if s.guess != nil {
		return header{cells: cells, index: s.guess(cells), position: at}
	}
	h := header{cells: cells, index: make(map[string]int, len(s.columns)), position: at}
	keys := make([]string, len(cells))
	for i, c := range cells {
		keys[i] = headerKey(c)
	}
	for name, key := range s.keys {
		if i := slices.Index(keys, key); i >= 0 {
			h.index[name] = i
		}
	}
	return h
}

// complete reports whether h has all mapped columns or, where they are guessed,
// enough of them.
func (s *tableSpec) complete(h header) bool {
	if s.guess != nil {
		return readable(h.index)
	}
	return len(h.index) == len(s.columns)
}

// better reports whether b comes nearer to being the header than a: it has more
// mapped columns or, where neither has, more cells.
func better(a, b header) bool {
	return cmp.Or(cmp.Compare(len(b.index), len(a.index)), cmp.Compare(b.filled(), a.filled())) > 0
}

// filled is how many cells say something.
func (h header) filled() (n int) {
	for _, c := range h.cells {
		if trimBlank(c) != "" {
			n++
		}
	}
	return n
}

// checkHeader says what is wrong with the best candidate: mapped columns that
// it lacks, or that it has twice.
func (s *tableSpec) checkHeader(h header) error {
	if s.guess != nil {
		if !s.complete(h) {
			return s.noGuess(h)
		}
		return nil
	}
	var found []string
	for _, c := range h.cells {
		if c = spaced(c); c != "" {
			found = append(found, c)
		}
	}
	var free []string // headers that no column is mapped to
	for i, c := range h.cells {
		if c = spaced(c); c != "" && !slices.Contains(slices.Collect(maps.Values(h.index)), i) {
			free = append(free, c)
		}
	}
	names := slices.Sorted(maps.Keys(s.columns))
	var missing, hints, double []string
	for _, name := range names {
		want := s.columns[name]
		if _, ok := h.index[name]; !ok {
			missing = append(missing, fmt.Sprintf("%q (%s)", want, name))
			if n := likeHeader(want, free); n != "" {
				hints = append(hints, fmt.Sprintf("for %q, did you mean %q?", want, n))
			}
			continue
		}
		same := func(c string) bool { return headerKey(c) == headerKey(want) }
		if i := slices.IndexFunc(h.cells, same); slices.ContainsFunc(h.cells[i+1:], same) {
			double = append(double, fmt.Sprintf("%q (%s)", want, name))
		}
	}
	p := s.problem(CodeMissingColumn, "", strings.Join(hints, "\n    "))
	p.Position = h.position
	switch {
	case len(found) == 0:
		p.Message = fmt.Sprintf("no header was found with the columns %s", strings.Join(missing, ", "))
	case len(missing) > 0:
		p.Message = fmt.Sprintf("the header has no column %s; it has: %s", strings.Join(missing, ", "), strings.Join(found, ", "))
	case len(double) > 0:
		p.Code, p.Message = CodeDuplicateColumn, fmt.Sprintf("the header has more than one column %s", strings.Join(double, ", "))
		p.Hint = "rename one of them, so that it is clear which is meant"
	default:
		return nil
	}
	return p
}

// likeHeader is the header that may be meant: the nearest in spelling, or one
// that holds the name, as Nett amount holds Amount.
func likeHeader(want string, free []string) string {
	if n := source.Nearest(want, free); n != "" {
		return n
	}
	key := headerKey(want)
	for _, f := range free {
		if k := headerKey(f); strings.Contains(k, key) || strings.Contains(key, k) {
			return f
		}
	}
	return ""
}

// headerKey is a header name without case and spaces.
func headerKey(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) || r == '†' || r == '\ufeff' {
			return -1
		}
		return unicode.ToLower(r)
	}, s)
}

// spaced is s with each run of spaces and line breaks made one space.
func spaced(s string) string {
	if isSpaced(s) {
		return s
	}
	return strings.Join(strings.Fields(trimBlank(s)), " ")
}

// isSpaced reports whether s is ASCII with single spaces within it, as most cells
// are.
func isSpaced(s string) bool {
	last := byte(' ')
	for i := range len(s) {
		b := s[i]
		if b <= ' ' && (b < ' ' || last == ' ') || b >= utf8.RuneSelf {
			return false
		}
		last = b
	}
	return last != ' ' || s == ""
}

// isBlank reports whether no cell says anything.
func isBlank(cells []string) bool {
	for _, c := range cells {
		if c != "" && trimBlank(c) != "" {
			return false
		}
	}
	return true
}
