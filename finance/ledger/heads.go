package ledger

import (
	"fmt"
	"slices"
	"strings"
	"unicode"

	"apr/finance"
	"apr/internal/lazyregexp"
	"apr/internal/source"
	"apr/internal/table/celltext"
)

// amountHeads are the heads of the columns of amounts, and of the plan, that are mapped.
func (r *Reader) amountHeads() (heads []string) {
	for _, i := range []int{r.Amounts, r.Debit, r.Credit, r.Plan} {
		if i >= 0 && i < len(r.Table.Header) {
			heads = append(heads, celltext.Spaced(r.Table.Header[i]))
		}
	}
	return heads
}

// yearOfHeads is the other year that the head of a column of amounts names, whatever the
// dates of the lines are: a ledger may have a column for each of several years, and its
// dates are those of one of them. A day or a month in a head is when a budget was set or
// the report was made, as often as not, and says nothing here.
func (r *Reader) yearOfHeads() (e Evidence) {
	own := r.Out.Ledger.Year
	for _, h := range r.amountHeads() {
		var other said
		named := false
		for _, one := range append(spoken(h), shortHeaded(h, own)...) {
			named = named || one.year == own
			if one.month == 0 && one.year != 0 && one.year != own {
				other = one
			}
		}
		if other.year != 0 && !named {
			return Evidence{Year: other.year, Says: fmt.Sprintf("the column %q", celltext.Short(h)), Position: source.Position{File: r.Out.Spec.File}, Instead: r.headOfYear(h)}
		}
	}
	return e
}

// headOfYear is the head that says of the ledger's own year what another says of another
// year, or "".
func (r *Reader) headOfYear(head string) string {
	words := func(h string) string {
		return strings.Map(func(c rune) rune {
			if unicode.IsLetter(c) {
				return unicode.ToLower(c)
			}
			return -1
		}, h)
	}
	own := r.Out.Ledger.Year
	for _, h := range r.Table.Header {
		h = celltext.Spaced(h)
		if words(h) == words(head) && slices.ContainsFunc(append(spoken(h), shortHeaded(h, own)...), func(s said) bool { return s.year == own }) {
			return celltext.Short(h)
		}
	}
	return ""
}

var (
	// expected is a head of amounts that nobody has spent yet.
	expected = lazyregexp.Lazy(`(?i)\b(?:forecasts?|forecasted|f/?cast|fcst|projections?|projected|predicted|anticipated|estimated? outturn)\b`)
	// spent is a head of what was spent after all, beside such a word.
	spent = lazyregexp.Lazy(`(?i)\bactuals?\b`)
)

// expectedHead is the head of the mapped column of amounts if it says that they are
// expected and not what was spent, or "". Who has written the ledger's kind has said what
// they are.
func (r *Reader) expectedHead() string {
	if r.Out.Spec.Kind != "" {
		return ""
	}
	for _, i := range []int{r.Amounts, r.Debit} {
		if h := celltext.Spaced(celltext.At(r.Table.Header, i)); i >= 0 && r.Out.Ledger.Kind == finance.Actual && expected().MatchString(h) && !spent().MatchString(h) {
			return h
		}
	}
	return ""
}

// unreadSheets are the other sheets of the workbook with the same heads. One that is
// called after another year is of that year.
func (r *Reader) unreadSheets() (names []string) {
	own := r.Out.Ledger.Year
	for _, name := range r.Table.Others {
		if all := append(spoken(name), shortYears(name, own)...); !slices.ContainsFunc(all, func(s said) bool { return s.year != 0 && s.year != own }) {
			names = append(names, name)
		}
	}
	return names
}
