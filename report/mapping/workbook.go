package mapping

import (
	"fmt"
	"strings"
	"unicode/utf8"

	"github.com/xuri/excelize/v2"

	"apr/finance/mapping"
	"apr/internal/workbook"
)

// Sheets of the workbook next to that of the cost centres.
const (
	howSheet     = "How to fill in"
	choicesSheet = "Choices"
)

// Workbook is the mapping as a workbook: how to fill it in, the cost centres with
// lists to choose from, and those lists.
func (f *Filling) Workbook() ([]byte, error) {
	b := &book{Filling: f, Book: workbook.New(howSheet, mapping.Sheet, choicesSheet)}
	pounds, fill := "#,##0.00", workbook.Heads()
	fill.Fill = excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{"D9EEF2"}}
	b.fill = b.Style(fill)
	b.code = b.Style(excelize.Style{NumFmt: 49, Alignment: &excelize.Alignment{Vertical: "top"}}) // text: 0010 stays 0010
	b.money = b.Style(excelize.Style{CustomNumFmt: &pounds, Alignment: &excelize.Alignment{Vertical: "top"}})
	b.Properties(excelize.DocProperties{Title: "Cost centres and what they belong to, " + strings.TrimSuffix(b.Authority+", "+b.Year, ", "), Creator: "apr"}, "")
	b.how()
	b.centres()
	b.choices()
	b.lists()
	return b.Bytes("mapping")
}

// A book is the workbook being made.
type book struct {
	*Filling
	*workbook.Book
	fill, code, money int // styles of the heads to fill in under, of codes and of amounts
}

// how says how to fill it in.
func (b *book) how() {
	b.Width(howSheet, 1, 30)
	b.Width(howSheet, 2, 90)
	row := 0
	line := func(text string, style int) {
		row++
		b.Set(howSheet, 1, row, text, style)
	}
	line("How to fill in the cost centres", b.TitleStyle)
	for _, text := range []string{
		"The worksheet Cost centres has a row for each cost centre that no rule of apr.yaml classifies, those with the largest amounts first.",
		"1. Fill in Matter for each. What is there already is a proposal that follows from the name of the cost centre: look at it.",
		"2. Choose from the lists: Alt and the down arrow open the list of a cell. A service is a name of your own.",
		"3. Care group, Locality, Service and Funding may stay empty. What belongs to no single locality has the name of an apportionment.",
		"4. A cost centre that isn't the authority's has a reason in the column for that, and nothing else.",
		"5. Leave Partner and Cost centre as they are. Rows may be added, sorted and taken out; codes are texts, so that 0010 stays 0010.",
		"6. Save the file as " + b.File + " in the project folder. apr.yaml names it, under finance and rules: - mapping: " + b.File,
		"7. apr check then reports each cell that it doesn't understand, and what may be meant.",
	} {
		line(text, b.PlainStyle)
	}
	for _, more := range b.More {
		line("More cost centres than apr tells apart, to be classified by rules with ranges of codes: "+more, b.PlainStyle)
	}
	line("The columns of the worksheet Cost centres:", b.PlainStyle)
	row++
	top := row
	b.Set(howSheet, 1, row, "Column", b.HeadStyle)
	b.Set(howSheet, 2, row, "What it has", b.HeadStyle)
	for _, c := range mapping.Columns {
		row++
		meaning := c.Meaning
		if c.Fill {
			meaning = "To fill in. " + meaning
		}
		b.Set(howSheet, 1, row, c.Head, b.TextStyle)
		b.Set(howSheet, 2, row, meaning, b.TextStyle)
	}
	b.Table(howSheet, "Columns", top, 2, row)
}

// widths of the columns of cost centres, in characters.
var widths = map[string]float64{mapping.Partner: 24, mapping.CostCentre: 16, mapping.Description: 40, mapping.Lines: 10, mapping.Amount: 18,
	mapping.Matter: 40, mapping.CareGroup: 28, mapping.Locality: 24, mapping.Service: 32, mapping.Funding: 14, mapping.Exclude: 32, mapping.Why: 50, mapping.By: 18}

// centres writes the cost centres.
func (b *book) centres() {
	const sheet = mapping.Sheet
	b.Set(sheet, 1, 1, "Cost centres of the ledgers", b.TitleStyle)
	b.Set(sheet, 1, 2, "This worksheet has one table: a row for each cost centre that no rule of apr.yaml classifies. Fill in the columns from Matter on; see the worksheet "+howSheet+".", b.PlainStyle)
	for i, c := range mapping.Columns {
		style := b.HeadStyle
		if c.Fill {
			style = b.fill
		}
		b.Set(sheet, i+1, workbook.HeadRow, c.Head, style)
		b.Width(sheet, i+1, widths[c.Name])
	}
	for k, r := range b.Rows {
		for i, c := range mapping.Columns {
			row := workbook.HeadRow + 1 + k
			switch {
			case c.Name == mapping.Lines:
				b.Set(sheet, i+1, row, r.Lines, b.TextStyle)
			case c.Name == mapping.Amount:
				b.Set(sheet, i+1, row, float64(r.Total)/100, b.money)
			case c.Name == mapping.CostCentre:
				b.Set(sheet, i+1, row, r.Cells[c.Name], b.code)
			default:
				b.Set(sheet, i+1, row, r.Cells[c.Name], b.TextStyle)
			}
		}
	}
	b.Table(sheet, "Cost_centres", workbook.HeadRow, len(mapping.Columns), workbook.HeadRow+len(b.Rows))
	b.Freeze(sheet, 2)
}

// choices lists what may be chosen, a column for each list.
func (b *book) choices() {
	b.Set(choicesSheet, 1, 1, "Choices", b.TitleStyle)
	b.Set(choicesSheet, 1, 2, "This worksheet has one table: what the lists of the worksheet Cost centres offer. Each column is a list.", b.PlainStyle)
	column, longest := 0, 0
	for _, c := range mapping.Columns {
		list := b.Choices[c.Name]
		if len(list) == 0 {
			continue
		}
		column++
		longest = max(longest, len(list))
		b.Set(choicesSheet, column, workbook.HeadRow, c.Head, b.HeadStyle)
		b.Width(choicesSheet, column, widths[c.Name])
		for i, choice := range list {
			b.Set(choicesSheet, column, workbook.HeadRow+1+i, choice, b.TextStyle)
		}
	}
	b.Table(choicesSheet, "Choices", workbook.HeadRow, column, workbook.HeadRow+longest)
}

// spareRows is how many rows below the last have lists, for cost centres to come.
const spareRows = 200

// lists gives the columns to fill in their lists and a word of help.
func (b *book) lists() {
	offered := 0
	for i, c := range mapping.Columns {
		if !c.Fill {
			continue
		}
		v := excelize.NewDataValidation(true)
		from, err := excelize.CoordinatesToCellName(i+1, workbook.HeadRow+1)
		b.Check(err)
		to, err := excelize.CoordinatesToCellName(i+1, workbook.HeadRow+len(b.Rows)+spareRows)
		b.Check(err)
		v.SetSqref(from + ":" + to)
		if list := b.Choices[c.Name]; len(list) > 0 {
			offered++
			column, err := excelize.ColumnNumberToName(offered)
			b.Check(err)
			v.SetSqrefDropList(fmt.Sprintf("%s!$%s$%d:$%s$%d", choicesSheet, column, workbook.HeadRow+1, column, workbook.HeadRow+len(list)))
			if c.Name == mapping.Service {
				v.ShowErrorMessage = false // another name is as good
			} else {
				v.SetError(excelize.DataValidationErrorStyleStop, c.Head, "Choose one of the list, or leave the cell empty.")
			}
		} else {
			b.Check(v.SetRange(0, 500, excelize.DataValidationTypeTextLength, excelize.DataValidationOperatorBetween))
		}
		v.SetInput(short(c.Head, 32), short(c.Meaning+".", 255))
		b.Check(b.Excel.AddDataValidation(mapping.Sheet, v))
	}
}

// short is as much of a text as Excel takes.
func short(s string, most int) string {
	if utf8.RuneCountInString(s) <= most {
		return s
	}
	return string([]rune(s)[:most-1]) + "…"
}
