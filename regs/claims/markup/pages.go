package markup

import (
	"bytes"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"apr/internal/lazyregexp"
	"apr/regs/sentence"
)

var (
	gapOfColumns = lazyregexp.Lazy(`\S[ \t]{2,}\S`)
	// wideGap is between the columns of a page, which no line of one column has twice.
	wideGap    = lazyregexp.Lazy(`[^\s•●▪◦‣–*·][ \t]{3,}\S`)
	endOfProse = lazyregexp.Lazy(`[.!?:;]["'”’)\]]*(?:\d{1,3}|\[\d{1,3}\])?$`)
	endWithin  = lazyregexp.Lazy(`[.!?]["'”’)\]]* ["“‘(]*\p{Lu}`) // of a sentence
	bullet     = lazyregexp.Lazy(`^(?:[•●▪◦‣–*·o-]|\d{1,2}[.)])\s`)
	// numberOfParagraph is that of a paragraph of a board paper.
	numberOfParagraph = lazyregexp.Lazy(`^(\d{1,2}(?:\.\d{1,2}){1,3}\.?)[ \t]+[“"‘(]*(?:\p{Lu}|£|\d+ \p{L})`)
	// brokenWord is a word that a line breaks.
	brokenWord = lazyregexp.Lazy(`(\pL{2,})(-[ \t]*\n[ \t]*)(\p{Ll}+)`)
	// acrossPages is between two parts of a sentence, on two pages.
	acrossPages   = lazyregexp.Lazy(`[\pL\d,;%)][ \t]*\n[ \t\n\r\f]*[ \t\n\f]\p{Ll}`)
	runningDigits = lazyregexp.Lazy(`\d+`)
	leader        = lazyregexp.Lazy(`\.{4,}|(?:\. ){4,}|…{2,}`) // to the page's number, in a list of contents
)

// pages makes text of what a program took from the pages of a PDF, with every byte
// in its place, but for words that a line breaks. Nothing says there what is a table: a
// line of three columns or more isn't prose, nor is a paragraph without the end of a
// sentence, but for items of a list and for those that are long enough to go on over the page,
// nor are two columns side by side that inColumns didn't part.
func pages(text string) (string, sentence.LeftOut) {
	var left sentence.LeftOut
	text = acrossPages().ReplaceAllStringFunc(withoutRunning(text, &left), func(gap string) string {
		if !strings.Contains(gap, "\f") {
			return gap
		}
		return strings.NewReplacer("\n", " ", "\f", " ", "\r", " ").Replace(gap)
	})
	b := []byte(wholeWords(strings.ReplaceAll(text, "\f", "\n")))
	lines := printedLines(b)
	start, n := 0, 0 // of the block, and its lines
	flush := func(end int) {
		if n > 0 {
			block(b[start:end], n, &left)
		}
		n = 0
	}
	for i, line := range lines {
		leaveOut := func(count *int) {
			flush(line.start)
			wipe(b[line.start:line.end])
			*count++
		}
		switch {
		case line.text == "":
			flush(line.start)
		case leader().MatchString(line.text) || inCapitals(line.text) || isHeadingAbove(lines, i, n > 0):
			leaveOut(&left.Headings)
		case len(gapsIn(line.text)) >= 2:
			leaveOut(&left.Tables)
		case isNumbered(lines, i, n > 0):
			flush(line.start)
			start, n = line.start, 1
			number := numberOfParagraph().FindStringSubmatch(line.text)[1]
			at := line.start + bytes.Index(b[line.start:line.end], []byte(number))
			wipe(b[at : at+len(number)])
			b[at] = '\n' // an empty line, as paragraphs of Markdown have it above
		case bullet().MatchString(line.text):
			flush(line.start)
			start, n = line.start, 1
			if _, size := utf8.DecodeRuneInString(line.text); !unicode.IsDigit(rune(line.text[0])) {
				mark := line.start + bytes.Index(b[line.start:line.end], []byte(line.text))
				copy(b[mark:], "-  "[:size]) // as items of lists have it in Markdown
			}
		default:
			if n == 0 {
				start = line.start
			}
			n++
		}
	}
	flush(len(b))
	return string(b), left
}

// printedLine is a line, with its text without the blanks around it.
type printedLine struct {
	start, end int
	text       string
}

func printedLines(b []byte) (lines []printedLine) {
	at := 0
	for line := range bytes.Lines(b) {
		lines = append(lines, printedLine{at, at + len(bytes.TrimRight(line, "\n")), string(bytes.TrimSpace(line))})
		at += len(line)
	}
	return lines
}

// goesOnBehind are words that no heading ends with.
var goesOnBehind = []string{"a", "an", "and", "as", "at", "by", "for", "from", "in", "of", "on", "or", "than", "the", "to", "with"}

// isHeadingAbove reports whether a line is the heading of the one below it: shorter than that, and neither the
// end of a sentence nor, within a block, behind a line that isn't one.
func isHeadingAbove(lines []printedLine, i int, within bool) bool {
	if i+1 == len(lines) || slices.Contains(goesOnBehind, lines[i].text[strings.LastIndexByte(lines[i].text, ' ')+1:]) || endOfProse().MatchString(lines[i].text) || within && !endOfProse().MatchString(lines[i-1].text) {
		return false
	}
	own, _ := utf8.DecodeRuneInString(lines[i].text)
	below, _ := utf8.DecodeRuneInString(lines[i+1].text)
	shorter := 0.7
	if within {
		shorter = 0.6 // it may be the last line of a paragraph
	}
	return unicode.IsUpper(own) && (unicode.IsUpper(below) || unicode.IsDigit(below) || below == '£' || below == '“') &&
		float64(len(lines[i].text)) <= shorter*float64(len(lines[i+1].text))
}

// isNumbered reports whether a line begins a paragraph with its number, and isn't one of a sentence that goes on.
func isNumbered(lines []printedLine, i int, within bool) bool {
	return numberOfParagraph().MatchString(lines[i].text) && (!within || endOfProse().MatchString(lines[i-1].text) || bullet().MatchString(lines[i-1].text))
}

// withoutRunning leaves out the lines at the head and the foot of pages that several pages have, but for their
// numbers.
func withoutRunning(text string, left *sentence.LeftOut) string {
	const (
		fewest = 3 // pages that have such a line
		edge   = 3 // lines at the head of a page, and as many at its foot
	)
	b := []byte(text)
	count := map[string]int{}
	places := map[string][]printedLine{}
	at := 0
	for page := range strings.SplitAfterSeq(text, "\f") {
		var lines []printedLine
		for _, line := range printedLines([]byte(page)) {
			if line.text = runningDigits().ReplaceAllString(strings.Trim(line.text, "\f "), "#"); line.text != "" {
				line.start, line.end = line.start+at, line.end+at
				lines = append(lines, line)
			}
		}
		on := map[string]bool{}
		for i, line := range lines {
			if i < edge || i >= len(lines)-edge {
				places[line.text] = append(places[line.text], line)
				on[line.text] = true
			}
		}
		for line := range on {
			count[line]++
		}
		at += len(page)
	}
	for line, n := range count {
		if n < fewest {
			continue
		}
		for _, place := range places[line] {
			for i := place.start; i < place.end; i++ {
				if b[i] != '\f' {
					b[i] = ' '
				}
			}
			left.Headings++
		}
	}
	return string(b)
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
	return n >= 5 && strings.IndexFunc(line, unicode.IsDigit) == strings.LastIndexFunc(line, unicode.IsDigit) // "PRIORITY 1: EARLY HELP"
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
	if endOfProse().MatchString(text) || endWithin().MatchString(text) || bullet().MatchString(text) || lines >= 3 && len(text)/lines >= long {
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
