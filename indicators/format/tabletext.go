// Package format prints indicators: a table of the core suite, the difference
// between two releases, or what one indicator measures, as text for people and
// as JSON or CSV for programs.
package format

import (
	"bufio"
	"fmt"
	"io"
	"text/tabwriter"

	"apr/indicators"
)

// TableText prints the table for people, with each distinct note once below it.
func TableText(out io.Writer, t *indicators.Table) error {
	b := bufio.NewWriter(out)
	fmt.Fprintf(b, "%s, %s\n\n", t.Area, t.Year)
	w := tabwriter.NewWriter(b, 0, 0, 2, ' ', 0)
	fmt.Fprint(w, "\tunit")
	for _, y := range t.Window {
		fmt.Fprintf(w, "\t%s", y)
	}
	fmt.Fprintln(w, "\tScotland\tchange\trank")
	var notes []string
	numbers := map[string]int{}
	for _, s := range t.Series {
		fmt.Fprintf(w, "%s\t%s", s.Indicator.ID, s.Indicator.Unit)
		for _, p := range s.Points {
			text := string(p.Status)
			if p.Value != nil {
				text = s.Indicator.Format(*p.Value)
			}
			for _, n := range p.Notes {
				if numbers[n] == 0 {
					notes = append(notes, n)
					numbers[n] = len(notes)
				}
				text += fmt.Sprintf(" [%d]", numbers[n])
			}
			fmt.Fprintf(w, "\t%s", text)
		}
		fmt.Fprintf(w, "\t%s\t%s\t%s\n", scotlandText(s), changeText(s), rankText(s))
	}
	if err := w.Flush(); err != nil {
		return err
	}
	fmt.Fprintln(b)
	for i, n := range notes {
		fmt.Fprintf(b, "[%d] %s\n", i+1, n)
	}
	return b.Flush()
}

func scotlandText(s *indicators.Series) string {
	if p := s.Newest(); p != nil && p.Scotland != nil {
		return s.Indicator.Format(*p.Scotland)
	}
	return "-"
}

func changeText(s *indicators.Series) string {
	if s.FromPrevious == nil {
		return "-"
	}
	return s.FromPrevious.Describe(s.Indicator) + ": " + string(s.FromPrevious.Direction)
}

func rankText(s *indicators.Series) string {
	rank, of := s.Rank()
	if rank == 0 {
		return "-"
	}
	return fmt.Sprintf("%d of %d", rank, of)
}
