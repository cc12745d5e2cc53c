package document_test

import (
	"testing"

	"apr/report/document"
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
