package account

import (
	"cmp"
	"fmt"

	"apr/finance"
	"apr/internal/source"
)

// reportUnits reports ledgers and a history that say that they aren't in pounds.
func (b *posting) reportUnits() {
	for _, l := range b.ledgers {
		if l.Units != "" {
			b.doubts.Add(notInPounds("the ledger "+l.Spec.File, l.Spec.File, l.Units, l.Spec.Position, l.UnitsAt))
		}
	}
	if h := b.history; h.units != "" {
		b.doubts.Add(notInPounds("the history "+b.spec.History, b.spec.History, h.units, cmp.Or(b.spec.HistoryPosition, source.Position{File: b.spec.History}), h.unitsAt))
	}
}

func notInPounds(what, file, words string, named, at source.Position) *source.Problem {
	p := &source.Problem{Code: finance.CodeUnits, Position: cmp.Or(at, named), About: file, Likely: true,
		Message: fmt.Sprintf("%s says %q, and its amounts were read as pounds", what, words),
		Hint:    "export it in pounds and pence"}
	if !at.IsZero() {
		p.Related = []source.Related{{Position: named, Message: "the file is named here"}}
	}
	return p
}
