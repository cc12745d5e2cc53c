package facts

import (
	"slices"
	"strings"

	"apr/internal/project"
)

// graded are the services of which the report has grades.
func (l lowering) graded(n *project.Narrative) {
	for _, s := range n.Reg7.Graded {
		g := &Graded{Service: s.Service, Names: l.namesOfService(s.Service)}
		for _, i := range s.Inspected {
			date, ok := i.Day()
			if !ok {
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

// namesOfService are the runs of words by which sentences name a service that was inspected.
func (l lowering) namesOfService(service string) (names [][]string) {
	own := append(WordsOf(l.report.Config.Authority.Name+" "+l.Authority), "council", "service", "services")
	for part := range strings.SplitSeq(service, ",") {
		words := slices.DeleteFunc(WordsOf(part), func(w string) bool { return slices.Contains(own, w) })
		if len(words) > 1 {
			names = append(names, words)
		}
	}
	return names
}
