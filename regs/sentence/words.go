package sentence

import (
	"strings"
	"unicode/utf8"
)

// Words are the text between two bytes as it is read: on one line, and without the stars of emphasis.
func (p *Passage) Words(start, end int) string {
	text := p.Text.Markdown[start:end]
	if strings.IndexByte(text, '*') >= 0 {
		text = strings.ReplaceAll(text, "*", "")
	}
	if onceParted(text) {
		return text
	}
	var words strings.Builder
	words.Grow(len(text))
	for word := range strings.FieldsSeq(text) {
		if words.Len() > 0 {
			words.WriteByte(' ')
		}
		words.WriteString(word)
	}
	return words.String()
}

// onceParted reports whether each two words of a text are parted by one blank, and nothing else is around them.
func onceParted(text string) bool {
	before := byte(' ')
	for i := range len(text) {
		if c := text[i]; c < ' ' || c == ' ' && before == ' ' {
			return false
		}
		before = text[i]
	}
	return before != ' ' && (text[0] < utf8.RuneSelf && before < utf8.RuneSelf || strings.TrimSpace(text) == text)
}

// LastStatement is the end of a text behind its last semicolon or conjunction.
func LastStatement(text string) string {
	text = text[strings.LastIndexByte(text, ';')+1:]
	for _, word := range [...]string{" and ", " but ", " while ", " whereas ", " although "} {
		if i := strings.LastIndex(text, word); i >= 0 {
			text = text[i:]
		}
	}
	return text
}
