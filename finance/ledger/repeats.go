package ledger

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"apr/finance"
	"apr/finance/ledger/sketch"
	"apr/internal/source"
	"apr/internal/table/celltext"
	"apr/internal/wording"
)

// repeats finds a block of lines that is there a second time, as where rows were pasted
// twice: lines one below the other that are the same in every cell. It keeps the hash of
// each stretch of a few lines. A ledger of more lines is left to its sketch.
type repeats struct {
	seen  map[uint64]stretch
	last  [stretchLines]hashed
	lines int32
	// keys are lines by what says which line it is, without their amounts, and again is how
	// many of them were there before.
	keys  map[uint64]bool
	again int32
	open  *block
	found []block
	// recurring is how many stretches are there three times or more: a ledger that has
	// them holds payments that recur.
	recurring int
}

// stretchLines is how many lines make a stretch, and enoughRepeated from how many lines on
// a block that is there twice is no chance.
const (
	stretchLines   = 4
	enoughRepeated = 6
	maxRepeatLines = 1 << 14
	maxBlocks      = 100
)

// hashed is a line: by its cells and its amount, by its cells and the amount with the
// other sign, its amount, and its row in the file.
type hashed struct {
	is, reversed uint64
	amount       finance.Money
	row          int32
}

// A stretch is a few lines one below the other.
type stretch struct {
	line, row int32 // the number of its first, and its row
	times     int32
}

// A block is lines that are there a second time.
type block struct {
	apart, from, to int32 // how many lines the second is below the first, and its lines
	first, second   int32 // rows
	total           finance.Money
}

// newRepeats has room for so many lines.
func newRepeats(lines int) repeats {
	return repeats{seen: make(map[uint64]stretch, lines), keys: make(map[uint64]bool, lines)}
}

// add takes in a line.
func (p *repeats) add(r *Reader, record []string, f *figures) {
	if f.Amount == 0 || p.full() {
		return
	}
	line := p.hash(r, record, f)
	copy(p.last[:], p.last[1:])
	p.last[stretchLines-1] = line
	if p.lines++; p.full() {
		*p = repeats{lines: p.lines}
	}
	if p.lines < stretchLines || p.full() {
		return
	}
	is, reversed := uint64(0), uint64(0)
	for i, l := range p.last {
		for _, o := range p.last[:i] {
			if o.is == l.is {
				return // lines that are the same themselves show nothing
			}
		}
		is, reversed = is*prime+l.is, reversed*prime+l.reversed
	}
	if of, ok := p.seen[reversed]; ok {
		of.times-- // taken back; what is posted anew is no second time
		p.seen[reversed] = of
	}
	first := p.lines - stretchLines
	of, ok := p.seen[is]
	if !ok {
		p.seen[is] = stretch{first, p.last[0].row, 1}
		return
	}
	of.times++
	p.seen[is] = of
	switch {
	case of.times == 2 && first-of.line >= stretchLines:
		p.extend(of, first)
	case of.times > 2:
		p.recurring++
	}
}

const prime = 1099511628211

func mix(h uint64) uint64 { return (h ^ h>>29) * 0x9e3779b97f4a7c15 >> 17 }

// hash takes a line's cells together. Of its amounts what was spent counts alone: a line
// that takes another back has no plan.
func (p *repeats) hash(r *Reader, record []string, f *figures) hashed {
	cells, key := sketch.Empty, sketch.Empty
	for i, cell := range record {
		if r.IsMoney(i) {
			continue
		}
		text := celltext.Trim(cell)
		cells = sketch.WithCell(cells, text)
		if slices.Contains(r.alike, i) {
			key = sketch.WithCell(key, text)
		}
	}
	of := func(m finance.Money) uint64 { return mix(uint64(m)*prime^cells) | 1 }
	before := len(p.keys)
	if p.keys[key] = true; len(p.keys) == before {
		p.again++
	}
	return hashed{of(f.Amount), of(-f.Amount), f.Amount, r.row()}
}

// full reports whether the ledger has more lines than are kept.
func (p *repeats) full() bool { return p.lines > maxRepeatLines }

// extend makes the block that is open longer by a stretch, or begins another.
func (p *repeats) extend(of stretch, first int32) {
	b := p.open
	if b == nil || b.apart != first-of.line || first > b.to {
		p.close()
		p.open = &block{apart: first - of.line, from: first, first: of.row, second: p.last[0].row}
		b = p.open
		b.to = first
	}
	for i, l := range p.last {
		if at := first + int32(i); at >= b.to {
			b.total += l.amount // too large a sum is found with the ledger's
			b.to = at + 1
		}
	}
}

// close ends the block that is open.
func (p *repeats) close() {
	if b := p.open; b != nil && b.to-b.from >= enoughRepeated && len(p.found) < maxBlocks {
		p.found = append(p.found, *b)
	}
	p.open = nil
}

// reportRepeats reports blocks of lines that are there twice. They count twice for sure
// where the lines have days and are told apart by their codes and days everywhere else;
// lines of which that isn't so may be payments that recur. A control total that the ledger
// comes to says that its system has the lines twice as well. It returns whether there was one to report.
func (r *Reader) reportRepeats() (reported bool) {
	p := &r.review.repeats
	p.close()
	control := r.Out.Spec.ControlTotal
	if len(p.found) == 0 || control != nil && *control == r.Sums.Amount {
		return false
	}
	lines, total := int32(0), finance.Money(0)
	for _, b := range p.found {
		lines += b.to - b.from
		total += b.total
	}
	if lines*2 >= p.lines || p.recurring > 0 && 2*(p.recurring+stretchLines-1) >= int(lines) {
		return true // the whole ledger is there twice, which is reported of it; or payments recur
	}
	first := p.found[0]
	q := &source.Problem{Code: finance.CodeMayRepeat, Position: r.atRow(first.second), About: r.Out.Spec.File,
		Hint:    "see whether rows were pasted twice; if the payments recur, map a column that tells them apart, such as a date",
		Related: []source.Related{{Position: r.atRow(first.first), Message: "the first of the lines for the first time"}}}
	q.Message = fmt.Sprintf("%s one below the other, %s in all, %s here a second time, with the same codes, dates, words and amounts",
		wording.Count(int(lines), "line"), total.Exact(), wording.Form(int(lines), "is", "are"))
	if more := len(p.found) - 1; more > 0 {
		q.Message = fmt.Sprintf("%s in %d blocks, %s in all, are here a second time, with the same codes, dates, words and amounts", wording.Count(int(lines), "line"), more+1, total.Exact())
	}
	if sure := r.date >= 0 && p.recurring == 0 && len(p.found) <= 2 && p.again-lines <= p.lines/50; sure {
		q.Code, q.Likely = finance.CodeRepeated, true
		q.Message += ": the same money counts twice"
	}
	r.Out.Soft.Add(q)
	return true
}

// row is the row of the file that was read last, and atRow the place of its amount.
func (r *Reader) row() int32 {
	if r.Table.Workbook == nil {
		return int32(r.Table.Records.Position(-1).Line)
	}
	return int32(r.Table.Row())
}

func (r *Reader) atRow(row int32) source.Position {
	return atRow(r.Table.Records.Position(r.AmountAt()), row)
}

// atRow is the place of an amount in another row than that of one that is known.
func atRow(at source.Position, row int32) source.Position {
	if at.Cell == "" {
		at.Line = int(row)
	} else {
		at.Cell = strings.TrimRight(at.Cell, "0123456789") + strconv.Itoa(int(row))
	}
	return at
}
