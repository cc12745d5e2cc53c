package tagpdf

import (
	"fmt"
	"maps"
	"math"
	"slices"
	"sync"

	"codeberg.org/go-fonts/liberation/liberationsansbold"
	"codeberg.org/go-fonts/liberation/liberationsansitalic"
	"codeberg.org/go-fonts/liberation/liberationsansregular"
	"golang.org/x/image/font"
	"golang.org/x/image/font/sfnt"
	"golang.org/x/image/math/fixed"

	"apr/internal/common"
)

// Font is one of the embedded faces of Liberation Sans.
type Font int

// The faces.
const (
	Regular Font = iota
	Bold
	Italic
	fontCount
)

// resource is the font's name in the resources of pages.
func (f Font) resource() string { return [...]string{"F1", "F2", "F3"}[f] }

func (f Font) data() []byte {
	switch f {
	case Bold:
		return liberationsansbold.TTF
	case Italic:
		return liberationsansitalic.TTF
	}
	return liberationsansregular.TTF
}

func (f Font) postScriptName() string {
	return [...]string{"LiberationSans", "LiberationSans-Bold", "LiberationSans-Italic"}[f]
}

// CoverageError is text that a font can't draw.
type CoverageError struct {
	Rune rune
	Text string // the text that holds it
	Font Font
}

func (e *CoverageError) Error() string {
	return fmt.Sprintf("the font %s has no glyph for %q (%U) in %q", e.Font.postScriptName(), e.Rune, e.Rune, e.Text)
}

// face is a font's coverage and widths, shared by all documents.
type face struct {
	font  *sfnt.Font
	first [common.Count]int32 // thousandths of an em; -1 where there is no glyph
	mu    sync.Mutex          // guards rest and buf
	rest  map[rune]int32
	buf   sfnt.Buffer
}

var faces = [fontCount]func() *face{
	Regular: sync.OnceValue(func() *face { return newFace(Regular) }),
	Bold:    sync.OnceValue(func() *face { return newFace(Bold) }),
	Italic:  sync.OnceValue(func() *face { return newFace(Italic) }),
}

func newFace(f Font) *face {
	parsed, err := sfnt.Parse(f.data())
	if err != nil {
		panic(fmt.Sprintf("tagpdf: embedded font %s: %v", f.postScriptName(), err)) // compiled in: can't happen
	}
	fc := &face{font: parsed, rest: map[rune]int32{}}
	for i := range fc.first {
		fc.first[i] = fc.read(common.Rune(i))
	}
	return fc
}

// read looks a rune's advance up in the font: rounded as fpdf rounds what it
// writes to the file, so that a line is as wide on the page as was measured.
func (fc *face) read(r rune) int32 {
	if r < ' ' || r > 0xFFFF { // fpdf writes two bytes a character
		return -1
	}
	g, err := fc.font.GlyphIndex(&fc.buf, r)
	if err != nil || g == 0 {
		return -1
	}
	em := fc.font.UnitsPerEm()
	advance, err := fc.font.GlyphAdvance(&fc.buf, g, fixed.I(int(em)), font.HintingNone)
	if err != nil {
		return -1
	}
	return int32(math.Round(float64(advance) / 64 * 1000 / float64(em)))
}

func (fc *face) width(r rune) int32 {
	if i := common.Index(r); i >= 0 {
		return fc.first[i]
	}
	fc.mu.Lock()
	defer fc.mu.Unlock()
	w, ok := fc.rest[r]
	if !ok {
		w = fc.read(r)
		fc.rest[r] = w
	}
	return w
}

// runeSet is the characters drawn in a face.
type runeSet struct {
	first [common.Count]bool
	rest  map[rune]bool
}

// sorted is the set in order.
func (s *runeSet) sorted() []rune {
	list := slices.Collect(maps.Keys(s.rest))
	for i, in := range s.first {
		if in {
			list = append(list, common.Rune(i))
		}
	}
	slices.Sort(list)
	return list
}

// Covers reports whether every face can draw r.
func Covers(r rune) bool {
	for f := range fontCount {
		if faces[f]().width(r) < 0 {
			return false
		}
	}
	return true
}

// Width is how wide s is in points at a size in points. What the font lacks
// counts as nothing.
func (f Font) Width(size float64, s string) float64 {
	fc := faces[f]()
	var sum int64
	for _, r := range s {
		sum += int64(max(fc.width(r), 0))
	}
	return float64(sum) * size / 1000
}
