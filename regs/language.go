package regs

import (
	"fmt"
	"slices"

	"apr/internal/project"
	"apr/internal/shaping"
	"apr/internal/wording"
)

// languageRules say what of a report isn't in its language.
var languageRules = []Rule{
	{
		ID:       "R0-language",
		Title:    "The report's own words are in its language",
		Level:    Advice,
		Citation: "apr, reports in Gaelic and other languages",
		Why:      "A report may be in Gaelic or another language: its texts are the authority's. Headings and sentences that apr adds are in that language as far as published sources have them; the others are printed in English and marked as English, so that they are read out as what they are. Readers of the report, and those who approve it, should know before how much of it that is.",
		Blind:    "What texts in another language than English claim: figures, counts and dates are held against the data in English sentences only.",
		Check:    checkLanguage,
	},
}

func checkLanguage(r *project.Project, p *Pass) {
	lang := r.Config.Language
	if wording.IsEnglish(lang) {
		return
	}
	if shaping.RightToLeft(lang) {
		p.Report(at(r.Config.PositionOf("language"), projectFile), "have somebody read the PDF, or leave it out: --format html,docx",
			"the report is in %q, which is written from right to left; the HTML and the Word file run so, and pages of the PDF are set from left to right around words that run from right to left", lang)
	}
	rows := slices.DeleteFunc(wording.Rows(), wording.IsFixed)
	lacking := slices.DeleteFunc(slices.Clone(rows), func(english string) bool {
		_, known := wording.In(lang, english)
		return known || r.Config.Words[english] != ""
	})
	if len(lacking) == 0 {
		p.Report(at(r.Config.PositionOf("language"), projectFile), "have somebody read what they say",
			"the report is in %q: what texts say is held against the data where they say it in English", lang)
		return
	}
	p.Report(at(r.Config.PositionOf("language"), projectFile),
		fmt.Sprintf("give them under words in apr.yaml, such as words: {%q: …}; 'apr help language' lists them", lacking[0]),
		"the report is in %q, and %d of the %d headings, labels and sentences of apr's own are in English, for no source is known that has them; so are figures in words. What texts say is held against the data where they say it in English",
		lang, len(lacking), len(rows))
}
