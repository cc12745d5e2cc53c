package claims

import (
	"slices"
	"strings"
)

// compared takes "higher than" before a period apart, which compares two times
// and not two places, and makes an overspend of "more than the budget".
func compared(items []item) []item {
	items = aroundFigure(apartOfAreas(whenItWas(items)))
	introduced(items)
	thanAtTurn(items)
	beating(items)
	closerThan(items)
	behindAnother(items)
	for i := 0; i < len(items); i++ {
		if fixed(&items[i]) {
			continue
		}
		readBeside(items, i)
		it := &items[i]
		if it.class == isAside && it.text == "before" && i+1 < len(items) && items[i+1].class == isPeriod && items[i+1].known {
			it.entry = entry{class: isMood, word: "historic"} // "went up before 2024/25"
		}
		if it.class == isSubject && it.text == "in all" && i > 1 && items[i-1].class == isQuantity && items[i-2].class != isMark {
			it.entry = entry{class: isPlain, word: it.text} // "came to £32.4m in all"
		}
		if it.class == isMood && it.text == "standard" && i > 0 && items[i-1].class == isQuantity && items[i-1].q.unit == percent {
			it.class, it.face = isFace, target // "the 90% standard"
		}
		if it.class == isUnknown && (it.text == "cases" || it.text == "occasions") && i > 1 && items[i-1].role == "of" && items[i-2].class == isQuantity && items[i-2].q.unit == percent {
			it.class = isPlain // "in 91.0% of cases"
		}
		if it.text == "alone" && i > 0 && classes(1<<isPeriod|1<<isSubject|1<<isArea|1<<isQuantity).has(items[i-1].class) {
			it.class = isPlain // "in the last year alone"
		}
		if it.class == isAside && strings.HasPrefix(it.text, "as ") && asHighAs(items, i) {
			it.entry, it.text = entry{class: isPlain, word: "as"}, "as" // "three times as high as it was in 2020/21"
		}
		if it.text == "wrote" && it.class == isMood && i+1 < len(items) && writtenOut(items[i+1:]) {
			it.entry = entry{class: isPlain, word: it.text} // "wrote 742 support plans"
		}
		if sequel(items, i) {
			it.entry = entry{class: isBreak, word: "then"}
		}
		if besidePlan(items, i) {
			continue
		}
		exceeded(items, i)
		if sign := overBehind(items, i); sign != 0 {
			it.entry = entry{class: isFace, face: variance, n: sign, word: it.text}
			leavesIt(items, i-2)
			continue
		}
		if n := timesOf(items, i); n > 1 {
			it.entry, it.q = entry{class: isTimes, n: n, word: "as much", hedge: it.q.hedge}, nil
			it.text, it.end = it.text+" times", items[i+1].end
			items[i+1].text = ""
			continue
		}
		if n := ofAnother(items, i); n != 0 {
			h := plainly
			if it.q != nil {
				h = it.q.hedge
			}
			it.entry, it.q = entry{class: isTimes, n: n, word: "as much", hedge: h}, nil
		}
		if underPlace(items, i) {
			it.class, it.n = isBeside, map[bool]int{true: -1, false: 1}[it.hedge == under || it.hedge == nearly]
		}
		if it.class != isBeside {
			continue
		}
		k := i + 1
		if k < len(items) && (items[k].text == "it" || items[k].text == "them") && (strings.HasSuffix(it.text, "above") || strings.HasSuffix(it.text, "below")) {
			continue // "having been below it in 2022/23": another figure of that year
		}
		for k < len(items) && (items[k].class == isPlain || items[k].class == isExtreme && k > i+1 || items[k].class == isRole && (items[k].role == "in" || strings.HasPrefix(items[k].text, "where ") || items[k].role == "of" && items[k-1].text == "level")) {
			k++
		}
		if k < len(items) && items[k].class == isFace && items[k].face == plan && !it.judge {
			*it = item{entry: entry{class: isFace, face: variance, n: -it.n, word: it.text}, start: it.start, end: items[k].end, text: it.text + " " + items[k].text}
			continue
		}
		if k < len(items) && items[k].class == isPeriod && (strings.HasSuffix(it.text, " than") || (items[k].known || items[k].entry.year == 1 && strings.HasSuffix(items[k].text, "'s")) && (strings.HasSuffix(it.text, "above") || strings.HasSuffix(it.text, "below") || it.text == "topped" || it.text == "surpassed")) {
			it.class, it.adj = isMove, true
			than := item{entry: entry{class: isThan, word: "than"}, start: it.end, end: it.end, text: "than"}
			items = slices.Insert(items, i+1, than)
		}
	}
	return items
}

// fixed reports whether an item is what it is, whatever is next to it, as most are: a mark, or a
// word that nothing here begins with.
func fixed(it *item) bool {
	switch it.class {
	case isMark:
		return true
	case isPlain, isRole, isPeriod, isArea:
	default:
		return false
	}
	switch it.word {
	case "all but", "in hand":
		return false
	}
	switch it.text {
	case "either", "any", "both", "each", "all", "last", "bottom", "first", "top", "lead", "leads", "led", "tops", "heads",
		"contributed", "contributes", "contributing", "added", "adds", "adding", "exceeded", "alone", "then", "before", "and then",
		"inside", "outside", "over", "under", "past", "beyond", "short", "aim for", "aims for", "adverse", "unfavourable", "favourable", "twice", "double", "half", "left", "leaves", "leaving", "leave", "put", "took":
		return false
	}
	return true
}

// asHighAs reports whether "as it" at i goes on with a multiple.
func asHighAs(items []item, i int) bool {
	for k := i - 1; k >= 0 && k >= i-4; k-- {
		switch {
		case items[k].class == isTimes:
			return true
		case items[k].class != isPlain && items[k].class != isSubject:
			return false
		}
	}
	return false
}

// writtenOut reports whether a number of things that can be written is behind "wrote".
func writtenOut(items []item) bool {
	for i := range items {
		if items[i].class == isQuantity || items[i].class == isTimes {
			return true
		}
		if items[i].class != isPlain && items[i].class != isHedge {
			return false
		}
	}
	return false
}

// sequel reports whether "then" or "before" at i goes on with what became of a figure: "rose
// to 64.9% before falling to 63.7%".
func sequel(items []item, i int) bool {
	switch items[i].text {
	case "then", "before", "and then":
	default:
		return false
	}
	for k := i + 1; k < len(items); k++ {
		if items[k].class != isPlain {
			return items[k].class == isMove && !items[k].adj
		}
	}
	return false
}

// overBehind is -1 where "over" at i says of the amount before it that it is an overspend, 1
// where "under" says that it is an underspend: "prescribing, £1.4m over". 0 else.
func overBehind(items []item, i int) int {
	if i == 0 || items[i-1].class != isQuantity || items[i-1].q.unit != pounds {
		return 0
	}
	if items[i].class == isPlain && items[i].word == "in hand" {
		return 1
	}
	if items[i].text == "short" && (i+1 == len(items) || items[i+1].class == isMark) {
		return -1
	}
	if items[i].text != "over" && items[i].text != "under" {
		return 0
	}
	ofIt := i+1 < len(items) && items[i+1].text == "it" && anyOf(items[:i], func(x *item) bool { return x.class == isFace && strings.Contains(x.text, "budget") })
	if i+1 < len(items) && !ofIt && items[i+1].class != isMark && items[i+1].class != isBreak && !(items[i+1].class == isRole && items[i+1].role == "in" && i+2 < len(items) && items[i+2].class == isPeriod) {
		return 0
	}
	return map[string]int{"over": -1, "under": 1}[items[i].text]
}

// timesOf is how many times as much the figure at i says: "three times that of 2023/24",
// "four times the Scottish rate"; 0 where it says no such thing.
func timesOf(items []item, i int) int {
	q := items[i].q
	if items[i].class != isQuantity || q == nil || q.unit != bare || !q.inWords || q.value == nil || !q.value.IsInt() || i+2 >= len(items) || items[i+1].text != "times" {
		return 0
	}
	if items[i+2].class == isFace && items[i+2].face == plan {
		return int(q.value.Num().Int64()) // "three times the sum budgeted"
	}
	if items[i+2].class == isPeriod && items[i+2].entry.year == 1 && strings.HasSuffix(items[i+2].text, "'s") {
		return int(q.value.Num().Int64()) // "three times last year's"
	}
	switch items[i+2].text {
	case "as", "that", "those", "the", "its", "their", "what":
		return int(q.value.Num().Int64())
	}
	return 0
}

// ofAnother is 2 or -2 where "twice" or "half" at i is said of another figure of the kind: "half
// that of 2024/25". 0 where it isn't.
func ofAnother(items []item, i int) int {
	n := 0
	switch items[i].text {
	case "twice", "double":
		n = 2
	case "half":
		n = -2
	default:
		if n = -partOf(&items[i]); n == 0 {
			return 0
		}
	}
	if q := items[i].q; n < 0 && items[i].class == isQuantity && (q.hedge == over || q.hedge == justOver || q.hedge == atLeast) {
		return 0 // "more than half" of something isn't "more than halved"
	}
	if next := i + 1; next < len(items) && items[next].class == isPeriod && items[next].entry.year == 1 && strings.HasSuffix(items[next].text, "'s") {
		return n // "half last year's"
	}
	if items[i].class == isQuantity && i+2 < len(items) && items[i+1].class == isRole && items[i+1].text == "of" && items[i+2].text == "what" {
		return n // "less than half of what is recorded across Scotland"
	}
	if items[i].class != isPlain && items[i].class != isQuantity && items[i].class != isTimes || i+2 >= len(items) {
		return 0
	}
	if items[i].class != isQuantity && items[i+1].text == "the" && items[i+2].text == "one" {
		return n // "twice the one in 2024/25"
	}
	if items[i+1].text != "that" && items[i+1].text != "those" {
		return 0
	}
	if items[i+2].class != isRole || items[i+2].role != "of" && items[i+2].role != "in" {
		return 0
	}
	return n
}

// leadsOver are nouns behind which "over" says of whom.
var leadsOver = []string{"gap", "lead", "advantage", "edge", "margin"}

// partOf is 3 of "a third" and 4 of "a quarter"; 0 else.
func partOf(it *item) int {
	if it.class != isQuantity || !it.q.fraction || it.q.hedge == over || it.q.hedge == justOver || it.q.hedge == atLeast {
		return 0
	}
	for n := int64(3); n <= 5; n++ {
		if compare(it.q.value, rat(100, n)) == 0 {
			return int(n)
		}
	}
	return 0
}

// underPlace reports whether "under" or "over" at i compares with a place: "2% under the
// Scottish rate".
func underPlace(items []item, i int) bool {
	if items[i].class == isHedge && i > 0 && items[i-1].class == isPlain && underThatOf(items, i) {
		return true
	}
	if items[i].class != isHedge || items[i].hedge != under && items[i].hedge != over || i > 0 && items[i-1].class != isQuantity && items[i-1].class != isPlain && items[i-1].word != "onyear" && !movesPast(items, i) || i > 0 && slices.Contains(leadsOver, items[i-1].text) {
		return false
	}
	for k := i + 1; k < len(items); k++ {
		if items[k].class != isPlain {
			return items[k].class == isArea && items[k].area != own
		}
	}
	return false
}

// movesPast reports whether a fall goes before "under" at i, or a rise before "over": "dipped
// under the national rate".
func movesPast(items []item, i int) bool {
	before := items[i-1]
	return before.class == isMove && !before.judge && !before.adj && (before.n < 0) == (items[i].hedge == under)
}

// underThatOf reports whether "under" or "over" at i stands before the figure of another place:
// "a shade under that of Scotland".
func underThatOf(items []item, i int) bool {
	if !strings.HasSuffix(items[i].text, "under") && !strings.HasSuffix(items[i].text, "over") || i+3 >= len(items) || items[i+1].text != "that" && items[i+1].text != "those" {
		return false
	}
	k := i + 3
	for k < len(items)-1 && items[k].class == isPlain {
		k++
	}
	return items[i+2].class == isRole && items[i+2].text == "of" && items[k].class == isArea && items[k].area != own
}

// besidePlan makes an over- or underspend of "just over this year's plan" at i, and reports
// whether it did.
func besidePlan(items []item, i int) bool {
	it := &items[i]
	if it.class != isHedge {
		return false
	}
	sign := 0
	switch {
	case it.hedge == over, it.hedge == justOver:
		sign = -1
	case it.hedge == under, it.hedge == nearly && (strings.Contains(it.text, "under") || strings.Contains(it.text, "below")):
		sign = 1
	}
	if sign == 0 {
		return false
	}
	for k := i + 1; k < len(items); k++ {
		switch x := &items[k]; {
		case x.class == isFace && x.face == plan:
			*it = item{entry: entry{class: isFace, face: variance, n: sign, word: it.text}, start: it.start, end: x.end, text: it.text + " " + x.text}
			return true
		case x.class != isPlain && x.class != isPeriod:
			return false
		}
	}
	return false
}

// moreThanTimes takes "more than" before a multiple for a hedge: "more than twice as many".
func moreThanTimes(items []item, i int) {
	if items[i].class != isBeside || i+1 >= len(items) || items[i+1].class != isTimes || items[i+1].word != "as much" {
		return
	}
	switch items[i].text {
	case "more than":
		items[i].entry = entry{class: isHedge, hedge: over, word: items[i].text}
	case "less than":
		items[i].entry = entry{class: isHedge, hedge: under, word: items[i].text}
	}
}
