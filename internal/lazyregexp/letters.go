package lazyregexp

import (
	"hash/maphash"
	"strings"
	"sync/atomic"
)

const (
	longS  = 'ſ'      // an s in any case
	kelvin = '\u212A' // a k in any case
)

// in reports whether a text may hold one of what is needed, if anything is. It may err with true, never
// with false. oddCase says that it has one of the letters that are in another case ASCII.
func (n needs) in(text string) (may, oddCase bool) {
	if len(text) < long {
		var p pairs
		p.read(text)
		return p.oddCase || p.holdAny(n), p.oddCase
	}
	p := pairsOf(text)
	return p.oddCase || p.holdAny(n), p.oddCase
}

func hasOddCase(text string) bool {
	return strings.ContainsRune(text, longS) || strings.ContainsRune(text, kelvin)
}

// pairs say which pairs of bytes follow each other in a text, and which bytes it has,
// ASCII letters small.
type pairs struct {
	hash    uint64 // of the text
	oddCase bool
	bytes   [256 / 64]uint64
	// follow has a bit for each pair, some of which share it.
	follow [2048 / 64]uint64
}

func pair(a, b byte) uint { return (uint(a)*37 + uint(b)) % 2048 }

func (p *pairs) holdAny(n needs) bool {
	if n == nil {
		return true
	}
	for _, s := range n {
		if p.hold(s) {
			return true
		}
	}
	return false
}

func (p *pairs) hold(s string) bool {
	if len(s) == 1 {
		return p.bytes[s[0]/64]&(1<<(s[0]%64)) != 0
	}
	for i := 1; i < len(s); i++ {
		if at := pair(s[i-1], s[i]); p.follow[at/64]&(1<<(at%64)) == 0 {
			return false
		}
	}
	return true
}

func (p *pairs) read(text string) {
	before := byte(0)
	for i := range len(text) {
		c := small(text[i])
		p.bytes[c/64] |= 1 << (c % 64)
		at := pair(before, c)
		p.follow[at/64] |= 1 << (at % 64)
		before = c
	}
	has := func(c byte) bool { return p.bytes[c/64]&(1<<(c%64)) != 0 }
	p.oddCase = (has(0xC5) || has(0xE2)) && hasOddCase(text)
}

// long is how long a text is, in bytes, whose pairs are kept for the next expression: a
// shorter one is read as soon as it is found.
const long = 64

// lately are the pairs of texts that were looked at lately: rules look at the same texts
// one after the other.
var (
	lately [1 << 11]atomic.Pointer[pairs]
	seed   = maphash.MakeSeed()
)

func pairsOf(text string) *pairs {
	hash := maphash.String(seed, text)
	at := &lately[hash%uint64(len(lately))]
	if p := at.Load(); p != nil && p.hash == hash {
		return p
	}
	p := &pairs{hash: hash}
	p.read(text)
	at.Store(p)
	return p
}
