package wording_test

import (
	"slices"
	"testing"

	"apr/internal/wording"
)

func TestList(t *testing.T) {
	for want, words := range map[string][]string{
		"": nil, "a": {"a"}, "a and b": {"a", "b"}, "a, b and c": {"a", "b", "c"},
	} {
		if got := wording.List(words); got != want {
			t.Errorf("got %q; want %q", got, want)
		}
	}
}

func TestCount(t *testing.T) {
	for want, got := range map[string]string{
		"0 lines": wording.Count(0, "line"), "1 line": wording.Count(1, "line"), "2000 lines": wording.Count(2000, "line"),
		"1 authority": wording.Count(1, "authority", "authorities"), "3 days ago": wording.Count(3, "day ago", "days ago"),
	} {
		if got != want {
			t.Errorf("got %q; want %q", got, want)
		}
	}
}

func TestOrdinal(t *testing.T) {
	for n, want := range map[int]string{1: "1st", 2: "2nd", 3: "3rd", 4: "4th", 11: "11th", 12: "12th", 13: "13th", 21: "21st", 31: "31st", 111: "111th"} {
		if got := wording.Ordinal(n); got != want {
			t.Errorf("got %s; want %s", got, want)
		}
	}
}

func TestOneLine(t *testing.T) {
	if got, want := wording.OneLine("\n two  words\r\n\tand\u00a0one "), "two words and one"; got != want {
		t.Errorf("got %q; want %q", got, want)
	}
}

// Characters are counted, not bytes: a Gaelic word is as wide as it looks.
func TestWrap(t *testing.T) {
	for _, c := range []struct {
		text  string
		width int
		want  []string
	}{
		{"", 10, []string{""}},
		{"one two three", 7, []string{"one two", "three"}},
		{"òigridh à", 9, []string{"òigridh à"}},
		{"a unbreakable b", 5, []string{"a", "unbreakable", "b"}},
	} {
		if got := wording.Wrap(c.text, c.width); !slices.Equal(got, c.want) {
			t.Errorf("%q at %d: got %q; want %q", c.text, c.width, got, c.want)
		}
	}
}

func TestFirstLetters(t *testing.T) {
	for s, want := range map[string][2]string{ // a capital first, a small first
		"":                {"", ""},
		"òigridh agus":    {"Òigridh agus", "òigridh agus"},
		"Òigridh agus":    {"Òigridh agus", "òigridh agus"},
		"Èistibh":         {"Èistibh", "èistibh"},
		"Older people":    {"Older people", "older people"},
		"GP services":     {"GP services", "GP services"},
		"A home":          {"A home", "A home"},
		"x":               {"X", "x"},
		"4 visits":        {"4 visits", "4 visits"},
		"\xb2 not UTF-8":  {"\xb2 not UTF-8", "\xb2 not UTF-8"},
		"ǆungla":          {"Ǆungla", "ǆungla"},
		"ßtraße":          {"ßtraße", "ßtraße"},
		"e\u0301tape":     {"E\u0301tape", "e\u0301tape"},
		"‘quoted’ phrase": {"‘quoted’ phrase", "‘quoted’ phrase"},
	} {
		if got := wording.Capital(s); got != want[0] {
			t.Errorf("Capital(%q) = %q; want %q", s, got, want[0])
		}
		if got := wording.SmallFirst(s); got != want[1] {
			t.Errorf("SmallFirst(%q) = %q; want %q", s, got, want[1])
		}
	}
}
