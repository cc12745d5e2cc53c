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

// heapGoal is how much memory a run may have before it is swept more often than
// after growth by so many percent. At 200 a check of the example is swept three times
// and not seven, and a build five times and not nine: each takes a twentieth less of
// the processor's time and a tenth more memory than at 100.
const (
	heapGoal   = 256 << 20
	heapGrowth = 200
)

// tuneCollector sets the collector for a short run, unless the environment says
// how (GOMEMLIMIT; GOGC is the runtime's).
func tuneCollector() {
	if os.Getenv("GOGC") != "" || os.Getenv("GOMEMLIMIT") != "" {
		return
	}
	debug.SetMemoryLimit(heapGoal)
	debug.SetGCPercent(heapGrowth)
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
