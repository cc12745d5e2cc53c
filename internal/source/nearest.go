package source

import (
	"fmt"
	"strings"

	"github.com/agnivade/levenshtein"
)

// Nearest is the candidate most like name, or "" when none is near enough to
// be worth suggesting. Case doesn't count. Of equals the first wins.
func Nearest(name string, candidates []string) string {
	best, bestDistance := "", len([]rune(name))/3+2
	for _, c := range candidates {
		d := levenshtein.ComputeDistance(strings.ToLower(name), strings.ToLower(c))
		if d < bestDistance {
			best, bestDistance = c, d
		}
	}
	return best
}

// DidYouMean is a hint that names the nearest candidate, or lists them when
// none is near and there are few.
func DidYouMean(name string, candidates []string) string {
	if n := Nearest(name, candidates); n != "" {
		return fmt.Sprintf("did you mean %q?", n)
	}
	if len(candidates) == 0 || len(candidates) > 16 {
		return ""
	}
	return "expected one of: " + strings.Join(candidates, ", ")
}
