package tagpdf

import (
	"bytes"
	"image"
	"image/png"
	"math"
	"math/rand/v2"
	"testing"

	"codeberg.org/go-pdf/fpdf"

	"apr/internal/rounds"
)

// TestWidthsAgree compares the widths that lines are measured with to those
// that fpdf writes for readers of the file to space letters by.
func TestWidthsAgree(t *testing.T) {
	p := fpdf.New("P", "pt", "A4", "")
	for f := range fontCount {
		p.AddUTF8FontFromBytes("sans", style(f), bytes.Clone(f.data()))
		p.SetFont("sans", style(f), 1000)
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

// style is a font's within fpdf.
func style(f Font) string { return [...]string{"", "B", "I"}[f] }

// TestFontObjects compares the fonts' objects with those that fpdf writes for the same
// characters.
func TestFontObjects(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	for range rounds.Of(t, 40) {
		w := New(Info{Title: "T", Language: "en"})
		w.AddPage(Portrait)
		p := fpdf.New("P", "pt", "A4", "")
		p.SetCatalogSort(true)
		p.AddPage()
		e := w.Begin(P)
		for f := range fontCount {
			p.AddUTF8FontFromBytes("sans", style(f), bytes.Clone(f.data()))
			p.SetFont("sans", style(f), 10)
			most := []rune{0x80, 0x180, 0x2500, 0xFFFE}[r.IntN(4)]
			for range r.IntN(300) {
				if c := ' ' + r.Int32N(most-' '); Covers(c) {
					w.Text(f, 10, 10, 10, Colour{}, string(c))
				}
			}
			p.Text(0, 0, string(w.used[f].sorted()))
		}
		w.End(e)
		got, err := w.fontObjects()
		if err != nil {
			t.Fatal(err)
		}
		var b bytes.Buffer
		if err := p.Output(&b); err != nil {
			t.Fatal(err)
		}
		file, err := split(b.Bytes())
		if err != nil {
			t.Fatal(err)
		}
		for f := range fontCount {
			runes := w.used[f].sorted()
			name := subsetTag(f, runes) + "+" + f.postScriptName()
			for i := range objectsOfFont {
				n := w.fontObject(f) + i
				want := bytes.Replace(file.objects[n], []byte("/utf8sans"+style(f)+"\n"), []byte("/"+name+"\n"), 1)
				if i == 2 {
					want = stream("", toUnicode(runes)) // fpdf's knows no characters above U+00FF
				}
				if object := got[n-w.fontObject(Regular)]; !bytes.Equal(object, want) {
					t.Fatalf("%s, object %d, of %q:\n%.2000q, fpdf's\n%.2000q", f.postScriptName(), i, string(runes), object, want)
				}
			}
		}
	}
}

// TestFontsUnharmed makes sure that a document leaves the embedded fonts as
// they are.
func TestFontsUnharmed(t *testing.T) {
	before := bytes.Clone(Regular.data())
	w := New(Info{Title: "T", Language: "en"})
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
	w := New(Info{Title: "T", Language: "en"})
	w.AddPage(Portrait)
	w.Artifact(Layout, func() { w.Image(dot(t), 0, 0, 1, 1) })
	good, err := w.frame()
	if err != nil {
		t.Fatal(err)
	}
	fonts, err := w.fontObjects()
	if err != nil {
		t.Fatal(err)
	}
	finish := func(in []byte) error { return newTagger(w).join(in, fonts) }
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
		{"/Subtype /Type1", "/Subtype /Type3"},
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
