package lex

import (
	"strings"

	"apr/regs/claims/facts"
	"apr/regs/claims/language"
)

// attributed passes over "according to the 2025/26 survey" at i, which says where a figure is
// from where nothing in it isn't understood.
func attributed(items []Item, i int) {
	if items[i].Text != "according" || items[i].Class != language.IsUnknown || i+1 >= len(items) || items[i+1].Text != "to" {
		return
	}
	end := i + 2
	for end < len(items) && (items[end].Class == language.IsPlain || items[end].Class == language.IsPeriod) {
		end++
	}
	if end == i+2 || end < len(items) && items[end].Class != language.IsMark {
		return
	}
	for k := i; k < end; k++ {
		if items[k].Class != language.IsPeriod || items[k].Text == "latest survey" {
			items[k].MakePlain()
		}
	}
}

// madeUpOf ends the statement of an amount at "comprised" or "was made up of", behind which are those of its parts:
// "Expenditure of £108.7m comprised £60.4m through the health board".
func madeUpOf(items []Item) {
	for i := 1; i+1 < len(items); i++ {
		end := i + 1
		switch items[i].Text {
		case "comprised", "comprises", "comprising":
		case "made up", "consisted", "consists", "consisting":
			if items[end].Text != "of" {
				continue
			}
			end++
		default:
			continue
		}
		from := i
		if items[from-1].Text == "was" || items[from-1].Text == "is" {
			from--
		}
		if from == 0 || !PlainAmount(&items[from-1]) || end >= len(items) || !PlainAmount(&items[end]) {
			continue
		}
		items[i].Entry = language.Entry{Class: language.IsMark, Word: ","}
		for k := from; k < end; k++ {
			if k != i {
				items[k].MakePlain()
			}
		}
	}
}

// contributed makes the amount at i that goes to an over- or underspend a part of it:
// "contributed £446,000 to the overspend".
func contributed(items []Item, i int) {
	switch items[i].Text {
	case "contributed", "contributes", "contributing", "added", "adds", "adding":
	default:
		return
	}
	k := i + 1
	for k < len(items) && items[k].Class == language.IsPlain {
		k++
	}
	if k >= len(items) || items[k].Class != language.IsQuantity || items[k].Q.Unit != facts.Pounds {
		return
	}
	before := language.AnyOf(items[:i], func(x *Item) bool { return x.Class == language.IsFace && x.Face == facts.FaceVariance && x.N != 0 })
	if k+1 < len(items) && items[k+1].Class == language.IsRole && items[k+1].Role == "to" {
		for n := k + 2; n < len(items); n++ {
			if x := &items[n]; x.Class == language.IsFace && x.Face == facts.FaceVariance && x.N != 0 {
				items[i].MakePlain()
				items[k+1].Entry = language.Entry{Class: language.IsRole, Role: "part", Word: "to"}
				return
			} else if x.Class != language.IsPlain {
				return
			}
		}
		return
	}
	if before {
		items[i].MakePlain()
	}
}

// coded makes the code in brackets behind a name say which of several things of that name is
// meant: "delayed discharge (NI19)".
func coded(items []Item, i int) {
	if i+1 < len(items) && items[i].Class == language.IsSubject && items[i+1].Class == language.IsSubject && items[i].Thing.Kind == facts.Measure && items[i+1].Thing.Kind == facts.Indicator && strings.EqualFold(items[i].Text, items[i].Thing.Code) {
		items[i+1].Thing = items[i].Thing // "MSG2 unscheduled bed days"
	}
	if i+3 >= len(items) || items[i].Class != language.IsSubject || items[i+1].Word != "(" || items[i+2].Class != language.IsSubject || items[i+3].Word != ")" {
		return
	}
	code := strings.ReplaceAll(strings.ReplaceAll(items[i+2].Text, " ", ""), "-", "")
	if t := items[i+2].Thing; t != nil && items[i].Thing != t && strings.EqualFold(code, t.ID) && items[i].Thing != nil && items[i].Thing.Kind == facts.Measure {
		items[i].Thing = t
	}
}

// ofWhichSome makes a clause of its own of "five recommendations, four of which are complete".
func ofWhichSome(items []Item) {
	for i := 2; i+2 < len(items); i++ {
		if items[i].Class != language.IsQuantity || items[i].Q.Unit != facts.Bare || !items[i].Q.InWords || items[i-1].Word != "," || items[i+1].Role != "of" || items[i+2].Class != language.IsBreak || items[i+2].Text != "which" {
			continue
		}
		k := i - 2
		if k > 0 && items[k].Class == language.IsTogether {
			k-- // "five recommendations between them, four of which …"
		}
		if items[k].Class != language.IsSubject || items[k].Thing.ID != "count:recommendations" {
			continue
		}
		items[i-1].Word = ";"
		items[i+1].MakePlain()
		items[i+2].MakePlain()
	}
}

// PlainAmount reports whether an item is an amount of money that the text itself writes.
func PlainAmount(it *Item) bool {
	return it.Class == language.IsQuantity && it.Q.Unit == facts.Pounds && it.Q.Ref == nil && it.Q.Value != nil
}
