package pdf

import (
	"bytes"
	"image"
	"image/color"
	"image/png"
	"strings"
	"testing"

	"apr/internal/document"
	"apr/internal/source"
	"apr/internal/tagpdf"
	"apr/internal/tagpdf/tagpdftest"
)

func picture(t *testing.T, alt string, width, height int) *document.BrandPicture {
	t.Helper()
	var b bytes.Buffer
	if err := png.Encode(&b, image.NewGray(image.Rect(0, 0, width, height))); err != nil {
		t.Fatal(err)
	}
	return &document.BrandPicture{Alt: alt, MediaType: "image/png", Data: b.Bytes(), Position: source.Position{File: "apr.yaml", Line: 7, Column: 3}}
}

// TestCoverPictures reads back what is said of the cover's pictures.
func TestCoverPictures(t *testing.T) {
	for _, test := range []struct {
		name string
		alt  string
		want []string
	}{
		{"described", "Boats in a harbour", []string{"The council's arms", "Boats in a harbour"}},
		{"decorative", "", []string{"The council's arms"}},
	} {
		t.Run(test.name, func(t *testing.T) {
			doc := report(chapter("one", para("Text.")))
			doc.Meta.Brand = document.Brand{Name: "The Partnership", Logo: picture(t, "The council's arms", 60, 20), Cover: picture(t, test.alt, 90, 40)}
			out, err := Render(doc)
			if err != nil {
				t.Fatal(err)
			}
			back, err := tagpdftest.Read(out)
			if err != nil {
				t.Fatal(err)
			}
			var alts []string
			for _, f := range back.Root.All("Figure") {
				alts = append(alts, f.Alt)
			}
			if strings.Join(alts, "|") != strings.Join(test.want, "|") {
				t.Errorf("the figures say %q, want %q", alts, test.want)
			}
			if text := back.Root.Text(); !strings.Contains(text, "The Partnership") {
				t.Errorf("the cover doesn't name the partnership: %.200q", text)
			}
		})
	}
	doc := report(chapter("one", para("Text.")))
	broken := picture(t, "Arms", 60, 20)
	broken.Data = broken.Data[:len(broken.Data)-20]
	doc.Meta.Brand.Logo = broken
	if _, err := Render(doc); err == nil || !strings.Contains(err.Error(), "the logo: apr.yaml:7:3: the image can't be read") {
		t.Errorf("a broken logo: %v", err)
	}
}

// TestCoverPictureFits holds the picture within the page, and lets notes go on
// the next where there is no room for both.
func TestCoverPictureFits(t *testing.T) {
	page, _ := tagpdf.Portrait.Size()
	for _, test := range []struct {
		name          string
		width, height int
		notes         float64 // height
		across, next  bool
	}{
		{"wide, few notes", 1600, 400, 100, true, false},
		{"wide, many notes", 1600, 400, 300, true, true},
		{"high", 400, 1600, 100, false, false},
	} {
		c := &coverPicture{image: &tagpdf.Image{Width: test.width, Height: test.height}}
		notes := []*strip{{height: test.notes}}
		const room = 320
		c.fit(room, notes)
		if across := c.x == 0 && c.width == page; across != test.across {
			t.Errorf("%s: at %v, %v wide", test.name, c.x, c.width)
		}
		if notes[0].newPage != test.next {
			t.Errorf("%s: the notes go on the next page: %v", test.name, notes[0].newPage)
		}
		left := float64(room)
		if !test.next {
			left -= test.notes
		}
		if c.above+c.height > left+0.001 || c.x+c.width > page {
			t.Errorf("%s: %v × %v doesn't fit %v", test.name, c.width, c.height, left)
		}
	}
}

// TestLook keeps colours that mean something out of a brand's reach.
func TestLook(t *testing.T) {
	p := &painter{look: lookOf(document.Brand{Colour: &color.RGBA{R: 1, A: 255}, Accent: &color.RGBA{G: 2, A: 255}})}
	for house, want := range map[tagpdf.Colour]tagpdf.Colour{
		navy: {R: 1}, blue: {R: 1}, purple: {R: 1}, teal: {G: 2}, paleBlue: white, tintNavy: ink(document.Boxes),
		orange: orange, green: green, amber: amber, red: red, black: black, grey: grey, white: white,
	} {
		if got := p.ink(house); got != want {
			t.Errorf("%v becomes %v, want %v", house, got, want)
		}
	}
	if p := (&painter{look: lookOf(document.Brand{})}); p.ink(navy) != navy {
		t.Error("without a brand a colour changes")
	}
}
