package regs

import (
	"fmt"
	"slices"

	"apr/internal/lazyregexp"
	"apr/internal/project"
	"apr/internal/source"
	"apr/internal/yamlpos"
	"apr/regs/topics"
)

// misplacedRules find answers that stand under another provision than that which they are of.
var misplacedRules = []Rule{
	{
		ID:       "R0-misplaced",
		Title:    "Each answer stands under the outcome, the principle or the provision that it is about",
		Level:    Advice,
		Citation: "SSI 2014/326, regulations 3 to 6",
		Why:      "Where assessments were moved on by one, or two were exchanged, each outcome seems to be assessed and none is. A text is reported that has no word of its own subject, and more words of another than the text that stands there; and only where several texts are so.",
		Blind:    "One text alone that stands in the wrong place, and one that speaks of its subject in words that apr doesn't know as those of any.",
		Check:    checkMisplaced,
	},
}

// underSubject is a text in a list of subjects, of which it is to be about some.
type underSubject struct {
	what  string
	text  yamlpos.Text
	under []int
	words []int // how many different words of each subject it has
}

func checkMisplaced(r *project.Project, p *Pass) {
	edition := lawOf(r)
	outcomes, principles := newSubjects(topics.OfOutcomes), newSubjects(topics.OfPrinciples)
	if len(edition.Outcomes) == len(topics.OfOutcomes) {
		for i, o := range edition.Outcomes {
			outcomes.names[i] = fmt.Sprintf("outcome %d (%s)", o.No, o.Title)
		}
		for _, a := range r.Narrative.Reg3.Outcomes {
			outcomes.add(fmt.Sprintf("the assessment of outcome %d", a.Outcome), a.Assessment, func(i int) bool { return a.Assesses(edition.Outcomes[i].No) })
		}
		outcomes.report(p, "put each assessment under the outcome that it is about")
	}
	if len(edition.Principles) == len(topics.OfPrinciples) {
		for i, q := range edition.Principles {
			principles.names[i] = fmt.Sprintf("principle %s (%s)", q.ID, q.Title)
		}
		for _, a := range r.Narrative.Reg3.Principles {
			principles.add("the assessment of principle "+a.Principle, a.Assessment, func(i int) bool { return a.Assesses(edition.Principles[i].ID) })
		}
		principles.report(p, "put each assessment under the principle that it is about")
	}
	p.exchanged()
}

// subjects are those of a list, with the texts under them.
type subjects struct {
	of    []func() *lazyregexp.Regexp
	names []string
	texts []underSubject
}

func newSubjects(of []func() *lazyregexp.Regexp) *subjects {
	return &subjects{of: of, names: make([]string, len(of))}
}

func (s *subjects) add(what string, text yamlpos.Text, assesses func(int) bool) {
	if !says(text) {
		return
	}
	t := underSubject{what: what, text: text, words: make([]int, len(s.of))}
	for i, words := range s.of {
		t.words[i] = topics.Distinct(words, text.Markdown)
		if assesses(i) {
			t.under = append(t.under, i)
		}
	}
	s.texts = append(s.texts, t)
}

// fewestMisplaced is how many texts have to be misplaced for any to be reported, and
// fewestWordsOf how many words of another subject each has.
const fewestMisplaced, fewestWordsOf = 3, 2

func (s *subjects) report(p *Pass, hint string) {
	type move struct {
		text *underSubject
		to   int
	}
	var moves []move
	for i := range s.texts {
		if t := &s.texts[i]; !t.speaksOfOwn() {
			if to := s.belongs(t); to >= 0 {
				moves = append(moves, move{t, to})
			}
		}
	}
	if len(moves) < fewestMisplaced {
		return
	}
	for _, m := range moves {
		p.add(Finding{Position: m.text.text.Position, Likely: true, Hint: hint,
			Found: fmt.Sprintf("%s has words of %s and none of its own subject; it is so of %d texts of the list", m.text.what, s.names[m.to], len(moves))})
	}
}

// speaksOfOwn reports whether a text has a word of a subject that it stands under.
func (t *underSubject) speaksOfOwn() bool {
	return slices.ContainsFunc(t.under, func(i int) bool { return t.words[i] > 0 })
}

// belongs is the subject of which a text has most words, and more than any text that stands
// under it; -1 where there is none, or no single one.
func (s *subjects) belongs(t *underSubject) int {
	to := -1
	for i, n := range t.words {
		switch {
		case n < fewestWordsOf:
		case to < 0 || n > t.words[to]:
			to = i
		case n == t.words[to]:
			return -1
		}
	}
	if to < 0 || slices.ContainsFunc(s.texts, func(o underSubject) bool { return slices.Contains(o.under, to) && o.words[to] >= t.words[to] }) {
		return -1
	}
	return to
}

// exchanged reports two sections each of which speaks of the other's subject.
func (p *Pass) exchanged() {
	texts := make([]*answer, len(topics.OfSections))
	for _, a := range slices.Backward(p.reading.answers()) {
		if i := slices.IndexFunc(topics.OfSections, func(s topics.Section) bool { return s.Requirement == a.requirement }); i >= 0 {
			texts[i] = &a // the first of a requirement is its assessment
		}
	}
	for i, a := range texts {
		for k := i + 1; k < len(texts); k++ {
			b := texts[k]
			if a == nil || b == nil || !speaksRather(a, i, k) || !speaksRather(b, k, i) {
				continue
			}
			const hint = "exchange the two texts"
			p.add(Finding{Position: a.text.Position, Likely: true, Hint: hint, Related: []source.Related{{Position: b.text.Position, Message: b.what}},
				Found: fmt.Sprintf("the text given as %s has words of %s, and that given as %s words of %s", a.what, topics.OfSections[k].Subject, b.what, topics.OfSections[i].Subject)})
		}
	}
}

// speaksRather reports whether a text has more words of another section than of its own.
func speaksRather(a *answer, own, other int) bool {
	n := topics.Distinct(topics.OfSections[other].Words, a.text.Markdown)
	return n >= fewestWordsOf && n >= 2*topics.Distinct(topics.OfSections[own].Words, a.text.Markdown)
}
