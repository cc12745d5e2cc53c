package shaping

// Bounds of a glyph that is made of others: how deep they are in one another and how
// many there are in all. The largest in use have about ten.
const (
	mostDepth = 8
	mostParts = 200
)

// What is true of a part of a glyph (OpenType, glyf, composite glyph flags).
const (
	argumentsAreWords = 0x0001
	hasScale          = 0x0008
	moreParts         = 0x0020
	hasTwoScales      = 0x0040
	hasMatrix         = 0x0080
)

// glyph is the bytes of a glyph's outline, empty for one that has none. ok is false
// where the font says that they are elsewhere than in its table.
func (ts tables) glyph(id int) (g table, ok bool) {
	loca, glyf := ts["loca"], ts["glyf"]
	var from, to int
	if ts["head"].u16(50) == 0 {
		if 2*id+4 > len(loca) {
			return nil, false
		}
		from, to = 2*loca.u16(2*id), 2*loca.u16(2*id+2)
	} else {
		if 4*id+8 > len(loca) {
			return nil, false
		}
		from, to = loca.u32(4*id), loca.u32(4*id+4)
	}
	if from > to || to > len(glyf) {
		return nil, false
	}
	return glyf[from:to], true
}

// parts are the glyphs that a glyph is made of, nil for one with its own outline.
func (g table) parts() []int {
	if len(g) < 10 || g.i16(0) >= 0 {
		return nil
	}
	var ids []int
	for at := 10; at+4 <= len(g) && len(ids) <= mostParts; {
		flags := g.u16(at)
		ids = append(ids, g.u16(at+2))
		at += 6
		if flags&argumentsAreWords != 0 {
			at += 2
		}
		switch {
		case flags&hasScale != 0:
			at += 2
		case flags&hasTwoScales != 0:
			at += 4
		case flags&hasMatrix != 0:
			at += 8
		}
		if flags&moreParts == 0 {
			break
		}
	}
	return ids
}

// checkGlyphs refuses glyphs that contain themselves or far too many others, which
// would take for ever to draw.
func (f *Font) checkGlyphs(count int) error {
	total := make([]int, count) // of parts in all; 0: not known yet, -1: being counted
	var parts func(id, depth int) int
	parts = func(id, depth int) int {
		if id >= count || depth > mostDepth {
			return mostParts + 1
		}
		if total[id] != 0 {
			return total[id]
		}
		g, ok := f.tables.glyph(id)
		if !ok {
			return mostParts + 1
		}
		total[id] = -1
		n := 1
		for _, part := range g.parts() {
			of := parts(part, depth+1)
			if of < 0 || n+of > mostParts {
				n = mostParts + 1
				break
			}
			n += of
		}
		total[id] = n
		return n
	}
	for id := range count {
		if _, ok := f.tables.glyph(id); !ok {
			return &Unusable{"it is damaged: the outline of a glyph lies outside its table", again}
		}
		if parts(id, 0) > mostParts {
			return &Unusable{"it is damaged: a glyph is made of itself, or of far too many others", again}
		}
	}
	return nil
}
