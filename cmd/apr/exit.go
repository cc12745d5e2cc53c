package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"slices"
	"strings"

	"apr/internal/source"
	"apr/internal/wording"
)

// Exit codes.
const (
	exitOK       = 0 // done and clean
	exitFindings = 1 // findings at or above --fail-on, or build refused
	exitUsage    = 2 // the command line is wrong
	exitInput    = 3 // an input can't be read, or apr itself failed
)

// errFindings says that the command did its work and the answer is no. What it
// found has been printed already.
var errFindings = errors.New("findings")

// errReported says that inputs can't be read, or that apr failed, and that the
// reason has been printed already.
var errReported = errors.New("failed")

// usageError is a mistake on the command line.
type usageError struct{ error }

func usagef(format string, args ...any) error { return usageError{fmt.Errorf(format, args...)} }

// run executes the command line and returns the exit code.
func run(ctx context.Context, args []string, e env) int {
	started := false
	root := newRoot(e, &started)
	if completes(args) {
		completeEverything(root, e)
	}
	root.SetArgs(args)
	root.SetOut(e.stdout)
	root.SetErr(e.stderr)
	cmd, err := root.ExecuteContextC(ctx)
	var usage usageError
	if err != nil && (errors.As(err, &usage) || !started) {
		fmt.Fprintf(e.stderr, "apr: %v\nSee '%s --help'.\n", err, cmd.CommandPath())
		return exitUsage
	}
	return exitCode(e.stderr, err)
}

// exitCode prints the error that the work on a project ended with, if any, and
// returns the exit code for it.
func exitCode(w io.Writer, err error) int {
	var input *source.InputError
	switch {
	case err == nil:
		return exitOK
	case errors.Is(err, errFindings):
		return exitFindings
	case errors.Is(err, errReported):
	case errors.As(err, &input):
		fmt.Fprintln(w, input)
		fmt.Fprintf(w, "apr: %s; nothing was written\n", wording.Count(len(input.Problems), "problem in the inputs", "problems in the inputs"))
	case errors.Is(err, context.Canceled):
		fmt.Fprintln(w, "apr: stopped before it was done; nothing was written")
	default:
		fmt.Fprintf(w, "apr: %s\n", plain(err))
	}
	return exitInput
}

// plain is an error for people. What the system says of a file that is missing or closed
// to the reader ("stat a.docx: no such file or directory") names a call of the system and
// nothing to do.
func plain(err error) string {
	at, ok := errors.AsType[*fs.PathError](err)
	if !ok || !slices.Contains([]string{"open", "stat", "lstat", "read"}, at.Op) {
		return err.Error()
	}
	var words string
	switch {
	case errors.Is(at.Err, fs.ErrNotExist):
		words = fmt.Sprintf("there is no file or folder %s; check how its name is written and the folder that it is in", at.Path)
	case errors.Is(at.Err, fs.ErrPermission):
		words = fmt.Sprintf("%s may not be read by you; ask its owner for the right to, or copy it to a folder of yours", at.Path)
	default:
		return err.Error()
	}
	return strings.Replace(err.Error(), at.Error(), words, 1)
}
