package mapping

import (
	"bufio"
	"fmt"
	"io"
	"strings"
	"text/tabwriter"

	"apr/internal/wording"
)

// Text prints the proposals for people: each ledger's columns, the rules to paste,
// and the largest cost centres that nothing is known of.
func Text(out io.Writer, proposals []Proposal) error {
	b := bufio.NewWriter(out)
	for i, p := range proposals {
		if i > 0 {
			fmt.Fprintln(b)
		}
		if err := writeProposal(b, p); err != nil {
			return err
		}
	}
	return b.Flush()
}

// shownCentres is how many cost centres are listed that nothing is known of.
const shownCentres = 20

func writeProposal(b *bufio.Writer, p Proposal) error {
	s := p.Survey
	fmt.Fprintf(b, "%s (%s): %s, %s\n", s.Spec.File, s.Spec.Partner, wording.Count(s.Ledger.Lines, "line"), s.Ledger.Total.Exact())
	fmt.Fprintln(b, "\ncolumns")
	w := tabwriter.NewWriter(b, 0, 0, 2, ' ', 0)
	for _, c := range s.Columns {
		name := c.Name
		if name == "" {
			name = "(not used)"
		}
		fmt.Fprintf(w, "  %s\t%s\t%s\n", name, c.Header, strings.Join(c.Examples, "; "))
	}
	if err := w.Flush(); err != nil {
		return err
	}
	if s.Units != "" {
		fmt.Fprintf(b, "\nThe ledger says %q, and apr adds its amounts up as pounds: are they thousands or millions?\nThen export it in pounds and pence.\n", s.Units)
	}
	if s.Ledger.Unclassified == 0 {
		fmt.Fprintln(b, "\nEvery line is classified: nothing to suggest.")
		return nil
	}
	fmt.Fprintf(b, "\nunclassified: %s of %s, %s\n", wording.Count(s.Ledger.Unclassified, "line"), wording.Count(len(s.Unclassified), "cost centre"), s.Ledger.UnclassifiedTotal.Exact())
	if len(p.Rules)+len(p.Ledgers) > 0 {
		text, err := p.YAML()
		if err != nil {
			return err
		}
		fmt.Fprintf(b, "\nproposed for apr.yaml\n\n%s", text)
	}
	if len(p.Left) > 0 {
		fmt.Fprintln(b, "\nnothing is known of")
		w := tabwriter.NewWriter(b, 0, 0, 2, ' ', 0)
		for _, g := range p.Left[:min(len(p.Left), shownCentres)] {
			fmt.Fprintf(w, "  %s\t%s\t%s\t%s\n", g.CostCentre, g.Description, g.Total.Exact(), g.Position)
		}
		if err := w.Flush(); err != nil {
			return err
		}
		if more := len(p.Left) - shownCentres; more > 0 {
			fmt.Fprintf(b, "  and %d more\n", more)
		}
	}
	return nil
}
