package main

import (
	"context"
	"fmt"
	"io"
	"strings"
	"text/tabwriter"
	"time"

	"github.com/spf13/cobra"

	"apr/internal/source"
	"apr/internal/wording"
	"apr/report"
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
in apr.yaml), the day of publication, and 31 July, by which section 42(4) wants the
report published, with the days left.

Dates come from apr.yaml, the tables of measures and the law. What Public Health
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
	r, err := report.Load(ctx, report.Options{Dir: opts.Dir, Today: opts.Today, Unhashed: true})
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
		return writeJSON(e.stdout, calendarOf(c))
	}
	return calendarText(e.stdout, c)
}

// calendarText prints the timetable for people.
func calendarText(out io.Writer, c *calendar.Calendar) error {
	fmt.Fprintf(out, "%s, %s, on %s: %s\n\n", c.Authority, c.Year, c.Today.Format("2 January 2006"), daysLeft(c.Year.DaysLeft(c.Today)))
	w := tabwriter.NewWriter(out, 0, 0, 2, ' ', 0)
	for _, ev := range c.Events {
		days, _ := c.Days(ev)
		word := string(ev.Certainty)
		if c.Overdue(ev) {
			word = "overdue"
		}
		fmt.Fprintf(w, "%s\t%s\t%s\t%s\t%s\n", ev.When, inDays(days), ev.Kind, word, calendarTitle(ev))
	}
	if err := w.Flush(); err != nil {
		return fmt.Errorf("printing the calendar: %w", err)
	}
	if len(c.Undated) > 0 {
		fmt.Fprintln(out, "\nWithout a date:")
	}
	for _, ev := range c.Undated {
		fmt.Fprintf(out, "  %s\n", calendarTitle(ev))
	}
	return nil
}

// calendarTitle is an event in a line, with the measures it is about.
func calendarTitle(ev calendar.Event) string {
	title := ev.Title
	if len(ev.Measures) > 0 {
		title += " (" + strings.Join(ev.Measures, ", ") + ")"
	}
	return title
}

func inDays(n int) string {
	switch {
	case n == 0:
		return "today"
	case n < 0:
		return wording.Count(-n, "day ago", "days ago")
	}
	return "in " + wording.Count(n, "day")
}

func daysLeft(n int) string {
	if n < 0 {
		return wording.Count(-n, "day") + " past the last day for publication"
	}
	return wording.Count(n, "day") + " left until the last day for publication"
}

// calendarJSON is the timetable for programs.
type calendarJSON struct {
	Authority string      `json:"authority"`
	Year      string      `json:"year"`
	Today     string      `json:"today"`
	PublishBy string      `json:"publish_by"`
	DaysLeft  int         `json:"days_left"`
	Events    []eventJSON `json:"events"`
	Undated   []eventJSON `json:"undated"`
}

// eventJSON is an event: From and To are its first and last day, both "" where
// no date is known.
type eventJSON struct {
	Kind      calendar.Kind      `json:"kind"`
	Certainty calendar.Certainty `json:"certainty"`
	From      string             `json:"from,omitempty"`
	To        string             `json:"to,omitempty"`
	Days      *int               `json:"days,omitempty"`
	Overdue   bool               `json:"overdue,omitempty"`
	Title     string             `json:"title"`
	Detail    string             `json:"detail,omitempty"`
	Measures  []string           `json:"measures,omitempty"`
	Position  *source.Position   `json:"position,omitempty"`
}

func calendarOf(c *calendar.Calendar) calendarJSON {
	out := calendarJSON{
		Authority: c.Authority, Year: c.Year.String(), Today: c.Today.Format(time.DateOnly),
		PublishBy: c.Year.PublishBy().Format(time.DateOnly), DaysLeft: c.Year.DaysLeft(c.Today),
		Events: []eventJSON{}, Undated: []eventJSON{},
	}
	event := func(ev calendar.Event) eventJSON {
		j := eventJSON{Kind: ev.Kind, Certainty: ev.Certainty, Overdue: c.Overdue(ev), Title: ev.Title, Detail: ev.Detail, Measures: ev.Measures}
		if !ev.When.IsZero() {
			j.From, j.To = ev.When.Start.Format(time.DateOnly), ev.When.End().Format(time.DateOnly)
		}
		if days, known := c.Days(ev); known {
			j.Days = &days
		}
		if !ev.Position.IsZero() {
			j.Position = &ev.Position
		}
		return j
	}
	for _, ev := range c.Events {
		out.Events = append(out.Events, event(ev))
	}
	for _, ev := range c.Undated {
		out.Undated = append(out.Undated, event(ev))
	}
	return out
}
