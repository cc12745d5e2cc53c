package claims

import (
	"slices"
	"strconv"
	"strings"
	"time"

	"apr/internal/lazyregexp"
	"apr/regs/claims/facts"
	"apr/regs/claims/language"
)

// This file reads figures of a day: those of the ends of quarters, which the data have of what is
// counted then, and those that a text gives another day than the one on which they were counted.

var (
	// onDay is a day that a sentence names.
	onDay = lazyregexp.Lazy(`(?i)\b(?:at|by|on|as at)(?: the)? (?:(?:very )?(?:end|close) of |(?:28|29|30|31)(?:st|th)? )(January|February|March|April|May|June|July|August|September|October|November|December)(?: (20\d\d))?\b|\b(?:at|by|on) (Hogmanay)\b`)
	// titleDay is the day in a measure's title.
	titleDay = lazyregexp.Lazy(`(?i)\b(?:at|on) [0-9]{1,2} (January|February|March|April|May|June|July|August|September|October|November|December)\b`)
)

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
	begins := onDay().FindStringIndex(string(c.plain[c.items[0].Start:c.items[len(c.items)-1].End]))[0] == 0
	for _, o := range c.qs {
		if !begins && (o.role == isFrom || o.role == isOther) {
			return // the day may be that of the other figure
		}
		if o.Q.Ref != nil || o.Q.Value == nil || o.Q.Fraction || o.role != isLevel || !c.suits(t, facts.FaceValue, facts.Own, o.Q) && !c.reached(t, facts.FaceValue, facts.Own, o) {
			continue
		}
		if q != nil {
			return
		}
		q = o
	}
	area, _, _, compared := c.scope()
	if q == nil || compared || c.partOf(q) || area != facts.Own && !facts.IsLocality(area) {
		return
	}
	if c.locality != "" && area == facts.Own {
		area = "locality:" + c.locality
	}
	if day := titleDay().FindStringSubmatch(t.Title); day != nil {
		v, ok := c.facts.At(t, facts.FaceValue, area, c.facts.Year)
		if ok && !strings.EqualFold(day[1], month.String()) && facts.Fits(q.Q.In(), v) && year == 0 {
			c.holdDay(t, q, area, []facts.Way{{Truth: facts.No, Expected: v.Display + " " + strings.ToLower(day[0][:2]) + day[0][2:], Evidence: facts.Proof(v, c.facts.Year)}}, v)
		}
		return
	}
	if year == 0 {
		if year = c.facts.Year; month < time.April {
			year++
		}
	}
	for i := range t.OfDays() {
		if d := &t.OfDays()[i]; d.Area == area && d.Day.Month() == month && d.Day.Year() == year {
			c.holdDay(t, q, area, []facts.Way{{Truth: facts.TruthOf(facts.Fits(q.Q.In(), d.Value)), Expected: d.Display + " at the end of " + month.String() + " " + strconv.Itoa(year), Evidence: facts.Proof(d.Value, c.facts.Year)}}, d.Value)
			return
		}
	}
}

func (c *clause) holdDay(t *facts.Thing, q *placed, area string, ways []facts.Way, v facts.Value) {
	q.used = true
	for _, o := range c.qs { // "31 December"
		o.used = o.used || o.Q.Unit == facts.Bare && o.i+1 < len(c.items) && (slices.Contains(monthNames, c.items[o.i+1].Text) || c.items[o.i+1].Text == "march")
	}
	cl := c.tell(saysValue, q.Item, t, area, ways)
	cl.Quantity, cl.Unit, cl.Period = q.Q.Bounds(), q.Q.Unit, v.Period
	if cl.Verdict == Contradicted {
		cl.Slip, cl.Hint = "other-day", "correct the figure, or the day"
	}
	for i := range t.OfDays() {
		if d := &t.OfDays()[i]; cl.Verdict == Contradicted && d.Area == area && facts.Fits(q.Q.In(), d.Value) {
			cl.Message += "; " + d.Display + " is that of the end of " + d.Day.Month().String() + " " + strconv.Itoa(d.Day.Year())
			break
		}
	}
}

// dayNamed is the month at whose end the clause says something was, and the year, 0 where none is
// named; ok is false where it names no such day, several, or says more that isn't understood.
func (c *clause) dayNamed() (month time.Month, year int, ok bool) {
	if c.lexer.Cues&language.CueMonth == 0 {
		return 0, 0, false
	}
	text := string(c.plain[c.items[0].Start:c.items[len(c.items)-1].End])
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
		case it.Class == language.IsUnknown && it.Text != "hogmanay" && !slices.Contains(monthNames, it.Text):
			return 0, 0, false
		case it.Class == language.IsPeriod && it.Word != "onyear" && !(year != 0 && it.Calendar && it.Year == year):
			return 0, 0, false
		}
	}
	return month, year, true
}

// datedSubject is the measure that the clause is about where it is counted on a day, or nil.
func (c *clause) datedSubject() *facts.Thing {
	t := c.statement.subject
	switch {
	case len(c.subjects) == 1:
		t = c.subjects[0]
	case len(c.subjects) > 1 || c.narrowed:
		return nil
	case t == nil:
		t = c.only
	}
	if t == nil || t.Kind != facts.Measure || len(t.OfDays()) == 0 && !titleDay().MatchString(t.Title) {
		return nil
	}
	return t
}
