// Package evidence reads a text that is to answer a provision of the law and says
// whether it can: whether it is an answer, or nothing but a pointer to one, a word
// that a recommendation was noted, or the law's own words handed back.
//
// A text is held to be none only where each of its words is one of a small list of
// words that say nothing by themselves. So it doesn't go by length: "Done in May
// 2025: electronic records replaced paper." is an answer, and a page of pointers
// isn't.
package evidence

import (
	"slices"
	"strings"
	"sync"
	"unicode"

	"apr/internal/lazyregexp"
)

// Kind is what a text holds.
type Kind int

// Kinds.
const (
	// Answer says something; whether it is right isn't asked.
	Answer Kind = iota
	// Thin says something that would be true of any year and any service: "Good
	// progress was made."
	Thin
	// Pointer says only where something is said: "See our website."
	Pointer
	// Link is a pointer that links to where something is said.
	Link
	// Receipt says only that something was received: "Noted."
	Receipt
	// Law is the law's own words.
	Law
	// Promise says only that something will be told: "An update will be given."
	Promise
	// Refusal says only that there is no answer: "No assessment was possible."
	Refusal
	// Referral says only who has the answer: "This is held by the council."
	Referral
	// Question asks and doesn't answer.
	Question
	// Particulars are names, dates and versions alone.
	Particulars
	// Assent says only who approved of something and when.
	Assent
	// Process says only how the text is made, or who waits for what of it.
	Process
	// Waiting says only that the answer isn't there: nobody had the time to write it, or
	// somebody was asked for it.
	Waiting
	// Vague may be about the text alone: "Progress is reported quarterly to the board."
	Vague
	// Complied says only that the law was followed: "The review was carried out in
	// accordance with section 37."
	Complied
	// Figure is a number from data with no word on what it means.
	Figure
	// Cause is thin but where reasons are asked for: "Demand is rising."
	Cause
	// Left was left by those who wrote or laid out the text: "Placeholder", "Hold for the
	// amended version", "[amount] was saved."
	Left
	// Unnamed says that there were reasons, and names none: "Various reasons."
	Unnamed
	// Picture is a picture with no text beside it.
	Picture
)

// Reader reads texts of one report.
type Reader struct {
	law   map[[lawRun]string]bool
	names []string

	mu    sync.Mutex
	kinds map[string]Kind // of the texts that were asked for: several rules ask for each
}

// NewReader makes a reader that knows the words of the law, and names that say
// nothing by themselves, such as the authority's and the strategic plan's.
func NewReader(law, names []string) *Reader {
	r := &Reader{law: map[[lawRun]string]bool{}, kinds: map[string]Kind{}}
	for _, text := range law {
		words := stems(plainWords(text))
		for i := 0; i+lawRun <= len(words); i++ {
			r.law[[lawRun]string(words[i:])] = true
		}
	}
	for _, n := range names {
		if n = strings.TrimSpace(n); n != "" {
			r.names = append(r.names, n)
		}
	}
	slices.SortFunc(r.names, func(a, b string) int { return len(b) - len(a) })
	return r
}

// lawRun is how many words in a row are the law's and nobody else's.
const lawRun = 4

// Kind is what a Markdown text holds. It is to be asked of texts that say
// something at all.
func (r *Reader) Kind(markdown string) Kind {
	r.mu.Lock()
	k, known := r.kinds[markdown]
	r.mu.Unlock()
	if !known {
		k = r.read(markdown)
		r.mu.Lock()
		r.kinds[markdown] = k
		r.mu.Unlock()
	}
	return k
}

func (r *Reader) read(markdown string) Kind {
	plain, links, data := plainText(markdown)
	plain, marked := unmarked(plain)
	for _, n := range r.names {
		plain = strings.ReplaceAll(plain, n, " ")
	}
	all := sentences(plain)
	switch {
	case len(all) == 0 && links == 0 && !data && picture().MatchString(markdown):
		return Picture
	case len(all) == 0 && marked && !data:
		return Left
	case every(all, isLeft):
		return Left
	case every(all, isLeftBlank):
		return Refusal
	case every(all, isUnnamed) && !data:
		return Unnamed
	case len(all) == 0 && links == 0 && !data && strings.ContainsFunc(markdown, unicode.IsLetter):
		return Particulars // a name, or a heading
	case data:
		if every(all, namesFigure) || len(all) == 0 {
			return Figure
		}
		return Answer // it says what a figure is of
	case len(all) == 0 && links > 0:
		return Link
	case every(all, func(s string) bool { return leads(s) || isLabel(s) }) && (links > 0 || slices.ContainsFunc(all, leads)):
		if links > 0 {
			return Link
		}
		return Pointer
	case every(all, isReceipt):
		return Receipt
	case r.isLaw(plain):
		return Law
	case isParticulars(plain), isNumbered(plain):
		return Particulars
	case amountsAlone().MatchString(plain):
		return Figure
	case asks(plain):
		return Question
	}
	if k := emptyKind(all); k != Answer {
		return k
	}
	if (marked || slices.ContainsFunc(all, isLeft)) && every(all, func(s string) bool { return isLeft(s) || isThin(s) || isVague(s) }) {
		return Left
	}
	switch {
	case every(all, complies):
		return Complied
	case every(all, isThin):
		return Thin
	case every(all, func(s string) bool { return isThin(s) || isVague(s) }):
		return Vague
	case every(all, func(s string) bool { return isGeneral(s, causeWords()) || isThin(s) || isVague(s) }):
		if combines().MatchString(text(plain)) {
			return Thin
		}
		return Cause
	}
	return Answer
}

// isThin reports whether a sentence would be true of any year and any service.
func isThin(s string) bool {
	return isMadeOf(s, thinWords(), false) || isGeneral(s, generalWords()) || spends(s) || praisesAlone(s)
}

// spends reports whether a sentence says but that spend and plan differ.
func spends(s string) bool {
	return isMadeOf(s, figureWords(), false) && differs().MatchString(text(s))
}

var differs = lazyregexp.Lazy(`\b(?:spen[dt]\w*|overspen\w+|underspen\w+|exceed\w*|outturn)\b`)

// isVague reports whether a sentence may be about texts alone.
func isVague(s string) bool {
	return describesElsewhere(s) || isReported(s) || isAssent(s) || hollow(s) != Answer
}

// emptyKinds are the kinds of sentences that say nothing of what was asked, in the
// order in which a text that mixes them is called.
var emptyKinds = []struct {
	kind Kind
	is   func(string) bool
}{
	{Left, isLeft}, {Waiting, isWaiting}, {Refusal, isLeftBlank}, {Pointer, isInMail}, {Refusal, isRefusal}, {Refusal, isNilReturn}, {Promise, isPromise}, {Referral, isHandedOver}, {Referral, asksForContact}, {Assent, isAssent}, {Law, statesDuty}, {Pointer, leads}, {Pointer, citesAnother}, {Receipt, isReceipt},
	{Process, func(s string) bool { return hollow(s) == Process }},
}

// emptyKind is the kind of a text each of whose sentences is of an empty kind;
// Answer for all others.
func emptyKind(all []string) Kind {
	found := len(emptyKinds)
	for _, s := range all {
		if !isNilReturn(s) && (isLabel(s) || isParticulars(s)) {
			continue // it names what the others are of, or those who are asked
		}
		i := slices.IndexFunc(emptyKinds, func(k struct {
			kind Kind
			is   func(string) bool
		}) bool {
			return k.is(s)
		})
		if i < 0 {
			return Answer
		}
		found = min(found, i)
	}
	if found == len(emptyKinds) {
		return Answer
	}
	return emptyKinds[found].kind
}

// amountsAlone are amounts and shares with no word on what they are of.
var amountsAlone = lazyregexp.Lazy(`^[\s(]*[£+−-]?\d[\d,.]*(?:m|k|bn|%| ?million| per cent)?[\s).]*(?:[;,/|–-]?\s*\(?[£+−-]?\d[\d,.]*(?:m|k|bn|%| ?million| per cent)?[\s).]*)*$`)

// asks reports whether a text has questions alone.
func asks(plain string) bool {
	parts := strings.SplitAfter(plain, "?")
	last := strings.TrimSpace(parts[len(parts)-1])
	if len(parts) < 2 || strings.ContainsFunc(last, unicode.IsLetter) {
		return false
	}
	for _, q := range parts[:len(parts)-1] {
		if strings.ContainsAny(strings.TrimRight(q, "? "), ".!;:\n") {
			return false
		}
	}
	return true
}

func every(all []string, is func(string) bool) bool {
	return len(all) > 0 && !slices.ContainsFunc(all, func(s string) bool { return !is(s) })
}
