package shaping

import (
	"encoding/binary"
	"maps"
	"slices"
)

// table is the bytes of one table of a font. What is read beyond its end is 0.
type table []byte

func (t table) u16(at int) int {
	if at < 0 || at+2 > len(t) {
		return 0
	}
	return int(binary.BigEndian.Uint16(t[at:]))
}

func (t table) i16(at int) int { return int(int16(t.u16(at))) }

func (t table) u32(at int) int {
	if at < 0 || at+4 > len(t) {
		return 0
	}
	return int(binary.BigEndian.Uint32(t[at:]))
}

// tables are a font's, by their tags.
type tables map[string]table

// How a font file begins.
const (
	kindTrueType   = "\x00\x01\x00\x00"
	kindApple      = "true"
	kindPostScript = "OTTO"
	kindCollection = "ttcf"
)

// mostTables is more than any font has.
const mostTables = 256

// readTables finds the tables of a font file; of a collection, those of its first
// font.
func readTables(data []byte) (tables, error) {
	at := 0
	if begins(data, 0) == kindCollection {
		if at = table(data).u32(12); at == 0 {
			return nil, errCutOff
		}
	}
	switch begins(data, at) {
	case kindTrueType, kindApple:
	case kindPostScript:
		return nil, &Unusable{"its outlines are those of PostScript (.otf), which aren't read", "use the TrueType version of the font (.ttf), which most are published as, too"}
	case "wOFF", "wOF2":
		return nil, &Unusable{"it is a font for web pages (.woff)", "use the font file that is installed on computers: .ttf or .ttc"}
	case "":
		return nil, errCutOff
	default:
		return nil, &Unusable{"it isn't a TrueType font", "expected a .ttf or .ttc file"}
	}
	count := table(data).u16(at + 4)
	if count == 0 || count > mostTables {
		return nil, errDamaged
	}
	found := tables{}
	for i := range count {
		entry := at + 12 + 16*i
		if entry+16 > len(data) {
			return nil, errCutOff
		}
		from, length := table(data).u32(entry+8), table(data).u32(entry+12)
		if from > len(data) || length > len(data)-from {
			return nil, errCutOff
		}
		found[string(data[entry:entry+4])] = slices.Clip(data[from : from+length])
	}
	for _, needed := range []string{"head", "maxp", "hhea", "hmtx", "cmap", "loca", "glyf"} {
		if len(found[needed]) == 0 {
			return nil, &Unusable{"it has no table " + needed, "a font file needs one: get the file again from where it is published"}
		}
	}
	return found, nil
}

func begins(data []byte, at int) string {
	if at < 0 || at+4 > len(data) {
		return ""
	}
	return string(data[at : at+4])
}

// file writes tables as a TrueType font file, each at a multiple of four bytes.
func (ts tables) file() []byte {
	tags := slices.Sorted(maps.Keys(ts))
	at := 12 + 16*len(tags)
	out := append([]byte(kindTrueType), byte(len(tags)>>8), byte(len(tags)))
	out = append(out, make([]byte, 6)...) // for a binary search that nobody does
	for _, tag := range tags {
		out = append(out, tag...)
		for _, v := range []uint32{checksum(tag, ts[tag]), uint32(at), uint32(len(ts[tag]))} {
			out = binary.BigEndian.AppendUint32(out, v)
		}
		at += (len(ts[tag]) + 3) &^ 3
	}
	for _, tag := range tags {
		out = padded(append(out, ts[tag]...))
	}
	return out
}

// pick is the tables with those tags that are there.
func (ts tables) pick(tags ...string) tables {
	out := tables{}
	for _, tag := range tags {
		if t := ts[tag]; len(t) > 0 {
			out[tag] = t
		}
	}
	return out
}
