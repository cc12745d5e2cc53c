package claims

import (
	"slices"
	"strings"

	"apr/regs/claims/facts"
	"apr/regs/claims/language"
	"apr/regs/claims/lex"
)

// demote takes an amount's name for plain words where the sentence speaks of no
// money: they narrow unless they belong to another subject.
func (s *statement) demote(it *lex.Item) {
	own := true
	for _, w := range facts.WordsOf(it.Text) {
		if !own {
			break
		}
		end := language.Stem(w)
		found := s.dictionary.Plain[w] || language.TitleStops[w] || w == "of" || w == "in" || w == "a"
		if e := language.OfReports().After(w); e != nil && len(e.Here) > 0 && e.Here[0].Class == language.IsPlain {
			found = true
		}
		for k := 0; k < len(s.items) && !found; k++ {
			if t := s.items[k].Thing; t != nil && t != it.Thing && t.Kind != facts.Money && slices.ContainsFunc(t.Vocabulary, func(v string) bool { return v == w || t.Kind == facts.Measure && language.Stem(v) == end }) {
				found = true
			}
		}
		own = found
	}
	it.Class, it.Word, it.Demoted = language.IsUnknown, it.Text, true
	if (own || it.Thing.ID == "total") && it.Thing.Group != "partner" {
		it.Class = language.IsPlain
	}
}

// costs takes "cost" for a plain word where what it costs isn't money: "delays cost older people
// 688 days".
func (s *statement) costs() {
	if !language.AnyOf(s.items, func(x *lex.Item) bool {
		return x.Class == language.IsSubject && (x.Thing.Kind == facts.Indicator || x.Thing.Kind == facts.Measure) && x.Thing.Unit != facts.Pounds
	}) || language.AnyOf(s.items, func(x *lex.Item) bool {
		return x.Class == language.IsFace && x.Word != "cost" || x.Class == language.IsBase || x.Q != nil && (x.Q.Ref != nil || x.Q.Unit == facts.Pounds)
	}) {
		return
	}
	for i := range s.items {
		if s.items[i].Class == language.IsFace && s.items[i].Word == "cost" {
			s.items[i].Class = language.IsPlain
			if strings.HasSuffix(s.items[i].Text, " of") || i+1 < len(s.items) && s.items[i+1].Role == "of" {
				s.items[i].Class = language.IsUnknown // what falls cost, which isn't their rate
			}
		}
	}
}

// stated are the years that a sentence names for what it says, where the
// reporting year isn't among them.
func (s *statement) stated() []int {
	years, reporting := s.yearsNamed()
	if reporting {
		return nil
	}
	return years
}

// yearsNamed are the years before the reporting year that the sentence names, and whether it names that one.
func (s *statement) yearsNamed() (years []int, reporting bool) {
	for i := range s.items {
		it := &s.items[i]
		switch {
		case it.Class != language.IsPeriod || !it.Known:
		case it.Year == s.facts.Year || it.Calendar && it.Year >= s.facts.Year:
			reporting = true
		case it.Calendar:
			years = append(years, -it.Year)
		default:
			years = append(years, it.Year)
		}
	}
	return years, reporting
}

// narrows reports whether words that aren't understood are near the subject.
func (s *statement) narrows() bool { return narrowed(s.refs()) }

// narrowed reports whether words that aren't understood are near the subject:
// "falls in care homes", "planned admissions", but not "we monitor falls".
func narrowed(items []*lex.Item) bool {
	for i := range items {
		if items[i].Class != language.IsSubject {
			continue
		}
		if i > 1 && items[i-1].Class == language.IsUnknown && items[i-2].Area != facts.Own {
			return true
		}
		for k := i + 1; k < min(i+4, len(items)) && items[k].Class != language.IsMark; k++ {
			if items[k].Class == language.IsUnknown && (k == i+1 || items[k-1].Class == language.IsRole || slices.Contains([]string{"among", "within", "across", "amongst", "by"}, items[k-1].Text) || k > i+1 && items[k-2].Class == language.IsRole) {
				return true
			}
		}
	}
	return false
}

// interrupted reports whether words that aren't understood are between the
// subject and its verb: "carers who came to the new group feel supported".
func interrupted(items []*lex.Item) bool {
	for i := range items {
		if items[i].Class != language.IsSubject {
			continue
		}
		for _, x := range items[i+1:] {
			if x.Class == language.IsUnknown {
				return true
			}
			if x.Anchors() || slices.Contains([]string{"was", "were", "is", "are", "has", "have"}, x.Text) {
				break
			}
		}
	}
	return false
}

func anchoredRefs(items []*lex.Item) bool {
	return slices.ContainsFunc(items, func(x *lex.Item) bool { return x.Anchors() })
}

// anaphors stand for what the sentence before was about.
var anaphors = []string{"they", "it", "this", "these", "that", "that's", "it's", "its", "their", "rate", "figure", "proportion", "number", "rates", "figures", "percentage", "those", "level"}

// referredTo is the only thing that the clause's references are of, or nil.
func (c *clause) referredTo() *facts.Thing {
	var only *facts.Thing
	for i := range c.items {
		if q := c.items[i].Q; q != nil && q.Ref != nil {
			if only != nil && only != q.Ref.Thing {
				return nil
			}
			only = q.Ref.Thing
		}
	}
	return only
}

// about is the clause's subject: its own, the one before, or the paragraph's only
// one. ok is false where that can't be said.
func (c *clause) about() (t *facts.Thing, ok bool) {
	switch {
	case len(c.subjects) == 1:
		return c.subjects[0], c.unknown == ""
	case len(c.subjects) == 2 && len(c.named()) == 1 && c.named()[0].Kind == facts.Measure:
		return c.named()[0], c.unknown == "" // "of the three localities Glenside has the shortest list"
	case len(c.subjects) > 1:
		return nil, false
	case c.unknown != "" || c.dangles():
		return nil, false
	case c.lead == "(" && c.after != nil && c.after.Class == language.IsSubject:
		return c.after.Thing, true
	case c.subject != nil && c.lead == "," && c.vague && c.deltas() && len(c.before) > 0 && !c.before[len(c.before)-1].used:
		return nil, false // "…, and 93% of people were seen by services that aren't known, one point more than in 2024/25"
	case c.subject != nil:
		return c.subject, !c.narrowed
	case len(c.all) == 0 && c.referredTo() != nil:
		return c.referredTo(), !c.narrowed
	case c.only != nil:
		return c.only, !c.narrowed
	case len(c.all) > 0:
		return nil, false
	}
	if c.sequel != nil {
		return c.sequel, true
	}
	if c.last != nil && c.lead != "which" && !c.several && !c.narrowed && !c.lastNarrow && (language.AnyOf(c.statement.items, func(x *lex.Item) bool { return slices.Contains(anaphors, x.Text) }) || c.weRank() || c.givesTarget()) {
		return c.last, true
	}
	return nil, false
}

// weRank reports whether the clause says no more than in which place the authority is among its family or all authorities: "of
// the four areas compared we rank second", "we rank 12th of 32".
func (c *clause) weRank() bool {
	return c.lead == "" && c.has(language.IsRank) >= 0 && c.says("we") && (slices.ContainsFunc(c.items, func(x *lex.Item) bool { return lex.IsFamily(x) }) || c.onlyRanks() && c.last.Kind == facts.Indicator && c.outOfAll(c.last, c.facts.Newest(c.last, facts.FaceValue, facts.Own)))
}

// onlyRanks reports whether the clause has no words but those of a place: "we now rank 12th out of the 32 areas".
func (c *clause) onlyRanks() bool {
	return !slices.ContainsFunc(c.items, func(x *lex.Item) bool {
		switch x.Class {
		case language.IsRank, language.IsQuantity:
			return false
		case language.IsArea:
			return x.Area != facts.Own
		case language.IsRole:
			return x.Role != "of"
		case language.IsPlain:
			return x.Ordinal == 0 && !slices.Contains([]string{"out", "the", "now", "currently", "areas", "authorities", "partnerships"}, x.Text)
		}
		return true
	})
}

// givesTarget reports whether the clause says no more than what the target is: "our target was 75%".
func (c *clause) givesTarget() bool {
	k := c.hasFace(facts.FaceTarget)
	return k == 0 && c.lead == "" && len(c.qs) == 1 && c.last.Kind == facts.Measure && slices.Contains([]string{"the target", "our target", "the goal", "our goal"}, c.items[0].Text) && c.next(k) == c.qs[0].i && c.next(c.qs[0].i) < 0
}

// dangles reports whether the clause hangs on words that aren't understood: a
// parenthesis, or what begins with "of which".
func (c *clause) dangles() bool {
	return c.lead == "(" && c.after != nil && (c.after.Class == language.IsUnknown || c.after.Class == language.IsVersus || c.after.Class == language.IsThan || c.after.Class == language.IsQuantity && c.after.Q.Unit == facts.Bare && c.ofSome()) || c.lead == "which" && c.vague || c.lead == "," && c.vague && len(c.items) == 2 && c.roleAt(0, "in") && c.is(1, language.IsQuantity)
}

// ofSome reports whether the sentence begins with what its counts are of: "Of the 27
// services inspected, 23 (85%) …".
func (s *statement) ofSome() bool {
	for i := range s.items {
		if it := &s.items[i]; it.Class != language.IsPlain {
			return it.Class == language.IsRole && it.Role == "of" && language.AnyOf(s.items[i+1:min(i+4, len(s.items))], func(x *lex.Item) bool { return x.Class == language.IsQuantity })
		}
	}
	return false
}

// inIt reports whether the subject is only that of a place that was named before: "falls on it rose".
func (c *clause) inIt() bool {
	for i := 0; i+2 < len(c.items); i++ {
		if c.items[i].Class != language.IsSubject || c.items[i].Thing.Kind == facts.Money || c.items[i].Thing.Survey || c.items[i+2].Text != "it" && c.items[i+2].Text != "them" {
			continue
		}
		switch c.items[i+1].Text {
		case "on", "in", "at", "within", "among":
			return true
		}
	}
	return false
}
