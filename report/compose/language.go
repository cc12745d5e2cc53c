package compose

import (
	"cmp"
	"strings"

	"apr/internal/document"
	"apr/internal/wording"
)

// language is the report's, by its tag.
func (b *builder) language() string {
	return cmp.Or(strings.TrimSpace(b.report.Config.Language), "en-GB")
}

// ownWords puts apr's own words into the report's language, as far as sources give them,
// and marks the others as English. What apr.yaml and the narrative say stays as it is.
func (b *builder) ownWords() {
	lang := b.language()
	if wording.IsEnglish(lang) {
		return
	}
	theirs := b.report.Words()
	document.OwnWords(b.doc, func(text string) (string, string) {
		if words, ok := wording.In(lang, text); ok {
			return words, ""
		}
		if theirs[wording.OneLine(text)] {
			return text, ""
		}
		return text, b.doc.Meta.OwnLanguage
	})
}
