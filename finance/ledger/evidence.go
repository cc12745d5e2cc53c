package ledger

import (
	"cmp"
	"fmt"
	"maps"
	"path"
	"slices"
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
		month, ok := monthNamed(m[1])
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

func monthNamed(name string) (time.Month, bool) {
	for m := time.January; m <= time.December; m++ {
		full := strings.ToLower(m.String())
		if n := strings.ToLower(name); n == full || n == full[:3] || n == "sept" && m == time.September {
			return m, true
		}
	}
	return 0, false
}

// ofDay is the year and the month of a day.
func ofDay(day time.Time, words string) said {
	return said{period.YearOf(day), (int(day.Month())+8)%12 + 1, words}
}

// A seenMonths are the months of the ledger's year that its dates and periods name. It
// is written to by scanners side by side.
type seenMonths struct{ bits atomic.Uint32 }

// see notes the month of a date, or of a period.
func (s *seenMonths) see(cell string, year period.Year, isPeriod bool) {
	if n, ok := parsePeriod(cell); ok && isPeriod {
		s.bits.Or(1 << min(n, 12))
		return
	}
	if day, ok := parseDate(cell); ok {
		if d := ofDay(day, ""); d.year == year {
			s.bits.Or(1 << d.month)
		}
		return
	}
	for _, one := range spoken(cell) {
		if one.month > 0 && (one.year == year || one.year == 0) {
			s.bits.Or(1 << one.month)
		}
	}
}

// see notes the months of a record.
func (r *Reader) see(record []string) {
	if r.Table.Workbook != nil && len(r.first) < 200 {
		r.first = append(r.first, slices.Clone(record))
	}
	for i, column := range []int{r.date, r.period} {
		cell := celltext.At(record, column)
		if column < 0 || cell == r.lastSeen[i] {
			continue
		}
		r.lastSeen[i] = strings.Clone(cell)
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

// evidence weighs what the ledger says of its year: what most of its dates say goes
// before the lines above its header, and those before its file's name.
func (r *Reader) evidence() (e Evidence) {
	own := r.Out.Ledger.Year
	e.Last, e.LastSays = r.seen.last(), "its dates or periods"
	lines := r.Out.Ledger.Classified + r.Out.Ledger.Unclassified
	if outside := r.misdated[outsideYear]; lines > 0 && (r.date >= 0 || r.period >= 0) && e.Last+outside.lines > 0 {
		if outside.lines*10 >= lines*9 {
			e.Says, e.Position = fmt.Sprintf("nearly all dates or periods, such as %q", celltext.Short(outside.example)), outside.first
			if all := spoken(outside.example); len(all) > 0 {
				e.Year = all[0].year
			} else if day, ok := parseDate(outside.example); ok {
				e.Year = period.YearOf(day)
			}
			return e
		}
		e.Year = own
		return e
	}
	if year, header := r.unmappedYear(); year != 0 {
		e.Year, e.Says, e.Position = year, fmt.Sprintf("the column %q, which isn't mapped,", header), source.Position{File: r.Out.Spec.File}
		return e
	}
	for _, l := range r.Table.Above {
		if text := l.Text(); !printed().MatchString(text) {
			e.hear(spoken(text), own, text, l.Position, r.Out.Ledger.Kind != finance.Plan)
		}
	}
	if e.Year == 0 {
		e.hear(spoken(path.Base(r.Out.Spec.File)), own, "the file's name", source.Position{File: r.Out.Spec.File}, false)
	}
	return e
}

// hear takes in what a line says. The ledger's own year goes before others: a report
// may name the year before for comparison.
func (e *Evidence) hear(all []said, own period.Year, line string, at source.Position, byMonth bool) {
	for _, one := range all {
		if one.year != 0 && (one.month == 0 || byMonth) && (e.Year == 0 || one.year == own) {
			e.Year, e.Says, e.Position = one.year, fmt.Sprintf("%q", celltext.Short(line)), at
		}
		if one.month > e.Last && (one.year == own || one.year == 0) {
			e.Last, e.LastSays = one.month, fmt.Sprintf("%q", one.words)
		}
	}
}

// otherDates is a header of dates that aren't of the spending.
var otherDates = lazyregexp.Lazy(`(?i)birth|dob|start|end|due|from|to\b|admi|discharg|review|contract|valid|until|expir`)

// yearColumn is a header of years.
var yearColumn = lazyregexp.Lazy(`(?i)\b(?:financial|fiscal|fin|accounting)? ?(?:year|yr)\b`)

// unmappedYear is the year that nearly all cells of a column speak of that isn't
// mapped, and its header; 0 where no column speaks of one year only.
func (r *Reader) unmappedYear() (year period.Year, header string) {
	own := r.Out.Ledger.Year
	first := r.Table.First
	if r.Table.Workbook != nil {
		first = r.first
	}
	mapped := slices.Collect(maps.Values(r.Table.Index))
	for i, h := range r.Table.Header {
		if slices.Contains(mapped, i) || otherDates().MatchString(h) {
			continue
		}
		counts, cells := map[period.Year]int{}, 0
		for _, record := range first {
			cell := celltext.Trim(celltext.At(record, i))
			if cell == "" {
				continue
			}
			cells++
			if y := yearOfCell(cell, h, own); y != 0 {
				counts[y]++
			}
		}
		most := slices.MaxFunc(append(slices.Sorted(maps.Keys(counts)), 0), func(a, b period.Year) int { return cmp.Compare(counts[a], counts[b]) })
		if most != 0 && counts[most]*10 >= cells*9 {
			if most == own {
				return own, celltext.Spaced(h)
			}
			year, header = most, celltext.Spaced(h)
		}
	}
	return year, header
}

// yearOfCell is the year of a date, a month or a financial year. A year alone may be
// the one in which the financial year begins or ends: it is another only where it is
// neither.
func yearOfCell(cell, header string, own period.Year) period.Year {
	if y, err := period.Parse(cell); err == nil {
		return y
	}
	if n, err := strconv.Atoi(cell); err == nil {
		switch {
		case !yearColumn().MatchString(header) || n < 2000 || n > 2100:
			return 0
		case period.Year(n) == own || period.Year(n) == own+1:
			return own
		}
		return period.Year(n)
	}
	if day, ok := parseDate(cell); ok && strings.ContainsAny(cell, "/-. ") {
		return period.YearOf(day)
	}
	if y, ok := yearOfPeriod(celltext.Spaced(cell)); ok {
		return y
	}
	return 0
}
