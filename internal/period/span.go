package period

import (
	"cmp"
	"errors"
	"fmt"
	"strconv"
	"strings"
	"time"

	"apr/internal/lazyregexp"
)

// Span is the time that a figure is about: some months, or a single day. The
// zero Span is none.
type Span struct {
	// Start is the first day, UTC.
	Start time.Time
	// Months is how many it covers: 1, 3, 6 or 12; 0 is a single day.
	Months int
}

// The lengths of spans in months.
const (
	Day      = 0
	Month    = 1
	Quarter  = 3
	HalfYear = 6
	FullYear = 12
)

// IsZero reports whether s isn't a span at all.
func (s Span) IsZero() bool { return s.Start.IsZero() }

// End is the last day of the span.
func (s Span) End() time.Time {
	if s.Months == Day {
		return s.Start
	}
	return s.Start.AddDate(0, s.Months, -1)
}

// Year is the reporting year in which the span ends: a calendar year belongs to
// the reporting year that begins in it.
func (s Span) Year() Year { return YearOf(s.End()) }

// YearOf is the reporting year that holds a day.
func YearOf(day time.Time) Year {
	if day.Month() < time.April {
		return Year(day.Year() - 1)
	}
	return Year(day.Year())
}

// Span is the financial year as a span.
func (y Year) Span() Span { return Span{Start: y.Starts(), Months: FullYear} }

// Compare orders spans by their last day; of two that end together the shorter
// one comes first.
func (s Span) Compare(o Span) int {
	return cmp.Or(s.End().Compare(o.End()), o.Start.Compare(s.Start))
}

// Holding is the span of so many months that holds a day: its month, quarter,
// half or whole financial year.
func Holding(day time.Time, months int) Span {
	first := time.Date(day.Year(), day.Month(), 1, 0, 0, 0, 0, time.UTC)
	if months <= Month {
		return Span{Start: first, Months: Month}
	}
	since := (int(day.Month()) - int(time.April) + 12) % months // months of the span gone by
	return Span{Start: first.AddDate(0, -since, 0), Months: months}
}

// String is the span as the report prints it: "2025/26", "2025", "April 2025",
// "Jan to Mar 2026", "Oct 2025 to Mar 2026" or "31 March 2026".
func (s Span) String() string {
	last := s.End()
	switch {
	case s.IsZero():
		return ""
	case s.Months == Day:
		return s.Start.Format("2 January 2006")
	case s.Months == Month:
		return s.Start.Format("January 2006")
	case s.Months == FullYear && s.Start.Month() == time.April:
		return Year(s.Start.Year()).String()
	case s.Months == FullYear && s.Start.Month() == time.January:
		return s.Start.Format("2006")
	case s.Start.Year() == last.Year():
		return s.Start.Format("Jan") + " to " + last.Format("Jan 2006")
	}
	return s.Start.Format("Jan 2006") + " to " + last.Format("Jan 2006")
}

// MarshalText writes the span as String does.
func (s Span) MarshalText() ([]byte, error) { return []byte(s.String()), nil }

var (
	bareYear    = lazyregexp.Lazy(`^\d{4}$`)
	partOfYear  = lazyregexp.Lazy(`^(?:q|qtr|quarter|h|half)[ .-]*([1-4])$`)
	shortYear   = lazyregexp.Lazy(`^(\d{2})[/-](\d{2})$`)
	numberMonth = lazyregexp.Lazy(`^(?:(\d{4})[-/](\d{1,2})|(\d{1,2})[-/](\d{4}))$`)
	namedMonth  = lazyregexp.Lazy(`^([a-z]{3,9})\.?(?:[ -]*'?(\d{4}|\d{2}))?$`)
	yearMonth   = lazyregexp.Lazy(`^(\d{4})[ -]([a-z]{3,9})$`)
	through     = lazyregexp.Lazy(`\s+(?:to|–|-|until)\s+|\s*–\s*`)
	wordDash    = lazyregexp.Lazy(`^([a-z]{3,9})-([a-z]{3,9}[ -]*'?\d{2,4})$`)
)

// dayForms are the ways in which a single day is written.
var dayForms = []string{time.DateOnly, "02/01/2006", "2/1/2006", "02-01-2006", "02.01.2006", "2 January 2006", "2 Jan 2006",
	"02-Jan-2006", "2-Jan-06", "2006-01-02T15:04:05", time.DateTime, time.RFC3339, "02/01/2006 15:04", "02/01/2006 15:04:05"}

var errSpan = errors.New("expected a period such as 2025/26, Q1 2025/26, April 2025, Apr to Jun 2025 or 2025")

// ParseSpan reads a period as people and performance systems write it: a
// financial year (2025/26), a part of one (Q1 2025/26, H1 2025/26), a month
// (April 2025, Apr-25, 2025-04), several (April to June 2025), a calendar year
// (2025) or a day (2025-04-30, 30/04/2025, days before months). A quarter of a
// bare year is refused: it may be either kind of year's. "2011-12" is the
// financial year, as everywhere in apr.
func ParseSpan(s string) (Span, error) {
	text := strings.ToLower(strings.Join(strings.Fields(s), " "))
	if y, err := Parse(strings.ToUpper(text)); err == nil {
		return y.Span(), nil
	}
	if bareYear().MatchString(text) {
		return plausible(s, calendarYear(text))
	}
	for _, form := range dayForms {
		if t, err := time.Parse(form, strings.Join(strings.Fields(s), " ")); err == nil {
			return plausible(s, Span{Start: time.Date(t.Year(), t.Month(), t.Day(), 0, 0, 0, 0, time.UTC)})
		}
	}
	if span, ok, err := parsePart(text); ok || err != nil {
		return span, err
	}
	if m, ok := parseMonth(text, 0); ok {
		return plausible(s, m)
	}
	if span, ok := parseMonths(text); ok {
		return plausible(s, span)
	}
	return Span{}, fmt.Errorf("%q is not a period that apr knows; %w", s, errSpan)
}

func calendarYear(text string) Span {
	n, _ := strconv.Atoi(text) // four digits
	return Span{Start: time.Date(n, time.January, 1, 0, 0, 0, 0, time.UTC), Months: FullYear}
}

// plausible refuses what is outside 1900 to 2099, as Parse does.
func plausible(written string, s Span) (Span, error) {
	if y := s.Start.Year(); y < 1900 || y > 2099 {
		return Span{}, fmt.Errorf("%q is not a plausible period", written)
	}
	return s, nil
}

// parsePart reads a quarter or a half of a financial year, the part before or
// behind the year.
func parsePart(text string) (s Span, ok bool, err error) {
	fields := strings.FieldsFunc(text, func(r rune) bool { return r == ' ' || r == ',' || r == ':' })
	text = strings.Join(fields, " ")
	var part, year string
	for _, cut := range []string{" ", "-", ""} {
		part, year = cutPart(text, cut)
		if part != "" {
			break
		}
	}
	m := partOfYear().FindStringSubmatch(part)
	if m == nil {
		return Span{}, false, nil
	}
	n, _ := strconv.Atoi(m[1]) // 1 to 4
	months := Quarter
	if part[0] == 'h' {
		months = HalfYear
	}
	if n*months > FullYear {
		return Span{}, false, fmt.Errorf("%q is not a period: a year has two halves", text)
	}
	if m := shortYear().FindStringSubmatch(year); m != nil {
		year = "20" + year
	}
	y, err := Parse(strings.ToUpper(year))
	switch {
	case err != nil && bareYear().MatchString(year):
		return Span{}, false, fmt.Errorf("%q may be of a calendar or of a financial year; write %s %s/… for the financial year, or the months, such as Apr to Jun %s", text, strings.ToUpper(part), year, year)
	case err != nil:
		return Span{}, false, fmt.Errorf("%q is not a period that apr knows; %w", text, errSpan)
	}
	return Span{Start: y.Starts().AddDate(0, (n-1)*months, 0), Months: months}, true, nil
}

// cutPart takes "q1" from before or behind the rest, at a separator.
func cutPart(text, at string) (part, year string) {
	if at == "" { // 2025/26q1
		if i := strings.IndexAny(text, "qh"); i > 0 && partOfYear().MatchString(text[i:]) {
			return text[i:], text[:i]
		}
		return "", ""
	}
	for i := 0; i < len(text); i++ {
		if !strings.HasPrefix(text[i:], at) {
			continue
		}
		before, after := text[:i], text[i+len(at):]
		switch {
		case partOfYear().MatchString(before):
			return before, after
		case partOfYear().MatchString(after):
			return after, before
		}
	}
	return "", ""
}

// MonthNamed is the month of a name, of which the first three letters are enough.
func MonthNamed(name string) (time.Month, bool) {
	if len(name) < len("May") || len(name) > len("September") {
		return 0, false
	}
	name = strings.ToLower(name)
	for m := time.January; m <= time.December; m++ {
		full := strings.ToLower(m.String())
		if name == full || name == full[:3] || name == "sept" && m == time.September {
			return m, true
		}
	}
	return 0, false
}

// parseMonth reads one month; year, where it isn't 0, is that of a month which
// is written without.
func parseMonth(text string, year int) (Span, bool) {
	month := time.Month(0)
	switch {
	case numberMonth().MatchString(text):
		m := numberMonth().FindStringSubmatch(text)
		year, _ = strconv.Atoi(m[1] + m[4]) // one of them is empty
		n, _ := strconv.Atoi(m[2] + m[3])
		month = time.Month(n)
	case yearMonth().MatchString(text):
		m := yearMonth().FindStringSubmatch(text)
		year, _ = strconv.Atoi(m[1])
		month, _ = MonthNamed(m[2])
	case namedMonth().MatchString(text):
		m := namedMonth().FindStringSubmatch(text)
		month, _ = MonthNamed(m[1])
		if n, err := strconv.Atoi(m[2]); err == nil {
			if year = n; len(m[2]) == 2 {
				year += 2000
			}
		}
	}
	if month < time.January || month > time.December || year == 0 {
		return Span{}, false
	}
	return Span{Start: time.Date(year, month, 1, 0, 0, 0, 0, time.UTC), Months: Month}, true
}

// parseMonths reads several months that make a quarter, a half year or a year.
func parseMonths(text string) (Span, bool) {
	parts := through().Split(text, -1)
	if m := wordDash().FindStringSubmatch(text); m != nil {
		parts = m[1:]
	}
	if len(parts) != 2 {
		return Span{}, false
	}
	last, ok := parseMonth(parts[1], 0)
	if !ok {
		return Span{}, false
	}
	first, ok := parseMonth(parts[0], last.Start.Year())
	if !ok {
		return Span{}, false
	}
	n := (last.Start.Year()-first.Start.Year())*12 + int(last.Start.Month()) - int(first.Start.Month()) + 1
	s := Span{Start: first.Start, Months: n}
	switch aligned := Holding(first.Start, n) == s; {
	case n == FullYear && first.Start.Month() == time.January:
	case (n == Month || n == Quarter || n == HalfYear || n == FullYear) && aligned:
	default:
		return Span{}, false
	}
	return s, true
}
