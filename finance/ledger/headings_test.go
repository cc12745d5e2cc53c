package ledger

import "testing"

func TestWithoutDigits(t *testing.T) {
	for cell, want := range map[string]string{
		"":                           "",
		"Cost Centre":                "cost centre",
		" Page  12 of 300\n":         "page 0 of 0",
		"0":                          "0",
		"00":                         "0",
		"12 July 2025, 10:45":        "0 july 0, 0:0",
		"AB12CD3":                    "ab0cd0",
		"\u0663 Eilean Siar 2025/26": "\u0663 eilean siar 0/0", // another script's digit is no number of a page
	} {
		if got := withoutDigits(cell); got != want {
			t.Errorf("%q: %q, want %q", cell, got, want)
		}
		if got, ok := plainWithoutDigits(nil, cell); ok && string(got) != want {
			t.Errorf("%q: %q as a plain cell, want %q", cell, got, want)
		}
	}
}
