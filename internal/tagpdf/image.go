package tagpdf

import (
	"bytes"
	"crypto/sha256"
	"encoding/binary"
	"encoding/hex"
	"fmt"
	"image"
	"image/color"
	"image/draw"
	"image/jpeg"
	"image/png"
)

// Image is a picture that can be drawn.
type Image struct {
	Width, Height int // in pixels
	name          string
	kind          string // png or jpg, as fpdf names them
	data          []byte
}

// ReadImage reads a PNG or JPEG file whole, so that a broken one is an error
// here and not when the page is drawn.
func ReadImage(data []byte, mediaType string) (*Image, error) {
	plain, kind, err := plainImage(data, mediaType)
	if err != nil {
		return nil, err
	}
	pixels, _, err := image.Decode(bytes.NewReader(plain))
	if err != nil {
		return nil, fmt.Errorf("the image can't be read: %w", err)
	}
	size := pixels.Bounds().Size()
	if size.X <= 0 || size.Y <= 0 {
		return nil, fmt.Errorf("the image can't be drawn: it is %d by %d pixels", size.X, size.Y)
	}
	sum := sha256.Sum256(plain)
	return &Image{size.X, size.Y, hex.EncodeToString(sum[:]), kind, plain}, nil
}

// plainImage is the image in a form that fpdf can embed: PNG of at most 8 bits
// a sample, without interlacing and transparent colours, or JPEG that is grey or YCbCr.
func plainImage(data []byte, mediaType string) ([]byte, string, error) {
	switch mediaType {
	case "image/png":
		const bitDepth, interlace = 24, 28 // offsets in the IHDR chunk, PNG (RFC 2083) 4.1.1
		if len(data) > interlace && (data[bitDepth] == 16 || data[interlace] != 0 || hasTransparentColours(data)) {
			return reencode(data)
		}
		return data, "png", nil
	case "image/jpeg":
		c, err := jpeg.DecodeConfig(bytes.NewReader(data))
		if err != nil {
			return nil, "", fmt.Errorf("the image can't be read: %w", err)
		}
		if c.ColorModel != color.GrayModel && c.ColorModel != color.YCbCrModel {
			return reencode(data)
		}
		return data, "jpg", nil
	}
	return nil, "", fmt.Errorf("images are PNG or JPEG, not %q", mediaType)
}

// hasTransparentColours reports whether a PNG says of a colour, or of each colour
// of its palette, how transparent it is: fpdf knows one colour that is so wholly.
func hasTransparentColours(data []byte) bool {
	const head, around = 8, 12 // the signature; a chunk's length, kind and checksum
	for at := head; at+around <= len(data); {
		switch string(data[at+4 : at+8]) {
		case "tRNS":
			return true
		case "IDAT":
			return false
		}
		length := binary.BigEndian.Uint32(data[at:])
		if uint64(length) > uint64(len(data)) {
			return false
		}
		at += around + int(length)
	}
	return false
}

// reencode is the image as a plain PNG.
func reencode(data []byte) ([]byte, string, error) {
	img, _, err := image.Decode(bytes.NewReader(data))
	if err != nil {
		return nil, "", fmt.Errorf("the image can't be read: %w", err)
	}
	plain := image.NewNRGBA(img.Bounds())
	draw.Draw(plain, plain.Bounds(), img, img.Bounds().Min, draw.Src)
	var b bytes.Buffer
	if err := png.Encode(&b, plain); err != nil {
		return nil, "", fmt.Errorf("the image can't be converted: %w", err)
	}
	return b.Bytes(), "png", nil
}
