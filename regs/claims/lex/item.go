package lex

import (
	"strings"

	"apr/regs/claims/facts"
	"apr/regs/claims/language"
)

// Item is a run of tokens with what it means.
type Item struct {
	language.Entry
	Start, End int // bytes of the passage
	Text       string
	Q          *facts.Quantity
	// Calendar is true of a period such as "2025".
	Calendar bool
	// Known is true of a period that is a year as written.
	Known bool
	// Possessive is true of "Scotland's".
	Possessive bool
	Ordinal    int64
	Ref        *facts.Referred
	// Loose is true of a name that people use loosely, and of a word that only such sentences
	// have.
	Loose bool
	// Demoted is true of an amount's name in a sentence that speaks of no money.
	Demoted bool
}

// MakePlain leaves out of the reading what an item says by itself.
func (it *Item) MakePlain() { it.Entry = language.Entry{Class: language.IsPlain, Word: it.Text} }

// Anchors reports whether an item can carry a claim.
func (it *Item) Anchors() bool {
	switch it.Class {
	case language.IsQuantity, language.IsMove, language.IsStable, language.IsTimes, language.IsBeside, language.IsExtreme, language.IsRank, language.IsMiddle, language.IsMet, language.IsEach, language.IsRow:
		return true
	case language.IsFace:
		return it.Face == facts.FaceVariance
	case language.IsStatus:
		return true
	}
	return false
}

// Is reports whether an item is a place.
func (it *Item) Is(area string) bool { return it.Class == language.IsArea && it.Area == area }

// NamesPeople reports whether an item is a word for those who live somewhere.
func (it *Item) NamesPeople() bool {
	return it.CountsPeople() || it.Text == "population" || it.Text == "us"
}

// CountsPeople reports whether an item is a word for people who live somewhere.
func (it *Item) CountsPeople() bool {
	return it.Text == "people" || it.Text == "residents" || it.Text == "inhabitants"
}

// OfAllSpending reports whether a base is plainly all that was spent, and not the money
// that was there to be spent.
func (it *Item) OfAllSpending() bool {
	return it.Face == facts.FaceOfSpend && strings.HasPrefix(it.Text, "of ") && !strings.Contains(it.Text, "money")
}

// PartOfYear reports whether an item is of a part of a year: "in the first half of the year".
func (it *Item) PartOfYear() bool {
	return it.Class == language.IsUnknown && (strings.Contains(it.Text, "half") || strings.Contains(it.Text, "quarter") || strings.Contains(it.Text, "month"))
}
