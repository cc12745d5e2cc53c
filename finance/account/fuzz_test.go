package account

import (
	"bytes"
	"context"
	"errors"
	"math/rand/v2"
	"reflect"
	"testing"
	"testing/fstest"

	"apr/finance/internal/ledgertest"
	"apr/internal/source"
)

// FuzzCompute reads hostile ledgers: they are refused with positions, or every
// line is accounted for; and twice the same.
func FuzzCompute(f *testing.F) {
	f.Add([]byte(ledgertest.NHS))
	f.Add([]byte(ledgertest.Council))
	f.Add([]byte("\ufeff\"Cost centre\";Account;Amount\r\nA;\"1\n2\";(1,00)\r\n;Total;\r\n"))
	f.Add([]byte("\xff\xfeC\x00o\x00s\x00t\x00 \x00c\x00e\x00n\x00t\x00r\x00e\x00"))
	f.Add([]byte("x\nCost centre|Account|Amount\n\n25/06/201290||\nA\xe9|\xa3|1.00-\n"))
	f.Add([]byte("Cost centre\tAccount\tAmount\nTotal\t\t-\nA\t1\t92233720368547758.07\nA\t1\t92233720368547758.07\n"))
	spec := ledgertest.Small()
	spec.Ledgers = spec.Ledgers[1:]
	spec.Ledgers[0].ControlTotal = ledgertest.Pence(0)
	f.Fuzz(func(t *testing.T, data []byte) {
		fsys := fstest.MapFS{"council.csv": {Data: data}}
		a, err := Compute(context.Background(), fsys, spec)
		again, errAgain := Compute(context.Background(), fsys, spec)
		if !reflect.DeepEqual(a, again) || (err == nil) != (errAgain == nil) || err != nil && err.Error() != errAgain.Error() {
			t.Errorf("two runs differ: %v, %v", err, errAgain)
		}
		if err != nil {
			var input *source.InputError
			if !errors.As(err, &input) || len(input.Problems) == 0 || input.Problems[0].Position.IsZero() {
				t.Errorf("not a problem with a position: %v", err)
			}
			return
		}
		if l := a.Ledgers[0]; l.Lines != accounted(l) || l.Total != a.Spend.Money {
			t.Errorf("%+v", l)
		}
		checkParts(t, a)
	})
}

// FuzzScan compares scanned ledgers with those read record by record.
func FuzzScan(f *testing.F) {
	for _, seed := range []string{ledgertest.NHS, ledgertest.Council,
		"Cost centre,Account,Amount\nN1,4010,1.00\n\nN1,\"40\"\"10\",\"1,234.56\"\r\n\"N\n1\",4010,2\nTotal,,1238.56\n",
		"Cost centre;Account;Amount\r\nN1;4010;(1.00)\r\nN1;4010\r\n;;\r\nN1;6\" pipe;1\r\n",
		"Cost centre,Account,Amount\nCaf\xe9,1,2\n", "Cost centre,Account,Amount\nCafé,1,2\nCaf\xe9,1,2\n",
		"Cost centre,Account,Amount\nA,1,92233720368547758.07\nA,1,1\n", "Cost centre,Account,Amount\nA,\"1\n2,3",
	} {
		f.Add([]byte(seed))
	}
	spec := ledgertest.Small()
	spec.Ledgers = spec.Ledgers[1:]
	const wideHeader = "Centre,Account,Description,Where,Date,Period,Amount,Credit,Plan"
	for seed := range uint64(8) {
		r := rand.New(rand.NewPCG(seed, 11))
		text := wideHeader + "\n"
		for range 12 {
			text += wideRow(r, "\n", seed%2 == 0)
		}
		f.Add([]byte(text))
	}
	wide, centres := wideSpec(rand.New(rand.NewPCG(3, 11)))
	f.Fuzz(func(t *testing.T, data []byte) {
		if bytes.HasPrefix(data, []byte(wideHeader)) {
			bothPaths(t, data, wide, centres)
		} else {
			bothPaths(t, data, spec, 0)
		}
	})
}
