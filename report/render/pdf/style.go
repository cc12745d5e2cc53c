package pdf

import (
	"apr/internal/document"
	"apr/internal/tagpdf"
)

// Lengths are points. Text and tables are of 12 points and nothing is smaller than 10,
// after the Scottish Government's publishing guidance: notes and sources, captions of
// figures' data, marks, running heads.
const (
	marginSide   = 48.0 // 1.7 cm
	marginTop    = 57.0
	marginBottom = 47.0
	// Landscape pages are low: what is saved is a row of a table.
	marginTopWide    = 52.0
	marginBottomWide = 41.0
	headY            = 38.0 // the running head's baseline
	footY            = 28.0 // the page number's, from the foot

	indentList = 18.0
	boxPadding = 14.0
	boxRule    = 4.0
)

// style is how a kind of text is set: its face, size, the distance from one
// baseline to the next, and colour.
type style struct {
	font   tagpdf.Font
	size   float64
	lead   float64
	colour tagpdf.Colour
}

// The Scottish Government's chart palette (sgplot) and tints of it. Text
// colours have a contrast of at least 7:1 on white and on the tints.
var (
	black    = tagpdf.Colour{R: 0x1a, G: 0x1a, B: 0x1a}
	white    = tagpdf.Colour{R: 0xff, G: 0xff, B: 0xff}
	navy     = tagpdf.Colour{R: 0x00, G: 0x2d, B: 0x54}
	teal     = tagpdf.Colour{R: 0x1f, G: 0x7a, B: 0x74}
	deepTeal = tagpdf.Colour{R: 0x0e, G: 0x57, B: 0x52}
	orange   = tagpdf.Colour{R: 0xb8, G: 0x4a, B: 0x0e}
	green    = tagpdf.Colour{R: 0x0b, G: 0x6b, B: 0x2b}
	amber    = tagpdf.Colour{R: 0x9a, G: 0x5b, B: 0x00}
	red      = tagpdf.Colour{R: 0xb0, G: 0x00, B: 0x20}
	purple   = tagpdf.Colour{R: 0x6a, G: 0x20, B: 0x63}
	grey     = tagpdf.Colour{R: 0x4a, G: 0x4f, B: 0x55}
	blue     = tagpdf.Colour{R: 0x00, G: 0x4e, B: 0x8f}

	hairline   = tagpdf.Colour{R: 0xc3, G: 0xca, B: 0xd1}
	tintNavy   = tagpdf.Colour{R: 0xeb, G: 0xf0, B: 0xf5}
	tintPurple = tagpdf.Colour{R: 0xf5, G: 0xee, B: 0xf4}
	tintTeal   = tagpdf.Colour{R: 0xe8, G: 0xf3, B: 0xf2}
	tintOrange = tagpdf.Colour{R: 0xfd, G: 0xf0, B: 0xe7}
	paleBlue   = tagpdf.Colour{R: 0xd3, G: 0xe2, B: 0xf0}
	watermark  = tagpdf.Colour{R: 0xed, G: 0xed, B: 0xed}
)

var (
	bodyText    = style{tagpdf.Regular, 12, 15, black}
	smallText   = style{tagpdf.Regular, 10, 12.5, grey}
	tableText   = style{tagpdf.Regular, 12, 14, black}
	denseText   = style{tagpdf.Regular, 10, 12.5, black} // of tables in which else a word would be cut
	captionText = style{tagpdf.Bold, 12, 15, navy}
	subtitle    = style{tagpdf.Regular, 12, 15, grey}
	boxTitle    = style{tagpdf.Bold, 13, 17, navy}
	quoteText   = style{tagpdf.Regular, 12, 15, navy}
	bigFigure   = style{tagpdf.Bold, 25, 30, navy}
	figureLabel = style{tagpdf.Regular, 12, 15.5, black}
)

// headings are the styles of section headings by level, from 1.
var headings = [...]style{
	1: {tagpdf.Bold, 21, 26, navy},
	2: {tagpdf.Bold, 15.5, 19, navy},
	3: {tagpdf.Bold, 13.5, 17, navy},
	4: {tagpdf.Bold, 12.5, 16, navy},
	5: {tagpdf.Bold, 12, 16, black},
}

// headingSpace is the space above a heading, by level.
var headingSpace = [...]float64{1: 28, 2: 15, 3: 12, 4: 10, 5: 9}

// headingStyle is a level's heading; levels beyond the last look like it.
func headingStyle(level int) (style, float64) {
	level = min(max(level, 1), len(headings)-1)
	return headings[level], headingSpace[level]
}

// sized is a style in the type that the document is in: large type is a third larger, and
// nothing in it is smaller than 14 points. It has more space between its lines.
func (r *renderer) sized(s style) style {
	if !r.doc.Meta.Large {
		return s
	}
	s.size = max(s.size*document.LargeType/bodyText.size, smallestLarge)
	s.lead = s.size * largeLead
	return s
}

const (
	smallestLarge = 14.0 // points
	largeLead     = 1.5  // of the size
)

// bold is the style in bold face.
func (s style) bold() style {
	s.font = tagpdf.Bold
	return s
}
