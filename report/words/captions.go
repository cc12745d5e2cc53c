package words

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"apr/internal/document"
	"apr/internal/lazyregexp"
	"apr/report/words/docx"
)

// tableCaptions makes captions of paragraphs that somebody typed as such straight above a
// table, or straight below one that has none above it, and takes the number from those
// that Word has made: a report numbers its tables by itself.
func tableCaptions(blocks []docx.Block) []docx.Block {
	blocks = slices.DeleteFunc(slices.Clone(blocks), func(b docx.Block) bool { return unitOf(b).isEmpty() })
	is := func(i int, kind docx.Kind) bool { return i >= 0 && i < len(blocks) && blocks[i].Kind == kind }
	for i, b := range blocks {
		if b.Kind == docx.Caption {
			blocks[i].Content = withoutFirst(b.Content, numbered(b.Content.String()))
		}
	}
	for i := range blocks {
		if cut := typedCaption(blocks[i]); cut > 0 && is(i+1, docx.Table) {
			blocks[i].Kind, blocks[i].Content = docx.Caption, withoutFirst(blocks[i].Content, cut)
		}
	}
	for i := range blocks {
		if cut := typedCaption(blocks[i]); cut > 0 && is(i-1, docx.Table) && !is(i-2, docx.Caption) {
			caption := blocks[i]
			caption.Kind, caption.Content = docx.Caption, withoutFirst(caption.Content, cut)
			blocks[i], blocks[i-1] = blocks[i-1], caption
		}
	}
	return blocks
}

// captionTyped is what a caption that was typed begins with.
var captionTyped = lazyregexp.Lazy(`^\s*(?i:table)(?:[ \x{00a0}]+[0-9]{1,3})?[ \x{00a0}]?:\s*`)

// typedCaption is how long what a typed caption begins with is, 0 where a block is none.
func typedCaption(b docx.Block) int {
	text := b.Content.String()
	m := captionTyped().FindString(text)
	if b.Kind != docx.Plain || len(m) == len(text) {
		return 0
	}
	return len(m)
}

// captionNumber is the label and the number that Word puts before a caption.
var captionNumber = lazyregexp.Lazy(`^\s*Table[ \x{00a0}]+[0-9]{1,3}(?:\s*[:.–—]\s*|\s+-?\s*)`)

// numbered is how long the number before a caption is, 0 where it has none: words in small
// letters go on with it, as "Table 1 of the plan" does.
func numbered(text string) int {
	m := captionNumber().FindString(text)
	first, _ := utf8.DecodeRuneInString(text[len(m):])
	if len(m) == len(text) || unicode.IsLower(first) && strings.TrimRight(m, ":.–—- \u00a0") == strings.TrimRight(m, " \u00a0") {
		return 0
	}
	return len(m)
}

// withoutFirst is a line without its first n bytes and, where it is cut, without what
// makes it bold: captions are bold by themselves.
func withoutFirst(is document.Inlines, n int) document.Inlines {
	if n == 0 {
		return is
	}
	var out document.Inlines
	for _, i := range flat(is) {
		t, ok := i.(*document.Text)
		if ok && n > 0 {
			cut := *t
			cut.Text = t.Text[min(n, len(t.Text)):]
			n -= len(t.Text) - len(cut.Text)
			if i = &cut; cut.Text == "" {
				continue
			}
		}
		out = append(out, i)
	}
	return out
}

// flat is a line without bold and italics.
func flat(is document.Inlines) document.Inlines {
	var out document.Inlines
	for _, i := range is {
		switch i := i.(type) {
		case *document.Strong:
			out = append(out, flat(i.Content)...)
		case *document.Emphasis:
			out = append(out, flat(i.Content)...)
		default:
			out = append(out, i)
		}
	}
	return out
}
