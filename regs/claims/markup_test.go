package claims

import (
	"slices"
	"strings"
	"testing"

	"apr/regs/claims/facts"
)

// What stands under a locality's heading is about it, until a heading of the same
// level or a higher one.
func TestLocalityUnderHeadings(t *testing.T) {
	things := map[string]*facts.Thing{"locality:Strathmoor": {}, "locality:Glenside & Fell": {}}
	for _, text := range []string{
		"# Localities\na\n## Strathmoor\nb\n### Our priorities\nc\n## Glenside & Fell ##\nd\n# Money\ne\n",
		"<!doctype html><h1>Localities</h1>a<h2 id=s>Strath<b>moor</b></h2>b<h3>Our\npriorities</h3>c<h2>Glenside &amp; Fell</h2>d<h1>Money</h1>e",
		"<h1>Localities</h1>a<details><summary>Strathmoor</summary><p>b</details><h2>Glenside &amp; Fell</h2>c<h1>Money</h1>d",
	} {
		list := NewText("report.txt", text).Headings
		if len(list) != 5 {
			t.Fatalf("%d headings in %q: %v", len(list), text, list)
		}
		place := part{headings: list}
		within := "Strathmoor" // its priorities
		if list[2].Words == "" {
			within = "" // behind what is closed
		}
		for i, want := range []string{"", "Strathmoor", within, "Glenside & Fell", ""} {
			if got := place.locality(list[i].At+1, things); got != want {
				t.Errorf("under %q: %q, want %q", list[i].Words, got, want)
			}
		}
	}
}

// TestPages leaves out what isn't prose in the text of a PDF's pages: rows of
// tables, cells by themselves and headings.
func TestPages(t *testing.T) {
	text := "Performance\n\nEmergency admissions fell by 2.2%.\n\nArea        2024/25    2025/26\nCarrickmoor  11,398     11,152\n\nan overspend of £1.4m\n\n" +
		"• Falls: up 2.1%\n\f"
	got, left := pages(text)
	if len(got) != len(text) {
		t.Fatalf("%d bytes, want %d", len(got), len(text))
	}
	if want := []string{"Emergency admissions fell by 2.2%.", "-   Falls: up 2.1%"}; !slices.Equal(strings.FieldsFunc(strings.TrimSpace(spaces(got)), func(r rune) bool { return r == '|' }), want) {
		t.Errorf("%q, want %q", spaces(got), want)
	}
	if left.Headings != 1 || left.Tables != 3 {
		t.Errorf("left out %+v", left)
	}
}

// spaces puts a bar between the lines that have text.
func spaces(s string) string {
	var lines []string
	for line := range strings.Lines(s) {
		if line = strings.TrimSpace(line); line != "" {
			lines = append(lines, line)
		}
	}
	return strings.Join(lines, "|")
}
