package compose

import (
	"strings"

	"apr/internal/document"
	"apr/internal/project"
	"apr/internal/wording"
	"apr/internal/yamlpos"
)

// say appends a sentence of apr's to a section, or what the authority says in its place.
func (b *builder) say(s *document.Section, own yamlpos.Text, ours string, args ...any) {
	s.Blocks = append(s.Blocks, b.sentence(own, ours, args...)...)
}

// sentence is a sentence of apr's, or what the authority says in its place: nothing where
// its text is empty.
func (b *builder) sentence(own yamlpos.Text, ours string, args ...any) []document.Block {
	if own.IsZero() {
		return []document.Block{&document.Paragraph{Content: b.inlines(ours, args...)}}
	}
	if strings.TrimSpace(own.Markdown) != "" && project.IsStub(own) {
		b.problems.Addf("placeholder", own.Position, "%q holds a place and says nothing: write the sentence, or \"\" to leave apr's own out", wording.OneLine(own.Markdown))
		return nil
	}
	return b.blocks(own, "words in the place of apr's own")
}
