package claims

import (
	"slices"
	"strings"

	"apr/regs/claims/facts"
	"apr/regs/claims/language"
	"apr/regs/claims/lex"
)

// This file says when a figure, or a word of direction, is of another time or of something that only a part of its clause
// names.

// ofAnotherPart says why a claim may be of another time, or of what another part of its clause names; "" where nothing says so.
func (c *clause) ofAnotherPart(t told) string {
	i := slices.Index(c.items, t.item)
	if i < 0 {
		return ""
	}
	figure := t.item.Class == language.IsQuantity && t.item.Q.Ref == nil
	if figure && t.claim.Measure == saysShare && t.thing.Kind == facts.Money {
		if why := c.shareOfOther(i, t.thing); why != "" {
			return why
		}
	}
	switch {
	case figure && t.claim.Measure == saysValue && t.claim.Slip != "other-year" && (c.whenBehind(i) || t.thing.ID == "total" && len(c.subjects) == 0 && c.goesOnWith("before", "after")):
		return "it may be of the time that is said behind it"
	case figure && t.claim.Measure == saysValue && c.yearsBefore(i):
		return "it may be of any of the years before"
	case figure && t.claim.Measure == saysValue && c.has(language.IsArea) < 0 && c.says("ranging", "ranged", "ranges", "varying", "varied", "varies", "anything from", "anywhere from"):
		return "it may be of the lowest or the highest of several"
	case figure && t.claim.Measure == saysValue && t.thing.Kind == facts.Money && t.thing.Group != "locality" && c.lead == "which" && c.statement.ofLocality(c.items[0].Start):
		return "the data have no figures of a service in one locality"
	case t.claim.Measure == saysRank && len(c.subjects) == 0 && i > 0 && c.items[i-1].Text == "the" && strings.HasSuffix(t.item.Text, "quartile") && len(c.qs) > 0 && c.qs[0].i > i:
		return "it may be where others are"
	case c.lead == "(" && c.after != nil && c.after.Class == language.IsSubject && c.after.Thing != t.thing && c.after.Thing.Kind != facts.Count && len(c.subjects) == 0:
		return "it may be of what is named before the bracket"
	case t.thing.ID == "total" && len(c.subjects) == 0 && c.lead != "" && c.is(0, language.IsVersus) && c.statement.serviceBefore(t.item):
		return "it may be of the service that is named before"
	case figure && t.claim.Measure == saysValue && c.shareFoundRight(t):
		return "it is the part that the numbers before it make"
	case c.lead == "(" && c.ownSentence():
		return "it is a sentence of its own within brackets, and isn't read as such"
	case t.thing.Kind != facts.Count && c.statement.lastYearOutside(c.items[len(c.items)-1].End):
		return "the sentence speaks of a year that the data don't have"
	case t.claim.Measure == saysChange && t.item.Class == language.IsMove && len(c.all) > 1 && c.statement.turnsAbout(t.thing, t.item):
		return "the sentence says that it rose and that it fell"
	case c.crosses(i, t.thing):
		return "it may be of the other of two that the clause names"
	case len(c.subjects) == 0 && c.lead == "which" && c.afterOther(t.thing):
		return "it may be of what is named right before it"
	}
	return ""
}

// whenBehind reports whether words that say of another time follow the figure at i: "against 122 when the board was set up".
func (c *clause) whenBehind(i int) bool {
	for _, it := range c.items[i+1:] {
		if strings.HasSuffix(it.Text, "worst") {
			return true // "8.3% at its worst"
		}
		if it.Class != language.IsPlain && it.Role != "in" {
			return false
		}
	}
	return c.goesOnWith("when") || c.lead != "" && len(c.subjects) == 0 && c.goesOnWith("before", "after", "until", "once")
}

// yearsBefore reports whether the figure at i is that of some years before, or of one of them: "it was 16.6% and 17.2% in the years
// before".
func (c *clause) yearsBefore(i int) bool {
	last := len(c.items) - 1
	return last > i && c.roleAt(i+1, "in") == (c.items[last].Class == language.IsPlain) && strings.HasSuffix(c.items[last].Text, "years") && last <= i+3 && c.goesOnWith("before")
}

// ofLocality reports whether the last amount before a byte is said of a locality: "spending in Glenside was £79.3m, of which".
func (s *statement) ofLocality(before int) bool {
	place := false
	for i := range s.items {
		if s.items[i].Start >= before {
			break
		}
		if s.placeAt(i) {
			place = true
		} else if s.serviceAt(i) {
			place = false
		}
	}
	return place
}

// crosses reports whether "in which" is between item i and the only name of a thing in the clause: "the wait rose to 11.0 weeks
// in the same year in which falls went up".
func (c *clause) crosses(i int, t *facts.Thing) bool {
	w := slices.IndexFunc(c.items, func(x *lex.Item) bool { return x.Word == "in which" })
	if w <= 0 {
		return false
	}
	name := slices.IndexFunc(c.items, func(x *lex.Item) bool { return x.Class == language.IsSubject && x.Thing == t })
	return name >= 0 && (name < w) != (i < w)
}

// afterOther reports whether another thing is named right before the "which" that the clause begins behind: "not unlike falls,
// which rose to 24.1".
func (c *clause) afterOther(t *facts.Thing) bool {
	items := c.statement.items
	var named *facts.Thing
	for i := language.IndexOf(items, func(x *lex.Item) bool { return x.Start >= c.items[0].Start }) - 1; i >= 0; i-- {
		switch it := &items[i]; {
		case it.Class == language.IsMark && named == nil, it.Class == language.IsBreak && slices.Contains([]string{"which", "who", "whose"}, it.Text):
		case it.Class == language.IsSubject && it.Thing.ID != "total" && it.Thing.Kind != facts.Count:
			named = it.Thing
		case it.Class == language.IsMark, it.Class == language.IsBreak && it.Word != "and", it.Class == language.IsAside:
			return named != nil && named != t
		case it.Anchors(), it.Class == language.IsUnknown:
			return false
		}
	}
	return false
}

// givenAlready reports whether the sentence has the right figure of which a claim gives another, and nothing says that the two
// are of one: "sickness absence was 7.2%: 8.3% on the wards".
func (s *statement) givenAlready(cl *Claim) bool {
	t := s.things[cl.Subject]
	if cl.Measure != saysValue || t == nil || t.Kind == facts.Money || s.speaksElsewhere() || s.besideFraction(cl) || !slices.ContainsFunc(s.claims, func(o *Claim) bool {
		return o.Verdict == Confirmed && o.Measure == cl.Measure && o.Subject == cl.Subject && o.Scope == cl.Scope && o.Period == cl.Period && o.Unit == cl.Unit && o.Expected == cl.Expected
	}) {
		return false
	}
	i := language.IndexOf(s.items, func(x *lex.Item) bool { return s.passage.Text.At(x.Start) == cl.At })
	return i > 0 && s.items[i-1].Class != language.IsMove
}

// endsBeforeYears reports whether the clause says by itself what it is of, and the years that the data don't have are those of
// figures that stand behind it: "sickness absence was 7.2%, and we expect 6.8% in 2026/27".
func (c *clause) endsBeforeYears() bool {
	if c.mood != "" || c.unknown != "" || len(c.subjects) == 0 && c.has(language.IsFace, language.IsArea) < 0 || c.lead != "" {
		return false
	}
	end := c.items[len(c.items)-1].End
	figure, behind := false, false
	for i := range c.statement.items {
		it := &c.statement.items[i]
		outside := it.Class == language.IsPeriod && it.Known && (it.Year < c.facts.First || it.Year > c.facts.Year) || it.Class == language.IsMood && strings.HasPrefix(it.Text, "by 20")
		switch {
		case it.Start < end:
			if outside {
				return false
			}
		case !behind:
			if it.Class != language.IsMark && it.Class != language.IsBreak {
				return false
			}
			behind = true
		case it.Class == language.IsQuantity:
			figure = true
		case outside && !figure:
			return false
		}
	}
	return behind
}

// ownSentence reports whether what is in brackets has several statements, or one of something that is counted: "(eight of the
// nine indicators were better than two years ago)".
func (c *clause) ownSentence() bool {
	verb, apart := false, false
	for i, it := range c.items {
		switch {
		case it.Class == language.IsMark, it.Class == language.IsBreak && (it.Word != "and" || i+1 < len(c.items) && slices.Contains([]string{"is", "are", "was", "were", "lies", "has"}, c.items[i+1].Text)):
			apart = true
		case slices.Contains([]string{"is", "are", "was", "were", "has", "have", "had", "came", "went"}, it.Text):
			verb = verb || i > 0
		}
	}
	return verb && (apart || len(c.subjects) == 0 && c.is(0, language.IsQuantity) && c.items[0].Q.InWords)
}

// lastYearOutside reports whether the last year that is named before a byte, in the same statement, is one that the data don't
// have: "the 2026/27 budget has £25.6m for prescribing and £20.9m for care at home, while in 2024/25 …".
func (s *statement) lastYearOutside(before int) bool {
	outside := false
	for i := range s.items {
		switch it := &s.items[i]; {
		case it.Start >= before:
			return outside
		case it.Class == language.IsPeriod && it.Known:
			outside = it.Year < s.facts.First || it.Year > s.facts.Year+1 || it.Year > s.facts.Year && !it.Calendar
		case it.Class == language.IsMark && it.Word != ",", it.Class == language.IsBreak && it.Word != "and":
			outside = false
		}
	}
	return outside
}

// turnsAbout reports whether the words behind a thing's name, up to another's, say that it rose and that it fell.
func (s *statement) turnsAbout(t *facts.Thing, of *lex.Item) bool {
	up, down, here, within := false, false, false, false
	for i := range s.items {
		switch it := &s.items[i]; {
		case it.Class == language.IsSubject:
			if within {
				return up && down
			}
			if here = it.Thing == t; here {
				up, down = false, false
			}
		case it.Class == language.IsArea && it.Area != facts.Own && within:
			return false
		case it.Class == language.IsMove && !it.Judge && !it.Adj && here:
			up, down, within = up || it.N > 0, down || it.N < 0, within || it.Start == of.Start
		}
	}
	return within && up && down
}

// shareFoundRight reports whether a percentage in brackets was found right of the two numbers before it, "840 of the 1,930
// referrals (44%)", and what follows doesn't say that it is of the measure: "(44%) were seen within three weeks". Of numbers
// that were left alone, shareOfCounts asks.
func (c *clause) shareFoundRight(t told) bool {
	if c.lead != "(" || t.item.Q.Unit != facts.Percent || !slices.ContainsFunc(c.reading.Claims, func(cl *Claim) bool {
		return cl.Measure == saysArithmetic && cl.Verdict == Confirmed && cl.At == t.claim.At
	}) {
		return false
	}
	behind := strings.TrimPrefix(c.lowerText(t.item.End, c.end), ")")
	if end := strings.IndexAny(behind, ",;:."); end >= 0 {
		behind = behind[:end]
	}
	behind, _, _ = strings.Cut(behind, " and ")
	return !slices.ContainsFunc(strings.Fields(behind), func(w string) bool { return slices.Contains(strings.Fields(t.thing.Title), w) })
}

// shareOfOther says why the share at i may be of something else than of the thing, or of another whole; "" where nothing says so.
func (c *clause) shareOfOther(i int, t *facts.Thing) string {
	switch {
	case len(c.subjects) == 0 && c.wentOnOther(i):
		return "it may be of what is named behind it"
	case c.roleAt(i+1, "of") && i+2 < len(c.items) && slices.Contains([]string{"that", "this", "it", "which"}, c.items[i+2].Text) && !c.is(i+3, language.IsPlain):
		return "it may be a part of the amount before it"
	case c.items[len(c.items)-1].Thing == t && c.statement.listGoesOn(c.items[len(c.items)-1]):
		return "it may be of several that are listed"
	}
	return ""
}

// wentOnOther reports whether the share at i is said to have gone on what the words behind it name, which isn't a thing: "32p on
// social care".
func (c *clause) wentOnOther(i int) bool {
	k := i + 1
	for k < len(c.items) && c.items[k].Text != "on" && !strings.HasSuffix(c.items[k].Text, " on") {
		k++
	}
	return k+1 < len(c.items) && c.is(k+1, language.IsPlain, language.IsUnknown) && !slices.Contains([]string{"it", "them", "this", "these", "average"}, c.items[k+1].Text)
}

// listGoesOn reports whether names without figures follow an item, up to the last behind "and": "a third went on prescribing,
// community nursing and the rest".
func (s *statement) listGoesOn(last *lex.Item) bool {
	i := language.IndexOf(s.items, func(x *lex.Item) bool { return x.Start == last.Start })
	if i < 0 || i+1 >= len(s.items) || s.items[i+1].Word != "," || s.items[i+1].Class != language.IsMark {
		return false
	}
	for k := i + 2; k < len(s.items); k++ {
		switch it := &s.items[k]; it.Class {
		case language.IsPlain, language.IsUnknown, language.IsSubject, language.IsRole, language.IsLives:
		case language.IsMark:
			if it.Word != "," {
				return false
			}
		case language.IsBreak:
			return it.Text == "and" && k+1 < len(s.items) && !anchored(s.items[k+1:min(k+4, len(s.items))])
		default:
			return false
		}
	}
	return false
}
