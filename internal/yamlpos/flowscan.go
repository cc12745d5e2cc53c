package yamlpos

import (
	"bytes"
	"strconv"
	"strings"
	"unicode/utf8"
)

// flowScanner walks through the source of a plain or quoted scalar and through
// its value side by side.
type flowScanner struct {
	file  *file
	at    int // offset in the file
	line  int // of at
	col   int // of at
	value string
	quote byte
	done  int // offset in value
	marks []mark
	// joined is true right after a mark, while nothing was skipped since.
	joined bool
}

// scan reports whether the source gave the whole value.
func (s *flowScanner) scan() bool {
	for s.done < len(s.value) {
		if s.at >= len(s.file.data) {
			return false
		}
		var ok bool
		switch c := s.file.data[s.at]; {
		case c == ' ' || c == '\t' || c == '\n' || c == '\r':
			ok = s.blanks()
		case c == '\\' && s.quote == '"':
			ok = s.escape()
		case c == '\'' && s.quote == '\'':
			ok = s.emit("'", 2)
		default:
			_, n := utf8.DecodeRune(s.file.data[s.at:])
			ok = s.emit(string(s.file.data[s.at:s.at+n]), n)
		}
		if !ok {
			return false
		}
	}
	return true
}

// emit says that width bytes of the source stand for the text, which is next
// in the value.
func (s *flowScanner) emit(text string, width int) bool {
	if !strings.HasPrefix(s.value[s.done:], text) {
		return false
	}
	if !s.joined {
		s.marks = append(s.marks, mark{s.done, s.line, s.col})
	}
	written := s.file.data[s.at:min(s.at+width, len(s.file.data))]
	s.joined = text == string(written)
	s.done += len(text)
	s.at += width
	s.col += utf8.RuneCount(written)
	return true
}

// newLines goes on behind the line ends of a run of blanks that was taken.
func (s *flowScanner) newLines(breaks int) {
	if breaks > 0 {
		s.line += breaks
		s.col = 1 + s.at - s.file.lines[s.line-1] // blanks are one byte each
	}
	s.joined = false
}

// blanks takes a run of blanks. With line ends in it the run is folded: one
// becomes a space, more become one less.
func (s *flowScanner) blanks() bool {
	run := s.run()
	breaks := s.breaks(run)
	if breaks == 0 {
		return s.emit(string(run), len(run))
	}
	text := " "
	if breaks > 1 {
		text = strings.Repeat("\n", breaks-1)
	}
	ok := s.emit(text, len(run))
	s.newLines(breaks)
	return ok
}

// run is the blanks and line ends from here on.
func (s *flowScanner) run() []byte {
	rest := s.file.data[s.at:]
	return rest[:len(rest)-len(bytes.TrimLeft(rest, " \t\r\n"))]
}

func (s *flowScanner) breaks(run []byte) int {
	n := 0
	for next := s.line; next < len(s.file.lines) && s.file.lines[next] <= s.at+len(run); next++ {
		n++
	}
	return n
}

// escape takes a backslash and what follows it in double quotes.
func (s *flowScanner) escape() bool {
	rest := s.file.data[s.at:]
	if len(rest) < 2 {
		return false
	}
	c := rest[1]
	if c == '\n' || c == '\r' {
		s.at++
		run := s.run()
		breaks := s.breaks(run)
		ok := breaks < 2 || s.emit(strings.Repeat("\n", breaks-1), 0)
		s.at += len(run)
		s.newLines(breaks)
		return ok
	}
	digits := map[byte]int{'x': 2, 'u': 4, 'U': 8}[c]
	if digits == 0 {
		plain, known := escapes[c]
		return known && s.emit(plain, 2)
	}
	if len(rest) < 2+digits {
		return false
	}
	code, err := strconv.ParseUint(string(rest[2:2+digits]), 16, 32)
	return err == nil && s.emit(string(rune(code)), 2+digits)
}

// escapes are the single characters of YAML 1.2, 5.7.
var escapes = map[byte]string{
	'0': "\x00", 'a': "\a", 'b': "\b", 't': "\t", '\t': "\t", 'n': "\n", 'v': "\v",
	'f': "\f", 'r': "\r", 'e': "\x1b", ' ': " ", '"': `"`, '\'': "'", '/': "/", '\\': `\`,
	'N': "\u0085", '_': "\u00a0", 'L': "\u2028", 'P': "\u2029",
}
