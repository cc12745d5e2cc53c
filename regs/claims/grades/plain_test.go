package grades

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"apr/internal/project"
	"apr/internal/rounds"
	"apr/regs/claims/facts"
	"apr/regs/claims/facts/factstest"
)

// writer writes sentences about the grades of the examples' services.
type writer struct {
	r    *rand.Rand
	of   *facts.Graded
	name string
	turn bool // one thing is to be wrong, and hasn't been yet
}

func (g *writer) pick(of ...string) string { return of[g.r.IntN(len(of))] }

// grade writes a grade, or another where one is to be wrong.
func (g *writer) grade(n int) string {
	if g.turn && g.r.IntN(2) == 0 {
		g.turn = false
		n += []int{-1, 1}[g.r.IntN(2)]
		if n > 6 || n < 2 {
			n = 3
		}
	}
	name := project.GradeWord(n)
	return g.pick(name, fmt.Sprint(n), fmt.Sprintf("%d (%s)", n, name), fmt.Sprintf("%s (%d)", name, n))
}

// question is how a key question is called.
func (g *writer) question(key string) string {
	switch key {
	case "staff":
		return g.pick("its staff team", "the staff team", "staffing")
	case "planning":
		return g.pick("care planning", "how well care and support was planned")
	case "wellbeing":
		return g.pick("wellbeing", "supporting people's wellbeing")
	}
	return key
}

// date is how an inspection is dated.
func (g *writer) date(on *facts.GradedOn) string {
	return on.Date.Format(g.pick("January 2006", "2006"))
}

// sentence writes one.
func (g *writer) sentence() (kind, sentence string) {
	last := &g.of.Inspected[len(g.of.Inspected)-1]
	before := &g.of.Inspected[len(g.of.Inspected)-2]
	on, when := last, g.pick("at its last inspection", "when last inspected")
	if g.r.IntN(3) > 0 {
		on = []*facts.GradedOn{before, last}[g.r.IntN(2)]
		when = "in " + on.Date.Format(g.pick("January 2006", "2006"))
	}
	q := on.Grades[g.r.IntN(len(on.Grades))]
	other := on.Grades[g.r.IntN(len(on.Grades))]
	was, _ := before.Grade(q.Question)
	is, ok := last.Grade(q.Question)
	if !ok {
		is = was
	}
	k := g.r.IntN(9)
	kind = fmt.Sprint(k)
	switch k {
	case 0:
		return kind, fmt.Sprintf("%s was graded %s for %s %s.", g.name, g.grade(q.N), g.question(q.Question), when)
	case 1:
		return kind, fmt.Sprintf("%s, %s, got %s for %s and %s for %s.", g.name, when, g.grade(q.N), g.question(q.Question), g.grade(other.N), g.question(other.Question))
	case 2:
		return kind, fmt.Sprintf("Inspectors graded %s %s for %s %s.", lower(g.name), g.grade(q.N), g.question(q.Question), when)
	case 3:
		return kind, fmt.Sprintf("%s at %s was graded %s %s.", upper(g.question(q.Question)), lower(g.name), g.grade(q.N), when)
	case 4:
		return kind, fmt.Sprintf("At %s %s went from %s in %s to %s in %s.", lower(g.name), g.question(q.Question), g.grade(was), g.date(before), g.grade(is), g.date(last))
	case 5:
		n := 0
		for _, grade := range last.Grades {
			if w, _ := before.Grade(grade.Question); grade.N > w {
				n++
			}
		}
		if g.turn {
			n, g.turn = n%len(last.Grades)+1, false
		}
		words := []string{"", "One", "Two", "Three", "Four"}
		return kind, fmt.Sprintf("%s of the %s key questions at %s %s between the two inspections.", words[n], strings.ToLower(words[len(last.Grades)]), lower(g.name), g.pick("improved", "went up", "rose"))
	case 6:
		up := is > was
		if g.turn {
			up, g.turn = !up, false
		}
		return kind, fmt.Sprintf("The grade of %s for %s %s between %s and %s.", lower(g.name), g.question(q.Question), map[bool]string{true: g.pick("went up", "improved", "rose"), false: g.pick("was unchanged", "stayed the same")}[up], g.date(before), g.date(last))
	case 7:
		n := *on.Requirements
		if g.turn {
			n, g.turn = n+1+g.r.IntN(2), false
		}
		return kind, fmt.Sprintf("The inspection of %s %s made %s.", lower(g.name), when, map[bool]string{true: "no requirements", false: fmt.Sprintf("%d requirement%s", n, map[bool]string{true: "", false: "s"}[n == 1])}[n == 0])
	}
	n := *on.Areas
	if g.turn {
		n, g.turn = n+1, false
	}
	return kind, fmt.Sprintf("Inspectors found %s at %s %s.", map[bool]string{true: "no areas for improvement", false: fmt.Sprintf("%d area%s for improvement", n, map[bool]string{true: "", false: "s"}[n == 1])}[n == 0], lower(g.name), when)
}

// upper begins a sentence.
func upper(s string) string { return strings.ToUpper(s[:1]) + s[1:] }

// lower begins a name with a small letter where it begins with an article.
func lower(name string) string {
	for _, article := range []string{"Our ", "The "} {
		if strings.HasPrefix(name, article) {
			return strings.ToLower(name[:1]) + name[1:]
		}
	}
	return name
}

// TestPlainSentences writes sentences about the grades of care services, right ones and those with one thing
// wrong.
func TestPlainSentences(t *testing.T) {
	names := map[string][]string{
		"Carrickmoor Council care at home service": {"Our care at home service", "The council's care at home service", "Carrickmoor Council care at home service", "The care at home service"},
		"Ardenmuir care at home, north team":       {"The north team", "The care at home north team"},
		"Millburn House, children's home":          {"Millburn House", "Millburn House, our children's home"},
	}
	for _, dir := range []string{carrickmoor, ardenmuir} {
		f := factstest.Of(t, dir)
		r := rand.New(rand.NewPCG(7, 7))
		turned, found := 0, 0
		for n := range rounds.Of(t, 400) {
			of := f.Graded[r.IntN(len(f.Graded))]
			g := &writer{r: r, of: of, turn: n%2 == 1}
			g.name = g.pick(names[of.Service]...)
			kind, s := g.sentence()
			if g.turn {
				continue // nothing was turned
			}
			wrong := contradictionIn(f, s)
			switch {
			case n%2 == 0 && wrong != "":
				t.Errorf("%s: %s: %s", kind, s, wrong)
			case n%2 == 1 && wrong != "":
				found++
				turned++
			case n%2 == 1:
				turned++
				t.Logf("missed %s: %s", kind, s)
			}
		}
		if t.Logf("%s: %d of %d contradicted", dir, found, turned); 10*found < 9*turned {
			t.Errorf("%s: %d of %d contradicted", dir, found, turned)
		}
	}
}
