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
