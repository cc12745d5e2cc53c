package sign

import (
	"bytes"
	"image/color"
	"image/png"
	"regexp"
	"slices"
	"testing"

	"apr/internal/wording"
)

// TestSigns: each sign has a name and something to draw, in its square, and each
// colour differs from the others in more than colour.
func TestSigns(t *testing.T) {
	colour := regexp.MustCompile(`^(#[0-9a-f]{6})?$`)
	for r, s := range signs() {
		if s.Name == "" || !s.Disc && s.Field == nil && s.Marks == nil || len(s.Marks) > 0 && s.Width == 0 {
			t.Errorf("%c has no name, or nothing is drawn: %+v", r, s)
		}
		if !colour.MatchString(s.Fill) || !colour.MatchString(s.Ink) {
			t.Errorf("%c has the colours %q and %q", r, s.Fill, s.Ink)
		}
		for _, line := range append(s.Marks, s.Field) {
			for _, p := range line {
				if p[0] < -.02 || p[0] > 1.02 || p[1] < -.02 || p[1] > 1.02 {
					t.Errorf("%c is drawn outside its square, at %v", r, p)
				}
			}
		}
	}
	letters := map[*[2]float64]bool{}
	for _, c := range colours {
		if c.letter == nil {
			continue
		}
		first := (*[2]float64)(&c.letter[0][0])
		if letters[first] {
			t.Errorf("%s has another colour's letter", c.ofCircle)
		}
		letters[first] = true
	}
}

func TestOf(t *testing.T) {
	for text, want := range map[string]struct {
		name   string
		length int
	}{"✔ done": {"tick", 3}, "⚠\ufe0f": {"warning", 6}, "🔴🟢": {"red circle", 4}, "a✔": {}, "": {}, "√": {}} {
		s, n, ok := Of(text)
		if s.Name != want.name || n != want.length || ok != (want.name != "") {
			t.Errorf("%q: %q, %d, %t; want %q, %d", text, s.Name, n, ok, want.name, want.length)
		}
	}
	if !Any("on ✔") || Any("on track, 5 × 3 √") {
		t.Error("Any doesn't find signs, or finds what is none")
	}
}

func TestNamed(t *testing.T) {
	for in, want := range map[string]string{
		"Plain words": "Plain words", "": "",
		"Done ✔":                   "Done ✔ (tick)",
		"✔Done":                    "✔ (tick) Done",
		"On track 🟢\ufe0f, late 🔴": "On track 🟢\ufe0f (green circle), late 🔴 (red circle)",
		"★★☆ of three":             "★★☆ (star, star, empty star) of three",
		"⬆\n✗":                     "⬆ (up arrow)\n✗ (cross)",
	} {
		if got := Named(in, func(name string) string { return name }); got != want {
			t.Errorf("%q became %q, want %q", in, got, want)
		}
	}
}

// TestPNG looks at pixels of signs where the drawing says what has to be there.
func TestPNG(t *testing.T) {
	clear, navy := color.NRGBA{}, color.NRGBA{0x00, 0x2d, 0x54, 0xff}
	for _, tc := range []struct {
		of   string
		x, y int
		want color.NRGBA
	}{
		{"🟢", 5, 50, color.NRGBA{0x0b, 0x6b, 0x2b, 0xff}}, {"🟢", 0, 0, clear}, {"🟢", 99, 99, clear},
		{"🟢", 32, 50, color.NRGBA{0xff, 0xff, 0xff, 0xff}}, // the left of its G
		{"🟡", 50, 3, color.NRGBA{0x1a, 0x1a, 0x1a, 0xff}},  // its edge
		{"🟡", 50, 20, color.NRGBA{0xff, 0xd9, 0x3b, 0xff}},
		{"✔", 38, 81, navy}, {"✔", 50, 20, clear}, {"★", 50, 50, navy}, {"☆", 50, 45, clear}, {"☆", 50, 4, navy},
		{"⬆", 50, 80, navy}, {"⬆", 20, 80, clear}, {"⬇", 50, 20, navy},
		{"⚠", 50, 50, color.NRGBA{0xff, 0xff, 0xff, 0xff}}, {"⚠", 30, 85, navy},
	} {
		s, _, _ := Of(tc.of)
		data, err := PNG(s, "#002d54", 100)
		if err != nil {
			t.Fatal(err)
		}
		m, err := png.Decode(bytes.NewReader(data))
		if err != nil {
			t.Fatal(err)
		}
		if got := color.NRGBAModel.Convert(m.At(tc.x, tc.y)); got != tc.want || m.Bounds().Dx() != 100 || m.Bounds().Dy() != 100 {
			t.Errorf("%s has %v at %d, %d of %v, want %v", tc.of, got, tc.x, tc.y, m.Bounds(), tc.want)
		}
	}
	for _, s := range signs() {
		if data, err := PNG(s, "#1a1a1a", 128); err != nil || len(data) > 6000 {
			t.Errorf("%s takes %d bytes: %v", s.Name, len(data), err)
		}
	}
}

// What a sign is called can be said in the report's language.
func TestNamesAreRows(t *testing.T) {
	rows := wording.Rows()
	for r, s := range signs() {
		if !slices.Contains(rows, s.Name) {
			t.Errorf("%c is called %q, which is no row of internal/wording", r, s.Name)
		}
	}
}
