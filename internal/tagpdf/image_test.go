package tagpdf_test

import (
	"bytes"
	"image"
	"image/color"
	"image/jpeg"
	"image/png"
	"testing"

	"apr/internal/rounds"
	"apr/internal/tagpdf"
	"apr/internal/tagpdf/tagpdftest"
)

func encodePNG(t *testing.T, img image.Image) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := png.Encode(&b, img); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func TestImages(t *testing.T) {
	size := image.Rect(0, 0, 5, 3)
	clear := image.NewNRGBA(size)
	clear.Set(1, 1, color.NRGBA{R: 255, A: 128})
	deep := image.NewRGBA64(size)
	deep.Set(2, 2, color.RGBA64{G: 0xffff, A: 0xffff})
	paletted := image.NewPaletted(size, color.Palette{color.Black, color.White})
	var photo bytes.Buffer
	if err := jpeg.Encode(&photo, image.NewRGBA(size), nil); err != nil {
		t.Fatal(err)
	}
	for _, test := range []struct {
		name, mediaType string
		data            []byte
	}{
		{"transparent", "image/png", encodePNG(t, clear)},
		{"16 bits", "image/png", encodePNG(t, deep)},
		{"grey", "image/png", encodePNG(t, image.NewGray(size))},
		{"palette", "image/png", encodePNG(t, paletted)},
		{"JPEG", "image/jpeg", photo.Bytes()},
	} {
		t.Run(test.name, func(t *testing.T) {
			img, err := tagpdf.ReadImage(test.data, test.mediaType)
			if err != nil {
				t.Fatal(err)
			}
			if img.Width != 5 || img.Height != 3 {
				t.Errorf("%d by %d pixels", img.Width, img.Height)
			}
			out, err := write(t, func(w *tagpdf.Writer) {
				f := w.Begin(tagpdf.Figure, tagpdf.Alt("a picture"), tagpdf.BBox(10, 10, 50, 30))
				w.Image(img, 10, 10, 50, 30)
				w.Image(img, 10, 50, 50, 30) // embedded once
				w.End(f)
			})
			if err != nil {
				t.Fatal(err)
			}
			if _, err := tagpdftest.Read(out); err != nil {
				t.Error(err)
			}
		})
	}
}

// TestTransparentPalette: a palette whose colours are more or less transparent
// keeps them so, by a mask of its own.
func TestTransparentPalette(t *testing.T) {
	logo := image.NewPaletted(image.Rect(0, 0, 5, 3), color.Palette{color.NRGBA{B: 90, A: 255}, color.NRGBA{}, color.NRGBA{A: 128}})
	logo.Pix[1], logo.Pix[2] = 1, 2
	img, err := tagpdf.ReadImage(encodePNG(t, logo), "image/png")
	if err != nil {
		t.Fatal(err)
	}
	out, err := write(t, func(w *tagpdf.Writer) {
		f := w.Begin(tagpdf.Figure, tagpdf.Alt("a logo"), tagpdf.BBox(10, 10, 50, 30))
		w.Image(img, 10, 10, 50, 30)
		w.End(f)
	})
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Contains(out, []byte("/SMask")) || bytes.Contains(out, []byte("/Mask [")) || bytes.Contains(out, []byte("/Mask[")) {
		t.Error("the transparency isn't a soft mask")
	}
}

func TestBrokenImages(t *testing.T) {
	good := encodePNG(t, image.NewGray(image.Rect(0, 0, 5, 3)))
	for _, test := range []struct {
		name, mediaType string
		data            []byte
	}{
		{"empty", "image/png", nil},
		{"cut", "image/png", good[:len(good)/2]},
		{"not JPEG", "image/jpeg", good},
		{"of another kind", "image/gif", good},
	} {
		if _, err := tagpdf.ReadImage(test.data, test.mediaType); err == nil {
			t.Errorf("%s: no error", test.name)
		}
	}
}

// TestImagesOfOneWidth asks for the same bytes each time: fpdf has such images in the
// order of a map.
func TestImagesOfOneWidth(t *testing.T) {
	var images []*tagpdf.Image
	add := func(width int, picture image.Image) {
		img, err := tagpdf.ReadImage(encodePNG(t, picture), "image/png")
		if err != nil || img.Width != width {
			t.Fatal(img.Width, err)
		}
		images = append(images, img)
	}
	for i := range 3 {
		size := image.Rect(0, 0, 5, 3+i)
		clear := image.NewNRGBA(size)
		clear.Set(1, 1, color.NRGBA{R: 255, A: 128})
		add(5, clear)
		add(5, image.NewPaletted(size, color.Palette{color.Black, color.Gray{Y: uint8(10 * i)}}))
		add(5, image.NewGray(size))
	}
	add(2, image.NewGray(image.Rect(0, 0, 2, 2)))
	draw := func(w *tagpdf.Writer) {
		f := w.Begin(tagpdf.Figure, tagpdf.Alt("pictures"), tagpdf.BBox(10, 10, 50, 500))
		for i, img := range append(images, images[3]) {
			w.Image(img, 10, 10+40*float64(i), 30, 30)
		}
		w.End(f)
	}
	want, err := write(t, draw)
	if err != nil {
		t.Fatal(err)
	}
	for range rounds.Of(t, 10) {
		got, err := write(t, draw)
		if err != nil {
			t.Fatal(err)
		}
		if !bytes.Equal(got, want) {
			t.Fatal("not the same bytes")
		}
	}
}
