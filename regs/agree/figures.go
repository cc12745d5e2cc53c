package agree

import (
	"fmt"
	"math"
	"slices"
	"strings"
	"sync"

	"apr/indicators"
	"apr/internal/period"
)

// Figures finds figures typed by hand that differ from the figure that they
// name: an indicator by its id or title, or the account's spend, plan, funding
// and variance.
func (p *Prose) Figures() []Finding {
	r := &reader{Prose: p}
	for _, s := range p.sentences {
		if !s.has("NI", " per 1", "£") {
			continue
		}
		s.read()
		for _, c := range s.clauses() {
			if len(c.tokens) > 0 {
				r.indicatorFigure(c)
			}
		}
		if s.has("£") {
			r.moneyFigures(s)
		}
	}
	return r.findings
}

// leadWords may stand between an indicator and its figure.
var leadWords = words(`was is were are stood stands at of reached came to fell rose has risen fallen increased decreased improved also again
	now a the rate figure value dropped declined grew in this year`)

// approximate are words before a figure that isn't meant exactly.
var approximate = words("about around roughly some approximately circa c nearly almost just over under more than less above below only least")

// indicatorFigure holds the first figure behind the clause's indicator against
// its series.
func (r *reader) indicatorFigure(c clause) {
	if r.report.Indicators == nil {
		return
	}
	id, at, named := c.subjectIndicator()
	if id == "" || c.doubtful(r.report) {
		return
	}
	s := r.report.Indicators.ByID(id)
	if s == nil {
		return
	}
	i, ok := c.figureAfter(at)
	if !ok || !c.inUnit(i, s.Indicator, named) || !c.tail(i+1) {
		return
	}
	p, ok := r.pointOf(c, i, s)
	if !ok {
		return
	}
	t := &c.tokens[i]
	if agrees(t, *p.Value) || math.Abs(t.value-*p.Value) > *p.Value/2 {
		return
	}
	message := fmt.Sprintf("the text gives %s as %s; the data have %s in %s", id, r.written(c, *t), s.Indicator.Format(*p.Value), p.Year)
	if other := sameValue(s, t, p.Year); other != nil {
		message += fmt.Sprintf(", and %s in %s", s.Indicator.Format(*other.Value), other.Year)
	}
	r.add(c.sentence.passage, t.start, fmt.Sprintf("write {{ value %q }}, or {{ value %q %q }}, in place of the figure", id, id, p.Year), message,
		related(p.Position, fmt.Sprintf("%s in %s", id, p.Year))...)
}

// subjectIndicator is the indicator that the clause is about and where its
// mention ends: the id in parentheses or at the clause's head, or its short
// title there. named is true for the title.
func (c clause) subjectIndicator() (id indicators.ID, at int, named bool) {
	for i := range c.tokens {
		if c.tokens[i].kind != indicator {
			continue
		}
		if other := c.tokens[i].id; id != "" && other != id {
			return "", 0, false
		}
		if id == "" {
			id, at = c.tokens[i].id, i
		}
	}
	if id != "" {
		if c.subject(at) {
			return id, at, false
		}
		return "", 0, false
	}
	begin := 0
	for begin < len(c.tokens) && c.tokens[begin].is("the", "our", "rate", "of") {
		begin++
	}
	for _, title := range shortTitles() {
		if n := len(title.words); begin+n <= len(c.tokens) && slices.EqualFunc(c.tokens[begin:begin+n], title.words,
			func(t token, w string) bool { return t.kind == word && t.text == w }) {
			return title.of, begin + n - 1, true
		}
	}
	return "", 0, false
}

// shortTitle is an indicator's short title in words.
type shortTitle struct {
	of    indicators.ID
	words []string
}

// shortTitles are those of two words or more: one alone may be anything.
var shortTitles = sync.OnceValue(func() []shortTitle {
	var all []shortTitle
	for _, i := range indicators.Catalogue() {
		if words := strings.Fields(strings.ToLower(i.ShortTitle)); len(words) >= 2 {
			all = append(all, shortTitle{i.ID, words})
		}
	}
	return all
})

// figureAfter is the figure that the clause gives for what ends at i: of
// "fell from 11,900 to 11,152" the second.
func (c clause) figureAfter(i int) (at int, ok bool) {
	for i++; i < len(c.tokens); i++ {
		t := &c.tokens[i]
		b := c.before(i)
		switch {
		case t.kind == year || t.kind == referenceToken && t.ref.Name == "year":
			if !b.is("in", "(", "for", "of") {
				return 0, false
			}
		case t.kind == number && !t.isYear() || t.kind == percent:
			switch {
			case b.in(approximate) || b.is("by", "since"):
				return 0, false
			case b.is("from"):
				continue
			}
			return i, true
		case t.kind == mark && t.is(")", ",", "("):
		case t.is("from", "per", "for") || t.in(leadWords):
		default:
			return 0, false
		}
	}
	return 0, false
}

// inUnit reports whether the figure at i is in the indicator's unit, and
// nothing behind it says that it is of something else.
func (c clause) inUnit(i int, in indicators.Indicator, named bool) bool {
	t := &c.tokens[i]
	var next, then, third token
	for k, into := range []*token{&next, &then, &third} {
		if i+1+k < len(c.tokens) {
			*into = c.tokens[i+1+k]
		}
	}
	isEnd := i+1 >= len(c.tokens)
	ends := isEnd || next.is(",", ")", "(", "in", "against", "compared", "from", "this")
	if strings.HasPrefix(in.Unit, "%") {
		return t.kind == percent && ends && !named
	}
	per, isRate := strings.CutPrefix(in.Unit, "per ")
	if t.kind != number || !isRate {
		return false
	}
	if next.kind == word && !next.is("per") && then.is("per") {
		next, then = then, third // 688 days per 1,000
	}
	if next.is("per") {
		return then.text == per
	}
	return ends && !named
}

// pointOf is the point that the clause's figure at i is of; ok is false where
// the year can't be told.
func (r *reader) pointOf(c clause, i int, s *indicators.Series) (*indicators.Point, bool) {
	var found *period.Year
	for k := range c.tokens {
		t := &c.tokens[k]
		switch {
		case t.isYear():
			return nil, false
		case c.otherFigure(i, k), t.kind == referenceToken && t.ref.Name != "year":
			continue
		case t.kind == referenceToken:
			y := r.report.Config.Year
			if found != nil && *found != y {
				return nil, false
			}
			found = &y
		case t.kind == year:
			b := b0(c, k)
			if b.in(fromWords) || k >= 2 && b.is("in") && c.tokens[k-2].in(fromWords) || b.is("in") && c.belongsToFrom(k-2) {
				continue // what it is compared with
			}
			if b.is("(") && (k+1 >= len(c.tokens) || !c.tokens[k+1].is(")")) {
				return nil, false
			}
			if !b.is("in", "for", "during", "(", "of") || found != nil && *found != t.year {
				return nil, false
			}
			y := t.year
			found = &y
		}
	}
	if found == nil && c.elsewhere(r.report) {
		return nil, false
	}
	if found == nil {
		if n := s.Newest(); n != nil && n.Year == r.report.Config.Year {
			return n, true
		}
		return nil, false
	}
	p := s.At(*found)
	return p, p != nil && p.Value != nil
}

// otherFigure reports whether another figure stands between the one at i and
// the year at k, which then is the other's.
func (c clause) otherFigure(i, k int) bool {
	per := false
	for j := min(i, k) + 1; j < max(i, k); j++ {
		t := &c.tokens[j]
		if (t.kind == number || t.kind == percent || t.kind == referenceToken) && !per {
			return true
		}
		per = t.is("per")
	}
	return false
}

// agrees reports whether a figure as written is the value, rounded to as many
// digits as the figure has.
func agrees(t *token, value float64) bool {
	return math.Abs(t.value-value) <= t.loose()/2*(1+1e-9)
}

// sameValue is another year's point with the figure's value.
func sameValue(s *indicators.Series, t *token, but period.Year) *indicators.Point {
	for i := range s.Points {
		if p := &s.Points[i]; p.Year != but && p.Value != nil && math.Abs(t.value-*p.Value) <= t.step/2 {
			return p
		}
	}
	return nil
}
