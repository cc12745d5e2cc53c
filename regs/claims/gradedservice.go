package claims

import (
	"slices"
	"strings"

	"apr/regs/claims/facts"
	"apr/regs/claims/language"
)

// This file finds which of the services that the report has grades of a sentence names.

// service is the service that the sentence names, nil where it names none or another.
func (g *grading) service() *facts.Graded {
	var named *facts.Graded
	most := 0
	covered := make([]bool, len(g.ts))
	for _, s := range g.facts.Graded {
		n := 0
		for _, words := range s.Names {
			if from, to := g.runOf(words); to > 0 {
				n += len(words)
				for k := from; k < to; k++ {
					covered[k] = true
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
	if named == nil {
		return nil
	}
	for i := range g.ts {
		t := &g.ts[i]
		if t.Kind != language.WordToken || covered[i] || g.ownWord(t.Text, named) {
			continue
		}
		begins := i > 0 || strings.HasSuffix(t.Text, "'s") || t.Form == nil && len(g.ts) > 1 && covered[1]
		if t.Proper && begins || slices.Contains([]string{"north", "south", "east", "west"}, strings.TrimSuffix(t.Text, "'s")) {
			return nil // another service, or another place
		}
	}
	return named
}

// runOf finds the words of a name in the sentence, in their order and with no more than "team", "the" and the
// like between them.
func (g *grading) runOf(words []string) (from, to int) {
	for i := range g.ts {
		k := i
		for _, w := range words {
			if k < len(g.ts) && strings.TrimSuffix(g.ts[k].Text, "'s") != strings.TrimSuffix(w, "'s") {
				k = -1
				break
			}
			k++
			if k > len(g.ts) {
				k = -1
				break
			}
		}
		if k > 0 {
			return i, k
		}
	}
	return 0, 0
}

// ownWord reports whether a word with a capital letter is of the service, its inspectors or a date.
func (g *grading) ownWord(word string, s *facts.Graded) bool {
	word = strings.TrimSuffix(word, "'s")
	return monthNamed(word) != 0 || slices.Contains([]string{"care", "inspectorate", "council", "partnership", "board", "inspectors"}, word) ||
		slices.Contains(facts.WordsOf(s.Service), word) || slices.Contains(facts.WordsOf(g.facts.Authority), word) || slices.Contains(g.facts.Vocabulary, word)
}
