package claims

import (
	"math/big"
	"slices"
	"strconv"
	"strings"

	"apr/internal/lazyregexp"
	"apr/regs/claims/exact"
	"apr/regs/claims/facts"
	"apr/regs/claims/language"
	"apr/regs/claims/lex"
)

// This file says when a figure may be of some only of those of whom the data have one, or of
// others: "of carers who had a plan, …", "in our poorest fifth", "the best performing area".

// ofSomeOnly is why a contradiction may be of some only, or of others; "" where it isn't.
func (c *clause) ofSomeOnly(t told, q *placed) string {
	if t.thing.Kind == facts.Money || t.thing.Kind == facts.Count || t.thing.Kind == facts.People || t.claim.Measure != saysValue {
		return ""
	}
	switch {
	case q != nil && q.Q.Fraction && (c.anotherPart(q) || c.ofNumber(q)):
		return "it isn't clear of what the part is"
	case c.ofSomeWho(t), c.ofSomeStaff(t), ofExtremes().Match(c.plain[c.start:t.item.End]):
		return "it is said of some of them"
	case c.ofBestArea(t.item):
		return "it is said of another area"
	case c.otherLimit(t):
		return "the data have another limit of time"
	case q != nil && c.ofOneOf(q), q != nil && c.ofThose(q):
		return "it isn't clear of which of them it is"
	case c.ofOneAlone(t), c.ofExtremeOne(t, q), c.besideIt(t), c.ofOneKind(t):
		return "it isn't clear that it is of the whole"
	case q != nil && c.ofTheOthers(t, q):
		return "it may be of the others"
	}
	return ""
}

// ofBestArea reports whether the clause says before an item of which area it is by how well it
// does: "the best performing area sees 97%".
func (c *clause) ofBestArea(item *lex.Item) bool {
	e := c.has(language.IsExtreme)
	if e < 0 || c.items[e].Start > item.Start || c.says("we", "our", "ours", "us") {
		return false
	}
	for _, it := range c.items[e+1 : min(e+5, len(c.items))] {
		if it.Class == language.IsArea && it.Area != facts.Own && !facts.IsLocality(it.Area) && c.prev(e) < 0 {
			return it.End < item.Start // "the worst of our family stands at 1,310"
		}
		switch it.Text {
		case "area", "partnership", "authority", "board", "council", "locality", "place", "areas", "partnerships", "authorities", "boards":
			return it.End < item.Start
		}
	}
	return false
}

// anotherPart reports whether the clause has another part of something than a figure is, which
// isn't read: "four in five spent nine tenths of …".
func (c *clause) anotherPart(q *placed) bool {
	return slices.ContainsFunc(c.qs, func(o *placed) bool { return o != q && !o.used && o.Q.Ref == nil && o.Q.Fraction })
}

var (
	// someWho begins a sentence that is of some people only.
	someWho = lazyregexp.Lazy(`(?i)^(?:[^,;:.]{0,24}, )?(?:of|among|amongst|for) (?:the |our |all |those |these |unpaid |adult )*?(?:carers|people|adults|patients|residents|households|staff|children|older people|families|nurses|those|them|these)(?: (?:in|from|who|whose|with|without|living|on)\b ([^,;:.]*))`)
	// asAll are words by which those are all of whom a figure is.
	asAll = lazyregexp.Lazy(`(?i)\b(?:answer\w*|respon\w*|repl\w*|took part|take part|asked|survey\w*|supported|support|receiv\w*|intensive|caring|care for|cared|refer\w*|discharg\w*|died|feel|felt|live here|live in|with us|our|wait\w*|learning|employed|work for|complet\w*|use|used|using)\b`)
)

// ofSomeWho reports whether a sentence begins with some of the people of whom the data have a
// figure: "Of carers who had a plan, …".
func (c *clause) ofSomeWho(t told) bool {
	if t.thing.Kind != facts.Indicator && t.thing.Kind != facts.Measure || t.claim.Measure != saysValue {
		return false
	}
	m := someWho().FindSubmatch(c.plain[c.items[0].Start:t.item.Start])
	return m != nil && !asAll().Match(m[1])
}

// ofNumber reports whether the clause begins with a number of which a part is given: "Of 312
// vacancies a third …".
func (c *clause) ofNumber(q *placed) bool {
	return c.roleAt(0, "of") && slices.ContainsFunc(c.qs, func(o *placed) bool { return o.i < q.i && o.i <= 3 && o.Q.Unit == facts.Bare && !o.Q.Fraction })
}

var (
	// someStaff begins a sentence that is of some of the staff.
	someStaff = lazyregexp.Lazy(`(?i)^(?:and |but |[^,;:.]{0,24}, )?(?:for|among|amongst|in|of) (?:the |our |its )?([a-z][a-z -]{2,30}?) (?:staff|workers|teams|employees|colleagues|managers|posts|nurses)\b`)
	// ofExtremes is a part of an area, or of those who are served, by what is extreme of it.
	ofExtremes = lazyregexp.Lazy(`(?i)\b(?:poorest|richest|wealthiest|best-off|worst-off|(?:most|least|more|less) (?:deprived|affluent|remote|rural)|deprived|oldest|youngest|busiest|remotest|frailest|sickest)(?: [a-z]+)? (?:fifth|tenth|quarter|third|half|deciles?|quintiles?|areas?|neighbourhoods?|communities|people|residents|patients|practices?|homes?|services?|teams?|wards?|parts?|places?)\b`)
	// limitOf is a limit of time.
	limitOf = lazyregexp.Lazy(`(?i)\b(?:within|inside|in under|in less than|in more than|for more than|for over|for longer than|for at least|for up to|after more than|longer than|more than|less than|fewer than|up to) (?:the first |the )?([a-z]+|[0-9]+) (day|week|month|hour)s?\b`)
	// theOthers are words by which those are meant of whom the opposite is true.
	theOthers = lazyregexp.Lazy(`(?i)\b(?:no|not|without|other|others|rest|remaining|remainder|never|nobody|none|lacked|lacking|failed|missed|late|below|under|longer|outstanding|didn't|weren't|wasn't|don't|doesn't|hadn't|haven't|hasn't|went unseen|waited more than|waiting more than|waited over|took more than)\b`)
)

// ofSomeStaff reports whether the clause begins with some of the staff: "For health staff absence
// was 6.4%".
func (c *clause) ofSomeStaff(t told) bool {
	m := someStaff().FindSubmatch(c.plain[c.items[0].Start:t.item.Start])
	if m == nil {
		return false
	}
	for _, w := range strings.Fields(strings.ToLower(string(m[1]))) {
		if !t.thing.Named(w) && w != "all" && w != "our" && w != "the" {
			return true
		}
	}
	return false
}

// otherLimit reports whether the sentence has a limit of time that the thing hasn't: "posts unfilled
// for more than three months".
func (c *clause) otherLimit(t told) bool {
	switch t.thing.Unit {
	case "days", "weeks", "months", "hours", "minutes":
		return false
	}
	has := facts.LimitsIn(t.thing.Title + " " + t.thing.Definition)
	for _, m := range limitOf().FindAllStringSubmatch(strings.ToLower(string(c.plain[c.start:t.item.Start])), -1) {
		n, ok := language.InWord(m[1])
		if d, err := strconv.Atoi(m[1]); err == nil {
			n, ok = int64(d), true
		}
		size := float64(n) * facts.HoursOf[m[2]]
		if ok && !slices.ContainsFunc(has, func(b facts.Bound) bool { return size > 0.9*b.Size && size < 1.1*b.Size }) {
			return true
		}
	}
	return false
}

// ofTheOthers reports whether a percentage is what is left of a hundred, in words that say so: "the
// 12% who had no supervision".
func (c *clause) ofTheOthers(t told, q *placed) bool {
	if t.thing.Unit != facts.Percent || q.Q.Unit != facts.Percent {
		return false
	}
	v, ok := c.facts.At(t.thing, facts.FaceValue, t.area, c.facts.Newest(t.thing, facts.FaceValue, t.area))
	if !ok || q.Q.Value == nil {
		return false
	}
	rest := new(big.Rat).Sub(exact.Rat(100, 1), v.Exact)
	if d := new(big.Rat).Sub(rest, q.Q.Value); !facts.Fits(q.Q.In(), facts.Value{Exact: rest}) && d.Abs(d).Cmp(exact.Rat(2, 1)) > 0 {
		return false
	}
	start, _ := c.words()
	return theOthers().Match(c.plain[start:c.end])
}

var (
	// ofOneOf says behind a figure that it is one of two's.
	ofOneOf = lazyregexp.Lazy(`(?i)^(?:[^,.;:]|,[0-9]){0,40}\b(?:at|in|on|for|of) (?:the )?(?:one|other|first|second|former|latter|smaller|larger|bigger)(?:\s*$|[,.;:]| (?:and|hospital|site|ward|practice|team|service|locality)\b)`)
	// kindsOfService are kinds of care services, of which the grades aren't those of all.
	kindsOfService = lazyregexp.Lazy(`(?i)\b(?:care homes?|nurser(?:y|ies)|childminders?|home care|care at home|housing support|day services?|day care|fostering|adoption|leadership|staffing|other services)\b`)
)

// ofOneOf reports whether a figure is said to be one of two's: "98 at one and 119 at the other".
func (c *clause) ofOneOf(q *placed) bool {
	return q.Q.Ref == nil && ofOneOf().Match(c.plain[q.End:c.end])
}

// ofThose reports whether the clause gives a part of those that were named before: "and of those
// one in four".
func (c *clause) ofThose(q *placed) bool {
	p := c.prev(q.i)
	return q.Q.Unit == facts.Percent && c.roleAt(p, "of") && p+1 < len(c.items) && (c.items[p+1].Text == "those" || c.items[p+1].Text == "them" || c.items[p+1].Text == "these") && c.prev(p) <= 0
}

// ofOneAlone reports whether the clause speaks of its subject alone: "in drug treatment alone".
func (c *clause) ofOneAlone(t told) bool {
	for i, it := range c.items {
		if it.Text == "alone" && it.End < t.item.Start && i > 0 && c.is(i-1, language.IsSubject) {
			return true
		}
	}
	return false
}

// ofExtremeOne reports whether the clause begins with the most extreme of what the thing is of: "the
// shortest wait was four weeks".
func (c *clause) ofExtremeOne(t told, q *placed) bool {
	e := c.has(language.IsExtreme)
	return q != nil && q.role == isLevel && e >= 0 && c.prev(e) < 0 && c.has(language.IsPeriod) < 0 && c.is(c.next(e), language.IsSubject) && c.items[c.next(e)].Thing == t.thing && c.items[e].Start < t.item.Start
}

// besideIt reports whether the thing only goes along with what the clause is about: "turnover has
// come down with vacancies to 10.2%".
func (c *clause) besideIt(t told) bool {
	for i, it := range c.items {
		if it.Class == language.IsSubject && it.Thing == t.thing && i > 1 && c.items[i-1].Text == "with" && c.items[i-2].Class == language.IsMove {
			return true
		}
	}
	return false
}

// ofOneKind reports whether the sentence speaks of one kind of the services that are graded.
func (c *clause) ofOneKind(t told) bool {
	return strings.Contains(t.thing.Title, "care services") && kindsOfService().Match(c.plain[c.start:t.item.End])
}
