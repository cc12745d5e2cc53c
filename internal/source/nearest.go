package source

import (
	"fmt"
	"strings"
	"unicode/utf8"

	"github.com/agnivade/levenshtein"
)

// Nearest is the candidate most like name, or "" when none is near enough to
// be worth suggesting. Case doesn't count. Of equals the first wins.
func Nearest(name string, candidates []string) string {
	length := utf8.RuneCountInString(name)
	best, bestDistance := "", length/3+2
	for _, c := range candidates {
		// No name is nearer than by how much it is longer: most names needn't be
		// compared, and long texts never are.
		if d := length - utf8.RuneCountInString(c); max(d, -d) >= bestDistance {
			continue
		}
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
