package yamlpos

import (
	"fmt"
	"strings"
	"testing"

	"apr/internal/source"
)

// Whatever the YAML library finds wrong, what is said of it is for people who write
// prose, stands where the mistake is, and says what to do.
func TestSyntaxIsExplained(t *testing.T) {
	for _, c := range []struct{ yaml, at, says string }{
		{"a: [1, 2\nb: c\n", "1:4", `"[" is opened here and not closed`},
		{"a: [\nb: c\n", "1:4", `"[" is opened here and not closed`},
		{"a: [1, 2", "1:4", `"[" is opened here and not closed`},
		{"a: [1,\n  2,\n\n# remark\nb: |\n  text\n", "1:4", `"[" is opened here and not closed`},
		{"a: [x, y\n\nforeword: |\n  text\n", "1:4", `"[" is opened here and not closed`},
		{"a: [\"x]\", y\nb: c\n", "1:4", `"[" is opened here and not closed`},
		{"a:\n  - b: c\n    d: [A\n  - b: e\n", "3:8", `"[" is opened here and not closed`},
		{"a:\n  - b\n  - [c, d\n  - e\n", "3:5", `"[" is opened here and not closed`},
		{"a: {x: 1\nb: 2\n", "1:4", `"{" is opened here and not closed`},
		{"a: [b, {c: d\ne: f\n", "1:8", `"{" is opened here and not closed`},
		{"a: [b, {c: d]\ne: f\n", "1:13", `"]" stands where "{" on line 1 isn't closed`},
		{"a: [}\n", "1:5", `"}" stands where "[" on line 1 isn't closed`},
		{"a: [1,, 2]\n", "1:1", "there is a comma without an entry before it"},
		{"a: {,}\n", "1:1", "there is a comma without an entry before it"},
		{"a: ]\n", "1:1", `a text can't begin with "]" here`},
		{"a: , b\n", "1:1", `a text can't begin with "," here`},
		{"a: &\n", "1:1", `a text can't begin with "&" here`},
		{"a: !<x y\n", "1:1", `a text can't begin with "!" here`},
		{"a: !x!y z\n", "1:1", `a text can't begin with "!" here`},
		{"a: !%zz x\n", "1:1", `a text can't begin with "!" here`},
		{"%x: y\n", "1:1", `a text can't begin with "%" here`},
		{"%YAML 3.0\n---\na: b\n", "1:1", `a text can't begin with "%" here`},
		{"%TAG x\n---\n", "1:1", `a text can't begin with "%" here`},
		{"a: |0\n  x\n", "1:1", `the number behind "|" or ">" can't be 0`},
		{"a: \"\\xzz\"\n", "1:1", "a backslash begins the number of a character, and that isn't one"},
		{"a: \"\\uD800\"\n", "1:1", "a backslash begins the number of a character, and that isn't one"},
		{"  a: b\nc: d\n", "2:1", "the line doesn't fit what is before it: its indentation differs, or a quoted text ends too early"},
		{"a: [x]y\n", "1:1", `a text can't begin with "[" here`},
		{"a: [#00594f]\n", "1:1", `"#" begins a remark between braces or brackets`},
		{"a: [1 2]\nb: \"c\n", "2:1", "a quotation mark is opened and not closed"},
		{strings.Repeat("- ", 12000) + "x\n", "", "there are too many lists and mappings within each other"},
	} {
		var o page
		var problems, warnings source.Problems
		Decode("o.yaml", []byte(c.yaml), &o, &problems, &warnings)
		var found []string
		for _, p := range problems.List() {
			at := fmt.Sprintf("%d:%d", p.Position.Line, p.Position.Column)
			if p.Message == c.says && (c.at == "" || at == c.at) && p.Hint != "" {
				found = nil
				break
			}
			found = append(found, at+" "+p.Message)
		}
		if found != nil || len(problems.List()) == 0 {
			t.Errorf("%.60q is %q, want %s %s", c.yaml, found, c.at, c.says)
		}
	}
}

// However many brackets a line has, the time that it takes is proportional to them.
func TestManyBracketsAreSeenOnce(t *testing.T) {
	var o page
	var problems, warnings source.Problems
	Decode("o.yaml", []byte("a: "+strings.Repeat("[", 300_000)), &o, &problems, &warnings)
	if l := problems.List(); len(l) != 1 || l[0].Position.Column != 300_003 {
		t.Errorf("got %.200v", l)
	}
}
