package claims

import (
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

// A board paper's Markdown has numbered paragraphs, and bits of HTML.
func TestPlainMarkdown(t *testing.T) {
	for text, want := range map[string]string{
		"## 2. Recommendations\n\n4.2 71.4% said so.<sup>1</sup>": "##    Recommendations\n\n    71.4% said so.     1      ",
		"an overspend of &pound;0.9m<br>in all":                   "an overspend of      £0.9m\n\n  in all",
		"<table><tr><th>Year<th>Rate<tr><td>2025<td>24.1</table>": "\n\n     \n   |   Year|   Rate\n|-\n|   2025|   24.1\n\n      ",
		"falls <5 and 3 > 2\n\n24 commitments, 12.5 per cent":     "falls <5 and 3 > 2\n\n24 commitments, 12.5 per cent",
		"<!-- no claim: ours -->It fell.":                         "<!-- no claim: ours -->It fell.",
		"the rate was\n24.1 A year before":                        "the rate was\n24.1 A year before",
	} {
		if got, _ := plainMarkdown(text); got != want || len(got) != len(text) {
			t.Errorf("%q:\n got %q\nwant %q", text, got, want)
		}
	}
}
