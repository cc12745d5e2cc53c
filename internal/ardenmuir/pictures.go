package main

import (
	"bytes"
	"image"
	"image/color"
	"image/draw"
	"image/png"
	"math"
	"os"
	"path/filepath"
	"slices"

	"golang.org/x/image/vector"
)

// side is how many pixels the pictures of the Easy Read version have each way.
const side = 320

// The colours of the pictures: the Scottish Government's chart palette on a pale ground.
var (
	ground = color.RGBA{0xeb, 0xf0, 0xf5, 0xff}
	navy   = color.RGBA{0x00, 0x2d, 0x54, 0xff}
	teal   = color.RGBA{0x2b, 0x9c, 0x93, 0xff}
	purple = color.RGBA{0x6a, 0x20, 0x63, 0xff}
	orange = color.RGBA{0xe5, 0x68, 0x2a, 0xff}
	white  = color.RGBA{0xff, 0xff, 0xff, 0xff}
)

// drawing is a picture of 100 by 100 units.
type drawing struct{ *image.RGBA }

func (d drawing) scaled(v float64) float32 { return float32(v * side / 100) }

// shape fills the corners that are given as pairs.
func (d drawing) shape(c color.RGBA, xy ...float64) {
	r := vector.NewRasterizer(side, side)
	r.MoveTo(d.scaled(xy[0]), d.scaled(xy[1]))
	for i := 2; i < len(xy); i += 2 {
		r.LineTo(d.scaled(xy[i]), d.scaled(xy[i+1]))
	}
	r.ClosePath()
	r.Draw(d.RGBA, d.Bounds(), image.NewUniform(c), image.Point{})
}

func (d drawing) box(c color.RGBA, x, y, width, height float64) {
	d.shape(c, x, y, x+width, y, x+width, y+height, x, y+height)
}

// arc is a ring from one angle to another, in turns clockwise from the top; from 0 to 1 is
// all of it.
func (d drawing) arc(c color.RGBA, x, y, outer, inner, from, to float64) {
	const steps = 60
	var out, in []float64
	for i := range steps + 1 {
		a := 2 * math.Pi * (from + (to-from)*float64(i)/steps)
		out = append(out, x+outer*math.Sin(a), y-outer*math.Cos(a))
		in = append(in, y-inner*math.Cos(a), x+inner*math.Sin(a))
	}
	slices.Reverse(in) // the pairs too, which is why y is before x
	d.shape(c, append(out, in...)...)
}

func (d drawing) disc(c color.RGBA, x, y, radius float64) { d.arc(c, x, y, radius, 0, 0, 1) }

// person is a head and shoulders, so tall.
func (d drawing) person(c color.RGBA, x, y, tall float64) {
	d.disc(c, x, y+tall*0.2, tall*0.19)
	d.arc(c, x, y+tall*0.78, tall*0.34, 0, 0.75, 1.25)
	d.box(c, x-tall*0.34, y+tall*0.77, tall*0.68, tall*0.23)
}

// pictures are those of the Easy Read version by the names of their files.
var pictures = map[string]func(drawing){
	"report.png": func(d drawing) {
		d.box(white, 24, 10, 52, 80)
		d.box(navy, 32, 20, 36, 8)
		for i := range 5 {
			d.box(teal, 32, 38+float64(i)*9, 36-float64(i%2)*8, 4)
		}
	},
	"people.png": func(d drawing) {
		d.person(teal, 24, 30, 50)
		d.person(purple, 76, 30, 50)
		d.person(navy, 50, 22, 66)
	},
	"home.png": func(d drawing) {
		d.shape(orange, 50, 14, 90, 50, 10, 50)
		d.box(navy, 20, 50, 60, 38)
		d.box(white, 42, 62, 16, 26)
		d.box(white, 26, 56, 11, 11)
		d.box(white, 63, 56, 11, 11)
	},
	"hospital.png": func(d drawing) {
		d.box(navy, 18, 22, 64, 66)
		d.box(white, 44, 30, 12, 32)
		d.box(white, 34, 40, 32, 12)
		d.box(white, 42, 70, 16, 18)
	},
	"carer.png": func(d drawing) {
		d.person(navy, 36, 16, 70)
		d.person(teal, 68, 36, 50)
		d.disc(orange, 78, 20, 7)
		d.disc(orange, 90, 20, 7)
		d.shape(orange, 71.6, 22.5, 96.4, 22.5, 84, 38)
	},
	"family.png": func(d drawing) {
		d.person(navy, 26, 20, 66)
		d.person(purple, 74, 20, 66)
		d.person(orange, 50, 46, 40)
	},
	"waiting.png": func(d drawing) {
		d.disc(navy, 50, 50, 40)
		d.disc(white, 50, 50, 33)
		d.box(navy, 47.5, 24, 5, 28)
		d.shape(navy, 48, 48, 70, 60, 68, 64, 47, 53)
	},
	"fall.png": func(d drawing) {
		d.disc(purple, 26, 66, 9)
		d.shape(purple, 34, 66, 66, 72, 64, 82, 32, 77)
		d.shape(purple, 62, 72, 86, 62, 89, 68, 64, 82)
		d.box(navy, 10, 84, 82, 5)
		d.shape(orange, 48, 16, 54, 16, 53, 44, 49, 44)
		d.disc(orange, 51, 52, 3.5)
	},
	"money.png": func(d drawing) {
		d.disc(navy, 50, 50, 40)
		d.arc(white, 54, 39, 15, 9, -0.25, 0.25)
		d.box(white, 39, 38, 6, 28)
		d.box(white, 33, 48, 26, 6)
		d.box(white, 32, 64, 38, 6)
	},
	"more-money.png": func(d drawing) {
		d.box(teal, 16, 52, 26, 36)
		d.box(orange, 58, 24, 26, 64)
		d.box(navy, 8, 86, 84, 4)
	},
	"plan.png": func(d drawing) {
		d.box(navy, 14, 18, 72, 70)
		d.box(white, 19, 36, 62, 47)
		d.box(teal, 28, 10, 6, 16)
		d.box(teal, 66, 10, 6, 16)
		d.shape(teal, 32, 58, 38, 53, 47, 62, 63, 43, 69, 48, 47, 73)
	},
	"telephone.png": func(d drawing) {
		d.box(navy, 30, 8, 40, 84)
		d.box(white, 34, 18, 32, 60)
		d.disc(white, 50, 85, 4)
	},
	"letter.png": func(d drawing) {
		d.box(navy, 10, 26, 80, 52)
		d.shape(white, 14, 30, 86, 30, 50, 56)
		d.shape(white, 14, 36, 50, 62, 86, 36, 86, 74, 14, 74)
	},
	"talk.png": func(d drawing) {
		d.box(teal, 12, 16, 54, 36)
		d.shape(teal, 22, 50, 38, 50, 22, 66)
		d.box(navy, 38, 46, 50, 30)
		d.shape(navy, 66, 74, 80, 74, 80, 88)
	},
}

// writePictures draws the pictures into a folder.
func writePictures(folder string) error {
	if err := os.MkdirAll(folder, 0o755); err != nil {
		return err
	}
	for name, draws := range pictures {
		d := drawing{image.NewRGBA(image.Rect(0, 0, side, side))}
		draw.Draw(d.RGBA, d.Bounds(), image.NewUniform(ground), image.Point{}, draw.Src)
		draws(d)
		var b bytes.Buffer
		encoder := png.Encoder{CompressionLevel: png.BestCompression}
		if err := encoder.Encode(&b, d.RGBA); err != nil {
			return err
		}
		if err := os.WriteFile(filepath.Join(folder, name), b.Bytes(), 0o644); err != nil {
			return err
		}
	}
	return nil
}
