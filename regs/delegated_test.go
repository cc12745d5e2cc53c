package regs

import (
	"strings"
	"testing"

	"apr/finance"
	"apr/internal/project"
)

// Lines that are left out as not delegated are the authority's where a text says so.
func TestLeftOutThoughDelegated(t *testing.T) {
	for _, c := range []struct{ why, name, text, want string }{
		{"not delegated by the scheme", "School nursing", "The council delegates social work, and NHS Moor school nursing and physiotherapy.",
			`the text says "The council delegates social work, and NHS Moor school nursing and physiotherapy", and School nursing of the ledger l.csv is left out as "not delegated by the scheme"`},
		{"outside the board's scheme", "Children’s health, east", "The board answers for children's health.", "Children’s health, east of the ledger l.csv is left out"},
		{"not delegated", "School nursing", "School nursing isn't delegated; it stays with the health board.", ""},
		{"not delegated", "School nursing", "All but school nursing is delegated, which remains with NHS Moor.", ""},
		{"not delegated", "School nursing", "Staff of school nursing met in May.", ""},
		{"paid for by a grant", "School nursing", "The board answers for school nursing.", ""},
		{"not delegated", "Nursing", "The board answers for school nursing homes.", "Nursing of the ledger"},
		{"not delegated", "Paediatric therapies", "Since 2022 the board answers for children's health, and for adults.", "Paediatric therapies of the ledger"},
		{"not delegated", "Gritting", "The council delegates social work.", ""},
	} {
		r := &project.Project{Config: &project.Config{}, Narrative: &project.Narrative{}, Account: &finance.Account{Ledgers: []finance.Ledger{
			{File: "l.csv", Partner: "NHS Moor", Kind: finance.Actual, Exclusions: []finance.Exclusion{{Why: c.why, Centres: []string{c.name}}}}}}}
		r.Narrative.Reg10.Learning = text(c.text)
		var got []string
		for _, p := range excludedThoughOurs(r) {
			got = append(got, p.Message)
		}
		if all := strings.Join(got, "\n"); (all == "") != (c.want == "") || !strings.Contains(all, c.want) {
			t.Errorf("%s: %q; want %q", c.text, all, c.want)
		}
	}
}
