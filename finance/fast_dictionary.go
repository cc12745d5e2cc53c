package finance

import (
	"bytes"
	"encoding/binary"
	"math/bits"
	"math/rand/v2"
)

// Bounds of a dictionary: values beyond them are worked out line by line.
const (
	maxEntries  = 1 << 14
	maxKeyBytes = 512 << 10
)

// A dictionary gives texts numbers. Texts of up to eight bytes are compared as
// words, longer ones byte by byte: equal hashes never make two texts one.
// Lookups read up to seven bytes beyond a text's end.
type dictionary struct {
	entries []entry // 1<<(64-shift), at most half of them taken
	shift   uint
	taken   int
	keys    []byte
}

// An entry is empty where length is 0.
type entry struct {
	word          uint64 // the text, or the hash of one that is longer
	length        uint32 // and 1
	offset, value uint32 // offset of a longer text in keys
}

// seed makes hashes that nobody can choose texts for. Nothing that is printed
// depends on it.
var seed = rand.Uint64()

// short are the bits of a word that texts of 0 to 8 bytes take.
var short = [9]uint64{0, 1<<8 - 1, 1<<16 - 1, 1<<24 - 1, 1<<32 - 1, 1<<40 - 1, 1<<48 - 1, 1<<56 - 1, 1<<64 - 1}

// textWord is the text as a word, or its hash, and n tells them apart.
func textWord(buf []byte, start, end int) uint64 {
	n := end - start
	w := binary.LittleEndian.Uint64(buf[start:])
	if n <= 8 {
		return w & short[n]
	}
	h := mix(w ^ seed)
	for start += 8; start+8 < end; start += 8 {
		h = mix(h ^ binary.LittleEndian.Uint64(buf[start:]))
	}
	return mix(h ^ binary.LittleEndian.Uint64(buf[end-8:]))
}

func mix(h uint64) uint64 {
	high, low := bits.Mul64(h, 0x9e3779b97f4a7c15)
	return high ^ low
}

// find is the number of a text.
func (d *dictionary) find(buf []byte, start, end int) (value int, ok bool) {
	entries := d.entries
	if len(entries) == 0 {
		return 0, false
	}
	length := uint32(end-start) + 1
	var w uint64
	if length <= 9 {
		w = binary.LittleEndian.Uint64(buf[start:]) & short[length-1]
	} else {
		w = textWord(buf, start, end)
	}
	for i := mix(w^seed^uint64(length)) >> d.shift; ; i++ {
		e := &entries[i&uint64(len(entries)-1)]
		if e.word == w && e.length == length && (length <= 9 || bytes.Equal(d.keys[e.offset:e.offset+length-1], buf[start:end])) {
			return int(e.value), true
		}
		if e.length == 0 {
			return 0, false
		}
	}
}

// put gives a text that isn't there a number, or returns false where there is no
// room.
func (d *dictionary) put(buf []byte, start, end, value int) bool {
	if d.taken >= maxEntries || len(d.keys)+end-start > maxKeyBytes {
		return false
	}
	if d.taken*2 >= len(d.entries) {
		d.double()
	}
	e := entry{word: textWord(buf, start, end), length: uint32(end-start) + 1, offset: uint32(len(d.keys)), value: uint32(value)}
	if end-start > 8 {
		d.keys = append(d.keys, buf[start:end]...)
	}
	d.insert(e)
	d.taken++
	return true
}

func (d *dictionary) insert(e entry) {
	i := mix(e.word^seed^uint64(e.length)) >> d.shift
	for d.entries[i&uint64(len(d.entries)-1)].length != 0 {
		i++
	}
	d.entries[i&uint64(len(d.entries)-1)] = e
}

func (d *dictionary) double() {
	old := d.entries
	size := max(256, 2*len(old))
	d.entries = make([]entry, size)
	d.shift = uint(64 - bits.TrailingZeros(uint(size)))
	for _, e := range old {
		if e.length != 0 {
			d.insert(e)
		}
	}
}
