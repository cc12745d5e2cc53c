package indicators

import (
	"bytes"
	"errors"
	"strconv"
	"strings"
	"unicode/utf8"
)

// tagScanner goes through XML tag by tag. It doesn't check that the XML is
// well-formed beyond what it needs to find the tags.
type tagScanner struct {
	xml []byte
	pos int
}

type tagKind int

const (
	endOfXML tagKind = iota
	openTag
	closeTag
	emptyTag
)

// tag is one tag; its parts point into the XML.
type tag struct {
	kind       tagKind
	name       []byte // without a prefix
	attributes []byte
}

func (t tag) is(name string) bool { return string(t.name) == name }

var errUnclosed = errors.New("the XML ends inside a tag")

// next is the next tag, after any text, comment or instruction.
func (s *tagScanner) next() (tag, error) {
	for {
		i := bytes.IndexByte(s.xml[s.pos:], '<')
		if i < 0 {
			s.pos = len(s.xml)
			return tag{}, nil
		}
		s.pos += i + 1
		rest := s.xml[s.pos:]
		if len(rest) == 0 {
			return tag{}, errUnclosed
		}
		switch {
		case rest[0] == '/':
			end := bytes.IndexByte(rest, '>')
			if end < 0 {
				return tag{}, errUnclosed
			}
			s.pos += end + 1
			return tag{kind: closeTag, name: local(bytes.TrimRight(rest[1:end], " \t\r\n"))}, nil
		case rest[0] != '!' && rest[0] != '?':
			return s.open()
		}
		if err := s.skipMarkup(); err != nil {
			return tag{}, err
		}
	}
}

// open reads an opening or empty tag whose name begins at pos.
func (s *tagScanner) open() (tag, error) {
	end := bytes.IndexByte(s.xml[s.pos:], '>')
	if end < 0 {
		return tag{}, errUnclosed
	}
	inside := s.xml[s.pos : s.pos+end]
	// A quoted attribute may hold a ">": the tag ends at the first one outside.
	for quote := unbalanced(inside); quote != 0; quote = unbalanced(inside) {
		closing := bytes.IndexByte(s.xml[s.pos+end+1:], quote)
		if closing < 0 {
			return tag{}, errUnclosed
		}
		more := bytes.IndexByte(s.xml[s.pos+end+1+closing:], '>')
		if more < 0 {
			return tag{}, errUnclosed
		}
		end += 1 + closing + more
		inside = s.xml[s.pos : s.pos+end]
	}
	s.pos += end + 1
	t := tag{kind: openTag}
	if len(inside) > 0 && inside[len(inside)-1] == '/' {
		t.kind = emptyTag
		inside = inside[:len(inside)-1]
	}
	if space := bytes.IndexAny(inside, " \t\r\n"); space >= 0 {
		t.name, t.attributes = local(inside[:space]), inside[space:]
	} else {
		t.name = local(inside)
	}
	return t, nil
}

// unbalanced is the quotation mark that is still open at the end of a tag's
// inside, or 0.
func unbalanced(inside []byte) byte {
	for {
		i := bytes.IndexAny(inside, `"'`)
		if i < 0 {
			return 0
		}
		quote := inside[i]
		end := bytes.IndexByte(inside[i+1:], quote)
		if end < 0 {
			return quote
		}
		inside = inside[i+end+2:]
	}
}

// skipMarkup passes over a comment, a CDATA section outside of text, an
// instruction or a declaration; pos is behind its "<".
func (s *tagScanner) skipMarkup() error {
	rest := s.xml[s.pos:]
	closing := ">"
	switch {
	case bytes.HasPrefix(rest, []byte("!--")):
		closing = "-->"
	case bytes.HasPrefix(rest, []byte("![CDATA[")):
		closing = "]]>"
	case rest[0] == '?':
		closing = "?>"
	}
	end := bytes.Index(rest, []byte(closing))
	if end < 0 {
		return errUnclosed
	}
	s.pos += end + len(closing)
	return nil
}

// characters is the text up to the next tag; it is copied only where a CDATA
// section or a comment interrupts it, and its entities are still escaped.
func (s *tagScanner) characters() ([]byte, error) {
	var joined []byte
	for {
		i := bytes.IndexByte(s.xml[s.pos:], '<')
		if i < 0 {
			return nil, errTruncated
		}
		text := s.xml[s.pos : s.pos+i]
		rest := s.xml[s.pos+i+1:]
		if len(rest) == 0 || rest[0] != '!' {
			s.pos += i
			if joined == nil {
				return text, nil
			}
			return append(joined, text...), nil
		}
		joined = append(joined, text...)
		s.pos += i + 1
		start := s.pos
		if err := s.skipMarkup(); err != nil {
			return nil, err
		}
		if literal, ok := bytes.CutPrefix(s.xml[start:s.pos], []byte("![CDATA[")); ok {
			literal = bytes.TrimSuffix(literal, []byte("]]>"))
			joined = append(joined, bytes.ReplaceAll(literal, []byte("&"), []byte("&amp;"))...)
		}
	}
}

// richText joins the t elements up to the end of the element named, leaving
// out phonetic guides (rPh).
func (s *tagScanner) richText(element string) (string, error) {
	var text string
	phonetic := false
	for {
		t, err := s.next()
		switch {
		case err != nil:
			return "", err
		case t.kind == endOfXML:
			return "", errTruncated
		case t.kind == closeTag && t.is(element):
			return text, nil
		case t.is("rPh"):
			phonetic = t.kind == openTag
		case t.kind == openTag && t.is("t") && !phonetic:
			raw, err := s.characters()
			if err != nil {
				return "", err
			}
			text += unescape(raw)
		}
	}
}

// attribute is the value of an attribute, nil where the tag has none of that
// name. Its entities are still escaped: cell names, types and formats have none.
func (t tag) attribute(name string) []byte {
	rest := t.attributes
	for {
		equals := bytes.IndexByte(rest, '=')
		if equals < 0 {
			return nil
		}
		key := bytes.TrimSpace(rest[:equals])
		rest = bytes.TrimLeft(rest[equals+1:], " \t\r\n")
		if len(rest) == 0 {
			return nil
		}
		end := bytes.IndexByte(rest[1:], rest[0])
		if end < 0 {
			return nil
		}
		if string(key) == name {
			return rest[1 : end+1]
		}
		rest = rest[end+2:]
	}
}

// local is a name without its prefix: some writers say x:row for row.
func local(name []byte) []byte {
	if colon := bytes.IndexByte(name, ':'); colon >= 0 {
		return name[colon+1:]
	}
	return name
}

var entities = map[string]rune{"amp": '&', "lt": '<', "gt": '>', "quot": '"', "apos": '\''}

// unescape replaces entities, and the _xHHHH_ by which workbooks write
// characters that XML can't hold (ECMA-376 part 1, 22.9.2.19).
func unescape(raw []byte) string {
	text := string(raw)
	if strings.IndexByte(text, '&') >= 0 {
		text = replaceEntities(text)
	}
	if strings.Contains(text, "_x") {
		text = replaceHex(text)
	}
	return text
}

func replaceEntities(text string) string {
	var b strings.Builder
	for {
		before, after, found := strings.Cut(text, "&")
		b.WriteString(before)
		if !found {
			return b.String()
		}
		name, rest, closed := strings.Cut(after, ";")
		r, known := entities[name]
		if number, ok := strings.CutPrefix(name, "#"); ok && closed {
			r, known = characterReference(number)
		}
		if !closed || !known {
			b.WriteByte('&')
			text = after
			continue
		}
		b.WriteRune(r)
		text = rest
	}
}

func characterReference(number string) (rune, bool) {
	base := 10
	if hex, ok := strings.CutPrefix(number, "x"); ok {
		number, base = hex, 16
	}
	n, err := strconv.ParseUint(number, base, 21)
	return rune(n), err == nil && utf8.ValidRune(rune(n))
}

func replaceHex(text string) string {
	var b strings.Builder
	for {
		before, after, found := strings.Cut(text, "_x")
		b.WriteString(before)
		if !found {
			return b.String()
		}
		if len(after) >= 5 && after[4] == '_' {
			if n, err := strconv.ParseUint(after[:4], 16, 16); err == nil && utf8.ValidRune(rune(n)) {
				b.WriteRune(rune(n))
				text = after[5:]
				continue
			}
		}
		b.WriteString("_x")
		text = after
	}
}
