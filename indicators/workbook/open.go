package workbook

import (
	"errors"
	"fmt"
	"io/fs"
	"path"
	"strings"

	"apr/indicators"
	"apr/internal/source"
	"apr/internal/table"
)

// maxUnzipped bounds what a workbook may unpack to, which is in memory whole:
// PHS's is about 8 MB, and a file that claims eight times as much isn't one.
const maxUnzipped = 64 << 20

var errTooLarge = fmt.Errorf("the file has more than %d MB; the workbook of Public Health Scotland has less than two, and apr doesn't read it", maxUnzipped>>20)

// open has the grids of a workbook, a text or a folder of texts read.
func open(fsys fs.FS, name string, read func(grids []*table.Grid, folder bool) error) error {
	switch info, err := fs.Stat(fsys, name); {
	case err != nil: // OpenGrids says what is wrong
	case info.IsDir():
		grids, err := openFolder(fsys, name)
		if err != nil {
			return err
		}
		return read(grids, true)
	case !info.Mode().IsRegular():
		return unreadable(name, errors.New("this is neither a file nor a folder; expected the core suite workbook of Public Health Scotland"))
	}
	return openGrids(fsys, name, isHeader, func(grids []*table.Grid) error { return read(grids, false) })
}

// openGrids opens a file. What is wrong with it is a *source.InputError.
func openGrids(fsys fs.FS, name string, isHeader func(cells []string) bool, read func([]*table.Grid) error) error {
	spec := table.GridSpec{File: name, Limit: maxUnzipped, IsHeader: isHeader}
	err := table.OpenGrids(fsys, spec, read)
	if _, reported := errors.AsType[*source.InputError](err); err == nil || reported {
		return err
	}
	if _, failed := errors.AsType[*fs.PathError](err); failed {
		return missingFile(fsys, name, err)
	}
	return fileError(name, err)
}

// fileError says what is wrong with a file in which no tables can be found.
func fileError(name string, err error) error {
	p := &source.Problem{Code: indicators.CodeUnreadable, Position: source.Position{File: name}, Message: err.Error()}
	switch {
	case errors.Is(err, table.ErrTooLarge):
		p.Message = errTooLarge.Error()
	case errors.Is(err, table.ErrEmpty):
		p.Message = "the file is empty; expected an Excel workbook (.xlsx)"
		p.Hint = "download or copy the workbook again"
	case errors.Is(err, table.ErrPassword):
		p.Hint = "save a copy without the password and name that in apr.yaml"
	case errors.Is(err, table.ErrOld):
		p.Message = "this is a workbook in the old .xls format; apr reads .xlsx and .csv"
		p.Hint = "open it and save it as an Excel workbook (.xlsx)"
	case errors.Is(err, table.ErrUTF16):
		p.Hint = "open it and save it as an Excel workbook (.xlsx), or as CSV"
	case errors.Is(err, table.ErrBinary):
		p.Hint = "open it and save it as an Excel workbook (.xlsx)"
	case errors.Is(err, table.ErrZeros):
		p.Hint = "download or copy it again"
	case errors.Is(err, table.ErrNoTable):
		p.Message = "this isn't an Excel workbook (.xlsx), or it is damaged"
		p.Hint = "open it in a spreadsheet program and save it as .xlsx, or download it again"
	case errors.Is(err, table.ErrInflated):
		p.Message = fmt.Sprintf("the workbook unpacks to more than %d MB; apr doesn't read it", maxUnzipped>>20)
		p.Hint = "make sure that it is the right file: the core suite workbook of Public Health Scotland unpacks to less than 20 MB"
	case errors.Is(err, table.ErrZip):
		p.Message = "this is a zip file, but not an Excel workbook (.xlsx)"
		p.Hint = "unpack it, or save the workbook as .xlsx, and name that in apr.yaml"
	case errors.Is(err, table.ErrDamaged):
		p.Hint = damagedHint
	}
	if text, ok := errors.AsType[*table.TextError](err); ok {
		p.Position.Line = text.Line
	}
	return &source.InputError{Problems: []*source.Problem{p}}
}

const damagedHint = "open it in a spreadsheet program and save it again, or download it again"

// damaged is the error for a workbook whose inside can't be read.
func damaged(file string, err error) error {
	return &source.InputError{Problems: []*source.Problem{{
		Code: indicators.CodeUnreadable, Position: source.Position{File: file},
		Message: fmt.Sprintf("the workbook is damaged: %v", err), Hint: damagedHint,
	}}}
}

// missingFile is the error for a file that can't be opened, with the nearest
// name next to it.
func missingFile(fsys fs.FS, name string, err error) error {
	p := &source.Problem{Code: indicators.CodeUnreadable, Position: source.Position{File: name}}
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

// scanError is the error of a grid that can't be read to its end.
func scanError(g *table.Grid, err error) error {
	if _, reported := errors.AsType[*source.InputError](err); reported || errors.Is(err, table.ErrMerged) {
		return err
	}
	if errors.Is(err, table.ErrUTF16) {
		return fileError(g.File, fmt.Errorf("the sheet %q %w", g.Sheet, table.ErrUTF16))
	}
	if g.Sheet != "" {
		return damaged(g.File, fmt.Errorf("sheet %q: %w", g.Sheet, err))
	}
	return fileError(g.File, err)
}
