package picture

import (
	"bytes"
	"encoding/binary"
	"image"
	"testing"

	"github.com/bep/imagemeta"
)

// libraryOrientation is what a library that knows all of Exif reads.
func libraryOrientation(format string, data []byte) int {
	kind := imagemeta.JPEG
	if format == "png" {
		kind = imagemeta.PNG
	}
	turn := 1
	_, _ = imagemeta.Decode(imagemeta.Options{
		R: bytes.NewReader(data), ImageFormat: kind, Sources: imagemeta.EXIF,
		ShouldHandleTag: func(t imagemeta.TagInfo) bool { return t.Tag == "Orientation" && t.Namespace == "IFD0" },
		HandleTag: func(t imagemeta.TagInfo) error {
			if n, ok := t.Value.(uint16); ok && n >= 1 && n <= 8 {
				turn = int(n)
			}
			return imagemeta.ErrStopWalking
		},
	})
	return turn
}

// directory is Exif with one tag before the orientation.
func directory(order binary.AppendByteOrder, mark string, orientation uint16) []byte {
	out := []byte(mark)
	out = order.AppendUint16(out, 42)
	out = order.AppendUint32(out, 8)
	out = order.AppendUint16(out, 2)
	out = order.AppendUint16(out, 0x0100) // width, a long
	out = order.AppendUint16(out, 4)
	out = order.AppendUint32(out, 1)
	out = order.AppendUint32(out, 320)
	out = order.AppendUint16(out, 0x0112)
	out = order.AppendUint16(out, 3)
	out = order.AppendUint32(out, 1)
	out = order.AppendUint16(out, orientation)
	out = order.AppendUint16(out, 0)
	return order.AppendUint32(out, 0)
}

func TestOrientation(t *testing.T) {
	img := image.NewNRGBA(image.Rect(0, 0, 4, 2))
	intel, motorola := directory(binary.LittleEndian, "II", 6), directory(binary.BigEndian, "MM", 8)
	jpeg, png := encodeJPEG(t, img), encodePNG(t, img)
	for _, c := range []struct {
		name, format string
		data         []byte
		want         int
	}{
		{"nothing", "jpeg", jpeg, 1},
		{"nothing", "png", png, 1},
		{"Intel", "jpeg", segments(jpeg, "\xe1http://ns.adobe.com/xap/1.0/\x00<x/>", "\xe1Exif\x00\x00"+string(intel)), 6},
		{"Motorola", "jpeg", segments(jpeg, "\xe1Exif\x00\x00"+string(motorola)), 8},
		{"a chunk", "png", chunks(png, "eXIf"+string(motorola)), 8},
		{"no turn that there is", "jpeg", segments(jpeg, "\xe1Exif\x00\x00"+string(directory(binary.BigEndian, "MM", 9))), 1},
		{"cut off", "jpeg", segments(jpeg, "\xe1Exif\x00\x00"+string(intel[:20])), 1},
		{"beyond its end", "png", chunks(png, "eXIfII*\x00\xff\xff\xff\xff"), 1},
		{"no order of bytes", "png", chunks(png, "eXIfXX*\x00\x08\x00\x00\x00"), 1},
	} {
		if got := orientation(c.format, c.data); got != c.want {
			t.Errorf("%s in a %s: orientation %d, want %d", c.name, c.format, got, c.want)
		}
		if library := libraryOrientation(c.format, c.data); library != c.want {
			t.Errorf("%s in a %s: the library reads %d, want %d", c.name, c.format, library, c.want)
		}
	}
}
