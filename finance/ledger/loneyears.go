package ledger

import (
	"strconv"

	"apr/internal/lazyregexp"
	"apr/internal/period"
)

// A year of four digits alone may be the one in which the financial year begins or ends.
// Only one that is neither is another.
var (
	// yearOfWords is one beside a word that says that it is the year of the lines.
	yearOfWords = lazyregexp.Lazy(`(?i)(?:^|\b(?:financial|fiscal|accounting|fin) )(?:year|yr)[ :=-]{1,3}(20\d\d)(?:$|[^\d/.-])|\bfy[ :=-]{0,3}(20\d\d)(?:$|[^\d/.-])` +
		`|\b(?:period|month|p|m) ?\d\d?[ ,:/-]{1,3}(20\d\d)(?:$|[^\d/.-])|(?:^|[^\d/.-])(20\d\d)[ ,:/-]{1,3}(?:period|month|p|m) ?\d\d?\b`)
	// yearInName is one that stands alone in a file's name, or with a month behind it.
	yearInName = lazyregexp.Lazy(`(?:^|[-_. ])(20\d\d)(0[1-9]|1[0-2])?(?:$|[-_. ]\D|[-_. ]$)`)
	// yearAndPeriod is a cell of periods with their year: 202401, 2024/01, P1-2024.
	yearAndPeriod = lazyregexp.Lazy(`(?i)^(20\d\d)[ /.-]?[mp]?(?:0{0,2}\d|0?1[0-6])$|^[mp]?(?:0{0,2}\d|0?1[0-6])[ /.-](20\d\d)$`)
)

// loneYear is the other year that a match of one of these is, or none.
func loneYear(match []string, own period.Year) []said {
	for _, digits := range match {
		n, err := strconv.Atoi(digits)
		if year := period.Year(n); err == nil && len(digits) == len("2025") && year != own && year != own+1 && max(year-own, own-year) <= mostApart {
			return []said{{year: year, words: digits}}
		}
	}
	return nil
}

// mostApart is how many years another one may be from the ledger's: other digits are codes.
const mostApart = 5
