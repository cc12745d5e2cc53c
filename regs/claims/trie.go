package claims

import (
	"strings"
	"sync"
)

// trie finds phrases. What can follow a word is worked out when it is first asked for: a text
// meets few of the phrases that a report could have. Tries are asked by several readers at once;
// phrases are added before.
type trie struct {
	// next are the words that can follow. Most nodes have none or a few, which are found faster one
	// by one than in a map; the few nodes with many have index in its place.
	next  []branch
	index *index
	// letters has the letterBit of each word that can follow, so that most others are told at once.
	letters uint64
	// gap is behind up to nine words of any kind, number behind a number; nil where neither can be.
	gap, number *trie
	// pending are the rests of phrases of which those are made.
	pending []rest
	grown   sync.Once
	// here are what a phrase that ends here can mean.
	here []*entry
	// carries is true where such a phrase, or one that goes on from here, can carry a claim, and things
	// where it can be the name of something that isn't an amount.
	carries, things bool
}

// branch is a word of a phrase and what can follow it.
type branch struct {
	word string
	node *trie
}

// index is a map of the words that can follow, with a bit for the hash of each, so that most others are
// told without asking it.
type index struct {
	nodes  map[string]*trie
	hashes [64]uint64
}

// bit is where the hash of a word has its bit.
func (x *index) bit(word string) (hash *uint64, bit uint64) {
	h := uint32(2166136261) // FNV-1a
	for i := range len(word) {
		h = (h ^ uint32(word[i])) * 16777619
	}
	return &x.hashes[h>>26], 1 << (h >> 20 & 63)
}

func (x *index) add(b branch) {
	hash, bit := x.bit(b.word)
	*hash |= bit
	x.nodes[b.word] = b.node
}

func (x *index) find(word string) *trie {
	if hash, bit := x.bit(word); *hash&bit == 0 {
		return nil
	}
	return x.nodes[word]
}

// rest is a phrase from one of its words on, with what it means. Where own is true the whole
// phrase is the meaning's word.
type rest struct {
	phrase string
	at     int32
	own    bool
	entry  *entry
}

// fewBranches are as many as are looked through one by one.
const fewBranches = 8

func newTrie() *trie { return &trie{} }

// add adds a phrase in the form of phrases.
func (t *trie) add(phrase string, e entry) { t.put(phrase, &e, false) }

// addAll adds the phrases of a list, each as its word where the entry has none.
func (t *trie) addAll(list string, e entry) {
	for phrase := range strings.SplitSeq(list, ";") {
		t.put(phrase, &e, e.word == "")
	}
}

func (t *trie) put(phrase string, e *entry, own bool) {
	if phrase = strings.TrimSpace(phrase); phrase != "" {
		t.pending = append(t.pending, rest{phrase: phrase, own: own, entry: e})
	}
}

// grow makes what can follow.
func (t *trie) grow() {
	t.grown.Do(func() {
		for _, r := range t.pending {
			t.lead(r)
		}
		t.pending = nil
	})
}

// lead leads the rest of a phrase to the nodes of its next word.
func (t *trie) lead(r rest) {
	word, behind := r.next()
	if strings.IndexByte(word, '|') < 0 && !strings.HasSuffix(word, "?") && !strings.HasSuffix(word, "'") {
		t.child(word).take(behind) // as most
		return
	}
	w, optional := strings.CutSuffix(word, "?")
	w = strings.TrimSuffix(w, "'") // as tokens have "carers'"
	for alternative := range strings.SplitSeq(w, "|") {
		t.child(alternative).take(behind)
	}
	if optional && behind.left() {
		t.lead(behind)
	}
}

// take takes a phrase of which the rest is left.
func (t *trie) take(r rest) {
	t.carries = t.carries || r.entry.carries()
	t.things = t.things || r.entry.class == isSubject && r.entry.thing != nil && r.entry.thing.Kind != isMoney
	if r.left() {
		t.pending = append(t.pending, r)
	}
	if r.canEnd() {
		t.here = append(t.here, r.meaning())
	}
}

// left reports whether a word is left.
func (r rest) left() bool { return int(r.at) < len(r.phrase) }

// next is the next word, and what is left behind it.
func (r rest) next() (string, rest) {
	end := int(r.at)
	for end < len(r.phrase) && !blank(r.phrase[end]) {
		end++
	}
	word := r.phrase[r.at:end]
	for end < len(r.phrase) && blank(r.phrase[end]) {
		end++
	}
	r.at = int32(end)
	return word, r
}

// blank reports whether a byte parts two words of a phrase.
func blank(c byte) bool { return c == ' ' || c == '\n' || c == '\t' }

// canEnd reports whether all words that are left can be left out.
func (r rest) canEnd() bool {
	for r.left() {
		var word string
		if word, r = r.next(); !strings.HasSuffix(word, "?") {
			return false
		}
	}
	return true
}

// meaning is what the phrase means.
func (r rest) meaning() *entry {
	if !r.own {
		return r.entry
	}
	e := *r.entry
	e.word = r.phrase
	return &e
}

// after is the node of a word behind this one, nil where no phrase goes on with it.
func (t *trie) after(word string) *trie {
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

// found is after, of those that are made.
func (t *trie) found(word string) *trie {
	if t.index != nil {
		return t.index.find(word)
	}
	if t.letters&letterBit(word) == 0 {
		return nil
	}
	for i := range t.next {
		if t.next[i].word == word {
			return t.next[i].node
		}
	}
	return nil
}

// afterGap is the node behind up to nine words of any kind, nil where no phrase has a gap here.
func (t *trie) afterGap() *trie {
	t.grow()
	return t.gap
}

// afterNumber is the node behind a number, nil where no phrase goes on with one.
func (t *trie) afterNumber() *trie {
	t.grow()
	return t.number
}

// child is the node of a word of a phrase behind this one.
func (t *trie) child(word string) *trie {
	switch word {
	case "..":
		if t.gap == nil {
			t.gap = newTrie()
		}
		return t.gap
	case "#":
		if t.number == nil {
			t.number = newTrie()
		}
		return t.number
	}
	if n := t.found(word); n != nil {
		return n
	}
	b := branch{word, newTrie()}
	switch {
	case t.index != nil:
		t.index.add(b)
	case len(t.next) < fewBranches:
		t.next = append(t.next, b)
		t.letters |= letterBit(word)
	default:
		t.index = &index{nodes: make(map[string]*trie, len(t.pending)/2)}
		for _, few := range t.next {
			t.index.add(few)
		}
		t.index.add(b)
		t.next = nil
	}
	return b.node
}
