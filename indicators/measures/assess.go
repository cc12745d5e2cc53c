package measures

import (
	"apr/indicators"
	"apr/internal/number"
	"apr/internal/period"
)

// Rating is how a value does against its target.
type Rating string

// Ratings. The words are printed next to a shape and a colour.
const (
	Green Rating = "green"
	Amber Rating = "amber"
	Red   Rating = "red"
	// NoTarget: there is a value, and no target or no better direction to hold
	// it against.
	NoTarget Rating = "no target"
	// NoData: there is no value for the reporting year.
	NoData Rating = "no data"
)

// rank is how good a rating is; 0 for those that say nothing of it.
func (r Rating) rank() int {
	switch r {
	case Green:
		return 3
	case Amber:
		return 2
	case Red:
		return 1
	}
	return 0
}

// Worse reports whether r is a worse colour than o.
func (r Rating) Worse(o Rating) bool { return r.rank() > 0 && o.rank() > 0 && r.rank() < o.rank() }

// Terms are what values are compared with, where the table's row doesn't say
// otherwise.
type Terms struct {
	Target    *float64
	Tolerance *Tolerance
	Polarity  indicators.Polarity
}

// Rate holds a point against its own target, or else that of the terms: green
// where the target is met, amber where it is missed by no more than the
// tolerance, red beyond. Without a tolerance nothing is amber.
func (p *Point) Rate(t Terms) Rating {
	if p.Value == nil {
		return NoData
	}
	target := p.TargetOr(t)
	if target == nil || t.Polarity == "" || t.Polarity == indicators.NoDirection {
		return NoTarget
	}
	missed := *target - *p.Value // by how much, in the measure's unit
	if t.Polarity == indicators.LowerIsBetter {
		missed = -missed
	}
	tolerance := 0.0
	if o := p.ToleranceOr(t); o != nil {
		tolerance = o.Of(*target)
	}
	const rounding = 1e-9 // of binary fractions
	switch {
	case missed <= rounding:
		return Green
	case missed <= tolerance+rounding:
		return Amber
	}
	return Red
}

// TargetOr is the point's target, or that of the terms, or nil.
func (p *Point) TargetOr(t Terms) *float64 {
	if p.Target != nil {
		return p.Target
	}
	return t.Target
}

// ToleranceOr is the point's tolerance, or that of the terms, or nil.
func (p *Point) ToleranceOr(t Terms) *Tolerance {
	if p.Tolerance != nil {
		return p.Tolerance
	}
	return t.Tolerance
}

// Assessment is how a series does in a reporting year.
type Assessment struct {
	Rating Rating
	// Newest is the point that stands for the year: its newest value, or that of
	// the whole year where the table has one; nil without.
	Newest *Point
	// Marked is, where the year has no value, its newest point with a mark in the place of
	// one, such as "*" for what is withheld; nil without.
	Marked *Point
	// Before is the last value of an earlier period of the same length.
	Before *Point
	// Direction is the change from Before to Newest: better, worse, unchanged, or
	// changed where no direction is better; "" without Before.
	Direction indicators.Direction
	// Worsening is how many periods running, up to Newest, were each worse than
	// the one before.
	Worsening int
	// FellBack is how many periods running, up to Newest, each had a worse rating
	// than the one before: green, amber, red is 2.
	FellBack int
}

// Assess says how the series does in a reporting year. A nil series has no data.
func (s *Series) Assess(year period.Year, t Terms) Assessment {
	a := Assessment{Rating: NoData}
	if s == nil {
		return a
	}
	at := s.pointFor(year)
	if at < 0 {
		a.Marked = s.In(year)
		return a
	}
	a.Newest = &s.Points[at]
	a.Rating = a.Newest.Rate(t)
	run := s.run(at)
	if len(run) > 1 {
		a.Before = run[1]
		a.Direction = direction(run[1], run[0], t)
	}
	for i := 0; i+1 < len(run) && direction(run[i+1], run[i], t) == indicators.Worse; i++ {
		a.Worsening++
	}
	for i := 0; i+1 < len(run) && run[i].Rate(t).Worse(run[i+1].Rate(t)); i++ {
		a.FellBack++
	}
	return a
}

// pointFor is the place of the point that stands for a year, -1 for none.
func (s *Series) pointFor(year period.Year) int {
	at := -1
	for i := range s.Points { // in order of period: the last is the newest
		if p := &s.Points[i]; p.Value != nil && p.Period.Year() == year {
			at = i
		}
	}
	return at
}

// In is the point that stands for a year: its newest value, or that of the whole
// year where the table has one, else the newest mark in the place of a value. Nil
// where the table says nothing of that year.
func (s *Series) In(year period.Year) *Point {
	if s == nil {
		return nil
	}
	if at := s.pointFor(year); at >= 0 {
		return &s.Points[at]
	}
	var marked *Point
	for i := range s.Points {
		if p := &s.Points[i]; p.Mark != "" && p.Period.Year() == year {
			marked = p
		}
	}
	return marked
}

// TargetIn is the target of a year: of the point that stands for it or, where the year
// has no value, of its last period with a target, as of a trajectory. Nil without.
func (s *Series) TargetIn(year period.Year) *float64 {
	if s == nil {
		return nil
	}
	if at := s.pointFor(year); at >= 0 {
		return s.Points[at].Target
	}
	var target *float64
	for i := range s.Points {
		if p := &s.Points[i]; p.Target != nil && p.Period.Year() == year {
			target = p.Target
		}
	}
	return target
}

// run is the values of periods of one length, from the point at a place back.
func (s *Series) run(at int) []*Point {
	var run []*Point
	for i := at; i >= 0; i-- {
		if p := &s.Points[i]; p.Value != nil && p.Period.Months == s.Points[at].Period.Months {
			run = append(run, p)
		}
	}
	return run
}

func direction(from, to *Point, t Terms) indicators.Direction {
	change := *to.Value - *from.Value
	switch {
	case change == 0:
		return indicators.Unchanged
	case t.Polarity == "" || t.Polarity == indicators.NoDirection:
		return indicators.Changed
	case change > 0 == (t.Polarity == indicators.HigherIsBetter):
		return indicators.Better
	}
	return indicators.Worse
}

// Format writes a value with the measure's decimals.
func (m *Measure) Format(v float64) string { return number.Format(v, m.Decimals) }
