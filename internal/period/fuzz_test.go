package period

import "testing"

// A reporting year that is read is written back as its years say, and reads the
// same again.
func FuzzParse(f *testing.F) {
	for _, seed := range []string{"2025/26", "2025-26", "2025/2026", "2099/00", "1999/2000", "2025", "25/26", " 2025/26 ", "２０２５/26", "2025/27", "9999/00", ""} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, s string) {
		y, err := Parse(s)
		if err != nil {
			if y != 0 {
				t.Errorf("%q is %v, and an error: %v", s, y, err)
			}
			return
		}
		again, err := Parse(y.String())
		if err != nil || again != y {
			t.Errorf("%q is %v, which reads as %v, %v", s, y, again, err)
		}
	})
}
