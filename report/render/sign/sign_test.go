package sign

import (
	"regexp"
	"testing"
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
			t.Errorf("%s has another colour's letter", c.name)
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
