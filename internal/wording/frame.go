package wording

import (
	"slices"
	"strings"
	"sync"
)

// frameWord is a heading or a label of the report that is apr's own, in English and, as
// far as a published source has it, in Gaelic. Nothing is translated here: a row gets its
// Gaelic from a bilingual publication of a Scottish public body, which it names.
type frameWord struct {
	English, Gaelic, Source string
	// Many is a row of several things, which languages may have in more than one form.
	Many bool
	// Fixed words are printed in English in a report in any language, marked as English:
	// with a year.
	Fixed bool
}

// frame are the words of the report's frame: the headings of what the law and the
// guidance ask for, and the labels that every report has.
var frame = [...]frameWord{
	{English: "Contents", Gaelic: "Clàr-innse", Source: bordAnnualReport},
	{English: "Foreword", Gaelic: "Tùs-fhacal", Source: bordAnnualReport + `, of the chief executive's foreword`},
	{English: "Summary", Gaelic: "Geàrr-chunntas", Source: gaelicPlan},
	{English: "Annual performance report", Fixed: true}, {English: "Reporting year"}, {English: "Notes"},
	{English: "Figure"}, {English: "Skip to main content"},
	{English: "The year in short"}, {English: "What the local measures show"}, {English: "What has not clearly changed"}, {English: "What the money did"},
	{English: "What we do"}, {English: "What got better"}, {English: "What did not get better"}, {English: "Money"}, {English: "Tell us what you think"}, {English: "What the words mean"},
	{English: "Where to read more"}, {English: "How the figures were chosen"}, {English: "This is a draft"},
	{English: "The year at a glance"}, {English: "What this draft still lacks"}, {English: "What comes next"}, {English: "What people told us"},
	{English: "National health and wellbeing outcomes"}, {English: "Core suite of integration indicators"},
	{English: "Full titles of the indicators"}, {English: "Integration delivery principles"}, {English: "How planning and delivery contributed"},
	{English: "Strategic planning and significant decisions"}, {English: "Priorities of the strategic plan"}, {English: "Significant decision"},
	{English: "Significant decisions outside the strategic plan"}, {English: "Review of the strategic plan"}, {English: "Consultation and involvement"},
	{English: "Financial performance"}, {English: "Spend on each matter"}, {English: "Proportion spent on each matter over the years"},
	{English: "Underspend or overspend against the plan"}, {English: "Reasons for the underspend or overspend"}, {English: "Spend on key care groups"},
	{English: "Spend by service, partner and funding"}, {English: "Spend in each locality"}, {English: "Notes on the financial data"}, {English: "Financial outlook"},
	{English: "Best value"}, {English: "Opportunities for further efficiencies"}, {English: "Localities"},
	{English: "Inspection of services"}, {English: "Grades of care services"}, {English: "Integration joint monitoring committee"},
	{English: "Performance framework"}, {English: "Performance targets"}, {English: "Local measures over the years"}, {English: "Local measures"}, {English: "Indicators"}, {English: "Other local measures"}, {English: "Measures over the years"},
	{English: "Escalated to the board"}, {English: "Scorecards"}, {English: "Owners and sources"},
	{English: "Good practice submitted to the national portal"}, {English: "Further information about the year"}, {English: "Publication"},
	{English: "About this report"}, {English: "Accessibility of this report"}, {English: "What isn't accessible, and why"}, {English: "Other versions of this report"},
	{English: "Where each regulation is met"}, {English: "Where the figures come from"}, {English: "Checks set aside"}, {English: "Glossary"}, {English: "Values of other areas"}, {English: "Other outcomes"}, {English: "Reserves"},
}

const (
	// Both languages side by side in the list of contents, page 3.
	bordAnnualReport = "Bòrd na Gàidhlig, Aithisg Bhliadhnail 2012/2013 – Annual Report 2012/2013"
	// The heading of its second part, page 4.
	gaelicPlan = "Riaghaltas na h-Alba, Plana Gàidhlig 2016–2021"
)

// rows are all of the report's words that are apr's own, in the order of the tables.
var rows = sync.OnceValue(func() []frameWord {
	return slices.Concat(frame[:], money[:], labels[:], sentences[:], formats[:], charts[:], ratings[:], versions[:], valueWords[:], notes[:], changes[:], variances[:], verdicts[:], events[:])
})

// byEnglish has the rows by their English.
var byEnglish = sync.OnceValue(func() map[string]frameWord {
	m := make(map[string]frameWord, len(rows()))
	for _, w := range rows() {
		m[w.English] = w
	}
	return m
})

// In is a row in a language, by its tag; ok is false where no source gives it, and for
// English.
func In(lang, english string) (words string, ok bool) {
	if base, _, _ := strings.Cut(lang, "-"); base != "gd" {
		return "", false
	}
	words = byEnglish()[english].Gaelic
	return words, words != ""
}

// Rows are apr's own words of a report in English: headings, labels and sentences, which
// have named places for values, as "Spend in {year}" has.
func Rows() []string {
	return english(rows())
}

// Given are the rows that an authority may give in its report's language, with the forms
// that numbers may have in it.
func Given() []string {
	return withForms(slices.DeleteFunc(Rows(), IsFixed))
}

// IsFixed reports whether a row is printed in English in a report in any language.
func IsFixed(english string) bool { return byEnglish()[english].Fixed }

// IsEnglish reports whether a tag, "" among them, is that of English.
func IsEnglish(lang string) bool {
	base, _, _ := strings.Cut(strings.ToLower(lang), "-")
	return base == "" || base == "en"
}
