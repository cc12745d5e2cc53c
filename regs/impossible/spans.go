package impossible

import (
	"strings"
	"time"

	"apr/internal/lazyregexp"
)

// dayOrMonth has the day, "" for a month, the month and the year in its groups.
const dayOrMonth = `\b(?:([0-9]{1,2})(?:st|nd|rd|th)?\s+)?` + monthName + `\.?,?\s+(20[0-9]{2})\b`

var (
	spanOfTime = lazyregexp.Lazy(`\b(?:[Bb]etween|[Ff]rom)\s+` + dayOrMonth + `\s+(?:and|to|until|till|up to)\s+` + dayOrMonth)
	spanByDash = lazyregexp.Lazy(dayOrMonth + `\s*(?:[–—-]|to|until)\s*` + dayOrMonth)
)

// spans finds spans of time that end before they begin.
func spans(text string) (all []Found) {
	for _, form := range [...]func() *lazyregexp.Regexp{spanOfTime, spanByDash} {
		for _, m := range form().FindAllStringSubmatchIndex(text, -1) {
			from, first, _ := timeOf(text, m[2:8])
			to, _, last := timeOf(text, m[8:14])
			start := m[7] - len(from)
			if !last.Before(first) || len(all) > 0 && start < all[len(all)-1].End {
				continue
			}
			all = append(all, Found{start, m[13], "what is from " + strings.Join(strings.Fields(from), " ") + " to " + strings.Join(strings.Fields(to), " ") + " ends before it begins", "see which year is meant"})
		}
	}
	return all
}

// timeOf is what the groups of a day or a month hold, with its first and its last day.
func timeOf(text string, groups []int) (written string, first, last time.Time) {
	month, year := monthOf(text[groups[2]:groups[3]]), number(text[groups[4]:groups[5]])
	if groups[0] < 0 {
		first = time.Date(year, time.Month(month), 1, 0, 0, 0, 0, time.UTC)
		return text[groups[2]:groups[5]], first, first.AddDate(0, 1, -1)
	}
	first = time.Date(year, time.Month(month), number(text[groups[0]:groups[1]]), 0, 0, 0, 0, time.UTC)
	return text[groups[0]:groups[5]], first, first
}
