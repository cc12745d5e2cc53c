package mapping

import (
	"bytes"
	"fmt"
	"strings"
	"unicode/utf8"

	"github.com/xuri/excelize/v2"

	"apr/finance/mapping"
)

// Sheets of the workbook next to that of the cost centres.
const (
	howSheet     = "How to fill in"
	choicesSheet = "Choices"
)

// headRow is the row of the cost centres' heads: a title and a line are above.
const headRow = 3

// Workbook is the mapping as a workbook: how to fill it in, the cost centres with
// lists to choose from, and those lists. Each sheet has a title and one table, from
// the left and without merged cells, as screen readers want it.
// https://analysisfunction.civilservice.gov.uk/policy-store/releasing-statistics-in-spreadsheets/
func (f *Filling) Workbook() (_ []byte, err error) {
	b := &book{Filling: f, file: excelize.NewFile()}
	defer func() {
		if e := b.file.Close(); err == nil {
			err = e
		}
	}()
	b.begin()
	b.how()
	b.centres()
	b.choices()
	b.lists()
	if b.err != nil {
		return nil, fmt.Errorf("making the mapping: %w", b.err)
	}
	var out bytes.Buffer
	if err := b.file.Write(&out); err != nil {
		return nil, fmt.Errorf("writing the mapping: %w", err)
	}
	return out.Bytes(), nil
}

// A book is the workbook being made. The first error stays.
type book struct {
	*Filling
	file                                 *excelize.File
	title, text, head, fill, code, money int
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
	s.Font.Family = "Arial"
	if s.Font.Size == 0 {
		s.Font.Size = 12
	}
	id, err := b.file.NewStyle(&s)
	b.check(err)
	return id
}

// begin makes the styles, the sheets and the file's properties.
func (b *book) begin() {
	top := &excelize.Alignment{WrapText: true, Vertical: "top"}
	under := []excelize.Border{{Type: "bottom", Style: 2, Color: "002D54"}}
	pounds := "#,##0.00"
	b.title = b.style(excelize.Style{Font: &excelize.Font{Bold: true, Size: 16}})
	b.text = b.style(excelize.Style{Alignment: top})
	b.head = b.style(excelize.Style{Font: &excelize.Font{Bold: true}, Alignment: &excelize.Alignment{WrapText: true, Vertical: "bottom"}, Border: under})
	b.fill = b.style(excelize.Style{Font: &excelize.Font{Bold: true}, Alignment: &excelize.Alignment{WrapText: true, Vertical: "bottom"}, Border: under,
		Fill: excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{"D9EEF2"}}})
	b.code = b.style(excelize.Style{NumFmt: 49, Alignment: &excelize.Alignment{Vertical: "top"}}) // text: 0010 stays 0010
	b.money = b.style(excelize.Style{CustomNumFmt: &pounds, Alignment: &excelize.Alignment{Vertical: "top"}})
	b.check(b.file.SetSheetName("Sheet1", howSheet))
	for _, name := range []string{mapping.Sheet, choicesSheet} {
		_, err := b.file.NewSheet(name)
		b.check(err)
	}
	const day = "1970-01-01T00:00:00Z" // the format wants a day; this one is nobody's
	b.check(b.file.SetDocProps(&excelize.DocProperties{Title: "Cost centres and what they belong to, " + strings.TrimSuffix(b.Authority+", "+b.Year, ", "),
		Creator: "apr", LastModifiedBy: "apr", Language: "en-GB", Created: day, Modified: day}))
}

// set writes one cell; numbers as numbers, all else as text that isn't a formula.
func (b *book) set(sheet string, column, row int, value any, style int) {
	cell, err := excelize.CoordinatesToCellName(column, row)
	b.check(err)
	if s, ok := value.(string); ok {
		b.check(b.file.SetCellStr(sheet, cell, s))
	} else {
		b.check(b.file.SetCellValue(sheet, cell, value))
	}
	b.check(b.file.SetCellStyle(sheet, cell, cell, style))
}

func (b *book) width(sheet string, column int, width float64) {
	name, err := excelize.ColumnNumberToName(column)
	b.check(err)
	b.check(b.file.SetColWidth(sheet, name, name, width))
}

// table makes a range a table, so that screen readers know its heads.
func (b *book) table(sheet, name string, top, columns, bottom int) {
	from, err := excelize.CoordinatesToCellName(1, top)
	b.check(err)
	to, err := excelize.CoordinatesToCellName(columns, max(bottom, top+1))
	b.check(err)
	no := false
	b.check(b.file.AddTable(sheet, &excelize.Table{Range: from + ":" + to, Name: name, ShowRowStripes: &no}))
}

// how says how to fill it in.
func (b *book) how() {
	b.width(howSheet, 1, 30)
	b.width(howSheet, 2, 90)
	row := 0
	line := func(text string, style int) {
		row++
		b.set(howSheet, 1, row, text, style)
	}
	line("How to fill in the cost centres", b.title)
	plain := b.style(excelize.Style{}) // it runs over the column next to it
	for _, text := range []string{
		"The worksheet Cost centres has a row for each cost centre that no rule of apr.yaml classifies, those with the largest amounts first.",
		"1. Fill in Matter for each. What stands there already is a proposal that goes by the name of the cost centre: look at it.",
		"2. Choose from the lists: Alt and the down arrow open the list of a cell. A service is a name of your own.",
		"3. Care group, Locality, Service and Funding may stay empty. What belongs to no single locality has the name of an apportionment.",
		"4. A cost centre that isn't the authority's has a reason in the column for that, and nothing else.",
		"5. Leave Partner and Cost centre as they are. Rows may be added, sorted and taken out; codes are texts, so that 0010 stays 0010.",
		"6. Save the file as " + b.File + " in the project folder. apr.yaml names it, under finance and rules: - mapping: " + b.File,
		"7. apr check then tells each cell that it doesn't understand, and what may be meant.",
	} {
		line(text, plain)
	}
	for _, more := range b.More {
		line("More cost centres than apr tells apart, to be classified by rules with ranges of codes: "+more, plain)
	}
	line("The columns of the worksheet Cost centres:", plain)
	row++
	top := row
	b.set(howSheet, 1, row, "Column", b.head)
	b.set(howSheet, 2, row, "What it has", b.head)
	for _, c := range mapping.Columns {
		row++
		meaning := c.Meaning
		if c.Fill {
			meaning = "To fill in. " + meaning
		}
		b.set(howSheet, 1, row, c.Head, b.text)
		b.set(howSheet, 2, row, meaning, b.text)
	}
	b.table(howSheet, "Columns", top, 2, row)
}

// widths of the columns of cost centres, in characters.
var widths = map[string]float64{mapping.Partner: 24, mapping.CostCentre: 16, mapping.Description: 40, mapping.Lines: 10, mapping.Amount: 18,
	mapping.Matter: 40, mapping.CareGroup: 28, mapping.Locality: 24, mapping.Service: 32, mapping.Funding: 14, mapping.Exclude: 32, mapping.Why: 50, mapping.By: 18}

// centres writes the cost centres.
func (b *book) centres() {
	const sheet = mapping.Sheet
	b.set(sheet, 1, 1, "Cost centres of the ledgers", b.title)
	b.set(sheet, 1, 2, "This worksheet has one table: a row for each cost centre that no rule of apr.yaml classifies. Fill in the columns from Matter on; see the worksheet "+howSheet+".", b.style(excelize.Style{}))
	for i, c := range mapping.Columns {
		style := b.head
		if c.Fill {
			style = b.fill
		}
		b.set(sheet, i+1, headRow, c.Head, style)
		b.width(sheet, i+1, widths[c.Name])
	}
	for k, r := range b.Rows {
		for i, c := range mapping.Columns {
			row := headRow + 1 + k
			switch {
			case c.Name == mapping.Lines:
				b.set(sheet, i+1, row, r.Lines, b.text)
			case c.Name == mapping.Amount:
				b.set(sheet, i+1, row, float64(r.Total)/100, b.money)
			case c.Name == mapping.CostCentre:
				b.set(sheet, i+1, row, r.Cells[c.Name], b.code)
			default:
				b.set(sheet, i+1, row, r.Cells[c.Name], b.text)
			}
		}
	}
	b.table(sheet, "Cost_centres", headRow, len(mapping.Columns), headRow+len(b.Rows))
	b.check(b.file.SetPanes(sheet, &excelize.Panes{Freeze: true, XSplit: 2, YSplit: headRow, TopLeftCell: fmt.Sprintf("C%d", headRow+1), ActivePane: "bottomRight"}))
}

// choices lists what may be chosen, a column for each list.
func (b *book) choices() {
	b.set(choicesSheet, 1, 1, "Choices", b.title)
	b.set(choicesSheet, 1, 2, "This worksheet has one table: what the lists of the worksheet Cost centres offer. Each column is a list.", b.style(excelize.Style{}))
	column, longest := 0, 0
	for _, c := range mapping.Columns {
		list := b.Choices[c.Name]
		if len(list) == 0 {
			continue
		}
		column++
		longest = max(longest, len(list))
		b.set(choicesSheet, column, headRow, c.Head, b.head)
		b.width(choicesSheet, column, widths[c.Name])
		for i, choice := range list {
			b.set(choicesSheet, column, headRow+1+i, choice, b.text)
		}
	}
	b.table(choicesSheet, "Choices", headRow, column, headRow+longest)
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
		from, err := excelize.CoordinatesToCellName(i+1, headRow+1)
		b.check(err)
		to, err := excelize.CoordinatesToCellName(i+1, headRow+len(b.Rows)+spareRows)
		b.check(err)
		v.SetSqref(from + ":" + to)
		if list := b.Choices[c.Name]; len(list) > 0 {
			offered++
			column, err := excelize.ColumnNumberToName(offered)
			b.check(err)
			v.SetSqrefDropList(fmt.Sprintf("%s!$%s$%d:$%s$%d", choicesSheet, column, headRow+1, column, headRow+len(list)))
			if c.Name == mapping.Service {
				v.ShowErrorMessage = false // another name is as good
			} else {
				v.SetError(excelize.DataValidationErrorStyleStop, c.Head, "Choose one of the list, or leave the cell empty.")
			}
		} else {
			b.check(v.SetRange(0, 500, excelize.DataValidationTypeTextLength, excelize.DataValidationOperatorBetween))
		}
		v.SetInput(short(c.Head, 32), short(c.Meaning+".", 255))
		b.check(b.file.AddDataValidation(mapping.Sheet, v))
	}
}

// short is as much of a text as Excel takes.
func short(s string, most int) string {
	if utf8.RuneCountInString(s) <= most {
		return s
	}
	return string([]rune(s)[:most-1]) + "…"
}
