package main

import (
	"fmt"
	"io"
	"sync"
	"time"
)

// progressDelay is how long a step may take before it is shown at a terminal.
const progressDelay = time.Second

// progress reports on stderr what apr is doing: with --verbose each step and its
// time, with --quiet nothing, else only steps that take longer than progressDelay,
// and those only at a terminal. A nil progress reports nothing.
type progress struct {
	out            io.Writer
	now            func() time.Time
	terminal       bool // stderr is one
	quiet, verbose bool

	mu sync.Mutex
}

// step begins a step; calling what it returns ends it.
func (p *progress) step(what string) (done func()) {
	if p == nil || p.quiet {
		return func() {}
	}
	begun := p.now()
	if p.verbose {
		return func() { p.verbosef("%s took %d ms", what, p.now().Sub(begun).Milliseconds()) }
	}
	if !p.terminal {
		return func() {}
	}
	timer := time.AfterFunc(progressDelay, func() { p.print("%s …", what) })
	return func() { timer.Stop() }
}

// verbosef prints a line with --verbose only.
func (p *progress) verbosef(format string, args ...any) {
	if p != nil && p.verbose {
		p.print(format, args...)
	}
}

func (p *progress) print(format string, args ...any) {
	p.mu.Lock()
	defer p.mu.Unlock()
	fmt.Fprintf(p.out, "apr: "+format+"\n", args...)
}

// confirm is where a command prints that it has done what was asked. With --quiet
// that goes nowhere.
func (e env) confirm() io.Writer {
	if e.progress != nil && e.progress.quiet {
		return io.Discard
	}
	return e.stdout
}

// warn prints what didn't go as it should and yet isn't a failure.
func (e env) warn(sentences []string) {
	for _, s := range sentences {
		fmt.Fprintf(e.stderr, "apr: warning: %s\n", s)
	}
}
