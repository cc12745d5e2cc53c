package picture

import (
	"bytes"
	"encoding/binary"
	"errors"
	"hash/crc32"
	"image"
	"image/color"
	"image/gif"
	"image/jpeg"
	"image/png"
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/bep/imagemeta"

	"apr/internal/rounds"
)

// header is the beginning of a PNG of that size.
func header(width, height uint32) []byte {
	b := []byte("\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR")
	b = binary.BigEndian.AppendUint32(b, width)
	b = binary.BigEndian.AppendUint32(b, height)
	b = append(b, 8, 2, 0, 0, 0)
	return binary.BigEndian.AppendUint32(b, crc32.ChecksumIEEE(b[12:]))
}

func encodeGIF(t testing.TB, img image.Image) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := gif.Encode(&b, img, nil); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func encodePNG(t testing.TB, img image.Image) []byte {
	t.Helper()
	var b bytes.Buffer
	e := png.Encoder{CompressionLevel: png.BestSpeed}
	if err := e.Encode(&b, img); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func encodeJPEG(t testing.TB, img image.Image) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := jpeg.Encode(&b, img, &jpeg.Options{Quality: 95}); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func decode(t testing.TB, data []byte) image.Image {
	t.Helper()
	img, _, err := image.Decode(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	return img
}

// quarters is a picture whose quarters are red, green, blue and white.
func quarters(width, height int) *image.NRGBA {
	img := image.NewNRGBA(image.Rect(0, 0, width, height))
	for y := range height {
		for x := range width {
			img.Set(x, y, corners[2*(2*y/height)+2*x/width])
		}
	}
	return img
}

var corners = [4]color.NRGBA{{R: 255, A: 255}, {G: 255, A: 255}, {B: 255, A: 255}, {R: 255, G: 255, B: 255, A: 255}}

// photograph is noise on slopes of colour, which PNG holds badly.
func photograph(width, height int) *image.NRGBA {
	random := rand.New(rand.NewPCG(5, 6))
	img := image.NewNRGBA(image.Rect(0, 0, width, height))
	for i := 0; i < len(img.Pix); i += 4 {
		n := uint8(random.IntN(12))
		x, y := i/4%width, i/4/width
		img.Pix[i], img.Pix[i+1], img.Pix[i+2], img.Pix[i+3] = uint8(x*240/width)+n, uint8(y*240/height)+n, 100+n, 255
	}
	return img
}

const secret = "SECRET-55.8642N"

// exif is Exif data with an orientation, a name of a camera, and a place.
func exif(orientation uint16) []byte {
	le := binary.LittleEndian
	b := []byte("II*\x00\x08\x00\x00\x00")
	entry := func(tag, kind uint16, count, value uint32) {
		b = le.AppendUint16(le.AppendUint16(b, tag), kind)
		b = le.AppendUint32(le.AppendUint32(b, count), value)
	}
	b = le.AppendUint16(b, 3)
	const after, gps = 8 + 2 + 3*12 + 4, 8 + 2 + 3*12 + 4 + len(secret) + 1
	entry(0x010f, 2, uint32(len(secret)+1), after)
	entry(0x0112, 3, 1, uint32(orientation))
	entry(0x8825, 4, 1, uint32(gps))
	b = append(le.AppendUint32(b, 0), secret+"\x00"...)
	b = le.AppendUint16(b, 1)
	entry(0x0001, 2, 2, 'N')
	return le.AppendUint32(b, 0)
}

// segments puts APPn segments and comments at the head of a JPEG.
func segments(data []byte, of ...string) []byte {
	out := bytes.Clone(data[:2])
	for _, s := range of {
		out = append(out, 0xff, s[0])
		out = binary.BigEndian.AppendUint16(out, uint16(len(s)+1))
		out = append(out, s[1:]...)
	}
	return append(out, data[2:]...)
}

// chunks puts chunks after the header of a PNG.
func chunks(data []byte, of ...string) []byte {
	_, _, next := chunk(data, len(pngHead))
	out := bytes.Clone(data[:next])
	for _, c := range of {
		out = appendChunk(out, c[:4], []byte(c[4:]))
	}
	return append(out, data[next:]...)
}

// private is a picture of each format with everything that files tell in secret.
func private(t testing.TB, orientation uint16, img image.Image) map[string][]byte {
	e := string(exif(orientation))
	return map[string][]byte{
		"image/jpeg": append(segments(encodeJPEG(t, img), "\xe1Exif\x00\x00"+e, "\xe1http://ns.adobe.com/xap/1.0/\x00<x>"+secret+"</x>",
			"\xedPhotoshop 3.0\x008BIM\x04\x04"+secret, "\xe2MPF\x00"+secret, "\xe2ICC_PROFILE\x00\x01\x01"+secret,
			"\xe0JFXX\x00\x10"+secret, "\xe0JFIF\x00\x01\x01\x00\x00\x01\x00\x01\x01\x01"+secret, "\xeeAdobe\x00d\x00\x00\x00\x00\x01"+secret,
			"\xfe"+secret, "\xef"+secret), secret...),
		"image/png": append(chunks(encodePNG(t, img), "eXIf"+e, "tEXtComment\x00"+secret, "iTXtXML:com.adobe.xmp\x00\x00\x00\x00\x00"+secret,
			"zTXt"+secret, "tIME\x07\xe9\x06\x01\x0c\x00\x00", "iCCP"+secret+"\x00\x00", "prVt"+secret, "pHYs\x00\x00\x0b\x13\x00\x00\x0b\x13\x01"), secret...),
	}
}

// bareOf fails where a picture has anything private left.
func bareOf(t testing.TB, p Picture) {
	t.Helper()
	if bytes.Contains(p.Data, []byte("SECRET")) || bytes.Contains(p.Data, []byte("tIME")) {
		t.Errorf("the %s holds something private", p.MediaType)
	}
	kind := imagemeta.JPEG
	if p.MediaType == "image/png" {
		kind = imagemeta.PNG
	}
	_, err := imagemeta.Decode(imagemeta.Options{
		R: bytes.NewReader(p.Data), ImageFormat: kind, Sources: imagemeta.EXIF | imagemeta.IPTC | imagemeta.XMP,
		ShouldHandleTag: func(imagemeta.TagInfo) bool { return true },
		HandleTag: func(tag imagemeta.TagInfo) error {
			t.Errorf("the %s has the tag %s %s", p.MediaType, tag.Namespace, tag.Tag)
			return nil
		},
	})
	if err != nil {
		t.Errorf("the %s: %v", p.MediaType, err)
	}
}

// TestPrivate: nothing that a file tells in secret is left, whether its pixels
// stay as they are, are turned or are scaled.
func TestPrivate(t *testing.T) {
	img := photograph(320, 160)
	for _, test := range rounds.Few(t, []struct {
		orientation uint16
		most, want  Size
		same        bool // the very pixels of the file
	}{
		{1, InText, Size{320, 160}, true},
		{9, InText, Size{320, 160}, true}, // no orientation that Exif knows
		{6, InText, Size{160, 320}, false},
		{1, Size{8, 8}, Size{8, 4}, false},
		{8, Size{8, 8}, Size{4, 8}, false},
	}) {
		for mediaType, data := range private(t, test.orientation, img) {
			if !bytes.Contains(data, []byte(secret)) {
				t.Fatalf("the test's own %s has no secret", mediaType)
			}
			got, err := Read("home.jpg", data, test.most)
			if err != nil {
				t.Fatalf("%s: %v", mediaType, err)
			}
			bareOf(t, got)
			pixels := decode(t, got.Data)
			if size := pixels.Bounds().Size(); got.MediaType != mediaType || size != image.Pt(test.want.Width, test.want.Height) {
				t.Errorf("orientation %d of %s became %s of %v, want %v", test.orientation, mediaType, got.MediaType, size, test.want)
			}
			if test.same && !samePixels(pixels, decode(t, data)) {
				t.Errorf("%s: the pixels changed", mediaType)
			}
			again, err := Read("home.jpg", got.Data, test.most)
			if err != nil || !bytes.Equal(again.Data, got.Data) {
				t.Errorf("%s: what is ready changes again (%v)", mediaType, err)
			}
		}
	}
}

func samePixels(a, b image.Image) bool {
	if a.Bounds() != b.Bounds() {
		return false
	}
	for y := range a.Bounds().Dy() {
		for x := range a.Bounds().Dx() {
			if color.NRGBAModel.Convert(a.At(x, y)) != color.NRGBAModel.Convert(b.At(x, y)) {
				return false
			}
		}
	}
	return true
}

// TestUpright: the corners of a picture are where Exif 3.0, 4.6.5, says that the
// 0th row and the 0th column of the data are.
func TestUpright(t *testing.T) {
	// The quarters, from left to right and from top to bottom, of the upright
	// picture, as numbered in the data.
	want := map[uint16][4]int{
		1: {0, 1, 2, 3}, // row: top, column: left
		2: {1, 0, 3, 2}, // top, right
		3: {3, 2, 1, 0}, // bottom, right
		4: {2, 3, 0, 1}, // bottom, left
		5: {0, 2, 1, 3}, // left, top
		6: {2, 0, 3, 1}, // right, top
		7: {3, 1, 2, 0}, // right, bottom
		8: {1, 3, 0, 2}, // left, bottom
	}
	for orientation, quartersOf := range want {
		for mediaType, data := range private(t, orientation, quarters(64, 32)) {
			got, err := Read("a.jpg", data, InText)
			if err != nil {
				t.Fatal(err)
			}
			img := decode(t, got.Data)
			size := img.Bounds().Size()
			if (orientation >= 5) != (size == image.Pt(32, 64)) {
				t.Errorf("%s, orientation %d: %v", mediaType, orientation, size)
			}
			for i, quarter := range quartersOf {
				at := img.At(size.X/4+i%2*size.X/2, size.Y/4+i/2*size.Y/2)
				if !near(at, corners[quarter]) {
					t.Errorf("%s, orientation %d: quarter %d is %v, want %v", mediaType, orientation, i, at, corners[quarter])
				}
			}
		}
	}
}

// near reports whether colours differ by no more than JPEG changes them.
func near(a, b color.Color) bool {
	p, q := color.NRGBAModel.Convert(a).(color.NRGBA), color.NRGBAModel.Convert(b).(color.NRGBA)
	for _, d := range []int{int(p.R) - int(q.R), int(p.G) - int(q.G), int(p.B) - int(q.B), int(p.A) - int(q.A)} {
		if d > 12 || d < -12 {
			return false
		}
	}
	return true
}

// TestScaled: a large picture is as large as it is shown, and a photograph is no
// PNG.
func TestScaled(t *testing.T) {
	if testing.Short() {
		t.Skip("left out by -short: pictures of millions of pixels")
	}
	for _, test := range []struct {
		name      string
		data      []byte
		mediaType string
		want      image.Point
		most      int // bytes
	}{
		{"photograph", encodeJPEG(t, photograph(2700, 300)), "image/jpeg", image.Pt(2160, 240), 350 << 10},
		{"photograph as PNG", encodePNG(t, photograph(2400, 700)), "image/jpeg", image.Pt(2160, 630), 1 << 20},
		{"drawing", encodePNG(t, quarters(3000, 300)), "image/png", image.Pt(2160, 216), 350 << 10},
		{"strip", encodePNG(t, quarters(2, 5000)), "image/png", image.Pt(1, 2160), 1 << 16},
		{"small", encodePNG(t, quarters(7, 5)), "image/png", image.Pt(7, 5), 1 << 10},
	} {
		got, err := Read("a.png", test.data, InText)
		if err != nil {
			t.Fatal(err)
		}
		size := decode(t, got.Data).Bounds().Size()
		kept := len(got.Data) == len(test.data) // a drawing that scaling would make larger
		if got.MediaType != test.mediaType || size != test.want && !kept || len(got.Data) > test.most {
			t.Errorf("%s: %s, %v, %d bytes; want %s, %v, %d at most", test.name, got.MediaType, size, len(got.Data), test.mediaType, test.want, test.most)
		}
	}
}

// TestMean: a pixel of a scaled picture is the mean of what it covers, and what is
// transparent adds no colour.
func TestMean(t *testing.T) {
	img := image.NewNRGBA(image.Rect(0, 0, 3, 2))
	for x, c := range []color.NRGBA{{R: 90, A: 255}, {R: 30, A: 255}, {G: 77}} {
		img.Set(x, 0, c)
		img.Set(x, 1, c)
	}
	got := scaled(img, image.Pt(2, 1))
	// The first covers the first pixel and half of the second; the second the other half
	// and the third.
	for x, want := range []color.NRGBA{{R: 70, A: 255}, {R: 30, A: 85}} {
		if c := got.NRGBAAt(x, 0); c != want {
			t.Errorf("pixel %d is %v, want %v", x, c, want)
		}
	}
}

// TestTransparency: the transparent colours of a palette stay so, scaled or not.
func TestTransparency(t *testing.T) {
	palette := color.Palette{color.NRGBA{R: 200, A: 255}, color.NRGBA{}, color.NRGBA{B: 200, A: 128}}
	img := image.NewPaletted(image.Rect(0, 0, 300, 100), palette)
	for i := range img.Pix {
		img.Pix[i] = uint8(i % 300 / 100)
	}
	for _, most := range []Size{OfLogo, {Width: 30, Height: 30}} {
		got, err := Read("logo.png", encodePNG(t, img), most)
		if err != nil {
			t.Fatal(err)
		}
		logo := decode(t, got.Data)
		w, h := logo.Bounds().Dx(), logo.Bounds().Dy()
		for i, want := range palette {
			if c := logo.At(w*i/3+w/6, h/2); !near(c, want) {
				t.Errorf("at %d by %d colour %d is %v, want %v", w, h, i, c, want)
			}
		}
	}
}

// profile is a colour profile with a tag.
func profile(tag string) string {
	b := make([]byte, 128, 200)
	copy(b[16:], "RGB ")
	copy(b[36:], "acsp")
	b = binary.BigEndian.AppendUint32(b, 1)
	return string(append(b, tag+"\x00\x00\x00\x90\x00\x00\x00\x04data"...))
}

// TestProfile: what says how colours look stays; a monitor's serial number doesn't.
func TestProfile(t *testing.T) {
	for tag, want := range map[string]bool{"rXYZ": true, "mmod": false} {
		p := profile(tag)
		for _, file := range [][]byte{
			segments(encodeJPEG(t, quarters(32, 16)), "\xe2ICC_PROFILE\x00\x01\x01"+p),
			chunks(encodePNG(t, quarters(32, 16)), "iCCP"+string(packed([]byte(p)))),
		} {
			for _, most := range []Size{InText, {Width: 8, Height: 8}} {
				got, err := Read("a.png", file, most)
				if err != nil {
					t.Fatal(err)
				}
				format := strings.TrimPrefix(got.MediaType, "image/")
				if has := string(profileOf(format, got.Data, true)) == p; has != want {
					t.Errorf("%s in %s, at most %v: kept is %t", tag, format, most, has)
				}
				decode(t, got.Data)
			}
		}
	}
}

func TestUnusable(t *testing.T) {
	photo, drawing := encodeJPEG(t, quarters(64, 64)), encodePNG(t, quarters(64, 64))
	broken := bytes.Clone(drawing)
	broken[len(broken)-20] ^= 0xff
	manyScans := bytes.Clone(photo[:len(photo)-2])
	scan := bytes.LastIndex(photo, []byte{0xff, 0xda})
	manyScans = append(manyScans, bytes.Repeat(photo[scan:len(photo)-2], maxScans)...)
	for _, test := range []struct {
		name string
		data []byte
		want string
	}{
		{"too large", header(5001, 5000), "logo.png has 5001 × 5000 pixels; a picture may have 25 million"},
		{"as large as numbers go", header(1<<31-1, 1<<31-1), "logo.png"},
		{"only a header", header(5000, 5000), "logo.png is cut off"},
		{"PNG cut off", drawing[:len(drawing)-30], "logo.png is cut off"},
		{"JPEG cut off", photo[:len(photo)-30], "logo.png is cut off"},
		{"PNG changed", broken, "logo.png is damaged"},
		{"JPEG of very many scans", append(manyScans, 0xff, 0xd9), "logo.png is damaged"},
		{"gif", []byte("GIF89a\x01\x00\x01\x00\x00\x00\x00;"), "logo.png is named .png and is a GIF picture"},
		{"gif with pixels", encodeGIF(t, quarters(64, 64)), "logo.png is named .png and is a GIF picture"},
		{"svg", []byte("<svg/>"), "logo.png is named .png and is an SVG picture"},
		{"empty", nil, "logo.png is empty"},
		{"a text", []byte("Our ward"), "logo.png is not a PNG or JPEG picture"},
		{"PNG broken off at once", drawing[:10], "logo.png is a PNG picture that breaks off"},
	} {
		_, err := Read("logo.png", test.data, InText)
		unusable, ok := errors.AsType[*Unusable](err)
		if !ok || !strings.HasPrefix(unusable.Error(), test.want) || unusable.Hint == "" {
			t.Errorf("%s: got %v, want %q and a hint", test.name, err, test.want)
		}
	}
}

// FuzzRead: whatever comes in, a picture that comes out can be read, isn't larger
// than asked, has nothing private, and stays as it is from then on.
func FuzzRead(f *testing.F) {
	for _, data := range private(f, 6, quarters(20, 10)) {
		f.Add(data)
	}
	f.Add(header(30, 20))
	f.Add(segments(encodeJPEG(f, quarters(16, 8)), "\xe2ICC_PROFILE\x00\x01\x01"+profile("rXYZ")))
	f.Fuzz(func(t *testing.T, data []byte) {
		if c, _, err := image.DecodeConfig(bytes.NewReader(data)); err == nil && c.Width > 1<<20/max(1, c.Height) {
			return // slow, and no other than a small one
		}
		got, err := Read("a.png", data, Size{40, 40})
		if err != nil {
			if _, ok := errors.AsType[*Unusable](err); !ok {
				t.Fatal(err)
			}
			return
		}
		decode(t, got.Data)
		again, err := Read("a.png", got.Data, Size{40, 40})
		if err != nil || again.MediaType != got.MediaType || !bytes.Equal(again.Data, got.Data) {
			t.Fatalf("it changes again: %v", err)
		}
	})
}
