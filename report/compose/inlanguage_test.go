package compose_test

import (
	"strings"
	"testing"

	"apr/internal/document"
	"apr/regs"
	"apr/report/compose"
)

// inGerman is the example's report in a language that no source has words in, with some
// of apr's words in it.
func inGerman(t *testing.T, words map[string]string) *document.Document {
	t.Helper()
	r, result := load(t, example)
	r.Config.Language, r.Config.Words = "de", words
	doc, err := compose.Compose(r, func() *regs.Result { return result }, compose.Options{})
	if err != nil {
		t.Fatal(err)
	}
	return doc
}

// A provision has a small letter in the middle of an English sentence. Words that are given
// keep theirs.
func TestProvisionsKeepTheirLetters(t *testing.T) {
	doc := inGerman(t, map[string]string{"Regulation {regulation}": "Verordnung {regulation}"})
	found := map[string]bool{}
	w := document.Walker{Block: func(b document.Block) error {
		if b, ok := b.(*document.StatutoryReference); ok {
			kind, _, _ := strings.Cut(b.Provisions[0], " ")
			found[kind+" "+b.Lang] = true
		}
		return nil
	}}
	_ = w.Walk(doc) // the function doesn't fail
	if len(found) != 2 || !found["Verordnung "] || !found["section en"] {
		t.Errorf("found %v", found)
	}
}
