package chart

import (
	"image/color"

	"gonum.org/v1/plot/vg"

	"apr/internal/contrast"
)

func rgb(hex uint32) color.RGBA {
	return color.RGBA{R: uint8(hex >> 16), G: uint8(hex >> 8), B: uint8(hex), A: 0xff}
}

var (
	paper      = rgb(0xffffff)
	textColour = rgb(0x1a1a1a)
	gridColour = rgb(0xd9dee3)
	axisColour = rgb(0x5e6b76)
	// darkOnFill is of text on light fills. It isn't textColour, so that a style can tell
	// both apart where it turns a chart's colours, as for a dark page.
	darkOnFill = rgb(0x111111)
)

// palette is the Scottish Government's for charts; after its four come others
// of the same house's focus palette. Each is at least 3:1 on white.
var palette = []color.RGBA{
	rgb(0x002d54), rgb(0x2b9c93), rgb(0x6a2063), rgb(0xe5682a),
	rgb(0x0065bd), rgb(0x592c20), rgb(0x949494), rgb(0x0b4c0b),
}

// colour is the i-th series', the palette starting again after its last.
func colour(i int) color.RGBA { return palette[i%len(palette)] }

// textOn is the colour of text on a fill: white or dark, whichever is out
// more.
func textOn(fill color.RGBA) color.RGBA {
	if contrast.Ratio(fill, paper) >= contrast.Ratio(fill, darkOnFill) {
		return paper
	}
	return darkOnFill
}

// stroke is how a series' line is drawn: series differ in dashes and markers as
// well as in colour.
type stroke struct {
	colour color.RGBA
	width  vg.Length
	dash   []vg.Length
	marker marker
}

// seriesStroke is the i-th series', in lengths of text: the one that the figure's words
// are about is the thickest.
func (d *drawing) seriesStroke(i int) stroke {
	em := d.em
	s := stroke{colour: colour(i), width: 0.13 * em, marker: marker(i % markers)}
	if d.chart.Series[i].Lead {
		s.width = 0.2 * em
	}
	switch i % 4 {
	case 1:
		s.dash = []vg.Length{0.5 * em, 0.3 * em}
	case 2:
		s.dash = []vg.Length{0.15 * em, 0.25 * em}
	case 3:
		s.dash = []vg.Length{0.6 * em, 0.25 * em, 0.15 * em, 0.25 * em}
	}
	return s
}
