package claims

import (
	"strings"
	"testing"

	"apr/internal/source"
	"apr/internal/yamlpos"
)

// TestTwice has two texts say the same thing, and then not.
func TestTwice(t *testing.T) {
	f := textsOf(t, "../../examples/carrickmoor").facts
	for _, test := range []struct {
		name, first, second string
		contradicted        bool
	}{
		{"whole", "Fifteen of its 24 commitments were met.", "The plan ends with all 24 commitments reviewed.", false},
		{"whole differs", "Fifteen of its 24 commitments were met.", "The plan ends with all 22 commitments reviewed.", true},
		{"part of a whole", "Fifteen of its 24 commitments were met.", "All 9 commitments that could be measured were.", false},
		{"no figure in the data", "Premature mortality stood at 415 per 100,000 in 2025/26.", "In 2025/26 premature mortality was 415 per 100,000.", false},
		{"no figure in the data differs", "Premature mortality stood at 415 per 100,000 in 2025/26.", "In 2025/26 premature mortality was 409 per 100,000.", true},
		{"the same sentence", "Fifteen of its 24 commitments were met, and all 22 commitments of the old plan.", "It was a good year.", false},
	} {
		var texts []Text
		for i, s := range []string{test.first, test.second} {
			texts = append(texts, Text{Name: "opening.about", Text: yamlpos.NewText(s, source.Position{File: "narrative/opening.yaml", Line: 10 * (i + 1), Column: 3})})
		}
		var found []*Claim
		for _, c := range Read(f, texts).Claims {
			if c.Verdict == Contradicted {
				found = append(found, c)
			}
		}
		switch {
		case !test.contradicted && len(found) > 0:
			t.Errorf("%s: %s", test.name, found[0].Message)
		case test.contradicted && len(found) != 1:
			t.Errorf("%s: %d findings", test.name, len(found))
		case test.contradicted:
			c := found[0]
			if c.At.Line != 20 || len(c.Evidence) != 1 || c.Evidence[0].Position.Line != 10 || !strings.Contains(c.Message, "narrative/opening.yaml:10:") {
				t.Errorf("%s: %+v", test.name, c)
			}
		}
	}
}

// TestTables adds up the columns of tables with a row of totals.
func TestTables(t *testing.T) {
	f := textsOf(t, "../../examples/carrickmoor").facts
	const table = "The year.\n\n| Priority | Commitments | Cost |\n|---|---:|---:|\n| Early | 6 | £1.2m |\n| Home | 8 | £2.4m |\n| **Total** | %TOTAL% |\n\nMore."
	for total, wrong := range map[string]int{"14 | £3.6m": 0, "15 | £3.6m": 1, "14 | £3.7m": 0, "14 | £3.9m": 1, "16 | £4.9m": 2, "n/a | £3.6m": 0} {
		r := Read(f, []Text{{Name: "opening.about", Text: yamlpos.NewText(strings.Replace(table, "%TOTAL%", total, 1), source.Position{File: "f.yaml", Line: 5, Column: 3})}})
		if got := r.Count(Contradicted); got != wrong {
			t.Errorf("%s: %d contradicted, want %d", total, got, wrong)
		}
		for _, c := range r.Claims {
			if c.Verdict == Contradicted && c.At.Line != 11 {
				t.Errorf("%s: %s", total, c.At)
			}
		}
	}
}
