package lex

import (
	"slices"
	"strings"

	"apr/regs/claims/facts"
	"apr/regs/claims/language"
)

// claimed is a subject that was found, with the tokens that name it.
type claimed struct {
	thing *facts.Thing
	at    []int
	title bool // by words of its title, which may be far apart
	loose bool // by a name that people use loosely
}

// subjects finds what the sentence is about by names with gaps and by titles,
// which the plain reading from left to right can't.
func (l *lexer) subjects() []claimed {
	var found []claimed
	for i := range l.ts {
		t := &l.ts[i]
		if t.Kind == language.MarkToken || t.Kind == language.ReferenceToken {
			continue
		}
		var suite, gapped *language.Trie
		if f := t.Form; f == nil {
			suite, gapped = language.SuiteNames().After(t.Text), l.dictionary.Gapped.After(t.Text)
		} else {
			suite, gapped = f.Suite, f.Gapped
		}
		if suite == nil && gapped == nil {
			continue
		}
		if best := l.longestName(suite, gapped, i); best.thing != nil {
			found = withName(found, best)
		}
	}
	found = withoutVerb(withoutBedDays(found, l.ts), l.ts)
	if t, at := l.dictionary.Measure(l.ts, l.titleRoom); t != nil && !l.namesAmounts(at) && !spansClauses(l.ts[at[0]:at[len(at)-1]]) {
		free := true
		for _, c := range found {
			if slices.Contains(at, c.at[0]) || c.at[0] >= at[0] && c.at[0] <= at[len(at)-1] {
				free = free && len(c.at) < len(at) && !saysMoreOf(c.thing, t, l.ts[at[0]:at[len(at)-1]]) && !ageOf(c.thing, t, l.ts)
			}
		}
		if free {
			found = slices.DeleteFunc(found, func(c claimed) bool { return slices.Contains(at, c.at[0]) })
			found = append(found, claimed{thing: t, at: at, title: true})
		}
	}
	if len(found) == 0 {
		found = l.labelled()
	}
	if len(found) == 0 {
		found = l.spokenOf()
	}
	if len(found) == 0 {
		found = l.carersAsked()
	}
	return found
}

// saysMoreOf reports whether tokens have a word of an indicator's title that the title of a measure hasn't: "at home
// or in the community".
func saysMoreOf(indicator, measure *facts.Thing, ts []language.Token) bool {
	return indicator.Kind == facts.Indicator && language.AnyOf(ts, func(t *language.Token) bool {
		return t.Kind == language.WordToken && len(t.Text) > 3 && !language.TitleStops[t.Text] && strings.Contains(indicator.Title, t.Text) && !strings.Contains(measure.Title, t.Text)
	})
}

// ageOf reports whether tokens name the age of those whom an indicator counts, and a measure doesn't: "delayed discharge
// for people aged 75 or over".
func ageOf(indicator, measure *facts.Thing, ts []language.Token) bool {
	return indicator.Kind == facts.Indicator && language.AnyOf(ts, func(t *language.Token) bool {
		if t.Kind != language.NumberToken || len(t.Text) != 2 {
			return false
		}
		theirs, _ := indicator.Owns(t.Text)
		also, _ := measure.Owns(t.Text)
		return theirs && !also
	})
}

// spansClauses reports whether another clause begins within tokens, so that the words of one title aren't
// those of two things: "emergency bed days rose, whereas delayed discharge …".
func spansClauses(ts []language.Token) bool {
	return language.AnyOf(ts, func(t *language.Token) bool {
		return slices.Contains([]string{";", "while", "whereas", "although", "but"}, t.Text)
	})
}

// longestName is the longest name at token i; suite and own are where its word leads to in the names
// of the core suite, by codes, and in this report's, nil where none begins so.
func (l *lexer) longestName(suite, own *language.Trie, i int) (best claimed) {
	at := append(l.nameRoom[:0], i)
	if suite != nil {
		language.Match(suite, l.ts, i+1, at, func(e *language.Entry, at []int) {
			if t := l.things[e.Word]; t != nil && len(at) > len(best.at) {
				best = claimed{thing: t, at: slices.Clone(at)}
			}
		})
	}
	if own != nil {
		language.Match(own, l.ts, i+1, at, func(e *language.Entry, at []int) {
			if len(at) > len(best.at) {
				best = claimed{thing: e.Thing, at: slices.Clone(at)}
			}
		})
	}
	return best
}

// withName adds a name to those that were found; the longer of two that overlap stays.
func withName(found []claimed, best claimed) []claimed {
	overlaps := func(c claimed) bool { return c.at[0] <= best.at[0] && best.at[0] <= c.at[len(c.at)-1] }
	if slices.ContainsFunc(found, func(c claimed) bool {
		return overlaps(c) && (best.at[len(best.at)-1] <= c.at[len(c.at)-1] || len(best.at) <= len(c.at))
	}) {
		return found // a name inside a longer one isn't a name of its own
	}
	return append(slices.DeleteFunc(found, overlaps), best)
}

// namesAmounts reports whether the words of a title that were found are those of the names of
// amounts, which the sentence may speak of: "care at home cost …, older people …".
func (l *lexer) namesAmounts(at []int) bool {
	covered := map[int]bool{}
	for i := at[0]; i <= at[len(at)-1]; i++ {
		node := l.dictionary.Names
		for k := i; k < len(l.ts) && node != nil && l.ts[k].Kind == language.WordToken; k++ {
			if node = node.After(l.ts[k].Text); node == nil {
				break
			}
			if slices.ContainsFunc(node.Here, func(e *language.Entry) bool { return e.Class == language.IsSubject && e.Thing.Kind == facts.Money }) {
				for j := i; j <= k; j++ {
					covered[j] = true
				}
			}
		}
	}
	return !slices.ContainsFunc(at, func(i int) bool {
		return !covered[i] && !language.TitleStops[l.ts[i].Text] && l.ts[i].Text != "people" && l.ts[i].Text != "adults"
	})
}

// withoutBedDays leaves "bed days" to delayed discharge where the sentence speaks of
// that.
func withoutBedDays(found []claimed, ts []language.Token) []claimed {
	delayed := false
	for _, c := range found {
		delayed = delayed || c.thing.ID == "NI19"
	}
	return slices.DeleteFunc(found, func(c claimed) bool {
		if !delayed || c.thing.ID != "NI13" || len(c.at) > 2 || !strings.HasPrefix(ts[c.at[0]].Text, "bed") {
			return false
		}
		if k := c.at[0] - 1; k >= 0 && slices.Contains([]string{"while", "but", "whereas", "although"}, ts[k].Text) {
			ts[c.at[0]].Text, ts[c.at[0]].Form = ts[c.at[0]].Text+"?", nil // those of delays, or all: not understood
		}
		return true
	})
}

// overlaps reports whether a name of n tokens at i runs into a subject's.
func overlaps(subjects []claimed, i, n int) bool {
	return slices.ContainsFunc(subjects, func(c claimed) bool { return i < c.at[0] && c.at[0] < i+n })
}

// others adds the words of what else the sentence names, such as what the report
// counts.
func (l *lexer) others() {
	for i := range l.ts {
		if l.ts[i].Kind == language.MarkToken {
			continue
		}
		for k, node := i, l.named(i); node != nil && node.Things; {
			for _, e := range node.Here {
				if e.Class == language.IsSubject && e.Thing.Kind != facts.Money {
					l.withWords(e.Thing)
				}
			}
			if k++; k == len(l.ts) || l.ts[k].Kind == language.MarkToken {
				break
			}
			node = node.After(l.ts[k].Text)
		}
	}
}

// named are the report's own names that begin with the word of token i, nil where none does.
func (l *lexer) named(i int) *language.Trie {
	t := &l.ts[i]
	if t.Form != nil {
		return t.Form.Names
	}
	return l.dictionary.Names.After(t.Text)
}

// subject adds a subject whose words may have others between them: those are
// read as they stand.
func (l *lexer) subject(i int, c claimed) int {
	last := i
	for k := 1; k < len(c.at) && c.at[k] == last+1; k++ {
		last = c.at[k]
	}
	l.items = append(l.items, Item{Entry: language.Entry{Class: language.IsSubject, Thing: c.thing}, Start: l.ts[i].Start, End: l.ts[last].End, Text: l.ts[i].Text,
		Possessive: strings.HasSuffix(l.ts[last].Text, "'s"), Loose: c.loose})
	for k := last + 1; k < c.at[len(c.at)-1] && !c.title; k++ {
		if l.gap == nil {
			l.gap = map[int]bool{}
		}
		l.gap[k] = true
	}
	for j := 1; j < len(c.at) && c.title; j++ {
		for k := c.at[j-1] + 1; k < c.at[j] && c.at[j]-c.at[j-1] <= 3; k++ {
			if l.joint == nil {
				l.joint = map[int]bool{}
			}
			l.joint[k] = true
		}
	}
	for _, k := range c.at {
		if k > last {
			l.take(k, k)
		}
	}
	return last - i + 1
}

// labels are what stands before a colon for an indicator or a local measure, by the words of its
// title or its code: "A&E: 17,391 attendances". By itself such a word isn't a name.
var labels = map[string]string{
	"delays": "NI19", "delayed discharges": "NI19", "bed days": "NI13", "carers": "NI8", "unpaid carers": "NI8", "safety": "NI9", "feeling safe": "NI9", "say in care": "NI3", "co-ordination": "NI4", "independence": "NI2",
	"quality of life": "NI7", "gp care": "NI6", "general practice": "NI6", "grades": "NI17", "care grades": "NI17", "falls": "NI16", "last six months of life": "NI15", "intensive needs": "NI18",
	"a&e": "emergency departments", "casualty": "emergency departments", "benefits": "benefits gained", "income gained": "benefits gained", "looked-after children": "looked after", "looked after children": "looked after",
	"payback": "payback orders", "over-65s living at home": "live at home", "over-65s at home": "live at home", "absence": "sickness absence", "sickness": "sickness absence", "vacancies": "vacan", "engagement": "engagement",
	"savings": "savings", "homelessness": "temporary accommodation", "supervision": "supervision", "link workers": "link worker", "support plans": "support plans made", "carer support plans": "support plans made",
	"support plans for carers": "support plans made", "adult protection": "adult protection inquiries", "home care waits": "waiting for care at home", "alcohol and drugs": "alcohol and drug services",
}

// labelled is what a sentence is about by no more than the label that it begins with; nil where it
// has none.
func (l *lexer) labelled() []claimed {
	k := 0
	for k < len(l.ts) && k < 6 && l.ts[k].Kind == language.WordToken {
		k++
	}
	if k == 0 || k+1 >= len(l.ts) || l.ts[k].Text != ":" {
		return nil
	}
	words, at := "", []int(nil)
	for i := range k {
		words += " " + l.ts[i].Text
		at = append(at, i)
	}
	has := labels[words[1:]]
	if has == "" {
		return nil
	}
	t := l.things[has]
	same := 0
	for _, o := range l.facts.Things {
		if o.Kind == facts.Measure && strings.Contains(strings.ToLower(o.Title), has) {
			t, same = o, same+1
		}
	}
	if t == nil || same > 1 {
		return nil
	}
	return []claimed{{thing: t, at: at}}
}
