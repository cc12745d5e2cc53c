package format

import (
	"bufio"
	"fmt"
	"io"
	"strings"

	"apr/internal/source"
	"apr/internal/wording"
	"apr/regs"
)

// mostAnnotations is how many annotations of a kind GitHub shows of one step;
// of more it drops some without a word.
const mostAnnotations = 10

// annotation is one workflow command of GitHub Actions.
type annotation struct {
	kind    string // error, warning or notice
	pos     source.Position
	title   string
	message string
}

// githubKinds are GitHub's words for the levels.
var githubKinds = map[regs.Level]string{regs.Statutory: "error", regs.Guidance: "warning", regs.Advice: "notice"}

// GitHub prints workflow commands that annotate the files: the worst ten
// findings, how many more there are, and a last line for the log.
func GitHub(w io.Writer, c *Check) error {
	b := bufio.NewWriter(w)
	all := c.annotations()
	for i, a := range all {
		if i == mostAnnotations {
			fmt.Fprintf(b, "::notice title=apr check::%s\n", escapeData(fmt.Sprintf("and %d more; the job summary lists them all", len(all)-i)))
			break
		}
		fmt.Fprintln(b, c.command(a))
	}
	switch {
	case c.Result != nil:
		line, _ := summary(c.Result)
		fmt.Fprintf(b, "apr check: %s, %s: %s; %s%s\n", c.Report.Config.Authority.Name, c.Report.Config.Year, line, tally(c.Result), c.part())
	default:
		fmt.Fprintln(b, "apr check: not checked: "+wording.Count(len(c.Unreadable), "problem in the inputs", "problems in the inputs"))
	}
	return b.Flush()
}

// annotations are the findings worst first, or what couldn't be read.
func (c *Check) annotations() []annotation {
	var all []annotation
	for _, p := range c.Unreadable {
		all = append(all, annotation{"error", p.Position, "input can't be read", message(p.Message, p.Hint)})
	}
	if c.Result != nil {
		for _, f := range c.Result.Findings {
			title := f.Rule
			if f.Requirement != "" {
				title = f.Requirement + " " + f.Rule
			}
			all = append(all, annotation{githubKinds[f.Level], f.Position, title, message(f.Message, f.Hint)})
		}
	}
	return all
}

// command is an annotation as a workflow command. A cell has no line: the
// annotation is on the file and names it.
func (c *Check) command(a annotation) string {
	var properties []string
	if file := c.file(a.pos); file != "" {
		properties = append(properties, "file="+escapeProperty(file))
	}
	if a.pos.Line > 0 {
		properties = append(properties, fmt.Sprintf("line=%d", a.pos.Line))
		if a.pos.Column > 0 {
			properties = append(properties, fmt.Sprintf("col=%d", a.pos.Column))
		}
	}
	properties = append(properties, "title="+escapeProperty(a.title))
	return fmt.Sprintf("::%s %s::%s", a.kind, strings.Join(properties, ","), escapeData(a.message+cellOf(a.pos)))
}

// escapeData and escapeProperty write what a workflow command would end at, so
// that no text of a report can begin a command of its own.
func escapeData(s string) string {
	return strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A").Replace(s)
}

func escapeProperty(s string) string {
	return strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A", ":", "%3A", ",", "%2C").Replace(s)
}

// mostInSummary bounds the list in a job summary, which GitHub cuts at 1 MiB.
const mostInSummary = 500

// GitHubSummary prints the job summary in Markdown: the verdict on each
// requirement and every finding.
func GitHubSummary(w io.Writer, c *Check) error {
	b := bufio.NewWriter(w)
	if c.Result == nil {
		fmt.Fprintf(b, "## apr check: not checked\n\n")
		for i, p := range c.Unreadable {
			if i == mostInSummary {
				fmt.Fprintf(b, "- and %d more\n", len(c.Unreadable)-i)
				break
			}
			fmt.Fprintf(b, "- `%s` %s\n", code(c.place(p.Position)), markdown(message(p.Message, p.Hint)))
		}
		return b.Flush()
	}
	line, _ := summary(c.Result)
	fmt.Fprintf(b, "## %s, %s\n\n%s; %s%s. %s.\n\n", markdown(c.Report.Config.Authority.Name), c.Report.Config.Year,
		line, tally(c.Result), markdown(c.part()), deadline(c.Report))
	fmt.Fprint(b, "| Requirement | | Verdict |\n| --- | --- | --- |\n")
	for _, v := range c.Result.Requirements {
		fmt.Fprintf(b, "| %s | %s | %s |\n", v.ID, markdown(v.Title), summaryVerdict(v.Verdict))
	}
	if len(c.Result.Findings) > 0 {
		fmt.Fprint(b, "\n### Findings\n\n")
	}
	for i, f := range c.Result.Findings {
		if i == mostInSummary {
			fmt.Fprintf(b, "- and %d more\n", len(c.Result.Findings)-i)
			break
		}
		fmt.Fprintf(b, "- **%s** `%s` %s (%s)\n", f.Level, code(c.place(f.Position)), markdown(message(f.Message, f.Hint)), f.Rule)
	}
	if len(c.Result.Silenced) > 0 {
		fmt.Fprint(b, "\n### Silenced\n\n")
	}
	for _, s := range c.Result.Silenced {
		fmt.Fprintf(b, "- `%s` %s (%s): %s\n", code(c.place(s.Position)), markdown(wording.OneLine(s.Message)), s.Rule, markdown(s.Reason))
	}
	return b.Flush()
}

// place is a position with its file as the platform knows it.
func (c *Check) place(pos source.Position) string {
	pos.File = c.file(pos)
	return pos.String()
}

func summaryVerdict(v regs.Verdict) string {
	if v == regs.Missing || v == regs.Incomplete || v == regs.Unanswered {
		return "**" + string(v) + "**"
	}
	return string(v)
}

// markdown escapes what Markdown and HTML would take for themselves.
func markdown(s string) string {
	return strings.NewReplacer(`\`, `\\`, "`", "\\`", "*", `\*`, "_", `\_`, "[", `\[`, "]", `\]`, "|", `\|`,
		"&", "&amp;", "<", "&lt;", ">", "&gt;", "#", `\#`, "@", "&#64;").Replace(s)
}

// code is text for between backquotes.
func code(s string) string { return strings.ReplaceAll(wording.OneLine(s), "`", "'") }
