package ledger

import (
	"fmt"
	"slices"
	"strings"

	"apr/finance"
	"apr/internal/source"
	"apr/internal/table/celltext"
)

// A run is the lines one below the other that have one code in a column: what
// spreadsheets put a subtotal under, called by the code.
type run struct {
	cell, code string // as the last line has it, and its meaning
	before     Running
}

// follow notes the codes of a line that is about to be added.
func (r *Reader) follow(record []string) {
	for n, i := range r.identity[:min(len(r.identity), maxIdentity)] {
		c, cell := &r.runs[n], celltext.At(record, i)
		if cell == c.cell || cell == "" {
			continue
		}
		if code := foldedName(cell); code != c.code {
			c.code, c.before = code, r.Sums
		}
		c.cell = strings.Clone(cell)
	}
}

func foldedName(s string) string { return celltext.Fold(celltext.Spaced(s)) }

// runOf is what the lines directly above sum to that have the code by which a row is
// called a total; ok is false where it names no such code.
func (r *Reader) runOf(w *rowWords) (sum Running, ok bool) {
	n := slices.Index(r.identity, w.at)
	if w.label != totalOf || w.codes > 0 || w.dated || n < 0 || n >= maxIdentity {
		return sum, false
	}
	c := &r.runs[n]
	if name, found := strings.CutSuffix(foldedName(celltext.At(r.record, w.at)), " total"); !found || name != c.code || r.scanned {
		r.unfollowed = r.unfollowed || found && r.scanned
		return sum, false
	}
	sum = r.Sums.since(c.before)
	return sum, sum.Lines > 0
}

// misnamed reports a total that names a code and isn't what its lines sum to.
func (r *Reader) misnamed(w *rowWords, m *miss) {
	at := r.Table.Records.Position(r.columnOf(m.column))
	switch r.unprovenRows++; {
	case r.unprovenRows == MaxMalformed+1:
		r.moreUnproven = at
	case r.unprovenRows <= MaxMalformed:
		r.Out.Soft.Add(&source.Problem{Code: finance.CodeTotalRow, Position: at,
			Message: fmt.Sprintf("the row %q says %s, but the lines of this code above it sum to %s, a difference of %s: it is not counted", r.labelText(w), m.said.Exact(), m.sum.Exact(), m.by().Exact()),
			Hint:    "see whether lines of the code are missing or hidden, or export the ledger without subtotals"})
	}
}
