package grades

import (
	"slices"
	"strings"

	"apr/internal/period"
	"apr/regs/claims/facts"
	"apr/regs/claims/language"
	"apr/regs/sentence"
)

// This file finds which of the services that the report has grades of a sentence names.

// service is the service that the sentence names, nil where it names another. One that names none goes on about that of the
// sentence right before it.
func (g *grading) service() *facts.Graded {
	var named *facts.Graded
	most := 0
	covered := make([]bool, len(g.ts))
	of := make([][]bool, len(g.facts.Graded)) // the words that name each
	for k, s := range g.facts.Graded {
		n := 0
		of[k] = make([]bool, len(g.ts))
		for _, words := range s.Names {
			if from := language.IndexName(g.ts, words, isWord); from >= 0 {
				n += len(words)
				for i := from; i < from+len(words); i++ {
					covered[i], of[k][i] = true, true
				}
			}
		}
		switch {
		case n > most:
			named, most = s, n
		case n == most && n > 0:
			named = nil // either
		}
	}
	for k, s := range g.facts.Graded {
		for i := range covered {
			if named == s && covered[i] && !of[k][i] {
				return nil // two services
			}
		}
	}
	goesOn := named == nil && most == 0 && g.Before != nil && g.last.at == g.Before.Start
	if goesOn {
		named = g.last.of
	}
	if named == nil {
		return nil
	}
	if g.goesOn = goesOn; goesOn && g.ofItsPart(named) {
		return nil
	}
	for i := range g.ts {
		t := &g.ts[i]
		if t.Kind != language.WordToken || covered[i] || g.ownWord(t.Text, named) {
			continue
		}
		begins := i > 0 || strings.HasSuffix(t.Text, "'s") || t.Form == nil && len(g.ts) > 1 && covered[1] || goesOn && !isQuestionName(t) && !slices.Contains(goingOn, t.Text)
		if t.Proper && begins || slices.Contains([]string{"north", "south", "east", "west"}, strings.TrimSuffix(t.Text, "'s")) {
			return nil // another service, or another place
		}
	}
	g.last.of, g.last.at, g.last.earlier = named, g.Start, goesOn && g.last.earlier
	return named
}

// ofGraded are nouns for a service, or for its inspection and what came of that.
var ofGraded = []string{"service", "services", "home", "house", "team", "teams", "unit", "provider", "inspectors", "inspector", "inspection", "inspections", "grade", "grades", "report", "reports", "visit", "visits", "result", "results",
	"rating", "ratings", "outcome", "mark", "marks", "score", "scores", "evaluation", "evaluations", "questions", "other", "rest", "former", "latter", "same", "first", "second", "third", "last", "latest", "two", "three", "four", "five", "others"}

// ofItsPart reports whether a sentence that goes on about a service begins with something that it has, or somebody of it, of which it says
// how that was graded: "its manager was graded good".
func (g *grading) ofItsPart(s *facts.Graded) bool {
	if len(g.ts) < 3 || !slices.Contains([]string{"its", "their", "the"}, g.ts[0].Text) || g.ts[1].Kind != language.WordToken {
		return false
	}
	w := g.ts[1].Text
	return slices.Contains([]string{"was", "were", "is", "are", "has", "had", "got", "received", "earned"}, g.ts[2].Text) && !isQuestionName(&g.ts[1]) && !slices.Contains(ofGraded, w) && !g.ownWord(w, s)
}

// introduce keeps the service of a sentence that begins with its name and says nothing of grades: "Millburn House is a children's
// home. It was inspected in February 2025."
func (l *Last) introduce(f *facts.Facts, sn *sentence.Sentence, ts []language.Token) {
	if !beginsWithService(f, ts) {
		return
	}
	g := &grading{Sentence: sn, facts: f, last: new(Last), ts: ts}
	if g.service() != nil {
		*l = *g.last
	}
}

// beginsWithService reports whether a sentence begins with the name of a service, with or without "the" or "our".
func beginsWithService(f *facts.Facts, ts []language.Token) bool {
	if len(ts) > 0 && (ts[0].Text == "the" || ts[0].Text == "our") && beginsWithService(f, ts[1:]) {
		return true
	}
	return slices.ContainsFunc(f.Graded, func(s *facts.Graded) bool {
		return slices.ContainsFunc(s.Names, func(words []string) bool {
			return language.BeginsWithName(ts, words, isWord)
		})
	})
}

// goingOn are words with which a sentence goes on about the service of the one before it.
var goingOn = []string{"it", "its", "they", "their", "the", "every", "each", "all", "both", "inspectors", "grades", "in", "at", "on", "no", "there", "one", "two", "three", "four", "five", "only", "since", "that", "this", "how"}

// isWord reports whether a token is a word of a name, each with or without "'s".
func isWord(w string, t *language.Token) bool {
	return strings.TrimSuffix(w, "'s") == strings.TrimSuffix(t.Text, "'s")
}

// ownWord reports whether a word with a capital letter is of the service, its inspectors or a date.
func (g *grading) ownWord(word string, s *facts.Graded) bool {
	word = strings.TrimSuffix(word, "'s")
	if _, month := period.MonthNamed(word); month {
		return true
	}
	return slices.Contains([]string{"care", "inspectorate", "council", "partnership", "board", "inspectors"}, word) ||
		slices.Contains(facts.WordsOf(s.Service), word) || slices.Contains(facts.WordsOf(g.facts.Authority), word) || slices.Contains(g.facts.Vocabulary, word)
}

// definite reports whether token i leads to grades that are known: "the four key questions", "those four grades". "Of these"
// alone is read with its number.
func (g *grading) definite(i int) bool {
	switch g.text(i) {
	case "its", "the":
		return true
	case "those", "these":
		_, counted := g.whole(i + 1)
		return counted
	}
	return false
}

// ofPart reports whether the sentence speaks of grades that were named before and aren't all those of an inspection, "two of
// those three" or "both of these", or of all but some. How many of a part are good isn't in the report.
func (g *grading) ofPart() bool {
	all := len(g.of.Inspected[len(g.of.Inspected)-1].Grades)
	for i := range g.ts {
		n, counted := g.whole(i + 1)
		part := false
		switch g.text(i) {
		case "both":
			part = all != 2 && (g.text(i+1) == "of" || g.text(i+1) == "grades")
		case "those", "these":
			part = counted && n < all || !counted && g.goesOn && g.text(i+1) != "inspections"
		case "the":
			part = counted && n > 1 && n < all && g.goesOn && (g.text(i-1) == "of" || slices.Contains([]string{"key", "questions", "grades"}, g.text(i+2)))
		case "but":
			part = counted && (g.text(i-1) == "all" || g.text(i-1) == "none")
		}
		if part {
			return true
		}
	}
	return false
}
