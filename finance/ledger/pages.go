package ledger

import (
	"slices"
	"strconv"
	"strings"

	"apr/internal/lazyregexp"
	"apr/internal/table/celltext"
)

// pageNumber is the number of a page as reports print it, with or without how many
// there are, or its words alone, where the number is in the next cell. P.2 may be a code.
var pageNumber = lazyregexp.Lazy(`^(?:(?:page|pg\.?)(?: ?no\.?| ?number| ?#)?|p\.(?: |$))[ :.]*(?:(\d{1,9})(?: ?(of|/|-) ?(\d{1,9})?)?)?$`)

// pageWords are the parts of a page's number in a text in small letters, or nil.
func pageWords(text string) []string {
	return pageNumber().FindStringSubmatch(strings.Trim(text, "-– "))
}

// A pageRow is what a row says that may be the number of a page.
type pageRow struct {
	words   bool
	said    int // the number in its words, or 0
	of      bool
	numbers []string // in cells of their own
}

// isPageLine reports whether all that a record says are numbers of pages, dates, and
// what was above the header. A report may print the number in the column of amounts.
func (r *Reader) isPageLine(record []string) bool {
	var row pageRow
	for i, c := range record {
		if text := celltext.Trim(c); text != "" && !row.add(text, r.IsMoney(i)) && !r.headings.is(text) {
			return false
		}
	}
	if !row.words || len(row.numbers) > 1 && !row.of || len(row.numbers) > 2 {
		return false
	}
	if slices.ContainsFunc(row.numbers, func(text string) bool { return !r.mayBePage(&row, text) }) {
		return false
	}
	if n := row.number(); n > 0 {
		r.headings.page = n
	}
	return true
}

// add takes in a cell; ok is false where it isn't one of such a row.
func (p *pageRow) add(text string, money bool) (ok bool) {
	whole, pence, _ := strings.Cut(text, ".")
	switch {
	case labelOf(text) == pageHeading:
		p.words = true
		if m := pageWords(strings.ToLower(celltext.Spaced(text))); m[1] != "" {
			p.said, _ = strconv.Atoi(m[1])
			p.of = p.of || m[2] != "" && m[3] == ""
		}
	case text == "/", strings.EqualFold(text, "of"):
		p.of = true
	case money && celltext.AllDigits(whole) && strings.Trim(pence, "0") == "", celltext.AllDigits(text) && len(text) < 5: // five digits may be a day
		p.numbers = append(p.numbers, text)
	case money:
		return false
	default:
		_, date := parseDate(text)
		return date
	}
	return true
}

// mayBePage reports whether a number may be that of a page: the one that its words say,
// the next, or, where it is written without pence, any that a report with so many rows can
// have. How many pages there are may be any number.
func (r *Reader) mayBePage(p *pageRow, text string) bool {
	whole, _, pence := strings.Cut(text, ".")
	n, err := strconv.Atoi(whole)
	next := n == r.headings.page+1 || r.headings.page == 0 && n == 2 // the first page needs no number
	switch {
	case err != nil, n < 1:
		return false
	case p.of:
		return n >= p.said && !pence
	case p.said > 0:
		return n == p.said
	}
	return next || !pence && n <= r.Out.Ledger.Lines+1
}

// number is the page's, or 0.
func (p *pageRow) number() int {
	if p.said > 0 || len(p.numbers) == 0 {
		return p.said
	}
	whole, _, _ := strings.Cut(p.numbers[0], ".")
	n, _ := strconv.Atoi(whole)
	return n
}
