package compose

import (
	"cmp"
	"fmt"
	"strings"

	"apr/internal/document"
	"apr/internal/wording"
)

// language is the report's, by its tag.
func (b *builder) language() string {
	return cmp.Or(strings.TrimSpace(b.report.Config.Language), "en-GB")
}

// ownWords puts apr's own words into the report's language, as far as the authority or
// sources give them, and marks the others as English. What apr.yaml and the narrative say stays as it is.
func (b *builder) ownWords() {
	if wording.IsEnglish(b.language()) {
		return
	}
	theirs := b.report.Words()
	document.OwnWords(b.doc, func(text string) (string, string) {
		if words, in := b.doc.Meta.Own(text); in == "" {
			return words, ""
		}
		if b.said[text] || theirs[wording.OneLine(text)] {
			return text, ""
		}
		return text, b.doc.Meta.OwnLanguage
	})
}

// words are apr's own words, a row of the table, with values in its places: in the
// report's language where the authority or a source has the row.
func (b *builder) words(english string, values ...any) string {
	words, in := b.doc.Meta.Own(english)
	text := wording.Fill(english, words, values...)
	if in == "" {
		b.said[text] = true
	}
	return text
}

// inlines are words as a line, in which values may be figures and links.
func (b *builder) inlines(english string, values ...any) document.Inlines {
	words, in := b.doc.Meta.Own(english)
	var line document.Inlines
	text := ""
	flush := func() {
		if text == "" {
			return
		}
		line = append(line, &document.Text{Text: text})
		if in == "" {
			b.said[text] = true
		}
		text = ""
	}
	for _, p := range wording.Pieces(english, words) {
		if p.Value < 0 {
			text += p.Text
			continue
		}
		switch v := values[p.Value].(type) {
		case document.Inline:
			flush()
			line = append(line, v)
		case document.Inlines:
			flush()
			line = append(line, v...)
		default:
			text += fmt.Sprint(v)
		}
	}
	flush()
	return line
}

// paragraph is words as a paragraph.
func (b *builder) paragraph(english string, values ...any) *document.Paragraph {
	return &document.Paragraph{Content: b.inlines(english, values...)}
}
