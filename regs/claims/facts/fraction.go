package facts

import "apr/regs/claims/exact"

// FractionOf is the quantity of n/d, in percent.
func FractionOf(n, d int64) Quantity {
	v := exact.Rat(100*n, d)
	loose := exact.Mul(v, exact.Rat(7, 100))
	if half := exact.Rat(50, d); d > 10 && exact.Compare(loose, half) > 0 {
		loose = half // nineteen in twenty are more than nine in ten
	}
	if most := exact.Rat(4, 1); exact.Compare(loose, most) > 0 && n > 1 && d < 10 {
		loose = most // 70.1% are seven in ten rather than three quarters
	}
	is := exact.Around(v, exact.Max(loose, exact.Rat(3, 2)))
	q := Quantity{Value: v, Step: 1, Den: 1, Is: &is, Unit: Percent, Fraction: true, InWords: true}
	if n > 1 {
		q.Each = exact.Rat(100, d)
	}
	if q.inTenths() {
		is := exact.Around(v, exact.Max(loose, exact.Rat(7, 2))) // whichever is nearest
		q.Is = &is
	}
	return q
}
