package finance

import (
	"fmt"
	"strconv"
	"strings"
	"time"

	"apr/internal/period"
	"apr/internal/source"
)

// A timely is how a line's date or period stands to the year of its ledger.
type timely int

const (
	inYear timely = iota // or not said
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
	s = trimBlank(s)
	if whole, fraction, point := strings.Cut(s, "."); len(whole) == 5 && allDigits(whole) && (!point || allDigits(fraction)) {
		n, err := strconv.Atoi(whole)
		return time.Date(1899, time.December, 30+n, 0, 0, 0, 0, time.UTC), err == nil && n >= firstSerial && n <= lastSerial
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

// parsePeriod reads an accounting period: 1 is April and 12 March, 13 holds the
// adjustments of the year's end. 01, P1 and Period 1 are 1.
func parsePeriod(s string) (n int, ok bool) {
	s = fold(s)
	for _, prefix := range []string{"period", "per", "p", "m"} {
		if rest, found := strings.CutPrefix(s, prefix); found {
			s = strings.TrimSpace(rest)
			break
		}
	}
	if !allDigits(s) || len(s) > 3 {
		return 0, false
	}
	n, err := strconv.Atoi(s)
	return n, err == nil && n >= 1 && n <= 13
}

// dateTimely and periodTimely judge a cell; a blank one says nothing.
func dateTimely(s string, year period.Year) timely {
	if trimBlank(s) == "" {
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

func periodTimely(s string) timely {
	if _, ok := parsePeriod(s); !ok && trimBlank(s) != "" {
		return notAPeriod
	}
	return inYear
}

// An untimely are the lines whose date or period is amiss in one way. They
// count all the same.
type untimely struct {
	lines   int
	total   Money
	first   source.Position
	example string
}

// timely notes a line whose date or period isn't of the ledger's year.
func (r *ledgerReader) timely(record []string, amount Money) {
	note := func(column int, t timely) {
		if t == inYear {
			return
		}
		u := &r.untimely[t]
		if u.lines == 0 {
			u.first, u.example = r.table.records.position(column), strings.Clone(trimBlank(cell(record, column)))
		}
		u.lines++
		u.total += amount
	}
	if r.date >= 0 {
		note(r.date, dateTimely(cell(record, r.date), r.out.ledger.Year))
	}
	if r.period >= 0 {
		note(r.period, periodTimely(cell(record, r.period)))
	}
}

// tellUntimely tells of them, once for each way.
func (r *ledgerReader) tellUntimely() {
	for t, words := range map[timely][3]string{
		outsideYear: {CodeOutsideYear, "a date outside " + r.out.ledger.Year.String(),
			"see whether the export is of the right year; give the ledger its year if it is of another"},
		notADate:   {CodeMalformedDate, "a date that can't be understood", "write dates as 31/03/2026, day first, or as 2026-03-31"},
		notAPeriod: {CodeMalformedPeriod, "a period that isn't one of 1 to 13", "period 1 is April, 12 is March, and 13 the year's end"},
	} {
		if u := &r.untimely[t]; u.lines > 0 {
			r.out.soft.Add(&source.Problem{Code: words[0], Position: u.first,
				Message: fmt.Sprintf("%s, %s in all, with %s, such as %q, counted all the same", count(u.lines, "line"), u.total.Exact(), words[1], u.example),
				Hint:    words[2]})
		}
	}
}
