package workbook

import (
	"archive/zip"
	"bytes"
	"errors"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/xuri/excelize/v2"

	"apr/internal/source"
)

// Each file that can't be read gives one whole message.
func TestBadInput(t *testing.T) {
	compound := func(stream string) []byte {
		return append(append([]byte{0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1}, make([]byte, 512)...), utf16(stream)...)
	}
	nearly := sample()
	nearly[0] = []any{"Lookup", "Year", "Time Period", "Partnership", "Indicator", "Estimate", "Numerator", "Denominator", "Result"}
	mangled := sample()
	for _, r := range mangled[1:] {
		r[1] = "2122/23"
	}
	for name, c := range map[string]struct {
		file string
		fsys fstest.MapFS
		want string
	}{
		"no such file": {"data/w.xlsx", fstest.MapFS{"data/notes.txt": {}},
			"data/w.xlsx: there is no such file; expected the core suite workbook of Public Health Scotland\n" +
				"    check its name; in apr.yaml it is the path from the project folder"},
		"no such file, but one like it": {"data/Core_Jul2026.xlsx", fstest.MapFS{"data/Core_Jun2026.xlsx": {}},
			"data/Core_Jul2026.xlsx: there is no such file; expected the core suite workbook of Public Health Scotland\n" +
				"    did you mean \"data/Core_Jun2026.xlsx\"?"},
		"an empty file": {"w.xlsx", fstest.MapFS{"w.xlsx": {}},
			"w.xlsx: the file is empty; expected an Excel workbook (.xlsx)\n" +
				"    download or copy the workbook again"},
		"not a workbook": {"w.xlsx", fstest.MapFS{"w.xlsx": {Data: []byte("<html>Sign in</html>")}},
			"w.xlsx: this isn't an Excel workbook (.xlsx), or it is damaged\n" +
				"    open it in a spreadsheet program and save it as .xlsx, or download it again"},
		"a password": {"w.xlsx", fstest.MapFS{"w.xlsx": {Data: compound("EncryptedPackage")}},
			"w.xlsx: the workbook is protected with a password\n" +
				"    save a copy without the password and name that in apr.yaml"},
		"the old format": {"w.xls", fstest.MapFS{"w.xls": {Data: compound("Workbook")}},
			"w.xls: this is a workbook in the old .xls format; apr reads .xlsx and .csv\n" +
				"    open it and save it as an Excel workbook (.xlsx)"},
		"too large": {"w.xlsx", fstest.MapFS{"w.xlsx": {Data: bomb(t)}},
			"w.xlsx: the workbook unpacks to more than 64 MB; apr doesn't read it\n" +
				"    make sure that it is the right file: the core suite workbook of Public Health Scotland unpacks to less than 20 MB"},
		"a zip of something else": {"w.xlsx", fstest.MapFS{"w.xlsx": {Data: zipped(t, "readme.pdf", "hello")}},
			"w.xlsx: this is a zip file, but not an Excel workbook (.xlsx)\n" +
				"    unpack it, or save the workbook as .xlsx, and name that in apr.yaml"},
		"no table": {"w.xlsx", book(t, cells{{"Select partnership", "Falkirk"}}, func(f *excelize.File) {
			if _, err := f.NewSheet("Empty"); err != nil {
				t.Fatal(err)
			}
			set(t, f, "List", 1, cells{{"Area"}, {"Fife"}})
			if err := f.SetSheetVisible("List", false); err != nil {
				t.Fatal(err)
			}
		}),
			"w.xlsx: no table of indicators: apr looked for a row with the column heads Year, Partnership, Indicator and Rate (or Value);" +
				" it found sheet \"Data\" with \"Select partnership\", \"Falkirk\" in row 1; sheet \"Empty\" with no column heads;" +
				" sheet \"List\" (hidden) with \"Area\" in row 1\n" +
				"    use the management information workbook of Public Health Scotland, whose sheet Data has the table"},
		"a head is missing": {"w.xlsx", book(t, nearly, nil),
			"w.xlsx: no table of indicators: apr looked for a row with the column heads Year, Partnership, Indicator and Rate (or Value);" +
				" it found sheet \"Data\" with \"Lookup\", \"Year\", \"Time Period\", \"Partnership\", \"Indicator\", \"Estimate\", \"Numerator\", \"Denominator\", \"Result\" in row 1\n" +
				"    row 1 of sheet \"Data\" lacks only Rate (or Value): give the column that head"},
		"a CSV file without heads": {"w.csv", csvFS("a,b\n1,2\n"),
			"w.csv: no table of indicators: apr looked for a row with the column heads Year, Partnership, Indicator and Rate (or Value);" +
				" the first rows have \"a\", \"b\" in row 1\n" +
				"    use the management information workbook of Public Health Scotland, whose sheet Data has the table"},
		"heads and nothing under them": {"w.xlsx", book(t, sample()[:1], nil),
			"w.xlsx!Data: sheet \"Data\" has the column heads in row 1 and no annual values of NI1 to NI23 under them\n" +
				"    use the management information workbook of Public Health Scotland"},
		"nothing usable under them": {"w.xlsx", book(t, mangled[:3], nil),
			"w.xlsx!Data: sheet \"Data\" has the column heads in row 1 and no annual values of NI1 to NI23 under them\n" +
				"    use the management information workbook of Public Health Scotland\n" +
				"w.xlsx!Data!B2: NI3: \"2122/23\" is not a year; expected the form 2025/26 or 2025; its rows are left out (and 1 more row)\n" +
				"    correct the year in the workbook, or ask Public Health Scotland for a corrected release"},
		"a sheet in UTF-16": {"w.xlsx", fstest.MapFS{"w.xlsx": {Data: sheetOf(t, "\xff\xfe<\x00?\x00x\x00m\x00l\x00")}},
			"w.xlsx: the workbook's part xl/worksheets/sheet1.xml is in UTF-16; those of a workbook are in UTF-8\n" +
				"    open it and save it as an Excel workbook (.xlsx), or as CSV"},
		"a sheet that breaks off": {"w.xlsx", fstest.MapFS{"w.xlsx": {Data: sheetOf(t, `<worksheet><sheetData><row r="1"><c r="A1"><v>7</v>`)}},
			"w.xlsx: the workbook is damaged: sheet \"Data\": the sheet's XML ends before its rows do\n" +
				"    open it in a spreadsheet program and save it again, or download it again"},
	} {
		w, err := Read(c.fsys, c.file)
		var input *source.InputError
		if w != nil || !errors.As(err, &input) {
			t.Errorf("%s: got %v, %v; want an InputError", name, w, err)
			continue
		}
		if err.Error() != c.want {
			t.Errorf("%s: got\n%s\nwant\n%s", name, err, c.want)
		}
	}
}

// A sheet in UTF-16 that is read later is named as well.
func TestSheetsInUTF16(t *testing.T) {
	sheets, err := OpenSheets(fstest.MapFS{"m.xlsx": {Data: sheetOf(t, "<\x00?\x00x\x00m\x00l\x00")}}, "m.xlsx", func([]string) bool { return true })
	if err != nil || len(sheets) != 1 {
		t.Fatalf("%d sheets, %v", len(sheets), err)
	}
	err = sheets[0].Rows(func(SheetRow) bool { return true })
	if want := `m.xlsx: the sheet "Data" is in UTF-16; those of a workbook are in UTF-8`; err == nil || !strings.Contains(err.Error(), want) {
		t.Errorf("got %v; want %s", err, want)
	}
}

// utf16 is ASCII in UTF-16.
func utf16(s string) []byte {
	var b []byte
	for _, c := range []byte(s) {
		b = append(b, c, 0)
	}
	return b
}

func zipped(t testing.TB, name, text string) []byte {
	t.Helper()
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	w, err := z.Create(name)
	if err == nil {
		_, err = w.Write([]byte(text))
	}
	if err = errors.Join(err, z.Close()); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// bomb is a file that says it unpacks to 1 GB.
func bomb(t testing.TB) []byte {
	t.Helper()
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	_, err := z.CreateRaw(&zip.FileHeader{Name: "xl/worksheets/sheet1.xml", Method: zip.Deflate, UncompressedSize64: 1 << 30})
	if err = errors.Join(err, z.Close()); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// sheetOf is a workbook whose sheet has this XML.
func sheetOf(t testing.TB, xml string) []byte {
	t.Helper()
	f := excelize.NewFile()
	defer f.Close()
	if err := f.SetSheetName("Sheet1", "Data"); err != nil {
		t.Fatal(err)
	}
	whole, err := zip.NewReader(bytes.NewReader(bytesOf(t, f)), int64(len(bytesOf(t, f))))
	if err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for _, part := range whole.File {
		if strings.HasPrefix(part.Name, "xl/worksheets/sheet") {
			w, err := z.Create(part.Name)
			if err == nil {
				_, err = io.WriteString(w, xml)
			}
			if err != nil {
				t.Fatal(err)
			}
			continue
		}
		if err := z.Copy(part); err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// TestLargeFilesStayUnread names files whose size alone says that they aren't the
// workbook.
func TestLargeFilesStayUnread(t *testing.T) {
	dir := t.TempDir()
	for name, size := range map[string]int64{"w.xlsx": maxUnzipped + 1, "w.csv": 1 << 36} {
		f, err := os.Create(filepath.Join(dir, name))
		if err == nil {
			err = errors.Join(f.Truncate(size), f.Close()) // takes no room
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if _, err := Read(os.DirFS(dir), "."); err == nil || !strings.Contains(err.Error(), "CSV files have more than 64 MB") && !strings.Contains(err.Error(), "w.csv: the file") {
		t.Errorf("the folder: %v", err)
	}
	for _, name := range []string{"w.xlsx", "w.csv"} {
		if _, err := Read(os.DirFS(dir), name); err == nil || !strings.Contains(err.Error(), name+": the file has more than 64 MB") {
			t.Errorf("Read: %v", err)
		}
		if _, err := OpenSheets(os.DirFS(dir), name, nil); err == nil || !strings.Contains(err.Error(), "the file has more than 64 MB") {
			t.Errorf("OpenSheets: %v", err)
		}
	}
}

// TestTablesOfManyRows reads as many rows as there may be, and refuses one more.
func TestTablesOfManyRows(t *testing.T) {
	if testing.Short() {
		t.Skip("left out by -short: tables of 200,000 rows")
	}
	text := "Partnership,Indicator,Year,Rate\n" + strings.Repeat("Fife,NI12,2024/25,5\n", maxRows)
	if _, err := Read(fstest.MapFS{"w.csv": {Data: []byte(text)}}, "w.csv"); err != nil {
		t.Error(err)
	}
	_, err := Read(fstest.MapFS{"w.csv": {Data: []byte(text + "Fife,NI12,2023/24,5\n")}}, "w.csv")
	if err == nil || !strings.Contains(err.Error(), "w.csv: the table has more than 200,000 rows") {
		t.Errorf("got %v", err)
	}
}

// TestDashboardsThatDontEnd reads a dashboard with more cells than are looked at.
func TestDashboardsThatDontEnd(t *testing.T) {
	text := "Fife,,\nIndicator,2023/24,2024/25\nNI12,5,6\n" + strings.Repeat("and so on,,\n", maxDashboardCells)
	w, err := Read(fstest.MapFS{"w.csv": {Data: []byte(text)}}, "w.csv")
	if err != nil {
		t.Fatal(err)
	}
	if len(w.Observations) != 2 || !slices.ContainsFunc(w.Problems, func(p *source.Problem) bool {
		return strings.Contains(p.Message, "is too large for one and read above row")
	}) {
		t.Errorf("%d observations, problems: %v", len(w.Observations), w.Problems)
	}
}
