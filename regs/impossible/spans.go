package impossible

import (
	"regexp"
	"strconv"
	"strings"
	"time"

	"apr/internal/lazyregexp"
)

const dayOrMonth = `((?:[0-9]{1,2}(?:st|nd|rd|th)?\s+)?` + monthName + `\.?,?\s+20[0-9]{2})\b`

var (
	spanOfTime  = lazyregexp.Lazy(`\b(?:[Bb]etween|[Ff]rom)\s+` + dayOrMonth + `\s+(?:and|to|until|till|up to)\s+` + dayOrMonth)
	spanByDash  = lazyregexp.Lazy(`\b` + dayOrMonth + `\s*(?:[–—-]|to|until)\s*` + dayOrMonth)
	partsOfTime = lazyregexp.Lazy(`^(?:([0-9]{1,2})[a-z]*\s+)?([A-Z][a-z]{2})[a-z]*\.?,?\s+(20[0-9]{2})$`)
)

// spans finds spans of time that end before they begin.
func spans(text string) (all []Found) {
	for _, form := range [...]func() *regexp.Regexp{spanOfTime, spanByDash} {
		for _, m := range form().FindAllStringSubmatchIndex(text, -1) {
			from, to := text[m[2]:m[3]], text[m[6]:m[7]]
			first, _, ok := timeOf(from)
			_, last, ok2 := timeOf(to)
			if !ok || !ok2 || !last.Before(first) || len(all) > 0 && m[2] < all[len(all)-1].End {
				continue
			}
			all = append(all, Found{m[2], m[7], "what is from " + strings.Join(strings.Fields(from), " ") + " to " + strings.Join(strings.Fields(to), " ") + " ends before it begins", "see which year is meant"})
		}
	}
	return all
}

// timeOf are the first and the last day of a day or a month as people write it.
func timeOf(written string) (first, last time.Time, ok bool) {
	m := partsOfTime().FindStringSubmatch(written)
	if m == nil {
		return first, last, false
	}
	month, err := time.Parse("Jan 2006", m[2]+" "+m[3])
	if err != nil {
		return first, last, false
	}
	if m[1] == "" {
		return month, month.AddDate(0, 1, -1), true
	}
	day, _ := strconv.Atoi(m[1])
	first = month.AddDate(0, 0, day-1)
	return first, first, true
}
