package plain

import "testing"

// What stands on lines of colons and behind pictures is no word of the text.
func TestUnfenced(t *testing.T) {
	const text = "a\n::: {.spotlight title=\"Li\\\"nk\" lang=gd}\nb :::\n> :::quotation\n:::\n"
	if got, want := Unfenced(text, true), "a\nLi\"nk\nb :::\n\n\n"; got != want {
		t.Errorf("with titles %q, want %q", got, want)
	}
	if got, want := Unfenced(text, false), "a\n\nb :::\n\n\n"; got != want {
		t.Errorf("without %q, want %q", got, want)
	}
	for from, want := range map[string]string{
		"::: x\né\n> :::\n": "     \né\n>    \n",
		"![a](b.png){width=5%} [![a](b)](c){.left} [d](e){.x} f {g}": "![a](b.png)           [![a](b)](c)        [d](e){.x} f {g}",
	} {
		if got := string(Blanked(from)); got != want {
			t.Errorf("%q: %q, want %q", from, got, want)
		}
	}
}
