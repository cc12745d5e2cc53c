package account

import (
	"fmt"
	"slices"
	"strings"

	"apr/finance"
	"apr/finance/ledger"
	"apr/internal/lazyregexp"
	"apr/internal/source"
	"apr/internal/table/celltext"
	"apr/internal/wording"
)

var (
	boardHead = lazyregexp.Lazy(`(?i)^(?:ijb|hscp|integration (?:joint board|authority)|integration authority name|joint board|health and social care partnership)(?: name)?$`)
	// areaHead is a head under which the name of an area is that of an authority.
	areaHead  = lazyregexp.Lazy(`(?i)^(?:(?:hscp|ijb|partnership|(?:local )?authority|council|board|region|area)(?:[ _](?:area|name|council|region))?)$`)
	boardText = lazyregexp.Lazy(`(?i)[ ,]*\b(?:ijb|hscp|integration joint board|(?:health (?:and|&) social care )?partnership)$`)
	noBoard   = lazyregexp.Lazy(`(?i)^(?:all|shared|hosted|corporate|pan\b.*|n/?a|none|various|other|unallocated|not applicable|[-–?]+)$`)
	// noPlace is what a column of partnerships may say that is no place.
	noPlace = lazyregexp.Lazy(`(?i)\b(?:private|voluntary|independent|external|internal|statutory|nhs|scotland|scottish|national|yes|no|both)\b`)
)

// reportBoards reports lines that a column gives to another integration authority than most.
func (b *posting) reportBoards() {
	for _, l := range b.ledgers {
		for i := range l.Columns {
			b.boardColumn(l, &l.Columns[i])
		}
	}
}

func (b *posting) boardColumn(l *ledger.Result, column *ledger.SaidColumn) {
	byName, order, lines, named := map[string]*ledger.SaidLines{}, []string{}, 0, 0
	for _, s := range column.Texts {
		lines += s.Lines
		if noBoard().MatchString(s.Text) {
			continue
		}
		if boardText().MatchString(s.Text) {
			named += s.Lines
		}
		key := celltext.Fold(boardText().ReplaceAllString(s.Text, ""))
		if of := byName[key]; of != nil {
			of.Lines, of.Total = of.Lines+s.Lines, of.Total+s.Total
			continue
		}
		all := *s
		byName[key], order = &all, append(order, key)
	}
	if len(order) < 2 {
		return
	}
	slices.Sort(order)
	of := func(key string) *ledger.SaidLines { return byName[key] }
	most := of(slices.MaxFunc(order, func(a, b string) int { return of(a).Lines - of(b).Lines }))
	boards := boardHead().MatchString(column.Head) || named*10 >= lines*9
	if most.Lines*2 <= lines || !boards && !b.isOwn(most.Text) {
		return
	}
	for _, key := range order {
		s := of(key)
		if s == most || s.Total == 0 || !boards && !b.otherArea(column.Head, s.Text) {
			continue
		}
		b.doubts.Add(&source.Problem{Code: finance.CodeLedgerSays, Position: s.First, About: l.Spec.File + " " + s.Text, Likely: true,
			Message: fmt.Sprintf("%s of %q in the column %q, which isn't mapped, %s in all, and most are of %q", wording.Count(s.Lines, "line is", "lines are"), s.Text, celltext.Short(column.Head), s.Total.Exact(), most.Text),
			Hint:    "see whether the export has another authority's money; if so, map the column and exclude its lines by a rule"})
	}
}

// areaOf is the name of an area in that of its council or partnership.
func areaOf(name string) string {
	name = boardText().ReplaceAllString(celltext.Spaced(name), "")
	name = strings.TrimSuffix(celltext.Fold(name), " council")
	return strings.TrimPrefix(name, "city of ")
}

// isOwn reports whether a text is what the authority or one of its bodies is called.
func (b *posting) isOwn(text string) bool {
	area := areaOf(text)
	return slices.ContainsFunc(slices.Concat(b.spec.Own, b.spec.Bodies), func(own string) bool { return own != "" && areaOf(own) == area })
}

// otherArea reports whether a text is the area of another authority: a known one, or the name
// of a place under a head of authorities.
func (b *posting) otherArea(head, text string) bool {
	if b.ours(text) {
		return false
	}
	area := areaOf(text)
	if slices.ContainsFunc(b.spec.Elsewhere, func(known string) bool { return areaOf(known) == area }) {
		return true
	}
	return areaHead().MatchString(strings.TrimSpace(head)) && properName(text) && !noPlace().MatchString(text)
}
