package prose

import (
	"strings"

	"apr/internal/lazyregexp"
)

var (
	fenceLine = lazyregexp.Lazy(`(?m)^[ \t>]*:::.*$`)
	printed   = lazyregexp.Lazy(`[\s{](?:title|by)\s*=\s*("(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|[^\s"'=}]+)`)
)

// Unfenced is a text without its lines of colons, for those who read its words; what is
// printed of them, titles and names, stays where it is wanted.
func Unfenced(markdown string, titles bool) string {
	if !strings.Contains(markdown, ":::") {
		return markdown
	}
	return fenceLine().ReplaceAllStringFunc(markdown, func(line string) string {
		if !titles {
			return ""
		}
		return PrintedOfFence(line)
	})
}

// PrintedOfFence are the words of a line of colons that are printed.
func PrintedOfFence(line string) string {
	var words []string
	for _, m := range printed().FindAllStringSubmatch(line, -1) {
		words = append(words, unquoted(m[1]))
	}
	return strings.Join(words, " ")
}
