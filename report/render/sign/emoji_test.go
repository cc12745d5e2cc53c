package sign

import "testing"

func TestSpell(t *testing.T) {
	latin := func(r rune) bool { return r < 0x250 }
	for in, want := range map[string]string{
		"Plain words": "Plain words",
		"\U0001f3f4\U000e0067\U000e0062\U000e0073\U000e0063\U000e0074\U000e007f Alba": "[flag of Scotland] Alba",
		"\U0001f1ec\U0001f1e7!":                      "[flag of United Kingdom]!",
		"Well done \U0001f44f\U0001f3fd":             "Well done [clapping hands sign]",
		"\U0001f468\u200d\U0001f469\u200d\U0001f467": "[man, woman, girl]",
		// Signs are drawn, letters of any script stay, and so does what can be printed.
		"✔ and ⭐ and 🟢": "✔ and ⭐ and 🟢",
		"中文，句。":         "中文，句。",
		"x → y ≤ z":     "x → y ≤ z",
	} {
		covered := func(r rune) bool { return latin(r) || r == '→' }
		if got := Spell(in, covered); got != want {
			t.Errorf("%q became %q, want %q", in, got, want)
		}
	}
}
