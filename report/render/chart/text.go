package chart

import (
	"strings"
	"sync"

	"codeberg.org/go-fonts/liberation/liberationsansbold"
	"codeberg.org/go-fonts/liberation/liberationsansregular"
	xfont "golang.org/x/image/font"
	"golang.org/x/image/font/opentype"
	"golang.org/x/image/font/sfnt"
	"golang.org/x/image/math/fixed"
	"gonum.org/v1/plot/font"
	"gonum.org/v1/plot/vg"

	"apr/internal/common"
)

// face is a font in one size.
type face struct {
	font.Face
	advances *[common.Count]vg.Length
}

func (d *drawing) regular() face { return newFace(liberation().regular, xfont.WeightNormal, d.em) }
func (d *drawing) bold() face    { return newFace(liberation().bold, xfont.WeightBold, d.em) }

func newFace(f measured, weight xfont.Weight, size vg.Length) face {
	return face{font.Face{
		Font: font.Font{Typeface: "Liberation", Variant: "Sans", Weight: weight, Size: size},
		Face: f.font,
	}, f.advances}
}

type fonts struct{ regular, bold measured }

// measured is a font with the widths of common characters, in ems.
type measured struct {
	font     *opentype.Font
	advances *[common.Count]vg.Length
}

// liberation reads the two embedded fonts once. gonum's own collection would
// read ten more.
var liberation = sync.OnceValue(func() fonts {
	return fonts{regular: measure(liberationsansregular.TTF), bold: measure(liberationsansbold.TTF)}
})

func measure(ttf []byte) measured {
	f, err := opentype.Parse(ttf)
	if err != nil {
		panic(err) // the font is part of the program
	}
	// As gonum works them out, but with one buffer for all of them: each has 2 kB.
	m := measured{font: f, advances: new([common.Count]vg.Length)}
	em := fixed.Int26_6(f.UnitsPerEm())
	var buf sfnt.Buffer
	for i := range m.advances {
		r := common.Rune(i)
		glyph, err := f.GlyphIndex(&buf, r)
		if err != nil {
			panic(err)
		}
		advance, err := f.GlyphAdvance(&buf, glyph, em, xfont.HintingNone)
		if err != nil {
			panic(err)
		}
		m.advances[i] = vg.Points(float64(advance)) * (1 / vg.Points(float64(em)))
	}
	return m
}

// Width is how wide a text is, without kerning: not all formats kern.
func (f face) Width(text string) vg.Length {
	var w vg.Length
	for _, r := range text {
		if i := common.Index(r); i >= 0 {
			w += f.advances[i] * f.Font.Size
		} else {
			w += f.Face.Width(string(r))
		}
	}
	return w
}

// widest is the width of the widest text.
func (f face) widest(texts []string) vg.Length {
	var w vg.Length
	for _, t := range texts {
		w = max(w, f.Width(t))
	}
	return w
}

// wrap breaks text into lines no wider than width, between words where it can
// and within a word where it must. What doesn't fit into the lines allowed
// ends in an ellipsis; the figure's data has it in full.
func (f face) wrap(text string, width vg.Length, lines int) []string {
	var out []string
	line := ""
	for _, word := range strings.Fields(text) {
		if line != "" && f.Width(line+" "+word) <= width {
			line += " " + word
			continue
		}
		if line != "" {
			out = append(out, line)
		}
		for line = word; f.Width(line) > width; {
			n := f.fitting(line, width)
			out = append(out, line[:n])
			line = line[n:]
		}
	}
	if line != "" {
		out = append(out, line)
	}
	if len(out) > lines {
		last := out[lines-1]
		for last != "" && f.Width(last+"…") > width {
			last = last[:f.fitting(last, f.Width(last)-1)]
		}
		out = append(out[:lines-1], strings.TrimRight(last, " ,;")+"…")
	}
	return out
}

// fitting is how many bytes of text, whole characters and at least one, are no
// wider than width.
func (f face) fitting(text string, width vg.Length) int {
	fit := 0
	for i := range text {
		if i > 0 && f.Width(text[:i]) > width {
			break
		}
		fit = i
	}
	if fit == 0 {
		for i := range text {
			if i > 0 {
				return i
			}
		}
		return len(text)
	}
	return fit
}
