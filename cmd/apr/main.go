// Command apr compiles an integration authority's annual performance report
// from the Public Health Scotland workbook, the partners' ledgers and the
// narrative, and says what the law still misses in it.
package main

import (
	"context"
	"os"
	"os/signal"
	"time"

	"github.com/mattn/go-isatty"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	code := run(ctx, os.Args[1:], env{
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
