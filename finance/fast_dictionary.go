package finance

import (
	"bytes"
	"math/bits"
	"math/rand/v2"
)

// Bounds of a dictionary.
const (
	maxEntries  = 1 << 13
	maxKeyBytes = 256 << 10
)

// A dictionary gives texts numbers. Texts of up to sixteen bytes are compared as
// two words, longer ones byte by byte: equal hashes never make two texts one.
// Lookups read up to seven bytes beyond a text's end.
type dictionary struct {
	entries []entry  // 1<<(64-shift), at most half of them taken
	seconds []uint64 // of the entries
	shift   uint
	taken   int
	keys    []byte
}

// An entry is empty where length is 0. Its first and second words are the text's
// first and last eight bytes, which may overlap; of a text of up to eight bytes
// those it has and zero, of one of more than sixteen a hash and its place in
// keys.
type entry struct {
	first  uint64
	length uint32 // and 1
	value  uint32
}

// seed makes hashes that nobody can choose texts for. Nothing that is printed
// depends on it.
var seed = rand.Uint64()

// lowBytes are the bits of a word that texts of 0 to 8 bytes take.
var lowBytes = [9]uint64{0, 1<<8 - 1, 1<<16 - 1, 1<<24 - 1, 1<<32 - 1, 1<<40 - 1, 1<<48 - 1, 1<<56 - 1, 1<<64 - 1}

// words are a text's words, but for the place of a long text in keys.
func words(buf []byte, start, end int) (first, second uint64) {
	first = load64(buf, start)
	n := end - start
	if n <= 8 {
		return first & lowBytes[n], 0
	}
	second = load64(buf, end-8)
	if n > 16 {
		h := mix(first ^ seed)
		for start += 8; start+8 < end; start += 8 {
			h = mix(h ^ load64(buf, start))
		}
		return mix(h ^ second), 0
	}
	return first, second
}

func mix(h uint64) uint64 {
	high, low := bits.Mul64(h, 0x9e3779b97f4a7c15)
	return high ^ low
}

// slot is where the search for a text of so many bytes begins.
func (d *dictionary) slot(first, second uint64, size uint) uint64 {
	return (mix(first^seed^uint64(size)) ^ mix(second)) >> (d.shift & 63) & uint64(len(d.entries)-1)
}

// find is the number of a text.
func (d *dictionary) find(buf []byte, start, end int) (value uint32, ok bool) {
	if len(d.entries) == 0 {
		return 0, false
	}
	length := uint32(end-start) + 1
	first, second := words(buf, start, end)
	for i := d.slot(first, second, uint(end-start)); ; i++ {
		i &= uint64(len(d.entries) - 1)
		switch e := &d.entries[i]; {
		case e.length == 0:
			return 0, false
		case e.first != first || e.length != length:
		case length <= 9 || length <= 17 && d.seconds[i] == second,
			length > 17 && bytes.Equal(d.keys[d.seconds[i]:d.seconds[i]+uint64(length-1)], buf[start:end]):
			return e.value, true
		}
	}
}

// put gives a text that isn't there a number, or returns false where there is no
// room.
func (d *dictionary) put(buf []byte, start, end int, value uint32) bool {
	if d.taken >= maxEntries || len(d.keys)+end-start > maxKeyBytes {
		return false
	}
	if d.taken*2 >= len(d.entries) {
		d.double()
	}
	e := entry{length: uint32(end-start) + 1, value: value}
	var second uint64
	e.first, second = words(buf, start, end)
	slot := d.slot(e.first, second, uint(end-start))
	if end-start > 16 {
		second = uint64(len(d.keys))
		d.keys = append(d.keys, buf[start:end]...)
	}
	d.insert(e, second, slot)
	d.taken++
	return true
}

func (d *dictionary) insert(e entry, second, i uint64) {
	for d.entries[i&uint64(len(d.entries)-1)].length != 0 {
		i++
	}
	i &= uint64(len(d.entries) - 1)
	d.entries[i], d.seconds[i] = e, second
}

func (d *dictionary) double() {
	entries, seconds := d.entries, d.seconds
	size := max(64, 2*len(entries))
	d.entries, d.seconds = make([]entry, size), make([]uint64, size)
	d.shift = uint(64 - bits.TrailingZeros(uint(size)))
	for i, e := range entries {
		if e.length == 0 {
			continue
		}
		second := seconds[i]
		if e.length > 17 {
			second = 0
		}
		d.insert(e, seconds[i], d.slot(e.first, second, uint(e.length-1)))
	}
}

// clear forgets all texts and keeps the room.
func (d *dictionary) clear() {
	clear(d.entries)
	d.taken, d.keys = 0, d.keys[:0]
}
