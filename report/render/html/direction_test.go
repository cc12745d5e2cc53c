package html

import (
	"strings"
	"testing"

	"apr/internal/document/documenttest"
	"apr/templates"
)

// A page in a language that is written from right to left runs so, and its passages in
// English and its charts run from left to right.
func TestThePageRunsAsItsLanguageDoes(t *testing.T) {
	for lang, want := range map[string]string{"ur": "rtl", "ar-SA": "rtl", "en-GB": "", "gd": "", "ur-Latn": ""} {
		doc := documenttest.OneOfEach()
		doc.Meta.Language = lang
		p := read(t, doc)
		if got := attr(p.all("html")[0], "dir"); got != want {
			t.Errorf("the page in %q has the direction %q; want %q", lang, got, want)
		}
		style := scriptText(p.all("style")[0])
		if has := strings.Contains(style, "svg { direction: ltr; }"); has != (want == "rtl") {
			t.Errorf("the style of the page in %q has rules for such languages: %v", lang, has)
		}
	}
}

func TestOwnPageWithoutDirection(t *testing.T) {
	doc := documenttest.OneOfEach()
	doc.Templates = map[string]string{templates.Page: strings.Replace(ownPage(t), `{{with .Direction}} dir="{{.}}"{{end}}`, "", 1)}
	if _, err := Render(doc, standIns(doc)); err != nil {
		t.Errorf("in English: %v", err)
	}
	doc.Meta.Language = "ur"
	if _, err := Render(doc, standIns(doc)); err == nil || !strings.Contains(err.Error(), "from right to left") {
		t.Errorf("in Urdu: %v", err)
	}
}
