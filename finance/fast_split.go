package finance

import (
	"bytes"
	"encoding/binary"
	"math/bits"
)

// splitting is how a record ended.
type splitting int

const (
	whole splitting = iota
	empty
	malformed
)

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
	separator, separators := s.separator, uint64(s.separator)*ones
	starts, ends := s.starts, s.ends[:len(s.starts)]
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
				a, b, q := word^separators, word^newlines, word^quotes
				// The high bit of the first byte that is one of the three, and
				// perhaps of some after it.
				found := ((a-ones)&^a | (b-ones)&^b | (q-ones)&^q) & (0x80 * ones)
				if found != 0 {
					i += bits.TrailingZeros64(found) / 8
					break
				}
				i += 8
			}
			last = i
		}
		at := buf[i]
		if at == '\n' && last == i && last > first && buf[last-1] == '\r' {
			last--
		}
		if n < len(starts) {
			starts[n], ends[n] = first, last
		}
		n++
		i++
		if at != separator {
			if at != '\n' {
				return 0, 0, malformed
			}
			c.newlines++
			return n, i, whole
		}
	}
}

// Words of eight equal bytes.
const (
	ones     = 0x0101010101010101
	newlines = '\n' * ones
	quotes   = '"' * ones
)

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

// splitPlain finds the cells of the record at i, and where the next one begins,
// trusting that it has as many cells as the header, no line break within quotes
// and no quotation mark within a cell that isn't quoted. Where it isn't so it may
// return -1 or anything else; it then hasn't met all the newlines or quotation
// marks of the block, by which its caller finds out.
func (s *scanner) splitPlain(buf []byte, i, end int) (next int) {
	s.escaped = false
	separator, separators := s.separator, uint64(s.separator)*ones
	starts, ends := s.starts, s.ends[:len(s.starts)]
	final := len(starts) - 1
	for n := range starts {
		first := i
		switch {
		case buf[i] == '"':
			if i = s.quoted(buf, n, i+1, end); i < 0 {
				return -1
			}
		case n < final:
			for {
				word := binary.LittleEndian.Uint64(buf[i:]) ^ separators
				if found := (word - ones) &^ word & (0x80 * ones); found != 0 {
					i += bits.TrailingZeros64(found) / 8
					break
				}
				if i += 8; i >= end {
					return -1
				}
			}
			starts[n], ends[n] = first, i
		default:
			for buf[i] != '\n' && buf[i] != separator {
				i++
			}
			starts[n], ends[n] = first, i
			if i > first && buf[i-1] == '\r' {
				ends[n]--
			}
		}
		if n < final && buf[i] != separator || i >= end {
			return -1
		}
		i++
	}
	if buf[i-1] != '\n' {
		return -1
	}
	return i
}

// quoted finds the n-th cell, which begins behind a quotation mark, and returns
// where the separator behind it should stand, or -1.
func (s *scanner) quoted(buf []byte, n, first, end int) (next int) {
	for i := first; ; i += 2 {
		j := bytes.IndexByte(buf[i:end], '"')
		if j < 0 {
			return -1
		}
		s.quotes += 2
		if i += j; buf[i+1] != '"' {
			s.starts[n], s.ends[n] = first, i
			if i++; buf[i] == '\r' && buf[i+1] == '\n' {
				i++
			}
			return i
		}
		s.escaped = s.escaped || s.needed[n]
	}
}
