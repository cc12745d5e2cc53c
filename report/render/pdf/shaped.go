package pdf

import (
	"math"

	"apr/internal/shaping"
	"apr/internal/tagpdf"
)

// ownFont reports whether a character can be set in the report's own font.
func ownFont(r rune) bool {
	_, err := substitute(string(r))
	return err == nil
}

// shaped adds text in a font that the project names. It is drawn as outlines, and so the
// text itself is the ActualText of an element around it.
func (st *setter) shaped(f *shaping.Font, s, lang string) error {
	if r, missing := f.Missing(s, ownFont); missing {
		return uncoveredBy(f, s, r)
	}
	words, err := f.Words(s, lang, ownFont)
	if err != nil {
		return err
	}
	actual := &span{role: tagpdf.Span, options: []tagpdf.Option{tagpdf.ActualText(s)}}
	u := &run{style: st.base, spans: append(st.spans[:len(st.spans):len(st.spans)], actual)}
	space := u.font.Width(u.size, " ")
	for i := range words {
		w := &words[i]
		switch {
		case w.Text == "":
			st.atoms = appendAtoms(st.atoms, u, " ")
			continue
		case w.Own:
			if err := st.own(u, w); err != nil {
				return err
			}
		default:
			st.atoms = append(st.atoms, atom{run: u, text: w.Text, width: w.Width * u.size, word: w, level: w.Level})
		}
		last := &st.atoms[len(st.atoms)-1]
		last.breaks = w.Breaks
		if w.Space {
			last.space = space
		}
	}
	return nil
}

// own adds a word within such text that the report's own font has.
func (st *setter) own(u *run, w *shaping.Word) error {
	pieces, err := substitute(w.Text)
	if err != nil {
		return err
	}
	first := len(st.atoms)
	for _, p := range pieces {
		if p.sign != nil {
			signed := *u
			signed.sign = p.sign
			st.atoms = append(st.atoms, atom{run: &signed, width: u.size * signWidth})
			continue
		}
		st.atoms = append(st.atoms, atom{run: u, text: p.drawn, width: u.font.Width(u.size, p.drawn)})
	}
	for i := range st.atoms[first:] {
		st.atoms[first+i].level = w.Level
	}
	return nil
}

// cutWord cuts a word that is wider than the measure into pieces that aren't.
func cutWord(a atom, measure float64) []atom {
	var pieces []atom
	for a.width > measure {
		head, tail, ok := a.word.Cut(measure / a.run.size)
		if !ok {
			break
		}
		piece := a
		piece.word, piece.text, piece.width = &head, head.Text, head.Width*a.run.size
		piece.space, piece.breaks, piece.newline = 0, true, false
		pieces = append(pieces, piece)
		a.word, a.text, a.width = &tail, tail.Text, tail.Width*a.run.size
	}
	return append(pieces, a)
}

// isRightToLeft reports whether all of a paragraph runs from right to left.
func isRightToLeft(lines []line) bool {
	found := false
	for _, l := range lines {
		for _, a := range l.atoms {
			if a.width == 0 {
				continue
			}
			if found = true; a.level == 0 {
				return false
			}
		}
	}
	return found
}

// places are where a line's atoms begin, by the bidirectional algorithm (UAX 9, rule L2),
// from its left end; nil where all of them follow one another from left to right.
func (l line) places() []float64 {
	highest := 0
	for _, a := range l.atoms {
		highest = max(highest, a.level)
	}
	if highest == 0 {
		return nil
	}
	type item struct {
		atom, level int
		space       bool
		width       float64
	}
	var items []item
	for i, a := range l.atoms {
		items = append(items, item{i, a.level, false, a.width})
		if a.space > 0 && i+1 < len(l.atoms) { // between two levels it is of the lower one
			items = append(items, item{i, min(a.level, l.atoms[i+1].level), true, a.space})
		}
	}
	for level := highest; level > 0; level-- {
		for from := 0; from < len(items); from++ {
			to := from
			for to < len(items) && items[to].level >= level {
				to++
			}
			for i, k := from, to-1; i < k; i, k = i+1, k-1 {
				items[i], items[k] = items[k], items[i]
			}
			from = max(from, to)
		}
	}
	at := make([]float64, len(l.atoms))
	x := 0.0
	for _, it := range items {
		if !it.space {
			at[it.atom] = x
		}
		x += it.width
	}
	return at
}

// overflow is how far a line's words reach above and below the room that a style has for a
// line: fonts for some scripts are tall.
func (l line) overflow(s style) (above, below float64) {
	for _, a := range l.atoms {
		if a.word != nil {
			above = max(above, a.word.Top*a.run.size-baseline(s))
			below = max(below, a.word.Bottom*a.run.size-(s.lead-baseline(s)))
		}
	}
	return math.Ceil(above), math.Ceil(below)
}

// word draws a word's outlines from x on, on the baseline y. The project names one face
// of a font: what is bold is drawn with a line around it.
func (p *painter) word(w *shaping.Word, u *run, x, y float64) {
	var path tagpdf.Path
	for _, g := range w.Glyphs {
		at := func(q shaping.Point) tagpdf.Point {
			return tagpdf.Point{X: x + (g.X+q.X)*u.size, Y: y - u.rise - (g.Y+q.Y)*u.size}
		}
		for _, s := range g.Outline.Segments {
			switch s.Kind {
			case 'M':
				path.Move(at(s.P))
			case 'L':
				path.Line(at(s.P))
			case 'C':
				path.Curve(at(s.A), at(s.B), at(s.P))
			}
		}
	}
	colour := p.ink(u.colour)
	p.w.FillPath(path, colour)
	if u.font == tagpdf.Bold {
		p.w.StrokePath(path, tagpdf.Stroke{Width: u.size / 40, Colour: colour})
	}
}
