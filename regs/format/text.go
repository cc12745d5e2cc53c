package format

import (
	"bufio"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/fatih/color"

	"apr/internal/project"
	"apr/internal/wording"
	"apr/regs"
)

// palette colours words on a terminal and leaves them alone elsewhere.
type palette struct{ good, bad, warn, dim, bold func(a ...any) string }

func newPalette(on bool) palette {
	paint := func(attributes ...color.Attribute) func(a ...any) string {
		c := color.New(attributes...)
		if on {
			c.EnableColor()
		} else {
			c.DisableColor()
		}
		return c.SprintFunc()
	}
	return palette{
		good: paint(color.FgGreen), bad: paint(color.FgRed, color.Bold), warn: paint(color.FgYellow),
		dim: paint(color.Faint), bold: paint(color.Bold),
	}
}

// Text prints the verdicts grouped by regulation, what needs work first.
func Text(out io.Writer, c *Check) error {
	if c.Result == nil {
		return nil
	}
	w, p, r, result := bufio.NewWriter(out), newPalette(c.Colour), c.Report, c.Result
	fmt.Fprintf(w, "%s\n%s\n", p.bold(r.Config.Authority.Name+", "+r.Config.Year.String()), deadline(r))
	groups, loose := groupFindings(result)
	slices.SortStableFunc(groups, func(a, b group) int { return severity(a.findings) - severity(b.findings) })
	for _, g := range groups {
		if len(g.findings) > 0 {
			writeGroup(w, p, g)
		}
	}
	if len(loose) > 0 {
		fmt.Fprintf(w, "\n%s\n", p.bold(besides))
		writeFindings(w, p, loose)
	}
	clean := false
	for _, g := range groups {
		if len(g.findings) > 0 {
			continue
		}
		if !clean {
			fmt.Fprintf(w, "\n%s\n", p.bold("Nothing found"))
			clean = true
		}
		fmt.Fprintf(w, "  %-13s %s\n", g.name, verdicts(p, g.requirements))
	}
	writeSilenced(w, p, result.Silenced)
	writeSummary(w, p, result)
	return w.Flush()
}

func deadline(r *project.Project) string {
	by := r.Config.Year.PublishBy().Format("2 January 2006")
	switch n := r.Config.Year.DaysLeft(r.Today); {
	case n > 0:
		return fmt.Sprintf("Publish by %s: %s left", by, wording.Count(n, "day"))
	case n == 0:
		return fmt.Sprintf("Publish by %s: today", by)
	default:
		return fmt.Sprintf("Publish by %s: %s ago", by, wording.Count(-n, "day"))
	}
}

// severity orders groups by their worst finding; 3 where there is none.
func severity(findings []regs.Finding) int {
	worst := len(regs.Levels)
	for _, f := range findings {
		worst = min(worst, slices.Index(regs.Levels, f.Level))
	}
	return worst
}

func writeGroup(w io.Writer, p palette, g group) {
	fmt.Fprintf(w, "\n%s\n", p.bold(g.name))
	for _, v := range g.requirements {
		fmt.Fprintf(w, "  %s %-10s %s: %s\n", verdictMark(p, v.Verdict), v.ID, v.Title, verdictText(p, v))
		writeFindings(w, p, slices.DeleteFunc(slices.Clone(g.findings), func(f regs.Finding) bool { return f.Requirement != v.ID }))
	}
}

// writeFindings prints findings in their order. Where one after the other says
// the same of another place, as of nine outcomes that nobody has written yet,
// what the rule wants is said once.
func writeFindings(w io.Writer, p palette, findings []regs.Finding) {
	for i, f := range findings {
		if i > 0 && f.Wanted != "" && len(f.Related) == 0 && f.Rule == findings[i-1].Rule && f.Wanted == findings[i-1].Wanted {
			f.Message, f.Hint = f.Found, ""
		}
		writeFinding(w, p, f)
	}
}

// writeSilenced prints what apr.yaml silences, each with the reason.
func writeSilenced(w io.Writer, p palette, silenced []regs.Silenced) {
	if len(silenced) > 0 {
		fmt.Fprintf(w, "\n%s\n", p.bold("Silenced in apr.yaml"))
	}
	for _, s := range silenced {
		fmt.Fprintf(w, "    %s: %s %s\n        %s: %s\n", s.Finding.Position, p.dim(string(s.Level)+": "+s.Message), p.dim("["+s.Rule+"]"),
			s.Position, "because: "+s.Reason)
	}
}

func writeFinding(w io.Writer, p palette, f regs.Finding) {
	paint := p.warn
	if f.Level == regs.Statutory {
		paint = p.bad
	}
	fmt.Fprintf(w, "    %s: %s: %s %s\n", f.Position, paint(f.Level), f.Message, p.dim("["+f.Rule+"]"))
	if f.Hint != "" {
		fmt.Fprintf(w, "        %s\n", strings.ReplaceAll(f.Hint, "\n", "\n        "))
	}
	for _, related := range f.Related {
		fmt.Fprintf(w, "        %s: %s\n", related.Position, related.Message)
	}
}

func verdictMark(p palette, v regs.Verdict) string {
	switch v {
	case regs.Missing, regs.Incomplete:
		return p.bad("✗")
	case regs.Unanswered:
		return p.warn("?")
	case regs.Nil, regs.NotApplicable:
		return p.dim("–")
	}
	return p.good("✓")
}

func verdictText(p palette, v regs.RequirementVerdict) string {
	switch v.Verdict {
	case regs.Missing, regs.Incomplete:
		return p.bad(v.Verdict)
	case regs.Unanswered:
		return p.warn(v.Verdict)
	}
	return string(v.Verdict)
}

// verdicts is a regulation's requirements on one line.
func verdicts(p palette, requirements []regs.RequirementVerdict) string {
	var parts []string
	for _, v := range requirements {
		s := verdictMark(p, v.Verdict) + " " + v.ID
		if v.Verdict != regs.Met {
			s += " " + string(v.Verdict)
		}
		parts = append(parts, s)
	}
	return strings.Join(parts, "  ")
}

func writeSummary(w io.Writer, p palette, result *regs.Result) {
	met, clean := summary(result)
	paint := p.good
	if !clean {
		paint = p.bad
	}
	fmt.Fprintf(w, "\n%s; %s\n", paint(met), tally(result))
}
