package ledger

import (
	"fmt"
	"slices"
	"strings"

	"apr/finance"
	"apr/internal/lazyregexp"
	"apr/internal/period"
	"apr/internal/source"
	"apr/internal/table/celltext"
)

// An Against is what speaks of another year than the dates of a ledger's lines.
type Against struct {
	Year     period.Year
	Says     string // the words that say so, the column, or the file's name
	Position source.Position
}

// ofTheLines is a column of the years of the lines, and not of what they are about.
var ofTheLines = lazyregexp.Lazy(`(?i)^(?:(?:financial|fiscal|fin|accounting|account|acc|ledger|gl|posting) )?(?:year|yr|fy)s?$`)

// otherYear is the other year that a column of the years of the lines names on nearly all
// of them, and the column, unless one names the ledger's own.
func (d *dateColumns) otherYear() (year period.Year, of *dateColumn) {
	for _, c := range d.columns {
		if !ofTheLines().MatchString(strings.ReplaceAll(celltext.Spaced(c.header), "_", " ")) {
			continue
		}
		switch y := c.year(); y {
		case 0:
		case d.own:
			return 0, nil
		default:
			year, of = y, c
		}
	}
	return year, of
}

// firstOf is where a column names a year first.
func (r *Reader) firstOf(c *dateColumn, year period.Year) source.Position {
	at := c.first[year]
	at.File = r.Out.Spec.File
	return at
}

// namesYear reports whether a cell of dates or periods that isn't a day names a year.
func namesYear(cell string, year period.Year) bool {
	spaced := celltext.Spaced(cell)
	if y, ok := yearOfPeriod(spaced); ok {
		return y == year
	}
	if s, ok := shortCell(spaced, year); ok {
		return s.year == year
	}
	return slices.ContainsFunc(spoken(cell), func(s said) bool { return s.year == year })
}

// against is what speaks of another year where the dates of the lines are of the ledger's
// own: a column that isn't mapped, the lines above the header and those that stand in their
// place below it, or the file's name.
func (r *Reader) against() *Against {
	own := r.Out.Ledger.Year
	plan := r.Out.Ledger.Kind == finance.Plan // made in a month of the year before
	for _, c := range r.dates.columns {
		if y := c.year(); y != 0 && y != own {
			return &Against{y, fmt.Sprintf("the column %q, which isn't mapped", celltext.Short(celltext.Spaced(c.header))), r.firstOf(c, y)}
		}
	}
	var found *Against
	for i, l := range r.firstLines() {
		text := l.Text()
		if printed().MatchString(text) || comparison().MatchString(text) {
			continue
		}
		all := append(spoken(text), shortSpoken(text, own)...)
		y := otherOf(all, own, func(s said) bool { return plan || s.year > own && isDayIn(text, s.words) })
		if y == own {
			found = nil
			break
		}
		if y != 0 && found == nil {
			where := "above"
			if i >= len(r.Table.Above) {
				where = "below"
			}
			found = &Against{y, fmt.Sprintf("%q %s the header", celltext.Short(text), where), l.Position}
		}
	}
	if found != nil {
		return found
	}
	if y := otherOf(r.ofName(), own, func(said) bool { return plan }); y != 0 && y != own {
		return &Against{y, "the file's name", source.Position{File: r.Out.Spec.File}}
	}
	return nil
}

// comparison is a line that speaks of the year before beside the ledger's own.
var comparison = lazyregexp.Lazy(`(?i)\b(?:opening|brought|b/f|prior|previous|last year|compar\w*|budget (?:set|agreed))\b`)

// otherOf is the year that is said: the ledger's own before others, or 0. The half year
// after it is when the report was made, as often as not, and so are the days to pass over.
func otherOf(all []said, own period.Year, pass func(said) bool) (other period.Year) {
	for _, s := range all {
		switch {
		case s.year == own:
			return own
		case s.year == 0, s.year == own+1 && s.month >= 1 && s.month <= 6, s.month > 0 && pass(s):
		case other == 0:
			other = s.year
		}
	}
	return other
}

// isDayIn reports whether words are those of a day, other than a year's last.
func isDayIn(text, words string) bool {
	if m := saidDay().FindStringSubmatch(words); m != nil {
		day, ok := parseDate(m[1])
		return ok && (day.Day() != 31 || day.Month() != 3)
	}
	before, _, found := strings.Cut(celltext.Typed(text), words)
	before = strings.TrimRight(before, " -/stndrh")
	n := len(before)
	return found && n > 0 && before[n-1] >= '0' && before[n-1] <= '9' && !strings.HasSuffix(before, "31")
}
