package status

import (
	"bytes"
	"cmp"
	"fmt"
	"time"

	"github.com/xuri/excelize/v2"
)

// The sheets of the workbook, and the row of each table's heads: a title and a line are
// above.
const (
	textsSheet, peopleSheet, sectionsSheet = "Texts", "People", "Sections"

	headRow = 3
)

// Workbook is the status as a workbook: the texts, and the counts by person and by section,
// each a table from the left and without merged cells.
// https://analysisfunction.civilservice.gov.uk/policy-store/releasing-statistics-in-spreadsheets/
func (s *Status) Workbook() (_ []byte, err error) {
	b := &book{Status: s, file: excelize.NewFile()}
	defer func() {
		if e := b.file.Close(); err == nil {
			err = e
		}
	}()
	b.begin()
	b.texts()
	b.counts(peopleSheet, "Person", s.Persons())
	b.counts(sectionsSheet, "Section", s.Sections())
	if b.err != nil {
		return nil, fmt.Errorf("making the workbook of texts: %w", b.err)
	}
	var out bytes.Buffer
	if err := b.file.Write(&out); err != nil {
		return nil, fmt.Errorf("writing the workbook of texts: %w", err)
	}
	return out.Bytes(), nil
}

// A book is the workbook being made. The first error stays.
type book struct {
	*Status
	file                                 *excelize.File
	title, plain, text, head, date, call int
	err                                  error
}

func (b *book) check(err error) {
	if b.err == nil {
		b.err = err
	}
}

func (b *book) style(s excelize.Style) int {
	if s.Font == nil {
		s.Font = &excelize.Font{}
	}
	s.Font.Family, s.Font.Size = "Arial", cmp.Or(s.Font.Size, 12)
	id, err := b.file.NewStyle(&s)
	b.check(err)
	return id
}

// begin makes the styles, the sheets and the file's properties.
func (b *book) begin() {
	top := &excelize.Alignment{WrapText: true, Vertical: "top"}
	day := "d mmm yyyy"
	b.title = b.style(excelize.Style{Font: &excelize.Font{Bold: true, Size: 16}})
	b.plain = b.style(excelize.Style{})
	b.text = b.style(excelize.Style{Alignment: top})
	b.call = b.style(excelize.Style{Font: &excelize.Font{Bold: true}, Alignment: top})
	b.date = b.style(excelize.Style{CustomNumFmt: &day, Alignment: &excelize.Alignment{Vertical: "top"}})
	b.head = b.style(excelize.Style{Font: &excelize.Font{Bold: true}, Alignment: &excelize.Alignment{WrapText: true, Vertical: "bottom"},
		Border: []excelize.Border{{Type: "bottom", Style: 2, Color: "002D54"}}})
	b.check(b.file.SetSheetName("Sheet1", textsSheet))
	for _, name := range []string{peopleSheet, sectionsSheet} {
		_, err := b.file.NewSheet(name)
		b.check(err)
	}
	made := b.Today.Format(time.DateOnly) + "T00:00:00Z"
	b.check(b.file.SetDocProps(&excelize.DocProperties{Title: "Texts of the annual performance report: " + b.Authority + ", " + b.Year,
		Creator: "apr", LastModifiedBy: "apr", Language: "en-GB", Created: made, Modified: made}))
}

// set writes one cell: numbers and days as such, all else as text that isn't a formula.
func (b *book) set(sheet string, column, row int, value any, style int) {
	cell, err := excelize.CoordinatesToCellName(column, row)
	b.check(err)
	switch v := value.(type) {
	case nil:
	case string:
		b.check(b.file.SetCellStr(sheet, cell, v))
	default:
		b.check(b.file.SetCellValue(sheet, cell, v))
	}
	b.check(b.file.SetCellStyle(sheet, cell, cell, style))
}

// begun writes a sheet's title, the line below it and the heads of its table.
func (b *book) begun(sheet, title, line string, heads []string, widths []float64) {
	b.set(sheet, 1, 1, title, b.title)
	b.set(sheet, 1, 2, line, b.plain)
	for i, head := range heads {
		b.set(sheet, i+1, headRow, head, b.head)
		name, err := excelize.ColumnNumberToName(i + 1)
		b.check(err)
		b.check(b.file.SetColWidth(sheet, name, name, widths[i]))
	}
}

// ended makes the rows a table, so that screen readers know its heads, and keeps heads and
// names in sight.
func (b *book) ended(sheet string, columns, rows int) {
	to, err := excelize.CoordinatesToCellName(columns, headRow+max(rows, 1))
	b.check(err)
	no := false
	b.check(b.file.AddTable(sheet, &excelize.Table{Range: fmt.Sprintf("A%d:%s", headRow, to), Name: sheet + "_table", ShowRowStripes: &no}))
	b.check(b.file.SetPanes(sheet, &excelize.Panes{Freeze: true, XSplit: 1, YSplit: headRow, TopLeftCell: fmt.Sprintf("B%d", headRow+1), ActivePane: "bottomRight"}))
}

// day is a day as a cell holds it, nil for none.
func day(iso string) any {
	if d, err := time.Parse(time.DateOnly, iso); err == nil {
		return d
	}
	return nil
}

func (b *book) texts() {
	heads := []string{"Text", "Section", "Owner", "Due", "Days late", "Words", "Word limit", "Words over", "State", "Signed off by", "Signed off on"}
	b.begun(textsSheet, "Texts of the annual performance report "+b.Year, fmt.Sprintf("This worksheet has one table: a row for each text, on %s.", b.Today.Format("2 January 2006")),
		heads, []float64{58, 16, 28, 14, 10, 10, 10, 10, 14, 28, 14})
	for i, t := range b.Texts {
		row := headRow + 1 + i
		late, over := b.text, b.text
		if t.Late > 0 {
			late = b.call
		}
		if t.Over() > 0 {
			over = b.call
		}
		var limit any
		if t.Words > 0 {
			limit = t.Words
		}
		by, on := "", ""
		if t.SignedOff != nil {
			by, on = t.SignedOff.By, t.SignedOff.On
		}
		for column, c := range []struct {
			value any
			style int
		}{
			{t.Name, b.text}, {t.Section, b.text}, {t.Owner, b.text}, {day(t.Due), b.date}, {t.Late, late}, {t.Count, b.text}, {limit, b.text}, {t.Over(), over},
			{string(t.State), b.text}, {by, b.text}, {day(on), b.date},
		} {
			b.set(textsSheet, column+1, row, c.value, c.style)
		}
	}
	b.ended(textsSheet, len(heads), len(b.Texts))
}

// counts is a table of counts.
func (b *book) counts(sheet, first string, counts []Count) {
	heads := []string{first, "Texts", "Words", "Empty", "Draft", "Agreed", "Signed off", "Lapsed", "Due", "Late", "Too long"}
	b.begun(sheet, "Texts by "+map[string]string{peopleSheet: "person", sectionsSheet: "section"}[sheet],
		"This worksheet has one table. Due and late are of texts that are neither agreed nor signed off.", heads, []float64{40, 10, 10, 10, 10, 10, 12, 10, 10, 10, 12})
	for i, c := range counts {
		row := headRow + 1 + i
		b.set(sheet, 1, row, cmp.Or(c.Name, "Nobody yet"), b.text)
		for k, n := range []int{c.Texts, c.Words, c.Empty, c.Draft, c.Agreed, c.Signed, c.Lapsed, c.Due, c.Late, c.Over} {
			b.set(sheet, k+2, row, n, b.text)
		}
	}
	b.ended(sheet, len(heads), len(counts))
}
