package format

import (
	"encoding/xml"
	"fmt"
	"io"
	"strings"

	"apr/internal/project"
	"apr/internal/source"
	"apr/internal/wording"
	"apr/regs"
)

// The elements of JUnit XML that Jenkins, GitLab and GitHub actions read.
type (
	junitSuites struct {
		XMLName  xml.Name     `xml:"testsuites"`
		Name     string       `xml:"name,attr"`
		Tests    int          `xml:"tests,attr"`
		Failures int          `xml:"failures,attr"`
		Errors   int          `xml:"errors,attr"`
		Skipped  int          `xml:"skipped,attr"`
		Time     string       `xml:"time,attr"`
		Suites   []junitSuite `xml:"testsuite"`
	}
	junitSuite struct {
		Name     string      `xml:"name,attr"`
		Tests    int         `xml:"tests,attr"`
		Failures int         `xml:"failures,attr"`
		Errors   int         `xml:"errors,attr"`
		Skipped  int         `xml:"skipped,attr"`
		Time     string      `xml:"time,attr"`
		Cases    []junitCase `xml:"testcase"`
	}
	junitCase struct {
		Name      string        `xml:"name,attr"`
		ClassName string        `xml:"classname,attr"`
		File      string        `xml:"file,attr,omitempty"`
		Line      int           `xml:"line,attr,omitempty"`
		Time      string        `xml:"time,attr"`
		Failure   *junitMessage `xml:"failure,omitempty"`
		Error     *junitMessage `xml:"error,omitempty"`
		Skipped   *junitSkipped `xml:"skipped,omitempty"`
		Out       string        `xml:"system-out,omitempty"`
	}
	junitMessage struct {
		Message string `xml:"message,attr"`
		Type    string `xml:"type,attr"`
		Text    string `xml:",chardata"`
	}
	junitSkipped struct {
		Message string `xml:"message,attr"`
	}
)

// JUnit prints a test suite for each regulation with a test case for each
// requirement. A case fails by the findings that fail the check, and where the
// requirement is missing; the other findings, and those that apr.yaml silences,
// are in its output. What doesn't apply is skipped, with the reason. What bears on no requirement is a suite of its own.
func JUnit(w io.Writer, c *Check) error {
	all := junitSuites{Name: "apr check", Time: "0"}
	inputs := junitSuite{Name: otherFindings}
	for _, p := range c.Unreadable {
		inputs.Cases = append(inputs.Cases, c.junitUnreadable(p))
	}
	if c.Result != nil {
		all.Name = fmt.Sprintf("apr check: %s, %s%s", c.Report.Config.Authority.Name, c.Report.Config.Year, c.part())
		groups, loose := groupFindings(c.Result)
		for _, g := range groups {
			suite := junitSuite{Name: g.name}
			for _, v := range g.requirements {
				suite.Cases = append(suite.Cases, c.junitRequirement(g, v))
			}
			all.add(suite)
		}
		inputs.Cases = append(inputs.Cases, c.junitOther(loose)...)
	}
	if len(inputs.Cases) > 0 {
		all.add(inputs)
	}
	if _, err := io.WriteString(w, xml.Header); err != nil {
		return err
	}
	enc := xml.NewEncoder(w)
	enc.Indent("", "  ")
	if err := enc.Encode(all); err != nil {
		return fmt.Errorf("writing JUnit XML: %w", err)
	}
	_, err := io.WriteString(w, "\n")
	return err
}

// add counts a suite's cases and takes it in.
func (all *junitSuites) add(s junitSuite) {
	s.Time = "0"
	for i := range s.Cases {
		k := &s.Cases[i]
		k.ClassName, k.Time = s.Name, "0"
		s.Tests++
		switch {
		case k.Error != nil:
			s.Errors++
		case k.Failure != nil:
			s.Failures++
		case k.Skipped != nil:
			s.Skipped++
		}
	}
	all.Suites = append(all.Suites, s)
	all.Tests += s.Tests
	all.Failures += s.Failures
	all.Errors += s.Errors
	all.Skipped += s.Skipped
}

func (c *Check) junitRequirement(g group, v regs.RequirementVerdict) junitCase {
	k := junitCase{Name: v.ID + " " + v.Title}
	var of []regs.Finding
	for _, f := range g.findings {
		if f.Requirement == v.ID {
			of = append(of, f)
		}
	}
	c.setOutcome(&k, of)
	for _, s := range c.Result.Silenced {
		if s.Requirement == v.ID {
			k.Out += c.silenced(s)
		}
	}
	switch {
	case k.Failure != nil:
	case v.Verdict == regs.Unanswered && c.Report.Config.State == project.Final:
		k.Failure = &junitMessage{Message: v.ID + " is unanswered in a final report", Type: string(regs.Unanswered), Text: v.Title}
	case v.Verdict == regs.Missing:
		k.Failure = &junitMessage{Message: v.ID + " is missing", Type: string(regs.Statutory), Text: v.Title}
	case v.Verdict == regs.NotApplicable && k.Out == "":
		k.Skipped = &junitSkipped{Message: v.Reason}
	}
	return k
}

// junitBesides is a case for each rule of no requirement that found something.
func (c *Check) junitOther(loose []regs.Finding) []junitCase {
	var cases []junitCase
	titles := map[string]string{}
	for _, rule := range regs.Rules() {
		titles[rule.ID] = rule.Title
	}
	byRule := map[string][]regs.Finding{}
	var order []string
	for _, f := range loose {
		if byRule[f.Rule] == nil {
			order = append(order, f.Rule)
		}
		byRule[f.Rule] = append(byRule[f.Rule], f)
	}
	out := map[string]string{}
	for _, s := range c.Result.Silenced {
		if s.Requirement != "" {
			continue
		}
		if out[s.Rule] == "" && byRule[s.Rule] == nil {
			order = append(order, s.Rule)
		}
		out[s.Rule] += c.silenced(s)
	}
	for _, id := range order {
		k := junitCase{Name: id + " " + titles[id]}
		c.setOutcome(&k, byRule[id])
		k.Out += out[id]
		cases = append(cases, k)
	}
	return cases
}

// silenced is a silenced finding in lines of text, with the reason.
func (c *Check) silenced(s regs.Silenced) string {
	return fmt.Sprintf("silenced in apr.yaml: %s\n%s", wording.OneLine(s.Reason), indent(c.plain(s.Finding), "    "))
}

// setOutcome puts findings into a case: those that fail the check as its failure,
// the others as its output.
func (c *Check) setOutcome(k *junitCase, findings []regs.Finding) {
	var failed, other strings.Builder
	for _, f := range findings {
		if !c.fails(f.Level) {
			other.WriteString(c.plain(f))
			continue
		}
		if k.Failure == nil {
			k.Failure = &junitMessage{Message: wording.OneLine(f.Message), Type: string(f.Level)}
			k.File, k.Line = c.file(f.Position), f.Position.Line
		}
		failed.WriteString(c.plain(f))
	}
	if k.Failure != nil {
		k.Failure.Text = failed.String()
	}
	k.Out = other.String()
}

func (c *Check) junitUnreadable(p *source.Problem) junitCase {
	k := junitCase{Name: wording.OneLine(p.Message), File: c.file(p.Position), Line: p.Position.Line}
	pos := p.Position
	pos.File = k.File
	k.Error = &junitMessage{Message: wording.OneLine(p.Message), Type: p.Code, Text: fmt.Sprintf("%s: %s\n", pos, message(p.Message, p.Hint))}
	return k
}

// plain is a finding in lines of text.
func (c *Check) plain(f regs.Finding) string {
	var b strings.Builder
	pos := f.Position
	pos.File = c.file(pos)
	fmt.Fprintf(&b, "%s: %s: %s [%s]\n", pos, f.Level, wording.OneLine(f.Message), f.Rule)
	if f.Hint != "" {
		fmt.Fprintf(&b, "    %s\n", wording.OneLine(f.Hint))
	}
	for _, related := range f.Related {
		pos := related.Position
		pos.File = c.file(pos)
		fmt.Fprintf(&b, "    %s: %s\n", pos, wording.OneLine(related.Message))
	}
	return b.String()
}
