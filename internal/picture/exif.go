package picture

import (
	"bytes"
	"encoding/binary"
)

// orientation is how a picture is to be turned, 1 to 8 as Exif 3.0 (4.6.5) counts:
// 1 where it is upright or doesn't say. A library that knows all tags would make its
// table of them at each start of apr.
func orientation(format string, data []byte) int {
	var exif []byte
	if format == "png" {
		exif = pngExif(data)
	} else {
		exif = jpegExif(data)
	}
	if turn := exifOrientation(exif); turn >= 1 && turn <= 8 {
		return turn
	}
	return 1 // a mistake in there isn't one of the picture: it is shown as it is
}

const app1 = 0xe1

var exifHead = []byte("Exif\x00\x00")

// jpegExif is what Exif says in a JPEG (Exif 3.0, 4.7.2), nil where there is none.
func jpegExif(data []byte) []byte {
	for at := 2; ; {
		marker, from := nextMarker(data, at)
		if marker == 0 || marker == startOfScan || marker == endOfImage {
			return nil
		}
		end := segmentEnd(data, from)
		if end == 0 {
			return nil
		}
		if exif, ok := bytes.CutPrefix(data[from+2:end], exifHead); ok && marker == app1 {
			return exif
		}
		at = end
	}
}

// pngExif is what Exif says in a PNG (third edition, 11.3.4.5), nil where there is none.
func pngExif(data []byte) []byte {
	for at := len(pngHead); ; {
		kind, content, next := chunk(data, at)
		switch {
		case next == 0 || kind == "IEND":
			return nil
		case kind == "eXIf":
			return content
		}
		at = next
	}
}

// exifOrientation is the tag Orientation of the 0th directory (Exif 3.0, 4.6.2), 0
// where it isn't there.
func exifOrientation(exif []byte) int {
	const (
		head, entry = 8, 12
		tag, short  = 0x0112, 3
	)
	if len(exif) < head {
		return 0
	}
	var order binary.ByteOrder
	switch string(exif[:4]) {
	case "II*\x00":
		order = binary.LittleEndian
	case "MM\x00*":
		order = binary.BigEndian
	default:
		return 0
	}
	at := uint64(order.Uint32(exif[4:]))
	if at+2 > uint64(len(exif)) {
		return 0
	}
	entries := exif[at+2:]
	for range order.Uint16(exif[at:]) {
		if len(entries) < entry {
			return 0
		}
		if order.Uint16(entries) == tag && order.Uint16(entries[2:]) == short && order.Uint32(entries[4:]) == 1 {
			return int(order.Uint16(entries[8:]))
		}
		entries = entries[entry:]
	}
	return 0
}
