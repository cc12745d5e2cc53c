package scan

import (
	"bytes"
	"io"

	"apr/internal/table"
)

// Sizes, in bytes.
const (
	blockSize = 512 << 10
	// longestRecord is how far a block may grow for the sake of one record, as
	// where a quotation mark opens a cell and nothing closes it. The ledger
	// reads what is longer by itself.
	longestRecord = 4 << 20
	// lead bytes are before a block's text, the last of them a newline, and
	// spare ones behind it, so that a word can be read before any place in it and a
	// whole stride behind.
	lead  = stride
	spare = 2 * stride
)

// A block is a stretch of a ledger's text that begins and ends between records,
// and what was found in it.
type block struct {
	number int
	buf    []byte // text from lead on, then spare bytes
	text   []byte // in buf
	counts
	// replay says that the block is to be read record by record: it is
	// malformed, or its amounts are so large that the sums may overflow.
	replay bool
	// rest is what follows the block, where the ledger is to go on; nil
	// where another block follows or nothing does.
	rest io.Reader
}

// A blockReader cuts a text into blocks. The last newline with an even number
// of quotation marks before it ends a record, if the quoting is sound; if it
// isn't, the scanner stumbles over it in this block at the latest.
type blockReader struct {
	text   io.Reader
	size   int
	number int
	cut    []byte // the start of a record that the last block had no room for
	done   bool
}

// next fills a block. It returns false at the end of the text.
func (r *blockReader) next(b *block) bool {
	if r.done {
		return false
	}
	b.number, b.text, b.rest, b.replay = r.number, nil, nil, false
	r.number++
	size := max(r.size, 2*len(r.cut))
	for n := 0; ; size *= 2 {
		b.grow(lead + size + spare)
		text := b.buf[lead : len(b.buf)-spare]
		if n == 0 {
			n = copy(text, r.cut)
			r.cut = r.cut[:0]
		}
		m, err := fill(r.text, text[n:])
		n += m
		if err == io.EOF {
			r.done, b.text = true, text[:n]
			return n > 0
		}
		if end := recordEnd(text[:n]); end > 0 && err == nil {
			b.text = text[:end]
			r.cut = append(r.cut, text[end:n]...)
			return true
		} else if err != nil || n >= longestRecord {
			// The ledger says what is wrong and where.
			after := r.text
			if err != nil {
				after = table.ErrReader(err)
			}
			r.done, b.text = true, text[:end]
			b.rest = io.MultiReader(bytes.NewReader(bytes.Clone(text[end:n])), after)
			return true
		}
	}
}

// fill reads until p is full or there is an error, such as io.EOF.
func fill(text io.Reader, p []byte) (n int, err error) {
	for n < len(p) && err == nil {
		var m int
		m, err = text.Read(p[n:])
		n += m
	}
	return n, err
}

// grow makes room for size bytes and keeps what is there.
func (b *block) grow(size int) {
	if len(b.buf) < size {
		buf := make([]byte, size)
		copy(buf, b.buf)
		buf[lead-1] = '\n'
		b.buf = buf
	}
}

// recordEnd is where the last whole record ends, or 0.
func recordEnd(text []byte) int {
	quote := []byte{'"'}
	quotes, end := bytes.Count(text, quote), len(text)
	for {
		i := bytes.LastIndexByte(text[:end], '\n')
		if i < 0 {
			return 0
		}
		quotes -= bytes.Count(text[i+1:end], quote)
		if quotes%2 == 0 {
			return i + 1
		}
		end = i
	}
}
