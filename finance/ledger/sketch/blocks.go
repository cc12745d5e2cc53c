package sketch

import (
	"cmp"
	"math"
	"slices"

	"apr/finance"
)

// A Block is a stretch of lines that is there again further down, in the same order. Where
// it isn't Exact its lines are a sample of those that there are.
type Block struct {
	Lines       int
	From, To    int // its first line and its last
	Again, Till int // those of the second time
	Amount      finance.Money
	Exact       bool
}

// A block is of so many lines that it is no chance, and half of them have amounts that
// differ: the weeks of one fee for two people are no block. Without dates the months of a
// year are like each other: then it takes more lines, and each is there just twice.
const (
	enoughInBlock = 10
	enoughUndated = 20
)

// Blocks are the blocks of lines that are there again, in order.
func (s *Sketch) Blocks(dated bool) (blocks []Block) {
	enough, most := enoughInBlock, math.MaxInt
	if !dated {
		enough, most = enoughUndated, 2
	}
	lines, exact := s.inOrder(most)
	for i := 0; i < len(lines); {
		last, n := blockAt(lines, i)
		if n < enough || 10*n < 9*(last-i+1) || !varied(lines[i:last+1], lines[i].offset) {
			i++
			continue
		}
		b := Block{Lines: n, From: lines[i].at, To: lines[last].at, Exact: exact}
		b.Again, b.Till = b.From+lines[i].offset, b.To+lines[i].offset
		for _, l := range lines[i : last+1] {
			if l.offset == lines[i].offset {
				b.Amount += l.amount
			}
		}
		blocks = append(blocks, b)
		i = last + 1
	}
	return blocks
}

// A place is where a line is, and how far below it is there again, or 0.
type place struct {
	at, offset int
	amount     finance.Money
}

// inOrder are the places of the lines that are kept, from the top down. Lines that are
// there more than most times are in no block.
func (s *Sketch) inOrder(most int) (places []place, exact bool) {
	hashes, limit := s.sorted()
	for _, hash := range hashes {
		h := s.seen[hash]
		p := place{at: h.first, amount: h.amount}
		if h.lines > 1 {
			if places = append(places, place{at: h.second, amount: h.amount}); h.lines <= most {
				p.offset = h.second - h.first
			}
		}
		places = append(places, p)
	}
	slices.SortFunc(places, func(a, b place) int { return cmp.Compare(a.at, b.at) })
	return places, limit == math.MaxUint64
}

// blockAt is the last of the lines from i on that are there again as far below as the
// first, and how many they are. One line may be between two of them that isn't.
func blockAt(lines []place, i int) (last, n int) {
	offset := lines[i].offset
	if offset == 0 {
		return i, 0
	}
	last, n = i, 1
	for j := i + 1; j < len(lines) && j-last <= 2 && lines[j].at < lines[i].at+offset; j++ {
		if lines[j].offset == offset {
			last, n = j, n+1
		}
	}
	return last, n
}

// varied reports whether half of the lines of a block have amounts that differ.
func varied(lines []place, offset int) bool {
	amounts := map[finance.Money]bool{}
	n := 0
	for _, l := range lines {
		if l.offset == offset {
			n++
			amounts[l.amount] = true
		}
	}
	return 2*len(amounts) >= n
}
