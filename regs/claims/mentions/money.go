package mentions

import (
	"slices"
	"strconv"
	"strings"

	"apr/regs/claims/facts"
	"apr/regs/claims/language"
)

// This file reads what sentences say of the reserves and of the gap in a year's budget, which no ledger has:
// "the general reserve was £6.9m at the start of the year and is £4.1m now".

// Words that may stand around such an amount and change nothing. Others end the reading, for they may say
// what was taken out of the reserves, or what is left of the gap.
const (
	aboutReserves = ` stand stood stands standing came comes amount amounted amounts amounting to total totalled total total holding hold holds held keep kept worth ended ends end ending close closed closes closing
 finish finished finishes now start started beginning began begin opened opening currently march april sheet books `
	aboutGap = ` for came comes faced close closed closing bridge bridged budget funding financial set face faced faces facing approved agreed need needed needs find found fill filled stood stand stands estimate estimated put identified `
	falling  = ` fell fall fallen dropped went gone shrank reduced declined down came come decreased `
)

// aroundAmounts may stand beside both.
const aroundAmounts = ` the a an of at in on to by is are was were be been being has have had we us our board board's authority partnership which what that it there year year's and when who as with this still only about some around
 just under over nearly almost roughly approximately integration joint `

// amount reads the pounds at i, and gives nil where it isn't sure what they are.
func (c *reading) amount(i int) *Mention {
	here := slices.IndexFunc(c.all, func(s stretch) bool { return s.from <= i && i < s.to })
	if here < 0 || c.ts[i].Q.Unit != facts.Pounds || c.ts[i].Q.Value == nil {
		return nil
	}
	own := c.all[here]
	q := *c.ts[i].Q
	before := ""
	if i > own.from {
		before = c.ts[i-1].Text
	}
	if !plainBefore(c.ts, own.from, i, &q) && before != "to" {
		return nil
	}
	m := &Mention{number: number{written: c.Words(c.ts[i].Start, c.ts[i].End)}, is: q.In(), manner: existing}
	for k := here; k >= 0 && m.Head == ""; k-- {
		c.kept(m, c.all[k])
	}
	switch {
	case m.Head == "" || c.Locality != "" || strings.Contains(c.Name, "case_studies[") || !c.onlyOf(m, own, i):
		return nil
	case m.Head == "£reserve":
		m.narrow = m.kinds
		if slices.ContainsFunc(c.all, func(s stretch) bool {
			return s != own && !language.AnyOf(c.ts[s.from:s.to], (*language.Token).IsPounds) && language.AnyOf(c.ts[s.from:s.to], func(t *language.Token) bool { return t.Kind == language.YearToken || doesHere(t).has(timely) })
		}) {
			return nil // "… when the year began"
		}
	case !c.gapOf(m):
		return nil
	}
	return m
}

// kept finds the reserves or the gap in a stretch.
func (c *reading) kept(m *Mention, s stretch) {
	for k := s.from; k < s.to; k++ {
		switch w := c.ts[k].Text; w {
		case "reserve", "reserves", "balance", "balances":
			if k == s.from || c.ts[k-1].Text != "general" && c.ts[k-1].Text != "earmarked" {
				continue
			}
			m.Head, m.kinds, m.noun = "£reserve", []string{c.ts[k-1].Text}, "for "+c.ts[k-1].Text+" "+w
			if w == "reserve" || w == "balance" {
				m.noun = "for the " + c.ts[k-1].Text + " " + w
			}
		case "gap":
			m.Head, m.noun = "£gap", "for the gap"
		}
	}
}

// onlyOf reports whether a stretch says nothing else than how much there is, and when.
func (c *reading) onlyOf(m *Mention, own stretch, i int) bool {
	words, moment := aboutReserves, "end"
	if m.Head == "£gap" {
		words, moment = aboutGap, ""
	}
	fell := i > own.from && (c.ts[i-1].Text == "from" || c.ts[i-1].Text == "to" && c.falls(own))
	if fell && c.ts[i-1].Text == "from" {
		moment = "start"
	}
	for k := own.from; k < own.to; k++ {
		t := &c.ts[k]
		switch t.Kind {
		case language.YearToken:
			if m.Head == "£gap" || !t.Calendar && t.Year != c.facts.Year || t.Calendar && t.Year != c.facts.Year && t.Year != c.facts.Year+1 {
				if m.Head == "£reserve" {
					return false
				}
				continue
			}
			if t.Calendar && (k == own.from || c.ts[k-1].Text != "april" && c.ts[k-1].Text != "march") {
				return false
			}
		case language.NumberToken:
			if k != i && !fell && !(k+1 < own.to && (c.ts[k+1].Text == "march" || c.ts[k+1].Text == "april")) {
				return false
			}
		case language.ReferenceToken:
			return false
		case language.WordToken:
			switch w := t.Text; {
			case w == "april" && k+1 < own.to && c.ts[k+1].Year == c.facts.Year+1, w == "march" && k+1 < own.to && c.ts[k+1].Year == c.facts.Year, w == "from" && !fell:
				return false // a year later, or a year before
			case w == "april" || w == "start" || w == "started" || strings.HasPrefix(w, "beg") || strings.HasPrefix(w, "open"):
				moment = "start"
			case language.Among(words, w), language.Among(aroundAmounts, w), w == "from", fell && language.Among(falling, w), w == "general", w == "earmarked", w == "gap",
				strings.HasPrefix(w, "reserve"), strings.HasPrefix(w, "balance"):
			case c.inArea(t):
			default:
				return false
			}
		}
	}
	if moment != "" {
		m.times = []string{moment}
	}
	return true
}

// falls reports whether a stretch says that something fell from one amount to another.
func (c *reading) falls(s stretch) bool {
	return slices.ContainsFunc(c.ts[s.from:s.to], func(t language.Token) bool { return t.Text == "from" }) &&
		slices.ContainsFunc(c.ts[s.from:s.to], func(t language.Token) bool { return language.Among(falling, t.Text) })
}

// gapOf finds the year of a gap, of which the sentence has to name one.
func (c *reading) gapOf(m *Mention) bool {
	for k := range c.ts {
		switch t := &c.ts[k]; {
		case t.Kind == language.YearToken && !t.Calendar:
			m.noun = "for the gap of " + t.Text
			m.times = append(m.times, strconv.Itoa(t.Year)+"/")
		case t.Kind == language.WordToken && language.Among(" remaining remains left still savings rest after before over years ", t.Text):
			return false
		}
	}
	m.times = slices.Compact(m.times)
	m.narrow = []string{"budget"}
	return len(m.times) == 1
}
