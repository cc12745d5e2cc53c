package tagpdf

import (
	"bytes"
	"encoding/binary"
	"math"
	"testing"
)

// TestProfileIsSRGB reads the profile as a colour engine does and holds it
// against the definition of sRGB (IEC 61966-2-1) and of D50 (ICC.1, 7.2.16).
func TestProfileIsSRGB(t *testing.T) {
	b := srgb()
	if got := binary.BigEndian.Uint32(b); int(got) != len(b) {
		t.Errorf("the header says %d bytes of %d", got, len(b))
	}
	if string(b[12:24]) != "mntrRGB XYZ " || string(b[36:40]) != "acsp" || b[8] != 4 {
		t.Errorf("header %q", b[:40])
	}
	tags := map[string][]byte{}
	for i := range int(binary.BigEndian.Uint32(b[128:])) {
		e := b[132+12*i:]
		at, size := binary.BigEndian.Uint32(e[4:]), binary.BigEndian.Uint32(e[8:])
		if at%4 != 0 || int(at+size) > len(b) {
			t.Fatalf("tag %s is at %d with %d bytes", e[:4], at, size)
		}
		tags[string(e[:4])] = b[at : at+size]
	}
	numbers := func(name string, from int) (list []float64) {
		tag := tags[name]
		if len(tag) < from {
			t.Fatalf("no tag %s", name)
		}
		for tag = tag[from:]; len(tag) >= 4; tag = tag[4:] {
			list = append(list, float64(int32(binary.BigEndian.Uint32(tag)))/65536)
		}
		return list
	}
	r, g, bl, white := numbers("rXYZ", 8), numbers("gXYZ", 8), numbers("bXYZ", 8), numbers("wtpt", 8)
	for i, d50 := range []float64{0.9642, 1, 0.8249} {
		if sum := r[i] + g[i] + bl[i]; math.Abs(sum-d50) > 1e-4 || math.Abs(white[i]-d50) > 1e-4 {
			t.Errorf("white is %v, the three primaries together %v, D50 is %v", white[i], sum, d50)
		}
	}
	// The primaries, adapted back to D65, have the chromaticities of the standard.
	m := numbers("chad", 8)
	for name, want := range map[string][2]float64{"rXYZ": {0.64, 0.33}, "gXYZ": {0.30, 0.60}, "bXYZ": {0.15, 0.06}} {
		x, y := chromaticity(solve(m, numbers(name, 8)))
		if math.Abs(x-want[0]) > 5e-4 || math.Abs(y-want[1]) > 5e-4 {
			t.Errorf("%s has the chromaticity %.4f, %.4f; want %v", name, x, y, want)
		}
	}
	for _, channel := range []string{"rTRC", "gTRC", "bTRC"} {
		p := numbers(channel, 12)
		for v := 0.0; v <= 1; v += 1.0 / 255 {
			got, want := p[3]*v, v/12.92
			if v >= p[4] {
				got = math.Pow(p[1]*v+p[2], p[0])
			}
			if v > 0.04045 {
				want = math.Pow((v+0.055)/1.055, 2.4)
			}
			if math.Abs(got-want) > 1e-4 {
				t.Errorf("%s of %v is %v, want %v", channel, v, got, want)
			}
		}
	}
}

// solve is x of m·x = v, m being 3 by 3, by Cramer's rule.
func solve(m, v []float64) [3]float64 {
	det := func(m []float64) float64 {
		return m[0]*(m[4]*m[8]-m[5]*m[7]) - m[1]*(m[3]*m[8]-m[5]*m[6]) + m[2]*(m[3]*m[7]-m[4]*m[6])
	}
	var x [3]float64
	for i := range x {
		with := append([]float64(nil), m...)
		with[i], with[3+i], with[6+i] = v[0], v[1], v[2]
		x[i] = det(with) / det(m)
	}
	return x
}

func chromaticity(xyz [3]float64) (x, y float64) {
	sum := xyz[0] + xyz[1] + xyz[2]
	return xyz[0] / sum, xyz[1] / sum
}

// TestClaimsOfTheFile: PDF/A-2 wants an output intent for device colours, and
// both standards want to be named in the metadata, which PDF/A wants to
// understand (ISO 19005-2, 6.2.4.3, 6.6.2.3, 6.6.4; ISO 14289-1, 5).
func TestClaimsOfTheFile(t *testing.T) {
	w := New(Info{Title: "T", Language: "en"})
	w.AddPage(Portrait)
	out, err := w.Output()
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{
		"<pdfaid:part>2</pdfaid:part>", "<pdfaid:conformance>A</pdfaid:conformance>", "<pdfuaid:part>1</pdfuaid:part>",
		"<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>",
	} {
		if !bytes.Contains(out, []byte(want)) {
			t.Errorf("the metadata hasn't %s", want)
		}
	}
}
