package lex

import (
	"math/bits"
	"sync"

	"apr/regs/claims/language"
)

// besideOthers read an item with those next to it, in this order, each where the item is of one of the
// classes or one of the words: most readers are of no use to most items.
var besideOthers = []struct {
	of    language.Classes
	words []string
	read  func(items []Item, i int)
}{
	{1 << language.IsMet, nil, achievedThere},
	{1 << language.IsBeside, nil, moreThanTimes},
	{1 << language.IsFace, nil, required},
	{0, []string{"either", "any", "both", "each", "all"}, thanTheOthers},
	{0, []string{"last", "bottom"}, lastOf},
	{0, []string{"the last year", "last year", "of the years"}, lastThat},
	{1<<language.IsBeside | 1<<language.IsMove, nil, besideItsBudget},
	{0, []string{"all but", "all except", "all bar", "in all but"}, allButOfBudget},
	{0, []string{"according"}, attributed},
	{0, []string{"contributed", "contributes", "contributing", "added", "adds", "adding"}, contributed},
	{1 << language.IsSubject, nil, coded},
	{0, []string{"when"}, setsBeside},
	{0, []string{"if"}, concedes},
	{1 << language.IsMove, nil, becoming},
	{1 << language.IsNot, nil, notSo},
	{0, []string{"lead", "leads", "led", "tops", "heads", "last", "bottom", "first", "top"}, leadsFamily},
	{1<<language.IsUnknown | 1<<language.IsMood | 1<<language.IsMet | 1<<language.IsExtreme | 1<<language.IsFace | 1<<language.IsSubject | 1<<language.IsHedge | 1<<language.IsStable | 1<<language.IsThan | 1<<language.IsMove, []string{"any", "exceeded", "over"}, turned},
	{1<<language.IsHedge | 1<<language.IsFace | 1<<language.IsMood | 1<<language.IsNot, []string{"inside", "over", "under", "past", "beyond", "aim for", "aims for"}, wanted},
	{1 << language.IsFace, nil, aimed},
	{1 << language.IsFace, nil, hadToSpend},
	{0, []string{"enough", "too"}, enoughFor},
	{0, []string{"delivered", "delivers", "deliver", "delivering"}, deliversTarget},
	{0, []string{"outside", "over", "beyond", "past", "under", "off"}, beyondTarget},
	{1 << language.IsQuantity, nil, leftUnspent},
	{0, []string{"more", "less"}, morePlanned},
	{1 << language.IsNot, nil, usedNotAll},
	{0, []string{"left", "leaves", "leaving", "leave", "put", "took"}, leftOver},
	{0, []string{"then"}, asItWasThen},
	{0, []string{"as"}, asReason},
	{0, []string{"after", "following"}, afterVariance},
	{0, []string{"most"}, mostRecent},
	{0, drawnUp, drewUp},
	{0, []string{"fell", "falls", "fallen"}, fellOn},
	{0, []string{"back"}, backIn},
	{0, []string{"adverse", "unfavourable", "favourable"}, adverseBehind},
	{1<<language.IsMove | 1<<language.IsBeside, nil, ofTheTwo},
	{1 << language.IsUnknown, nil, asMuchAgain},
	{0, []string{"member", "members"}, memberOfFamily},
	{0, []string{"alone"}, aloneInFamily},
	{0, []string{"month", "quarter", "each month", "every month", "each quarter", "every quarter", "each week", "every week"}, amountsOfTime},
	{1 << language.IsBeside, nil, namedBefore},
	{0, []string{"so that"}, soThatItDid},
	{0, []string{"kept", "respected", "observed", "honoured", "breached", "broken", "overstepped", "overshot"}, keptTo},
	{0, []string{"passed"}, passedPlace},
	{1 << language.IsAside, nil, throughPartner},
	{0, []string{"ahead", "behind"}, isAhead},
	{1 << language.IsMove, nil, theBetterResult},
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
			if r.of.Has(language.Class(c)) {
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
func (s *readerSets) of(it *Item) uint64 { return s.ofClass[it.Class] | s.ofWord[it.Text] }

// readBeside reads item i with those next to it.
func readBeside(items []Item, i int) {
	it, sets := &items[i], readersBeside()
	class, text := it.Class, it.Text
	for due := sets.of(it); due != 0; {
		k := bits.TrailingZeros64(due)
		besideOthers[k].read(items, i)
		due &= due - 1
		if it.Class != class || it.Text != text { // the readers behind are those of what it is now
			class, text = it.Class, it.Text
			due = sets.of(it) &^ (2<<k - 1)
		}
	}
}
