package suggest_test

import (
	"testing"
	"testing/fstest"

	"apr/finance"
	"apr/finance/account"
	"apr/finance/suggest"
	"apr/internal/period"
)

// The rules that are suggested for a ledger classify just what they say.
func TestSuggestionsClassify(t *testing.T) {
	const text = "Cost Centre,Cost Centre Description,Actual\n" +
		"0101,Care homes,10.00\n0102,Care homes,20.00\n0103,Care homes,30.00\n0105,Care at home,5.00\n0109,Roads,1.00\n"
	s, err := suggest.SurveyLedger(t.Context(), fstest.MapFS{"l.csv": {Data: []byte(text)}}, finance.Spec{Year: 2025}, finance.LedgerSpec{File: "l.csv", Partner: "P"})
	if err != nil {
		t.Fatal(err)
	}
	suggestions, _ := s.Suggest(suggest.Council)
	spec := finance.Spec{Year: period.Year(2025), Ledgers: []finance.LedgerSpec{s.Spec}}
	for _, one := range suggestions {
		spec.Rules = append(spec.Rules, one.Rule)
	}
	account, err := account.Compute(t.Context(), fstest.MapFS{"l.csv": {Data: []byte(text)}}, spec)
	if err != nil {
		t.Fatal(err)
	}
	for _, one := range suggestions {
		for _, m := range account.Matters {
			if m.ID == string(one.Matter) && (m.Spend.Money != one.Total || m.Spend.Lines != one.Lines) {
				t.Errorf("%s: %s in %d lines, suggested were %s in %d", m.ID, m.Spend, m.Spend.Lines, one.Total, one.Lines)
			}
		}
	}
	if l := account.Ledgers[0]; l.Unclassified != 1 || l.UnclassifiedTotal != 100 {
		t.Errorf("%d lines are unclassified, %s", l.Unclassified, l.UnclassifiedTotal)
	}
}
