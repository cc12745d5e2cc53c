package main

import (
	"fmt"
	"io"
	"sync"
	"time"
)

// patience is how long a step may take before a person at a terminal is told
// what is going on.
const patience = time.Second

// progress tells on stderr what apr does: with --verbose each step and its
// time, with --quiet nothing, else what takes longer than a second, and that on
// a terminal only. A nil progress tells nothing.
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
		return func() { p.say("%s took %d ms", what, p.now().Sub(begun).Milliseconds()) }
	}
	if !p.terminal {
		return func() {}
	}
	timer := time.AfterFunc(patience, func() { p.print("%s …", what) })
	return func() { timer.Stop() }
}

// say tells what only --verbose asks for.
func (p *progress) say(format string, args ...any) {
	if p != nil && p.verbose {
		p.print(format, args...)
	}
}

func (p *progress) print(format string, args ...any) {
	p.mu.Lock()
	defer p.mu.Unlock()
	fmt.Fprintf(p.out, "apr: "+format+"\n", args...)
}

// confirm is where a command says that it has done what was asked: nowhere with
// --quiet.
func (e env) confirm() io.Writer {
	if e.progress != nil && e.progress.quiet {
		return io.Discard
	}
	return e.stdout
}
