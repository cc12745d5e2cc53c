package words

import "testing"

// What a figure was typed over with is what is new where it stood.
func TestTypedOver(t *testing.T) {
	for _, c := range []struct{ was, is, shows, want string }{
		{"It ended with £1.6m. More.", "It ended with £1.7m. More.", "£1.6m", "£1.7m."},
		{"It ended with £1.6m. More.", "It ended with . More.", "£1.6m", ""},
		{"It ended with £1.6m. More.", "It ended with. More.", "£1.6m", ""},
		{"It ended with £1.6m.", "It ended with.", "£1.6m", ""},
		{"£1.6m was left.", "was left.", "£1.6m", ""},
		{"It rose by £1.6m, or 4%.", "It rose by much, or 4%.", "£1.6m", "much,"},
		{"It rose by £1.6m, or 4%.", "It rose by about £2m.", "£1.6m", "about £2m."},
		{"It rose (£1.6m) again.", "It rose () again.", "£1.6m", ""},
	} {
		if got := typedOver(c.was, c.is, c.shows); got != c.want {
			t.Errorf("%q, now %q: %q; want %q", c.was, c.is, got, c.want)
		}
	}
}
