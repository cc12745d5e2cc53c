package picture

import (
	"bytes"
	"encoding/binary"
	"errors"
	"hash/crc32"
	"image"
	"image/jpeg"
	"image/png"
	"strings"
	"testing"
)

// header is the beginning of a PNG of that size.
func header(width, height uint32) []byte {
	b := []byte("\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR")
	b = binary.BigEndian.AppendUint32(b, width)
	b = binary.BigEndian.AppendUint32(b, height)
	b = append(b, 8, 2, 0, 0, 0)
	return binary.BigEndian.AppendUint32(b, crc32.ChecksumIEEE(b[12:]))
}

func TestMediaType(t *testing.T) {
	var p, j bytes.Buffer
	small := image.NewGray(image.Rect(0, 0, 3, 2))
	if err := errors.Join(png.Encode(&p, small), jpeg.Encode(&j, small, nil)); err != nil {
		t.Fatal(err)
	}
	for _, test := range []struct {
		name string
		data []byte
		want string // the type, or what the error says
	}{
		{"png", p.Bytes(), "image/png"},
		{"jpeg", j.Bytes(), "image/jpeg"},
		{"as large as may be", header(5000, 5000), "logo.png is a PNG picture that breaks off"},
		{"too large", header(5001, 5000), "logo.png has 5001 × 5000 pixels; a picture may have 25 million"},
		{"as large as numbers go", header(1<<31-1, 1<<31-1), "logo.png"},
		{"gif", []byte("GIF89a\x01\x00\x01\x00\x00\x00\x00;"), "logo.png is named .png and is a GIF picture"},
		{"svg", []byte("<svg/>"), "logo.png is named .png and is an SVG picture"},
		{"empty", nil, "logo.png is empty"},
		{"broken off", p.Bytes()[:p.Len()-20], "logo.png is a PNG picture that breaks off"},
		{"broken off at once", p.Bytes()[:10], "logo.png is a PNG picture that breaks off"},
		{"a JPEG broken off", j.Bytes()[:j.Len()/2], "logo.png is a"},
		{"a text", []byte("Our ward"), "logo.png is not a PNG or JPEG picture"},
	} {
		got, err := MediaType("logo.png", test.data)
		if unusable, ok := errors.AsType[*Unusable](err); ok {
			got = unusable.Error()
			if unusable.Hint == "" {
				t.Errorf("%s: no hint", test.name)
			}
		}
		if !strings.HasPrefix(got, test.want) {
			t.Errorf("%s: got %q, want %q", test.name, got, test.want)
		}
	}
}
