package indicators

import (
	"slices"
	"strings"
)

// suppressedMarks are what publishers put in place of a number that they withhold.
// "[c]" is that of the Government Statistical Service.
var suppressedMarks = []string{"*", "**", "***", "c", "[c]", "s", "suppressed", "disclosive"}

// IsSuppressed reports whether a mark, in whatever case, says that a number is
// withheld, rather than absent.
func IsSuppressed(mark string) bool { return slices.Contains(suppressedMarks, strings.ToLower(mark)) }

// IsCellError reports whether a mark is an error of the spreadsheet, such as
// #N/A, rather than the publisher's word.
func IsCellError(mark string) bool { return strings.HasPrefix(mark, "#") }
