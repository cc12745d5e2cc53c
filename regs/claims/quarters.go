package claims

import (
	"slices"
	"strconv"
	"strings"
	"time"

	"apr/internal/lazyregexp"
)

// This file reads figures of a day: those of the ends of quarters, which the data have of what is
// counted then, and those that a text gives another day than the one on which they were counted.

// dated is a figure of a day.
type dated struct {
	area string
	day  time.Time
	Value
}

var (
	// onDay is a day that a sentence names.
	onDay = lazyregexp.Lazy(`(?i)\b(?:at|by|on|as at)(?: the)? (?:(?:very )?(?:end|close) of |(?:28|29|30|31)(?:st|th)? )(January|February|March|April|May|June|July|August|September|October|November|December)(?: (20\d\d))?\b|\b(?:at|by|on) (Hogmanay)\b`)
	// titleDay is the day in a measure's title.
	titleDay = lazyregexp.Lazy(`(?i)\b(?:at|on) [0-9]{1,2} (January|February|March|April|May|June|July|August|September|October|November|December)\b`)
)

// daysOfMonths are words of which each match of onDay has one, and most sentences have none.
var daysOfMonths = []string{"january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december", "hogmanay"}

// cueOfMonth is cueMonth of a word that onDay can match.
func cueOfMonth(word string) cue {
	if holdsAny(word, daysOfMonths...) {
		return cueMonth
	}
	return 0
}

// onDays reads the figure of a day.
func (c *clause) onDays() {
	if c.not || c.mood != "" || len(c.qs) == 0 {
		return
	}
	month, year, ok := c.dayNamed()
	if !ok {
		return
	}
	t := c.datedSubject()
	if t == nil {
		return
	}
	var q *placed
	begins := onDay().FindStringIndex(string(c.plain[c.items[0].start:c.items[len(c.items)-1].end]))[0] == 0
	for _, o := range c.qs {
		if !begins && (o.role == isFrom || o.role == isOther) {
			return // the day may be that of the other figure
		}
		if o.q.ref != nil || o.q.value == nil || o.q.fraction || o.role != isLevel || !c.suits(t, value, own, o.q) && !c.reached(t, value, own, o) {
			continue
		}
		if q != nil {
			return
		}
		q = o
	}
	area, _, _, compared := c.scope()
	if q == nil || compared || c.partOf(q) || area != own && !isLocality(area) {
		return
	}
	if c.locality != "" && area == own {
		area = "locality:" + c.locality
	}
	if day := titleDay().FindStringSubmatch(t.Title); day != nil {
		v, ok := c.facts.at(t, value, area, c.facts.Year)
		if ok && !strings.EqualFold(day[1], month.String()) && fits(q.q.in(), v) && year == 0 {
			c.holdDay(t, q, area, []way{{truth: no, expected: v.Display + " " + strings.ToLower(day[0][:2]) + day[0][2:], evidence: proof(v, c.facts.Year)}}, v)
		}
		return
	}
	if year == 0 {
		if year = c.facts.Year; month < time.April {
			year++
		}
	}
	for i := range t.ofDays() {
		if d := &t.ofDays()[i]; d.area == area && d.day.Month() == month && d.day.Year() == year {
			c.holdDay(t, q, area, []way{{truth: truthOf(fits(q.q.in(), d.Value)), expected: d.Display + " at the end of " + month.String() + " " + strconv.Itoa(year), evidence: proof(d.Value, c.facts.Year)}}, d.Value)
			return
		}
	}
}

func (c *clause) holdDay(t *Thing, q *placed, area string, ways []way, v Value) {
	q.used = true
	for _, o := range c.qs { // "31 December"
		o.used = o.used || o.q.unit == bare && o.i+1 < len(c.items) && (slices.Contains(monthNames, c.items[o.i+1].text) || c.items[o.i+1].text == "march")
	}
	cl := c.tell(saysValue, q.item, t, area, ways)
	cl.Quantity, cl.Unit, cl.Period = q.q.bounds(), q.q.unit, v.Period
	if cl.Verdict == Contradicted {
		cl.Slip, cl.Hint = "other-day", "correct the figure, or the day"
	}
	for i := range t.ofDays() {
		if d := &t.ofDays()[i]; cl.Verdict == Contradicted && d.area == area && fits(q.q.in(), d.Value) {
			cl.Message += "; " + d.Display + " is that of the end of " + d.day.Month().String() + " " + strconv.Itoa(d.day.Year())
			break
		}
	}
}

// dayNamed is the month at whose end the clause says something was, and the year, 0 where none is
// named; ok is false where it names no such day, several, or says more that isn't understood.
func (c *clause) dayNamed() (month time.Month, year int, ok bool) {
	if c.cues&cueMonth == 0 {
		return 0, 0, false
	}
	text := string(c.plain[c.items[0].start:c.items[len(c.items)-1].end])
	all := onDay().FindAllStringSubmatch(text, -1)
	if len(all) != 1 {
		return 0, 0, false
	}
	name := all[0][1]
	if name == "" {
		name = "December"
	}
	for m := time.January; m <= time.December; m++ {
		if strings.EqualFold(m.String(), name) {
			month = m
		}
	}
	year, _ = strconv.Atoi(all[0][2])
	for _, it := range c.items {
		switch {
		case it.class == isUnknown && it.text != "hogmanay" && !slices.Contains(monthNames, it.text):
			return 0, 0, false
		case it.class == isPeriod && it.word != "onyear" && !(year != 0 && it.calendar && it.year == year):
			return 0, 0, false
		}
	}
	return month, year, true
}

// datedSubject is the measure that the clause is about where it is counted on a day, or nil.
func (c *clause) datedSubject() *Thing {
	t := c.statement.subject
	switch {
	case len(c.subjects) == 1:
		t = c.subjects[0]
	case len(c.subjects) > 1 || c.narrowed:
		return nil
	case t == nil:
		t = c.only
	}
	if t == nil || t.Kind != isMeasure || len(t.ofDays()) == 0 && !titleDay().MatchString(t.Title) {
		return nil
	}
	return t
}
