package calendar

import (
	"cmp"
	"fmt"
	"io"
	"strings"
	"text/tabwriter"

	"apr/internal/wording"
)

// Text prints the timetable for people.
func (c *Calendar) Text(out io.Writer) error {
	fmt.Fprintf(out, "%s, %s, on %s: %s\n\n", c.Authority, c.Year, c.Today.Format("2 January 2006"), cmp.Or(c.Published, wording.DaysLeft(c.DaysLeft)))
	w := tabwriter.NewWriter(out, 0, 0, 2, ' ', 0)
	for _, ev := range c.Events {
		days, _ := c.Days(ev)
		word := string(ev.Certainty)
		if c.Overdue(ev) {
			word = "overdue"
		}
		fmt.Fprintf(w, "%s\t%s\t%s\t%s\t%s\n", ev.When, inDays(days), ev.Kind, word, titleWithMeasures(ev))
	}
	if err := w.Flush(); err != nil {
		return fmt.Errorf("printing the calendar: %w", err)
	}
	if len(c.Undated) > 0 {
		fmt.Fprintln(out, "\nWithout a date:")
	}
	for _, ev := range c.Undated {
		fmt.Fprintf(out, "  %s\n", titleWithMeasures(ev))
	}
	return nil
}

// titleWithMeasures is an event in a line, with the measures or the texts it is about, of
// many the first ones.
func titleWithMeasures(ev Event) string {
	title := ev.Title
	if len(ev.Measures) > 0 {
		title += " (" + someOf(ev.Measures) + ")"
	}
	if len(ev.Texts) > 0 {
		title += " (" + someOf(ev.Texts) + ")"
	}
	return title
}

// someOf are the names that a line has room for, and how many there are beside: the other
// formats have them all.
func someOf(names []string) string {
	const most = 5
	if rest := len(names) - most; rest > 1 {
		return fmt.Sprintf("%s and %d more", strings.Join(names[:most], ", "), rest)
	}
	return strings.Join(names, ", ")
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
