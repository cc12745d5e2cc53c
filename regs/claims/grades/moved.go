package grades

import (
	"fmt"
	"strconv"

	"apr/regs/claims/claim"
	"apr/regs/claims/facts"
)

// This file holds what a sentence says of how grades moved between two inspections, and of what inspections asked for.

// movements holds what the sentence says of how grades moved between two inspections.
func (g *grading) movements() {
	for _, i := range g.at(isBetter) {
		it := &g.items[i]
		of := g.movedOf(i)
		if len(of) == 0 {
			continue
		}
		before, after := g.between()
		if before == nil || len(g.at(isSteps)) > 1 {
			g.unread(it)
			continue
		}
		steps := 0
		for k := max(i-1, 0); k <= i+1 && k < len(g.items); k++ {
			if g.items[k].kind == isSteps {
				steps = g.items[k].n
			}
		}
		so := func(was, is int) bool {
			d := is - was
			return it.n == 0 && d == 0 || it.n*d > 0 && (steps == 0 || d == it.n*steps)
		}
		n, both := 0, 0
		var other string
		for _, is := range after.Grades {
			was, ok := before.Grade(is.Question)
			if !ok {
				continue
			}
			both++
			if so(was, is.N) {
				n++
			} else if other == "" {
				other = wentTo(titleOf(is.Question, after), was, is.N)
			}
		}
		for _, q := range of {
			switch q.kind {
			case isQuestion:
				was, ok := before.Grade(q.question)
				is, ok2 := after.Grade(q.question)
				if !ok || !ok2 {
					g.unread(it)
					continue
				}
				g.tell(it, so(was, is), claim.SaysChange, after, wentTo(titleOf(q.question, after), was, is))
			case isEveryone:
				if other != "" {
					g.tell(it, false, claim.SaysChange, after, other)
				} else {
					g.tell(it, q.n == 0 || q.n == both, claim.SaysChange, after, fmt.Sprintf("found it so of %d key questions", both))
				}
			case isSome:
				g.tell(q, n == q.n, claim.SaysCount, after, fmt.Sprintf("found it so of %d key questions", n))
			}
		}
	}
}

// wentTo says what an inspection graded a key question that had another grade before, or the same.
func wentTo(title string, was, is int) string {
	if was == is {
		return fmt.Sprintf("graded %s %s, as the one before", title, gradeCalled(is))
	}
	return fmt.Sprintf("graded %s %s, and the one before %s", title, gradeCalled(is), gradeCalled(was))
}

// movedOf are the key questions of which the word at item i says how they moved: those before it, or else those
// behind it.
func (g *grading) movedOf(i int) (of []*item) {
	for k := i - 1; k >= 0 && g.items[k].kind != isBetter && g.items[k].kind != isStop; k-- {
		if g.items[k].asks() {
			of = append(of, &g.items[k])
		}
	}
	if len(of) > 0 {
		return of
	}
	for k := i + 1; k < len(g.items) && g.items[k].kind != isBetter && g.items[k].kind != isStop; k++ {
		if g.items[k].asks() {
			of = append(of, &g.items[k])
		}
	}
	return of
}

// between are the two inspections between which the sentence says that grades moved, nil where it isn't clear.
func (g *grading) between() (before, after *facts.GradedOn) {
	all := g.of.Inspected
	if len(all) < 2 {
		return nil, nil
	}
	before, after = &all[len(all)-2], &all[len(all)-1]
	named := g.named()
	switch len(named) {
	case 0:
	case 1:
		if named[0].Date.Before(after.Date) {
			before = named[0]
		}
	case 2:
		before, after = named[0], named[1]
		if after.Date.Before(before.Date) {
			before, after = after, before
		}
	default:
		return nil, nil
	}
	return before, after
}

// askedFor holds how many requirements an inspection made and how many areas for improvement it named.
func (g *grading) askedFor() {
	for _, kind := range []kind{isRequirements, isAreas} {
		counts := g.at(kind)
		for _, i := range counts {
			it := &g.items[i]
			on := g.askedWhen(i)
			if on == nil || len(counts) > 1 && len(g.at(isInspection)) < 2 {
				g.unread(it)
				continue
			}
			is, what := on.Requirements, "requirements"
			if kind == isAreas {
				is, what = on.Areas, "areas for improvement"
			}
			if is == nil {
				g.unread(it)
				continue
			}
			g.tell(it, *is == it.n, claim.SaysCount, on, fmt.Sprintf("had %s %s", map[bool]string{true: "no", false: strconv.Itoa(*is)}[*is == 0], what))
		}
	}
}
