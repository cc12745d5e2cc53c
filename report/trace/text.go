package trace

import (
	"bufio"
	"fmt"
	"io"
	"strings"
	"text/tabwriter"

	"apr/internal/project/datum"
	"apr/internal/source"
	"apr/internal/wording"
)

// Text prints a trace for people; its operands follow, each whole.
func Text(out io.Writer, t *Trace) error {
	b := bufio.NewWriter(out)
	for i, each := range flatten(t, nil) {
		if i > 0 {
			fmt.Fprintln(b)
		}
		writeOne(b, each)
	}
	return b.Flush()
}

// flatten lists a trace and its operands, each once.
func flatten(t *Trace, list []*Trace) []*Trace {
	for _, known := range list {
		if known.ID == t.ID {
			return list
		}
	}
	list = append(list, t)
	for _, o := range t.Operands {
		list = flatten(o, list)
	}
	return list
}

func writeOne(b io.Writer, t *Trace) {
	fmt.Fprintln(b, t.ID)
	if t.NoValue != "" {
		fmt.Fprintf(b, "  no value: %s\n", t.NoValue)
		writePosition(b, t.Position)
		writeNotes(b, t.Notes)
		return
	}
	fmt.Fprintf(b, "  %s\n  %s", t.Title, withUnit(t.Value, t.Unit))
	if shown := strings.Join(t.Shown, ", or "); shown != t.Value {
		fmt.Fprintf(b, ", shown as %s", shown)
	}
	fmt.Fprintln(b)
	if t.Cell == nil && t.Amount == nil {
		writePosition(b, t.Position)
	}
	if t.Formula != "" {
		fmt.Fprintf(b, "  = %s\n", t.Formula)
	}
	for _, o := range t.Operands {
		fmt.Fprintf(b, "    %s: %s\n", o.ID, withUnit(o.Value, o.Unit))
	}
	writeCell(b, t.Cell)
	writeAmount(b, t.Amount)
	if l := t.Ledger; l != nil {
		fmt.Fprintf(b, "  %s: %s read = %d classified + %d unclassified + %d totals + %d without an amount",
			l.File, wording.Count(l.Lines, "line"), l.Classified, l.Unclassified, l.Totals, l.Empty)
		if rest := l.Excluded + l.Reported; rest > 0 {
			fmt.Fprintf(b, " + %d excluded or told", rest)
		}
		fmt.Fprintf(b, "\n  total %s", l.Total)
		if l.Control != "" {
			fmt.Fprintf(b, ", control total %s", l.Control)
		}
		fmt.Fprintln(b)
	}
	writeAreas(b, t.Areas)
	writeNotes(b, t.Notes)
}

func withUnit(value, unit string) string {
	switch unit {
	case "":
		return value
	case "£":
		return "£" + value
	case "%":
		return value + "%"
	}
	return value + " " + unit
}

func writePosition(b io.Writer, at *source.Position) {
	if at != nil {
		fmt.Fprintf(b, "  at %s\n", at)
	}
}

func writeNotes(b io.Writer, notes []string) {
	for _, n := range notes {
		for i, line := range wording.Wrap(n, 78) {
			lead := "    "
			if i == 0 {
				lead = "  - "
			}
			fmt.Fprintln(b, lead+line)
		}
	}
}

// writeCell prints a cell of the workbook with what is next to it.
func writeCell(b io.Writer, c *Cell) {
	if c == nil {
		return
	}
	fmt.Fprintf(b, "  %s\n    %s, %s: %s\n", c.Position, c.Area, c.Period, datum.Exact(c.Value))
	number := func(name string, v *float64) {
		if v != nil {
			fmt.Fprintf(b, "    %s %s\n", name, datum.Exact(*v))
		}
	}
	number("numerator", c.Numerator)
	number("denominator", c.Denominator)
	if c.Lower != nil && c.Upper != nil {
		fmt.Fprintf(b, "    95%% confidence limits %s to %s\n", datum.Exact(*c.Lower), datum.Exact(*c.Upper))
	}
	if c.Mark != "" {
		fmt.Fprintf(b, "    marked %q\n", c.Mark)
	}
	fmt.Fprintf(b, "    period: %s\n", c.Basis)
}

// writeAreas prints the values that a rank or an average is of.
func writeAreas(b io.Writer, areas []Area) {
	if len(areas) == 0 {
		return
	}
	w := tabwriter.NewWriter(b, 0, 0, 2, ' ', 0)
	for i, a := range areas {
		fmt.Fprintf(w, "    %d\t%s\t%s\t%s\n", i+1, a.Area, datum.Exact(a.Value), a.Position)
	}
	_ = w.Flush() // b keeps the error
}

// writeAmount prints what an amount was added up from.
func writeAmount(b io.Writer, a *Amount) {
	if a == nil {
		return
	}
	if len(a.Files) > 0 {
		fmt.Fprintf(b, "  ledgers, %s:\n", wording.Count(a.Lines, "line"))
		w := tabwriter.NewWriter(b, 0, 0, 2, ' ', tabwriter.AlignRight)
		for _, f := range a.Files {
			fmt.Fprintf(w, "  %d\t%s\t %s (%s)\n", f.Lines, f.Amount, f.File, f.Partner)
		}
		_ = w.Flush()
	}
	if len(a.Parts) > 0 {
		fmt.Fprintln(b, "  by rule:")
		writeParts(b, a.Parts)
	}
	for _, s := range a.Apportioned {
		fmt.Fprintf(b, "  apportioned by %s (%s), %s of %s: %s\n", s.Name, s.Position, s.Share, s.Whole, s.Amount)
		writeParts(b, s.Parts)
	}
	for _, h := range a.History {
		fmt.Fprintf(b, "  %s: %s (%s)\n", h.Position, h.Amount, h.What)
	}
	writeLines(b, a.Largest)
}

func writeParts(b io.Writer, parts []Part) {
	w := tabwriter.NewWriter(b, 0, 0, 2, ' ', tabwriter.AlignRight)
	for _, p := range parts {
		why := p.Because
		if p.Rule != nil {
			why = fmt.Sprintf("rule %d (%s) %s", p.Rule.Number, p.Rule.Position, p.Rule.Text)
		}
		fmt.Fprintf(w, "  %d\t%s\t %s, %s; %s\n", p.Lines, p.Amount, p.File, p.Column, why)
	}
	_ = w.Flush()
}

// writeLines prints the largest lines.
func writeLines(b io.Writer, lines []Line) {
	if len(lines) == 0 {
		return
	}
	fmt.Fprintln(b, "  largest lines:")
	w := tabwriter.NewWriter(b, 0, 0, 2, ' ', tabwriter.AlignRight)
	for _, l := range lines {
		text := l.Text
		if l.Apportioned != "" {
			text += "; apportioned by " + l.Apportioned
		}
		fmt.Fprintf(w, "  %s\t %s: %s\n", l.Amount, l.Position, text)
	}
	_ = w.Flush()
}
