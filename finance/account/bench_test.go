package account

import (
	"bufio"
	"context"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"runtime/debug"
	"runtime/metrics"
	"strconv"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"apr/finance"
	"apr/finance/internal/genledger"
)

// benchSpec is the specification of a generated ledger, with 60 rules that
// classify nearly all of it by cost centre, account and account name.
func benchSpec() finance.Spec {
	spec := finance.Spec{Year: 2025, Localities: []string{"North", "South"},
		Apportions: []finance.Apportionment{{Name: "all", Shares: []finance.Share{{Locality: "North", PPM: 400_000}, {Locality: "South", PPM: 600_000}}}},
		Ledgers: []finance.LedgerSpec{{File: "ledger.csv", Partner: "Council", Columns: map[string]string{
			"cost_centre": "Cost centre", "account": "Account", "account_name": "Account name", "amount": "Amount"}}}}
	for i := range 60 {
		rule := finance.Rule{When: map[string]string{"cost_centre": fmt.Sprintf("%05d-%05d", i*10, i*10+9)}, Matter: finance.Matters[i%5], Service: fmt.Sprint("Service ", i%12)}
		switch i % 4 {
		case 0:
			rule.When["account"] = "400*|401*|40200-40489"
		case 1:
			rule.When["account_name"] = "care*"
		}
		if i%3 == 0 {
			rule.Locality = "North"
		} else {
			rule.Apportion = "all"
		}
		spec.Rules = append(spec.Rules, rule)
	}
	return spec
}

// benchLedger writes a ledger into a folder of its own that is removed
// afterwards.
func benchLedger(b *testing.B, lines int) (dir string, size int64, total finance.Money) {
	b.Helper()
	dir = b.TempDir()
	f, err := os.Create(filepath.Join(dir, "ledger.csv"))
	if err != nil {
		b.Fatal(err)
	}
	sum, err := genledger.Write(f, lines)
	if err != nil {
		b.Fatal(err)
	}
	info, err := f.Stat()
	if err != nil {
		b.Fatal(err)
	}
	if err := errors.Join(f.Sync(), f.Close()); err != nil { // so that it isn't still being written while it is read
		b.Fatal(err)
	}
	return dir, info.Size(), finance.Money(sum)
}

// BenchmarkLedger totals a ledger by 60 rules through a scan, and reads
// the same file through encoding/csv alone, in turns. It reports MB/s, how many
// times encoding/csv that is, and the largest heap. APR_BENCH_LINES is the number of
// lines, 200,000 by default:
//
//	APR_BENCH_LINES=10000000 go test -bench Ledger -run '^$' ./finance/account
func BenchmarkLedger(b *testing.B) {
	lines := 200_000
	if s := os.Getenv("APR_BENCH_LINES"); s != "" {
		n, err := strconv.Atoi(s)
		if err != nil || n < 1 {
			b.Fatalf("APR_BENCH_LINES=%s isn't a number of lines", s)
		}
		lines = n
	}
	dir, size, total := benchLedger(b, lines)
	spec := benchSpec()
	b.SetBytes(size)
	heap := watchHeap(b, 100*time.Millisecond) // each look takes time from what is measured
	var ours, csvs time.Duration
	runs := 0
	for b.Loop() {
		start := time.Now()
		a, err := Compute(context.Background(), os.DirFS(dir), spec)
		if err != nil || a.Ledgers[0].Lines != lines || a.Spend.Money != total {
			b.Fatalf("%v: %+v", err, a)
		}
		ours += time.Since(start)
		b.StopTimer()
		heap.pause(true)
		start = time.Now()
		readWithEncodingCSV(b, filepath.Join(dir, "ledger.csv"), lines)
		csvs += time.Since(start)
		heap.pause(false)
		runs++
		b.StartTimer()
	}
	b.ReportMetric(float64(size)*float64(runs)/csvs.Seconds()/1e6, "csv-MB/s")
	b.ReportMetric(csvs.Seconds()/ours.Seconds(), "x-encoding/csv")
	b.ReportMetric(float64(heap.most.Load())/(1<<20), "heap-MiB")
}

// readWithEncodingCSV reads a file's records and does nothing with them.
func readWithEncodingCSV(b *testing.B, file string, lines int) {
	f, err := os.Open(file)
	if err != nil {
		b.Fatal(err)
	}
	defer f.Close()
	r := csv.NewReader(bufio.NewReaderSize(f, 1<<18))
	r.ReuseRecord = true
	n := 0
	for ; ; n++ {
		if _, err := r.Read(); err == io.EOF {
			break
		} else if err != nil {
			b.Fatal(err)
		}
	}
	if n != lines+1 {
		b.Fatalf("%d records; want %d", n, lines+1)
	}
}

// ownProcess is the variable that names a test in a process of its own.
const ownProcess = "APR_TEST_IN_ITS_OWN_PROCESS"

// inItsOwnProcess runs the test that calls it in a process of its own, where
// nothing that the tests before it have left is in the memory measured, and
// reports whether this is that process. It has two processors on every machine:
// the more there are, the more garbage is there before it is collected.
func inItsOwnProcess(t *testing.T) bool {
	if os.Getenv(ownProcess) == t.Name() {
		return true
	}
	cmd := exec.Command(os.Args[0], "-test.run", "^"+t.Name()+"$", "-test.v", "-test.timeout", "5m")
	cmd.Env = append(os.Environ(), ownProcess+"="+t.Name(), "GOMAXPROCS=2")
	out, err := cmd.CombinedOutput()
	if err != nil || !strings.Contains(string(out), "--- PASS: "+t.Name()) {
		t.Errorf("%v\n%s", err, out)
	}
	t.Logf("%s", out)
	return false
}

// A heapWatch keeps the most memory that the runtime has in use.
type heapWatch struct {
	most   atomic.Uint64
	paused atomic.Bool
}

func (w *heapWatch) pause(on bool) { w.paused.Store(on) }

// watchHeap looks at the memory every so often until the test is over.
func watchHeap(tb testing.TB, every time.Duration) *heapWatch {
	w, done := &heapWatch{}, make(chan struct{})
	debug.FreeOSMemory()
	go func() {
		samples := []metrics.Sample{{Name: "/memory/classes/total:bytes"}, {Name: "/memory/classes/heap/released:bytes"}}
		for tick := time.NewTicker(every); ; {
			select {
			case <-done:
				tick.Stop()
				return
			case <-tick.C:
				metrics.Read(samples)
				if inUse := samples[0].Value.Uint64() - samples[1].Value.Uint64(); !w.paused.Load() && inUse > w.most.Load() {
					w.most.Store(inUse)
				}
			}
		}
	}()
	tb.Cleanup(func() { close(done) })
	return w
}
