package indicators

import (
	"bytes"
	"cmp"
	"errors"
	"fmt"
	"io/fs"
	"path"
	"strings"

	"apr/internal/number"
	"apr/internal/packed"
	"apr/internal/sheet"
	"apr/internal/source"
)

// Read reads the core suite workbook (.xlsx), one of its tables saved as CSV,
// or a folder of CSV files whose tables are read as one. It finds the long table
// by its column heads on any sheet; where there is none it reads the dashboards,
// which have a row for each indicator and a column for each year. KnownAreas are areas beside the 34 that rows
// may be for, such as an invented authority's.
//
// What is wrong with single rows is in the workbook's Problems. An error is an
// *source.InputError: the file can't be read, or has no table.
func Read(fsys fs.FS, name string, knownAreas ...string) (w *Workbook, err error) {
	err = open(fsys, name, func(grids []*grid, folder bool) (err error) {
		w, err = readGrids(name, grids, folder, knownAreas)
		return err
	})
	return w, err
}

func readGrids(name string, grids []*grid, folder bool, knownAreas []string) (*Workbook, error) {
	var all []preamble
	for _, g := range grids {
		p, err := readPreamble(g)
		if err != nil {
			return nil, err
		}
		all = append(all, p)
	}
	rd := newReader(name, all, knownAreas)
	var tables []*preamble
	var also []*grid
	if folder {
		tables = rd.folderTables(all)
	} else if table, others := findTable(all); table != nil {
		tables, also = []*preamble{table}, others
		rd.workbook.Sheet = table.grid.sheet
	}
	if len(tables) == 0 {
		found, err := rd.readDashboards(all)
		if _, told := errors.AsType[*source.InputError](err); err != nil && !told {
			err = damaged(name, err)
		}
		if err != nil || !found {
			return nil, cmp.Or(err, rd.nothingFound(noTable(name, all)))
		}
	}
	for _, t := range tables {
		rd.begin(t)
		rd.reportForm(also)
		if err := rd.readRows(); err != nil {
			return nil, err
		}
		if err := rd.readRemarks(); err != nil {
			return nil, err
		}
	}
	return rd.finish()
}

// open has the grids of a workbook, a CSV file or a folder of them read.
func open(fsys fs.FS, name string, read func(grids []*grid, folder bool) error) error {
	switch info, err := fs.Stat(fsys, name); {
	case err != nil: // ReadFile says what is wrong
	case info.IsDir():
		grids, err := openFolder(fsys, name)
		if err != nil {
			return err
		}
		return read(grids, true)
	case !info.Mode().IsRegular():
		return unreadable(name, errors.New("this is neither a file nor a folder; expected the core suite workbook of Public Health Scotland"))
	}
	content, err := readWhole(fsys, name)
	if errors.Is(err, errTooLarge) {
		return unreadable(name, err)
	}
	if err != nil {
		return missingFile(fsys, name, err)
	}
	ext := strings.ToLower(path.Ext(name))
	if packed.IsGzip(content) {
		if content, err = unpacked(name, content); err != nil {
			return err
		}
		ext = ".csv"
	}
	if (ext == ".csv" || ext == ".txt") && !bytes.HasPrefix(content, []byte("PK\x03\x04")) {
		grids, err := openCSV(name, content)
		if err != nil {
			return err
		}
		return read(grids, false)
	}
	return openWorkbook(name, content, func(grids []*grid) error { return read(grids, false) })
}

var errTooLarge = fmt.Errorf("the file has more than %d MB; the workbook of Public Health Scotland has less than two, and apr doesn't read it", maxUnzipped>>20)

// readWhole reads a file, unless it is larger than any that belongs here.
func readWhole(fsys fs.FS, name string) ([]byte, error) {
	if info, err := fs.Stat(fsys, name); err == nil && info.Size() > maxUnzipped {
		return nil, errTooLarge
	}
	return fs.ReadFile(fsys, name)
}

// missingFile is the error for a file that can't be opened, with the nearest
// name beside it.
func missingFile(fsys fs.FS, name string, err error) error {
	p := &source.Problem{Code: CodeUnreadable, Position: source.Position{File: name}}
	p.Message = fmt.Sprintf("the workbook can't be read: %v", err)
	if errors.Is(err, fs.ErrNotExist) {
		p.Message = "there is no such file; expected the core suite workbook of Public Health Scotland"
		p.Hint = "check its name; in apr.yaml it is the path from the project folder"
		entries, _ := fs.ReadDir(fsys, path.Dir(name)) // without the folder there is nothing to suggest
		var names []string
		for _, e := range entries {
			switch strings.ToLower(path.Ext(e.Name())) {
			case ".xlsx", ".xlsm", ".csv":
				names = append(names, path.Join(path.Dir(name), e.Name()))
			}
		}
		if hint := source.DidYouMean(name, names); hint != "" {
			p.Hint = hint
		}
	}
	return &source.InputError{Problems: []*source.Problem{p}}
}

// reader turns the rows of tables into observations.
type reader struct {
	grid     *grid // of the table that is being read
	header   header
	last     int // the number of the last row with a value
	rows     int // under the heads of all tables
	merged   []merged
	workbook *Workbook
	tally    tally
	// seen finds the observation of an indicator, area and period.
	seen map[observationKey]int
	// beside marks those of Scotland that a column beside the areas' gave.
	beside   map[observationKey]bool
	complete completeness
	names    nameCache
	doubtful []doubtful
	// decimalCommas is true once a value has a comma that can't part thousands.
	decimalCommas bool
	floats        []float64 // where values live; pointers into it stay valid
	// dashboard is true where there was no long table.
	dashboard bool
}

type observationKey struct {
	id           ID
	area, period string
}

// usualRows is room for the annual rows of a workbook of Public Health Scotland's:
// lists that grow to it take five times the memory.
const usualRows = 6 << 10

func newReader(name string, all []preamble, knownAreas []string) *reader {
	rd := &reader{
		workbook: &Workbook{File: name, Release: releaseOf(name, all), Statements: statements(all), Observations: make([]Observation, 0, usualRows)},
		seen:     make(map[observationKey]int, usualRows),
		beside:   map[observationKey]bool{},
		complete: completeness{},
		names:    newNameCache(knownAreas),
	}
	for _, p := range all {
		rd.workbook.Comparability = append(rd.workbook.Comparability, p.remarks...)
	}
	return rd
}

// begin turns to a table.
func (rd *reader) begin(table *preamble) {
	rd.grid, rd.header, rd.last = table.grid, *table.header, table.header.row
}

// reportForm reports what is odd about the table as a whole.
func (rd *reader) reportForm(also []*grid) {
	at := source.Position{File: rd.grid.file, Sheet: rd.grid.sheet}
	for _, g := range also {
		rd.tally.add(CodeSeveralTables, source.Position{File: g.file, Sheet: g.sheet},
			fmt.Sprintf("sheet %q has a table of indicators too; apr reads the one on sheet %q", g.sheet, at.Sheet), "",
			"remove the sheet that isn't meant, or call the right one Data")
	}
	for _, column := range rd.header.repeated {
		if at.Cell = ""; at.Sheet != "" {
			at.Cell = sheet.CellName(column, rd.header.row)
		}
		rd.tally.add(CodeRepeatedColumn, at,
			"this column's head means the same as an earlier one's; apr reads the earlier column", "", "")
	}
}

// maxRows is how many rows a table may have, or those of a folder together: Public
// Health Scotland's has some 13,000, with its quarters.
const maxRows = 200_000

func (rd *reader) tooManyRows() error {
	return &source.InputError{Problems: []*source.Problem{{
		Code: CodeUnreadable, Position: source.Position{File: rd.grid.file, Sheet: rd.grid.sheet},
		Message: fmt.Sprintf("the table has more than %s rows; apr doesn't read it", number.Format(maxRows, 0)),
		Hint:    "make sure that it is the right file: the core suite workbook of Public Health Scotland has some 13,000 rows",
	}}}
}

func (rd *reader) readRows() error {
	want := sheet.Selection{
		Booleans: true,
		Columns:  rd.header.wanted(),
		Drop: func(column int, text string) bool {
			return column == rd.header.columns[timePeriodField] && rd.names.timePeriod(text) == quarterYear
		},
	}
	rd.merged = nil
	known := true
	if rd.grid.joined != nil {
		rd.merged, known = rd.grid.joined()
	}
	if len(rd.merged) > 0 {
		want.Drop = nil // a row that isn't wanted may begin a block
	}
	err := rd.grid.scan(want, func(r *row) bool {
		if r.Number > rd.header.row {
			rd.rows++
			rd.repeatMerged(r)
			rd.read(r)
		}
		return rd.rows <= maxRows
	})
	if rd.rows > maxRows {
		return rd.tooManyRows()
	}
	if err != nil && rd.grid.sheet != "" {
		return damaged(rd.grid.file, fmt.Errorf("sheet %q: %w", rd.grid.sheet, err))
	}
	if !known {
		if blocks, _ := rd.grid.joined(); len(blocks) > 0 {
			return errJoined
		}
	}
	return err
}

// finish checks the tables as a whole and hands over the workbook.
func (rd *reader) finish() (*Workbook, error) {
	w := rd.workbook
	rd.settle()
	at := source.Position{File: w.File, Sheet: w.Sheet}
	if len(w.Observations) == 0 {
		where := "the file has"
		switch {
		case w.Sheet != "":
			where = fmt.Sprintf("sheet %q has", w.Sheet)
		case w.File != rd.grid.file:
			where = "the folder's last file has"
			at.File = rd.grid.file
		}
		p := &source.Problem{Code: CodeNoRows, Position: at, Message: fmt.Sprintf(
			"%s the column heads in row %d and no annual values of %s under them", where, rd.header.row, Suite())}
		p.Hint = "use the management information workbook of Public Health Scotland"
		return nil, &source.InputError{Problems: append([]*source.Problem{p}, rd.tally.problems()...)}
	}
	w.Problems = append(rd.tally.problems(), rd.complete.problems(at, !rd.dashboard)...)
	return w, nil
}

// nothingFound adds to the error for a file without a table what was wrong with
// its dashboards.
func (rd *reader) nothingFound(err *source.InputError) error {
	for _, p := range rd.tally.problems() {
		if p.Code != CodeFileWithoutTable { // which err says of the whole folder
			err.Problems = append(err.Problems, p)
		}
	}
	return err
}

// keep stores a number and points to it.
func (rd *reader) keep(v float64) *float64 {
	if len(rd.floats) == cap(rd.floats) {
		rd.floats = make([]float64, 0, 1024)
	}
	rd.floats = append(rd.floats, v)
	return &rd.floats[len(rd.floats)-1]
}
