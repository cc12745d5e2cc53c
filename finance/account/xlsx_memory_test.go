package account

import (
	"archive/zip"
	"bufio"
	"compress/flate"
	"context"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"runtime/debug"
	"slices"
	"strconv"
	"testing"
	"time"

	"apr/finance"
	"apr/finance/ledger"
)

// longWorkbook writes a ledger of so many rows, saved as a workbook, into a
// folder of its own. Shared has its texts in the table of shared strings, as
// Excel does, one for each line among them; otherwise they are in their cells.
func longWorkbook(tb testing.TB, rows int, shared bool) (dir string, size int64, total finance.Money) {
	tb.Helper()
	dir = tb.TempDir()
	f, err := os.Create(filepath.Join(dir, "ledger.csv"))
	if err != nil {
		tb.Fatal(err)
	}
	defer f.Close()
	z := zip.NewWriter(f)
	z.RegisterCompressor(zip.Deflate, func(w io.Writer) (io.WriteCloser, error) { return flate.NewWriter(w, flate.BestSpeed) })
	parts := packageParts("", nil, "")
	delete(parts, "xl/worksheets/sheet1.xml")
	delete(parts, "xl/sharedStrings.xml")
	for name, text := range parts {
		part, err := z.Create(name)
		if err != nil {
			tb.Fatal(err)
		}
		_, _ = io.WriteString(part, text) // Close reports the error
	}
	text := func(i int, s string) string {
		if shared {
			return fmt.Sprintf(`t="s"><v>%d</v></c>`, i)
		}
		return `t="inlineStr"><is><t>` + s + `</t></is></c>`
	}
	heads := []string{"Cost centre", "Account", "Account name", "Narrative", "Amount", "Care at home"}
	part, err := z.Create("xl/worksheets/sheet1.xml")
	if err != nil {
		tb.Fatal(err)
	}
	w := bufio.NewWriter(part)
	_, _ = w.WriteString(`<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData><row r="1">`)
	for i, h := range heads[:5] {
		fmt.Fprintf(w, `<c r="%c1" %s`, 'A'+i, text(i, h))
	}
	for i := range rows {
		pence, n := finance.Money(i*7919%200_000-20_000), i+2
		total += pence
		fmt.Fprintf(w, `</row><row r="%[1]d" spans="1:5"><c r="A%[1]d" t="str"><v>%05[2]d</v></c><c r="B%[1]d" s="1"><v>%[3]d</v></c><c r="C%[1]d" %[4]s<c r="D%[1]d" %[5]s<c r="E%[1]d" s="2"><v>%[6]s</v></c>`,
			n, i%600, 40_000+i%500, text(5, heads[5]), text(6+i, fmt.Sprint("Invoice ", i)), pence)
	}
	_, _ = w.WriteString(`</row></sheetData></worksheet>`)
	_ = w.Flush()
	if part, err = z.Create("xl/sharedStrings.xml"); err != nil {
		tb.Fatal(err)
	}
	w.Reset(part)
	_, _ = w.WriteString(`<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">`)
	for i := 0; shared && i < 6+rows; i++ {
		if i < len(heads) {
			fmt.Fprintf(w, "<si><t>%s</t></si>", heads[i])
		} else {
			fmt.Fprintf(w, "<si><t>Invoice %d</t></si>", i-6)
		}
	}
	_, _ = w.WriteString("</sst>")
	_ = w.Flush()
	if err := z.Close(); err != nil {
		tb.Fatal(err)
	}
	info, err := f.Stat()
	if err != nil {
		tb.Fatal(err)
	}
	return dir, info.Size(), total
}

// workbookRows is how many rows long workbooks have: APR_WORKBOOK_ROWS, or some.
func workbookRows(tb testing.TB, some int) int {
	s := os.Getenv("APR_WORKBOOK_ROWS")
	if s == "" {
		return some
	}
	n, err := strconv.Atoi(s)
	if err != nil || n < 1 {
		tb.Fatalf("APR_WORKBOOK_ROWS=%s isn't a number of rows", s)
	}
	return n
}

// TestWorkbookMemoryIsBounded reads ledgers that were saved as workbooks: the
// bound is the same for 100,000 rows and for 300,000, whose sheet has 70 MB.
func TestWorkbookMemoryIsBounded(t *testing.T) {
	if testing.Short() {
		t.Skip("left out by -short: memory is measured over workbooks of 100,000 rows")
	}
	if !inItsOwnProcess(t) {
		return
	}
	const bound = 32 << 20
	rows := workbookRows(t, 100_000)
	for _, shared := range []bool{false, true} {
		dir, size, total := longWorkbook(t, rows, shared)
		heap := watchHeap(t, 10*time.Millisecond)
		a, err := Compute(context.Background(), os.DirFS(dir), benchSpec())
		if err != nil {
			t.Fatal(err)
		}
		heap.pause(true)
		if l := a.Ledgers[0]; l.Lines != rows || a.Spend.Money != total || l.Total != total {
			t.Errorf("%+v; want %d lines and %v", l, rows, total)
		}
		most := heap.most.Load()
		if most == 0 || most > bound {
			t.Errorf("took %d MB of memory; want at most %d", most>>20, bound>>20)
		}
		t.Logf("shared strings %v: took %d MB of memory for a workbook of %d MB", shared, most>>20, size>>20)
	}
}

// BenchmarkWorkbookLedger totals a ledger in a workbook by 60 rules as a stream,
// and then through excelize, in turns. It reports how many times excelize that
// is, and the largest heap. APR_WORKBOOK_ROWS is the number of rows, 20,000
// by default.
func BenchmarkWorkbookLedger(b *testing.B) {
	rows := workbookRows(b, 20_000)
	for _, shared := range []bool{false, true} {
		b.Run(map[bool]string{false: "inline", true: "shared"}[shared], func(b *testing.B) {
			dir, size, total := longWorkbook(b, rows, shared)
			spec := benchSpec()
			took := func(how ledger.Reading) time.Duration {
				start := time.Now()
				a, err := compute(context.Background(), os.DirFS(dir), spec, how)
				if err != nil || a.Ledgers[0].Lines != rows || a.Spend.Money != total {
					b.Fatalf("%v: %+v", err, a)
				}
				return time.Since(start)
			}
			b.SetBytes(size)
			heap := watchHeap(b, 100*time.Millisecond) // each look takes time from what is measured
			var ours, theirs []time.Duration
			for b.Loop() {
				ours = append(ours, took(ledger.Reading{}))
				b.StopTimer()
				heap.pause(true)
				theirs = append(theirs, took(ledger.Reading{Excelize: true}))
				debug.FreeOSMemory() // what excelize left
				heap.pause(false)
				b.StartTimer()
			}
			b.ReportMetric(float64(slices.Min(theirs))/float64(slices.Min(ours)), "x-excelize")
			b.ReportMetric(float64(heap.most.Load())/(1<<20), "heap-MiB")
		})
	}
}
