package claims

import (
	"fmt"
	"math/big"
	"slices"
	"strings"

	"apr/regs/claims/claim"
	"apr/regs/claims/exact"
	"apr/regs/claims/facts"
	"apr/regs/claims/language"
)

// This file holds a figure against a multiple of another that the sentence gives, whatever they are of: "3,051 bed days,
// more than double the 2,013 of the north".

// multiples are words for how many times as much something is.
var multiples = map[string]int64{"double": 2, "twice": 2, "treble": 3, "triple": 3, "thrice": 3, "quadruple": 4}

// hedgesOfMultiples are the words that may stand before a multiple.
var hedgesOfMultiples = map[string]facts.Hedge{
	"more than": facts.Over, "over": facts.Over, "well over": facts.Over, "just over": facts.JustOver, "slightly more than": facts.JustOver, "little more than": facts.LittleOver, "barely more than": facts.LittleOver,
	"less than": facts.Under, "under": facts.Under, "nearly": facts.Nearly, "almost": facts.Nearly, "just under": facts.Nearly, "close to": facts.Nearly, "not quite": facts.Nearly,
	"about": facts.About, "around": facts.About, "roughly": facts.About, "some": facts.About, "approximately": facts.About, "broadly": facts.About,
}

// multipleOfFigure takes the multiple at i for a plain word that carries its size, where a figure of another place or thing
// is what it is of. The figure is read by itself then, and withinMultiple holds the two against each other.
func multipleOfFigure(items []item, i int) {
	it := &items[i]
	var size *big.Rat
	behind, hedge := i+1, facts.Plainly
	if n := multiples[it.text]; n != 0 {
		size = exact.Rat(n, 1)
	} else {
		if it.Class != language.IsQuantity || it.q.Unit != facts.Bare || it.q.Ref != nil || it.q.Value == nil || i+1 >= len(items) || items[i+1].text != "times" {
			return
		}
		size, hedge, behind = it.q.Value, it.q.Hedge, i+2
	}
	place := false
	for behind < len(items) && (slices.Contains([]string{"the", "our", "its", "their"}, items[behind].text) || items[behind].Class == language.IsArea && items[behind].possessive) {
		place = place || items[behind].Class == language.IsArea
		behind++
	}
	if behind+2 < len(items) && slices.Contains([]string{"rate", "level", "figure", "total", "number", "sum"}, items[behind].text) && items[behind+1].Role == "of" {
		place, behind = true, behind+2 // "three times the rate of 411 in 2020/21"
	}
	if behind >= len(items) || items[behind].Class != language.IsQuantity || items[behind].q.Ref != nil || items[behind].q.Fraction || items[behind].q.Value == nil {
		return
	}
	if !place && !ofPlaceOrThing(items, behind+1) {
		return
	}
	if i > 0 {
		if h, ok := hedgesOfMultiples[items[i-1].text]; ok {
			hedge = h
			items[i-1].makePlain()
		}
	}
	it.Entry, it.q = language.Entry{Class: language.IsPlain, Word: "multiple", Hedge: hedge}, &facts.Quantity{Value: size, Unit: facts.Bare}
}

// ofPlaceOrThing reports whether a place or a thing of which a figure is stands at item k, and not its year.
func ofPlaceOrThing(items []item, k int) bool {
	for ; k < len(items); k++ {
		switch it := &items[k]; {
		case it.Class == language.IsArea, it.Class == language.IsSubject, it.Class == language.IsFace && it.Face == facts.FaceVariance:
			return true
		case it.Class != language.IsPlain && it.Role != "of" && it.Role != "in" && it.Role != "from":
			return false
		}
	}
	return false
}

// withinMultiple holds the multiple at i, if there is one, against the only figure before it and the one behind it.
func (s *statement) withinMultiple(i int) {
	it := &s.items[i]
	if it.Word != "multiple" || it.Class != language.IsPlain || it.q == nil || s.denies() || s.unsureMood() {
		return
	}
	b := i + indexOf(s.items[i:], func(x *item) bool { return x.Class == language.IsQuantity })
	if b < i || !s.plainFigure(b) {
		return
	}
	before := s.figuresBefore(i, s.items[b].q)
	if len(before) != 1 || !s.plainFigure(before[0]) || s.goesOnOf(before[0], i) {
		return
	}
	x, y := s.items[before[0]].q, s.items[b].q
	from, to := x.In(), y.In()
	if from.Low == nil || from.High == nil || to.Low == nil || to.High == nil || to.Low.Sign() <= 0 {
		return
	}
	// How many times as much it is, as a part of how many the words say.
	least := new(big.Rat).Quo(new(big.Rat).Quo(from.Low, to.High), it.q.Value)
	most := new(big.Rat).Quo(new(big.Rat).Quo(from.High, to.Low), it.q.Value)
	ok := multipleFits(it.Hedge, least, most)
	at, start, end := s.passage.Text, s.items[before[0]].start, s.items[b].end
	times := new(big.Rat).Quo(x.Value, y.Value).FloatString(1)
	cl := &Claim{Text: s.textOf(start, end), Position: at.At(start), End: at.At(end), At: at.At(it.start), AtEnd: at.At(it.end), Name: s.name,
		Words: s.textOf(it.start, it.end), Measure: saysArithmetic, Scope: "area", Unit: x.Unit, Mood: "asserted", Verdict: Confirmed, Comparator: it.text}
	if !ok {
		cl.Verdict, cl.Slip, cl.Expected = Contradicted, "multiple", times+" times"
		cl.Message = fmt.Sprintf("the text has %q; %s is %s times %s", strings.TrimSpace(s.textOf(it.start, it.end)), s.textOf(s.items[before[0]].start, s.items[before[0]].end), times, s.textOf(s.items[b].start, s.items[b].end))
		cl.Hint, cl.Evidence = "correct the word or the figures", claim.Related(at.At(start), "the figures")
	}
	s.claims = append(s.claims, cl)
}

// goesOnOf reports whether something else may be spoken of between items a and i, so that the figure at a isn't what the
// multiple at i is said of: "spending was £250.4m, Strathmoor having nearly double the £60.1m of the coast".
func (s *statement) goesOnOf(a, i int) bool {
	apart := false
	for k := a + 1; k < i; k++ {
		switch it := &s.items[k]; it.Class {
		case language.IsMark:
			if it.Word != "," && it.Word != "(" && it.Word != ")" {
				return true
			}
			apart = a != 1 || s.items[0].text != "at" // "At £74.4m, spending on older people was five times …"
		case language.IsBreak:
			if it.Word != "which" {
				return true
			}
		case language.IsSubject, language.IsUnknown:
			if apart {
				return true
			}
		case language.IsArea:
			if apart || it.Area != facts.Own && s.items[k-1].Class != language.IsRole && s.items[k-1].text != "on" {
				return true
			}
		case language.IsMove, language.IsVersus, language.IsThan, language.IsAside, language.IsQuantity:
			return true
		}
	}
	return false
}

// multipleFits reports whether a part between least and most of what a multiple says can be called by it. People are
// generous with multiples.
func multipleFits(h facts.Hedge, least, most *big.Rat) bool {
	low, high := exact.Rat(85, 100), exact.Rat(5, 4)
	switch h {
	case facts.Over, facts.AtLeast:
		return most.Cmp(exact.Rat(1, 1)) > 0
	case facts.JustOver, facts.LittleOver:
		low = exact.Rat(1, 1)
	case facts.Under:
		return least.Cmp(exact.Rat(1, 1)) < 0
	case facts.Nearly:
		low, high = exact.Rat(4, 5), exact.Rat(26, 25)
	}
	return most.Cmp(low) >= 0 && least.Cmp(high) <= 0
}
