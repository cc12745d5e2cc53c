package wording

import (
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
)

func TestFrame(t *testing.T) {
	seen := map[string]bool{}
	translated := 0
	for _, w := range rows() {
		if w.English == "" || seen[w.English] {
			t.Errorf("%q is there twice, or empty", w.English)
		}
		seen[w.English] = true
		if (w.Gaelic == "") != (w.Source == "") {
			t.Errorf("%q in Gaelic is %q, from %q: each needs the other", w.English, w.Gaelic, w.Source)
		}
		if w.Gaelic != "" {
			translated++
		}
		if !SamePlaces(w.English, w.Gaelic) && w.Gaelic != "" {
			t.Errorf("%q in Gaelic is %q: other places", w.English, w.Gaelic)
		}
		if w.Fixed == slices.Contains(Given(), w.English) || w.Fixed && w.Gaelic != "" {
			t.Errorf("%q is fixed: %v, and Given has it too, or a source", w.English, w.Fixed)
		}
	}
	for _, c := range []struct{ lang, english, want string }{
		{"gd", "Contents", "Clàr-innse"}, {"gd-GB", "Contents", "Clàr-innse"}, {"gd", "Glossary", ""}, {"pl", "Contents", ""}, {"en-GB", "Contents", ""},
	} {
		if got, ok := In(c.lang, c.english); got != c.want || ok != (c.want != "") {
			t.Errorf("In(%q, %q) = %q, %v; want %q", c.lang, c.english, got, ok, c.want)
		}
	}
	for lang, want := range map[string]int{"gd": translated, "pl": 0, "en-GB": 0} {
		there := 0
		for _, english := range Rows() {
			if _, ok := In(lang, english); ok {
				there++
			}
		}
		if there != want {
			t.Errorf("%d rows are in %q, want %d", there, lang, want)
		}
	}
}

// TestFrameIsWhole: each heading of a report is in the frame, and each word of the frame
// is printed somewhere.
func TestFrameIsWhole(t *testing.T) {
	sources := ""
	for _, pattern := range []string{"report/compose/*.go", "report/render/*/*.go", "internal/document/*.go", "internal/wording/say.go", "regs/re*.go", "indicators/*.go", "indicators/measures/*.go", "report/calendar/*.go", "internal/project/easyread.go", "templates/html/*.html"} {
		files, err := filepath.Glob("../../" + pattern)
		if err != nil || len(files) == 0 {
			t.Fatalf("%s: %v", pattern, err)
		}
		for _, f := range files {
			text, err := os.ReadFile(f)
			if err != nil {
				t.Fatal(err)
			}
			if !strings.HasSuffix(f, "_test.go") {
				sources += string(text)
			}
		}
	}
	framed := map[string]bool{}
	filled := slices.Concat(Notes(), Changes(), Variances(), Verdicts(), Events())
	for _, w := range rows() {
		framed[w.English] = true
		if slices.Contains(filled, w.English) {
			continue // TestToldIsInRows of report/compose has them
		}
		if !strings.Contains(sources, w.English) {
			t.Errorf("nothing prints %q: take it out of the frame", w.English)
		}
	}
	headings := regexp.MustCompile(`\.section\(\d, "([^"%]+[^" %])"\)`).FindAllStringSubmatch(sources, -1)
	if len(headings) < 20 {
		t.Fatalf("%d headings were found", len(headings))
	}
	for _, m := range headings {
		if !framed[m[1]] {
			t.Errorf("the heading %q isn't in the frame: add a row to frame.go", m[1])
		}
	}
}
