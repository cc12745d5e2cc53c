package measures

import (
	"strings"
	"sync"

	"apr/indicators"
)

// polarities are the words of performance systems for which direction is better.
var polarities = sync.OnceValue(func() map[string]indicators.Polarity {
	return map[string]indicators.Polarity{
		"higher": indicators.HigherIsBetter, "high": indicators.HigherIsBetter, "higherisbetter": indicators.HigherIsBetter,
		"bigger": indicators.HigherIsBetter, "biggerisbetter": indicators.HigherIsBetter, "up": indicators.HigherIsBetter, "increase": indicators.HigherIsBetter,
		"maximise": indicators.HigherIsBetter, "maximize": indicators.HigherIsBetter, "aimtomaximise": indicators.HigherIsBetter, "positive": indicators.HigherIsBetter,
		"lower": indicators.LowerIsBetter, "low": indicators.LowerIsBetter, "lowerisbetter": indicators.LowerIsBetter,
		"smaller": indicators.LowerIsBetter, "smallerisbetter": indicators.LowerIsBetter, "down": indicators.LowerIsBetter, "decrease": indicators.LowerIsBetter,
		"minimise": indicators.LowerIsBetter, "minimize": indicators.LowerIsBetter, "aimtominimise": indicators.LowerIsBetter, "negative": indicators.LowerIsBetter,
		"none": indicators.NoDirection, "neutral": indicators.NoDirection, "na": indicators.NoDirection, "nodirection": indicators.NoDirection,
		"contextual": indicators.NoDirection, "dataonly": indicators.NoDirection, "informationonly": indicators.NoDirection,
	}
})

// ParsePolarity reads which direction is better.
func ParsePolarity(s string) (p indicators.Polarity, ok bool) {
	p, ok = polarities()[headerKey(s)]
	return p, ok
}

var frequencies = sync.OnceValue(func() map[string]Frequency {
	return map[string]Frequency{
		"daily": Daily, "weekly": Weekly, "week": Weekly, "day": Daily,
		"monthly": Monthly, "month": Monthly, "months": Monthly, "everymonth": Monthly,
		"quarterly": Quarterly, "quarter": Quarterly, "quarters": Quarterly, "everyquarter": Quarterly,
		"sixmonthly": SixMonthly, "6monthly": SixMonthly, "halfyearly": SixMonthly, "halfyear": SixMonthly, "twiceayear": SixMonthly, "halfyears": SixMonthly,
		"annual": Annual, "annually": Annual, "yearly": Annual, "year": Annual, "years": Annual, "everyyear": Annual,
		"everytwoyears": Biennial, "every2years": Biennial, "biennial": Biennial, "biennially": Biennial, "twoyearly": Biennial, "2yearly": Biennial,
		"everysecondyear": Biennial, "everyotheryear": Biennial, "alternateyears": Biennial, "onceintwoyears": Biennial, "onceeverytwoyears": Biennial,
		"everythreeyears": Triennial, "every3years": Triennial, "everythirdyear": Triennial, "triennial": Triennial, "triennially": Triennial, "threeyearly": Triennial, "3yearly": Triennial, "onceeverythreeyears": Triennial,
		"everyfouryears": FourYearly, "every4years": FourYearly, "everyfourthyear": FourYearly, "fouryearly": FourYearly, "4yearly": FourYearly, "quadrennial": FourYearly, "onceeveryfouryears": FourYearly,
		"everyfiveyears": FiveYearly, "every5years": FiveYearly, "everyfifthyear": FiveYearly, "fiveyearly": FiveYearly, "5yearly": FiveYearly, "quinquennial": FiveYearly, "onceeveryfiveyears": FiveYearly,
	}
})

// frequencyOf reads how often there is new data: "annual", "Biennial survey", "every 2 years
// (HACE)".
func frequencyOf(text string) (f Frequency, ok bool) {
	text, _, _ = strings.Cut(text, "(")
	key := headerKey(text)
	for _, thing := range []string{"survey", "surveys", "census", "collection", "count", "return"} {
		key = strings.TrimSuffix(key, thing)
	}
	f, ok = frequencies()[key]
	return f, ok
}

// absent are words for a date that nobody knows.
var absent = sync.OnceValue(func() map[string]bool {
	return map[string]bool{"": true, "tbc": true, "tbd": true, "na": true, "none": true, "notknown": true, "unknown": true, "tobeconfirmed": true, "notavailable": true}
})

// whole are words for the whole area where a table has a column of localities.
var whole = sync.OnceValue(func() map[string]bool {
	return map[string]bool{"": true, "all": true, "total": true, "partnership": true, "hscp": true, "wholearea": true, "all localities": true, "alllocalities": true, "authority": true}
})

// splitLevels are the words of a cell of levels.
func splitLevels(s string) []string {
	return strings.FieldsFunc(strings.ToLower(s), func(r rune) bool { return strings.ContainsRune(",;/|&+ ", r) })
}
