package shaping

// context counts rules that look at the glyphs around.
func (w *layoutWalk) context(at int) {
	switch w.u16(at) {
	case 1, 2:
		w.under(at, w.u16(at+2), w.coverage)
		sets := at + 4
		if w.u16(at) == 2 {
			w.under(at, w.u16(at+4), w.classes)
			sets += 2
		}
		w.offsets(sets+2, w.u16(sets), at, func(set int) {
			w.list(set, 2, func(rule int) { w.rule(rule+4+2*max(w.u16(rule)-1, 0), w.u16(rule+2), w.u16(rule)) })
		})
	case 3:
		glyphs := w.u16(at + 2)
		w.offsets(at+6, glyphs, at, w.coverage)
		w.rule(at+6+2*glyphs, w.u16(at+4), glyphs)
	}
}

// chain counts rules that look at the glyphs before and behind as well.
func (w *layoutWalk) chain(at int) {
	switch w.u16(at) {
	case 1, 2:
		w.under(at, w.u16(at+2), w.coverage)
		sets := at + 4
		if w.u16(at) == 2 {
			for i := range 3 {
				w.under(at, w.u16(at+4+2*i), w.classes)
			}
			sets += 6
		}
		w.offsets(sets+2, w.u16(sets), at, func(set int) {
			w.list(set, 2, func(rule int) {
				end, glyphs := rule, 0
				for i := range 3 { // before, those themselves without the first, behind
					n := w.u16(end)
					glyphs += n
					if i == 1 {
						n = max(n-1, 0)
					}
					end += 2 + 2*n
				}
				w.rule(end+2, w.u16(end), glyphs)
			})
		})
	case 3:
		end, glyphs := at+2, 0
		for range 3 {
			n := w.u16(end)
			glyphs += n
			w.offsets(end+2, n, at, w.coverage)
			end += 2 + 2*n
		}
		w.rule(end+2, w.u16(end), glyphs)
	}
}

// rule counts what a rule does: the lookups that it calls, each at a glyph.
func (w *layoutWalk) rule(records, count, glyphs int) {
	if !w.spend(glyphs + 2*count) {
		return
	}
	var called []int
	for i := range count {
		called = append(called, w.u16(records+4*i+2))
	}
	if len(called) > 0 {
		w.now.of = append(w.now.of, called)
	}
}

// ends reports whether no lookup calls itself through others, and none calls too
// many.
func (w *layoutWalk) ends() bool {
	total := make([]int, len(w.calls)) // 0: not known yet, -1: being counted
	var calls func(lookup, depth int) int
	calls = func(lookup, depth int) int {
		const deepest = 20
		if depth > deepest {
			return mostCalls + 1
		}
		if lookup >= len(total) {
			return 1
		}
		if total[lookup] != 0 {
			return total[lookup]
		}
		total[lookup] = -1
		most := 0
		for _, rule := range w.calls[lookup].of {
			n := 0
			for _, called := range rule {
				c := calls(called, depth+1)
				if c < 0 || n+c > mostCalls {
					n = mostCalls + 1
					break
				}
				n += c
			}
			most = max(most, n)
		}
		total[lookup] = most + 1
		return most + 1
	}
	for lookup := range w.calls {
		if calls(lookup, 0) > mostCalls {
			return false
		}
	}
	return true
}
