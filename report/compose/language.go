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
		if theirs[wording.OneLine(text)] {
			return text, ""
		}
		return text, b.doc.Meta.OwnLanguage
	})
}
