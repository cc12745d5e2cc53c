package grades

import (
	"fmt"
	"slices"

	"apr/internal/project"
	"apr/regs/claims/claim"
	"apr/regs/claims/facts"
	"apr/regs/claims/language"
)

// This file reads grades that are no more than a bound: "good or better for all four key questions", "no grade below
// adequate", "at least good for leadership".

// unboundWords are words with which such a sentence speaks of several services, of another time, of exceptions or of what
// others than inspectors think.
var unboundWords = []string{"services", "teams", "most", "like", "been", "previously", "before", "earlier", "once", "until", "used", "since", "ever", "always", "apart", "aside", "except", "excepting", "excluding",
	"besides", "bar", "but", "only", "alone", "rest", "from", "unlike", "against", "compared", "survey", "people", "families", "relatives", "respondents", "carers", "residents", "rated", "audit", "audits", "visit", "visits"}

// gradeAt reports whether a grade is named at token i, behind "a" or "grade".
func (g *grading) gradeAt(i int) bool {
	for g.text(i) == "a" || g.text(i) == "grade" {
		i++
	}
	n, is := g.whole(i)
	return i < len(g.ts) && (isGradeName(&g.ts[i]) || g.text(i) == "very" && g.text(i+1) == "good" || is && n >= 1 && n <= 6 && g.ts[i].Kind == language.NumberToken)
}

// bounding is how many tokens at i say that a grade is a bound, and which: 1 for the least, -1 for the most. Behind is
// true where the grade stands before them.
func (g *grading) bounding(i int) (n, least int, behind bool) {
	sides := map[string]int{"better": 1, "above": 1, "higher": 1, "worse": -1, "below": -1, "lower": -1}
	switch w := g.text(i); {
	case w == "or" && sides[g.text(i+1)] != 0:
		return 2, sides[g.text(i+1)], true
	case w == "at" && g.text(i+1) == "least" && g.gradeAt(i+2):
		return 2, 1, false
	case (w == "below" || w == "above") && g.gradeAt(i+1):
		return 1, -sides[w], false
	case sides[w] != 0 && g.text(i+1) == "than" && g.gradeAt(i+2) && g.none(i):
		return 2, -sides[w], false
	}
	return 0, 0, false
}

// none reports whether the words before token i say that nothing is so: "no grade was below", "none of them is above".
func (g *grading) none(i int) bool {
	for k := i - 1; k >= 0 && g.ts[k].Kind == language.WordToken; k-- {
		switch g.text(k) {
		case "none", "nothing":
			return true
		case "no":
			return slices.Contains([]string{"grade", "grades", "key", "question", "questions"}, g.text(k+1))
		case "and", "but", "or", "which", "that":
			return false
		}
	}
	return false
}

// bound takes the words at token i that make a bound of a grade, and returns how many there are; ok is false where they
// can't be read.
func (g *grading) bound(i int) (n int, ok bool) {
	n, least, behind := g.bounding(i)
	if n == 0 {
		return 0, true
	}
	if behind {
		last := len(g.items) - 1
		if last < 0 || g.items[last].kind != isGrade || g.items[last].end != i {
			return 0, false
		}
		g.items[last].kind, g.items[last].least, g.items[last].end = isBound, least, i+n
		return n, true
	}
	if g.text(i) != "at" && !g.none(i) {
		return 0, false
	}
	g.bounds, g.boundless = least, g.text(i) != "at"
	return n, true
}

// bounded makes a bound of a grade behind such words.
func (g *grading) bounded(it item) item {
	if it.kind == isGrade && g.bounds != 0 {
		it.kind, it.least, it.none = isBound, g.bounds, g.boundless
		g.bounds = 0
	}
	return it
}

// stops reports whether token i is a word that ends the reading.
func (g *grading) stops(i int) bool {
	t := &g.ts[i]
	if t.Kind != language.WordToken || !stopWords()[t.Text] || t.Text == "may" && t.Proper {
		return false
	}
	at := i
	if t.Text == "least" || g.text(i-1) == "or" {
		at--
	}
	n, _, _ := g.bounding(max(at, 0))
	return n == 0
}

// manyOrThen reports whether a sentence with bounds speaks of several services, of a share of them or of an earlier time.
func (g *grading) manyOrThen() bool {
	return len(g.at(isBound)) > 0 && language.AnyOf(g.ts, func(t *language.Token) bool {
		return t.Kind == language.WordToken && slices.Contains(unboundWords, t.Text) || t.Kind == language.NumberToken && t.Q != nil && t.Q.Unit == facts.Percent
	}) || len(g.at(isBound)) > 0 && g.byOthers()
}

// isOfPublic reports whether a word is for people who use a service, or know those who do, and think something of it.
func isOfPublic(t *language.Token) bool {
	return slices.Contains([]string{"people", "families", "relatives", "respondents", "carers", "residents", "parents", "visitors", "neighbours", "children"}, t.Text)
}

// byOthers reports whether somebody else than inspectors is said to have graded the service.
func (g *grading) byOthers() bool {
	for i := range g.ts {
		if g.text(i) != "by" {
			continue
		}
		k := i + 1
		if g.text(k) == "the" {
			k++
		}
		if w := g.text(k); w != "inspectors" && !(w == "care" && g.text(k+1) == "inspectorate") {
			return true
		}
	}
	return false
}

// boundWhen is the inspection of the bound at item i: the last, or the one that is named before it or right behind what it
// is of; nil where it isn't clear.
func (g *grading) boundWhen(i int) *facts.GradedOn {
	all, given := g.of.Inspected, g.at(isInspection)
	switch len(given) {
	case 0:
		return &all[len(all)-1]
	case 1:
	default:
		return nil
	}
	for k := g.items[i].end; k < g.items[given[0]].start; k++ {
		if w := g.text(k); g.ts[k].Kind == language.MarkToken || w == "than" || w == "where" || w == "after" {
			return nil
		}
	}
	return g.items[given[0]].on
}

// holdBounds holds the bounds that the sentence gives.
func (g *grading) holdBounds() {
	for _, i := range g.at(isBound) {
		it := &g.items[i]
		of := g.questions(i, g.leadsOn(i))
		switch {
		case it.none && !language.AnyOf(g.ts, func(t *language.Token) bool { return ofGradesAtAll(t.Text) }):
			of = nil // "nothing below good in the plans that they read"
		case it.none && !slices.ContainsFunc(of, func(q *item) bool { return q.kind == isQuestion }):
			of = []*item{{kind: isEveryone}}
		case it.none:
			of = slices.DeleteFunc(of, func(q *item) bool { return q.kind == isSome })
		}
		on := g.boundWhen(i)
		if on == nil || len(of) == 0 || it.other != 0 {
			g.unread(it)
			continue
		}
		for _, q := range of {
			g.holdBound(it, q, on)
		}
	}
}

// ofGradesAtAll reports whether a word is one for grades or for what they are given for.
func ofGradesAtAll(word string) bool {
	return slices.Contains([]string{"grade", "grades", "graded", "question", "questions"}, word)
}

// holdBound holds a bound of key questions at an inspection.
func (g *grading) holdBound(it, q *item, on *facts.GradedOn) {
	within := func(grade int) bool { return (grade-it.n)*it.least >= 0 }
	bound := fmt.Sprintf("%d (%s) or %s", it.n, project.GradeWord(it.n), map[int]string{1: "better", -1: "lower"}[it.least])
	n := 0
	var beyond *facts.Grade
	for k := range on.Grades {
		switch grade := &on.Grades[k]; {
		case q.kind == isQuestion && grade.Question != q.question:
		case within(grade.N):
			n++
		case beyond == nil:
			beyond = grade
		}
	}
	switch {
	case q.kind == isSome:
		g.tell(q, n == q.n, claim.SaysCount, on, fmt.Sprintf("graded %d key questions %s", n, bound))
	case beyond != nil:
		g.tell(it, false, claim.SaysValue, on, fmt.Sprintf("graded %s %s", titleOf(beyond.Question, on), gradeCalled(beyond.N)))
	case n == 0:
		g.unread(it) // it wasn't graded
	default:
		g.tell(it, q.n == 0 || q.n == n, claim.SaysValue, on, fmt.Sprintf("graded %d key questions %s", n, bound))
	}
}
