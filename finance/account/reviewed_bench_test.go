package account

import (
	"os"
	"testing"

	"apr/finance"
)

// BenchmarkReviewed reads a ledger of 6,000 lines that are held against each other.
func BenchmarkReviewed(b *testing.B) {
	spec := finance.Spec{Year: 2025, Ledgers: []finance.LedgerSpec{{File: "moorland-ledger-2025-26.csv", Partner: "NHS Moorland", Columns: map[string]string{
		"cost_centre": "Cost Centre", "description": "Cost Centre Description", "account": "Account",
		"account_description": "Account Description", "amount": "Actual for Period", "plan": "Budget for Period"}}}}
	for _, letters := range []string{"S0101*", "P*|H*", "R*|G*", "N*|K*|T*", "*"} {
		spec.Rules = append(spec.Rules, finance.Rule{When: map[string]string{"cost_centre": letters}, Matter: finance.Matters[1]})
	}
	fsys := os.DirFS("../../examples/carrickmoor/data")
	b.ReportAllocs()
	for b.Loop() {
		if _, err := Compute(b.Context(), fsys, spec); err != nil {
			b.Fatal(err)
		}
	}
}
