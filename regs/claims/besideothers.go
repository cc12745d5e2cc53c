package claims

import (
	"math/bits"
	"sync"
)

// besideOthers read an item with those next to it, in this order, each where the item is of one of the
// classes or one of the words: most readers are of no use to most items.
var besideOthers = []struct {
	of    classes
	words []string
	read  func(items []item, i int)
}{
	{1 << isMet, nil, achievedThere},
	{1 << isBeside, nil, moreThanTimes},
	{1 << isFace, nil, required},
	{0, []string{"either", "any", "both", "each", "all"}, thanTheOthers},
	{0, []string{"last", "bottom"}, lastOf},
	{0, []string{"the last year", "last year"}, lastThat},
	{1<<isBeside | 1<<isMove, nil, besideItsBudget},
	{1<<isPlain | 1<<isRole, nil, allButOfBudget},
	{0, []string{"according"}, attributed},
	{0, []string{"contributed", "contributes", "contributing", "added", "adds", "adding"}, contributed},
	{1 << isSubject, nil, coded},
	{0, []string{"when"}, setsBeside},
	{0, []string{"if"}, concedes},
	{1 << isMove, nil, becoming},
	{1 << isNot, nil, notSo},
	{0, []string{"lead", "leads", "led", "tops", "heads", "last", "bottom", "first", "top"}, leadsFamily},
	{1<<isUnknown | 1<<isMood | 1<<isMet | 1<<isExtreme | 1<<isFace | 1<<isSubject | 1<<isHedge | 1<<isStable | 1<<isThan | 1<<isMove, []string{"any", "exceeded", "over"}, turned},
	{1<<isHedge | 1<<isFace | 1<<isMood | 1<<isNot, []string{"inside", "over", "under", "past", "beyond", "aim for", "aims for"}, wanted},
	{1 << isFace, nil, aimed},
	{0, []string{"outside", "over", "beyond", "past", "under"}, beyondTarget},
	{0, []string{"picked up", "picking up"}, pickedUp},
	{1 << isMet, nil, shortOfPlace},
	{1 << isQuantity, nil, leftUnspent},
	{0, []string{"more", "less"}, morePlanned},
	{1<<isBeside | 1<<isMove, nil, thanGiven},
	{1 << isNot, nil, usedNotAll},
	{0, []string{"left", "leaves", "leaving", "leave", "put", "took"}, leftOver},
	{1 << isQuantity, nil, theOneIn},
	{0, []string{"then"}, asItWasThen},
	{0, []string{"most"}, mostRecent},
	{1 << isSubject, nil, inAndOutside},
	{0, []string{"drew up", "drawn up", "draws up", "wrote up", "put together"}, drewUp},
	{0, []string{"fell", "falls", "fallen"}, fellOn},
	{0, []string{"back"}, backIn},
	{0, []string{"adverse", "unfavourable", "favourable"}, adverseBehind},
	{0, []string{"returned"}, returned},
	{1<<isMove | 1<<isBeside, nil, ofTheTwo},
	{1 << isUnknown, nil, asMuchAgain},
	{0, leadings, ledPlace},
	{0, []string{"over", "under"}, overPlace},
	{0, []string{"member", "members"}, memberOfFamily},
	{1 << isHedge, nil, noLower},
	{1 << isNot, nil, notSince},
	{1 << isBeside, nil, namedBefore},
	{0, []string{"so that"}, soThatItDid},
	{0, []string{"their"}, theirAverage},
	{0, []string{"kept", "respected", "observed", "honoured", "breached", "broken", "overstepped", "overshot"}, keptTo},
	{0, []string{"passed"}, passedPlace},
	{0, []string{"ahead", "behind"}, isAhead},
	{1 << isMove, nil, theBetterResult},
	{1 << isBreak, nil, shareThatIs},
}

// readerSets are sets of besideOthers, a bit for each.
type readerSets struct {
	ofClass [64]uint64
	ofWord  map[string]uint64
}

var readersBeside = sync.OnceValue(func() *readerSets {
	sets := &readerSets{ofWord: map[string]uint64{}}
	for k, r := range besideOthers {
		for c := range sets.ofClass {
			if r.of.has(class(c)) {
				sets.ofClass[c] |= 1 << k
			}
		}
		for _, w := range r.words {
			sets.ofWord[w] |= 1 << k
		}
	}
	return sets
})

// of are the readers that an item is of use to.
func (s *readerSets) of(it *item) uint64 { return s.ofClass[it.class] | s.ofWord[it.text] }

// readBeside reads item i with those next to it.
func readBeside(items []item, i int) {
	it, sets := &items[i], readersBeside()
	class, text := it.class, it.text
	for due := sets.of(it); due != 0; {
		k := bits.TrailingZeros64(due)
		besideOthers[k].read(items, i)
		due &= due - 1
		if it.class != class || it.text != text { // the readers behind are those of what it is now
			class, text = it.class, it.text
			due = sets.of(it) &^ (2<<k - 1)
		}
	}
}
