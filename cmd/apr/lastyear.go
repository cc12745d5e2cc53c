package main

import (
	"context"
	"fmt"
	"time"

	"github.com/spf13/cobra"

	"apr/internal/project"
	"apr/regs"
)

func lastYearFlag(cmd *cobra.Command, target *string) {
	cmd.Flags().StringVar(target, "last-year", "", "folder of last year's project: tell paragraphs that stand in both")
	_ = cmd.MarkFlagDirname("last-year")
}

// loadBeside reads a project beside last year's, of which only the words are read,
// and begins to check it; "" for none.
func loadBeside(ctx context.Context, dir, lastYear string, day time.Time) (*project.Project, func() *regs.Result, error) {
	r, err := project.Load(ctx, project.Options{Dir: dir, Today: day, Unhashed: true})
	if err != nil {
		return nil, nil, err
	}
	if lastYear != "" {
		before, words, err := project.LoadNarrative(ctx, project.Options{Dir: lastYear, Today: day})
		if err != nil {
			return nil, nil, fmt.Errorf("reading last year's project %s: %v", lastYear, err) // not %w: its places are of another project
		}
		if before.Year >= r.Config.Year {
			return nil, nil, usagef("--last-year: %s is a project for %s; this one is for %s", lastYear, before.Year, r.Config.Year)
		}
		r.LastYear = words
	}
	return r, regs.Start(r), nil
}
