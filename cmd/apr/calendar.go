package main

import (
	"context"
	"fmt"
	"time"

	"github.com/spf13/cobra"

	"apr/internal/project"
	"apr/report/calendar"
)

// calendarOptions are the flags of apr calendar.
type calendarOptions struct {
	Dir    string
	Format string
	Today  time.Time
}

func newCalendar(e env, runF func(context.Context, env, calendarOptions) error) *cobra.Command {
	var opts calendarOptions
	cmd := &cobra.Command{
		Use:   "calendar [DIR]",
		Short: "Say when data, meetings and the deadline come next",
		Long: `calendar prints the timetable of the report: when the source of each local measure
is next available, the board's meetings and the days on which papers are due (board
in apr.yaml), the days on which texts are due (people.yaml), the day of publication,
and 31 July, by which section 42(4) wants the report published, with the days left.

Dates come from apr.yaml, people.yaml, the tables of measures and the law. What Public Health
Scotland usually does is called usual: no date is made up.

--format ics is a calendar to subscribe to or import (RFC 5545). Its events keep
their UIDs when a date is moved, so that an import brings them up to date.`,
		Example: `  $ apr calendar
  $ apr calendar reports/2025-26 --format ics > report.ics
  $ apr calendar --format json --date 2026-06-01`,
		Args: maximumOneDir,
		RunE: func(cmd *cobra.Command, args []string) (err error) {
			opts.Dir = projectDir(args)
			if err := oneOf("format", opts.Format, "text", "json", "ics"); err != nil {
				return err
			}
			if opts.Today, _, err = today(cmd, e); err != nil {
				return err
			}
			return runF(cmd.Context(), e, opts)
		},
	}
	formatFlag(cmd, &opts.Format, "text", "json", "ics")
	return cmd
}

func runCalendar(ctx context.Context, e env, opts calendarOptions) error {
	r, err := project.Load(ctx, project.Options{Dir: opts.Dir, Today: opts.Today, Unhashed: true, Cache: e.cache})
	if err != nil {
		return err
	}
	c := calendar.Of(r)
	switch opts.Format {
	case "ics":
		if err := c.ICS(e.stdout, "apr "+version); err != nil {
			return fmt.Errorf("printing the calendar: %w", err)
		}
		return nil
	case "json":
		return c.JSON(e.stdout)
	}
	return c.Text(e.stdout)
}
