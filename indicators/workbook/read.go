// Package workbook reads the core suite of integration indicators from the workbook
// of Public Health Scotland, or from its tables as CSV. Readers of other tables
// open theirs as it does, with OpenSheets.
//
// It knows nothing of the law: what it finds wrong with a workbook it returns
// as source.Problem.
package workbook

import (
	"cmp"
	"errors"
	"fmt"
	"io/fs"

	"apr/indicators"
	"apr/internal/number"
	"apr/internal/source"
	"apr/internal/table"
	"apr/internal/table/xlsx"
)

// Read reads the core suite workbook (.xlsx), one of its tables saved as CSV,
// or a folder of CSV files whose tables are read as one. It finds the long table
// by its column heads on any sheet; where there is none it reads the dashboards,
// which have a row for each indicator and a column for each year. KnownAreas are
// areas next to the 34 that rows may be for, such as an invented authority's.
//
// What is wrong with single rows is in the workbook's Problems. An error is an
// *source.InputError: the file can't be read, or has no table.
func Read(fsys fs.FS, name string, knownAreas ...string) (w *indicators.Workbook, err error) {
	err = open(fsys, name, func(grids []*table.Grid, folder bool) (err error) {
		w, err = readGrids(name, grids, folder, knownAreas)
		return err
	})
	return w, err
}

func readGrids(name string, grids []*table.Grid, folder bool, knownAreas []string) (*indicators.Workbook, error) {
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
	var also []*table.Grid
	if folder {
		tables = rd.folderTables(all)
	} else if table, others := findTable(all); table != nil {
		tables, also = []*preamble{table}, others
		rd.workbook.Sheet = table.grid.Sheet
	}
	if len(tables) == 0 {
		found, err := rd.readDashboards(all)
		if _, isInput := errors.AsType[*source.InputError](err); err != nil && !isInput {
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

// reader turns the rows of tables into observations.
type reader struct {
	grid     *table.Grid // of the table that is being read
	header   header
	last     int // the number of the last row with a value
	rows     int // under the heads of all tables
	merged   []merged
	workbook *indicators.Workbook
	tally    tally
	// seen finds the observation of an indicator, area and period.
	seen map[observationKey]int
	// next to marks those of Scotland that a column next to the areas' gave.
	fromColumn map[observationKey]bool
	complete   completeness
	names      nameCache
	doubtful   []doubtful
	// decimalCommas is true once a value has a comma that can't part thousands.
	decimalCommas bool
	limits        outsideLimits
	floats        []float64 // where values live; pointers into it stay valid
	// dashboard is true where there wasn't a long table.
	dashboard bool
}

type observationKey struct {
	id           indicators.ID
	area, period string
}

// usualRows is room for the annual rows of a workbook of Public Health Scotland's:
// lists that grow to it take five times the memory.
const usualRows = 6 << 10

func newReader(name string, all []preamble, knownAreas []string) *reader {
	rd := &reader{
		workbook:   &indicators.Workbook{File: name, Release: releaseOf(name, all), Statements: statements(all), Observations: make([]indicators.Observation, 0, usualRows)},
		seen:       make(map[observationKey]int, usualRows),
		fromColumn: map[observationKey]bool{},
		complete:   completeness{},
		names:      newNameCache(knownAreas),
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
func (rd *reader) reportForm(also []*table.Grid) {
	at := source.Position{File: rd.grid.File, Sheet: rd.grid.Sheet}
	for _, g := range also {
		rd.tally.add(indicators.CodeSeveralTables, source.Position{File: g.File, Sheet: g.Sheet},
			fmt.Sprintf("sheet %q has a table of indicators too; apr reads the one on sheet %q", g.Sheet, at.Sheet), "",
			"remove the sheet that isn't meant, or call the right one Data")
	}
	for _, column := range rd.header.repeated {
		if at.Cell = ""; at.Sheet != "" {
			at.Cell = xlsx.CellName(column, rd.header.row)
		}
		rd.tally.add(indicators.CodeRepeatedColumn, at,
			"this column's head means the same as an earlier one's; apr reads the earlier column", "", "")
	}
}

// maxRows is how many rows a table may have, or those of a folder together: Public
// Health Scotland's has some 13,000, with its quarters.
const maxRows = 200_000

func (rd *reader) tooManyRows() error {
	return &source.InputError{Problems: []*source.Problem{{
		Code: indicators.CodeUnreadable, Position: source.Position{File: rd.grid.File, Sheet: rd.grid.Sheet},
		Message: fmt.Sprintf("the table has more than %s rows; apr doesn't read it", number.Format(maxRows, 0)),
		Hint:    "make sure that it is the right file: the core suite workbook of Public Health Scotland has some 13,000 rows",
	}}}
}

func (rd *reader) readRows() error {
	want := xlsx.Selection{
		Booleans: true,
		Columns:  rd.header.wanted(),
		Drop: func(column int, text string) bool {
			return column == rd.header.columns[timePeriodField] && rd.names.timePeriod(text) == quarterYear
		},
	}
	rd.merged = nil
	known := true
	if rd.grid.Merged != nil {
		var blocks []table.Merged
		blocks, known = rd.grid.Merged()
		for _, b := range blocks {
			rd.merged = append(rd.merged, merged{Merged: b})
		}
	}
	if len(rd.merged) > 0 {
		want.Drop = nil // a row that isn't wanted may begin a block
	}
	err := rd.grid.Scan(want, func(r *table.Row) bool {
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
	if err != nil {
		return scanError(rd.grid, err)
	}
	if !known {
		if blocks, _ := rd.grid.Merged(); len(blocks) > 0 {
			return table.ErrMerged
		}
	}
	return err
}

// outsideLimits are the rows with a value and both limits, and those whose value is below the
// lower limit, or above the upper.
type outsideLimits struct{ all, lower, upper int }

// enoughLimits is from how many such rows on it shows that two heads are exchanged.
const enoughLimits = 20

// exchangedHeads is the error for a table in which nearly each value is outside of its limits on
// the same side: its head stands over the limits, and that of the limits over the values.
func (rd *reader) exchangedHeads() error {
	n, f, side := rd.limits.lower, lowerField, "below its lower limit"
	if rd.limits.upper > n {
		n, f, side = rd.limits.upper, upperField, "above its upper limit"
	}
	if rd.limits.all < enoughLimits || n*10 < rd.limits.all*9 {
		return nil
	}
	head := func(f field) string { return rd.header.heads[rd.header.columns[f]] }
	return &source.InputError{Problems: []*source.Problem{{Code: indicators.CodeExchangedHeads, Position: source.Position{File: rd.grid.File, Sheet: rd.grid.Sheet},
		Message: fmt.Sprintf("the heads %s and %s seem to be exchanged: of %d rows with confidence limits %d have a value that is %s", shorten(head(valueField)), shorten(head(f)), rd.limits.all, n, side),
		Hint:    "put each head over its own column, as Public Health Scotland's release has it"}}}
}

// finish checks the tables as a whole and hands over the workbook.
func (rd *reader) finish() (*indicators.Workbook, error) {
	w := rd.workbook
	if err := rd.exchangedHeads(); err != nil {
		return nil, err
	}
	rd.settle()
	rd.checkRates()
	at := source.Position{File: w.File, Sheet: w.Sheet}
	if len(w.Observations) == 0 {
		where := "the file has"
		switch {
		case w.Sheet != "":
			where = fmt.Sprintf("sheet %q has", w.Sheet)
		case w.File != rd.grid.File:
			where = "the folder's last file has"
			at.File = rd.grid.File
		}
		p := &source.Problem{Code: indicators.CodeNoRows, Position: at, Message: fmt.Sprintf(
			"%s the column heads in row %d and no annual values of %s under them", where, rd.header.row, indicators.Suite())}
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
		if p.Code != indicators.CodeFileWithoutTable { // which err says of the whole folder
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
