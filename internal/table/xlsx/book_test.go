package xlsx

import (
	"archive/zip"
	"bytes"
	"errors"
	"testing"
)

// Which cells show percentages decides whether 0.5 is a half or 50. TestBookOfExcelize of
// package table asks the same of a workbook as excelize writes it.
func TestBookKnowsItsSheetsAndPercentages(t *testing.T) {
	const (
		office   = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
		packages = "http://schemas.openxmlformats.org/package/2006/relationships"
		main     = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
	)
	var packed bytes.Buffer
	w := zip.NewWriter(&packed)
	for name, text := range map[string]string{
		"_rels/.rels": `<Relationships xmlns="` + packages + `"><Relationship Id="rId1" Type="` + office + `/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
		"xl/workbook.xml": `<workbook xmlns="` + main + `" xmlns:r="` + office + `"><sheets><sheet name="Sheet1" sheetId="1" r:id="rId1"/>` +
			`<sheet name="Hidden" sheetId="2" state="hidden" r:id="rId2"/></sheets></workbook>`,
		"xl/_rels/workbook.xml.rels": `<Relationships xmlns="` + packages + `"><Relationship Id="rId1" Type="` + office + `/worksheet" Target="worksheets/sheet1.xml"/>` +
			`<Relationship Id="rId2" Type="` + office + `/worksheet" Target="worksheets/sheet2.xml"/><Relationship Id="rId3" Type="` + office + `/styles" Target="styles.xml"/></Relationships>`,
		"xl/worksheets/sheet1.xml": `<worksheet xmlns="` + main + `"><sheetData/></worksheet>`,
		"xl/worksheets/sheet2.xml": `<worksheet xmlns="` + main + `"><sheetData/></worksheet>`,
		"xl/styles.xml": `<styleSheet xmlns="` + main + `"><numFmts count="1"><numFmt numFmtId="164" formatCode="0.0&quot;% of all&quot;"/></numFmts>` +
			`<cellXfs count="4"><xf numFmtId="0"/><xf numFmtId="9"/><xf numFmtId="2"/><xf numFmtId="164"/></cellXfs></styleSheet>`,
	} {
		f, err := w.Create(name)
		if err == nil {
			_, err = f.Write([]byte(text))
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	z, err := zip.NewReader(bytes.NewReader(packed.Bytes()), int64(packed.Len()))
	if err != nil {
		t.Fatal(err)
	}
	book, err := OpenBook(z)
	if err != nil {
		t.Fatal(err)
	}
	if len(book.Sheets) != 2 || book.Sheets[0].Name != "Sheet1" || book.Sheets[0].Hidden || !book.Sheets[1].Hidden {
		t.Errorf("got %+v", book.Sheets)
	}
	percent, err := book.Percent()
	if err != nil {
		t.Fatal(err)
	}
	for style, want := range map[int]bool{0: false, 1: true, 2: false, 3: false, 99: false, -1: false} {
		if percent(style) != want {
			t.Errorf("style %d shows a percentage: %v; want %v", style, percent(style), want)
		}
	}
}

func TestShowsPercent(t *testing.T) {
	for format, want := range map[string]bool{
		"0%": true, "0.0 %": true, `0"%"`: false, `0\%`: false, "General": false, `"a"0%`: true, `0"% of all`: false, "_%0": false,
	} {
		if got := ShowsPercent(format); got != want {
			t.Errorf("%s: got %v", format, got)
		}
	}
}

func TestABookThatIsNoneIsDeclined(t *testing.T) {
	if _, err := OpenBook(&zip.Reader{}); !errors.Is(err, ErrDeclined) {
		t.Errorf("got %v; want ErrDeclined", err)
	}
}

func TestCellName(t *testing.T) {
	if got := CellName(8, 12); got != "I12" {
		t.Errorf("got %s; want I12", got)
	}
}
