package claims

import (
	"bytes"
	"strings"

	"apr/internal/lazyregexp"
	"apr/regs/sentence"
)

var (
	gapOfColumns = lazyregexp.Lazy(`\S[ \t]{2,}\S`)
	// wideGap is between the columns of a page, which no line of one column has twice.
	wideGap    = lazyregexp.Lazy(`[^\s•●▪◦‣–*·][ \t]{3,}\S`)
	endOfProse = lazyregexp.Lazy(`[.!?:;]["'”’)\]]*(?:\d{1,3}|\[\d{1,3}\])?$`)
	bullet     = lazyregexp.Lazy(`^(?:[•●▪◦‣–*·o-]|\d{1,2}[.)])\s`)
)

// pages makes text of what a program took from the pages of a PDF, with every byte
// in its place. Nothing says there what is a table: a line of three columns or more
// isn't prose, nor is a paragraph that ends without a full stop, but for items of a
// list and for those that are long enough to go on over the page. Nor are two columns
// side by side, in which each line has the words of both.
func pages(text string) (string, sentence.LeftOut) {
	b := []byte(strings.ReplaceAll(text, "\f", "\n"))
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
		case len(gapsIn(line)) >= 2:
			flush(at)
			wipe(b[at:end])
			left.Tables++
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
