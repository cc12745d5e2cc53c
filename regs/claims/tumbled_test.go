package claims

import (
	"testing"

	"apr/regs/claims/facts"
	"apr/regs/claims/language"
)

// People who fall aren't a figure that does.
func TestPeopleFell(t *testing.T) {
	f := facts.Of(load(t, "../../examples/ardenmuir"))
	for text, moves := range map[string]bool{
		`In every 1,000, {{ value "NI16" }} older people fell and went to hospital (NI16).`: false,
		`We spent more, and {{ value "NI16" }} older people in 1,000 fell.`:                 false,
		"Of the older people who fell in our own homes, 41 came to the class.":              false,
		"Older people fell at home more often than outside.":                                false,
		"More older people fell and were taken to hospital.":                                false,
		"In winter 40 residents fell.":                                                      false,
		"Fewer people had fallen before they came to us.":                                   false,
		"The number of older people admitted fell.":                                         true,
		"Admissions of older people fell.":                                                  true,
		"Spending on older people fell.":                                                    true,
		"Older people fell by 3% in our budget.":                                            true,
		"Emergency admissions (NI12) of adults fell.":                                       true,
		"The rate of falls among people aged 65 and over fell.":                             true,
		"Bed days (NI13) per 100,000 adults have fallen since.":                             true,
		"Emergency admissions (NI12) per 100,000 adults fell in every year.":                true,
		"Falls (NI16) fell to 21.0.":                                                        true,
		`Emergency admissions (NI12) of {{ value "NI12" }} fell again.`:                     true,
	} {
		r, s := reading(t, f, text)
		st := &statement{reader: r, items: r.lex(r.tokens(s)), start: s.Start, end: s.End}
		st.peopleFell()
		got := false
		for _, it := range st.items {
			got = got || it.Class == language.IsMove && !it.Adj
		}
		if got != moves {
			t.Errorf("%q says that a figure moved: %v, want %v", text, got, moves)
		}
	}
}
