package lex

import (
	"math/big"
	"slices"

	"apr/regs/claims/exact"
	"apr/regs/claims/facts"
	"apr/regs/claims/language"
)

// aFewWeeks are how many weeks a time has that is said in a word.
var aFewWeeks = []struct {
	word  string
	weeks int64
}{{"week", 1}, {"fortnight", 2}, {"month", 4}}

// inWeeks reads "a week", "half a week", "a fortnight" and "a month" as weeks where they are the difference between two
// times of a thing that the sentence has in weeks: "eleven weeks, a week less than in the year before".
func (l *lexer) inWeeks(i int) int {
	k := i
	if l.word(i) == "half" {
		k++
	}
	if !l.inWeeksToo || l.word(k) != "a" || !slices.Contains([]string{"less", "more", "shorter", "longer"}, l.word(k+2)) && (i == 0 || l.ts[i-1].Text != "by") {
		return 0
	}
	if l.word(k+3) == "than" && slices.Contains([]string{"they", "it", "we", "before", "expected", "planned"}, l.word(k+4)) {
		return 0 // of no year that is named
	}
	for _, few := range aFewWeeks {
		if l.word(k+1) != few.word {
			continue
		}
		v := exact.Rat(few.weeks, 1)
		if k > i {
			v = exact.Rat(few.weeks, 2)
		}
		is := exact.Around(v, new(big.Rat).Mul(v, exact.Rat(2, 5))) // nobody counts the days
		q := facts.Quantity{Value: v, Step: 1, Den: 1, Is: &is, Unit: facts.Bare, InWords: true}
		l.quantity(Item{Entry: language.Entry{Class: language.IsQuantity}, Q: &q, Start: l.ts[i].Start, End: l.ts[k+1].End, Text: l.ts[i].Text})
		return k + 2 - i
	}
	return 0
}
