package ledger

import (
	"fmt"
	"slices"

	"apr/finance"
	"apr/internal/source"
	"apr/internal/table/celltext"
	"apr/internal/wording"
)

// aboveLines are subtotals that stand above their lines, as the outline of a spreadsheet
// and a pivot table write them. Such a row has the code of its lines, lacks something that
// each of them has, such as the account or the date, and is their sum in every column of
// amounts.
type aboveLines struct {
	heads [maxIdentity]head // by how many codes make a run
	cells []byte            // of the last line
	prior []byte            // of the line above it
	below belowLines
	// excluded is true of a line that a rule excludes: it isn't counted, whatever it sums.
	excluded bool
	// found are those of several lines, and single those of one line alone, which may be
	// chance where there are no others.
	found, single reportedLines
}

// A head is the first line of a run of lines with the same codes.
type head struct {
	codes   [maxIdentity][]byte
	cells   []byte // a mark for each column that isn't empty
	figures figures
	after   Running // with the head itself
	// before is without it, and subtotals are those of the run that stand below their lines.
	before, subtotals Running
	last              pending
	row               int32
	holds             bool // each line below it so far has all that it has, and more
	excluded          bool
	is                bool // there is one
}

// add takes in a line that has been added to the sums.
func (a *aboveLines) add(r *Reader, record []string, f *figures) {
	columns := min(len(r.identity), maxIdentity)
	if _, ok := r.Table.Index[finance.CostCentreColumn]; !ok {
		return // what the first column says may be anything
	}
	a.prior, a.cells = a.cells, filledCells(r, a.prior[:0], record)
	before := r.Sums.before(f)
	subtotal := false
	for n := columns - 1; n >= 0; n-- {
		h := &a.heads[n]
		if h.is && sameCodes(r, record, h, n) {
			h.holds = h.holds && holdsMore(a.cells, h.cells)
			h.last = pending{}
			if subtotal = subtotal || a.below.isBelow(r, h, n, f, before, a); subtotal {
				h.subtotals.add(f)
			}
			continue
		}
		a.end(r, h, before)
		h.cells = append(h.cells[:0], a.cells...)
		h.figures, h.before, h.after, h.row, h.holds, h.excluded, h.is = *f, before, r.Sums, r.row(), true, a.excluded, true
		h.subtotals, h.last = Running{}, pending{}
		for i := range n + 1 {
			h.codes[i] = append(h.codes[i][:0], celltext.Trim(celltext.At(record, r.identity[i]))...)
		}
	}
	if subtotal = subtotal || a.below.ofCentre(r, f, a); subtotal && r.review.last != nil {
		r.review.last.subtotals.add(f)
	}
}

// lacks reports whether the last line lacks something that the one above it has.
func (a *aboveLines) lacks() bool { return holdsMore(a.prior, a.cells) }

// code is the last of the codes of a run that isn't empty.
func (h *head) code() string {
	n := slices.IndexFunc(h.codes[:], func(c []byte) bool { return len(c) == 0 })
	if n < 0 {
		n = len(h.codes)
	}
	return string(h.codes[max(n-1, 0)])
}

// before is what the lines summed to before the last one.
func (s Running) before(f *figures) Running {
	return s.since(Running{f.Amount, f.Debit, f.Credit, f.Plan, 1})
}

func sameCodes(r *Reader, record []string, h *head, n int) bool {
	for i := range n + 1 {
		if celltext.Trim(celltext.At(record, r.identity[i])) != string(h.codes[i]) {
			return false
		}
	}
	return true
}

// filledCells has a mark for each cell of a record, but those of amounts.
func filledCells(r *Reader, marks []byte, record []string) []byte {
	for i, cell := range record {
		mark := byte(' ')
		if !r.IsMoney(i) && celltext.Trim(cell) != "" {
			mark = 'x'
		}
		marks = append(marks, mark)
	}
	return marks
}

// holdsMore reports whether a record has a cell wherever another has one, and more.
func holdsMore(cells, than []byte) (more bool) {
	for i := range len(cells) {
		had := i < len(than) && than[i] == 'x'
		switch {
		case had && cells[i] != 'x':
			return false
		case !had && cells[i] == 'x':
			more = true
		}
	}
	return more
}

// end ends a run, of which the lines up to now are all.
func (a *aboveLines) end(r *Reader, h *head, now Running) {
	a.below.end(r, h)
	lines := now.since(h.after)
	if !h.is || h.excluded || !h.holds || lines.Lines == 0 || h.figures.zero() || h.figures.miss(lines) != nil {
		return
	}
	to := &a.found
	if lines.Lines == 1 {
		to = &a.single
	}
	if to.lines == 0 {
		to.first, to.example = r.atRow(h.row), celltext.Short(celltext.Spaced(h.code()))
	}
	to.lines++
	to.total, _ = to.total.Add(h.figures.Amount) // too large a sum is found with the ledger's
}

// reportAbove reports the subtotals that stand above their lines: they are counted, and
// so are their lines.
func (r *Reader) reportAbove() {
	a := &r.review.above
	for n := range a.heads {
		a.end(r, &a.heads[n], r.Sums)
	}
	a.below.report(r)
	t := a.found
	if t.lines == 0 {
		return
	}
	t.lines += a.single.lines
	t.total, _ = t.total.Add(a.single.total)
	r.Out.Soft.Add(&source.Problem{Code: finance.CodeTotalAbove, Position: t.first, About: r.Out.Spec.File, Likely: true,
		Message: fmt.Sprintf("%s, %s in all%s, %s of the lines with the same code below %s: the same money counts twice",
			wording.Count(t.lines, "row"), t.total.Exact(), t.such(), wording.Form(t.lines, "is the sum", "are the sums"), wording.Form(t.lines, "it", "them")),
		Hint: "export the ledger without subtotals"})
}
