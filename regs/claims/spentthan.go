package claims

import (
	"slices"

	"apr/internal/lazyregexp"
	"apr/regs/claims/facts"
	"apr/regs/claims/language"
	"apr/regs/claims/lex"
)

// This file reads what was spent beside what was planned where the two are apart in the sentence: "£2.8m more
// was spent than planned", "we spent less than we planned in 2021/22".

// besidePlanned reports whether an over- or underspend is in words of how much more or less was spent than planned, or
// over or under budget, so that a percentage before it is its size.
func besidePlanned(it *lex.Item) bool {
	return it.Word == "more planned" || lex.PlanOfOurs(it.Text) || it.Text == "more than planned" || it.Text == "less than planned" || it.Text == "over budget" || it.Text == "under budget"
}

// moreWentOn reports whether "on" at i is of money that went on something, which the sentence sets against something else:
// "more went on care homes than on carers".
func (s *statement) moreWentOn(i int) bool {
	if i < 2 || i+1 >= len(s.items) || s.items[i-1].Text != "went" && s.items[i-1].Text != "goes" && s.items[i-1].Text != "go" {
		return false
	}
	for k := i - 2; k >= 0; k-- {
		if it := &s.items[k]; it.Class == language.IsMove && it.Adj && !it.Judge {
			return k == 0 || s.items[k-1].Class == language.IsMark || s.items[k-1].Class == language.IsBreak || s.items[k-1].Class == language.IsHedge
		} else if it.Class != language.IsPlain {
			return false
		}
	}
	return false
}

// besidePlanBefore makes an over- or underspend of "that is £1.6 million more than we planned" where the sentence right before
// gave all that was spent.
func (s *statement) besidePlanBefore() {
	if !s.spentAll || len(s.items) < 4 || !slices.Contains([]string{"it", "this", "that"}, s.text(0)) || s.text(1) != "is" && s.text(1) != "was" || !lex.PlainAmount(&s.items[2]) || !lex.FirstSaid(s.items[4:]) {
		return
	}
	it := &s.items[3]
	if it.Class != language.IsUnknown || !lex.PlanOfOurs(it.Text) {
		return
	}
	n := 1
	if language.FirstWord(it.Text) == "more" {
		n = -1
	}
	it.Entry = language.Entry{Class: language.IsFace, Face: facts.FaceVariance, N: n, Word: it.Text}
}

// shareWent takes "the biggest share" for that of the money where the sentence says no more than what it went to: "The biggest
// share, 35.9%, went to other health care."
func (s *statement) shareWent() {
	if len(s.items) < 5 || s.text(0) != "the" || !s.itemIs(1, language.IsExtreme) || s.text(2) != "share" {
		return
	}
	start := s.start
	if s.reader.before != nil {
		start = s.reader.before.Start
	}
	if otherAmounts().Match(s.plain[start:s.end]) || !s.itemIs(4, language.IsQuantity) && !s.itemIs(5, language.IsQuantity) {
		return // "Of the grants the biggest share went to …"
	}
	k := 3
	for k < len(s.items) && (s.itemIs(k, language.IsMark) || s.itemIs(k, language.IsHedge) || s.itemIs(k, language.IsQuantity) && s.items[k].Q.Unit == facts.Percent) {
		k++
	}
	if s.text(k) != "went" && s.text(k) != "goes" || s.text(k+1) != "to" || k+3 != len(s.items) || !s.itemIs(k+2, language.IsSubject) || s.items[k+2].Thing.Group != "matter" {
		return
	}
	s.items[2].Entry = language.Entry{Class: language.IsBase, Word: "of the money"}
}

// otherAmounts are words of money that isn't what was spent on something: what was saved on it, or what it went over by.
var otherAmounts = lazyregexp.Lazy(`(?i)\b(?:sav(?:e[ds]?|ing|ings)|pressures?|overspen[dt]|underspen[dt]|varian|grants?|shortfall|cuts?|efficienc|gaps?|reserves?|increase)`)

// amountsCome takes "came" for what was spent where the clause says no more than what an amount came to: "prescribing came
// to £15.4m". Where this sentence or the one before speaks of savings or the like it may be one of these.
func (s *statement) amountsCome() {
	start := s.start
	if s.reader.before != nil {
		start = s.reader.before.Start
	}
	for i := range s.items {
		if slices.Contains([]string{"came", "comes", "amounted", "totalled"}, s.items[i].Text) && s.cameTo(i) && !otherAmounts().Match(s.plain[start:s.end]) {
			s.items[i].Entry = language.Entry{Class: language.IsFace, Face: facts.FaceSpend, Word: "cost"}
		}
	}
}

// receivedMoreThan takes "received" for what was spent where one locality received so much more or less than another: "South
// Ardenmuir received £12.3m more than the north".
func (s *statement) receivedMoreThan() {
	for i := 1; i+3 < len(s.items); i++ {
		it := &s.items[i]
		if !slices.Contains([]string{"received", "receives", "took", "takes", "got", "gets", "attracted", "consumed"}, it.Text) || !lex.PlainAmount(&s.items[i+1]) || !s.itemIs(i+2, language.IsBeside) {
			continue
		}
		k := i + 3
		for k < len(s.items) && (s.items[k].Text == "that" || s.items[k].Role == "in") {
			k++
		}
		from := &s.items[i-1]
		if k < len(s.items) && s.items[k].Class == language.IsArea && facts.IsLocality(s.items[k].Area) && s.ends(k+1) &&
			(from.Class == language.IsArea && facts.IsLocality(from.Area) || from.Text == "it" || from.Text == "still") {
			it.Entry = language.Entry{Class: language.IsFace, Face: facts.FaceSpend, Word: "spent"}
		}
	}
}

// cameTo reports whether the clause of item i has only the name of an amount before it, and only the amount behind.
func (s *statement) cameTo(i int) bool {
	k := i + 1
	if s.items[i].Text != "totalled" {
		if s.text(k) != "to" {
			return false
		}
		k++
	}
	for s.itemIs(k, language.IsHedge) {
		k++
	}
	if k >= len(s.items) || !lex.PlainAmount(&s.items[k]) || !s.ends(k+1) && !s.itemIs(k+1, language.IsBreak) {
		return false
	}
	named := 0
	for n := i - 1; n >= 0 && s.items[n].Class != language.IsMark && s.items[n].Word != "while"; n-- {
		switch it := &s.items[n]; {
		case it.Class == language.IsSubject && it.Thing.Kind == facts.Money && it.Thing.ID != "total":
			named++
		case it.Text != "the" && it.Text != "our":
			return false
		}
	}
	return named == 1
}
