package chart

import (
	"fmt"
	"html"
	"image/color"
	"math"
	"strconv"
	"strings"

	xfont "golang.org/x/image/font"
	"gonum.org/v1/plot/font"
	"gonum.org/v1/plot/vg"

	"apr/internal/document"
)

// screen is the width of a picture and the size of its text, in its own units.
type screen struct{ width, text vg.Length }

// wideScreen is for where a picture has the width of a line of prose: its text
// is as high as the prose. On a page 390 pixels wide it would be 10 pixels
// high, so narrowScreen is for such pages: 15 pixels on those, 12 on the
// narrowest, of 320.
var (
	wideScreen   = screen{width: 540, text: 16}
	narrowScreen = screen{width: 352, text: 15}
)

// fontFamily names the fonts whose widths the labels were measured with, or
// ones like them.
const fontFamily = "Liberation Sans,Arial,Helvetica,sans-serif"

// SVG draws a figure's chart as a picture that can be within a page or as a
// file of its own. It scales to the width it is given, has the figure's
// description as its label, and no ids.
func SVG(fig *document.Figure, say Words) ([]byte, error) { return wideScreen.draw(fig, say) }

// NarrowSVG is SVG for pages as narrow as a telephone's: the same chart, laid
// out again so that its text can be read without zooming.
func NarrowSVG(fig *document.Figure, say Words) ([]byte, error) { return narrowScreen.draw(fig, say) }

func (p screen) draw(fig *document.Figure, say Words) ([]byte, error) {
	if fig.Chart == nil {
		return nil, fmt.Errorf("figure %q has no chart", fig.ID)
	}
	d := &drawing{chart: fig.Chart, words: say, w: p.width, em: p.text}
	var h vg.Length
	if check(fig.Chart) == nil {
		h = vg.Length(math.Ceil(float64(d.height())))
	}
	s := newSVG(p.width, h, p.text, fig)
	if err := draw(fig.Chart, say, s, p.width, h, p.text); err != nil {
		return nil, fmt.Errorf("figure %q: %w", fig.ID, err)
	}
	return s.end(), nil
}

// svg is a canvas that writes SVG. Numbers have one decimal.
type svg struct {
	buf    []byte
	height vg.Length
	colour color.RGBA
	width  vg.Length
	dash   []vg.Length
}

// newSVG begins a picture of that size, with text as high as em and the figure's
// description as a label for those who can't see it.
func newSVG(w, h, em vg.Length, fig *document.Figure) *svg {
	s := &svg{height: h, buf: make([]byte, 0, 8<<10)}
	s.buf = append(s.buf, `<svg xmlns="http://www.w3.org/2000/svg" role="img"`...)
	if fig.AltLang != "" {
		s.buf = append(s.buf, ` lang="`+escape(fig.AltLang)+`"`...)
	}
	s.buf = append(s.buf, ` aria-label="`...)
	s.buf = append(s.buf, escape(fig.Alt)...)
	s.buf = append(s.buf, `" viewBox="0 0 `...)
	s.number(w)
	s.buf = append(s.buf, ' ')
	s.number(h)
	s.buf = append(s.buf, `" font-family="`+fontFamily+`" font-size="`...)
	s.number(em)
	s.buf = append(s.buf, `" fill="#1a1a1a" style="background:#fff">`...)
	return s
}

// end is the picture as a file.
func (s *svg) end() []byte { return append(s.buf, "</svg>\n"...) }

// escape makes text safe for content and attributes. What XML can't hold, control
// characters and bytes that aren't UTF-8, becomes U+FFFD.
func escape(text string) string {
	return html.EscapeString(strings.Map(func(r rune) rune {
		if r < ' ' && r != '\t' && r != '\n' || r >= 0x7f && r < 0xa0 || r == 0xfffe || r == 0xffff {
			return '\uFFFD'
		}
		return r
	}, text))
}

// SetColor sets the colour; charts draw in opaque ones only.
func (s *svg) SetColor(c color.Color) { s.colour = color.RGBAModel.Convert(c).(color.RGBA) }

// SetLineWidth sets the width of strokes.
func (s *svg) SetLineWidth(w vg.Length) { s.width = w }

// SetLineDash sets the dashes of strokes; the offset is always 0.
func (s *svg) SetLineDash(pattern []vg.Length, _ vg.Length) { s.dash = pattern }

// Stroke draws a path's line.
func (s *svg) Stroke(path vg.Path) {
	s.buf = append(s.buf, `<path fill="none" stroke="`...)
	s.hex()
	s.buf = append(s.buf, `" stroke-width="`...)
	s.number(s.width)
	if len(s.dash) > 0 {
		s.buf = append(s.buf, `" stroke-dasharray="`...)
		for i, l := range s.dash {
			if i > 0 {
				s.buf = append(s.buf, ' ')
			}
			s.number(l)
		}
	}
	s.buf = append(s.buf, `" d="`...)
	s.path(path)
}

// Fill fills a path.
func (s *svg) Fill(path vg.Path) {
	s.buf = append(s.buf, `<path fill="`...)
	s.hex()
	s.buf = append(s.buf, `" d="`...)
	s.path(path)
}

// FillString writes text.
func (s *svg) FillString(f font.Face, pt vg.Point, text string) {
	s.buf = append(s.buf, `<text x="`...)
	s.number(pt.X)
	s.buf = append(s.buf, `" y="`...)
	s.number(s.height - pt.Y)
	if f.Font.Weight == xfont.WeightBold {
		s.buf = append(s.buf, `" font-weight="700`...)
	}
	if s.colour != textColour {
		s.buf = append(s.buf, `" fill="`...)
		s.hex()
	}
	s.buf = append(s.buf, `">`...)
	s.buf = append(s.buf, escape(text)...)
	s.buf = append(s.buf, `</text>`...)
}

// path writes the rest of a path element from its data on.
func (s *svg) path(path vg.Path) {
	arc := false
	for _, c := range path {
		switch c.Type {
		case vg.MoveComp:
			s.pair('M', c.Pos.X, s.height-c.Pos.Y)
		case vg.LineComp:
			s.pair('L', c.Pos.X, s.height-c.Pos.Y)
		case vg.ArcComp: // a full circle, in two halves
			arc = true
			s.pair('M', c.Pos.X-c.Radius, s.height-c.Pos.Y)
			for _, across := range []vg.Length{2 * c.Radius, -2 * c.Radius} {
				s.pair('a', c.Radius, c.Radius)
				s.buf = append(s.buf, " 0 0 1 "...)
				s.number(across)
				s.buf = append(s.buf, " 0"...)
			}
		case vg.CloseComp:
			if !arc {
				s.buf = append(s.buf, 'z')
			}
		}
	}
	s.buf = append(s.buf, `"/>`...)
}

func (s *svg) pair(command byte, x, y vg.Length) {
	s.buf = append(s.buf, command)
	s.number(x)
	s.buf = append(s.buf, ' ')
	s.number(y)
}

func (s *svg) number(l vg.Length) {
	v := math.Round(float64(l)*10) / 10
	if v == 0 {
		v = 0 // never -0
	}
	s.buf = strconv.AppendFloat(s.buf, v, 'f', -1, 64)
}

func (s *svg) hex() {
	s.buf = fmt.Appendf(s.buf, "#%02x%02x%02x", s.colour.R, s.colour.G, s.colour.B)
}
