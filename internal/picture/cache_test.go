package picture

import (
	"bytes"
	"testing"
)

// TestCache: a cache gives what was made of the very bytes at that size, and a nil
// one makes it each time.
func TestCache(t *testing.T) {
	a, b := encodePNG(t, quarters(64, 32)), encodePNG(t, quarters(32, 64))
	for _, c := range []*Cache{NewCache(), nil} {
		for range 2 {
			for _, data := range [][]byte{a, b} {
				for _, most := range []Size{InText, {Width: 9, Height: 9}} {
					want, err := Read("a.png", data, most)
					if err != nil {
						t.Fatal(err)
					}
					got, err := c.Read("a.png", data, most)
					if err != nil || got.MediaType != want.MediaType || !bytes.Equal(got.Data, want.Data) {
						t.Errorf("another picture at %v (%v)", most, err)
					}
				}
			}
		}
		if _, err := c.Read("logo.gif", []byte("GIF89a"), InText); err == nil || err.Error() != "logo.gif is a GIF picture; a report takes PNG and JPEG" {
			t.Errorf("what isn't a picture: %v", err)
		}
	}
	c := NewCache()
	if _, err := c.Read("a.png", a, InText); err != nil || len(c.kept) != 1 || c.size == 0 {
		t.Errorf("%d pictures of %d bytes are kept (%v)", len(c.kept), c.size, err)
	}
}
