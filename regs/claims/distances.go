package claims

import (
	"fmt"

	"apr/regs/claims/claim"
	"apr/regs/claims/exact"
	"apr/regs/claims/facts"
	"apr/regs/claims/language"
	"apr/regs/claims/sums"
)

// distances holds how far the sentence says that one of its figures is from another: "5,064 days, 664 above the target of
// 4,200". What doesn't add up is wrong whatever the data have.
func (s *statement) distances() {
	if s.lacks(language.IsQuantity) || s.lacks(language.IsFace) || s.denies() || s.unsureMood() {
		return
	}
	for i := range s.items {
		if s.items[i].Class != language.IsQuantity {
			continue
		}
		if sign := s.sideAt(i + 1); sign != 0 {
			if b := s.figureBeside(i+2, s.items[i+1].Class == language.IsFace); b >= 0 {
				s.holdDistance(i, b, sign)
			}
		}
	}
}

// sideAt is 1 where item i says above, -1 for below, 0 for other words and for those that judge.
func (s *statement) sideAt(i int) int {
	if i >= len(s.items) {
		return 0
	}
	it := &s.items[i]
	switch {
	case it.Class == language.IsBeside && !it.Judge:
		return it.N
	case overPlan(it):
		return -it.N // "over its budget"
	}
	switch it.Text {
	case "over", "above", "beyond":
		return 1
	case "under", "below":
		return -1
	}
	return 0
}

// figureBeside is the figure of a target or a budget that the words from item i on name: "the target of 4,200", "its 75% target"; -1 where
// they name none. It is named where the word before them says so.
func (s *statement) figureBeside(i int, named bool) int {
	b := -1
	for ; i < len(s.items); i++ {
		it := &s.items[i]
		switch {
		case it.Class == language.IsFace && (it.Face == facts.FaceTarget || it.Face == facts.FacePlan):
			named = true
		case it.Class == language.IsQuantity && b < 0 && s.plainFigure(i) && !it.Q.Hedged:
			b = i
		case it.Class == language.IsPlain, it.Class == language.IsRole && it.Role == "of", it.Class == language.IsArea && it.Area == facts.Own:
		default:
			if named {
				return b
			}
			return -1
		}
	}
	if named {
		return b
	}
	return -1
}

// holdDistance holds the distance at item d, to one side of the figure at b, against the only other figure before it.
func (s *statement) holdDistance(d, b, sign int) {
	qd, qb := s.items[d].Q, s.items[b].Q
	if !s.plainFigure(d) || qd.Hedged || qd.Per != 0 || qb.Per != 0 || qd.Unit != qb.Unit && !(qd.Unit == facts.Points && qb.Unit == facts.Percent) {
		return
	}
	before := s.figuresBefore(d, qb)
	if len(before) != 1 || !s.plainFigure(before[0]) || s.items[before[0]].Q.Hedged || s.items[before[0]].Q.Per != 0 {
		return
	}
	a := before[0]
	qa := s.items[a].Q
	if s.heldAt(&s.items[d]) {
		return
	}
	from, to := qa.Rounded(), qb.Rounded()
	apart := exact.Interval{Low: exact.Add(from.Low, to.High, -1), High: exact.Add(from.High, to.Low, -1)}
	if sign < 0 {
		apart = exact.Interval{Low: exact.Add(to.Low, from.High, -1), High: exact.Add(to.High, from.Low, -1)}
	}
	if apart.High.Sign() < 0 {
		return // the word is wrong, or the figure is of something else
	}
	written := func(i int) string { return s.textOf(s.items[i].Start, s.items[i].End) }
	is := exact.Abs(exact.Add(qa.Value, qb.Value, -1))
	s.dropUnreadAt(&s.items[d])
	cl := s.claimOf(s.items[a].Start, s.items[b].End, &s.items[d])
	cl.Measure, cl.Unit, cl.Verdict, cl.Comparator, cl.Quantity, cl.Expected = saysArithmetic, qd.Unit, Confirmed, s.items[d+1].Text, qd.Bounds(), sums.ExactAmount(is, qd.Unit)
	if !apart.Meets(qd.Rounded()) {
		cl.Verdict, cl.Slip, cl.Hint = Contradicted, "sum", "correct the distance or the figures"
		cl.Message = fmt.Sprintf("the text has %q; from %s to %s it is %s", s.textOf(s.items[d].Start, s.items[b].End), written(a), written(b), cl.Expected)
		cl.Evidence = claim.Related(cl.Position, "the figures")
	}
	s.claims = append(s.claims, cl)
}
