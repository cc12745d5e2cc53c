package format

import (
	"fmt"
	"io"

	"apr/internal/source"
	"apr/internal/wording"
	"apr/regs"
)

// The JSON contract of the checklist: fields may be added, not changed.
type (
	checklistJSON struct {
		Source string      `json:"source"`
		Points []pointJSON `json:"points"`
	}
	pointJSON struct {
		Number int             `json:"number"`
		Asks   string          `json:"asks"`
		State  regs.PointState `json:"state"`
		// Requirements are ids; their verdicts stand in the check's own list.
		Requirements []string          `json:"requirements"`
		Found        string            `json:"found,omitempty"`
		Evidence     []source.Position `json:"evidence"`
		People       string            `json:"people"`
	}
)

// checklistOf is the checklist for other programs.
func checklistOf(points []regs.ChecklistPoint) *checklistJSON {
	out := &checklistJSON{Source: regs.ChecklistSource}
	for _, p := range points {
		j := pointJSON{p.Number, p.Asks, p.State, []string{}, p.Found, []source.Position{}, p.People}
		for _, v := range p.Requirements {
			j.Requirements = append(j.Requirements, v.ID)
			j.Evidence = append(j.Evidence, v.Evidence...)
		}
		j.Evidence = append(j.Evidence, p.Evidence...)
		out.Points = append(out.Points, j)
	}
	return out
}

// marks of the states, to be read without colour.
var checklistMarks = map[regs.PointState]string{regs.Answered: "[x]", regs.Open: "[ ]", regs.ForPeople: "[?]"}

// checklistText prints the checklist for the committee that signs.
func checklistText(w io.Writer, c *Check) error {
	points := regs.Checklist(c.Report, c.Result)
	fmt.Fprintf(w, "%s, %s\n%s\n\n", c.Report.Config.Authority.Name, c.Report.Config.Year, regs.ChecklistSource)
	count := map[regs.PointState]int{}
	for _, p := range points {
		count[p.State]++
		fmt.Fprintf(w, "%s %d. %s\n", checklistMarks[p.State], p.Number, p.Asks)
		if len(p.Requirements) == len(c.Result.Requirements) {
			fmt.Fprintf(w, "    %s\n", contentLine(p.Requirements))
		} else {
			for _, v := range p.Requirements {
				fmt.Fprintf(w, "    %s %s%s\n", v.ID, answerOf(v.Verdict), whereLine(v.Evidence, v.Reason))
			}
		}
		if p.Found != "" {
			fmt.Fprintf(w, "    %s%s\n", p.Found, whereLine(p.Evidence, ""))
		}
		fmt.Fprintf(w, "    people judge: %s\n", p.People)
	}
	_, err := fmt.Fprintf(w, "\n%s answered, %d open, %d for people alone\n", wording.Count(count[regs.Answered], "point"), count[regs.Open], count[regs.ForPeople])
	return err
}

// answerOf is a verdict in the committee's words: that something is met, people say.
func answerOf(v regs.Verdict) string {
	switch v {
	case regs.Met:
		return "answered"
	case regs.Nil:
		return "nothing to report"
	}
	return string(v)
}

// contentLine is how all requirements stand, with those that are open.
func contentLine(all []regs.RequirementVerdict) string {
	var open []string
	for _, v := range all {
		if v.Verdict == regs.Missing || v.Verdict == regs.Incomplete || v.Verdict == regs.Unanswered {
			open = append(open, v.ID)
		}
	}
	if len(open) == 0 {
		return fmt.Sprintf("all %d requirements are answered", len(all))
	}
	return fmt.Sprintf("%d of %d requirements are open: %s", len(open), len(all), wording.List(open))
}

// whereLine is the first place of evidence and how many more there are, or the reason
// why there is none.
func whereLine(evidence []source.Position, reason string) string {
	switch n := len(evidence); {
	case n > 1:
		return fmt.Sprintf(", %s and %s", evidence[0], wording.Count(n-1, "more place"))
	case n == 1:
		return ", " + evidence[0].String()
	case reason != "":
		return ", " + reason
	}
	return ""
}
