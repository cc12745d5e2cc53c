package finance

import (
	"bytes"
	"encoding/binary"
	"math/bits"
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
	id           int // of the class in the scanner
	amount, plan blockSum
}

// blockSum is a sum with the number of its lines and the first of them.
type blockSum struct {
	Money
	lines, first int
}

// centreSum adds up a block's unclassified lines of one cost centre. description
// is a description of one of them, where it isn't blank.
type centreSum struct {
	id, lines, first int
	name             string
	total            Money
	description      []byte // in the block
	varied           bool
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
	separator byte
	width     int // cells of the header
	r         *ledgerReader
	keys      []*keyColumn
	combined  dictionary // sets of rules and localities; the value is a class
	classes   []*class
	numbers   map[class]int
	at        []int // by class: where it is in the block's sums, and 1
	centres   map[string]int
	names     []string
	centreAt  []int

	starts, ends []int  // of the record's cells
	needed       []bool // columns that a scanner reads
	escaped      bool   // a needed cell has doubled quotation marks or line breaks
	set          ruleSet
	key          []byte
}

// splitting is how a record ended.
type splitting int

const (
	whole splitting = iota
	empty
	malformed
)

// Amounts of the fast path are below so many pence. A block of the usual size
// can't sum to more than maxBlock, whatever it holds.
const (
	maxFast   = 1_000_000_000_000
	maxBlock  = 1 << 60
	maxDigits = 11 // of amounts in odd records
)

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
	for i := 0; i < end && !b.replay; {
		start, line := i, c.newlines
		var n int
		var how splitting
		n, i, how = s.split(b.buf, i, end, c)
		switch how {
		case malformed:
			b.replay = true
		case whole:
			c.last = line
			if n != s.width || s.escaped {
				b.replay = !s.harmless(b.buf[start:i], n)
				s.leave(b, start, i, line)
			} else if !s.count(b, line) {
				b.replay = b.replay || s.tooLong(b.buf)
				s.leave(b, start, i, line)
			}
		}
	}
	for i := range c.classes {
		s.at[c.classes[i].id] = 0
	}
	for i := range c.centres {
		s.centreAt[c.centres[i].id] = 0
	}
}

// leave leaves a record to the strict path.
func (s *scanner) leave(b *block, start, end, line int) {
	c := &b.counts
	c.odd = append(c.odd, oddRecord{start, min(end, len(b.text)), line, c.zero, c.classified, c.unclassified, c.sum, c.planned})
}

// split finds the cells of the record at i, up to the header's number of cells,
// and says how many there are and where the next record begins.
func (s *scanner) split(buf []byte, i, end int, c *counts) (n, next int, how splitting) {
	switch {
	case buf[i] == '\n':
		c.newlines++
		return 0, i + 1, empty
	case buf[i] == '\r' && buf[i+1] == '\n':
		c.newlines++
		return 0, i + 2, empty
	}
	s.escaped = false
	separators := uint64(s.separator) * ones
	for {
		first, last := i, i
		if buf[i] == '"' {
			first = i + 1
			var plain bool
			if last, plain = closing(buf, first, end, c); last < 0 {
				return 0, 0, malformed
			}
			s.escaped = s.escaped || !plain && n < s.width && s.needed[n]
			i = last + 1
			if buf[i] == '\r' && buf[i+1] == '\n' {
				i++
			}
		} else {
			for {
				word := binary.LittleEndian.Uint64(buf[i:])
				if found := zeros(word^separators) | zeros(word^newlines) | zeros(word^quotes); found != 0 {
					i += bits.TrailingZeros64(found) / 8
					break
				}
				i += 8
			}
			if last = i; buf[i] == '\n' && last > first && buf[last-1] == '\r' {
				last--
			}
		}
		if n < s.width {
			s.starts[n], s.ends[n] = first, last
		}
		n++
		switch buf[i] {
		case s.separator:
			i++
		case '\n':
			c.newlines++
			return n, i + 1, whole
		default:
			return 0, 0, malformed
		}
	}
}

// Words of eight equal bytes.
const (
	ones     = 0x0101010101010101
	newlines = '\n' * ones
	quotes   = '"' * ones
)

// zeros has the high bit of the first byte of the word that is zero, and perhaps
// of some after it.
func zeros(word uint64) uint64 { return (word - ones) &^ word & (0x80 * ones) }

// closing is where the quotation mark stands that closes the cell, or -1. plain
// is false where the cell has doubled quotation marks or line breaks.
func closing(buf []byte, first, end int, c *counts) (last int, plain bool) {
	plain = true
	for i := first; ; i += 2 {
		j := bytes.IndexByte(buf[i:end], '"')
		if j < 0 {
			return -1, false
		}
		if i += j; buf[i+1] != '"' {
			if n := bytes.Count(buf[first:i], []byte{'\n'}); n > 0 {
				c.newlines += n
				plain = false
			}
			return i, plain
		}
		plain = false
	}
}

// harmless reports whether a record whose cells can't be told apart here may be
// counted among others: it has no amount that would burst a sum.
func (s *scanner) harmless(record []byte, n int) bool {
	if n == s.width {
		digits, quoted := 0, false
		for _, b := range record {
			switch {
			case b-'0' < 10:
				digits++
			case b == '"':
				quoted = !quoted
			case b == s.separator && !quoted:
				digits = 0
			}
			if digits > maxDigits {
				return false
			}
		}
		return true
	}
	return !bytes.ContainsAny(record, "0123456789")
}

// tooLong reports whether an amount of the record has more digits than a block
// can add up.
func (s *scanner) tooLong(buf []byte) bool {
	for i := range s.width {
		if !s.r.isMoney(i) {
			continue
		}
		digits := 0
		for _, b := range buf[s.starts[i]:s.ends[i]] {
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

// count counts a record, or returns false if it is for the strict path.
func (s *scanner) count(b *block, line int) bool {
	buf, r, c := b.buf, s.r, &b.counts
	class, plain := s.class(buf)
	if !plain {
		return false
	}
	amount, blank, ok := s.amount(b)
	if !ok {
		return false
	}
	planned, unplanned := Money(0), true
	if r.plan >= 0 {
		if planned, unplanned, ok = s.money(b, r.plan); !ok {
			return false
		}
	}
	if blank && unplanned {
		c.zero++
		return true
	}
	if class < 0 {
		class = s.classify(buf)
	}
	at := s.at[class]
	if at == 0 {
		c.classes = append(c.classes, classSum{class: s.classes[class], id: class})
		at = len(c.classes)
		s.at[class] = at
	}
	sums := &c.classes[at-1]
	if !blank {
		sums.amount.add(amount, line)
		c.sum += amount
	}
	if !unplanned {
		sums.plan.add(planned, line)
		c.planned += planned
	}
	if sums.class.matter != "" || r.out.ledger.Kind == Funded {
		c.classified++
		return true
	}
	c.unclassified++
	s.unclassified(b, amount, line)
	return true
}

func (s *blockSum) add(m Money, line int) {
	if s.lines == 0 {
		s.first = line
	}
	s.lines++
	s.Money += m
}

// unclassified adds a line to its cost centre.
func (s *scanner) unclassified(b *block, amount Money, line int) {
	c := &b.counts
	name, description := s.cell(b.buf, s.r.group), s.cell(b.buf, s.r.describe)
	id, ok := s.centres[string(name)]
	if !ok {
		id = len(s.names)
		s.names = append(s.names, string(name))
		s.centres[s.names[id]] = id
		s.centreAt = append(s.centreAt, 0)
	}
	if s.centreAt[id] == 0 {
		c.centres = append(c.centres, centreSum{id: id, name: s.names[id], first: line})
		s.centreAt[id] = len(c.centres)
	}
	g := &c.centres[s.centreAt[id]-1]
	g.lines++
	g.total += amount
	if g.varied || bytes.Equal(g.description, description) {
		return
	}
	if spaced := spaced(string(description)); spaced != "" {
		g.varied = len(g.description) > 0 && spaced != string(g.description)
		g.description = []byte(spaced)
	}
}

// cell is a cell of the record, or nil.
func (s *scanner) cell(buf []byte, i int) []byte {
	if i < 0 {
		return nil
	}
	return buf[s.starts[i]:s.ends[i]]
}
