package claims

import (
	"bytes"
	"slices"
	"strings"

	"apr/regs/claims/facts"
	"apr/regs/claims/language"
	"apr/regs/claims/lex"
)

// follow keeps what the clauses behind may take from this one.
func (s *statement) follow(c *clause) {
	if c.lead == "aside" {
		if i := c.has(language.IsArea); i >= 0 && c.items[i].Area != facts.Own {
			s.area = c.items[i].Area // "unlike Scotland, where …"
		}
		return
	}
	s.followSubject(c)
	if len(c.items) == 0 {
		return
	}
	if c.ofOther() {
		s.narrowed = true
	}
	if (c.lead == "but" || c.lead == ";" || c.lead == "and") && len(c.subjects) == 0 && len(c.told) == 0 && len(c.qs) == 0 && anchoredRefs(c.items) {
		s.narrowed = true // what hangs on it isn't read, either
	}
	if total := s.total; total != nil && s.subject != nil && s.subject.Kind == facts.Money && s.subject != total && c.ofWhole() {
		s.subject, s.narrowed = total, false
	}
	s.vary(c)
	s.ofAreas = max(s.ofAreas, c.areasCounted())
	s.ofFamily = s.ofFamily || c.onlyFamily()
	s.followCompared(c)
	s.followSaid(c)
	anchored := slices.ContainsFunc(c.items, func(x *lex.Item) bool { return x.Anchors() })
	s.followOpening(c, anchored)
	s.followTimes(c)
	s.followPlace(c, anchored)
	s.followWords(c, anchored)
	if c.lead == "where" && c.has(language.IsLives) < 0 || c.says("here") {
		s.hasArea = false // "nationally it rose to 91.2%; here it was 92.2%"
	}
	s.before = s.before[:0]
	for _, q := range c.qs {
		s.before = append(s.before, *q)
	}
}

// followSubject takes what the clause is about for those behind it.
func (s *statement) followSubject(c *clause) {
	if len(c.subjects) == 1 {
		s.subject = c.subjects[0]
		s.narrowed = c.unknown != "" && (anchoredRefs(c.items) || narrowed(c.items) || interrupted(c.items)) || c.not && !anchoredRefs(c.items) // "the savings that we didn't make, £1.5m"
	} else if len(c.subjects) > 1 {
		s.subject, s.narrowed = nil, true
	} else if s.subject == nil && len(s.all) == 0 && len(c.told) > 0 && c.told[0].thing == s.last {
		s.subject = s.last // "It has fallen to 688, which is the lowest …"
	}
}

// followCompared takes what the clause compares its subject with.
func (s *statement) followCompared(c *clause) {
	if c.lead != "(" {
		s.beside = ""
	}
	area, set, other, compared := c.scope()
	if compared && (!set || area == facts.Own) && !facts.IsLocality(other) && len(c.also) == 0 && len(c.told) > 0 {
		s.besidePlace = other
	} else if len(c.subjects) > 0 || compared {
		s.besidePlace = ""
	}
	s.shared = c.has(language.IsBase) >= 0 || s.shared && len(c.subjects) == 0
	if compared && len(c.qs) == 0 {
		s.beside = other
	}
}

// followSaid takes how the clause says what it says: vaguely, as somebody's words, of each head, in a list.
func (s *statement) followSaid(c *clause) {
	s.vague = c.unknown != "" || c.ofMost() || s.vague && !anchoredRefs(c.items)
	if c.mood == "quoted" {
		s.asked = true
	}
	if last := c.items[len(c.items)-1].Text; last == "said" || last == "says" || last == "asked" {
		s.asked = true // what follows is quoted
	}
	s.eachHead = len(c.qs) == 0 && c.hasFace(facts.FacePerHead) >= 0 && c.unknown == "" || s.eachHead && len(c.subjects) == 0 && c.has(language.IsFace) < 0
	s.list = nil
	if len(c.subjects) > 0 && len(c.qs) == 0 && !(c.got && c.has(language.IsExtreme) >= 0) && c.unknown == "" && c.isMoney() && c.items[0].Text != "on" && (len(c.subjects) == 1 && c.items[len(c.items)-1].Class == language.IsSubject || c.onlyNames()) {
		s.list = append(c.listed, c.subjects...)
	}
}

// followOpening takes what a clause says of those behind it: of whom, where and when they speak. Most of it only one
// without a subject or a figure of its own says, which isn't anchored.
func (s *statement) followOpening(c *clause, anchored bool) {
	if (c.lead == "" || c.lead == "," && s.subject == nil) && strings.HasPrefix(c.items[0].Text, "of") && (c.roleAt(0, "of") || c.is(0, language.IsBase)) && slices.ContainsFunc(c.subjects, func(t *facts.Thing) bool { return t.Kind == facts.Money }) {
		s.ofPart = true // "Of the spending on older people, nearly a third …"
	}
	if c.opensNarrowed() {
		s.narrowed, s.opened = true, true
	}
	if anchored {
		return
	}
	if c.mood != "" && c.lead == "" {
		s.asked = true // "our ambition, to have …"
	}
	// "Among people over 85, …" narrows all that follows.
	if c.unknown != "" && len(c.subjects) == 0 && c.lead == "" {
		switch first, _, _ := strings.Cut(c.items[0].Text, " "); first {
		case "in", "among", "for", "of", "at", "from", "within", "across", "on", "amongst", "over", "during", "according", "prior":
			s.narrowed, s.opened = true, true
		}
	}
	if c.unknown != "" && len(c.subjects) == 0 && c.lead == "" && c.namesBody() {
		s.narrowed, s.opened = true, true // "Kirkmoor Community Hospital, by its own count, readmitted …"
	}
	if c.unknown != "" && c.lead == "" && c.leavesOut() {
		s.narrowed, s.opened = true, true
	}
	if c.unknown != "" {
		return
	}
	for i, it := range c.items {
		if it.Class == language.IsArea && !c.is(c.prev(i), language.IsVersus, language.IsThan, language.IsBeside) && it.Area != facts.Own {
			s.area, s.hasArea = it.Area, true
		}
		if it.Class == language.IsPeriod && it.Word == "over" {
			s.over = it.Year // "Over the six years covered by this report, …"
		} else if it.Class == language.IsPeriod && it.Word != "onyear" && !c.roleAt(c.prev(i), "since") && !c.comparesBefore(i) && !(i > 1 && c.items[i-2].Text == "as") {
			s.year = c.yearsOf(it)
		}
	}
}

// followTimes takes the years that the clause ends with, or speaks of a change since.
func (s *statement) followTimes(c *clause) {
	s.hadMoved = c.earlier()
	if s.since = c.times().base; s.since == nil && c.ran > 0 && s.subject != nil {
		// "three years in a row, by 861 in all": over those years, or in the last of them.
		at := s.facts.Newest(s.subject, facts.FaceValue, facts.Own)
		s.since = []int{at - c.ran, at - 1}
	}
	s.ended = nil
	if last := c.items[len(c.items)-1]; last.Class == language.IsPeriod && last.Known && c.has(language.IsVersus) < 0 {
		s.ended = c.yearsOf(last)
	}
}

// followPlace takes the place that the clause spoke of.
func (s *statement) followPlace(c *clause, anchored bool) {
	if !anchored && (c.lead == ";" || c.lead == "but" || c.lead == "and" || c.another || c.items[0].Class == language.IsBreak) {
		s.carried = ""
	}
	if area, set, _, _ := c.scope(); anchored && c.lead != "(" && c.lead != "where" {
		s.carried = ""
		if set && area == facts.Family && slices.ContainsFunc(c.items, func(x *lex.Item) bool { return x.Word == "no other" || x.Text == "nobody" || x.Text == "none" }) {
			s.carried = "" // "no other area in our group did better, with 9,966": that is ours
		} else if set && area != facts.Own {
			s.carried = area
		} else if !set && len(c.qs) == 1 && c.qs[0].hasArea && c.has(language.IsVersus, language.IsThan, language.IsBeside) < 0 {
			s.carried = c.qs[0].area // "Nationally 61.9% agreed, down from 64.5%"
		}
	}
	if len(c.subjects) > 0 && c.has(language.IsArea) < 0 && c.lead != "where" && !s.opensIn(s.area) {
		s.area, s.hasArea = "", false // a clause with a subject of its own is of here
	}
	if anchored && s.hasArea && s.area == facts.Family {
		s.area, s.hasArea = "", false // "Of our family, only Angus had a higher rate, whereas falls …"
	}
}

// followWords takes what single words of the clause say.
func (s *statement) followWords(c *clause, anchored bool) {
	for i, it := range c.items {
		switch it.Class {
		case language.IsArea:
			if !anchored && c.behindVersus(i) {
				s.versus, s.area, s.hasArea = it.Area, it.Area, false
			}
		case language.IsFace:
			if it.Face == facts.FaceSpend || it.Face == facts.FacePlan || it.Face == facts.FaceFunding {
				s.face = it.Face
			}
		case language.IsSubject:
			if it.Thing.ID == "total" && spends(it.Text) {
				s.face = facts.FaceSpend // "the annual bill has gone up by £54.4m, an increase of 27.7%"
			}
		case language.IsMove:
			if !it.Adj {
				s.moved = it
			}
		}
	}
}

// ofOther reports whether the clause begins a statement of its own with words that aren't understood where its subject
// has to be: "but the proportion of people seen in time has risen by 4.5 points, to 93.0%".
func (c *clause) ofOther() bool {
	if len(c.subjects) > 0 || c.lead != "but" && c.lead != ";" && c.lead != "and" && !(c.lead == "," && c.items[0].Class == language.IsBreak) {
		return false
	}
	if t := c.statement.subject; t != nil && t.Kind != facts.Money && t.Unit != facts.Pounds && slices.ContainsFunc(c.qs, func(q *placed) bool { return q.role == isLevel && q.Q.Unit == facts.Pounds }) {
		return true
	}
	for _, it := range c.items {
		switch {
		case it.Class == language.IsUnknown:
			return true
		case it.Class == language.IsMove && !it.Adj, slices.Contains([]string{"was", "were", "is", "are", "has", "have", "had"}, it.Text):
			return false
		}
	}
	return false
}

// leavesOut reports whether the clause says what is counted or left out: "excluding elective
// returns", "with zero-hours staff included".
func (c *clause) leavesOut() bool {
	switch c.items[0].Text {
	case "excluding", "including", "without", "omitting", "discounting", "counting", "counted", "leaving", "setting", "disregarding", "ignoring":
		return true
	}
	return c.says("included", "excluded", "counted", "omitted", "disregarded") || bytes.HasSuffix(c.plain[c.items[0].Start:c.items[len(c.items)-1].End], []byte("ncluded"))
}

// namesBody reports whether the clause is no more than the name of a body or a place that the data
// don't have, in words with capital letters.
func (c *clause) namesBody() bool {
	capitals, unknowns := 0, 0
	for i, it := range c.items {
		switch it.Class {
		case language.IsUnknown:
			unknowns++
		case language.IsPlain:
		default:
			return false
		}
		first := i == 0
		for w := range bytes.FieldsSeq(c.plain[it.Start:it.End]) {
			switch w := string(w); {
			case w[0] >= 'A' && w[0] <= 'Z':
				capitals++
			case !first && w != "the" && w != "of" && w != "and" && w != "for":
				return false
			}
			first = false
		}
	}
	return capitals > 1 && unknowns > 0
}

// opensNarrowed reports whether the sentence begins with a scope that isn't understood, before
// anything is said: "On the stroke ward 12 beds were closed, and …".
func (c *clause) opensNarrowed() bool {
	if len(c.items) == 0 {
		return false
	}
	first := 0
	if c.lead != "" {
		begins := c.items[0].Class == language.IsBreak || c.lead == ";" || c.lead == "but" || c.lead == "–" || c.lead == ":"
		if c.lead != "," && !begins || c.statement.subject != nil && !(begins && c.goesOnWith(",", "where", "which")) {
			return false
		}
		if c.items[0].Class == language.IsBreak {
			first++ // "We spent £1m on energy, and in the town practices, …"
		}
		if first == len(c.items) || slices.ContainsFunc(c.items, func(x *lex.Item) bool { return slices.Contains(momentWords, x.Text) }) {
			return false
		}
	}
	switch c.items[first].Text {
	case "in", "among", "for", "of", "at", "from", "within", "across", "on", "amongst", "during", "according", "prior":
	default:
		if c.items[first].Class != language.IsVersus && c.items[first].Class != language.IsRole {
			return false
		}
	}
	for i, it := range c.items {
		switch {
		case it.Class == language.IsUnknown:
			return true
		case it.Class == language.IsQuantity && it.Q.InWords && it.Q.Unit == facts.Bare && c.is(i+1, language.IsUnknown):
			return true // "at one practice"
		case it.Anchors(), it.Class == language.IsSubject:
			return false
		}
	}
	return false
}

// behindVersus reports whether item i is what "compared with" at the beginning of the clause is set
// against: "compared with the average of similar areas".
func (c *clause) behindVersus(i int) bool {
	k := i - 1
	for k > 0 && (c.items[k].Class == language.IsPlain || c.items[k].Class == language.IsRole || c.items[k].Text == "for" || c.items[k].Text == "average") {
		k--
	}
	return c.is(k, language.IsVersus)
}

// comparesBefore reports whether item i belongs to what the clause compares with: "compared with six in ten in 2020/21".
func (c *clause) comparesBefore(i int) bool {
	return slices.ContainsFunc(c.items[:i], func(it *lex.Item) bool { return it.Class == language.IsVersus || it.Class == language.IsThan })
}
