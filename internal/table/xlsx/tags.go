package xlsx

import (
	"bytes"
	"errors"
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

// attribute is the value of the tag's first attribute of a name, nil for none.
func (t tag) attribute(wanted string) []byte {
	for name, value, rest := nextAttribute(t.attributes); name != nil; name, value, rest = nextAttribute(rest) {
		if string(name) == wanted {
			return value
		}
	}
	return nil
}

// Errors of XML that ends too early. Where more of it may follow they say that
// it is needed.
var (
	errUnclosed  = errors.New("the XML ends inside a tag")
	errTruncated = errors.New("the sheet's XML ends before its rows do")
)

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
			name := rest[1:end]
			for len(name) > 0 && isBlank(name[len(name)-1]) {
				name = name[:len(name)-1]
			}
			return tag{kind: closeTag, name: local(name)}, nil
		case rest[0] != '!' && rest[0] != '?':
			return s.open()
		}
		if err := s.skipMarkup(); err != nil {
			return tag{}, err
		}
	}
}

// open reads an opening or empty tag whose name begins at pos. The tag ends at
// the first ">" outside of quotation marks.
func (s *tagScanner) open() (tag, error) {
	end := s.tagEnd()
	if end < 0 {
		return tag{}, errUnclosed
	}
	inside := s.xml[s.pos:end]
	s.pos = end + 1
	t := tag{kind: openTag}
	if n := len(inside); n > 0 && inside[n-1] == '/' {
		t.kind, inside = emptyTag, inside[:n-1]
	}
	for i, c := range inside {
		if isBlank(c) {
			inside, t.attributes = inside[:i], inside[i:]
			break
		}
	}
	t.name = local(inside)
	return t, nil
}

// tagEnd is where the ">" of the tag is that goes on at pos, or -1.
func (s *tagScanner) tagEnd() int {
	rest := s.xml[s.pos:]
	end := bytes.IndexByte(rest, '>')
	if end < 0 {
		return -1
	}
	if bytes.IndexByte(rest[:end], '\'') < 0 && bytes.Count(rest[:end], []byte{'"'})%2 == 0 {
		return s.pos + end // as almost always: no quotation mark is open
	}
	var quote byte
	for i, c := range rest {
		switch {
		case quote != 0:
			if c == quote {
				quote = 0
			}
		case c == '"' || c == '\'':
			quote = c
		case c == '>':
			return s.pos + i
		}
	}
	return -1
}

// isBlank reports whether a byte is one of XML's blanks.
func isBlank(c byte) bool { return c == ' ' || c == '\t' || c == '\n' || c == '\r' }

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

// skipPast goes on to behind the end of the element named, which doesn't
// contain another of its name.
func (s *tagScanner) skipPast(element string) error {
	for {
		i := bytes.IndexByte(s.xml[s.pos:], '<')
		if i < 0 || s.pos+i+1 == len(s.xml) {
			return errTruncated
		}
		s.pos += i + 1
		switch s.xml[s.pos] {
		case '!', '?':
			if err := s.skipMarkup(); err != nil {
				return err
			}
		case '/':
			s.pos--
			t, err := s.next()
			if err != nil || t.is(element) {
				return err
			}
		}
	}
}

// skipRow goes on to behind the end of a row whose tag was passed.
func (s *tagScanner) skipRow() error {
	ahead := s.xml[s.pos:]
	// The first w ahead is almost always that of "</row>". Where it is, and no
	// comment, CDATA section or instruction comes before, nothing else needs a look.
	w := bytes.IndexByte(ahead, 'w')
	if w < len("</ro") || !bytes.HasPrefix(ahead[w-len("</ro"):], []byte("</row>")) ||
		bytes.IndexByte(ahead[:w], '!') >= 0 || bytes.IndexByte(ahead[:w], '?') >= 0 {
		return s.skipPast("row")
	}
	s.pos += w + len("w>")
	return nil
}

// plainCell is the attributes of a cell whose tag begins at pos and is written as
// almost every one is: <c r="I12" s="1" t="s">. Pos is then behind it; for all
// others it stays.
func (s *tagScanner) plainCell() (a attributes, ok bool) {
	rest, found := bytes.CutPrefix(s.xml[s.pos:], []byte("<c"))
	for found && len(rest) > 4 && rest[0] == ' ' && rest[2] == '=' && rest[3] == '"' {
		end := bytes.IndexByte(rest[4:], '"')
		if end < 0 {
			return attributes{}, false
		}
		a.set(rest[1:2], rest[4:4+end])
		rest = rest[4+end+1:]
	}
	if !found || len(rest) == 0 || rest[0] != '>' {
		return attributes{}, false
	}
	s.pos = len(s.xml) - len(rest) + 1
	return a, true
}

// plainValue is the text of a cell's value, still escaped, where pos is behind
// the cell's tag and the cell has nothing else: "<v>…</v></c>", as almost every
// cell is written. It is nil, and pos stays, for all others.
func (s *tagScanner) plainValue() []byte {
	rest, found := bytes.CutPrefix(s.xml[s.pos:], []byte("<v>"))
	end := bytes.IndexByte(rest, '<')
	if !found || end <= 0 || !bytes.HasPrefix(rest[end:], []byte("</v></c>")) {
		return nil
	}
	s.pos += len("<v>") + end + len("</v></c>")
	return rest[:end]
}

// plain is the same for other elements that are nearly always written in one way.
func (s *tagScanner) plain(before, after string) []byte {
	rest := s.xml[s.pos:]
	if len(rest) < len(before) || string(rest[:len(before)]) != before {
		return nil
	}
	rest = rest[len(before):]
	end := bytes.IndexByte(rest, '<')
	if end <= 0 || len(rest)-end < len(after) || string(rest[end:end+len(after)]) != after {
		return nil
	}
	s.pos += len(before) + end + len(after)
	return rest[:end]
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

// richText appends to text the t elements up to the end of the element named,
// leaving out phonetic guides (rPh).
func (s *tagScanner) richText(text []byte, element string) ([]byte, error) {
	phonetic := false
	for {
		t, err := s.next()
		switch {
		case err != nil:
			return text, err
		case t.kind == endOfXML:
			return text, errTruncated
		case t.kind == closeTag && t.is(element):
			return text, nil
		case t.is("rPh"):
			phonetic = t.kind == openTag
		case t.kind == openTag && t.is("t") && !phonetic:
			raw, err := s.characters()
			if err != nil {
				return text, err
			}
			text = appendUnescaped(text, raw)
		}
	}
}

// nextAttribute cuts the first attribute from a tag's; name is nil after the
// last. Its entities are still escaped: the names, types and formats of cells
// have none.
func nextAttribute(attributes []byte) (name, value, rest []byte) {
	i := 0
	for i < len(attributes) && isBlank(attributes[i]) {
		i++
	}
	start := i
	for i < len(attributes) && attributes[i] != '=' && !isBlank(attributes[i]) {
		i++
	}
	name = attributes[start:i]
	for i < len(attributes) && (attributes[i] == '=' || isBlank(attributes[i])) {
		i++
	}
	if i == len(attributes) {
		return nil, nil, nil
	}
	quote := attributes[i]
	for end := i + 1; end < len(attributes); end++ {
		if attributes[end] == quote {
			return name, attributes[i+1 : end], attributes[end+1:]
		}
	}
	return nil, nil, nil
}

// local is a name without its prefix: some writers say x:row for row.
func local(name []byte) []byte {
	for i, c := range name {
		if c == ':' {
			return name[i+1:]
		}
	}
	return name
}
