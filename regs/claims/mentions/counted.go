package mentions

import (
	"slices"
	"strings"

	"apr/regs/claims/facts"
	"apr/regs/claims/language"
)

// This file reads what a number counts: "14 of the area's 152 neighbourhoods", "all 16 general practices".

// cut finds the stretches of the sentence.
func (c *reading) cut() {
	from, mark := 0, ""
	end := func(to int, next string) {
		if to > from {
			c.all = append(c.all, stretch{from: from, to: to, mark: mark, counts: language.AnyOf(c.ts[from:to], func(t *language.Token) bool { return t.Kind == language.NumberToken })})
		}
		from, mark = to+1, next
	}
	for i := range c.ts {
		switch t := &c.ts[i]; {
		case t.Kind == language.MarkToken:
			end(i, t.Text)
		case t.Kind == language.WordToken && doesHere(t).has(cutting):
			end(i, t.Text)
			if t.Text != "and" {
				from = i // the word says how they belong together
			}
		}
	}
	end(len(c.ts), "")
}

// mention reads the number at i, and gives nil where it isn't sure what it counts.
func (c *reading) mention(i int) *Mention {
	ts := c.ts
	c.number = i
	here := slices.IndexFunc(c.all, func(s stretch) bool { return s.from <= i && i < s.to })
	if here < 0 {
		return nil
	}
	own := c.all[here]
	q := *ts[i].Q
	if q.Is == nil && q.Loose <= 1 {
		q.Loose = 0 // it was counted
	}
	bareOf := i > own.from && ts[i-1].Text == "of" && (i-1 == own.from || ts[i-2].Kind == language.NumberToken) // "of 57 suggestions 29"
	if !plainBefore(ts, own.from, i, &q) || bareOf && i-1 > own.from {
		return nil
	}
	read := Mention{manner: mannerOf(ts, own.from, i)}
	m := &read
	from := i + 1
	if from < own.to && ts[from].Text == "of" { // "14 of the area's 152 neighbourhoods"
		if m.manner = ofSome; i > own.from && ts[i-1].Text == "all" {
			m.manner = ofAll
		}
		for from++; from < own.to && (ts[from].Kind == language.NumberToken || ts[from].Kind == language.WordToken && (doesHere(&ts[from]).has(determiner) || strings.HasSuffix(ts[from].Text, "'s"))); from++ {
		}
	}
	last := c.called(m, from, own.to)
	if bareOf {
		if !does(m.Head).has(voiced) {
			return nil
		}
		m.manner = ofAll
	}
	if last < 0 && c.ofThose(m, own, i) {
		last = i
	}
	if last < 0 {
		return nil
	}
	first := c.listedBehind(here, i, last)
	if first >= 0 && m.manner == happened {
		m.manner = mannerOf(ts, c.all[here-1].from, first)
	}
	if i == 0 && m.manner == happened && (last == len(ts)-1 || here+1 < len(c.all) && c.listsAll(here+1, last)) {
		m.manner = existing // a point of a list
	}
	if !c.where(m, here, last) || c.uncertain(m, here) {
		return nil
	}
	if first < 0 || m.manner != existing {
		c.narrowed(m, here, i, from, last)
	}
	m.settle()
	if m.manner == ofAll && len(m.narrow) == 0 && m.place == "" && i > 1 && ts[i-1].Text == "the" && ts[i-2].Text == "of" {
		m.leans = true // "most of the 31 complaints", which another sentence counts
	}
	if strings.Contains(c.Name, "case_studies[") || strings.Contains(c.Name, "inspections[") {
		m.scope = c.Name
	}
	m.written, m.is = c.Words(ts[i].Start, ts[i].End), q.In()
	kept := read
	return &kept
}

// listedBehind is the number that the one at i goes on a list with, its stretch saying nothing but what it counts: "has 38,100
// people and six general practices"; -1 where there is none.
func (c *reading) listedBehind(here, i, last int) int {
	own := c.all[here]
	if here == 0 || own.mark != "and" || own.from != i || own.to != last+1 {
		return -1
	}
	first := -1
	for k := c.all[here-1].from; k < c.all[here-1].to; k++ {
		if c.ts[k].Kind == language.NumberToken {
			if first >= 0 {
				return -1
			}
			first = k
		}
	}
	return first
}

// plainBefore reports whether the words before a number leave it as it is, or "about" so many.
func plainBefore(ts []language.Token, from, i int, q *facts.Quantity) bool {
	if i == from {
		return true
	}
	switch before := ts[i-1].Text; {
	case before == "under" && i-1 > from && ts[i-2].Text == "just":
		q.Apply(facts.Nearly)
	case before == "over" && i-1 > from && ts[i-2].Text == "just":
		q.Apply(facts.JustOver)
	case ts[i-1].Kind != language.WordToken || language.Numbered()[before] || does(before).has(bounding):
		return false
	case before == "about" || before == "some" || before == "around" || before == "roughly" || before == "approximately":
		q.Apply(facts.About)
	case before == "nearly" || before == "almost":
		q.Apply(facts.Nearly)
	case before == "from" && q.Unit == facts.Bare:
		return !language.AnyOf(ts[i+1:], func(t *language.Token) bool { return t.Text == "to" })
	case before == "to" || before == "or":
		return i < 2 || ts[i-2].Kind != language.NumberToken && ts[i-2].Text != "up"
	}
	return true
}

// mannerOf says how the words before a number give it.
func mannerOf(ts []language.Token, from, i int) manner {
	for i > from && (ts[i-1].Text == "about" || ts[i-1].Text == "some" || ts[i-1].Text == "only" || ts[i-1].Text == "just" || ts[i-1].Text == "around") {
		i--
	}
	before := func(n int) string {
		if i-n >= from {
			return ts[i-n].Text
		}
		return ""
	}
	switch b := before(1); {
	case b == "of" && (before(2) == "up" || strings.HasPrefix(before(2), "consist")):
		return existing // "is made up of 12 neighbourhoods"
	case b == "all", b == "our", b == "its", strings.HasSuffix(b, "'s"), b == "the" && (before(2) == "all" || before(2) == "of" && (i-2 == from || i-3 >= from && ts[i-3].Kind == language.NumberToken || slices.Contains([]string{"one", "each", "none", "most"}, before(3)))):
		return ofAll
	case b == "has", b == "have", b == "had", b == "with" && i-2 < from, b == "contains", b == "comprises", (b == "are" || b == "were") && before(2) == "there":
		return existing
	}
	return happened
}

// called reads what is counted, and gives its last token or -1.
func (c *reading) called(m *Mention, from, to int) int {
	ts := c.ts
	if from < to && m.manner != ofSome && slices.Contains([]string{"came", "attended", "joined"}, ts[from].Text) {
		return from - 1 // "286 came"
	}
	k := from
	for ; k < to && k < from+4; k++ {
		t := &ts[k]
		if t.Kind != language.WordToken || doesHere(t).has(leaving|bounding) || t.Text == "most" || strings.HasSuffix(t.Text, "est") {
			return -1 // "the two poorest neighbourhoods" aren't all that are poor
		}
		if isPluralNoun(t.Text) && !verbsOfOne()[t.Text] && !strings.HasSuffix(t.Text, "'s") {
			break
		}
	}
	if k == to || k == from+4 {
		return -1
	}
	for k+1 < to && ts[k+1].Kind == language.WordToken && isPluralNoun(ts[k+1].Text) && !verbsOfOne()[ts[k+1].Text] && !doesHere(&ts[k+1]).has(leaving|silent) {
		k++ // "falls classes"
	}
	m.Head = singular(ts[k].Text)
	if measured()[ts[k].Text] && m.Head != "bed" || does(m.Head).has(uncounted) {
		return -1
	}
	for i := from; i < k; i++ {
		if t := &ts[i]; !doesHere(t).has(silent) {
			m.kinds = append(m.kinds, oneOf(t.Text))
		}
	}
	m.named()
	m.noun = c.Words(ts[from].Start, ts[k].End)
	return k
}

// ofThose reads "of the area's 152 neighbourhoods 14 are among …": it reports whether the number at i is
// of what was counted right before.
func (c *reading) ofThose(m *Mention, own stretch, i int) bool {
	if c.ts[own.from].Text != "of" || i+1 >= own.to || !slices.Contains([]string{"are", "were", "have", "had"}, c.ts[i+1].Text) {
		return false
	}
	k := i - 1
	for k > own.from && c.ts[k].Kind == language.WordToken && !doesHere(&c.ts[k]).has(leaving) && !strings.HasSuffix(c.ts[k].Text, "'s") {
		k--
	}
	other := &Mention{}
	if c.called(other, k+1, i) != i-1 {
		return false
	}
	m.Head, m.kinds, m.noun, m.manner = other.Head, other.kinds, other.noun, ofSome
	return true
}
