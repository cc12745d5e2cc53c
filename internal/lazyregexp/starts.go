package lazyregexp

import (
	"regexp"
	"regexp/syntax"
	"strings"
	"sync"
	"unicode/utf8"
)

// starts are what each match of an expression begins with, where that is known: the
// expression is then tried where a text has it and nowhere else. An expression that
// begins with one of several words would else be tried at every letter.
type starts struct {
	// word says that a match begins where a word does, or ends.
	word bool
	// strings are what matches begin with, with ASCII letters small, by their first byte:
	// those with the byte b are strings[first[b]-1].
	strings [][]string
	first   [256]uint8
	// here is the expression behind one character and nowhere else.
	here func() *regexp.Regexp
}

// startsOf are those of an expression, or nil.
func startsOf(parsed *syntax.Regexp, expression string) *starts {
	if strings.Contains(expression, `\Q`) {
		return nil // what stands behind a quotation may belong to it, as the bracket of here would
	}
	all, _, ok := beginnings(parsed)
	found := usable(all)
	if !ok || found == nil {
		return nil
	}
	s := &starts{word: beginsWith(parsed, syntax.OpWordBoundary)}
	for _, text := range found {
		if len(text) == 1 && (text[0] >= 'a' && text[0] <= 'z' || text[0] == ' ') {
			return nil // these are nearly everywhere
		}
		b := text[0]
		if s.first[b] == 0 {
			s.strings = append(s.strings, nil)
			s.first[b] = uint8(len(s.strings))
		}
		s.strings[s.first[b]-1] = append(s.strings[s.first[b]-1], text)
	}
	s.here = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`\A(?s:.)(?:` + expression + `)`) })
	return s
}

// beginnings are strings of which each match of a part begins with one; whole says that
// they are all of the match.
func beginnings(re *syntax.Regexp) (all []string, whole, ok bool) {
	switch re.Op {
	case syntax.OpLiteral, syntax.OpCharClass:
		l := literalsOf(re)
		return l.exact, true, l.known
	case syntax.OpEmptyMatch, syntax.OpWordBoundary:
		return nothing.exact, true, true
	case syntax.OpCapture:
		return beginnings(re.Sub[0])
	case syntax.OpPlus:
		all, _, ok = beginnings(re.Sub[0])
		return all, false, ok
	case syntax.OpQuest:
		all, whole, ok = beginnings(re.Sub[0])
		return append([]string{""}, all...), whole, ok && whole
	case syntax.OpAlternate:
		whole = true
		for _, sub := range re.Sub {
			some, all1, ok := beginnings(sub)
			if !ok {
				return nil, false, false
			}
			all, whole = append(all, some...), whole && all1
		}
		return all, whole, true
	case syntax.OpConcat:
		return inTurn(re.Sub)
	}
	return nil, false, false
}

// inTurn are the beginnings of parts that follow each other.
func inTurn(subs []*syntax.Regexp) (all []string, whole, ok bool) {
	all = nothing.exact
	for _, sub := range subs {
		next, ends, ok := beginnings(sub)
		if !ok || len(all)*len(next) > most {
			return all, false, usable(all) != nil
		}
		if all = product(all, next); !ends {
			return all, false, true
		}
	}
	return all, true, true
}

// mostStarts and longText bound what is tried place by place: a text that could have
// been written to begin ever so many matches, none of which ends, is left to the
// expression itself, whose time grows with the length of a text alone.
const (
	mostStarts = 16
	longText   = 8 << 10
)

// few reports whether a text has few places where a match may begin.
func (s *starts) few(text string) bool {
	if len(text) > longText {
		return false
	}
	n := 0
	for at := s.from(text, 0); at >= 0; at = s.from(text, at+1) {
		if n++; n > mostStarts {
			return false
		}
	}
	return true
}

// from is the first place from i on where a match may begin, or -1.
func (s *starts) from(text string, i int) int {
	for ; i < len(text); i++ {
		group := s.first[small(text[i])]
		if group == 0 || s.word && i > 0 && isWordByte(text[i-1]) && isWordByte(text[i]) {
			continue
		}
		for _, start := range s.strings[group-1] {
			if hasPrefix(text[i:], start) {
				return i
			}
		}
	}
	return -1
}

// hasPrefix reports whether a text begins with a string whose ASCII letters are small, in any case.
func hasPrefix(text, start string) bool {
	if len(text) < len(start) {
		return false
	}
	for i := range len(start) {
		if small(text[i]) != start[i] {
			return false
		}
	}
	return true
}

// isWordByte is what \b takes for a part of a word.
func isWordByte(b byte) bool {
	return b == '_' || b >= '0' && b <= '9' || small(b) >= 'a' && small(b) <= 'z'
}

// next is where the first match from i on and its groups are, or nil; at most n places
// are of interest.
func (s *starts) next(text string, i, n int) []int {
	for at := s.from(text, i); at >= 0; at = s.from(text, at+1) {
		behind, shift := "", 0
		if at == 0 {
			behind, shift = "\n"+text, -1 // no part of a word, as the beginning of the text
		} else {
			_, size := utf8.DecodeLastRuneInString(text[:at])
			behind, shift = text[at-size:], at-size
		}
		var found []int
		if n <= 2 {
			found = s.here().FindStringIndex(behind)
		} else {
			found = s.here().FindStringSubmatchIndex(behind)
		}
		if found == nil {
			continue
		}
		for k := range found {
			if found[k] >= 0 {
				found[k] += shift
			}
		}
		found[0] = at
		return found
	}
	return nil
}

// all are the matches, most at most if it isn't negative, each with n places at most.
func (s *starts) all(text string, most, n int) (found [][]int) {
	for i := 0; most < 0 || len(found) < most; {
		m := s.next(text, i, n)
		if m == nil {
			break
		}
		found, i = append(found, m), m[1]
	}
	return found
}

// groups are the texts at places, "" where there is none.
func groups(text string, places []int) []string {
	if places == nil {
		return nil
	}
	all := make([]string, len(places)/2)
	for i := range all {
		if places[2*i] >= 0 {
			all[i] = text[places[2*i]:places[2*i+1]]
		}
	}
	return all
}

// replaced is the text with each match replaced.
func (s *starts) replaced(text string, by func(string) string) string {
	var b strings.Builder
	end := 0
	for _, m := range s.all(text, -1, 2) {
		b.WriteString(text[end:m[0]])
		b.WriteString(by(text[m[0]:m[1]]))
		end = m[1]
	}
	b.WriteString(text[end:])
	return b.String()
}
