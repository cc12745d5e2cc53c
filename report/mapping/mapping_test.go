package mapping

import (
	"errors"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"go.yaml.in/yaml/v3"

	"apr/finance"
)

var sample = Addition{
	Ledgers: []Ledger{{LedgerSpec: finance.LedgerSpec{File: "data/l.csv", Partner: "P", Columns: map[string]string{"amount": "Actual: net", "cost_centre": "No"}}, Remark: "Check it."}},
	Rules: []Rule{
		{Rule: finance.Rule{When: map[string]string{"cost_centre": "0100|0200", "partner": "P, Q"}, Matter: finance.CareHome, Service: "Care homes"}, Remark: "One.\nTwo."},
		{Rule: finance.Rule{When: map[string]string{"cost_centre": "9"}, Service: "Hosted"}, Remark: "To be decided.", Undecided: true},
	},
}

const sampleRules = `# One.
# Two.
- when: {cost_centre: 0100|0200, partner: 'P, Q'}
  matter: 4(2)(c)
  service: Care homes
# To be decided.
# - when: {cost_centre: "9"}
#   matter: 4(2)(?)
#   service: Hosted
`

const sampleLedger = `# Check it.
- file: data/l.csv
  partner: P
  columns:
    amount: 'Actual: net'
    cost_centre: No
`

func block(text string, spaces int) string { return string(indent([]byte(text), spaces)) }

func TestInsert(t *testing.T) {
	whole := "finance:\n  ledgers:\n" + block(sampleLedger, 4) + "  rules:\n" + block(sampleRules, 4)
	tests := []struct{ name, text, want string }{
		{"nothing of money yet", "year: 2025/26\n# finance: later\n", "year: 2025/26\n# finance: later\n\n" + whole},
		{"no line end at the end", "year: 2025/26", "year: 2025/26\n\n" + whole},
		{"an empty section", "finance:\nyear: 2025/26\n", whole + "year: 2025/26\n"},
		{"behind what is there",
			"finance:\n  # L\n  ledgers:\n    - file: a.csv\n      columns: {amount: A}\n      # to be added\n\n  # R\n  rules:\n    # first\n    - when: {a: b}\n      service: >-\n        x\n        # y\n\n# next\nyear: 2025/26 # now\n",
			"finance:\n  # L\n  ledgers:\n    - file: a.csv\n      columns: {amount: A}\n      # to be added\n" + block(sampleLedger, 4) + "\n  # R\n  rules:\n    # first\n    - when: {a: b}\n      service: >-\n        x\n        # y\n" + block(sampleRules, 4) + "\n# next\nyear: 2025/26 # now\n"},
		{"hyphens under the key",
			"finance:\n  rules:\n  - when: {a: b}\n    matter: x\n  history: h.csv\nyear: 2025/26\n",
			"finance:\n  rules:\n  - when: {a: b}\n    matter: x\n" + block(sampleRules, 2) + "  history: h.csv\n  ledgers:\n" + block(sampleLedger, 4) + "year: 2025/26\n"},
		{"a history alone", "finance:\n  history: h.csv\n\n  # rules: to come\n",
			"finance:\n  history: h.csv\n  ledgers:\n" + block(sampleLedger, 4) + "  rules:\n" + block(sampleRules, 4) + "\n  # rules: to come\n"},
		{"keys without lists", "finance:\n  ledgers:\n  rules:\n", whole},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			got, err := sample.Insert([]byte(test.text))
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(test.want, string(got)); diff != "" {
				t.Error(diff)
			}
			var read struct {
				Finance struct {
					Ledgers []struct {
						File    string
						Columns map[string]string
					}
					Rules []struct {
						When   map[string]string
						Matter string
					}
				}
			}
			if err := yaml.Unmarshal(got, &read); err != nil {
				t.Fatal(err)
			}
			last := read.Finance.Rules[len(read.Finance.Rules)-1]
			if last.When["cost_centre"] != "0100|0200" || last.When["partner"] != "P, Q" || last.Matter != "4(2)(c)" {
				t.Errorf("the last rule reads as %v", last)
			}
			if c := read.Finance.Ledgers[len(read.Finance.Ledgers)-1].Columns; c["cost_centre"] != "No" || c["amount"] != "Actual: net" {
				t.Errorf("the columns read as %v", c)
			}
		})
	}
}

func TestInsertKeepsLineEnds(t *testing.T) {
	got, err := sample.Insert([]byte("finance:\r\n  rules:\r\n    - when: {a: b}\r\nyear: 2025/26\r\n"))
	if err != nil {
		t.Fatal(err)
	}
	if n := strings.Count(string(got), "\n"); n != strings.Count(string(got), "\r\n") {
		t.Errorf("of %d line ends some are bare", n)
	}
}

func TestInsertRefuses(t *testing.T) {
	for text, flow := range map[string]bool{
		"finance: {rules: []}\n":                true,
		"finance:\n  rules: [{when: {a: b}}]\n": true,
		"finance:\n  rules: all\n":              false,
		"- a\n":                                 false,
		"":                                      false,
		"finance:\n\trules:\n":                  false,
		"finance:\n  ledgers: {file: a.csv}\n":  false,
	} {
		if got, err := sample.Insert([]byte(text)); err == nil || errors.Is(err, ErrFlow) != flow {
			t.Errorf("%q: %v, %s", text, err, got)
		}
	}
}
