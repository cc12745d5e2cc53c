package tallies

import (
	"strings"
	"testing"

	"apr/internal/source"
	"apr/internal/yamlpos"
	"apr/regs/claims/claim"
	"apr/regs/claims/facts/factstest"
	"apr/regs/claims/language"
	"apr/regs/claims/lex"
	"apr/regs/sentence"
)

// TestClaims has counts of commitments and of local measures held against the facts: these are right, these are wrong, and
// of these nothing is said.
func TestClaims(t *testing.T) {
	const right, unread = "right", ""
	f := factstest.Of(t, "../../../examples/carrickmoor")
	d := language.NewDictionary(f)
	l := language.NewLexicon(d)
	words, counts := lex.NewReader(f, d, l, f.ByID()), NewReader(f)
	for text, want := range map[string]string{
		"Of our plan's 24 commitments 15 were met, six in part and three not.":     right,
		"Of our plan's 24 commitments 13 were met.":                                "the text has 13; there are 15 commitments that were met, of 24",
		"Of the plan's 24 commitments 15 were met, five in part and three not.":    "the text has five; there are 6 commitments that were met in part, of 24",
		"All but three of the plan's 24 commitments were met, in full or in part.": right,
		"Fifteen of the plan's 26 commitments were met.":                           "the text has 26; there are 24 commitments",
		"Three quarters of our commitments were met.":                              "the text has three quarters; there are 15 commitments that were met, of 24",
		"Fair chances had five commitments, of which three were met.":              right,
		"Fair chances had five commitments, of which four were met.":               "the text has four; there are 3 commitments that were met under fair chances, of 5",
		"Five of our 14 local measures are green.":                                 right,
		"Six of our 14 local measures are green.":                                  "the text has six; there are 5 local measures that are green, of 14",
		"Four of our 14 local measures are amber and four red.":                    right,
		"The plan's 22 commitments have all been reviewed.":                        unread,
		"We asked whether twelve of the 24 commitments could be met in a year.":    unread,
		"Of the nine commitments that could be measured, four were met.":           unread,
		"Last year 11 of the 24 commitments had been met.":                         unread,
	} {
		p := sentence.NewPassage("opening.about", yamlpos.NewText(text, source.Position{File: "opening.yaml", Line: 1, Column: 1}))
		s := p.Sentences()[0]
		got := ""
		held, _ := counts.Claims(s, words.Items(words.Tokens(s), lex.Context{Passage: p}))
		for _, c := range held {
			if got == "" && c.Verdict == claim.Confirmed {
				got = right
			}
			if c.Verdict == claim.Contradicted {
				got = c.Message
			}
		}
		if got != want {
			t.Errorf("%q: %s, want %s", text, strings.TrimSpace(got), want)
		}
	}
}
