package datum

import (
	"fmt"

	"apr/indicators"
)

// What a count is of.
const (
	OfIndicators = "indicators"
	OfMeasures   = "measures"
)

// What is counted. Held is what is unchanged or, of a survey, has no clear change: its
// confidence limits overlap.
const (
	Improved       = "improved"
	Held           = "held"
	GotWorse       = "worse"
	ImprovedOrHeld = "improved or held"
	TopHalf        = "top half"
)

// Counts are the words for what can be counted.
func Counts() []string { return []string{Improved, Held, GotWorse, ImprovedOrHeld, TopHalf} }

// CountID names a count of indicators or measures.
func CountID(of, what string) ID { return ID{Measure: Count, Of: of + ":" + what} }

// A Counted is an indicator or measure that can be compared with the value before.
type Counted struct {
	Direction indicators.Direction
	// Value is the figure that was compared.
	Value ID
	// Top is true of a rank in the better half, Ranked of any rank.
	Top, Ranked bool
}

// CountSettings are the counts of what can be compared, none where nothing can.
func CountSettings(of string, list []Counted) (settings []Setting) {
	is := map[string]func(Counted) bool{
		Improved: func(c Counted) bool { return c.Direction == indicators.Better },
		Held: func(c Counted) bool {
			return c.Direction == indicators.Unchanged || c.Direction == indicators.NoClear
		},
		GotWorse: func(c Counted) bool { return c.Direction == indicators.Worse },
		TopHalf:  func(c Counted) bool { return c.Top },
	}
	is[ImprovedOrHeld] = func(c Counted) bool { return is[Improved](c) || is[Held](c) }
	for _, what := range Counts() {
		n, all := 0, 0
		var operands []ID
		for _, c := range list {
			if what == TopHalf && !c.Ranked || what != TopHalf && !is[ImprovedOrHeld](c) && !is[GotWorse](c) {
				continue
			}
			all++
			operands = append(operands, c.Value)
			if is[what](c) {
				n++
			}
		}
		if all == 0 {
			continue
		}
		formula := fmt.Sprintf("how many of the %d %s that can be compared with the value before, and have a better direction, %s; of a survey, what is within the confidence limits held", all, of, countWords[what])
		if what == TopHalf {
			formula = fmt.Sprintf("how many of the %d %s with a rank are among the better half of the authorities", all, of)
		}
		settings = append(settings, Setting{ID: CountID(of, what), Title: fmt.Sprintf("%s: %s", of, what), Value: fmt.Sprintf("%d/%d", n, all),
			Display: fmt.Sprintf("%d of %d", n, all), Formula: formula, Operands: operands})
	}
	return settings
}

var countWords = map[string]string{Improved: "improved", Held: "held", GotWorse: "got worse", ImprovedOrHeld: "improved or held"}
