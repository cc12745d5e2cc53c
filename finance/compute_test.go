package finance

import (
	"context"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"

	"apr/internal/source"
)

// files makes a file system of names and contents.
func files(pairs ...string) fstest.MapFS {
	fsys := fstest.MapFS{}
	for i := 0; i < len(pairs); i += 2 {
		fsys[pairs[i]] = &fstest.MapFile{Data: []byte(pairs[i+1])}
	}
	return fsys
}

// at is a position in apr.yaml.
func at(line int) source.Position { return source.Position{File: "apr.yaml", Line: line, Column: 5} }

func pence(m Money) *Money { return &m }

// columns of the ledgers in these tests.
var columns = map[string]string{"cost_centre": "Cost centre", "account": "Account", "amount": "Amount"}

// small is a specification with two partners and every kind of rule.
func small() Spec {
	return Spec{
		Year: 2025,
		Ledgers: []LedgerSpec{
			{File: "nhs.csv", Partner: "NHS", Position: at(10), Columns: columns, Funding: Delegated},
			{File: "council.csv", Partner: "Council", Position: at(20), Columns: columns, Funding: Delegated},
		},
		Rules: []Rule{
			{When: map[string]string{"cost_centre": "W*"}, Matter: Inpatient, Funding: SetAside, Service: "Wards", Position: at(30)},
			{When: map[string]string{"partner": "nhs"}, Matter: OtherHealth, Apportion: "population", Service: "Community", Position: at(31)},
			{When: map[string]string{"account": "4000-4099"}, Matter: CareHome, Service: "Care homes", Position: at(32)},
			{When: map[string]string{"account": "4100-4199|4300"}, Matter: OtherSocialCare, CareGroup: "Older people", Position: at(33)},
			{When: map[string]string{"cost_centre": "N*"}, Locality: "North", Position: at(34)},
			{When: map[string]string{"cost_centre": "S*"}, Locality: "South", Position: at(35)},
		},
		Apportions: []Apportionment{{Name: "population", Method: "Population", Position: at(40),
			Shares: []Share{{"North", 333_333}, {"South", 666_667}}}},
		Localities: []string{"North", "South"},
		CareGroups: []string{"Older people"},
	}
}

const nhsLedger = "Cost centre,Account,Amount\nW1,1000,100.00\nP1,2000,50.01\nP2,2000,\n"

const councilLedger = "Cost centre,Account,Amount\nN1,4010,30.00\nS1,4150,20.00\nX9,9999,5.00\nX9,9998,-1.50\nTotal,,53.50\n"

func TestComputeAddsUpByEveryDimension(t *testing.T) {
	a, err := Compute(context.Background(), files("nhs.csv", nhsLedger, "council.csv", councilLedger), small())
	if err != nil {
		t.Fatal(err)
	}
	if len(a.Problems) > 0 {
		t.Errorf("problems: %v", a.Problems)
	}
	got := map[string]string{"spend": a.Spend.String(), "unallocated": a.Unallocated.Spend.String(), "unclassified": a.Unclassified.Spend.String()}
	for _, lines := range [][]Line{a.Matters, a.CareGroups, a.Localities, a.Partners, a.Fundings, a.Services} {
		for _, l := range lines {
			got[l.Name] = l.Spend.String()
			if !l.Spend.Known {
				got[l.Name] = "unknown"
			}
		}
	}
	want := map[string]string{
		"spend": "203.51", "unclassified": "3.50",
		Inpatient.Name(): "100.00", OtherHealth.Name(): "50.01", CareHome.Name(): "30.00", OtherSocialCare.Name(): "20.00",
		UnpaidCarers.Name(): "unknown", // no rule names it, so nothing says that it is zero
		"Older people":      "20.00",
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
	if p := a.Matter(CareHome).Spend; p.Lines != 1 || p.Position.String() != "council.csv:2" || p.Files[0] != "council.csv" {
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
