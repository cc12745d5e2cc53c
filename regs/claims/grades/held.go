package grades

import (
	"fmt"
	"slices"

	"apr/internal/project"
	"apr/regs/claims/claim"
	"apr/regs/claims/facts"
	"apr/regs/sentence"
)

// This file holds what is read of a service's grades against the report's own.

// hold holds what the sentence says of grades, of how they moved, and of what inspections asked for.
func (g *grading) hold() {
	g.grades()
	g.holdBounds()
	g.movements()
	g.askedFor()
	g.dates()
}

// at are the items of a kind.
func (g *grading) at(kind kind) (all []int) {
	for i := range g.items {
		if g.items[i].kind == kind {
			all = append(all, i)
		}
	}
	return all
}

// asks reports whether an item says of which key questions something is.
func (it *item) asks() bool {
	return it.kind == isQuestion || it.kind == isEveryone || it.kind == isSome
}

// role is the word that leads to item i: "from" or "to", "" for none.
func (g *grading) role(i int) string {
	for k := g.items[i].start - 1; k >= 0; k-- {
		switch w := g.text(k); w {
		case "from", "to":
			return w
		case "a", "an", "grade", "of", "just", "only":
		default:
			return ""
		}
	}
	return ""
}

// questions are the items that say of which key questions the grade at item i is.
func (g *grading) questions(i int, behind bool) (all []*item) {
	step, k := -1, i-1
	if behind {
		step, k = 1, i+1
	}
	for ; k >= 0 && k < len(g.items) && g.items[k].kind != isGrade && g.items[k].kind != isBound; k += step {
		if (g.items[k].kind == isStop || g.items[k].kind == isBetter || g.items[k].kind == isSome && behind) && len(all) > 0 {
			break
		}
		if g.items[k].asks() {
			all = append(all, &g.items[k])
		}
		if g.items[k].kind == isSome && !behind {
			break
		}
	}
	return all
}

// leadsOn reports whether the key questions of the grade at item i are named behind it: "graded good for
// leadership".
func (g *grading) leadsOn(i int) bool {
	k := i + 1
	for k < len(g.items) && g.items[k].kind == isInspection {
		k++
	}
	if k >= len(g.items) || !g.items[k].asks() {
		return false
	}
	for t := g.items[i].end; t < g.items[k].start; t++ {
		if slices.Contains([]string{"for", "on", "in", "across", "at"}, g.text(t)) {
			return true
		}
	}
	return false
}

// named are the inspections that the sentence names.
func (g *grading) named() (all []*facts.GradedOn) {
	for _, d := range g.at(isInspection) {
		if on := g.items[d].on; !slices.Contains(all, on) {
			all = append(all, on)
		}
	}
	return all
}

// askedWhen is the inspection of which item i says what it asked for; nil where it isn't clear.
func (g *grading) askedWhen(i int) *facts.GradedOn {
	switch named := g.named(); len(named) {
	case 0:
		return &g.of.Inspected[len(g.of.Inspected)-1]
	case 1:
		if all := g.of.Inspected; len(g.at(isInspection)) == 1 && g.behindThan(g.at(isInspection)[0]) {
			return &all[len(all)-1]
		}
		return named[0]
	}
	if g.ranged() {
		return nil // it had so many at the beginning, or at the end
	}
	return g.nearest(i)
}

// nearest is the inspection named next to item i: behind it, or else before it.
func (g *grading) nearest(i int) *facts.GradedOn {
	for j := i + 1; j < len(g.items) && g.items[j].kind != isGrade && g.items[j].kind != isStop; j++ {
		if g.items[j].kind == isInspection {
			return g.items[j].on
		}
	}
	for j := i - 1; j >= 0 && g.items[j].kind != isStop; j-- {
		if g.items[j].kind == isInspection {
			return g.items[j].on
		}
	}
	return nil
}

// when is the inspection of the grade at item i, the k-th of n in the sentence; nil where it isn't clear.
func (g *grading) when(i, k, n int) *facts.GradedOn {
	all := g.of.Inspected
	last := &all[len(all)-1]
	given, named := g.at(isInspection), g.named()
	from, to := g.role(i) == "from", g.role(i) == "to"
	before := func() *facts.GradedOn {
		if len(all) < 2 {
			return nil
		}
		return &all[len(all)-2]
	}
	hasFrom := false
	for _, j := range g.at(isGrade) {
		hasFrom = hasFrom || g.role(j) == "from"
	}
	switch {
	case len(named) == 0 && from:
		return before()
	case len(named) == 0:
		return last
	case len(named) == 1 && from:
		if named[0] != last {
			return named[0]
		}
		return before()
	case len(named) == 1 && (to || hasFrom):
		return last
	case len(named) == 1 && len(given) == 1 && g.comparedAt(given[0]) == i:
		if named[0] == last {
			return before()
		}
		return named[0]
	case len(named) == 1 && len(given) == 1 && named[0] != last && g.comparedAt(given[0]) > 0:
		return last
	case len(named) == 1 && len(given) == 1 && g.behindThan(given[0]):
		return last // "is good, which is better than in 2022"
	case len(named) == 1:
		return named[0]
	case len(named) == 2 && (from || to):
		return g.ofTwo(named, from) // "went from adequate to good between its inspections of 2022 and 2025"
	case len(given) == n && g.datedInTurn():
		return g.items[given[k]].on
	}
	return g.nearest(i)
}

// ofTwo is the earlier or the later of two inspections.
func (g *grading) ofTwo(named []*facts.GradedOn, earlier bool) *facts.GradedOn {
	first := slices.IndexFunc(g.of.Inspected, func(on facts.GradedOn) bool { return on.Date == named[0].Date })
	second := slices.IndexFunc(g.of.Inspected, func(on facts.GradedOn) bool { return on.Date == named[1].Date })
	if first < second == earlier {
		return named[0]
	}
	return named[1]
}

// datedInTurn reports whether the grades and the inspections of the sentence stand in turns.
func (g *grading) datedInTurn() bool {
	before := isStop
	for i := range g.items {
		switch kind := g.items[i].kind; {
		case kind != isGrade && kind != isInspection:
		case kind == before:
			return false
		default:
			before = kind
		}
	}
	return true
}

// comparedAt is the grade that the words next to the inspection at item d compare with others: "where it had 3 for both in
// 2022"; -1 for none.
func (g *grading) comparedAt(d int) int {
	for i := d - 1; i >= 0 && g.items[i].kind != isStop; i-- {
		if g.items[i].kind == isGrade {
			if i != g.at(isGrade)[0] && g.compared(i) {
				return i
			}
			return -1
		}
	}
	for i := d + 1; i < len(g.items) && g.items[i].kind != isStop; i++ {
		if g.items[i].kind == isGrade {
			if i != g.at(isGrade)[0] && g.compared(i) {
				return i
			}
			return -1
		}
	}
	return -1
}

// compared reports whether the grade at item i is one with which another is compared: "against a 3".
func (g *grading) compared(i int) bool {
	for k := g.items[i].start - 1; k >= 0 && k > g.items[i].start-6; k-- {
		switch g.text(k) {
		case "compared", "against", "than", "having", "had", "previously":
			return true
		}
	}
	return false
}

// grades holds the grades that the sentence gives.
func (g *grading) grades() {
	grades := g.at(isGrade)
	if len(grades) == 0 {
		return
	}
	var of []*item
	for k, i := range grades {
		if own := g.questions(i, g.leadsOn(i)); len(own) > 0 {
			of = own
		} else if k == 0 || g.when(i, k, len(grades)) == g.when(grades[k-1], k-1, len(grades)) {
			if k == 0 && g.role(i) != "from" {
				of = nil
			}
			if k == 0 && len(g.questions(i, true)) > 0 {
				of = g.questions(i, true) // "from 3 to 4 for leadership"
			} else if k == 0 && len(grades) == 2 && len(g.questions(grades[1], true)) > 0 {
				of = g.questions(grades[1], true)
			} else if k > 0 {
				of = nil
			}
		}
		if on := g.when(i, k, len(grades)); on != nil && len(of) > 0 {
			g.holdGrade(&g.items[i], of, on)
		} else {
			g.unread(&g.items[i])
		}
	}
}

// holdGrade holds a grade of key questions at an inspection.
func (g *grading) holdGrade(it *item, of []*item, on *facts.GradedOn) {
	for _, q := range of {
		switch q.kind {
		case isQuestion:
			if grade, ok := on.Grade(q.question); ok {
				g.tell(it, grade == it.n && it.other == 0, claim.SaysValue, on, fmt.Sprintf("graded %s %s", titleOf(q.question, on), gradeCalled(grade)))
			} else {
				g.unread(it)
			}
		case isEveryone:
			wrong := ""
			for _, grade := range on.Grades {
				if grade.N != it.n && wrong == "" {
					wrong = fmt.Sprintf("graded %s %s", titleOf(grade.Question, on), gradeCalled(grade.N))
				}
			}
			if wrong == "" {
				wrong = fmt.Sprintf("graded %d key questions %s", len(on.Grades), gradeCalled(it.n))
				g.tell(it, q.n == 0 || q.n == len(on.Grades), claim.SaysCount, on, wrong)
				continue
			}
			g.tell(it, false, claim.SaysValue, on, wrong)
		case isSome:
			n := 0
			for _, grade := range on.Grades {
				if grade.N == it.n {
					n++
				}
			}
			g.tell(q, n == q.n, claim.SaysCount, on, fmt.Sprintf("graded %d key questions %s", n, gradeCalled(it.n)))
		}
	}
}

// dates holds the dates of inspections, where all else that is said of them is so.
func (g *grading) dates() {
	others := len(g.claimed) == 0 || slices.ContainsFunc(g.claimed, func(c *claim.Claim) bool { return c.Verdict != claim.Confirmed })
	if others && slices.ContainsFunc(g.items, func(it item) bool { return it.misdated }) {
		g.claimed = nil // it may be an inspection that the report doesn't have
	}
	for i := range g.items {
		switch it := &g.items[i]; {
		case it.misdated && others:
			g.unread(it)
		case it.misdated:
			g.tell(it, false, claim.SaysValue, it.on, "gave these grades")
		}
	}
}

// tell records a claim that an item carries. What the inspection did is said of the inspection: "graded leadership 4 (good)".
func (g *grading) tell(it *item, holds bool, m claim.Measure, on *facts.GradedOn, is string) {
	date := on.Date.Format("2 January 2006")
	cl := g.claim(it)
	cl.Measure, cl.Verdict, cl.Reason, cl.Period = m, claim.Confirmed, "", date
	cl.Expected, cl.Evidence = is, claim.Related(on.At, "the inspection of "+date)
	if !holds {
		cl.Verdict, cl.Slip = claim.Contradicted, "another grade"
		cl.Message = fmt.Sprintf("the text has %s; the inspection of %s %s", claim.Quoted(cl.Words), date, is)
		cl.Hint = "correct the text, or graded_services"
	}
	// A grade of several key questions is one claim: wrong where it is wrong of one.
	if i := slices.IndexFunc(g.claimed, func(c *claim.Claim) bool { return c.At == cl.At && c.Measure == m }); i < 0 {
		g.claimed = append(g.claimed, cl)
	} else if g.claimed[i].Verdict != claim.Contradicted {
		g.claimed[i] = cl
	}
}

// unread counts what an item says as not read.
func (g *grading) unread(it *item) {
	g.claimed = append(g.claimed, g.claim(it))
}

// claim is one that an item carries, not read.
func (g *grading) claim(it *item) *claim.Claim {
	cl := claim.New(g.Passage, g.Span, sentence.Span{Start: g.ts[it.start].Start, End: g.ts[it.end-1].End})
	cl.Subject, cl.Reason = "grades", "it isn't clear of which grade or inspection this is"
	return cl
}

// gradeCalled is a grade with its name.
func gradeCalled(n int) string { return fmt.Sprintf("%d (%s)", n, project.GradeWord(n)) }

// titleOf is a key question's title, in small letters but for COVID-19.
func titleOf(question string, on *facts.GradedOn) string {
	for i := range on.Grades {
		if on.Grades[i].Question == question {
			return claim.Quoted(on.Grades[i].Title)
		}
	}
	return question
}
