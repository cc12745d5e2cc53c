package regs

import (
	"slices"

	"apr/indicators"
)

// fewTimes is how many times more a rate of falls or of delays may change where it is of few
// people, and fewOlder how many of the age that it is of are few: with 5,500 of them a rate of 16
// is of 90 falls, and a bad winter makes twice as many.
const (
	fewTimes = 1.6
	fewOlder = 10_000
)

// islands are the areas of fewest people, for a row that doesn't have its denominator.
var islands = []string{"Orkney Islands", "Shetland Islands", "Western Isles"}

// fewPeople reports whether a value is a rate of falls or of delays where few people live.
func fewPeople(s areaSeries, o *indicators.Observation) bool {
	if id := s.indicator.ID; id != "NI16" && id != "NI19" {
		return false
	}
	if o.Denominator != nil {
		return *o.Denominator > 0 && *o.Denominator < fewOlder
	}
	return slices.Contains(islands, o.Area)
}

// noneInPandemic reports whether a nought may be that nobody waited in a hospital in 2020/21, which
// was emptied: where few people live, or few waited the year after.
func noneInPandemic(s areaSeries, o *indicators.Observation, neighbours []*indicators.Observation) bool {
	const fewDays = 150 // per 1,000 people; Scotland had three to six times as many
	return s.indicator.ID == "NI19" && o.Period == "2020/21" &&
		(fewPeople(s, o) || slices.ContainsFunc(neighbours, func(n *indicators.Observation) bool { return *n.Value < fewDays }))
}
