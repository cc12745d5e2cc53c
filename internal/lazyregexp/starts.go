package lazyregexp

import (
	"regexp"
	"regexp/syntax"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// starts are the places where a match of an expression may begin: the expression is
// then tried there and nowhere else. An expression that begins with one of several words
// would else be tried at every letter.
type starts struct {
	// word says that a match begins where a word does, or ends; line, where a line does.
	word, line bool
	// bytes are those that a match may begin with; only is it where it is one.
	bytes [256]bool
	only  byte
	// strings are what matches begin with, where that is known, with ASCII letters small,
	// by their first byte: those with the byte b are strings[first[b]-1].
	strings [][]string
	first   [256]uint8
	// begun says that a match begins where the text does. behindText says that the
	// expression looks whether the text begins, behindLine whether a line does: what stands
	// before a place matters then.
	begun, behindText, behindLine bool
}

// startsOf are those of an expression, or nil where they aren't known or nearly everywhere.
func startsOf(parsed *syntax.Regexp, expression string) *starts {
	if strings.Contains(expression, `\Q`) {
		return nil // what stands behind a quotation may belong to it, as the bracket of here would
	}
	s := &starts{word: beginsWith(parsed, syntax.OpWordBoundary), line: beginsWith(parsed, syntax.OpBeginLine),
		begun: beginsWith(parsed, syntax.OpBeginText), behindText: has(parsed, syntax.OpBeginText), behindLine: has(parsed, syntax.OpBeginLine)}
	empty, known := s.addFirst(parsed)
	switch {
	case empty:
		return nil
	case !known && !s.line:
		return nil
	case !known:
		for i := range s.bytes {
			s.bytes[i] = true
		}
	}
	s.addStrings(beginnings(parsed))
	s.setOnly()
	if s.strings == nil && !s.word && !s.line && !s.begun && (s.bytes[' '] || s.bytes['e']) {
		return nil // these are nearly everywhere
	}
	return s
}

// setOnly sets the byte that matches begin with where it is one.
func (s *starts) setOnly() {
	if b := slices.Index(s.bytes[:], true); b >= 0 && b < utf8.RuneSelf && slices.Index(s.bytes[b+1:], true) < 0 {
		s.only = byte(b)
	}
}

// mostOfByte is how many strings with the same first byte are told apart at most: of more,
// less of each is looked for, such as "20" of all years.
const mostOfByte = 20

// addStrings adds what matches begin with.
func (s *starts) addStrings(all []beginning) {
	if slices.ContainsFunc(all, func(b beginning) bool { return b.text == "" }) {
		return
	}
	byByte := map[byte][]string{}
	var order []byte
	for _, b := range all {
		if byByte[b.text[0]] == nil {
			order = append(order, b.text[0])
		}
		byByte[b.text[0]] = append(byByte[b.text[0]], b.text)
	}
	for _, first := range order {
		some := shortest(byByte[first], longest)
		for n := longest; len(some) > mostOfByte; {
			n--
			some = shortest(some, n)
		}
		s.strings = append(s.strings, some)
		s.first[first] = uint8(len(s.strings))
	}
}

// shortest are the beginnings of strings, at most so long, without those that begin with
// another.
func shortest(all []string, most int) (some []string) {
	for _, text := range all {
		text = text[:min(len(text), most)]
		if slices.ContainsFunc(some, func(other string) bool { return strings.HasPrefix(text, other) }) {
			continue
		}
		some = slices.DeleteFunc(some, func(other string) bool { return strings.HasPrefix(other, text) })
		some = append(some, text)
	}
	return some
}

// addFirst adds the bytes that the matches of a part of an expression begin with. It
// reports whether one may be empty, and whether they are known: what isn't UTF-8 isn't.
func (s *starts) addFirst(re *syntax.Regexp) (empty, known bool) {
	switch re.Op {
	case syntax.OpLiteral:
		r := re.Rune[0]
		s.addRunes(r, r)
		if re.Flags&syntax.FoldCase != 0 {
			for other := unicode.SimpleFold(r); other != r; other = unicode.SimpleFold(other) {
				s.addRunes(other, other)
			}
		}
		return false, r != utf8.RuneError
	case syntax.OpCharClass:
		known = true
		for i := 0; i < len(re.Rune); i += 2 {
			s.addRunes(re.Rune[i], re.Rune[i+1])
			known = known && !(re.Rune[i] <= utf8.RuneError && utf8.RuneError <= re.Rune[i+1])
		}
		return false, known
	case syntax.OpNoMatch:
		return false, true
	case syntax.OpEmptyMatch, syntax.OpBeginLine, syntax.OpEndLine, syntax.OpBeginText,
		syntax.OpEndText, syntax.OpWordBoundary, syntax.OpNoWordBoundary:
		return true, true
	case syntax.OpCapture, syntax.OpPlus:
		return s.addFirst(re.Sub[0])
	case syntax.OpStar, syntax.OpQuest:
		_, known = s.addFirst(re.Sub[0])
		return true, known
	case syntax.OpAlternate:
		known = true
		for _, sub := range re.Sub {
			empty1, known1 := s.addFirst(sub)
			empty, known = empty || empty1, known && known1
		}
		return empty, known
	case syntax.OpConcat:
		known = true
		for _, sub := range re.Sub {
			empty1, known1 := s.addFirst(sub)
			if known = known && known1; !empty1 {
				return false, known
			}
		}
		return true, known
	}
	return false, false // any character
}

// addRunes adds the first byte of each of the characters between two.
func (s *starts) addRunes(from, to rune) {
	for b := int(utf8.AppendRune(nil, from)[0]); b <= int(utf8.AppendRune(nil, to)[0]); b++ {
		s.bytes[b] = true
	}
}

// A beginning is what a match begins with, which is all of it if it is whole.
type beginning struct {
	text  string
	whole bool
}

// mostBeginnings is how many are told apart at most.
const mostBeginnings = 400

var wholeNothing = []beginning{{"", true}}

// beginnings are those of which each match of a part has one, none where they aren't known.
func beginnings(re *syntax.Regexp) (all []beginning) {
	switch re.Op {
	case syntax.OpLiteral, syntax.OpCharClass:
		if l := literalsOf(re); l.known {
			for _, text := range l.exact {
				all = append(all, beginning{text, true})
			}
		}
		return all
	case syntax.OpEmptyMatch, syntax.OpBeginLine, syntax.OpEndLine, syntax.OpBeginText,
		syntax.OpEndText, syntax.OpWordBoundary, syntax.OpNoWordBoundary:
		return wholeNothing
	case syntax.OpCapture:
		return beginnings(re.Sub[0])
	case syntax.OpPlus:
		return notWhole(beginnings(re.Sub[0]))
	case syntax.OpQuest:
		if all = beginnings(re.Sub[0]); all == nil {
			return nil
		}
		return append(all, wholeNothing...)
	case syntax.OpAlternate:
		for _, sub := range re.Sub {
			some := beginnings(sub)
			if some == nil {
				return nil
			}
			all = append(all, some...)
		}
		return all
	case syntax.OpConcat:
		all = wholeNothing
		for _, sub := range re.Sub {
			if !slices.ContainsFunc(all, func(b beginning) bool { return b.whole && len(b.text) < longest }) {
				return notWhole(all)
			}
			all = inTurn(all, beginnings(sub))
		}
		return all
	}
	return nil
}

// inTurn are beginnings with what follows those that are whole.
func inTurn(heads, tails []beginning) []beginning {
	n := 0
	for _, head := range heads {
		if n++; head.whole {
			n += len(tails) - 1
		}
	}
	if tails == nil || n > mostBeginnings {
		return notWhole(heads)
	}
	all := make([]beginning, 0, n)
	for _, head := range heads {
		if !head.whole {
			all = append(all, head)
			continue
		}
		for _, tail := range tails {
			all = append(all, beginning{head.text + tail.text, tail.whole})
		}
	}
	return all
}

// notWhole are beginnings that something more may follow.
func notWhole(all []beginning) []beginning {
	some := slices.Clone(all)
	for i := range some {
		some[i].whole = false
	}
	return some
}

// mostTried and mostWork bound what is tried place by place: at one place in so many bytes,
// which the expression itself goes through as fast; and so many bytes behind all places, for
// a text could have been written to begin ever so many matches, none of which ends, while
// the time of the expression itself grows with the length of a text alone.
const (
	mostTried = 16
	mostWork  = 128 << 10
)

// places are where a match may begin in a text, if they are few; starts is nil if they aren't.
type places struct {
	starts *starts
	n      int
	// first are the first of them, all of most texts: to look for them again takes as long.
	first [16]int32
}

// few finds the places where a match may begin in a text, if they are few.
func (s *starts) few(text string, p *places) {
	left := min(2+len(text)/mostTried, mostWork/(len(text)+1))
	for at := s.from(text, 0); at >= 0; at = s.from(text, at+1) {
		if left--; left < 0 {
			return
		}
		if p.n < len(p.first) {
			p.first[p.n] = int32(at)
		}
		p.n++
	}
	p.starts = s
}

func (p *places) few() bool { return p.starts != nil }

// from is starts.from.
func (p *places) from(text string, i int) int {
	if p.n > len(p.first) {
		return p.starts.from(text, i)
	}
	for _, at := range p.first[:p.n] {
		if int(at) >= i {
			return int(at)
		}
	}
	return -1
}

// from is the first place from i on where a match may begin, or -1.
func (s *starts) from(text string, i int) int {
	if s.begun {
		if i == 0 && text != "" && s.bytes[text[0]] && s.beginsWith(text) {
			return 0
		}
		return -1
	}
	for ; i < len(text); i++ {
		if s.line && i > 0 && text[i-1] != '\n' {
			next := strings.IndexByte(text[i:], '\n') + 1
			if i += next; next == 0 || i == len(text) {
				return -1
			}
		}
		if s.only != 0 && text[i] != s.only {
			next := strings.IndexByte(text[i:], s.only)
			if next < 0 {
				return -1
			}
			i += next
		}
		if !s.bytes[text[i]] || s.word && i > 0 && IsWordByte(text[i-1]) && IsWordByte(text[i]) {
			continue
		}
		if s.beginsWith(text[i:]) {
			return i
		}
	}
	return -1
}

// beginsWith reports whether a text that isn't empty begins with what matches begin with,
// where that is known.
func (s *starts) beginsWith(text string) bool {
	if s.strings == nil {
		return true
	}
	group := s.first[small(text[0])]
	return group > 0 && slices.ContainsFunc(s.strings[group-1], func(start string) bool { return hasPrefix(text, start) })
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

// IsWordByte is what \b takes for a part of a word.
func IsWordByte(b byte) bool {
	return b == '_' || b >= '0' && b <= '9' || small(b) >= 'a' && small(b) <= 'z'
}

// alone reports whether the expression matches at a place of a text as it would if the
// text began there.
func (s *starts) alone(text string, at int) bool {
	if at == 0 {
		return true
	}
	before := text[at-1]
	return !s.behindText && !IsWordByte(before) && (!s.behindLine || before == '\n')
}

// at is the compiled form for a place of a text, and how long the character is that is to
// stand before the place.
func (re *Regexp) at(s *starts, text string, at int) (form *regexp.Regexp, before int) {
	switch {
	case s.begun:
		return re.whole(), 0
	case s.alone(text, at):
		return re.begin.of(`\A(?:`, re.expression, `)`), 0
	}
	_, before = utf8.DecodeLastRuneInString(text[:at])
	return re.here.of(`\A(?s:.)(?:`, re.expression, `)`), before
}

// next is where the first match from i on and its groups are, or nil; at most n places
// are of interest.
func (p *places) next(re *Regexp, text string, i, n int) []int {
	for at := p.from(text, i); at >= 0; at = p.from(text, at+1) {
		form, before := re.at(p.starts, text, at)
		var found []int
		if n <= 2 {
			found = form.FindStringIndex(text[at-before:])
		} else {
			found = form.FindStringSubmatchIndex(text[at-before:])
		}
		if found == nil {
			continue
		}
		for k := range found {
			if found[k] >= 0 {
				found[k] += at - before
			}
		}
		found[0] = at
		return found
	}
	return nil
}

// all are the matches, most at most if it isn't negative, each with n places at most.
func (p *places) all(re *Regexp, text string, most, n int) (found [][]int) {
	for i := 0; most < 0 || len(found) < most; {
		m := p.next(re, text, i, n)
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
func (p *places) replaced(re *Regexp, text string, by func(string) string) string {
	var b strings.Builder
	end := 0
	for _, m := range p.all(re, text, -1, 2) {
		b.WriteString(text[end:m[0]])
		b.WriteString(by(text[m[0]:m[1]]))
		end = m[1]
	}
	b.WriteString(text[end:])
	return b.String()
}
