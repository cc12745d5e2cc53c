package main

import (
	"context"
	"fmt"
	"io/fs"
	"math"
	"os"
	"path/filepath"

	"github.com/spf13/cobra"

	"apr/indicators"
	"apr/indicators/format"
	"apr/indicators/workbook"
	"apr/internal/source"
)

// diffOptions are the flags of apr diff.
type diffOptions struct {
	Old, New  string
	Authority string
	Threshold float64
	Format    string
}

func newDiff(e env, runF func(context.Context, env, diffOptions) error) *cobra.Command {
	var opts diffOptions
	cmd := &cobra.Command{
		Use:   "diff OLD NEW",
		Short: "Print what changed between two releases of the workbook",
		Long: `diff compares two releases of the core suite workbook (.xlsx, .csv, or a folder of
CSV files): periods and rows that are new or have vanished, and every value,
numerator, denominator and confidence limit that was revised, with both cells.
Revisions beyond the threshold are flagged, as are values and rows that are gone.

A workbook says in words alone where a series can't be compared with its past. So
a changed break shows here as a sentence about comparability, on a sheet beside
the table or above it, that came, went or reads differently.

What changed is information: the exit code is 0.`,
		Example: `  $ apr diff data/Core_Suite_May2026.xlsx data/Core_Suite_Jul2026.xlsx --authority Falkirk
  $ apr diff old.csv new.csv --threshold 2 --format csv > changes.csv`,
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) != 2 {
				return usagef("diff needs two workbooks, the old one and the new one")
			}
			return nil
		},
		RunE: func(cmd *cobra.Command, args []string) error {
			opts.Old, opts.New = args[0], args[1]
			if err := oneOf("format", opts.Format, "text", "json", "csv"); err != nil {
				return err
			}
			if !(opts.Threshold >= 0) || math.IsInf(opts.Threshold, 0) {
				return usagef("--threshold %v: expected a percentage of 0 or more, such as 5", opts.Threshold)
			}
			return runF(cmd.Context(), e, opts)
		},
	}
	cmd.Flags().StringVar(&opts.Authority, "authority", "", "the authority or area; all when absent")
	cmd.Flags().Float64Var(&opts.Threshold, "threshold", indicators.DefaultThreshold, "flag revisions beyond this many percent")
	formatFlag(cmd, &opts.Format, "text", "json", "csv")
	return cmd
}

func runDiff(_ context.Context, e env, opts diffOptions) error {
	var known []string
	if opts.Authority != "" {
		known = append(known, opts.Authority)
	}
	var problems source.Problems
	before, beforeErr := workbook.Read(commandLineFiles{}, filepath.ToSlash(filepath.Clean(opts.Old)), known...)
	after, afterErr := workbook.Read(commandLineFiles{}, filepath.ToSlash(filepath.Clean(opts.New)), known...)
	for _, err := range []error{beforeErr, afterErr} {
		if err := collect(&problems, err); err != nil {
			return err
		}
	}
	if err := problems.Err(); err != nil {
		return err
	}
	area, err := areaOfEither(before, after, opts.Authority)
	if err != nil {
		return err
	}
	for _, w := range []*indicators.Workbook{before, after} {
		for _, p := range w.Problems {
			fmt.Fprintln(e.stderr, p)
		}
	}
	d := indicators.Diff(before, after, indicators.DiffOptions{Area: area, Threshold: opts.Threshold})
	switch opts.Format {
	case "json":
		return format.DiffJSON(e.stdout, d)
	case "csv":
		return format.DiffCSV(e.stdout, d)
	}
	return format.DiffText(e.stdout, d)
}

// collect adds the problems of an input error to others; it returns any other
// error.
func collect(problems *source.Problems, err error) error {
	input, ok := err.(*source.InputError)
	if !ok {
		return err
	}
	for _, p := range input.Problems {
		problems.Add(p)
	}
	return nil
}

// areaOfEither is the workbooks' name for an authority: it may be missing from
// one of them, which is a change too.
func areaOfEither(before, after *indicators.Workbook, name string) (string, error) {
	if name == "" {
		return "", nil
	}
	area, err := after.FindArea(name)
	if err == nil {
		return area, nil
	}
	if area, oldErr := before.FindArea(name); oldErr == nil {
		return area, nil
	}
	return "", err
}

// commandLineFiles opens files by the paths that the command line gives, which
// may lie anywhere, so that positions name them as they were given.
type commandLineFiles struct{}

func (commandLineFiles) Open(name string) (fs.File, error) { return os.Open(filepath.FromSlash(name)) }

// Stat doesn't open the file: to open a pipe would wait for a writer.
func (commandLineFiles) Stat(name string) (fs.FileInfo, error) {
	return os.Stat(filepath.FromSlash(name))
}
