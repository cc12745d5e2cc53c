package shaping

// The tables GSUB, GPOS and GDEF are trees of offsets, and several may lead to the same
// place: a file of some kilobytes can say that it has a milliard rules. They are walked
// here once, as deep as the library goes, and what it would make of them is counted. A
// font that is sound is about as large in memory as it is in its file, with what is
// shared counted each time.

// mostShared is how many times as large a table may become by what is shared in it.
const mostShared = 16

// mostCalls is how many times the rules of one lookup may call others, with those that
// these call: the library would go on.
const mostCalls = 20_000

// layoutWalk counts what a table says.
type layoutWalk struct {
	table
	positions bool // GPOS rather than GSUB
	left      int  // how much more it may say
	// calls are the lookups that each lookup's rules call: those of the rule that calls
	// most.
	calls []callList
	now   *callList
}

type callList struct{ of [][]int }

func (w *layoutWalk) spend(n int) bool {
	w.left -= max(n, 1)
	return w.left >= 0
}

var errLayout = &Unusable{"it is damaged: its rules for setting text are larger than the font, or call each other without end", again}

// checkLayout holds GSUB or GPOS to bounds. It is given back without what is for
// variable fonts.
func checkLayout(t table, positions bool) (table, error) {
	if len(t) < 10 {
		return nil, errDamaged
	}
	w := &layoutWalk{table: t, positions: positions, left: mostShared*len(t) + 1<<16}
	w.list(w.u16(4), 6, w.script)
	w.list(w.u16(6), 6, func(feature int) { w.spend(w.u16(feature + 2)) })
	lookups := w.u16(8)
	w.calls = make([]callList, w.u16(lookups))
	n := 0
	w.list(lookups, 2, func(at int) {
		w.now = &w.calls[n]
		n++
		w.lookup(at)
	})
	if w.left < 0 || !w.ends() {
		return nil, errLayout
	}
	out := append(table(nil), t...)
	out[2], out[3] = 0, 0 // version 1.0: without what is for variable fonts
	return out, nil
}

// script counts what a script has for its languages: the numbers of features.
func (w *layoutWalk) script(at int) {
	for i := range w.u16(at+2) + 1 {
		offset := w.u16(at)
		if i > 0 {
			offset = w.u16(at + 4 + 6*i - 2)
		}
		if offset != 0 && !w.spend(w.u16(at+offset+4)+2) {
			return
		}
	}
}

// list goes through the offsets of a list, each in an entry of some bytes, at its end.
// They are from where the list begins.
func (w *layoutWalk) list(at, entry int, each func(at int)) {
	for i := range w.u16(at) {
		if !w.spend(1) {
			return
		}
		if offset := w.u16(at + 2 + entry*i + entry - 2); offset != 0 {
			each(at + offset)
		}
	}
}

// offsets goes through offsets that are from another place than where they are.
func (w *layoutWalk) offsets(at, count, from int, each func(at int)) {
	for i := range count {
		if !w.spend(1) {
			return
		}
		if offset := w.u16(at + 2*i); offset != 0 {
			each(from + offset)
		}
	}
}

// lookup counts a lookup's subtables. The kinds are those of GSUB and, with 2 less,
// of GPOS.
func (w *layoutWalk) lookup(at int) {
	kind := w.u16(at)
	w.offsets(at+6, w.u16(at+4), at, func(sub int) { w.subtable(kind, sub) })
}

func (w *layoutWalk) subtable(kind, at int) {
	extension := 7
	if w.positions {
		extension = 9
	}
	if kind == extension {
		if kind = w.u16(at + 2); kind == extension {
			w.left = -1
			return
		}
		at += w.u32(at + 4)
	}
	if at >= len(w.table) {
		w.left = -1
		return
	}
	switch {
	case w.positions && kind == 7, !w.positions && kind == 5:
		w.context(at)
	case w.positions && kind == 8, !w.positions && kind == 6:
		w.chain(at)
	case w.positions:
		w.position(kind, at)
	default:
		w.substitution(kind, at)
	}
}

// under goes to what is at an offset from a place, where there is one.
func (w *layoutWalk) under(at, offset int, what func(at int)) {
	if offset != 0 {
		what(at + offset)
	}
}

func (w *layoutWalk) coverage(at int) {
	if w.u16(at) == 1 {
		w.spend(w.u16(at + 2))
		return
	}
	w.spend(3 * w.u16(at+2))
}

func (w *layoutWalk) classes(at int) {
	if w.u16(at) == 1 {
		w.spend(w.u16(at + 4))
		return
	}
	w.spend(3 * w.u16(at+2))
}

func (w *layoutWalk) substitution(kind, at int) {
	w.under(at, w.u16(at+2), w.coverage)
	switch kind {
	case 1: // one for one; in format 1 by a number that is added
		if w.u16(at) == 2 {
			w.spend(w.u16(at + 4))
		}
	case 2, 3: // several for one, one of several
		w.offsets(at+6, w.u16(at+4), at, func(set int) { w.spend(w.u16(set)) })
	case 4: // ligatures
		w.offsets(at+6, w.u16(at+4), at, func(set int) {
			w.list(set, 2, func(ligature int) { w.spend(w.u16(ligature + 2)) })
		})
	case 8: // backwards
		before := w.u16(at + 4)
		w.offsets(at+6, before, at, w.coverage)
		after := at + 6 + 2*before
		w.offsets(after+2, w.u16(after), at, w.coverage)
		w.spend(w.u16(after + 2 + 2*w.u16(after)))
	}
}

func (w *layoutWalk) position(kind, at int) {
	if kind != 4 && kind != 5 && kind != 6 {
		w.under(at, w.u16(at+2), w.coverage)
	}
	switch kind {
	case 1: // one glyph
		if w.u16(at) == 1 {
			w.values(at+6, 1, 0, w.u16(at+4), 0, at)
			return
		}
		w.values(at+8, w.u16(at+6), 0, w.u16(at+4), 0, at)
	case 2:
		w.pairs(at)
	case 3: // entries and exits
		w.offsets(at+6, 2*w.u16(at+4), at, w.anchor)
	case 4, 5, 6: // marks on bases, ligatures and marks
		w.under(at, w.u16(at+2), w.coverage)
		w.under(at, w.u16(at+4), w.coverage)
		marks, bases, classes := at+w.u16(at+8), at+w.u16(at+10), w.u16(at+6)
		w.list(marks, 4, w.anchor)
		if kind == 5 {
			w.list(bases, 2, func(ligature int) { w.offsets(ligature+2, w.u16(ligature)*classes, ligature, w.anchor) })
			return
		}
		w.offsets(bases+2, w.u16(bases)*classes, bases, w.anchor)
	}
}

func (w *layoutWalk) pairs(at int) {
	first, second := w.u16(at+4), w.u16(at+6)
	if w.u16(at) == 1 {
		w.offsets(at+10, w.u16(at+8), at, func(set int) { w.values(set+2, w.u16(set), 2, first, second, set) })
		return
	}
	w.under(at, w.u16(at+8), w.classes)
	w.under(at, w.u16(at+10), w.classes)
	w.values(at+16, w.u16(at+12)*w.u16(at+14), 0, first, second, at)
}

// values counts records of one or two values, after some bytes each.
func (w *layoutWalk) values(at, count, head, first, second, from int) {
	const devices = 0x00f0
	size := func(format int) (n int) {
		for bit := 1; bit < 0x100; bit <<= 1 {
			if format&bit != 0 {
				n += 2
			}
		}
		return n
	}
	step := head + size(first) + size(second)
	if first&devices == 0 && second&devices == 0 {
		w.spend(count * max(step/2, 1) * 2)
		return
	}
	for i := range count {
		value := at + i*step + head
		if !w.spend(step) || value > len(w.table) {
			return
		}
		for _, format := range [2]int{first, second} {
			for bit := 1; bit < 0x100; bit <<= 1 {
				if format&bit == 0 {
					continue
				}
				if bit&devices != 0 && w.u16(value) != 0 {
					w.device(from + w.u16(value))
				}
				value += 2
			}
		}
	}
}

func (w *layoutWalk) anchor(at int) {
	if w.u16(at) == 3 {
		for _, device := range [2]int{w.u16(at + 6), w.u16(at + 8)} {
			if device != 0 {
				w.device(at + device)
			}
		}
	}
	w.spend(3)
}

// device counts corrections for sizes of pixels.
func (w *layoutWalk) device(at int) {
	if w.u16(at+4) <= 3 {
		w.spend(w.u16(at+2) - w.u16(at) + 1)
	}
}

// checkDefinitions holds GDEF to bounds. It is given back without the points and carets
// that nothing here uses, and without what is for variable fonts.
func checkDefinitions(t table) (table, error) {
	if len(t) < 12 {
		return nil, errDamaged
	}
	w := &layoutWalk{table: t, left: mostShared*len(t) + 1<<16}
	w.under(0, w.u16(4), w.classes)
	w.under(0, w.u16(10), w.classes)
	out := append(table(nil), t...)
	clear(out[6:10])
	if t.u16(0) == 1 && t.u16(2) >= 2 && len(t) >= 14 {
		out[3] = 2
		if sets := w.u16(12); sets != 0 {
			for i := range w.u16(sets + 2) {
				if !w.spend(1) {
					break
				}
				w.under(sets, w.u32(sets+4+4*i), w.coverage)
			}
		}
	}
	if w.left < 0 {
		return nil, errLayout
	}
	return out, nil
}
