package claims

import (
	"math/big"
	"slices"
	"strings"
	"sync"

	"apr/regs/sentence"
)

// This file reads sentences whose subject has a name that people use loosely ("back in hospital",
// "off sick"), or that have words which narrow nothing in most such sentences. By them alone
// nothing is called wrong: a figure has to vouch for the reading.

// spokenOfSuite is the trie of the loose names of the core suite, which are every report's.
var spokenOfSuite = sync.OnceValue(func() *trie {
	t := newTrie(0)
	for id, n := range spoken() {
		if _, ok := indicatorNames[id]; ok {
			t.addAll(n.names+"; "+furtherSpoken[id].names, entry{class: isSubject, word: id})
		}
	}
	return t
})

// spokenOf finds what the sentence is about by names that people use loosely. Where it speaks of
// pounds it is about none that isn't counted in them, and the other way round.
func (l *lexer) spokenOf() []claimed {
	inPounds := anyOf(l.ts, func(t *token) bool { return t.kind == numberToken && t.q.unit == pounds })
	var found []claimed
	for i := range l.ts {
		t := &l.ts[i]
		if t.kind == markToken || t.kind == referenceToken {
			continue
		}
		var suite, own *trie
		if f := t.form; f != nil && f.text == t.text {
			suite, own = f.spokenOfSuite, f.spoken
		} else {
			suite, own = spokenOfSuite().after(t.text), l.dictionary.spoken.after(t.text)
		}
		if suite == nil && own == nil {
			continue
		}
		if best := l.longestName(suite, own, i); best.thing != nil && (best.thing.Unit == pounds) == inPounds {
			best.loose = true
			found = withName(found, best)
		}
	}
	if len(found) > 0 && l.namesThing() {
		return nil
	}
	return found
}

// namesThing reports whether the sentence has a name of this report's for something other than an
// amount, such as one that its author gave.
func (l *lexer) namesThing() bool {
	for i := range l.ts {
		if l.ts[i].kind == markToken {
			continue
		}
		for k, node := i, l.named(i); node != nil && node.things; {
			if slices.ContainsFunc(node.here, func(e *entry) bool {
				return e.class == isSubject && e.thing.Kind != isMoney && e.thing.Kind != isCount
			}) {
				return true
			}
			if k++; k == len(l.ts) || l.ts[k].kind == markToken {
				break
			}
			node = node.after(l.ts[k].text)
		}
	}
	return false
}

// lend marks the item of the n tokens at i that only changes nothing in sentences with loose
// names.
func (l *lexer) lend(i, n int) {
	if n != 1 || len(l.items) == 0 {
		return
	}
	it := &l.items[len(l.items)-1]
	if it.class != isPlain || it.start != l.ts[i].start || !l.lends(l.ts[i].text) || l.dictionary.plain[it.text] {
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
	return anyOf(s.items, func(x *item) bool { return x.loose })
}

// doubtLoose takes back what a sentence with loose words contradicts where no figure vouches for
// what it is about: a wrong figure that is known as another of the same thing, or a right one
// beside it.
func (s *statement) doubtLoose() {
	if !s.loose() {
		return
	}
	scoped := s.opensScoped() || len(s.items) > 0 && s.items[0].class == isAside || anyOf(s.items, func(x *item) bool {
		return x.demoted && x.class == isUnknown || strings.HasPrefix(x.text, "council")
	})
	for _, cl := range s.claims {
		if cl.Verdict == Contradicted && (scoped || s.unknownTo(cl) && !s.wellVouched(cl)) && cl.Measure != saysReference {
			cl.unsure("the words before it may say that it is of some of those whom the data count")
			continue
		}
		if cl.Verdict == Contradicted && !s.plainSlip(cl) && (cl.Measure == saysValue || cl.Measure == saysShare || !s.vouchedFor(cl) && !s.saidPlainly(cl)) {
			cl.unsure("it isn't clear that it is said of what the data have")
		}
	}
}

// unknownTo reports whether words before the figure of a claim aren't understood.
func (s *statement) unknownTo(cl *Claim) bool {
	unknown := false
	for i := range s.items {
		it := &s.items[i]
		if it.class == isQuantity && s.passage.Text.At(it.start) == cl.At {
			return unknown
		}
		unknown = unknown || it.class == isUnknown
	}
	return false
}

// vouchedFor reports whether the sentence has a right figure of what a claim is about.
func (s *statement) vouchedFor(cl *Claim) bool {
	return slices.ContainsFunc(s.claims, func(o *Claim) bool {
		return o.Verdict == Confirmed && o.Subject == cl.Subject && o.Scope == cl.Scope && o.Scope == "area" && o.Measure == saysValue && s.digitsOf(o) > 1
	})
}

// saidPlainly reports whether a word, and no figure, carries a claim, and every word of the sentence is
// understood and none narrows it: what such a sentence confirms it has to contradict when it is turned
// round.
func (s *statement) saidPlainly(cl *Claim) bool {
	switch cl.Measure {
	case saysChange, saysComparison, saysExtreme, saysRun, saysTarget:
	default:
		return false
	}
	if cl.Quantity != nil || len(s.all) != 1 || s.looseScope() || s.asked {
		return false
	}
	return !anyOf(s.items, func(x *item) bool {
		switch x.class {
		case isUnknown, isMood, isAside, isNot:
			return true
		case isQuantity:
			return !s.inTitle(x.text) // "within 28 days"
		case isBreak:
			return x.word != "and"
		}
		return x.demoted || slices.Contains([]string{"those", "them", "who", "whom", "whose"}, x.text)
	})
}

// wellVouched reports whether the sentence has a right figure of three digits of what the size of a
// difference is about, which is then of that, too: "staff drew up 742 plans, 42 fewer than we aimed for".
func (s *statement) wellVouched(cl *Claim) bool {
	return (cl.Measure == saysTarget || cl.Measure == saysComparison) && slices.ContainsFunc(s.claims, func(o *Claim) bool {
		return o.Verdict == Confirmed && o.Subject == cl.Subject && o.Scope == cl.Scope && o.Measure == saysValue && s.digitsOf(o) > 2
	})
}

// plainSlip reports whether the cause of a contradiction shows that the figure is the thing's.
func (s *statement) plainSlip(cl *Claim) bool {
	switch {
	case cl.Measure == saysReference, cl.Slip == "definition", cl.Slip == "unit":
		return true
	case cl.Measure == saysRank:
		return !anyOf(s.items, func(x *item) bool { return x.class == isArea && x.area != own && x.area != scotland })
	}
	if cl.Measure == saysValue && s.partsOf(cl) {
		return s.aloneAndPlain() && !s.looseScope()
	}
	return cl.Slip != "" && (s.digitsOf(cl) > 1 || cl.Slip == "other-year" && s.vouchedFor(cl)) || cl.Measure == saysValue && s.digitsOf(cl) > 2 && s.aloneAndPlain()
}

// partsOf reports whether a claim gives a fraction, such as "four in ten".
func (s *statement) partsOf(cl *Claim) bool {
	return anyOf(s.items, func(x *item) bool {
		return x.class == isQuantity && x.q.fraction && s.passage.Text.At(x.start) == cl.At
	})
}

// looseScope reports whether a loose word is behind one with which a scope begins.
func (s *statement) looseScope() bool {
	for i := range s.items {
		if s.items[i].loose && s.items[i].class != isSubject && s.scopeAt(i) {
			return true
		}
	}
	return false
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

// opensScoped reports whether the sentence begins with words that may narrow what it says: "At one
// surgery", "In district nursing", "Of the nine services inspected". Places that the data have, years
// and what belongs to the subject's own title narrow nothing.
func (s *statement) opensScoped() bool {
	first := 0
	for first < len(s.items) && s.items[first].class == isPlain && !slices.Contains(openings, s.items[first].text) {
		if s.items[first].text != "only" && s.items[first].text != "even" {
			return false
		}
		first++
	}
	if first == len(s.items) || s.items[first].class != isRole && !slices.Contains(openings, s.items[first].text) {
		return false
	}
	for i := first + 1; i < len(s.items); i++ {
		switch it := &s.items[i]; {
		case it.class == isMark, it.class == isSubject:
			return false
		case it.class == isQuantity:
			return it.q.unit == bare && it.q.per == 0 && !it.q.fraction && (it.q.inWords || i == first+1 && s.items[first].role == "of") && !s.inTitle(it.text)
		case it.class == isUnknown, it.loose, it.demoted, it.class == isBreak, it.class == isAside:
			return true
		}
	}
	return false
}

// openings are words with which a scope can begin.
var openings = []string{"in", "among", "amongst", "for", "of", "at", "from", "within", "across", "on", "during", "with", "before", "after", "outside"}

// inTitle reports whether a word belongs to what the sentence's only subject is called.
func (s *statement) inTitle(word string) bool {
	return s.only != nil && slices.Contains(wordsOf(s.only.Definition), word)
}

// readLoosely reads a sentence of which nothing was read once more, and passes over the words that
// aren't understood, wherever they are. Only a figure of three digits, or of two behind one
// such word, is taken from it that is known
// as another one of the sentence's only subject: another year's, Scotland's, the plan's, or the right
// one with a slip of digits.
func (r *reader) readLoosely(s *sentence.Sentence) {
	st := r.one
	if len(st.claims) == 0 || slices.ContainsFunc(st.claims, func(cl *Claim) bool { return cl.Verdict != Unread || cl.Measure != saysSomething }) {
		return
	}
	if len(st.all) != 1 || st.settled() {
		return
	}
	first := slices.Clone(st.claims)
	*st = statement{reader: r, start: s.Start, end: s.End}
	st.items = r.lex(r.tokens(s))
	if !st.passLoosely() {
		st.claims = first
		return
	}
	st.read()
	second := st.claims
	st.claims = first
	for _, cl := range second {
		if cl.Verdict == Contradicted && (cl.Measure == saysValue || cl.Measure == saysShare) && cl.Slip != "" && (st.digitsOf(cl) > 2 || st.digitsOf(cl) == 2 && st.passed == 1) {
			st.claims = slices.DeleteFunc(st.claims, func(o *Claim) bool { return o.At == cl.At || o.Text == cl.Text })
			st.claims = append(st.claims, cl)
		}
	}
}

// passLoosely makes plain words of those that aren't understood, and reports whether the sentence
// can be read so: it gives one figure, plainly, and no other year or place.
func (s *statement) passLoosely() bool {
	if s.settled() {
		return false
	}
	figures, passed := 0, 0
	for i := range s.items {
		it := &s.items[i]
		switch it.class {
		case isQuantity:
			if it.q.ref != nil || it.q.fraction || it.q.value == nil {
				return false
			}
			if !(it.q.inWords && s.items[i].q.unit == bare) {
				figures++
			}
		case isPeriod:
			if it.known && it.year != s.facts.Year || !it.known && (it.entry.year != 0 || it.word == "ago" || it.word == "over" || it.word == "survey" || it.word == "first") {
				return false
			}
		case isArea:
			if it.area != own && !isLocality(it.area) {
				return false
			}
		case isAside, isBreak:
			switch it.text {
			case "and", "or", "who", "which", "that":
			case "through", "given", "after", "before", "when":
				it.entry = entry{class: isPlain, word: it.text}
				passed++
			default:
				return false
			}
		case isUnknown:
			if figuresIn(it.text) || i > 0 && s.capital(it) || slices.Contains(narrowingWords, it.text) || slices.Contains(monthNames, it.text) || it.partOfYear() || s.countedBy(i) || s.scopeAt(i) {
				return false
			}
			it.entry, it.loose = entry{class: isPlain, word: it.text}, true
			passed++
		}
	}
	s.passed = passed
	return passed > 0 && figures == 1 && !s.opensScoped()
}

// settled reports whether the sentence does more than give figures: it compares, denies, hopes.
func (s *statement) settled() bool {
	return anyOf(s.items, func(x *item) bool {
		switch x.class {
		case isMove, isStable, isTimes, isBeside, isThan, isVersus, isExtreme, isRank, isRow, isEach, isNot, isMood, isMiddle, isTogether, isPace:
			return true
		case isFace:
			return x.face != spend
		}
		return false
	})
}

// scopeAt reports whether the word at i is behind a word with which a scope begins: "at the cottage
// hospital".
func (s *statement) scopeAt(i int) bool {
	for i--; i >= 0 && s.items[i].class == isPlain; i-- {
		if slices.Contains([]string{"among", "within", "across", "amongst", "outside"}, s.items[i].text) {
			return true
		}
	}
	return i >= 0 && s.items[i].class == isRole && (s.items[i].role == "in" || s.items[i].role == "from")
}

// countedBy reports whether the word at i says of what the figure before it is: "81.6 per cent of the
// rooms".
func (s *statement) countedBy(i int) bool {
	for i--; i >= 0; i-- {
		switch it := &s.items[i]; {
		case it.class == isQuantity:
			return true
		case it.class != isPlain && it.role != "of":
			return false
		}
	}
	return false
}

// capital reports whether an item is written with a capital letter.
func (s *statement) capital(it *item) bool {
	return s.plain[it.start] >= 'A' && s.plain[it.start] <= 'Z'
}

// narrowingWords are words by which a figure is of some of those whom the data count, of another time or
// another source.
var narrowingWords = strings.Fields(`alone solely certain particular particularly own poll polls sample audit audits pilot trial project projects register
	ward wards practice surgery hospital unit units centre clinic clinics school schools prison street streets village villages town towns neighbourhood neighbourhoods estate estates islands island rural urban remote
	men women male males female females boys girls young younger youngest older oldest elderly ethnic minority deprived poorest richest disabled blind deaf homeless tenants prisoners veterans students pupils mothers fathers
	nurses nurse doctors doctor teachers drivers managers' consultants porters apprentices agency
	dementia autism autistic cancer stroke diabetes asthma hip frail frailty
	winter spring summer autumn christmas easter hogmanay weekend weekends friday saturday sunday monday tuesday wednesday thursday morning evening night nights month months monthly quarter quarterly week weekly daily
	ago earlier former formerly previously previous once originally initially original early late later start outset beginning peak height pandemic covid lockdown until till old past back history historic then used decade century
	instead rather wrongly mistaken supposed neighbour neighbours neighbouring elsewhere national england wales ireland britain uk europe average averaged
	right fair proper essential vital crucial imperative reasonable enough only complaints complaint referrals referral requests calls suggestions incidents first second third fourth half lists lasted longest`)
