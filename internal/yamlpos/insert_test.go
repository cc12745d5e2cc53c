package yamlpos

import (
	"strings"
	"testing"
)

// Lines are added behind what is there, and no other byte changes.
func TestInsert(t *testing.T) {
	for _, c := range []struct{ name, was, path, want string }{
		{"a list", "a:\n  - x: 1\n    y: 2\nb: 3\n", "a", "a:\n  - x: 1\n    y: 2\n  - new: |\n      text\nb: 3\n"},
		{"a list at its key's indent", "a:\n- x: 1\n# on b\nb: 3\n", "a", "a:\n- x: 1\n- new: |\n    text\n# on b\nb: 3\n"},
		{"an entry", "a:\n  - x: 1\n\n  - x: 2\n", "a[0]", "a:\n  - x: 1\n    - new: |\n        text\n\n  - x: 2\n"},
		{"an empty list", "# top\na: [] # none\nb: 3\n", "a", "# top\na: # none\n  - new: |\n      text\nb: 3\n"},
		{"nothing", "a:\nb: 3\n", "a", "a:\n  - new: |\n      text\nb: 3\n"},
		{"without a last line's end", "a:\n  - x: 1", "a", "a:\n  - x: 1\n  - new: |\n      text\n"},
		{"Windows", "a:\r\n  - x: 1\r\n", "a", "a:\r\n  - x: 1\r\n  - new: |\r\n      text\r\n"},
		{"a block at the end", "a:\n  - x: |\n      one\n      # two\nb: 3\n", "a", "a:\n  - x: |\n      one\n      # two\n  - new: |\n      text\nb: 3\n"},
		{"a byte order mark", "\ufeffa:\n  - x: 1\n", "a", "\ufeffa:\n  - x: 1\n  - new: |\n      text\n"},
	} {
		lines := []string{"- new: |", "    text"}
		if c.name == "an entry" {
			lines = []string{"new: |", "  text"}
			c.want = strings.Replace(c.want, "    - new: |\n        text", "    new: |\n      text", 1)
		}
		got, err := Insert("c.yaml", []byte(c.was), c.path, lines)
		if err != nil || string(got) != c.want {
			t.Errorf("%s: %v\n%q\nwant\n%q", c.name, err, got, c.want)
		}
	}
	for name, was := range map[string]string{
		"brackets": "a: [x]\n", "an anchor": "a: &k\n  - x\nb: *k\n", "a text": "a: x\n", "no such path": "b: 1\n", "no YAML": "a: [",
	} {
		if got, err := Insert("c.yaml", []byte(was), "a", []string{"- y"}); err == nil {
			t.Errorf("%s: %q", name, got)
		}
	}
}
