package mapping

import (
	"encoding/json"
	"fmt"
	"strings"
	"testing"

	"apr/finance"
)

// proposals are of a ledger whose cost centres nothing is known of, one more than
// are listed.
func proposals() []Proposal {
	s := &finance.Survey{
		Spec:    finance.LedgerSpec{File: "data/l.csv", Partner: "NHS"},
		Columns: []finance.SurveyedColumn{{Header: "Net", Name: "amount", Examples: []string{"1.00", "2.00"}}, {Header: "Memo"}},
		Ledger:  finance.Ledger{Lines: 30, Total: 100_00, Unclassified: 21, UnclassifiedTotal: 21_00},
	}
	p := Proposal{Survey: s}
	for i := range shownCentres + 1 {
		p.Left = append(p.Left, finance.UnclassifiedGroup{CostCentre: fmt.Sprintf("C%02d", i), Lines: 1, Total: 1_00})
	}
	return []Proposal{p}
}

func TestText(t *testing.T) {
	var b strings.Builder
	if err := Text(&b, proposals()); err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"data/l.csv (NHS): 30 lines, ", "  amount      Net   1.00; 2.00\n  (not used)  Memo", "unclassified: 21 lines of 0 cost centres", "C19", "  and 1 more\n"} {
		if !strings.Contains(b.String(), want) {
			t.Errorf("%s\nlacks %q", b.String(), want)
		}
	}
	if strings.Contains(b.String(), "C20") || strings.Contains(b.String(), "proposed for apr.yaml") {
		t.Errorf("lists too much:\n%s", b.String())
	}
}

// JSON has every cost centre, and lists where nothing is proposed.
func TestJSON(t *testing.T) {
	var b strings.Builder
	if err := JSON(&b, proposals()); err != nil {
		t.Fatal(err)
	}
	var back struct {
		Ledgers []struct {
			Total string
			Rules []any
			Left  []map[string]any
		}
	}
	if err := json.Unmarshal([]byte(b.String()), &back); err != nil {
		t.Fatal(err)
	}
	l := back.Ledgers[0]
	if l.Total != "100.00" || l.Rules == nil || len(l.Rules) != 0 || len(l.Left) != shownCentres+1 || l.Left[20]["total"] != "1.00" {
		t.Errorf("got %s", b.String())
	}
}
