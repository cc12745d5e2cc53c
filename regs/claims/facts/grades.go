package facts

import (
	"time"

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
