package ledger

import (
	"fmt"
	"strconv"
	"strings"
	"time"

	"apr/finance"
	"apr/internal/lazyregexp"
	"apr/internal/period"
	"apr/internal/source"
	"apr/internal/table/celltext"
	"apr/internal/table/xlsx"
	"apr/internal/wording"
)

// A dateStatus says whether a line's date or period is in the year of its ledger.
type dateStatus int

const (
	inYear dateStatus = iota // or not said
	outsideYear
	notADate
	notAPeriod
)

// dateForms are dates as ledgers write them, with the day before the month; a
// time may follow.
var dateForms = []string{"2/1/2006", "2/1/06", "2-1-2006", "2.1.2006", "2006-1-2", "2006/1/2", "20060102",
	"2-Jan-2006", "2-Jan-06", "2 Jan 2006", "2 January 2006"}

// Excel counts days from 30 December 1899. Serials outside these, of 1990 and
// 2079, are taken for other numbers.
const firstSerial, lastSerial = 32_874, 65_745

// parseDate reads a date in UK order, in ISO form, or as a serial of Excel.
func parseDate(s string) (day time.Time, ok bool) {
	s = celltext.Trim(s)
	if day, ok := parseSerial(s); ok {
		return day, true
	}
	if s == "" || !isDigit(s[0]) {
		return time.Time{}, false // each form begins with one
	}
	for _, form := range dateForms {
		if day, err := time.Parse(form, s); err == nil {
			return day, true
		}
	}
	if i := strings.IndexAny(s, " T"); i > 0 && strings.Contains(s[i:], ":") && len(s) > i+1 && s[i+1]-'0' < 10 {
		return parseDate(s[:i]) // without the time
	}
	return time.Time{}, false
}

func isDigit(b byte) bool { return b >= '0' && b <= '9' }

// parseSerial reads a serial of Excel, with or without the time of day.
func parseSerial(s string) (day time.Time, ok bool) {
	whole, fraction, point := strings.Cut(s, ".")
	if len(whole) != 5 || !celltext.AllDigits(whole) || point && !celltext.AllDigits(fraction) {
		return time.Time{}, false
	}
	n, err := strconv.Atoi(whole)
	return time.Date(1899, time.December, 30+n, 0, 0, 0, 0, time.UTC), err == nil && n >= firstSerial && n <= lastSerial
}

// ShownDate is a cell of dates or periods as readers know it: a serial as the
// spreadsheet shows it, anything else as it is.
func (r *Reader) ShownDate(cell string) string {
	text := celltext.Trim(cell)
	if r.Table.Date1904 {
		text = since1899(text)
	}
	if day, ok := parseSerial(text); ok {
		return day.Format("02/01/2006")
	}
	return celltext.Trim(cell)
}

// parsePeriod reads an accounting period: 1 is April and 12 March, 13 holds the
// adjustments of the year's end. 01, P1 and Period 1 are 1.
func parsePeriod(s string) (n int, ok bool) {
	s = celltext.Fold(s)
	for _, prefix := range []string{"period", "per", "p", "m"} {
		if rest, found := strings.CutPrefix(s, prefix); found {
			s = strings.TrimSpace(rest)
			break
		}
	}
	if !celltext.AllDigits(s) || len(s) > 3 {
		return 0, false
	}
	n, err := strconv.Atoi(s)
	return n, err == nil && n >= 1 && n <= 13
}

// since1899 is a serial of a workbook whose dates count from 1904 as it is where
// they count from the end of 1899. Other texts stay as they are.
func since1899(s string) string {
	whole, fraction, point := strings.Cut(celltext.Trim(s), ".")
	if len(whole) != 5 || !celltext.AllDigits(whole) || point && !celltext.AllDigits(fraction) {
		return s
	}
	n, _ := strconv.Atoi(whole) // five digits fit
	return strconv.Itoa(n+xlsx.Days1904) + s[strings.Index(s, whole)+len(whole):]
}

// checkDate says whether a date is in the year; a blank cell says nothing.
func checkDate(s string, year period.Year) dateStatus {
	if celltext.Trim(s) == "" {
		return inYear
	}
	day, ok := parseDate(s)
	switch {
	case !ok:
		return notADate
	case day.Before(year.Starts()) || !day.Before(year.Ends().AddDate(0, 0, 1)):
		return outsideYear
	}
	return inYear
}

// checkPeriod says whether a period is in the year: a number, which says nothing of the year, the
// same with its financial year (2025/26 P1), a month (Apr-25, April 2025, or
// April alone), or a date. 2025/01 and 2025-M01 are none of them: they may be
// January or the first period of either year.
func checkPeriod(s string, year period.Year) dateStatus {
	if _, ok := parsePeriod(s); ok || celltext.Trim(s) == "" {
		return inYear
	}
	if of, ok := yearOfPeriod(celltext.Spaced(s)); ok {
		if of == year {
			return inYear
		}
		return outsideYear
	}
	if isMonth(celltext.Spaced(s)) {
		return inYear
	}
	if of, ok := shortCell(celltext.Spaced(s), year); ok { // 25/26, FY25-26
		if of.year == year {
			return inYear
		}
		return outsideYear
	}
	if t := checkDate(s, year); t != notADate {
		return t
	}
	return notAPeriod
}

// monthForms are months of a year as ledgers write them.
var monthForms = []string{"Jan-06", "Jan 06", "Jan/06", "Jan-2006", "Jan 2006", "January-06", "January 06", "January-2006", "January 2006"}

// yearOfPeriod is the financial year of a period that says it.
func yearOfPeriod(s string) (period.Year, bool) {
	if s != "" && !isDigit(s[0]) && isDigit(s[len(s)-1]) {
		for _, form := range monthForms {
			if month, err := time.Parse(form, s); err == nil {
				return period.YearOf(month), true
			}
		}
	}
	head, tail := s, ""
	if m := withYear().FindStringSubmatch(s); m != nil {
		head, tail = m[1], m[2]
	}
	year, err := period.Parse(head)
	_, ok := parsePeriod(tail)
	return year, err == nil && (ok || tail == "")
}

// withYear is a financial year, and a period behind it.
var withYear = lazyregexp.Lazy(`^(\d{4}[/-](?:\d\d|\d{4}))[ /:-]+(\S.*)$`)

// isMonth reports whether a text is the name of a month.
func isMonth(s string) bool {
	_, short := time.Parse("Jan", s)
	_, long := time.Parse("January", s)
	return short == nil || long == nil
}

// A misdatedLines are the lines whose date or period is wrong in one way. They
// count all the same.
type misdatedLines struct {
	lines   int
	total   finance.Money
	first   source.Position
	example string
}

// timely notes a line whose date or period isn't of the ledger's year.
func (r *Reader) checkDates(record []string, amount finance.Money) {
	note := func(column int, t dateStatus) {
		if t == inYear {
			return
		}
		u := &r.misdated[t]
		if u.lines == 0 {
			u.first, u.example = r.Table.Records.Position(column), strings.Clone(r.ShownDate(celltext.At(record, column)))
		}
		u.lines++
		u.total += amount
	}
	text := func(column int) string {
		if r.Table.Date1904 {
			return since1899(celltext.At(record, column))
		}
		return celltext.At(record, column)
	}
	dated := inYear
	if r.date >= 0 {
		dated = r.statusOf(0, text(r.date), checkDate)
		note(r.date, dated)
	}
	if r.period >= 0 {
		if t := r.statusOf(1, text(r.period), checkPeriod); t != dated { // a line counts once
			note(r.period, t)
		}
	}
}

// statusOf is the status of a date (0) or a period (1), which is looked at once for each text.
func (r *Reader) statusOf(i int, cell string, check func(string, period.Year) dateStatus) dateStatus {
	status, ok := r.statuses[i][cell]
	if ok {
		return status
	}
	status = check(cell, r.Out.Ledger.Year)
	if r.statuses[i] == nil {
		r.statuses[i] = map[string]dateStatus{}
	}
	if len(r.statuses[i]) < maxKnown {
		r.statuses[i][strings.Clone(cell)] = status
	}
	return status
}

// reportMisdated reports them, once for each way.
func (r *Reader) reportMisdated() {
	for t, words := range map[dateStatus][3]string{
		outsideYear: {finance.CodeOutsideYear, "a date outside " + r.Out.Ledger.Year.String(),
			"see whether the export is of the right year; give the ledger its year if it is of another"},
		notADate: {finance.CodeMalformedDate, "a date that can't be understood", "write dates as 31/03/2026, day first, or as 2026-03-31"},
		notAPeriod: {finance.CodeMalformedPeriod, "a period that can't be understood",
			"write 1 to 13, where 1 is April, 12 March and 13 the year's end, or a month such as Apr-25; 2025/01 might be January or the first period"},
	} {
		if u := &r.misdated[t]; u.lines > 0 {
			r.Out.Soft.Add(&source.Problem{Code: words[0], Position: u.first,
				Message: fmt.Sprintf("%s, %s in all, with %s, such as %q, counted all the same", wording.Count(u.lines, "line"), u.total.Exact(), words[1], celltext.Short(u.example)),
				Hint:    words[2]})
		}
	}
}
