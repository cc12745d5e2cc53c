package mapping

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"apr/finance"
	"apr/finance/mapping"
	"apr/finance/suggest"
	"apr/internal/table/celltext"
)

// A Filling is a mapping to be filled in: what apr knows of each cost centre, what it
// proposes, and what was filled in before.
type Filling struct {
	Authority, Year string
	// File is where the mapping is going to be, from the project folder.
	File string
	Rows []FillRow
	// Proposed are how many rows have a matter that apr proposes, Kept how many are as
	// they were filled in.
	Proposed, Kept int
	// More are the ledgers with more cost centres than are kept apart: how many lines
	// those have, and what they come to.
	More []string
	// Choices are the lists to choose from, by column.
	Choices map[string][]string
}

// A FillRow is one cost centre: its cells by column, and what it comes to.
type FillRow struct {
	Cells map[string]string
	Lines int
	Total finance.Money
}

// Fill makes the mapping of what is proposed for the ledgers. Earlier are the rows of
// mappings that were filled in before: they stay.
func Fill(proposals []Proposal, earlier []mapping.Row, known mapping.Known) *Filling {
	f := &Filling{Choices: map[string][]string{
		mapping.Matter: mapping.MatterChoices(), mapping.CareGroup: known.CareGroups,
		mapping.Locality: slices.Concat(known.Localities, known.Apportions), mapping.Funding: finance.Texts(finance.Fundings),
	}}
	used := make([]bool, len(earlier))
	for _, p := range proposals {
		f.ledger(&p, earlier, used)
	}
	for i, row := range earlier { // their ledgers may come later
		if !used[i] && row.Filled() {
			f.keep(FillRow{Cells: row.Cells})
		}
	}
	f.Choices[mapping.Service] = f.services()
	return f
}

// ledger adds the cost centres of a ledger.
func (f *Filling) ledger(p *Proposal, earlier []mapping.Row, used []bool) {
	s := p.Survey
	proposed := map[string][]suggest.Suggestion{}
	for _, one := range slices.Concat(p.Decided, p.Undecided) {
		for _, g := range one.Groups {
			proposed[g.CostCentre] = append(proposed[g.CostCentre], one)
		}
	}
	for _, g := range s.Unclassified {
		if celltext.Trim(g.CostCentre) == "" {
			continue // no rule can name it
		}
		row := FillRow{Lines: g.Lines, Total: g.Total, Cells: map[string]string{
			mapping.Partner: s.Spec.Partner, mapping.CostCentre: celltext.Spaced(g.CostCentre), mapping.Description: g.Description, mapping.By: s.GroupColumn}}
		i := find(earlier, row.Cells)
		if i >= 0 {
			used[i] = true
		}
		if i >= 0 && earlier[i].Filled() {
			for _, c := range mapping.Columns {
				if c.Fill || c.Name == mapping.Why {
					row.Cells[c.Name] = earlier[i].Cells[c.Name]
				}
			}
			f.keep(row)
			continue
		}
		for _, one := range proposed[g.CostCentre] {
			row.propose(&one)
		}
		if row.Cells[mapping.Matter] != "" {
			f.Proposed++
		}
		f.Rows = append(f.Rows, row)
	}
	if o := s.Ledger.Overflow; o != nil {
		f.More = append(f.More, s.Spec.File+": "+strconv.Itoa(o.Lines)+" lines of further cost centres, "+o.Total.Exact())
	}
}

// keep adds a row as it was filled in.
func (f *Filling) keep(row FillRow) {
	f.Kept++
	f.Rows = append(f.Rows, row)
}

// find is the earlier row for a cost centre, or -1.
func find(earlier []mapping.Row, cells map[string]string) int {
	return slices.IndexFunc(earlier, func(r mapping.Row) bool {
		partner := r.Cells[mapping.Partner]
		return celltext.Code(r.Cells[mapping.CostCentre]) == celltext.Code(cells[mapping.CostCentre]) &&
			(partner == "" || celltext.Fold(partner) == celltext.Fold(cells[mapping.Partner])) &&
			celltext.Fold(cmp.Or(r.Cells[mapping.By], finance.CostCentreColumn)) == celltext.Fold(cells[mapping.By])
	})
}

// propose fills in what a suggestion says.
func (r *FillRow) propose(one *suggest.Suggestion) {
	set := func(column, text string) {
		if text != "" && r.Cells[column] == "" {
			r.Cells[column] = text
		}
	}
	if one.Locality != "" {
		set(mapping.Locality, one.Locality)
		return
	}
	if one.Matter != "" {
		set(mapping.Matter, mapping.MatterChoice(one.Matter))
	}
	set(mapping.Service, one.Service)
	set(mapping.Funding, string(one.Funding))
	why := one.Source
	if one.Note != "" {
		why = one.Note + "; " + why
	}
	if one.Matter == "" {
		why = "To be decided: " + why
	}
	set(mapping.Why, why)
}

// services are those that any row names, in order of the alphabet.
func (f *Filling) services() (names []string) {
	for _, r := range f.Rows {
		if s := r.Cells[mapping.Service]; s != "" && !slices.Contains(names, s) {
			names = append(names, s)
		}
	}
	slices.SortFunc(names, func(a, b string) int { return strings.Compare(strings.ToLower(a), strings.ToLower(b)) })
	return names
}
