package table

import (
	"archive/zip"
	"bytes"
	"compress/gzip"
	"errors"
	"io"
	"maps"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"
	"github.com/xuri/excelize/v2"
	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"

	"apr/internal/table/xlsx"
)

var rows = [][]string{{"Àrea", "Year", "Rate"}, {"Fife, the Kingdom", "2025/26", "1,5"}, {"6\" wide; high", "2024/25", "£3"}, {"two|\nlines", "2023/24", ""}}

// text is the rows as a text.
func text(separator, newline string) string {
	var b strings.Builder
	for _, r := range rows {
		for i, c := range r {
			if i > 0 {
				b.WriteString(separator)
			}
			if strings.ContainsAny(c, ",;|\t\n\"") {
				c = `"` + strings.ReplaceAll(c, `"`, `""`) + `"`
			}
			b.WriteString(c)
		}
		b.WriteString(newline)
	}
	return b.String()
}

func encoded(t *testing.T, text string, e encoding.Encoding) []byte {
	t.Helper()
	b, err := e.NewEncoder().Bytes([]byte(text))
	if err != nil {
		t.Fatal(err)
	}
	return b
}

// files are the rows in every dialect, packed and not.
func files(t *testing.T) map[string][]byte {
	all := map[string][]byte{}
	for _, separator := range []string{",", ";", "\t", "|"} {
		for _, newline := range []string{"\n", "\r\n", "\r", "\r\r\n"} {
			s := text(separator, newline)
			name := strings.NewReplacer("\n", "LF", "\r", "CR", "\t", "tab").Replace(separator + " " + newline)
			all["UTF-8 "+name] = []byte(s)
			all["UTF-8 with a mark "+name] = []byte("\ufeff" + s)
			all["Windows-1252 "+name] = encoded(t, s, charmap.Windows1252)
			all["UTF-16 "+name] = encoded(t, s, unicode.UTF16(unicode.LittleEndian, unicode.UseBOM))
			all["UTF-16 big-endian "+name] = encoded(t, s, unicode.UTF16(unicode.BigEndian, unicode.UseBOM))
		}
	}
	both := maps.Clone(all)
	for name, content := range all {
		both[name+" .gz"], both[name+" .zip"] = packedIn(t, content)
	}
	return both
}

// packedIn is a text in a gzip and in a zip file.
func packedIn(t *testing.T, content []byte) (gzipped, zipped []byte) {
	t.Helper()
	var g, z bytes.Buffer
	gz, archive := gzip.NewWriter(&g), zip.NewWriter(&z)
	_, err := gz.Write(content)
	w, createErr := archive.Create("folder/table.csv")
	if err = errors.Join(err, gz.Close(), createErr); err == nil {
		_, err = w.Write(content)
	}
	if err = errors.Join(err, archive.Close()); err != nil {
		t.Fatal(err)
	}
	return g.Bytes(), z.Bytes()
}

func isHeader(cells []string) bool {
	return len(cells) == 3 && cells[0] == "Àrea" && cells[2] == "Rate"
}

// TestEveryDialect reads one table in every dialect: as a stream, and in memory
// with and without a header that is known.
func TestEveryDialect(t *testing.T) {
	all := files(t)
	if len(all) < 160 {
		t.Fatalf("only %d files", len(all))
	}
	for name, content := range all {
		fsys := fstest.MapFS{"table": {Data: content}}
		opened, err := Open(fsys, Spec{File: "table", What: "ledger", Columns: map[string]string{"area": "Àrea", "rate": "Rate"}})
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		streamed := [][]string{opened.Header}
		for {
			record, err := opened.Records.Next()
			if err != nil {
				break
			}
			streamed = append(streamed, append([]string(nil), record...))
		}
		if d := cmp.Diff(rows, streamed); d != "" {
			t.Errorf("%s, streamed (-want +got):\n%s", name, d)
		}
		for _, known := range []func([]string) bool{isHeader, nil} {
			var got [][]string
			err := OpenGrids(fsys, GridSpec{File: "table", Limit: 1 << 20, IsHeader: known}, func(grids []*Grid) error {
				return grids[0].Scan(xlsx.Selection{}, func(r *Row) bool {
					got = append(got, append([]string(nil), r.Text[:r.Width]...))
					return true
				})
			})
			if d := cmp.Diff(rows, got); err != nil || d != "" {
				t.Errorf("%s, in memory, header known %v: %v (-want +got):\n%s", name, known != nil, err, d)
			}
		}
	}
}

// TestTextsThatArent names what a file is that gives no grid.
func TestTextsThatArent(t *testing.T) {
	for name, c := range map[string]struct {
		content string
		want    error
		line    int
	}{
		"empty":         {"", ErrEmpty, 0},
		"a web page":    {"<html></html>", ErrNoTable, 0},
		"zero bytes":    {"\x00\x00\x00\x00\x00\x00", ErrZeros, 0},
		"a picture":     {"\x89PNG\x00\x00", ErrNoTable, 0},
		"old":           {"\xd0\xcf\x11\xe0 and so on", ErrOld, 0},
		"NUL":           {"a,b\n1,2\n3,\x004\n", errNUL, 3},
		"two encodings": {"a,b\né,2\n\xe9,4\n", errMixedEncoding, 3},
		"too large":     {strings.Repeat("a,b\n", 1000), ErrTooLarge, 0},
	} {
		err := OpenGrids(fstest.MapFS{"t": {Data: []byte(c.content)}}, GridSpec{File: "t", Limit: 1000}, func([]*Grid) error { return nil })
		if !errors.Is(err, c.want) {
			t.Errorf("%s: %v; want %v", name, err, c.want)
		}
		if text := (*TextError)(nil); c.line > 0 && (!errors.As(err, &text) || text.Line != c.line) {
			t.Errorf("%s: %+v; want line %d", name, text, c.line)
		}
	}
}

// TestBinaryWorkbooks names a workbook whose form isn't read.
func TestBinaryWorkbooks(t *testing.T) {
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for _, name := range []string{"[Content_Types].xml", "xl/workbook.bin", "xl/worksheets/sheet1.bin"} {
		if _, err := z.Create(name); err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	fsys := fstest.MapFS{"l.xlsb": {Data: b.Bytes()}}
	if _, err := Open(fsys, Spec{File: "l.xlsb", What: "ledger"}); err == nil || !strings.Contains(err.Error(), "the ledger is a binary workbook (.xlsb)\n    open it and save it") {
		t.Errorf("got %v", err)
	}
	if err := OpenGrids(fsys, GridSpec{File: "l.xlsb", Limit: 1 << 20}, nil); !errors.Is(err, ErrBinary) {
		t.Errorf("got %v", err)
	}
}

// TestPartsInUTF16 names the part of a workbook that is in UTF-16.
func TestPartsInUTF16(t *testing.T) {
	for name, c := range map[string]struct{ part, text string }{
		"the sheet":                 {"xl/worksheets/sheet1.xml", "\xff\xfe<\x00?\x00x\x00m\x00l\x00"},
		"the workbook":              {"xl/workbook.xml", "\xfe\xff\x00<\x00?"},
		"no mark":                   {"_rels/.rels", "<\x00?\x00"},
		"a sheet without a mark":    {"xl/worksheets/sheet1.xml", "<\x00?\x00x\x00m\x00l\x00"},
		"one that begins otherwise": {"xl/worksheets/sheet1.xml", "\x00<\x00?\x00x\x00m\x00l"},
	} {
		parts := map[string]string{
			"_rels/.rels":                `<Relationships><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
			"xl/workbook.xml":            `<workbook xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="S" r:id="r1"/></sheets></workbook>`,
			"xl/_rels/workbook.xml.rels": `<Relationships><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
			"xl/worksheets/sheet1.xml":   `<worksheet><sheetData/></worksheet>`,
		}
		parts[c.part] = c.text
		var b bytes.Buffer
		z := zip.NewWriter(&b)
		for part, text := range parts {
			w, err := z.Create(part)
			if err == nil {
				_, err = io.WriteString(w, text)
			}
			if err != nil {
				t.Fatal(err)
			}
		}
		if err := z.Close(); err != nil {
			t.Fatal(err)
		}
		_, err := Open(fstest.MapFS{"l.xlsx": {Data: b.Bytes()}}, Spec{File: "l.xlsx", What: "ledger"})
		if want := "the ledger's part " + c.part + " is in UTF-16; those of a workbook are in UTF-8"; err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%s: %v", name, err)
		}
		err = OpenGrids(fstest.MapFS{"l.xlsx": {Data: b.Bytes()}}, GridSpec{File: "l.xlsx", Limit: 1 << 20}, func(grids []*Grid) error {
			return grids[0].Scan(xlsx.Selection{}, func(*Row) bool { return true })
		})
		if !errors.Is(err, ErrUTF16) || !strings.Contains(err.Error(), "the workbook's part "+c.part+" is in UTF-16") {
			t.Errorf("%s, as a grid: %v", name, err)
		}
	}
}

// TestCoverSheets says that the header was looked for on the first sheet alone.
func TestCoverSheets(t *testing.T) {
	content := workbookOf(t, func(f *excelize.File) {
		if _, err := f.NewSheet("Ledger"); err != nil {
			t.Fatal(err)
		}
		for cell, text := range map[string]string{"A1": "Cost centre", "B1": "Amount", "A2": "N1", "B2": "1.00"} {
			if err := f.SetCellValue("Ledger", cell, text); err != nil {
				t.Fatal(err)
			}
		}
		if err := f.SetCellValue("Sheet1", "A1", "Ledger of the council, 2025/26"); err != nil {
			t.Fatal(err)
		}
	})
	spec := Spec{File: "l.xlsx", What: "ledger", Members: true, Columns: map[string]string{"cost_centre": "Cost centre", "amount": "Amount"}}
	fsys := fstest.MapFS{"l.xlsx": {Data: content}}
	_, err := Open(fsys, spec)
	if err == nil || !strings.Contains(err.Error(), `apr looked on the first sheet, "Sheet1", of: Sheet1, Ledger; if it is another, name it, as in sheet: Ledger`) {
		t.Errorf("got %v", err)
	}
	spec.Sheet = "ledger"
	if _, err := Open(fsys, spec); err != nil {
		t.Error(err)
	}
}
