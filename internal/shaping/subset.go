package shaping

import (
	"bytes"
	"compress/zlib"
	"encoding/binary"
	"maps"
	"slices"
)

// Passage is text in a language.
type Passage struct{ Text, Lang string }

// mostEmbedded is the largest font, compressed, that a page holds.
const mostEmbedded = 1 << 20

// TooLarge is the error of WOFF for a font that is too large for a page.
// Whole is true where its licence doesn't let it be divided.
type TooLarge struct {
	Bytes, Most int
	Whole       bool
}

func (e *TooLarge) Error() string { return "the font is too large for a page" }

// WOFF is the part of the font that passages need, as a font for web pages (WOFF 1.0).
// Its glyphs keep their numbers, so that the rules for setting them go on being right;
// those that aren't needed are empty. Characters that aren't there are left out of its
// map, so that a browser takes them from another font. A font whose licence doesn't
// let it be divided is given whole.
func (f *Font) WOFF(passages []Passage, own func(rune) bool) ([]byte, error) {
	glyphs, chars := map[int]bool{0: true}, map[rune]int{}
	for _, p := range passages {
		words, err := f.Words(p.Text, p.Lang, own)
		if err != nil {
			return nil, err
		}
		for _, w := range words {
			for _, g := range w.Glyphs {
				glyphs[g.id] = true
			}
		}
		for _, r := range readable(p.Text) {
			f.character(r, glyphs, chars)
		}
	}
	f.character(' ', glyphs, chars)
	part := f.tables
	if f.divided {
		part = f.part(glyphs, chars)
	}
	woff := woffOf(part)
	if len(woff) > mostEmbedded {
		return nil, &TooLarge{len(woff), mostEmbedded, !f.divided}
	}
	return woff, nil
}

// character adds a character and its glyph.
func (f *Font) character(r rune, glyphs map[int]bool, chars map[rune]int) {
	f.mu.Lock()
	defer f.mu.Unlock()
	if g, ok := f.face.NominalGlyph(r); ok && g != 0 {
		glyphs[int(g)], chars[r] = true, int(g)
	}
}

// part is the font with some glyphs and characters alone.
func (f *Font) part(glyphs map[int]bool, chars map[rune]int) tables {
	out := f.tables.pick("head", "maxp", "hhea", "hmtx", "OS/2", "name", "GSUB", "GPOS", "GDEF", "cvt ", "fpgm", "prep", "gasp")
	count := f.tables["maxp"].u16(4)
	todo := slices.Collect(maps.Keys(glyphs))
	for len(todo) > 0 { // and those that they are made of
		id := todo[len(todo)-1]
		todo = todo[:len(todo)-1]
		g, _ := f.tables.glyph(id)
		for _, part := range g.parts() {
			if !glyphs[part] {
				glyphs[part] = true
				todo = append(todo, part)
			}
		}
	}
	var glyf, loca table
	for id := range count {
		loca = binary.BigEndian.AppendUint32(loca, uint32(len(glyf)))
		if glyphs[id] {
			g, _ := f.tables.glyph(id)
			glyf = append(glyf, g...)
			for len(glyf)%4 != 0 {
				glyf = append(glyf, 0)
			}
		}
	}
	loca = binary.BigEndian.AppendUint32(loca, uint32(len(glyf)))
	if len(glyf) == 0 {
		glyf = table{0, 0, 0, 0}
	}
	head := bytes.Clone(out["head"])
	head[50], head[51] = 0, 1 // long offsets
	out["head"], out["glyf"], out["loca"] = head, glyf, loca
	out["hmtx"] = f.metrics(glyphs)
	out["cmap"] = mapOf(chars)
	out["post"] = noNames()
	return out
}

// noNames is a table post without names of glyphs.
func noNames() table { return append(table{0, 3, 0, 0}, make([]byte, 28)...) }

// metrics are the widths of some glyphs; the others' are 0, which compress well.
func (f *Font) metrics(glyphs map[int]bool) table {
	out := bytes.Clone(f.tables["hmtx"])
	long := f.tables["hhea"].u16(34)
	for id := range long - 1 { // the last one's is that of all that follow
		if !glyphs[id] && 4*id+4 <= len(out) {
			clear(out[4*id : 4*id+4])
		}
	}
	return out
}

// mapOf is a table cmap: of the basic plane in format 4, which every browser reads, and
// of all in format 12.
func mapOf(chars map[rune]int) table {
	sorted := slices.Sorted(maps.Keys(chars))
	basic := slices.Clone(sorted)
	basic = slices.DeleteFunc(basic, func(r rune) bool { return r >= 0xffff })
	const most = 8000 // as many as the format has room for
	basic = basic[:min(len(basic), most)]
	n := len(basic) + 1
	var four table
	put := func(values ...int) {
		for _, v := range values {
			four = binary.BigEndian.AppendUint16(four, uint16(v))
		}
	}
	log, power := 0, 1
	for power*2 <= n {
		log, power = log+1, power*2
	}
	put(4, 16+8*n, 0, 2*n, 2*power, log, 2*n-2*power)
	for _, r := range basic {
		put(int(r))
	}
	put(0xffff, 0)
	for _, r := range basic {
		put(int(r))
	}
	put(0xffff)
	for _, r := range basic {
		put(chars[r] - int(r))
	}
	put(1)
	for range n {
		put(0)
	}
	var twelve table
	for _, v := range []int{12 << 16, 16 + 12*len(sorted), 0, len(sorted)} {
		twelve = binary.BigEndian.AppendUint32(twelve, uint32(v))
	}
	for _, r := range sorted {
		for _, v := range []int{int(r), int(r), chars[r]} {
			twelve = binary.BigEndian.AppendUint32(twelve, uint32(v))
		}
	}
	out := table{0, 0, 0, 2, 0, 3, 0, 1, 0, 0, 0, 20, 0, 3, 0, 10}
	out = binary.BigEndian.AppendUint32(out, uint32(20+len(four)))
	return slices.Concat(out, four, twelve)
}

// woffOf writes tables as a font for web pages (WOFF 1.0, W3C Recommendation).
func woffOf(ts tables) []byte {
	tags := slices.Sorted(maps.Keys(ts))
	const header, entry = 44, 20
	var directory, content []byte
	whole := 12 + 16*len(tags)
	for _, tag := range tags {
		t := ts[tag]
		packed := compressed(t)
		directory = append(directory, tag...)
		for _, v := range []int{header + entry*len(tags) + len(content), len(packed), len(t)} {
			directory = binary.BigEndian.AppendUint32(directory, uint32(v))
		}
		directory = binary.BigEndian.AppendUint32(directory, checksum(tag, t))
		content = padded(append(content, packed...))
		whole += (len(t) + 3) &^ 3
	}
	out := []byte("wOFF\x00\x01\x00\x00")
	out = binary.BigEndian.AppendUint32(out, uint32(header+len(directory)+len(content)))
	out = binary.BigEndian.AppendUint16(out, uint16(len(tags)))
	out = binary.BigEndian.AppendUint16(out, 0)
	out = binary.BigEndian.AppendUint32(out, uint32(whole))
	out = append(out, 0, 1, 0, 0) // version 1.0
	out = append(out, make([]byte, header-len(out))...)
	return slices.Concat(out, directory, content)
}

func padded(b []byte) []byte {
	for len(b)%4 != 0 {
		b = append(b, 0)
	}
	return b
}

// compressed is a table as WOFF holds it: as it is where that is no longer.
func compressed(t table) []byte {
	var b bytes.Buffer
	w, _ := zlib.NewWriterLevel(&b, zlib.BestCompression) // the level is sound
	_, _ = w.Write(t)                                     // a buffer takes all
	_ = w.Close()
	if b.Len() >= len(t) {
		return t
	}
	return b.Bytes()
}

// checksum is a table's: of head without the file's.
func checksum(tag string, t table) (sum uint32) {
	if tag == "head" && len(t) >= 12 {
		t = bytes.Clone(t)
		clear(t[8:12])
	}
	for at := 0; at < len(t); at += 4 {
		var four [4]byte
		copy(four[:], t[at:])
		sum += binary.BigEndian.Uint32(four[:])
	}
	return sum
}
