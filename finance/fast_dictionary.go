package finance

import (
	"bytes"
	"encoding/binary"
	"math/bits"
	"math/rand/v2"
)

// Bounds of a dictionary: texts beyond them are worked out line by line.
const (
	maxEntries  = 1 << 14
	maxKeyBytes = 512 << 10
)

// A dictionary gives texts numbers. Texts of up to sixteen bytes are compared as
// two words, longer ones byte by byte: equal hashes never make two texts one.
// Lookups read up to seven bytes beyond a text's end.
type dictionary struct {
	entries []entry // 1<<(64-shift), at most half of them taken
	shift   uint
	taken   int
	keys    []byte
}

// An entry is empty where length is 0. The words are the text's first and last
// eight bytes, which overlap, or those it has with zeros behind them and zero;
// of a text longer than sixteen bytes its hash and where it is in keys.
type entry struct {
	first, second uint64
	length        uint32 // and 1
	value         uint32
}

// seed makes hashes that nobody can choose texts for. Nothing that is printed
// depends on it.
var seed = rand.Uint64()

// short are the bits of a word that texts of 0 to 8 bytes take.
var short = [9]uint64{0, 1<<8 - 1, 1<<16 - 1, 1<<24 - 1, 1<<32 - 1, 1<<40 - 1, 1<<48 - 1, 1<<56 - 1, 1<<64 - 1}

// words are a text's words, but for the place of a long text in keys.
func words(buf []byte, start, end int) (first, second uint64) {
	first = binary.LittleEndian.Uint64(buf[start:])
	n := end - start
	if n <= 8 {
		return first & short[n], 0
	}
	second = binary.LittleEndian.Uint64(buf[end-8:])
	if n > 16 {
		h := mix(first ^ seed)
		for start += 8; start+8 < end; start += 8 {
			h = mix(h ^ binary.LittleEndian.Uint64(buf[start:]))
		}
		return mix(h ^ second), 0
	}
	return first, second
}

func mix(h uint64) uint64 {
	high, low := bits.Mul64(h, 0x9e3779b97f4a7c15)
	return high ^ low
}

// home is where the search for an entry begins.
func home(first, second uint64, length uint32) uint64 {
	return mix(first^seed^uint64(length)) ^ mix(second)
}

// find is the number of a text.
func (d *dictionary) find(buf []byte, start, end int) (value uint32, ok bool) {
	entries := d.entries
	if len(entries) == 0 {
		return 0, false
	}
	length := uint32(end-start) + 1
	var first, second, h uint64
	if length <= 9 {
		first = binary.LittleEndian.Uint64(buf[start:]) & short[length-1]
		h = mix(first ^ seed ^ uint64(length))
	} else {
		first, second = words(buf, start, end)
		h = home(first, second, length)
	}
	for i := h >> (d.shift & 63); ; i++ {
		e := &entries[i&uint64(len(entries)-1)]
		if e.first == first && e.length == length && (e.second == second || length > 17) {
			if length <= 17 || bytes.Equal(d.keys[e.second:e.second+uint64(length-1)], buf[start:end]) {
				return e.value, true
			}
		}
		if e.length == 0 {
			return 0, false
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
	e.first, e.second = words(buf, start, end)
	h := home(e.first, e.second, e.length)
	if end-start > 16 {
		e.second = uint64(len(d.keys))
		d.keys = append(d.keys, buf[start:end]...)
	}
	d.insert(e, h)
	d.taken++
	return true
}

func (d *dictionary) insert(e entry, h uint64) {
	i := h >> (d.shift & 63)
	for d.entries[i&uint64(len(d.entries)-1)].length != 0 {
		i++
	}
	d.entries[i&uint64(len(d.entries)-1)] = e
}

func (d *dictionary) double() {
	old := d.entries
	size := max(64, 2*len(old))
	d.entries = make([]entry, size)
	d.shift = uint(64 - bits.TrailingZeros(uint(size)))
	for _, e := range old {
		if e.length == 0 {
			continue
		}
		h := home(e.first, e.second, e.length)
		if e.length > 17 {
			h = home(e.first, 0, e.length)
		}
		d.insert(e, h)
	}
}

// clear forgets all texts and keeps the room.
func (d *dictionary) clear() {
	clear(d.entries)
	d.taken, d.keys = 0, d.keys[:0]
}
