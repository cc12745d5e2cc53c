// Package preview shows a report in a browser while it is written: it builds
// the report, serves it to this machine only, and builds it again whenever a
// file of the project is saved. What it adds to the page, findings next to their
// sections and problems above all, isn't a part of a built report. It writes
// nothing.
package preview

import (
	"context"
	"crypto/rand"
	"errors"
	"fmt"
	"net"
	"net/http"
	"strconv"
	"time"

	"apr/internal/project"
	"apr/report/compose"
)

// Options say what to show.
type Options struct {
	// Dir is the project folder.
	Dir string
	// Today is the day that the report is checked on, asked at each build.
	Today func() time.Time
	// Compose are the options of a build. A report that findings stand in the way of is
	// shown as a draft.
	Compose compose.Options
	// Report is called after each build with what came of it.
	Report func(Outcome)
}

// Outcome is what came of a build.
type Outcome struct {
	Took time.Duration
	// Err is why there is nothing new to show, a *source.InputError where the
	// inputs are wrong.
	Err error
	// Findings are all that the rules found, Blocking those that are in the
	// way of a report that isn't a draft.
	Findings, Blocking int
	// Changed is false where the page is the same as before.
	Changed bool
}

// Listen opens a port of this machine that no other machine reaches; 0 is any
// that is free.
func Listen(port int) (net.Listener, error) {
	l, err := net.Listen("tcp4", net.JoinHostPort("127.0.0.1", strconv.Itoa(port)))
	if err != nil {
		return nil, fmt.Errorf("listening on port %d: %w; name another with --port, or none for any that is free", port, err)
	}
	return l, nil
}

// Run shows the report on a listener, which it closes, until the context ends.
// It is ready to serve once the first build is done.
func Run(ctx context.Context, l net.Listener, opts Options) error {
	// Watching begins before the first build, so that no save falls between.
	w, err := newWatcher(opts.Dir)
	if err != nil {
		return errors.Join(err, l.Close())
	}
	defer w.close()
	p := &preview{opts: opts, cache: project.NewCache(), run: rand.Text()[:8], broadcast: newBroadcast()}
	p.broadcast.put(notice{page: p.emptyPage()})
	p.build(ctx)
	serving, stop := context.WithCancel(ctx)
	defer stop()
	server := &http.Server{
		Handler:           p.handler(l.Addr().String()),
		ReadHeaderTimeout: 5 * time.Second,
		MaxHeaderBytes:    32 << 10,
		BaseContext:       func(net.Listener) context.Context { return serving }, // which ends the event streams
	}
	failed := make(chan error, 1)
	go func() { failed <- server.Serve(l) }()
	err = w.run(serving, func() { p.rebuild(serving) }, failed)
	stop()
	ending, cancel := context.WithTimeout(context.WithoutCancel(ctx), 2*time.Second)
	defer cancel()
	if shut := server.Shutdown(ending); shut != nil {
		err = errors.Join(err, server.Close())
	}
	return err
}

// preview is a report that is being shown.
type preview struct {
	opts  Options
	cache *project.Cache
	// run distinguishes this run's versions from those of an earlier one on the same
	// port, whose pages may still be open.
	run       string
	built     int
	broadcast *broadcast
}

// errorDelay is how long an error has to be before it is shown: editors write
// a file in steps, and the first may leave it empty.
const errorDelay = 100 * time.Millisecond

// rebuild builds after a save. What can't be built is tried once more.
func (p *preview) rebuild(ctx context.Context) {
	outcome, shown := p.try(ctx)
	if outcome.Err != nil {
		select {
		case <-ctx.Done():
			return
		case <-time.After(errorDelay):
		}
		outcome, shown = p.try(ctx)
	}
	p.show(ctx, outcome, shown)
}

// build builds for the first time.
func (p *preview) build(ctx context.Context) {
	outcome, shown := p.try(ctx)
	p.show(ctx, outcome, shown)
}

func (p *preview) try(ctx context.Context) (Outcome, *shown) {
	begun := time.Now()
	s, err := p.compile(ctx)
	o := Outcome{Took: time.Since(begun), Err: err}
	if err == nil {
		o.Findings, o.Blocking = s.findings, s.blocking
	}
	return o, s
}

// show puts what was built on the board.
func (p *preview) show(ctx context.Context, o Outcome, s *shown) {
	if ctx.Err() != nil {
		return
	}
	now := p.broadcast.now()
	switch {
	case o.Err != nil:
		p.broadcast.put(notice{page: now.page, problems: problemsOf(o.Err)})
	case now.page.same(s):
		p.broadcast.put(notice{page: now.page})
	default:
		o.Changed = true
		p.built++
		s.version = fmt.Sprintf("%s-%d", p.run, p.built)
		p.broadcast.put(notice{page: s})
	}
	if p.opts.Report != nil {
		p.opts.Report(o)
	}
}
