package markup

import (
	"strings"
	"unicode"
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
	fewLetters  = 15 // letters that a line of a column of prose has at least, on average
	gapOfPages  = 2  // blanks between two columns, at least
	mostTries   = 12 // places where the right column of a page may begin
)

// inColumns parts a text into what stands in the left columns of its pages, or over their whole width, and
// what stands in the right ones. Each byte of both is in its place, with blanks for the rest. Tables are left
// as they are: what is a column of prose has words, and as many on each line as prose has.
func inColumns(text string) (left, right string) {
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
			at := len(line.text)
			if taken[i] > 0 {
				at = line.byteAt(taken[i])
			}
			behind := strings.TrimRight(line.text[at:], "\f\n")
			end := line.text[at+len(behind):]
			l.WriteString(line.text[:at] + strings.Repeat(" ", len(behind)) + end)
			r.WriteString(strings.Repeat(" ", at) + behind + end)
		}
	}
	return l.String(), r.String()
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
			if c == ' ' {
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
		if i < len(l.chars) && l.chars[i] != ' ' {
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
			c := columns{best, first, end}
			if end > first && c.areProse(lines) && !c.overlap(all) {
				all = append(all, c)
			}
			first = max(first, end)
		}
	}
	return all
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

// areProse reports whether both columns have lines of words next to each other, as long as those of prose.
func (c columns) areProse(lines []pageLine) bool {
	both := 0
	var left, right int
	for _, l := range lines[c.first:c.end] {
		if c.right >= len(l.chars) {
			continue
		}
		before := strings.TrimSpace(string(l.chars[:c.right]))
		if before == "" {
			continue
		}
		both++
		left += letters(before)
		right += letters(string(l.chars[c.right:]))
	}
	return both >= fewestLines && left >= both*fewLetters && right >= both*fewLetters
}

func letters(s string) (n int) {
	for _, c := range s {
		if unicode.IsLetter(c) {
			n++
		}
	}
	return n
}
