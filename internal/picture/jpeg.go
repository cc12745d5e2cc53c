package picture

import (
	"bytes"
	"encoding/binary"
)

// JPEG's markers, ISO/IEC 10918-1 table B.1.
const (
	startOfImage = 0xd8
	endOfImage   = 0xd9
	startOfScan  = 0xda
	app0         = 0xe0
	app2         = 0xe2
	app14        = 0xee
	app15        = 0xef
	comment      = 0xfe
)

// maxScans bounds the passes over a progressive JPEG, each of which takes time
// however short it is. Programs write ten or so.
const maxScans = 100

// bareJPEG copies the segments that make the picture.
func bareJPEG(data []byte) ([]byte, error) {
	out := append(make([]byte, 0, len(data)), 0xff, startOfImage)
	scans := 0
	for at := 2; ; {
		marker, from := nextMarker(data, at)
		if marker == endOfImage {
			return append(out, 0xff, endOfImage), nil
		}
		end := segmentEnd(data, from)
		if marker == 0 || end == 0 {
			return nil, errCutOff
		}
		if content := kept(marker, data[from+2:end]); content != nil {
			out = append(out, 0xff, marker)
			out = binary.BigEndian.AppendUint16(out, uint16(len(content)+2))
			out = append(out, content...)
		}
		if at = end; marker == startOfScan {
			if scans++; scans > maxScans {
				return nil, errDamaged
			}
			at = scanEnd(data, end)
			out = append(out, data[end:at]...)
		}
	}
}

// nextMarker is the next marker from a place on and where its segment begins; 0
// where there is none. Like image/jpeg it passes over what doesn't belong there.
func nextMarker(data []byte, at int) (marker byte, from int) {
	for {
		i := bytes.IndexByte(data[min(at, len(data)):], 0xff)
		if i < 0 {
			return 0, 0
		}
		for at += i; at < len(data) && data[at] == 0xff; at++ { // fill bytes
		}
		if at >= len(data) {
			return 0, 0
		}
		if m := data[at]; m != 0 && !isRestart(m) {
			return m, at + 1
		}
		at++
	}
}

func isRestart(marker byte) bool { return marker >= 0xd0 && marker <= 0xd7 }

// segmentEnd is where a segment ends, 0 where it goes beyond the file.
func segmentEnd(data []byte, from int) int {
	if from+2 > len(data) {
		return 0
	}
	end := from + int(binary.BigEndian.Uint16(data[from:]))
	if end < from+2 || end > len(data) {
		return 0
	}
	return end
}

// scanEnd is the place of the first marker after a scan's data that isn't one of
// its restarts.
func scanEnd(data []byte, at int) int {
	for {
		i := bytes.IndexByte(data[at:], 0xff)
		if i < 0 || at+i+1 >= len(data) {
			return len(data)
		}
		at += i
		if next := data[at+1]; next != 0 && !isRestart(next) {
			return at
		}
		at += 2
	}
}

var (
	jfif       = []byte("JFIF\x00")
	adobe      = []byte("Adobe")
	iccProfile = []byte("ICC_PROFILE\x00")
)

// kept is what a segment keeps, nil where it isn't part of the picture. Of the
// applications' segments three say what the colours are.
func kept(marker byte, content []byte) []byte {
	const jfifHead, adobeHead = 14, 12
	switch {
	case marker == app0 && bytes.HasPrefix(content, jfif) && len(content) >= jfifHead:
		head := bytes.Clone(content[:jfifHead])
		head[12], head[13] = 0, 0 // no thumbnail
		return head
	case marker == app2 && jpegProfile(content) != nil:
		return content
	case marker == app14 && bytes.HasPrefix(content, adobe) && len(content) >= adobeHead:
		return content[:adobeHead]
	case marker >= app0 && marker <= app15, marker == comment:
		return nil
	}
	return content
}

// jpegProfile is the colour profile in an APP2 segment, where it is all of it and
// says nothing but colours.
func jpegProfile(content []byte) []byte {
	profile, ok := bytes.CutPrefix(content, iccProfile)
	if !ok || len(profile) < 2 || profile[0] != 1 || profile[1] != 1 || !plainProfile(profile[2:]) {
		return nil
	}
	return profile[2:]
}

// jpegProfileOf is the colour profile of a bare file, nil for none.
func jpegProfileOf(bare []byte) []byte {
	for at := 2; ; {
		marker, from := nextMarker(bare, at)
		if marker == 0 || marker == startOfScan || marker == endOfImage {
			return nil
		}
		end := from + int(binary.BigEndian.Uint16(bare[from:]))
		if marker == app2 {
			return jpegProfile(bare[from+2 : end])
		}
		at = end
	}
}

// withJPEGProfile puts a colour profile at the head of a file.
func withJPEGProfile(data, profile []byte) []byte {
	if profile == nil {
		return data
	}
	out := append(make([]byte, 0, len(data)+len(profile)+len(iccProfile)+6), data[:2]...)
	out = append(out, 0xff, app2)
	out = binary.BigEndian.AppendUint16(out, uint16(len(iccProfile)+4+len(profile)))
	out = append(append(out, iccProfile...), 1, 1)
	return append(append(out, profile...), data[2:]...)
}
