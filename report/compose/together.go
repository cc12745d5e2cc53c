package compose

import (
	"fmt"

	"apr/internal/document"
	"apr/internal/wording"
)

// together says of a text that it assesses several outcomes or principles, by a row with
// the place of their names.
func (b *builder) together(s *document.Section, row string, several bool, names []string) {
	if several {
		s.Blocks = append(s.Blocks, b.paragraph(row, b.list(names)))
	}
}

func outcomeNumbers(numbers []int) []string {
	var names []string
	for _, no := range numbers {
		names = append(names, fmt.Sprint(no))
	}
	return names
}

// principleTitles are principles as their headings have them.
func (b *builder) principleTitles(ids []string) []string {
	var titles []string
	for _, id := range ids {
		if p, ok := b.law.Principle(id); ok {
			titles = append(titles, wording.SmallFirst(p.Title))
		}
	}
	return titles
}

// elsewhere says where an outcome or principle is assessed together with another one.
// That may be further on, so the link is made when all sections are there.
func (b *builder) elsewhere(s *document.Section, part string) {
	p := &document.Paragraph{}
	s.Blocks = append(s.Blocks, p)
	b.links = append(b.links, func() {
		target := b.printed[part]
		if target == nil {
			p.Content = b.inlines("It is assessed together with others.")
			return
		}
		p.Content = b.inlines("It is assessed together with others, under {section}.", &document.Reference{Target: target.ID, Content: document.Plain(target.Title)})
	})
}
