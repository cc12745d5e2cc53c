//go:build unix

package main

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"apr/internal/table/packed/packedtest"
)

// rowOf is a workbook of one row of so many cells, each with a text.
func rowOf(columns int, text string) func(*testing.T, string) {
	cell := inlineCell(text)
	return packedSheet(sheetName, "<worksheet><sheetData><row>", cell, int64(columns*len(cell)), "</row></sheetData></worksheet>", 0)
}

// cellsOf is a workbook of rows of so many cells, each with a text.
func cellsOf(rows, columns int, text string) func(*testing.T, string) {
	row := "<row>" + strings.Repeat(inlineCell(text), columns) + "</row>"
	return packedSheet(sheetName, "<worksheet><sheetData>", row, int64(rows*len(row)), "</sheetData></worksheet>", 0)
}

func inlineCell(text string) string { return `<c t="inlineStr"><is><t>` + text + `</t></is></c>` }

func workbookBombs() []hostileProject {
	return []hostileProject{
		{"zip bomb", packedSheet(sheetName, sheetBegin, "a", 300<<20, sheetEnd, 0), []string{sheetName, "unpacks to more than"}},
		{"zip bomb that lies", packedSheet(sheetName, sheetBegin, "a", 300<<20, sheetEnd, 1000), []string{sheetName, "damaged"}},
		{"one cell as large as is let in", packedSheet(sheetName, sheetBegin, "a", 60<<20, sheetEnd, 0), []string{sheetName, "row 1 has a longer cell than a workbook can"}},
		{"rows as many as are let in", packedSheet(sheetName, "<worksheet><sheetData>", `<row><c t="str"><v>x</v></c><c/></row>`, 60<<20, "</sheetData></worksheet>", 0), []string{sheetName, "no table of indicators"}},
		{"a row of long texts", rowOf(16_000, strings.Repeat("comfort able ", 270)), []string{sheetName, "no table of indicators"}},
		{"rows of heads", cellsOf(70, 16_000, "Glasgow City"), []string{sheetName, "no table of indicators"}},
		{"rows of years", cellsOf(70, 16_000, "2024/25"), []string{sheetName, "no table of indicators"}},
		{"a table of more names than rows are let in", func(t *testing.T, dir string) {
			text := []byte("Partnership,Indicator,Year,Rate\n")
			for n := range 210_000 {
				text = fmt.Appendf(text, "Glasgow %x,NI12,2024/25,5\n", n*7919)
			}
			put(t, dir, "apr.yaml", "authority: {name: Falkirk}\nyear: 2025/26\nworkbook: data/core.csv\n")
			put(t, dir, "data/core.csv", string(text))
		}, []string{"data/core.csv", "more than 200,000 rows"}},
		{"deep XML", packedSheet(sheetName, "", "<a>", 30<<20, "", 0), []string{sheetName, "no table of indicators"}},
		{"CSV of zeros", func(t *testing.T, dir string) {
			put(t, dir, "apr.yaml", "authority: {name: Falkirk}\nyear: 2025/26\nworkbook: data/core.csv\n")
			sparse("data/core.csv", 60<<20)(t, dir)
		}, []string{"data/core.csv", "begins with zero bytes (NULs)"}},
	}
}

func ledgerBombs() []hostileProject {
	return []hostileProject{
		{"ledger: long line", ledger(ledgerCSV, long(ledgerCSV, heads+"1,2.00\n", "a", 40<<20, "\n")), []string{ledgerCSV, ":3:", "line"}},
		{"ledger: many commas", ledger(ledgerCSV, long(ledgerCSV, heads+"1,2.00\n", ",", 40<<20, "\n")), []string{ledgerCSV, ":3:", "a single row is too long"}},
		{"ledger: quotation mark that nothing closes", ledger(ledgerCSV, long(ledgerCSV, heads+"1,2.00\n\"", "aaaaaaa\n", 40<<20, "")), []string{ledgerCSV, ":3:", "a quotation mark opens a cell that nothing closes"}},
		{"ledger: line of quotation marks", ledger(ledgerCSV, long(ledgerCSV, heads+"1,2.00\n", `"`, 40<<20, "")), []string{ledgerCSV, ":3:", "a single row is too long"}},
		{"ledger: zip bomb", ledger(ledgerXLSX, packedSheet(ledgerXLSX, sheetBegin, "a", 300<<20, sheetEnd, 0)), []string{ledgerXLSX, "unpacks to more than 100 times its size"}},
		{"ledger: zip bomb of rows", ledger(ledgerXLSX, packedSheet(ledgerXLSX, "<worksheet><sheetData>", "<row><c><v>1</v></c></row>", 300<<20, "</sheetData></worksheet>", 0)), []string{ledgerXLSX, "unpacks to more than 100 times its size"}},
		{"ledger: zip bomb that lies", ledger(ledgerXLSX, packedSheet(ledgerXLSX, sheetBegin, "a", 300<<20, sheetEnd, 1000)), []string{ledgerXLSX, "damaged"}},
		{"ledger: row without end", ledger(ledgerXLSX, packedSheet(ledgerXLSX, sheetLedger+"<row>", `<c r="A2"/>`, 30<<20, "</row></sheetData></worksheet>", 0)), []string{ledgerXLSX, "after row 1", "16 MB", "as CSV"}},
		{"ledger: tag without end", ledger(ledgerXLSX, packedSheet(ledgerXLSX, sheetLedger+"<row r=", "1", 30<<20, "", 0)), []string{ledgerXLSX, "after row 1", "16 MB", "as CSV"}},
		{"ledger: rows further down than there are", ledger(ledgerXLSX, packedSheet(ledgerXLSX, sheetLedger, "<row><c><v>1</v></c></row>", 28<<20, "</sheetData></worksheet>", 0)), []string{ledgerXLSX, "row 1048577"}},
		{"ledger: rows that lie", ledger(ledgerXLSX, packedSheet(ledgerXLSX, sheetLedger, "<row><c><v>1</v></c></row>", 30<<20, "</sheetData></worksheet>", 1000)), []string{ledgerXLSX, "damaged"}},
	}
}

func packedBombs() []hostileProject {
	return []hostileProject{
		{"gzip bomb of rows", ledger(ledgerGzip, gzipBomb(heads, "1,2.00\n")), []string{ledgerGzip, "unpacks to more than 100 times its size"}},
		{"gzip bomb of one row", ledger(ledgerGzip, gzipBomb(heads+"1,2.00\n", "a")), []string{ledgerGzip, ":3:", "a single row is too long"}},
		{"gzip bomb of zeros", ledger(ledgerGzip, gzipBomb("", "\x00")), []string{ledgerGzip, "binary"}},
		{"gzip bomb as the workbook", func(t *testing.T, dir string) {
			put(t, dir, "apr.yaml", "authority: {name: Falkirk}\nyear: 2025/26\nworkbook: data/core.csv.gz\n")
			gzipBomb("Year,", "a")(t, dir)
			if err := os.Rename(filepath.Join(dir, ledgerGzip), filepath.Join(dir, "data/core.csv.gz")); err != nil {
				t.Fatal(err)
			}
		}, []string{"data/core.csv.gz", "unpacks to more than"}},
		{"zip bomb of rows as CSV", ledger(ledgerZip, func(t *testing.T, dir string) {
			put(t, dir, ledgerZip, string(packedtest.Repeat(t, heads, "1,2.00\n", 150<<20, "").Zip(t, "ledger.csv")))
		}), []string{ledgerZip, "unpacks to more than 100 times its size"}},
		{"zip of ever so many files", ledger(ledgerZip, func(t *testing.T, dir string) {
			var names []string
			for n := range 160_000 {
				names = append(names, fmt.Sprint(n, ".csv"))
			}
			put(t, dir, ledgerZip, string(zipOf(t, names, "")))
		}), []string{ledgerZip, "more members than apr lists"}},
		{"workbook of ever so many parts", func(t *testing.T, dir string) {
			var names []string
			for n := range 160_000 {
				names = append(names, fmt.Sprint("xl/", n, ".xml"))
			}
			put(t, dir, sheetName, string(zipOf(t, names, "")))
		}, []string{sheetName, "isn't an Excel workbook"}},
	}
}

func yamlBombs() []hostileProject {
	return []hostileProject{
		{"many values", long("apr.yaml", "localities: [", "a,", 1<<20-20, "]\n"), []string{"apr.yaml", "apr.yaml:1:14: an item of localities: expected a mapping", "these are 100 problems"}},
		{"many keys", file("apr.yaml", "year: 2025/26\n"+strings.Repeat("x:\n", 300_000)), []string{"apr.yaml", `apr.yaml:3:1: the key "x" is given twice`, "these are 100 problems"}},
		{"broken at the end of many values", file("apr.yaml", "a:\n"+strings.Repeat("- x\n", 200_000)+"a: b: c\n"), []string{"apr.yaml:200002", "is where no key can be"}},
		{"broken at the end of many lines", file("apr.yaml", strings.Repeat("# x\n", 200_000)+"a: b: c\n"), []string{"apr.yaml:200001", "is where no key can be"}},
		{"long line of YAML", long("apr.yaml", "authority: {name: ", "a", 66<<20, "}\n"), []string{"apr.yaml", "MB"}},
	}
}

func narrativeBombs() []hostileProject {
	return []hostileProject{
		{"unclosed links", text(strings.Repeat("[a](", 25_000)), []string{"narrative/regulation-5.yaml:2:10003", "5000 brackets"}},
		{"footnote marks", text(strings.Repeat("[^1]", 25_000)), []string{"narrative/regulation-5.yaml:2:8003", "2000 marks of footnotes"}},
		{"unclosed emphasis", text(strings.Repeat("*a **b", 15_000)), []string{"narrative/regulation-5.yaml:2", "5000 brackets"}},
		{"a text without end", text(strings.Repeat("a ", 200_000)), []string{"narrative/regulation-5.yaml:2", "one text may have 200000"}},
		{"braces without end", text(strings.Repeat("{", 1_000_000)), []string{"narrative/regulation-5.yaml:2:3", "{{ opens a reference that isn't closed"}},
		{"picture of many pixels", func(t *testing.T, dir string) {
			text("![A grey wall](narrative/p.png)")(t, dir)
			put(t, dir, "narrative/p.png", bigPicture(t, 5100, 5100))
		}, []string{"narrative/regulation-5.yaml:2:3", "pixels"}},
	}
}
