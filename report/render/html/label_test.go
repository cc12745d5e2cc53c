package html

import (
	"strings"
	"testing"

	"apr/internal/document/documenttest"
)

// The protective marking is before and after the report's text.
func TestLabelAtHeadAndFoot(t *testing.T) {
	doc := documenttest.OneOfEach()
	doc.Meta.Label = "OFFICIAL & <sensitive>"
	page, err := Render(doc, standIns(doc))
	if err != nil {
		t.Fatal(err)
	}
	before, after, _ := strings.Cut(string(page), "<main")
	for where, text := range map[string]string{"before": before, "after": after} {
		if n := strings.Count(text, `<p class="label">OFFICIAL &amp; &lt;sensitive&gt;</p>`); n != 1 {
			t.Errorf("the marking is %d times %s the text", n, where)
		}
	}
}
