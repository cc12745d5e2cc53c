package scan

import "slices"

// columnCells are the cells of a column, by row.
type columnCells struct {
	first, second []uint64 // the words of a cell
	numbers       []uint32 // its number in a dictionary, and 1, or 0
}

// noWords is in place of the first word of a cell that isn't plain, or has no
// words. No text that is UTF-8 has such bytes.
const noWords = 1<<64 - 1

// read takes the words of a column's cells.
func (c *columnCells) read(buf []byte, rows *rows, column int) {
	n := len(rows.at)
	c.first, c.second = slices.Grow(c.first[:0], n)[:n], slices.Grow(c.second[:0], n)[:n]
	first, second, at, marks := c.first, c.second[:n], rows.at[:n], rows.marks[column:]
	last := column == rows.width-1
	for r := range first {
		i := at[r]
		start, end := int(marks[i])+1, int(marks[i+1])
		word, size := load64(buf, start), uint(end-start)
		if byte(word) == '"' || last && buf[end-1] == '\r' || size > wordsSize {
			first[r], second[r] = noWords, 0
		} else if size <= 8 {
			first[r], second[r] = word&lowBytes[size], 0
		} else {
			first[r], second[r] = word, load64(buf, end-8)>>((wordsSize-size)*8&63)
		}
	}
}

// lookUp finds the numbers of the cells. Cells like the one above them need no
// search.
func (c *columnCells) lookUp(d *dictionary) {
	n := len(c.first)
	c.numbers = slices.Grow(c.numbers[:0], n)[:n]
	first, second, numbers := c.first, c.second[:n], c.numbers[:n]
	if len(d.entries) == 0 {
		clear(numbers)
		return
	}
	entries, shift, seeds := d.entries, d.shift&63, seeds
	var word, another uint64
	var number uint32
	for r, w := range first {
		if w != word || second[r] != another {
			word, another = w, second[r]
			e := &entries[hash(word, another, seeds)>>shift&uint64(len(entries)-1)]
			number = e.number
			if (e.first^word)|(e.second^another) != 0 {
				number = d.numberOf(word, another)
			}
		}
		numbers[r] = number
	}
}
