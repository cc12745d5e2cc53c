package yamlpos

import (
	"fmt"
	"strings"
	"unicode/utf8"

	"apr/internal/source"
)

// openedBracket is a bracket or brace that hasn't been closed yet.
type openedBracket struct {
	bracket rune
	line    int
	at      int // the byte of the line
}

// closing is what closes a bracket or brace.
func closing(bracket rune) rune {
	if bracket == '[' {
		return ']'
	}
	return '}'
}

// brackets finds the bracket or brace in which the file stops being YAML where it isn't
// closed, or is closed with the other kind: the library tells it of whichever line
// happens to come behind.
func (f *file) brackets(broken int) *source.Problem {
	text := f.line(broken)
	from := valueStart(text)
	if from < 0 {
		return nil
	}
	indent := len(text) - len(strings.TrimLeft(text, " "))
	var open []openedBracket
	for line := broken; line <= len(f.lines); line++ {
		text := f.line(line)
		if line > broken && len(open) > 0 && f.beginsKey(line, indent) {
			break
		}
		var quote rune
		before := ' '
		for at, r := range text {
			if line == broken && at < from {
				before = r
				continue
			}
			switch {
			case quote != 0:
				if r == quote && (quote == '\'' || before != '\\') {
					quote = 0
				}
			case (r == '"' || r == '\'') && strings.ContainsRune(" [{,:", before):
				quote = r
			case r == '#' && strings.ContainsRune(" [{,", before):
				if strings.ContainsAny(text[at:], "]}") {
					return nil // what closes it is in the remark
				}
				r = 0
			case r == '[' || r == '{':
				open = append(open, openedBracket{r, line, at})
			case r == ']' || r == '}':
				last := open[len(open)-1]
				if r != closing(last.bracket) {
					return &source.Problem{Code: "yaml-syntax", Position: f.at(line, 1+utf8.RuneCountInString(text[:at])),
						Message: fmt.Sprintf("\"%c\" stands where \"%c\" on line %d isn't closed", r, last.bracket, last.line), Hint: fmt.Sprintf("write \"%c\" before it", closing(last.bracket))}
				}
				if open = open[:len(open)-1]; len(open) == 0 {
					return nil
				}
			}
			if r == 0 {
				break
			}
			before = r
		}
	}
	if len(open) == 0 {
		return nil
	}
	last := open[len(open)-1]
	return &source.Problem{Code: "yaml-syntax", Position: f.at(last.line, 1+utf8.RuneCountInString(f.line(last.line)[:last.at])),
		Message: fmt.Sprintf("\"%c\" is opened here and not closed", last.bracket), Hint: fmt.Sprintf("write \"%c\" behind its last entry; a text that begins with \"%c\" must be in quotes, or on the lines below a \"|\"", closing(last.bracket), last.bracket)}
}

// valueStart is where a bracket or brace begins the value of a line, -1 where none does.
// Two braces are a reference of a text.
func valueStart(text string) int {
	at := len(text) - len(strings.TrimLeft(text, " -"))
	if key, _, found := strings.Cut(text[at:], ": "); found && !strings.ContainsAny(key, "\"'[{#") {
		at += len(key) + 1
		at += len(text[at:]) - len(strings.TrimLeft(text[at:], " "))
	}
	if rest := text[at:]; rest == "" || rest[0] != '[' && rest[0] != '{' || strings.HasPrefix(rest, "{{") {
		return -1
	}
	return at
}

// beginsKey reports whether a line begins with a key, or is an item, no further in than a
// bracket's line: then the bracket was to end before it.
func (f *file) beginsKey(line, indent int) bool {
	text := f.line(line)
	in := len(text) - len(strings.TrimLeft(text, " "))
	if in > indent || in == len(text) {
		return false
	}
	body := text[in:]
	key, _, found := strings.Cut(body+" ", ": ")
	return strings.HasPrefix(body, "- ") || found && !strings.ContainsAny(key, "\"'[]{}#,")
}
