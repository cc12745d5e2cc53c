package claims

import (
	"math/big"
)

// changeAndPart reads the fraction or the percentage that is said again of a change in pounds: "the cost of
// everything we direct has gone up by £54.4m, or just over a quarter". Where no amount is named, the size
// of the change has to vouch for it that it is of all spending.
func (s *statement) changeAndPart() {
	if s.lacks(isQuantity) || s.locality != "" || s.reader.money != nil || s.unsureMood() || s.denies() {
		return
	}
	things := s.all
	if len(things) == 0 {
		if t := s.things["total"]; t != nil {
			things = []*Thing{t}
		}
	}
	if len(things) != 1 || things[0].Kind != isMoney {
		return
	}
	for i := range s.items {
		it := &s.items[i]
		if it.class != isQuantity || it.q.unit != pounds || it.q.ref != nil || it.q.value == nil || significant(it.q.value) < 3 {
			continue
		}
		sign := s.wayOfChange(i)
		if p := s.saidAgain(i + 1); p >= 0 && sign != 0 && !s.heldAt(&s.items[p]) {
			s.holdChangeAndPart(things[0], i, p, sign)
		}
	}
}

// wayOfChange is the way that the amount at i is said to have gone, 0 where it is no change.
func (s *statement) wayOfChange(i int) int {
	if i+1 < len(s.items) {
		if n := &s.items[i+1]; n.class == isMove && n.adj && !n.judge || n.class == isBeside && !n.judge {
			return n.n
		}
	}
	by := false
	for k := i - 1; k >= 0; k-- {
		switch it := &s.items[k]; {
		case it.class == isRole && it.role == "by" && k == i-1:
			by = true
		case it.class == isMove && by && !it.judge && !it.adj:
			return it.n
		case it.class != isPlain && it.class != isHedge && it.class != isPeriod:
			return 0
		}
	}
	return 0
}

// saidAgain is the percentage or fraction by which what is before item i is said again, "or 4.5%", "which is
// a quarter more", -1 for none.
func (s *statement) saidAgain(i int) int {
	joined := false
	for k := i; k < len(s.items); k++ {
		switch it := &s.items[k]; {
		case it.class == isQuantity:
			if joined && it.q.unit == percent && it.q.ref == nil && it.q.value != nil {
				if k+1 < len(s.items) && s.items[k+1].class == isRole {
					return -1 // of something else
				}
				return k
			}
			return -1
		case it.class == isMark && it.word == ",", it.class == isBreak && (it.text == "or" || it.word == "or" || it.word == "which"):
			joined = true
		case it.class == isPlain, it.class == isHedge, it.class == isPeriod, it.class == isThan, it.class == isRole && it.role != "of" && !joined, it.class == isMove && it.adj && !joined, it.class == isBeside && !joined:
		default:
			return -1
		}
	}
	return -1
}

// holdChangeAndPart holds the fraction at p against the years between which an amount changed by that at i.
func (s *statement) holdChangeAndPart(t *Thing, i, p, sign int) {
	named := 0
	for k := range s.items {
		if it := &s.items[k]; it.class == isPeriod && it.known && it.year != s.facts.Year {
			if named != 0 || it.calendar {
				return
			}
			named = it.year
		}
	}
	var ways []way
	to, ok := s.facts.at(t, spend, own, s.facts.Year)
	for y := s.facts.First; ok && y < s.facts.Year; y++ {
		from, there := s.facts.at(t, spend, own, y)
		if !there || from.Exact.Sign() <= 0 || named != 0 && y != named {
			continue
		}
		d := new(big.Rat).Sub(to.Exact, from.Exact)
		if d.Sign() != sign || !s.items[i].q.in().has(new(big.Rat).Abs(d)) {
			continue
		}
		part := new(big.Rat).Quo(d.Abs(d), from.Exact)
		part.Mul(part, rat(100, 1))
		ways = append(ways, way{year: s.facts.Year, base: y, truth: truthOf(fits(s.items[p].q.in(), Value{Exact: part, Shown: shownPercent(part)})),
			expected: fromTo(from, to, y, s.facts.Year) + ", or " + part.FloatString(1) + "%", evidence: append(proof(to, s.facts.Year), proof(from, y)...)})
	}
	if len(ways) == 0 {
		return
	}
	cl := s.tellAt(saysChange, &s.items[p], t, own, ways...)
	cl.Quantity, cl.Unit = s.items[p].q.bounds(), percent
}
