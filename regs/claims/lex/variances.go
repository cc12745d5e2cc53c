package lex

import (
	"strings"

	"apr/regs/claims/facts"
	"apr/regs/claims/language"
)

// lastThat makes plain words of "the last year" at i where what is behind says which that was: "the last
// year that closed without an overspend".
func lastThat(items []Item, i int) {
	it := &items[i]
	if it.Class == language.IsPeriod && it.Text == "of the years" && i+2 < len(items) && items[i+1].Role == "since" && items[i+2].Class == language.IsPeriod {
		it.MakePlain() // of those only
	}
	if it.Class != language.IsPeriod || it.Known || it.Text != "the last year" && it.Text != "last year" || i+1 >= len(items) || it.Text == "last year" && (i == 0 || items[i-1].Text != "the") {
		return
	}
	next := &items[i+1]
	if next.Text == "that" || next.Text == "in which" || next.Text == "when" || next.Text == "to" || next.Text == "without" || next.Text == "with" {
		it.MakePlain()
	}
}

// afterVariance begins a clause at "after" where what was before is an over- or underspend of another year: "overspent by
// £1.6m, after an overspend of £0.9m in 2024/25".
func afterVariance(items []Item, i int) {
	if items[i].Text != "after" && items[i].Text != "following" || i == 0 {
		return
	}
	k := i + 1
	if k < len(items) && (items[k].Text == "a" || items[k].Text == "an") {
		k++
	}
	if k+3 >= len(items) || items[k].Class != language.IsFace || items[k].Face != facts.FaceVariance || items[k].N == 0 || items[k+1].Role != "of" || !PlainAmount(&items[k+2]) {
		return
	}
	when := k + 3
	if items[when].Role == "in" {
		when++
	}
	if when >= len(items) || items[when].Class != language.IsPeriod || items[when].Entry.Year == 0 && !items[when].Known || when+1 < len(items) && items[when+1].Class != language.IsMark {
		return
	}
	if items[i].MakePlain(); items[i-1].Class != language.IsMark {
		items[i].Entry = language.Entry{Class: language.IsMark, Word: ","}
	}
}

// besideItsBudget makes an over- or underspend of the word at i that sets an amount beside the
// budget that was named before: "budgeted at £27.2m, came in £0.8m dearer than that", "with a
// budget of £11.9m, finished £0.4m below it".
func besideItsBudget(items []Item, i int) {
	it := &items[i]
	if it.N == 0 || it.Judge || i < 1 || items[i-1].Class != language.IsQuantity || items[i-1].Q.Unit != facts.Pounds || items[i-1].Q.Ref != nil || !(it.Class == language.IsBeside || it.Class == language.IsMove && it.Adj) {
		return
	}
	k := i + 1
	if k < len(items) && items[k].Class == language.IsThan {
		k++
	} else if it.Class == language.IsMove {
		return
	}
	if k >= len(items) || items[k].Text != "it" && items[k].Text != "that" && items[k].Text != "this" || k+1 < len(items) && items[k+1].Class != language.IsMark {
		return
	}
	for n := i - 2; n >= 0; n-- {
		switch x := &items[n]; {
		case x.Class == language.IsMark && x.Word != ",", x.Class == language.IsQuantity && x.Q.Unit != facts.Pounds, x.Class == language.IsBreak && x.Word != "and":
			return
		case x.Class == language.IsQuantity && n > 1 && (items[n-1].Role == "of" || items[n-1].Role == "in") && items[n-2].Class == language.IsFace && items[n-2].Face == facts.FacePlan:
			sign := -it.N
			end := items[k].End
			it.Entry = language.Entry{Class: language.IsFace, Face: facts.FaceVariance, N: sign, Word: it.Text}
			it.End = end
			for m := i + 1; m <= k; m++ {
				items[m].MakePlain()
			}
			return
		case x.Class == language.IsQuantity:
			return
		}
	}
}

// allButOfBudget makes an underspend of what is left of a budget: "used all but £0.4m of its
// budget".
func allButOfBudget(items []Item, i int) {
	if items[i].Word != "all but" || i < 1 || i+3 >= len(items) || items[i+1].Class != language.IsQuantity || items[i+1].Q.Unit != facts.Pounds || items[i+2].Role != "of" || items[i+3].Class != language.IsFace || items[i+3].Face != facts.FacePlan {
		return
	}
	switch items[i-1].Text {
	case "used", "spent", "spend", "spends", "needed", "drew", "using", "spending":
	default:
		return
	}
	over := Item{Entry: language.Entry{Class: language.IsFace, Face: facts.FaceVariance, N: 1, Word: "all but"}, Start: items[i].Start, End: items[i].End, Text: items[i].Text}
	items[i-1].MakePlain()
	items[i] = over
	items[i+3].MakePlain()
	items[i+2].MakePlain()
}

// exceeded reads "exceeded its £18.6m by £1.4m" as of a budget, which is what an amount exceeds
// that is its own.
func exceeded(items []Item, i int) {
	it := &items[i]
	if it.Class != language.IsBeside || it.Judge || it.N == 0 || i+4 >= len(items) || items[i+1].Text != "its" && items[i+1].Text != "their" {
		return
	}
	if a := &items[i+2]; a.Class != language.IsQuantity || a.Q.Unit != facts.Pounds || items[i+3].Role != "by" || items[i+4].Class != language.IsQuantity || items[i+4].Q.Unit != facts.Pounds {
		return
	}
	*it = Item{Entry: language.Entry{Class: language.IsFace, Face: facts.FaceVariance, N: -it.N, Word: it.Text}, Start: it.Start, End: items[i+1].End, Text: it.Text + " its budget"}
	items[i+1] = Item{Entry: language.Entry{Class: language.IsRole, Role: "of", Word: "of"}, Start: items[i+1].End, End: items[i+1].End, Text: "of"}
}

// SeveralVaried reports whether an over- or underspend is one of several: "overspends", "deficits".
func SeveralVaried(it *Item) bool {
	return strings.HasSuffix(it.Text, "spends") || it.Text == "deficits" || it.Text == "surpluses"
}
