// Package format prints what checking a report gave: as text for people, and
// as JSON, SARIF, JUnit XML and GitHub annotations for machines. Each format is
// a function over the same facts; none decides anything.
package format

import (
	"fmt"
	"io"
	"net/url"
	"path"
	"slices"
	"strings"

	"apr/internal/project"
	"apr/internal/source"
	"apr/internal/wording"
	"apr/regs"
)

// Check is a checked report, or what kept it from being checked.
type Check struct {
	// Report and Result are nil when inputs couldn't be read.
	Report *project.Project
	Result *regs.Result
	// Whole is the whole result where Result is only part of it, and Narrowed says
	// which part; else nil and "".
	Whole    *regs.Result
	Narrowed string
	// Unreadable are the problems that kept the report from being checked; with a
	// Result in addition to them, from being built.
	Unreadable []*source.Problem
	// FailOn is the lowest level of finding that fails; Statutory when empty.
	FailOn regs.Level
	// Folder is the project folder relative to the root of the repository, with
	// forward slashes; "" where it is the root or is outside of it. Formats
	// that platforms read put it before the files' names.
	Folder string
	// Version is apr's.
	Version string
	// Claims lists every claim of the texts with what it was held against.
	Claims bool
	// Checklist prints Annex A of the guidance with what answers each point.
	Checklist bool
	// Colour paints text for a terminal.
	Colour bool
}

// The names of the formats.
const (
	TextName   = "text"
	JSONName   = "json"
	SARIFName  = "sarif"
	JUnitName  = "junit"
	GitHubName = "github"
)

// Names are the formats in the order in which they are offered.
var Names = []string{TextName, JSONName, SARIFName, JUnitName, GitHubName}

// Write prints a check in the format of that name. Of a report that couldn't be
// checked, text and JSON print nothing: the problems are reported as an error.
func Write(w io.Writer, name string, c *Check) error {
	switch name {
	case TextName:
		return Text(w, c)
	case JSONName:
		return JSON(w, c)
	case SARIFName:
		return SARIF(w, c)
	case JUnitName:
		return JUnit(w, c)
	case GitHubName:
		return GitHub(w, c)
	}
	return fmt.Errorf("there is no format %q", name)
}

// leftOut is how many findings of the whole aren't in the part.
func (c *Check) leftOut() int {
	if c.Whole == nil {
		return 0
	}
	return len(c.Whole.Findings) - len(c.Result.Findings)
}

// part says behind a summary of what alone a check tells, and how much it leaves out; ""
// for the whole.
func (c *Check) part() string {
	if c.Whole == nil {
		return ""
	}
	return fmt.Sprintf("; %s alone, %s left out", c.Narrowed, wording.Count(c.leftOut(), "finding"))
}

// fails reports whether a finding of the level fails the check.
func (c *Check) fails(level regs.Level) bool {
	threshold := c.FailOn
	if threshold == "" {
		threshold = regs.Statutory
	}
	return slices.Index(regs.Levels, level) <= slices.Index(regs.Levels, threshold)
}

// file is a position's file as the platform knows it: relative to the root of
// the repository. It is "" where the position names none.
func (c *Check) file(pos source.Position) string {
	if pos.File == "" {
		return ""
	}
	return path.Join(c.Folder, pos.File)
}

// uri is a position's file as a relative reference.
func (c *Check) uri(pos source.Position) string {
	return (&url.URL{Path: c.file(pos)}).String()
}

// otherFindings is the heading of findings that bear on no single requirement, such
// as those about inputs.
const otherFindings = "Besides the requirements"

// group is the requirements of one regulation with the findings on them.
type group struct {
	name         string
	requirements []regs.RequirementVerdict
	findings     []regs.Finding
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

// regulation is the heading that a requirement is under.
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

// summary says in one line how many requirements are met and how many unanswered;
// clean is false where one is either.
func summary(result *regs.Result) (line string, clean bool) {
	unmet := 0
	for _, v := range result.Requirements {
		if v.Verdict == regs.Missing || v.Verdict == regs.Incomplete {
			unmet++
		}
	}
	switch n := len(result.Requirements); {
	case n == 0:
		return "no requirement bears on it", true
	case n == 1 && unmet == 1:
		return "the requirement is not met", false
	case n == 1:
		return "the requirement is answered", true
	}
	if unmet > 0 {
		line = fmt.Sprintf("%d of %d requirements are not met", unmet, len(result.Requirements))
		if open := len(result.Unanswered()); open > 0 {
			line += fmt.Sprintf(", %d unanswered", open)
		}
		return line, false
	}
	if open := len(result.Unanswered()); open > 0 {
		return fmt.Sprintf("%d of %d requirements are unanswered; a final report says whether there was anything to report", open, len(result.Requirements)), false
	}
	return fmt.Sprintf("all %d requirements are answered", len(result.Requirements)), true
}

// tally says how many findings there are of each level, and how many silenced.
func tally(result *regs.Result) string {
	byLevel := map[regs.Level]int{}
	for _, f := range result.Findings {
		byLevel[f.Level]++
	}
	line := fmt.Sprintf("findings: %d statutory, %d guidance, %d advice",
		byLevel[regs.Statutory], byLevel[regs.Guidance], byLevel[regs.Advice])
	if n := len(result.Silenced); n > 0 {
		line += fmt.Sprintf("; %d silenced in apr.yaml", n)
	}
	return line
}

// cellOf says where in a workbook a position is, for formats that know lines
// only: " (sheet Data, cell I12)"; "" for other positions.
func cellOf(pos source.Position) string {
	switch {
	case pos.Sheet != "" && pos.Cell != "":
		return fmt.Sprintf(" (sheet %s, cell %s)", pos.Sheet, pos.Cell)
	case pos.Cell != "":
		return fmt.Sprintf(" (cell %s)", pos.Cell)
	case pos.Sheet != "":
		return fmt.Sprintf(" (sheet %s)", pos.Sheet)
	}
	return ""
}
