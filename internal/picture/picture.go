// Package picture makes of a picture file what every format of the report can
// hold: upright, no larger than it is shown, and with nothing in it that a reader
// can't see. A telephone writes into a photograph where it was taken.
package picture

import (
	"bytes"
	"errors"
	"fmt"
	"image"
	"image/color"
	"image/jpeg"
	"image/png"
	"io"
	"path"
	"strings"
)

// maxPixels bounds pictures, which are uncompressed in memory. A4 at 300 dots an
// inch has 9 million.
const maxPixels = 25_000_000

// Unusable is why a file can't be shown, and what to do.
type Unusable struct{ Message, Hint string }

// Error makes it an error.
func (u *Unusable) Error() string { return u.Message }

// Size is a width and a height in pixels.
type Size struct{ Width, Height int }

// The largest that pictures are shown, twice over for dense screens, which is
// also 300 dots an inch and more in print.
var (
	// InText is the size of the narrative's pictures: a page shows them 1,080
	// pixels wide.
	InText = Size{2160, 2160}
	// OfLogo is the size of a logo: 220 by 64 points in print.
	OfLogo = Size{920, 270}
	// OfCover is the size of the picture on the cover, which goes from edge to edge.
	OfCover = Size{2560, 2560}
)

// Picture is a picture that every format can hold.
type Picture struct {
	// MediaType is image/png or image/jpeg.
	MediaType string
	Data      []byte
}

// quality is that of the JPEGs that are made here.
const quality = 85

// Read makes a picture of a PNG or JPEG file. It is turned as its Exif
// orientation asks, scaled down to fit most, and its metadata are left out: Exif,
// XMP, IPTC, comments, texts, times, thumbnails, and whatever follows the
// picture in the file. Where nothing has to be turned or scaled the pixels stay
// exactly as they are. The same file gives the same bytes. The error is an
// *Unusable that names the file.
func Read(name string, data []byte, most Size) (Picture, error) {
	config, format, err := image.DecodeConfig(bytes.NewReader(data))
	// A library of another package may have taught image to decode other formats.
	if err != nil || config.Width < 1 || config.Height < 1 || format != "png" && format != "jpeg" {
		return Picture{}, notAPicture(name, data)
	}
	if config.Width > maxPixels/config.Height {
		return Picture{}, &Unusable{
			fmt.Sprintf("%s has %d × %d pixels; a picture may have %d million", name, config.Width, config.Height, maxPixels/1_000_000),
			"scale it down: 2,000 pixels across are enough to print",
		}
	}
	bare, err := bareFile(format, data)
	var pixels image.Image
	if err == nil {
		pixels, _, err = image.Decode(bytes.NewReader(data))
	}
	switch {
	case errors.Is(err, errCutOff), errors.Is(err, io.ErrUnexpectedEOF), errors.Is(err, io.EOF):
		return Picture{}, &Unusable{name + " is cut off: a part of the picture is missing", "copy it again from where it came from"}
	case err != nil:
		return Picture{}, &Unusable{name + " is damaged and can't be shown", "save it again from the program that it came from"}
	}
	return prepare(pixels, format, bare, orientation(format, data), most)
}

// What can be wrong with a file.
var (
	errCutOff  = errors.New("cut off")
	errDamaged = errors.New("damaged")
)

// bareFile is the file without metadata.
func bareFile(format string, data []byte) ([]byte, error) {
	if format == "png" {
		return barePNG(data)
	}
	return bareJPEG(data)
}

// prepare turns and scales the pixels where that is needed, and otherwise keeps
// the file without its metadata.
func prepare(pixels image.Image, format string, bare []byte, turn int, most Size) (Picture, error) {
	size := pixels.Bounds().Size()
	if turn >= 5 { // a quarter turn
		most.Width, most.Height = most.Height, most.Width
	}
	to := fit(size, most)
	upright := turn == 1
	plain := format == "png" || plainJPEG(pixels.ColorModel())
	if upright && plain && to == size {
		return smaller(Picture{"image/" + format, bare}, pixels)
	}
	made, err := encode(turned(scaled(pixels, to), turn), format, profileOf(format, bare, plain))
	if err != nil {
		return Picture{}, err
	}
	if upright && plain && len(made) >= len(bare) {
		made = bare // a drawing of few colours is smaller as it came
	}
	return smaller(Picture{"image/" + format, made}, nil)
}

// plainJPEG reports whether every program shows the colours of such a JPEG alike.
func plainJPEG(m color.Model) bool { return m == color.GrayModel || m == color.YCbCrModel }

// fit is the size of a picture that is scaled down to fit most.
func fit(size image.Point, most Size) image.Point {
	switch {
	case size.X <= most.Width && size.Y <= most.Height:
		return size
	case size.X*most.Height > size.Y*most.Width:
		return image.Pt(most.Width, max(1, (size.Y*most.Width+size.X/2)/size.X))
	}
	return image.Pt(max(1, (size.X*most.Height+size.Y/2)/size.Y), most.Height)
}

// encode writes pixels in a format, with the colour profile that they came with.
func encode(pixels *image.NRGBA, format string, profile []byte) ([]byte, error) {
	var b bytes.Buffer
	if format == "png" {
		if err := png.Encode(&b, pixels); err != nil {
			return nil, fmt.Errorf("writing a PNG: %w", err)
		}
		return withPNGProfile(b.Bytes(), profile), nil
	}
	// A JPEG has no transparency, and so premultiplied colours are the same.
	opaque := &image.RGBA{Pix: pixels.Pix, Stride: pixels.Stride, Rect: pixels.Rect}
	if err := jpeg.Encode(&b, opaque, &jpeg.Options{Quality: quality}); err != nil {
		return nil, fmt.Errorf("writing a JPEG: %w", err)
	}
	return withJPEGProfile(b.Bytes(), profile), nil
}

// smaller is a photograph that was saved as PNG as JPEG, which takes a fraction
// of the room. Drawings, which PNG holds well, stay as they are.
func smaller(p Picture, pixels image.Image) (Picture, error) {
	const large, times = 1 << 20, 3
	if p.MediaType != "image/png" || len(p.Data) < large || profileOf("png", p.Data, true) != nil {
		return p, nil
	}
	if pixels == nil {
		var err error
		if pixels, err = png.Decode(bytes.NewReader(p.Data)); err != nil {
			return Picture{}, fmt.Errorf("reading a PNG: %w", err)
		}
	}
	if o, ok := pixels.(interface{ Opaque() bool }); !ok || !o.Opaque() {
		return p, nil
	}
	made, err := encode(scaled(pixels, pixels.Bounds().Size()), "jpeg", nil)
	if err == nil && len(made) < len(p.Data)/times {
		p = Picture{"image/jpeg", made}
	}
	return p, err
}

// others are pictures that a report can't hold, by how their files begin.
var others = []struct{ begins, name string }{
	{"GIF8", "a GIF"}, {"BM", "a BMP"}, {"II*\x00", "a TIFF"}, {"MM\x00*", "a TIFF"}, {"RIFF", "a WebP"}, {"%PDF", "a PDF"},
	{"<svg", "an SVG"}, {"<?xml", "an SVG"}, {"\x89PNG", "a PNG"}, {"\xff\xd8", "a JPEG"}, {"\xd7\xcd\xc6\x9a", "a WMF"},
}

// notAPicture says what a file is that is neither PNG nor JPEG, as far as that can be
// seen. Names say little: who renames a GIF to .png has no PNG.
func notAPicture(name string, data []byte) *Unusable {
	kind := ""
	for _, o := range others {
		if bytes.HasPrefix(bytes.TrimLeft(data, " \r\n\ufeff"), []byte(o.begins)) {
			kind = o.name
			break
		}
	}
	if len(data) > 12 && kind == "" && strings.HasPrefix(string(data[4:12]), "ftyphei") {
		kind = "a HEIC"
	}
	if len(data) > 44 && kind == "" && string(data[40:44]) == " EMF" { // as Office draws charts
		kind = "an EMF"
	}
	ending := strings.ToLower(path.Ext(name))
	named := ending == ".png" || ending == ".jpg" || ending == ".jpeg"
	switch {
	case len(data) == 0:
		return &Unusable{fmt.Sprintf("%s is empty", name), "copy or download it again"}
	case kind == "a PNG" || kind == "a JPEG":
		return &Unusable{fmt.Sprintf("%s is %s picture that breaks off or is damaged", name, kind), "copy or download it again, or open it and save it again"}
	case kind != "" && named:
		return &Unusable{fmt.Sprintf("%s is named %s and is %s picture", name, ending, kind),
			"open it in a picture program and save it as PNG or JPEG; another name doesn't change what it is"}
	case kind != "":
		return &Unusable{fmt.Sprintf("%s is %s picture; a report takes PNG and JPEG", name, kind), "open it in a picture program and save it as PNG or JPEG"}
	}
	return &Unusable{fmt.Sprintf("%s is not a PNG or JPEG picture", name), "save it as PNG or JPEG"}
}
