package picture

import (
	"bytes"
	"image"
	"image/draw"
)

// Look is what a picture looks like at first sight.
type Look struct {
	// Size is that of the file in pixels, as its Exif orientation turns it.
	Size Size
	// Transparent is true of a picture in which there is nothing at all, and Plain of
	// one that is of one colour all over.
	Transparent, Plain bool
}

// leastPixels is how many pixels to the byte a file has that has nothing in it. No
// other has as many, and need be decoded; small ones are decoded in no time.
const (
	leastPixels = 15
	smallEnough = 20_000
)

// At looks at a PNG or JPEG file; ok is false of what isn't one, or can't be shown.
func At(data []byte) (look Look, ok bool) {
	config, format, err := image.DecodeConfig(bytes.NewReader(data))
	if err != nil || format != "png" && format != "jpeg" || config.Width < 1 || config.Height < 1 || config.Width > maxPixels/config.Height {
		return Look{}, false
	}
	bare, err := bareFile(format, data)
	if err != nil {
		return Look{}, false
	}
	look.Size = Size{config.Width, config.Height}
	if orientation(format, data) >= 5 { // a quarter turn
		look.Size = Size{config.Height, config.Width}
	}
	if n := config.Width * config.Height; n > smallEnough && n < leastPixels*len(bare) {
		return look, true
	}
	pixels, _, err := image.Decode(bytes.NewReader(data))
	if err != nil {
		return Look{}, false
	}
	look.Transparent, look.Plain = plain(pixels)
	return look, true
}

// sameColour is how far colours of one may be apart, of 255, in a JPEG.
const sameColour = 6

// plain reports whether a picture is transparent all over, or of one colour.
func plain(pixels image.Image) (transparent, oneColour bool) {
	bounds := pixels.Bounds()
	row := image.NewNRGBA(image.Rect(0, 0, bounds.Dx(), 1))
	transparent, oneColour = true, true
	var first [4]uint8
	for y := range bounds.Dy() {
		draw.Draw(row, row.Rect, pixels, image.Pt(bounds.Min.X, bounds.Min.Y+y), draw.Src)
		for i := 0; i < len(row.Pix); i += 4 {
			pixel := [4]uint8(row.Pix[i:])
			if y == 0 && i == 0 {
				first = pixel
			}
			transparent = transparent && pixel[3] == 0
			oneColour = oneColour && alike(first, pixel)
		}
		if !transparent && !oneColour {
			return false, false
		}
	}
	return transparent, oneColour && !transparent
}

func alike(a, b [4]uint8) bool {
	for c := range a {
		if max(a[c], b[c])-min(a[c], b[c]) > sameColour {
			return false
		}
	}
	return true
}
