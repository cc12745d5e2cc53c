package pdf

import (
	"strings"
	"testing"

	"apr/internal/document/documenttest"
	"apr/internal/tagpdf/tagpdftest"
)

// The protective marking is at the head and the foot of each page, on the
// cover too, and isn't read out with the text.
func TestLabelOnEachPage(t *testing.T) {
	doc := documenttest.OneOfEach()
	doc.Meta.Label = "OFFICIAL-SENSITIVE"
	data, err := Render(doc)
	if err != nil {
		t.Fatal(err)
	}
	back, err := tagpdftest.Read(data)
	if err != nil {
		t.Fatal(err)
	}
	for i, p := range back.Pages {
		n := strings.Count(p.Artifacts, doc.Meta.Label)
		if n != 2 {
			t.Errorf("page %d has the marking %d times", i+1, n)
		}
	}
	if text := back.Root.Text(); strings.Contains(text, doc.Meta.Label) {
		t.Error("the marking is in the text")
	}
}
