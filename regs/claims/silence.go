package claims

import (
	"slices"
	"strings"
	"sync"
)

// This file counts sentences that compare something of the data and of which nothing was read, so that
// nobody takes them for right: "Savings surpassed the level of 2024/25."

// comparing are words that compare, among them some that are read elsewhere.
var comparing = sync.OnceValue(func() map[string]bool {
	words := map[string]bool{}
	for _, w := range strings.Fields(`than lower higher fewer smaller bigger larger greater longer shorter worse lowest highest fewest smallest largest greatest longest shortest worst
		below above ahead norm surpass surpasses surpassed exceed exceeds exceeded match matches matched outnumber outnumbers outnumbered overtake overtakes overtook overtaken
		trail trails trailed lag lags lagged outstrip outstrips outstripped undercut eclipsed climb climbed slipped squeezed eroded shifted reversed losing gaining
		quieter busier safer slower faster sooner rarer commoner dearer cheaper poorer stronger weaker record more less`) {
		words[w] = true
	}
	return words
})

// likened follow "as" where something is compared: "as high", "as many".
var likened = []string{"high", "low", "many", "much", "few", "little", "good", "bad", "long", "short", "well", "often", "large", "small", "great"}

// wishing are words of what is wanted, expected or advised.
var wishing = []string{"want", "wants", "wanted", "foresaw", "foresee", "foresees", "seek", "seeks", "sought", "hope", "hopes", "hoped", "expect", "expects", "expected", "aim", "aims", "aimed", "should", "must",
	"need", "needs", "needed", "promised", "would", "will", "could", "may", "might", "can", "if", "asked", "ask", "why", "whether", "how"}

// keeping say that a target or a limit was met or missed.
var keeping = []string{"met", "kept", "beat", "beaten", "missed", "hit", "achieved", "reached", "breached", "broken", "broke", "respected", "overshot", "honoured", "passed", "attained"}

// targets are what is kept or missed.
var targets = []string{"target", "targets", "limit", "limits", "goal", "goals", "budget", "budgets", "standard", "commitment", "commitments"}

// questions are what inspectors grade a service for.
var questions = []string{"wellbeing", "leadership", "staff", "setting", "planning"}

// cueOfComparing are the sets of this file that a word is in.
func cueOfComparing(word string) (all cue) {
	if comparing()[word] {
		all |= cueCompares
	}
	switch word {
	case "graded", "regraded", "grade", "grades":
		all |= cueGrade
	}
	for _, of := range [...]struct {
		words []string
		cue   cue
	}{{likened, cueLikened}, {keeping, cueKeeps}, {targets, cueTarget}, {questions, cueQuestion}} {
		if slices.Contains(of.words, word) {
			all |= of.cue
		}
	}
	return all
}

// comparingCues are the sets of this file that a token is in, by its form where that is the word as it stands.
func (t *token) comparingCues() cue {
	if t.form != nil && t.form.text == t.text {
		return t.form.cue
	}
	return cueOfComparing(t.text)
}

// grades reports whether the tokens say how a service was graded.
func grades(ts []token) bool {
	all := cue(0)
	for i := range ts {
		all |= ts[i].comparingCues()
	}
	return all&cueGrade != 0 && all&cueQuestion != 0
}

// compares reports whether one of the tokens compares.
func compares(ts []token) bool {
	all, ofWords := cue(0), cue(0)
	for i := range ts {
		t := &ts[i]
		has := t.comparingCues()
		all |= has
		if t.kind != wordToken {
			continue
		}
		if has&cueCompares != 0 || has&cueLikened != 0 && i > 0 && ts[i-1].text == "as" {
			return true
		}
		ofWords |= has
	}
	return all&cueGrade != 0 && all&cueQuestion != 0 || ofWords&cueKeeps != 0 && all&cueTarget != 0
}

// keeps is the item by which the clause says that a target was met or missed, nil where none does.
func (c *clause) keeps() *item {
	if c.hasFace(target) < 0 {
		return nil
	}
	for _, it := range c.items {
		if it.class == isMet || slices.Contains(keeping, lastWord(it.text)) {
			return it
		}
	}
	return nil
}

// silent counts a sentence of which nothing was read though it compares something that the data have.
func (s *statement) silent(ts []token) {
	if len(ts) < 3 || s.asks() || anyOf(ts, func(t *token) bool { return slices.Contains(wishing, t.text) }) {
		return
	}
	subject := ""
	about := anyOf(s.items, func(x *item) bool {
		switch x.class {
		case isSubject:
			subject = x.thing.ID
			return x.thing.Kind == isIndicator || x.thing.Kind == isMeasure || x.thing.Kind == isMoney && s.ofMoney(ts)
		case isArea:
			return x.area == scotland || x.area == family || isLocality(x.area) && s.ofMoney(ts)
		case isFace:
			return x.face == spend || x.face == variance
		}
		return false
	})
	if !about && !grades(ts) {
		return
	}
	text := s.passage.Text
	s.claims = append(s.claims, &Claim{Text: s.textOf(s.start, s.end), Position: text.At(s.start), End: text.At(s.end), At: text.At(s.start), Name: s.name, Mood: "asserted", Verdict: Unread,
		Reason: "the words aren't understood", Subject: subject, Scope: "area"})
}

// ofMoney reports whether a sentence speaks of what something costs.
func (s *statement) ofMoney(ts []token) bool {
	return s.money || anyOf(ts, func(t *token) bool {
		return slices.Contains([]string{"budget", "budgets", "cost", "costs", "money", "spend", "spent", "spending", "allocation", "bill", "paid", "share", "slice"}, t.text)
	})
}

// asks reports whether the sentence is a question.
func (s *statement) asks() bool { return s.end > s.start && s.plain[s.end-1] == '?' }
