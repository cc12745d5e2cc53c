package claims

import (
	"maps"
	"slices"
	"strconv"
	"strings"

	"apr/internal/period"
)

// item is a run of tokens with what it means.
type item struct {
	entry
	start, end int // bytes of the passage
	text       string
	q          *quantity
	// calendar is true of a period such as "2025".
	calendar bool
	// known is true of a period that is a year as written.
	known bool
	// possessive is true of "Scotland's".
	possessive bool
	ordinal    int64
	ref        *referred
}

// referred is what a reference names.
type referred struct {
	thing *Thing
	face  Face
	area  string
	year  int
	// from is the year that a change is since, 0 else.
	from int
	// stated is true where the reference names its year.
	stated bool
	name   string
	value  Value
	ok     bool
}

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
		if it.class != isBeside {
			continue
		}
		k := i + 1
		for k < len(items) && (items[k].class == isPlain || items[k].class == isRole && items[k].role == "in") {
			k++
		}
		if k < len(items) && items[k].class == isFace && items[k].face == plan && !it.judge {
			over := item{entry: entry{class: isFace, face: variance, n: -it.n, word: it.text}, start: it.start, end: items[k].end, text: it.text + " " + items[k].text}
			items[i] = over
			continue
		}
		if k < len(items) && items[k].class == isPeriod && strings.HasSuffix(it.text, " than") {
			items[i].class, items[i].adj = isMove, true
			than := item{entry: entry{class: isThan, word: "than"}, start: it.end, end: it.end, text: "than"}
			items = slices.Insert(items, i+1, than)
		}
	}
	return items
}

// claimed is a subject that was found, with the tokens that name it.
type claimed struct {
	thing *Thing
	at    []int
	title bool // by words of its title, which may stand far apart
}

// subjects finds what the sentence is about by names with gaps and by titles,
// which the plain reading from left to right can't.
func (l *lexer) subjects() map[int]claimed {
	var found map[int]claimed
	for i := range l.ts {
		if l.ts[i].kind == markToken || l.ts[i].kind == referenceToken {
			continue
		}
		var best claimed
		match(suiteNames(), l.ts, i, nil, 0, func(e entry, at []int) {
			if t := l.things[e.word]; t != nil && len(at) > len(best.at) {
				best = claimed{thing: t, at: slices.Clone(at)}
			}
		})
		if best.thing != nil {
			// A name inside a longer one is no name of its own.
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
	if t, at := l.dictionary.measure(l.ts); t != nil {
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

// gapWidth is how many words may stand in a gap of a name.
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

// lists reports whether the comma at token k stands between two words of a list:
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

// age reads "aged 65 and over", "over-65s", "65+": what a subject is about by
// itself, and what narrows any other.
func (l *lexer) age(i int) int {
	at := func(k int) string {
		if k < len(l.ts) {
			return l.ts[k].text
		}
		return ""
	}
	isAge := func(k int) bool {
		if k >= len(l.ts) || l.ts[k].kind != numberToken || l.ts[k].q.unit != bare || l.ts[k].q.inWords || !l.ts[k].q.value.IsInt() {
			return false
		}
		n := l.ts[k].q.value.Num().Int64()
		return n >= 16 && n <= 100
	}
	n := 0
	var age string
	switch w := at(i); {
	case (w == "aged" || w == "age" || w == "ages") && isAge(i+1):
		n, age = 2, at(i+1)
	case (w == "aged" || w == "age") && (at(i+1) == "over" || at(i+1) == "under") && isAge(i+2):
		n, age = 3, at(i+2)
	case (w == "people" || w == "adults" || w == "those" || w == "patients" || w == "residents") && (at(i+1) == "over" || at(i+1) == "under") && isAge(i+2):
		n, age = 3, at(i+2)
	case (w == "over" || w == "under") && strings.HasSuffix(at(i+1), "s") && len(at(i+1)) == 3 && at(i + 1)[0] >= '1' && at(i + 1)[0] <= '9':
		n, age = 2, strings.TrimSuffix(at(i+1), "s")
	case strings.HasPrefix(w, "over-") || strings.HasPrefix(w, "under-"):
		_, a, _ := strings.Cut(w, "-")
		n, age = 1, strings.TrimSuffix(a, "s")
	case isAge(i) && (at(i+1) == "and" || at(i+1) == "or" || at(i+1) == "years") && (at(i+2) == "over" || at(i+2) == "older" || at(i+2) == "above" || at(i+2) == "and" || at(i+2) == "or"):
		n, age = 1, w
	default:
		return 0
	}
	if k := i + n; at(k) == "years" {
		n++
	}
	if k := i + n; (at(k) == "and" || at(k) == "or") && (at(k+1) == "over" || at(k+1) == "older" || at(k+1) == "above" || at(k+1) == "more") {
		n += 2
	}
	class := isUnknown
	if l.own[age] {
		class = isPlain
	}
	l.items = append(l.items, item{entry: entry{class: class, word: "aged " + age}, start: l.ts[i].start, end: l.ts[i+n-1].end, text: "aged " + age})
	return n
}

// fraction reads "a third of", "two thirds", "one in five", "half", "nine out of ten".
func (l *lexer) fraction(i int) int {
	t := &l.ts[i]
	get := func(k int) *token {
		if k < len(l.ts) {
			return &l.ts[k]
		}
		return &token{}
	}
	whole := func(k int) (int64, bool) {
		x := get(k)
		if x.kind == numberToken && x.q.value != nil && x.q.value.IsInt() && x.q.unit == bare {
			return x.q.value.Num().Int64(), true
		}
		return 0, false
	}
	add := func(q quantity, n int) int {
		l.quantity(item{entry: entry{class: isQuantity}, q: &q, start: t.start, end: l.ts[i+n-1].end, text: t.text})
		return n
	}
	if n, ok := whole(i); ok && n > 0 {
		switch {
		case get(i+1).text == "in" && get(i+2).kind == numberToken && (get(i+2).q.inWords || t.q.inWords || n < 10):
			if d, ok := whole(i + 2); ok && d > n && d <= 100 && (d <= 20 || d == 100 || d == 50) {
				return add(fractionOf(n, d), 3)
			}
		case t.q.inWords && get(i+1).kind == wordToken && get(i+2).text == "in" && get(i+3).kind == numberToken && get(i+3).q.inWords && l.plainWord(i+1):
			if d, ok := whole(i + 3); ok && d > n && d <= 20 {
				add(fractionOf(n, d), 1) // "one carer in ten": the carer is read behind it
				for k := i + 2; k <= i+3; k++ {
					l.ts[k].kind, l.ts[k].text, l.ts[k].ordinal = markToken, "", 0
				}
				return 1
			}
		case get(i+1).text == "out" && get(i+2).text == "of":
			k := i + 3
			if get(k).text == "every" {
				k++
			}
			if d, ok := whole(k); ok && d > n && d <= 20 && t.q.inWords {
				return add(fractionOf(n, d), k-i+1)
			}
		case parts[get(i+1).text] > 0 && t.q.inWords && get(i+1).text != "second":
			if d := parts[get(i+1).text]; n < d {
				return add(fractionOf(n, d), 2)
			}
		}
	}
	switch {
	case (t.text == "a" || t.text == "one") && parts[get(i+1).text] > 0 && get(i+2).text != "year" && get(i+2).text != "consecutive" && get(i+2).text != "successive" && get(i+2).text != "of a" &&
		get(i+1).text != "quarters":
		return add(fractionOf(1, parts[get(i+1).text]), 2)
	case t.text == "half" || t.text == "one-half":
		return add(fractionOf(1, 2), 1)
	case t.text == "one-third" || t.text == "two-thirds" || t.text == "one-quarter" || t.text == "three-quarters" || t.text == "one-fifth" || t.text == "two-fifths" || t.text == "three-fifths":
		a, b, _ := strings.Cut(t.text, "-")
		return add(fractionOf(smallNumbers[a], parts[b]), 1)
	}
	return 0
}

// plainWord reports whether the word at token i belongs to a subject, or is plain.
func (l *lexer) plainWord(i int) bool {
	if l.own[l.ts[i].text] || l.dictionary.plain[l.ts[i].text] {
		return true
	}
	n := l.dictionary.words.next[l.ts[i].text]
	return n != nil && len(n.here) > 0 && n.here[0].class == isPlain
}

// quantity adds a quantity, under the hedge before it.
func (l *lexer) quantity(it item) {
	if n := len(l.items); n > 0 && l.items[n-1].class == isHedge {
		it.q.apply(l.items[n-1].hedge)
		it.start = l.items[n-1].start
		l.items = l.items[:n-1]
	}
	l.items = append(l.items, it)
}

// number reads a figure with what it is per: "24.1 per 1,000 people aged 65 and over".
func (l *lexer) number(i int) int {
	t := &l.ts[i]
	if i > 0 && l.ts[i-1].text == "per" && t.q.unit == bare {
		return 1 // the base of a rate that is only named
	}
	if i > 1 && l.ts[i-1].text == "every" && (l.ts[i-2].text == "for" || l.ts[i-2].text == "of" || l.ts[i-2].text == "in") && t.q.unit == bare && t.q.value.IsInt() && t.q.value.Cmp(rat(100, 1)) >= 0 {
		l.every = t.q.value.Num().Int64() // "for every 1,000 discharges there were 87"
		return 1
	}
	q := *t.q
	if l.every != 0 && q.unit == bare {
		q.per, l.every = l.every, 0
	} else if per := l.base(i); per != 0 {
		q.per = per
	}
	l.quantity(item{entry: entry{class: isQuantity}, q: &q, start: t.start, end: t.end, text: t.text})
	return 1
}

// base is what the figure at token i is per, which is then read; 0 where nothing
// says. In "11,152 admissions per 100,000" it stands some words on.
func (l *lexer) base(i int) (per int64) {
	for k := i + 1; k < len(l.ts) && k <= i+6; k++ {
		x := &l.ts[k]
		if x.kind == markToken && x.text != "" || x.kind == numberToken {
			break
		}
		if x.text == "per" || x.text == "for" && k+1 < len(l.ts) && l.ts[k+1].text == "every" {
			b := k + 1
			if b < len(l.ts) && l.ts[b].text == "every" {
				b++
			}
			if b < len(l.ts) && l.ts[b].kind == numberToken && l.ts[b].q.value.IsInt() && l.ts[b].q.unit == bare {
				per = l.ts[b].q.value.Num().Int64()
				l.ts[b].kind, l.ts[b].text = markToken, ""
				l.ts[k].kind, l.ts[k].text = markToken, ""
			}
			return per
		}
	}
	return 0
}

// reference adds what a reference stands for.
func (l *lexer) reference(t *token) {
	it := item{entry: entry{class: isQuantity, word: t.ref.Name}, start: t.start, end: t.end, text: t.ref.Name}
	switch t.ref.Name {
	case "year":
		it.entry, it.known = entry{class: isPeriod, year: l.facts.Year, word: "year"}, true
		l.items = append(l.items, it)
		return
	case "authority":
		it.entry = entry{class: isPlain, word: "authority"}
		l.items = append(l.items, it)
		return
	}
	ref := l.refer(t)
	if ref == nil {
		it.entry = entry{class: isUnknown, word: "reference"}
		l.items = append(l.items, it)
		return
	}
	it.ref = ref
	q := quantity{ref: ref, unit: ref.thing.Unit, value: ref.value.Exact, den: 1}
	if ref.face == share {
		q.unit = percent
	}
	it.q = &q
	l.withWords(ref.thing)
	l.quantity(it)
}

// refer resolves a reference by the facts.
func (l *lexer) refer(t *token) *referred {
	arg := func(i int) string {
		if i < len(t.ref.Args) {
			return t.ref.Args[i].Value
		}
		return ""
	}
	ref := &referred{name: t.ref.Name, year: l.facts.Year, face: value}
	year := func(i int) bool {
		if arg(i) == "" {
			return true
		}
		y, err := period.Parse(arg(i))
		ref.year, ref.stated = int(y), true
		return err == nil
	}
	ok := true
	switch t.ref.Name {
	case "value", "scotland":
		ref.thing, ok = l.things[indicatorID(arg(0))], year(1)
		if t.ref.Name == "scotland" {
			ref.area = scotland
		}
	case "change":
		ref.thing = l.things[indicatorID(arg(0))]
		from, err := period.Parse(arg(1))
		ref.from, ref.face = int(from), "change"
		ok = err == nil && year(2)
		ref.stated = arg(2) != ""
	case "rank":
		ref.thing, ref.face = l.things[indicatorID(arg(0))], "rank"
	case "spend", "plan", "variance", "proportion", "funding":
		ref.thing, ok = l.moneyNamed(arg(0)), year(1)
		ref.face = map[string]Face{"spend": spend, "plan": plan, "variance": variance, "proportion": share, "funding": funding}[t.ref.Name]
	case "locality":
		ref.thing, ok = l.things["locality:"+arg(0)], year(1)
		ref.face = spend
	case "measure":
		ref.thing = l.things["measure:"+strings.ToUpper(arg(0))]
		if arg(1) != "" {
			ref.area = "locality:" + arg(1)
		}
	default:
		return nil
	}
	if ref.thing == nil || !ok {
		return nil
	}
	if ref.face != "change" && ref.face != "rank" {
		if !ref.stated && ref.thing.Kind == isIndicator {
			if _, there := l.facts.at(ref.thing, ref.face, ref.area, ref.year); !there {
				ref.ok = false
				return ref
			}
		}
		ref.value, ref.ok = l.facts.at(ref.thing, ref.face, ref.area, ref.year)
	}
	return ref
}

func indicatorID(s string) string {
	s = strings.ToUpper(strings.ReplaceAll(s, " ", ""))
	if _, err := strconv.Atoi(s); err == nil {
		s = "NI" + s
	}
	return s
}

// moneyNamed is the amount that a reference names.
func (r *reader) moneyNamed(name string) *Thing {
	if kind, rest, found := strings.Cut(name, ":"); found {
		if t := r.things[kind+":"+strings.TrimSpace(rest)]; t != nil {
			return t
		}
	}
	for _, kind := range []string{"", "matter:", "care group:", "locality:", "partner:", "funding:", "service:"} {
		if t := r.things[kind+name]; t != nil && t.Kind == isMoney {
			return t
		}
	}
	return nil
}
