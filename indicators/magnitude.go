package indicators

import (
	"strconv"
	"sync"
)

// magnitude is between what values of an indicator lie.
type magnitude struct{ low, high float64 }

var magnitudes = sync.OnceValue(func() map[ID]magnitude {
	all := map[ID]magnitude{}
	for _, r := range embedded("data/magnitudes.csv") {
		all[ID(r["id"])] = magnitude{must(strconv.ParseFloat(r["low"], 64)), must(strconv.ParseFloat(r["high"], 64))}
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
