package account

import (
	"context"
	"fmt"
	"math/rand/v2"
	"reflect"
	"strings"
	"testing"
	"testing/fstest"

	"apr/finance"
	"apr/finance/internal/ledgertest"
	"apr/finance/ledger"
	"apr/finance/ledger/scan"
	"apr/internal/rounds"
)

// bothPaths computes the account record by record and through a scan,
// cut into small and large blocks, and compares all that comes out.
func bothPaths(t *testing.T, data []byte, spec finance.Spec, centres int) (*finance.Account, error) {
	t.Helper()
	fsys := fstest.MapFS{spec.Ledgers[0].File: {Data: data}}
	want, wantErr := compute(context.Background(), fsys, spec, ledger.Reading{Strict: true, Centres: centres, Unreviewed: true})
	for _, sizes := range []scan.Sizes{{}, {Block: 512 << 10}, {Block: 1, Scanners: 1}, {Block: 7, Scanners: 3}, {Block: 64, Scanners: 2}, {Block: 1 << 10, Scanners: 2}} {
		got, err := compute(context.Background(), fsys, spec, ledger.Reading{Scan: sizes, Centres: centres, Unreviewed: true})
		if fmt.Sprint(err) != fmt.Sprint(wantErr) {
			t.Errorf("%+v: scanned: %v\nrecord by record: %v", sizes, err, wantErr)
		} else if !reflect.DeepEqual(got, want) {
			t.Errorf("%+v: scanned:\n%+v\nrecord by record:\n%+v", sizes, got, want)
		}
	}
	if want != nil {
		if l := want.Ledgers[0]; l.Lines != accounted(l) {
			t.Errorf("lines don't add up: %+v", l)
		}
	}
	return want, wantErr
}

// hostile are pieces that a hostile or broken ledger may have anywhere.
var hostile = []string{"\"", "\"\"", ",", "\n", "\r\n", "\r", "\t", ";", "\x00", "\xe9", "é", "\ufeff", "Total", "total", " ", "\u00a0",
	"1.234", "1E5", "(1.00)", "92233720368547758.07", "-92233720368547758.08", "999999999999", "25/06/2012900", "Cost centre,Account,Amount\n", "Sub-total,,", "\"a\nb\"", "=\"", ",=\"0200\",", "=\"A1\""}

// mangle puts some of them into a ledger.
func mangle(r *rand.Rand, data string) string {
	for range r.IntN(4) {
		i := r.IntN(len(data) + 1)
		data = data[:i] + hostile[r.IntN(len(hostile))] + data[min(len(data), i+r.IntN(3)):]
	}
	return data
}

func TestScanEqualsRecordByRecord(t *testing.T) {
	spec := ledgertest.Small()
	spec.Ledgers = spec.Ledgers[1:]
	for seed := range rounds.Of(t, uint64(600)) {
		r := rand.New(rand.NewPCG(seed, 7))
		var b strings.Builder
		b.WriteString("Cost centre,Account,Amount\n")
		for range r.IntN(40) {
			b.WriteString(ledgertest.RandomRow(r))
		}
		data := b.String()
		if seed%3 == 0 {
			data = mangle(r, data)
		}
		bothPaths(t, []byte(data), spec, 0)
		if t.Failed() {
			t.Fatalf("seed %d:\n%q", seed, data)
		}
	}
}

// TestScanInEveryDialect compares the paths on ledgers of finance systems.
func TestScanInEveryDialect(t *testing.T) {
	for seed := range rounds.Of(t, uint64(80)) {
		r := rand.New(rand.NewPCG(seed, 3))
		d, rows := ledgertest.RandomDialect(r), ledgertest.RandomRows(r)
		d.Workbook = false
		data, _ := d.Render(t, r, rows)
		if _, err := bothPaths(t, data, ledgertest.DialectSpec(d), 0); err != nil || t.Failed() {
			t.Fatalf("seed %d, %s: %v", seed, d, err)
		}
	}
}
