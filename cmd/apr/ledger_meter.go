package main

import (
	"context"
	"fmt"
	"io"
	"os"
	"sync"
	"time"

	"github.com/mattn/go-isatty"

	"apr/finance"
)

// A ledgerMeter shows on one line of a terminal how far the ledgers are read.
type ledgerMeter struct {
	out   io.Writer
	now   func() time.Time
	begun time.Time

	mu         sync.Mutex
	written    time.Time // when the line was last written
	read, size map[string]int64
	closed     bool
}

// The meter appears after a second and changes five times in each.
const (
	meterAfter = time.Second
	meterEvery = 200 * time.Millisecond
)

// withLedgerMeter shows a meter while the context's work goes on, where stderr
// is a terminal, until done is called.
func withLedgerMeter(ctx context.Context, e env) (_ context.Context, done func()) {
	if f, ok := e.stderr.(*os.File); !ok || !isatty.IsTerminal(f.Fd()) {
		return ctx, func() {}
	}
	m := newLedgerMeter(e.stderr, e.now)
	return finance.WithProgress(ctx, m.progress), m.close
}

func newLedgerMeter(out io.Writer, now func() time.Time) *ledgerMeter {
	return &ledgerMeter{out: out, now: now, begun: now(), read: map[string]int64{}, size: map[string]int64{}}
}

// progress is a finance.Progress.
func (m *ledgerMeter) progress(file string, read, size int64) {
	m.mu.Lock()
	defer m.mu.Unlock()
	m.read[file], m.size[file] = read, size
	now := m.now()
	if m.closed || now.Sub(m.begun) < meterAfter || now.Sub(m.written) < meterEvery {
		return
	}
	m.written = now
	read, size = 0, 0
	for file := range m.size {
		read, size = read+m.read[file], size+m.size[file]
	}
	fmt.Fprintf(m.out, "\r\x1b[Kreading ledgers: %d of %d MB", read>>20, size>>20)
}

// close takes the line away.
func (m *ledgerMeter) close() {
	m.mu.Lock()
	defer m.mu.Unlock()
	if m.closed = true; !m.written.IsZero() {
		fmt.Fprint(m.out, "\r\x1b[K")
	}
}
