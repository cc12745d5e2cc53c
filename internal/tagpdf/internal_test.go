package tagpdf

import (
	"bytes"
	"image"
	"image/png"
	"math"
	"testing"

	"codeberg.org/go-pdf/fpdf"
)

// TestWidthsAgree compares the widths that lines are measured with to those
// that fpdf writes for readers of the file to space letters by.
func TestWidthsAgree(t *testing.T) {
	p := fpdf.New("P", "pt", "A4", "")
	for f := range fontCount {
		p.AddUTF8FontFromBytes(family, f.style(), bytes.Clone(f.data()))
		p.SetFont(family, f.style(), 1000)
		covered := 0
		for r := rune(' '); r < 0xFFFE; r++ {
			if faces[f]().width(r) <= 0 {
				continue
			}
			covered++
			if got, want := f.Width(1000, string(r)), float64(p.GetStringSymbolWidth(string(r))); math.Abs(got-want) > 1e-9 {
				t.Fatalf("%s, %U: measured %v, fpdf's %v", f.postScriptName(), r, got, want)
			}
		}
		if covered < 2000 {
			t.Errorf("%s covers %d characters", f.postScriptName(), covered)
		}
	}
}

// TestFontsUnharmed makes sure that a document leaves the embedded fonts as
// they are.
func TestFontsUnharmed(t *testing.T) {
	before := bytes.Clone(Regular.data())
	w := New(Info{Title: "T", Language: "en"}, LoadFonts())
	w.AddPage(Portrait)
	e := w.Begin(P)
	for r := rune(' '); r < 0x2500; r++ {
		if Covers(r) {
			w.Text(Regular, 10, 10, 10, Colour{}, string(r))
		}
	}
	w.End(e)
	if _, err := w.Output(); err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(before, Regular.data()) {
		t.Error("writing a document changed the font")
	}
}

// TestUnexpectedFile gives the finishing pass files that fpdf wouldn't write.
func TestUnexpectedFile(t *testing.T) {
	w := New(Info{Title: "T", Language: "en"}, LoadFonts())
	w.AddPage(Portrait)
	w.Artifact(Layout, func() { w.Image(dot(t), 0, 0, 1, 1) })
	good, err := w.frame()
	if err != nil {
		t.Fatal(err)
	}
	finish := func(in []byte) error { return newTagger(w).join(in) }
	if err := finish(good); err != nil {
		t.Fatalf("a file as fpdf writes it: %v", err)
	}
	for _, change := range [][2]string{
		{"startxref\n", "startxxxx\n"},
		{"\nxref\n0 ", "\nxref\n1 "},
		{"1 0 obj\n<</Type /Pages", "7 0 obj\n<</Type /Pages"},
		{"/Kids [", "/Kidz ["},
		{"<</Type /Page\n", "<</Type/Page \n"},
		{"/Type /Catalog", "/Type  Catalog"},
		{"\n/Metadata ", "\n/Metadatx "},
		{"/ModDate (D:", "/ModDate (X:"},
		{"/BaseFont /utf8sansB", "/BaseFont /utf9sansB"},
		{"/FontDescriptor ", "/FontDescriptox "},
		{"/Contents 4", "/Contents 5"},
		{"/Font <<", "/Font  <<"},
		{" Do Q", " Dq Q"},
		{"/XObject <<\n/I", "/XObject <<\n/J"},
		{"endobj", "endxxx"},
		{"/Root ", "/Rooq "},
	} {
		bad := bytes.Replace(good, []byte(change[0]), []byte(change[1]), 1)
		if bytes.Equal(bad, good) {
			t.Errorf("fpdf's file has no %q", change[0])
		} else if err := finish(bad); err == nil {
			t.Errorf("%q instead of %q is no error", change[1], change[0])
		}
	}
	for n := 0; n < len(good); n += 997 {
		if err := finish(good[:n]); err == nil {
			t.Errorf("a file cut after %d bytes is no error", n)
		}
	}
}

// dot is an image of one pixel.
func dot(t *testing.T) *Image {
	var b bytes.Buffer
	if err := png.Encode(&b, image.NewGray(image.Rect(0, 0, 1, 1))); err != nil {
		t.Fatal(err)
	}
	img, err := ReadImage(b.Bytes(), "image/png")
	if err != nil {
		t.Fatal(err)
	}
	return img
}

// TestNumbers: a hundredth of a point is all that pages need.
func TestNumbers(t *testing.T) {
	for in, want := range map[float64]string{0: "0", 12: "12", -0.004: "0", 0.05: "0.05", -3.5: "-3.5", 595.28: "595.28", 7.999: "8"} {
		if got := number(in); got != want {
			t.Errorf("number(%v) = %s, want %s", in, got, want)
		}
	}
}

func TestTextString(t *testing.T) {
	for in, want := range map[string]string{
		"plain (text) \\": `(plain \(text\) \\)`,
		"à":               "<FEFF00E0>",
		"😀":               "<FEFFD83DDE00>",
		"":                "()",
	} {
		if got := textString(in); got != want {
			t.Errorf("textString(%q) = %s, want %s", in, got, want)
		}
	}
}
