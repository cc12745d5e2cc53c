package facts

import (
	"math/big"
	"slices"

	"apr/regs/claims/exact"
)

// Quantity is a figure as it is written, with what it may stand for.
type Quantity struct {
	// value is the figure itself.
	Value *big.Rat
	// One of its last digit is worth step/den, and of the last that counts
	// loose/den; loose is 0 of what is counted.
	Step, Loose, Den int64
	// is what it may stand for where that isn't said by its last digit.
	Is   *exact.Interval
	Unit Unit
	// per is the base of a rate: 1,000 of "24.1 per 1,000".
	Per int64
	// fraction is true of "a third" and "one in five".
	Fraction bool
	// each is what one part of a fraction is worth where it has several: 10 of "eight in ten"; nil else.
	Each *big.Rat
	// ofMoney is true of a share of the money that is written in pounds or pence.
	OfMoney bool
	// counted is true where a noun of counting follows or a word was written.
	InWords bool
	Hedged  bool
	Hedge   Hedge // what it is under
	// ref is where the figure is a reference: it then is exactly that figure.
	Ref *Referred
}

// Hedge is what is before a figure that isn't meant exactly.
type Hedge uint8

const (
	Plainly Hedge = iota
	About
	Over
	Under
	Nearly
	AtLeast
	AtMost
	JustOver
	LittleOver // "little more than", "barely more than"
)

// In is the interval that the figure may stand for.
func (q *Quantity) In() exact.Interval {
	switch {
	case q.Is != nil:
		return *q.Is
	case q.Value == nil:
		return exact.Interval{}
	case q.Loose == 0 && q.InWords && (q.Unit == Points || q.Unit == Percent): // "ten points" is rounded as "10 points" is
		return exact.Around(q.Value, exact.Rat(1, 2))
	case q.Loose == 0:
		return exact.Interval{Low: q.Value, High: q.Value}
	}
	is := exact.Around(q.Value, exact.Rat(q.Loose, 2*q.Den))
	q.Is = &is
	return is
}

// InThousands is In of an amount, of which "£8,000" may be one of thousands.
func (q *Quantity) InThousands() exact.Interval {
	if q.Unit == Pounds && !q.Hedged && q.Step == 1 && q.Loose == 100 && exact.Quo(q.Value, exact.Rat(1000, 1)).IsInt() {
		return exact.Around(q.Value, exact.Rat(500, 1))
	}
	return q.In()
}

// Bounds is in, for a claim to keep.
func (q *Quantity) Bounds() *exact.Interval {
	is := q.In()
	return &is
}

// Digit is what one of the last digit is worth.
func (q *Quantity) Digit() *big.Rat { return exact.Rat(q.Step, max(q.Den, 1)) }

// Apply puts the figure under a hedge.
func (q *Quantity) Apply(h Hedge) {
	if h == Plainly {
		return
	}
	q.Hedged, q.Hedge = true, h
	part := func(perMille int64) *big.Rat { return exact.Mul(exact.Abs(q.Value), exact.Rat(perMille, 1000)) }
	step := q.Digit()
	half := exact.Mul(step, exact.Rat(1, 2))
	var is exact.Interval
	switch h {
	case About:
		d := part(25)
		if q.Fraction {
			d = exact.Max(part(100), exact.Rat(2, 1)) // "about a tenth" can be an eighth
			if q.inTenths() {
				d = exact.Max(d, exact.Rat(5, 1)) // "about 3 in 10" can be a third
			}
		}
		if q.Unit == Bare && !q.Fraction && exact.Significant(q.Value) > 2 && !exact.Quo(q.Value, exact.Rat(10, 1)).IsInt() && exact.Compare(d, step) > 0 {
			d = exact.Max(part(10), step) // "some 724" isn't 742
		}
		if q.Unit == Percent && !q.Fraction && !exact.Quo(q.Value, exact.Rat(5, 1)).IsInt() {
			d = exact.Mul(step, exact.Rat(4, 5)) // "about 92%" isn't a round number
		} else if few := exact.Mul(step, exact.Rat(10, 1)); exact.Compare(d, step) < 0 && exact.Compare(q.Value, few) < 0 {
			d = exact.Max(d, exact.Mul(step, exact.Rat(3, 5))) // "some £4m" isn't £3m
		} else if exact.Compare(d, step) < 0 {
			d = step
		}
		if q.Unit == Percent && !q.Fraction && exact.Compare(q.Value, exact.Rat(20, 1)) >= 0 && exact.Quo(q.Value, exact.Rat(10, 1)).IsInt() {
			d = exact.Max(d, exact.Rat(2, 1)) // "some 40%"
		}
		if q.Unit == Bare && !q.Fraction && exact.Compare(q.Value, exact.Rat(20, 1)) >= 0 && exact.Significant(q.Value) == 1 {
			d = exact.Max(d, part(50)) // "some 300"
		}
		if q.Unit == Pounds && exact.Compare(q.Value, exact.Rat(1e6, 1)) < 0 && exact.Significant(q.Value) == 1 {
			d = exact.Max(d, part(100)) // "about £50,000"
		}
		if q.inMillions() {
			d = exact.Max(d, part(150))
		}
		is = exact.Around(q.Value, d)
	case Over:
		is = exact.Interval{Low: q.Value, LowOpen: true}
	case JustOver:
		is = exact.Interval{Low: exact.Add(q.Value, exact.Mul(half, exact.Rat(1, 5)), -1), High: exact.Add(q.Value, exact.Max(part(map[bool]int64{true: 100, false: 20}[q.Fraction]), step), 1)}
	case LittleOver:
		is = exact.Interval{Low: exact.Add(q.Value, exact.Mul(half, exact.Rat(1, 5)), -1), High: exact.Add(q.Value, exact.Max(part(map[bool]int64{true: 200, false: 120}[q.Fraction]), step), 1)}
	case Under:
		is = exact.Interval{High: q.Value, HighOpen: true}
	case Nearly:
		below := part(50)
		if q.Fraction {
			below = part(130)
		}
		if q.Each != nil { // "nearly eight in ten" are more than seven
			below = part(80)
			if most := exact.Mul(q.Each, exact.Rat(7, 10)); exact.Compare(below, most) > 0 {
				below = most
			}
		}
		below = exact.Max(below, step)
		if most := part(350); exact.Compare(below, most) > 0 && !q.Fraction {
			below = most // "nearly £1m" isn't £0.4m
		}
		if q.inMillions() {
			below = part(150)
		}
		is = exact.Interval{Low: exact.Add(q.Value, below, -1), High: exact.Add(q.Value, exact.Mul(half, exact.Rat(1, 5)), 1)}
	case AtLeast:
		is = exact.Interval{Low: q.Value}
	case AtMost:
		is = exact.Interval{High: q.Value}
	}
	q.Is = &is
}

// inMillions reports whether the figure is a large round one in words, which people round to from afar: "half a million"
// of £446,000.
func (q *Quantity) inMillions() bool {
	return q.InWords && !q.Fraction && q.Unit != Percent && exact.Compare(q.Value, exact.Rat(200_000, 1)) >= 0
}

// IsWhole reports whether the figure is a whole number without a unit, as that of things that are counted.
func (q *Quantity) IsWhole() bool { return q.Unit == Bare && q.Value != nil && q.Value.IsInt() }

// inTenths reports whether the figure is one of several tenths, to which people round: "3 in 10".
func (q *Quantity) inTenths() bool {
	return q.Each != nil && exact.Compare(q.Each, exact.Rat(10, 1)) == 0
}

// Rounded is what a figure may have been of which the last digit was rounded.
func (q *Quantity) Rounded() exact.Interval {
	if q.Hedged || q.Value.Cmp(exact.Rat(1000, 1)) >= 0 {
		return q.In()
	}
	return exact.Around(q.Value, exact.Rat(q.Step, 2*max(q.Den, 1)))
}

// isOneOf reports whether a figure may be one of the differences that are given, which are rounded where they aren't whole:
// "two more" of 1.9.
func (q *Quantity) isOneOf(sizes []*big.Rat) bool {
	return slices.ContainsFunc(sizes, func(v *big.Rat) bool {
		return q.In().Has(v) || q.Unit == Bare && q.Is == nil && q.Value != nil && !v.IsInt() && q.Rounded().Has(v)
	})
}

// Referred is what a reference names.
type Referred struct {
	Thing *Thing
	Face  Face
	Area  string
	Year  int
	// from is the year that a change is since, 0 else.
	From int
	// stated is true where the reference names its year.
	Stated bool
	Name   string
	Value  Value
	Ok     bool
}
