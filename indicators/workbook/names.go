package workbook

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"apr/indicators"
	"apr/internal/lazyregexp"
	"apr/internal/period"
)

// nameCache remembers what the texts of a table mean: 13,000 rows have a few
// dozen different ones.
type nameCache struct {
	extra       map[string]string // AreaKey → an area that the caller knows
	known       map[string]string // "" for what isn't a known area
	areas       map[string]areaName
	periods     map[string]periodName
	indicators  map[string]indicators.ID
	timePeriods map[string]timePeriod
}

func newNameCache(knownAreas []string) nameCache {
	c := nameCache{
		extra: map[string]string{}, known: map[string]string{}, areas: map[string]areaName{}, periods: map[string]periodName{},
		indicators: map[string]indicators.ID{}, timePeriods: map[string]timePeriod{},
	}
	for _, name := range knownAreas {
		if area, known, ignore := indicators.CanonicalArea(name); !known && !ignore {
			c.extra[indicators.AreaKey(area)] = area
		}
	}
	return c
}

// What is remembered of a table: texts of up to so many bytes, and so many of
// each kind. Longer ones aren't names, and a table has few.
const (
	maxName  = 300
	maxNames = 4096
)

// remember keeps what a text means, if there is room.
func remember[T any](names map[string]T, text string, meaning T) {
	if len(names) < maxNames && len(text) <= maxName {
		names[strings.Clone(text)] = meaning
	}
}

// areaName is what a row's area means. Number is its place among Areas, or -1.
type areaName struct {
	name    string
	number  int
	ignore  bool
	problem string // not "" for an area that nobody knows
}

// knownArea is the area that a text names, if it is one of those that apr or the
// caller knows.
func (c *nameCache) knownArea(text string) (name string, ok bool) {
	if len(text) > maxName {
		return "", false
	}
	name, found := c.known[text]
	if !found {
		area, known, ignore := indicators.CanonicalArea(text)
		if known && !ignore {
			name = area
		} else if !ignore {
			name = c.extra[indicators.AreaKey(area)]
		}
		remember(c.known, text, name)
	}
	return name, name != ""
}

func (c *nameCache) area(text string) areaName {
	if a, ok := c.areas[text]; ok {
		return a
	}
	a := areaName{number: -1}
	var known bool
	a.name, known, a.ignore = indicators.CanonicalArea(text)
	switch {
	case a.ignore:
		a.problem = fmt.Sprintf("rows for %q are left out: it isn't an area", strings.TrimSpace(text))
	case known:
		a.number, _ = slices.BinarySearch(indicators.Areas(), a.name)
	case a.name == "":
		a.ignore = true
		a.problem = "rows without a partnership are left out"
	default:
		if extra, ok := c.extra[indicators.AreaKey(a.name)]; ok {
			a.name = extra
			break
		}
		a.name = strings.Clone(a.name)
		a.problem = fmt.Sprintf("%q is not one of the 34 areas; its rows are kept under that name", a.name)
	}
	remember(c.areas, text, a)
	return a
}

// periodName is what a row's year means.
type periodName struct {
	text    string // normalised: "2025/26" or "2025"
	single  bool   // one calendar or census year
	problem string
}

var singleYear = lazyregexp.Lazy(`^((?:19|20)\d\d)(?:\.0+)?$`)

func (c *nameCache) period(text string) periodName {
	if p, ok := c.periods[text]; ok {
		return p
	}
	var p periodName
	trimmed := strings.TrimSpace(text)
	if m := singleYear().FindStringSubmatch(trimmed); m != nil {
		p.text, p.single = strings.Clone(m[1]), true
	} else if y, err := period.Parse(trimmed); err == nil {
		p.text = y.String()
	} else {
		p.problem = fmt.Sprintf("%q is not a year; expected the form 2025/26 or 2025", shorten(trimmed))
	}
	remember(c.periods, text, p)
	return p
}

var indicatorForm = lazyregexp.Lazy(`(?i)^(?:NI)?[\s.-]*0*(\d{1,2})(?:\.0+)?$`)

// indicator reads "NI12", "NI 12", "ni-12" and "12"; "" for anything else.
func (c *nameCache) indicator(text string) indicators.ID {
	if id, ok := c.indicators[text]; ok {
		return id
	}
	var id indicators.ID
	if m := indicatorForm().FindStringSubmatch(strings.TrimSpace(text)); m != nil {
		if n, err := strconv.Atoi(m[1]); err == nil && n >= 1 && n <= len(catalogue().list) {
			id = catalogue().list[n-1].ID
		}
	}
	remember(c.indicators, text, id)
	return id
}

// timePeriod is which part of the year a row covers.
type timePeriod int

const (
	unknownPart timePeriod = iota
	wholeYear
	quarterYear
)

var quarterForm = lazyregexp.Lazy(`^q(?:tr|uarter)?\.?\s*[1-4]\b`)

func (c *nameCache) timePeriod(text string) timePeriod {
	if t, ok := c.timePeriods[text]; ok {
		return t
	}
	t := unknownPart
	switch lower := strings.ToLower(strings.TrimSpace(text)); {
	case lower == "", lower == "annual", lower == "annually", lower == "year", lower == "full year":
		t = wholeYear // survey rows have a blank
	case quarterForm().MatchString(lower):
		t = quarterYear
	}
	remember(c.timePeriods, text, t)
	return t
}
