package common

import "testing"

func TestIndex(t *testing.T) {
	for i := range Count {
		if got := Index(Rune(i)); got != i {
			t.Errorf("Index(%U) = %d; want %d", Rune(i), got, i)
		}
	}
	for _, r := range "aêòŵ–—‘’“”•…‑\u2009" {
		if Index(r) < 0 {
			t.Errorf("%q isn't common", r)
		}
	}
	for _, r := range []rune{-1, 0x250, 0x1fff, 0x2070, '€', '一', 0x10ffff} {
		if got := Index(r); got != -1 {
			t.Errorf("Index(%U) = %d; want -1", r, got)
		}
	}
}
