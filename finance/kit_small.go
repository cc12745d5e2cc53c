package finance

import (
	"testing/fstest"

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
