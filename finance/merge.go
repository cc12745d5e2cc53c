package finance

import (
	"fmt"
	"slices"
	"strings"

	"apr/internal/period"
	"apr/internal/source"
	"apr/internal/table/celltext"
	"apr/internal/wording"
)

// merge adds the history to the figures of the ledgers. A figure that both give
// must be the same in both.
func (b *books) merge(h *historyRead) {
	given := newFigures() // what the history gives, by the names as they are declared
	fromLedgers := map[figureKey]bool{}
	for _, year := range b.spec.Window() {
		for _, m := range []measure{spendMeasure, planMeasure} {
			k := figureKey{m, year, byTotal, ""}
			fromLedgers[k] = b.figures.get(k).Known
		}
	}
	for _, row := range h.rows {
		item, ok := b.historyItem(&row)
		if !ok {
			continue
		}
		key := row.figureKey
		key.item = item
		amount := &Amount{Money: row.amount, Known: true, Files: []string{b.spec.History}, Position: row.position}
		given.amounts[key] = amount
		ledgers := b.figures.get(key)
		switch {
		case !ledgers.Known:
			b.figures.amounts[key] = amount
		case ledgers.Money != row.amount:
			b.conflict(key, ledgers, amount)
		}
	}
	for _, year := range b.spec.Window() {
		for _, m := range []measure{spendMeasure, planMeasure} {
			if !fromLedgers[figureKey{m, year, byTotal, ""}] { // else each row was compared by itself
				b.addUp(given, m, year)
				b.unallocated(given, m, year)
			}
		}
	}
}

// historyItem is the item of a row by the name that the project declares, and
// false, after telling, where it declares none such.
func (b *books) historyItem(row *historyRow) (item string, ok bool) {
	var code, what string
	var declared []string
	switch row.dimension {
	case byLocality:
		code, what, declared = CodeUnknownLocality, "locality", b.spec.Localities
	case byCareGroup:
		code, what, declared = CodeUnknownCareGroup, "care group", b.spec.CareGroups
	case byPartner:
		code, what, declared = CodeUnknownPartner, "partner", b.partners()
	case byService:
		code, what, declared = CodeUnknownService, "service", b.rules.names.services
	default:
		return row.item, true
	}
	for _, d := range declared {
		if celltext.Fold(d) == celltext.Fold(row.item) {
			return d, true
		}
	}
	if len(declared) == 0 && (row.dimension == byPartner || row.dimension == byService) {
		return row.item, true // nothing else names them
	}
	b.problems.Add(&source.Problem{Code: code, Position: row.position,
		Message: fmt.Sprintf("the history gives the %s of %s for the %s %q, which the project doesn't name; the row isn't used", row.measure, row.year, what, row.item),
		Hint:    source.DidYouMean(row.item, declared)})
	return "", false
}

// partners are those of the ledgers, in order of the specification.
func (b *books) partners() (names []string) {
	for i := range b.spec.Ledgers {
		if p := b.spec.Ledgers[i].Partner; !slices.Contains(names, p) {
			names = append(names, p)
		}
	}
	return names
}

// conflict tells that ledgers and history differ.
func (b *books) conflict(k figureKey, ledgers Amount, history *Amount) {
	at := ledgers.Source()
	p := &source.Problem{Code: CodeConflictingFigure, Position: history.Position,
		Message: fmt.Sprintf("the %s is %s in the history but the ledgers sum to %s, a difference of %s; the ledgers' is used",
			k, history.Exact(), ledgers.Exact(), (history.Money - ledgers.Money).Exact()),
		Hint: "mend the one that is wrong, or leave the row out of the history"}
	if !at.IsZero() {
		p.Related = []source.Related{{Position: at, Message: "the other amount is the sum of " + wording.Count(ledgers.Lines, "ledger line") + ", such as this"}}
	}
	b.problems.Add(p)
}

// addUp compares a year's matters in the history with its total there. Where
// the history gives all matters and no total, their sum is the total.
func (b *books) addUp(given *figures, m measure, year period.Year) {
	var sum Money
	var missing []string
	var first source.Position
	for _, matter := range Matters {
		a := given.get(figureKey{m, year, byMatter, string(matter)})
		if !a.Known {
			missing = append(missing, string(matter))
			continue
		}
		total, ok := sum.add(a.Money)
		b.figures.overflow = b.figures.overflow || !ok
		sum = total
		if first.IsZero() {
			first = a.Position
		}
	}
	if len(missing) == len(Matters) {
		return
	}
	key := figureKey{m, year, byTotal, ""}
	total := given.get(key)
	switch {
	case !total.Known && len(missing) == 0:
		a := &Amount{Money: sum, Known: true, Files: []string{b.spec.History}, Position: first}
		given.amounts[key], b.figures.amounts[key] = a, a
	case total.Known && total.Money != sum:
		p := &source.Problem{Code: CodeHistoryDoesNotAdd, Position: total.Position,
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
func (b *books) unallocated(given *figures, m measure, year period.Year) {
	key := figureKey{m, year, byUnallocated, ""}
	total := given.get(figureKey{m, year, byTotal, ""})
	if !total.Known || len(b.spec.Localities) == 0 {
		return
	}
	rest := total.Money
	for _, l := range b.spec.Localities {
		a := given.get(figureKey{m, year, byLocality, l})
		if !a.Known {
			return
		}
		left, ok := rest.add(-a.Money)
		b.figures.overflow = b.figures.overflow || !ok
		rest = left
	}
	b.figures.amounts[key] = &Amount{Money: rest, Known: true, Files: total.Files, Position: total.Position}
}
