package ledgertest

import (
	"testing/fstest"

	"apr/finance"
	"apr/internal/source"
)

// Files makes a file system of names and contents.
func Files(pairs ...string) fstest.MapFS {
	fsys := fstest.MapFS{}
	for i := 0; i < len(pairs); i += 2 {
		fsys[pairs[i]] = &fstest.MapFile{Data: []byte(pairs[i+1])}
	}
	return fsys
}

// At is a position in apr.yaml.
func At(line int) source.Position { return source.Position{File: "apr.yaml", Line: line, Column: 5} }

func Pence(m finance.Money) *finance.Money { return &m }

// Columns of the ledgers in these tests.
var Columns = map[string]string{"cost_centre": "Cost centre", "account": "Account", "amount": "Amount"}

// Small is a specification with two partners and every kind of rule.
func Small() finance.Spec {
	return finance.Spec{
		Year: 2025,
		Ledgers: []finance.LedgerSpec{
			{File: "nhs.csv", Partner: "NHS", Position: At(10), Columns: Columns, Funding: finance.Delegated},
			{File: "council.csv", Partner: "Council", Position: At(20), Columns: Columns, Funding: finance.Delegated},
		},
		Rules: []finance.Rule{
			{When: map[string]string{"cost_centre": "W*"}, Matter: finance.Inpatient, Funding: finance.SetAside, Service: "Wards", Position: At(30)},
			{When: map[string]string{"partner": "nhs"}, Matter: finance.OtherHealth, Apportion: "population", Service: "Community", Position: At(31)},
			{When: map[string]string{"account": "4000-4099"}, Matter: finance.CareHome, Service: "Care homes", Position: At(32)},
			{When: map[string]string{"account": "4100-4199|4300"}, Matter: finance.OtherSocialCare, CareGroup: "Older people", Position: At(33)},
			{When: map[string]string{"cost_centre": "N*"}, Locality: "North", Position: At(34)},
			{When: map[string]string{"cost_centre": "S*"}, Locality: "South", Position: At(35)},
		},
		Apportions: []finance.Apportionment{{Name: "population", Method: "Population", Position: At(40),
			Shares: []finance.Share{{Locality: "North", PPM: 333_333}, {Locality: "South", PPM: 666_667}}}},
		Localities: []string{"North", "South"},
		CareGroups: []string{"Older people"},
	}
}

const NHS = "Cost centre,Account,Amount\nW1,1000,100.00\nP1,2000,50.01\nP2,2000,\n"

const Council = "Cost centre,Account,Amount\nN1,4010,30.00\nS1,4150,20.00\nX9,9999,5.00\nX9,9998,-1.50\nTotal,,53.50\n"
