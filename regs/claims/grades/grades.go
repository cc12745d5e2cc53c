// Package grades reads what a sentence says of the grades that inspectors gave a care service, and holds it against
// the report's own: "When it was inspected in September 2025, care at home was graded 4 (good) for wellbeing and 5
// (very good) for care planning", "Two of its four key questions went up by one grade", "The inspection made no
// requirements".
//
// service.go finds of which service it speaks and dates.go of which inspection; grades.go makes items of the words,
// contrast.go parts those that set what is now against what was, bounds.go reads "good or better", and held.go and moved.go
// hold the items against the grades. A sentence that has a word of something else, such as a hope or somebody else's grades, isn't read.
package grades

import (
	"slices"
	"strings"
	"sync"

	"apr/internal/project"
	"apr/regs/claims/claim"
	"apr/regs/claims/facts"
	"apr/regs/claims/language"
	"apr/regs/sentence"
)

// kind is what a run of words says.
type kind int

const (
	isGrade        kind = iota // n from 1 to 6
	isBound                    // a grade that others aren't below, or above
	isQuestion                 // a key question
	isEveryone                 // all key questions
	isSome                     // n of them, or of how many
	isInspection               // when an inspection was
	isBetter                   // n is 1 for better, -1 for worse, 0 for unchanged
	isSteps                    // by n grades
	isRequirements             // n requirements
	isAreas                    // n areas for improvement
	isStop                     // what ends a clause
)

// item is a run of tokens with what it says.
type item struct {
	kind       kind
	start, end int // tokens
	n          int
	question   string
	on         *facts.GradedOn
	other      int  // the grade that its words name, where the number is another; 0 else
	misdated   bool // that inspection was at another time
	least      int  // of a bound, 1 where it is the least and -1 where it is the most
	none       bool // it is said that none is beyond it
}

// names are the Care Inspectorate's words for its grades, but for "very good", and those for several of one.
var names = sync.OnceValue(func() map[string]int {
	names := map[string]int{"twos": 2, "threes": 3, "fours": 4, "fives": 5, "sixes": 6}
	for grade := 1; project.GradeWord(grade) != ""; grade++ {
		if word := project.GradeWord(grade); !strings.Contains(word, " ") {
			names[word] = grade
		}
	}
	return names
})

// questionNames are how sentences call the key questions.
var questionNames = map[string]string{"wellbeing": "wellbeing", "well-being": "wellbeing", "leadership": "leadership", "staff": "staff", "staffing": "staff", "workforce": "staff", "setting": "setting", "environment": "setting",
	"planning": "planning", "planned": "planning"}

// moveWords are words of what became of a grade.
var moveWords = sync.OnceValue(func() map[string]int {
	moves := map[string]int{}
	for n, words := range map[int]string{
		1:  "improved improves improve improving improvements rose risen up higher better raised climbed increased increase gained upwards stronger",
		-1: "fell fallen down lower worse dropped drop slipped declined weaker lost deteriorated downgraded",
		0:  "unchanged same stayed remained remains kept maintained held still",
	} {
		for _, w := range strings.Fields(words) {
			moves[w] = n
		}
	}
	return moves
})

// stopWords are words with which a sentence speaks of something else than what inspectors found: of wishes, of
// others' grades, or of those that are at least so good.
var stopWords = sync.OnceValue(func() map[string]bool {
	stops := map[string]bool{}
	for _, w := range strings.Fields(`not never neither nor would could might may will shall target targets aim aims expected expect expects goal goals ambition hoped hoping self-evaluation self-evaluated self-assessed
		self-assessment ourselves complaint complaints national average nationally below least above half percent cent proportion share many few several ward wards homes providers provider private
		independent other others another elsewhere scotland scottish neighbouring if unless until means mean meaning scale`) {
		stops[w] = true
	}
	for _, w := range language.Wishing {
		stops[w] = w != "how" // "how well care and support is planned"
	}
	return stops
})

// Last is the service of whose grades a sentence spoke last, about which the sentence behind it may go on.
type Last struct {
	of      *facts.Graded
	at      int  // where that sentence begins
	earlier bool // it spoke of an earlier inspection than the newest
}

// grading reads a sentence's grades.
type grading struct {
	*sentence.Sentence
	facts   *facts.Facts
	last    *Last
	ts      []language.Token
	of      *facts.Graded
	goesOn  bool // the service is named in the sentence before
	items   []item
	claimed []*claim.Claim
	// bounds is 1 or -1 where the words right before make a bound of the grade to come; boundless is true where they say
	// that none is beyond it.
	bounds    int
	boundless bool
}

// Claims are those of a sentence, which has the given tokens, about grades of a service that the report has; nil where it
// makes none or isn't understood.
func Claims(f *facts.Facts, s *sentence.Sentence, ts []language.Token, last *Last) []*claim.Claim {
	if len(f.Graded) == 0 {
		return nil
	}
	if !language.AnyOf(ts, speaksOfGrades) && (!language.AnyOf(ts, isGradeName) || !language.AnyOf(ts, namesQuestions) || language.AnyOf(ts, isOfPublic)) {
		last.introduce(f, s, ts)
		return nil
	}
	g := &grading{Sentence: s, facts: f, last: last, ts: ts}
	for i := range ts {
		if g.stops(i) || ts[i].Kind == language.ReferenceToken || ts[i].Text == "?" {
			return nil
		}
	}
	if g.of = g.service(); g.of == nil || g.ofPart() || !g.parse() || g.manyOrThen() {
		return nil
	}
	if !g.ofNewest() {
		return nil
	}
	if now, then := g.contrasted(); now != nil {
		now.hold()
		then.hold()
		return append(now.claimed, then.claimed...)
	}
	g.hold()
	return g.claimed
}

// ofNewest reports whether a sentence that names no inspection is of the newest, and not of the one that the sentence before it
// is about: "It was inspected in May 2023. Its grade for wellbeing was good."
func (g *grading) ofNewest() bool {
	named := g.named()
	if len(named) == 0 {
		return !g.last.earlier
	}
	g.last.earlier = slices.ContainsFunc(named, func(on *facts.GradedOn) bool { return on != &g.of.Inspected[len(g.of.Inspected)-1] })
	return true
}

// speaksOfGrades reports whether a word is one that a sentence about grades has.
func speaksOfGrades(t *language.Token) bool {
	switch t.Text {
	case "graded", "grade", "grades", "inspected", "inspection", "inspections", "inspectors", "inspectorate", "inspectorate's", "requirement", "requirements":
		return true
	}
	return false
}

// isGradeName reports whether a word names a grade.
func isGradeName(t *language.Token) bool {
	return names()[t.Text] > 0 || inFigures(t.Text) > 0
}

// namesQuestions reports whether a word names a key question or several.
func namesQuestions(t *language.Token) bool { return isQuestionName(t) || t.Text == "questions" }

// isQuestionName reports whether a word names a key question.
func isQuestionName(t *language.Token) bool { return questionNames[t.Text] != "" }

// inFigures is the grade that "4s" has several of, 0 for other words.
func inFigures(word string) int {
	if len(word) == 2 && word[0] >= '1' && word[0] <= '6' && word[1] == 's' {
		return int(word[0] - '0')
	}
	return 0
}

// parse makes items of the tokens; false where something ends the reading.
func (g *grading) parse() bool {
	for i := 0; i < len(g.ts); {
		if n, ok := g.bound(i); !ok {
			return false
		} else if n > 0 {
			i += n
			continue
		}
		it, n, ok := g.item(i)
		if !ok {
			return false
		}
		if n == 0 {
			i++
			continue
		}
		it.start, it.end = i, i+n
		if it.kind == isGrade && g.text(i-1) == "(" && g.text(i+n) == ")" {
			it.start, n = i-1, n+2
			it.end = i - 1 + n
			i-- // the bracket is part of it
		}
		if last := len(g.items) - 1; it.kind == isGrade && last >= 0 && g.items[last].kind == isGrade && (g.items[last].n == it.n || g.text(i) == "(") && g.sameGrade(last, i) {
			g.items[last].end = i + n // "4 (good)"
			if g.items[last].n != it.n {
				g.items[last].other = it.n
			}
		} else {
			g.items = append(g.items, g.bounded(it))
		}
		i += n
	}
	return len(g.items) > 0 && g.bounds == 0
}

// sameGrade reports whether a grade at token i is said in brackets or behind a comma right behind the one before.
func (g *grading) sameGrade(last, i int) bool {
	for k := g.items[last].end; k < i; k++ {
		if g.ts[k].Kind != language.MarkToken && g.ts[k].Text != "or" && g.ts[k].Text != "a" && g.ts[k].Text != "grade" {
			return false
		}
	}
	return true
}

// text is that of token i, "" where there is none.
func (g *grading) text(i int) string {
	if i < 0 || i >= len(g.ts) {
		return ""
	}
	return g.ts[i].Text
}

// whole is the whole number that token i is, said in figures or in words.
func (g *grading) whole(i int) (int, bool) {
	if i < 0 || i >= len(g.ts) {
		return 0, false
	}
	switch t := &g.ts[i]; {
	case t.Kind == language.NumberToken && t.Q != nil && t.Q.IsWhole() && t.Q.Value.Num().IsInt64():
		return int(t.Q.Value.Num().Int64()), true
	case t.Text == "no" || t.Text == "none" || t.Text == "zero":
		return 0, true
	case t.Text == "both":
		return 2, true
	case t.Text == "one" || t.Text == "a" || t.Text == "an" || t.Text == "single":
		return 1, true
	}
	return 0, false
}

// item is what stands at token i and how many tokens it has, 0 where it says nothing; ok is false where the
// reading ends.
func (g *grading) item(i int) (it item, n int, ok bool) {
	w := g.text(i)
	if on, n := g.inspection(i); n > 0 {
		if on != nil {
			return item{kind: isInspection, on: on}, n, true
		}
		on := g.nearly(i)
		return item{kind: isInspection, on: on, misdated: true}, n, on != nil
	}
	if it, n := g.counted(i); n > 0 {
		return it, n, true
	}
	if w == "very" && g.text(i+1) == "good" {
		return item{kind: isGrade, n: 5}, 2, true
	}
	if grade, is := names()[w]; is {
		return item{kind: isGrade, n: grade}, 1, true
	}
	if grade, is := g.whole(i); is && grade >= 1 && grade <= 6 && g.ts[i].Kind == language.NumberToken && g.isGrade(i) {
		return item{kind: isGrade, n: grade}, 1, true
	}
	if grade := inFigures(w); grade > 0 {
		return item{kind: isGrade, n: grade}, 1, true
	}
	if q, is := questionNames[w]; is {
		return item{kind: isQuestion, question: q}, 1, true
	}
	if w == "across" && g.text(i+1) == "the" && g.text(i+2) == "board" {
		return item{kind: isEveryone}, 3, true
	}
	if (w == "straight" || w == "all" && g.ofGrades(i)) && g.gradeAt(i+1) {
		return item{kind: isEveryone}, 1, true
	}
	if n, is := moveWords()[w]; is && !(w == "improvement" || w == "better" && g.text(i-1) == "or") {
		return item{kind: isBetter, n: n}, 1, true
	}
	if g.ts[i].Kind == language.MarkToken && (w == ";" || w == "." || w == ":") {
		return item{kind: isStop}, 1, true
	}
	return it, 0, true
}

// ofGrades reports whether the words before token i speak of grades and of no key question by its name: "its grades are
// all good".
func (g *grading) ofGrades(i int) bool {
	return language.AnyOf(g.ts[:i], func(t *language.Token) bool { return t.Text == "grades" }) && len(g.at(isQuestion)) == 0
}

// isGrade reports whether the number at token i stands where a grade does.
func (g *grading) isGrade(i int) bool {
	if g.ofAsked(i) {
		return false
	}
	if g.text(i+1) == "for" || g.text(i+1) == "on" {
		for k := i + 2; k < i+6 && k < len(g.ts) && g.ts[k].Kind == language.WordToken; k++ {
			if isQuestionName(&g.ts[k]) {
				return true // "graded the team 4 for leadership"
			}
		}
	}
	before, behind := g.text(i-1), g.text(i+1)
	if slices.Contains([]string{"", "(", ")", ",", ".", ";", ":", "or", "for", "on", "in", "at", "and", "to", "from", "while", "with", "as", "last", "this", "but", "when"}, behind) || i+1 < len(g.ts) && g.ts[i+1].Kind == language.MarkToken {
		return slices.Contains([]string{"graded", "grade", "grades", "a", "of", "from", "to", "got", "at", "scored", "received", "given", "awarded", "was", "(", "and", "is", "now", "up", "as", "had", "least", "below", "above", "than", "all", "straight"}, before) || g.ts[max(i-1, 0)].Kind == language.MarkToken
	}
	return false
}

// counted reads numbers at token i: of key questions, of grades that something went up by, of requirements and of
// areas for improvement.
func (g *grading) counted(i int) (it item, n int) {
	k := i
	every := slices.Contains([]string{"all", "every", "each", "both"}, g.text(k))
	if every {
		k++
		for g.text(k) == "of" || g.text(k) == "the" || g.text(k) == "its" || g.text(k) == "their" || g.text(k) == "these" {
			k++
		}
	}
	number, is := g.whole(k)
	if is {
		k++
	}
	article := is && (g.text(k-1) == "a" || g.text(k-1) == "an")
	if g.text(k) == "further" || g.text(k) == "single" || g.text(k) == "formal" || g.text(k) == "full" || g.text(k) == "whole" || is && g.text(k) == "of" && g.definite(k+1) {
		k++
		if g.definite(k) {
			k++
			if _, of := g.whole(k); of && !every {
				if it, n := g.counted(k); n > 0 && it.kind == isSome { // "three of the four key questions"
					it.n = number
					return it, k + n - i
				}
				return it, 0
			}
		}
	}
	switch w := g.text(k); {
	case w == "of" && is && !article && !every && (g.text(k+1) == "which" || g.text(k+1) == "them" || g.text(k+1) == "these"):
		return item{kind: isSome, n: number}, k + 2 - i // "two of which had been adequate"
	case (w == "key" && strings.HasPrefix(g.text(k+1), "question") || strings.HasPrefix(w, "question") || w == "grades" && (every || is && !g.steps(i, k)) || w == "grade" && every || w == "areas" && every || w == "headings") && (every || is && !article):
		if w == "key" {
			k++
		}
		if every {
			return item{kind: isEveryone, n: number}, k + 1 - i
		}
		return item{kind: isSome, n: number}, k + 1 - i
	case (w == "grade" || w == "grades") && is && g.steps(i, k):
		return item{kind: isSteps, n: number}, k + 1 - i
	case !every && is && !article && k == i+1 && g.text(i-1) == "by" && !strings.HasPrefix(w, "area") && !strings.HasPrefix(w, "requirement"):
		return item{kind: isSteps, n: number}, 1 // "rose by one"
	case !every && is && !article && k == i+1 && w == "for" && g.ts[i].Kind == language.NumberToken && g.ts[i].Q.InWords && len(g.at(isSteps)) > 0 && len(g.at(isGrade)) == 0:
		return item{kind: isSteps, n: number}, 1 // "up one grade for leadership and two for care planning"
	case !every && is && (w == "requirement" || w == "requirements" || w == "area" || w == "areas") && g.fewerBehind(k):
		return it, 0
	case !every && is && (w == "requirement" || w == "requirements"):
		return item{kind: isRequirements, n: number}, k + 1 - i
	case !every && is && (w == "area" || w == "areas") && (g.text(k+1) == "for" || g.text(k+1) == "of") && g.text(k+2) == "improvement":
		return item{kind: isAreas, n: number}, k + 3 - i
	case !every && (w == "areas" || w == "area") && g.text(k+1) == "for" && g.text(k+2) == "improvement" && k == i && len(g.items) > 0 && g.items[len(g.items)-1].kind == isRequirements && g.items[len(g.items)-1].n == 0 && (g.text(i-1) == "or" || g.text(i-1) == "and"):
		return item{kind: isAreas}, 3 // "no requirements or areas for improvement"
	}
	return it, 0
}

// steps reports whether a number of grades from token i to k is by how many something moved: "by one grade", "went up two
// grades", "two grades higher".
func (g *grading) steps(i, k int) bool {
	before := g.text(i - 1)
	_, moves := moveWords()[before]
	_, moved := moveWords()[g.text(k+1)]
	return before == "by" || moves || moved
}
