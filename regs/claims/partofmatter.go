package claims

import (
	"math/big"
	"slices"
	"strings"
)

// This file reads what part of a matter one of its services is, in a text about the matter or where the sentence
// names both: "short breaks were the larger part of it, at 56p in every pound", "care at home makes up a third
// of the spending on other social care".

// matterWords are what the money of a text about a matter is called in it.
var matterWords = []string{"matter", "heading", "here"}

// ofMatter reports whether a share in a text about a matter, or one of "it", may be of that and not of all money.
func (c *clause) ofMatter(t *Thing) bool {
	s := c.statement
	if s.matterShared() {
		return true
	}
	if s.reader.money == nil || t == s.reader.money && !anyOf(s.items, func(x *item) bool { return x.thing == t && s.serviceCalled(x.text) != nil }) {
		return s.saysOfIt()
	}
	return !s.saysAllMoney()
}

// matterShared reports whether the sentence gives the share of an amount of a matter: "carers' support makes up two
// fifths of the spending on support for carers".
func (s *statement) matterShared() bool {
	for q := range s.items {
		if s.items[q].class != isQuantity || s.items[q].q.unit != percent || s.text(q+1) != "of" && !s.itemIs(q+1, isBase) {
			continue
		}
		for i := q + 2; i < len(s.items); i++ {
			if t := s.items[i].thing; t != nil && t.Group == "matter" && s.matterBehind(q, i) {
				return slices.ContainsFunc(s.items[:q], func(x item) bool { return x.thing != nil && x.thing.Kind == isMoney && x.thing.Group != "" })
			}
		}
	}
	return false
}

// saysOfIt reports whether a share is of "it" or "this matter", whatever that is.
func (s *statement) saysOfIt() bool {
	for i := range s.items {
		switch s.items[i].text {
		case "it":
			if s.text(i-1) == "of" && !s.itemIs(i-2, isBase) {
				return true
			}
		case "matter", "heading":
			if before := s.text(i - 1); before == "this" || before == "that" || before == "the" && s.text(i-2) == "of" {
				return true
			}
		}
	}
	return false
}

// saysAllMoney reports whether the sentence says plainly that a share is of all the board's money.
func (s *statement) saysAllMoney() bool {
	return anyOf(s.items, func(x *item) bool {
		return x.class == isBase && x.text != "of the total" && !strings.Contains(x.text, "pound") && !strings.HasSuffix(x.text, "what was spent") && !strings.HasSuffix(x.text, "of the amount spent") && x.text != "of the money" &&
			x.text != "of the money spent" && x.text != "of the spending" && x.text != "of the spend"
	})
}

// partOfMatter reads the share.
func (s *statement) partOfMatter() {
	text := s.reader.money
	if s.negated() || s.unsureMood() || s.locality != "" {
		return
	}
	var part, amount *item
	var t, whole *Thing
	sure, of := false, false // it is of the matter alone; an "of" that belongs to the share is read
	at := -1
	for i := range s.items {
		it := &s.items[i]
		thing := it.thing
		if thing != nil && (thing.Kind != isMoney || it.class != isSubject && !it.demoted) {
			thing = nil
		}
		switch {
		case it.class == isQuantity:
			switch q := it.q; {
			case q.ref != nil || q.value == nil || q.per != 0:
				return
			case q.unit == percent && part == nil:
				part, at = it, i
			case q.unit == pounds && amount == nil:
				amount = it
			default:
				return
			}
		case thing != nil && thing.ID == "total":
			if it.text != "total" && it.text != "the total" {
				return
			}
		case thing != nil:
			named := thing
			if o := s.serviceCalled(it.text); o != nil && (named.Group == "matter" || named.Group == "service") {
				named = o
			}
			switch {
			case named == text && named != nil && t != text, part != nil && s.matterBehind(at, i) && whole == nil && named.Group == "matter" && strings.Contains(it.text, " "):
				whole, of = named, true
			case t != nil && t != named, named.Group != "service":
				return
			default:
				t = named
			}
		case it.class == isSubject, it.class == isMove && !it.adj, it.class == isMove && !slices.Contains([]string{"larger", "smaller", "bigger", "greater", "lesser"}, it.text), it.class == isArea && it.area != own, it.class == isPeriod && it.known && (it.calendar || it.year != s.facts.Year),
			it.class == isPeriod && !it.known && it.entry.year != 0, it.class == isPeriod && it.word == "over", it.class == isFace && it.face != spend, it.class == isUnknown && !it.demoted, it.class == isLives, it.class == isExtreme, it.class == isTimes, it.class == isThan, it.class == isVersus,
			it.class == isBeside && it.n != 0, it.class == isTogether, it.class == isRank, it.class == isRow, it.class == isEach, it.class == isAside, it.class == isMet, it.class == isStable, it.class == isBreak && it.word != "and" && it.word != "which" && !strings.HasPrefix(it.text, "or"), it.ordinal > 0:
			return
		case it.text == "on" && at >= 0 && s.ofOthers(i+1), it.text == "people", it.text == "staff", it.text == "posts", it.text == "overspend", it.text == "savings":
			return
		}
		sure = sure || slices.Contains(matterWords, it.text) && text != nil || it.text == "it" && s.text(i-1) == "of" && text != nil && s.text(i-2) != "more"
	}
	if part == nil || t == nil || s.heldAt(part) {
		return
	}
	if !of {
		whole = text
	}
	if whole == nil || whole == t || whole.Group != "matter" || !of && !sure && s.saysAllMoney() {
		return
	}
	y := s.facts.Year
	a, okA := s.facts.at(t, spend, own, y)
	b, okB := s.facts.at(whole, spend, own, y)
	if !okA || !okB || b.Exact.Sign() <= 0 || a.Exact.Cmp(b.Exact) > 0 || amount != nil && !fits(amount.q.in(), a) && !fits(amount.q.in(), b) {
		return
	}
	p := new(big.Rat).Quo(a.Exact, b.Exact)
	p.Mul(p, rat(100, 1))
	ways := []way{{year: y, truth: truthOf(fits(part.q.in(), Value{Exact: p, Shown: shownPercent(p)})), expected: a.Display + " of " + b.Display + ", or " + p.FloatString(1) + "%,", evidence: append(proof(a, y), proof(b, y)...)}}
	if !of && !sure {
		ways = append(ways, s.facts.level(t, share, own, y, part.q), s.facts.ofAll(t, y, part.q))
	}
	cl := s.tellAt(saysShare, part, t, own, ways...)
	cl.Quantity, cl.Unit = part.q.bounds(), percent
}

// ofOthers reports whether the words from item k on, behind "on", name what isn't an amount that the data have.
func (s *statement) ofOthers(k int) bool {
	for ; s.text(k) == "the" || s.text(k) == "our"; k++ {
	}
	return k < len(s.items) && !(s.items[k].thing != nil && s.items[k].thing.Kind == isMoney)
}

// matterBehind reports whether the amount that item i names is what the share at item q is of: "a third of the spending on".
func (s *statement) matterBehind(q, i int) bool {
	if i <= q+1 || s.text(q+1) != "of" && !s.itemIs(q+1, isBase) {
		return false
	}
	for k := q + 2; k < i; k++ {
		switch it := &s.items[k]; {
		case it.class == isFace && it.face == spend, it.text == "the", it.text == "all", it.text == "our", it.text == "on", it.text == "for", it.text == "money", it.text == "cost", it.text == "bill", it.text == "spent", it.text == "spending":
		default:
			return false
		}
	}
	return true
}
