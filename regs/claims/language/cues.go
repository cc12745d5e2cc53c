package language

import (
	"slices"
	"strings"
	"sync"

	"apr/regs/claims/facts"
)

// Cue is a set of the words without which the expressions of means.go, silence.go and quarters.go of package claims
// match nothing.
type Cue uint32

const (
	CueSpent Cue = 1 << iota
	CueThan
	cueStayed
	cueWithin
	cueEnded
	cueEven
	CueChange
	CueOpinion
	CueCompares // one of comparing
	CueLikened
	CueKeeps // one of keeping
	CueTarget
	CueGrade
	CueQuestion
	CueMonth // one of daysOfMonths in it
	CueAged  // somebody's age, but for a number
	CuePlan  // what was planned

	// What a sentence has of which thanHad, withinMeans and evenYear can say something.
	CuesOfHad   = CueSpent | CueThan
	CuesOfMeans = cueStayed | cueWithin
	CuesOfEven  = cueEnded | cueEven
)

// cueOf is the set that a word is in, 0 for most.
func cueOf(word string) Cue {
	switch word {
	case "spent", "spend", "used":
		return CueSpent
	case "than":
		return CueThan
	case "lived", "stayed", "kept", "remained":
		return cueStayed
	case "within":
		return cueWithin
	case "broke", "broken", "breaks", "ended", "finished", "closed", "came", "reached", "achieved":
		return cueEnded
	case "budget":
		return cueEven | CuePlan
	case "even", "balance", "break-even":
		return cueEven
	case "fall", "drop", "decrease", "reduction", "decline", "rise", "increase", "growth", "jump":
		return CueChange
	case "sixty-fifth", "oldest", "youngest":
		return CueAged
	case "meant", "intended":
		return CuePlan
	}
	if strings.HasPrefix(word, "plan") || strings.HasPrefix(word, "budget") {
		return CuePlan
	}
	if Says(word) || Feels(word) || Touches(word) {
		return CueOpinion
	}
	return 0
}

// Says reports whether a word is a verb of saying or thinking, but for those of wishes.
func Says(word string) bool {
	switch word {
	case "say", "report", "admit", "confess", "believe", "suspect", "imagine", "reckon", "think", "fear", "feared", "regret", "concede", "acknowledge", "add", "suppose", "know", "knew", "feel", "grant", "own", "record", "announce":
		return true
	}
	return false
}

// Feels reports whether a word names a feeling.
func Feels(word string) bool {
	switch word {
	case "glad", "pleased", "pleasing", "delighted", "happy", "sorry", "sad", "proud", "relieved", "heartened", "encouraged", "disappointed", "ashamed", "worried", "surprised",
		"pleasure", "satisfaction", "comfort", "heart", "pride", "relief", "regret", "joy", "encouragement", "disappointment", "pause", "surprise", "secret":
		return true
	}
	return false
}

// Touches reports whether a word is a verb of what gives somebody a feeling.
func Touches(word string) bool {
	switch word {
	case "worries", "worry", "troubles", "trouble", "concerns", "pleases", "please", "delights", "disappoints", "saddens", "encourages", "heartens", "cheers", "gladdens", "bothers", "strikes", "surprises", "vexes", "gives":
		return true
	}
	return false
}

// daysOfMonths are words of which each match of onDay has one, and most sentences have none.
var daysOfMonths = []string{"january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december", "hogmanay"}

// cueOfMonth is cueMonth of a word that onDay can match.
func cueOfMonth(word string) Cue {
	if facts.HoldsAny(word, daysOfMonths...) {
		return CueMonth
	}
	return 0
}

// Comparing are words that compare, among them some that are read elsewhere.
var Comparing = sync.OnceValue(func() map[string]bool {
	words := map[string]bool{}
	for _, w := range strings.Fields(`than lower higher fewer smaller bigger larger greater longer shorter worse lowest highest fewest smallest largest greatest longest shortest worst
		below above ahead norm surpass surpasses surpassed exceed exceeds exceeded match matches matched outnumber outnumbers outnumbered overtake overtakes overtook overtaken
		trail trails trailed lag lags lagged outstrip outstrips outstripped undercut eclipsed climb climbed slipped squeezed eroded shifted reversed losing gaining
		quieter busier safer slower faster sooner rarer commoner dearer cheaper poorer stronger weaker record more less`) {
		words[w] = true
	}
	return words
})

// Likened follow "as" where something is compared: "as high", "as many".
var Likened = []string{"high", "low", "many", "much", "few", "little", "good", "bad", "long", "short", "well", "often", "large", "small", "great"}

// Keeping say that a target or a limit was met or missed.
var Keeping = []string{"met", "kept", "beat", "beaten", "missed", "hit", "achieved", "reached", "breached", "broken", "broke", "respected", "overshot", "honoured", "passed", "attained"}

// Targets are what is kept or missed.
var Targets = []string{"target", "targets", "limit", "limits", "goal", "goals", "budget", "budgets", "standard", "commitment", "commitments"}

// Questions are what inspectors grade a service for.
var Questions = []string{"wellbeing", "leadership", "staff", "setting", "planning"}

// Wishing are words of what is wanted, expected or advised.
var Wishing = []string{"want", "wants", "wanted", "foresaw", "foresee", "foresees", "seek", "seeks", "sought", "hope", "hopes", "hoped", "expect", "expects", "expected", "aim", "aims", "aimed", "should", "must",
	"need", "needs", "needed", "promised", "would", "will", "could", "may", "might", "can", "if", "asked", "ask", "why", "whether", "how"}

// cueOfComparing are the sets for comparisons that a word is in.
func cueOfComparing(word string) (all Cue) {
	if Comparing()[word] {
		all |= CueCompares
	}
	switch word {
	case "graded", "regraded", "grade", "grades":
		all |= CueGrade
	}
	for _, of := range [...]struct {
		words []string
		cue   Cue
	}{{Likened, CueLikened}, {Keeping, CueKeeps}, {Targets, CueTarget}, {Questions, CueQuestion}} {
		if slices.Contains(of.words, word) {
			all |= of.cue
		}
	}
	return all
}

// ComparingCues are the sets for comparisons that a token is in.
func (t *Token) ComparingCues() Cue {
	if t.Form != nil {
		return t.Form.Cue
	}
	if t.Kind != WordToken {
		return 0
	}
	return cueOfComparing(t.Text)
}
