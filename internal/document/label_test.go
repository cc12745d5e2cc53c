package document_test

import (
	"strings"
	"testing"

	"apr/internal/document"
)

func TestTheSentenceAboutTheLaw(t *testing.T) {
	for want, r := range map[string]document.StatutoryReference{
		"This section answers regulation 10.":                                                     {Provisions: []string{"regulation 10"}},
		"This section answers regulation 4(1)(c) and regulation 4(3) of SSI 2014/326.":            {Provisions: []string{"regulation 4(1)(c)", "regulation 4(3)"}, Instrument: "SSI 2014/326"},
		"This section answers regulation 8(a), regulation 8(b) and regulation 8(c) of the Order.": {Provisions: []string{"regulation 8(a)", "regulation 8(b)", "regulation 8(c)"}, Instrument: "the Order"},
	} {
		if got := r.String(); got != want {
			t.Errorf("got %q; want %q", got, want)
		}
	}
}

// In another language the list is joined as that language does, and only what isn't in it
// is marked.
func TestTheSentenceAboutTheLawInAnotherLanguage(t *testing.T) {
	words := map[string]string{
		"This section answers {provisions} of {instrument}.": "Dieser Abschnitt entspricht {provisions} der {instrument}.",
		"{list} and {item}": "{list} und {item}", "{list}, {item}": "{list}; {item}",
	}
	for _, test := range []struct {
		lang, want string
		words      map[string]string
	}{
		{"", "Dieser Abschnitt entspricht Verordnung 3(a); Verordnung 3(b) und Verordnung 4 der [SSI 2014/326].", words},
		{"en", "Dieser Abschnitt entspricht [Verordnung 3(a)]; [Verordnung 3(b)] und [Verordnung 4] der [SSI 2014/326].", words},
		{"", "[This section answers ]Verordnung 3(a)[, ]Verordnung 3(b)[ and ]Verordnung 4[ of SSI 2014/326.]", nil},
	} {
		m := &document.Meta{Language: "de", OwnLanguage: "en", OwnWords: test.words}
		var got strings.Builder
		for _, i := range m.Citation(&document.StatutoryReference{Provisions: []string{"Verordnung 3(a)", "Verordnung 3(b)", "Verordnung 4"}, Lang: test.lang, Instrument: "SSI 2014/326"}) {
			if text := i.(*document.Text); text.Lang == "en" {
				got.WriteString("[" + text.Text + "]")
			} else {
				got.WriteString(text.Text)
			}
		}
		if got.String() != test.want {
			t.Errorf("got %q; want %q", got.String(), test.want)
		}
	}
}
