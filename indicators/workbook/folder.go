package workbook

import (
	"fmt"
	"io/fs"
	"path"
	"strings"

	"apr/indicators"
	"apr/internal/source"
	"apr/internal/table"
)

// openFolder makes a grid of each CSV file of a folder, in order of name. Other
// files and folders in it are passed over, and so is what isn't a file at all.
func openFolder(fsys fs.FS, folder string) ([]*table.Grid, error) {
	entries, err := fs.ReadDir(fsys, folder)
	if err != nil {
		return nil, unreadable(folder, fmt.Errorf("the folder can't be read: %w", err))
	}
	var grids []*table.Grid
	var problems source.Problems
	workbook, size := "", int64(0)
	for _, e := range entries {
		name := path.Join(folder, e.Name())
		switch ext := strings.ToLower(path.Ext(e.Name())); {
		case strings.HasPrefix(e.Name(), "."):
		case ext == ".xlsx" || ext == ".xlsm":
			workbook = name
		case ext == ".csv" && isFile(fsys, name):
			if size += sizeOf(fsys, name); size > maxUnzipped {
				return nil, unreadable(name, fmt.Errorf("the file can't be read: the folder's CSV files have more than %d MB", maxUnzipped>>20))
			}
			if err := openGrids(fsys, name, isHeader, func(of []*table.Grid) error {
				grids = append(grids, of...)
				return nil
			}); err != nil {
				return nil, err
			}
		}
	}
	if len(grids) == 0 {
		p := &source.Problem{Code: indicators.CodeUnreadable, Position: source.Position{File: folder}}
		p.Message = "the folder has no CSV files; expected the tables of the core suite workbook, saved as CSV"
		p.Hint = "name the workbook itself, or save its sheet Data as CSV into the folder"
		if workbook != "" {
			p.Hint = fmt.Sprintf("did you mean the workbook %q?", workbook)
		}
		problems.Add(p)
	}
	return grids, problems.Err()
}

// isFile reports whether a name is that of a regular file, or of a link to one:
// to read a pipe would wait for a writer.
func isFile(fsys fs.FS, name string) bool {
	info, err := fs.Stat(fsys, name)
	return err == nil && info.Mode().IsRegular()
}

// sizeOf is the size of a file, 0 where it isn't known.
func sizeOf(fsys fs.FS, name string) int64 {
	info, err := fs.Stat(fsys, name)
	if err != nil {
		return 0
	}
	return info.Size()
}

// folderTables are the tables of a folder's files: all of them, which together
// are one long table. A file that nearly has one is reported.
func (rd *reader) folderTables(all []preamble) []*preamble {
	var tables []*preamble
	for i := range all {
		switch p := &all[i]; {
		case p.header != nil:
			tables = append(tables, p)
		case p.nearest.found >= 2:
			rd.tally.add(indicators.CodeFileWithoutTable, source.Position{File: p.grid.File, Line: p.nearest.row},
				"no table of indicators in this file: its rows are left out", "", p.lacking())
		}
	}
	return tables
}

// unreadable is the error for a file or folder that is there.
func unreadable(name string, err error) error {
	return &source.InputError{Problems: []*source.Problem{{
		Code: indicators.CodeUnreadable, Position: source.Position{File: name}, Message: err.Error(),
	}}}
}
