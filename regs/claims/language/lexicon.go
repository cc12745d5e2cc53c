// Package language makes words of texts and knows what they mean in a report.
//
// token.go and numbers.go make words and figures of a sentence, and lexicon.go keeps the form of each word.
// dictionary.go has what a report can speak of, by name, and names.go what holds of some of these names.
// words.go says what words do in a statement, and phrases.go, sayings.go and officialese.go have more of them, in
// the form of trie.go. cues.go says which words tell that there is something to be read.
package language

import (
	"bytes"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
	"unicode"
	"unicode/utf8"

	"apr/regs/claims/facts"
)

// Form is a form of a word as it is written, with what doesn't depend on the sentence that it
// is in.
type Form struct {
	*spelling
	hash  uint32
	Plain bool // one of the report's own words that change nothing
	// next are the nodes behind the word in the tries of the report's dictionary, nil where no phrase
	// begins so.
	Names, Gapped, Spoken *Trie
	stem                  *stemUse
}

// spelling is what a form is whatever the report, so that reports share it.
type spelling struct {
	written string
	Text    string // in small letters
	proper  bool   // begins with a capital letter
	ordinal int64
	// number is what the word counts, as "twenty-three" does; counts is true where it does.
	number int64
	counts bool
	// target is true of "eight-week" and the like, which count where a target follows.
	target  bool
	Carries bool // a phrase that begins so can carry a claim
	would   bool // it ends as "we'd" does
	// An age or a fraction can begin so.
	Ages, Parts bool
	Cue         Cue
	// As next, of what every report can say.
	Words, Suite, SpokenOfSuite *Trie
	stemmed                     string
	// mention is one more than what InMention keeps, 0 before it is asked.
	mention atomic.Uint32
}

// Lexicon keeps the forms of the words that were read: most are read again and again. Several readers
// share one; those who find a word there don't wait for each other.
type Lexicon struct {
	dictionary *Dictionary // nil of commonForms
	places     atomic.Pointer[formPlaces]
	adding     sync.Mutex
	count      int
	room       []Form // for the next
}

// formPlaces are forms at the places of their hashes or behind; half of the places or more are free.
type formPlaces []atomic.Pointer[Form]

// commonForms are forms that no dictionary has a part in, for the lexicons of all reports: most of the
// words of one are those of others.
var commonForms = sync.OnceValue(func() *Lexicon { return NewLexicon(nil) })

// mostCommon is how many words are kept among them.
const mostCommon = 1 << 13

// NewLexicon makes the lexicon of a report.
func NewLexicon(d *Dictionary) *Lexicon {
	l := &Lexicon{dictionary: d}
	l.Reserve(32)
	return l
}

// Reserve makes room for so many words.
func (l *Lexicon) Reserve(words int) {
	l.adding.Lock()
	defer l.adding.Unlock()
	l.grow(words)
}

// grow is reserve while a word is added.
func (l *Lexicon) grow(words int) {
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
func (all formPlaces) of(written []byte, hash uint32) *atomic.Pointer[Form] {
	for k := hash; ; k++ {
		at := &all[k&uint32(len(all)-1)]
		if f := at.Load(); f == nil || f.hash == hash && f.written == string(written) {
			return at
		}
	}
}

// form is the form of a written word.
func (l *Lexicon) form(written []byte) *Form {
	hash, places := facts.HashOf(written), *l.places.Load()
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

// InMention is what a function says that the word does around a number of things. It is asked once for all
// reports.
func (w *spelling) InMention(does func(word string) uint16) uint16 {
	kept := w.mention.Load()
	if kept == 0 {
		kept = uint32(does(w.Text)) + 1
		w.mention.Store(kept)
	}
	return uint16(kept - 1)
}

// FormOf is the form of a word that is a text by itself.
func (l *Lexicon) FormOf(written string) *Form { return l.form([]byte(written)) }

// add adds the form of a word, if no other reader has by now.
func (l *Lexicon) add(written []byte, hash uint32) *Form {
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
func (l *Lexicon) make(written []byte, hash uint32) *Form {
	if len(l.room) == 0 {
		l.room = make([]Form, 128)
	}
	f := &l.room[0]
	l.room = l.room[1:]
	if d := l.dictionary; d != nil {
		w := commonForms().form(written).spelling
		*f = Form{spelling: w, hash: hash, Plain: d.Plain[w.Text], stem: d.stems[w.stemmed],
			Names: d.Names.After(w.Text), Gapped: d.Gapped.After(w.Text), Spoken: d.Spoken.After(w.Text)}
		return f
	}
	first, _ := utf8.DecodeRune(written)
	f.spelling, f.hash = new(spelling), hash
	f.written, f.proper = string(written), unicode.IsUpper(first)
	f.Text = strings.ReplaceAll(strings.ToLower(f.written), "’", "'")
	f.stemmed = Stem(f.Text)
	f.would = strings.HasSuffix(f.Text, "'d")
	f.Ages, f.Parts = beginsAge(f.Text), beginsFraction(f.Text)
	f.ordinal = ordinals[f.Text]
	if n, ok := InWord(f.Text); ok && n >= 0 && f.Text != "no" && f.Text != "none" && f.Text != "both" {
		f.number, f.counts = n, true
	} else if head, unit, found := strings.Cut(f.Text, "-"); found && slices.Contains(timesOfTargets, unit) {
		n, ok := InWord(head)
		f.number, f.target = n, ok && n > 0
	}
	f.Cue = cueOf(f.Text) | cueOfComparing(f.Text) | cueOfMonth(f.Text)
	f.Words, f.Suite, f.SpokenOfSuite = OfReports().After(f.Text), SuiteNames().After(f.Text), SpokenOfSuite().After(f.Text)
	f.Carries = f.Words != nil && f.Words.carries || Parts[f.Text] > 0
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
func (l *Lexicon) word(b []byte, start int) Token {
	i := start
	for {
		for i < len(b) && b[i]|0x20 >= 'a' && b[i]|0x20 <= 'z' {
			i++ // as most
		}
		if i == len(b) || b[i] == ' ' {
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
		i += n
	}
	if i == start {
		r, n := utf8.DecodeRune(b[i:])
		t := Token{Kind: MarkToken, Start: i, End: i + n}
		switch r {
		case '–', '—':
			t.Text = "–"
		case '“', '”':
			t.Text = `"`
		}
		return t
	}
	f := l.form(b[start:i])
	if f.would && hadBehind(b[i:]) {
		f = l.FormOf(strings.TrimSuffix(f.Text, "'d")) // "what we'd planned"
	}
	t := Token{Text: f.Text, Form: f, Start: start, End: i, Proper: f.proper, Ordinal: f.ordinal}
	if (f.Text == "a" || f.Text == "half") && roundNumber(b, &t) {
		return t
	}
	if f.counts || f.target && bytes.HasPrefix(b[i:], []byte(" target")) {
		q := Exactly(f.number)
		q.InWords = true
		t.Kind, t.Q = NumberToken, &q
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
