package indicators

import (
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"path"
	"regexp"
	"slices"
	"strings"

	"github.com/xuri/excelize/v2"

	"apr/internal/packed"
	"apr/internal/sheet"
	"apr/internal/source"
)

// maxUnzipped bounds what a workbook may unpack to, which is in memory whole:
// PHS's is about 8 MB, and a file that claims eight times as much isn't one.
const maxUnzipped = 64 << 20

// compoundFile begins an encrypted workbook, and one of the old .xls format.
var compoundFile = []byte{0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1}

// openWorkbook makes a grid of each sheet, in order, hidden ones too. Excelize
// opens the package and knows its sheets and formats; package sheet reads the cells.
func openWorkbook(file string, content []byte) ([]*grid, error) {
	if p := notAWorkbook(file, content); p != nil {
		return nil, &source.InputError{Problems: []*source.Problem{p}}
	}
	f, err := excelize.OpenReader(bytes.NewReader(content), excelize.Options{
		RawCellValue: true, UnzipSizeLimit: maxUnzipped, UnzipXMLSizeLimit: maxUnzipped,
	})
	if err != nil {
		return nil, damaged(file, err)
	}
	defer f.Close() // nothing is kept in temporary files, so this can't fail
	shared, err := sheet.NewStrings(part(f, "xl/sharedStrings.xml"))
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
		cells := part(f, parts[name])
		visible, _ := f.GetSheetVisible(name) // fails only for a sheet that isn't there
		grids = append(grids, &grid{
			file: file, sheet: name, hidden: !visible, percent: percent, merged: mergedCells(cells),
			mayCompare: func() bool { return mayCompare(cells) || mayCompareIn(cells, shared) },
			scan: func(want sheet.Selection, each func(*row) bool) error {
				return scanSheet(cells, shared, want, each)
			},
		})
	}
	return grids, nil
}

// scanSheet calls each for every row of a worksheet's part until it returns
// false. The row is reused between calls.
func scanSheet(part []byte, shared *sheet.Strings, want sheet.Selection, each func(*row) (more bool)) error {
	rows, err := sheet.New(part, shared, want)
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

// notAWorkbook says what a file is that isn't a readable .xlsx, or nil.
func notAWorkbook(file string, content []byte) *source.Problem {
	p := &source.Problem{Code: CodeUnreadable, Position: source.Position{File: file}}
	if bytes.HasPrefix(content, compoundFile) {
		if bytes.Contains(content, utf16LE("EncryptedPackage")) {
			p.Message = "the workbook is protected with a password"
			p.Hint = "save a copy without the password and name that in apr.yaml"
		} else {
			p.Message = "this is a workbook in the old .xls format; apr reads .xlsx and .csv"
			p.Hint = "open it and save it as an Excel workbook (.xlsx)"
		}
		return p
	}
	if len(content) == 0 {
		p.Message = "the file is empty; expected an Excel workbook (.xlsx)"
		p.Hint = "download or copy the workbook again"
		return p
	}
	z, err := packed.Zip(bytes.NewReader(content), int64(len(content)))
	if err != nil {
		p.Message = "this isn't an Excel workbook (.xlsx), or it is damaged"
		p.Hint = "open it in a spreadsheet program and save it as .xlsx, or download it again"
		return p
	}
	var size uint64
	workbook := false
	for _, f := range z.File {
		workbook = workbook || workbookPart.MatchString(f.Name)
		if size += f.UncompressedSize64; size > maxUnzipped || f.UncompressedSize64 > maxUnzipped {
			p.Message = fmt.Sprintf("the workbook unpacks to more than %d MB; apr doesn't read it", maxUnzipped>>20)
			p.Hint = "make sure that it is the right file: the core suite workbook of Public Health Scotland unpacks to less than 20 MB"
			return p
		}
	}
	if !workbook {
		p.Message = "this is a zip file, but not an Excel workbook (.xlsx)"
		p.Hint = "unpack it, or save the workbook as .xlsx, and name that in apr.yaml"
		return p
	}
	return nil
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
	workbookPart      = regexp.MustCompile(`(?i)(?:^|[/\\])workbook\d*\.xml$`)
	workbookRelations = regexp.MustCompile(`^(?:.*/)?_rels/workbook\d*\.xml\.rels$`)
)

// sheetParts maps the names of the sheets to their parts in the package.
func sheetParts(f *excelize.File) (map[string]string, error) {
	var names []string
	f.Pkg.Range(func(key, _ any) bool {
		if name, ok := key.(string); ok && workbookRelations.MatchString(name) {
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
					s.CustomNumFmt != nil && showsPercent(*s.CustomNumFmt)
			}
			known[style] = percent
		}
		return percent
	}
}

// showsPercent reports whether a number format has a "%" that isn't quoted.
func showsPercent(format string) bool {
	quoted := false
	for i := 0; i < len(format); i++ {
		switch format[i] {
		case '"':
			quoted = !quoted
		case '\\', '_', '*':
			i++ // the next character is shown, or skipped, as it is
		case '%':
			if !quoted {
				return true
			}
		}
	}
	return false
}
