package tagpdf

import (
	"math"
	"strconv"
)

// content is a page's content stream in the making (ISO 32000-1, 7.8.2), one
// operator and its operands a line. Coordinates are the page's own: from its
// bottom left corner.
type content []byte

// op ends a line with its operator.
func (c *content) op(operator string) {
	*c = append(append(*c, operator...), '\n')
}

// numbers writes operands.
func (c *content) numbers(values ...float64) {
	for _, v := range values {
		*c = append(appendNumber(*c, v), ' ')
	}
}

// appendNumber writes a length in points, to a hundredth.
func appendNumber(b []byte, v float64) []byte {
	n := int64(math.Round(v * 100))
	if n < 0 {
		b, n = append(b, '-'), -n
	}
	b = strconv.AppendInt(b, n/100, 10)
	if r := n % 100; r != 0 {
		b = append(b, '.', byte('0'+r/10))
		if r%10 != 0 {
			b = append(b, byte('0'+r%10))
		}
	}
	return b
}

// colour sets the colour of fills and text with rg, that of lines with RG.
func (c *content) colour(v Colour, operator string) {
	for _, part := range [...]uint8{v.R, v.G, v.B} {
		*c = append(strconv.AppendFloat(*c, float64(part)/255, 'f', 3, 64), ' ')
	}
	c.op(operator)
}

// begin opens marked content of an element, identified on its page.
func (c *content) begin(role Role, id int) {
	*c = append(append(append(*c, '/'), role...), " <</MCID "...)
	*c = strconv.AppendInt(*c, int64(id), 10)
	c.op(">> BDC")
}

// text shows s from x on, on the baseline y, in the font that is set. Its codes
// are the characters themselves in two bytes, as fpdf embeds fonts.
func (c *content) text(x, y float64, s string) {
	b := append(*c, "BT "...)
	b = append(appendNumber(b, x), ' ')
	b = append(appendNumber(b, y), " Td ("...)
	for _, r := range s {
		b = appendCode(appendCode(b, byte(r>>8)), byte(r))
	}
	*c = append(b, ") Tj ET\n"...)
}

// appendCode writes a byte of a literal string (7.3.4.2).
func appendCode(b []byte, code byte) []byte {
	switch code {
	case '\\', '(', ')':
		return append(b, '\\', code)
	case '\r':
		return append(b, `\r`...)
	}
	return append(b, code)
}

// dash sets the pattern of lines.
func (c *content) dash(s Stroke) {
	*c = append(*c, '[')
	c.numbers(s.Dash...)
	*c = append(*c, "] "...)
	c.numbers(s.Phase)
	c.op("d")
}
