package ledger

import (
	"strconv"
	"strings"
	"time"

	"apr/internal/lazyregexp"
	"apr/internal/period"
	"apr/internal/table/celltext"
)

var (
	// shortYear is a financial year of two or four digits, as names of files have it.
	shortYear = lazyregexp.Lazy(`(?i)(?:^|[^\d/.-])(?:fy)? ?'?(?:20)?(\d\d)[-/]?(\d\d)(?:$|[^\d/.-])`)
	// shortPair is one of two digits beside words that say that it is a year.
	shortPair = lazyregexp.Lazy(`(?i)\b(?:` + yearWords + `)(?:[ :,(]|for |of |the |final |fy)*['’]?(\d\d) ?[/-] ?(\d\d)(?:$|[^\d/.-]|\.(?:\D|$))` +
		`|(?:^|[^\d/.-])(\d\d) ?[/-] ?(\d\d) (?:final |full |financial |actual )*(?:` + yearWords + `)\b`)
	// headedPair is one in the header of amounts.
	headedPair = lazyregexp.Lazy(`(?:^|[^\d/.-])(\d\d) ?[/-] ?(\d\d)(?:$|[^\d/.-])`)
	// shortDay is a day up to which amounts are, with two digits for its year.
	shortDay = lazyregexp.Lazy(`(?i)\b(?:as at|as of|to|end|ended|ending|until)[ :]*(\d\d?[/.-]\d\d?[/.-]\d\d)(?:$|[^\d/.-]|\.(?:\D|$))`)
)

// yearWords are those beside which 17/18 is a year.
const yearWords = `years?|yr|fy|outturn|actuals?|spend|expenditure`

// shortYears are the financial years of a name: 1718, FY17-18, 201718. They are some
// of the last and next years: other digits are codes.
func shortYears(name string, own period.Year) (all []said) {
	for _, m := range shortYear().FindAllStringSubmatch(name, -1) {
		all = append(all, ofPair(m[1], m[2], 12, own)...)
	}
	for _, one := range loneYear(yearInName().FindStringSubmatch(name), own) {
		if len(all) == 0 && one.year < own { // a later one may be that of the export
			all = append(all, one)
		}
	}
	return all
}

// ofPair is the year that two digits and two digits are, if one follows the other, the
// first isn't before least, and it is one of the last or next years.
func ofPair(first, second string, least int, own period.Year) []said {
	from, _ := strconv.Atoi(first)
	to, _ := strconv.Atoi(second)
	year := period.Year(2000 + from)
	if to != from+1 || from < least || max(year-own, own-year) > mostApart {
		return nil
	}
	return []said{{year, 0, year.String()}}
}

// afterPeriods is the first year of two digits that can't be an accounting period too.
const afterPeriods = 14

// shortSpoken are the years that a line above the header says with two digits, or in one
// number beside words that say so. A day of
// the half year after the ledger's year is that of the export, as often as not.
func shortSpoken(text string, own period.Year) (all []said) {
	text = strings.ReplaceAll(celltext.Typed(text), "_", " ")
	for _, m := range shortPair().FindAllStringSubmatch(text, -1) {
		all = append(all, ofPair(m[1]+m[3], m[2]+m[4], afterPeriods, own)...)
	}
	for _, m := range shortDay().FindAllStringSubmatch(text, -1) {
		day, err := time.Parse("2/1/06", strings.NewReplacer(".", "/", "-", "/").Replace(m[1]))
		if one := ofDay(day, m[1]); err == nil && max(one.year-own, own-one.year) <= mostApart && (one.year != own+1 || one.month > 6) {
			all = append(all, one)
		}
	}
	for _, m := range yearOfWords().FindAllStringSubmatch(text, -1) {
		all = append(all, loneYear(m[1:], own)...)
	}
	return all
}

// shortHeaded are the years that the header of a column of amounts says with two digits.
func shortHeaded(header string, own period.Year) (all []said) {
	for _, m := range headedPair().FindAllStringSubmatch(celltext.Typed(header), -1) {
		all = append(all, ofPair(m[1], m[2], afterPeriods, own)...)
	}
	return all
}

// shortCell is the year that a cell of a column of years says with two digits: 17/18,
// FY17-18 or 1718. 2021 is a year of its own.
func shortCell(cell string, own period.Year) (s said, ok bool) {
	if len(cell) == 4 && strings.HasPrefix(cell, "20") || len(cell) > len("FY 2017-18") {
		return s, false
	}
	m := wholeShort().FindStringSubmatch(celltext.Typed(cell))
	if m == nil {
		return s, false
	}
	all := ofPair(m[1], m[2], afterPeriods, own)
	if len(all) == 0 {
		return s, false
	}
	return all[0], true
}

// wholeShort is a cell that is a year and nothing else.
var wholeShort = lazyregexp.Lazy(`(?i)^(?:fy)? ?['’]?(?:20)?(\d\d) ?[-/]? ?(\d\d)$`)
