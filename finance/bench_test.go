package finance

import (
	"bytes"
	"context"
	"encoding/csv"
	"fmt"
	"io"
	"math/rand/v2"
	"testing"
	"testing/fstest"
)

// benchLedger is a ledger of n lines, a third of them with quoted cells, and 60
// rules that classify nearly all.
func benchLedger(n int) ([]byte, Spec) {
	r := rand.New(rand.NewPCG(1, 2))
	var b bytes.Buffer
	b.WriteString("Company,Period,Cost centre,Cost centre name,Account,Account name,Narrative,Amount\n")
	for i := range n {
		narrative := "Invoice"
		if i%3 == 0 {
			narrative = `"Smith, Jones and Co ""Carers"""`
		}
		fmt.Fprintf(&b, "C1,%d,%05d,Centre %d,%05d,Care at home,%s,%d.%02d\n", r.IntN(13)+1, r.IntN(600), r.IntN(600),
			40000+r.IntN(500), narrative, r.IntN(20000)-2000, r.IntN(100))
	}
	spec := Spec{Year: 2025, Localities: []string{"North", "South"},
		Apportions: []Apportionment{{Name: "all", Shares: []Share{{"North", 400_000}, {"South", 600_000}}}},
		Ledgers: []LedgerSpec{{File: "ledger.csv", Partner: "Council", Columns: map[string]string{
			"cost_centre": "Cost centre", "account": "Account", "account_name": "Account name", "amount": "Amount"}}}}
	for i := range 60 {
		rule := Rule{When: map[string]string{"cost_centre": fmt.Sprintf("%05d-%05d", i*10, i*10+9)}, Matter: Matters[i%5], Service: fmt.Sprint("Service ", i%12)}
		if i%4 == 0 {
			rule.When["account"] = "400*|401*|40200-40399"
		}
		if i%3 == 0 {
			rule.Locality = "North"
		} else {
			rule.Apportion = "all"
		}
		spec.Rules = append(spec.Rules, rule)
	}
	return b.Bytes(), spec
}

func BenchmarkCompute(b *testing.B) {
	for _, n := range []int{10_000, 100_000} {
		data, spec := benchLedger(n)
		fsys := fstest.MapFS{"ledger.csv": {Data: data}}
		b.Run(fmt.Sprintf("lines=%d", n), func(b *testing.B) {
			b.SetBytes(int64(len(data)))
			b.ReportAllocs()
			for b.Loop() {
				a, err := Compute(context.Background(), fsys, spec)
				if err != nil || a.Ledgers[0].Lines != n {
					b.Fatal(err)
				}
			}
		})
		// The same file through encoding/csv alone, for comparison.
		b.Run(fmt.Sprintf("encoding-csv/lines=%d", n), func(b *testing.B) {
			b.SetBytes(int64(len(data)))
			b.ReportAllocs()
			for b.Loop() {
				r := csv.NewReader(bytes.NewReader(data))
				r.ReuseRecord = true
				for {
					if _, err := r.Read(); err == io.EOF {
						break
					} else if err != nil {
						b.Fatal(err)
					}
				}
			}
		})
	}
}
