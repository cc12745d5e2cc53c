package colour

import (
	"image/color"
	"math"
	"strconv"
	"strings"

	"golang.org/x/image/colornames"

	"apr/internal/contrast"
)

// keywords say that a property has no colour of its own: it is taken from elsewhere,
// or is the reader's choice.
var keywords = []string{"inherit", "initial", "unset", "revert", "revert-layer", "currentcolor", "none", "transparent",
	"canvas", "canvastext", "linktext", "visitedtext", "buttonface", "buttontext", "field", "fieldtext", "highlight", "highlighttext", "mark", "marktext", "graytext"}

// ofCSS reads a colour of CSS: a name, #rgb, #rgba, #rrggbb, #rrggbbaa, rgb() or hsl().
// The alpha of what comes back says how much of it covers what is below.
func ofCSS(value string) (color.NRGBA, bool) {
	value = strings.ToLower(strings.TrimSpace(value))
	if named, ok := colornames.Map[value]; ok {
		return color.NRGBA(named), true
	}
	if strings.HasPrefix(value, "#") {
		return parseHex(value)
	}
	name, arguments, ok := strings.Cut(strings.TrimSuffix(value, ")"), "(")
	if !ok || !strings.HasSuffix(value, ")") {
		return color.NRGBA{}, false
	}
	parts := strings.FieldsFunc(arguments, func(r rune) bool { return strings.ContainsRune(", /\t\n", r) })
	if len(parts) != 3 && len(parts) != 4 {
		return color.NRGBA{}, false
	}
	alpha, ok := 1.0, true
	if len(parts) == 4 {
		alpha, ok = number(parts[3], 1)
	}
	var first, second, third float64
	var ok1, ok2, ok3 bool
	switch name {
	case "rgb", "rgba":
		first, ok1 = number(parts[0], 255)
		second, ok2 = number(parts[1], 255)
		third, ok3 = number(parts[2], 255)
	case "hsl", "hsla":
		hue, okHue := strconv.ParseFloat(strings.TrimSuffix(parts[0], "deg"), 64)
		saturation, okSaturation := number(parts[1], 100)
		lightness, okLightness := number(parts[2], 100)
		first, second, third = fromHSL(hue, saturation/100, lightness/100)
		ok1, ok2, ok3 = okHue == nil, okSaturation, okLightness
	}
	if !ok || !ok1 || !ok2 || !ok3 {
		return color.NRGBA{}, false
	}
	return color.NRGBA{R: channel(first), G: channel(second), B: channel(third), A: channel(alpha * 255)}, true
}

func parseHex(value string) (color.NRGBA, bool) {
	alpha := "ff"
	switch len(value) {
	case 5:
		value, alpha = value[:4], strings.Repeat(value[4:], 2)
	case 9:
		value, alpha = value[:7], value[7:]
	}
	c, ok := contrast.Parse(value)
	a, err := strconv.ParseUint(alpha, 16, 8)
	return color.NRGBA{R: c.R, G: c.G, B: c.B, A: uint8(a)}, ok && err == nil
}

// number reads a number, or a percentage of whole.
func number(text string, whole float64) (float64, bool) {
	digits, percent := strings.CutSuffix(text, "%")
	n, err := strconv.ParseFloat(digits, 64)
	if percent {
		n *= whole / 100
	}
	return n, err == nil && !math.IsNaN(n)
}

func channel(v float64) uint8 { return uint8(math.Round(min(max(v, 0), 255))) }

// fromHSL is a colour of hue (degrees), saturation and lightness (0 to 1) as red,
// green and blue from 0 to 255 (CSS Color 4, section 7.1).
func fromHSL(hue, saturation, lightness float64) (red, green, blue float64) {
	of := func(n float64) float64 {
		k := math.Mod(math.Mod(n+hue/30, 12)+12, 12)
		return 255 * (lightness - saturation*min(lightness, 1-lightness)*max(-1, min(k-3, 9-k, 1)))
	}
	return of(0), of(8), of(4)
}

// over is a colour as it looks on a ground.
func over(c color.NRGBA, ground color.RGBA) color.RGBA {
	mix := func(above, below uint8) uint8 {
		return uint8((int(above)*int(c.A) + int(below)*(255-int(c.A)) + 127) / 255)
	}
	return color.RGBA{R: mix(c.R, ground.R), G: mix(c.G, ground.G), B: mix(c.B, ground.B), A: 255}
}
