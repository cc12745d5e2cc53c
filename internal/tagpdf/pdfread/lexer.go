package pdfread

import "bytes"

// kind is what a token of a content stream is (ISO 32000-1, 7.8.2).
type kind byte

const (
	endOfStream kind = iota
	aNumber
	aName
	aString
	aBracket // [ ] << >>
	anOperator
)

// token is one, its text decoded where it is a string, without the slash where it
// is a name.
type token struct {
	kind kind
	text []byte
}

// lexer reads a content stream or a character map.
type lexer struct{ rest []byte }

const (
	blanks     = "\x00\t\n\f\r "
	delimiters = "()<>[]{}/%"
)

func (l *lexer) next() token {
	for {
		l.rest = bytes.TrimLeft(l.rest, blanks)
		if len(l.rest) == 0 {
			return token{}
		}
		if l.rest[0] != '%' {
			break
		}
		if i := bytes.IndexAny(l.rest, "\r\n"); i >= 0 {
			l.rest = l.rest[i:]
		} else {
			l.rest = nil
		}
	}
	switch c := l.rest[0]; {
	case c == '(':
		return token{aString, l.literal()}
	case c == '<' && !bytes.HasPrefix(l.rest, []byte("<<")):
		return token{aString, l.hexadecimal()}
	case bytes.HasPrefix(l.rest, []byte("<<")) || bytes.HasPrefix(l.rest, []byte(">>")):
		return token{aBracket, l.take(2)}
	case c == '/':
		l.rest = l.rest[1:]
		return token{aName, l.word()}
	case bytes.IndexByte([]byte(delimiters), c) >= 0:
		return token{aBracket, l.take(1)}
	case c >= '0' && c <= '9' || c == '-' || c == '+' || c == '.':
		return token{aNumber, l.word()}
	}
	return token{anOperator, l.word()}
}

func (l *lexer) take(n int) []byte {
	text := l.rest[:n]
	l.rest = l.rest[n:]
	return text
}

// word is what there is up to the next blank or delimiter.
func (l *lexer) word() []byte {
	end := bytes.IndexAny(l.rest, blanks+delimiters)
	if end < 0 {
		end = len(l.rest)
	}
	return l.take(end)
}

// escapes are the characters of strings that stand for others (7.3.4.2).
var escapes = [256]byte{'n': '\n', 'r': '\r', 't': '\t', 'b': '\b', 'f': '\f', '(': '(', ')': ')', '\\': '\\'}

// literal reads a string in brackets. One that isn't closed ends with the stream.
func (l *lexer) literal() []byte {
	var text []byte
	depth, i := 1, 1
	for ; i < len(l.rest); i++ {
		switch c := l.rest[i]; c {
		case '(':
			depth++
		case ')':
			if depth--; depth == 0 {
				l.rest = l.rest[i+1:]
				return text
			}
		case '\\':
			var b []byte
			b, i = l.escape(i + 1)
			text = append(text, b...)
			continue
		}
		text = append(text, l.rest[i])
	}
	l.rest = nil
	return text
}

// escape reads what is behind a backslash at i, and gives where it ends.
func (l *lexer) escape(i int) ([]byte, int) {
	if i >= len(l.rest) {
		return nil, i
	}
	c := l.rest[i]
	switch {
	case escapes[c] != 0:
		return []byte{escapes[c]}, i
	case c == '\r' || c == '\n': // the line goes on
		if c == '\r' && i+1 < len(l.rest) && l.rest[i+1] == '\n' {
			i++
		}
		return nil, i
	case c < '0' || c > '7':
		return []byte{c}, i
	}
	n, end := 0, i
	for ; end < len(l.rest) && end < i+3 && l.rest[end] >= '0' && l.rest[end] <= '7'; end++ {
		n = n*8 + int(l.rest[end]-'0')
	}
	return []byte{byte(n)}, end - 1
}

// hexadecimal reads a string in angle brackets; an odd digit at its end is followed
// by 0.
func (l *lexer) hexadecimal() []byte {
	var text []byte
	digits, half := 0, byte(0)
	i := 1
	for ; i < len(l.rest) && l.rest[i] != '>'; i++ {
		v, ok := digit(l.rest[i])
		if !ok {
			continue
		}
		if digits++; digits%2 == 0 {
			text = append(text, half<<4|v)
		}
		half = v
	}
	if digits%2 == 1 {
		text = append(text, half<<4)
	}
	l.rest = l.rest[min(i+1, len(l.rest)):]
	return text
}

func digit(c byte) (byte, bool) {
	switch {
	case c >= '0' && c <= '9':
		return c - '0', true
	case c >= 'a' && c <= 'f':
		return c - 'a' + 10, true
	case c >= 'A' && c <= 'F':
		return c - 'A' + 10, true
	}
	return 0, false
}

// passImage passes the bytes of an image within the content (8.9.7).
func (l *lexer) passImage() {
	for from := 0; ; {
		i := bytes.Index(l.rest[from:], []byte("EI"))
		if i < 0 {
			l.rest = nil
			return
		}
		end := from + i + 2
		before, after := from+i == 0 || bytes.IndexByte([]byte(blanks), l.rest[from+i-1]) >= 0, end == len(l.rest) || bytes.IndexByte([]byte(blanks), l.rest[end]) >= 0
		if before && after {
			l.rest = l.rest[end:]
			return
		}
		from = end
	}
}
