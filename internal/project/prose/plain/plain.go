// Package plain takes from a text what our dialect adds to Markdown and no reader of words
// wants: lines of colons, and what stands between braces behind pictures.
package plain

import (
	"strings"
	"unicode/utf8"

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

// saidOfPicture is what stands between braces behind a picture.
var saidOfPicture = lazyregexp.Lazy(`!\[[^\]\n]*\]\([^()\n]*\)(?:\]\([^()\n]*\))?(\{[^{}\n]*\})`)

// Blanked is a text with blanks in the place of its lines of colons and of what is said
// of its pictures: plain Markdown for those who look for its blocks. Every byte keeps its
// place.
func Blanked(markdown string) []byte {
	src := []byte(markdown)
	blank := func(from, to int) {
		for i := from; i < to; i++ {
			if src[i] != '\n' {
				src[i] = ' '
			}
		}
	}
	if strings.Contains(markdown, ":::") {
		for _, at := range fenceLine().FindAllStringIndex(markdown, -1) {
			blank(at[0]+strings.Index(markdown[at[0]:at[1]], ":::"), at[1])
		}
	}
	if strings.Contains(markdown, "){") {
		for _, at := range saidOfPicture().FindAllStringSubmatchIndex(markdown, -1) {
			blank(at[2], at[3])
		}
	}
	return src
}

// PrintedOfFence are the words of a line of colons that are printed.
func PrintedOfFence(line string) string {
	var words []string
	for _, m := range printed().FindAllStringSubmatch(line, -1) {
		words = append(words, Unquoted(m[1]))
	}
	return strings.Join(words, " ")
}

var escaped = lazyregexp.Lazy(`\\(.)`)

// Unquoted is the value of an attribute without the quotation marks around it, and with
// what a backslash is before.
func Unquoted(value string) string {
	first, size := utf8.DecodeRuneInString(value)
	_, end := utf8.DecodeLastRuneInString(value)
	if len(value) < size+end || !strings.ContainsRune("\"'“”„‘‚«", first) {
		return value
	}
	return escaped().ReplaceAllString(value[size:len(value)-end], "$1")
}
