package markup

import "testing"

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
