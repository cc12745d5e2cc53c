package main

import (
	"fmt"
	"strings"

	"apr/internal/wording"
)

// languageTopic is how a report is in another language.
func languageTopic() string {
	return `language in apr.yaml is the report's, by its tag: gd for Gaelic. The texts are yours.
Words that apr adds are printed in English, and marked so, but those that a published
source has in that language and those that you give under words, by the English.
In an English report, too, those that you give stand in the place of apr's.

A name in braces is the place of a value. Yours has the same places, in any order.
What is said of several things may have the other forms that numbers have in your
language, with "(zero)", "(two)", "(few)" or "(many)" behind its name:

  language: gd
  words:
    "{number} service": "{number} seirbheis"
    "{number} services (two)": "{number} sheirbheis"
    "{number} services": "{number} seirbheisean"

'apr help language' lists all of apr's words. Copy those that you need, and fill them in.`
}

// allWords lists the words that a report in another language needs.
func allWords() string {
	var b strings.Builder
	b.WriteString("  words:")
	for _, english := range wording.Rows() {
		if !wording.IsFixed(english) {
			fmt.Fprintf(&b, "\n    %q:", english)
		}
	}
	return b.String()
}
