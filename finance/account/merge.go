package account

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"apr/finance"
	"apr/internal/period"
	"apr/internal/source"
	"apr/internal/table/celltext"
	"apr/internal/wording"
)

// merge adds the history to the figures of the ledgers. A figure that both give
// must be the same in both.
func (b *posting) merge(h *HistoryRead) {
	given := newSums() // what the history gives, by the names as they are declared
	fromLedgers := map[Key]bool{}
	for _, year := range b.spec.Window() {
		for _, m := range []Measure{SpendMeasure, PlanMeasure} {
			k := Key{m, year, ByTotal, ""}
			fromLedgers[k] = b.sums.get(k).Known
		}
	}
	for _, row := range h.Rows {
		item, ok := b.historyItem(&row)
		if !ok {
			continue
		}
		key := row.Key
		key.Item = item
		amount := &finance.Amount{Money: row.Amount, Known: true, Files: []string{b.spec.History}, Position: row.Position}
		given.amounts[key] = amount
		ledgers := b.sums.get(key)
		switch {
		case !ledgers.Known:
			b.sums.amounts[key] = amount
		case ledgers.Money != row.Amount:
			b.conflict(key, ledgers, amount)
		}
	}
	b.sumFunding(given)
	for _, year := range b.spec.Window() {
		for _, m := range []Measure{SpendMeasure, PlanMeasure} {
			if !fromLedgers[Key{m, year, ByTotal, ""}] { // else each row was compared by itself
				b.addUp(given, m, year)
				b.unallocated(given, m, year)
			}
		}
	}
}

// historyItem is the item of a row by the name that the project declares, and
// false, after reporting it, where it declares none such.
func (b *posting) historyItem(row *historyRow) (item string, ok bool) {
	var code, what string
	var declared []string
	switch row.Dimension {
	case ByLocality:
		code, what, declared = finance.CodeUnknownLocality, "locality", b.spec.Localities
	case ByCareGroup:
		code, what, declared = finance.CodeUnknownCareGroup, "care group", b.spec.CareGroups
	case ByPartner:
		code, what, declared = finance.CodeUnknownPartner, "partner", b.partners()
	case ByService:
		code, what, declared = finance.CodeUnknownService, "service", b.rules.Names.Services
	default:
		return row.Item, true
	}
	for _, d := range declared {
		if celltext.Fold(d) == celltext.Fold(row.Item) {
			return d, true
		}
	}
	if len(declared) == 0 && (row.Dimension == ByPartner || row.Dimension == ByService) {
		return row.Item, true // nothing else names them
	}
	if name, ok := b.formerItem(row, declared); ok {
		return name, true
	}
	b.problems.Add(&source.Problem{Code: code, Position: row.Position,
		Message: fmt.Sprintf("the history gives the %s of %s for the %s %q, which the project doesn't name; the row isn't used", row.Measure, row.Year, what, celltext.Short(row.Item)),
		Hint:    source.DidYouMean(row.Item, declared)})
	return "", false
}

// formerItem is the name of a locality or care group that was one in an earlier year,
// as its first row has it. A name that is like one of today's, which has no row of its
// own for the figure, is more likely that one's misspelt.
func (b *posting) formerItem(row *historyRow, declared []string) (name string, ok bool) {
	if row.Dimension != ByLocality && row.Dimension != ByCareGroup || row.Year >= b.spec.Year {
		return "", false
	}
	if holds(row.Item, declared) < 2 { // "North and South" is what was two later
		if like := cmp.Or(source.Nearest(row.Item, declared), begun(row.Item, declared)); like != "" {
			key := row.Key
			key.Item = celltext.Fold(like)
			if _, own := b.history.seen[key]; !own {
				return "", false
			}
		}
	}
	names := b.former[row.Dimension]
	for _, n := range names {
		if celltext.Fold(n) == celltext.Fold(row.Item) {
			return n, true
		}
	}
	b.former[row.Dimension] = append(names, row.Item)
	return row.Item, true
}

// holds is how many of the declared names a name holds.
func holds(name string, declared []string) (n int) {
	for _, d := range declared {
		if strings.Contains(celltext.Fold(name), celltext.Fold(d)) {
			n++
		}
	}
	return n
}

// begun is the declared name that begins with a name, or with which the name begins.
func begun(name string, declared []string) string {
	for _, d := range declared {
		long, short := celltext.Fold(d), celltext.Fold(name)
		if len(long) < len(short) {
			long, short = short, long
		}
		if strings.HasPrefix(long, short) {
			return d
		}
	}
	return ""
}

// partners are those of the ledgers, in order of the specification, and behind them
// authorities of which the history has amounts.
func (b *posting) partners() (names []string) {
	for i := range b.spec.Ledgers {
		if p := b.spec.Ledgers[i].Partner; !slices.Contains(names, p) {
			names = append(names, p)
		}
	}
	for _, body := range b.spec.Bodies {
		same := func(name string) bool { return body != "" && celltext.Fold(name) == celltext.Fold(body) }
		if !slices.ContainsFunc(names, same) && b.history != nil &&
			slices.ContainsFunc(b.history.Rows, func(row historyRow) bool { return row.Dimension == ByPartner && same(row.Item) }) {
			names = append(names, body)
		}
	}
	return names
}

// conflict reports that ledgers and history differ.
func (b *posting) conflict(k Key, ledgers finance.Amount, history *finance.Amount) {
	at := ledgers.Source()
	p := &source.Problem{Code: finance.CodeConflictingFigure, Position: history.Position,
		Message: fmt.Sprintf("the %s is %s in the history but the ledgers sum to %s, a difference of %s; the ledgers' is used",
			k, history.Exact(), ledgers.Exact(), (history.Money - ledgers.Money).Exact()),
		Hint: "correct the one that is wrong, or leave the row out of the history"}
	if !at.IsZero() {
		p.Related = []source.Related{{Position: at, Message: "the other amount is the sum of " + wording.Count(ledgers.Lines, "ledger line") + ", such as this"}}
	}
	b.problems.Add(p)
}

// addUp compares a year's matters in the history with its total there. Where
// the history gives all matters and no total, their sum is the total.
func (b *posting) addUp(given *sums, m Measure, year period.Year) {
	var sum finance.Money
	var missing []string
	var first source.Position
	for _, matter := range finance.Matters {
		a := given.get(Key{m, year, ByMatter, string(matter)})
		if !a.Known {
			missing = append(missing, string(matter))
			continue
		}
		total, ok := sum.Add(a.Money)
		b.sums.overflow = b.sums.overflow || !ok
		sum = total
		if first.IsZero() {
			first = a.Position
		}
	}
	if len(missing) == len(finance.Matters) {
		return
	}
	key := Key{m, year, ByTotal, ""}
	total := given.get(key)
	switch {
	case !total.Known && len(missing) == 0:
		a := &finance.Amount{Money: sum, Known: true, Files: []string{b.spec.History}, Position: first}
		given.amounts[key], b.sums.amounts[key] = a, a
	case total.Known && total.Money != sum:
		p := &source.Problem{Code: finance.CodeHistoryDoesNotAdd, Position: total.Position,
			Message: fmt.Sprintf("the %s is %s, but its matters sum to %s, a difference of %s", key, total.Exact(), sum.Exact(), (total.Money - sum).Exact()),
			Hint:    "the matters of regulation 4(2)(a) to (e) partition the total",
			Related: []source.Related{{Position: first, Message: "the first of the matters"}}}
		if len(missing) > 0 {
			p.Hint += "; there is no row for " + strings.Join(missing, ", ")
		}
		b.problems.Add(p)
	}
}

// unallocated is what the history leaves when it gives the total and every
// locality of a year.
func (b *posting) unallocated(given *sums, m Measure, year period.Year) {
	key := Key{m, year, ByUnallocated, ""}
	total := given.get(Key{m, year, ByTotal, ""})
	if !total.Known || len(b.spec.Localities) == 0 {
		return
	}
	rest := total.Money
	for _, l := range slices.Concat(b.spec.Localities, b.former[ByLocality]) {
		a := given.get(Key{m, year, ByLocality, l})
		if !a.Known && slices.Contains(b.spec.Localities, l) {
			return
		}
		left, ok := rest.Add(-a.Money)
		b.sums.overflow = b.sums.overflow || !ok
		rest = left
	}
	b.sums.amounts[key] = &finance.Amount{Money: rest, Known: true, Files: total.Files, Position: total.Position}
}
