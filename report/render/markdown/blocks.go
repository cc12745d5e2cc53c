package markdown

import (
	"fmt"
	"strings"

	"apr/internal/document"
)

var _ document.BlockVisitor = (*writer)(nil)

func (w *writer) blocks(blocks []document.Block) error {
	for _, b := range blocks {
		if err := b.Accept(w); err != nil {
			return err
		}
	}
	return nil
}

// Paragraph writes a line.
func (w *writer) Paragraph(b *document.Paragraph) error {
	text, err := w.line(b.Content, lineStart)
	w.add(other, text)
	return err
}

// List writes items with one-character or numbered marks.
func (w *writer) List(b *document.List) error {
	var items []item
	for i, blocks := range b.Items {
		parts, err := w.nested(blocks)
		if err != nil {
			return err
		}
		mark := "- "
		if b.Ordered {
			mark = fmt.Sprintf("%d. ", max(b.Start, 1)+i)
		}
		items = append(items, item{mark, parts, hasParagraphs(blocks)})
	}
	k := bullets
	if b.Ordered {
		k = numbers
	}
	w.add(k, list(items))
	return nil
}

// item is one entry of a list: its mark and its blocks.
type item struct {
	mark  string
	parts []string
	loose bool // a blank line is between its blocks
}

// hasParagraphs reports whether an item holds more than a line and lists.
func hasParagraphs(blocks []document.Block) bool {
	for _, b := range blocks[min(1, len(blocks)):] {
		if _, ok := b.(*document.List); !ok {
			return true
		}
	}
	return false
}

// list sets items one under another, with blank lines between all if any has
// paragraphs.
func list(items []item) string {
	loose := false
	for _, i := range items {
		loose = loose || i.loose
	}
	gap := "\n"
	if loose {
		gap = "\n\n"
	}
	var lines []string
	for _, i := range items {
		body := strings.Join(i.parts, gap)
		lines = append(lines, i.mark+indent(body, strings.Repeat(" ", len(i.mark))))
	}
	return strings.Join(lines, gap)
}

// indent puts a prefix before each line but the first; blank lines stay blank.
func indent(text, prefix string) string {
	lines := strings.Split(text, "\n")
	for i := 1; i < len(lines); i++ {
		if lines[i] != "" {
			lines[i] = prefix + lines[i]
		}
	}
	return strings.Join(lines, "\n")
}

// Definitions are a list of bold terms, each with its meaning.
func (w *writer) Definitions(b *document.Definitions) error {
	var items []item
	for _, e := range b.Entries {
		head, err := w.title(e.Term)
		if err != nil {
			return err
		}
		parts, err := w.nested(e.Meaning)
		if err != nil {
			return err
		}
		if len(parts) > 0 {
			if _, ok := e.Meaning[0].(*document.Paragraph); ok {
				parts[0] = head + " " + parts[0]
			} else {
				parts = append([]string{head}, parts...)
			}
		} else {
			parts = []string{head}
		}
		items = append(items, item{"- ", parts, hasParagraphs(e.Meaning)})
	}
	w.add(bullets, list(items))
	return nil
}

// title is a line in bold and a colon, which keeps it from being taken for a
// heading.
func (w *writer) title(is document.Inlines) (string, error) {
	return w.line(document.Inlines{&document.Strong{Content: is}, &document.Text{Text: ": "}}, 0)
}

// Callout is a quotation under its title.
func (w *writer) Callout(b *document.Callout) error {
	if b.Title == "" {
		return w.quote("", b.Blocks)
	}
	title, err := w.title(document.Inlines{&document.Text{Text: b.Title, Lang: b.Lang}})
	if err != nil {
		return err
	}
	return w.quote(title, b.Blocks)
}

// Box is a quotation under its heading.
func (w *writer) Box(b *document.Box) error {
	title, err := w.line(w.meta.BoxHeading(b), heading)
	if err != nil {
		return err
	}
	return w.quote(strings.Repeat("#", b.Level+1)+" "+title, b.Blocks)
}

// Quotation ends with who said it.
func (w *writer) Quotation(b *document.Quotation) error {
	blocks := b.Blocks
	if len(b.Attribution) > 0 {
		said := append(document.Inlines{&document.Text{Text: "— "}}, b.Attribution...)
		blocks = append(blocks[:len(blocks):len(blocks)], &document.Paragraph{Content: said})
	}
	return w.quote("", blocks)
}

// quote is a quotation, whose first line may be a title.
func (w *writer) quote(first string, blocks []document.Block) error {
	parts, err := w.nested(blocks)
	if err != nil {
		return err
	}
	if first != "" {
		parts = append([]string{first}, parts...)
	}
	lines := strings.Split(strings.Join(parts, "\n\n"), "\n")
	for i, l := range lines {
		lines[i] = strings.TrimRight("> "+l, " ")
	}
	w.add(quotation, strings.Join(lines, "\n"))
	return nil
}

// StatutoryReference is a sentence.
func (w *writer) StatutoryReference(b *document.StatutoryReference) error {
	text, err := w.line(w.meta.Citation(b), lineStart)
	w.add(other, text)
	return err
}

// KeyFigures are a list of what each number is, with the number in bold.
func (w *writer) KeyFigures(b *document.KeyFigures) error {
	var items []item
	for _, f := range b.Items {
		is := append(f.Label[:len(f.Label):len(f.Label)], &document.Text{Text: ": "}, &document.Strong{Content: w.spokenDash(f.Value)})
		text, err := w.line(is, 0)
		if err != nil {
			return err
		}
		if len(f.StatusWord) > 0 {
			word, err := w.line(f.StatusWord, 0)
			if err != nil {
				return err
			}
			text += " (" + word + ")"
		}
		if len(f.Source) > 0 {
			source, err := w.line(w.meta.OwnLine("source: {source}", f.Source), 0)
			if err != nil {
				return err
			}
			text += " (" + source + ")"
		}
		items = append(items, item{mark: "- ", parts: []string{text}})
	}
	w.add(bullets, list(items))
	return nil
}
