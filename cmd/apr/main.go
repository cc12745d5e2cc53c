// Command apr compiles an integration authority's annual performance report
// from the Public Health Scotland workbook, the partners' ledgers and the
// narrative, and says what the law still misses in it.
package main

import (
	"context"
	"os"
	"os/signal"
	"runtime/debug"
	"time"

	"github.com/mattn/go-isatty"
)

// A run is over before a collector that keeps the heap small has paid off: it
// may grow to more than twice what is in use before it is swept, by as much as
// keeps a report below 64 MB. Where that would be more than this many bytes in
// all, it is swept as often as that takes.
const (
	heapGrowth = 130 // percent
	heapGoal   = 256 << 20
)

// tuneCollector sets the collector for a short run, unless the environment says
// how (GOGC, GOMEMLIMIT).
func tuneCollector() {
	if os.Getenv("GOGC") != "" || os.Getenv("GOMEMLIMIT") != "" {
		return
	}
	debug.SetGCPercent(heapGrowth)
	debug.SetMemoryLimit(heapGoal)
}

func main() {
	tuneCollector()
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	code := run(ctx, os.Args[1:], env{
		stdin:    os.Stdin,
		stdout:   os.Stdout,
		stderr:   os.Stderr,
		getenv:   os.Getenv,
		now:      time.Now,
		terminal: isatty.IsTerminal(os.Stdout.Fd()),
		progress: &progress{out: os.Stderr, now: time.Now, terminal: isatty.IsTerminal(os.Stderr.Fd())},
	})
	stop()
	os.Exit(code)
}
