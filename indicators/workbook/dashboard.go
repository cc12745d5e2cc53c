package workbook

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"apr/indicators"
	"apr/internal/lazyregexp"
	"apr/internal/source"
	"apr/internal/table"
	"apr/internal/table/xlsx"
)

// A dashboard is a wide sheet for people: a row for each indicator, a column for
// each year, one partnership, and often Scotland next to it. Its cells are
// formulas over the long table, so apr reads dashboards only where there is no
// long table, and takes the values that were calculated when it was saved.

// wideHeads are the heads of a dashboard's columns.
type wideHeads struct {
	row     int
	columns []wideColumn
}

// wideColumn is a column of values.
type wideColumn struct {
	column int
	period periodName
	// area is empty for the dashboard's own.
	area string
	// estimate is true where the head says that its values are provisional.
	estimate bool
}

// wideReader reads one sheet as a dashboard.
type wideReader struct {
	*reader
	heads *wideHeads
	above []string // the row before, when it is directly above
	row   int      // its number
	// area is whom the sheet is about; labelled is true where a label such as
	// "Partnership" is next to the name.
	area     string
	labelled bool
	// nameless is the first row of values of nobody.
	nameless int
	values   int
	cut      int // the first row that is too many
}

// maxDashboardCells is how many cells are looked at in search of a dashboard. One
// with every indicator, area and year has a thirtieth.
const maxDashboardCells = 1 << 18

// readDashboards reads every grid that is a dashboard. It reports whether any
// has a value.
func (rd *reader) readDashboards(all []preamble) (found bool, err error) {
	rd.dashboard = true
	cells := 0
	for i := range all {
		if all[i].rows == 0 {
			continue // to go through a large sheet without rows again takes long
		}
		g := all[i].grid
		rd.grid = g
		w := wideReader{reader: rd}
		if area, ok := rd.names.knownArea(g.Sheet); ok && area != indicators.Scotland {
			w.area = area
		}
		err := g.Scan(xlsx.Selection{Booleans: true}, func(r *table.Row) bool {
			if cells += r.Width; cells > maxDashboardCells {
				w.cut = r.Number
				return false
			}
			w.read(r)
			return true
		})
		if err != nil {
			return false, err // preambles were read without one
		}
		w.report()
		if w.values > 0 && !found {
			found, rd.workbook.Sheet = true, g.Sheet
		}
	}
	return found, nil
}

// report says what was read from the sheet, or why nothing.
func (w *wideReader) report() {
	at := source.Position{File: w.grid.File, Sheet: w.grid.Sheet}
	where := "the dashboard"
	if at.Sheet != "" {
		where = fmt.Sprintf("the dashboard on sheet %q", at.Sheet)
	}
	if w.nameless > 0 {
		w.tally.add(indicators.CodeDashboard, at, fmt.Sprintf("%s doesn't say whose values it shows from row %d on; they are left out", where, w.nameless), "",
			"choose the partnership on the sheet, let the spreadsheet program calculate it, and save it")
	}
	if w.cut > 0 && w.values > 0 {
		w.tally.add(indicators.CodeDashboard, at, fmt.Sprintf("%s is too large for one and read above row %d alone", where, w.cut), "",
			"use the management information workbook of Public Health Scotland, or take what isn't the dashboard out of the file")
	}
	if w.values > 0 {
		w.tally.add(indicators.CodeDashboard, at, fmt.Sprintf("no long table of indicators: apr reads %s, which has %s alone, so that there are no ranks", where, w.area), "",
			"use the management information workbook of Public Health Scotland, whose sheet Data has every area")
	}
}

// read takes a row for heads, for an indicator's values, or for text that may
// say whom the values are about.
func (w *wideReader) read(r *table.Row) {
	id, column := w.rowIndicator(r)
	switch {
	case id != "" && w.heads != nil:
		w.indicator(r, id, column)
	case id != "":
	default:
		if heads := w.readHeads(r); heads != nil {
			w.heads = heads
		} else {
			w.findArea(r)
		}
	}
	w.above, w.row = slices.Clone(r.Text[:r.Width]), r.Number
}

// leading finds the indicator at the beginning of a text: "NI12", "NI 12 Rate of
// emergency admissions", "12".
var leading = lazyregexp.Lazy(`(?i)^\s*(NI[\s.-]*0*\d{1,2})\b`)

// rowIndicator is the indicator that a row is about, and the cell that says so:
// the first cell with text, or the second where the first is a heading of
// several rows or an outcome.
func (w *wideReader) rowIndicator(r *table.Row) (indicators.ID, int) {
	looked := 0
	for column, text := range r.Text[:r.Width] {
		if strings.TrimSpace(text) == "" {
			continue
		}
		if m := leading().FindStringSubmatch(text); m != nil {
			text = m[1]
		}
		if id := w.names.indicator(text); id != "" {
			return id, column
		}
		if looked++; looked == 2 {
			break
		}
	}
	return "", 0
}

// headPeriod finds the year in a column's head.
var headPeriod = lazyregexp.Lazy(`(?i)(?:FY\s*)?\b(?:19|20)\d\d(?:\s*[/–-]\s*\d{1,4})?(?:\.0+)?`)

// findYear is where headPeriod finds a year. Nearly all texts have none, as a look
// at their digits shows.
func findYear(text string) []int {
	if !strings.Contains(text, "19") && !strings.Contains(text, "20") {
		return nil
	}
	return headPeriod().FindStringIndex(text)
}

// headWords are what may be next to a head's year; the value says whether it
// makes the values provisional.
var headWords = map[string]bool{
	"": false, "rate": false, "value": false, "year": false, "financial": false, "calendar": false, "cy": false,
	"annual": false, "p": true, "provisional": true, "estimate": true, "estimated": true,
}

// readHeads is nil for a row that isn't heads of years.
func (w *wideReader) readHeads(r *table.Row) *wideHeads {
	h := &wideHeads{row: r.Number}
	if w.row != r.Number-1 {
		w.above = nil
	}
	named := false // a head that says "Indicator"
	var period periodName
	for column, text := range r.Text[:r.Width] {
		if f, ok := fieldOf(text); ok && (f == indicatorField || f == numberField) {
			named = true
			continue
		}
		c, ok := w.head(text)
		switch {
		case !ok:
			continue
		case c.period.text != "":
			period = c.period
			if c.area == "" {
				c.area = w.groupArea(column)
			}
		default: // an area alone: its year is before it, or above
			if c.period = w.groupPeriod(column); c.period.text == "" {
				c.period = period
			}
			if c.period.text == "" {
				continue
			}
		}
		c.column = column
		h.columns = append(h.columns, c)
	}
	if len(h.columns) < 2 && !(named && len(h.columns) == 1) {
		return nil
	}
	return h
}

// head reads a column's head: a year, an area, or both.
func (w *wideReader) head(text string) (c wideColumn, ok bool) {
	text = strings.TrimSpace(text)
	if text == "" || len(text) > maxName {
		return c, false
	}
	rest := text
	if at := findYear(text); at != nil {
		c.period = w.names.period(strings.ReplaceAll(text[at[0]:at[1]], "–", "-"))
		if c.period.problem != "" {
			return c, false
		}
		rest = text[:at[0]] + " " + text[at[1]:]
	}
	rest = strings.Trim(rest, " ()[]:;,–-\n\t")
	all := true
	for _, word := range strings.Fields(strings.ToLower(rest)) {
		provisional, known := headWords[strings.Trim(word, "()[],")]
		all, c.estimate = all && known, c.estimate || provisional
	}
	if all {
		return c, c.period.text != ""
	}
	c.estimate = false
	c.area, ok = w.names.knownArea(rest)
	return c, ok
}

// groupArea is the area in the row above that a column is under: a cell
// that is joined over several columns has its text in the first.
func (w *wideReader) groupArea(column int) string {
	if text := w.group(column); text != "" {
		if area, ok := w.names.knownArea(text); ok {
			return area
		}
	}
	return ""
}

func (w *wideReader) groupPeriod(column int) periodName {
	if c, ok := w.head(w.group(column)); ok {
		return c.period
	}
	return periodName{}
}

// widestGroup is over how many columns a heading may be joined: the areas or the
// years of a dashboard, and room.
const widestGroup = 128

func (w *wideReader) group(column int) string {
	for c := min(column, len(w.above)-1); c >= max(0, column-widestGroup); c-- {
		if strings.TrimSpace(w.above[c]) != "" {
			return strings.TrimSpace(w.above[c])
		}
	}
	return ""
}

// findArea looks for whom the sheet is about: a name next to a label, or in the
// same cell behind a colon, else the first that is anywhere.
func (w *wideReader) findArea(r *table.Row) {
	label := false
	for _, text := range r.Text[:r.Width] {
		if strings.TrimSpace(text) == "" || len(text) > maxName {
			continue
		}
		before, after, joined := strings.Cut(text, ":")
		name := text
		if joined && isAreaLabel(before) && strings.TrimSpace(after) != "" {
			label, name = true, after
		}
		area, known := w.names.knownArea(name)
		if known && area != indicators.Scotland && (label && !w.labelled || w.area == "" || label && w.heads != nil) {
			w.area, w.labelled = area, label
		}
		label = isAreaLabel(strings.TrimSuffix(strings.TrimSpace(text), ":"))
	}
}

// isAreaLabel reports whether a text announces a partnership's name.
func isAreaLabel(text string) bool {
	key := strings.TrimPrefix(strings.TrimPrefix(strings.TrimPrefix(headKey(text), "select"), "choose"), "your")
	f, ok := headFields[strings.TrimPrefix(key, "a")]
	if !ok {
		f, ok = headFields[key]
	}
	return ok && f == areaField
}

// indicator reads the values of a row.
func (w *wideReader) indicator(r *table.Row, id indicators.ID, column int) {
	c := catalogue().byID[id]
	if !c.Reported {
		return // a dashboard lists the whole suite
	}
	for _, col := range w.heads.columns {
		if col.column <= column {
			continue
		}
		o := indicators.Observation{Indicator: id, Area: cmp.Or(col.area, w.area), Period: col.period.text, Estimate: col.estimate}
		o.Position = w.grid.Position(r, col.column)
		value := w.cell(r, col.column, c)
		empty := value == reading{}
		basis, ok := basisOf(c, col.period)
		switch {
		case !ok && empty:
			continue
		case !ok:
			w.tally.add(indicators.CodeUnexpectedPeriod, o.Position,
				fmt.Sprintf("%s: %q is a calendar year, which this indicator doesn't have; its values are left out", id, col.period.text), "", "")
			continue
		case o.Area == "":
			w.nameless = cmp.Or(w.nameless, r.Number)
			continue
		}
		o.Basis = basis
		w.keepWide(&o, value, r.At(col.column), empty)
	}
}

// keepWide keeps a value, or that there is none, unless another sheet has one.
func (w *wideReader) keepWide(o *indicators.Observation, value reading, text string, empty bool) {
	at, again := w.seen[observationKey{o.Indicator, o.Area, o.Period}]
	if empty && (again || o.Area == indicators.Scotland) {
		return
	}
	w.reportMark(o, value, text)
	o.Mark, o.Unreadable = value.mark, value.fault(text)
	if value.has {
		o.Value = w.keep(value.number)
		w.values++
	}
	if value.twoWays {
		w.doubt(o, text)
	}
	o.Estimate = o.Value != nil && (o.Estimate || isProvisional(o.Mark))
	w.checkValue(o, catalogue().byID[o.Indicator])
	if again && w.workbook.Observations[at].Value == nil && w.workbook.Observations[at].Mark == "" {
		w.workbook.Observations[at] = *o
		return
	}
	w.add(o, w.names.area(o.Area).number)
}
