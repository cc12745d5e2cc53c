// Package mentions keeps what the sentences of a report count, whatever of, and holds those of the same thing against
// each other, even where the data know nothing of it: "286 people came to the drop-in in East Kirkmoor" and "The drop-in
// in East Kirkmoor was used by 268 people", "all 16 general practices" and "There are 15 GP surgeries".
//
// mentions.go goes through a sentence, counted.go reads what its numbers count, money.go reserves and gaps, places.go where, and narrow.go which words narrow it;
// words.go says what words do, rows.go reads tables. contradictions.go holds the mentions against each other. swapped.go
// keeps larger numbers besides, by their nouns, and finds one whose digits are exchanged.
package mentions

import (
	"slices"
	"strings"

	"apr/internal/source"
	"apr/regs/claims/exact"
	"apr/regs/claims/facts"
	"apr/regs/claims/language"
	"apr/regs/sentence"
)

// Mention is a number that a sentence gives of something.
type Mention struct {
	number
	Sentence source.Position // where it begins
	// Head is what is counted, as one of them is called; kinds are the words before it that say
	// which of them. There is no head where the sentence doesn't say: "286 came".
	Head  string
	kinds []string
	// narrow are all words of the clause that say which, those of kinds too, and times those that say
	// when.
	narrow, times []string
	// before are the words of the sentence before, where the clause itself says too little.
	before []string
	place  string // the locality, or ""
	near   bool   // the place is the text's
	naming bool   // a name is among the words of narrow or before
	scope  string // the text, where that is about one case only
	manner manner
	leans  bool // it has a word such as "it", which stands for something else
	is     exact.Interval
}

// number is a number of a text as that has it: At is where it is and End behind it, noun what it counts and name the text's.
type number struct {
	At, End             source.Position
	written, noun, name string
}

// manner is how a number is given.
type manner uint8

const (
	happened manner = iota // "12 people came"
	existing               // "there are 12 practices"
	ofAll                  // "all 12 practices"
	ofSome                 // "three of the 12 practices"
)

// stretch is a part of a sentence between marks and conjunctions.
type stretch struct {
	from, to int    // tokens
	mark     string // what is before it
	counts   bool
}

// Kept is what the sentences of texts count.
type Kept struct {
	Mentions []*Mention
	Counted  []*Counting
}

// Add adds what the sentences of other texts count.
func (r *Kept) Add(o *Kept) {
	r.Mentions = append(r.Mentions, o.Mentions...)
	r.Counted = append(r.Counted, o.Counted...)
}

// Move has the places of what is kept moved to where readers find them.
func (r *Kept) Move(move func(*source.Position)) {
	for _, c := range r.Counted {
		move(&c.At)
		move(&c.End)
	}
	for _, m := range r.Mentions {
		for _, at := range []*source.Position{&m.Sentence, &m.At, &m.End} {
			move(at)
		}
	}
}

// Sentence is a sentence with what is known of it.
type Sentence struct {
	*sentence.Sentence
	Tokens []language.Token
	Places []Place
	// Locality is the one that the text is about, or "".
	Locality string
	// OfMatter is true where the text is about one matter only.
	OfMatter bool
}

// Place is a place that a sentence names: an area as facts knows it, with its bytes.
type Place struct {
	Area       string
	Locality   bool
	Start, End int
}

// Reader reads what the sentences of a paragraph count, one after the other.
type Reader struct {
	facts      *facts.Facts
	lexicon    *language.Lexicon
	localities map[string]bool // by their names
	lastPlace  string          // the locality that the sentence before named, or ""
	// What one sentence after the other is read into.
	stretches []stretch
	before    []language.Token
}

// NewReader makes a reader of texts that are held against the facts.
func NewReader(f *facts.Facts, l *language.Lexicon) Reader {
	r := Reader{facts: f, lexicon: l, localities: map[string]bool{}}
	for _, t := range f.Things {
		if name, is := strings.CutPrefix(t.ID, "locality:"); is {
			r.localities[name] = true
		}
	}
	return r
}

// Paragraph begins a paragraph: no sentence is before the next.
func (r *Reader) Paragraph() { r.lastPlace = "" }

// reading reads what one sentence counts.
type reading struct {
	*Reader
	Sentence
	ts  []language.Token
	all []stretch
	// number is the token of the number that is read.
	number int
}

// Read keeps what a sentence counts.
func (r *Reader) Read(kept *Kept, s Sentence) {
	ts := s.Tokens
	c := reading{Reader: r, Sentence: s, ts: ts}
	defer c.leavePlace()
	if !language.AnyOf(ts, func(t *language.Token) bool { return countsThings(t) || t.IsPounds() }) || language.AnyOf(ts, func(t *language.Token) bool { return t.Kind == language.WordToken && doesHere(t).has(opening) }) {
		return
	}
	if language.AnyOf(ts, func(t *language.Token) bool { return t.Text == "(" }) {
		c.ts = outOfBrackets(ts)
	}
	c.all = r.stretches[:0]
	c.cut()
	r.stretches = c.all
	for i := range c.ts {
		var m *Mention
		switch t := &c.ts[i]; {
		case countsThings(t) && !c.parted(i):
			m = c.mention(i)
		case t.IsPounds():
			m = c.amount(i)
		}
		if m == nil {
			continue
		}
		m.Sentence, m.At, m.End, m.name = s.Text.At(s.Start), s.Text.At(c.ts[i].Start), s.Text.At(c.ts[i].End), s.Name
		c.lookBack(m)
		kept.Mentions = append(kept.Mentions, m)
	}
}

// lookBack adds what the sentence before says where a sentence says too little itself.
func (c *reading) lookBack(m *Mention) {
	s := c.Sentence
	if len(m.narrow) == 0 && m.place == "" && (s.Before != nil && !c.ofUs() || c.ofOneCase()) {
		m.leans = true // what was named before may narrow it
	}
	if s.Before == nil || m.manner != happened {
		return
	}
	switch len(m.narrow) {
	case 0:
		if m.Head == "" || does(m.Head).has(generic) {
			m.before = append(m.before, c.wordsOf(s.Before)...)
		}
	case 1:
		if c.ts[0].Text == "the" { // "The classes reached 210 people"
			m.before = c.wordsOf(s.Before)
		}
	}
}

// countsThings reports whether a token is a number of at least two.
func countsThings(t *language.Token) bool {
	return t.Kind == language.NumberToken && t.Q.IsWhole() && t.Q.Per == 0 && !t.Q.Fraction && exact.MoreThan(t.Q.Value, 1)
}

// parted reports whether the number at token i is of what a part is said of, whose place isn't its own: "a quarter of our 16
// practices are on the coast".
func (c *reading) parted(i int) bool {
	return i > 2 && slices.Contains([]string{"our", "the", "its"}, c.ts[i-1].Text) && c.ts[i-2].Text == "of" &&
		(c.ts[i-3].Kind == language.NumberToken && c.ts[i-3].Q.Fraction || slices.Contains([]string{"half", "third", "quarter", "most", "some"}, c.ts[i-3].Text))
}

// outOfBrackets are the tokens of a sentence but for what is in brackets.
func outOfBrackets(ts []language.Token) []language.Token {
	var all []language.Token
	inBrackets := false
	for _, t := range ts {
		switch {
		case t.Kind == language.MarkToken && (t.Text == "(" || t.Text == ")"):
			inBrackets = t.Text == "("
		case !inBrackets:
			all = append(all, t)
		}
	}
	return all
}

// ofUs reports whether the sentence says itself that it is of the whole authority, or of the year.
func (c *reading) ofUs() bool {
	return slices.ContainsFunc(c.Places, func(it Place) bool { return it.Area == facts.Own }) || language.AnyOf(c.ts, func(t *language.Token) bool {
		return t.Kind == language.YearToken || slices.Contains([]string{"we", "our", "us", "year", "board", "partnership", "authority", "area", "area's", "altogether"}, t.Text)
	})
}

// ofOneCase reports whether the text is about one thing only.
func (c *reading) ofOneCase() bool {
	return c.OfMatter || slices.ContainsFunc([]string{"significant_decisions", ".measures.", "good_practice"}, func(part string) bool { return strings.Contains(c.Name, part) })
}
