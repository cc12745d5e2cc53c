package markup

import (
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"apr/internal/lazyregexp"
)

// Cell is a cell of a table, with the byte where its text begins.
type Cell struct {
	Text string
	At   int
}

// word is a word of a line, and where it is: from one character to another, and from a byte.
type word struct {
	text       string
	start, end int
	at         int
}

// group are words of a line with a single blank between them: mostly those of one cell.
type group []word

func (g group) start() int { return g[0].start }
func (g group) end() int   { return g[len(g)-1].end }

// text are the words, none of an empty group.
func (g group) text() string {
	words := make([]string, len(g))
	for i, w := range g {
		words[i] = w.text
	}
	return strings.Join(words, " ")
}

var (
	// noteMark is the mark of a note behind a word.
	noteMark = lazyregexp.Lazy(`^(.*?)\s*(?:\[\d{1,2}\]|[¹²³⁴⁵⁶⁷⁸⁹†‡]+|\*+)$`)
	// yearLabel is a year as the head of a column has it, and shortYear one such as "23/24".
	yearLabel  = lazyregexp.Lazy(`^20\d\d(?:[/–-](?:20)?\d\d)?$`)
	shortYear  = lazyregexp.Lazy(`^(\d\d)/(\d\d)$`)
	valueWord  = lazyregexp.Lazy(`^(?:[+−–-]?£?[+−–-]?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?(?:%|m|k|pp)?|\(£?[\d,]*\d(?:\.\d+)?%?\)|[–—-]|[nN]/[aA]|\.\.)$`)
	beginsItem = lazyregexp.Lazy(`^(?:[•●▪◦‣*·]|\(?[a-z0-9]{1,2}[.)]$)`)
)

// groupsOf are the groups of a line that begins at a byte of its text. What are figures alone, or the years of a
// head, are groups by themselves.
func groupsOf(line string, at int) (groups []group) {
	char, blanks := 0, gapOfPages
	var current group
	flush := func() {
		if len(current) > 0 {
			groups = append(groups, current.parted()...)
			current = nil
		}
	}
	for i := 0; i < len(line); {
		c, size := utf8.DecodeRuneInString(line[i:])
		if c == ' ' || c == '\t' || c == '\r' || c == '\n' || c == '\f' {
			blanks++
			if c == '\t' {
				blanks++
			}
			i, char = i+size, char+1
			continue
		}
		if blanks >= gapOfPages {
			flush()
		}
		end := i
		for end < len(line) && strings.IndexByte(" \t\r\n\f", line[end]) < 0 {
			end++
		}
		text := line[i:end]
		w := word{text: text, start: char, end: char + utf8.RuneCountInString(text), at: at + i}
		i, char, blanks = end, w.end, 0
		if m := noteMark().FindStringSubmatch(text); m != nil {
			w.text, w.end = m[1], w.start+utf8.RuneCountInString(m[1])
		}
		if w.text != "" {
			current = append(current, w)
		}
	}
	flush()
	return groups
}

// parted are the words of a group one by one where all of them are figures or years.
func (g group) parted() []group {
	if !g.isValues() {
		return []group{g}
	}
	var all []group
	for i := range g {
		all = append(all, g[i:i+1])
	}
	return all
}

func (g group) isValues() bool {
	return !slices.ContainsFunc(g, func(w word) bool { return !isValue(w.text) })
}

func isValue(s string) bool { return valueWord().MatchString(s) || isYear(s) }

func isYear(s string) bool { return yearLabel().MatchString(s) || isShortYear(s) }

// isShortYear reports whether a text is a year and the next one, in two digits each.
func isShortYear(s string) bool {
	m := shortYear().FindStringSubmatch(s)
	if m == nil {
		return false
	}
	from, _ := strconv.Atoi(m[1])
	to, _ := strconv.Atoi(m[2])
	return to == from+1
}

// trailing is how many words at the end of a group are figures.
func (g group) trailing() (n int) {
	for n < len(g) && isValue(g[len(g)-1-n].text) {
		n++
	}
	return n
}
