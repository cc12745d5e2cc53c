package ledger

import (
	"cmp"
	"fmt"
	"maps"
	"math/bits"
	"slices"
	"strconv"
	"strings"
	"sync"
	"unicode"

	"apr/finance"
	"apr/internal/lazyregexp"
	"apr/internal/period"
	"apr/internal/source"
	"apr/internal/table/celltext"
	"apr/internal/wording"
)

// dateColumns are the columns that aren't mapped and may say of which year and month
// the lines are. They are known by their cells.
type dateColumns struct {
	own     period.Year
	columns []*dateColumn
	// sampled is true where a scan has seen a part of the lines only.
	sampled bool
	mutex   sync.Mutex // scanners are side by side
}

// A dateColumn is one of them, with what its cells said so far.
type dateColumn struct {
	column   int
	header   string
	ofDays   bool // the header is that of days or months: serials of Excel are dates
	ofMonths bool // the header is that of periods: 1 is April
	cells    int  // that aren't empty
	dated    int  // of which a year or a month is known
	years    map[period.Year]int
	months   uint32 // of the ledger's year, a bit for each
	periods  uint32 // numbers of periods, a bit for each
	first    map[period.Year]source.Position
	examples map[period.Year]string
	known    map[string]seenCell
}

// A seenCell is what a cell says, and the number of a period that it is, or 0.
type seenCell struct {
	said
	period int
}

var (
	// otherDates is a header of dates that aren't of the spending.
	otherDates = lazyregexp.Lazy(`(?i)birth|dob|start|end|due|from|to\b|admi|discharg|review|contract|valid|until|expir`)
	// yearColumn is a header of years, dayColumn one of days, and monthColumn one of
	// periods or months.
	yearColumn  = lazyregexp.Lazy(`(?i)\b(?:financial|fiscal|fin|accounting)? ?(?:year|yr|fy)\b`)
	dayColumn   = lazyregexp.Lazy(`(?i)date|posted|\bday\b`)
	monthColumn = lazyregexp.Lazy(`(?i)\b(?:periods?|months?|mth|prd)\b`)
)

// newDateColumns are the columns of a ledger that could be dates.
func (r *Reader) newDateColumns() *dateColumns {
	d := &dateColumns{own: r.Out.Ledger.Year}
	mapped := slices.Collect(maps.Values(r.Table.Index))
	for i, h := range r.Table.Header {
		if slices.Contains(mapped, i) || otherDates().MatchString(h) {
			continue
		}
		d.columns = append(d.columns, &dateColumn{column: i, header: h, ofDays: dayColumn().MatchString(h) || monthColumn().MatchString(h), ofMonths: monthColumn().MatchString(h),
			years: map[period.Year]int{}, first: map[period.Year]source.Position{}, examples: map[period.Year]string{}, known: map[string]seenCell{}})
	}
	return d
}

// tried is how many cells that aren't dates show that a column has none.
const tried = 100

// see notes what a record says.
func (d *dateColumns) see(record []string, date1904 bool, at func(column int) source.Position) {
	d.mutex.Lock()
	defer d.mutex.Unlock()
	for n := 0; n < len(d.columns); n++ {
		c := d.columns[n]
		cell := celltext.Trim(celltext.At(record, c.column))
		if cell == "" || strings.EqualFold(cell, c.header) {
			continue
		}
		if date1904 {
			cell = since1899(cell)
		}
		c.see(cell, d.own, func() source.Position { return at(c.column) })
		if c.cells == tried && c.dated*2 < c.cells {
			d.columns = slices.Delete(d.columns, n, n+1)
			n--
		}
	}
}

// sample notes what a cell of one line among many says. It returns false where no cell of
// the column need be seen any more.
func (d *dateColumns) sample(column int, cell string) bool {
	d.mutex.Lock()
	defer d.mutex.Unlock()
	d.sampled = true
	const few = 20 // of which none is a date: the column has none
	i := slices.IndexFunc(d.columns, func(c *dateColumn) bool { return c.column == column })
	if i < 0 {
		return false
	}
	c := d.columns[i]
	if c.cells >= few && c.dated == 0 {
		return false
	}
	if cell = celltext.Trim(cell); cell != "" && !strings.EqualFold(cell, c.header) {
		c.see(cell, d.own, func() source.Position { return source.Position{} })
	}
	return true
}

// at are the places of the columns.
func (d *dateColumns) at() (columns []int) {
	for _, c := range d.columns {
		columns = append(columns, c.column)
	}
	return columns
}

// maxKnown is how many texts of a column are kept with what they say.
const maxKnown = 2048

// see notes what a cell says.
func (c *dateColumn) see(cell string, own period.Year, at func() source.Position) {
	s, ok := c.known[cell]
	if !ok {
		s.said = c.said(cell, own)
		if n, ok := parsePeriod(cell); ok && c.ofMonths {
			s.period = n
		}
		if len(c.known) >= maxKnown {
			clear(c.known)
		}
		c.known[strings.Clone(cell)] = s
	}
	c.cells++
	if s.year == 0 && s.month == 0 {
		return
	}
	c.dated++
	if s.month > 0 && (s.year == 0 || s.year == own) {
		c.months |= 1 << s.month
	}
	if s.period > 0 {
		c.periods |= 1 << s.period
	}
	if s.year == 0 {
		return
	}
	if c.years[s.year]++; c.years[s.year] == 1 {
		c.first[s.year], c.examples[s.year] = at(), strings.Clone(cell)
	}
}

// said is the year and the month of a cell, as far as it says them. A year alone may
// be the one in which the financial year begins or ends: it is another only where it
// is neither.
func (c *dateColumn) said(cell string, own period.Year) (s said) {
	spaced := celltext.Spaced(cell)
	if month, ok := period.MonthNamed(spaced); ok {
		return said{month: (int(month)+8)%12 + 1}
	}
	if !strings.ContainsFunc(cell, unicode.IsNumber) {
		return s // as most names and descriptions
	}
	if y, err := period.Parse(cell); err == nil {
		return said{year: y}
	}
	if yearColumn().MatchString(c.header) {
		if one, ok := shortCell(cell, own); ok {
			return one
		}
	}
	if n, err := strconv.Atoi(cell); err == nil && len(cell) <= 4 {
		switch {
		case c.ofMonths:
			if n, ok := parsePeriod(cell); ok {
				return said{month: min(n, 12)}
			}
			return s
		case !yearColumn().MatchString(c.header) || n < 2000 || n > 2100:
			return s
		case period.Year(n) == own || period.Year(n) == own+1:
			return said{year: own}
		}
		return said{year: period.Year(n)}
	}
	if m := yearAndPeriod().FindStringSubmatch(cell); m != nil && c.ofMonths {
		if all := loneYear(m[1:], own); len(all) > 0 {
			return all[0]
		}
	}
	if day, ok := parseDate(cell); ok && (c.ofDays || strings.ContainsAny(cell, "/-. ")) {
		return ofDay(day, "")
	}
	if len(spaced) <= 20 {
		if all := spoken(spaced); len(all) > 0 && (all[0].year != 0 || c.ofMonths) {
			return all[0]
		}
	}
	if y, ok := yearOfPeriod(spaced); ok {
		return said{year: y}
	}
	return s
}

// mostly reports whether nearly all cells say a year or a month.
func (c *dateColumn) mostly() bool { return c.cells > 0 && c.dated*10 >= c.cells*9 }

// year is the year that nearly all cells speak of, or 0.
func (c *dateColumn) year() period.Year {
	for _, y := range slices.Sorted(maps.Keys(c.years)) {
		if c.years[y]*10 >= c.cells*9 {
			return y
		}
	}
	return 0
}

// outside is how many cells speak of other years.
func (c *dateColumn) outside(own period.Year) (n int) {
	for y, of := range c.years {
		if y != own {
			n += of
		}
	}
	return n
}

// hasMonths reports whether a column's months are those of the lines: it says in its
// header that it has months, or has several.
func (c *dateColumn) hasMonths() bool {
	return c.mostly() && (c.ofMonths || c.months&(c.months-1) != 0)
}

// year is the year that nearly all cells of a column speak of, and the column; the
// ledger's own goes before others, and nil is none.
func (d *dateColumns) year() (year period.Year, of *dateColumn) {
	for _, c := range d.columns {
		switch y := c.year(); y {
		case 0:
		case d.own:
			return y, c
		default:
			year, of = y, c
		}
	}
	return year, of
}

// last is the last month of the ledger's year that a column speaks of, or 0.
func (d *dateColumns) last() (month int, of *dateColumn) {
	for _, c := range d.columns {
		if !c.hasMonths() {
			continue
		}
		for n := 12; n > month; n-- {
			if c.months&(1<<n) != 0 {
				month, of = n, c
			}
		}
	}
	return month, of
}

// doubtful reports whether what a sample of the lines says asks for a look at all
// of them.
func (d *dateColumns) doubtful() bool {
	if !d.sampled {
		return false
	}
	if n, of := d.last(); of != nil && n < 12 {
		return true
	}
	if slices.ContainsFunc(d.columns, func(c *dateColumn) bool { return len(LostPeriods(c.periods)) > 0 }) {
		return true
	}
	return slices.ContainsFunc(d.columns, func(c *dateColumn) bool {
		return c.outside(d.own) > 0 && (c.outside(d.own)*50 >= c.cells || yearColumn().MatchString(c.header) && c.mostly())
	})
}

// LostPeriods are the numbers of periods that are missing between others of a year by month,
// where 13 holds the adjustments of its end: with 1 to 11 and 13 it is 12.
func LostPeriods(periods uint32) (lost []int) {
	const manyPeriods = 8
	if bits.OnesCount32(periods) < manyPeriods {
		return nil
	}
	for n := 1; n < bits.Len32(periods)-1; n++ {
		if periods&(1<<n) == 0 {
			lost = append(lost, n)
		}
	}
	if len(lost)*othersPerLost > bits.OnesCount32(periods) {
		return nil
	}
	return lost
}

// othersPerLost is how many periods are there for each that is missing, or they are of
// something else.
const othersPerLost = 4

// mixed are the parts, in a hundred, of the lines of which a column may speak of other
// years before it is reported: none for a column of years, few for one of periods, more for
// one of days, which may be those of invoices.
const (
	mixedYears = 2
	mixedDays  = 25
)

// reportMixed reports a column that speaks of other years in a part of the lines.
func (r *Reader) reportMixed() {
	own := r.Out.Ledger.Year
	for _, c := range r.dates.columns {
		n, part := c.outside(own), mixedYears
		switch {
		case c.ofDays && !c.ofMonths:
			part = mixedDays
		case yearColumn().MatchString(c.header):
			part = 0 // each is told
		}
		if y := c.year(); y != 0 && y != own || !c.mostly() || n == 0 || n*100 < c.cells*part {
			continue
		}
		others := slices.DeleteFunc(slices.Collect(maps.Keys(c.years)), func(y period.Year) bool { return y == own })
		most := slices.MaxFunc(others, func(a, b period.Year) int { return cmp.Or(cmp.Compare(c.years[a], c.years[b]), cmp.Compare(b, a)) })
		r.Out.Soft.Add(&source.Problem{Code: finance.CodeOutsideYear, Position: c.first[most],
			Message: fmt.Sprintf("%s of another year than %s in the column %q, which isn't mapped, such as %q, counted all the same",
				wording.Count(n, "line is", "lines are"), own, celltext.Short(celltext.Spaced(c.header)), celltext.Short(c.examples[most])),
			Hint: "take the lines of other years out of the export; map the column as date or period to have each line held against the year"})
	}
}
