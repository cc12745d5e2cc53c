package ledger

import "apr/finance"

// SlippedLines are lines of a cost centre that are so many times their plan as a slip of the
// keyboard makes of them: ten times where the decimal point has slipped, or a tenth, and a
// thousandth where the last group of digits was lost.
type SlippedLines struct {
	OffLines
	Factor float64
	// Mixed is true where others are of another factor, and Whole where one is in whole pounds,
	// as a payment that was never planned may be.
	Mixed, Whole bool
}

// Slips are looked for in lines whose plan is so much, in pence, and that are so far from it.
// A line is far from its plan where it is five times that, or a fifth.
const (
	leastSlipPlan = 500_000
	leastSlip     = 1_000_000
	farTimes      = 5
)

// slip takes in a line with an amount and a plan above nought, of which it is a part.
func (c *Centre) slip(r *Reader, f *figures, part float64) {
	if f.Plan < leastSlipPlan {
		return
	}
	if part < farTimes && part > 1./farTimes {
		c.Near++
		return
	}
	c.Far++
	factor := slipFactor(f, part)
	if factor == 0 {
		return
	}
	if c.Slipped == nil {
		c.Slipped = &SlippedLines{Factor: factor}
		c.Slipped.First = r.Table.Records.Position(r.AmountAt())
	}
	s := c.Slipped
	s.Mixed, s.Whole = s.Mixed || s.Factor != factor, s.Whole || f.Amount%100 == 0
	s.add(r, f)
}

// slipFactor is how many times its plan a line is by a slip, or 0. An amount that is ten times
// too large has a nought for its last digit.
func slipFactor(f *figures, part float64) float64 {
	switch off := (f.Amount - f.Plan).Magnitude(); {
	case off < uint64(leastSlip):
	case part > 7 && part < 14 && f.Amount%10 == 0:
		return 10
	case part > 0.07 && part < 0.14:
		return 0.1
	case Times(1/part) == 1000:
		return 0.001
	}
	return 0
}

// Rest is what the lines of a cost centre that haven't slipped are of their plan, or 0 where
// they are too few.
func (s *SlippedLines) Rest(c *Centre, least int) float64 {
	if plan := c.Plan - s.Plan; plan > finance.Money(0) && c.Planned-s.Lines >= least {
		return float64(c.Amount-s.Amount) / float64(plan)
	}
	return 0
}
