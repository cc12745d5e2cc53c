package word

import (
	"strconv"
	"strings"
	"unicode/utf8"
)

// markup is a part of a file on its way.
type markup struct{ buf []byte }

// raw writes markup.
func (x *markup) raw(texts ...string) {
	for _, m := range texts {
		x.buf = append(x.buf, m...)
	}
}

// number writes a number.
func (x *markup) number(n int) { x.buf = strconv.AppendInt(x.buf, int64(n), 10) }

// text writes text, for an element's content or a quoted attribute, on one line:
// Word takes a tab or a new line in text for a space. What XML can't hold,
// control characters and bytes that aren't UTF-8, becomes U+FFFD.
func (x *markup) text(s string) {
	start := 0
	for i := 0; i < len(s); {
		c := s[i]
		if c >= ' ' && c < 0x7f && c != '<' && c != '>' && c != '&' && c != '"' {
			i++
			continue
		}
		r, n := rune(c), 1
		if c >= utf8.RuneSelf {
			r, n = utf8.DecodeRuneInString(s[i:])
		}
		if e := escaped(r, n); e != "" {
			x.raw(s[start:i], e)
			start = i + n
		}
		i += n
	}
	x.raw(s[start:])
}

// escaped is what stands for a character of n bytes, "" for itself.
func escaped(r rune, n int) string {
	switch {
	case r == '<':
		return "&lt;"
	case r == '>':
		return "&gt;"
	case r == '&':
		return "&amp;"
	case r == '"':
		return "&quot;"
	case r == '\t' || r == '\n' || r == '\r':
		return " "
	case r < ' ' || r >= 0x7f && r < 0xa0 || r == 0xfffe || r == 0xffff || r == utf8.RuneError && n == 1:
		return "\uFFFD"
	}
	return ""
}

// escape is text as it is written.
func escape(s string) string {
	var x markup
	x.text(s)
	return string(x.buf)
}

// declaration begins each part.
const declaration = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>` + "\n"

// Namespaces, as the elements that hold a part declare them.
const (
	nsMain          = `xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"`
	nsRelationships = `xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"`
	nsDrawing       = `xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"`
	namespaces      = nsMain + " " + nsRelationships + " " + nsDrawing
)

// bookmarkName makes a name of an id: Word's begin with a letter, have letters,
// digits and underscores, 40 characters at most, and don't tell capitals from
// small letters. taken has the names in use, in small letters.
func bookmarkName(id string, taken map[string]bool) string {
	const most = 40
	name := strings.Map(func(r rune) rune {
		if r < utf8.RuneSelf && (r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r >= '0' && r <= '9') {
			return r
		}
		return '_'
	}, id)
	if name == "" || name[0] == '_' || name[0] >= '0' && name[0] <= '9' {
		name = "x" + name
	}
	name = name[:min(len(name), most)]
	for n, whole := 2, name; taken[strings.ToLower(name)]; n++ {
		suffix := "_" + strconv.Itoa(n)
		name = whole[:min(len(whole), most-len(suffix))] + suffix
	}
	taken[strings.ToLower(name)] = true
	return name
}
