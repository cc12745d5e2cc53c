package main

import (
	"bufio"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/fatih/color"

	"apr/regs"
	"apr/report"
)

// palette colours words on a terminal and leaves them alone elsewhere.
type palette struct{ good, bad, warn, dim, bold func(a ...any) string }

func newPalette(e env) palette {
	on := e.terminal && e.getenv("NO_COLOR") == ""
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

// group is the requirements of one regulation with the findings on them.
type group struct {
	name         string
	requirements []regs.RequirementVerdict
	findings     []regs.Finding
}

// writeCheck prints the verdicts grouped by regulation, what needs work first.
func writeCheck(out io.Writer, p palette, r *report.Report, result *regs.Result) error {
	w := bufio.NewWriter(out)
	fmt.Fprintf(w, "%s\n%s\n", p.bold(r.Project.Authority.Name+", "+r.Project.Year.String()), deadline(r))
	groups, loose := groupFindings(result)
	slices.SortStableFunc(groups, func(a, b group) int { return severity(a.findings) - severity(b.findings) })
	for _, g := range groups {
		if len(g.findings) > 0 {
			writeGroup(w, p, g)
		}
	}
	if len(loose) > 0 {
		fmt.Fprintf(w, "\n%s\n", p.bold("Inputs"))
		for _, f := range loose {
			writeFinding(w, p, f)
		}
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
	writeSummary(w, p, result)
	return w.Flush()
}

func deadline(r *report.Report) string {
	by := r.Project.Year.PublishBy().Format("2 January 2006")
	switch n := r.Project.Year.DaysLeft(r.Today); {
	case n > 0:
		return fmt.Sprintf("Publish by %s: %s left", by, count(n, "day", "days"))
	case n == 0:
		return fmt.Sprintf("Publish by %s: today", by)
	default:
		return fmt.Sprintf("Publish by %s: %s ago", by, count(-n, "day", "days"))
	}
}

// groupFindings sorts requirements and findings into regulations; findings on
// no requirement are loose.
func groupFindings(result *regs.Result) (groups []group, loose []regs.Finding) {
	index := map[string]int{}
	for _, v := range result.Requirements {
		name := regulation(v.ID)
		i, ok := index[name]
		if !ok {
			i = len(groups)
			index[name] = i
			groups = append(groups, group{name: name})
		}
		groups[i].requirements = append(groups[i].requirements, v)
	}
	for _, f := range result.Findings {
		if i, ok := index[regulation(f.Requirement)]; ok {
			groups[i].findings = append(groups[i].findings, f)
		} else {
			loose = append(loose, f)
		}
	}
	return groups, loose
}

// regulation is the heading that a requirement stands under.
func regulation(requirement string) string {
	number, _, _ := strings.Cut(requirement, "(")
	switch number {
	case "":
		return ""
	case "42":
		return "Section 42"
	}
	return "Regulation " + number
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
		for _, f := range g.findings {
			if f.Requirement == v.ID {
				writeFinding(w, p, f)
			}
		}
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
	case regs.Nil, regs.NotApplicable:
		return p.dim("–")
	}
	return p.good("✓")
}

func verdictText(p palette, v regs.RequirementVerdict) string {
	switch v.Verdict {
	case regs.Missing, regs.Incomplete:
		return p.bad(v.Verdict)
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
	unmet := 0
	for _, v := range result.Requirements {
		if v.Verdict == regs.Missing || v.Verdict == regs.Incomplete {
			unmet++
		}
	}
	byLevel := map[regs.Level]int{}
	for _, f := range result.Findings {
		byLevel[f.Level]++
	}
	met := fmt.Sprintf("all %d requirements are answered", len(result.Requirements))
	paint := p.good
	if unmet > 0 {
		met = fmt.Sprintf("%d of %d requirements are not met", unmet, len(result.Requirements))
		paint = p.bad
	}
	fmt.Fprintf(w, "\n%s; findings: %d statutory, %d guidance, %d advice\n", paint(met),
		byLevel[regs.Statutory], byLevel[regs.Guidance], byLevel[regs.Advice])
}
