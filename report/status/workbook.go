package status

import (
	"cmp"
	"fmt"
	"time"

	"github.com/xuri/excelize/v2"

	"apr/internal/workbook"
)

// The sheets of the workbook.
const textsSheet, peopleSheet, sectionsSheet = "Texts", "People", "Sections"

// Workbook is the status as a workbook: the texts, and the counts by person and by section.
func (s *Status) Workbook() ([]byte, error) {
	b := &book{Status: s, Book: workbook.New(textsSheet, peopleSheet, sectionsSheet)}
	day := "d mmm yyyy"
	b.call = b.Style(excelize.Style{Font: &excelize.Font{Bold: true}, Alignment: workbook.Wrapped()})
	b.date = b.Style(excelize.Style{CustomNumFmt: &day, Alignment: &excelize.Alignment{Vertical: "top"}})
	b.Properties(excelize.DocProperties{Title: "Texts of the annual performance report: " + b.Authority + ", " + b.Year, Creator: "apr"}, b.Today.Format(time.DateOnly))
	b.texts()
	b.counts(peopleSheet, "Person", s.Persons())
	b.counts(sectionsSheet, "Section", s.Sections())
	return b.Bytes("workbook of texts")
}

// A book is the workbook being made.
type book struct {
	*Status
	*workbook.Book
	date, call int // styles of days, and of what calls for somebody
}

// begun writes a sheet's title, the line below it and the heads of its table.
func (b *book) begun(sheet, title, line string, heads []string, widths []float64) {
	b.Set(sheet, 1, 1, title, b.TitleStyle)
	b.Set(sheet, 1, 2, line, b.PlainStyle)
	for i, head := range heads {
		b.Set(sheet, i+1, workbook.HeadRow, head, b.HeadStyle)
		b.Width(sheet, i+1, widths[i])
	}
}

// ended makes the rows a table and keeps heads and names in sight.
func (b *book) ended(sheet string, columns, rows int) {
	b.Table(sheet, sheet+"_table", workbook.HeadRow, columns, workbook.HeadRow+rows)
	b.Freeze(sheet, 1)
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
		row := workbook.HeadRow + 1 + i
		late, over := b.TextStyle, b.TextStyle
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
			{t.Name, b.TextStyle}, {t.Section, b.TextStyle}, {t.Owner, b.TextStyle}, {day(t.Due), b.date}, {t.Late, late}, {t.Count, b.TextStyle}, {limit, b.TextStyle}, {t.Over(), over},
			{string(t.State), b.TextStyle}, {by, b.TextStyle}, {day(on), b.date},
		} {
			b.Set(textsSheet, column+1, row, c.value, c.style)
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
		row := workbook.HeadRow + 1 + i
		b.Set(sheet, 1, row, cmp.Or(c.Name, "Nobody yet"), b.TextStyle)
		for k, n := range []int{c.Texts, c.Words, c.Empty, c.Draft, c.Agreed, c.Signed, c.Lapsed, c.Due, c.Late, c.Over} {
			b.Set(sheet, k+2, row, n, b.TextStyle)
		}
	}
	b.ended(sheet, len(heads), len(counts))
}
