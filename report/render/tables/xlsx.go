package tables

import (
	"errors"
	"fmt"
	"strings"

	"github.com/xuri/excelize/v2"

	"apr/internal/document"
	"apr/internal/lazyregexp"
	"apr/internal/workbook"
)

// Names of the sheets that come before the tables. They are the same in every language, as
// are those of the tables' sheets: apr knows by them what it reads, when the next year's
// report names the workbook as its history.
const (
	coverSheet    = "Cover"
	contentsSheet = "Contents"
	notesSheet    = "Notes"
)

// XLSX is the workbook of the report's tables: a cover, the contents, the notes,
// and each table on a sheet of its own, from the left and without merged cells.
// A cell holds a number in full and shows it as the report prints it.
// https://analysisfunction.civilservice.gov.uk/policy-store/releasing-statistics-in-spreadsheets/
func XLSX(doc *document.Document) ([]byte, error) {
	b := &book{Book: workbook.New(coverSheet), words: words{&doc.Meta}, doc: doc, sheets: collect(doc), formats: map[string]int{}, filtered: map[string]bool{}, kept: map[string]any{}}
	b.begin()
	b.cover()
	b.contents()
	b.notes()
	for _, s := range b.sheets {
		b.table(s)
	}
	b.finish()
	return b.Bytes("workbook of tables")
}

// A book is the workbook being made.
type book struct {
	*workbook.Book
	words
	doc    *document.Document
	sheets []sheet
	// styles by what they are for; formats by number format.
	link, strong            int
	linkedText, linkedTotal int
	formats                 map[string]int
	pages                   []*page
	filtered                map[string]bool // tables, by name
	kept                    map[string]any  // parts of tables, until the file is finished
}

// begin makes the styles and the file's properties.
func (b *book) begin() {
	linked := func(bold bool, alignment *excelize.Alignment) int {
		return b.Style(excelize.Style{Font: &excelize.Font{Color: "0B4F8A", Underline: "single", Bold: bold}, Alignment: alignment})
	}
	b.strong = b.Style(excelize.Style{Font: &excelize.Font{Bold: true}, Alignment: workbook.Wrapped()})
	b.link = linked(false, nil)
	b.linkedText, b.linkedTotal = linked(false, workbook.Wrapped()), linked(true, workbook.Wrapped())
	b.headings()
	meta := b.doc.Meta
	b.Properties(excelize.DocProperties{Title: meta.Said("Tables: {title}, {authority}", meta.Title, meta.Authority), Creator: meta.Authority,
		Language: meta.Language, Description: meta.Subtitle}, meta.Date)
}

// headings makes the style of titles Excel's own "Heading 1" too: screen readers say of
// it that it is a heading, and of large bold text nothing.
func (b *book) headings() {
	if b.Err() != nil {
		return
	}
	styles := b.Excel.Styles
	if styles.CellStyles == nil || len(styles.CellStyles.CellStyle) == 0 || styles.CellStyleXfs == nil || len(styles.CellStyleXfs.Xf) == 0 {
		b.Check(errors.New("the library's styles are not as they were"))
		return
	}
	of, builtIn, parent := &styles.CellXfs.Xf[b.TitleStyle], headingStyle, len(styles.CellStyleXfs.Xf)
	xf := styles.CellStyleXfs.Xf[0]
	xf.FontID = of.FontID
	styles.CellStyleXfs.Xf = append(styles.CellStyleXfs.Xf, xf)
	styles.CellStyleXfs.Count = len(styles.CellStyleXfs.Xf)
	of.XfID = &parent
	named := *styles.CellStyles.CellStyle[0]
	named.Name, named.XfID, named.BuiltInID = "Heading 1", parent, &builtIn
	styles.CellStyles.CellStyle = append(styles.CellStyles.CellStyle, &named)
	styles.CellStyles.Count = len(styles.CellStyles.CellStyle)
}

// headingStyle is the number of "Heading 1" among the styles that every Excel has
// (ECMA-376, part 1, 18.8.7).
const headingStyle = 16

// finish says how large each sheet is, and takes the filters off tables in which there
// is nothing to filter.
func (b *book) finish() {
	for _, p := range b.pages {
		b.Check(b.Excel.SetSheetDimension(p.name, fmt.Sprintf("A1:%s", p.corner())))
	}
	for name, data := range b.kept {
		b.Excel.Pkg.Store(name, data)
	}
	b.Excel.Pkg.Range(func(key, part any) bool {
		name, _ := key.(string)
		data, _ := part.([]byte)
		if strings.HasPrefix(name, "xl/tables/") && !b.filtered[tableRange(data)] {
			b.Excel.Pkg.Store(name, autoFilter().ReplaceAll(data, nil))
		}
		return true
	})
}

var autoFilter = lazyregexp.Lazy(`<autoFilter ref="[^"]*"></autoFilter>|<autoFilter ref="[^"]*"/>`)

// tableRange is the name of a table's part, by which it is known.
func tableRange(part []byte) string {
	if m := tableName().FindSubmatch(part); m != nil {
		return string(m[1])
	}
	return ""
}

var tableName = lazyregexp.Lazy(`<table[^>]* name="([^"]*)"`)

// corner is the last cell that the page has.
func (p *page) corner() string { return p.Cell(max(p.widest, 1), max(p.lowest, 1)) }

// sheet adds a sheet with a column that is wide enough for reading.
func (b *book) sheet(name string, widths ...float64) *page {
	if name != coverSheet {
		_, err := b.Excel.NewSheet(name)
		b.Check(err)
	}
	for i, w := range widths {
		b.Width(name, i+1, w)
	}
	p := &page{book: b, name: name}
	b.pages = append(b.pages, p)
	return p
}

// A page is a sheet being filled from the top.
type page struct {
	*book
	name string
	row  int
	// links are how many cells lead to an address.
	links int
	// widest and lowest are the last column and row that were written.
	widest, lowest int
}

// at is a cell of the current row, from 1.
func (p *page) at(column int) string { return p.Cell(column, max(p.row, 1)) }

// line writes one text on the next row.
func (p *page) line(text string, style int) {
	p.row++
	p.set(1, text, style)
}

// own writes words of apr's own on the next row.
func (p *page) own(english string, style int) { p.line(p.Said(english), style) }

func (p *page) set(column int, value any, style int) {
	p.widest, p.lowest = max(p.widest, column), max(p.lowest, p.row)
	p.Set(p.name, column, max(p.row, 1), value, style)
}

// leads makes a cell of the current row a link to a sheet.
func (p *page) leads(column int, to string) {
	p.Check(p.Excel.SetCellHyperLink(p.name, p.at(column), fmt.Sprintf("'%s'!A1", to), "Location"))
}

// linked makes a cell of the current row a link to an address, "" for none. A sheet
// has room for 65,529: those beyond are words alone.
func (p *page) linked(column int, url string, style int) {
	if url == "" || p.links >= excelize.TotalSheetHyperlinks {
		return
	}
	p.links++
	cell := p.at(column)
	p.Check(p.Excel.SetCellHyperLink(p.name, cell, url, "External"))
	p.Check(p.Excel.SetCellStyle(p.name, cell, cell, style))
}

// cover says what the workbook is.
func (b *book) cover() {
	meta := b.doc.Meta
	p := b.sheet(coverSheet, 90)
	p.line(b.Said("{title}: tables", meta.Title), b.TitleStyle)
	if meta.Brand.Name != "" {
		p.line(meta.Brand.Name, b.strong)
	}
	p.line(meta.Authority, b.strong)
	p.line(meta.Subtitle, b.TextStyle)
	if meta.State != "" {
		p.line(b.Said("State: {state}", b.Said(meta.State)), b.strong)
	}
	if meta.Watermark != "" {
		p.line(b.Said(meta.Watermark), b.strong)
	}
	p.own("This workbook has every table of the report, and the data of its charts. A cell holds the number in full and shows it rounded as the report prints it.", b.TextStyle)
	for _, n := range b.doc.Meta.CoverNotes {
		p.line(n.String(), b.TextStyle)
		p.linked(1, leadsTo(n), b.linkedText)
	}
	p.own("Notes", b.strong)
	p.own("[note 1] beside a heading, or in the column Notes, leads to the note of that number on the worksheet Notes. They have the numbers that they have in the report.", b.TextStyle)
	p.own("Shorthand", b.strong)
	p.own("Where a number is missing, a sign in brackets says why.", b.TextStyle)
	for _, s := range shorthands {
		p.line(s.Sign+" "+b.Said(s.Meaning), b.TextStyle)
	}
}

// contents lists the sheets.
func (b *book) contents() {
	p := b.sheet(contentsSheet, 16, 100)
	p.own("Contents", b.TitleStyle)
	p.own("This worksheet has one table: the worksheets that follow.", b.TextStyle)
	rows := [][]string{{notesSheet, b.Said("Notes on the figures")}}
	for _, s := range b.sheets {
		rows = append(rows, []string{s.name, s.title})
	}
	p.rows("contents", []string{b.Said("Worksheet"), b.Said("Title")}, rows)
	for i, r := range rows {
		p.row = 4 + i
		p.leads(1, r[0])
		cell := p.at(1)
		p.Check(b.Excel.SetCellStyle(p.name, cell, cell, b.link))
	}
}

// notes lists the report's notes.
func (b *book) notes() {
	p := b.sheet(notesSheet, 16, 100)
	p.own("Notes", b.TitleStyle)
	if len(b.doc.Notes) == 0 {
		p.own("The tables have no notes.", b.TextStyle)
		return
	}
	p.own("This worksheet has one table: the notes that the tables refer to.", b.TextStyle)
	var rows [][]string
	for _, n := range b.doc.Notes {
		rows = append(rows, []string{b.Said("note {number}", n.Number), n.Content.String()})
	}
	p.rows("notes", []string{b.Said("Note"), b.Said("Text")}, rows)
	for i, n := range b.doc.Notes {
		p.row = 4 + i
		p.linked(2, leadsTo(n.Content), b.linkedText)
	}
}

// rows writes a table of texts from the next row on.
func (p *page) rows(name string, heads []string, rows [][]string) {
	p.row++
	top := p.at(1)
	for i, h := range heads {
		p.set(i+1, h, p.HeadStyle)
	}
	for _, r := range rows {
		p.row++
		for i, c := range r {
			p.set(i+1, c, p.TextStyle)
		}
	}
	p.mark(name, top, p.at(len(heads)), len(rows))
}

// mark makes a range a table, so that programs, screen readers among them, know
// its headings.
func (p *page) mark(name, from, to string, rows int) {
	const few = 8 // rows, in which nobody needs to filter
	no := false
	if _, twice := p.filtered[name]; twice {
		p.Check(fmt.Errorf("two tables are called %s", name))
		return
	}
	p.filtered[name] = rows >= few && name != "contents" && name != "notes"
	p.Check(p.Excel.AddTable(p.name, &excelize.Table{Range: from + ":" + to, Name: name, StyleName: "", ShowRowStripes: &no}))
	p.keep(tablePart(len(p.filtered) - 1))
}

// keep takes a part of a table out of the file until it is finished: for each table that
// is added, excelize reads all that are there, twice. The newest stays, whose number it
// counts on from.
func (b *book) keep(part string) {
	if data, ok := b.Excel.Pkg.LoadAndDelete(part); ok {
		b.kept[part] = data
	}
}

// tablePart is the part of a table, by its number from 1.
func tablePart(n int) string { return fmt.Sprintf("xl/tables/table%d.xml", n) }

// table writes one table of the report on a sheet of its own.
func (b *book) table(s sheet) {
	heads, grid := s.grid()
	p := b.sheet(s.name, widths(heads, grid)...)
	p.line(s.label+": "+s.title, b.TitleStyle)
	p.line(s.introduction(heads), b.plain())
	for _, n := range s.Notes {
		p.line(b.plainWithMarks(n), b.plain())
		p.linked(1, leadsTo(n), b.link)
	}
	p.own("Go to the contents", b.link)
	p.leads(1, contentsSheet)
	p.row++
	top := p.at(1)
	for i, h := range heads {
		p.set(i+1, h, b.HeadStyle)
	}
	for i, r := range grid {
		p.row++
		for j, c := range r {
			p.cell(j+1, c, s.Rows[i].Bold())
		}
	}
	p.mark(strings.ReplaceAll(s.name, " ", "_"), top, p.at(len(heads)), len(grid))
}

// plain is the style of text that doesn't wrap: above a table it runs over the
// columns next to it, since the first may be as narrow as its rows' names.
func (b *book) plain() int { return b.format("@") }

// introduction is the line under a table's title.
func (s sheet) introduction(heads []string) string {
	text := s.Said("This worksheet has one table.")
	if heads[len(heads)-1] == s.Said(notesHead) {
		text += " " + s.Said("The column Notes says which notes a row's figures have; it is blank where there are none.")
	}
	return text
}

// cell writes one cell: a number with its format, or text.
func (p *page) cell(column int, c cell, total bool) {
	style := p.TextStyle
	if total {
		style = p.strong
	}
	switch {
	case c.number != nil:
		p.set(column, c.number.value, p.number(c.number.format, total))
	case c.shorthand != "":
		p.set(column, c.shorthand, style)
	default:
		p.set(column, c.text, style)
		linked := p.linkedText
		if total {
			linked = p.linkedTotal
		}
		p.linked(column, c.url, linked)
	}
}

// number is the style of a number format.
func (b *book) number(format string, total bool) int {
	if total {
		return b.styled(format, &excelize.Font{Bold: true})
	}
	return b.styled(format, nil)
}

func (b *book) format(format string) int { return b.styled(format, nil) }

// styled is the style of a format and weight, made once.
func (b *book) styled(format string, font *excelize.Font) int {
	key := fmt.Sprint(format, font != nil)
	id, ok := b.formats[key]
	if !ok {
		id = b.Style(excelize.Style{Font: font, CustomNumFmt: &format, Alignment: &excelize.Alignment{Vertical: "top"}})
		b.formats[key] = id
	}
	return id
}

// notesHead heads the column of notes, which a table has where a cell is marked.
const notesHead = "Notes"
