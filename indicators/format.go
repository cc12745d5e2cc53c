package indicators

import "apr/internal/number"

// Format is a value of the indicator as the report shows it: rounded to
// Decimals half away from zero, with separators between thousands, a true minus
// sign, and "%" behind percentages. Everything that displays a value uses it.
func (i Indicator) Format(v float64) string {
	s := number.Format(v, i.Decimals)
	if i.Unit == "%" {
		s += "%"
	}
	return s
}
