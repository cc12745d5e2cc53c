package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"runtime"
	"time"

	"github.com/spf13/cobra"

	"apr/internal/project"
	"apr/internal/source"
	"apr/internal/wording"
	"apr/report/compose"
	"apr/report/preview"
)

// previewOptions are the flags of apr preview.
type previewOptions struct {
	Dir  string
	Port int
	Open bool
	// Today is the day of the check, asked at each build.
	Today func() time.Time
	// Date is the day of the report when the command line or the environment
	// gave it, else "".
	Date string
}

func newPreview(e env, runF func(context.Context, env, previewOptions) error) *cobra.Command {
	var opts previewOptions
	cmd := &cobra.Command{
		Use:   "preview [DIR]",
		Short: "Show the report in a browser and follow every save",
		Long: `preview builds the report and serves it to this machine's browsers, at the address
that it prints. Whenever a file of the project is saved it builds again, and open
pages show the new report where the reader was. Findings stand beside the section
that they belong to, with the file and line. While a save can't be built the page
says why, above the last report that could.

The page shows what apr build would make: as a draft where findings stand in the
way of anything else. The PDF is at /report.pdf. Nothing is written. Ctrl-C ends it.`,
		Example: `  $ apr preview
  $ apr preview reports/2025-26 --open
  $ apr preview --port 8080`,
		Args: maximumOneDir,
		RunE: func(cmd *cobra.Command, args []string) error {
			opts.Dir = projectDir(args)
			if opts.Port < 0 || opts.Port > 65535 {
				return usagef("--port %d: expected 1 to 65535, or 0 for any that is free", opts.Port)
			}
			day, given, err := today(cmd, e)
			if err != nil {
				return err
			}
			opts.Today = e.now
			if given {
				opts.Date = day.Format(time.DateOnly)
				opts.Today = func() time.Time { return day }
			}
			return runF(cmd.Context(), e, opts)
		},
	}
	cmd.Flags().IntVar(&opts.Port, "port", 0, "port of this machine to serve on (default any that is free)")
	cmd.Flags().BoolVar(&opts.Open, "open", false, "open the page in the browser")
	return cmd
}

func runPreview(ctx context.Context, e env, opts previewOptions) error {
	// A project that isn't there yet is waited for, but not its folder.
	if info, err := os.Stat(opts.Dir); err != nil || !info.IsDir() {
		_, err := project.Load(ctx, project.Options{Dir: opts.Dir})
		return err
	}
	listener, err := preview.Listen(opts.Port)
	if err != nil {
		return err
	}
	address := "http://" + listener.Addr().String() + "/"
	first, failed := true, false
	return preview.Run(ctx, listener, preview.Options{
		Dir:     opts.Dir,
		Today:   opts.Today,
		Compose: compose.Options{Generator: "apr " + version, Date: opts.Date},
		Report: func(o preview.Outcome) {
			reportOutcome(e, o, failed)
			failed = o.Err != nil
			if !first {
				return
			}
			first = false
			fmt.Fprintf(e.stdout, "%s shows %s; Ctrl-C ends it\n", address, opts.Dir)
			if opts.Open {
				openBrowser(ctx, e, address)
			}
		},
	})
}

// reportOutcome prints on stderr how a build ended, unless nothing changed.
func reportOutcome(e env, o preview.Outcome, failed bool) {
	var input *source.InputError
	switch {
	case e.progress != nil && e.progress.quiet:
	case errors.As(o.Err, &input):
		fmt.Fprintf(e.stderr, "%v\napr: %s; the page says so until a save puts that right\n",
			input, wording.Count(len(input.Problems), "problem in the inputs", "problems in the inputs"))
	case o.Err != nil:
		fmt.Fprintf(e.stderr, "apr: %v\n", o.Err)
	case o.Changed || failed:
		fmt.Fprintf(e.stderr, "apr: built in %d ms, %s\n", o.Took.Milliseconds(), wording.Count(o.Findings, "finding"))
	}
}

// openBrowser opens a page in the browser that the machine has for it. The
// preview goes on without one.
func openBrowser(ctx context.Context, e env, address string) {
	command := []string{"xdg-open", address}
	switch runtime.GOOS {
	case "darwin":
		command[0] = "open"
	case "windows":
		command = []string{"rundll32", "url.dll,FileProtocolHandler", address}
	}
	opener := exec.CommandContext(ctx, command[0], command[1:]...)
	if err := opener.Start(); err != nil {
		fmt.Fprintf(e.stderr, "apr: no browser could be opened (%v); open %s in one\n", err, address)
		return
	}
	go func() { _ = opener.Wait() }() // how the browser ends doesn't concern apr
}
