package evidence

import (
	"strings"
	"unicode"
)

// A sentence can be about the text itself: who writes it, from what, when, and where
// else it is said. It is read word by word. Each word has to be one that speaks of
// texts and of those who make them, or be in the topic of such a text, as in
// "information on falls"; the first other word is content, and so is a number of
// anything. So it is what a sentence lacks that makes it empty, not how it is put.

// hollow says how surely a sentence is about the text itself: Process where it is,
// Thin where it may be, Answer for all others.
func hollow(sentence string) Kind {
	if len(sentence) > longestEmpty {
		return Answer
	}
	written := plainWords(sentence)
	r := &reading{written: written, words: lower(written), onlyFacts: true}
	r.all = strings.Join(r.words, " ")
	if strings.Contains(r.all, " is that ") || strings.Contains(r.all, " was that ") {
		return Answer // what follows is the answer
	}
	for i := range r.words {
		if !r.read(i) {
			return Answer
		}
	}
	return r.kind()
}

// reading is what was seen of a sentence that is read word by word.
type reading struct {
	written, words []string
	all            string
	denial         *bool // what negated found
	// anchored is that it has named a text, its facts or a verb of telling, onlyFacts
	// that it was nothing but facts, and ofPlan that it is about a plan.
	anchored, onlyFacts, ofPlan bool
	// afterText is that a text was named just now, topic that what it is on is being
	// named, and asked that this is a question: how, why or whether.
	afterText, topic, asked bool
	// predicates are its verbs, inTopic the words of its topics that aren't known, and
	// strange those outside of topics.
	predicates, inTopic, strange int
}

// negated reports whether the sentence has a word of denial. It is asked of few.
func (r *reading) negated() bool {
	if r.denial == nil {
		found := negates().MatchString(r.all)
		r.denial = &found
	}
	return *r.denial
}

// at is the word at a place, "" outside.
func (r *reading) at(i int) string {
	if i < 0 || i >= len(r.words) {
		return ""
	}
	return r.words[i]
}

// read takes the next word in; it is false where that is content.
func (r *reading) read(i int) bool {
	w, before, next := r.at(i), r.at(i-1), r.at(i+1)
	after := r.afterText
	r.afterText = false
	r.ofPlan = r.ofPlan || r.predicates == 0 && planned()[w] && !r.topic
	question := w == "how" || w == "why" || w == "whether"
	isFact := factNouns()[w] || these()[before] && askedOf()[w]
	switch {
	case predicate()[w], w == "met" && (before == "has" || before == "have"): // "once the committee has met"
		r.predicates++
		r.topic = false
	case excuse()[w] && (w != "due" || next == "to") && r.negated():
		r.topic, r.asked = true, true
	case question || after && topicStart()[w]:
		r.topic, r.asked = true, question
	case r.topic && (tellVerbs()[w] && !strings.HasSuffix(w, "s") || w == "set"):
		r.topic, r.anchored, r.onlyFacts = false, true, r.onlyFacts && w == "set"
		r.predicates++
	case isFact || textNouns()[w] && !isNumber(next):
		r.anchored, r.afterText, r.onlyFacts = true, true, r.onlyFacts && isFact
	case tellVerbs()[w] && !r.ofPlan, before == "to" && toAdd()[w]:
		r.anchored, r.onlyFacts = true, false
		r.predicates++
	case tellVerbs()[w]:
		r.predicates++
	case makeWords()[w]:
		r.predicates++
		r.topic = r.topic && r.asked
	case smallWords()[w], otherWords()[w]:
		r.afterText = after && (w == "in" && next == "relation" || w == "relation" || w == "to")
	case isName(r.written, i), r.isPlace(i), w == "two" && before == "every":
	default:
		return r.readOther(i)
	}
	return true
}

// readOther takes in a word that isn't known: in a topic any may be but a number, and
// outside of it those that don't tell of a deed.
func (r *reading) readOther(i int) bool {
	w := r.at(i)
	switch {
	case isNumber(w) || numberWords()[w]:
		return false
	case r.topic && r.asked:
		r.inTopic++
	case r.topic && !verbsOfDeed()[w] && !isPast(w, r.at(i+1)):
		r.inTopic++
	case deeds()[w] || verbsOfDeed()[w] || means()[r.at(i-1)] || means()[r.at(i-2)]:
		return false
	default:
		r.strange++
	}
	return true
}

// mostStrange is how many words that aren't known a sentence that speaks of itself may
// have outside of topics.
const mostStrange = 2

// kind is what a sentence without content holds.
func (r *reading) kind() Kind {
	elsewhere := waits().MatchString(r.all)
	switch {
	case r.predicates == 0 || r.strange > mostStrange:
		return Answer
	case r.strange > 0 || !r.anchored && !r.ofPlan:
		return r.ofItself(elsewhere)
	case !r.anchored:
		return Answer
	case r.inTopic == 0 && toCome().MatchString(r.all):
		return Process
	case r.asked && r.inTopic > 0 && !elsewhere && !r.negated(), r.onlyFacts && !elsewhere && (r.inTopic > 0 || !r.negated()):
		return Thin
	}
	return Process
}

// ofItself is the kind of a sentence that has a few words that aren't known: where it
// speaks of the text it is thin, and nothing where it waits, points or denies.
func (r *reading) ofItself(elsewhere bool) Kind {
	dealt := treated().MatchString(r.all)
	switch {
	case !dealt && !itself().MatchString(r.all) && !(r.anchored && elsewhere && r.strange == 1):
		return Answer
	case ofItself().MatchString(r.all), r.anchored && r.strange < 2 && toCome().MatchString(r.all), (elsewhere || r.negated()) && (dealt || r.strange == 0):
		return Process
	}
	return Thin
}

// isPast reports whether a word looks like a verb of the past and not like an
// adjective before its noun.
func isPast(w, next string) bool {
	return strings.HasSuffix(w, "ed") && (next == "" || smallWords()[next])
}

// isName reports whether a word within a sentence begins with a capital.
func isName(words []string, i int) bool {
	return i > 0 && unicode.IsUpper([]rune(words[i])[0])
}

// isYear reports whether a word is a year of four digits.
func isYear(w string) bool {
	return len(w) == 4 && (strings.HasPrefix(w, "20") || strings.HasPrefix(w, "19")) && isNumber(w)
}

// isPlace reports whether a word is a year, a day of a month, or the number of a page
// or another part of a text.
func (r *reading) isPlace(i int) bool {
	w, before := r.at(i), r.at(i-1)
	if !isNumber(w) || strings.ContainsAny(w, "£%") {
		return false
	}
	return isYear(w) || isYear(before) || numbered()[before] || months()[r.at(i+1)]
}
