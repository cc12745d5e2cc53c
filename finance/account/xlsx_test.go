package account

import (
	"archive/zip"
	"bytes"
	"context"
	"fmt"
	"maps"
	"math/rand/v2"
	"reflect"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"github.com/xuri/excelize/v2"

	"apr/finance"
	"apr/finance/internal/ledgertest"
	"apr/finance/ledger"
	"apr/internal/rounds"
	"apr/internal/table"
	"apr/internal/table/xlsx/sheettest"
)

// packageParts are the parts of a workbook with one sheet, Ledger. Properties are
// the attributes of workbookPr, strs the insides of the shared strings.
func packageParts(properties string, strs []string, sheetXML string) map[string]string {
	const (
		head     = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>` + "\n"
		main     = `xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"`
		office   = `http://schemas.openxmlformats.org/officeDocument/2006/relationships`
		packages = `http://schemas.openxmlformats.org/package/2006/`
		kind     = `application/vnd.openxmlformats-officedocument.spreadsheetml.`
	)
	parts := map[string]string{
		"[Content_Types].xml": head + `<Types xmlns="` + packages + `content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>` +
			`<Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="` + kind + `sheet.main+xml"/>` +
			`<Override PartName="/xl/worksheets/sheet1.xml" ContentType="` + kind + `worksheet+xml"/><Override PartName="/xl/sharedStrings.xml" ContentType="` + kind + `sharedStrings+xml"/></Types>`,
		"_rels/.rels":     head + `<Relationships xmlns="` + packages + `relationships"><Relationship Id="rId1" Type="` + office + `/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
		"xl/workbook.xml": head + `<workbook ` + main + ` xmlns:r="` + office + `"><workbookPr` + properties + `/><sheets><sheet name="Ledger" sheetId="1" r:id="rId1"/></sheets></workbook>`,
		"xl/_rels/workbook.xml.rels": head + `<Relationships xmlns="` + packages + `relationships"><Relationship Id="rId1" Type="` + office + `/worksheet" Target="worksheets/sheet1.xml"/>` +
			`<Relationship Id="rId2" Type="` + office + `/sharedStrings" Target="sharedStrings.xml"/></Relationships>`,
		"xl/worksheets/sheet1.xml": head + `<worksheet ` + main + `>` + sheetXML + `</worksheet>`,
	}
	table := head + `<sst ` + main + `>`
	for _, s := range strs {
		table += "<si>" + s + "</si>"
	}
	parts["xl/sharedStrings.xml"] = table + "</sst>"
	return parts
}

// packageOf packs parts in order of their names.
func packageOf(tb testing.TB, parts map[string]string) []byte {
	var pairs []string
	for _, name := range slices.Sorted(maps.Keys(parts)) {
		pairs = append(pairs, name, parts[name])
	}
	return zipped(tb, pairs...)
}

// bothReaders computes the account of a workbook as a stream and through
// excelize: it must be the same to the cell, and so must be every record.
func bothReaders(t *testing.T, data []byte, spec finance.Spec) (*finance.Account, error) {
	t.Helper()
	fsys := fstest.MapFS{spec.Ledgers[0].File: {Data: data}}
	want, wantErr := compute(context.Background(), fsys, spec, ledger.Reading{Excelize: true})
	got, err := Compute(context.Background(), fsys, spec)
	if fmt.Sprint(err) != fmt.Sprint(wantErr) {
		t.Errorf("as a stream: %v\nthrough excelize: %v", err, wantErr)
	} else if !reflect.DeepEqual(got, want) {
		t.Errorf("as a stream\n%+v\nthrough excelize\n%+v", got, want)
	}
	if a, b := allRecords(fsys, &spec.Ledgers[0], false), allRecords(fsys, &spec.Ledgers[0], true); !slices.Equal(a, b) {
		t.Errorf("as a stream\n%q\nthrough excelize\n%q", a, b)
	}
	return got, err
}

// allRecords are the records of a ledger that aren't blank, with their places.
func allRecords(fsys fstest.MapFS, l *finance.LedgerSpec, excelize bool) (all []string) {
	spec := ledger.TableOf(l, nil)
	spec.Excelize = excelize
	t, err := table.Open(fsys, spec)
	if err != nil {
		return nil // which bothReaders compares
	}
	defer t.Close()
	for {
		record, err := t.Records.Next()
		if err != nil {
			return append(all, err.Error())
		}
		for i, text := range record {
			if text != "" {
				all = append(all, fmt.Sprintf("%v=%s", t.Records.Position(i), text))
			}
		}
	}
}

func TestStreamEqualsExcelizeInRandomLedgers(t *testing.T) {
	for seed := range rounds.Of(t, uint64(60)) {
		r := rand.New(rand.NewPCG(seed, 5))
		d, rows := ledgertest.RandomDialect(r), ledgertest.RandomRows(r)
		d.Workbook = true
		data, _ := d.Render(t, r, rows)
		if _, err := bothReaders(t, data, ledgertest.DialectSpec(d)); err != nil || t.Failed() {
			t.Fatalf("seed %d, %s: %v", seed, d, err)
		}
	}
}

// Cells are written in many ways by the programs that save workbooks; what a
// script of bytes makes of them is read alike.
func TestStreamEqualsExcelizeInEveryFormOfCell(t *testing.T) {
	for seed := range rounds.Of(t, uint64(150)) {
		r := rand.New(rand.NewPCG(seed, 6))
		script := make([]byte, 30+r.IntN(300))
		for i := range script {
			script[i] = byte(r.Uint32())
		}
		if bothReaders(t, scripted(t, script), one(ledgertest.Columns)); t.Failed() {
			t.Fatalf("seed %d:\n%s", seed, scriptedSheet(script))
		}
	}
}

func FuzzWorkbookLedger(f *testing.F) {
	f.Add([]byte("a ledger in a workbook, each of whose bytes makes a cell"))
	f.Add([]byte{0, 8, 16, 1, 9, 17, 2, 10, 18, 3, 11, 19, 4, 12, 20, 5, 13, 21, 6, 14, 22, 7, 15, 23, 255, 254, 253})
	f.Fuzz(func(t *testing.T, script []byte) {
		if len(script) < 2000 {
			bothReaders(t, scripted(t, script), one(ledgertest.Columns))
		}
	})
}

func scripted(tb testing.TB, script []byte) []byte {
	return packageOf(tb, packageParts("", sheettest.Strings, scriptedSheet(script)))
}

// scriptedSheet makes a sheet under the heads of columns.
func scriptedSheet(script []byte) string {
	return `<sheetData><row r="1"><c t="inlineStr"><is><t>Cost centre</t></is></c><c t="inlineStr"><is><t>Account</t></is></c><c t="inlineStr"><is><t>Amount</t></is></c></row>` +
		sheettest.Rows(script, 2) + `</sheetData>`
}

// Excel for the Macintosh counted days from 1904, and a workbook that was begun
// there still does.
func TestDatesCountedFrom1904(t *testing.T) {
	spec := one(map[string]string{"cost_centre": "Cost centre", "date": "Posted", "period": "Month", "amount": "Amount"})
	march, april := time.Date(2026, time.March, 31, 0, 0, 0, 0, time.UTC), time.Date(2026, time.April, 1, 9, 30, 0, 0, time.UTC)
	for _, from1904 := range []bool{false, true} {
		f := excelize.NewFile()
		if err := f.SetWorkbookProps(&excelize.WorkbookPropsOptions{Date1904: &from1904}); err != nil {
			t.Fatal(err)
		}
		for i, row := range [][]any{{"Cost centre", "Posted", "Month", "Amount"}, {"A1", march, march, 1}, {"A1", april, march, 2}, {"A1", "31/03/2026", "P12", 3}, {"A1", march, april, 4}} {
			if err := f.SetSheetRow("Sheet1", fmt.Sprint("A", i+1), &row); err != nil {
				t.Fatal(err)
			}
		}
		b, err := f.WriteToBuffer()
		if err != nil {
			t.Fatal(err)
		}
		a, err := bothReaders(t, b.Bytes(), spec)
		if err != nil {
			t.Fatal(err)
		}
		if len(a.Problems) != 1 || a.Problems[0].Code != finance.CodeOutsideYear || a.Problems[0].Position.Cell != "B3" || !strings.HasPrefix(a.Problems[0].Message, "2 lines") {
			t.Errorf("from 1904 is %v: got %s", from1904, messages(a.Problems))
		}
	}
}

// A formula whose value nobody has worked out isn't a blank.
func TestFormulasWithoutValues(t *testing.T) {
	book := packageOf(t, packageParts("", nil, `<sheetData><row><c t="inlineStr"><is><t>Cost centre</t></is></c><c t="inlineStr"><is><t>Account</t></is></c><c t="inlineStr"><is><t>Amount</t></is></c></row>`+
		`<row><c><v>1</v></c><c><f>A2</f></c><c><v>2.00</v></c></row><row><c><v>1</v></c><c><v>2</v></c><c><f>C2*2</f></c></row><row><c><v>1</v></c><c><v>2</v></c><c t="str"><f>""</f><v></v></c></row></sheetData>`))
	_, err := Compute(context.Background(), ledgertest.Files("data/council.csv", string(book)), one(ledgertest.Columns))
	checkInputError(t, err, `
malformed-amount data/council.csv!Ledger!C3: "" in the column Amount isn't an amount: it is a formula without its value
    open the workbook in a spreadsheet program, which works the value out, and save it again
`)
}

// What the stream declines excelize reads; what neither can read is refused.
func TestFormsOfPackages(t *testing.T) {
	const rows = `<sheetData><row><c t="inlineStr"><is><t>Cost centre</t></is></c><c t="inlineStr"><is><t>Account</t></is></c><c t="inlineStr"><is><t>Amount</t></is></c></row><row><c t="inlineStr"><is><t>Caf` + "\xe9" + `</t></is></c><c><v>1</v></c><c><v>2.50</v></c></row></sheetData>`
	utf8Rows := strings.ReplaceAll(rows, "\xe9", "é")
	run := func(change func(map[string]string)) (*finance.Account, error) {
		parts := packageParts("", nil, utf8Rows)
		change(parts)
		return Compute(context.Background(), ledgertest.Files("data/council.csv", string(packageOf(t, parts))), one(ledgertest.Columns))
	}
	for name, change := range map[string]func(map[string]string){
		"plain": func(map[string]string) {},
		"Windows-1252": func(parts map[string]string) {
			parts["xl/worksheets/sheet1.xml"] = `<?xml version="1.0" encoding="windows-1252"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">` + rows + `</worksheet>`
		},
		"backslashes": func(parts map[string]string) {
			for name, part := range parts {
				delete(parts, name)
				parts[strings.ReplaceAll(name, "/", `\`)] = part
			}
		},
		"absolute targets": func(parts map[string]string) {
			parts["xl/_rels/workbook.xml.rels"] = strings.ReplaceAll(parts["xl/_rels/workbook.xml.rels"], `Target="`, `Target="/xl/`)
		},
		"strict": func(parts map[string]string) {
			for name, part := range parts {
				part = strings.ReplaceAll(part, "http://schemas.openxmlformats.org/officeDocument/2006/relationships", "http://purl.oclc.org/ooxml/officeDocument/relationships")
				parts[name] = strings.ReplaceAll(part, "http://schemas.openxmlformats.org/spreadsheetml/2006/main", "http://purl.oclc.org/ooxml/spreadsheetml/main")
			}
		},
		"a part of shared strings in capitals": func(parts map[string]string) {
			parts["xl/SharedStrings.xml"] = parts["xl/sharedStrings.xml"]
			delete(parts, "xl/sharedStrings.xml")
		},
	} {
		a, err := run(change)
		if err != nil || a.Spend.Money != 250 {
			t.Errorf("%s: %v", name, err)
		}
	}
	for want, change := range map[string]func(map[string]string){
		"the sheet can't be read after row 1: row 2 refers to a shared string": func(parts map[string]string) {
			parts["xl/worksheets/sheet1.xml"] = strings.Replace(parts["xl/worksheets/sheet1.xml"], "<c><v>1</v></c>", `<c t="s"><v>9</v></c>`, 1)
		},
		"the sheet can't be read after row 2: the sheet's XML ends before its rows do": func(parts map[string]string) {
			parts["xl/worksheets/sheet1.xml"], _, _ = strings.Cut(parts["xl/worksheets/sheet1.xml"], "</sheetData>")
		},
		"its shared strings: the XML ends inside a tag": func(parts map[string]string) {
			parts["xl/sharedStrings.xml"] += "<si><t>"
		},
		"it isn't a sound XLSX workbook": func(parts map[string]string) { delete(parts, "xl/worksheets/sheet1.xml"); delete(parts, "_rels/.rels") },
	} {
		if _, err := run(change); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("got %v; want %q", err, want)
		}
	}
	// A sheet whose bytes were damaged where no row shows it.
	book := packageOf(t, packageParts("", nil, utf8Rows))
	z, err := zip.NewReader(bytes.NewReader(book), int64(len(book)))
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range z.File {
		if f.Name == "xl/worksheets/sheet1.xml" {
			at := bytes.LastIndex(book, []byte{byte(f.CRC32), byte(f.CRC32 >> 8), byte(f.CRC32 >> 16), byte(f.CRC32 >> 24)})
			book[at]++
		}
	}
	if _, err := Compute(context.Background(), ledgertest.Files("data/council.csv", string(book)), one(ledgertest.Columns)); err == nil || !strings.Contains(err.Error(), "check sum") {
		t.Errorf("damaged: %v", err)
	}
}

// What a workbook shows with the sign of another currency isn't in pounds, though its cell is a number.
func TestNumbersThatAreShownInAnotherCurrency(t *testing.T) {
	for format, want := range rounds.FewOf(t, map[string]bool{
		"[$€-2] #,##0.00": true, "#,##0.00 [$€-407]": true, `_-[$€-x-euro2]* #,##0.00_-`: true,
		"[$kr-41D] #,##0.00": true, `"$"#,##0.00`: true, "[$$-409]#,##0.00": true, "[$¥-411]#,##0": true, "[$USD] #,##0.00": true, "#,##0.00 [$CHF]": true, `\$#,##0.00`: true, `#,##0" kr"`: false,
		"[$GBP] #,##0.00": false, `[Red]#,##0.00;[$-F800]`: false, "[$£-809]#,##0.00": false, "#,##0.00": false, `"£"#,##0.00`: false, "[$-809]0.00": false,
	}) {
		f := excelize.NewFile()
		defer f.Close()
		style, err := f.NewStyle(&excelize.Style{CustomNumFmt: &format})
		if err != nil {
			t.Fatal(err)
		}
		for i, row := range [][]any{{"Centre", "Amount"}, {"A1", 300}, {"A2", 250.5}} {
			if err := f.SetSheetRow("Sheet1", fmt.Sprintf("A%d", i+1), &row); err != nil {
				t.Fatal(err)
			}
		}
		if err := f.SetCellStyle("Sheet1", "B2", "B3", style); err != nil {
			t.Fatal(err)
		}
		var b bytes.Buffer
		if err := f.Write(&b); err != nil {
			t.Fatal(err)
		}
		spec := one(map[string]string{"cost_centre": "Centre", "amount": "Amount"})
		spec.Ledgers[0].File = "l.xlsx"
		for _, how := range []ledger.Reading{{}, {Excelize: true}} {
			a, err := compute(t.Context(), fstest.MapFS{"l.xlsx": {Data: b.Bytes()}}, spec, how)
			said := fmt.Sprint(err)
			if a != nil {
				said += messages(a.Problems)
			}
			if got := strings.Contains(said, "it is in another currency than pounds"); got != want {
				t.Errorf("%s, %+v: %s", format, how, said)
			}
			if !want && (err != nil || a.Ledgers[0].Total != 55050) {
				t.Errorf("%s, %+v: %s", format, how, said)
			}
		}
	}
}
