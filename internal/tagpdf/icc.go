package tagpdf

import "encoding/binary"

// colourSpace is the name by which registries know the colours of the file.
const colourSpace = "sRGB IEC61966-2.1"

// srgb is an ICC profile of the sRGB colour space (IEC 61966-2-1), which the
// output intent of PDF/A-2 embeds so that device colours mean the same
// everywhere (ISO 19005-2, 6.2.4.3). It is a display profile of version 4.2 (ICC.1:2004-10),
// the newest that PDF/A-2 allows: primaries adapted to D50 by Bradford's matrix,
// and sRGB's transfer function as a parametric curve.
func srgb() []byte {
	const (
		header = 128
		entry  = 12
	)
	curve := iccCurve(157286, 62119, 3417, 5072, 2651) // 2.4, 1/1.055, 0.055/1.055, 1/12.92, 0.04045
	tags := []struct {
		name string
		data []byte
	}{
		{"desc", iccText(colourSpace)},
		{"cprt", iccText("No copyright, use freely")},
		{"wtpt", iccNumbers("XYZ ", 63190, 65536, 54061)},
		{"chad", iccNumbers("sf32", 68674, 1502, -3291, 1939, 64912, -1119, -606, 988, 49262)},
		{"rXYZ", iccNumbers("XYZ ", 28576, 14581, 912)},
		{"gXYZ", iccNumbers("XYZ ", 25239, 46983, 6361)},
		{"bXYZ", iccNumbers("XYZ ", 9375, 3972, 46787)},
		{"rTRC", curve},
		{"gTRC", curve},
		{"bTRC", curve},
	}
	b := make([]byte, header, 1024)
	copy(b[8:], []byte{4, 0x20, 0, 0}) // the profile's version
	copy(b[12:], "mntrRGB XYZ ")       // a display's, from RGB to XYZ
	dates := []uint16{2026, 1, 1, 0, 0, 0}
	for i, v := range dates {
		binary.BigEndian.PutUint16(b[24+2*i:], v)
	}
	copy(b[36:], "acsp")
	copy(b[68:80], iccNumbers("XYZ ", 63190, 65536, 54061)[8:]) // D50, the illuminant of all profiles
	b = binary.BigEndian.AppendUint32(b, uint32(len(tags)))
	at := header + 4 + entry*len(tags)
	var data []byte
	for i, t := range tags {
		if i > 0 && t.name[1:] == "TRC" && tags[i-1].name[1:] == "TRC" {
			at -= len(curve) // the channels share one curve
		} else {
			data = append(data, t.data...)
		}
		b = append(b, t.name...)
		b = binary.BigEndian.AppendUint32(b, uint32(at))
		b = binary.BigEndian.AppendUint32(b, uint32(len(t.data)))
		at += len(t.data)
	}
	b = append(b, data...)
	binary.BigEndian.PutUint32(b, uint32(len(b)))
	return b
}

// iccNumbers is a tag of fixed-point numbers, in 65536ths.
func iccNumbers(kind string, values ...int32) []byte {
	b := append([]byte(kind), 0, 0, 0, 0)
	for _, v := range values {
		b = binary.BigEndian.AppendUint32(b, uint32(v))
	}
	return b
}

// iccCurve is Y = (aX+b)^g from X = d on, and Y = cX below.
func iccCurve(g, a, b, c, d int32) []byte {
	tag := append([]byte("para"), 0, 0, 0, 0, 0, 3, 0, 0)
	return append(tag, iccNumbers("", g, a, b, c, d)[4:]...)
}

// iccText is a tag with a text in American English, in UTF-16, padded to four bytes.
func iccText(s string) []byte {
	tag := append([]byte("mluc"), 0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 12, 'e', 'n', 'U', 'S')
	tag = binary.BigEndian.AppendUint32(tag, uint32(2*len(s)))
	tag = binary.BigEndian.AppendUint32(tag, 28)
	for _, c := range []byte(s) {
		tag = append(tag, 0, c)
	}
	for len(tag)%4 != 0 {
		tag = append(tag, 0)
	}
	return tag
}
