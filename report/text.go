package report

import (
	"strings"

	"apr/internal/source"
)

// Text is a passage of Markdown from the narrative. It knows where each of its
// bytes stands in the YAML file.
type Text struct {
	Markdown string
	// Position is where the text begins, or of its key when it is empty.
	Position source.Position
	// lines holds the position of the first byte of each line of Markdown.
	lines []source.Position
}

// IsZero reports whether the text's key is absent from the narrative.
func (t Text) IsZero() bool { return t.Position.IsZero() && t.Markdown == "" }

// At is the position of a byte offset of Markdown.
func (t Text) At(offset int) source.Position {
	before := t.Markdown[:min(max(offset, 0), len(t.Markdown))]
	line := strings.Count(before, "\n")
	if line >= len(t.lines) {
		return t.Position
	}
	p := t.lines[line]
	p.Column += len([]rune(before[strings.LastIndexByte(before, '\n')+1:]))
	return p
}
