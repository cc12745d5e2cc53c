package yamlpos

import (
	"bytes"
	"strings"
	"unicode/utf8"

	"go.yaml.in/yaml/v3"

	"apr/internal/source"
)

// text is a scalar as Markdown, with the place of every byte. key is where the
// text's key is.
func (f *file) text(n *yaml.Node, key source.Position) Text {
	t := Text{Markdown: n.Value, Position: key}
	if n.Value == "" {
		return t
	}
	at := f.at(n.Line, n.Column)
	t.Position = at
	t.marks = dense(f.marks(n), t.Markdown)
	if len(t.marks) > 0 {
		t.Position = t.At(0)
	}
	return t
}

// marks reads a scalar's source again next to its value. What doesn't fit is
// left without marks: then the whole text has the position at which it begins.
func (f *file) marks(n *yaml.Node) []mark {
	line, offset := f.content(n)
	switch n.Style &^ yaml.TaggedStyle {
	case yaml.LiteralStyle:
		return f.literalMarks(line+1, n.Value)
	case yaml.FoldedStyle:
		return f.foldedMarks(line+1, n.Value)
	case yaml.DoubleQuotedStyle, yaml.SingleQuotedStyle:
		return f.flowMarks(line, offset+1, n.Value, f.data[offset])
	}
	return f.flowMarks(line, offset, n.Value, 0)
}

// content is the line and offset at which a scalar's first character is: behind its
// anchor, which is where the library says that the node begins, and behind a lone
// exclamation mark, which says that the value is a text.
func (f *file) content(n *yaml.Node) (line, offset int) {
	line, offset = n.Line, f.offset(n.Line, n.Column)
	if n.Anchor == "" && !f.isLoneTag(offset) {
		return line, offset
	}
	anchor := []byte("&" + n.Anchor)
	for offset < len(f.data) {
		switch c := f.data[offset]; {
		case n.Anchor != "" && bytes.HasPrefix(f.data[offset:], anchor):
			offset += len(anchor)
		case f.isLoneTag(offset):
			offset++
		case c == '#':
			for offset < len(f.data) && f.data[offset] != '\n' && f.data[offset] != '\r' {
				offset++
			}
		case c == ' ' || c == '\t' || c == '\n' || c == '\r':
			offset++
			if line < len(f.lines) && offset == f.lines[line] {
				line++
			}
		default:
			return line, offset
		}
	}
	return line, len(f.data) - 1
}

// isLoneTag reports whether an exclamation mark stands alone at an offset.
func (f *file) isLoneTag(offset int) bool {
	return offset+1 < len(f.data) && f.data[offset] == '!' && strings.IndexByte(" \t\r\n", f.data[offset+1]) >= 0
}

// literalMarks: each line of the value is the end of a line of the file.
func (f *file) literalMarks(line int, value string) []mark {
	var marks []mark
	offset := 0
	for v := range strings.Lines(value) {
		written := f.line(line)
		before, found := strings.CutSuffix(written, strings.TrimSuffix(v, "\n"))
		if !found {
			return nil
		}
		marks = append(marks, mark{offset, line, 1 + utf8.RuneCountInString(before)})
		offset += len(v)
		line++
	}
	return marks
}

// foldedMarks: lines of the file follow each other in the value, with blanks
// or line ends between them.
func (f *file) foldedMarks(line int, value string) []mark {
	var marks []mark
	indent, offset := -1, 0
	for ; strings.TrimLeft(value[offset:], "\n") != ""; line++ {
		if line > len(f.lines) {
			return nil
		}
		written := f.line(line)
		if indent < 0 {
			if indent = foldedIndent(written, value); indent < 0 {
				continue
			}
		}
		if len(written) <= indent {
			continue
		}
		// An indented line's own blanks belong to it, so the fewest are skipped.
		start := offset
		for !strings.HasPrefix(value[start:], written[indent:]) {
			if start == len(value) || value[start] != ' ' && value[start] != '\n' {
				return nil
			}
			start++
		}
		marks = append(marks, mark{start, line, indent + 1})
		offset = start + len(written) - indent
	}
	return marks
}

// foldedIndent is how far a folded text is indented, seen from its first line
// that isn't blank; -1 for a blank line.
func foldedIndent(line, value string) int {
	body := strings.TrimLeft(line, " ")
	if strings.TrimSpace(body) == "" {
		return -1
	}
	value = strings.TrimLeft(value, "\n")
	kept := len(value) - len(strings.TrimLeft(value, " "))
	return max(len(line)-len(body)-kept, 0)
}

// flowMarks follows a plain or quoted text from the offset at which its first
// character is. quote is ' or " or 0.
func (f *file) flowMarks(line, offset int, value string, quote byte) []mark {
	s := flowScanner{file: f, at: offset, line: line, value: value, quote: quote}
	s.col = 1 + utf8.RuneCount(f.data[f.lines[line-1]:offset])
	if !s.scan() {
		return nil
	}
	return s.marks
}
