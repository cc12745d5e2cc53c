package contrast

import (
	"image/color"
	"math"
	"testing"
)

var white = color.RGBA{R: 255, G: 255, B: 255, A: 255}

// Ratios that are printed in W3C's own documents and known from its checkers.
func TestRatio(t *testing.T) {
	for hex, want := range map[string]float64{"#000000": 21, "#ffffff": 1, "#767676": 4.54, "#777777": 4.48, "#0000ff": 8.59, "#ff0000": 4.00} {
		c, ok := Parse(hex)
		if got := Ratio(c, white); !ok || math.Abs(got-want) > 0.005 {
			t.Errorf("%s on white has %.3f, want %.2f", hex, got, want)
		}
		if Ratio(c, white) != Ratio(white, c) {
			t.Errorf("%s: the order of the colours counts", hex)
		}
	}
}

func TestDarkened(t *testing.T) {
	for _, hex := range []string{"#ff9900", "#9fd3c7", "#ffffff", "#777777", "#00ff00"} {
		c, _ := Parse(hex)
		for _, least := range []float64{Graphics, Text, 7} {
			got := Darkened(c, white, least)
			if Ratio(got, white) < least {
				t.Errorf("%s for %v: %s has %.2f", hex, least, Hex(got), Ratio(got, white))
			}
			// A little lighter would not do.
			if lighter := (color.RGBA{R: got.R + 4, G: got.G + 4, B: got.B + 4, A: 255}); Ratio(c, white) < least && Ratio(lighter, white) >= least+0.2 {
				t.Errorf("%s for %v: %s is darker than need be", hex, least, Hex(got))
			}
		}
	}
	dark, _ := Parse("#002d54")
	if Darkened(dark, white, Text) != dark {
		t.Error("a colour that passes was changed")
	}
}

func TestParse(t *testing.T) {
	for s, want := range map[string]string{"#002d54": "#002d54", "#06C": "#0066cc", "#FFFFFF": "#ffffff"} {
		if c, ok := Parse(s); !ok || Hex(c) != want {
			t.Errorf("%s: %v %s", s, ok, Hex(c))
		}
	}
	for _, s := range []string{"", "#", "#12", "002d54", "#002d5", "#002d541", "#00gg00", "#+02d54", "navy", "#12é", "rgb(0,0,0)"} {
		if c, ok := Parse(s); ok {
			t.Errorf("%q was read as %s", s, Hex(c))
		}
	}
}
