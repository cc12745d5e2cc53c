package shaping

import (
	"fmt"
	"slices"
	"strings"
	"unicode"

	"github.com/go-text/typesetting/bidi"
	"github.com/go-text/typesetting/harfbuzz"
	"github.com/go-text/typesetting/language"
	"github.com/go-text/typesetting/segmenter"
	"golang.org/x/text/unicode/norm"
)

// Glyph is a glyph of a word and where it is, in ems from the word's left end and
// above the baseline.
type Glyph struct {
	X, Y    float64
	Outline *Outline

	id      int
	cluster int     // the first character that it stands for, counted in the word
	shift   float64 // of X from where the glyphs before it end
	advance float64 // how far the next glyph is
}

// Word is text that is set in one piece: of one font, one script and one direction. A
// line may end after it, or after several of them. Spaces at a text's beginning are a
// word without text.
type Word struct {
	Text string
	// Own is true of what the report's own font is to draw: it has no glyphs, and Text is
	// as it is drawn from left to right.
	Own    bool
	Glyphs []Glyph // from left to right
	Width  float64 // in ems, without the space after it
	// Top and Bottom are how far it is above and below the baseline, in ems.
	Top, Bottom float64
	// Level is its level in the bidirectional algorithm (UAX 9): odd ones run from right
	// to left.
	Level int
	// Space is true where a space is after it, Breaks where a line may end.
	Space, Breaks bool
}

// Words sets a text. Characters that the font lacks and that own reports to have are
// the report's own font's. What neither has is an error; see Missing.
func (f *Font) Words(text, lang string, own func(rune) bool) (words []Word, err error) {
	defer func() {
		if p := recover(); p != nil { // the library's, of rules that make no sense
			words, err = nil, fmt.Errorf("%s can't set %q: its rules are damaged", f.File, text)
		}
	}()
	f.mu.Lock()
	defer f.mu.Unlock()
	if r, ok := f.missing(text, own); ok {
		return nil, fmt.Errorf("%s has no glyph for %q", f.File, r)
	}
	runes := readable(text)
	levels := levelsOf(runes, RightToLeft(lang))
	scripts := scriptsOf(runes)
	fonts := f.fonts(runes, own)
	var lines segmenter.Segmenter
	lines.Init(runes)
	for it := lines.LineIterator(); it.Next(); {
		l := it.Line()
		from, to := l.Offset, l.Offset+len(l.Text)
		end := to
		for end > from && unicode.IsSpace(runes[end-1]) {
			end--
		}
		first := len(words)
		for at := from; at < end; {
			next := at + 1
			for next < end && levels[next] == levels[at] && scripts[next] == scripts[at] && fonts[next] == fonts[at] {
				next++
			}
			w := Word{Text: string(runes[at:next]), Own: fonts[at], Level: levels[at]}
			if w.Own {
				w.Text = mirrored(runes[at:next], w.Level)
			} else if err := f.shape(&w, runes, at, next, scripts[at], lang); err != nil {
				return nil, err
			}
			words = append(words, w)
			at = next
		}
		if len(words) == first { // spaces alone
			words = append(words, Word{Own: true})
		}
		last := &words[len(words)-1]
		last.Space = end < to
		last.Breaks = last.Space || to < len(runes) // what follows the text may belong to its last word
	}
	return words, nil
}

// mirrored is text of one direction as it is drawn from left to right: of what runs from
// right to left, which can only be signs that have no direction of their own, backwards
// and with brackets turned.
func mirrored(runes []rune, level int) string {
	if level%2 == 0 {
		return string(runes)
	}
	const pairs = "()[]{}<>«»‹›"
	turned := []rune(pairs)
	out := make([]rune, 0, len(runes))
	for _, r := range slices.Backward(runes) {
		if i := slices.Index(turned, r); i >= 0 {
			r = turned[i^1]
		}
		out = append(out, r)
	}
	return string(out)
}

// Missing is the first character of a text that neither the font nor the report's own
// has.
func (f *Font) Missing(text string, own func(rune) bool) (r rune, missing bool) {
	f.mu.Lock()
	defer f.mu.Unlock()
	return f.missing(text, own)
}

func (f *Font) missing(text string, own func(rune) bool) (rune, bool) {
	for _, r := range readable(text) {
		if !unseen(r) && !unicode.IsSpace(r) && !f.covers(r) && !own(r) {
			return r, true
		}
	}
	return 0, false
}

// readable is a text as its characters, composed where it can be, with spaces for line
// ends.
func readable(text string) []rune {
	return []rune(norm.NFC.String(strings.Map(func(r rune) rune {
		if unicode.IsControl(r) {
			return ' '
		}
		return r
	}, text)))
}

// unseen reports characters that say how others are set, such as joiners.
func unseen(r rune) bool {
	return unicode.Is(unicode.Cf, r) || unicode.Is(unicode.Variation_Selector, r) || r == 0x034f
}

// levelsOf is each character's level in the bidirectional algorithm.
func levelsOf(runes []rune, rtl bool) []int {
	var p bidi.Paragraph
	base := bidi.LeftToRight
	if rtl {
		base = bidi.RightToLeft
	}
	levels := make([]int, len(runes))
	runs := p.Segment(runes, base)
	for i := range runs.NumRuns() {
		run := runs.Run(i)
		for k := run.Start; k < run.End; k++ {
			levels[k] = int(run.Level)
		}
	}
	return levels
}

// scriptsOf is each character's script; of one that all scripts share, that of the
// character before it, or of the first that has one.
func scriptsOf(runes []rune) []language.Script {
	scripts := make([]language.Script, len(runes))
	last := language.Common
	for i, r := range runes {
		if s := language.LookupScript(r); s.Strong() {
			if last == language.Common {
				for k := range i {
					scripts[k] = s
				}
			}
			last = s
		}
		scripts[i] = last
	}
	return scripts
}

// fonts says of each character whether it is the report's own font's. Marks and what
// isn't seen go with the character before them.
func (f *Font) fonts(runes []rune, own func(rune) bool) []bool {
	out := make([]bool, len(runes))
	for i, r := range runes {
		switch {
		case i > 0 && (unseen(r) || unicode.Is(unicode.M, r)):
			out[i] = out[i-1]
		default:
			out[i] = !f.covers(r) && own(r)
		}
	}
	return out
}

// shape finds a word's glyphs. The characters around it decide about how its ends
// join.
func (f *Font) shape(w *Word, runes []rune, from, to int, script language.Script, lang string) error {
	b := harfbuzz.NewBuffer()
	b.AddRunes(runes, from, to-from)
	b.Props = harfbuzz.SegmentProperties{Language: language.NewLanguage(lang), Script: script, Direction: harfbuzz.LeftToRight}
	if w.Level%2 == 1 {
		b.Props.Direction = harfbuzz.RightToLeft
	}
	b.Shape(f.harfbuzz, nil)
	for i, info := range b.Info {
		id, pos := int(info.Glyph), b.Pos[i]
		o, err := f.outline(id)
		if err != nil {
			return err
		}
		w.add(Glyph{
			Y: float64(pos.YOffset) / f.em, Outline: o, id: id, cluster: info.Cluster - from,
			shift: float64(pos.XOffset) / f.em, advance: float64(pos.XAdvance) / f.em,
		})
	}
	return nil
}

// add puts a glyph behind the others.
func (w *Word) add(g Glyph) {
	g.X = w.Width + g.shift
	w.Glyphs = append(w.Glyphs, g)
	w.Width += g.advance
	w.Top, w.Bottom = max(w.Top, g.Y+g.Outline.Top), max(w.Bottom, g.Outline.Bottom-g.Y)
}

// Cut cuts a word that is wider than there is room, in ems, between two of its
// characters: as many as fit, one at least. ok is false where it can't be cut.
func (w *Word) Cut(room float64) (head, tail Word, ok bool) {
	runes := []rune(w.Text)
	widths, begins := make([]float64, len(runes)), make([]bool, len(runes))
	for _, g := range w.Glyphs {
		if g.cluster >= 0 && g.cluster < len(runes) {
			widths[g.cluster] += g.advance
			begins[g.cluster] = true
		}
	}
	at, width := 0, 0.0
	for n := 1; n < len(runes); n++ {
		width += widths[n-1]
		if !begins[n] {
			continue
		}
		if at > 0 && width > room {
			break
		}
		at = n
	}
	if at == 0 {
		return *w, Word{}, false
	}
	head = Word{Text: string(runes[:at]), Level: w.Level, Breaks: true}
	tail = Word{Text: string(runes[at:]), Level: w.Level, Breaks: w.Breaks, Space: w.Space}
	for _, g := range w.Glyphs {
		if g.cluster < at {
			head.add(g)
		} else {
			g.cluster -= at
			tail.add(g)
		}
	}
	return head, tail, true
}
