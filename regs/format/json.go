package format

import (
	"io"
	"time"

	"apr/internal/jsonprint"
	"apr/internal/source"
	"apr/regs"
)

// The JSON contract of apr check: fields may be added, not changed.
type (
	checkJSON struct {
		Authority    string            `json:"authority"`
		Year         string            `json:"year"`
		PublishBy    string            `json:"publish_by"`
		DaysLeft     int               `json:"days_left"`
		Requirements []requirementJSON `json:"requirements"`
		Findings     []findingJSON     `json:"findings"`
		Silenced     []silencedJSON    `json:"silenced,omitempty"`
		Claims       *ClaimsJSON       `json:"claims,omitempty"`
		Checklist    *checklistJSON    `json:"checklist,omitempty"`
		// Counts are of the findings; Narrowed is what they are only of, "" for all, and
		// LeftOut how many others there are.
		Counts   map[regs.Level]int `json:"counts"`
		Narrowed string             `json:"narrowed,omitempty"`
		LeftOut  int                `json:"left_out,omitempty"`
		// Problems keep the report from being built, whatever the findings are.
		Problems []problemJSON `json:"problems,omitempty"`
	}
	problemJSON struct {
		Code     string           `json:"code"`
		Message  string           `json:"message"`
		Hint     string           `json:"hint,omitempty"`
		Position source.Position  `json:"position"`
		Related  []source.Related `json:"related,omitempty"`
	}
	requirementJSON struct {
		ID       string            `json:"id"`
		Title    string            `json:"title"`
		Verdict  regs.Verdict      `json:"verdict"`
		Reason   string            `json:"reason,omitempty"`
		Evidence []source.Position `json:"evidence"`
	}
	findingJSON struct {
		Rule        string           `json:"rule"`
		Requirement string           `json:"requirement"`
		Level       regs.Level       `json:"level"`
		Message     string           `json:"message"`
		Hint        string           `json:"hint,omitempty"`
		Position    source.Position  `json:"position"`
		Related     []source.Related `json:"related,omitempty"`
		Likely      bool             `json:"likely,omitempty"`
	}
	silencedJSON struct {
		findingJSON
		Reason string `json:"reason"`
	}
)

// JSON prints the verdicts and the findings for other programs. Of a project that can't
// be read it prints the same object with what is known, and why it wasn't checked.
func JSON(w io.Writer, c *Check) error {
	out := checkJSON{
		Requirements: []requirementJSON{},
		Findings:     []findingJSON{},
		Counts:       map[regs.Level]int{},
		Narrowed:     c.Narrowed,
	}
	for _, l := range regs.Levels {
		out.Counts[l] = 0
	}
	for _, p := range c.Unreadable {
		out.Problems = append(out.Problems, problemJSON{p.Code, p.Message, p.Hint, p.Position, p.Related})
	}
	if c.Result == nil {
		return jsonprint.Write(w, out)
	}
	p := c.Report.Config
	out.Authority, out.Year = p.Authority.Name, p.Year.String()
	out.PublishBy, out.DaysLeft = c.Report.PublishBy().Format(time.DateOnly), c.Report.Law().DaysLeft(p.Year, c.Report.Today)
	out.LeftOut = c.leftOut()
	for _, v := range c.Result.Requirements {
		evidence := v.Evidence
		if evidence == nil {
			evidence = []source.Position{}
		}
		out.Requirements = append(out.Requirements, requirementJSON{v.ID, v.Title, v.Verdict, v.Reason, evidence})
	}
	for _, f := range c.Result.Findings {
		out.Findings = append(out.Findings, toJSON(f))
		out.Counts[f.Level]++
	}
	for _, s := range c.Result.Silenced {
		out.Silenced = append(out.Silenced, silencedJSON{toJSON(s.Finding), s.Reason})
	}
	if c.Claims && c.Result.Claims != nil {
		out.Claims = Claims(c.Result.Claims)
	}
	if c.Checklist {
		out.Checklist = checklistOf(regs.Checklist(c.Report, c.Result))
	}
	return jsonprint.Write(w, out)
}

func toJSON(f regs.Finding) findingJSON {
	return findingJSON{f.Rule, f.Requirement, f.Level, f.Message, f.Hint, f.Position, f.Related, f.Likely}
}
