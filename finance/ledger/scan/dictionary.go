package scan

import "math/rand/v2"

// Bounds of a dictionary.
const (
	maxEntries  = 1 << 13
	maxKeyBytes = 256 << 10
)

// A dictionary gives texts numbers. Texts have no NUL bytes, so that those of up
// to sixteen bytes are known by two words; longer ones are kept as they are.
// Equal hashes never make two texts one.
type dictionary struct {
	entries []entry // 1<<(64-shift), seven eighths of them empty unless there are many
	shift   uint
	taken   int
	long    map[string]uint32
	bytes   int // of the long texts
}

// An entry is a text of up to sixteen bytes: those it has, and then zeros.
type entry struct {
	first, second uint64
	number        uint32 // of the text, and 1; an empty entry has 0
}

// seeds make hashes that nobody can choose texts for. Nothing that is printed
// depends on them.
var seeds = [2]uint64{rand.Uint64(), rand.Uint64()}

// wordsSize is how long a text may be to be known by its words.
const wordsSize = 16

// lowBytes are the bits of a word that texts of 0 to 8 bytes take.
var lowBytes = [9]uint64{0, 1<<8 - 1, 1<<16 - 1, 1<<24 - 1, 1<<32 - 1, 1<<40 - 1, 1<<48 - 1, 1<<56 - 1, 1<<64 - 1}

// words are the words of a text of up to sixteen bytes. Up to seven bytes beyond
// its end are read.
func words(buf []byte, start, end int) (first, second uint64) {
	first = load64(buf, start)
	if n := uint(end - start); n <= 8 {
		return first & lowBytes[n], 0
	}
	return first, load64(buf, end-8) >> (uint(wordsSize-(end-start)) * 8 & 63)
}

// find is the number of a text.
func (d *dictionary) find(buf []byte, start, end int) (number uint32, ok bool) {
	if end-start > wordsSize {
		number, ok = d.long[string(buf[start:end])]
		return number, ok
	}
	first, second := words(buf, start, end)
	number = d.numberOf(first, second)
	return number - 1, number > 0
}

// numberOf is the number, and 1, of a text that is known by its words, or 0.
func (d *dictionary) numberOf(first, second uint64) uint32 {
	if len(d.entries) == 0 {
		return 0
	}
	for i := d.slot(first, second); ; i++ {
		e := &d.entries[i&uint64(len(d.entries)-1)]
		if e.number == 0 || e.first == first && e.second == second {
			return e.number
		}
	}
}

// slot is where the search for a text begins.
func (d *dictionary) slot(first, second uint64) uint64 {
	return hash(first, second, seeds) >> (d.shift & 63)
}

// hash mixes the words of a text so that its upper bits differ as if by chance.
func hash(first, second uint64, seeds [2]uint64) uint64 {
	h := (first ^ seeds[0]) * 0x9e3779b97f4a7c15
	return (h ^ h>>32 ^ second ^ seeds[1]) * 0xd1342543de82ef95
}

// put gives a text that isn't there a number, or returns false where there is no
// room.
func (d *dictionary) put(buf []byte, start, end int, number uint32) bool {
	if d.taken >= maxEntries {
		return false
	}
	if end-start > wordsSize {
		if d.bytes += end - start; d.bytes > maxKeyBytes {
			return false
		}
		if d.long == nil {
			d.long = map[string]uint32{}
		}
		d.long[string(buf[start:end])] = number
		d.taken++
		return true
	}
	if d.taken*8 >= len(d.entries) && len(d.entries) < 2*maxEntries {
		d.double()
	}
	first, second := words(buf, start, end)
	d.insert(entry{first, second, number + 1})
	d.taken++
	return true
}

func (d *dictionary) insert(e entry) {
	i := d.slot(e.first, e.second)
	for ; d.entries[i&uint64(len(d.entries)-1)].number != 0; i++ {
	}
	d.entries[i&uint64(len(d.entries)-1)] = e
}

func (d *dictionary) double() {
	entries := d.entries
	if len(entries) == 0 {
		d.entries, d.shift = make([]entry, 64), 64-6
		return
	}
	d.entries, d.shift = make([]entry, 2*len(entries)), d.shift-1
	for _, e := range entries {
		if e.number != 0 {
			d.insert(e)
		}
	}
}

// clear forgets all texts and keeps the room.
func (d *dictionary) clear() {
	clear(d.entries)
	clear(d.long)
	d.taken, d.bytes = 0, 0
}
