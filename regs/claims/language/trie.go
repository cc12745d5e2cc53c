package language

import (
	"slices"
	"strings"
	"sync"
	"sync/atomic"

	"apr/regs/claims/facts"
)

// Trie finds phrases. What can follow a word, and the node of each such word, are made when they are
// first asked for: a text meets few of the phrases that a report could have. Tries are asked by several
// readers at once; phrases are added before.
type Trie struct {
	// phrases are all of the trie.
	phrases *[]phrase
	// rests has those of which the node is made, at first and where each says. Once it has grown they
	// are those behind the words that can follow. A root has none before, but all phrases.
	rests []rest
	first place
	grown atomic.Bool
	once  sync.Once // in which it grows
	open  int32     // how many rests go on, but of a root
	// next are the words that can follow. Most nodes have none or a few, which are found one by one; the
	// few nodes with many have hashes, which has them at the places of their hashes or right behind.
	next   []branch
	hashes []hashed
	// letters has the letterBit of each of a few words that can follow, so that most others are told at once.
	letters uint64
	// gap is behind up to nine words of any kind, number behind a number; nil where neither can be.
	gap, number *Trie
	// here are what a phrase that ends here can mean.
	Here []*Entry
	// carries is true where such a phrase, or one that goes on from here, can carry a claim, and things
	// where it can be the name of something that isn't an amount.
	carries, Things bool
}

// place is the place of something in a slice, counted from 1, or 0 for none.
type place int32

// hashed is where something is, with its hash.
type hashed struct {
	hash uint32
	at   place
}

// branch is a word that can follow, with the rests behind it and their node, nil where nobody asked.
type branch struct {
	word        string
	first, last place
	node        atomic.Pointer[Trie]
}

// phrase is a phrase with what it means. Where own is true the whole phrase is the meaning's word.
type phrase struct {
	words string
	entry *Entry
	own   bool
}

// rest is a phrase from one of its words on.
type rest struct {
	phrase int32
	at     int32
	then   place // the next of the same node
}

// fewBranches are as many as are looked through one by one.
const fewBranches = 8

// newTrie is a trie with room for so many phrases.
func newTrie(phrases int) *Trie {
	all := make([]phrase, 0, phrases)
	return &Trie{phrases: &all}
}

// add adds a phrase in the form of phrases.
func (t *Trie) add(phrase string, e Entry) { t.put(phrase, &e, false) }

// addAll adds the phrases of a list, each as its word where the entry has none.
func (t *Trie) addAll(list string, e Entry) {
	for phrase := range strings.SplitSeq(list, ";") {
		t.put(phrase, &e, e.Word == "")
	}
}

func (t *Trie) put(words string, e *Entry, own bool) {
	if words = strings.TrimSpace(words); words != "" {
		*t.phrases = append(*t.phrases, phrase{words, e, own})
	}
}

// grow makes what can follow, if nobody has by now.
func (t *Trie) grow() {
	if !t.grown.Load() { // as few ask
		t.growOnce()
	}
}

func (t *Trie) growOnce() {
	t.once.Do(func() {
		defer t.grown.Store(true)
		of := t.rests
		if t.first == 0 {
			t.rests = make([]rest, 0, len(*t.phrases))
			t.next = make([]branch, 0, len(*t.phrases)/4)
			for i := range *t.phrases {
				t.lead(rest{phrase: int32(i)})
			}
		} else {
			t.rests = slices.Grow(t.rests[:0:0], int(t.open))
			t.next = slices.Grow(t.next, int(min(t.open, 2)))
		}
		for i := t.first; i > 0; i = of[i-1].then {
			if r := of[i-1]; t.left(r) {
				t.lead(r)
			}
		}
		t.gap, t.number = t.found(".."), t.found("#")
	})
}

// lead leads the rest of a phrase to its next word.
func (t *Trie) lead(r rest) {
	word, behind := t.word(r)
	if strings.IndexByte(word, '|') < 0 && !strings.HasSuffix(word, "?") && !strings.HasSuffix(word, "'") {
		t.take(word, behind) // as most
		return
	}
	w, optional := strings.CutSuffix(word, "?")
	w = strings.TrimSuffix(w, "'") // as tokens have "carers'"
	for alternative := range strings.SplitSeq(w, "|") {
		t.take(alternative, behind)
	}
	if optional && t.left(behind) {
		t.lead(behind)
	}
}

// take takes what is left of a phrase behind a word.
func (t *Trie) take(word string, behind rest) {
	at := t.at(word)
	if at == 0 {
		at = t.branch(word)
	}
	behind.then = 0
	t.rests = append(t.rests, behind)
	is, b := place(len(t.rests)), &t.next[at-1]
	if b.last > 0 {
		t.rests[b.last-1].then = is
	} else {
		b.first = is
	}
	b.last = is
}

// branch adds a word that can follow.
func (t *Trie) branch(word string) place {
	t.next = append(t.next, branch{word: word})
	at := place(len(t.next))
	switch {
	case len(t.next) <= fewBranches:
		t.letters |= letterBit(word)
	case 2*len(t.next) > len(t.hashes):
		t.hashes = make([]hashed, max(2*len(t.hashes), 8*fewBranches))
		for i := range t.next {
			t.hash(place(i + 1))
		}
	default:
		t.hash(at)
	}
	return at
}

// hash puts a branch at the place of its hash.
func (t *Trie) hash(at place) {
	hash := facts.HashOf(t.next[at-1].word)
	k := hash & uint32(len(t.hashes)-1)
	for t.hashes[k].at > 0 {
		k = (k + 1) & uint32(len(t.hashes)-1)
	}
	t.hashes[k] = hashed{hash, at}
}

// at is where the branch of a word is, 0 where none is.
func (t *Trie) at(word string) place {
	if t.hashes == nil {
		if t.letters&letterBit(word) == 0 {
			return 0
		}
		for i := range t.next {
			if t.next[i].word == word {
				return place(i + 1)
			}
		}
		return 0
	}
	hash := facts.HashOf(word)
	for k := hash; ; k++ {
		h := t.hashes[k&uint32(len(t.hashes)-1)]
		if h.at == 0 || h.hash == hash && t.next[h.at-1].word == word {
			return h.at
		}
	}
}

// found is after, where what can follow is made.
func (t *Trie) found(word string) *Trie {
	at := t.at(word)
	if at == 0 {
		return nil
	}
	b := &t.next[at-1]
	n := b.node.Load()
	if n == nil {
		b.node.CompareAndSwap(nil, t.node(b)) // by the first who asks
		n = b.node.Load()
	}
	return n
}

// node makes the node of a branch.
func (t *Trie) node(b *branch) *Trie {
	n := &Trie{phrases: t.phrases, rests: t.rests, first: b.first}
	for i := b.first; i > 0; i = t.rests[i-1].then {
		r := t.rests[i-1]
		p := &(*t.phrases)[r.phrase]
		n.carries = n.carries || p.entry.carries()
		n.Things = n.Things || p.entry.Class == IsSubject && p.entry.Thing != nil && p.entry.Thing.Kind != facts.Money
		if t.left(r) {
			n.open++
		}
		if t.canEnd(r) {
			n.Here = append(n.Here, p.meaning())
		}
	}
	return n
}

// left reports whether a word is left.
func (t *Trie) left(r rest) bool { return int(r.at) < len((*t.phrases)[r.phrase].words) }

// word is the next word, and what is left behind it.
func (t *Trie) word(r rest) (string, rest) {
	words, end := (*t.phrases)[r.phrase].words, int(r.at)
	for end < len(words) && !blank(words[end]) {
		end++
	}
	word := words[r.at:end]
	for end < len(words) && blank(words[end]) {
		end++
	}
	r.at = int32(end)
	return word, r
}

// blank reports whether a byte parts two words of a phrase.
func blank(c byte) bool { return c == ' ' || c == '\n' || c == '\t' }

// canEnd reports whether all words that are left can be left out.
func (t *Trie) canEnd(r rest) bool {
	for t.left(r) {
		var word string
		if word, r = t.word(r); !strings.HasSuffix(word, "?") {
			return false
		}
	}
	return true
}

// meaning is what the phrase means.
func (p *phrase) meaning() *Entry {
	if !p.own {
		return p.entry
	}
	e := *p.entry
	e.Word = p.words
	return &e
}

// After is the node of a word behind this one, nil where no phrase goes on with it.
func (t *Trie) After(word string) *Trie {
	t.grow()
	return t.found(word)
}

// letterBit is one of 64 bits for a word, by its first and its last letter and its length.
func letterBit(word string) uint64 {
	n := len(word)
	if n == 0 {
		return 1
	}
	return 1 << ((word[0]*5 + word[n-1]*11 + word[n/2]*3 + byte(n)) & 63)
}

// afterGap is the node behind up to nine words of any kind, nil where no phrase has a gap here.
func (t *Trie) afterGap() *Trie {
	t.grow()
	return t.gap
}

// AfterNumber is the node behind a number, nil where no phrase goes on with one.
func (t *Trie) AfterNumber() *Trie {
	t.grow()
	return t.number
}
