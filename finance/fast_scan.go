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
	recent    [256]recentClass
	combined  dictionary // sets of rules and localities; the value is a class
	classes   []*class
	numbers   map[class]int
	at        []int // by class: where it is in the block's sums, and 1
	centres   map[string]int
	names     []string
	centreAt  []int

	starts, ends []int  // of the record's cells
	needed       []bool // columns that a scanner reads
	quotes       int    // quotation marks that opened and closed cells, or were doubled
	careful      int    // blocks still to be read carefully
	escaped      bool   // a needed cell has doubled quotation marks or line breaks
	set          ruleSet
	key          []byte
}

// Amounts of the fast path are below so many pence. A block of the usual size
// can't sum to more than maxBlock, whatever it holds.
const (
	maxFast   = 1_000_000_000_000
	maxBlock  = 1 << 60
	maxDigits = 11 // of amounts in odd records
)

// careful is how many blocks are read carefully after one that had to be.
const careful = 16

// scan reads a block.
func (s *scanner) scan(b *block) {
	end := len(b.text)
	if end > 0 && b.text[end-1] != '\n' { // the last line of the file
		b.buf[end] = '\n'
		end++
	}
	b.replay = b.replay || len(b.text) > 2*blockSize
	if s.careful > 0 || !s.pass(b, end, true) {
		if s.careful == 0 {
			s.careful = careful
		}
		s.careful--
		s.pass(b, end, false)
	}
}

// pass goes over a block, trusting that all its records are plain ones (see
// splitPlain) or not. It returns false where they aren't, and what it has found
// is void.
func (s *scanner) pass(b *block, end int, plain bool) (ok bool) {
	c := &b.counts
	*c = counts{last: -1, classes: c.classes[:0], centres: c.centres[:0], odd: c.odd[:0]}
	s.quotes = 0
	for i := 0; i < end && !b.replay; {
		start, line := i, c.newlines
		n, how := s.width, whole
		if !plain {
			n, i, how = s.split(b.buf, i, end, c)
		} else if i = s.splitPlain(b.buf, i, end); i < 0 {
			break
		} else {
			c.newlines++
		}
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
	if !plain {
		return true
	}
	ok = c.newlines == bytes.Count(b.buf[:end], []byte{'\n'}) && s.quotes == bytes.Count(b.buf[:end], []byte{'"'})
	b.replay = b.replay && ok
	return ok
}

// leave leaves a record to the strict path.
func (s *scanner) leave(b *block, start, end, line int) {
	c := &b.counts
	c.odd = append(c.odd, oddRecord{start, min(end, len(b.text)), line, c.zero, c.classified, c.unclassified, c.sum, c.planned})
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
