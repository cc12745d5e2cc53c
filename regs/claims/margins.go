package claims

import (
	"math/big"
	"slices"
)

// This file reads whether a survey's change is said to be clear: "larger than its margin of error", "a step too small
// to be sure of".

// marginPhrases are what is said of that; n is 1 where the change is beyond the margin of error, -1 where it isn't.
var marginPhrases = []struct {
	entry
	list string
}{
	{entry{class: isPlain, word: "margin", n: -1}, `well|just|still|comfortably? within|inside the|its|their|our|that|a survey's? margin|margins of error; no more|greater|larger|bigger|wider than the|its|their survey's? margin|margins of error; smaller|less than the|its|their survey's? margin|margins of error;
		the margin|margins of error could|can|would|may|might just|easily|well? account for|explain; no more than the margin of error could|can account for|explain; too small|slight to be sure|certain of?; too small|slight to be clear|significant; not statistically significant; could|may|might be due|down to? chance; could|may|might be chance`},
	{entry{class: isPlain, word: "margin", n: 1}, `well|just|clearly? outside|beyond the|its|their|our|any survey's? margin|margins of error; greater|larger|bigger|wider|more than the|its|their survey's? margin|margins of error; exceeds|exceed|exceeded the|its|their survey's? margin|margins of error;
		more than the margin of error could|can account for|explain; too large|big|great to be due|down to? chance; too large|big|great to be chance`},
	{entry{class: isPlain}, `a step; a small|large|big|slight|modest step`},
}

// margins holds what the clause says of the margin of error of a survey's change; it reports whether it says anything
// of the kind.
func (c *clause) margins(t *Thing, area string, compared bool, tm times) bool {
	m := slices.IndexFunc(c.items, func(x *item) bool { return x.word == "margin" && x.n != 0 })
	if m < 0 {
		return false
	}
	of := c.has(isMove) >= 0 || c.moved != nil && (c.lead == "," || c.lead == "which")
	if !t.Survey || area != own || compared || c.not || !of || slices.ContainsFunc(c.statement.items, func(x item) bool {
		return x.class == isArea && x.area != own || x.text == "lead" || x.class == isExtreme || x.class == isRank
	}) {
		return true // how far places are apart has another margin
	}
	at := c.facts.newest(t, value, own)
	bases := c.baseYears(t, value, own, tm, at)
	if len(bases) == 0 {
		return true
	}
	var ways []way
	for _, b := range bases {
		ways = append(ways, c.facts.beyondMargin(t, b, at, c.items[m].n > 0))
	}
	cl := c.tell(saysChange, c.items[m], t, own, ways)
	cl.Comparator = c.items[m].text
	return true
}

// beyondMargin holds that the change between two surveys is beyond their margins of error, or within them. A change
// that is larger than one survey's margin and smaller than both together is called either.
func (f *Facts) beyondMargin(t *Thing, base, at int, beyond bool) way {
	from, to, ok := f.pair(t, value, own, base, at)
	w := way{year: at, base: base}
	if !ok || from.Low == nil || from.High == nil || to.Low == nil || to.High == nil {
		return w
	}
	limits := func(v Value) string {
		return v.Display + " (" + new(big.Rat).Set(v.Low).FloatString(1) + " to " + new(big.Rat).Set(v.High).FloatString(1) + ")"
	}
	w.expected = limits(from) + " in " + when(from, base) + " and " + limits(to) + " in " + when(to, at)
	w.evidence = append(proof(to, at), proof(from, base)...)
	size := absRat(new(big.Rat).Sub(to.Exact, from.Exact))
	clear := !unclear(from, to)
	within := slices.ContainsFunc([]Value{from, to}, func(v Value) bool {
		return compare(size, absRat(new(big.Rat).Quo(new(big.Rat).Sub(v.High, v.Low), rat(2, 1)))) <= 0
	})
	switch {
	case beyond && clear, !beyond && !clear:
		w.truth = yes
	case beyond && within, !beyond:
		w.truth = no
	}
	return w
}
