package claims

import (
	"slices"
	"strings"

	"apr/internal/lazyregexp"
	"apr/regs/claims/exact"
	"apr/regs/claims/facts"
	"apr/regs/claims/language"
	"apr/regs/claims/lex"
	"apr/regs/claims/tallies"
)

// This file says when what contradicts the data may be about something that the data don't
// have, by what else the sentence names.

// elsewhere is why a contradiction may be of something else than the data have; "" where it
// isn't.
func (c *clause) elsewhere(t told, q *placed) string {
	if why := c.ofSomeOnly(t, q); why != "" {
		return why
	}
	if why := c.acrossClauses(t, q); why != "" {
		return why
	}
	if why := c.ofOthersThanNamed(t); why != "" {
		return why
	}
	switch {
	case (q == nil || q.years == nil) && c.statement.outsideYears() && !c.endsBeforeYears():
		return "the sentence speaks of a year that the data don't have"
	case c.sinceOver(t, q):
		return "it may be what became of it since that year"
	case c.ofMoment(t):
		return "it may be of a part of the year, or of its end"
	case t.claim.Measure != saysTarget && c.statement.revised():
		return "the sentence speaks of figures that were corrected"
	case t.claim.Measure == saysTarget && c.statement.ofOtherPlan():
		return "it may be the target of another plan"
	case t.thing.Kind == facts.Count && c.lead == "but" && c.statement.allBut():
		return "it may count the exceptions"
	case c.ofEachOne(t):
		return "it may be the count of each of several"
	case c.ofPartnersWhole(t) && !c.statement.exchangedPartners(t):
		return "it may be said of all that the partner does"
	case c.ofShare(t, q):
		return "it may be of a share, and the data have the change of an amount"
	case t.thing.ID == "total" && len(c.subjects) == 0 && c.statement.refersToPart():
		return "it may be said of the amount that the sentence refers to"
	case t.thing.ID == "total" && t.claim.Measure == saysVariance && len(c.subjects) == 0 && c.statement.bothSpends() && (len(c.all) > 0 || c.has(language.IsPeriod) < 0):
		return "the sentence speaks of overspends and of underspends"
	case q != nil && q.role == isDelta && c.aYear(q):
		return "it may be what it was each year"
	case t.claim.Measure == saysVariance && c.has(language.IsPeriod) < 0 && c.statement.ofEarlier(t.item) && !(c.ended != nil && t.claim.Period == facts.YearName(c.ended[0])):
		return "it may be of the year that is named before"
	case t.thing.Kind == facts.Money && q != nil && q.Q.Unit == facts.Pounds && c.ofEach(q) && !strings.HasSuffix(t.claim.Expected, " a head"):
		return "it is of each person"
	case t.claim.Measure == saysVariance && q != nil && c.lead != "" && len(c.subjects) == 0 && c.says("in all", "in total", "altogether", "all told", "between") && slices.ContainsFunc(c.statement.claims, func(cl *Claim) bool { return cl.Measure == saysRun }):
		return "it may be of several years"
	case t.claim.Slip == "other-year" && c.statement.opensPast():
		return "it may be of the time that the sentence begins with"
	case q != nil && c.shareOfCounts(q):
		return "it is the share of the counts before it"
	case q != nil && c.ofPeopleHere(q):
		return "it is a share of the people who live there"
	case c.besideCount(t):
		return "it may be said of the figure before, which isn't of it"
	case t.thing.Kind == facts.Money && (c.statement.serviceInPlace() || t.thing.Group == "locality" && c.statement.serviceBefore(t.item)):
		return "the data have no figures of a service in one locality"
	case q != nil && q.Q.Unit == facts.Bare && q.Q.InWords && t.thing.Unit == facts.Percent && t.claim.Measure == saysValue:
		return "it may count something else"
	case t.claim.Measure == saysValue && t.thing.Kind == facts.Measure && c.says("average", "averaged", "averaging") && !strings.Contains(strings.ToLower(t.thing.Title), "average"):
		return "the data have no averages of it"
	case t.claim.Measure == saysComparison && len(c.subjects) == 0 && c.lead != "" && c.twoPlaces() && !c.setsPlacesBeside(t.thing) && !(c.lead == "," && len(c.before) == 1 && c.statement.items[0].Text == "at"):
		return "the clause compares with two places"
	case t.thing.Kind == facts.Measure && (c.statement.headed(t.thing) || c.moreOf(t)):
		return "it is said of something that has to do with it"
	case q != nil && q.Q.Fraction && c.complement(q, t.thing):
		return "it is of those of whom the opposite is true"
	case t.thing.Kind != facts.Money && c.ofAges(t.thing):
		return "the data have no figures of these ages"
	case t.claim.Measure == saysChange && t.item.Class == language.IsTimes && (c.statement.twoYearsBefore() || c.varied == 0 && len(c.subjects) == 0 && c.hasFace(facts.FaceVariance) < 0 && c.says("that") && c.statement.speaksOfVariance()):
		return "it isn't clear which years are meant"
	}
	return ""
}

// twoPlaces reports whether the clause names two localities.
func (c *clause) twoPlaces() bool {
	first := ""
	for _, it := range c.items {
		if it.Class == language.IsArea && facts.IsLocality(it.Area) {
			if first != "" && it.Area != first {
				return true
			}
			first = it.Area
		}
	}
	return false
}

// heads reports whether a word is of what people and services make of what a measure counts,
// and not of the measure itself.
func heads(it *lex.Item, t *facts.Thing) bool {
	switch it.Text {
	case "referrals", "requests", "applications", "calls", "enquiries", "inquiries", "contacts", "complaints", "visits":
		return !strings.Contains(strings.ToLower(t.Title), it.Text)
	}
	return false
}

// headed reports whether what the sentence speaks of only belongs to a measure: "referrals to
// alcohol and drug services".
func (s *statement) headed(t *facts.Thing) bool {
	head := false
	for i := range s.items {
		it := &s.items[i]
		switch {
		case heads(it, t):
			head = true
		case it.Class == language.IsSubject:
			return head && it.Thing == t
		case it.Class != language.IsPlain && it.Class != language.IsRole || it.Text == "and":
			head = false
		}
	}
	return false
}

// twoYearsBefore reports whether the sentence speaks of last year and of the year before, which
// then is the one before that.
func (s *statement) twoYearsBefore() bool {
	last, before := false, false
	for i := range s.items {
		if it := &s.items[i]; it.Class == language.IsPeriod && !it.Known {
			last, before = last || strings.HasPrefix(it.Text, "last year"), before || strings.HasSuffix(it.Text, "year before")
		}
	}
	return last && before
}

// serviceBefore reports whether the sentence names a service, or a matter, before an item.
func (s *statement) serviceBefore(item *lex.Item) bool {
	for i := range s.items {
		if s.items[i].Start < item.Start && s.serviceAt(i) {
			return true
		}
	}
	return false
}

// outsideYears reports whether the sentence names a year that is after the reporting year, or
// before those of the report, and none that the data have.
func (s *statement) outsideYears() bool {
	outside := false
	for i := range s.items {
		it := &s.items[i]
		if it.Class == language.IsMood && strings.HasPrefix(it.Text, "by 20") {
			outside = true // "by 2029 we want"
		}
		if it.Class != language.IsPeriod || !it.Known {
			continue
		}
		after := s.facts.Year
		if it.Calendar {
			after++ // the reporting year ends in it
		}
		if it.Year >= s.facts.First && it.Year <= after {
			return false
		}
		outside = true
	}
	return outside
}

// besideCount reports whether the clause only compares the figure of the clause before, which
// can't be one of the thing: "took 1,930 referrals, a fifth more than in 2024/25".
func (c *clause) besideCount(t told) bool {
	if t.claim.Measure != saysChange || len(c.subjects) > 0 || c.lead == "" || len(c.before) == 0 || t.thing.Kind == facts.Money ||
		slices.ContainsFunc(c.statement.claims, func(cl *Claim) bool { return cl.Verdict == Confirmed && cl.Subject == t.thing.ID }) {
		return false
	}
	return !slices.ContainsFunc(c.before, func(q placed) bool {
		return q.Q.Ref != nil || q.Q.Fraction || sameUnit(t.thing, facts.FaceValue, q.Q) || q.Q.Unit == facts.Points
	})
}

// serviceInPlace reports whether the sentence speaks of a service, or a matter, in one
// locality: "care at home in Glenside".
func (s *statement) serviceInPlace() bool {
	last, in := -1, false // the last name, and whether "in" follows
	for i := range s.items {
		it := &s.items[i]
		switch {
		case it.Class == language.IsPlain:
		case it.Class == language.IsRole && it.Role == "in":
			in = true
		case s.placeAt(i):
			if in && last >= 0 && s.serviceAt(last) {
				return true
			}
			if !in {
				last = -1
				continue
			}
			last = i
			continue
		case s.serviceAt(i):
			if in && last >= 0 && s.placeAt(last) {
				return true
			}
			last, in = i, false
		default:
			last, in = -1, false
		}
	}
	return false
}

func (s *statement) placeAt(i int) bool {
	it := &s.items[i]
	return it.Class == language.IsArea && facts.IsLocality(it.Area) || it.Class == language.IsSubject && it.Thing.Group == "locality"
}

func (s *statement) serviceAt(i int) bool {
	it := &s.items[i]
	return it.Class == language.IsSubject && it.Thing.Kind == facts.Money && it.Thing.Group != "locality" && it.Thing.Group != "partner" && it.Thing.ID != "total"
}

// moreOf reports whether the word of direction that a claim is about belongs to what people make
// of a measure: "340 more referrals than last year".
func (c *clause) moreOf(t told) bool {
	for i, it := range c.items {
		if it == t.item {
			return slices.ContainsFunc(c.items[i+1:min(i+3, len(c.items))], func(x *lex.Item) bool {
				return heads(x, t.thing)
			})
		}
	}
	return false
}

// complement reports whether a fraction is of the others: "all but one in twelve", "fewer than
// one in ten waited longer than three weeks".
func (c *clause) complement(q *placed, t *facts.Thing) bool {
	if q.i > 0 && c.items[q.i-1].Text == "all but" {
		return true
	}
	return strings.Contains(t.Title, "within") && c.says("longer than", "later than", "more than")
}

// ofAges reports whether the clause speaks of people of ages that a thing's name hasn't: "staff
// under 30", "those over 55".
func (c *clause) ofAges(t *facts.Thing) bool {
	_, end := c.words()
	text := c.lowerText(c.start, end)
	for _, m := range agesOf().FindAllStringSubmatch(text, -1) {
		if !t.Named(m[1]) {
			return true
		}
	}
	return false
}

var agesOf = lazyregexp.Lazy(`\b(?:staff|people|adults|those|residents|children|men|women|carers|patients|workers|employees) (?:who (?:are|were) )?(?:under|over|below|above|aged) (\d\d)\b(?:, |[^,.%\d]|$)`)

// speaksOfVariance reports whether the sentence speaks of an over- or underspend.
func (s *statement) speaksOfVariance() bool {
	return language.AnyOf(s.items, func(x *lex.Item) bool { return x.Class == language.IsFace && x.Face == facts.FaceVariance && x.N != 0 })
}

// revising are words of figures that were corrected since, or aren't final.
var revising = lazyregexp.Lazy(`(?i)\b(?:revis(?:ed|ions?)|correct(?:ed|ions?)|restated?|recalculat(?:ed|ion)|re-?stat(?:ed|ement)|(?:first|originally|initially|previously) (?:published|reported|given|counted)|originally|provisional(?:ly)?|unaudited|(?:last year's|the last|our last|the previous|our previous|an earlier) report|had been misreported)\b`)

// revised reports whether the sentence speaks of figures that were corrected since.
func (s *statement) revised() bool { return revising().Match(s.plain[s.start:s.end]) }

// ofOtherPlan reports whether the sentence speaks of another plan than that of the reporting year.
func (s *statement) ofOtherPlan() bool { return tallies.OfOtherPlan(s.plain[s.start:s.end]) }

// allBut reports whether the sentence begins with all, or none, of something.
func (s *statement) allBut() bool {
	for i := range s.items {
		switch s.items[i].Text {
		case "all", "every", "each", "none", "no":
			return true
		}
		if s.items[i].Class != language.IsPlain {
			return false
		}
	}
	return false
}

// refersToPart reports whether the sentence refers to an amount that isn't the total.
func (s *statement) refersToPart() bool {
	return language.AnyOf(s.items, func(x *lex.Item) bool {
		return x.Class == language.IsQuantity && x.Q.Ref != nil && x.Q.Ref.Thing != nil && x.Q.Ref.Thing.Kind == facts.Money && x.Q.Ref.Thing.ID != "total"
	})
}

// bothSpends reports whether the sentence speaks of overspends and of underspends.
func (s *statement) bothSpends() bool {
	over, under := false, false
	for i := range s.items {
		if it := &s.items[i]; it.Class == language.IsFace && it.Face == facts.FaceVariance {
			over, under = over || it.N < 0, under || it.N > 0
		}
	}
	return over && under
}

// ofEach reports whether an amount is one of each person, "£66 more a head".
func (c *clause) ofEach(q *placed) bool {
	return q.Q.Value != nil && q.Q.Value.Cmp(exact.Rat(10_000, 1)) < 0 && c.has(language.IsFace) >= 0 && (c.hasFace(facts.FacePerHead) >= 0 || c.says("head", "each", "apiece")) && !c.suitsHead(q)
}

// suitsHead reports whether the clause gives the amount itself as one a head.
func (c *clause) suitsHead(q *placed) bool {
	n := c.next(q.i)
	return c.is(n, language.IsFace) && c.items[n].Face == facts.FacePerHead
}

// aYear reports whether the size of a change is said to be that of each year: "by about 2% a year".
func (c *clause) aYear(q *placed) bool {
	return perYear().Match(c.plain[q.End:c.end])
}

var perYear = lazyregexp.Lazy(`(?i)^%?(?: per cent| percentage points?| points?| people| days)?(?: per [\d,]+)?,? (?:a year|(?:in )?each year|(?:in )?every year|per year|a month|per month|each month|annually|yearly|on average)\b`)

// ofEarlier reports whether the sentence names another year than the reporting year before an item,
// and not that.
func (s *statement) ofEarlier(item *lex.Item) bool {
	earlier := false
	for i := range s.items {
		if it := &s.items[i]; it.Class == language.IsPeriod && it.Known && it.Start < item.Start {
			if it.Year >= s.facts.Year {
				return false
			}
			earlier = true
		}
	}
	return earlier
}

// opensPast reports whether the sentence begins with a time that isn't a year of the data: "When the
// plan was written".
func (s *statement) opensPast() bool {
	if len(s.items) == 0 {
		return false
	}
	switch s.items[0].Text {
	case "when", "before", "until", "till", "after":
	default:
		return false
	}
	for i := range s.items {
		if s.items[i].Class == language.IsPeriod || s.items[i].Word == "31 march" {
			return false
		}
		if s.items[i].Class == language.IsMark {
			break
		}
	}
	return true
}

// sinceOver reports whether a change that is "over" a year, which may be within it or since it, went as
// it did since that year, or a figure is the newest one: "up over 2022/23, at 24.1".
func (c *clause) sinceOver(t told, q *placed) bool {
	i := slices.IndexFunc(c.items, func(x *lex.Item) bool { return x.Class == language.IsPeriod && x.Known })
	if i < 1 || c.items[i-1].Text != "over" {
		return false
	}
	now, ok := c.facts.At(t.thing, facts.FaceValue, t.area, c.facts.Newest(t.thing, facts.FaceValue, t.area))
	then, also := c.facts.At(t.thing, facts.FaceValue, t.area, c.resolve(t.thing, facts.FaceValue, c.yearsOf(c.items[i]))[0])
	switch m := c.has(language.IsMove); {
	case !ok || !also:
		return false
	case t.claim.Measure == saysValue && q != nil:
		return facts.Fits(q.Q.In(), now)
	case t.claim.Measure == saysChange && m >= 0 && c.items[m].Judge:
		return c.items[m].N*t.thing.Better == now.Exact.Cmp(then.Exact)
	case t.claim.Measure == saysChange && m >= 0:
		return c.items[m].N == now.Exact.Cmp(then.Exact)
	}
	return false
}
