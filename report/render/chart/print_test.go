package chart

import (
	"bytes"
	"encoding/xml"
	"errors"
	"image"
	"image/color"
	"image/png"
	"io"
	"testing"

	"gonum.org/v1/plot/vg"

	"apr/internal/document"
	"apr/internal/document/documenttest"
)

// printed draws each figure of the document with one of everything.
func printed(t *testing.T) map[string]*Printed {
	t.Helper()
	all := map[string]*Printed{}
	for _, f := range document.Figures(documenttest.OneOfEach()) {
		p, err := Print(f, nil)
		if err != nil {
			t.Fatal(err)
		}
		all[f.ID] = p
	}
	return all
}

func pixels(t *testing.T, p *Printed) image.Image {
	t.Helper()
	picture, err := png.Decode(bytes.NewReader(p.PNG))
	if err != nil {
		t.Fatal(err)
	}
	return picture
}

// hue is the colour at a place in points from the top left corner.
func hue(picture image.Image, x, y float64) color.RGBA {
	const scale = dotsPerInch / 72.0
	return color.RGBAModel.Convert(picture.At(int(x*scale), int(y*scale))).(color.RGBA)
}

// The chart of shares has three stacked bars a row of known colours, from 45, 31
// and 24 per cent: what is seen where says that shapes are filled in their place.
func TestPixelsShowTheChart(t *testing.T) {
	p := printed(t)["figure-share"]
	picture := pixels(t, p)
	w := float64(p.Width)
	bar := float64(p.Height) - 20 // in the lower bar
	seen := map[color.RGBA]bool{}
	for x := 0.0; x < w; x++ {
		seen[hue(picture, x, bar)] = true
	}
	for i := range 3 {
		if !seen[palette[i]] {
			t.Errorf("no segment has the colour %v; seen %v", palette[i], seen)
		}
	}
	if c := hue(picture, w-2, bar); c != palette[2] {
		t.Errorf("the last segment is %v, want %v", c, palette[2])
	}
	if c := hue(picture, w/2, 1); c != paper {
		t.Errorf("the ground is %v", c)
	}
}

// A dashed line has gaps, and a hollow marker paper inside.
func TestPixelsOfLines(t *testing.T) {
	r := newRaster(72, 72)
	d := &drawing{canvas: r, w: 72, h: 72}
	d.stroke(palette[0], 4, nil, point{0, 10}, point{60, 10}, point{60, 60})
	d.stroke(palette[1], 4, []vg.Length{6, 6}, point{0, 30}, point{50, 30})
	d.mark(circle, palette[3], point{30, 50}, 8, true)
	at := func(x, y float64) color.RGBA { return hue(r.pixels, x, y) }
	for _, c := range []struct {
		x, y float64
		want color.RGBA
	}{
		{30, 10, palette[0]}, {60, 40, palette[0]}, {60.5, 9.5, palette[0]}, // the corner too
		{30, 14, paper}, {66, 10, paper},
		{3, 30, palette[1]}, {9, 30, paper}, {15, 30, palette[1]}, {21, 30, paper},
		{30, 50, paper}, {38, 50, palette[3]},
	} {
		if got := at(c.x, c.y); got != c.want {
			t.Errorf("at %v, %v: %v, want %v", c.x, c.y, got, c.want)
		}
	}
}

func TestPrintedIsSmallAndTheSameEachTime(t *testing.T) {
	again := printed(t)
	for id, p := range printed(t) {
		if !bytes.Equal(p.PNG, again[id].PNG) || !bytes.Equal(p.SVG, again[id].SVG) {
			t.Errorf("%s is drawn otherwise the second time", id)
		}
		if len(p.PNG) > 60_000 {
			t.Errorf("%s has %d bytes", id, len(p.PNG))
		}
	}
}

// Texts that XML can't hold still make a picture that a reader of XML takes.
func TestVectorsAreXMLWhateverTheTexts(t *testing.T) {
	f := document.Figures(documenttest.OneOfEach())[0]
	f.Alt = "a\x00b\x0b\uffff<&\"'\xff"
	f.Chart.Series[0].Name = "\x1b[31m\ufffe & <"
	p, err := Print(f, nil)
	if err != nil {
		t.Fatal(err)
	}
	d := xml.NewDecoder(bytes.NewReader(p.SVG))
	for {
		if _, err := d.Token(); errors.Is(err, io.EOF) {
			break
		} else if err != nil {
			t.Fatal(err)
		}
	}
}

func TestPrintRefusesWhatCantBeDrawn(t *testing.T) {
	if _, err := Print(&document.Figure{ID: "none"}, nil); err == nil {
		t.Error("a figure without a chart was drawn")
	}
}

func BenchmarkPrint(b *testing.B) {
	figures := document.Figures(documenttest.OneOfEach())
	for b.Loop() {
		for _, f := range figures {
			if _, err := Print(f, nil); err != nil {
				b.Fatal(err)
			}
		}
	}
}
