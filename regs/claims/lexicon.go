package claims

import (
	"bytes"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
	"unicode"
	"unicode/utf8"
)

// form is a form of a word as it is written, with what doesn't depend on the sentence that it
// is in.
type form struct {
	*spelling
	hash  uint32
	plain bool // one of the report's own words that change nothing
	// next are the nodes behind the word in the tries of the report's dictionary, nil where no phrase
	// begins so.
	names, gapped, spoken *trie
	stem                  *stemUse
}

// spelling is what a form is whatever the report, so that reports share it.
type spelling struct {
	written string
	text    string // in small letters
	proper  bool   // begins with a capital letter
	ordinal int64
	// number is what the word counts, as "twenty-three" does; counts is true where it does.
	number int64
	counts bool
	// target is true of "eight-week" and the like, which count where a target follows.
	target  bool
	carries bool // a phrase that begins so can carry a claim
	would   bool // it ends as "we'd" does
	// An age or a fraction can begin so.
	ages, parts bool
	cue         cue
	// As next, of what every report can say.
	words, suite, spokenOfSuite *trie
}

// lexicon keeps the forms of the words that were read: most are read again and again. Several readers
// share one; those who find a word there don't wait for each other.
type lexicon struct {
	dictionary *dictionary // nil of commonForms
	places     atomic.Pointer[formPlaces]
	adding     sync.Mutex
	count      int
	room       []form // for the next
}

// formPlaces are forms at the places of their hashes or behind; half of the places or more are free.
type formPlaces []atomic.Pointer[form]

// commonForms are forms that no dictionary has a part in, for the lexicons of all reports: most of the
// words of one are those of others.
var commonForms = sync.OnceValue(func() *lexicon { return newLexicon(nil) })

// mostCommon is how many words are kept among them.
const mostCommon = 1 << 13

// newLexicon makes the lexicon of a report.
func newLexicon(d *dictionary) *lexicon {
	l := &lexicon{dictionary: d}
	l.reserve(32)
	return l
}

// reserve makes room for so many words.
func (l *lexicon) reserve(words int) {
	l.adding.Lock()
	defer l.adding.Unlock()
	l.grow(words)
}

// grow is reserve while a word is added.
func (l *lexicon) grow(words int) {
	size := 1
	for size < 2*words {
		size *= 2
	}
	was := l.places.Load()
	if was != nil && len(*was) >= size {
		return
	}
	places := make(formPlaces, size)
	if was != nil {
		for i := range *was {
			if f := (*was)[i].Load(); f != nil {
				places.of([]byte(f.written), f.hash).Store(f)
			}
		}
	}
	l.places.Store(&places)
}

// of is where the form of a written word is, or where it can be put.
func (all formPlaces) of(written []byte, hash uint32) *atomic.Pointer[form] {
	for k := hash; ; k++ {
		at := &all[k&uint32(len(all)-1)]
		if f := at.Load(); f == nil || f.hash == hash && f.written == string(written) {
			return at
		}
	}
}

// hashOn is the hash of a word that goes on with a byte.
func hashOn(hash uint32, c byte) uint32 { return (hash<<5 | hash>>27) ^ uint32(c)*0x9E3779B1 }

// form is the form of a written word, whose hash is that of hashOn.
func (l *lexicon) form(written []byte, hash uint32) *form {
	places := *l.places.Load()
	for k := hash; ; k++ {
		f := places[k&uint32(len(places)-1)].Load()
		if f == nil {
			return l.add(written, hash)
		}
		if f.hash == hash && f.written == string(written) {
			return f
		}
	}
}

// formOf is the form of a word that is a text by itself.
func (l *lexicon) formOf(written string) *form {
	hash := uint32(0)
	for _, c := range []byte(written) {
		hash = hashOn(hash, c)
	}
	return l.form([]byte(written), hash)
}

// add adds the form of a word, if no other reader has by now.
func (l *lexicon) add(written []byte, hash uint32) *form {
	l.adding.Lock()
	defer l.adding.Unlock()
	if f := l.places.Load().of(written, hash).Load(); f != nil {
		return f
	}
	f := l.make(written, hash)
	if l.dictionary == nil && l.count == mostCommon {
		return f
	}
	l.count++
	l.grow(l.count)
	l.places.Load().of(written, hash).Store(f)
	return f
}

// timesOfTargets are the units of targets that are written as "the eight-week target".
var timesOfTargets = []string{"day", "week", "month", "hour"}

// make makes the form of a written word.
func (l *lexicon) make(written []byte, hash uint32) *form {
	if len(l.room) == 0 {
		l.room = make([]form, 128)
	}
	f := &l.room[0]
	l.room = l.room[1:]
	if d := l.dictionary; d != nil {
		w := commonForms().form(written, hash).spelling
		*f = form{spelling: w, hash: hash, plain: d.plain[w.text], stem: d.stems[stem(w.text)],
			names: d.names.after(w.text), gapped: d.gapped.after(w.text), spoken: d.spoken.after(w.text)}
		return f
	}
	first, _ := utf8.DecodeRune(written)
	f.spelling, f.hash = new(spelling), hash
	f.written, f.proper = string(written), unicode.IsUpper(first)
	f.text = strings.ReplaceAll(strings.ToLower(f.written), "’", "'")
	f.would = strings.HasSuffix(f.text, "'d")
	f.ages, f.parts = beginsAge(f.text), beginsFraction(f.text)
	f.ordinal = ordinals[f.text]
	if n, ok := inWord(f.text); ok && n >= 0 && f.text != "no" && f.text != "none" && f.text != "both" {
		f.number, f.counts = n, true
	} else if head, unit, found := strings.Cut(f.text, "-"); found && slices.Contains(timesOfTargets, unit) {
		n, ok := inWord(head)
		f.number, f.target = n, ok && n > 0
	}
	f.cue = cueOf(f.text) | cueOfComparing(f.text) | cueOfMonth(f.text)
	f.words, f.suite, f.spokenOfSuite = languageOfReports().after(f.text), suiteNames().after(f.text), spokenOfSuite().after(f.text)
	f.carries = f.words != nil && f.words.carries || parts[f.text] > 0
	return f
}

// beginsAge reports whether an age can begin with a word, as "aged 65 and over" does.
func beginsAge(w string) bool {
	switch w {
	case "aged", "age", "ages", "people", "adults", "those", "patients", "residents", "over", "under":
		return true
	}
	return strings.HasPrefix(w, "over-") || strings.HasPrefix(w, "under-")
}

// beginsFraction reports whether a fraction can begin with a word that is no number.
func beginsFraction(w string) bool {
	switch w {
	case "a", "an", "one", "half", "one-half", "one-third", "two-thirds", "one-quarter", "three-quarters", "one-fifth", "two-fifths", "three-fifths":
		return true
	}
	return false
}

// word reads letters and digits, with hyphens and apostrophes between them.
func (l *lexicon) word(b []byte, start int) token {
	i, hash := start, uint32(0)
	for i < len(b) {
		if c := b[i] | 0x20; c >= 'a' && c <= 'z' {
			hash = hashOn(hash, b[i])
			i++ // as most
			continue
		}
		if b[i] == ' ' {
			break
		}
		r, n := rune(b[i]), 1
		if r >= utf8.RuneSelf {
			r, n = utf8.DecodeRune(b[i:])
		}
		if !unicode.IsLetter(r) && !unicode.IsDigit(r) {
			if r == '-' && beforeSuperlative(b, start, i) {
				break
			}
			if i == start || r != '\'' && r != '’' && r != '&' && r != '-' && r != '‑' || !letterAt(b, i+n) {
				break
			}
		}
		for range n {
			hash = hashOn(hash, b[i])
			i++
		}
	}
	if i == start {
		r, n := utf8.DecodeRune(b[i:])
		t := token{kind: markToken, start: i, end: i + n}
		switch r {
		case '–', '—':
			t.text = "–"
		case '“', '”':
			t.text = `"`
		}
		return t
	}
	f := l.form(b[start:i], hash)
	if f.would && hadBehind(b[i:]) {
		f = l.formOf(strings.TrimSuffix(f.text, "'d")) // "what we'd planned"
	}
	t := token{text: f.text, form: f, start: start, end: i, proper: f.proper, ordinal: f.ordinal}
	if (f.text == "a" || f.text == "half") && roundNumber(b, &t) {
		return t
	}
	if f.counts || f.target && bytes.HasPrefix(b[i:], []byte(" target")) {
		q := exactly(f.number)
		q.inWords = true
		t.kind, t.q = numberToken, &q
		if f.counts {
			scaled(b, &t)
		}
	}
	return t
}

// superlatives are what a place in words can stand before with a hyphen: "third-highest".
var superlatives = []string{"highest", "lowest", "largest", "smallest", "biggest", "greatest", "best", "worst", "longest", "shortest", "fewest", "costliest"}

// beforeSuperlative reports whether a word before the hyphen at i is a place and one behind it
// what it is the place of.
func beforeSuperlative(b []byte, start, i int) bool {
	rest := b[i+1:]
	if len(rest) > 0 && rest[0] >= 'a' && rest[0] <= 'z' && ordinals[string(lower(b[start:i]))] > 0 {
		return slices.ContainsFunc(superlatives, func(w string) bool {
			return len(rest) >= len(w) && string(rest[:len(w)]) == w && !letterAt(rest, len(w))
		})
	}
	return false
}

// lower is a word of letters a to z in small letters.
func lower(b []byte) []byte {
	out := slices.Clone(b)
	for i, c := range out {
		if c >= 'A' && c <= 'Z' {
			out[i] = c + 'a' - 'A'
		}
	}
	return out
}
