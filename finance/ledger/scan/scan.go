package scan

import (
	"cmp"
	"context"
	"runtime"
	"sync"
)

// Sizes say how a text is scanned; the zero value is for everybody but tests.
type Sizes struct {
	Block    int // bytes of a block; texts of any size are scanned where it is given
	Scanners int
}

// A reader reads one ledger.
type reader struct {
	layout   *Layout
	ledger   Ledger
	blocks   blockReader
	scanners []*scanner

	sizes Sizes

	line int // lines above the next block
	last int // the line of the last record
}

// worthwhile is from how many bytes on it pays to scan a text: what there is to learn
// first takes longer than to read fewer than some 20,000 lines one by one.
const worthwhile = 2 << 20

// Text reads a text of two columns or more to its end.
func Text(ctx context.Context, l *Layout, ledger Ledger, sizes Sizes) error {
	f := &reader{layout: l, ledger: ledger, sizes: sizes,
		blocks: blockReader{text: l.Text.Reader, size: cmp.Or(sizes.Block, blockSize)},
		line:   l.Text.Above, last: l.Text.Last}
	if size := l.Text.Size; sizes.Block == 0 && size > 0 && size < worthwhile {
		return f.byRecord(ctx, l.Text.Reader)
	}
	return f.read(ctx)
}

// read reads the whole ledger.
func (f *reader) read(ctx context.Context) error {
	for range cmp.Or(f.sizes.Scanners, min(2, runtime.GOMAXPROCS(0))) {
		f.scanners = append(f.scanners, newScanner(f.layout))
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
func (f *reader) mergeAll(ctx context.Context, scanned <-chan *block, free chan<- *block) error {
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
