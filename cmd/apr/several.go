package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"runtime/debug"
	"strings"

	"github.com/spf13/cobra"
	"golang.org/x/sync/errgroup"

	"apr/internal/wording"
)

// someDirs accepts any number of project folders, each once.
func someDirs(_ *cobra.Command, args []string) error {
	for i, dir := range args {
		for _, other := range args[:i] {
			if sameFolder(dir, other) {
				return usagef("the folder %s is named twice, as %s and as %s", dir, other, dir)
			}
		}
	}
	return nil
}

func sameFolder(a, b string) bool {
	first, err := os.Stat(a)
	second, err2 := os.Stat(b)
	if err != nil || err2 != nil {
		return filepath.Clean(a) == filepath.Clean(b)
	}
	return os.SameFile(first, second)
}

// foldersIn are the folders for several projects' outputs within one: each has
// its project's name, which therefore no two may share. On some machines names that
// differ only in case are the same.
func foldersIn(out string, dirs []string) ([]string, error) {
	folders := make([]string, len(dirs))
	for i, dir := range dirs {
		path, err := filepath.Abs(dir)
		if err != nil {
			return nil, fmt.Errorf("finding the name of %s: %w", dir, err)
		}
		folders[i] = filepath.Join(out, filepath.Base(path))
		for k, other := range folders[:i] {
			if strings.EqualFold(folders[i], other) {
				return nil, usagef("--output: %s and %s would both be written to %s; build them one by one, or rename a folder", dirs[k], dir, folders[i])
			}
		}
	}
	return folders, nil
}

// job is the work on one of several projects.
type job struct {
	dir string
	run func(context.Context, env) error
}

// outcome is what a job printed and how it ended.
type outcome struct {
	out, err bytes.Buffer
	code     int
	done     chan struct{}
}

// verbs say what a command has done with projects that end with 0 and with 1.
type verbs struct{ done, refused string }

// heapGrowthOfSeveral is heapGrowth where several projects are in memory at once: eight that
// are built take 135 MB rather than 190, and a tenth more of the processor's time.
const heapGrowthOfSeveral = 100

// runSeveral runs the jobs concurrently, as many at once as there are
// processors. What each prints comes out whole and in the order of the command
// line, and a job that fails doesn't stop the others. The worst of their exit
// codes counts: 3, then 1, then 0.
func runSeveral(ctx context.Context, e env, jobs []job, words verbs) error {
	done := e.progress.step(fmt.Sprintf("working on %d projects", len(jobs)))
	defer done()
	if e.getenv("GOGC") == "" {
		defer debug.SetGCPercent(debug.SetGCPercent(heapGrowthOfSeveral))
	}
	outcomes := make([]*outcome, len(jobs))
	for i := range jobs {
		outcomes[i] = &outcome{done: make(chan struct{})}
	}
	go func() {
		var group errgroup.Group
		group.SetLimit(runtime.GOMAXPROCS(0))
		for i, j := range jobs {
			group.Go(func() error {
				outcomes[i].do(ctx, e, j)
				return nil
			})
		}
		_ = group.Wait() // the jobs' errors are in their outcomes
	}()
	var errs []error
	for i, o := range outcomes {
		<-o.done
		errs = append(errs, o.print(e, jobs[i].dir))
	}
	if err := errors.Join(errs...); err != nil {
		return fmt.Errorf("printing: %w", err)
	}
	return printSummary(e, jobs, outcomes, words)
}

// do runs a job and keeps what it prints.
func (o *outcome) do(ctx context.Context, e env, j job) {
	defer close(o.done)
	own := e
	own.stdout, own.stderr = &o.out, &o.err
	if e.progress != nil {
		own.progress = &progress{out: &o.err, now: e.now, quiet: e.progress.quiet, verbose: e.progress.verbose}
	}
	err := ctx.Err()
	if err == nil {
		err = j.run(ctx, own)
	}
	o.code = exitCode(&o.err, err)
}

// print prints what a job printed, under its folder's name where it is on
// stderr, since places there are relative to the folder.
func (o *outcome) print(e env, dir string) error {
	var err error
	if o.err.Len() > 0 {
		_, err = fmt.Fprintf(e.stderr, "== %s\n%s", dir, o.err.Bytes())
	}
	_, errOut := e.stdout.Write(o.out.Bytes())
	return errors.Join(err, errOut)
}

// printSummary prints on stderr how many projects ended how, and which of them
// didn't end well.
func printSummary(e env, jobs []job, outcomes []*outcome, words verbs) error {
	var by [exitInput + 1][]string
	for i, o := range outcomes {
		by[o.code] = append(by[o.code], jobs[i].dir)
	}
	line := fmt.Sprintf("%s: %d %s", wording.Count(len(jobs), "project"), len(by[exitOK]), words.done)
	for _, bad := range []struct {
		code int
		verb string
	}{{exitFindings, words.refused}, {exitInput, "failed"}} {
		line += fmt.Sprintf(", %d %s", len(by[bad.code]), bad.verb)
		if names := by[bad.code]; len(names) > 0 {
			line += " (" + strings.Join(names, ", ") + ")"
		}
	}
	quiet := e.progress != nil && e.progress.quiet
	if len(by[exitOK]) < len(jobs) || !quiet {
		fmt.Fprintf(e.stderr, "apr: %s\n", line)
	}
	switch {
	case len(by[exitInput]) > 0:
		return errReported
	case len(by[exitFindings]) > 0:
		return errFindings
	}
	return nil
}
