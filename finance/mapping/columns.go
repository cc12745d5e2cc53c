package mapping

import (
	"fmt"
	"strings"

	"apr/finance"
	"apr/internal/law"
	"apr/internal/source"
	"apr/internal/table/celltext"
)

// Sheet is the sheet of a workbook that has the rows.
const Sheet = "Cost centres"

// Columns of the table, by the names that this package gives them.
const (
	Partner     = "partner"
	CostCentre  = "cost centre"
	Description = "description"
	Lines       = "lines"
	Amount      = "amount"
	Matter      = "matter"
	CareGroup   = "care group"
	Locality    = "locality"
	Service     = "service"
	Funding     = "funding"
	Exclude     = "exclude"
	Why         = "why"
	By          = "by"
)

// A Column is one of the table's.
type Column struct {
	Name, Head string
	// Meaning says what a cell of it is, or what to fill in.
	Meaning string
	// Fill is true where somebody is to fill it in.
	Fill bool
}

// Columns are those of the table, in order.
var Columns = []Column{
	{Partner, "Partner", "Whose ledger the cost centre is in", false},
	{CostCentre, "Cost centre", "The code, as the ledger writes it", false},
	{Description, "Description", "What the ledger calls it", false},
	{Lines, "Lines", "How many lines of the ledger it has", false},
	{Amount, "Amount", "What those lines come to, in pounds", false},
	{Matter, "Matter", "The matter of regulation 4(2) that it belongs to", true},
	{CareGroup, "Care group", "The key care group, if it is one's", true},
	{Locality, "Locality", "The locality, or the way in which it is shared among them", true},
	{Service, "Service", "The line of the report's table of services", true},
	{Funding, "Funding", "How its money reaches the authority, where that isn't as for the rest of the ledger", true},
	{Exclude, "Not the authority's, because", "Why its lines aren't counted; all else is empty then", true},
	{Why, "Proposed because", "Where apr's proposal comes from, or what is to be decided", false},
	{By, "Column in apr.yaml", "Which of the ledger's columns the code is from", false},
}

// index finds the columns in a header. The code and the matter are needed.
func index(header []string) (found map[string]int, enough bool) {
	found = map[string]int{}
	for i, cell := range header {
		key := headKey(cell)
		for _, c := range Columns {
			if _, twice := found[c.Name]; !twice && key == headKey(c.Head) {
				found[c.Name] = i
			}
		}
	}
	_, code := found[CostCentre]
	_, matter := found[Matter]
	return found, code && matter
}

// headKey is a head without case, spaces and signs.
func headKey(s string) string {
	return strings.NewReplacer("_", "", ",", "", "’", "", "'", "").Replace(celltext.HeaderKey(s))
}

// MatterChoice is a matter as the list of choices has it: its number and its name.
func MatterChoice(m finance.Matter) string {
	return string(m) + " " + law.Latest().MatterTitle(string(m))
}

// MatterChoices are all of them.
func MatterChoices() (choices []string) {
	for _, m := range finance.Matters {
		choices = append(choices, MatterChoice(m))
	}
	return choices
}

// matterOf is the matter that a cell names: by its number, its letter, its title or
// both.
func matterOf(cell string) (finance.Matter, bool) {
	key := wordsOf(cell)
	for _, m := range finance.Matters {
		id := wordsOf(string(m))
		letter := strings.TrimPrefix(id, "42")
		title := wordsOf(law.Latest().MatterTitle(string(m)))
		switch key {
		case id, letter, title, id + title, letter + title, wordsOf(m.Name()):
			return m, true
		}
	}
	return "", false
}

// wordsOf is a text's letters and digits, in small letters.
func wordsOf(s string) string {
	return strings.Map(func(r rune) rune {
		if strings.ContainsRune(" .,:;()-–'’&/\t\u00a0", r) {
			return -1
		}
		return r
	}, celltext.Fold(s))
}

// matterHint is what may be meant by a cell that names no matter.
func matterHint(cell string) string {
	if key := wordsOf(cell); key == "f" || strings.HasPrefix(key, "42f") {
		return "key care groups, 4(2)(f), have a column of their own"
	}
	for _, m := range finance.Matters {
		if strings.HasPrefix(wordsOf(cell), wordsOf(string(m))) {
			return fmt.Sprintf("did you mean %q?", MatterChoice(m))
		}
	}
	for _, m := range finance.Matters {
		if title := law.Latest().MatterTitle(string(m)); source.Nearest(cell, []string{title, MatterChoice(m)}) != "" {
			return fmt.Sprintf("did you mean %q?", MatterChoice(m))
		}
	}
	return "expected one of: " + strings.Join(MatterChoices(), ", ")
}
