package measures

import (
	"math"

	"apr/internal/lazyregexp"
)

var (
	// counted are units of what comes in whole numbers alone.
	counted = lazyregexp.Lazy(`(?i)^(?:people|persons|children|adults|carers|patients|clients|staff|households|admissions|attendances|referrals|plans|visits|complaints|reviews|assessments|inspections|incidents|deaths|calls)$`)
	// notCounted is how titles say that a count is a mean, a rate or in another unit.
	notCounted = lazyregexp.Lazy(`(?i)\b(?:average|mean|median|per|rates?|ratio|index|score|standardised|adjusted|estimat\w*|model\w*|equivalents?|FTE|WTE|thousands?|'?000s?|weighted|projected|monthly|daily|weekly)\b`)
	// priced is money of which the unit is one.
	priced = lazyregexp.Lazy(`(?i)\b(?:per|each|average|mean|median|hour|hourly|unit|rate|price|charge|fee|weekly|daily|item|wage|tariff)\b`)
)

// leastUnfit is how many values show that a unit doesn't fit, and pounds below which savings and the
// like, with one decimal, are in millions or thousands.
const (
	leastUnfit = 2
	fewPounds  = 1000
)

// UnitMisfit is a value that the measure's unit doesn't fit, with why, or nil: a part of a person, or
// pounds with one decimal. A count with one broken value may have been mistyped there.
func (m *Measure) UnitMisfit() (value *float64, why string) {
	whole := m.Whole()
	if whole == nil || notCounted().MatchString(m.Title) {
		return nil, ""
	}
	people, money := counted().MatchString(m.Unit), m.Unit == "£" && m.Decimals == 1 && !priced().MatchString(m.Title)
	if !people && !money {
		return nil, ""
	}
	n, broken := 0, 0
	for i := range whole.Points {
		v := whole.Points[i].Value
		if v == nil {
			continue
		}
		n++
		if math.Abs(*v) >= fewPounds && money {
			return nil, ""
		}
		if *v != math.Trunc(*v) {
			broken++
			value = v
		}
	}
	switch {
	case broken < leastUnfit || broken*2 < n:
		return nil, ""
	case money:
		return value, "pounds have pence, or none"
	}
	return value, "they come in whole numbers"
}
