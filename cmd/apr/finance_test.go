package main

import (
	"encoding/json"
	"strings"
	"testing"

	"apr/finance"
	"apr/internal/source"
	"apr/report"
)

// What the text of apr finance says of unclassified lines is in its JSON too.
func TestFinanceTellsWhatIsUnclassified(t *testing.T) {
	at := source.Position{File: "data/nhs.csv", Line: 7}
	ledger := finance.Ledger{
		File: "data/nhs.csv", Lines: 9, Unclassified: 5, UnclassifiedTotal: 12_34,
		Largest:  []finance.UnclassifiedGroup{{CostCentre: "0203", Description: "Wards", Lines: 2, Total: 10_00, Position: at}},
		Overflow: &finance.UnclassifiedGroup{Lines: 3, Total: 2_34, Position: at},
	}
	r := &report.Report{Project: &report.Project{}, Account: &finance.Account{Ledgers: []finance.Ledger{ledger}}}
	data, err := json.Marshal(financeJSON(r))
	if err != nil {
		t.Fatal(err)
	}
	var text strings.Builder
	writeLedger(&text, ledger)
	for in, wants := range map[string][]string{
		string(data): {
			`"unmapped_groups":[{"cost_centre":"0203","description":"Wards","lines":2,"total":"10.00","position":{"file":"data/nhs.csv","line":7}}]`,
			`"unmapped_beyond":{"lines":3,"total":"2.34","position":{"file":"data/nhs.csv","line":7}}`,
		},
		text.String(): {`cost centre "0203" Wards: 2 lines, 10.00`, "data/nhs.csv:7: there are too many cost centres to tell all apart; the others, from here on: 3 lines, 2.34"},
	} {
		for _, w := range wants {
			if !strings.Contains(in, w) {
				t.Errorf("%s\nlacks %s", in, w)
			}
		}
	}
}
