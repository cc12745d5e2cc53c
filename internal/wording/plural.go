package wording

import (
	"golang.org/x/text/feature/plural"
	"golang.org/x/text/language"
)

// forms are those that languages may have besides those of one and of many, by what
// stands behind the row of many: "{number} services (few)". Unicode's CLDR says which
// language has which, and for which numbers.
var forms = [...]struct {
	form plural.Form
	name string
}{{plural.Zero, " (zero)"}, {plural.Two, " (two)"}, {plural.Few, " (few)"}, {plural.Many, " (many)"}}

// RowOf is the row of a number in a language: that of one, that of many, or another form
// of many where has says that there are words for it.
func RowOf(lang string, n int, one, many string, has func(row string) bool) string {
	form := plural.Other
	switch {
	case !IsEnglish(lang):
		form = plural.Cardinal.MatchPlural(language.Make(lang), max(n, -n), 0, 0, 0, 0)
	case n == 1:
		form = plural.One
	}
	if form == plural.One {
		return one
	}
	for _, f := range forms {
		if row := many + f.name; f.form == form && has(row) {
			return row
		}
	}
	return many
}

// withForms are rows and, behind each that is of many, its other forms.
func withForms(rows []string) []string {
	var all []string
	for _, row := range rows {
		all = append(all, row)
		if IsMany(row) {
			for _, f := range forms {
				all = append(all, row+f.name)
			}
		}
	}
	return all
}

// IsMany reports whether a row is that of many, beside which is one of one.
func IsMany(row string) bool { return byEnglish()[row].Many }
