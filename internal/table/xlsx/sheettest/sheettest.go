// Package sheettest makes worksheets as the programs that save them do, by which
// readers are compared with each other.
package sheettest

import (
	"fmt"
	"strings"
)

// Strings are the insides of the shared strings that Rows refers to: plain, of
// several runs, with a phonetic guide, empty.
var Strings = []string{"<t>A1</t>", "<r><t>Care </t></r><r><rPr><b/></rPr><t xml:space=\"preserve\">at home</t></r>",
	"<t>Total</t>", "<t>12.50</t><rPh sb=\"0\" eb=\"1\"><t>guide</t></rPh>", "<t>0400 &amp; more</t>", "<t/>", ""}

// columns is how many columns Rows fills.
const columns = 3

// Rows makes rows of three columns, from a row on, in which each byte of a script
// chooses the form of a cell. Names of cells may be left out, and rows.
func Rows(script []byte, from int) string {
	var b strings.Builder
	row, column := from-1, columns
	for i, c := range script {
		if column++; column >= columns {
			if i > 0 {
				b.WriteString("</row>")
			}
			column = 0
			if row++; c%5 == 0 {
				row += int(c) % 3
			}
			fmt.Fprintf(&b, "<row r=\"%d\" spans=\"1:3\">", row)
		}
		name := ""
		if c%7 > 0 {
			name = fmt.Sprintf(` r="%c%d"`, 'A'+column, row)
		}
		fmt.Fprintf(&b, cellForms[int(c)/8%len(cellForms)], name, int(c)*37-2000, i)
	}
	if len(script) > 0 {
		b.WriteString("</row>")
	}
	return b.String()
}

// cellForms are forms of cells with the name as an attribute, a number, and
// another.
var cellForms = []string{
	"<c%[1]s><v>%[2]d</v></c>", "<c%[1]s s=\"1\"><v>%[2]d.%[3]d</v></c>", "<c%[1]s><v>%[2]d.25</v></c>", "<c%[1]s><v>%[2]d.5000000000001</v></c>",
	"<c%[1]s t=\"s\"><v>0</v></c>", "<c%[1]s t=\"s\"><v>1</v></c>", "<c%[1]s t=\"s\"><v>2</v></c>", "<c%[1]s t=\"s\"><v>3</v></c>", "<c%[1]s t=\"s\"><v>6</v></c>",
	"<c%[1]s t=\"inlineStr\"><is><t>C%[3]d</t></is></c>", "<c%[1]s t=\"inlineStr\"><is><r><t>a </t></r><r><t>&lt;%[3]d&gt;</t></r></is></c>",
	"<c%[1]s t=\"str\"><f>A1&amp;\"x\"</f><v>(%[3]d.00)</v></c>", "<c%[1]s><f>SUM(C2:C9)</f><v>%[2]d</v></c>", "<c%[1]s t=\"str\"><f>\"\"</f><v></v></c>",
	"<c%[1]s t=\"b\"><v>1</v></c>", "<c%[1]s t=\"e\"><v>#N/A</v></c>", "<c%[1]s/>", "<c%[1]s s=\"2\"></c>", "<c%[1]s><v>1.5E%[3]d</v></c>",
	"<c%[1]s t=\"s\"><v></v></c>", "<c%[1]s t=\"n\"><v>-%[3]d.10</v></c>", "<c%[1]s t=\"s\"><v>4</v></c>", "<c%[1]s t=\"s\"><v>5</v></c>",
	"<c%[1]s t=\"str\"><!-- a note --><v><![CDATA[a<b]]></v></c>", "<c%[1]s t=\"d\"><v>2026-03-31</v></c>",
}
