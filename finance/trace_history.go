package finance

import (
	"io/fs"
	"slices"

	"apr/internal/source"
	"apr/internal/table/celltext"
)

// history finds the rows of the history table that give figures.
func (t *tracer) history(fsys fs.FS) error {
	if !slices.ContainsFunc(t.targets, func(target *traceTarget) bool { return target.fromHistory }) {
		return nil
	}
	h := readHistory(fsys, t.spec)
	if err := h.fatal.Err(); err != nil {
		return err
	}
	for _, target := range t.targets {
		if target.fromHistory {
			target.trace.Rows = historyParts(h, t.spec, target.key)
		}
	}
	return nil
}

// historyParts are the rows that give a figure: its own; or, of a total that has
// none, those of the matters; or, of what isn't allocated to a locality, the
// total less the localities.
func historyParts(h *historyRead, spec *Spec, key figureKey) (parts []HistoryPart) {
	add := func(k figureKey, sign Money) bool {
		for _, row := range h.rows {
			if row.measure == k.measure && row.year == k.year && row.dimension == k.dimension && celltext.Fold(row.item) == celltext.Fold(k.item) {
				parts = append(parts, HistoryPart{row.figureKey.String(), row.position, sign * row.amount})
				return true
			}
		}
		return false
	}
	total := figureKey{key.measure, key.year, byTotal, ""}
	addTotal := func() {
		if add(total, 1) {
			return
		}
		for _, m := range Matters {
			add(figureKey{key.measure, key.year, byMatter, string(m)}, 1)
		}
	}
	switch key.dimension {
	case byTotal:
		addTotal()
	case byUnallocated:
		addTotal()
		for _, l := range spec.Localities {
			add(figureKey{key.measure, key.year, byLocality, l}, -1)
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
