package claims

import (
	"slices"
	"strings"
)

// officialese are phrases of committee papers and of finance returns, in the form of phrases.
var officialese = []struct {
	entry
	list string
}{
	{entry{class: isPlain}, `representing|constituting|equating to? a|an|the; thereby; on offer; relates|related|relating to; finishing; under the same heading; subject to audit|the completion|conclusion of? the? external? audit?; taken from the annual? staff? survey`},
	{entry{class: isPlain}, `giving|gave|give|gives a|an positive|good|favourable|excellent answer|answers|verdict|reply|replies|rating|response|account; of it|which|that|this going|gone|went to|on|into; earned|earns|got|gets|won|drew|had a|an positive|favourable|good verdict|response from`},
	{entry{class: isPlain}, `is|was|remains|are|were a? matter|cause|source of? concern|pride|regret|satisfaction for|to the? board|committee|members|partnership|ijb|us; that|which the? teams|staff|board|members|partnership|we|us can|may|should be proud|pleased of|with; that|which the? committee|board|members will|may|should want|wish to note|see; a|one|another|the further|other|additional pressure|pressures`},
	{entry{class: isPlain}, `they'd|we'd|who'd been|felt|had|got|found|seen; they've|we've|who've`},
	{entry{class: isPlain}, `colleagues|officers|managers|teams delivered|made|found|achieved|realised|secured|banked; posts that stood|stand|lay|were empty|vacant in; vacancies|vacant|unfilled|empty posts? in|among left|leave|leaves`},
	{entry{class: isFace, face: variance, n: -1}, `adverse|unfavourable variance|variances|variation; over|above|beyond|past the planned|budgeted|approved|agreed sum|amount|level|figure`},
	{entry{class: isFace, face: variance, n: 1}, `favourable variance|variances|variation; within|inside the planned|budgeted|approved|agreed sum|amount|level|figure; contained|held|kept within the? budget|plan|allocation`},
	{entry{class: isFace, face: plan}, `the? sum|amount|figure budgeted|planned|approved|allowed for? it?; its|our|their annual financial statement; the|an|its allocation of; the allocation`},
	{entry{class: isMood, word: "historic"}, `had been reported|forecast|projected|predicted|signalled|recorded to; in the early|first|opening months|weeks of the year; early in the year; in|at|by|to month|period|quarter #; at the half-year|halfway|midway|midyear point|stage?; part-way through the year`},
	{entry{class: isMet, n: -1}, `continues|continue|continued|continuing to fall|come|be well|just|far|narrowly? short of; continues|continue|continued|continuing to miss`},
	{entry{class: isTimes, n: 2, word: "as much"}, `twice|double the one|sum|figure|total that|which? we|it|us? had? reported|recorded|posted|declared|returned?; twice|double what we|it|the board had? reported|recorded|posted|declared|returned`},
	{entry{class: isTimes, n: 3, word: "as much"}, `treble|triple|thrice the one|sum|figure|total that|which? we|it|us? had? reported|recorded|posted|declared|returned?`},
	{entry{class: isMove, n: -1}, `have|has|had|we|they cut|pared|pruned; brought|driven|pushed down the? number|rate|total`},
	{entry{class: isMove, n: 1, adj: true}, `likelier`},
	{entry{class: isFace, face: target, word: "aimed"}, `that|which? we|it|the? board|partnership allow|allows|allowed|permit|permits|permitted|tolerate|tolerates|tolerated ourselves|itself|us?`},
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
	if s.items[i].text != "when" {
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
	for k := i; k < end; k++ {
		if s.items[k].class != isPeriod {
			s.items[k].entry = entry{class: isPlain, word: s.items[k].text}
		}
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
	if i+4 >= len(items) || items[i].class != isQuantity || items[i].q.unit != pounds || items[i+1].role != "of" {
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
