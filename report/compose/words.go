package compose

import (
	"fmt"
	"strings"

	"apr/internal/document"
	"apr/internal/number"
	"apr/internal/wording"
	"apr/internal/yamlpos"
)

// line is a text as the content of a table's cell: its paragraphs and list
// items one under another.
func (b *builder) line(t yamlpos.Text) document.Inlines {
	var out document.Inlines
	var add func(blocks []document.Block)
	add = func(blocks []document.Block) {
		for _, block := range blocks {
			switch block := block.(type) {
			case *document.Paragraph:
				if len(out) > 0 {
					out = append(out, &document.LineBreak{})
				}
				out = append(out, block.Content...)
			case *document.List:
				for _, item := range block.Items {
					add(item)
				}
			case *document.Quotation:
				add(block.Blocks)
			default:
				b.problems.Addf("text-in-cell", t.Position, "this text is in a table's cell: paragraphs and lists fit there, a %s doesn't", kindName(block))
			}
		}
	}
	add(b.blocks(t, "a table's cell"))
	return out
}

func kindName(block document.Block) string {
	return strings.ToLower(strings.TrimPrefix(fmt.Sprintf("%T", block), "*document."))
}

// sentence begins with a capital and ends with a full stop.
func sentence(s string) string {
	s = wording.Capital(s)
	if !strings.HasSuffix(s, ".") {
		s += "."
	}
	return s
}

// commas is a whole number with thousands separators.
func commas(n int) string { return number.Format(float64(n), 0) }
