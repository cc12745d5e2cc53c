package indicators

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"path"
	"slices"
	"strings"

	"github.com/xuri/excelize/v2"

	"apr/internal/pattern"
	"apr/internal/source"
	"apr/internal/table/packed"
	"apr/internal/table/xlsx"
)

// maxUnzipped bounds what a workbook may unpack to, which is in memory whole:
// PHS's is about 8 MB, and a file that claims eight times as much isn't one.
const maxUnzipped = 64 << 20

// compoundFile begins an encrypted workbook, and one of the old .xls format.
var compoundFile = []byte{0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1}

// errJoined says of a sheet that it has joined cells, where its rows were read
// while that wasn't known.
var errJoined = errors.New("the sheet has joined cells")

// openWorkbook calls read with a grid of each sheet, in order, hidden ones too.
// These may be read while they are unpacked: what is true of them as a whole comes
// to light last, and read is then called again. What package xlsx declines
// excelize opens, which knows more ways to make a workbook.
func openWorkbook(file string, content []byte, read func([]*grid) error) error {
	z, p := zipOf(file, content)
	if p != nil {
		return &source.InputError{Problems: []*source.Problem{p}}
	}
	if grids, parts, err := openPlain(file, z); err == nil {
		err = read(grids)
		if errors.Is(err, errJoined) {
			err = read(grids)
		}
		if sound(parts) {
			return err
		}
	}
	grids, err := openAny(file, content)
	if err != nil {
		return err
	}
	return read(grids)
}

// sound waits for parts, and reports whether all could be unpacked.
func sound(parts []*xlsx.Part) bool {
	return !slices.ContainsFunc(parts, func(p *xlsx.Part) bool { return p.Wait() != nil })
}

// openPlain opens a package that is as nearly all are. Its parts are unpacked
// side by side, those of its sheets while their grids are read already.
func openPlain(file string, z *zip.Reader) ([]*grid, []*xlsx.Part, error) {
	book, err := xlsx.OpenBook(z)
	if err != nil {
		return nil, nil, err
	}
	var parts []*xlsx.Part
	for _, s := range book.Sheets {
		parts = append(parts, xlsx.Unpack(s.Part)) // zipOf has bounded its size
	}
	shared, err := sharedStrings(book)
	if err != nil {
		return nil, nil, err
	}
	percent, err := book.Percent()
	if err != nil {
		return nil, nil, err
	}
	var grids []*grid
	for i, s := range book.Sheets {
		g := sheetGrid(file, s.Name, s.Hidden, parts[i], shared, percent)
		g.date1904 = book.Date1904
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
func sheetGrid(file, name string, hidden bool, part *xlsx.Part, shared *xlsx.Strings, percent func(style int) bool) *grid {
	return &grid{
		file: file, sheet: name, hidden: hidden, percent: percent,
		joined: func() (blocks []merged, known bool) {
			text, whole := part.Text()
			if !whole {
				return nil, false // they stand behind the rows
			}
			return mergedCells(text), true
		},
		mayCompare: func(after int) bool {
			cells, _ := part.Text()
			below := cells[max(0, bytes.LastIndex(cells, fmt.Appendf(nil, `<row r="%d"`, after))):]
			return mayCompare(below) || mayCompareIn(below, shared)
		},
		scan: func(want xlsx.Selection, each func(*row) bool) error {
			return scanSheet(part, shared, want, each)
		},
	}
}

// openAny opens a package with excelize.
func openAny(file string, content []byte) ([]*grid, error) {
	f, err := excelize.OpenReader(bytes.NewReader(content), excelize.Options{
		RawCellValue: true, UnzipSizeLimit: maxUnzipped, UnzipXMLSizeLimit: maxUnzipped,
	})
	if err != nil {
		return nil, damaged(file, err)
	}
	defer f.Close() // nothing is kept in temporary files, so this can't fail
	shared, err := xlsx.NewStrings(part(f, "xl/sharedStrings.xml"))
	if err != nil {
		return nil, damaged(file, fmt.Errorf("its shared strings: %w", err))
	}
	parts, err := sheetParts(f)
	if err != nil {
		return nil, damaged(file, err)
	}
	percent := percentFormats(f)
	var grids []*grid
	for _, name := range f.GetSheetList() {
		visible, _ := f.GetSheetVisible(name) // fails only for a sheet that isn't there
		g := sheetGrid(file, name, !visible, xlsx.InMemory(part(f, parts[name])), shared, percent)
		g.date1904 = f.WorkBook.WorkbookPr != nil && f.WorkBook.WorkbookPr.Date1904
		grids = append(grids, g)
	}
	return grids, nil
}

// scanSheet calls each for every row of a worksheet's part until it returns
// false. The row is reused between calls.
func scanSheet(part *xlsx.Part, shared *xlsx.Strings, want xlsx.Selection, each func(*row) (more bool)) error {
	rows, err := xlsx.New(part, shared, want)
	var r row
	for err == nil {
		if err = rows.Next(&r.Row); err == nil && !each(&r) {
			return nil
		}
	}
	if err == io.EOF {
		return nil
	}
	return err
}

// zipOf opens the package, or says what a file is that isn't a readable .xlsx.
func zipOf(file string, content []byte) (*zip.Reader, *source.Problem) {
	p := &source.Problem{Code: CodeUnreadable, Position: source.Position{File: file}}
	if bytes.HasPrefix(content, compoundFile) {
		if bytes.Contains(content, utf16LE("EncryptedPackage")) {
			p.Message = "the workbook is protected with a password"
			p.Hint = "save a copy without the password and name that in apr.yaml"
		} else {
			p.Message = "this is a workbook in the old .xls format; apr reads .xlsx and .csv"
			p.Hint = "open it and save it as an Excel workbook (.xlsx)"
		}
		return nil, p
	}
	if len(content) == 0 {
		p.Message = "the file is empty; expected an Excel workbook (.xlsx)"
		p.Hint = "download or copy the workbook again"
		return nil, p
	}
	z, err := packed.Zip(bytes.NewReader(content), int64(len(content)))
	if err != nil {
		p.Message = "this isn't an Excel workbook (.xlsx), or it is damaged"
		p.Hint = "open it in a spreadsheet program and save it as .xlsx, or download it again"
		return nil, p
	}
	var size uint64
	workbook := false
	for _, f := range z.File {
		workbook = workbook || workbookPart().MatchString(f.Name)
		if size += f.UncompressedSize64; size > maxUnzipped || f.UncompressedSize64 > maxUnzipped {
			p.Message = fmt.Sprintf("the workbook unpacks to more than %d MB; apr doesn't read it", maxUnzipped>>20)
			p.Hint = "make sure that it is the right file: the core suite workbook of Public Health Scotland unpacks to less than 20 MB"
			return nil, p
		}
	}
	if !workbook {
		p.Message = "this is a zip file, but not an Excel workbook (.xlsx)"
		p.Hint = "unpack it, or save the workbook as .xlsx, and name that in apr.yaml"
		return nil, p
	}
	return z, nil
}

// damaged is the error for a workbook whose inside can't be read.
func damaged(file string, err error) error {
	return &source.InputError{Problems: []*source.Problem{{
		Code: CodeUnreadable, Position: source.Position{File: file},
		Message: fmt.Sprintf("the workbook is damaged: %v", err),
		Hint:    "open it in a spreadsheet program and save it again, or download it again",
	}}}
}

func utf16LE(s string) []byte {
	var b []byte
	for _, c := range []byte(s) {
		b = append(b, c, 0)
	}
	return b
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

var (
	workbookPart      = pattern.Lazy(`(?i)(?:^|[/\\])workbook\d*\.xml$`)
	workbookRelations = pattern.Lazy(`^(?:.*/)?_rels/workbook\d*\.xml\.rels$`)
)

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

// percentFormats tells which formats show a fraction as a percentage.
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
