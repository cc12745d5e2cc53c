package regs

import (
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"

	"apr/internal/document"
	"apr/internal/lazyregexp"
	"apr/internal/project"
	"apr/internal/project/owntable"
	"apr/internal/project/prose"
	"apr/internal/table/celltext"
	"apr/internal/wording"
	"apr/internal/yamlpos"
	"apr/regs/impossible"
)

var tableFigureRules = []Rule{{
	ID:       "R0-table-figures",
	Title:    "Tables of one's own add up and hold what their heads say",
	Level:    Advice,
	Citation: "apr, figures that can be traced",
	Why:      "Readers add up a column, and take a figure for what the row and the column say that it is. A table that was typed or copied from last year's is wrong without looking so.",
	Blind:    "Totals of columns that may be averages, where they lie between the rows; figures that were typed under heads that name no place, year or part of the account; heads that say it in other words.",
	Check:    checkTableFigures,
}}

func checkTableFigures(r *project.Project, p *Pass) {
	for i := range r.Config.Tables {
		t := &r.Config.Tables[i]
		for k := range r.Config.Tables[:i] {
			if o := &r.Config.Tables[k]; o.File == t.File && o.Sheet == t.Sheet && o.Range == t.Range && o.ID != t.ID {
				p.add(Finding{Position: at(t.Position, projectFile), Likely: true, Found: fmt.Sprintf("the tables %q and %q are of the same cells of %s", o.ID, t.ID, t.File),
					Hint: "name the file, sheet or range of the other, or print the one table in both places", Related: declared(at(o.Position, projectFile), o.ID)})
				break
			}
		}
		read := r.ReadTable(t)
		if read == nil {
			continue // it couldn't be read
		}
		printed, _ := r.PrintedTable(t, prose.Options{Evaluate: r.Evaluate}) // composing reports its problems
		f := &tableFigures{Pass: p, project: r, table: t, read: read, printed: printed, rowHeads: max(printed.RowHeads, 1)}
		f.sheet()
		if f.valuesAsHeads() {
			continue // what follows is read under wrong heads
		}
		f.totals()
		f.rowsOff()
		f.rowsAndPeople()
		f.heads()
		f.units()
		f.dates()
	}
}

// rowsOff reports a row that doesn't add up, where all others do.
func (f *tableFigures) rowsOff() {
	heads := make([]string, len(f.printed.Columns))
	for c := range heads {
		heads[c] = f.head(c)
	}
	rows := make([][]string, len(f.printed.Rows))
	for i := range rows {
		for c := range f.printed.Rows[i].Cells {
			rows[i] = append(rows[i], strings.TrimSpace(f.text(i, c)))
		}
	}
	if row, column, sum, ok := impossible.RowOff(heads, rows); ok && f.rowHeads == 1 {
		f.reportCell(f.read.Rows[row].Cells[column], "correct the row", "%q has %s under %q, and its other cells come to %s; those of the other rows add up", f.text(row, 0), f.text(row, column), heads[column], sum)
	}
}

// tableFigures holds the figures of one table against each other and against its heads.
type tableFigures struct {
	*Pass
	project  *project.Project
	table    *project.OwnTable
	read     *owntable.Table
	printed  *document.Table
	rowHeads int
}

// reportCell reports a cell.
func (f *tableFigures) reportCell(cell yamlpos.Text, hint, format string, args ...any) {
	f.add(Finding{Position: cell.Position, Hint: hint, Found: fmt.Sprintf("the table %q: ", f.table.ID) + fmt.Sprintf(format, args...)})
}

// valuesAsHeads reports a second row of heads that holds values.
func (f *tableFigures) valuesAsHeads() bool {
	if f.table.Heads != 2 {
		return false
	}
	values := false
	for _, c := range f.read.Columns[f.rowHeads:] {
		number, refers := readNumber(c.Markdown), strings.Contains(c.Markdown, "{{")
		if !refers && (!number.ok || isYear(c.Markdown)) {
			return false
		}
		values = values || refers || number.percent || number.pounds || number.plain() >= 100 // smaller ones may number quarters
	}
	if !values {
		return false
	}
	f.reportCell(f.read.Columns[f.rowHeads], "take heads: 2 out of apr.yaml, or give the table a second row of heads",
		"heads: 2 takes its first row of values for heads, from %q on", f.read.Columns[f.rowHeads].Markdown)
	return true
}

// A tableNumber is a cell that is one number.
type tableNumber struct {
	value    float64
	decimals int // that it is written with
	scale    float64
	percent  bool
	pounds   bool
	ok       bool
}

// plain is the size of a number as it is written.
func (n tableNumber) plain() float64 { return math.Abs(n.value) / n.scale }

// slack is how far rounding may take a number from what it was.
func (n tableNumber) slack() float64 {
	if n.decimals == 0 && n.scale == 1 && !n.pounds && n.plain() < 1000 {
		return 0
	}
	return 0.5 * n.scale * math.Pow10(-n.decimals)
}

var writtenNumber = lazyregexp.Lazy(`^\(?[-−–+]?\s?(£?)\s?[-−–]?(\d[\d,]*|\d{1,3}(?:[ \x{00a0}]\d{3})+)(?:\.(\d+))?\s?(%|k|m|bn|million|billion)?\)?$`)

// readNumber reads a cell that is one number, with its sign, currency and unit.
func readNumber(text string) (n tableNumber) {
	text = strings.Trim(celltext.Spaced(text), "*_ ")
	m := writtenNumber().FindStringSubmatch(text)
	if m == nil {
		return tableNumber{scale: 1}
	}
	digits := ungrouped().Replace(m[2])
	v, err := strconv.ParseFloat(digits+"."+m[3]+"0", 64)
	n = tableNumber{value: v, decimals: len(m[3]), scale: 1, percent: m[4] == "%", pounds: m[1] != "", ok: err == nil}
	switch m[4] {
	case "k":
		n.scale = 1e3
	case "m", "million":
		n.scale = 1e6
	case "bn", "billion":
		n.scale = 1e9
	}
	n.value *= n.scale
	if strings.HasPrefix(text, "(") != strings.ContainsAny(text[:min(len(text), 5)], "-−–") {
		n.value = -n.value
	}
	return n
}

var yearAlone = lazyregexp.Lazy(`^(?:19|20)\d\d(?:[/–-]\d\d)?$`)

// isYear reports whether a text is a calendar year or a reporting year.
func isYear(text string) bool { return yearAlone().MatchString(strings.TrimSpace(text)) }

// emptyCell reports whether a cell says that there is nothing to add.
func emptyCell(text string) bool {
	return slices.Contains([]string{"", "-", "–", "—", "−", "nil", "0"}, strings.ToLower(strings.TrimSpace(text)))
}

// totalWords are what a row of totals is called.
var totalWords = []string{"total", "totals", "all", "sum", "overall", "in all", "together", "grand total", "all areas", "all localities"}

// totals holds rows of totals against the rows above them.
func (f *tableFigures) totals() {
	since := 0
	for i, row := range f.printed.Rows {
		total := row.Total || slices.Contains(totalWords, celltext.Fold(row.Cells[0].Content.String()))
		if !total && !row.Subtotal {
			continue
		}
		f.total(i, since, row.Subtotal && !total)
		since = i + 1
	}
}

// total holds the row against those from since on, or for a total also against all others
// above it.
func (f *tableFigures) total(row, since int, subtotal bool) {
	type wrong struct {
		column    int
		sum       float64
		averaging bool // the total lies between the rows
	}
	var off []wrong
	adds, lost := 0, false
	for c := f.rowHeads; c < len(f.printed.Columns); c++ {
		total := readNumber(f.text(row, c))
		if !total.ok {
			continue
		}
		if f.traced(row, c) && f.allTraced(since, row, c) {
			lost = lost || f.tracedTotal(row, since, c)
			continue
		}
		ok, averaging, sum := f.sums(total, since, row, c)
		if !ok && !subtotal && since > 0 {
			ok, _, _ = f.sums(total, 0, row, c)
		}
		switch {
		case math.IsNaN(sum):
		case ok:
			adds++
		default:
			off = append(off, wrong{c, sum, averaging})
		}
	}
	for _, w := range off {
		total := readNumber(f.text(row, w.column))
		near := math.Abs(w.sum-total.value) <= 0.1*math.Abs(w.sum)
		if w.averaging && (f.isRate(w.column, total) || adds == 0 && !near) {
			continue
		}
		f.reportCell(f.read.Rows[row].Cells[w.column], "correct the total or the rows, or take the row out of totals in apr.yaml if it is none",
			"%q under %q is %s, and the rows above it come to %s", f.text(row, 0), f.head(w.column), f.text(row, w.column), sumAs(w.sum, total))
	}
}

// text is a cell as it is printed.
func (f *tableFigures) text(row, column int) string {
	return celltext.Spaced(f.printed.Rows[row].Cells[column].Content.String())
}

func (f *tableFigures) head(column int) string {
	return celltext.Spaced(f.printed.Columns[column].Head.String())
}

// datumOf is the figure that a cell refers to, or nil.
func (f *tableFigures) datumOf(row, column int) *document.Datum {
	for _, in := range f.printed.Rows[row].Cells[column].Content {
		if d, ok := in.(*document.Datum); ok {
			return d
		}
	}
	return nil
}

func (f *tableFigures) traced(row, column int) bool { return f.datumOf(row, column) != nil }

// allTraced reports whether no figure of a stretch was typed.
func (f *tableFigures) allTraced(from, to, column int) bool {
	for i := from; i < to; i++ {
		if !f.traced(i, column) && !emptyCell(f.text(i, column)) {
			return false
		}
	}
	return true
}

// sums reports whether a total is the sum of rows, and whether it lies between them. The
// sum is NaN where they can't be added.
func (f *tableFigures) sums(total tableNumber, from, to, column int) (ok, between bool, sum float64) {
	low, high, slack, n := math.Inf(1), math.Inf(-1), total.slack(), 0
	for i := from; i < to; i++ {
		if f.printed.Rows[i].Subtotal || f.printed.Rows[i].Total || emptyCell(f.text(i, column)) {
			continue
		}
		v := readNumber(f.text(i, column))
		if !v.ok || v.percent != total.percent {
			return false, false, math.NaN()
		}
		n++
		low, high, sum, slack = min(low, v.value), max(high, v.value), sum+v.value, slack+v.slack()
	}
	if n < 2 {
		return false, false, math.NaN()
	}
	return math.Abs(sum-total.value) <= slack+1e-9*math.Abs(sum), total.value >= low && total.value <= high, sum
}

var rateWords = lazyregexp.Lazy(`(?i)%|\b(?:per|rate|average|mean|median|share|proportion|percent\w*|change|index)\b`)

// isRate reports whether a column's values are rates or averages by its heads and units.
func (f *tableFigures) isRate(column int, total tableNumber) bool {
	return total.percent || rateWords().MatchString(f.head(column)+" "+f.group(column)+" "+f.table.Units+" "+f.table.Title)
}

// group is the head above that of a column, or "".
func (f *tableFigures) group(column int) string {
	at := 0
	for _, g := range f.printed.Groups {
		if at += g.Span; column < at {
			return celltext.Spaced(g.Head.String())
		}
	}
	return ""
}

// sumAs writes a sum as a total is written.
func sumAs(sum float64, like tableNumber) string {
	text := formatted(sum/like.scale, like.decimals)
	if like.pounds {
		text = "£" + text
	}
	switch {
	case like.percent:
		text += "%"
	case like.scale == 1e6:
		text += "m"
	case like.scale == 1e3:
		text += "k"
	case like.scale == 1e9:
		text += "bn"
	}
	return text
}

// units reports numbers that can't be in the units that the table gives.
func (f *tableFigures) units() {
	units := strings.ToLower(f.table.Units)
	inMillions, inThousands := millions().MatchString(units), thousands().MatchString(units)
	if !inMillions && !inThousands {
		return
	}
	limit := 1e5 // £100bn
	if inThousands {
		limit = 1e8
	}
	for i, row := range f.printed.Rows {
		for c := f.rowHeads; c < len(row.Cells); c++ {
			n := readNumber(f.text(i, c))
			if !n.ok || n.percent || n.plain() < limit && n.scale == 1 && !(n.pounds && n.decimals == 2 && n.plain() >= 1000) {
				continue
			}
			f.reportCell(f.read.Rows[i].Cells[c], "write the numbers in these units, or correct units in apr.yaml", "units are %q, and %s doesn't fit them", wording.OneLine(f.table.Units), f.text(i, c))
			return
		}
	}
}

var (
	millions  = lazyregexp.Lazy(`£ ?m\b|\bmillions?\b`)
	thousands = lazyregexp.Lazy(`£ ?k\b|000|\bthousands?\b`)
)

// sheet says what a sheet doesn't show as it is: hidden rows and columns, which are left
// out, and numbers that a format divides.
func (f *tableFigures) sheet() {
	if n := len(f.read.Hidden); n > 0 {
		f.reportCell(yamlpos.Text{Position: f.read.Hidden[0]}, "unhide what belongs to the table, or delete it from the sheet", "%s that the sheet hides %s left out", wording.Count(n, "row or column", "rows and columns"), wording.Form(n, "is", "are"))
	}
	if n := len(f.read.Below); n > 0 {
		f.reportCell(yamlpos.Text{Position: f.read.Below[0]}, "let range go on to the table's last row, or leave an empty row below it", "%s straight below its range %s on with the same columns and %s left out", wording.Count(n, "row"), wording.Form(n, "goes", "go"), wording.Form(n, "is", "are"))
	}
	said := f.table.Units + " " + f.table.Title
	for c := range f.printed.Columns {
		said += " " + f.head(c) + " " + f.group(c)
	}
	if said = strings.ToLower(said); !f.read.Scaled.IsZero() && !millions().MatchString(said) && !thousands().MatchString(said) {
		f.reportCell(yamlpos.Text{Position: f.read.Scaled}, "say under units: of apr.yaml what the numbers are in, such as £000, or give the cells a format that shows them in full",
			"the format of a number shows it as thousands or millions, and neither heads nor units say so")
	}
}

var (
	// dateHead is what a spreadsheet makes of 5-9 and 10-14, and rangeHead what stands
	// beside it where it made nothing.
	dateHead  = lazyregexp.Lazy(`(?i)^(?:\d{1,2}[- ](?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[- ]\d\d)$`)
	rangeHead = lazyregexp.Lazy(`^\d{1,3} ?(?:[-–] ?\d{1,3}|\+)$`)
)

// dates reports heads and cells that a spreadsheet has taken for dates.
func (f *tableFigures) dates() {
	var rows, columns []yamlpos.Text
	for i := range f.read.Rows {
		rows = append(rows, f.read.Rows[i].Cells[0])
	}
	columns = append(columns, f.read.Columns...)
	lists := [][]yamlpos.Text{rows, columns}
	for c := 1; c < len(f.read.Columns); c++ {
		var cells []yamlpos.Text
		for i := range f.read.Rows {
			cells = append(cells, f.read.Rows[i].Cells[c])
		}
		lists = append(lists, cells)
	}
	for k, heads := range lists {
		of := func(form func() *lazyregexp.Regexp) int {
			return slices.IndexFunc(heads, func(t yamlpos.Text) bool { return form().MatchString(celltext.Spaced(t.Markdown)) })
		}
		if date, beside := of(dateHead), of(rangeHead); date >= 0 && beside >= 0 {
			what := "head"
			if k > 1 {
				what = "cell"
			}
			f.reportCell(heads[date], "give the cells the format Text, and write the range again", "a spreadsheet has taken the %s for a date: %q, beside %q", what, heads[date].Markdown, heads[beside].Markdown)
		}
	}
}
