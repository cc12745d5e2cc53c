package words

import (
	"strings"

	"github.com/sergi/go-diff/diffmatchpatch"
)

// aligned is which unit of b each unit of a is, -1 for none, in order.
func aligned(a, b []string) []int {
	out := make([]int, len(a))
	for i := range out {
		out[i] = -1
	}
	runes := map[string]rune{}
	code := func(keys []string) []rune {
		coded := make([]rune, len(keys))
		for i, k := range keys {
			c, known := runes[k]
			if !known {
				c = rune(0x4e00 + len(runes)) // letters, which no code of UTF-8 breaks
				if c >= 0xd800 {
					c += 0x2800
				}
				runes[k] = c
			}
			coded[i] = c
		}
		return coded
	}
	m := diffmatchpatch.New()
	m.DiffTimeout = 0 // the clock decides nothing
	i, k := 0, 0
	for _, d := range m.DiffMainRunes(code(a), code(b), false) {
		n := len([]rune(d.Text))
		switch d.Type {
		case diffmatchpatch.DiffEqual:
			for range n {
				out[i] = k
				i++
				k++
			}
		case diffmatchpatch.DiffDelete:
			i += n
		case diffmatchpatch.DiffInsert:
			k += n
		}
	}
	return out
}

// chunk is a stretch of a merge.
type chunk struct {
	units    []unit // what comes of it; in a conflict the project's
	theirs   []unit // the file's, in a conflict
	conflict bool
}

func keys(units []unit) []string {
	out := make([]string, len(units))
	for i, u := range units {
		out[i] = u.key
	}
	return out
}

func same(a, b []unit) bool {
	if len(a) != len(b) {
		return false
	}
	for i := range a {
		if a[i].key != b[i].key {
			return false
		}
	}
	return true
}

// hunk is a stretch of a text, base[from:to], that one side wrote otherwise; of an
// insertion from and to are the same.
type hunk struct {
	from, to int
	units    []unit
}

// hunks are the stretches in which a side differs from the base, each as short as can
// be told: where as many paragraphs came as went, one for each.
func hunks(base, side []unit) []hunk {
	var out []hunk
	i, k := 0, 0
	add := func(to, end int) {
		if to == i && end == k {
			return
		}
		if to-i == end-k {
			for ; i < to; i, k = i+1, k+1 {
				out = append(out, hunk{i, i + 1, side[k : k+1]})
			}
			return
		}
		out = append(out, hunk{i, to, side[k:end]})
		i, k = to, end
	}
	for b, at := range aligned(keys(base), keys(side)) {
		if at >= k {
			add(b, at)
			i, k = b+1, at+1
		}
	}
	add(len(base), len(side))
	return out
}

// meets reports whether two hunks are of the same paragraphs, or insert at the same
// place. Neighbours don't meet.
func (h hunk) meets(from, to int) bool {
	return max(h.from, from) < min(h.to, to) || h.from == h.to && h.from == from && from == to ||
		h.from == h.to && from < h.from && h.from < to || from == to && h.from < from && from < h.to
}

// merge3 merges what the project has and what the file has, which both come of base. They
// conflict where both changed the same paragraph, or put words in at the same place.
func merge3(base, ours, theirs []unit) []chunk {
	a, b := hunks(base, ours), hunks(base, theirs)
	var out []chunk
	at, o, t := 0, 0, 0 // how far base, ours and theirs are merged
	for len(a) > 0 || len(b) > 0 {
		first := a
		if len(a) == 0 || len(b) > 0 && (b[0].from < a[0].from || b[0].from == a[0].from && b[0].to < a[0].to) {
			first = b
		}
		from, to := first[0].from, first[0].to
		if n := from - at; n > 0 {
			out = append(out, chunk{units: ours[o : o+n]})
			o, t = o+n, t+n
		}
		x, y := 0, 0 // how many hunks of a and b meet
		longerA, longerB := 0, 0
		for grown := true; grown; {
			grown = false
			for ; x < len(a) && a[x].meets(from, to); x++ {
				to, grown = max(to, a[x].to), true
				longerA += len(a[x].units) - (a[x].to - a[x].from)
			}
			for ; y < len(b) && b[y].meets(from, to); y++ {
				to, grown = max(to, b[y].to), true
				longerB += len(b[y].units) - (b[y].to - b[y].from)
			}
		}
		our, their := ours[o:o+to-from+longerA], theirs[t:t+to-from+longerB]
		switch {
		case x == 0, same(our, their):
			out = append(out, chunk{units: their})
		case y == 0:
			out = append(out, chunk{units: our})
		default:
			out = append(out, chunk{units: our, theirs: their, conflict: true})
		}
		a, b = a[x:], b[y:]
		at, o, t = to, o+len(our), t+len(their)
	}
	if at < len(base) {
		out = append(out, chunk{units: ours[o:]})
	}
	return out
}

// difference shows two lines as one: [-what went-] and {+what came+}.
func difference(was, is string) string {
	const most = 20000
	if len(was) > most || len(is) > most {
		return "[-" + was + "-]{+" + is + "+}"
	}
	a, b := strings.Fields(was), strings.Fields(is)
	at := aligned(a, b)
	var out []string
	k := 0
	var gone []string
	emit := func(end int) {
		piece := ""
		if len(gone) > 0 {
			piece = "[-" + strings.Join(gone, " ") + "-]"
		}
		if end > k {
			piece += "{+" + strings.Join(b[k:end], " ") + "+}"
		}
		if piece != "" {
			out = append(out, piece)
		}
		gone = nil
	}
	for i, word := range a {
		if at[i] < 0 {
			gone = append(gone, word)
			continue
		}
		emit(at[i])
		k = at[i] + 1
		out = append(out, word)
	}
	emit(len(b))
	return strings.Join(out, " ")
}
