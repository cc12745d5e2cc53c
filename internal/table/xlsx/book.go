package xlsx

import (
	"archive/zip"
	"encoding/xml"
	"fmt"
	"io"
	"path"
	"strings"
	"unicode"
	"unicode/utf8"

	"apr/internal/table/packed"
)

// A Book is what a workbook's package says of its sheets.
type Book struct {
	Sheets []Worksheet // in the workbook's order, hidden ones too
	// Strings is the part of shared strings, Styles that of formats; nil for none.
	Strings, Styles *zip.File
	// Date1904 is true where the serials of dates count from 1 January 1904, as
	// Excel for the Macintosh did (ECMA-376 part 1, 18.17.4.1).
	Date1904 bool
}

// A Worksheet is a sheet's name and its part.
type Worksheet struct {
	Name   string
	Part   *zip.File
	Hidden bool
}

// Days1904 is how many days the serial of a date is larger by where serials count
// from the end of 1899 than where they count from 1904.
const Days1904 = 1462

// OpenBook finds the sheets of a package. It gives ErrDeclined for one that isn't
// as nearly all are.
func OpenBook(z *zip.Reader) (*Book, error) {
	p := parts{}
	for _, f := range z.File {
		p[partName(f.Name)] = append(p[partName(f.Name)], f)
	}
	top, err := p.relations("_rels/.rels")
	if err != nil {
		return nil, err
	}
	name, ok := top.target("officeDocument", "")
	if !ok {
		return nil, declined("the package doesn't say where its workbook is")
	}
	var workbook struct {
		Properties struct {
			Date1904 string `xml:"date1904,attr"`
		} `xml:"workbookPr"`
		Sheets []struct {
			Name  string `xml:"name,attr"`
			State string `xml:"state,attr"`
			ID    string `xml:"http://schemas.openxmlformats.org/officeDocument/2006/relationships id,attr"`
			// StrictID is the same in the strict form of the standard.
			StrictID string `xml:"http://purl.oclc.org/ooxml/officeDocument/relationships id,attr"`
		} `xml:"sheets>sheet"`
	}
	if err := p.read(name, &workbook); err != nil {
		return nil, err
	}
	of, err := p.relations(path.Join(path.Dir(name), "_rels", path.Base(name)+".rels"))
	if err != nil {
		return nil, err
	}
	date1904 := workbook.Properties.Date1904
	b := &Book{Date1904: date1904 == "1" || date1904 == "true"}
	for _, s := range workbook.Sheets {
		part, ok := of.target("", s.ID+s.StrictID)
		if !ok {
			return nil, declined("the workbook doesn't say where its sheet %q is", s.Name)
		}
		f, err := p.one(part)
		if err != nil {
			return nil, err
		}
		b.Sheets = append(b.Sheets, Worksheet{Name: s.Name, Part: f, Hidden: s.State == "hidden" || s.State == "veryHidden"})
	}
	for kind, part := range map[string]**zip.File{"sharedStrings": &b.Strings, "styles": &b.Styles} {
		if name, ok := of.target(kind, ""); ok {
			if *part, err = p.one(name); err != nil {
				return nil, err
			}
		}
	}
	return b, nil
}

// Percent reads the formats and returns which styles of cells show a fraction as
// a percentage.
func (b *Book) Percent() (func(style int) bool, error) {
	formats, err := b.formats()
	if err != nil {
		return nil, err
	}
	percent := make([]bool, len(formats))
	for i, f := range formats {
		percent[i] = f.id == 9 || f.id == 10 || ShowsPercent(f.code) // 0% and 0.00%
	}
	return func(style int) bool { return style >= 0 && style < len(percent) && percent[style] }, nil
}

// Zeros reads the formats and returns how many digits those show at least that are
// nothing but zeros, such as 0000; 0 for all others.
func (b *Book) Zeros() (func(style int) int, error) {
	formats, err := b.formats()
	if err != nil {
		return nil, err
	}
	zeros := make([]int, len(formats))
	for i, f := range formats {
		if len(f.code) <= maxZeros && f.code != "" && strings.Trim(f.code, "0") == "" {
			zeros[i] = len(f.code)
		}
	}
	return func(style int) int {
		if style < 0 || style >= len(zeros) {
			return 0
		}
		return zeros[style]
	}, nil
}

// Foreign reads the formats and returns the sign of another currency than pounds that one
// of them shows, or "".
func (b *Book) Foreign() (func(style int) string, error) {
	formats, err := b.formats()
	if err != nil {
		return nil, err
	}
	signs := make([]string, len(formats))
	for i, f := range formats {
		signs[i] = ForeignSign(f.code)
	}
	return func(style int) string {
		if style < 0 || style >= len(signs) {
			return ""
		}
		return signs[style]
	}, nil
}

// ForeignSign is the sign of another currency than pounds that a number format shows: € or
// $, "¤" for any other, "" where it shows none. A format names a currency in brackets, as
// [$kr-41D], or has its sign. Those that programs know by number have no code: they show
// the currency of the reader's country.
func ForeignSign(code string) string {
	sign := ""
	for code != "" && sign == "" {
		if rest, ok := strings.CutPrefix(code, "[$"); ok {
			inside, after, _ := strings.Cut(rest, "]")
			name, _, _ := strings.Cut(inside, "-")
			code, sign = after, foreign(strings.TrimSpace(name))
			continue
		}
		r, size := utf8.DecodeRuneInString(code)
		if code = code[size:]; unicode.Is(unicode.Sc, r) {
			sign = foreign(string(r))
		}
	}
	return sign
}

// foreign is the sign of a currency by its name in a format.
func foreign(name string) string {
	switch {
	case name == "", strings.Contains(name, "£"), strings.EqualFold(name, "GBP"):
		return ""
	case strings.Contains(name, "€"), strings.EqualFold(name, "EUR"):
		return "€"
	case strings.Contains(name, "$"), strings.EqualFold(name, "USD"):
		return "$"
	}
	return "¤"
}

// Formats reads the formats and returns that of each style: its number, and its code
// where it isn't one of those that need none.
func (b *Book) Formats() (func(style int) (id int, code string), error) {
	formats, err := b.formats()
	if err != nil {
		return nil, err
	}
	return func(style int) (int, string) {
		if style < 0 || style >= len(formats) {
			return 0, ""
		}
		return formats[style].id, formats[style].code
	}, nil
}

// maxZeros bounds the digits that a format may add to a number.
const maxZeros = 40

// cellFormat is the number format of a style: its number, and its code where it isn't
// one of those that need none.
type cellFormat struct {
	id   int
	code string
}

// formats are those of the styles of cells, in order.
func (b *Book) formats() (list []cellFormat, err error) {
	if b.Styles == nil {
		return nil, nil
	}
	var styles struct {
		Formats []struct {
			ID   int    `xml:"numFmtId,attr"`
			Code string `xml:"formatCode,attr"`
		} `xml:"numFmts>numFmt"`
		Cells []struct {
			Format int `xml:"numFmtId,attr"`
		} `xml:"cellXfs>xf"`
	}
	p := parts{partName(b.Styles.Name): {b.Styles}}
	if err := p.read(b.Styles.Name, &styles); err != nil {
		return nil, err
	}
	codes := map[int]string{}
	for _, f := range styles.Formats {
		codes[f.ID] = f.Code
	}
	for _, c := range styles.Cells {
		list = append(list, cellFormat{c.Format, codes[c.Format]})
	}
	return list, nil
}

// ShowsPercent reports whether a number format has a "%" that isn't quoted.
func ShowsPercent(format string) bool {
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

// parts are the members of a package by their names, in lower case: those of
// parts don't tell capitals from small letters.
type parts map[string][]*zip.File

func partName(name string) string {
	return strings.ToLower(strings.TrimPrefix(strings.ReplaceAll(name, `\`, "/"), "/"))
}

// one is the part of a name, of which there mustn't be two.
func (p parts) one(name string) (*zip.File, error) {
	found := p[partName(name)]
	if len(found) != 1 {
		return nil, declined("it has %d parts %s", len(found), name)
	}
	return found[0], nil
}

// maxDescription bounds the parts that say what else a package has.
const maxDescription = 8 << 20

// read decodes a part.
func (p parts) read(name string, into any) error {
	f, err := p.one(name)
	if err != nil {
		return err
	}
	part, err := packed.Member(f)
	if err != nil {
		return fmt.Errorf("its part %s: %w", name, err)
	}
	defer part.Close() // read only: nothing can be lost
	content, err := io.ReadAll(io.LimitReader(part, maxDescription+1))
	if err != nil {
		return fmt.Errorf("its part %s: %w", name, err)
	}
	if len(content) > maxDescription {
		return declined("its part %s has more than %d MB", name, maxDescription>>20)
	}
	if err := xml.Unmarshal(content, into); err != nil {
		return declined("its part %s: %v", name, err)
	}
	return nil
}

// relations are those of a part to others, and the folder they are relative to.
type relations struct {
	folder string
	List   []struct {
		ID     string `xml:"Id,attr"`
		Type   string `xml:"Type,attr"`
		Target string `xml:"Target,attr"`
	} `xml:"Relationship"`
}

func (p parts) relations(name string) (*relations, error) {
	r := &relations{folder: path.Dir(path.Dir(name))}
	return r, p.read(name, r)
}

// target is the part that a relation of a kind, or of an id, leads to.
func (r *relations) target(kind, id string) (part string, ok bool) {
	for _, to := range r.List {
		if kind != "" && path.Base(to.Type) != kind || kind == "" && (id == "" || to.ID != id) {
			continue
		}
		part = strings.ReplaceAll(to.Target, `\`, "/")
		if !strings.HasPrefix(part, "/") {
			part = path.Join(r.folder, part)
		}
		return strings.TrimPrefix(path.Clean(part), "/"), true
	}
	return "", false
}

func declined(format string, args ...any) error {
	return fmt.Errorf("%w: %s", ErrDeclined, fmt.Sprintf(format, args...))
}
