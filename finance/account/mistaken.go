package account

import (
	"fmt"
	"maps"
	"slices"
	"strconv"

	"apr/finance"
	"apr/finance/ledger"
	"apr/internal/source"
	"apr/internal/table/celltext"
	"apr/internal/wording"
)

// reportMistakenCodes reports rows of a mapping whose code a spreadsheet has taken for
// a number: no line has it, and lines that no rule classifies have the same with zeros
// before it.
func (b *posting) reportMistakenCodes() {
	if !slices.ContainsFunc(b.spec.Rules, func(r finance.Rule) bool { return r.Exact }) {
		return
	}
	left := b.unclassifiedNumbers()
	for i := range b.spec.Rules {
		r := &b.spec.Rules[i]
		if !r.Exact {
			continue
		}
		for column, written := range r.When {
			code := celltext.Code(written)
			value, err := strconv.ParseUint(code, 10, 64)
			if column == finance.PartnerColumn || err != nil || code[0] == '0' {
				continue
			}
			for _, c := range left[value] {
				if partner := r.When[finance.PartnerColumn]; partner == "" || celltext.Fold(partner) == celltext.Fold(c.ledger.Spec.Partner) {
					b.mistakenCode(r, written, c)
					break
				}
			}
		}
	}
}

// A numberedCentre is an unclassified cost centre whose code is a number with zeros
// before it.
type numberedCentre struct {
	ledger *ledger.Result
	group  *ledger.CentreGroup
}

// unclassifiedNumbers are such cost centres by their number.
func (b *posting) unclassifiedNumbers() map[uint64][]numberedCentre {
	left := map[uint64][]numberedCentre{}
	for _, l := range b.ledgers {
		for _, key := range slices.Sorted(maps.Keys(l.Groups)) {
			if value, err := strconv.ParseUint(key, 10, 64); err == nil && key[0] == '0' {
				left[value] = append(left[value], numberedCentre{l, l.Groups[key]})
			}
		}
	}
	return left
}

func (b *posting) mistakenCode(r *finance.Rule, written string, c numberedCentre) {
	if b.mistaken == nil {
		b.mistaken = map[*finance.Rule]bool{}
	}
	b.mistaken[r] = true
	b.problems.Add(&source.Problem{Code: finance.CodeMapping, Position: r.Position,
		Message: fmt.Sprintf("%q: the ledger %s has the cost centre %q, with %s that no rule classifies: a spreadsheet has taken the code for a number",
			written, c.ledger.Spec.File, c.group.CostCentre, wording.Count(c.group.Lines, "line")),
		Hint:    fmt.Sprintf("give the cell the format Text, and write %s", c.group.CostCentre),
		Related: []source.Related{{Position: c.group.Position, Message: "the first line of the cost centre"}}})
}
