package account

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"io/fs"
	"testing"
	"testing/fstest"
	"time"

	"apr/finance"
	"apr/finance/internal/genledger"
	"apr/finance/ledger"
)

// repeated is a file system whose one file repeats lines below a header without
// holding them all.
type repeated struct {
	header, lines []byte
	times         int
}

func (r repeated) Open(name string) (fs.File, error) {
	f, err := fstest.MapFS{name: {Data: nil}}.Open(name)
	readers := []io.Reader{bytes.NewReader(r.header)}
	for range r.times {
		readers = append(readers, bytes.NewReader(r.lines))
	}
	return repeatedFile{f, io.MultiReader(readers...)}, err
}

type repeatedFile struct {
	fs.File
	text io.Reader
}

func (f repeatedFile) Read(p []byte) (int, error) { return f.text.Read(p) }

// TestMemoryIsBounded reads a ledger of 90 MB. The bound is that of a whole
// process.
func TestMemoryIsBounded(t *testing.T) {
	if testing.Short() {
		t.Skip("left out by -short: memory is measured over a ledger of 90 MB")
	}
	if !inItsOwnProcess(t) {
		return
	}
	const lines, times, bound = 40_000, 20, 32 << 20
	var text bytes.Buffer
	sum, err := genledger.Write(&text, lines)
	if err != nil {
		t.Fatal(err)
	}
	heap := watchHeap(t, 10*time.Millisecond)
	ledger := repeated{text.Bytes()[:len(genledger.Header)], text.Bytes()[len(genledger.Header):], times}
	a, err := Compute(context.Background(), ledger, benchSpec())
	if err != nil {
		t.Fatal(err)
	}
	if a.Ledgers[0].Lines != lines*times || a.Spend.Money != finance.Money(sum)*times {
		t.Errorf("%+v", a.Ledgers[0])
	}
	if most := heap.most.Load(); most == 0 || most > bound {
		t.Errorf("took %d MB of memory; want at most %d", most>>20, bound>>20)
	}
	t.Logf("took %d MB of memory for %d MB", heap.most.Load()>>20, len(ledger.lines)*times>>20)
}

// centresFile is a file of lines each of which has a cost centre of its own.
type centresFile struct {
	fs.File
	left int
	text []byte
}

func (f *centresFile) Read(p []byte) (int, error) {
	for len(f.text) < len(p) && f.left > 0 {
		f.text = fmt.Appendf(f.text, "Z%07d,Centre %d of a hospital,1.00\n", f.left, f.left)
		f.left--
	}
	n := copy(p, f.text)
	f.text = append(f.text[:0], f.text[n:]...)
	if n == 0 {
		return 0, io.EOF
	}
	return n, nil
}

func (f *centresFile) Open(name string) (fs.File, error) {
	file, err := fstest.MapFS{name: {Data: nil}}.Open(name)
	return &centresFile{File: file, left: f.left, text: []byte("Cost centre,Description,Amount\n")}, err
}

// TestManyCostCentres adds up half a million cost centres that no rule knows:
// what there is no room to list is counted all the same. The bound is above that of
// a ledger with few: as many as ledger.MaxCentres are kept.
func TestManyCostCentres(t *testing.T) {
	if testing.Short() {
		t.Skip("left out by -short: memory is measured over half a million cost centres")
	}
	if !inItsOwnProcess(t) {
		return
	}
	const lines, bound = 500_000, 40 << 20
	heap := watchHeap(t, 10*time.Millisecond)
	spec := finance.Spec{Year: 2025, Ledgers: []finance.LedgerSpec{{File: "ledger.csv", Partner: "Council",
		Columns: map[string]string{"cost_centre": "Cost centre", "description": "Description", "amount": "Amount"}}}}
	a, err := Compute(context.Background(), &centresFile{left: lines}, spec)
	if err != nil {
		t.Fatal(err)
	}
	l := a.Ledgers[0]
	if l.Unclassified != lines || l.UnclassifiedTotal != lines*100 || l.Overflow == nil {
		t.Fatalf("%+v", l)
	}
	if b := *l.Overflow; b.Lines != lines-ledger.MaxCentres || b.Total != finance.Money(b.Lines)*100 || b.Position.Line != ledger.MaxCentres+2 {
		t.Errorf("beyond: %+v", b)
	}
	most := heap.most.Load()
	t.Logf("took %d MB of memory", most>>20)
	if most == 0 || most > bound {
		t.Errorf("want at most %d MB", bound>>20)
	}
}
