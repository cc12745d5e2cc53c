package lex

import (
	"slices"
	"strings"

	"apr/regs/claims/facts"
	"apr/regs/claims/language"
)

// stays are verbs behind which "under" compares.
var stays = []string{"stayed", "stay", "stays", "remained", "remains", "kept", "keeps", "came", "finished", "ended", "is", "was", "were", "are", "fell", "rose"}

// leftUnspent reads what is left of a budget as an underspend: "left £0.4m of its budget unused".
func leftUnspent(items []Item, i int) {
	if i+3 >= len(items) || items[i].Class != language.IsQuantity || items[i].Q.Unit != facts.Pounds || items[i+1].Role != "of" {
		return
	}
	k := i + 2
	for k < len(items) && items[k].Class == language.IsPlain {
		k++
	}
	if k+1 >= len(items) || items[k].Class != language.IsFace || items[k].Face != facts.FacePlan {
		return
	}
	switch items[k+1].Text {
	case "unused", "unspent", "untouched", "intact", "over":
	default:
		return
	}
	for n := i + 1; n < k+1; n++ {
		items[n].MakePlain()
	}
	items[k+1].Entry = language.Entry{Class: language.IsFace, Face: facts.FaceVariance, N: 1, Word: items[k+1].Text}
	if i > 0 && items[i-1].Class == language.IsUnknown && (items[i-1].Text == "left" || items[i-1].Text == "leaves" || items[i-1].Text == "leaving") {
		items[i-1].MakePlain()
	}
}

// leavesIt makes a plain word of "leaves" at i, which is before what is left.
func leavesIt(items []Item, i int) {
	if i >= 0 && items[i].Class == language.IsUnknown && slices.Contains([]string{"left", "leaves", "leaving"}, items[i].Text) {
		items[i].MakePlain()
	}
}

// withoutVerb takes "falls" for a verb where it says how far something is from something else: "our
// 60.2% falls short of the Scottish result".
func withoutVerb(found []claimed, ts []language.Token) []claimed {
	return slices.DeleteFunc(found, func(c claimed) bool {
		first := c.at[0]
		if len(c.at) > 1 || ts[first].Text != "falls" && ts[first].Text != "fall" {
			return false
		}
		k := first + 1
		if k < len(ts) && (strings.HasSuffix(ts[k].Text, "ly") || ts[k].Text == "well" || ts[k].Text == "just" || ts[k].Text == "far") {
			k++
		}
		return k < len(ts) && slices.Contains([]string{"short", "below", "behind", "within", "outside", "shy"}, ts[k].Text)
	})
}

// drawnUp are the words for writing something that drewUp reads.
var drawnUp = []string{"drew up", "drawn up", "draws up", "wrote up", "put together"}

// drewUp makes a plain word of "drew up" and the like at i before the number of what all of the staff wrote.
func drewUp(items []Item, i int) {
	if i == 0 || i > 2 || !items[i-1].Is(facts.Own) && !slices.Contains([]string{"staff", "teams", "colleagues"}, items[i-1].Text) || i == 2 && !items[0].Is(facts.Own) {
		return
	}
	if items[i].Class != language.IsUnknown || !slices.Contains(drawnUp, items[i].Text) {
		return
	}
	for k := i + 1; k < len(items) && k < i+3; k++ {
		if items[k].Class == language.IsQuantity && items[k].Q.Unit == facts.Bare && !(k+1 < len(items) && items[k+1].Role == "of") {
			items[i].MakePlain()
			return
		}
	}
}

// fellOn takes "fell on" at i for a word that says whose a part was, and not which way it went:
// "half of the overspend fell on Strathmoor".
func fellOn(items []Item, i int) {
	if items[i].Class != language.IsMove || i+2 >= len(items) || items[i+1].Text != "on" && items[i+1].Text != "to" {
		return
	}
	switch items[i].Text {
	case "fell", "falls", "fallen":
	default:
		return
	}
	if n := &items[i+2]; n.Class == language.IsArea && facts.IsLocality(n.Area) || n.Class == language.IsSubject && n.Thing.Kind == facts.Money {
		items[i].MakePlain()
	}
}

// adverseBehind makes an over- or underspend of "adverse" at i behind an amount: "the variance on
// care homes was £0.4m adverse".
func adverseBehind(items []Item, i int) {
	n := 0
	switch items[i].Text {
	case "adverse", "unfavourable":
		n = -1
	case "favourable":
		n = 1
	}
	if n == 0 || i == 0 || items[i-1].Class != language.IsQuantity || items[i-1].Q.Unit != facts.Pounds {
		return
	}
	items[i].Entry = language.Entry{Class: language.IsFace, Face: facts.FaceVariance, N: n, Word: items[i].Text}
	for k := range i {
		if items[k].Class == language.IsUnknown && (items[k].Text == "variance" || items[k].Text == "variances") {
			items[k].MakePlain()
		}
	}
}

// backIn takes "back" at i for a plain word before a year: "Back in 2020/21".
func backIn(items []Item, i int) {
	if items[i].Text == "back" && items[i].Class == language.IsUnknown && i+2 < len(items) && items[i+1].Role == "in" && items[i+2].Class == language.IsPeriod && items[i+2].Known {
		items[i].Entry = language.Entry{Class: language.IsPlain, Word: "back"}
	}
}
