package html

import (
	"regexp"
	"strings"
	"testing"

	"apr/internal/document"
)

// TestSigns: what boards paste for ratings is drawn, with its name for those who
// don't see it, in text, titles and captions; and nothing turns numbers round.
func TestSigns(t *testing.T) {
	doc := &document.Document{Meta: document.Meta{Title: "Report", Language: "en-GB"}, Sections: []*document.Section{{
		ID: "a", Level: 1, Title: "Ratings ★", Blocks: []document.Block{
			&document.Paragraph{Content: document.Plain("On track 🟢\ufe0f, late 🔴 & <done> ✔: \u202e12,345\u202c")},
			&document.Callout{Title: "⬆ this year"},
		},
	}}}
	out, err := Render(doc, nil)
	if err != nil {
		t.Fatal(err)
	}
	page := string(out)
	drawn := map[string]int{}
	for _, m := range regexp.MustCompile(`<svg class="sign" role="img" aria-label="([^"]+)" [^>]*><use href="#([^"]+)"/></svg>`).FindAllStringSubmatch(page, -1) {
		drawn[m[1]]++
		if strings.Count(page, `<symbol id="`+m[2]+`"`) != 1 {
			t.Errorf("%s has no drawing", m[1])
		}
	}
	for name, n := range map[string]int{"green circle": 1, "red circle": 1, "tick": 1, "star": 3, "up arrow": 1} { // the contents are twice in the page
		if drawn[name] != n {
			t.Errorf("%s is drawn %d times, want %d", name, drawn[name], n)
		}
	}
	if strings.ContainsAny(page, "🟢🔴✔⬆★\ufe0f\u202e\u202c") || !strings.Contains(page, "12,345") || !strings.Contains(page, "&amp; &lt;done&gt;") {
		t.Errorf("the text isn't whole: %s", page[strings.Index(page, "<main"):])
	}
}
