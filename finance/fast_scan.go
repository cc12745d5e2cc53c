package finance

import (
	"bytes"
)

// counts is what a scanner found in a block. Lines count from 0 at the block's
// first.
type counts struct {
	newlines, last                 int // last is the line of the last record, or -1
	zero, classified, unclassified int
	sum, planned                   Money
	classes                        []classSum
	centres                        []centreSum
	odd                            []oddRecord
}

// classSum adds up a block's lines of one class.
type classSum struct {
	class        *class
	classified   bool
	amount, plan blockSum
}

// blockSum is a sum with the number of its lines and the first of them.
type blockSum struct {
	Money
	lines, first int
}

// An oddRecord is one that the strict path is to count, such as a total row,
// with the sums and counts before it in the block.
type oddRecord struct {
	start, end, line         int
	zero, classified, others int
	sum, planned             Money
}

// A scanner reads blocks: it finds cells by their bytes, adds up what is plain
// and leaves the rest. It makes nothing for the garbage collector where blocks
// are like those before them.
type scanner struct {
	r       *ledgerReader
	width   int // cells of the header
	index   index
	classes *classing
	sums    []classSum // by class, of the block
	met     []int32    // the classes with sums
	centres centreScan
}

// Amounts of the fast path are below so many pence. A block of the usual size
// can't sum to more than maxBlock, whatever it holds.
const (
	maxFast   = 1_000_000_000_000
	maxBlock  = 1 << 60
	maxDigits = 11 // of amounts in odd records
)

// stretch is how much of a block is indexed before its records are counted, so
// that all of it stays at hand.
const stretch = 128 * stride

func newScanner(r *ledgerReader, separator byte) *scanner {
	return &scanner{r: r, width: len(r.table.header), index: index{separator: separator, separators: uint64(separator) * ones},
		classes: newClassing(r), centres: newCentreScan(r)}
}

// scan reads a block.
func (s *scanner) scan(b *block) {
	c := &b.counts
	*c = counts{last: -1, classes: c.classes[:0], centres: c.centres[:0], odd: c.odd[:0]}
	end := len(b.text)
	if end > 0 && b.text[end-1] != '\n' { // the last line of the file
		b.buf[end] = '\n'
		end++
	}
	b.replay = b.replay || len(b.text) > 2*blockSize
	if b.replay {
		return
	}
	s.index.begin(b.buf[:end])
	for i := 0; i < end && !b.replay; i += stretch {
		if to := min(i+stretch, end); s.index.extend(b.buf, i, to, end) {
			s.count(b)
		} else {
			b.replay = true
		}
	}
	b.replay = b.replay || s.index.inside != 0
	s.handOver(c)
	s.centres.handOver(c)
}

// handOver gives the sums of classes to the block.
func (s *scanner) handOver(c *counts) {
	for _, n := range s.met {
		sums := &s.sums[n]
		c.classes = append(c.classes, *sums)
		sums.amount, sums.plan = blockSum{}, blockSum{}
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
	if s.plain(b.buf, marks[:last+1]) {
		c := &b.counts
		for i := 0; i < last; i += s.width {
			record := marks[i : i+s.width+1]
			c.last = c.newlines
			if !s.record(b, record) {
				s.leave(b, record)
			}
			c.newlines++
		}
	} else {
		s.countOdd(b, marks[:last+1])
	}
	s.index.drop(len(marks) - last)
}

// plain reports whether all records between the marks have as many cells as the
// header, and no line breaks within. Each newline is one of the marks then.
func (s *scanner) plain(buf []byte, marks []int32) bool {
	last := len(marks) - 1
	if last%s.width != 0 {
		return false
	}
	for i := s.width; i <= last; i += s.width {
		if buf[marks[i]] != '\n' {
			return false
		}
	}
	return bytes.Count(buf[marks[0]+1:marks[last]+1], []byte{'\n'}) == last/s.width
}

// countOdd counts records some of which aren't plain.
func (s *scanner) countOdd(b *block, marks []int32) {
	c := &b.counts
	for i, last := 0, len(marks)-1; i < last; {
		next := i + 1
		for b.buf[marks[next]] != '\n' {
			next++
		}
		record := marks[i : next+1]
		text := b.buf[marks[i]+1 : marks[next]]
		i = next
		if len(text) == 0 || len(text) == 1 && text[0] == '\r' { // which csv passes over
			c.newlines++
			continue
		}
		c.last = c.newlines
		if len(record)-1 != s.width || !s.record(b, record) {
			s.leave(b, record)
		}
		c.newlines += 1 + bytes.Count(text, []byte{'\n'})
	}
}

// leave leaves a record to the strict path, if it may be counted among others:
// if it has no amount that would burst a sum.
func (s *scanner) leave(b *block, record []int32) {
	c := &b.counts
	start, end := int(record[0])+1, int(record[len(record)-1])+1
	if len(record)-1 == s.width {
		b.replay = b.replay || s.tooLong(b.buf, record)
	} else {
		b.replay = b.replay || bytes.ContainsAny(b.buf[start:end], "0123456789")
	}
	c.odd = append(c.odd, oddRecord{start, min(end, len(b.text)), c.newlines, c.zero, c.classified, c.unclassified, c.sum, c.planned})
}

// tooLong reports whether a cell of the record has more digits than an amount
// that a block can add up.
func (s *scanner) tooLong(buf []byte, record []int32) bool {
	for i := range s.width {
		if !s.r.isMoney(i) {
			continue
		}
		digits := 0
		for _, b := range buf[record[i]+1 : record[i+1]] {
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

// cell is where the cell of a column is, without quotes. ok is false where it
// isn't as it stands there: it has doubled quotation marks or line breaks.
func (s *scanner) cell(buf []byte, record []int32, column int) (start, end int, ok bool) {
	start, end = int(record[column])+1, int(record[column+1])
	if column == s.width-1 && end > start && buf[end-1] == '\r' {
		end--
	}
	if buf[start] != '"' {
		return start, end, true
	}
	start, end = start+1, end-1
	return start, end, bytes.IndexByte(buf[start:end], '"') < 0 && bytes.IndexByte(buf[start:end], '\n') < 0
}

// record counts a record, or returns false if it is for the strict path.
func (s *scanner) record(b *block, record []int32) bool {
	class, ok := s.class(b.buf, record)
	if !ok {
		return false
	}
	amount, blank, ok := s.amount(b, record)
	if !ok {
		return false
	}
	c := &b.counts
	planned, unplanned := Money(0), true
	if s.r.plan >= 0 {
		if planned, unplanned, ok = s.cellMoney(b, record, s.r.plan); !ok {
			return false
		}
	}
	if blank && unplanned {
		c.zero++
		return true
	}
	if int(class) >= len(s.sums) {
		s.makeSums()
	}
	sums := &s.sums[class]
	if !sums.classified && !s.centres.fits(b.buf, record, s) {
		return false
	}
	if sums.amount.lines == 0 && sums.plan.lines == 0 {
		s.met = append(s.met, class)
	}
	line := c.newlines
	if !blank {
		sums.amount.add(amount, line)
		c.sum += amount
	}
	if !unplanned {
		sums.plan.add(planned, line)
		c.planned += planned
	}
	if sums.classified {
		c.classified++
		return true
	}
	c.unclassified++
	s.centres.add(amount, line)
	return true
}

// makeSums makes sums for all classes that there are.
func (s *scanner) makeSums() {
	for i := len(s.sums); i < len(s.classes.classes); i++ {
		class := s.classes.classes[i]
		s.sums = append(s.sums, classSum{class: class, classified: class.matter != "" || s.r.out.ledger.Kind == Funded})
	}
}

func (s *blockSum) add(m Money, line int) {
	if s.lines == 0 {
		s.first = line
	}
	s.lines++
	s.Money += m
}

// class is the class of the record; ok is false where the strict path must see
// it.
func (s *scanner) class(buf []byte, record []int32) (class int32, ok bool) {
	k := s.classes
	state := int32(0)
	for i, key := range k.keys {
		start, end, ok := s.cell(buf, record, key.column)
		if !ok {
			return 0, false
		}
		group, ok := key.cells.find(buf, start, end)
		if !ok {
			if group, ok = k.group(key, buf, start, end); !ok {
				return s.workOut(buf, record)
			}
		}
		if at := uint(state)<<(key.shift&31) | uint(group); at < uint(len(key.next)) && group>>(key.shift&31) == 0 && key.next[at] != 0 {
			state = key.next[at]
		} else if state = k.learn(i, state, group); state == 0 {
			return s.workOut(buf, record)
		}
	}
	class = k.keys[len(k.keys)-1].states[state].class
	return class, class >= 0
}

// workOut is the class of a record that the classing has no room for.
func (s *scanner) workOut(buf []byte, record []int32) (class int32, ok bool) {
	ok = true
	class = s.classes.workOut(func(column int) string {
		start, end, plain := s.cell(buf, record, column)
		ok = ok && plain
		return string(buf[start:end])
	})
	return class, ok && class >= 0
}
