package claims

import (
	"math/big"
	"slices"
	"sync"
)

// This file reads sentences whose subject has a name that people use loosely ("back in hospital",
// "off sick"), or that have words which narrow nothing in most such sentences. By them alone
// nothing is called wrong: a figure has to vouch for the reading.

// spokenOfSuite is the trie of the loose names of the core suite, which are every report's.
var spokenOfSuite = sync.OnceValue(func() *trie {
	t := newTrie()
	for id, n := range spoken {
		if _, ok := indicatorNames[id]; ok {
			t.addAll(n.names, entry{class: isSubject, word: id})
		}
	}
	return t
})

// spokenOf finds what the sentence is about by names that people use loosely. Where it speaks of
// pounds it is about none that isn't counted in them, and the other way round.
func (l *lexer) spokenOf() map[int]claimed {
	if l.namesThing() {
		return nil
	}
	inPounds := slices.ContainsFunc(l.ts, func(t token) bool { return t.kind == numberToken && t.q.unit == pounds })
	var found map[int]claimed
	for i := range l.ts {
		if l.ts[i].kind == markToken || l.ts[i].kind == referenceToken {
			continue
		}
		if f := l.ts[i].form; f != nil && f.spoken == nil && f.spokenOfSuite == nil {
			continue
		}
		if best := l.longestName(spokenOfSuite(), l.dictionary.spoken, i); best.thing != nil && (best.thing.Unit == pounds) == inPounds {
			best.loose = true
			found = withName(found, best)
		}
	}
	return found
}

// namesThing reports whether the sentence has a name of this report's for something other than an
// amount, such as one that its author gave.
func (l *lexer) namesThing() bool {
	for i := range l.ts {
		node := l.dictionary.names
		if f := l.ts[i].form; f != nil && f.names == nil {
			continue
		}
		for k := i; k < len(l.ts) && node != nil && l.ts[k].kind != markToken; k++ {
			if node = node.after(l.ts[k].text); node != nil && slices.ContainsFunc(node.here, func(e *entry) bool {
				return e.class == isSubject && e.thing.Kind != isMoney && e.thing.Kind != isCount
			}) {
				return true
			}
		}
	}
	return false
}

// lend marks the item of the n tokens at i that only changes nothing in sentences with loose
// names.
func (l *lexer) lend(i, n int) {
	if n != 1 || len(l.items) == 0 || !l.lends(l.ts[i].text) {
		return
	}
	it := &l.items[len(l.items)-1]
	if it.class != isPlain || it.start != l.ts[i].start || l.dictionary.plain[it.text] {
		return
	}
	if node := l.dictionary.words.after(it.text); node != nil && slices.ContainsFunc(node.here, func(e *entry) bool { return e.class == isPlain }) {
		return
	}
	it.loose = true
}

// loose reports whether a name or a word of the sentence is understood only as people use it
// loosely.
func (s *statement) loose() bool {
	return slices.ContainsFunc(s.items, func(x item) bool { return x.loose })
}

// doubtLoose takes back what a sentence with loose words contradicts where no figure vouches for
// what it is about: a wrong figure that is known as another of the same thing, or a right one
// beside it.
func (s *statement) doubtLoose() {
	if !s.loose() {
		return
	}
	for _, cl := range s.claims {
		if cl.Verdict == Contradicted && !s.plainSlip(cl) && !(s.digitsOf(cl) == 0 && slices.ContainsFunc(s.claims, func(o *Claim) bool {
			return o.Verdict == Confirmed && o.Subject == cl.Subject && o.Scope == cl.Scope && o.Scope == "area" && o.Measure == saysValue && s.digitsOf(o) > 1
		})) {
			cl.unsure("it isn't clear that it is said of what the data have")
		}
	}
}

// plainSlip reports whether the cause of a contradiction shows that the figure is the thing's.
func (s *statement) plainSlip(cl *Claim) bool {
	switch {
	case cl.Measure == saysReference:
		return true
	case cl.Measure == saysRank:
		return !slices.ContainsFunc(s.items, func(x item) bool { return x.class == isArea && x.area != own && x.area != scotland })
	}
	return cl.Slip != "" && s.digitsOf(cl) > 1 || cl.Measure == saysValue && s.digitsOf(cl) > 2 && s.aloneAndPlain()
}

// aloneAndPlain reports whether the sentence has one figure and no word that isn't understood, so
// that a figure of three digits is hardly of some of those whom the data count.
func (s *statement) aloneAndPlain() bool {
	figures := 0
	for i := range s.items {
		switch s.items[i].class {
		case isUnknown, isMood, isNot:
			return false
		case isQuantity:
			figures++
		}
	}
	return figures == 1
}

// digitsOf are the significant digits of the figure that carries a claim, 0 where none does.
func (s *statement) digitsOf(cl *Claim) int {
	for i := range s.items {
		if it := &s.items[i]; it.class == isQuantity && it.q.value != nil && it.q.ref == nil && s.passage.Text.At(it.start) == cl.At {
			if it.q.den > 1 && it.q.step > 0 {
				return len(new(big.Rat).Mul(it.q.value, rat(it.q.den, it.q.step)).Num().String()) // "90.0%" has three
			}
			return significant(it.q.value)
		}
	}
	return 0
}
