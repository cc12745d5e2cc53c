package measures

import (
	"cmp"
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"
	"time"

	"apr/internal/number"
	"apr/internal/period"
	"apr/internal/source"
	"apr/internal/table/xlsx"
)

// describe takes over what a row says of its measure. The words of the newest
// period are; an older row fills only what is still unknown.
func (rd *reader) describe(e *entry, span period.Span) {
	newer := e.newest.IsZero() || span.Compare(e.newest) >= 0
	if newer && !span.IsZero() {
		e.newest = span
	}
	set := func(into *string, c column) {
		if text := rd.text(c); text != "" && (newer || *into == "") {
			*into = text
		}
	}
	if title := rd.text(titleColumn); title != "" && (newer || e.Title == e.ID) {
		e.Title = title
	}
	if text := rd.text(titleColumn); headerKey(text) != "" {
		if key := headerKey(text); e.titles[key].text == "" {
			e.titles[key] = title{text, rd.row.Position(rd.header.at[titleColumn]), len(e.titles)}
		}
	}
	set(&e.Owner, ownerColumn)
	set(&e.Source, sourceColumn)
	rd.unit(e)
	rd.polarity(e)
	if text := rd.text(frequencyColumn); text != "" && (newer || e.Frequency == "") {
		f, ok := frequencyOf(text)
		if !ok {
			rd.report(frequencyColumn, "expected one of: "+strings.Join(columns[frequencyColumn].OneOf, ", "), "the frequency %q isn't one that apr knows", text)
		}
		e.Frequency = f
	}
	if text := rd.text(levelColumn); text != "" && (newer || e.Levels == nil) {
		e.Levels = rd.levels(text)
	}
	rd.next(e, newer)
}

// unit and polarity decide what a value means, so that rows must agree on them.
func (rd *reader) unit(e *entry) {
	text := rd.text(unitColumn)
	if strings.EqualFold(text, "percentage") || strings.EqualFold(text, "percent") {
		text = "%"
	}
	at := rd.row.Position(rd.header.at[unitColumn])
	switch {
	case text == "":
	case e.Unit == "":
		e.Unit, e.unitAt = text, at
	case !strings.EqualFold(e.Unit, text):
		rd.conflict(e, "unit", e.Unit, text, at, e.unitAt)
	}
}

func (rd *reader) polarity(e *entry) {
	text := rd.text(polarityColumn)
	if text == "" {
		return
	}
	p, ok := ParsePolarity(text)
	at := rd.row.Position(rd.header.at[polarityColumn])
	switch {
	case !ok:
		rd.report(polarityColumn, source.DidYouMean(text, columns[polarityColumn].OneOf), "the polarity %q isn't one that apr knows", text)
	case e.Polarity == "":
		e.Polarity, e.goodAt = p, at
	case e.Polarity != p:
		rd.conflict(e, "polarity", string(e.Polarity), string(p), at, e.goodAt)
	}
}

func (rd *reader) conflict(e *entry, what, first, second string, at, firstAt source.Position) {
	rd.survived.Add(&source.Problem{Code: CodeConflict, Position: at,
		Message: fmt.Sprintf("%s has the %s %s here and %s before; apr goes by the first", e.ID, what, second, first),
		Hint:    "write the same on each row of the measure",
		Related: []source.Related{{Position: firstAt, Message: "the first"}}})
}

func (rd *reader) levels(text string) []Level {
	var levels []Level
	for _, word := range splitLevels(text) {
		if !slices.Contains(Levels(), word) {
			rd.report(levelColumn, source.DidYouMean(word, Levels()), "the level %q isn't one that apr knows", word)
			continue
		}
		if !slices.Contains(levels, Level(word)) {
			levels = append(levels, Level(word))
		}
	}
	return levels
}

// next reads when the source is next available. Of several the latest is.
func (rd *reader) next(e *entry, newer bool) {
	text := rd.text(nextColumn)
	if absent()[headerKey(text)] {
		return
	}
	span, err := rd.span(nextColumn, text)
	if err != nil {
		rd.report(nextColumn, "write a day, such as 2026-08-14, or a month, such as August 2026; leave the cell empty where it isn't known",
			"the next data date %q isn't a date", text)
		return
	}
	if e.Next.IsZero() || newer {
		e.Next, e.NextPosition = span, rd.row.Position(rd.header.at[nextColumn])
	}
}

// serialDay is a date as workbooks keep it: days since the end of 1899, or since
// the beginning of 1904.
func serialDay(text string, from1904 bool) (time.Time, bool) {
	n, err := strconv.ParseFloat(text, 64)
	if from1904 {
		n += xlsx.Days1904
	}
	if err != nil || n < 20_000 || n > 80_000 { // 1954 to 2119
		return time.Time{}, false
	}
	return time.Date(1899, time.December, 30, 0, 0, 0, 0, time.UTC).AddDate(0, 0, int(n)), true
}

// decimalsOf is how many decimals a number is written with, two at most. A
// workbook holds more digits than anyone wrote: one decimal is enough of them.
func decimalsOf(text string, workbook bool) int {
	_, after, _ := strings.Cut(text, ".")
	n := 0
	for n < len(after) && after[n] >= '0' && after[n] <= '9' {
		n++
	}
	if workbook && n > 2 {
		return 1
	}
	return min(n, 2)
}

// finish puts each measure's figures in order, and holds percentages against
// what they were made from.
func (rd *reader) finish() {
	rd.borrowedTitles()
	rd.otherTitles()
	for _, m := range rd.table.Measures {
		e := rd.byID[strings.ToLower(m.ID)]
		if m.Unit == "" && e.percent {
			m.Unit = "%"
		}
		for _, s := range m.Series {
			slices.SortFunc(s.Points, func(a, b Point) int { return a.Period.Compare(b.Period) })
			for i := range s.Points {
				if m.Unit == "%" {
					rd.rate(e, &s.Points[i])
				}
			}
		}
		m.Decimals, m.UnitPosition = e.decimals, e.unitAt
		slices.SortStableFunc(m.Series, func(a, b *Series) int { return cmp.Compare(min(len(a.Locality), 1), min(len(b.Locality), 1)) })
	}
	rd.oddPeriods()
	rd.copiedPeriods()
}

// rate makes a percentage that isn't there from numerator and denominator, and
// reports one that doesn't follow from them.
func (rd *reader) rate(e *entry, p *Point) {
	if p.Numerator == nil || p.Denominator == nil || *p.Denominator == 0 || p.Mark != "" {
		return
	}
	v := 100 * *p.Numerator / *p.Denominator
	if p.Value == nil {
		p.Value, p.Computed = &v, true
		e.decimals = max(e.decimals, 1)
		return
	}
	// Half a unit of the last place that the table writes is rounding.
	if off := math.Abs(v - *p.Value); off > 0.5*math.Pow10(-e.decimals)+1e-9 {
		rd.survived.Add(&source.Problem{Code: CodeRate, Position: p.Position,
			Message: fmt.Sprintf("%s is %v%% for %s; %v of %v is %s%%", e.ID, *p.Value, p.Period, *p.Numerator, *p.Denominator, number.Plain(v, 1)),
			Hint:    "correct the value, or the numbers it is made from"})
	}
}
