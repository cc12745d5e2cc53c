package main

import (
	"fmt"
	"strings"
	"text/tabwriter"

	"apr/indicators/measures"
)

// measuresTopic explains local measures: what a table holds, what apr.yaml adds,
// and what a rating and an escalation are.
func measuresTopic() string {
	var b strings.Builder
	b.WriteString(`Local measures stand beside the core suite. apr reads them from the tables, CSV or
XLSX, that performance systems export: one row for each measure and period (and
locality). Headers are understood in whatever case and order, and under the systems'
usual names, such as Code, Actual or Managed By.

`)
	w := tabwriter.NewWriter(&b, 0, 0, 2, ' ', 0)
	for _, c := range measures.Columns() {
		name := c.Name
		if c.Required {
			name += " *"
		}
		means := c.Means
		if c.OneOf != nil {
			means += ": " + strings.Join(c.OneOf, ", ")
		}
		fmt.Fprintf(w, "  %s\t%s\n", name, means)
	}
	_ = w.Flush() // into a Builder, which never fails
	b.WriteString(`  (* needed)

apr.yaml links them:

  measures:
    files: [data/local-measures.csv]
    tolerance: 5%              # where neither the table nor the list says
    escalate: [red, worsening] # these are the defaults
    list:
      - id: LM01
        outcomes: [2, 9]
        priorities: [Home first]
        directions: [Direction 3]
        target: 95             # where the table has none
        levels: [board, management]
        since: 2023/24         # the first year with data; else five earlier years are needed
        function: integration  # or non-integration

Green meets the target; amber misses it by no more than the tolerance (2 is in the
measure's unit, 5% is of the target); red misses it by more. The value of a reporting
year is the newest whose period ends in it; its trend is against the period before,
of the same length. A locality is held against the target of its own rows alone.

A measure is escalated to the board when it is red (red); amber and worse in each of
the last two periods (worsening); when its rating fell in each of them (fell-back);
when it has no data for the year (no-data) or new data are late (overdue). What the
narrative says under measures in regulation-3.yaml, by id, stands beside it.

  apr build --level board       what is escalated and why, and the aggregate
  apr build --level management  every measure
  apr build --level locality    the measures by locality
  apr calendar                  when each source is next available`)
	return b.String()
}
