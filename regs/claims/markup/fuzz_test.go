package markup

import (
	"strings"
	"testing"
)

// FuzzRead reads texts as they come: each has as many bytes as its file.
func FuzzRead(f *testing.F) {
	for _, seed := range []string{"<table><tr><td>a<tr><td>1</table>", "<head><p>x", "<table><tr><th>a<th>b<tr><td>1<script>x</script><td>2</table>", "<h1>a<br>b</h1><blockquote>c",
		"&pound;&#8217;&nbsp;&amp;", "a  b\f\n12\n• c-\nd", "4.2 A\n\n<!-- b --> c", "<details><summary>a</details>", "one two three four        five six\none two three four        five six\f",
		"Table 1: Falls\n          2024/25   2025/26\nA             12        13\n(b)\nC [2]      1,200    1,3[3]\f", "NI1 a    £1.2m  –\nNI2 b   3%  4 2\nx   Plan Spent\f"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, content string) {
		for _, name := range []string{"a.html", "a.md"} {
			for _, text := range append(ReadAll(name, content), ReadAll(name, content+"\f")...) {
				if n := len(text.Markdown); n != len(content) && n != len(content)+1 {
					t.Errorf("%s: %q: %d bytes, want %d: %q", name, content, n, len(content), text.Markdown)
				}
				for _, table := range text.Tables {
					for _, row := range table.Rows {
						if len(row) != len(table.Rows[0]) {
							t.Errorf("%q: a row of %d cells, want %d", content, len(row), len(table.Rows[0]))
						}
						for _, c := range row[1:] {
							if c.Text != "" && !strings.Contains(c.Text, " ") && !strings.HasPrefix((content + "\f")[c.At:], c.Text) && row[0].At != table.Rows[0][0].At {
								t.Errorf("%q: %q isn't at %d", content, c.Text, c.At)
							}
						}
					}
				}
			}
		}
	})
}
