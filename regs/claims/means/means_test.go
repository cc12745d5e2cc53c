package means

import (
	"testing"

	"apr/internal/source"
	"apr/internal/yamlpos"
	"apr/regs/claims/claim"
	"apr/regs/claims/facts/factstest"
	"apr/regs/claims/language"
	"apr/regs/sentence"
)

// TestClaims has sentences about a year in which £250.4m were spent, more than was planned and than was paid or set
// aside: they are right, wrong, or nothing is said of them.
func TestClaims(t *testing.T) {
	f := factstest.Of(t, "../../../examples/carrickmoor")
	l := language.NewLexicon(language.NewDictionary(f))
	const right, wrong, unread = "right", "wrong", ""
	for text, want := range map[string]string{
		"We spent more than we were given.":                                right,
		"We again spent less than we were given.":                          wrong,
		"The partnership spent less than planned.":                         wrong,
		"We lived within our means.":                                       wrong,
		"The board broke even.":                                            wrong,
		"In 2025/26 the board as a whole spent £250.4m, less than it had.": wrong,
		"In 2025/26 the board as a whole spent £20.0m, less than it had.":  unread, // on something
		"We spent {{ spend \"total\" }}. That is more than we planned.":    right,
		"We spent {{ spend \"total\" }}. That is less than we planned.":    wrong,
		"That is less than we planned.":                                    unread,
		"We didn't use all that we had: we spent £250.4m.":                 wrong,
		"We spent £250.4m and nothing was left over.":                      right,
		"We did not live within our means.":                                unread,
		"We hope that the board broke even.":                               unread,
		"Next year we will have lived within our means.":                   unread,
		"In Glenside we spent less than we were given.":                    unread,
		"On home care we spent less than we were given.":                   unread,
		"We spent less than we had feared.":                                unread,
		"In 2031/32 we spent less than we were given.":                     unread,
	} {
		p := sentence.NewPassage("opening.foreword", yamlpos.NewText(text, source.Position{File: "f.yaml", Line: 1, Column: 1}))
		got := unread
		for _, s := range p.Sentences() {
			for _, c := range Claims(f, s, l.Tokens(nil, s), nil) {
				if got = right; c.Verdict == claim.Contradicted {
					got = wrong
				}
			}
		}
		if got != want {
			t.Errorf("%s: %q, want %q", text, got, want)
		}
	}
}
