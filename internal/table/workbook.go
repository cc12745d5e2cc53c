package table

import (
	"archive/zip"
	"cmp"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"

	"apr/internal/source"
	"apr/internal/table/celltext"
	"apr/internal/table/packed"
	"apr/internal/table/xlsx"
)

// A spreadsheet is an open workbook. Package xlsx reads it as a stream; what
// that declines is read by excelize.
type spreadsheet struct {
	sheets   []string
	date1904 bool // serials of dates count from 1904
	// hiddenFirst is true where the first sheet isn't shown.
	hiddenFirst bool
	// rows begins to read a sheet of a number.
	rows  func(number int) (Rows, error)
	close func() error
}

// Rows are the rows of a sheet.
type Rows interface {
	Records
	// number is that of the last row, from 1.
	number() int
	// Uncalculated reports whether the last row has a formula without a value in
	// a column.
	Uncalculated(column int) bool
	// Hidden reports whether the sheet doesn't show the last row.
	Hidden() bool
	close() error
}

// openWorkbook opens a sheet of an XLSX workbook.
func openWorkbook(at io.ReaderAt, size int64, z *zip.Reader, spec Spec) (*Table, error) {
	if err := checkPackage(z, spec); err != nil {
		return nil, err
	}
	if isBinary(z) {
		return nil, spec.problem(CodeUnreadableFile, "the "+spec.What+" is a binary workbook (.xlsb)", "open it and save it as an Excel workbook (.xlsx), or as CSV")
	}
	t, err := openStreamed(z, spec)
	if errors.Is(err, xlsx.ErrDeclined) || spec.Excelize {
		if t != nil {
			t.Close()
		}
		if part := inUTF16(z); part != "" {
			return nil, spec.problem(CodeUnreadableFile, "the "+spec.What+"'s part "+strings.ToValidUTF8(part, "?")+" "+ErrUTF16.Error(),
				"open it and save it as an Excel workbook (.xlsx), or as CSV")
		}
		t, err = openExcelized(io.NewSectionReader(at, 0, size), spec)
	}
	if p := (*source.Problem)(nil); err != nil && !errors.As(err, &p) {
		return nil, spec.unreadable(fmt.Errorf("it isn't a sound XLSX workbook: %w", err))
	}
	return t, err
}

// openStreamed opens a sheet that is read as it is unpacked.
func openStreamed(z *zip.Reader, spec Spec) (*Table, error) {
	book, err := xlsx.OpenBook(z)
	if err != nil {
		return nil, err
	}
	var shared *xlsx.Strings
	var zeros func(style int) int
	var foreign func(style int) string
	s := &spreadsheet{date1904: book.Date1904, close: func() error { return nil }}
	for _, w := range book.Sheets {
		s.sheets = append(s.sheets, w.Name)
	}
	s.hiddenFirst = len(book.Sheets) > 0 && book.Sheets[0].Hidden
	s.rows = func(number int) (_ Rows, err error) {
		if shared == nil && book.Strings != nil {
			if shared, err = readStrings(book.Strings); errors.Is(err, xlsx.ErrStrings) {
				return nil, spec.problem(CodeUnreadableFile, fmt.Sprintf("the workbook can't be read: %v", err), asCSV)
			} else if err != nil {
				return nil, fmt.Errorf("its shared strings: %w", err)
			}
		}
		if zeros == nil {
			if zeros, err = book.Zeros(); err != nil {
				return nil, err
			}
			if foreign, err = book.Foreign(); err != nil {
				return nil, err
			}
		}
		return openRows(book.Sheets[number], shared, zeros, foreign, spec)
	}
	return s.open(spec)
}

func readStrings(f *zip.File) (*xlsx.Strings, error) {
	part, err := packed.Member(f)
	if err != nil {
		return nil, err
	}
	defer part.Close() // read only: nothing can be lost
	return xlsx.StreamStrings(part)
}

// openRows begins to read a sheet.
func openRows(w xlsx.Worksheet, shared *xlsx.Strings, zeros func(style int) int, foreign func(style int) string, spec Spec) (Rows, error) {
	part, err := packed.Member(w.Part)
	if err != nil {
		return nil, err
	}
	var read io.Reader = part
	if spec.Progress != nil {
		read = &progressReader{Reader: part, file: spec.File, size: int64(w.Part.UncompressedSize64), report: spec.Progress}
	}
	scanner, err := xlsx.Stream(read, shared, xlsx.Selection{Booleans: true, Zeros: zeros, Foreign: foreign})
	if err != nil {
		part.Close() // read only: nothing can be lost
		return nil, err
	}
	return &streamedRecords{file: spec.File, sheet: w.Name, rows: scanner, shut: part.Close}, nil
}

// open opens the sheet that is asked for, under its header.
func (s *spreadsheet) open(spec Spec) (*Table, error) {
	if len(s.sheets) == 0 {
		return nil, spec.problem(CodeEmptyFile, "the workbook has no sheets", "")
	}
	number := 0
	if spec.Sheet != "" {
		number = slices.IndexFunc(s.sheets, func(name string) bool { return strings.EqualFold(celltext.Trim(name), celltext.Trim(spec.Sheet)) })
		if number < 0 {
			return nil, spec.problem(CodeMissingSheet, fmt.Sprintf("the workbook has no sheet %q; it has: %s", spec.Sheet, strings.Join(s.sheets, ", ")),
				source.DidYouMean(spec.Sheet, s.sheets))
		}
	}
	r, err := s.rows(number)
	if err != nil {
		return nil, err
	}
	h, err := findSheetHeader(r, header{position: source.Position{File: spec.File, Sheet: s.sheets[number]}}, spec)
	if err == nil {
		err = spec.checkHeader(h)
	}
	if p := (*source.Problem)(nil); errors.As(err, &p) && p.Code == CodeMissingColumn && spec.Sheet == "" && len(s.sheets) > 1 {
		p.Hint = strings.TrimPrefix(p.Hint+"\n    ", "\n    ") + s.otherSheets(spec)
	}
	if err != nil {
		r.close() // read only: nothing can be lost
		return nil, err
	}
	headerRow := r.number()
	r = fillMerged(r, h, spec)
	t := &Table{headerRow: headerRow, Records: r, Header: h.cells, Index: h.index, Above: h.above, Workbook: r, Date1904: s.date1904, Close: func() error {
		return errors.Join(r.close(), s.close())
	}}
	if len(spec.NotMerged) > 0 {
		if err := spec.checkGroups(h, t.under()); err != nil {
			r.close() // read only: nothing can be lost
			return nil, err
		}
	}
	t.Others = s.alike(spec)
	if spec.Sheet == "" && s.hiddenFirst {
		t.HiddenSheet = s.sheets[0]
	}
	if number > 0 && spec.Members {
		t.Cover = s.cover()
	}
	return t, nil
}

// coverRows is how many rows of a cover are read.
const coverRows = 20

// cover are the first rows of the first sheet with a cell or two. One that can't be read
// says nothing.
func (s *spreadsheet) cover() (lines []Line) {
	r, err := s.rows(0)
	if err != nil {
		return nil
	}
	defer r.close() // read only: nothing can be lost
	for range coverRows {
		cells, err := r.Next()
		if err != nil {
			break
		}
		if h := (header{cells: cells}); h.filled() == 1 || h.filled() == 2 {
			lines = append(lines, Line{slices.Clone(cells), r.Position(0)})
		}
	}
	return lines
}

// maxAlike is how many sheets are looked at for the same heads.
const maxAlike = 40

// alike are the sheets behind the first that have all columns asked for and a row under
// them. One that can't be read has none.
func (s *spreadsheet) alike(spec Spec) (names []string) {
	if spec.Sheet != "" || !spec.Members || spec.Guess != nil {
		return nil
	}
	for i := 1; i < min(len(s.sheets), maxAlike); i++ {
		r, err := s.rows(i)
		if err != nil {
			continue
		}
		h, err := findSheetHeader(r, header{}, spec)
		if err == nil && spec.complete(h) {
			if _, err = r.Next(); err == nil {
				names = append(names, s.sheets[i])
			}
		}
		r.close() // read only: nothing can be lost
	}
	return names
}

// otherSheets is the hint for a workbook whose first sheet may be but its cover.
func (s *spreadsheet) otherSheets(spec Spec) string {
	hint := fmt.Sprintf("apr looked on the first sheet, %q, of: %s", celltext.Short(s.sheets[0]), celltext.List(s.sheets))
	if !spec.Members {
		return hint + "; put the " + spec.What + " there"
	}
	return hint + "; if it is another, name it, as in sheet: " + celltext.Short(s.sheets[1])
}

// findSheetHeader is the first row with all mapped columns, under which the
// records then are, or the row that comes nearest to it; best if there are none.
func findSheetHeader(r Rows, best header, spec Spec) (header, error) {
	var above []Line
	for {
		cells, err := r.Next()
		if err == io.EOF || err == nil && r.number() > headerRecords {
			return best, nil
		}
		if err != nil {
			return best, err
		}
		first := max(0, slices.IndexFunc(cells, func(c string) bool { return c != "" }))
		line := Line{slices.Clone(cells), r.Position(first)}
		h := spec.readHeads(above, line)
		above = append(above, line)
		if spec.complete(h) {
			if h.above = above; h.upper.IsZero() {
				h.above = above[:len(above)-1]
			}
			return h, nil
		}
		if better(best, h) {
			best = h
		}
	}
}

// streamedRecords reads the rows of a sheet that have cells.
type streamedRecords struct {
	file, sheet string
	rows        *xlsx.Scanner
	row         xlsx.Row
	shut        func() error
}

func (r *streamedRecords) Next() ([]string, error) {
	last := r.row.Number
	if err := r.rows.Next(&r.row); err == io.EOF {
		return nil, io.EOF
	} else if err != nil {
		return nil, broken(r.file, r.sheet, last, err)
	}
	return r.row.Text[:r.row.Width], nil
}

func (r *streamedRecords) number() int { return r.row.Number }

func (r *streamedRecords) Hidden() bool { return r.row.Hidden }

func (r *streamedRecords) Uncalculated(column int) bool {
	return len(r.row.Uncalculated) > 0 && slices.Contains(r.row.Uncalculated, column)
}

func (r *streamedRecords) Position(column int) source.Position {
	return sheetPosition(r.file, r.sheet, column, r.row.Number)
}

func (r *streamedRecords) close() error { return r.shut() }

// sheetPosition is the place of a cell; column -1 is the row as a whole.
func sheetPosition(file, name string, column, row int) source.Position {
	return source.Position{File: file, Sheet: name, Cell: xlsx.CellName(max(column, 0), cmp.Or(row, 1))}
}

// broken says after which row of a sheet no more can be read.
func broken(file, name string, row int, err error) error {
	p := &source.Problem{Code: CodeUnreadableFile, Position: source.Position{File: file, Sheet: name},
		Message: fmt.Sprintf("the sheet can't be read after row %d: %v", row, err)}
	if errors.Is(err, xlsx.ErrRow) {
		p.Hint = asCSV
	}
	return p
}
