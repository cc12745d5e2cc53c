// Package contrast measures whether colours can be told from each other, as the
// Web Content Accessibility Guidelines (WCAG) 2.2 define it.
package contrast

import (
	"fmt"
	"image/color"
	"math"
	"strconv"
	"strings"
)

// The least ratios of WCAG 2.2 at level AA: of text to its ground (success
// criterion 1.4.3) and of graphics that have to be seen (1.4.11).
const (
	Text     = 4.5
	Graphics = 3
	// Large is that of large text: 24 pixels and more, or 18.66 where it is bold (1.4.3).
	Large = 3
)

// Enhanced is the ratio of text at level AAA (1.4.6), which links have: they are found
// by their colour.
const Enhanced = 7

// Ratio is the contrast ratio of two colours, from 1 to 21.
func Ratio(a, b color.RGBA) float64 {
	la, lb := luminance(a), luminance(b)
	return (max(la, lb) + 0.05) / (min(la, lb) + 0.05)
}

// luminance is a colour's relative luminance, from 0 to 1.
func luminance(c color.RGBA) float64 {
	return 0.2126*linear(c.R) + 0.7152*linear(c.G) + 0.0722*linear(c.B)
}

func linear(channel uint8) float64 {
	v := float64(channel) / 255
	if v <= 0.04045 {
		return v / 12.92
	}
	return math.Pow((v+0.055)/1.055, 2.4)
}

// Darkened is the colour that is nearest to c on the way to black and has at
// least the ratio to a light ground; c itself where it has it already. Where no
// colour has, it is black.
func Darkened(c, ground color.RGBA, least float64) color.RGBA {
	d := c
	for part := 255; part >= 0; part-- {
		scale := func(channel uint8) uint8 { return uint8(int(channel) * part / 255) }
		d = color.RGBA{R: scale(c.R), G: scale(c.G), B: scale(c.B), A: 255}
		if Ratio(d, ground) >= least {
			break
		}
	}
	return d
}

// Parse reads a colour such as #002d54 or #06c.
func Parse(s string) (color.RGBA, bool) {
	digits, hex := strings.CutPrefix(s, "#")
	if len(digits) == 3 {
		digits = string([]byte{digits[0], digits[0], digits[1], digits[1], digits[2], digits[2]})
	}
	n, err := strconv.ParseUint(digits, 16, 24)
	if !hex || len(digits) != 6 || err != nil {
		return color.RGBA{}, false
	}
	return color.RGBA{R: uint8(n >> 16), G: uint8(n >> 8), B: uint8(n), A: 255}, true
}

// Hex writes a colour as #002d54.
func Hex(c color.RGBA) string { return fmt.Sprintf("#%02x%02x%02x", c.R, c.G, c.B) }
