package measures

import (
	"errors"
	"fmt"
	"io/fs"
	"math"
	"slices"
	"strings"

	"apr/indicators"
	"apr/indicators/workbook"
	"apr/internal/period"
	"apr/internal/source"
	"apr/internal/table"
	"apr/internal/table/celltext"
	"apr/internal/wording"
)

// Limits against files that aren't measure tables.
const (
	headerRows   = 200    // how many rows may be above the header
	maxRows      = 50_000 // 100 measures by month for 40 years
	maxText      = 500    // bytes of a text
	maxMalformed = 20     // malformed cells of a file that are reported one by one
)

// Read reads measure tables: XLSX, all sheets that have the columns, or CSV.
// Rows of all files are put together, so that a measure may have its history in
// a file of its own. The error is an *source.InputError with everything that is
// wrong; what was survived is in the table's Problems.
func Read(fsys fs.FS, files ...string) (*Table, error) { return ReadAt(fsys, Places{}, files...) }

// ReadAt is Read for tables whose rows are about places that are known.
func ReadAt(fsys fs.FS, places Places, files ...string) (*Table, error) {
	rd := &reader{table: &Table{Files: files}, byID: map[string]*entry{}, places: places}
	rd.places.Codes = map[string]string{}
	for code, name := range places.Codes {
		rd.places.Codes[celltext.Code(code)] = name
	}
	for _, name := range files {
		rd.file(fsys, name)
	}
	if err := rd.fatal.Err(); err != nil {
		return nil, err
	}
	rd.finish()
	rd.table.Problems = rd.survived.List()
	return rd.table, nil
}

type reader struct {
	table           *Table
	places          Places // its codes as celltext.Code has them
	byID            map[string]*entry
	fatal, survived source.Problems
	header          header
	row             workbook.SheetRow
	rows            int
	malformed       int
	remarks         []source.Position
}

// entry is a measure as it grows.
type entry struct {
	*Measure
	newest   period.Span // of the row whose words are
	seen     map[pointKey]source.Position
	unitAt   source.Position
	goodAt   source.Position
	titles   map[string]title // that its rows have, as they are first
	decimals int
	percent  bool
}

type pointKey struct {
	locality string
	period   period.Span
}

// file reads one file.
func (rd *reader) file(fsys fs.FS, name string) {
	rd.malformed, rd.rows, rd.remarks = 0, 0, nil
	sheets, err := workbook.OpenSheets(fsys, name, isHeader)
	if err != nil {
		rd.fail(name, err)
		return
	}
	var best *header
	var bestAt source.Position
	tables := 0
	for _, s := range sheets {
		h, at, err := rd.sheet(s)
		switch {
		case err != nil:
			rd.fail(name, err)
			return
		case len(h.lacks()) == 0:
			tables++
		case best == nil || h.found() > best.found():
			best, bestAt = &h, at
		}
	}
	switch {
	case tables == 0:
		rd.noTable(name, best, bestAt)
	case rd.rows == len(rd.remarks):
		rd.fatal.Add(&source.Problem{Code: CodeNoTable, Position: source.Position{File: name},
			Message: "the table has no measures under its header", Hint: "export the measures with their values"})
	}
	if more := rd.malformed - maxMalformed; more > 0 {
		rd.fatal.Addf(CodeMalformed, source.Position{File: name}, "and %s can't be understood", wording.Count(more, "more cell"))
	}
	if n := len(rd.remarks); n > 0 {
		rd.survived.Add(&source.Problem{Code: CodePassedOver, Position: rd.remarks[0],
			Message: fmt.Sprintf("%d of the file's rows have one cell alone and were passed over as remarks", n),
			Hint:    "take remarks out of the table"})
	}
}

func (rd *reader) fail(name string, err error) {
	if input, ok := errors.AsType[*source.InputError](err); ok {
		for _, p := range input.Problems {
			rd.fatal.Add(p)
		}
		return
	}
	rd.fatal.Addf(indicators.CodeUnreadable, source.Position{File: name}, "the measure table can't be read: %v", err)
}

// noTable says which columns the likeliest header lacks.
func (rd *reader) noTable(name string, best *header, at source.Position) {
	p := &source.Problem{Code: CodeNoTable, Position: source.Position{File: name}, Message: "the file is empty; expected a table of measures",
		Hint: "the table needs the columns measure, period and value under a header; apr schema measures describes all"}
	switch {
	case best == nil || len(best.cells) == 0:
	case best.found() == 0:
		p.Message = "no header with the columns measure, period and value was found"
	default:
		p.Position = at
		p.Message = fmt.Sprintf("the header has no column %s; it has: %s", strings.Join(best.lacks(), ", "), strings.Join(filled(best.cells), ", "))
		var hints []string
		for _, lack := range best.lacks() {
			if near := source.Nearest(lack, filled(best.cells)); near != "" && known(near) < 0 {
				hints = append(hints, fmt.Sprintf("for %q, did you mean %q?", lack, near))
			}
		}
		if len(hints) > 0 {
			p.Hint = strings.Join(hints, "\n    ")
		}
	}
	rd.fatal.Add(p)
}

func filled(cells []string) []string {
	return slices.DeleteFunc(slices.Clone(cells), func(s string) bool { return s == "" })
}

// sheet finds the header of a sheet and reads the rows under it. Without one it
// returns the row that comes nearest.
func (rd *reader) sheet(s workbook.Sheet) (best header, at source.Position, err error) {
	n, ok := 0, false
	err = s.Rows(func(r workbook.SheetRow) bool {
		if blank(r) {
			return true
		}
		if n++; !ok {
			h := newHeader(r)
			if n == 1 || h.found() > best.found() {
				best, at = h, r.Position(0)
			}
			if ok = len(best.lacks()) == 0; ok {
				rd.header = best
				rd.reportRepeated(r)
			}
			return ok || n < headerRows
		}
		rd.row = r
		more := rd.counted()
		if more {
			rd.read()
		}
		return more
	})
	if n == 0 {
		best = newHeader(workbook.SheetRow{})
	}
	return best, at, err
}

// isHeader reports whether cells are the header of a measure table.
func isHeader(cells []string) bool {
	h := headerOf(cells)
	return len(h.lacks()) == 0
}

// counted is false once the file has more rows than a table of measures can.
func (rd *reader) counted() bool {
	if rd.rows++; rd.rows <= maxRows {
		return true
	}
	rd.fatal.Add(&source.Problem{Code: CodeTooLarge, Position: rd.row.Position(0),
		Message: fmt.Sprintf("the file has more than %d rows, as no table of measures has", maxRows),
		Hint:    "export the measures that the board is shown, by month or quarter"})
	return false
}

func blank(r workbook.SheetRow) bool {
	for i := range r.Width() {
		if r.Text(i) != "" {
			return false
		}
	}
	return true
}

func (rd *reader) reportRepeated(r workbook.SheetRow) {
	for _, i := range rd.header.repeated {
		c := known(r.Text(i))
		rd.survived.Add(&source.Problem{Code: CodeRepeatedColumn, Position: r.Position(i),
			Message: fmt.Sprintf("the column %q means the same as %q; apr reads the first", wording.OneLine(r.Text(i)), rd.header.cells[rd.header.at[c]]),
			Hint:    "rename or remove the column that isn't meant"})
	}
}

// text is a cell on one line, "" where the table hasn't the column.
func (rd *reader) text(c column) string {
	if rd.header.at[c] < 0 {
		return ""
	}
	text := rd.row.Text(rd.header.at[c])
	if len(text) > maxText {
		rd.report(c, "", "the %s has %d bytes; apr reads up to %d", columns[c].Name, len(text), maxText)
		return ""
	}
	text = wording.OneLine(text)
	if strings.ContainsFunc(text, func(r rune) bool { return r < ' ' || r == 0x7f || r == '\ufffd' }) {
		rd.report(c, "type the cell again", "the %s has a character that can't be printed", columns[c].Name)
		return ""
	}
	return text
}

// report records that a cell can't be understood.
func (rd *reader) report(c column, hint, format string, args ...any) {
	if rd.malformed++; rd.malformed <= maxMalformed {
		rd.fatal.Add(&source.Problem{Code: CodeMalformed, Position: rd.row.Position(rd.header.at[c]), Message: fmt.Sprintf(format, args...), Hint: hint})
	}
}

// read reads one row.
func (rd *reader) read() {
	if rd.header.is(rd.row) {
		return // the header again, as atop each printed page
	}
	if moved := rd.row.Overflow(rd.header.cells); moved != "" {
		rd.report(valueColumn, table.OverflowHint, "%s", moved)
		return
	}
	id, when := rd.text(idColumn), rd.text(periodColumn)
	if n := rd.filled(); n == 1 && when == "" {
		if strings.Contains(rd.row.Text(rd.header.at[idColumn]), "\n") {
			rd.report(idColumn, `close the quotation mark; a cell with quotation marks is written "6"" pipe"`, "the cell goes on over several lines: a quotation mark opens it, and nothing closes it where it ends")
			return
		}
		rd.remarks = append(rd.remarks, rd.row.Position(0))
		return
	}
	if id == "" {
		rd.report(idColumn, "repeat the measure's id on each of its rows", "the row names no measure")
		return
	}
	e := rd.entry(id)
	value := rd.number(valueColumn)
	if when == "" && !value.Known {
		rd.describe(e, period.Span{}) // a measure that has no data yet
		return
	}
	span, err := rd.span(periodColumn, when)
	if err != nil {
		rd.report(periodColumn, "", "%v", err)
		return
	}
	rd.describe(e, span)
	if span.Months == period.Day && e.Frequency != Daily && e.Frequency != Weekly {
		span = period.Holding(span.Start, e.Frequency.Months())
	}
	rd.point(e, span, value)
}

// filled is how many cells of the row say something.
func (rd *reader) filled() (n int) {
	for i := range rd.row.Width() {
		if rd.row.Text(i) != "" {
			n++
		}
	}
	return n
}

// entry is the measure of an id.
func (rd *reader) entry(id string) *entry {
	key := strings.ToLower(id)
	e := rd.byID[key]
	if e == nil {
		e = &entry{Measure: &Measure{ID: id, Title: id, Position: rd.row.Position(rd.header.at[idColumn])}, seen: map[pointKey]source.Position{}, titles: map[string]title{}}
		rd.byID[key] = e
		rd.table.Measures = append(rd.table.Measures, e.Measure)
	}
	return e
}

// number reads a cell as a number.
func (rd *reader) number(c column) workbook.Number {
	if rd.header.at[c] < 0 {
		return workbook.Number{}
	}
	n := rd.row.Number(rd.header.at[c])
	if n.Unreadable || n.Known && (math.IsNaN(n.Value) || math.IsInf(n.Value, 0) || math.Abs(n.Value) > 1e15) {
		rd.report(c, "write digits, such as 94.2; leave the cell empty where there is none", "the %s %q isn't a number", columns[c].Name, rd.row.Text(rd.header.at[c]))
		return workbook.Number{}
	}
	if (c == targetColumn || c == baselineColumn) && indicators.IsSmallCount(n.Mark) {
		rd.report(c, "write the number alone, such as 5; polarity: lower says that less is better", "the %s %q isn't a number", columns[c].Name, rd.row.Text(rd.header.at[c]))
		return workbook.Number{}
	}
	return n
}

// optional reads a cell as a number that may be absent.
func (rd *reader) optional(c column) *float64 {
	n := rd.number(c)
	if !n.Known {
		return nil
	}
	return &n.Value
}

// span reads a period or a date. A workbook keeps dates as numbers.
func (rd *reader) span(c column, text string) (period.Span, error) {
	if rd.row.Workbook() {
		if day, ok := serialDay(text, rd.row.Date1904()); ok {
			return period.Span{Start: day}, nil
		}
	}
	return period.ParseSpan(text)
}

// headName is a column's head as the table has it.
func (rd *reader) headName(c column) string {
	if rd.header.at[c] < 0 {
		return ""
	}
	return wording.Capital(rd.header.cells[rd.header.at[c]])
}

func (rd *reader) tolerance() *Tolerance {
	text := rd.text(toleranceColumn)
	if text == "" {
		return nil
	}
	if n := rd.row.Number(rd.header.at[toleranceColumn]); rd.row.Workbook() && n.Percent {
		text = fmt.Sprintf("%v%%", n.Value)
	}
	t, err := ParseTolerance(text)
	if err != nil {
		rd.report(toleranceColumn, "", "%v", err)
		return nil
	}
	return &t
}
