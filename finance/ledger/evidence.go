package ledger

import (
	"fmt"
	"path"
	"strconv"
	"strings"
	"sync/atomic"
	"time"

	"apr/finance"
	"apr/internal/lazyregexp"
	"apr/internal/period"
	"apr/internal/source"
	"apr/internal/table/celltext"
)

// Evidence is what a ledger says of its year.
type Evidence struct {
	// Year is the year that it speaks of, 0 where it doesn't or speaks of several.
	Year     period.Year
	Says     string // the words that say so, or the column
	Position source.Position
	// Last is the last month of the ledger's own year that it speaks of: 1 is April and
	// 12 March; 0 where it speaks of none.
	Last     int
	LastSays string
	// Months are those of the ledger's own year that its lines are of, a bit for each.
	Months uint32
	// Periods are the numbers of periods that its lines are of, a bit for each: 13 is the
	// adjustments of the year's end.
	Periods uint32
	// Instead is the head of a column of the ledger's own year, where the one that is read
	// is of another.
	Instead string
	// Against is what speaks of another year where the lines are of the ledger's own, or nil.
	Against *Against
}

// A said is a year or a month that some words speak of.
type said struct {
	year  period.Year // 0 where only a period is said
	month int         // 1 to 12; 0 where only the year is said
	words string
}

var (
	saidYear  = lazyregexp.Lazy(`(?:^|[^\d/.-])(20\d\d) ?[/-] ?(20\d\d|\d\d)(?:$|[^\d/.-]|\.\D)`)
	saidMonth = lazyregexp.Lazy(`(?i)(?:^|[^a-z])((?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*)[ ,/_-]{0,2}(20\d\d|\d\d)(?:$|\D)`)
	saidDay   = lazyregexp.Lazy(`(?:^|\D)(\d\d?[/.-]\d\d?[/.-]20\d\d|20\d\d-\d\d-\d\d)(?:$|\D)`)
	saidShort = lazyregexp.Lazy(`(?i)(?:^|[^a-z])(?:period|month|per|p|m) ?(?:to )?0?(\d\d?)(?:$|[^\d])`)
	// printed is a line that says when the report was made.
	printed = lazyregexp.Lazy(`(?i)\b(?:run|ran|print\w*|creat\w*|generat\w*|extract\w*|export\w*|produced|prepared|download\w*|approved|report date|date of report|version)\b`)
)

// spoken are the years and months that a text speaks of.
func spoken(text string) (all []said) {
	text = strings.ReplaceAll(celltext.Typed(text), "_", " ")
	for _, m := range saidYear().FindAllStringSubmatch(text, -1) {
		words := m[1] + "/" + m[2]
		if y, err := period.Parse(words); err == nil {
			all = append(all, said{y, 0, y.String()})
		}
	}
	for _, m := range saidMonth().FindAllStringSubmatch(text, -1) {
		month, ok := period.MonthNamed(m[1])
		year, _ := strconv.Atoi(m[2])
		if year < 100 {
			year += 2000
		}
		if ok {
			all = append(all, ofDay(time.Date(year, month, 1, 0, 0, 0, 0, time.UTC), m[1]+" "+m[2]))
		}
	}
	for _, m := range saidDay().FindAllStringSubmatch(text, -1) {
		if day, ok := parseDate(m[1]); ok {
			all = append(all, ofDay(day, m[1]))
		}
	}
	for _, m := range saidShort().FindAllStringSubmatch(text, -1) {
		if n, err := strconv.Atoi(m[1]); err == nil && n >= 1 && n <= 13 {
			all = append(all, said{0, min(n, 12), celltext.Trim(m[0])})
		}
	}
	return all
}

// ofDay is the year and the month of a day.
func ofDay(day time.Time, words string) said {
	return said{period.YearOf(day), (int(day.Month())+8)%12 + 1, words}
}

// A seenMonths are the months of the ledger's year that its dates and periods name. It
// is written to by scanners side by side.
type seenMonths struct {
	bits, periods atomic.Uint32
	years         atomic.Bool // the ledger's year is named: a number of a period names none
}

// see notes the month of a date, or of a period.
func (s *seenMonths) see(cell string, year period.Year, isPeriod bool) {
	if n, ok := parsePeriod(cell); ok && isPeriod {
		s.bits.Or(1 << min(n, 12))
		s.periods.Or(1 << n)
		return
	}
	if day, ok := parseDate(cell); ok {
		if d := ofDay(day, ""); d.year == year {
			s.bits.Or(1 << d.month)
			s.years.Store(true)
		}
		return
	}
	if namesYear(cell, year) {
		s.years.Store(true)
	}
	for _, one := range spoken(cell) {
		if one.month > 0 && (one.year == year || one.year == 0) {
			s.bits.Or(1 << one.month)
		}
	}
}

// see notes the months of a record.
func (r *Reader) see(record []string) {
	for i, column := range []int{r.date, r.period} {
		cell := celltext.At(record, column)
		if column < 0 || cell == r.lastSeen[i] || r.allSeen[i][cell] {
			continue
		}
		r.lastSeen[i] = strings.Clone(cell)
		if r.allSeen[i] == nil {
			r.allSeen[i] = map[string]bool{}
		}
		if len(r.allSeen[i]) < maxKnown {
			r.allSeen[i][r.lastSeen[i]] = true
		}
		if r.Table.Date1904 {
			cell = since1899(cell)
		}
		r.seen.see(cell, r.Out.Ledger.Year, column == r.period)
	}
}

// last is the last of them, or 0.
func (s *seenMonths) last() int {
	for n := 12; n > 0; n-- {
		if s.bits.Load()&(1<<n) != 0 {
			return n
		}
	}
	return 0
}

// evidence weighs what the ledger says of its year: the year in the head of a column
// that is mapped goes before what most of its dates say, those before the lines above its
// header, and those before its file's name.
func (r *Reader) evidence() (e Evidence) {
	own := r.Out.Ledger.Year
	if e = r.yearOfHeads(); e.Year != 0 {
		return e
	}
	e.Last, e.LastSays = r.seen.last(), "its dates or periods"
	e.Months, e.Periods = r.seen.bits.Load(), r.seen.periods.Load()
	for _, c := range r.dates.columns {
		if c.hasMonths() && e.Periods == 0 {
			e.Periods = c.periods
		}
	}
	lines := r.Out.Ledger.Classified + r.Out.Ledger.Unclassified
	outside := r.misdated[outsideYear]
	mapped := lines > 0 && (r.date >= 0 || r.period >= 0) && e.Last+outside.lines > 0
	if mapped {
		if outside.lines*10 >= lines*9 {
			e.Says, e.Position = fmt.Sprintf("nearly all dates or periods, such as %q", celltext.Short(outside.example)), outside.first
			if all := spoken(outside.example); len(all) > 0 {
				e.Year = all[0].year
			} else if day, ok := parseDate(outside.example); ok {
				e.Year = period.YearOf(day)
			}
			return e
		}
	}
	if year, of := r.dates.otherYear(); year != 0 {
		e.Year, e.Says, e.Position = year, fmt.Sprintf("the column %q, which isn't mapped,", celltext.Spaced(of.header)), r.firstOf(of, year)
		return e
	}
	if mapped && (r.seen.years.Load() || outside.lines > 0) {
		e.Year, e.Against = own, r.against()
		return e
	}
	if mapped { // the numbers of periods say which months there are, and not of which year
		last, says := e.Last, e.LastSays
		defer func() { e.Last, e.LastSays = last, says }()
	}
	e.columns(r)
	if e.Year != 0 && e.Year != own {
		return e
	}
	known := e.Year
	byMonth := r.Out.Ledger.Kind != finance.Plan
	for _, i := range []int{r.Amounts, r.Debit, r.Plan} {
		if h := celltext.At(r.Table.Header, i); i >= 0 && i < len(r.Table.Header) {
			e.hear(append(spoken(celltext.Spaced(h)), shortHeaded(celltext.Spaced(h), own)...), own, fmt.Sprintf("the column %q", celltext.Spaced(h)), source.Position{File: r.Out.Spec.File}, byMonth && i != r.Plan)
		}
	}
	if e.Year != 0 && e.Year != own {
		return e
	}
	for _, l := range r.firstLines() {
		if text := l.Text(); !printed().MatchString(text) {
			e.hear(append(spoken(text), shortSpoken(text, own)...), own, fmt.Sprintf("%q", celltext.Short(text)), l.Position, byMonth)
		}
	}
	for _, n := range r.notes {
		if !printed().MatchString(n.text) {
			e.hearMonths(spoken(n.text), own)
		}
	}
	if known == 0 && e.Year == 0 {
		e.hear(r.ofName(), own, "the file's name", source.Position{File: r.Out.Spec.File}, byMonth)
	}
	if known == own {
		e.Against = r.against()
	}
	if mapped && e.Year == 0 {
		e.Year = own
	}
	return e
}

// columns takes in what the columns say that aren't mapped.
func (e *Evidence) columns(r *Reader) {
	if year, of := r.dates.year(); year != 0 {
		e.Year, e.Says, e.Position = year, fmt.Sprintf("the column %q, which isn't mapped,", celltext.Spaced(of.header)), r.firstOf(of, year)
	}
	for _, c := range r.dates.columns {
		if c.hasMonths() {
			e.Months |= c.months
		}
	}
	if last, of := r.dates.last(); last > e.Last {
		e.Last, e.LastSays = last, fmt.Sprintf("the column %q", celltext.Spaced(of.header))
	}
}

// ofName are the years and months of the file's name. A month of the half year after
// the ledger's year is that of the export, as often as not.
func (r *Reader) ofName() (all []said) {
	name := path.Base(r.Out.Spec.File)
	name = beside().ReplaceAllString(strings.TrimSuffix(name, path.Ext(name)), "$1$3 $2$4")
	own := r.Out.Ledger.Year
	for _, one := range append(spoken(name), shortYears(name, own)...) {
		if one.year == own+1 && one.month >= 1 && one.month <= 6 {
			continue
		}
		all = append(all, one)
	}
	return all
}

// beside is a letter beside a digit in a file's name, with what is between them.
var beside = lazyregexp.Lazy(`(\pL)[-_. ]+(\d)|(\d)[-_. ]+(\pL)`)

// hearMonths takes in the months alone that a line says.
func (e *Evidence) hearMonths(all []said, own period.Year) {
	for _, one := range all {
		if one.month > e.Last && (one.year == own || one.year == 0) {
			e.Last, e.LastSays = one.month, fmt.Sprintf("%q", one.words)
		}
	}
}

// hear takes in what a line says. The ledger's own year goes before others: a report
// may name the year before for comparison.
func (e *Evidence) hear(all []said, own period.Year, says string, at source.Position, byMonth bool) {
	for _, one := range all {
		if one.year != 0 && (one.month == 0 || byMonth) && (e.Year == 0 || one.year == own) {
			e.Year, e.Says, e.Position = one.year, says, at
		}
	}
	e.hearMonths(all, own)
}
