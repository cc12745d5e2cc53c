package claims

import (
	"slices"
	"strings"
)

// claimed is a subject that was found, with the tokens that name it.
type claimed struct {
	thing *Thing
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
		if t.kind == markToken || t.kind == referenceToken {
			continue
		}
		var suite, gapped *trie
		if f := t.form; f == nil || f.text != t.text {
			suite, gapped = suiteNames().after(t.text), l.dictionary.gapped.after(t.text)
		} else {
			suite, gapped = f.suite, f.gapped
		}
		if suite == nil && gapped == nil {
			continue
		}
		if best := l.longestName(suite, gapped, i); best.thing != nil {
			found = withName(found, best)
		}
	}
	found = withoutVerb(withoutBedDays(found, l.ts), l.ts)
	if t, at := l.dictionary.measure(l.ts, l.titleRoom); t != nil && !l.namesAmounts(at) && !spansClauses(l.ts[at[0]:at[len(at)-1]]) {
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
func saysMoreOf(indicator, measure *Thing, ts []token) bool {
	return indicator.Kind == isIndicator && anyOf(ts, func(t *token) bool {
		return t.kind == wordToken && len(t.text) > 3 && !titleStops[t.text] && strings.Contains(indicator.Title, t.text) && !strings.Contains(measure.Title, t.text)
	})
}

// ageOf reports whether tokens name the age of those whom an indicator counts, and a measure doesn't: "delayed discharge
// for people aged 75 or over".
func ageOf(indicator, measure *Thing, ts []token) bool {
	return indicator.Kind == isIndicator && anyOf(ts, func(t *token) bool {
		if t.kind != numberToken || len(t.text) != 2 {
			return false
		}
		theirs, _ := indicator.owns(t.text)
		also, _ := measure.owns(t.text)
		return theirs && !also
	})
}

// spansClauses reports whether another clause begins within tokens, so that the words of one title aren't
// those of two things: "emergency bed days rose, whereas delayed discharge …".
func spansClauses(ts []token) bool {
	return anyOf(ts, func(t *token) bool {
		return slices.Contains([]string{";", "while", "whereas", "although", "but"}, t.text)
	})
}

// longestName is the longest name at token i; suite and own are where its word leads to in the names
// of the core suite, by codes, and in this report's, nil where none begins so.
func (l *lexer) longestName(suite, own *trie, i int) (best claimed) {
	at := append(l.nameRoom[:0], i)
	if suite != nil {
		match(suite, l.ts, i+1, at, func(e *entry, at []int) {
			if t := l.things[e.word]; t != nil && len(at) > len(best.at) {
				best = claimed{thing: t, at: slices.Clone(at)}
			}
		})
	}
	if own != nil {
		match(own, l.ts, i+1, at, func(e *entry, at []int) {
			if len(at) > len(best.at) {
				best = claimed{thing: e.thing, at: slices.Clone(at)}
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
		node := l.dictionary.names
		for k := i; k < len(l.ts) && node != nil && l.ts[k].kind == wordToken; k++ {
			if node = node.after(l.ts[k].text); node == nil {
				break
			}
			if slices.ContainsFunc(node.here, func(e *entry) bool { return e.class == isSubject && e.thing.Kind == isMoney }) {
				for j := i; j <= k; j++ {
					covered[j] = true
				}
			}
		}
	}
	return !slices.ContainsFunc(at, func(i int) bool {
		return !covered[i] && !titleStops[l.ts[i].text] && l.ts[i].text != "people" && l.ts[i].text != "adults"
	})
}

// withoutBedDays leaves "bed days" to delayed discharge where the sentence speaks of
// that.
func withoutBedDays(found []claimed, ts []token) []claimed {
	delayed := false
	for _, c := range found {
		delayed = delayed || c.thing.ID == "NI19"
	}
	return slices.DeleteFunc(found, func(c claimed) bool {
		if !delayed || c.thing.ID != "NI13" || len(c.at) > 2 || !strings.HasPrefix(ts[c.at[0]].text, "bed") {
			return false
		}
		if k := c.at[0] - 1; k >= 0 && slices.Contains([]string{"while", "but", "whereas", "although"}, ts[k].text) {
			ts[c.at[0]].text += "?" // those of delays, or all: not understood
		}
		return true
	})
}

// gapWidth is how many words may be in a gap of a name.
const gapWidth = 9

// wordsOfName is how many words of a name can be found.
const wordsOfName = 13

// figureBetweenCommas is the comma that ends the figure that the one at token k begins, 0 where it begins none: "carers,
// at 30.1% in 2025/26, feel supported".
func figureBetweenCommas(ts []token, k int) int {
	if ts[k].kind != markToken || ts[k].text != "," || k+3 >= len(ts) || ts[k+1].text != "at" || ts[k+2].kind != numberToken {
		return 0
	}
	end := k + 3
	if ts[end].text == "in" && end+2 < len(ts) && ts[end+1].kind == yearToken {
		end += 2
	}
	if ts[end].kind != markToken || ts[end].text != "," {
		return 0
	}
	return end
}

// match calls f for each name that goes on at token i behind the tokens at, with the tokens
// that it names.
func match(t *trie, ts []token, i int, at []int, f func(*entry, []int)) {
	for _, e := range t.here {
		f(e, at)
	}
	if i >= len(ts) || len(at) >= wordsOfName {
		return
	}
	if ts[i].kind != markToken && ts[i].kind != referenceToken {
		if next := t.after(ts[i].text); next != nil {
			match(next, ts, i+1, append(at, i), f)
		}
	}
	if next := t.afterGap(); next != nil {
		for k, most := i, i+gapWidth; k < len(ts) && k <= most; k++ {
			if ts[k].text == "(" && k+2 < len(ts) && ts[k].kind == markToken && ts[k+1].kind == numberToken && ts[k+2].text == ")" {
				k, most = k+2, most+3 // "carers (33.3%) feel supported"
				continue
			}
			if end := figureBetweenCommas(ts, k); end > 0 {
				k, most = end, most+end-k+1
				continue
			}
			if ts[k].kind == markToken && ts[k].text != "" && !(ts[k].text == "," && (lists(ts, k) || whoReplied(ts, k) || ts[0].text == "asked" || k+2 < len(ts) && ts[k+1].text == "with" && ts[k+2].kind == numberToken)) || ts[k].text == "but" || ts[k].text == "while" {
				break
			}
			if k < len(ts) && ts[k].kind != referenceToken {
				if then := next.after(ts[k].text); then != nil {
					match(then, ts, k+1, append(at, k), f)
				}
			}
		}
	}
}

// lists reports whether the comma at token k is between two words of a list:
// "their help, care or support".
func lists(ts []token, k int) bool {
	if k+2 >= len(ts) || ts[k+1].kind != wordToken {
		return false
	}
	for j := k + 2; j < min(k+4, len(ts)); j++ {
		if ts[j].text == "or" || ts[j].text == "and" || ts[j].text == "," {
			return true
		}
	}
	return false
}

// overlaps reports whether a name of n tokens at i runs into a subject's.
func overlaps(subjects []claimed, i, n int) bool {
	return slices.ContainsFunc(subjects, func(c claimed) bool { return i < c.at[0] && c.at[0] < i+n })
}

// others adds the words of what else the sentence names, such as what the report
// counts.
func (l *lexer) others() {
	for i := range l.ts {
		if l.ts[i].kind == markToken {
			continue
		}
		for k, node := i, l.named(i); node != nil && node.things; {
			for _, e := range node.here {
				if e.class == isSubject && e.thing.Kind != isMoney {
					l.withWords(e.thing)
				}
			}
			if k++; k == len(l.ts) || l.ts[k].kind == markToken {
				break
			}
			node = node.after(l.ts[k].text)
		}
	}
}

// named are the report's own names that begin with the word of token i, nil where none does.
func (l *lexer) named(i int) *trie {
	t := &l.ts[i]
	if t.form != nil && t.form.text == t.text {
		return t.form.names
	}
	return l.dictionary.names.after(t.text)
}

// subject adds a subject whose words may have others between them: those are
// read as they stand.
func (l *lexer) subject(i int, c claimed) int {
	last := i
	for k := 1; k < len(c.at) && c.at[k] == last+1; k++ {
		last = c.at[k]
	}
	l.items = append(l.items, item{entry: entry{class: isSubject, thing: c.thing}, start: l.ts[i].start, end: l.ts[last].end, text: l.ts[i].text,
		possessive: strings.HasSuffix(l.ts[last].text, "'s"), loose: c.loose})
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
			l.ts[k].kind, l.ts[k].text, l.ts[k].ordinal = markToken, "", 0 // read
		}
	}
	return last - i + 1
}
