package wording

import (
	"strings"

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

// CutForm cuts the other form of many off a row: "{number} services" and " (few)".
func CutForm(row string) (of, form string) {
	for _, f := range forms {
		if of, ok := strings.CutSuffix(row, f.name); ok && IsMany(of) {
			return of, f.name
		}
	}
	return row, ""
}

// HasForm reports whether a language has a form for one of the numbers that reports count:
// " (few)" of Polish for 3.
func HasForm(lang, form string) bool {
	tag := language.Make(lang)
	for _, f := range forms {
		if f.name != form {
			continue
		}
		for n := range mostCounted {
			if plural.Cardinal.MatchPlural(tag, n, 0, 0, 0, 0) == f.form {
				return true
			}
		}
	}
	return false
}

// mostCounted is above the numbers after which forms come again in all languages.
const mostCounted = 201

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
