package scan

import (
	"apr/finance"
	"apr/internal/table/celltext"
)

// Centre adds up a block's unclassified lines of one cost centre. description
// is a description of one of them, where it isn't blank; varied is true where
// others have another.
type Centre struct {
	Name, Description string
	Total             finance.Money
	Lines, First      int
	Varied            bool
}

// A centreScan adds up a scanner's unclassified lines by cost centre.
type centreScan struct {
	group, describe int
	names           dictionary // the value is a place in sums
	sums            []Centre
	met             []uint32 // places of the sums that the block has
	at              uint32
	shown           []byte
}

func newCentreScan(r *Layout) centreScan {
	return centreScan{group: max(r.Group, 0), describe: r.Describe}
}

// find finds the sum of a row's cost centre. It returns false where the ledger
// must see the row.
func (c *centreScan) find(buf []byte, rows *rows, at int32) bool {
	start, end, ok := rows.unquoted(buf, at, c.group)
	if !ok {
		return false
	}
	c.shown = nil
	if c.describe >= 0 {
		from, to, ok := rows.unquoted(buf, at, c.describe)
		if !ok {
			return false
		}
		c.shown = buf[from:to]
	}
	if c.at, ok = c.names.find(buf, start, end); ok {
		return true
	}
	c.at = uint32(len(c.sums))
	if len(c.sums) >= maxOdd || !c.names.put(buf, start, end, c.at) {
		return false
	}
	c.sums = append(c.sums, Centre{Name: string(buf[start:end])})
	return true
}

// add adds a line to the sum that was found last.
func (c *centreScan) add(amount finance.Money, line int) {
	g := &c.sums[c.at]
	if g.Lines == 0 {
		g.First = line
		c.met = append(c.met, c.at)
	}
	g.Lines++
	g.Total += amount
	if c.describe < 0 || g.Varied || string(c.shown) == g.Description {
		return
	}
	if text := celltext.Spaced(string(c.shown)); text != "" {
		g.Varied = g.Description != "" && text != g.Description
		g.Description = text
	}
}

// handOver gives the sums to the block. Names are kept for the next one, unless
// there are so many that it might find no room.
func (c *centreScan) handOver(counts *counts) {
	for _, at := range c.met {
		g := &c.sums[at]
		counts.centres = append(counts.centres, *g)
		*g = Centre{Name: g.Name}
	}
	c.met = c.met[:0]
	if c.names.taken > maxOdd/2 || c.names.bytes > maxKeyBytes/2 {
		c.names.clear()
		clear(c.sums)
		c.sums = c.sums[:0]
	}
}
