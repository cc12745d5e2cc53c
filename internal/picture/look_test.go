package picture

import (
	"bytes"
	"image"
	"image/color"
	"image/jpeg"
	"image/png"
	"testing"

	"apr/internal/rounds"
)

// What has nothing in it is told from what has: a line, a faint drawing, a photograph of
// snow.
func TestAt(t *testing.T) {
	drawn := func(w, h int, at func(x, y int) color.Color) *image.NRGBA {
		m := image.NewNRGBA(image.Rect(0, 0, w, h))
		for y := range h {
			for x := range w {
				m.Set(x, y, at(x, y))
			}
		}
		return m
	}
	all := func(c color.Color) func(int, int) color.Color { return func(int, int) color.Color { return c } }
	clear, white, blue := color.NRGBA{}, color.NRGBA{255, 255, 255, 255}, color.NRGBA{0, 80, 160, 255}
	line := func(on, ink color.Color) func(x, y int) color.Color {
		return func(x, y int) color.Color {
			if y == 150 && x > 10 && x < 200 {
				return ink
			}
			return on
		}
	}
	for _, c := range rounds.Few(t, []struct {
		name string
		m    image.Image
		jpeg bool
		want Look
	}{
		{"transparent", drawn(400, 300, all(clear)), false, Look{Size{400, 300}, true, false}},
		{"transparent under colours", drawn(400, 300, func(x, y int) color.Color { return color.NRGBA{uint8(x), uint8(y), 0, 0} }), false, Look{Size{400, 300}, true, false}},
		{"white", drawn(400, 300, all(white)), false, Look{Size{400, 300}, false, true}},
		{"white and large", drawn(2000, 1500, all(white)), false, Look{Size{2000, 1500}, false, true}},
		{"blue JPEG", drawn(400, 300, all(blue)), true, Look{Size{400, 300}, false, true}},
		{"one grey", image.NewGray(image.Rect(0, 0, 9, 7)), false, Look{Size{9, 7}, false, true}},

		{"a line", drawn(400, 300, line(white, color.Black)), false, Look{Size: Size{400, 300}}},
		{"a faint line", drawn(400, 300, line(white, color.NRGBA{240, 240, 240, 255})), false, Look{Size: Size{400, 300}}},
		{"a line on nothing", drawn(400, 300, line(clear, color.Black)), false, Look{Size: Size{400, 300}}},
		{"a line in a JPEG", drawn(400, 300, line(white, color.Black)), true, Look{Size: Size{400, 300}}},
		{"two colours", drawn(400, 300, func(x, _ int) color.Color {
			if x < 200 {
				return blue
			}
			return white
		}), false, Look{Size: Size{400, 300}}},
		{"snow", drawn(400, 300, func(x, y int) color.Color { return color.Gray{uint8(235 + (x*7+y*13)%20)} }), true, Look{Size: Size{400, 300}}},
	}) {
		var b bytes.Buffer
		err := png.Encode(&b, c.m)
		if c.jpeg {
			b.Reset()
			err = jpeg.Encode(&b, c.m, nil)
		}
		if err != nil {
			t.Fatal(err)
		}
		if got, ok := At(b.Bytes()); !ok || got != c.want {
			t.Errorf("%s: %+v, %v; want %+v", c.name, got, ok, c.want)
		}
	}
	if _, ok := At([]byte("GIF89a")); ok {
		t.Error("a GIF has a look")
	}
}
