package indicators

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"path"
	"strings"

	"apr/internal/source"
)

// Read reads the core suite workbook (.xlsx), or one of its tables saved as
// CSV. It finds the long table by its column heads on any sheet. KnownAreas
// are areas beside the 34 that rows may be for, such as an invented authority's.
//
// What is wrong with single rows is in the workbook's Problems. An error is an
// *source.InputError: the file can't be read, or has no table.
func Read(fsys fs.FS, name string, knownAreas ...string) (*Workbook, error) {
	content, err := fs.ReadFile(fsys, name)
	if err != nil {
		return nil, missingFile(fsys, name, err)
	}
	open := openWorkbook
	if ext := strings.ToLower(path.Ext(name)); (ext == ".csv" || ext == ".txt") && !bytes.HasPrefix(content, []byte("PK\x03\x04")) {
		open = openCSV
	}
	grids, err := open(name, content)
	if err != nil {
		return nil, err
	}
	var all []preamble
	for _, g := range grids {
		p, err := readPreamble(g)
		if err != nil {
			return nil, err
		}
		all = append(all, p)
	}
	table, also := findTable(all)
	if table == nil {
		return nil, noTable(name, all)
	}
	rd := newReader(table, knownAreas)
	for _, p := range all {
		rd.workbook.Comparability = append(rd.workbook.Comparability, p.remarks...)
	}
	rd.tellOfForm(also)
	if err := rd.readRows(); err != nil {
		return nil, err
	}
	return rd.finish(releaseOf(name, all))
}

// missingFile is the error for a file that can't be opened, with the nearest
// name beside it.
func missingFile(fsys fs.FS, name string, err error) error {
	p := &source.Problem{Code: CodeUnreadable, Position: source.Position{File: name}}
	p.Message = fmt.Sprintf("the workbook can't be read: %v", err)
	if errors.Is(err, fs.ErrNotExist) {
		p.Message = "there is no such file; expected the core suite workbook of Public Health Scotland"
		p.Hint = "name the workbook in apr.yaml as its path from the project folder"
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

// reader turns the rows of one table into observations.
type reader struct {
	grid     *grid
	header   header
	workbook *Workbook
	tally    tally
	// seen finds the observation of an indicator, area and period.
	seen     map[observationKey]int
	complete completeness
	names    nameCache
	floats   []float64 // where values live; pointers into it stay valid
}

type observationKey struct {
	id           ID
	area, period string
}

func newReader(table *preamble, knownAreas []string) *reader {
	rd := &reader{
		grid: table.grid, header: *table.header,
		workbook: &Workbook{File: table.grid.file, Sheet: table.grid.sheet},
		seen:     map[observationKey]int{},
		complete: completeness{},
	}
	rd.names = newNameCache(knownAreas)
	return rd
}

// tellOfForm reports what is odd about the table as a whole.
func (rd *reader) tellOfForm(also []*grid) {
	at := source.Position{File: rd.grid.file, Sheet: rd.grid.sheet}
	for _, g := range also {
		rd.tally.add(CodeSeveralTables, source.Position{File: g.file, Sheet: g.sheet},
			fmt.Sprintf("sheet %q has a table of indicators too; apr reads the one on sheet %q", g.sheet, at.Sheet), "",
			"remove the sheet that isn't meant, or call the right one Data")
	}
	for _, column := range rd.header.repeated {
		if at.Cell = ""; at.Sheet != "" {
			at.Cell = cellName(column, rd.header.row)
		}
		rd.tally.add(CodeRepeatedColumn, at,
			"this column's head means the same as an earlier one's; apr reads the earlier column", "", "")
	}
}

func (rd *reader) readRows() error {
	want := selection{
		columns: rd.header.wanted(),
		drop: func(column int, text string) bool {
			return column == rd.header.columns[timePeriodField] && rd.names.timePeriod(text) == quarterYear
		},
	}
	err := rd.grid.scan(want, func(r *row) bool {
		if r.number > rd.header.row {
			rd.read(r)
		}
		return true
	})
	if err != nil && rd.grid.sheet != "" {
		return damaged(rd.grid.file, fmt.Errorf("sheet %q: %w", rd.grid.sheet, err))
	}
	return err
}

// finish checks the table as a whole and hands over the workbook.
func (rd *reader) finish(release string) (*Workbook, error) {
	w := rd.workbook
	w.Release = release
	at := source.Position{File: w.File, Sheet: w.Sheet}
	if len(w.Observations) == 0 {
		where := "the file"
		if w.Sheet != "" {
			where = fmt.Sprintf("sheet %q", w.Sheet)
		}
		p := &source.Problem{Code: CodeNoRows, Position: at, Message: fmt.Sprintf(
			"%s has the column heads in row %d and no annual values of NI1 to NI23 under them", where, rd.header.row)}
		p.Hint = "use the management information workbook of Public Health Scotland"
		return nil, &source.InputError{Problems: append([]*source.Problem{p}, rd.tally.problems()...)}
	}
	w.Problems = append(rd.tally.problems(), rd.complete.problems(at)...)
	return w, nil
}

// keep stores a number and points to it.
func (rd *reader) keep(v float64) *float64 {
	if len(rd.floats) == cap(rd.floats) {
		rd.floats = make([]float64, 0, 1024)
	}
	rd.floats = append(rd.floats, v)
	return &rd.floats[len(rd.floats)-1]
}
