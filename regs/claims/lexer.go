package claims

import (
	"maps"
	"slices"
	"strings"
)

// lexer makes items of tokens.
type lexer struct {
	*reader
	ts    []token
	items []item
	// own are the words of the sentence's subjects, which narrow nothing; gap are
	// the tokens inside a subject's name.
	own map[string]bool
	gap map[int]bool
	// every is the base that the next figure is of, 0 where none was named.
	every int64
	// suite is true where the sentence has a subject of the core suite.
	suite bool
}

// lex reads the items of a sentence.
func (r *reader) lex(ts []token) []item {
	if r.ownRoom == nil {
		r.ownRoom = map[string]bool{}
	}
	if r.titleRoom == nil {
		r.titleRoom = make([]titleMatch, len(r.dictionary.titles))
	}
	clear(r.ownRoom)
	l := &lexer{reader: r, ts: ts, items: r.itemRoom[:0], own: r.ownRoom}
	subjects := l.subjects()
	for _, c := range subjects {
		l.withWords(c.thing)
		l.suite = true
	}
	l.others()
	if len(subjects) == 0 && r.last != nil {
		l.withWords(r.last)
	}
	for i := 0; i < len(ts); {
		if n := l.at(i, subjects); n > 0 {
			i += n
			continue
		}
		i++
	}
	r.itemRoom = compared(l.items)
	return r.itemRoom
}

// compared takes "higher than" before a period apart, which compares two times
// and not two places, and makes an overspend of "more than the budget".
func compared(items []item) []item {
	for i := 0; i < len(items); i++ {
		it := items[i]
		if it.class == isMood && it.text == "standard" && i > 0 && items[i-1].class == isQuantity && items[i-1].q.unit == percent {
			items[i].class, items[i].face = isFace, target // "the 90% standard"
		}
		if it.class == isUnknown && (it.text == "cases" || it.text == "occasions") && i > 1 && items[i-1].role == "of" && items[i-2].class == isQuantity && items[i-2].q.unit == percent {
			items[i].class = isPlain // "in 91.0% of cases"
		}
		if over, ok := besidePlan(items, i); ok {
			items[i] = over
			continue
		}
		if underPlace(items, i) {
			items[i].class, items[i].n = isBeside, map[bool]int{true: -1, false: 1}[it.hedge == under]
			it = items[i]
		}
		if it.class != isBeside {
			continue
		}
		k := i + 1
		for k < len(items) && (items[k].class == isPlain || items[k].class == isRole && (items[k].role == "in" || strings.HasPrefix(items[k].text, "where "))) {
			k++
		}
		if k < len(items) && items[k].class == isFace && items[k].face == plan && !it.judge {
			over := item{entry: entry{class: isFace, face: variance, n: -it.n, word: it.text}, start: it.start, end: items[k].end, text: it.text + " " + items[k].text}
			items[i] = over
			continue
		}
		if k < len(items) && items[k].class == isPeriod && (strings.HasSuffix(it.text, " than") || items[k].known && (strings.HasSuffix(it.text, "above") || strings.HasSuffix(it.text, "below"))) {
			items[i].class, items[i].adj = isMove, true
			than := item{entry: entry{class: isThan, word: "than"}, start: it.end, end: it.end, text: "than"}
			items = slices.Insert(items, i+1, than)
		}
	}
	return items
}

// underPlace reports whether "under" or "over" at i compares with a place: "2% under the
// Scottish rate".
func underPlace(items []item, i int) bool {
	if items[i].class != isHedge || items[i].hedge != under && items[i].hedge != over || i == 0 || items[i-1].class != isQuantity {
		return false
	}
	for k := i + 1; k < len(items); k++ {
		if items[k].class != isPlain {
			return items[k].class == isArea && items[k].area != own
		}
	}
	return false
}

// besidePlan makes an over- or underspend of "just over this year's plan".
func besidePlan(items []item, i int) (item, bool) {
	it := items[i]
	sign := 0
	switch {
	case it.class != isHedge:
	case it.hedge == over, it.hedge == justOver:
		sign = -1
	case it.hedge == under, it.hedge == nearly && (strings.Contains(it.text, "under") || strings.Contains(it.text, "below")):
		sign = 1
	}
	if sign == 0 {
		return it, false
	}
	for k := i + 1; k < len(items); k++ {
		switch x := items[k]; {
		case x.class == isFace && x.face == plan:
			return item{entry: entry{class: isFace, face: variance, n: sign, word: it.text}, start: it.start, end: x.end, text: it.text + " " + x.text}, true
		case x.class != isPlain && x.class != isPeriod:
			return it, false
		}
	}
	return it, false
}

// claimed is a subject that was found, with the tokens that name it.
type claimed struct {
	thing *Thing
	at    []int
	title bool // by words of its title, which may be far apart
}

// subjects finds what the sentence is about by names with gaps and by titles,
// which the plain reading from left to right can't.
func (l *lexer) subjects() map[int]claimed {
	var found map[int]claimed
	suite := suiteNames()
	for i := range l.ts {
		if l.ts[i].kind == markToken || l.ts[i].kind == referenceToken {
			continue
		}
		if suite.next[l.ts[i].text] == nil && l.dictionary.gapped.next[l.ts[i].text] == nil {
			continue
		}
		var best claimed
		match(suite, l.ts, i, nil, 0, func(e entry, at []int) {
			if t := l.things[e.word]; t != nil && len(at) > len(best.at) {
				best = claimed{thing: t, at: slices.Clone(at)}
			}
		})
		match(l.dictionary.gapped, l.ts, i, nil, 0, func(e entry, at []int) {
			if len(at) > len(best.at) {
				best = claimed{thing: e.thing, at: slices.Clone(at)}
			}
		})
		if best.thing != nil {
			// A name inside a longer one isn't a name of its own.
			inside := false
			for first, c := range found {
				if c.at[0] > best.at[0] || best.at[0] > c.at[len(c.at)-1] {
					continue
				}
				if best.at[len(best.at)-1] <= c.at[len(c.at)-1] || len(best.at) <= len(c.at) {
					inside = true
				} else {
					delete(found, first) // the longer of two that overlap
				}
			}
			if !inside {
				if found == nil {
					found = map[int]claimed{}
				}
				found[best.at[0]] = best
			}
		}
	}
	withoutBedDays(found, l.ts)
	if t, at := l.dictionary.measure(l.ts, l.titleRoom); t != nil {
		free := true
		for first, c := range found {
			if slices.Contains(at, first) || c.at[0] >= at[0] && c.at[0] <= at[len(at)-1] {
				free = free && len(c.at) < len(at)
			}
		}
		if free {
			maps.DeleteFunc(found, func(first int, _ claimed) bool { return slices.Contains(at, first) })
			if found == nil {
				found = map[int]claimed{}
			}
			found[at[0]] = claimed{t, at, true}
		}
	}
	return found
}

// withoutBedDays leaves "bed days" to delayed discharge where the sentence speaks of
// that.
func withoutBedDays(found map[int]claimed, ts []token) {
	delayed := false
	for _, c := range found {
		delayed = delayed || c.thing.ID == "NI19"
	}
	maps.DeleteFunc(found, func(_ int, c claimed) bool {
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

// match calls f for each name that begins at token i, with the tokens that it
// names.
func match(t *trie, ts []token, i int, at []int, gap int, f func(entry, []int)) {
	for _, e := range t.here {
		f(e, at)
	}
	if i >= len(ts) || len(at) > 12 {
		return
	}
	if ts[i].kind != markToken && ts[i].kind != referenceToken {
		if next := t.next[keyOf(&ts[i])]; next != nil {
			match(next, ts, i+1, append(at, i), 0, f)
		}
	}
	if next := t.next[".."]; next != nil {
		for k := i; k < len(ts) && k-i <= gapWidth; k++ {
			if ts[k].kind == markToken && ts[k].text != "" && !(ts[k].text == "," && lists(ts, k)) || ts[k].text == "but" || ts[k].text == "while" {
				break
			}
			if k < len(ts) && ts[k].kind != referenceToken {
				if then := next.next[keyOf(&ts[k])]; then != nil {
					match(then, ts, k+1, append(at, k), 0, f)
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

// keyOf is a token as phrases have it.
func keyOf(t *token) string { return t.text }

// at adds the item at token i and says how many tokens it took.
func (l *lexer) at(i int, subjects map[int]claimed) int {
	t := &l.ts[i]
	if c, ok := subjects[i]; ok {
		return l.subject(i, c)
	}
	switch t.kind {
	case markToken:
		if t.text != "" && !l.gap[i] {
			l.items = append(l.items, item{entry: entry{class: isMark, word: t.text}, start: t.start, end: t.end, text: t.text})
		}
		return 1
	case referenceToken:
		l.reference(t)
		l.base(i)
		return 1
	}
	if n := l.age(i); n > 0 {
		return n
	}
	if n := l.fraction(i); n > 0 {
		return n
	}
	e, n, number := l.longest(i)
	if e.class == isSubject && l.own[t.text] && overlaps(subjects, i, n) {
		e, n = entry{class: isPlain, word: t.text}, 1 // "unpaid carers feel supported": no name of an amount
	}
	if n == 1 && l.own[t.text] && (slices.Contains([]class{isMood, isFace, isStatus, isLives, isAside, isBreak, isMet}, e.class) && e.word != "and" ||
		e.class == isMove && (e.judge || e.adj) || e.class == isSubject && e.thing.Kind == isCount && l.suite) {
		e = entry{class: isPlain, word: t.text}
	}
	if n == 2 && e.class == isBeside && e.judge && l.own[t.text] && i > 0 && l.ts[i-1].text == "or" {
		e, n = entry{class: isPlain, word: t.text}, 1 // "good or better" than
	}
	if n > 0 && l.gap[i] && !e.adj && slices.Contains([]class{isMood, isBreak, isAside, isStable, isMove, isFace, isStatus, isLives, isMet}, e.class) {
		e, n = entry{class: isPlain, word: t.text}, 1
	}
	if n > 0 && !(n == 1 && t.kind != wordToken) {
		l.phrase(i, e, n, number)
		return n
	}
	switch t.kind {
	case yearToken:
		it := item{entry: entry{class: isPeriod, year: t.year, word: "year"}, known: true, calendar: t.calendar, start: t.start, end: t.end, text: t.text}
		if n := len(l.items); n > 0 && l.items[n-1].word == "31 march" && t.calendar {
			it.year, it.calendar = t.year-1, false
		}
		l.items = append(l.items, it)
		return 1
	case numberToken:
		return l.number(i)
	}
	class := isUnknown
	w := strings.TrimSuffix(strings.TrimSuffix(t.text, "'s"), "'")
	if l.dictionary.plain[t.text] || strings.HasSuffix(w, "ly") && len(w) > 4 || l.own[w] {
		class = isPlain
	}
	if t.ordinal > 0 {
		class = isPlain
	}
	l.items = append(l.items, item{entry: entry{class: class, word: t.text}, start: t.start, end: t.end, text: t.text, ordinal: t.ordinal})
	return 1
}

// overlaps reports whether a name of n tokens at i runs into a subject's.
func overlaps(subjects map[int]claimed, i, n int) bool {
	for k := i + 1; k < i+n; k++ {
		if _, ok := subjects[k]; ok {
			return true
		}
	}
	return false
}

// others adds the words of what else the sentence names, such as what the report
// counts.
func (l *lexer) others() {
	for i := range l.ts {
		node := l.dictionary.names
		for k := i; k < len(l.ts) && node != nil && l.ts[k].kind != markToken; k++ {
			if node = node.next[l.ts[k].text]; node == nil {
				break
			}
			for _, e := range node.here {
				if e.class == isSubject && e.thing.Kind != isMoney {
					l.withWords(e.thing)
				}
			}
		}
	}
}

// subject adds a subject whose words may have others between them: those are
// read as they stand.
func (l *lexer) subject(i int, c claimed) int {
	last := i
	for k := 1; k < len(c.at) && c.at[k] == last+1; k++ {
		last = c.at[k]
	}
	l.items = append(l.items, item{entry: entry{class: isSubject, thing: c.thing}, start: l.ts[i].start, end: l.ts[last].end, text: l.ts[i].text,
		possessive: strings.HasSuffix(l.ts[last].text, "'s")})
	for k := last + 1; k < c.at[len(c.at)-1] && !c.title; k++ {
		if l.gap == nil {
			l.gap = map[int]bool{}
		}
		l.gap[k] = true
	}
	for _, k := range c.at {
		if k > last {
			l.ts[k].kind, l.ts[k].text, l.ts[k].ordinal = markToken, "", 0 // read
		}
	}
	return last - i + 1
}

// withWords adds a thing's own words to those that change nothing.
func (l *lexer) withWords(t *Thing) {
	for _, w := range t.Vocabulary {
		l.own[w] = true
	}
}

// longest is the longest phrase at token i; of two as long, this report's own.
func (l *lexer) longest(i int) (best entry, n int, number int64) {
	for _, t := range []*trie{l.dictionary.names, l.dictionary.words} {
		node, count := t, int64(0)
		for k := i; k < len(l.ts); k++ {
			tk := &l.ts[k]
			if tk.kind == markToken || tk.kind == referenceToken {
				break
			}
			next := node.next[tk.text]
			if next == nil && tk.kind == numberToken && tk.q.value != nil && tk.q.value.IsInt() && tk.q.unit == bare {
				if next = node.next["#"]; next != nil {
					count = tk.q.value.Num().Int64()
				}
			}
			if node = next; node == nil {
				break
			}
			if len(node.here) > 0 && k-i+1 > n {
				best, n, number = l.choose(node.here, k+1), k-i+1, count
			}
		}
	}
	return best, n, number
}

// choose picks of several meanings by what follows at token k.
func (l *lexer) choose(here []entry, k int) entry {
	best := here[0]
	number := k < len(l.ts) && (l.ts[k].kind == numberToken || l.ts[k].text == "half" || l.ts[k].text == "a" && k+1 < len(l.ts) && parts[l.ts[k+1].text] > 0 ||
		l.ts[k].kind == referenceToken)
	if number && k+2 < len(l.ts) && l.ts[k+1].text == "years" && slices.Contains([]string{"ago", "earlier", "before", "previously"}, l.ts[k+2].text) {
		number = false // "higher than five years ago"
	}
	for _, e := range here {
		switch {
		case e.class == isHedge && number:
			return e
		case e.class == isHedge && best.class == isUnknown:
		case best.class == isPlain && e.class != isHedge, best.class == isHedge, e.class == isArea:
			best = e
		}
	}
	if best.class == isHedge && !number && best.hedge == about {
		best = entry{class: isPlain, word: best.word}
	}
	return best
}

// phrase adds the item of a phrase of n tokens.
func (l *lexer) phrase(i int, e entry, n int, number int64) {
	it := item{entry: e, start: l.ts[i].start, end: l.ts[i+n-1].end, text: l.ts[i].text, ordinal: l.ts[i].ordinal}
	last := l.ts[i+n-1].text
	it.possessive = strings.HasSuffix(last, "'s")
	if e.class == isSubject && e.thing != nil && e.thing.Kind != isMoney {
		l.withWords(e.thing)
	}
	if e.class == isPeriod && (e.word == "ago" || e.word == "over") {
		it.year = int(number)
	}
	if e.class == isEach {
		it.n = int(number)
	}
	it.text = strings.ToLower(string(l.plain[it.start:it.end]))
	l.items = append(l.items, it)
}
