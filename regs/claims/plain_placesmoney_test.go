package claims

import (
	"fmt"
	"math/big"
	"slices"
	"strings"

	"apr/internal/number"
	"apr/regs/claims/exact"
	"apr/regs/claims/facts"
)

// heads is about what was spent for each of those who live in several localities.
func (m *plainPlaces) heads() (string, string) {
	year := m.f.Year
	list := slices.Clone(m.localities)
	m.r.Shuffle(len(list), func(i, k int) { list[i], list[k] = list[k], list[i] })
	k, wrong := m.r.IntN(7), m.r.IntN(len(list))
	if k > 3 {
		wrong = m.r.IntN(2)
	}
	ten := m.r.IntN(2) == 0
	var names, sums []string
	for i, t := range list {
		v, ok := m.f.At(t, facts.FacePerHead, facts.Own, year)
		if !ok {
			return "", ""
		}
		f, _ := v.Exact.Float64()
		if m.turned && i == wrong {
			f *= 0.93
		}
		if ten {
			f = float64(int(f/10+0.5)) * 10
		}
		names, sums = append(names, m.called(t)), append(sums, "£"+number.Format(f, 0))
	}
	about := ""
	if ten {
		about = m.pick("about ", "some ", "roughly ")
	}
	tail := fmt.Sprintf("%s %s", sums[len(sums)-1], m.in(names[len(names)-1]))
	if len(list) == 3 {
		tail = fmt.Sprintf("%s %s and %s", sums[1], m.in(names[1]), tail)
	} else {
		tail = "and " + tail
	}
	dearest := list[0]
	for _, t := range list {
		if m.amount(t, facts.FacePerHead).Cmp(m.amount(dearest, facts.FacePerHead)) > 0 {
			dearest = t
		}
	}
	m.kind = fmt.Sprint("heads ", k)
	head := m.pick("a head", "per head", "per person", "for each resident", "per resident", "for every person")
	switch k {
	case 0:
		if dearest != list[0] {
			return "", ""
		}
		return aboutMoney, fmt.Sprintf("Per resident %s is the dearest locality: we spent %s%s a head there, %s.", names[0], about, sums[0], strings.TrimPrefix(tail, "and "))
	case 1:
		return aboutMoney, fmt.Sprintf("We spent %s%s %s %s, %s.", about, sums[0], head, m.in(names[0]), strings.TrimPrefix(tail, "and "))
	case 2:
		return aboutMoney, fmt.Sprintf("For each resident we spent %s%s %s, %s.", about, sums[0], m.in(names[0]), tail)
	case 3:
		return aboutMoney, fmt.Sprintf("Spending %s was %s%s %s, %s.", head, about, sums[0], m.in(names[0]), tail)
	case 4:
		return aboutMoney, fmt.Sprintf("Per head, %s cost %s%s, %s %s.", names[0], about, sums[0], names[1], sums[1])
	case 5:
		return aboutMoney, fmt.Sprintf("%s's people cost %s%s each, those of %s %s.", upper(list[0].Title), about, sums[0], names[1], sums[1])
	}
	return aboutMoney, fmt.Sprintf("Spending %s came to %s%s %s.", head, about, sums[wrong], m.in(names[wrong]))
}

// besidePlan says on which side of the plan an amount was, with the outturn.
func (m *plainPlaces) besidePlan() (string, string) {
	t := m.matters[m.r.IntN(len(m.matters))]
	spent, planned := m.amount(t, facts.FaceSpend), m.amount(t, facts.FacePlan)
	off := new(big.Rat).Sub(spent, planned)
	part, _ := new(big.Rat).Quo(new(big.Rat).Abs(off), planned).Float64()
	if part < 0.004 || part > 0.08 {
		return "", ""
	}
	name := low(t)
	side := m.pick("slightly ", "a little ", "somewhat ", "marginally ", "just ", "") + m.either(off.Sign() > 0, "above", "below")
	than := m.pick("slightly ", "a little ", "somewhat ", "") + m.either(off.Sign() > 0, "more", "less") + " than"
	planned2 := m.pick("what the board had planned to spend", "what had been budgeted", "what we had planned", "the budget", "the plan", "the planned amount", "what was planned")
	k := m.r.IntN(7)
	m.kind = fmt.Sprint("plan ", k)
	out := facts.DisplayOf(spent, facts.FaceSpend)
	switch k {
	case 0:
		return aboutMoney, fmt.Sprintf("The outturn of %s was %s %s on %s.", out, side, m.pick("what the board had planned to spend", "what we had planned to spend", "what had been planned"), name)
	case 1:
		return aboutMoney, fmt.Sprintf("At %s, spending on %s was %s %s.", out, name, side, planned2)
	case 2:
		return aboutMoney, fmt.Sprintf("Spending on %s came out %s %s.", name, side, planned2)
	case 3:
		return aboutMoney, fmt.Sprintf("We spent %s on %s, %s %s.", out, name, than, m.pick("we had planned", "planned", "had been planned", "the board had budgeted", "budgeted"))
	case 4:
		return aboutMoney, fmt.Sprintf("The outturn for %s was %s %s.", name, than, m.pick("the budget", "planned", "the plan"))
	case 5:
		return strings.Replace("regulation-4.matters.X", "X", strings.TrimPrefix(t.ID, "matter:"), 1), fmt.Sprintf("The outturn of %s was %s %s.", out, side, planned2)
	}
	return aboutMoney, fmt.Sprintf("On %s the board spent %s than it %s.", name, m.either(off.Sign() > 0, "more", "less"), m.pick("meant to", "had meant to", "had planned", "budgeted for"))
}

// setAsides is about the set-aside and its share.
func (m *plainPlaces) setAsides() (string, string) {
	t := m.thing("funding:set-aside")
	if t == nil {
		return "", ""
	}
	spent, total := m.amount(t, facts.FaceSpend), m.amount(m.thing("total"), facts.FaceSpend)
	p, _ := new(big.Rat).Quo(spent, total).Float64()
	sum, part := facts.DisplayOf(spent, facts.FaceSpend), fmt.Sprintf("%.1f%%", 100*p)
	if m.turned {
		if m.r.IntN(2) == 0 {
			sum = facts.DisplayOf(new(big.Rat).Mul(spent, exact.Rat(12, 10)), facts.FaceSpend)
		} else {
			part = fmt.Sprintf("%.1f%%", 100*p+1.6)
		}
	}
	k := m.r.IntN(6)
	m.kind = fmt.Sprint("set-aside ", k)
	all := m.pick("all that the board spent", "all that we spent", "everything the board spent", "our total spending", "all spending", "what the board spent")
	name := m.pick("set-aside budgets", "the set-aside", "set-aside services", "set-aside hospital services")
	switch k {
	case 0:
		return aboutMoney, fmt.Sprintf("%s, the emergency department included, closed at %s, equal to %s of %s.", upper(name), sum, part, all)
	case 1:
		return aboutMoney, fmt.Sprintf("%s closed at %s, %s of %s.", upper(name), sum, part, all)
	case 2:
		return aboutMoney, fmt.Sprintf("%s came to %s, or %s of %s.", upper(name), sum, part, all)
	case 3:
		return aboutMoney, fmt.Sprintf("%s cost %s, which is %s of %s.", upper(name), sum, part, all)
	case 4:
		return aboutMoney, fmt.Sprintf("%s of %s, %s, was set aside for hospitals.", part, all, sum)
	}
	return aboutMoney, fmt.Sprintf("%s, the hospital money that we plan with but do not hold, %s %s, some %s of %s.", upper(name), m.pick("was", "came to", "amounted to"), sum, part, all)
}

// sharesSince is about how the shares of two matters changed.
func (m *plainPlaces) sharesSince() (string, string) {
	first, year := m.f.First, m.f.Year
	a, b := m.matters[m.r.IntN(len(m.matters))], m.matters[m.r.IntN(len(m.matters))]
	a0, ok0 := m.f.At(a, facts.FaceShare, facts.Own, first)
	a1, ok1 := m.f.At(a, facts.FaceShare, facts.Own, year)
	b0, ok2 := m.f.At(b, facts.FaceShare, facts.Own, first)
	b1, ok3 := m.f.At(b, facts.FaceShare, facts.Own, year)
	if a == b || !ok0 || !ok1 || !ok2 || !ok3 || facts.SameShown(a0, a1) || facts.SameShown(b0, b1) {
		return "", ""
	}
	da, db := new(big.Rat).Sub(a1.Exact, a0.Exact), new(big.Rat).Sub(b1.Exact, b0.Exact)
	if off, _ := db.Float64(); off < 0.4 && off > -0.4 {
		return "", ""
	}
	if off, _ := da.Float64(); off < 0.4 && off > -0.4 {
		return "", ""
	}
	points := new(big.Rat).Abs(db)
	k := m.r.IntN(6)
	if m.turned && m.r.IntN(2) == 0 && k < 3 {
		points.Add(points, exact.Rat(9, 10))
	} else if m.turned {
		db.Neg(db)
	}
	moved := func(d *big.Rat, up, down string) string {
		if d.Sign() > 0 {
			return up
		}
		return down
	}
	slice := m.pick("slice", "share", "part", "portion", "proportion")
	of := m.pick("the budget that goes to", "the money that goes to", "our money that is spent on", "the budget spent on", "the money going to")
	m.kind = fmt.Sprint("since ", k)
	size := points.FloatString(1) + " " + m.pick("percentage points", "points")
	switch k {
	case 0:
		return aboutMoney, fmt.Sprintf("Over five years the %s of %s %s has %s from %s to %s, while that of %s has %s by %s.", slice, of, low(a), moved(da, "grown", "shrunk"), a0.Display, a1.Display, low(b), moved(db, "grown", "shrunk"), size)
	case 1:
		return aboutMoney, fmt.Sprintf("Since %s the %s of %s %s has %s by %s.", facts.YearName(first), slice, of, low(b), moved(db, "grown", "fallen"), size)
	case 2:
		return aboutMoney, fmt.Sprintf("%s takes %s of what we are given, %s %s than in %s.", upper(low(b)), b1.Display, size, moved(db, "more", "less"), facts.YearName(first))
	case 3:
		return aboutMoney, fmt.Sprintf("%s takes %s of what we are given, %s %s than in %s; the %s for %s has %s.", upper(low(a)), a1.Display, new(big.Rat).Abs(da).FloatString(1)+" points", moved(da, "more", "less"), facts.YearName(first),
			m.pick("portion", "share", "part"), low(b), moved(db, "grown", "fallen"))
	case 4:
		return aboutMoney, fmt.Sprintf("The %s of %s %s was %s in %s and is %s now, while that of %s has %s.", slice, of, low(a), a0.Display, facts.YearName(first), a1.Display, low(b), moved(db, "grown", "fallen"))
	}
	if points.Cmp(new(big.Rat).Abs(new(big.Rat).Sub(b1.Exact, b0.Exact))) != 0 {
		return "", ""
	}
	return aboutMoney, fmt.Sprintf("%s's share of the money has %s over the five years, that of %s has %s.", upper(low(a)), moved(da, "grown", "fallen"), low(b), moved(db, "grown", "fallen"))
}
