package claims

import (
	"slices"
)

// This file reads that other areas did better than ours where a sentence goes on with something else: "no partnership
// scored higher than ours on having a say, and on the experience of GP care just one did".

// outdoing is what a clause said of other areas beside ours.
type outdoing struct {
	word   *item // the comparative, nil where there was none
	family bool  // of the family's areas
	thing  *Thing
	many   int
}

// alsoOn reads what goes on with the areas that the clause before counted, on another indicator: "nor on the experience
// of GP care", "and on quality of life just one did"; it reports whether the clause does so.
func (c *clause) alsoOn(t *Thing, tm times) bool {
	o := c.statement.outdone
	if o.word == nil || t == o.thing || t.Kind != isIndicator || len(c.subjects) != 1 || tm.at != nil || tm.base != nil || tm.over > 0 {
		return false
	}
	many, counts, did, on := o.many, false, false, false
	for i, it := range c.items {
		switch {
		case i == 0 && (it.class == isBreak || it.class == isNot && it.text == "nor"):
			if it.text == "nor" || it.text == "or" {
				counts = true // as many
			}
		case it.class == isPlain && (it.text == "on" || it.text == "for") || it.class == isRole && it.role == "in" && it.text == "for":
			on = true
		case it.class == isSubject, it.class == isPlain && (it.text == "the" || it.text == "just" || it.text == "only" || it.text == "how"), it.is(own):
		case it.class == isPlain && it.word == "no other", it.class == isNot && (it.text == "none" || it.text == "nobody"):
			many, counts, did = 0, true, did || it.class == isPlain
		case it.class == isQuantity && it.q.inWords && it.q.unit == bare && !it.q.hedged && !it.q.fraction && it.q.ref == nil && it.q.value != nil && it.q.value.IsInt():
			many, counts = int(it.q.value.Num().Int64()), true
		case counts && i == len(c.items)-1 && slices.Contains([]string{"did", "does", "do", "has", "have", "was", "were", "is", "are"}, it.text):
			did = true
		default:
			return false
		}
	}
	sign := o.word.n
	if o.word.judge {
		sign *= t.Better
	}
	if !on || !counts || len(c.qs) > 0 && !did || sign == 0 {
		return false
	}
	for _, q := range c.qs {
		q.used = true
	}
	year := c.facts.newest(t, value, own)
	w := c.facts.ranked(t, year, sign, many+1)
	if o.family {
		w = c.facts.manyBeyond(t, year, sign, many)
	}
	at := slices.IndexFunc(c.items, func(x *item) bool { return x.class == isSubject })
	cl := c.tell(saysRank, c.items[at], t, own, []way{w})
	cl.Comparator = itoa(many) + " " + o.word.text
	return true
}

// beating makes a comparison of "beat" where it is us who are beaten, and a move of what is won back in points.
func beating(items []item) {
	for i := 0; i+1 < len(items); i++ {
		switch it := &items[i]; {
		case it.class == isMet && (it.text == "beat" || it.text == "beats") && items[i+1].is(own) && !items[i+1].possessive:
			it.entry = entry{class: isBeside, n: 1, judge: true, word: it.text}
		case it.class == isUnknown && it.word == "regained":
			k := i + 1
			if k+1 < len(items) && items[k].class == isPlain {
				k++
			}
			if items[k].class == isQuantity && items[k].q.unit == points {
				it.entry = entry{class: isMove, n: 1, judge: true, word: it.text}
			}
		}
	}
}

// outdonePhrases are further words of that.
var outdonePhrases = []struct {
	entry
	list string
}{
	{entry{class: isBeside, n: 1, judge: true}, `outscored; outscores; outscore; outdid; outdoes`},
	{entry{class: isNot}, `no one; no-one; none of the others`},
	{entry{class: isUnknown, word: "regained"}, `won|wins|win|winning back; regained; regains; regaining; clawed back`},
	{entry{class: isPlain, word: "no other"}, `no integration authority; no other integration authority; no area|partnership|authority|board in the country|land`},
	{entry{class: isPlain, word: "gap"}, `that|this|a gap|distance|difference; the difference|distance`},
}
