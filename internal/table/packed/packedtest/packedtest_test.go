package packedtest

import (
	"archive/zip"
	"bytes"
	"compress/gzip"
	"io"
	"strings"
	"testing"
)

// What is packed is what the standard library unpacks, check sums and all.
func TestRepeatUnpacks(t *testing.T) {
	for name, c := range map[string]struct {
		begin, pattern string
		size           int64
		end            string
	}{
		"nothing":             {},
		"a short text":        {begin: "begin,", end: "end"},
		"less than a piece":   {"begin,", "ab\n", 1000, "end"},
		"several pieces":      {"begin,", "abcdefg\n", 10 << 20, "end"},
		"a pattern that ends": {"", "abc", 9<<20 + 1, ""},
		"a long pattern":      {"begin,", strings.Repeat("row,", 2<<20), 20 << 20, "end"},
	} {
		if testing.Short() && c.size > 1<<20 {
			t.Logf("left out by -short: %s", name)
			continue
		}
		want := c.begin + strings.Repeat(c.pattern, int(c.size)/max(len(c.pattern), 1)+1)[:c.size] + c.end
		d := Repeat(t, c.begin, c.pattern, c.size, c.end)
		g, err := gzip.NewReader(bytes.NewReader(d.Gzip()))
		if err != nil {
			t.Fatal(err)
		}
		if got, err := io.ReadAll(g); err != nil || string(got) != want {
			t.Errorf("%s: gzip gives %d bytes, %v; want %d", name, len(got), err, len(want))
		}
		packed := d.Zip(t, "a.csv")
		z, err := zip.NewReader(bytes.NewReader(packed), int64(len(packed)))
		if err != nil {
			t.Fatal(err)
		}
		f, err := z.Open("a.csv")
		if err != nil {
			t.Fatal(err)
		}
		if got, err := io.ReadAll(f); err != nil || string(got) != want {
			t.Errorf("%s: zip gives %d bytes, %v; want %d", name, len(got), err, len(want))
		}
	}
}
