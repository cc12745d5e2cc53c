package wording

import (
	"slices"
	"testing"
)

func TestFill(t *testing.T) {
	const row = "Spend on {what} in {year}"
	for _, c := range []struct {
		words, want string
		values      []any
	}{
		{row, "Spend on care in 2025/26", []any{"care", "2025/26"}},
		{"{year}: {what}, {what}", "2025/26: care, care", []any{"care", "2025/26"}},
		{"{year}{what}", "{what}{year}", []any{"{year}", "{what}"}},
		{row, "Spend on care in {year}", []any{"care"}},
		{"{ {Year} {what} {year", "{ {Year} 1 {year", []any{1, 2}},
	} {
		if got := Fill(row, c.words, c.values...); got != c.want {
			t.Errorf("Fill(%q, %v) = %q; want %q", c.words, c.values, got, c.want)
		}
	}
	if got := Fill("as it {is", "as it {is"); got != "as it {is" {
		t.Errorf("got %q", got)
	}
}

func TestPlaces(t *testing.T) {
	if got := Places("{b}{a} and {b}{"); !slices.Equal(got, []string{"b", "a"}) {
		t.Errorf("got %q", got)
	}
	for words, want := range map[string]bool{"{b} {a}": true, "{a}{b}{a}": true, "{a}": false, "{a}{b}{c}": false, "": false} {
		if got := SamePlaces("{a} of {b}", words); got != want {
			t.Errorf("SamePlaces of %q: %v", words, got)
		}
	}
}

func TestLooseBrackets(t *testing.T) {
	for words, want := range map[string]bool{"{a} of {b}": false, "": false, "a": false, "{{a}}": true, "{A}": true, "{ a }": true, "{a": true, "a}": true, "{a}}": true} {
		if got := LooseBrackets(words); got != want {
			t.Errorf("LooseBrackets(%q) = %v", words, got)
		}
	}
}

// Forms are those of CLDR for whole numbers:
// https://www.unicode.org/cldr/charts/latest/supplemental/language_plural_rules.html
func TestForms(t *testing.T) {
	for lang, want := range map[string][]string{
		"gd": {" (two)", " (few)"}, "pl": {" (few)", " (many)"}, "ar": {" (zero)", " (two)", " (few)", " (many)"}, "cy": {" (zero)", " (two)", " (few)", " (many)"}, "ja": nil, "de": nil,
	} {
		var got []string
		for _, f := range forms {
			if HasForm(lang, f.name) {
				got = append(got, f.name)
			}
		}
		if !slices.Equal(got, want) {
			t.Errorf("%s has %q; want %q", lang, got, want)
		}
	}
	if of, form := CutForm("{number} services (few)"); of != "{number} services" || form != " (few)" {
		t.Errorf("got %q and %q", of, form)
	}
	if of, form := CutForm("Best value (few)"); of != "Best value (few)" || form != "" {
		t.Errorf("got %q and %q", of, form)
	}
}
