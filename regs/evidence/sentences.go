package evidence

import (
	"iter"
	"sort"
	"strings"
	"unicode"
	"unicode/utf8"
)

// sentenceEnds yields where the ends of the sentences of a text begin and end: stops
// with what closes behind them and one blank; an empty line; and a line end before the
// mark of an item. As an expression it is
//
//	[.!?;:]+(?:["'”’)\]*_]*\s|["'”’)\]*_]*$)|\n\s*\n|\n\s*(?:[-*+|]|\d{1,2}[.)])\s
//
// which takes fifty times as long, and every text is asked several times.
func sentenceEnds(s string) iter.Seq2[int, int] {
	return func(yield func(int, int) bool) {
		for at := 0; at < len(s); {
			n := strings.IndexAny(s[at:], ".!?;:\n")
			if n < 0 {
				return
			}
			at += n
			next, end := at+1, 0
			if s[at] == '\n' {
				end = lineEnd(s, at)
			} else {
				next = len(s) - len(strings.TrimLeft(s[at:], ".!?;:"))
				end = stopEnd(s, next)
			}
			if end > 0 && !yield(at, end) {
				return
			}
			at = max(next, end)
		}
	}
}

// stopEnd is where the end of a sentence ends whose stops end at an offset, 0 where it
// is none: a decimal point, or the stops of an address.
func stopEnd(s string, at int) int {
	for at < len(s) {
		c, size := utf8.DecodeRuneInString(s[at:])
		if !strings.ContainsRune("\"'”’)]*_", c) {
			break
		}
		at += size
	}
	switch {
	case at == len(s):
		return at
	case isBlank(s[at]):
		return at + 1
	}
	return 0
}

// lineEnd is the same of one that begins with a line end.
func lineEnd(s string, at int) int {
	last := 0 // behind the last line end before the next word
	i := at + 1
	for ; i < len(s) && isBlank(s[i]); i++ {
		if s[i] == '\n' {
			last = i + 1
		}
	}
	if last > 0 {
		return last
	}
	mark := i
	for mark < len(s) && mark < i+2 && s[mark] >= '0' && s[mark] <= '9' {
		mark++
	}
	switch {
	case mark >= len(s):
		return 0
	case mark > i && strings.IndexByte(".)", s[mark]) < 0, mark == i && strings.IndexByte("-*+|", s[mark]) < 0:
		return 0
	case mark+1 < len(s) && isBlank(s[mark+1]):
		return mark + 2
	}
	return 0
}

// isBlank is \s of an expression.
func isBlank(b byte) bool { return b == ' ' || b == '\n' || b == '\t' || b == '\r' || b == '\f' }

// Split is a Markdown text with the places where its sentences end, found once.
type Split struct {
	text string
	ends [][2]int
}

// SplitOf finds where the sentences of a text end.
func SplitOf(markdown string) *Split {
	s := &Split{text: markdown}
	for from, to := range sentenceEnds(markdown) {
		s.ends = append(s.ends, [2]int{from, to})
	}
	return s
}

// At is the sentence that an offset is in.
func (s *Split) At(offset int) string {
	i := sort.Search(len(s.ends), func(i int) bool { return s.ends[i][1] > offset })
	start, end := 0, len(s.text)
	if i > 0 {
		start = s.ends[i-1][1]
	}
	if i < len(s.ends) && s.ends[i][0] >= offset {
		end = s.ends[i][0]
	} else if i+1 < len(s.ends) {
		end = s.ends[i+1][0]
	}
	return s.text[start:end]
}

// Span is a run of bytes of a text.
type Span struct{ Start, End int }

// Sentences are the sentences of a Markdown text, with their marks.
func Sentences(markdown string) []Span {
	var all []Span
	start := 0
	add := func(end int) {
		if strings.ContainsFunc(markdown[start:end], unicode.IsLetter) {
			all = append(all, Span{start, end})
		}
	}
	for from, to := range sentenceEnds(markdown) {
		add(from)
		start = from + 1
		for start < to && !beginsMarked(markdown[start:]) {
			start++
		}
	}
	if start < len(markdown) {
		add(len(markdown))
	}
	return all
}

// beginsMarked reports whether a quotation or a row of a table begins.
func beginsMarked(s string) bool { return s[0] == '>' || s[0] == '|' }
