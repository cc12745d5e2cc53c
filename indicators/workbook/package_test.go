package workbook

import (
	"archive/zip"
	"bytes"
	"errors"
	"fmt"
	"testing"
	"testing/fstest"
)

// xmlSheet is a sheet as its program wrote it: the element sheetData and what
// follows it.
type xmlSheet struct{ name, state, xml string }

// packageFS is a workbook w.xlsx of sheets written by hand. Strings are the
// shared ones, each the inside of an si element; styles the whole part, or "".
func packageFS(t testing.TB, strs []string, styles string, sheets ...xmlSheet) fstest.MapFS {
	t.Helper()
	const (
		main = `xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"`
		rel  = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
		kind = "application/vnd.openxmlformats-officedocument.spreadsheetml."
		head = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>` + "\n"
	)
	types := `<Override PartName="/xl/workbook.xml" ContentType="` + kind + `sheet.main+xml"/>`
	var list, relations string
	parts := [][2]string{}
	for n, s := range sheets {
		list += fmt.Sprintf(`<sheet name="%s" sheetId="%d" r:id="rId%d"%s/>`, s.name, n+1, n+1, s.state)
		relations += fmt.Sprintf(`<Relationship Id="rId%d" Type="%s/worksheet" Target="worksheets/sheet%d.xml"/>`, n+1, rel, n+1)
		types += fmt.Sprintf(`<Override PartName="/xl/worksheets/sheet%d.xml" ContentType="%sworksheet+xml"/>`, n+1, kind)
		parts = append(parts, [2]string{fmt.Sprintf("xl/worksheets/sheet%d.xml", n+1),
			head + `<worksheet ` + main + ` xmlns:r="` + rel + `">` + s.xml + `</worksheet>`})
	}
	if strs != nil {
		relations += `<Relationship Id="rId98" Type="` + rel + `/sharedStrings" Target="sharedStrings.xml"/>`
		types += `<Override PartName="/xl/sharedStrings.xml" ContentType="` + kind + `sharedStrings+xml"/>`
		xml := head + `<sst ` + main + `>`
		for _, s := range strs {
			xml += "<si>" + s + "</si>"
		}
		parts = append(parts, [2]string{"xl/sharedStrings.xml", xml + "</sst>"})
	}
	if styles != "" {
		relations += `<Relationship Id="rId99" Type="` + rel + `/styles" Target="styles.xml"/>`
		types += `<Override PartName="/xl/styles.xml" ContentType="` + kind + `styles+xml"/>`
		parts = append(parts, [2]string{"xl/styles.xml", head + `<styleSheet ` + main + `>` + styles + `</styleSheet>`})
	}
	const packages = "http://schemas.openxmlformats.org/package/2006/"
	parts = append(parts,
		[2]string{"[Content_Types].xml", head + `<Types xmlns="` + packages + `content-types">` +
			`<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>` +
			`<Default Extension="xml" ContentType="application/xml"/>` + types + `</Types>`},
		[2]string{"_rels/.rels", head + `<Relationships xmlns="` + packages + `relationships">` +
			`<Relationship Id="rId1" Type="` + rel + `/officeDocument" Target="xl/workbook.xml"/></Relationships>`},
		[2]string{"xl/workbook.xml", head + `<workbook ` + main + ` xmlns:r="` + rel + `"><sheets>` + list + `</sheets></workbook>`},
		[2]string{"xl/_rels/workbook.xml.rels", head + `<Relationships xmlns="` + packages + `relationships">` + relations + `</Relationships>`},
	)
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for _, part := range parts {
		w, err := z.Create(part[0])
		if err == nil {
			_, err = w.Write([]byte(part[1]))
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := errors.Join(z.Close()); err != nil {
		t.Fatal(err)
	}
	return fstest.MapFS{"w.xlsx": {Data: b.Bytes()}}
}

// percentStyles has the formats General, 0.0% and 0"%" as styles 0, 1 and 2.
const percentStyles = `<numFmts count="2"><numFmt numFmtId="164" formatCode="0.0%"/><numFmt numFmtId="165" formatCode="0&quot;%&quot;"/></numFmts>` +
	`<fonts count="1"><font><sz val="11"/></font></fonts><fills count="1"><fill><patternFill patternType="none"/></fill></fills>` +
	`<borders count="1"><border/></borders><cellStyleXfs count="1"><xf numFmtId="0"/></cellStyleXfs>` +
	`<cellXfs count="3"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>` +
	`<xf numFmtId="164" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>` +
	`<xf numFmtId="165" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/></cellXfs>`
