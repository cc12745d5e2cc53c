package compose

import (
	"fmt"

	"apr/internal/document"
	"apr/internal/wording"
)

// together says of a text that it assesses several outcomes or principles.
func (b *builder) together(s *document.Section, kind string, several bool, names []string) {
	if several {
		s.Blocks = append(s.Blocks, b.paragraph("This is the assessment of several {kind}: {names}.", kind, wording.List(names)))
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
			p.Content = document.Plain("It is assessed together with others.")
			return
		}
		p.Content = document.Inlines{
			&document.Text{Text: "It is assessed together with others, under "},
			&document.Reference{Target: target.ID, Content: document.Plain(target.Title)},
			&document.Text{Text: "."},
		}
	})
}
