package table

import (
	"archive/zip"
	"bytes"
	"cmp"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"path"
	"slices"
	"strings"

	"github.com/xuri/excelize/v2"

	"apr/internal/lazyregexp"
	"apr/internal/table/packed"
	"apr/internal/table/xlsx"
)

// ErrMerged says of a sheet that it has merged cells, where its rows were read
// while that wasn't known.
var ErrMerged = errors.New("the sheet has merged cells")

// workbook calls read with the grids of a workbook. What package xlsx declines
// excelize opens, which knows more ways to make a workbook.
func (s *GridSpec) workbook(z *zip.Reader, content []byte, read func([]*Grid) error) error {
	if grids, parts, err := s.plain(z); err == nil {
		err = read(grids)
		if errors.Is(err, ErrMerged) {
			err = read(grids)
		}
		if sound(parts) {
			return cmp.Or(s.utf16(z, err), err)
		}
	} else if utf16 := s.utf16(z, err); utf16 != nil {
		return utf16
	}
	grids, err := s.excelized(content)
	if err != nil {
		return fmt.Errorf("%w: %w", ErrDamaged, err)
	}
	return read(grids)
}

// utf16 is the error for a workbook that couldn't be read and has a part in UTF-16, else nil.
func (s *GridSpec) utf16(z *zip.Reader, err error) error {
	if err == nil {
		return nil
	}
	part := inUTF16(z)
	if part == "" {
		return nil
	}
	return fmt.Errorf("the workbook's part %s %w", strings.ToValidUTF8(part, "?"), ErrUTF16)
}

// sound waits for parts, and reports whether all could be unpacked.
func sound(parts []*xlsx.Part) bool {
	return !slices.ContainsFunc(parts, func(p *xlsx.Part) bool { return p.Wait() != nil })
}

// plain opens a package that is as nearly all are. Its parts are unpacked
// side by side, those of its sheets while their grids are read already.
func (s *GridSpec) plain(z *zip.Reader) ([]*Grid, []*xlsx.Part, error) {
	book, err := xlsx.OpenBook(z)
	if err != nil {
		return nil, nil, err
	}
	var parts []*xlsx.Part
	for _, w := range book.Sheets {
		parts = append(parts, xlsx.Unpack(w.Part)) // its size was bounded
	}
	shared, err := sharedStrings(book)
	if err != nil {
		return nil, nil, err
	}
	percent, err := book.Percent()
	if err != nil {
		return nil, nil, err
	}
	formats, err := book.Formats()
	if err != nil {
		return nil, nil, err
	}
	var grids []*Grid
	for i, w := range book.Sheets {
		g := sheetGrid(s.File, w.Name, w.Hidden, parts[i], shared, percent)
		g.Date1904, g.Format = book.Date1904, formats
		grids = append(grids, g)
	}
	return grids, parts, nil
}

// sharedStrings reads the workbook's table of strings, nil for none.
func sharedStrings(book *xlsx.Book) (*xlsx.Strings, error) {
	if book.Strings == nil {
		return nil, nil
	}
	part, err := packed.Member(book.Strings)
	if err != nil {
		return nil, err
	}
	defer part.Close() // read only: nothing can be lost
	return xlsx.StreamStrings(part)
}

// sheetGrid is the grid of a worksheet's part.
func sheetGrid(file, name string, hidden bool, part *xlsx.Part, shared *xlsx.Strings, percent func(style int) bool) *Grid {
	return &Grid{
		File: file, Sheet: name, Hidden: hidden, Percent: percent, Strings: shared,
		Merged: func() (blocks []Merged, known bool) {
			text, whole := part.Text()
			if !whole {
				return nil, false // they are behind the rows
			}
			return mergedCells(text), true
		},
		Below: func(row int) []byte {
			cells, _ := part.Text()
			return cells[max(0, bytes.LastIndex(cells, fmt.Appendf(nil, `<row r="%d"`, row))):]
		},
		Scan: func(want xlsx.Selection, each func(*Row) bool) error {
			return scanSheet(part, shared, want, each)
		},
	}
}

// excelized opens a package with excelize.
func (s *GridSpec) excelized(content []byte) ([]*Grid, error) {
	f, err := excelize.OpenReader(bytes.NewReader(content), excelize.Options{
		RawCellValue: true, UnzipSizeLimit: s.Limit, UnzipXMLSizeLimit: s.Limit,
	})
	if err != nil {
		return nil, err
	}
	defer f.Close() // nothing is kept in temporary files, so this can't fail
	shared, err := xlsx.NewStrings(part(f, "xl/sharedStrings.xml"))
	if err != nil {
		return nil, fmt.Errorf("its shared strings: %w", err)
	}
	parts, err := sheetParts(f)
	if err != nil {
		return nil, err
	}
	percent := percentFormats(f)
	formats := func(style int) (int, string) {
		s, err := f.GetStyle(style)
		if err != nil || style == 0 {
			return 0, ""
		}
		if s.CustomNumFmt != nil {
			return s.NumFmt, *s.CustomNumFmt
		}
		return s.NumFmt, ""
	}
	var grids []*Grid
	for _, name := range f.GetSheetList() {
		visible, _ := f.GetSheetVisible(name) // fails only for a sheet that isn't there
		g := sheetGrid(s.File, name, !visible, xlsx.InMemory(part(f, parts[name])), shared, percent)
		g.Format = formats
		g.Date1904 = f.WorkBook.WorkbookPr != nil && f.WorkBook.WorkbookPr.Date1904
		grids = append(grids, g)
	}
	return grids, nil
}

// scanSheet calls each for every row of a worksheet's part until it returns
// false. The row is reused between calls.
func scanSheet(part *xlsx.Part, shared *xlsx.Strings, want xlsx.Selection, each func(*Row) (more bool)) error {
	rows, err := xlsx.New(part, shared, want)
	var r Row
	for err == nil {
		if err = rows.Next(&r.Row); err == nil && !each(&r) {
			return nil
		}
	}
	if err == io.EOF {
		return nil
	}
	if text, _ := part.Text(); errors.Is(err, xlsx.ErrDeclined) && len(text) > 1 && isUTF16(text[:2]) {
		return fmt.Errorf("its XML %w", ErrUTF16)
	}
	return err
}

// part is a part of the package, nil where there is none.
func part(f *excelize.File, name string) []byte {
	if v, ok := f.Pkg.Load(name); ok {
		if b, ok := v.([]byte); ok {
			return b
		}
	}
	return nil
}

var workbookRelations = lazyregexp.Lazy(`^(?:.*/)?_rels/workbook\d*\.xml\.rels$`)

// sheetParts maps the names of the sheets to their parts in the package.
func sheetParts(f *excelize.File) (map[string]string, error) {
	var names []string
	f.Pkg.Range(func(key, _ any) bool {
		if name, ok := key.(string); ok && workbookRelations().MatchString(name) {
			names = append(names, name)
		}
		return true
	})
	if len(names) == 0 || f.WorkBook == nil {
		return nil, errors.New("it doesn't say where its sheets are")
	}
	slices.Sort(names)
	var relations struct {
		Relationship []struct {
			ID     string `xml:"Id,attr"`
			Target string `xml:"Target,attr"`
		}
	}
	if err := xml.Unmarshal(part(f, names[0]), &relations); err != nil {
		return nil, fmt.Errorf("its list of sheets: %w", err)
	}
	folder := path.Dir(path.Dir(names[0]))
	parts := map[string]string{}
	for _, sheet := range f.WorkBook.Sheets.Sheet {
		for _, r := range relations.Relationship {
			if r.ID != sheet.ID {
				continue
			}
			target := strings.ReplaceAll(r.Target, `\`, "/")
			if !strings.HasPrefix(target, "/") {
				target = path.Join(folder, target)
			}
			parts[sheet.Name] = strings.TrimPrefix(target, "/")
		}
	}
	return parts, nil
}

// percentFormats says which formats show a fraction as a percentage.
func percentFormats(f *excelize.File) func(style int) bool {
	known := map[int]bool{}
	return func(style int) bool {
		if style == 0 {
			return false // the default format is General
		}
		percent, ok := known[style]
		if !ok {
			if s, err := f.GetStyle(style); err == nil {
				percent = s.NumFmt == 9 || s.NumFmt == 10 || // 0% and 0.00%
					s.CustomNumFmt != nil && xlsx.ShowsPercent(*s.CustomNumFmt)
			}
			known[style] = percent
		}
		return percent
	}
}
