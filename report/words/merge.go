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

// merge3 merges what the project has and what the file has, which both come of base.
func merge3(base, ours, theirs []unit) []chunk {
	toOurs, toTheirs := aligned(keys(base), keys(ours)), aligned(keys(base), keys(theirs))
	var out []chunk
	i, o, t := 0, 0, 0
	flush := func(iEnd, oEnd, tEnd int) {
		b, x, y := base[i:iEnd], ours[o:oEnd], theirs[t:tEnd]
		switch {
		case len(x) == 0 && len(y) == 0:
		case same(b, x), same(x, y):
			out = append(out, chunk{units: y})
		case same(b, y):
			out = append(out, chunk{units: x})
		default:
			out = append(out, chunk{units: x, theirs: y, conflict: true})
		}
		i, o, t = iEnd, oEnd, tEnd
	}
	for k := range base {
		if toOurs[k] < 0 || toTheirs[k] < 0 || toOurs[k] < o || toTheirs[k] < t {
			continue
		}
		flush(k, toOurs[k], toTheirs[k])
		out = append(out, chunk{units: ours[o : o+1]})
		i, o, t = k+1, o+1, t+1
	}
	flush(len(base), len(ours), len(theirs))
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
