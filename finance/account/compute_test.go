package account

import (
	"context"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"apr/finance"
	"apr/finance/internal/ledgertest"
	"apr/internal/source"
)

func TestComputeAddsUpByEveryDimension(t *testing.T) {
	a, err := Compute(context.Background(), ledgertest.Files("nhs.csv", ledgertest.NHS, "council.csv", ledgertest.Council), ledgertest.Small())
	if err != nil {
		t.Fatal(err)
	}
	if len(a.Problems) > 0 {
		t.Errorf("problems: %v", a.Problems)
	}
	got := map[string]string{"spend": a.Spend.String(), "unallocated": a.Unallocated.Spend.String(), "unclassified": a.Unclassified.Spend.String()}
	for _, lines := range [][]finance.Line{a.Matters, a.CareGroups, a.Localities, a.Partners, a.Fundings, a.Services} {
		for _, l := range lines {
			got[l.Name] = l.Spend.String()
			if !l.Spend.Known {
				got[l.Name] = "unknown"
			}
		}
	}
	want := map[string]string{
		"spend": "203.51", "unclassified": "3.50",
		finance.Inpatient.Name(): "100.00", finance.OtherHealth.Name(): "50.01", finance.CareHome.Name(): "30.00", finance.OtherSocialCare.Name(): "20.00",
		finance.UnpaidCarers.Name(): "unknown", // no rule names it, so nothing says that it is zero
		"Older people":              "20.00",
		// The wards, which come first, name no locality; the next rule that matches does.
		"North": "80.00", "South": "120.01", "unallocated": "3.50",
		"NHS": "150.01", "Council": "53.50",
		"Set-aside": "100.00", "Delegated": "103.51", "Hosted": "unknown",
		"Wards": "100.00", "Community": "50.01", "Care homes": "30.00", "Other services": "23.50",
	}
	if d := cmp.Diff(want, got); d != "" {
		t.Errorf("account (-want +got):\n%s", d)
	}
	council := a.Ledgers[1]
	if council.Lines != 5 || council.Classified != 2 || council.Unclassified != 2 || council.Totals != 1 || council.Zero != 0 {
		t.Errorf("council: %+v", council)
	}
	if g := council.Largest; len(g) != 1 || g[0].CostCentre != "X9" || g[0].Lines != 2 || g[0].Total != 350 || g[0].Position.Line != 4 {
		t.Errorf("largest: %+v", g)
	}
	if nhs := a.Ledgers[0]; nhs.Zero != 1 || nhs.Lines != 3 {
		t.Errorf("nhs: %+v", nhs)
	}
	if p := matterOf(a, finance.CareHome).Spend; p.Lines != 1 || p.Position.String() != "council.csv:2" || p.Files[0] != "council.csv" {
		t.Errorf("provenance: %+v", p)
	}
}

// messages are the problems as users read them.
func messages(problems []*source.Problem) string {
	var b strings.Builder
	for _, p := range problems {
		b.WriteString(p.Code + " " + p.Error() + "\n")
		for _, r := range p.Related {
			b.WriteString("    " + r.Position.String() + ": " + r.Message + "\n")
		}
	}
	return b.String()
}
