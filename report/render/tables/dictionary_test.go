package tables

import (
	"strings"
	"testing"

	"apr/internal/document"
)

// The dictionary names the values of the column judgement as the data have them, in every
// language.
func TestTheDictionaryNamesTheJudgements(t *testing.T) {
	const row = "Where the report judges the value, one of {values}; empty otherwise"
	for _, m := range []*document.Meta{{}, {Language: "gd", OwnLanguage: "en", OwnWords: map[string]string{row: "«{values}»"}}} {
		dictionary, err := Dictionary(m)
		if err != nil {
			t.Fatal(err)
		}
		for line := range strings.Lines(string(dictionary)) {
			if !strings.HasPrefix(line, "judgement,") {
				continue
			}
			for _, s := range []document.Status{
				document.StatusBetter, document.StatusWorse, document.StatusSame, document.StatusMet,
				document.StatusMissing, document.StatusGreen, document.StatusAmber, document.StatusRed,
			} {
				if !strings.Contains(line, string(s)) {
					t.Errorf("%q doesn't name %q", line, s)
				}
			}
			if strings.Contains(line, "{") || m.Language == "gd" && !strings.Contains(line, "«better, ") {
				t.Errorf("the line is %q", line)
			}
		}
	}
}
