package scan

import (
	"bytes"
	"math"
	"slices"

	"apr/finance"
	"apr/finance/classify"
	"apr/finance/ledger/sketch"
)

// counts is what a scanner found in a block. Lines count from 0 at the block's
// first.
type counts struct {
	newlines, last int // last is the line of the last record, or -1
	Count
	classes []classSum
	centres []Centre
	odd     []oddRecord
	bounds  []bound
	sample  []sketch.Line // for the sketch
}

// A bound is a line before which a section may end, with the counts up to there.
type bound struct {
	line int
	Count
}

// classSum adds up a block's lines of one class.
type classSum struct {
	class        *classify.Class
	classified   bool
	excluded     bool
	lines        int // where excluded
	amount, plan Sum
}

// first is the line that comes first.
func (s *classSum) first() int {
	if s.amount.Lines == 0 || s.plan.Lines > 0 && s.plan.First < s.amount.First {
		return s.plan.First
	}
	return s.amount.First
}

// An oddRecord is one that the ledger is to count, such as a total row,
// with the sums and counts before it in the block.
type oddRecord struct {
	start, end, line int
	Count
}

// A scanner reads blocks: it finds cells by their bytes, adds up what is plain
// and leaves the rest. It makes nothing for the garbage collector where blocks
// are like those before them.
type scanner struct {
	layout  *Layout
	index   index
	rows    rows
	classes *automaton
	row     []int32     // by row: its class
	amount  moneyColumn // or the debit
	credit  moneyColumn
	plan    moneyColumn
	sums    []classSum // by class, of the block
	met     []int32    // the classes with sums
	centres centreScan
	texts   []int  // columns that nothing else reads
	dates   []int  // columns that may hold dates
	limit   uint64 // of hashes that the sketch may want; see sampleRow
	room    int    // for them
}

// Amounts that are scanned are below so many pence. A block of the usual size
// can't sum to more than maxBlock, whatever it holds.
const (
	maxAmount = 1_000_000_000_000
	maxBlock  = 1 << 60
	maxDigits = 11 // of amounts in odd records
)

// maxOdd is how many odd records, how many bounds, and how many cost centres of
// unclassified lines, a block may have. Records are read one by one where there are more.
const maxOdd = 4096

// stretch is how much of a block is indexed before its records are counted, so
// that all of it stays at hand.
const stretch = 512 * stride

func newScanner(r *Layout) *scanner {
	s := &scanner{layout: r,
		amount: moneyColumn{column: r.Amount}, credit: moneyColumn{column: r.Credit}, plan: moneyColumn{column: r.Plan},
		rows: rows{width: r.Width}, classes: newAutomaton(r), centres: newCentreScan(r),
		index: index{separator: r.Text.Separator}, dates: slices.Clone(r.Dates), limit: math.MaxUint64, room: sketch.Room}
	for column := range r.Width {
		if !r.isMoney(column) && !s.classes.reads(column) {
			s.texts = append(s.texts, column)
		}
	}
	return s
}

// scan reads a block.
func (s *scanner) scan(b *block) {
	c := &b.counts
	*c = counts{last: -1, classes: c.classes[:0], centres: c.centres[:0], odd: c.odd[:0], bounds: c.bounds[:0], sample: c.sample[:0]}
	if b.replay = b.replay || len(b.text) > 2*blockSize; b.replay || len(b.text) == 0 {
		return
	}
	end := lead + len(b.text)
	if b.buf[end-1] != '\n' { // the last line of the file
		b.buf[end] = '\n'
		end++
	}
	s.index.begin(lead)
	for i := lead; i < end && !b.replay; i += stretch {
		if s.index.extend(b.buf, i, end) {
			s.count(b)
		} else {
			b.replay = true
		}
	}
	b.replay = b.replay || s.index.inside != 0
	s.handOver(c)
	s.centres.handOver(c)
	b.replay = b.replay || len(c.centres) > maxOdd || len(c.bounds) > maxOdd
}

// handOver gives the sums of classes to the block.
func (s *scanner) handOver(c *counts) {
	for _, n := range s.met {
		sums := &s.sums[n]
		c.classes = append(c.classes, *sums)
		sums.amount, sums.plan, sums.lines = Sum{}, Sum{}, 0
	}
	s.met = s.met[:0]
}

// count counts the records that the index has found whole.
func (s *scanner) count(b *block) {
	marks := s.index.marks[:s.index.count]
	last := len(marks) - 1
	for last > 0 && b.buf[marks[last]] != '\n' {
		last--
	}
	if last == 0 {
		return
	}
	r := &s.rows
	r.find(b.buf, marks[:last+1], s.index.newlines)
	s.row = slices.Grow(s.row[:0], len(r.at))[:len(r.at)]
	if len(r.at) > 0 {
		s.classes.read(b.buf, r, s.row)
		s.findLabels(b.buf, r)
		s.amount.read(b.buf, r)
		s.credit.read(b.buf, r)
		s.plan.read(b.buf, r)
		s.sampleDates(b.buf, r)
	}
	s.countRows(b)
	s.index.drop(len(marks)-last, r.newlines)
}

// countRows counts the rows of a stretch, and what else there is between them.
func (s *scanner) countRows(b *block) {
	c, r, odd := &b.counts, &s.rows, s.rows.odd
	for i := 0; i < len(r.at) || len(odd) > 0; {
		end := len(r.at)
		if len(odd) > 0 {
			end = odd[0].before
		}
		from := i
		i = s.countPlain(c, i, end)
		s.samplePlain(b, from, i)
		if i == end {
			if len(odd) > 0 {
				s.countOdd(b, odd[0])
				odd = odd[1:]
			}
			continue
		}
		at := r.at[i]
		c.last = c.newlines
		if !s.countRow(b, i, at) {
			s.leave(b, at, at+int32(r.width))
		}
		c.newlines++
		if r.broken {
			c.newlines += int(r.lines[i])
		}
		i++
	}
}

// countPlain counts rows up to the first that is the first of its class in the
// block, or for some other reason needs a closer look. It returns which that is.
func (s *scanner) countPlain(c *counts, from, to int) int {
	if s.rows.broken || s.credit.column >= 0 || s.plan.column >= 0 {
		return from
	}
	var sum finance.Money
	row, pence, sums := from, s.amount.pence[:to], s.sums
	for ; row < to; row++ {
		class, m := uint(s.row[row]), pence[row]
		if class >= uint(len(sums)) || m == notPlain || !sums[class].plain() {
			break
		}
		sums[class].amount.Lines++
		sums[class].amount.Money += m
		sum += m
	}
	if n := row - from; n > 0 {
		c.Sum += sum
		c.Classified += n
		c.newlines += n
		c.last = c.newlines - 1
		c.Last = lastLine{pence[row-1], c.last, false}
	}
	return row
}

// plain reports whether all that is to do with a line is to add it.
func (s *classSum) plain() bool { return s.classified && s.amount.Lines > 0 }

// countOdd leaves a record that isn't a row to the ledger, unless it is an
// empty line, which csv passes over.
func (s *scanner) countOdd(b *block, o oddRow) {
	c := &b.counts
	text := b.buf[s.rows.marks[o.from]+1 : s.rows.marks[o.to]]
	if len(text) > 1 || len(text) == 1 && text[0] != '\r' {
		c.last = c.newlines
		s.leave(b, int32(o.from), int32(o.to))
	}
	c.newlines += 1 + bytes.Count(text, []byte{'\n'})
}

// leave leaves a record to the ledger, if it may be counted among others:
// if it has no amount that would burst a sum.
func (s *scanner) leave(b *block, from, to int32) {
	c, marks := &b.counts, s.rows.marks
	start, end := int(marks[from])+1, int(marks[to])+1
	if int(to-from) == s.rows.width {
		b.replay = b.replay || s.tooLong(b.buf, from)
	} else {
		b.replay = b.replay || bytes.ContainsAny(b.buf[start:end], "0123456789")
	}
	if b.replay = b.replay || len(c.odd) >= maxOdd; b.replay {
		return
	}
	c.odd = append(c.odd, oddRecord{start, min(end, lead+len(b.text)), c.newlines, c.Count})
}

// tooLong reports whether a cell of a row has more digits than an amount that a
// block can add up.
func (s *scanner) tooLong(buf []byte, at int32) bool {
	for i := range s.rows.width {
		if !s.layout.isMoney(i) {
			continue
		}
		digits := 0
		start, end, _ := s.rows.cell(buf, at, i)
		for _, b := range buf[start:end] {
			if b-'0' < 10 {
				digits++
			}
		}
		if digits > maxDigits {
			return true
		}
	}
	return false
}

// countRow counts a row, or returns false if it is for the ledger.
func (s *scanner) countRow(b *block, row int, at int32) bool {
	class := s.row[row]
	if class == noRoom {
		class = s.withoutLabel(b.buf, at, s.classes.workOut(b.buf, &s.rows, at))
	}
	if class < 0 {
		return false
	}
	m, ok := s.moneyOf(b, row)
	if !ok {
		return false
	}
	c := &b.counts
	if m.blank && m.unplanned {
		if s.alone(at) {
			return false // a note, such as the heading of a section
		}
		c.Zero++
		c.bound()
		return true
	}
	if int(class) >= len(s.sums) {
		s.makeSums()
	}
	sums := &s.sums[class]
	if !sums.classified && !sums.excluded && !s.centres.find(b.buf, &s.rows, at) {
		return false
	}
	if sums.amount.Lines == 0 && sums.plan.Lines == 0 {
		s.met = append(s.met, class)
	}
	if !m.blank {
		sums.amount.addLine(m.amount, c.newlines)
		c.Sum += m.amount
		c.Debits += m.debit
		c.Credits += m.credit
		if m.credit > 0 {
			c.Taken++
		} else if m.credit < 0 {
			c.TakenBack++
		}
		s.sampleRow(b, at, m.amount, c.newlines)
	}
	if !m.unplanned {
		sums.plan.addLine(m.planned, c.newlines)
		c.Planned += m.planned
		if m.blank {
			c.Unspent++
			c.UnspentPlan += m.planned
		}
	}
	c.Last = lastLine{m.amount, c.newlines, sums.excluded}
	switch {
	case sums.excluded:
		c.Excluded++
		sums.lines++
		c.ExcludedSum += m.amount
		return true
	case sums.classified:
		c.Classified++
		return true
	}
	c.Unclassified++
	s.centres.add(m.amount, c.newlines)
	return true
}

// alone reports whether a row has one cell alone that isn't empty.
func (s *scanner) alone(at int32) bool {
	marks := s.rows.marks[at : int(at)+s.rows.width+1]
	cells := 0
	for i := range s.rows.width {
		if marks[i+1]-marks[i] > 1 {
			cells++
		}
	}
	return cells == 1
}

// bound notes that a section may begin after the lines so far.
func (c *counts) bound() {
	if n := len(c.bounds); n > maxOdd || n > 0 && c.bounds[n-1].Lines() == c.Lines() {
		return
	}
	c.bounds = append(c.bounds, bound{c.newlines, c.Count})
}

// makeSums makes sums for all classes that there are.
func (s *scanner) makeSums() {
	for i := len(s.sums); i < len(s.classes.classes); i++ {
		class := s.classes.classes[i]
		s.sums = append(s.sums, classSum{class: class,
			classified: class.Exclude == "" && (class.Matter != "" || s.layout.Complete), excluded: class.Exclude != ""})
	}
}

func (s *Sum) addLine(m finance.Money, line int) {
	if s.Lines == 0 {
		s.First = line
	}
	s.Lines++
	s.Money += m
}
