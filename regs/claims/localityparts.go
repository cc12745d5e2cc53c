package claims

import (
	"math/big"
	"slices"
	"strings"

	"apr/regs/claims/exact"
	"apr/regs/claims/facts"
	"apr/regs/claims/language"
	"apr/regs/claims/lex"
)

// This file reads what part of a local measure's count a locality has, and which locality's figure
// is the highest.

// partOfCount reads "three in five of the bed days lost to delay were of people from the north": a
// locality's part of what a local measure counts. It reports whether it read one.
func (c *clause) partOfCount(t *facts.Thing, area string) (told bool) {
	if c.locality != "" && !facts.IsLocality(area) {
		area = "locality:" + c.locality
	}
	if !facts.IsLocality(area) {
		return false
	}
	m := c.countOf(t, area)
	if m == nil || c.not || c.has(language.IsMove, language.IsTimes, language.IsStable, language.IsBeside, language.IsMet) >= 0 || c.has(language.IsFace) >= 0 || c.onlyLocality() != area && c.locality == "" || !c.belongs(area) {
		return false
	}
	for _, q := range c.qs {
		if q.used || c.ofPeople(q) || c.ofAllHere(q) || len(c.subjects) == 0 && c.has(language.IsLives) >= 0 || q.Q.Unit != facts.Percent || q.Q.Ref != nil || q.role != isLevel || q.years != nil && !slices.Contains(c.resolve(m, facts.FaceValue, q.years), c.facts.Year) {
			continue
		}
		part, _ := c.facts.At(m, facts.FaceValue, area, c.facts.Year)
		whole, _ := c.facts.At(m, facts.FaceValue, facts.Own, c.facts.Year)
		p := new(big.Rat).Quo(part.Exact, whole.Exact)
		p.Mul(p, exact.Rat(100, 1))
		w := facts.Way{Year: c.facts.Year, Truth: facts.TruthOf(facts.Fits(q.Q.In(), facts.Value{Exact: p, Shown: facts.ShownPercent(p)})), Evidence: append(facts.Proof(part, c.facts.Year), facts.Proof(whole, c.facts.Year)...),
			Expected: part.Display + " of " + whole.Display + ", or " + p.FloatString(1) + "%,"}
		q.used, told = true, true
		cl := c.tell(saysShare, q.Item, m, area, []facts.Way{w})
		cl.Quantity, cl.Unit = q.Q.Bounds(), facts.Percent
	}
	return told
}

// belongs reports whether the clause says whose a part of the whole is, "… belong to the north",
// "the south has …", and doesn't speak of a part of what one place has: "half of all delays in the
// north".
func (c *clause) belongs(area string) bool {
	at := slices.IndexFunc(c.items, func(x *lex.Item) bool { return x.Is(area) })
	if at < 0 {
		return c.locality != "" && c.says("here", "locality")
	}
	subject := c.has(language.IsSubject)
	if at < subject || subject < 0 {
		return c.has(language.IsQuantity) > at
	}
	return c.next(at) < 0 && slices.ContainsFunc(c.items[subject:at], func(x *lex.Item) bool {
		return (x.Class == language.IsPlain || x.Class == language.IsLives) && slices.ContainsFunc([]string{"come", "comes", "came", "belong", "belongs", "were", "was", "are", "is", "related", "live", "lived", "arose", "fell"}, func(w string) bool { return strings.HasPrefix(x.Text, w) })
	})
}

// countOf is the local measure that is meant by a thing, it or one of nearly its name, that counts:
// its localities' figures add up to the whole. nil for none.
func (c *clause) countOf(t *facts.Thing, area string) *facts.Thing {
	for _, m := range append([]*facts.Thing{t}, c.dictionary.Namesakes[t]...) {
		if m.Kind != facts.Measure || m.Unit == facts.Percent || m.Unit == facts.Pounds {
			continue
		}
		whole, ok := c.facts.At(m, facts.FaceValue, facts.Own, c.facts.Year)
		if _, there := c.facts.At(m, facts.FaceValue, area, c.facts.Year); !ok || !there || whole.Exact.Sign() <= 0 {
			continue
		}
		sum := new(big.Rat)
		for _, l := range c.facts.Things {
			if v, there := c.facts.At(m, facts.FaceValue, l.ID, c.facts.Year); there && l.Group == "locality" {
				sum.Add(sum, v.Exact)
			}
		}
		if sum.Cmp(whole.Exact) == 0 {
			return m
		}
	}
	return nil
}

// extremeLocality reads "of the three localities it was Glenside that had the shortest list": the
// place of one locality's figure of a local measure among all. It reports whether the clause
// says so.
func (c *clause) extremeLocality(t *facts.Thing, area string) bool {
	e := c.has(language.IsExtreme)
	if e < 0 && c.says("two") && c.has(language.IsThan, language.IsPeriod) < 0 {
		e = slices.IndexFunc(c.items, func(x *lex.Item) bool { return x.Class == language.IsMove && x.Adj }) // "the smaller number of the two localities"
	}
	if t.Kind != facts.Measure || e < 0 || c.not || !facts.IsLocality(area) || c.onlyLocality() != area || len(c.localitiesNamed()) > 1 || len(c.localitiesNamed()) == 0 && c.carried != area ||
		!slices.ContainsFunc(c.subjects, func(o *facts.Thing) bool { return o.ID == "count:localities" }) && !c.says("localities", "locality") && !c.ofAllLocalities() && !c.superlativeThere(e, area) || c.figuresBesideCounts() || c.says("one", "among", "amongst") {
		return false
	}
	if c.has(language.IsTimes) >= 0 || slices.ContainsFunc(c.items, func(x *lex.Item) bool { return x.Class == language.IsMove && x != c.items[e] }) {
		return false
	}
	sign := c.items[e].Sign(t)
	v, ok := c.facts.At(t, facts.FaceValue, area, c.facts.Year)
	if !ok || sign == 0 {
		return false
	}
	rank := max(c.place(e), 1)
	w := facts.Way{Year: c.facts.Year, Expected: c.facts.Place(area) + " " + v.Display, Evidence: facts.Proof(v, c.facts.Year)}
	beyond, all := 0, 0
	for _, o := range c.facts.Things {
		if o.Group != "locality" {
			continue
		}
		ov, there := c.facts.At(t, facts.FaceValue, o.ID, c.facts.Year)
		if !there {
			return false
		}
		if all++; ov.Exact.Cmp(v.Exact) == sign {
			beyond++
			w.Expected += ", and " + c.facts.Place(o.ID) + " " + ov.Display
		}
	}
	if all < 2 {
		return false
	}
	w.Truth = facts.TruthOf(beyond == rank-1)
	cl := c.tell(saysRank, c.items[e], t, area, []facts.Way{w})
	cl.Comparator = c.items[e].Text
	return true
}

// superlativeThere reports whether the superlative at e is said of one locality and of no time, so that it is
// the highest or lowest of them: "the list is shortest in Glenside", "Glenside had the lowest share of …".
func (c *clause) superlativeThere(e int, area string) bool {
	at := slices.IndexFunc(c.items, func(x *lex.Item) bool { return x.Is(area) })
	if at < 0 || c.items[e].Class != language.IsExtreme || c.has(language.IsPeriod, language.IsThan, language.IsVersus) >= 0 || len(c.qs) > 0 || c.lead != "" {
		return false
	}
	if at > e {
		return at-e <= 2 && c.roleAt(at-1, "in") || at-e == 2 && c.items[at-1].Text == "on"
	}
	return c.prev(e) == at && c.prev(at) < 0 && slices.ContainsFunc(c.items[at:e], func(x *lex.Item) bool { return slices.Contains([]string{"has", "had", "have"}, x.Text) })
}

// figuresBesideCounts reports whether the clause has figures other than the number of what the
// report counts.
func (c *clause) figuresBesideCounts() bool {
	return slices.ContainsFunc(c.qs, func(q *placed) bool {
		n := c.next(q.i)
		return !q.used && !(c.is(n, language.IsSubject) && c.items[n].Thing.Kind == facts.Count)
	})
}

// ofPopulation reports whether a clause that doesn't name a local measure says how many people live in a locality:
// "and Glenside has 32% of our people".
func (c *clause) ofPopulation(t *facts.Thing) bool {
	if t.Kind != facts.Measure || !slices.ContainsFunc(c.items, func(x *lex.Item) bool { return facts.IsLocality(x.Area) && x.Class == language.IsArea }) {
		return false
	}
	for i, it := range c.items {
		if i > 0 && (it.Text == "people" || it.Text == "residents" || it.Text == "population") && slices.Contains([]string{"our", "more", "fewer", "the", "most", "fewest"}, language.LastWord(c.items[i-1].Text)) {
			return true
		}
	}
	return false
}

// ofLocalityAlone reports whether a figure is the one that a locality has where the text names none: "the queue stood at 17 people"
// where 71 waited, and not "we spoke to 17 people".
func (c *clause) ofLocalityAlone(t *facts.Thing, face facts.Face, q *facts.Quantity) bool {
	if is := q.In(); is.Low == nil || is.High == nil || q.Hedged {
		return false // "fewer than 40"
	}
	if t.Kind != facts.Measure || face != facts.FaceValue || !c.facts.OfLocality(t, q) || c.textOfLocality() {
		return false
	}
	for _, p := range c.qs {
		if p.Q != q {
			continue
		}
		word, _, _ := strings.Cut(strings.TrimSpace(c.passage.Lower[p.End:]), " ")
		return p.lead(c) != "to" && !slices.Contains(monthNames, word) // "at 31 July"
	}
	return false
}

// textOfLocality reports whether the text names a locality by any word of its name that isn't one of the whole area's, or speaks of
// one: a finished report's text doesn't say which of its sections is about one.
func (r *reader) textOfLocality() bool {
	text := " " + strings.Join(facts.WordsOf(r.passage.Lower), " ") + " "
	if r.locality != "" || strings.Contains(text, " locality ") || strings.Contains(text, " team ") {
		return true
	}
	own := strings.ToLower(r.facts.Place(facts.Own))
	for _, t := range r.facts.Things {
		if t.Group == "locality" && slices.ContainsFunc(facts.WordsOf(strings.ToLower(r.facts.Place(t.ID))), func(w string) bool {
			return !strings.Contains(own, w) && strings.Contains(text, " "+w)
		}) {
			return true
		}
	}
	return false
}
