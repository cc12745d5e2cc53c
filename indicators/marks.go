package indicators

import (
	"slices"
	"strings"

	"apr/internal/lazyregexp"
)

// suppressedMarks are what publishers put in place of a number that they withhold.
// "[c]" is that of the Government Statistical Service.
var suppressedMarks = []string{"*", "**", "***", "c", "[c]", "s", "suppressed", "disclosive"}

// smallCount is a bound or a range in place of a small number, which could tell of persons:
// "<5", "fewer than 5", "1-4". Larger ones, such as "<500" and "40-45", withhold nobody.
var smallCount = lazyregexp.Lazy(`^[\[(]?(?:(?:<|<=|≤|under|below|up to|(?:fewer|less) than)\s*(?:1?[0-9]|20)|[01]\s*(?:-|–|to)\s*(?:[2-9]|10)|(?:[2-9]|10) or (?:fewer|less))%?[\])]?$`)

// IsSuppressed reports whether a mark, in whatever case, says that a number is
// withheld, rather than absent.
func IsSuppressed(mark string) bool {
	mark = strings.ToLower(mark)
	return slices.Contains(suppressedMarks, mark) || IsSmallCount(mark)
}

// IsSmallCount reports whether a mark is a bound or a range, in whatever case, in place of a
// small number.
func IsSmallCount(mark string) bool {
	return strings.ContainsAny(mark, "0123456789") && smallCount().MatchString(strings.ToLower(mark))
}

// IsCellError reports whether a mark is an error of the spreadsheet, such as
// #N/A, rather than the publisher's word.
func IsCellError(mark string) bool { return strings.HasPrefix(mark, "#") }
