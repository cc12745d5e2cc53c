package wording_test

import (
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

func TestOrdinal(t *testing.T) {
	for n, want := range map[int]string{1: "1st", 2: "2nd", 3: "3rd", 4: "4th", 11: "11th", 12: "12th", 13: "13th", 21: "21st", 31: "31st", 111: "111th"} {
		if got := wording.Ordinal(n); got != want {
			t.Errorf("got %s; want %s", got, want)
		}
	}
}
