package claims

import (
	"math/big"

	"apr/regs/claims/exact"
	"apr/regs/claims/facts"
	"apr/regs/claims/language"
)

// changeAndPart reads the fraction or the percentage that is said again of a change in pounds: "the cost of
// everything we direct has gone up by £54.4m, or just over a quarter". Where no amount is named, the size
// of the change has to vouch for it that it is of all spending.
func (s *statement) changeAndPart() {
	if s.lacks(language.IsQuantity) || s.locality != "" || s.reader.money != nil || s.unsureMood() || s.denies() {
		return
	}
	things := s.all
	if len(things) == 0 {
		if t := s.total; t != nil {
			things = []*facts.Thing{t}
		}
	}
	if len(things) != 1 || things[0].Kind != facts.Money {
		return
	}
	for i := range s.items {
		it := &s.items[i]
		if it.Class != language.IsQuantity || it.Q.Unit != facts.Pounds || it.Q.Ref != nil || it.Q.Value == nil || exact.Significant(it.Q.Value) < 3 {
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
		if n := &s.items[i+1]; n.Class == language.IsMove && n.Adj && !n.Judge || n.Class == language.IsBeside && !n.Judge {
			return n.N
		}
	}
	by := false
	for k := i - 1; k >= 0; k-- {
		switch it := &s.items[k]; {
		case it.Class == language.IsRole && it.Role == "by" && k == i-1:
			by = true
		case it.Class == language.IsMove && by && !it.Judge && !it.Adj:
			return it.N
		case it.Class != language.IsPlain && it.Class != language.IsHedge && it.Class != language.IsPeriod:
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
		case it.Class == language.IsQuantity:
			if joined && it.Q.Unit == facts.Percent && it.Q.Ref == nil && it.Q.Value != nil {
				if k+1 < len(s.items) && s.items[k+1].Class == language.IsRole {
					return -1 // of something else
				}
				return k
			}
			return -1
		case it.Class == language.IsMark && it.Word == ",", it.Class == language.IsBreak && (it.Text == "or" || it.Word == "or" || it.Word == "which"):
			joined = true
		case it.Class == language.IsPlain, it.Class == language.IsHedge, it.Class == language.IsPeriod, it.Class == language.IsThan, it.Class == language.IsRole && it.Role != "of" && !joined, it.Class == language.IsMove && it.Adj && !joined, it.Class == language.IsBeside && !joined:
		default:
			return -1
		}
	}
	return -1
}

// holdChangeAndPart holds the fraction at p against the years between which an amount changed by that at i.
func (s *statement) holdChangeAndPart(t *facts.Thing, i, p, sign int) {
	named := 0
	for k := range s.items {
		if it := &s.items[k]; it.Class == language.IsPeriod && it.Known && it.Year != s.facts.Year {
			if named != 0 || it.Calendar {
				return
			}
			named = it.Year
		}
	}
	var ways []facts.Way
	to, ok := s.facts.At(t, facts.FaceSpend, facts.Own, s.facts.Year)
	for y := s.facts.First; ok && y < s.facts.Year; y++ {
		from, there := s.facts.At(t, facts.FaceSpend, facts.Own, y)
		if !there || from.Exact.Sign() <= 0 || named != 0 && y != named {
			continue
		}
		d := new(big.Rat).Sub(to.Exact, from.Exact)
		if d.Sign() != sign || !s.items[i].Q.In().Has(new(big.Rat).Abs(d)) {
			continue
		}
		part := new(big.Rat).Quo(d.Abs(d), from.Exact)
		part.Mul(part, exact.Rat(100, 1))
		ways = append(ways, facts.Way{Year: s.facts.Year, Base: y, Truth: facts.TruthOf(facts.Fits(s.items[p].Q.In(), facts.Value{Exact: part, Shown: facts.ShownPercent(part)})),
			Expected: facts.FromTo(from, to, y, s.facts.Year) + ", or " + part.FloatString(1) + "%", Evidence: append(facts.Proof(to, s.facts.Year), facts.Proof(from, y)...)})
	}
	if len(ways) == 0 {
		return
	}
	cl := s.tellAt(saysChange, &s.items[p], t, facts.Own, ways...)
	cl.Quantity, cl.Unit = s.items[p].Q.Bounds(), facts.Percent
}
