package trace

import (
	"fmt"
	"io/fs"
	"slices"

	"apr/finance"
	"apr/finance/account"
	"apr/internal/source"
	"apr/internal/table/celltext"
)

// history finds the rows of the history table that give figures.
func (t *tracer) history(fsys fs.FS) error {
	if !slices.ContainsFunc(t.targets, func(target *traceTarget) bool { return target.fromHistory }) {
		return nil
	}
	h := account.ReadHistory(fsys, t.spec)
	if err := h.Fatal.Err(); err != nil {
		return err
	}
	for _, target := range t.targets {
		if target.fromHistory {
			target.trace.Rows = historyParts(h, t.spec, target.key)
		}
	}
	return nil
}

// whatIs says what a row gives, and where it comes from.
func whatIs(k *account.Key, from string, origin *finance.Origin) string {
	s := k.String()
	switch origin.Kind {
	case finance.PublishedTables:
		s += fmt.Sprintf(", from the tables of the report of %s", origin.Year)
	case finance.EarlierProject:
		s += fmt.Sprintf(", from the project of %s", origin.Year)
	}
	if from != "" {
		s += ", " + from
	}
	return s
}

// historyParts are the rows that give a figure: its own; or, of a total that has
// none, those of the matters; or, of what isn't allocated to a locality, the
// total less the localities.
func historyParts(h *account.HistoryRead, spec *finance.Spec, key account.Key) (parts []HistoryPart) {
	add := func(k account.Key, sign finance.Money) bool {
		for _, row := range h.Rows {
			if row.Measure == k.Measure && row.Year == k.Year && row.Dimension == k.Dimension && celltext.Fold(row.Item) == celltext.Fold(k.Item) {
				parts = append(parts, HistoryPart{whatIs(&row.Key, row.From, &h.Origin), row.Position, sign * row.Amount})
				return true
			}
		}
		return false
	}
	total := account.Key{Measure: key.Measure, Year: key.Year, Dimension: account.ByTotal}
	addTotal := func() {
		if add(total, 1) {
			return
		}
		for _, m := range finance.Matters {
			add(account.Key{Measure: key.Measure, Year: key.Year, Dimension: account.ByMatter, Item: string(m)}, 1)
		}
	}
	switch key.Dimension {
	case account.ByTotal:
		addTotal()
	case account.ByUnallocated:
		addTotal()
		for _, l := range spec.Localities {
			add(account.Key{Measure: key.Measure, Year: key.Year, Dimension: account.ByLocality, Item: l}, -1)
		}
	default:
		add(key, 1)
	}
	for i := range parts {
		if parts[i].Position.IsZero() {
			parts[i].Position = source.Position{File: spec.History}
		}
	}
	return parts
}
