package prose

import (
	"bytes"
	"fmt"
	"strings"
	"unicode"

	"apr/internal/lazyregexp"
	"apr/internal/source"
	"apr/internal/yamlpos"
)

// The parser of Markdown takes a time that grows with the square of some things:
// how deep quotations and lists are in each other, and how many brackets and
// emphasis marks one paragraph has. No text that somebody wrote comes near these
// bounds; one that was made to be slow is refused before it is parsed.
const (
	// maxSize is the most bytes of one text: a hundred pages in print.
	maxSize = 200_000
	// maxDepth is how deep quotations, lists and passages may be in each other.
	maxDepth = 20
	// maxMarks is how many characters that may open or close something (a link,
	// emphasis, code, HTML) or escape something may be between two empty lines.
	maxMarks = 5_000
	// maxNotes is how many marks of footnotes, with those before the notes
	// themselves, a text may have.
	maxNotes = 2_000
)

const marks = "[]!*_`<&\\"

// Bounded is the first place at which a text can't be parsed in a time that
// nobody minds; nil where it can. It reads the text once. Whoever parses a text
// asks this first.
func Bounded(t yamlpos.Text) *source.Problem {
	problem := func(code string, offset int, message, hint string) *source.Problem {
		return &source.Problem{Code: code, Position: t.At(offset), Message: message, Hint: hint}
	}
	if n := len(t.Markdown); n > maxSize {
		return problem("too-long", maxSize, fmt.Sprintf("the text goes on for %d bytes; one text may have %d", n, maxSize),
			"divide it between several texts, or shorten it")
	}
	passages, seen, notes, start := 0, 0, 0, 0
	for line := range bytes.Lines([]byte(t.Markdown)) {
		depth, opened, content := nesting(line)
		passages = max(0, passages+opened)
		if depth+passages > maxDepth {
			return problem("too-deep", start, fmt.Sprintf("quotations, lists and passages are more than %d deep in each other", maxDepth),
				`end some of them; a ">" that is meant as such is written \>`)
		}
		if len(bytes.TrimSpace(content)) == 0 {
			seen = 0
		}
		for i, b := range content {
			if strings.IndexByte(marks, b) < 0 {
				continue
			}
			seen++
			if b == '[' && i+1 < len(content) && content[i+1] == '^' {
				notes++
			}
			at := start + len(line) - len(content) + i
			switch {
			case notes > maxNotes:
				return problem("too-many-marks", at, fmt.Sprintf("the text has more than %d marks of footnotes", maxNotes), "divide it between several texts")
			case seen > maxMarks:
				return problem("too-many-marks", at, fmt.Sprintf("more than %d brackets, stars, backslashes and the like are here without an empty line between", maxMarks),
					"divide the text into paragraphs, or a table into several")
			}
		}
		start += len(line)
	}
	return nil
}

// listMark is what begins an item of a list.
var listMark = lazyregexp.Lazy(`^(?:[-+*]|[0-9]{1,9}[.)])(?:[ \t]|$)`)

// nesting is how many quotations and items a line is in or begins, as far as
// its own characters say; what passages it opens (1) or closes (-1); and what
// is behind them. A rule, such as "* * *", begins none.
func nesting(line []byte) (depth, opened int, content []byte) {
	if isRule(line) {
		return 0, 0, line
	}
	for {
		content = bytes.TrimLeft(line, " \t")
		n := 0
		switch {
		case len(content) == 0:
		case content[0] == '>':
			n = 1
		case strings.IndexByte("-+*0123456789", content[0]) >= 0:
			n = len(listMark().Find(content))
		}
		if n == 0 {
			break
		}
		depth++
		line = content[n:]
	}
	if bytes.HasPrefix(content, []byte(":::")) {
		opened = 1
		if len(bytes.Trim(content, ": \t\r\n")) == 0 {
			opened = -1
		}
	}
	return depth, opened, content
}

// isRule reports whether a line has three or more of one of the characters of a rule,
// blanks between them or not, and nothing else.
func isRule(line []byte) bool {
	if first := bytes.TrimLeftFunc(line, unicode.IsSpace); len(first) == 0 || strings.IndexByte("-*_", first[0]) < 0 {
		return false
	}
	rule, n := rune(0), 0
	for _, r := range string(line) {
		switch {
		case unicode.IsSpace(r):
		case rule == 0 && strings.ContainsRune("-*_", r):
			rule, n = r, 1
		case r != rule || rule == 0:
			return false
		default:
			n++
		}
	}
	return n >= 3
}
