package yamlpos

import (
	"slices"
	"strings"
	"unicode/utf8"

	"apr/internal/source"
)

// Text is a passage of Markdown from the narrative. It knows where each of its
// bytes is in the YAML file.
type Text struct {
	Markdown string
	// Position is where the text begins, or of its key when it is empty.
	Position source.Position
	// marks say where in the file runs of Markdown begin, in order of offset.
	marks []mark
}

// mark is the place of one byte of Markdown; those after it, up to the next
// mark, follow in the same line of the file.
type mark struct {
	offset       int
	line, column int
}

// NewText is Markdown that is in the file as in a literal block: its first
// line begins at the position, and each following line begins in the same
// column of the next.
func NewText(markdown string, at source.Position) Text {
	t := Text{Markdown: markdown, Position: at}
	if at.Line == 0 {
		return t
	}
	line, offset := at.Line, 0
	for l := range strings.Lines(markdown) {
		t.marks = append(t.marks, mark{offset, line, max(at.Column, 1)})
		offset += len(l)
		line++
	}
	t.marks = dense(t.marks, markdown)
	return t
}

// markEvery is how many bytes of a line may be without a mark, so that a
// place in a line of a million characters is found without counting them all.
const markEvery = 1 << 10

// dense adds marks to long lines.
func dense(marks []mark, markdown string) []mark {
	if len(marks) == 0 || len(markdown) <= markEvery {
		return marks
	}
	out := make([]mark, 0, len(marks)+len(markdown)/markEvery)
	for i, m := range marks {
		end := len(markdown)
		if i+1 < len(marks) {
			end = marks[i+1].offset
		}
		out = append(out, m)
		for m.offset+markEvery < end {
			next := m.offset + markEvery
			for !utf8.RuneStart(markdown[next]) && next > m.offset+1 {
				next--
			}
			m.column += utf8.RuneCountInString(markdown[m.offset:next])
			m.offset = next
			out = append(out, m)
		}
	}
	return out
}

// From is the text from a byte offset on, with each of its bytes where it is in
// the file.
func (t Text) From(offset int) Text {
	rest := Text{Markdown: t.Markdown[offset:], Position: t.At(offset)}
	for _, m := range t.marks {
		if m.offset > offset {
			rest.marks = append(rest.marks, mark{m.offset - offset, m.line, m.column})
		}
	}
	if len(t.marks) > 0 {
		first := mark{0, rest.Position.Line, rest.Position.Column}
		rest.marks = append([]mark{first}, rest.marks...)
	}
	return rest
}

// IsZero reports whether the text's key is absent from the narrative.
func (t Text) IsZero() bool { return t.Position.IsZero() && t.Markdown == "" }

// Run is the offset after offset up to which the Markdown's bytes follow one
// another in a line of the file.
func (t Text) Run(offset int) int {
	i, found := slices.BinarySearchFunc(t.marks, offset, func(m mark, o int) int { return m.offset - o })
	if found {
		i++
	}
	if i == len(t.marks) {
		return len(t.Markdown)
	}
	return t.marks[i].offset
}

// At is the position of a byte offset of Markdown. It is exact for every
// character that the file spells out; a blank that YAML made of a line break
// is where the line breaks.
func (t Text) At(offset int) source.Position {
	offset = min(max(offset, 0), len(t.Markdown))
	for offset > 0 && offset < len(t.Markdown) && !utf8.RuneStart(t.Markdown[offset]) {
		offset--
	}
	i, end := 0, len(t.marks) // before end are those that aren't behind the offset; most texts are asked a thousand times
	for i < end {
		if middle := int(uint(i+end) / 2); t.marks[middle].offset <= offset {
			i = middle + 1
		} else {
			end = middle
		}
	}
	if i == 0 {
		return t.Position
	}
	m := t.marks[i-1]
	return source.Position{
		File:   t.Position.File,
		Line:   m.line,
		Column: m.column + utf8.RuneCountInString(t.Markdown[m.offset:offset]),
	}
}
