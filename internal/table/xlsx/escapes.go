package xlsx

import (
	"bytes"
	"strconv"
	"strings"
	"unicode/utf8"
)

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

// appendUnescaped appends the same to text.
func appendUnescaped(text, raw []byte) []byte {
	if bytes.IndexByte(raw, '&') < 0 && !bytes.Contains(raw, []byte("_x")) {
		return append(text, raw...)
	}
	return append(text, unescape(raw)...)
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
