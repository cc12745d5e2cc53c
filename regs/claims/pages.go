package claims

import (
	"bytes"
	"strings"
	"unicode"
	"unicode/utf8"

	"apr/internal/lazyregexp"
	"apr/regs/claims/language"
	"apr/regs/sentence"
)

var (
	gapOfColumns = lazyregexp.Lazy(`\S[ \t]{2,}\S`)
	// wideGap is between the columns of a page, which no line of one column has twice.
	wideGap    = lazyregexp.Lazy(`[^\s•●▪◦‣–*·][ \t]{3,}\S`)
	endOfProse = lazyregexp.Lazy(`[.!?:;]["'”’)\]]*(?:\d{1,3}|\[\d{1,3}\])?$`)
	bullet     = lazyregexp.Lazy(`^(?:[•●▪◦‣–*·o-]|\d{1,2}[.)])\s`)
	// brokenWord is a word that a line breaks.
	brokenWord = lazyregexp.Lazy(`(\pL{2,})(-[ \t]*\n[ \t]*)(\p{Ll}+)`)
	leader     = lazyregexp.Lazy(`\.{4,}|(?:\. ){4,}|…{2,}`) // to the page's number, in a list of contents
)

// pages makes text of what a program took from the pages of a PDF, with every byte
// in its place, but for words that a line breaks. Nothing says there what is a table: a
// line of three columns or more isn't prose, nor is a paragraph that ends without a full
// stop, but for items of a list and for those that are long enough to go on over the page,
// nor are two columns side by side that inColumns didn't part.
func pages(text string) (string, sentence.LeftOut) {
	b := []byte(wholeWords(strings.ReplaceAll(text, "\f", "\n")))
	var left sentence.LeftOut
	start := 0 // of the block
	lines := 0
	flush := func(end int) {
		if lines > 0 {
			block(b[start:end], lines, &left)
		}
		lines = 0
	}
	for at := 0; at < len(b); {
		end := at
		for end < len(b) && b[end] != '\n' {
			end++
		}
		line := strings.TrimSpace(string(b[at:end]))
		switch {
		case line == "":
			flush(at)
		case leader().MatchString(line) || inCapitals(line):
			flush(at)
			wipe(b[at:end])
			left.Headings++
		case len(gapsIn(line)) >= 2:
			flush(at)
			wipe(b[at:end])
			left.Tables++
		case bullet().MatchString(line):
			flush(at)
			start, lines = at, 1
			mark := at + bytes.Index(b[at:end], []byte(line))
			if _, n := utf8.DecodeRune(b[mark:]); !language.IsDigit(b[mark]) {
				copy(b[mark:], "-  "[:n]) // as items of lists have it in Markdown
			}
		default:
			if lines == 0 {
				start = at
			}
			lines++
		}
		at = end + 1
	}
	flush(len(b))
	return string(b), left
}

// wholeWords puts together the words that a line breaks, with blanks before them. One that the text has
// with a hyphen elsewhere keeps it.
func wholeWords(text string) string {
	return brokenWord().ReplaceAllStringFunc(text, func(broken string) string {
		first, second, _ := strings.Cut(broken, "-")
		word := first + strings.TrimLeft(second, " \t\n")
		if hyphened := first + "-" + word[len(first):]; strings.Contains(text, hyphened) {
			word = hyphened
		}
		return strings.Repeat(" ", len(broken)-len(word)) + word
	})
}

// inCapitals reports whether a line is a heading all in capitals.
func inCapitals(line string) bool {
	n := 0
	for _, c := range line {
		if unicode.IsLower(c) {
			return false
		}
		if unicode.IsUpper(c) {
			n++
		}
	}
	return n >= 5 && !strings.ContainsAny(line, "0123456789")
}

// gapsIn are the gaps between the columns of a line.
func gapsIn(line string) [][]int { return gapOfColumns().FindAllStringIndex(line, -1) }

// block leaves out a paragraph that isn't prose.
func block(b []byte, lines int, left *sentence.LeftOut) {
	const long = 60 // as many characters as a line of prose has at least, and three of them
	text := strings.Join(strings.Fields(string(b)), " ")
	if sideBySide(b) {
		left.Tables += lines
		wipe(b)
		return
	}
	if endOfProse().MatchString(text) || bullet().MatchString(text) || lines >= 3 && len(text)/lines >= long {
		return
	}
	if lines == 1 && !hasDigit(text) {
		left.Headings++
	} else {
		left.Tables += lines
	}
	wipe(b)
}

// sideBySide reports whether a paragraph has two lines with a gap within them: of two columns.
func sideBySide(b []byte) bool {
	n := 0
	for line := range bytes.Lines(b) {
		if wideGap().Match(bytes.TrimSpace(line)) {
			n++
		}
	}
	return n >= 2
}

// wipe makes blanks of everything but line ends.
func wipe(b []byte) {
	for i := range b {
		if b[i] != '\n' {
			b[i] = ' '
		}
	}
}

func hasDigit(s string) bool { return strings.ContainsAny(s, "0123456789") }
