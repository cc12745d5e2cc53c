package claims

import (
	"bytes"
	"slices"
	"strings"
)

// officialese are phrases of committee papers and of finance returns, in the form of phrases.
var officialese = []struct {
	entry
	list string
}{
	{entry{class: isPlain}, `representing|constituting|equating to? a|an|the; thereby; on offer; relates|related|relating to; finishing; under the same heading; subject to audit|the completion|conclusion of? the? external? audit?; taken from the annual? staff? survey`},
	{entry{class: isPlain}, `on the council|health|nhs side; of the|our two partners; when inspectors|they last? looked|called|visited|came; produced; generated; of? all|everything that; everything; the? work of`},
	{entry{class: isBreak, word: "but"}, `and the remainder|rest|balance in|with|from|to|on`},
	{entry{class: isBase, face: ofSpend}, `of our|its|the money|resources|funds; of resources|funding|funds spent|used|expended?`},
	{entry{class: isExtreme, n: 1}, `highest|high point|mark; high-water mark`},
	{entry{class: isExtreme, n: -1}, `lowest|low point|mark; low-water mark`},
	{entry{class: isPlain}, `giving|gave|give|gives a|an positive|good|favourable|excellent answer|answers|verdict|reply|replies|rating|response|account; of it|which|that|this going|gone|went to|on|into; earned|earns|got|gets|won|drew|had a|an positive|favourable|good verdict|response from`},
	{entry{class: isPlain}, `is|was|remains|are|were a? matter|cause|source of? concern|pride|regret|satisfaction for|to the? board|committee|members|partnership|ijb|us; that|which the? teams|staff|board|members|partnership|we|us can|may|should be proud|pleased of|with; that|which the? committee|board|members will|may|should want|wish to note|see; a|one|another|the further|other|additional pressure|pressures`},
	{entry{class: isPlain}, `we're; they'd|we'd|who'd been|felt|had|got|found|seen; they've|we've|who've`},
	{entry{class: isPlain}, `colleagues|officers|managers|teams delivered|made|found|achieved|realised|secured|banked; posts that stood|stand|lay|were empty|vacant in; vacancies|vacant|unfilled|empty posts? in|among left|leave|leaves`},
	{entry{class: isFace, face: variance, n: -1}, `adverse|unfavourable variance|variances|variation; over|above|beyond|past the planned|budgeted|approved|agreed sum|amount|level|figure`},
	{entry{class: isFace, face: variance, n: 1}, `favourable variance|variances|variation; within|inside the planned|budgeted|approved|agreed sum|amount|level|figure; contained|held|kept within the? budget|plan|allocation; delivered|managed|contained|held|kept|provided within the? available|agreed|approved|allocated|planned budget|budgets|allocation|resources|funding; within the available budget|budgets|resources|funding`},
	{entry{class: isFace, face: plan}, `the? sum|amount|figure budgeted|planned|approved|allowed|agreed for? it?; its|our|their annual financial statement; the|an|its allocation of; the allocation`},
	{entry{class: isUnknown}, `the region as? a? whole?; region-wide; regionally`},
	{entry{class: isMood, word: "historic"}, `had been reported|forecast|projected|predicted|signalled|recorded to; in the early|first|opening months|weeks of the year; early in the year; in|at|by|to month|period|quarter #; at the half-year|halfway|midway|midyear point|stage?; part-way through the year`},
	{entry{class: isPeriod, year: 1}, `in|during|for|over the previous|preceding|prior|last reporting|performance period|year|cycle; the? previous|preceding|prior reporting|performance period|year|cycle; from the previous|preceding|prior reporting|performance period|year|cycle`},
	{entry{class: isPlain}, `said it was|is|did|does; said that? they did|do|were|had|have; said|say|answered yes; from the|our partners`},
	{entry{class: isPeriod, year: 2, word: "year before last"}, `the? last year but one; the year before last`},
	{entry{class: isFace, face: perHead}, `a head`},
	{entry{class: isExtreme, n: -1, judge: true}, `slowest`},
	{entry{class: isExtreme, n: 1, judge: true}, `quickest; fastest; swiftest; promptest`},
	{entry{class: isBase, face: share}, `of what|all|everything that? was paid to us|it or set aside for? us|it?; of the? money|amount|sum|sums|resources paid to us|it or set aside for? us|it?; of the? money|amount|sum|sums|resources paid to the board or set aside for it; of what the? partners paid us|it? or set aside?; in proportion to the money; of every|each pound that came our way|in|to us; of every|each pound we had|got|received|were given`},
	{entry{class: isHedge, hedge: over}, `passed; topped; crossed; broke through`},
	{entry{class: isPlain}, `by locality|partner|service|matter the money|spending went|was divided? as follows; as follows`},
	{entry{class: isMet, n: -1}, `continues|continue|continued|continuing to fall|come|be well|just|far|narrowly? short of; continues|continue|continued|continuing to miss`},
	{entry{class: isTimes, n: 2, word: "as much"}, `twice|double the one|sum|figure|total that|which? we|it|us? had? reported|recorded|posted|declared|returned?; twice|double what we|it|the board had? reported|recorded|posted|declared|returned`},
	{entry{class: isTimes, n: 3, word: "as much"}, `treble|triple|thrice the one|sum|figure|total that|which? we|it|us? had? reported|recorded|posted|declared|returned?`},
	{entry{class: isMove, n: -1}, `have|has|had|we|they cut|pared|pruned; brought|driven|pushed down the? number|rate|total`},
	{entry{class: isMove, n: 1, adj: true}, `likelier`},
	{entry{class: isFace, face: target, word: "aimed"}, `that|which? we|it set|sets out to make|do|achieve|deliver|write|draw up?; that|which? we|it|the? board|partnership? allow|allows|allowed|permit|permits|permitted|tolerate|tolerates|tolerated ourselves|itself|us?`},
	{entry{class: isFace, face: target, word: "required"}, `what a|the balanced? budget|books had? needed|required|demanded|called for?; that|which was|were required in? order? to balance the? budget|books; that|which was|were needed|required in? order? to balance the? budget|books; needed|required to balance the budget|books`},
}

// endings are verbs by which a time is over.
var endings = []string{"closed", "ended", "finished", "expired", "close", "end", "ending", "over", "out"}

// ended are what comes to an end with the reporting year.
var ended = []string{"year", "march", "plan", "twelve", "period", "quarter", "books"}

// atTheEnd reports whether "when" at i says no more than that the year, or the plan, came to its
// end, so that what is behind is no condition: "When March ended, 71 people were waiting". What
// it says is plain then.
func (s *statement) atTheEnd(i int) bool {
	if s.items[i].text != "when" && s.items[i].text != "time" {
		return false
	}
	what, over, end := false, false, i+1
	for ; end < len(s.items) && s.items[end].class != isMark; end++ {
		it := &s.items[end]
		for w := range strings.FieldsSeq(it.text) {
			what = what || slices.Contains(ended, w)
			over = over || slices.Contains(endings, w)
		}
		if it.class == isSubject && it.thing.Kind != isCount || it.class == isQuantity || it.class == isArea && it.area != own || it.class == isMood || it.class == isPeriod && it.known && it.year != s.facts.Year && !it.calendar {
			return false
		}
		if it.class == isUnknown && !slices.Contains(ended, it.text) && !slices.Contains(endings, it.text) {
			return false
		}
	}
	if !what || !over || end == len(s.items) || s.items[end].word != "," || end > i+9 {
		return false
	}
	for k := range end {
		if s.items[k].class != isPeriod {
			s.items[k].entry = entry{class: isPlain, word: s.items[k].text}
		}
		s.items[k].loose = false
	}
	return true
}

// pickedUp makes an improvement of "picked up" at i where nothing follows that could have been
// picked up: "picked up over the two years".
func pickedUp(items []item, i int) {
	if items[i].class != isUnknown || items[i].text != "picked up" && items[i].text != "picking up" {
		return
	}
	if i+1 == len(items) || items[i+1].class == isMark || items[i+1].class == isPeriod || items[i+1].class == isRole && items[i+1].role != "of" && items[i+1].role != "in" {
		items[i].entry = entry{class: isMove, n: 1, judge: true, word: items[i].text}
	}
}

// shortOfPlace makes a comparison of "falls short of" at i where a place follows, and no target:
// "our 60.2% falls short of the Scottish result".
func shortOfPlace(items []item, i int) {
	if items[i].class != isMet || items[i].n > 0 || !strings.HasSuffix(items[i].text, "short of") {
		return
	}
	k := i + 1
	for k < len(items) && (items[k].class == isPlain || items[k].role == "of" || items[k].role == "in") {
		k++
	}
	if k < len(items) && items[k].class == isArea && items[k].area != own {
		items[i].entry = entry{class: isBeside, n: -1, judge: true, word: items[i].text}
	}
}

// stays are verbs behind which "under" compares.
var stays = []string{"stayed", "stay", "stays", "remained", "remains", "kept", "keeps", "came", "finished", "ended", "is", "was", "were", "are", "fell", "rose"}

// leftUnspent reads what is left of a budget as an underspend: "left £0.4m of its budget unused".
func leftUnspent(items []item, i int) {
	if i+3 >= len(items) || items[i].class != isQuantity || items[i].q.unit != pounds || items[i+1].role != "of" {
		return
	}
	k := i + 2
	for k < len(items) && items[k].class == isPlain {
		k++
	}
	if k+1 >= len(items) || items[k].class != isFace || items[k].face != plan {
		return
	}
	switch items[k+1].text {
	case "unused", "unspent", "untouched", "intact", "over":
	default:
		return
	}
	for n := i + 1; n < k+1; n++ {
		items[n].entry = entry{class: isPlain, word: items[n].text}
	}
	items[k+1].entry = entry{class: isFace, face: variance, n: 1, word: items[k+1].text}
	if i > 0 && items[i-1].class == isUnknown && (items[i-1].text == "left" || items[i-1].text == "leaves" || items[i-1].text == "leaving") {
		items[i-1].entry = entry{class: isPlain, word: items[i-1].text}
	}
}

// ofStated reports whether a multiple is of a figure that was stated for another time: "double the
// one we reported".
func ofStated(it *item) bool {
	return it.class == isTimes && slices.ContainsFunc([]string{" the one", " the sum", " the figure", " the total", " what we", " what it", " what the"}, func(of string) bool { return strings.Contains(it.text, of) })
}

// leavesIt makes a plain word of "leaves" at i, which is before what is left.
func leavesIt(items []item, i int) {
	if i >= 0 && items[i].class == isUnknown && slices.Contains([]string{"left", "leaves", "leaving"}, items[i].text) {
		items[i].entry = entry{class: isPlain, word: items[i].text}
	}
}

// withoutVerb takes "falls" for a verb where it says how far something is from something else: "our
// 60.2% falls short of the Scottish result".
func withoutVerb(found []claimed, ts []token) []claimed {
	return slices.DeleteFunc(found, func(c claimed) bool {
		first := c.at[0]
		if len(c.at) > 1 || ts[first].text != "falls" && ts[first].text != "fall" {
			return false
		}
		k := first + 1
		if k < len(ts) && (strings.HasSuffix(ts[k].text, "ly") || ts[k].text == "well" || ts[k].text == "just" || ts[k].text == "far") {
			k++
		}
		return k < len(ts) && slices.Contains([]string{"short", "below", "behind", "within", "outside", "shy"}, ts[k].text)
	})
}

// whoReplied reports whether the comma at token k ends no more than that people answered: "Of the
// carers who replied, 42.2% felt supported".
func whoReplied(ts []token, k int) bool {
	return k > 1 && ts[k-2].text == "who" && slices.Contains([]string{"replied", "responded", "answered"}, ts[k-1].text)
}

// conceded reports whether item i is in words before the sentence's first comma that only say
// against what it happened, and narrow nothing: "Despite the additional resource made available, …".
func (s *statement) conceded(i int) bool {
	if s.items[0].class != isAside || !slices.Contains([]string{"despite", "in spite of", "notwithstanding"}, s.items[0].text) {
		return false
	}
	return !anyOf(s.items[:i], func(x *item) bool { return x.class == isMark })
}

// drewUp makes a plain word of "drew up" at i before the number of what all of the staff wrote.
func drewUp(items []item, i int) {
	if i == 0 || i > 2 || !items[i-1].is(own) && !slices.Contains([]string{"staff", "teams", "colleagues"}, items[i-1].text) || i == 2 && !items[0].is(own) {
		return
	}
	if items[i].class != isUnknown || !slices.Contains([]string{"drew up", "drawn up", "draws up", "wrote up", "put together"}, items[i].text) {
		return
	}
	for k := i + 1; k < len(items) && k < i+3; k++ {
		if items[k].class == isQuantity && items[k].q.unit == bare && !(k+1 < len(items) && items[k+1].role == "of") {
			items[i].entry = entry{class: isPlain, word: items[i].text}
			return
		}
	}
}

// ownSurvey reports whether the sentence speaks of a survey of the authority's own: "our own carers'
// survey".
func (s *statement) ownSurvey() bool {
	for i := range s.items {
		if s.items[i].text != "own" && !strings.HasSuffix(s.items[i].text, " own") {
			continue
		}
		for k := i + 1; k < len(s.items) && k < i+4; k++ {
			if strings.HasPrefix(s.items[k].text, "survey") {
				return true
			}
		}
	}
	return false
}

// setApart reports whether the items give by how much an amount is more or less than another.
func setApart(items []*item) bool {
	for i := range items[:max(len(items)-1, 0)] {
		if n := items[i+1]; items[i].class == isQuantity && items[i].q.unit == pounds && (n.class == isBeside && n.n != 0 || n.class == isMove && n.adj) {
			return true
		}
	}
	return false
}

// endsInTime reports whether no more than a time is said behind item i.
func (c *clause) endsInTime(i int) bool {
	return !slices.ContainsFunc(c.items[i+1:], func(x *item) bool {
		return x.class != isPlain && x.class != isPeriod && !(x.class == isRole && x.role == "in")
	})
}

// fellOn takes "fell on" at i for a word that says whose a part was, and not which way it went:
// "half of the overspend fell on Strathmoor".
func fellOn(items []item, i int) {
	if items[i].class != isMove || i+2 >= len(items) || items[i+1].text != "on" && items[i+1].text != "to" {
		return
	}
	switch items[i].text {
	case "fell", "falls", "fallen":
	default:
		return
	}
	if n := &items[i+2]; n.class == isArea && isLocality(n.area) || n.class == isSubject && n.thing.Kind == isMoney {
		items[i].entry = entry{class: isPlain, word: items[i].text}
	}
}

// adverseBehind makes an over- or underspend of "adverse" at i behind an amount: "the variance on
// care homes was £0.4m adverse".
func adverseBehind(items []item, i int) {
	n := 0
	switch items[i].text {
	case "adverse", "unfavourable":
		n = -1
	case "favourable":
		n = 1
	}
	if n == 0 || i == 0 || items[i-1].class != isQuantity || items[i-1].q.unit != pounds {
		return
	}
	items[i].entry = entry{class: isFace, face: variance, n: n, word: items[i].text}
	for k := range i {
		if items[k].class == isUnknown && (items[k].text == "variance" || items[k].text == "variances") {
			items[k].entry = entry{class: isPlain, word: items[k].text}
		}
	}
}

// returned makes an underspend of "returned" at i before the amount that ends the statement:
// "together returned £1.2m".
func returned(items []item, i int) {
	if items[i].text != "returned" || items[i].class != isUnknown || i+1 >= len(items) || items[i+1].class != isQuantity || items[i+1].q.unit != pounds || i+2 < len(items) && items[i+2].class != isMark {
		return
	}
	items[i].entry = entry{class: isFace, face: variance, n: 1, word: "returned"}
}

// ofPoints reports whether what is behind a number says that it has so many points, which aren't
// percentage points: "a 14-point plan".
func ofPoints(rest string) bool {
	behind := strings.TrimPrefix(rest, "-point")
	return slices.ContainsFunc([]string{" plan", " scale", " list", " agend", " prog", " check", " pled", " chart"}, func(w string) bool { return strings.HasPrefix(behind, w) })
}

// saysAsShare reports whether what is between two commas says again as a share of the money what an
// amount before them is: "£111.0m, or 44.8% of the money, was spent in Strathmoor". The "or" is plain
// then.
func saysAsShare(cur *clause, behind []*item) bool {
	if len(behind) < 5 || len(cur.items) == 0 || behind[0].text != "or" || cur.has(isSubject) >= 0 {
		return false
	}
	if last := cur.items[len(cur.items)-1]; last.class != isQuantity || last.q.unit != pounds {
		return false
	}
	k := 1
	for k < len(behind) && (behind[k].class == isPlain || behind[k].class == isHedge) {
		k++
	}
	if k+2 >= len(behind) || behind[k].class != isQuantity || behind[k].q.unit != percent || behind[k+1].class != isBase || behind[k+2].class != isMark || behind[k+2].word != "," {
		return false
	}
	behind[0].entry = entry{class: isPlain, word: "or"}
	return true
}

// backIn takes "back" at i for a plain word before a year: "Back in 2020/21".
func backIn(items []item, i int) {
	if items[i].text == "back" && items[i].class == isUnknown && i+2 < len(items) && items[i+1].role == "in" && items[i+2].class == isPeriod && items[i+2].known {
		items[i].entry = entry{class: isPlain, word: "back"}
	}
}

// hadBehind reports whether the word behind "we'd" says that it is "we had", and not "we would".
func hadBehind(b []byte) bool {
	b = bytes.TrimLeft(b, " ")
	n := 0
	for n < len(b) && b[n] >= 'a' && b[n] <= 'z' {
		n++
	}
	switch w := string(b[:n]); w {
	case "set", "made", "spent", "paid", "got", "given", "had", "been", "seen", "put", "felt", "found":
		return true
	case "need", "feed":
		return false
	default:
		return strings.HasSuffix(w, "ed")
	}
}

// sincePeak gives what a change is measured from where that is only said to be the highest or the
// lowest of the years: "down by a quarter from their peak".
func (c *clause) sincePeak(t *Thing, area string, tm times) times {
	if tm.base != nil || tm.previous || !c.deltas() && c.has(isTimes) < 0 {
		return tm
	}
	for i, it := range c.items {
		sign := 0
		switch {
		case it.class != isPlain && it.class != isExtreme:
		case slices.Contains(highest, it.text):
			sign = 1
		case slices.Contains(lowest, it.text):
			sign = -1
		}
		if sign == 0 || i+1 < len(c.items) && (c.roleAt(i+1, "of", "in") || c.items[i+1].class != isPlain && c.items[i+1].class != isMark) {
			continue
		}
		k := i - 1
		for k >= 0 && (c.items[k].class == isPlain || c.items[k].is(own)) {
			k--
		}
		at := c.facts.newest(t, value, area)
		if y := c.facts.extremeYear(t, value, area, at, sign); c.roleAt(k, "from", "since") && y != 0 && y < at {
			tm.base = []int{y}
		}
	}
	return tm
}

// againstBudget reports whether the budget at p is only what spending was set against, of which the
// figure at i is: "Expenditure against the social work budget was £6.6m".
func (c *clause) againstBudget(p, i int) bool {
	s, v := c.hasFace(spend), c.has(isVersus)
	return s >= 0 && s < v && v < p && c.verbBetween(p, i) && !slices.ContainsFunc(c.qs, func(q *placed) bool { return q.i < p })
}
