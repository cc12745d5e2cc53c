package word

import (
	"cmp"
	"strconv"
	"strings"

	"apr/internal/lazyregexp"
	"apr/report/render/sign"
)

// passage writes text with its signs of ratings drawn, as the HTML and the PDF draw
// them: few fonts have them, and a screen reader may pass over them. A text of a form
// comes back, so there they stay as they were written.
func (w *writer) passage(text string, f format) error {
	if !w.file.drawsSigns || !sign.Any(text) {
		w.run(text, f)
		return nil
	}
	for piece, s := range sign.Pieces(text) {
		if s == nil {
			w.run(piece, f)
		} else if err := w.ratingSign(*s, piece, f); err != nil {
			return err
		}
	}
	return nil
}

// ratingSign draws a sign, as large as the text around it and in its colour.
func (w *writer) ratingSign(s sign.Sign, character string, f format) error {
	// Of the size of the text, as in the PDF; the pixels are enough for the largest.
	const part, pixels = 0.86, 128
	styles, err := w.file.textStyles()
	if err != nil {
		return err
	}
	around, own := styles[w.style], styles[f.style]
	ink := cmp.Or(own.colour, around.colour, "#1A1A1A")
	size := cmp.Or(own.size, around.size, w.size()) * part
	key := pictureKey{s.Name, ink}
	name, known := w.file.signs[key]
	if !known {
		data, err := sign.PNG(s, ink, pixels)
		if err != nil {
			return err
		}
		name = w.file.picture(data, ".png")
		if w.file.signs == nil {
			w.file.signs = map[pictureKey]string{}
		}
		w.file.signs[key] = name
	}
	w.drawing(drawing{name: sign.DrawingName(character), alt: w.file.meta.Said(s.Name), width: size, height: size, pixels: w.relations.image(name)})
	return nil
}

// pictureKey tells the pictures of signs apart.
type pictureKey struct{ sign, ink string }

// textStyle is what a sign takes from a style: the size in points, 0 where the style
// has none, and the colour, such as #002D54, or "".
type textStyle struct {
	size   float64
	colour string
}

// A style in the template, what it is based on, its colour and its size.
var (
	styleOf  = lazyregexp.Lazy(`(?s)<w:style [^>]*w:styleId="([A-Za-z0-9]+)".*?</w:style>`)
	basedOn  = lazyregexp.Lazy(`<w:basedOn w:val="([A-Za-z0-9]+)"/>`)
	colourOf = lazyregexp.Lazy(`<w:color w:val="([0-9A-Fa-f]{6})"`)
)

// textStyles are the styles of the file by their ids.
func (f *file) textStyles() (map[string]textStyle, error) {
	if f.styles != nil {
		return f.styles, nil
	}
	data, err := f.fill("styles.xml")
	if err != nil {
		return nil, err
	}
	f.styles = map[string]textStyle{}
	for _, m := range styleOf().FindAllStringSubmatch(string(data), -1) {
		var s textStyle
		if base := basedOn().FindStringSubmatch(m[0]); base != nil {
			s = f.styles[base[1]] // which comes before it
		}
		text, _, _ := strings.Cut(m[0], "<w:tblStylePr")
		if c := colourOf().FindStringSubmatch(text); c != nil {
			s.colour = "#" + c[1]
		}
		if sz := fontSize().FindStringSubmatch(text); sz != nil {
			if n, err := strconv.Atoi(sz[2]); err == nil {
				s.size = float64(n) / 2
			}
		}
		f.styles[m[1]] = s
	}
	return f.styles, nil
}
