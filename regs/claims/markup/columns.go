package markup

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// columns are two columns of prose side by side, as a program lays the pages of a PDF out: where the right
// one begins, in characters, and the lines that have them.
type columns struct {
	right      int
	first, end int
}

const (
	fewestLines = 3  // that have words of both columns
	narrowest   = 18 // characters that the left column has at least
	fewLetters  = 11 // letters that a line of a column of prose has at least, on average
	fewestSmall = 2  // words in small letters that half of its lines have
	gapOfPages  = 2  // blanks between two columns, at least
	mostTries   = 12 // places where the right column of a page may begin
)

// mostColumnsOfPage is how many columns of prose a page has.
const mostColumnsOfPage = 4

// inColumns parts a text into what stands in the first columns of its pages, or over their whole width, and
// what stands in each of the others. Each byte of them is in its place, with blanks for the rest. Tables are left
// as they are: what is a column of prose has words, and as many on each line as prose has.
func inColumns(text string) (columns []string) {
	columns = []string{text}
	for i := 0; i < len(columns) && len(columns) < mostColumnsOfPage; {
		left, right := inTwo(columns[i])
		if strings.TrimSpace(right) == "" {
			i++
			continue
		}
		columns = slices.Insert(columns, i+1, right)
		columns[i] = left
	}
	if len(columns) > 1 {
		for i := range columns {
			columns[i] = withoutGaps(plainBlanks(columns[i]), text)
		}
	}
	return columns
}

// withoutGaps takes out of a column the lines that only others have, where a sentence goes on below: the lines of two
// columns aren't always at the same height.
func withoutGaps(column, whole string) string {
	b := []byte(column)
	at, last, gap := 0, "", -1 // gap is the end of the line since the last with words, -1 where there is none or several
	for line := range strings.Lines(column) {
		end := at + len(line)
		words := strings.TrimSpace(line)
		switch {
		case words != "":
			if gap >= 0 && goesOn(last, words) {
				b[gap] = ' '
			}
			last, gap = words, -1
		case last == "" || gap >= 0 || strings.TrimSpace(whole[at:end]) == "" || line[len(line)-1] != '\n' || strings.Contains(line, "\f"):
			last, gap = "", -1
		default:
			gap = end - 1
		}
		at = end
	}
	return string(b)
}

// goesOn reports whether a sentence goes on from one line of a column to the next.
func goesOn(line, next string) bool {
	const shortest = 20 // characters of a line that isn't a heading
	c, _ := utf8.DecodeRuneInString(next)
	return !endOfProse().MatchString(line) && !bullet().MatchString(next) && (unicode.IsLower(c) || utf8.RuneCountInString(line) >= shortest)
}

// inTwo parts a text into what stands in the left column of two, or over the width of both, and in the right one.
func inTwo(text string) (left, right string) {
	var l, r strings.Builder
	for page := range strings.SplitAfterSeq(text, "\f") {
		lines := linesOf(page)
		taken := make([]int, len(lines)) // where the right column of each begins, 0 where it has none
		for _, c := range findColumns(lines) {
			for i := c.first; i < c.end; i++ {
				taken[i] = c.right
			}
		}
		for i, line := range lines {
			words := strings.TrimRight(line.text, "\f\n")
			at := len(words)
			if taken[i] > 0 {
				at = min(at, line.byteAt(taken[i]))
			}
			end := line.text[len(words):]
			l.WriteString(words[:at] + blanksFor(words[at:]) + end)
			r.WriteString(blanksFor(words[:at]) + words[at:] + end)
		}
	}
	return l.String(), r.String()
}

// blanksFor are as many blanks as a text has bytes, and as many as it has characters: each is as long as the character in
// its place, so that what stands behind stays where it is.
func blanksFor(text string) string {
	var b strings.Builder
	for len(text) > 0 {
		_, n := utf8.DecodeRuneInString(text)
		switch n {
		case 2:
			b.WriteRune('\u00a0')
		case 3:
			b.WriteRune('\u2003')
		default:
			b.WriteString("    "[:n])
		}
		text = text[n:]
	}
	return b.String()
}

// plainBlanks puts the blank of one byte in the place of others.
func plainBlanks(text string) string {
	return strings.NewReplacer("\u00a0", "  ", "\u2003", "   ").Replace(text)
}

// pageLine is a line of a page; starts are where its words begin that stand behind a gap, in characters.
type pageLine struct {
	text   string
	chars  []rune
	starts []int
}

func linesOf(page string) (lines []pageLine) {
	for text := range strings.Lines(page) {
		line := pageLine{text: text, chars: []rune(strings.TrimRight(text, "\f\n\r "))}
		blanks := gapOfPages
		for i, c := range line.chars {
			if unicode.IsSpace(c) {
				blanks++
				continue
			}
			if blanks >= gapOfPages && i >= narrowest {
				line.starts = append(line.starts, i)
			}
			blanks = 0
		}
		lines = append(lines, line)
	}
	return lines
}

// byteAt is the byte of a character.
func (l *pageLine) byteAt(char int) int {
	n := 0
	for at := range l.text {
		if n == char {
			return at
		}
		n++
	}
	return len(l.text)
}

// parted reports whether nothing crosses the gap before a character.
func (l *pageLine) parted(at int) bool {
	for i := max(0, at-gapOfPages); i < at; i++ {
		if i < len(l.chars) && !unicode.IsSpace(l.chars[i]) {
			return false
		}
	}
	return true
}

// findColumns finds the columns of a page, those with the most lines first.
func findColumns(lines []pageLine) (all []columns) {
	counts := map[int]int{}
	for i := range lines {
		for _, at := range lines[i].starts {
			counts[at]++
		}
	}
	for range mostTries {
		best := commonStart(counts)
		if best == 0 {
			break
		}
		for i := range 3 {
			delete(counts, best+i)
		}
		for first := 0; first < len(lines); first++ {
			end := first
			for end < len(lines) && lines[end].parted(best) {
				end++
			}
			c := columns{best, first, end}.trimmed(lines)
			if c.end > c.first && c.areProse(lines) && !c.overlap(all) {
				all = append(all, c)
			}
			first = max(first, end)
		}
	}
	return all
}

// trimmed begins where most of the lines do, and leaves out those above and below of which nothing begins there, such as a
// page's head or a table's.
func (c columns) trimmed(lines []pageLine) columns {
	counts := map[int]int{}
	for _, l := range lines[c.first:c.end] {
		for _, at := range l.starts {
			if c.right <= at && at <= c.right+2 {
				counts[at]++
			}
		}
	}
	most := c.right
	for at := most; at <= c.right+2; at++ {
		if counts[at] > counts[most] {
			most = at
		}
	}
	begins := func(l pageLine) bool {
		return slices.ContainsFunc(l.starts, func(at int) bool { return most-1 <= at && at <= most+1 })
	}
	for c.first < c.end && !begins(lines[c.first]) {
		c.first++
	}
	for c.end > c.first && !begins(lines[c.end-1]) {
		c.end--
	}
	return c
}

// commonStart is where most lines have a word behind a gap, or within two characters behind that, 0 where few have.
func commonStart(counts map[int]int) (start int) {
	most := fewestLines - 1
	for at := range counts {
		if n := counts[at] + counts[at+1] + counts[at+2]; n > most || n == most && at < start {
			start, most = at, n
		}
	}
	return start
}

func (c columns) overlap(others []columns) bool {
	for _, o := range others {
		if c.first < o.end && o.first < c.end {
			return true
		}
	}
	return false
}

// areProse reports whether both columns have lines of words, some of them next to each other.
func (c columns) areProse(lines []pageLine) bool {
	both := 0
	var left, right side
	for _, l := range lines[c.first:c.end] {
		at := min(c.right, len(l.chars))
		in, beside := left.add(string(l.chars[:at])), right.add(string(l.chars[at:]))
		if in && beside {
			both++
		}
	}
	return both >= fewestLines && left.prose() && right.prose()
}

// side counts the lines of one of two columns.
type side struct{ lines, ofWords, letters int }

// add adds what a line has there, and reports whether it has something.
func (s *side) add(text string) bool {
	words := strings.Fields(text)
	if len(words) == 0 {
		return false
	}
	small := 0
	for _, w := range words {
		if c, _ := utf8.DecodeRuneInString(w); unicode.IsLower(c) {
			small++
		}
	}
	s.lines++
	s.letters += letters(text)
	if small >= fewestSmall {
		s.ofWords++
	}
	return true
}

// prose reports whether the lines are words as prose has them.
func (s *side) prose() bool { return s.letters >= s.lines*fewLetters && 2*s.ofWords >= s.lines }

func letters(s string) (n int) {
	for _, c := range s {
		if unicode.IsLetter(c) {
			n++
		}
	}
	return n
}
