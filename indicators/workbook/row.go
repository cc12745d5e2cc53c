package workbook

import (
	"fmt"
	"slices"
	"strings"

	"apr/indicators"
	"apr/internal/source"
	"apr/internal/table"
)

// read turns one row into an observation, or says why it can't.
func (rd *reader) read(r *table.Row) {
	col := &rd.header.columns
	year, area := r.At(col[yearField]), r.At(col[areaField])
	name, value := r.At(col[indicatorField]), r.At(col[valueField])
	if isRemark(year, area, name+r.At(col[numberField]), value) || isLocality(r.At(col[localityField])) {
		return
	}
	switch part := r.At(col[timePeriodField]); rd.names.timePeriod(part) {
	case quarterYear:
		return // the annual report has whole years
	case unknownPart:
		rd.tally.add(indicators.CodeUnknownPeriod, rd.grid.Position(r, col[timePeriodField]),
			fmt.Sprintf("%q is neither Annual nor a quarter; rows with it are left out", shorten(part)), "", "")
		return
	}
	id, ok := rd.indicator(r)
	if !ok {
		return
	}
	when := rd.names.period(year)
	if when.problem != "" {
		rd.tally.add(indicators.CodeMangledYear, rd.grid.Position(r, col[yearField]),
			fmt.Sprintf("%s: %s; its rows are left out", id, when.problem), "",
			"correct the year in the workbook, or ask Public Health Scotland for a corrected release")
		return
	}
	basis, ok := basisOf(catalogue().byID[id], when)
	if !ok {
		rd.tally.add(indicators.CodeUnexpectedPeriod, rd.grid.Position(r, col[yearField]),
			fmt.Sprintf("%s: %q is a calendar year, which this indicator doesn't have; its rows are left out", id, when.text), "", "")
		return
	}
	where := rd.names.area(area)
	if where.problem != "" {
		rd.tally.add(indicators.CodeUnknownArea, rd.grid.Position(r, col[areaField]), where.problem, "", "").misspelt = where.name
	}
	if where.ignore {
		return
	}
	rd.last = r.Number
	o := indicators.Observation{Indicator: id, Area: where.name, Period: when.text, Basis: basis}
	rd.values(r, &o)
	rd.add(&o, where.number)
	if column := col[scotlandField]; column >= 0 {
		rd.national(r, column, &o)
	}
}

// isRemark reports whether a row is empty, or a remark under the table.
func isRemark(year, area, indicator, value string) bool {
	filled := 0
	for _, text := range []string{year, area, indicator} {
		if strings.TrimSpace(text) != "" {
			filled++
		}
	}
	return filled < 2 && strings.TrimSpace(value) == ""
}

// isLocality reports whether a row is a locality's: those of a whole area say
// "All", or have no such column.
func isLocality(text string) bool {
	text = strings.TrimSpace(text)
	return text != "" && !strings.EqualFold(text, "All")
}

// indicator is the row's indicator by name, or by number where it has no name.
// Where the two disagree the name is right: PHS's run of May 2024 wrote NI15
// with the number 14.
func (rd *reader) indicator(r *table.Row) (indicators.ID, bool) {
	col := &rd.header.columns
	name, number := r.At(col[indicatorField]), r.At(col[numberField])
	column := col[indicatorField]
	text := name
	if strings.TrimSpace(name) == "" {
		text, column = number, col[numberField]
	}
	id := rd.names.indicator(text)
	if id == "" {
		rd.tally.add(indicators.CodeUnknownIndicator, rd.grid.Position(r, max(column, 0)),
			fmt.Sprintf("%q is not an indicator of the core suite, %s; its rows are left out", shorten(text), indicators.Suite()), "", "")
		return "", false
	}
	if strings.TrimSpace(number) != "" && rd.names.indicator(number) != id {
		rd.tally.add(indicators.CodeIndicatorMismatch, rd.grid.Position(r, col[numberField]),
			fmt.Sprintf("rows of %s have the number %q; apr reads them as %s", id, shorten(number), id), "", "")
	}
	if !catalogue().byID[id].Reported {
		rd.tally.add(indicators.CodeUnreportable, rd.grid.Position(r, column),
			fmt.Sprintf("the workbook has rows for %s, which has not been finalised for reporting; they are not shown", id), "", "")
	}
	return id, true
}

// basisOf is the kind of period that a row covers; ok is false for a period
// that the indicator can't have.
func basisOf(c *indicators.Indicator, when periodName) (basis indicators.Basis, ok bool) {
	switch {
	case c.Basis == indicators.Survey:
		return indicators.Survey, !when.single // named by the reporting year of its fieldwork
	case c.Basis == indicators.Census:
		return indicators.Census, true // PHS's dashboards write 2023/24 for the census of 2023
	case !when.single:
		return indicators.Financial, true
	case c.Basis == indicators.Calendar || c.CalendarProxy || c.LastYear != 0 || !c.Reported:
		// Releases of 2021 and 2022 had calendar years of NI20.
		return indicators.Calendar, true
	}
	return "", false
}

// values reads a row's numbers into an observation.
func (rd *reader) values(r *table.Row, o *indicators.Observation) {
	col := &rd.header.columns
	c := catalogue().byID[o.Indicator]
	o.Position = rd.grid.Position(r, col[valueField])
	value := rd.cell(r, col[valueField], c)
	if value.has && lostDigits(r.At(col[valueField])) {
		value = reading{unreadable: true, lost: true}
	}
	moved := rd.moved(r)
	if moved != "" {
		rd.tally.add(indicators.CodeUnreadableValue, o.Position, fmt.Sprintf("%s: %s; the value counts as missing", o.Indicator, moved), "",
			"put a number with a comma in quotation marks, or write it without the comma")
		value = reading{unreadable: true}
	} else {
		rd.reportMark(o, value, r.At(col[valueField]))
		rd.reportPercent(o, value, r.At(col[valueField]), c)
	}
	o.Mark, o.Unreadable = value.mark, value.fault(r.At(col[valueField]))
	if moved != "" {
		o.Unreadable = "can't be told from those beside it: " + moved
	}
	if value.has {
		o.Value = rd.keep(value.number)
	}
	switch strings.ToLower(strings.TrimSpace(r.At(col[estimateField]))) {
	case "", "no", "n", "false", "0":
	default:
		o.Estimate = true
	}
	o.Estimate = o.Estimate || o.Value != nil && isProvisional(o.Mark)
	for _, number := range []struct {
		column int
		into   **float64
		scaled bool
	}{
		{col[numeratorField], &o.Numerator, false},
		{col[denominatorField], &o.Denominator, false},
		{col[lowerField], &o.Lower, true},
		{col[upperField], &o.Upper, true},
	} {
		var read reading
		if number.scaled {
			read = rd.cell(r, number.column, c)
		} else {
			read = rd.cell(r, number.column, nil)
		}
		if read.has {
			*number.into = rd.keep(read.number)
		}
	}
	if value.twoWays {
		rd.doubt(o, r.At(col[valueField]))
	}
	rd.checkLimits(o)
	rd.checkValue(o, c)
}

// cell reads one number. Where c is a percentage and the cell's format shows a
// fraction as one, the number is what the format shows.
func (rd *reader) cell(r *table.Row, column int, c *indicators.Indicator) reading {
	text := r.At(column)
	if text == "" {
		if slices.Contains(r.Uncalculated, column) {
			return reading{mark: uncalculatedMark}
		}
		return reading{}
	}
	percent := c != nil && c.Unit == "%" && column < len(r.Style) && rd.grid.Percent(r.Style[column])
	return read(text, percent)
}

// reportMark reports what is in place of a number, or next to it.
func (rd *reader) reportMark(o *indicators.Observation, value reading, text string) {
	switch {
	case value.mark == uncalculatedMark:
		rd.tally.add(indicators.CodeCellError, o.Position,
			fmt.Sprintf("%s: the cell has a formula whose value was never calculated; it counts as missing", o.Indicator), "",
			"open the workbook in a spreadsheet program, let it calculate, and save it")
	case value.lost:
		rd.tally.add(indicators.CodeUnreadableValue, o.Position,
			fmt.Sprintf("%s: scientific notation has lost digits; the value counts as missing", o.Indicator),
			fmt.Sprintf("%q for %s in %s", shorten(strings.TrimSpace(text)), o.Area, o.Period),
			"show the column as a number with its decimals and save the file again")
	case value.unreadable:
		rd.decimalCommas = rd.decimalCommas || commaForDecimals().MatchString(strings.TrimSpace(text))
		rd.tally.add(indicators.CodeUnreadableValue, o.Position,
			fmt.Sprintf("%s: %q is not a number; it counts as missing", o.Indicator, shorten(strings.TrimSpace(text))), "",
			"a value is a number such as 57.2, or empty")
	case value.has && value.mark != "":
		rd.tally.add(indicators.CodeValueMark, o.Position, fmt.Sprintf("%s: %q is next to a value", o.Indicator, value.mark), "", "")
	case value.has:
	case indicators.IsCellError(value.mark):
		rd.tally.add(indicators.CodeCellError, o.Position,
			fmt.Sprintf("%s: the cell holds the error %s; it counts as missing", o.Indicator, shorten(value.mark)), "",
			"open the workbook in a spreadsheet program, let it calculate, and save it")
	case value.mark != "":
		meaning := "missing"
		if indicators.IsSuppressed(value.mark) {
			meaning = "suppressed"
		}
		rd.tally.add(indicators.CodeValueMark, o.Position,
			fmt.Sprintf("%s: %q is in place of a value; it counts as %s", o.Indicator, value.mark, meaning), "", "")
	}
}

// checkLimits drops confidence limits that aren't: PHS's run of May 2026 wrote
// 1 for both.
func (rd *reader) checkLimits(o *indicators.Observation) {
	if o.Value != nil && o.Lower != nil && o.Upper != nil {
		switch rd.limits.all++; {
		case *o.Value < *o.Lower && *o.Lower < *o.Upper:
			rd.limits.lower++
		case *o.Value > *o.Upper && *o.Lower < *o.Upper:
			rd.limits.upper++
		}
	}
	switch {
	case o.Lower == nil && o.Upper == nil:
		return
	case o.Lower != nil && o.Upper != nil && *o.Lower == 1 && *o.Upper == 1:
		rd.tally.add(indicators.CodeLimits, o.Position,
			fmt.Sprintf("%s: both confidence limits are 1, which they can't be; they are left out", o.Indicator), "", "")
	case o.Value == nil || o.Lower == nil || o.Upper == nil:
	case *o.Lower > *o.Value || *o.Upper < *o.Value:
		rd.tally.add(indicators.CodeLimits, o.Position,
			fmt.Sprintf("%s: the value is outside its confidence limits, which are left out", o.Indicator),
			fmt.Sprintf("%v is not between %v and %v", *o.Value, *o.Lower, *o.Upper), "")
	default:
		return
	}
	o.Lower, o.Upper = nil, nil
}

// checkValue reports a value that can't be right.
func (rd *reader) checkValue(o *indicators.Observation, c *indicators.Indicator) {
	if o.Value == nil {
		return
	}
	if *o.Value < 0 || c.Unit == "%" && *o.Value > 100 {
		rd.tally.add(indicators.CodeImplausible, o.Position, fmt.Sprintf("%s: a value that can't be", o.Indicator),
			fmt.Sprintf("%v %s for %s in %s", *o.Value, c.Unit, o.Area, o.Period), "")
	}
}

// add keeps an observation, unless the table already has one for its
// indicator, area and period. Number is the area's place among the 34, or -1.
func (rd *reader) add(o *indicators.Observation, number int) {
	key := observationKey{o.Indicator, o.Area, o.Period}
	at, again := rd.seen[key]
	if !again {
		rd.seen[key] = len(rd.workbook.Observations)
		rd.workbook.Observations = append(rd.workbook.Observations, *o)
		rd.complete.mark(o, number)
		return
	}
	kept := &rd.workbook.Observations[at]
	if indicators.SameValue(kept.Value, o.Value) {
		if kept.Unreadable == "" && o.Unreadable != "" {
			*kept = *o // an empty cell doesn't hide what can't be read
			return
		}
		if rd.fromColumn[key] {
			*kept = *o // Scotland's own row says more than the column next to others
			delete(rd.fromColumn, key)
			return
		}
		rd.tally.add(indicators.CodeDuplicate, o.Position, "rows repeat an indicator, area and year with the same value",
			fmt.Sprintf("%s for %s in %s, first in %s", o.Indicator, o.Area, o.Period, placeFrom(kept.Position, o.Position)), "")
		return
	}
	// An empty cell says less than a number, an estimate less than a figure.
	used, unused := kept, o
	if kept.Value == nil || o.Value != nil && kept.Estimate && !o.Estimate {
		used, unused = o, kept
	}
	g := rd.tally.add(indicators.CodeConflict, unused.Position,
		fmt.Sprintf("two rows for %s, %s, %s have different values: %s in %s is used, %s in %s is not",
			o.Indicator, o.Area, o.Period, orEmpty(used), placeFrom(used.Position, unused.Position), orEmpty(unused), unused.Position.Place()),
		"", "remove the row that is wrong")
	g.places = append(g.places, source.Related{Position: used.Position, Message: "the value that is used"})
	if used == o {
		*kept = *o
	}
	kept.Conflicting = true
}

func orEmpty(o *indicators.Observation) string {
	if o.Value == nil {
		return "an empty cell"
	}
	return fmt.Sprint(*o.Value)
}

// placeFrom is a position as seen from another: with its file, or its sheet,
// where that isn't the same.
func placeFrom(p, from source.Position) string {
	switch {
	case p.File != from.File:
		return fmt.Sprintf("%s of %s", p.Place(), p.File)
	case p.Sheet != from.Sheet:
		return fmt.Sprintf("%s of sheet %q", p.Place(), p.Sheet)
	}
	return p.Place()
}

// national takes Scotland's value from the column next to the area's, where a
// dashboard's export has it instead of rows for Scotland. Each area's row says
// it again; one that says otherwise is reported.
func (rd *reader) national(r *table.Row, column int, o *indicators.Observation) {
	if o.Area == indicators.Scotland {
		return
	}
	value := rd.cell(r, column, catalogue().byID[o.Indicator])
	if !value.has {
		return
	}
	key := observationKey{o.Indicator, indicators.Scotland, o.Period}
	at, again := rd.seen[key]
	if again && indicators.SameValue(rd.workbook.Observations[at].Value, &value.number) {
		return
	}
	n := indicators.Observation{Indicator: o.Indicator, Area: indicators.Scotland, Period: o.Period, Basis: o.Basis, Estimate: o.Estimate}
	n.Value = rd.keep(value.number)
	n.Position = rd.grid.Position(r, column)
	rd.add(&n, rd.names.area(indicators.Scotland).number)
	if !again {
		rd.fromColumn[key] = true
	}
}
