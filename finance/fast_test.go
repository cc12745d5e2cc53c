package finance

import (
	"context"
	"fmt"
	"math/rand/v2"
	"reflect"
	"strings"
	"testing"
	"testing/fstest"

	"apr/internal/rounds"
)

// bothPaths computes the account through the strict path and through the fast
// one, cut into small and large blocks, and compares all that comes out.
func bothPaths(t *testing.T, data []byte, spec Spec) (*Account, error) {
	t.Helper()
	fsys := fstest.MapFS{spec.Ledgers[0].File: {Data: data}}
	centres := spec.reading.centres
	spec.reading = reading{strict: true, centres: centres}
	want, wantErr := Compute(context.Background(), fsys, spec)
	for _, how := range []reading{{}, {blockSize: 1, scanners: 1}, {blockSize: 7, scanners: 3}, {blockSize: 64, scanners: 2}, {blockSize: 1 << 10, scanners: 2}} {
		how.centres = centres
		spec.reading = how
		got, err := Compute(context.Background(), fsys, spec)
		if fmt.Sprint(err) != fmt.Sprint(wantErr) {
			t.Errorf("%+v: the fast path says %v\nthe strict one %v", how, err, wantErr)
		} else if !reflect.DeepEqual(got, want) {
			t.Errorf("%+v: the fast path gives\n%+v\nthe strict one\n%+v", how, got, want)
		}
	}
	if want != nil {
		if l := want.Ledgers[0]; l.Lines != l.Classified+l.Unclassified+l.Totals+l.Zero {
			t.Errorf("lines don't add up: %+v", l)
		}
	}
	return want, wantErr
}

// hostile are pieces that a hostile or broken ledger may have anywhere.
var hostile = []string{"\"", "\"\"", ",", "\n", "\r\n", "\r", "\t", ";", "\x00", "\xe9", "é", "\ufeff", "Total", "total", " ", "\u00a0",
	"1.234", "1E5", "(1.00)", "92233720368547758.07", "-92233720368547758.08", "999999999999", "25/06/2012900", "Cost centre,Account,Amount\n", "Sub-total,,", "\"a\nb\""}

// mangle puts some of them into a ledger.
func mangle(r *rand.Rand, data string) string {
	for range r.IntN(4) {
		i := r.IntN(len(data) + 1)
		data = data[:i] + hostile[r.IntN(len(hostile))] + data[min(len(data), i+r.IntN(3)):]
	}
	return data
}

// sourceRow is a row of a random ledger: mostly plain, sometimes not.
func randomRow(r *rand.Rand) string {
	if r.IntN(12) > 0 {
		return fmt.Sprintf("%s,%d,%d.%02d\n", []string{"N1", "N2", "C4", "X9", "\"N1\"", " n1 "}[r.IntN(6)], 4000+r.IntN(60), r.IntN(900)-300, r.IntN(100))
	}
	return []string{"Sub-total,,3.00\n", "Total,,\n", "\n", ",,\n", ",,5.00\n", "N1,4010,\"1,234.56\"\n", "N1,4010,1.00 CR\r\n",
		"N1,\"40\"\"10\",1\n", "\"N\n1\",4010,2\n", "N1,4010\n", "N1,4010,1,\n", "N1,4010,99999999999.99\n", "N1,4010,\n", "Total Gas,4010,1.00\n",
		"N1,4010,9223372036854775.07\n"}[r.IntN(15)]
}

func TestFastPathEqualsStrictPath(t *testing.T) {
	spec := small()
	spec.Ledgers = spec.Ledgers[1:]
	for seed := range rounds.Of(t, uint64(600)) {
		r := rand.New(rand.NewPCG(seed, 7))
		var b strings.Builder
		b.WriteString("Cost centre,Account,Amount\n")
		for range r.IntN(40) {
			b.WriteString(randomRow(r))
		}
		data := b.String()
		if seed%3 == 0 {
			data = mangle(r, data)
		}
		bothPaths(t, []byte(data), spec)
		if t.Failed() {
			t.Fatalf("seed %d:\n%q", seed, data)
		}
	}
}

// TestFastPathInEveryDialect compares the paths on ledgers of finance systems.
func TestFastPathInEveryDialect(t *testing.T) {
	for seed := range rounds.Of(t, uint64(80)) {
		r := rand.New(rand.NewPCG(seed, 3))
		d, rows := randomDialect(r), randomRows(r)
		d.workbook = false
		data, _ := d.render(t, r, rows)
		if _, err := bothPaths(t, data, dialectSpec(d)); err != nil || t.Failed() {
			t.Fatalf("seed %d, %s: %v", seed, d, err)
		}
	}
}
