package format

import (
	"bufio"
	"cmp"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/fatih/color"

	"apr/internal/project"
	"apr/internal/source"
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

// Text prints the counts first, then the verdicts, then the findings by file, what
// needs work first.
func Text(out io.Writer, c *Check) error {
	if c.Result == nil {
		return nil
	}
	if c.Checklist {
		return checklistText(out, c)
	}
	w, p, r, result := bufio.NewWriter(out), newPalette(c.Colour), c.Report, c.Result
	fmt.Fprintf(w, "%s\n%s\n", p.bold(r.Config.Authority.Name+", "+r.Config.Year.String()), deadline(r))
	found := len(result.Findings) > 0 || len(c.Unreadable) > 0
	if found {
		fmt.Fprintf(w, "%s\n", counts(p, c))
	}
	groups, _ := groupFindings(result)
	if len(groups) > 0 {
		heading := "Requirements"
		if !found {
			heading = "Nothing found"
		}
		fmt.Fprintf(w, "\n%s\n", p.bold(heading))
	}
	for _, g := range groups {
		fmt.Fprintf(w, "  %-13s %s\n", g.name, verdicts(p, g.requirements))
	}
	for _, f := range byFile(result.Findings) {
		fmt.Fprintf(w, "\n%s  %s\n", p.bold(cmp.Or(f.name, "No file")), levels(f.findings))
		writeFindings(w, p, f.findings)
	}
	if c.Claims && result.Claims != nil {
		fmt.Fprintf(w, "\n%s\n", p.bold("Claims"))
		ClaimsText(w, result.Claims)
	}
	writeSilenced(w, p, result.Silenced)
	fmt.Fprintf(w, "\n%s\n", counts(p, c))
	if result.Claims != nil && len(result.Claims.Claims) > 0 {
		fmt.Fprintln(w, ClaimsLine(result.Claims))
	}
	writeExcluded(w, r)
	return w.Flush()
}

// inFile is a file with what is found in it.
type inFile struct {
	name     string
	findings []regs.Finding
}

// byFile sorts findings by their files. The file with the worst comes first, and in
// each the worst finding.
func byFile(findings []regs.Finding) []inFile {
	var files []inFile
	for _, f := range findings {
		i := slices.IndexFunc(files, func(in inFile) bool { return in.name == f.Position.File })
		if i < 0 {
			i = len(files)
			files = append(files, inFile{name: f.Position.File})
		}
		files[i].findings = append(files[i].findings, f)
	}
	slices.SortStableFunc(files, func(a, b inFile) int {
		return cmp.Or(severity(a.findings)-severity(b.findings), strings.Compare(a.name, b.name))
	})
	return files
}

// levels says how many findings there are of each level that there are any of.
func levels(findings []regs.Finding) string {
	var parts []string
	for _, l := range regs.Levels {
		n := 0
		for _, f := range findings {
			if f.Level == l {
				n++
			}
		}
		if n > 0 {
			parts = append(parts, fmt.Sprintf("%d %s", n, l))
		}
	}
	return strings.Join(parts, ", ")
}

// deadline says when the report is to be published, or when it was.
func deadline(r *project.Project) string {
	if told := r.Publication(); told != "" {
		return wording.Capital(told)
	}
	by := r.PublishBy().Format("2 January 2006")
	switch n := r.Law().DaysLeft(r.Config.Year, r.Today); {
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
	times := map[source.Position]int{}
	for _, s := range silenced {
		times[s.Position]++
	}
	for _, s := range silenced {
		because := "because: " + s.Reason
		if n := times[s.Position]; n > 1 { // of one reason for several things each must be looked at
			because = fmt.Sprintf("one of %d findings that are silenced here, %s", n, because)
		}
		fmt.Fprintf(w, "    %s: %s %s\n        %s: %s\n", s.Finding.Position, p.dim(string(s.Level)+": "+s.Message), p.dim("["+s.Rule+"]"),
			s.Position, because)
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

// counts says how many requirements aren't met and how many findings there are.
func counts(p palette, c *Check) string {
	met, clean := summary(c.Result)
	paint := p.good
	if !clean {
		paint = p.bad
	}
	line := fmt.Sprintf("%s; %s", paint(met), tally(c.Result))
	if c.Whole != nil {
		line = fmt.Sprintf("%s: %s; of all %s; %s left out", c.Narrowed, line, tally(c.Whole), wording.Count(c.leftOut(), "finding"))
	}
	if n := len(c.Unreadable); n > 0 {
		line += "; " + p.bad(wording.Count(n, "problem keeps the report from being built", "problems keep the report from being built"))
	}
	return line
}
