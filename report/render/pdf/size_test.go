package pdf

import (
	"bytes"
	"compress/zlib"
	"io"
	"regexp"
	"strconv"
	"testing"

	"apr/internal/document"
	"apr/internal/document/documenttest"
)

// TestNothingIsSmallerThanTenPoints holds the type to the publishing guidance: 12 points
// for text and tables, 10 at the least for all else, marks of notes among it.
func TestNothingIsSmallerThanTenPoints(t *testing.T) {
	for name, s := range map[string]style{"text": bodyText, "tables": tableText, "captions": captionText, "measures": subtitle, "key figures' labels": figureLabel} {
		if s.size < 12 {
			t.Errorf("%s have %v points", name, s.size)
		}
	}
	for _, text := range []style{bodyText, tableText, smallText, quoteText, tableText.bold()} {
		r := newRenderer(report())
		atoms, err := r.set(document.Inlines{&document.NoteMark{Note: &document.Note{Number: 1, ID: "n"}}}, text)
		if err != nil || atoms[0].run.size < 10 {
			t.Errorf("in text of %v points a mark has %v; %v", text.size, atoms[0].run.size, err)
		}
	}
	out, err := Render(documenttest.OneOfEach())
	if err != nil {
		t.Fatal(err)
	}
	sizes := drawnSizes(t, out)
	for size, n := range sizes {
		if size < 10 {
			t.Errorf("%d texts of %v points", n, size)
		}
	}
	if sizes[12] == 0 || sizes[10] == 0 {
		t.Errorf("sizes that were found: %v", sizes)
	}
}

// drawnSizes counts the sizes of text that a file's pages set.
func drawnSizes(t *testing.T, file []byte) map[float64]int {
	t.Helper()
	sizes := map[float64]int{}
	set := regexp.MustCompile(`/F\w+ ([0-9.]+) Tf`)
	for _, part := range bytes.Split(file, []byte("stream\n"))[1:] {
		packed, err := zlib.NewReader(bytes.NewReader(part))
		if err != nil {
			continue // a font, or a picture
		}
		content, _ := io.ReadAll(packed) // cut where the stream ends
		for _, m := range set.FindAllSubmatch(content, -1) {
			size, err := strconv.ParseFloat(string(m[1]), 64)
			if err != nil {
				t.Fatal(err)
			}
			sizes[size]++
		}
	}
	return sizes
}
