// Package sketch says whether two ledgers hold the same lines without keeping them:
// of each ledger it keeps the lines with the smallest hashes, which are the same
// lines wherever they are met (a bottom-k sketch; Cohen and Kaplan, Summarizing data
// using bottom-k sketches, PODC 2007).
package sketch

import (
	"cmp"
	"maps"
	"math"
	"slices"
	"sync/atomic"

	"apr/finance"
	"apr/internal/table/celltext"
)

// size is how many lines that differ are kept. Shares that are worked out from so
// many are right to within three percent.
const size = 1024

// A Sketch is of the lines of one ledger. Lines without an amount are none of them:
// they can't count twice.
type Sketch struct {
	seen  map[uint64]*seen // lines by hash
	limit atomic.Uint64    // a hash beyond it isn't among the smallest
}

// A Line is a line by its hash, with where it is in its file and its amount.
type Line struct {
	Hash   uint64
	At     int // the line of the text, or the row of the sheet
	Amount finance.Money
}

// seen is how often a line is there, and where it is for the first and the second time.
type seen struct {
	lines         int
	first, second int
	amount        finance.Money
}

// New is the sketch of a ledger without lines.
func New() *Sketch {
	s := &Sketch{seen: map[uint64]*seen{}}
	s.limit.Store(math.MaxUint64)
	return s
}

// Wants reports whether a line of such an amount may be among those that are kept.
// Most aren't, and nothing else need be known of them. It may be asked while lines
// are added.
func (s *Sketch) Wants(m finance.Money) bool { return Wants(m, s.Limit()) }

// Limit is what Wants goes by. It never rises.
func (s *Sketch) Limit() uint64 { return s.limit.Load() }

// Wants is that of a sketch with such a limit.
func Wants(m finance.Money, limit uint64) bool { return m != 0 && head(m) <= limit }

// head are the upper half of the hashes of lines of an amount.
func head(m finance.Money) uint64 {
	h := (uint64(m) ^ 0x2545f4914f6cdd1d) * 0x9e3779b97f4a7c15
	return (h ^ h>>32) * 0xd1342543de82ef95 >> 32 << 32
}

// Hashes of cells are FNV-1a, so that they are the same each time: of no cell, and of one
// more than those before.
const (
	Empty uint64 = 14695981039346656037
	prime uint64 = 1099511628211
)

// WithCell is the hash of the cells of which h is one, and another.
func WithCell(h uint64, text string) uint64 {
	for _, b := range []byte(text) {
		h = (h ^ uint64(b)) * prime
	}
	return (h ^ 0xff) * prime // no text has this byte either
}

// Hash is of a line with an amount and the n cells that say what it is, of which those
// from dates on are dates or periods. Case and outer blanks don't count, nor does the way
// in which a date is written.
func Hash(m finance.Money, cells func(i int) string, n, dates int) uint64 {
	h := Empty ^ uint64(m)
	for i := range n {
		text := celltext.Fold(cells(i))
		if i >= dates {
			if serial, rest, ok := day(text); ok {
				h = (h ^ uint64(serial)<<8 ^ 0xfe) * prime // no text has this byte
				text = rest
			}
		}
		h = WithCell(h, text)
	}
	h = (h ^ h>>29) * 0x9e3779b97f4a7c15
	return head(m) | h>>32
}

// Add adds lines.
func (s *Sketch) Add(lines ...Line) {
	for _, l := range lines {
		if l.Hash > s.Limit() {
			continue
		}
		h := s.seen[l.Hash]
		if h == nil {
			h = &seen{first: l.At, amount: l.Amount}
			s.seen[l.Hash] = h
		}
		h.meet(l.At)
		if len(s.seen) >= 2*size {
			s.prune()
		}
	}
}

// meet notes that the line is there once more. Lines come in any order.
func (h *seen) meet(at int) {
	switch h.lines++; {
	case h.lines == 1:
	case at < h.first:
		h.first, h.second = at, h.first
	case h.lines == 2 || at < h.second:
		h.second = at
	}
}

// prune keeps the smallest. What it drops wouldn't have been kept in the end.
func (s *Sketch) prune() {
	sorted := slices.Sorted(maps.Keys(s.seen))
	for _, h := range sorted[size:] {
		delete(s.seen, h)
	}
	s.limit.Store(sorted[size-1])
}

// Room is how many of many lines it pays to gather before Smallest.
const Room = 2 * size

// Smallest are those of some lines that a sketch with them may keep, by their hashes, and
// the limit that follows from them.
func Smallest(lines []Line) (kept []Line, limit uint64) {
	slices.SortFunc(lines, func(a, b Line) int { return cmp.Compare(a.Hash, b.Hash) })
	differ := 0
	for i, l := range lines {
		if i > 0 && l.Hash == lines[i-1].Hash {
			continue
		}
		if differ++; differ > size {
			return lines[:i], lines[i-1].Hash
		}
	}
	return lines, math.MaxUint64
}

// sorted are the smallest hashes in their order, and the largest that is kept for sure.
func (s *Sketch) sorted() (hashes []uint64, limit uint64) {
	hashes = slices.Sorted(maps.Keys(s.seen))
	if len(hashes) > size {
		return hashes[:size], hashes[size-1]
	}
	return hashes, s.Limit()
}

// A Likeness is how many lines of two ledgers are the same. Where it isn't Exact the
// lines are a sample.
type Likeness struct {
	Same, A, B int
	Exact      bool
}

// Share is what part of the smaller ledger's lines is in the larger too, from 0 to 1.
func (l Likeness) Share() float64 {
	if l.A == 0 || l.B == 0 {
		return 0
	}
	return float64(l.Same) / float64(min(l.A, l.B))
}

// enough lines without any that is the same show that ledgers aren't alike.
const enough = 64

// Compare compares two ledgers.
func Compare(a, b *Sketch) Likeness {
	as, aLimit := a.sorted()
	bs, bLimit := b.sorted()
	limit := min(aLimit, bLimit)
	l := Likeness{Exact: limit == math.MaxUint64}
	for i, j := 0, 0; i < len(as) || j < len(bs); {
		switch {
		case j == len(bs) || i < len(as) && as[i] < bs[j]:
			if as[i] > limit {
				return l
			}
			l.A += a.seen[as[i]].lines
			i++
		case i == len(as) || bs[j] < as[i]:
			if bs[j] > limit {
				return l
			}
			l.B += b.seen[bs[j]].lines
			j++
		default:
			if as[i] > limit {
				return l
			}
			x, y := a.seen[as[i]].lines, b.seen[bs[j]].lines
			l.A, l.B, l.Same = l.A+x, l.B+y, l.Same+min(x, y)
			i, j = i+1, j+1
		}
		if l.Same == 0 && min(l.A, l.B) > enough {
			return l
		}
	}
	return l
}

// Doubled is how many lines that differ there are, as far as they are kept, and what
// part of them is there twice, or some other even number of times.
func (s *Sketch) Doubled() (lines int, part float64) {
	even := 0
	for _, h := range s.seen {
		if h.lines%2 == 0 {
			even++
		}
	}
	if len(s.seen) == 0 {
		return 0, 0
	}
	return len(s.seen), float64(even) / float64(len(s.seen))
}
