package facts

import (
	"slices"
	"strings"
	"time"

	"apr/internal/project"
	"apr/internal/source"
)

// Graded is a care service with the grades that the Care Inspectorate gave it.
type Graded struct {
	Service string // as the report names it
	// Names are runs of words by which sentences name it, in small letters.
	Names     [][]string
	Inspected []GradedOn // the oldest first
}

// GradedOn is one inspection of a service.
type GradedOn struct {
	Date time.Time
	// Grades are those of the key questions, in the order of the quality frameworks.
	Grades []Grade
	// Requirements and Areas count what the inspection asked for, nil where the report doesn't say.
	Requirements, Areas *int
	At                  source.Position
}

// Grade is that of a key question, from 1 (unsatisfactory) to 6 (excellent).
type Grade struct {
	Question, Title string // "planning" and "Care planning"
	N               int
}

// Grade is that of a key question; ok is false where the inspection didn't look at it.
func (g *GradedOn) Grade(question string) (n int, ok bool) {
	for i := range g.Grades {
		if g.Grades[i].Question == question {
			return g.Grades[i].N, true
		}
	}
	return 0, false
}

// graded are the services of which the report has grades.
func (l lowering) graded(n *project.Narrative) {
	own := append(WordsOf(l.report.Config.Authority.Name+" "+l.Authority), "council", "service", "services")
	for _, s := range n.Reg7.Graded {
		g := &Graded{Service: s.Service}
		for part := range strings.SplitSeq(s.Service, ",") {
			words := slices.DeleteFunc(WordsOf(part), func(w string) bool { return slices.Contains(own, w) })
			if len(words) > 1 {
				g.Names = append(g.Names, words)
			}
		}
		for _, i := range s.Inspected {
			date, err := time.Parse(time.DateOnly, i.Date)
			if err != nil {
				continue // a finding of its own
			}
			on := GradedOn{Date: date, Requirements: i.Requirements, Areas: i.Areas, At: i.Position}
			for _, q := range project.KeyQuestions() {
				if grade := i.Grade(q.Key); grade != nil {
					on.Grades = append(on.Grades, Grade{q.Key, q.Title, *grade})
				}
			}
			g.Inspected = append(g.Inspected, on)
		}
		slices.SortStableFunc(g.Inspected, func(a, b GradedOn) int { return a.Date.Compare(b.Date) })
		if len(g.Inspected) > 0 {
			l.Graded = append(l.Graded, g)
		}
	}
}
