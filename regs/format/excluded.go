package format

import (
	"fmt"
	"io"

	"apr/finance"
	"apr/internal/project"
	"apr/internal/wording"
)

// writeExcluded says what the lines of ledgers come to that rules exclude, by what they are of; the
// sides of transfers are told in the report. Nothing is said where there are none.
func writeExcluded(w io.Writer, r *project.Project) {
	if r.Account == nil {
		return
	}
	for _, kind := range []struct {
		kind finance.Kind
		name string
	}{{finance.Actual, "spend"}, {finance.Plan, "planned spending"}, {finance.Funded, "funding"}} {
		lines, total := 0, finance.Money(0)
		for i := range r.Account.Ledgers {
			for _, e := range r.Account.Ledgers[i].Exclusions {
				if r.Account.Ledgers[i].Kind == kind.kind && e.Transfer == "" {
					lines, total = lines+e.Lines, total+e.Total
				}
			}
		}
		if lines > 0 {
			fmt.Fprintf(w, "not counted, by rules of apr.yaml: %s of %s, %s in all; apr finance says why\n", wording.Count(lines, "line"), kind.name, total.Exact())
		}
	}
}
