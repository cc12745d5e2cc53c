package regs

import (
	"fmt"
	"slices"
	"strings"

	"apr/internal/project"
	"apr/internal/yamlpos"
)

// One text may answer a few outcomes or principles that belong together. One that answers
// more than half of the list has to be long to say something of each, and one that answers
// mostAlso or more has to have some words for each.
const (
	mostAlso           = 4
	wordsForEach       = 10
	wordsForEachOfMost = 40
)

// answersTooMany reports texts that answer more outcomes or principles than they have
// words for.
func (p *Pass) answersTooMany(r *project.Project) {
	edition := lawOf(r)
	for _, a := range r.Narrative.Reg3.Outcomes {
		p.tooMany(a.Assessment, fmt.Sprintf("the assessment of outcome %d", a.Outcome), "3(a)(i)", "outcomes", different(append([]int{a.Outcome}, a.Also...)), len(edition.Outcomes))
	}
	for _, a := range r.Narrative.Reg3.Principles {
		p.tooMany(a.Assessment, "the assessment of principle "+a.Principle, "3(b)", "principles", different(append([]string{a.Principle}, a.Also...)), len(edition.Principles))
	}
}

func (p *Pass) tooMany(t yamlpos.Text, what, requirement, of string, n, all int) {
	words := len(strings.Fields(t.Markdown))
	if !says(t) || !(2*n > all && words < n*wordsForEachOfMost || n >= mostAlso && words < n*wordsForEach) {
		return
	}
	p.add(Finding{Position: t.Position, Found: fmt.Sprintf("%s answers %d of the %d %s in %d words", what, n, all, of, words),
		Wanted: fmt.Sprintf("regulation %s wants an assessment that can be read of each", requirement),
		Hint:   "say of each what is true of it, and leave together under also those that belong together"})
}

// different is how many different ones a list has.
func different[T int | string](list []T) int {
	slices.Sort(list)
	return len(slices.Compact(list))
}
