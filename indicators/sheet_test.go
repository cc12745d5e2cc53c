package indicators

import (
	"bytes"
	"fmt"
	"io/fs"
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/xuri/excelize/v2"
)

// scanned is a sheet's cells, row by row, as scanSheet reads them.
func scanned(t testing.TB, content []byte, sheet string) map[int][]string {
	t.Helper()
	grids, err := openWorkbook("w.xlsx", content)
	if err != nil {
		t.Fatal(err)
	}
	rows := map[int][]string{}
	for _, g := range grids {
		if g.sheet != sheet {
			continue
		}
		if err := g.scan(selection{}, func(r *row) bool {
			if r.width > 0 {
				rows[r.number] = append([]string(nil), r.text[:r.width]...)
			}
			return true
		}); err != nil {
			t.Fatal(err)
		}
	}
	return rows
}

// excelized is the same as excelize reads it.
func excelized(t testing.TB, content []byte, sheet string) map[int][]string {
	t.Helper()
	f, err := excelize.OpenReader(bytes.NewReader(content), excelize.Options{RawCellValue: true})
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	it, err := f.Rows(sheet)
	if err != nil {
		t.Fatal(err)
	}
	defer it.Close()
	rows := map[int][]string{}
	for n := 1; it.Next(); n++ {
		columns, err := it.Columns()
		if err != nil {
			t.Fatal(err)
		}
		for len(columns) > 0 && columns[len(columns)-1] == "" {
			columns = columns[:len(columns)-1] // formulas without a value
		}
		if len(columns) > 0 {
			rows[n] = columns
		}
	}
	return rows
}

func TestScannerReadsWhatExcelizeReads(t *testing.T) {
	content, err := fs.ReadFile(exampleFS, exampleName)
	if err != nil {
		t.Fatal(err)
	}
	for _, sheet := range []string{"Cover", "Notes", "Profile", "Data"} {
		got, want := scanned(t, content, sheet), excelized(t, content, sheet)
		if len(want) == 0 {
			t.Errorf("sheet %q has no rows", sheet)
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("sheet %q (-excelize +scanner):\n%.2000s", sheet, diff)
		}
	}
}

// Random cells of every kind, written by excelize, are read alike.
func TestScannerReadsRandomSheetsAsExcelizeDoes(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	texts := []string{"NI1", " leading", "a & b <c> \"d\"", "Cùram is Slàinte", "line\nbreak", "_x000D_", "_x_", "*", "#N/A", "0.572", "]]>", "\u00a0"}
	value := func() any {
		switch random.IntN(7) {
		case 0:
			return random.Float64() * 1e6
		case 1:
			return random.IntN(3000)
		case 2:
			return random.IntN(2) == 0
		case 3:
			return nil
		case 4:
			return []excelize.RichTextRun{{Text: "rich "}, {Text: "text & more", Font: &excelize.Font{Bold: true}}}
		}
		return texts[random.IntN(len(texts))]
	}
	for range 20 {
		f := excelize.NewFile()
		for range 60 {
			cell := cellName(random.IntN(30), 1+random.IntN(40))
			var err error
			switch v := value().(type) {
			case []excelize.RichTextRun:
				err = f.SetCellRichText("Sheet1", cell, v)
			default:
				err = f.SetCellValue("Sheet1", cell, v)
			}
			if err != nil {
				t.Fatal(err)
			}
		}
		content := bytesOf(t, f)
		if diff := cmp.Diff(excelized(t, content, "Sheet1"), scanned(t, content, "Sheet1")); diff != "" {
			t.Errorf("(-excelize +scanner):\n%s", diff)
		}
		f.Close()
	}
}

// scanText scans a sheet's XML and shows it as "row: col=text …".
func scanText(xml string, strs ...string) (string, error) {
	var table strings.Builder
	for _, s := range strs {
		table.WriteString("<si>" + s + "</si>")
	}
	shared, err := newSharedStrings([]byte("<sst>" + table.String() + "</sst>"))
	if err != nil {
		return "", err
	}
	var b strings.Builder
	err = scanSheet([]byte(xml), shared, selection{}, func(r *row) bool {
		fmt.Fprintf(&b, "%d:", r.number)
		for column, text := range r.text[:r.width] {
			if text != "" {
				fmt.Fprintf(&b, " %s=%s", columnName(column), text)
			}
		}
		b.WriteString("\n")
		return true
	})
	return b.String(), err
}

func TestScannerKnowsTheFormsOfXML(t *testing.T) {
	for name, c := range map[string]struct{ xml, want string }{
		"types": {`<sheetData><row r="3"><c r="A3" t="s"><v>0</v></c><c r="B3" t="str"><f>A1&amp;"x"</f><v>a &lt; b</v></c><c r="C3" t="e"><v>#N/A</v></c><c r="D3" t="b"><v>1</v></c><c r="E3"><v>1.5E-2</v></c><c r="F3" t="inlineStr"><is><t>inline</t></is></c></row></sheetData>`,
			"3: A=first B=a < b C=#N/A D=1 E=1.5E-2 F=inline\n"},
		"without names of cells and rows": {`<sheetData><row><c><v>1</v></c><c/><c><v>2</v></c></row><row><c><v>3</v></c></row></sheetData>`,
			"1: A=1 C=2\n2: A=3\n"},
		"prefixes":             {`<x:worksheet><x:sheetData><x:row r="1"><x:c r="B1"><x:v>7</x:v></x:c></x:row></x:sheetData></x:worksheet>`, "1: B=7\n"},
		"single quotes":        {`<sheetData><row r='2'><c r='C2' t='s'><v>1</v></c></row></sheetData>`, "2: C=rich text\n"},
		"blanks":               {"<sheetData >\n<row\tr = \"2\" ><c r=\"A2\"\n><v >7</v ></c ></row >\n</sheetData >", "2: A=7\n"},
		"a > in an attribute":  {`<sheetData><row r="1" x="a>b"><c r="A1"><v>7</v></c></row></sheetData>`, "1: A=7\n"},
		"comments and CDATA":   {`<!-- <row> --><sheetData><row r="1"><!-- <c r="A1"> --><c r="A1" t="str"><v>a<!-- no --><![CDATA[<b>&]]>c</v></c></row></sheetData>`, "1: A=a<b>&c\n"},
		"character references": {`<sheetData><row r="1"><c r="A1" t="str"><v>&#65;&#x42;&nbsp;&amp;&</v></c></row></sheetData>`, "1: A=AB&nbsp;&&\n"},
		"empty":                {`<sheetData/>`, ""},
		"empty rows and cells": {`<sheetData><row r="5"/><row r="6"><c r="A6" s="1"/><c r="B6"><v/></c><c r="C6"><v></v></c></row></sheetData>`, "6:\n"},
		"no sheetData":         {`<chartsheet/>`, ""},
		"rows beyond":          {`<sheetData></sheetData><row r="1"><c r="A1"><v>7</v></c></row>`, ""},
		"phonetic guides":      {`<sheetData><row r="1"><c r="A1" t="s"><v>2</v></c></row></sheetData>`, "1: A=word\n"},
	} {
		got, err := scanText(c.xml, "<t>first</t>", "<r><t>rich</t></r><r><rPr/><t xml:space=\"preserve\"> text</t></r>", "<t>word</t><rPh><t>guide</t></rPh>")
		if err != nil || got != c.want {
			t.Errorf("%s: got %q, %v; want %q", name, got, err, c.want)
		}
	}
}

func TestScannerLeavesOutWhatIsNotWanted(t *testing.T) {
	const xml = `<sheetData><row r="1"><c r="A1"><v>1</v></c><c r="B1"><v>2</v></c><c r="C1"><v>3</v></c></row>` +
		`<row r="2"><c r="A2"><v>drop</v></c><c r="B2" t="str"><!-- </row> --><v><![CDATA[</c></row>]]></v></c></row>` +
		`<row r="3"><c r="A3"><v>4</v></c><c r="B3" t="s"><v>999</v></c><c r="C3"><v>5</v></c></row></sheetData>`
	var got []string
	err := scanSheet([]byte(xml), &sharedStrings{}, selection{
		columns: []bool{true, false, true},
		drop:    func(_ int, text string) bool { return text == "drop" },
	}, func(r *row) bool {
		got = append(got, strings.Join(r.text[:r.width], ","))
		return true
	})
	if want := "1,,3 4,,5"; err != nil || strings.Join(got, " ") != want {
		t.Errorf("got %q, %v; want %q", got, err, want)
	}
}

// However a dropped row and an unwanted cell are written, the next row is read.
func TestScannerGoesOnBehindWhatIsNotWanted(t *testing.T) {
	for _, dropped := range []string{
		`<row r="1"><c r="A1" s="0"><v>drop</v></c><c r="B1"><v>2</v></c></row>`,
		`<row r="1"><c r="A1"><v>drop</v></c><c r="B1" t="str"><v>a w, row></v></c></row>`,
		`<row r="1"><c r="A1"><v>drop</v></c><c r="B1" t="str"><v>2</v></c></row >`,
		`<row r="1"><c r="A1"><v>drop</v></c><!-- </row> --><c r="B1"><v>2</v></c></row>`,
		`<row r="1"><c r="A1"><v>drop</v></c><c r="B1" t="str"><v><![CDATA[</row>]]></v></c></row>`,
		`<row r="1"><c r="A1"><v>drop</v></c><?x </row>?></row>`,
		`<x:row r="1"><x:c r="A1"><x:v>drop</x:v></x:c><x:c r="B1"><x:v>2</x:v></x:c></x:row>`,
		`<row r="1"><c r="B1"><v>2</v></c><c r="A1"><v>drop</v></c></row>`,
		`<row r="1"><c r="B1"><v >2</v ></c ><c r="A1"><v>drop</v></c></row>`,
		`<row r="1"><c r="B1"><f>1+1</f><v>2</v></c><c r="A1"><v>drop</v></c></row>`,
		`<row r="1"><c r="B1" t="inlineStr"><is><t>2</t></is></c><c r="A1"><v>drop</v></c></row>`,
		`<row r="1" x="y>z"><c x='"' r="B1"><!-- <v>drop</v></c> --><v>2</v></c><c r="A1"><v>drop</v></c></row>`,
	} {
		xml := `<sheetData>` + dropped + `<row r="2"><c r="A2"><v>4</v></c><c r="B2"><v>5</v></c></row></sheetData>`
		var got []string
		err := scanSheet([]byte(xml), &sharedStrings{}, selection{
			columns: []bool{true}, drop: func(_ int, text string) bool { return text == "drop" },
		}, func(r *row) bool {
			got = append(got, fmt.Sprint(r.number, r.text[:r.width]))
			return true
		})
		if want := "2 [4]"; err != nil || strings.Join(got, "; ") != want {
			t.Errorf("%s: got %q, %v; want %q", dropped, got, err, want)
		}
	}
}

func TestScannerRefusesDamage(t *testing.T) {
	for xml, want := range map[string]string{
		`<sheetData><row r="1"><c r="A1"><v>7`:                              "ends before its rows do",
		`<sheetData><row r="1"><c r="A1"><v>7</v></c></row>`:                "ends before its rows do",
		`<sheetData><row r="1`:                                              "ends inside a tag",
		`<sheetData><row r="1"><c r="A1><v>7</v></c></row></sheetData>`:     "ends inside a tag",
		`<sheetData><row r="one"></row></sheetData>`:                        "not a row number",
		`<sheetData><row r="1"><c r="11"><v>7</v></c></row></sheetData>`:    `"11" is not a cell`,
		`<sheetData><row r="1"><c r="A"><v>7</v></c></row></sheetData>`:     `"A" is not a cell`,
		`<sheetData><row r="1"><c r="ZZZZ1"><v>7</v></c></row></sheetData>`: `"ZZZZ1" is not a cell`,
		`<sheetData><row r="1"><c r="XFE1"><v>7</v></c></row></sheetData>`:  "more columns",
		`<sheetData><row r="1"><c t="s"><v>9</v></c></row></sheetData>`:     "shared string",
		"\xff\xfe<\x00": "not in UTF-8",
	} {
		if _, err := scanText(xml, "<t>first</t>"); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%q: got %v; want %q", xml, err, want)
		}
	}
}

func TestColumnNames(t *testing.T) {
	for column, want := range map[int]string{0: "A", 8: "I", 25: "Z", 26: "AA", 701: "ZZ", 702: "AAA", 16383: "XFD"} {
		if got := columnName(column); got != want {
			t.Errorf("column %d is %s; want %s", column, got, want)
		}
		if got, err := columnOf([]byte(want + "12")); err != nil || got != column {
			t.Errorf("%s12 is in column %d, %v; want %d", want, got, err, column)
		}
	}
}

// FuzzScanSheet looks for XML that the scanner doesn't survive.
func FuzzScanSheet(f *testing.F) {
	f.Add(`<sheetData><row r="1"><c r="A1" t="s"><v>0</v></c></row></sheetData>`)
	f.Add(`<x:sheetData><x:row><x:c t='inlineStr'><x:is><x:t>a&#65;<![CDATA[b]]></x:t></x:is></x:c></x:row></x:sheetData>`)
	f.Add(`<sheetData><row r="2" a="`)
	f.Add(`<sheetData><row r="1"><c r="B2"><f>1</f><v/></c></row></sheetData><mergeCells><mergeCell ref="A1:B9"/></mergeCells>`)
	f.Fuzz(func(t *testing.T, xml string) {
		shared, err := newSharedStrings([]byte(xml))
		if err != nil {
			shared = &sharedStrings{}
		}
		for _, m := range mergedCells([]byte(xml)) {
			if m.top > m.bottom || m.left > m.right || m.top < 1 || m.right >= maxColumns {
				t.Fatalf("cells from %d,%d to %d,%d", m.left, m.top, m.right, m.bottom)
			}
		}
		last := 0
		want := selection{columns: []bool{true, false, true}, drop: func(_ int, text string) bool { return text == "Q1" }}
		_ = scanSheet([]byte(xml), shared, want, func(*row) bool { return true })
		_ = scanSheet([]byte(xml), shared, selection{}, func(r *row) bool {
			if r.number < 1 || r.width > maxColumns || r.width > len(r.text) {
				t.Fatalf("row %d has %d columns", r.number, r.width)
			}
			last++
			return true
		})
		if last > len(xml) {
			t.Fatalf("%d rows from %d bytes", last, len(xml))
		}
	})
}
