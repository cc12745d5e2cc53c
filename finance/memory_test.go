package finance

import (
	"bytes"
	"context"
	"io"
	"io/fs"
	"testing"
	"testing/fstest"

	"apr/finance/internal/genledger"
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

// TestMemoryIsBounded reads a ledger of 90 MB. The bound is that of the whole
// process, with what the tests before have left.
func TestMemoryIsBounded(t *testing.T) {
	const lines, times, bound = 40_000, 20, 32 << 20
	var text bytes.Buffer
	sum, err := genledger.Write(&text, lines)
	if err != nil {
		t.Fatal(err)
	}
	heap := watchHeap(t)
	ledger := repeated{text.Bytes()[:len(genledger.Header)], text.Bytes()[len(genledger.Header):], times}
	a, err := Compute(context.Background(), ledger, benchSpec())
	if err != nil {
		t.Fatal(err)
	}
	if a.Ledgers[0].Lines != lines*times || a.Spend.Money != Money(sum)*times {
		t.Errorf("%+v", a.Ledgers[0])
	}
	if most := heap.most.Load(); most == 0 || most > bound {
		t.Errorf("took %d MB of memory; want at most %d", most>>20, bound>>20)
	}
	t.Logf("took %d MB of memory for %d MB", heap.most.Load()>>20, len(ledger.lines)*times>>20)
}
