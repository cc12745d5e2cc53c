package finance

import (
	"bytes"
	"cmp"
	"context"
	"io"
	"runtime"
	"sync"

	"apr/internal/table"
)

// The fast path reads CSV ledgers of millions of lines. It cuts the text into
// blocks between records (fast_blocks.go) and has scanners look through them side
// by side (fast_scan.go): they find where cells end (fast_index.go) and which
// records are rows (fast_rows.go), tell classes by the bytes of the cells that
// rules test (fast_class.go, fast_cells.go), and read amounts (fast_amount.go).
// The blocks' sums are added up in their order (fast_merge.go).
//
// It never decides anything that isn't plain. Single records that may be total
// rows, are short, or hold amounts that it can't read go to the strict path, in
// their order; so do blocks that are malformed or whose sums may overflow. What
// comes out, problems and their lines included, is what the strict path alone
// would give.

// reading says how ledgers are read; the zero value is for everybody but tests.
type reading struct {
	strict    bool // without the fast path
	excelize  bool // workbooks through excelize
	blockSize int
	scanners  int
	centres   int // of which there are groups of unclassified lines
}

// A fastReader reads one ledger.
type fastReader struct {
	r        *ledgerReader
	text     *table.Text
	blocks   blockReader
	scanners []*scanner
	numbers  map[*class]int // of the scanners' classes in the ledger's classifier

	how reading

	line int // lines above the next block
	last int // the line of the last record
}

// worthwhile is from how many bytes on the fast path pays: what it has to learn
// first takes longer than to read fewer than some 20,000 lines one by one.
const worthwhile = 2 << 20

// short is the whole text where it is shorter than what the fast path is worth,
// or nil. Tests that give a size of blocks want the fast path at any rate.
func (f *fastReader) short() io.Reader {
	if f.how.blockSize > 0 {
		return nil
	}
	start, err := io.ReadAll(io.LimitReader(f.blocks.text, worthwhile))
	switch {
	case err != nil:
		return io.MultiReader(bytes.NewReader(start), table.ErrReader(err))
	case len(start) < worthwhile:
		return bytes.NewReader(start)
	}
	f.blocks.text = io.MultiReader(bytes.NewReader(start), f.blocks.text)
	return nil
}

// newFastReader is a fast reader for the ledger, or nil where only the strict
// path will do.
func newFastReader(r *ledgerReader, how reading) *fastReader {
	if r.table.Text == nil || how.strict || len(r.identity) == 0 || len(r.table.Header) < 2 {
		return nil
	}
	return &fastReader{r: r, text: r.table.Text, numbers: map[*class]int{}, how: how,
		blocks: blockReader{text: r.table.Text.Reader, size: cmp.Or(how.blockSize, blockSize)},
		line:   r.table.Text.Above, last: r.table.Text.Last}
}

// read reads the whole ledger.
func (f *fastReader) read(ctx context.Context) error {
	for range cmp.Or(f.how.scanners, min(2, runtime.GOMAXPROCS(0))) {
		f.scanners = append(f.scanners, newScanner(f.r, f.text.Separator))
	}
	// Blocks go round: from free, filled in order of the text, scanned, merged in
	// that order, to free again. There are enough for scanners to go on while
	// one block is waited for.
	free, scanned := make(chan *block, 1+len(f.scanners)), make(chan *block, 1+len(f.scanners))
	for range cap(free) {
		free <- &block{}
	}
	stop := make(chan struct{})
	var filling sync.Mutex
	var scanning sync.WaitGroup
	for _, s := range f.scanners {
		scanning.Go(func() {
			for {
				var b *block
				select {
				case b = <-free:
				case <-stop:
					return
				}
				filling.Lock()
				more := f.blocks.next(b)
				filling.Unlock()
				if !more {
					return
				}
				s.scan(b)
				scanned <- b
			}
		})
	}
	go func() {
		scanning.Wait()
		close(scanned)
	}()
	err := f.mergeAll(ctx, scanned, free)
	close(stop)
	for range scanned { // until the scanners have left the text alone
	}
	return err
}

// mergeAll merges blocks in their order until there are no more.
func (f *fastReader) mergeAll(ctx context.Context, scanned <-chan *block, free chan<- *block) error {
	early := map[int]*block{}
	number := 0
	for b := range scanned {
		early[b.number] = b
		for early[number] != nil {
			b := early[number]
			delete(early, number)
			number++
			if err := ctx.Err(); err != nil {
				return err
			}
			if err := f.merge(ctx, b); err != nil {
				return err
			}
			free <- b
		}
	}
	return nil
}
