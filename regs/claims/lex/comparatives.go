package lex

import (
	"slices"
	"strings"

	"apr/regs/claims/exact"
	"apr/regs/claims/facts"
	"apr/regs/claims/language"
)

// compared takes "higher than" before a period apart, which compares two times
// and not two places, and makes an overspend of "more than the budget".
func compared(items []Item) []Item {
	items = aroundFigure(apartOfAreas(whenItWas(items)))
	introduced(items)
	ofWhichSome(items)
	madeUpOf(items)
	thanAtTurn(items)
	afterTurn(items)
	for i := range items {
		multipleOfFigure(items, i)
	}
	beating(items)
	closerThan(items)
	behindAnother(items)
	for i := 0; i < len(items); i++ {
		if fixed(&items[i]) {
			continue
		}
		readBeside(items, i)
		it := &items[i]
		if it.Class == language.IsAside && it.Text == "before" && i+1 < len(items) && items[i+1].Class == language.IsPeriod && items[i+1].Known {
			it.Entry = language.Entry{Class: language.IsMood, Word: "historic"} // "went up before 2024/25"
		}
		if it.Class == language.IsSubject && it.Text == "in all" && i > 1 && items[i-1].Class == language.IsQuantity && items[i-2].Class != language.IsMark {
			it.MakePlain() // "came to £32.4m in all"
		}
		if it.Class == language.IsMood && it.Text == "standard" && i > 0 && items[i-1].Class == language.IsQuantity && items[i-1].Q.Unit == facts.Percent {
			it.Class, it.Face = language.IsFace, facts.FaceTarget // "the 90% standard"
		}
		besideGoal(items, i)
		if it.Class == language.IsAside && it.Text == "through" && i > 0 && items[i-1].Class == language.IsQuantity && items[i-1].Q.OfMoney && language.AnyOf(items[:i-1], func(x *Item) bool { return strings.HasSuffix(x.Text, " through") }) {
			it.MakePlain() // "£64 went through the ledgers of NHS Moorland and £36 through those of the Council"
		}
		if it.Class == language.IsUnknown && (it.Text == "cases" || it.Text == "occasions") && i > 1 && items[i-1].Role == "of" && items[i-2].Class == language.IsQuantity && items[i-2].Q.Unit == facts.Percent {
			it.Class = language.IsPlain // "in 91.0% of cases"
		}
		if it.Text == "alone" && i > 0 && language.Classes(1<<language.IsPeriod|1<<language.IsSubject|1<<language.IsArea|1<<language.IsQuantity).Has(items[i-1].Class) {
			it.Class = language.IsPlain // "in the last year alone"
		}
		if it.Class == language.IsAside && strings.HasPrefix(it.Text, "as ") && asHighAs(items, i) {
			it.Entry, it.Text = language.Entry{Class: language.IsPlain, Word: "as"}, "as" // "three times as high as it was in 2020/21"
		}
		if it.Text == "wrote" && it.Class == language.IsMood && i+1 < len(items) && writtenOut(items[i+1:]) {
			it.MakePlain() // "wrote 742 support plans"
		}
		if sequel(items, i) {
			it.Entry = language.Entry{Class: language.IsBreak, Word: "then"}
		}
		if besidePlan(items, i) {
			continue
		}
		exceeded(items, i)
		if sign := overBehind(items, i); sign != 0 {
			it.Entry = language.Entry{Class: language.IsFace, Face: facts.FaceVariance, N: sign, Word: it.Text}
			leavesIt(items, i-2)
			continue
		}
		if n := timesOf(items, i); n > 1 {
			it.Entry, it.Q = language.Entry{Class: language.IsTimes, N: n, Word: "as much", Hedge: it.Q.Hedge}, nil
			it.Text, it.End = it.Text+" times", items[i+1].End
			items[i+1].Text = ""
			continue
		}
		if n := ofAnother(items, i); n != 0 {
			h := facts.Plainly
			if it.Q != nil {
				h = it.Q.Hedge
			}
			it.Entry, it.Q = language.Entry{Class: language.IsTimes, N: n, Word: "as much", Hedge: h}, nil
		}
		if underPlace(items, i) {
			it.Class, it.N = language.IsBeside, map[bool]int{true: -1, false: 1}[it.Hedge == facts.Under || it.Hedge == facts.Nearly]
		}
		if it.Class != language.IsBeside {
			continue
		}
		k := i + 1
		if k < len(items) && (items[k].Text == "it" || items[k].Text == "them") && slices.Contains(sides, language.LastWord(it.Text)) {
			continue // "having been below it in 2022/23": another figure of that year
		}
		for k < len(items) && (items[k].Class == language.IsPlain || items[k].Class == language.IsExtreme && k > i+1 || items[k].Class == language.IsRole && (items[k].Role == "in" || strings.HasPrefix(items[k].Text, "where ") || items[k].Role == "of" && items[k-1].Text == "level")) {
			k++
		}
		if k < len(items) && items[k].Text == "we" && madeBehind(items[k+1:]) {
			for ; items[k].Class != language.IsPeriod; k++ {
				items[k].MakePlain() // "half a million more than we achieved in 2024/25"
			}
		}
		if k < len(items) && items[k].Class == language.IsFace && items[k].Face == facts.FacePlan && !it.Judge {
			*it = Item{Entry: language.Entry{Class: language.IsFace, Face: facts.FaceVariance, N: -it.N, Word: it.Text}, Start: it.Start, End: items[k].End, Text: it.Text + " " + items[k].Text}
			continue
		}
		if k < len(items) && items[k].Class == language.IsPeriod && (strings.HasSuffix(it.Text, " than") || (items[k].Known || items[k].Entry.Year == 1 && strings.HasSuffix(items[k].Text, "'s")) && (slices.Contains(sides, language.LastWord(it.Text)) || it.Text == "topped" || it.Text == "surpassed")) {
			it.Class, it.Adj = language.IsMove, true
			than := Item{Entry: language.Entry{Class: language.IsThan, Word: "than"}, Start: it.End, End: it.End, Text: "than"}
			items = slices.Insert(items, i+1, than)
		}
	}
	return items
}

// madeBehind reports whether items begin with what somebody made of something in a year: "achieved in 2024/25".
func madeBehind(items []Item) bool {
	k := 0
	for k < len(items) && k < 4 && slices.Contains([]string{"achieved", "made", "managed", "delivered", "found", "saved", "had", "did", "recorded", "reported", "in", "for", "back"}, items[k].Text) {
		k++
	}
	return k > 0 && k < len(items) && items[k].Class == language.IsPeriod
}

// sides are words for one side of a figure.
var sides = []string{"above", "below", "beneath"}

// fixed reports whether an item is what it is, whatever is next to it, as most are: a mark, or a
// word that neither a reader of besideOthers nor one of compared begins with.
func fixed(it *Item) bool {
	switch it.Class {
	case language.IsMark:
		return true
	case language.IsPlain, language.IsRole, language.IsPeriod, language.IsArea:
	default:
		return false
	}
	switch it.Text {
	case "alone", "before", "and then", "then", "short", "over", "under", "twice", "double", "half", "their":
		return false
	}
	return it.Word != "in hand" && readersBeside().of(it) == 0
}

// asHighAs reports whether "as it" at i goes on with a multiple.
func asHighAs(items []Item, i int) bool {
	for k := i - 1; k >= 0 && k >= i-4; k-- {
		switch {
		case items[k].Class == language.IsTimes:
			return true
		case items[k].Class != language.IsPlain && items[k].Class != language.IsSubject:
			return false
		}
	}
	return false
}

// writtenOut reports whether a number of things that can be written is behind "wrote".
func writtenOut(items []Item) bool {
	for i := range items {
		if items[i].Class == language.IsQuantity || items[i].Class == language.IsTimes {
			return true
		}
		if items[i].Class != language.IsPlain && items[i].Class != language.IsHedge {
			return false
		}
	}
	return false
}

// sequel reports whether "then" or "before" at i goes on with what became of a figure: "rose
// to 64.9% before falling to 63.7%".
func sequel(items []Item, i int) bool {
	switch items[i].Text {
	case "then", "before", "and then":
	default:
		return false
	}
	for k := i + 1; k < len(items); k++ {
		if items[k].Class != language.IsPlain {
			return items[k].Class == language.IsMove && !items[k].Adj
		}
	}
	return false
}

// overBehind is -1 where "over" at i says of the amount before it that it is an overspend, 1
// where "under" says that it is an underspend: "prescribing, £1.4m over". 0 else.
func overBehind(items []Item, i int) int {
	if i == 0 || items[i-1].Class != language.IsQuantity || items[i-1].Q.Unit != facts.Pounds {
		return 0
	}
	if items[i].Class == language.IsPlain && items[i].Word == "in hand" {
		return 1
	}
	if items[i].Text == "short" && (i+1 == len(items) || items[i+1].Class == language.IsMark) {
		return -1
	}
	if items[i].Text != "over" && items[i].Text != "under" {
		return 0
	}
	ofIt := i+1 < len(items) && items[i+1].Text == "it" && language.AnyOf(items[:i], func(x *Item) bool { return x.Class == language.IsFace && strings.Contains(x.Text, "budget") })
	if i+1 < len(items) && !ofIt && items[i+1].Class != language.IsMark && items[i+1].Class != language.IsBreak && items[i+1].Class != language.IsAside && !(items[i+1].Class == language.IsRole && items[i+1].Role == "in" && i+2 < len(items) && items[i+2].Class == language.IsPeriod) {
		return 0
	}
	return map[string]int{"over": -1, "under": 1}[items[i].Text]
}

// timesOf is how many times as much the figure at i says: "three times that of 2023/24",
// "four times the Scottish rate"; 0 where it says no such thing.
func timesOf(items []Item, i int) int {
	q := items[i].Q
	if items[i].Class != language.IsQuantity || q == nil || !q.IsWhole() || !q.InWords || i+2 >= len(items) || items[i+1].Text != "times" {
		return 0
	}
	if items[i+2].Class == language.IsFace && items[i+2].Face == facts.FacePlan {
		return int(q.Value.Num().Int64()) // "three times the sum budgeted"
	}
	if items[i+2].Class == language.IsPeriod && items[i+2].Entry.Year == 1 && strings.HasSuffix(items[i+2].Text, "'s") {
		return int(q.Value.Num().Int64()) // "three times last year's"
	}
	switch items[i+2].Text {
	case "as", "that", "those", "the", "its", "their", "what":
		return int(q.Value.Num().Int64())
	}
	return 0
}

// ofAnother is 2 or -2 where "twice" or "half" at i is said of another figure of the kind: "half
// that of 2024/25". 0 where it isn't.
func ofAnother(items []Item, i int) int {
	n := 0
	switch items[i].Text {
	case "twice", "double":
		n = 2
	case "half":
		n = -2
	default:
		if n = -partOf(&items[i]); n == 0 {
			return 0
		}
	}
	if q := items[i].Q; n < 0 && items[i].Class == language.IsQuantity && (q.Hedge == facts.Over || q.Hedge == facts.JustOver || q.Hedge == facts.LittleOver || q.Hedge == facts.AtLeast) {
		return 0 // "more than half" of something isn't "more than halved"
	}
	if next := i + 1; next < len(items) && items[next].Class == language.IsPeriod && items[next].Entry.Year == 1 && strings.HasSuffix(items[next].Text, "'s") {
		return n // "half last year's"
	}
	if items[i].Class == language.IsQuantity && i+2 < len(items) && items[i+1].Class == language.IsRole && items[i+1].Text == "of" && items[i+2].Text == "what" {
		return n // "less than half of what is recorded across Scotland"
	}
	if items[i].Class != language.IsPlain && items[i].Class != language.IsQuantity && items[i].Class != language.IsTimes || i+2 >= len(items) {
		return 0
	}
	if items[i].Class != language.IsQuantity && items[i+1].Text == "the" && items[i+2].Text == "one" {
		return n // "twice the one in 2024/25"
	}
	if items[i+1].Text != "that" && items[i+1].Text != "those" {
		return 0
	}
	if items[i+2].Class != language.IsRole || items[i+2].Role != "of" && items[i+2].Role != "in" {
		return 0
	}
	return n
}

// leadsOver are nouns behind which "over" says of whom.
var leadsOver = []string{"gap", "lead", "advantage", "edge", "margin"}

// partOf is 3 of "a third" and 4 of "a quarter"; 0 else.
func partOf(it *Item) int {
	if it.Class != language.IsQuantity || !it.Q.Fraction || it.Q.Hedge == facts.Over || it.Q.Hedge == facts.JustOver || it.Q.Hedge == facts.LittleOver || it.Q.Hedge == facts.AtLeast {
		return 0
	}
	for n := int64(3); n <= 5; n++ {
		if exact.Compare(it.Q.Value, exact.Rat(100, n)) == 0 {
			return int(n)
		}
	}
	return 0
}

// underPlace reports whether "under" or "over" at i compares with a place: "2% under the
// Scottish rate".
func underPlace(items []Item, i int) bool {
	if items[i].Class == language.IsHedge && i > 0 && (items[i-1].Class == language.IsPlain || items[i-1].Class == language.IsBreak) && underThatOf(items, i) {
		return true
	}
	if items[i].Class != language.IsHedge || items[i].Hedge != facts.Under && items[i].Hedge != facts.Over || i > 0 && items[i-1].Class != language.IsQuantity && items[i-1].Class != language.IsPlain && items[i-1].Word != "onyear" && !movesPast(items, i) || i > 0 && slices.Contains(leadsOver, items[i-1].Text) {
		return false
	}
	for k := i + 1; k < len(items); k++ {
		if items[k].Class != language.IsPlain {
			return items[k].Class == language.IsArea && items[k].Area != facts.Own
		}
	}
	return false
}

// movesPast reports whether a fall goes before "under" at i, or a rise before "over": "dipped
// under the national rate".
func movesPast(items []Item, i int) bool {
	before := items[i-1]
	return before.Class == language.IsMove && !before.Judge && !before.Adj && (before.N < 0) == (items[i].Hedge == facts.Under)
}

// underThatOf reports whether "under" or "over" at i stands before the figure of another place:
// "a shade under that of Scotland", "well under the 430 of Scotland".
func underThatOf(items []Item, i int) bool {
	if !strings.HasSuffix(items[i].Text, "under") && !strings.HasSuffix(items[i].Text, "over") || i+3 >= len(items) {
		return false
	}
	if i+4 < len(items) && items[i+1].Text == "the" && items[i+2].Class == language.IsQuantity {
		return items[i+3].Class == language.IsRole && items[i+3].Text == "of" && items[i+4].Class == language.IsArea && items[i+4].Area != facts.Own
	}
	if items[i+1].Text != "that" && items[i+1].Text != "those" {
		return false
	}
	k := i + 3
	for k < len(items)-1 && items[k].Class == language.IsPlain {
		k++
	}
	return items[i+2].Class == language.IsRole && items[i+2].Text == "of" && items[k].Class == language.IsArea && items[k].Area != facts.Own
}

// besidePlan makes an over- or underspend of "just over this year's plan" at i, and reports
// whether it did.
func besidePlan(items []Item, i int) bool {
	it := &items[i]
	if it.Class != language.IsHedge {
		return false
	}
	sign := 0
	switch {
	case it.Hedge == facts.Over, it.Hedge == facts.JustOver, it.Hedge == facts.LittleOver:
		sign = -1
	case it.Hedge == facts.Under, it.Hedge == facts.Nearly && (strings.Contains(it.Text, "under") || strings.Contains(it.Text, "below")):
		sign = 1
	}
	if sign == 0 {
		return false
	}
	for k := i + 1; k < len(items); k++ {
		switch x := &items[k]; {
		case x.Class == language.IsFace && x.Face == facts.FacePlan:
			*it = Item{Entry: language.Entry{Class: language.IsFace, Face: facts.FaceVariance, N: sign, Word: it.Text}, Start: it.Start, End: x.End, Text: it.Text + " " + x.Text}
			return true
		case x.Class != language.IsPlain && x.Class != language.IsPeriod:
			return false
		}
	}
	return false
}

// moreThanTimes takes "more than" before a multiple for a hedge: "more than twice as many".
func moreThanTimes(items []Item, i int) {
	if items[i].Class != language.IsBeside || i+1 >= len(items) || items[i+1].Class != language.IsTimes || items[i+1].Word != "as much" {
		return
	}
	switch items[i].Text {
	case "more than":
		items[i].Entry = language.Entry{Class: language.IsHedge, Hedge: facts.Over, Word: items[i].Text}
	case "less than":
		items[i].Entry = language.Entry{Class: language.IsHedge, Hedge: facts.Under, Word: items[i].Text}
	}
}
