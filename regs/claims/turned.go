package claims

import (
	"slices"
	"strings"
)

// This file has further words for which way something went, and on which side of another figure it
// is.

// turnedPhrases are such words, in the form of phrases.
var turnedPhrases = []struct {
	entry
	list string
}{
	{entry{class: isMove, n: 1, judge: true}, `in the right direction; travelling|travels|travelled in the right direction; the right way; a|the turn for the better; gain|gains|gained|gaining ground; better and better; on the mend; took|taken|take|takes|made|make a leap forward|forwards; for the better; took|taken|take|takes a? step|steps forward|forwards`},
	{entry{class: isMove, n: -1, judge: true}, `in the wrong direction; travelling|travels|travelled in the wrong direction; the wrong way; a|the turn for the worse; lose|loses|lost|losing ground; worse and worse; for the worse; go|goes|went|gone|going|slip|slips|slipped|slipping|slid|sliding|fall|fell|fallen|falling backwards|backward; downhill; took|taken|take|takes a? step|steps back|backward|backwards`},
	// Of what is better the higher it is: what else rallies has got worse.
	{entry{class: isMove, n: 1, word: "of good"}, `bounced|bounces|bouncing|sprung|sprang back; rallied; perked up; on the up`},
	{entry{class: isMove, n: 1}, `creeping|edging|inching|climbing|drifting|going|coming|moving back up; more and more often; surging; surges; soars; on the rise|increase; on the way up; on its|their way up; more and more; higher and higher; longer and longer; larger and larger; head|heads|headed|heading up|upwards|upward; on an|the upward|upwards|rising path|trend|course|trajectory`},
	{entry{class: isMove, n: -1}, `creeping|edging|inching|climbing|drifting|going|coming|moving back down; less and less often; slumped; slumps; slumping; sinking; sinks; slides; collapsed; nosedived; on the wane|decline; on the way down; on its|their way down; fewer and fewer; less and less; lower and lower; shorter and shorter; smaller and smaller; rarer and rarer; fell|fall|falls|fallen|falling away; head|heads|headed|heading down|downwards|downward; on a|the downward|downwards|falling path|trend|course|trajectory`},
	{entry{class: isMove, n: 1, adj: true}, `likelier; busier; in greater|larger|higher|bigger numbers; greater|larger|bigger|higher numbers of?; more frequently`},
	{entry{class: isMove, n: -1, adj: true}, `quieter; in smaller|lower|fewer numbers; smaller|lower numbers of?; less frequently`},
	{entry{class: isMove, n: -1, judge: true, adj: true}, `less well; not so well; less good; less favourable`},
	{entry{class: isMove, n: 1, judge: true, adj: true}, `less bad`},
	// On which side of another place's figure, or of the target.
	{entry{class: isBeside, n: 1, judge: true}, `on the right|good|better side of; betters; outdoes|outdid|outdo|outdone|outdoing; compare|compares|compared|comparing well|favourably|better with|to; compare|compares|compared more favourably with|to; have|has|had the edge over|on`},
	{entry{class: isBeside, n: -1, judge: true}, `on the wrong|bad|worse side of; compare|compares|compared|comparing badly|poorly|unfavourably|worse with|to; compare|compares|compared less well|favourably with|to; compare|compares|compared not so well with|to; lags behind`},
	{entry{class: isArea, area: scotland}, `the? national|scottish line|norm|benchmark; carers|adults|people|patients|residents|services|partnerships nationally; carers|adults|people|patients|residents elsewhere in scotland; scotland at large`},
	{entry{class: isRole, role: "since"}, `than at the end|close of; than by the end of; than there were|was; than there had been; since its|their|the peak|low|high|lowest|highest|worst|best point|level? of|in`},
	{entry{class: isPeriod, year: 1}, `it|they began|started it; it|they began|started the year with?`},
	{entry{class: isBeside, n: -1}, `back below|under`},
	{entry{class: isBeside, n: 1}, `back above|over`},
	{entry{class: isExtreme, n: -1}, `as low|few|short|small as it|they has|have ever? been; as low|few|short as at any time|point`},
	{entry{class: isExtreme, n: 1}, `as high|many|long|large as it|they has|have ever? been; as high|many|long as at any time|point`},
	{entry{class: isArea, area: family}, `our|the|its small? group of similar? areas|partnerships|authorities; our|the|its comparator|comparison|peer|benchmarking|family areas|partnerships|authorities|group; those|the areas|ones with|to which we are|were compared; areas|partnerships|authorities with|to which we|it are|is|compare|compares compared|ourselves|itself; areas|partnerships with|to which we compare ourselves`},
	{entry{class: isPlain}, `fare; generally speaking; by and large; on balance; from year to year; bang; close|closes|closed|closing the books; crept; edged; inched; nosed; with room|plenty|something to spare; that is to say; take|takes|took a good deal|little; heading; becoming`},
	// The lowest and the highest, and when that was.
	{entry{class: isExtreme, n: -1, word: "turning"}, `bottomed|bottoming|bottoms out?; hit|reached|touched rock|the bottom; hit|reached|touched its|their|a low|lowest point?; low point`},
	{entry{class: isExtreme, n: 1, word: "turning"}, `topped|tops out; hit|reached|touched its|their|a peak|high|highest point?; high point`},
	{entry{class: isExtreme, n: -1, judge: true, word: "turning"}, `hit|reached|touched its|their worst`},
	{entry{class: isExtreme, n: 1, judge: true, word: "turning"}, `hit|reached|touched its|their best`},
	{entry{class: isExtreme, n: 1, word: "never"}, `reached|hit|set|hits|reaches a new high|record|peak`},
	{entry{class: isExtreme, n: -1, word: "never"}, `reached|hit|set|hits|reaches a new low`},
	{entry{class: isHedge, hedge: over}, `topped; surpassed`},
	{entry{class: isBeside, n: 1}, `topped; surpassed`},
	{entry{class: isNot, word: "not once"}, `not|never once; at no time|point`},
	{entry{class: isNot, word: "not"}, `not yet`},
	{entry{class: isPlain, word: "no other"}, `nobody|no-one|nowhere else? in scotland|the does|did|do|has|had|have; nobody|no-one|nowhere else? in the country does|did|do|has|had|have; no other? partnership|area|authority|board|council in scotland; no other? partnership|area|authority|board|council in the country; nowhere else? does|did|do|has|had|have; nowhere else? in scotland|the country`},
	// What is left of the money, or isn't.
	{entry{class: isFace, face: variance, n: 1}, `in the black|credit; with money left over?; with money in hand; with money to spare; money left over|unspent?; money to spare; money in hand; hand|hands|handed|handing|sent|returned money back; handed|gave|returned money back?; keep|keeps|kept|keeping|stick|stuck|held to its|their|the|our budget|budgets|plan|plans; came in under its|their|the|our budget|plan; less than we|they|it|the had? planned|budgeted|allowed for?; less than the board|partnership|authority had? planned|budgeted|allowed for?; stayed|stay|stays|kept|keep|keeps|remained inside|within its|their|the|our? budget|budgets|plan|plans|means|allocation`},
	{entry{class: isFace, face: variance, n: -1}, `ran|run|runs|running over; go|goes|going over budget; go|goes|going over its|their|the|our budget|plan; ran|run|runs|running over its|their|the|our budget|budgets|plan|plans; more than we|they|it|the had? planned|budgeted|allowed for?; more than the board|partnership|authority had? planned|budgeted|allowed for?`},
}

// turned reads words which say which way something went, or on which side it is, only by what is
// next to them.
func turned(items []item, i int) {
	lookedAfter(items, i)
	thanInAny(items, i)
	noOneElse(items, i)
	it := &items[i]
	switch {
	case it.class == isUnknown && (it.text == "picked up" || it.text == "picks up" || it.text == "picking up") && endsClause(items, i):
		it.entry = entry{class: isMove, n: 1, word: it.text} // and not "picked up the bill"
	case it.class == isMet && it.n < 0 && (strings.HasSuffix(it.text, "short of") || strings.HasSuffix(it.text, "shy of")) && nextIsPlace(items, i):
		it.entry = entry{class: isBeside, n: -1, word: it.text} // "falls slightly short of the Scottish result"
	case it.class == isExtreme && it.word != "turning" && i > 2 && (items[i-1].text == "its" || items[i-1].text == "their") && items[i-2].text == "at" && slices.Contains(stayings, items[i-3].text):
		it.word = "turning" // "was at its lowest in 2021/22"
	case it.class == isFace && it.face == variance && planOfOurs(it.text) && !namesAmount(items, i) && !ofTheBoard(items, i) && !besideSpent(items, i):
		it.entry = entry{class: isUnknown, word: it.text} // of an amount that isn't named
	case it.class == isSubject && (it.text == "falls" || it.text == "fall") && (shortOf(items, i+1) || i+1 < len(items) && items[i+1].class == isPlain && shortOf(items, i+2)):
		it.entry = entry{class: isPlain, word: it.text} // "our 60.2% falls slightly short of"
	case it.text == "over" && it.class == isRole && i > 0 && items[i-1].class == isPlain && strings.HasPrefix(items[i-1].text, "a ") && nextIsPlace(items, i):
		it.entry = entry{class: isBeside, n: 1, word: it.text} // "a whisker over the Scottish one"
	case it.class == isHedge && i > 0 && (items[i-1].class == isBreak || items[i-1].class == isMark) && nextIsPlace(items, i) && (it.hedge == over || it.hedge == under || it.hedge == justOver):
		it.entry = entry{class: isBeside, n: map[bool]int{true: -1, false: 1}[it.hedge == under], word: it.text} // ", but well under the average of our family"
	case it.class == isUnknown && it.text == "back" && i+1 < len(items) && items[i+1].class == isRole && strings.HasPrefix(items[i+1].text, "where "):
		it.entry = entry{class: isStable, word: it.text} // "is back where it was in 2020/21"
	case it.class == isStable && strings.HasSuffix(it.text, "where it was") && i+2 < len(items) && items[i+1].role == "in" && items[i+2].class == isPeriod:
		items[i+1].role = "since" // "is where it was in 2020/21"
	case it.class == isThan && i+3 < len(items) && (items[i+1].is(own) || items[i+1].text == "they") && slices.Contains([]string{"had", "did", "were", "have"}, items[i+2].text) && items[i+3].class == isPeriod:
		items[i+1].entry = entry{class: isPlain, word: items[i+1].text} // "than we had a year ago"
	case planExceeded(items, i):
		it.entry = entry{class: isFace, face: variance, n: -1, word: it.text}
	case it.class == isMove && !it.adj && it.n < 0 && i+2 < len(items) && items[i+1].class == isQuantity && items[i+2].class == isBeside && firstWord(items[i+2].text) == "short":
		it.entry = entry{class: isPlain, word: it.text} // "fell £1.5m short of"
	case it.class == isUnknown && (it.text == "leaves" || it.text == "left") && i+1 < len(items) && items[i+1].class == isQuantity && items[i+1].q.unit == pounds:
		it.entry = entry{class: isPlain, word: it.text} // "leaves £1.6m in hand"
	}
}

// planOfOurs reports whether words compare with what somebody had planned.
func planOfOurs(words string) bool {
	rest, ok := strings.CutPrefix(words, "more than ")
	if !ok {
		rest, ok = strings.CutPrefix(words, "less than ")
	}
	return ok && slices.Contains([]string{"we", "they", "it", "the"}, firstWord(rest))
}

// namesAmount reports whether the clause of item i names an amount, or speaks of years in a row.
func namesAmount(items []item, i int) bool {
	start, end := i, i
	for start > 0 && items[start-1].class != isMark && items[start-1].class != isBreak {
		start--
	}
	for end < len(items) && items[end].class != isMark && items[end].class != isBreak {
		end++
	}
	return anyOf(items[start:end], func(x *item) bool {
		return x.class == isSubject && x.thing.Kind == isMoney && x.thing.ID != "total" || x.class == isRow || x.class == isEach
	})
}

// thanInAny makes a superlative of the comparative that "than in any" at i belongs to: "more attendances than
// in any of the six years", "lower than it has been in any of the previous five years".
func thanInAny(items []item, i int) {
	if items[i].text != "any" || items[i].class != isPlain {
		return
	}
	than := i - 1
	for than >= 0 && (items[than].class == isPlain || items[than].class == isRole && items[than].role == "in") {
		than--
	}
	if than < 0 {
		return
	}
	m := than
	switch it := &items[than]; {
	case it.class == isBeside && it.n != 0 && strings.HasSuffix(it.text, " than"):
	case it.class == isThan, it.class == isRole && strings.HasPrefix(it.text, "than"):
		for m--; m >= 0 && !(items[m].class == isMove && items[m].adj); m-- {
			if it := &items[m]; it.class != isPlain && it.class != isSubject && it.class != isQuantity && !(it.class == isRole && (it.role == "in" || it.role == "of" || it.role == "to" && items[max(m-1, 0)].class == isQuantity)) && !it.is(own) {
				return
			}
		}
	default:
		return
	}
	behind := i + 1
	if k := wordOfYear(items, behind); k >= 0 {
		if k+1 == len(items) || items[k+1].role != "since" {
			items[m].entry = entry{class: isExtreme, n: items[m].n, judge: items[m].judge, word: "never"}
			for ; i >= m; i-- {
				if i > m && items[i].class != isSubject && !(items[i].class == isRole && i < than) {
					items[i].entry = entry{class: isPlain, word: items[i].text}
				}
			}
			return
		}
	}
	for behind < len(items) && (items[behind].class == isPlain || items[behind].class == isRole && items[behind].role == "of") {
		behind++
	}
	if m < 0 || behind == len(items) || items[behind].class != isPeriod && !(items[behind].class == isQuantity && items[behind].q.inWords) {
		return
	}
	items[m].entry = entry{class: isExtreme, n: items[m].n, judge: items[m].judge, word: items[m].text}
	if it := &items[behind]; it.class == isPeriod && it.word == "ago" && it.year > 1 {
		it.word, it.year = "over", it.year+1 // "in any of the two years before"
	}
	besideThisYear(items, behind)
	if it := &items[behind]; it.class == isPeriod && it.entry.year == 1 && !it.known {
		items[m].word, it.entry = "never", entry{class: isPlain, word: it.text} // "in any previous year", of which some may be before the report
	}
	for k := m + 1; k <= i; k++ {
		if items[k].class != isSubject && !(items[k].class == isRole && k < than) {
			items[k].entry = entry{class: isPlain, word: items[k].text}
		}
	}
}

// wordOfYear is the place of "year" right behind item i, or behind one word of which year it is, "earlier year", -1
// where it isn't there.
func wordOfYear(items []item, i int) int {
	if i < len(items) && slices.Contains([]string{"earlier", "other", "previous", "preceding", "past", "single"}, items[i].text) {
		i++
	}
	if i < len(items) && items[i].text == "year" && items[i].class == isPlain {
		return i
	}
	return -1
}

// noOneElse takes "no other partnership" at i for what is compared with ours, where a comparison with ours is
// behind it: "no other partnership does better than us".
func noOneElse(items []item, i int) {
	if items[i].class != isMood || items[i].word != "quoted" || !strings.HasPrefix(items[i].text, "no other ") {
		return
	}
	compares := false
	for k := i + 1; k < len(items) && items[k].class != isMark && items[k].class != isBreak; k++ {
		it := &items[k]
		compares = compares || it.n != 0 && (it.class == isMove && it.adj || it.class == isBeside)
		if compares && it.is(own) {
			items[i].entry = entry{class: isPlain, word: "no other"}
			return
		}
	}
}

// shortOf reports whether item i is "short of" or the like.
func shortOf(items []item, i int) bool {
	return i < len(items) && items[i].class == isBeside && (firstWord(items[i].text) == "short" || firstWord(items[i].text) == "shy")
}

// planExceeded reports whether "exceeded" at i is said of a plan before it: "the plan for hospital at home
// was exceeded".
func planExceeded(items []item, i int) bool {
	if items[i].text != "exceeded" || i < 2 || !slices.Contains([]string{"was", "were", "been"}, items[i-1].text) && !(items[i-1].class == isNot && slices.Contains([]string{"was", "were"}, items[i-2].text)) || i+1 < len(items) && items[i+1].class != isMark && items[i+1].class != isPeriod && items[i+1].class != isBreak {
		return false
	}
	named := false
	for k := i - 1; k >= 0; k-- {
		switch it := &items[k]; {
		case it.class == isFace && it.face == plan:
			return named
		case it.class == isSubject && it.thing.Kind == isMoney:
			named = true
		case it.class != isPlain && it.class != isRole && it.class != isNot:
			return false
		}
	}
	return false
}

// queues reports whether the clause speaks of a queue or a list of those who wait, which is long or
// short.
func (c *clause) queues(t *Thing) bool {
	if t.Kind != isMeasure || !strings.Contains(t.Title, "waiting") {
		return false
	}
	return anyOf(c.statement.items, func(x *item) bool {
		return x.class == isSubject && x.thing == t && (strings.Contains(x.text, "queue") || strings.Contains(x.text, "list"))
	})
}

// busier makes the attendances of a department the subject of what says how busy that is: "the
// emergency department has grown busier".
func (s *statement) busier() {
	if s.money || !anyOf(s.items, func(x *item) bool { return x.text == "busier" || x.text == "quieter" }) {
		return
	}
	for i := range s.items {
		it := &s.items[i]
		if it.class != isSubject || it.thing.Kind != isMoney || !strings.Contains(strings.ToLower(it.thing.Title), "emergency") {
			continue
		}
		for _, t := range s.facts.Things {
			if t.Kind == isMeasure && strings.Contains(t.Title, "ttendances at emergency departments") {
				it.thing = t
				for k := range s.items {
					if (s.items[k].text == "busier" || s.items[k].text == "quieter") && becameSo(s.items, k) {
						s.items[k].adj = false
					}
				}
			}
		}
	}
}

// promptness are words of how soon people are seen.
var promptness = []string{"prompt", "promptly", "access", "quickly", "sooner", "timely", "seeing"}

// measured makes the measure of a service the subject of what says that a target was met, or how soon
// people are seen, "the target for alcohol and drug services was met", and the measure of which an indicator
// is nearly the same that of what says so of a target: indicators have none.
func (s *statement) measured() {
	if s.money || !anyOf(s.items, func(x *item) bool {
		return x.class == isSubject && (x.thing.Kind == isIndicator || strings.HasPrefix(x.thing.ID, "service:"))
	}) {
		return
	}
	soon := func(x *item) bool { return slices.Contains(promptness, x.text) }
	aimed, prompt := anyOf(s.items, func(x *item) bool { return isTarget(x) }), anyOf(s.items, soon)
	shared := anyOf(s.items, func(x *item) bool {
		return x.class == isQuantity && x.q.unit == percent && x.q.ref == nil && !x.q.fraction
	})
	if !aimed && !prompt && !shared {
		return
	}
	for i := range s.items {
		it := &s.items[i]
		if it.class != isSubject {
			continue
		}
		var only *Thing
		switch {
		case strings.HasPrefix(it.thing.ID, "service:"):
			for _, t := range s.facts.Things {
				if t.Kind == isMeasure && strings.Contains(strings.ToLower(t.Title), it.text) && (aimed || prompt && strings.Contains(t.Title, "within") || shared && s.givesOne(t)) {
					if only != nil {
						return
					}
					only = t
				}
			}
		case it.thing.Kind == isIndicator && aimed && !anyOf(s.items, func(x *item) bool { return x.class == isQuantity }):
			for _, t := range s.dictionary.namesakes[it.thing] {
				if t.Kind == isMeasure {
					if only != nil {
						return
					}
					only = t
				}
			}
		}
		if only == nil {
			continue
		}
		it.thing = only
		for k := range s.items {
			if s.items[k].class == isUnknown && soon(&s.items[k]) {
				s.items[k].entry = entry{class: isPlain, word: s.items[k].text}
			}
		}
	}
}

// givesOne reports whether the sentence gives one of a measure's figures, and nothing else with it: ", at 93.0%,".
func (s *statement) givesOne(t *Thing) bool {
	for i := range s.items {
		if it := &s.items[i]; it.class == isQuantity && i > 1 && s.items[i-1].text == "at" && s.items[i-2].class == isMark && it.q.ref == nil && !it.q.fraction && !it.q.hedged && it.q.value != nil && significant(it.q.value) > 1 && s.isOne(t, it.q, i) {
			return true
		}
	}
	return false
}

// becameSo reports whether something has become what the comparative at i says.
func becameSo(items []item, i int) bool {
	return i > 0 && slices.Contains([]string{"grown", "become", "became", "got", "getting", "becoming", "grew"}, items[i-1].text)
}

// lookedAfter takes "looks after" at i for plain words where the sentence is about those who are looked
// after at home: "looks after a larger share of its adults with intensive needs at home".
func lookedAfter(items []item, i int) {
	if !strings.HasPrefix(items[i].text, "look") || items[i].class != isUnknown || i+1 >= len(items) || items[i+1].text != "after" {
		return
	}
	if anyOf(items, func(x *item) bool { return x.class == isSubject && x.thing.ID == "NI18" }) {
		items[i].entry, items[i+1].entry = entry{class: isPlain, word: items[i].text}, entry{class: isPlain, word: "after"}
	}
}

// endsClause reports whether a verb at i has no object: a time, or the end of what is said, is behind it.
func endsClause(items []item, i int) bool {
	for i++; i < len(items); i++ {
		it := &items[i]
		switch {
		case it.class == isMark, it.class == isBreak, it.class == isPeriod, it.class == isAside, it.class == isEach, it.class == isRow:
			return true
		case it.class == isRole:
			return it.role == "since" || it.role == "by" || it.role == "in" || it.role == "from" || it.role == "to"
		case it.class == isHedge, it.class == isQuantity:
			return false
		case it.class == isPlain && (strings.HasSuffix(it.text, "ly") || slices.Contains([]string{"again", "a", "little", "bit", "somewhat", "well", "over", "on", "still", "too", "further", "once"}, it.text)):
		default:
			return false
		}
	}
	return true
}

// nextIsPlace reports whether a place other than the authority's own is right behind item i.
func nextIsPlace(items []item, i int) bool {
	for i++; i < len(items); i++ {
		if items[i].class != isPlain {
			return items[i].class == isArea && items[i].area != own
		}
	}
	return false
}
