package compose_test

import (
	"errors"
	"iter"
	"regexp"
	"slices"
	"strings"
	"testing"

	"apr/internal/document"
	"apr/internal/wording"
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

// What the authority says is in the report's language, wherever apr puts signs around it.
func TestTheAuthoritysWordsAreNotMarked(t *testing.T) {
	r, _ := load(t, example)
	doc := inGerman(t, allBracketed())
	var theirs []string
	for _, v := range r.Config.Accessibility.Versions {
		theirs = append(theirs, v.How, v.URL, strings.TrimPrefix(v.URL, "https://"))
	}
	for _, m := range r.Framework.Measures {
		theirs = append(append(theirs, m.Directions...), m.Priorities...)
	}
	for text := range inlineTexts(doc) {
		// Telephone numbers and addresses of a text are links in it.
		if text.Lang == "en" && slices.ContainsFunc(theirs, func(s string) bool {
			return s != "" && (strings.Contains(text.Text, s) || len(text.Text) > 3 && strings.Contains(s, strings.Trim(text.Text, ". ")))
		}) {
			t.Errorf("%q is marked as English", text.Text)
		}
	}
}

// allBracketed are words for every row that may be given.
func allBracketed() map[string]string {
	words := map[string]string{}
	for _, english := range wording.Given() {
		words[english] = bracketed(english)
	}
	return words
}

// inlineTexts are the texts of a document's lines.
func inlineTexts(doc *document.Document) iter.Seq[*document.Text] {
	return func(yield func(*document.Text) bool) {
		stop := errors.New("stop")
		w := document.Walker{Inline: func(in document.Inline) error {
			if text, ok := in.(*document.Text); ok && !yield(text) {
				return stop
			}
			return nil
		}}
		_ = w.Walk(doc) // but to stop, the function doesn't fail
	}
}

// Figures in words stay in English, for they are read again; names and units that the
// authority gives aren't English.
func TestFiguresInWordsAreEnglish(t *testing.T) {
	doc := inGerman(t, map[string]string{"better": "besser"})
	letters := regexp.MustCompile(`\pL\pL`)
	inWords := 0
	w := document.Walker{Inline: func(in document.Inline) error {
		if d, ok := in.(*document.Datum); ok {
			want := ""
			if letters.MatchString(d.Display) && d.ID != "authority" {
				want = "en"
				inWords++
			}
			if d.Lang != want {
				t.Errorf("%s, %q, is marked as %q; want %q", d.ID, d.Display, d.Lang, want)
			}
		}
		return nil
	}}
	_ = w.Walk(doc) // the function doesn't fail
	if inWords < 50 {
		t.Errorf("%d figures are in words", inWords)
	}
}
