package compose

import (
	"fmt"
	"strconv"
	"strings"
	"time"

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

// day writes a YYYY-MM-DD date out; anything else stays as it is.
func day(iso string) string {
	t, err := time.Parse("2006-01-02", iso)
	if err != nil {
		return iso
	}
	return t.Format(dayForm)
}

var smallNumbers = []string{"no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"}

// inNumber is a number in words up to nine.
func inNumber(n int) string {
	if n >= 0 && n < len(smallNumbers) {
		return smallNumbers[n]
	}
	return strconv.Itoa(n)
}

// plural counts things in words up to nine.
func plural(n int, one, many string) string {
	if n == 1 {
		return inNumber(n) + " " + one
	}
	return inNumber(n) + " " + many
}

// commas is a whole number with thousands separators.
func commas(n int) string { return number.Format(float64(n), 0) }
