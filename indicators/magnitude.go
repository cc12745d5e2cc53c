package indicators

import (
	"strconv"
	"sync"
)

// magnitude is between what values of an indicator lie, and how many times one of an area may
// be those of the years beside it.
type magnitude struct{ low, high, times float64 }

var magnitudes = sync.OnceValue(func() map[ID]magnitude {
	all := map[ID]magnitude{}
	number := func(s string) float64 { return must(strconv.ParseFloat(s, 64)) }
	for _, r := range embedded("data/magnitudes.csv") {
		all[ID(r["id"])] = magnitude{number(r["low"]), number(r["high"]), number(r["times"])}
	}
	return all
})

// roomy is how far beyond its usual magnitude a value may lie, as a factor.
const roomy = 3

// IsUsual reports whether a value, in the indicator's unit, lies where those of the
// indicator do: not below a third of the least nor above three times the greatest that
// are usual, and a percentage not above 100. Where nobody knows what is usual, every
// value is.
func IsUsual(id ID, v float64) bool {
	m, known := magnitudes()[id]
	if !known {
		return true
	}
	high := m.high * roomy
	if catalogue().byID[id].Unit == "%" {
		high = 100
	}
	return v >= m.low/roomy && v <= high
}

// Usual are between what values of an indicator lie, roughly, and how many times an area's
// value may be those of the years before and after it; false where nobody knows.
func Usual(id ID) (low, high, times float64, known bool) {
	m, known := magnitudes()[id]
	return m.low, m.high, m.times, known
}
