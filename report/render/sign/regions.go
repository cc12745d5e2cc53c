package sign

import (
	_ "embed"
	"strings"
)

//go:generate go test -run ^TestRegions$ -update .

// regions are the countries and territories that have a code of two letters, with the
// names that CLDR has for them in English: a line for each. The tables that they come
// from would be set up at each start of apr, in all languages.
//
//go:embed regions.txt
var regions string

// regionName is the name of the region of a code; ok is false where there is none.
func regionName(code string) (name string, ok bool) {
	if len(code) != 2 {
		return "", false
	}
	for line := range strings.Lines(regions) {
		if rest, ok := strings.CutPrefix(line, code+" "); ok {
			return strings.TrimSuffix(rest, "\n"), true
		}
	}
	return "", false
}
