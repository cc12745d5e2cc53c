package tables

import (
	"fmt"
	"slices"
	"strings"

	"apr/internal/lazyregexp"
	"apr/regs/claims/claim"
	"apr/regs/claims/facts"
)

// This file reads a column of how far the recommendations of inspections have come.

var (
	statusHead = lazyregexp.Lazy(`^(?:status|progress|state)(?: (?:at|on) 31 march 20\d\d)?$`)
	ofOtherDay = lazyregexp.Lazy(`\b(?:april|may|june|july|august|september|october|november|december|january|february)\b`)
)

// statusOf is a status as the narrative has it; open is what is only known not to be complete.
func statusOf(cell string) string {
	switch headWords(cell) {
	case "complete", "completed", "done", "closed", "finished":
		return "complete"
	case "in progress", "under way", "underway", "ongoing", "on track":
		return "in progress"
	case "not started", "not begun", "yet to start":
		return "not started"
	case "open", "outstanding", "not complete", "incomplete":
		return "open"
	}
	return ""
}

// statusRow is a row that names a recommendation, with its status.
type statusRow struct {
	facts.Cell
	of     *facts.Recommendation
	on     *facts.Recommended
	status string
}

// right reports whether the row has the recommendation's status.
func (s *statusRow) right() bool {
	return s.status == s.of.Status || s.status == "open" && s.of.Status != "complete"
}

var recommendedWord = lazyregexp.Lazy(`\brecommend|\binspect|\bareas? for improvement\b|\brequirements?\b`)

// statuses tell of the rows whose status isn't that of the recommendation that their words name, where most are. Where the
// words around the table name another day than the end of the year it may be as of then.
func (r *reading) statuses(heads []string, rows [][]facts.Cell, around string) {
	col := slices.IndexFunc(heads, func(head string) bool { return statusHead().MatchString(head) })
	if col < 1 || ofOtherDay().MatchString(around) {
		return
	}
	var all, wrong []statusRow
	for _, row := range rows {
		if col >= len(row) {
			return
		}
		s := statusRow{Cell: row[col], status: statusOf(row[col].Text)}
		if s.on, s.of = r.recommendationOf(heads, row, col, around); s.of == nil || s.status == "" || s.of.Status == "" {
			continue
		}
		if slices.ContainsFunc(all, func(o statusRow) bool { return o.of == s.of }) {
			return // two rows for one
		}
		if all = append(all, s); !s.right() {
			wrong = append(wrong, s)
		}
	}
	if len(wrong) == 0 || len(all) < len(rows) || len(all) < 3*len(wrong) || !r.areOfInspections(heads, all, around) {
		return
	}
	for i := range wrong {
		r.wrongStatus(&wrong[i])
	}
}

// areOfInspections reports whether a table is of recommendations: its heads or the words around it say so, or a column has the
// bodies that inspect and the table has all that these recommended on each service.
func (r *reading) areOfInspections(heads []string, all []statusRow, around string) bool {
	if recommendedWord().MatchString(around + " " + strings.Join(heads, " ")) {
		return true
	}
	made := 0
	var on []*facts.Recommended
	for _, s := range all {
		if !slices.Contains(on, s.on) {
			on, made = append(on, s.on), made+s.on.N
		}
	}
	return made == len(all) && slices.ContainsFunc(heads, func(head string) bool { return head == "body" || head == "scrutiny body" || head == "inspector" })
}

// recommendationOf is the one recommendation with which the words of a row have the most in common, of the inspections that
// the row, or the words around the table, name; nil where there are several. Where a column has the services they name
// those.
func (r *reading) recommendationOf(heads []string, row []facts.Cell, status int, around string) (on *facts.Recommended, found *facts.Recommendation) {
	var about []string
	var of []*facts.Recommended
	for i, cell := range row {
		if words := headWords(cell.Text); i != status {
			inspected := r.inspected(words)
			if i < len(heads) && heads[i] == "service" && (len(inspected) == 0 || words == inspected[0].Body) {
				return nil, nil // another one
			}
			if len(inspected) > 0 {
				if of == nil || len(inspected) < len(of) {
					of = inspected
				}
				continue
			}
			about = append(about, beginnings(words)...)
		}
	}
	if of == nil {
		of = r.inspected(around)
	}
	most := 0
	for _, o := range of {
		for i := range o.Made {
			n := 0
			for _, word := range about {
				if slices.Contains(beginnings(o.Made[i].Words), word) {
					n++
				}
			}
			switch {
			case n > most:
				on, found, most = o, &o.Made[i], n
			case n == most:
				found = nil
			}
		}
	}
	return on, found
}

// inspected are the inspections whose service, or else whose body, a cell names.
func (r *reading) inspected(words string) (of []*facts.Recommended) {
	for _, service := range []bool{true, false} {
		for i := range r.facts.Recommended {
			o := &r.facts.Recommended[i]
			named := words == o.Body
			if service {
				named = len(strings.Fields(words)) > 1 && containsWord(headWords(o.Service), words)
			}
			if named {
				of = append(of, o)
			}
		}
		if of != nil {
			return of
		}
	}
	return nil
}

func (r *reading) wrongStatus(s *statusRow) {
	cl := r.wrong(s.Cell, "count:recommendations")
	cl.Expected, cl.Evidence = s.of.Status, claim.Related(s.of.Place, "the recommendation")
	cl.Message = fmt.Sprintf("the table's cell has %q for a recommendation on %s; the narrative has it as %q", plain(s.Text), s.on.Service, s.of.Status)
	cl.Hint = "correct the cell, or the status of the recommendation"
}
