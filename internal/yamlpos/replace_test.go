package yamlpos

import (
	"math/rand/v2"
	"strings"
	"testing"

	"apr/internal/rounds"
)

// Only the text's own bytes change: remarks, order, other texts and line ends stay.
func TestReplace(t *testing.T) {
	const before = "# head\nfirst: one   # beside\nlist:\n  - key: |  # of the block\n      Old\n      text.\n\n    other: >\n      Folded\n      text.\n  # between\n  - key: 'quo''ted'\n    other: {flow: a, more: \"b\"}\nempty:\nlast: |2\n    indented\n  x\n# end\n"
	for _, c := range []struct{ path, value, from, to string }{
		{"first", "two", "first: one ", "first: two "},
		{"first", "two: three", "first: one ", `first: "two: three" `},
		{"list[0].key", "New\n\n- text\n", "      Old\n      text.\n", "      New\n\n      - text\n"},
		{"list[0].key", "New", "|  # of the block\n      Old\n      text.\n", "|-  # of the block\n      New\n"},
		{"list[0].other", "A\nB\n", ">\n      Folded\n      text.", "|\n      A\n      B"},
		{"list[1].key", "It's new\nin two\n", "'quo''ted'", "|\n      It's new\n      in two"},
		{"list[1].other.flow", "a, b", "flow: a,", `flow: "a, b",`},
		{"list[1].other.more", "c\nd", `"b"`, `"c\nd"`},
		{"empty", "Now\nthere.\n", "empty:\n", "empty: |\n  Now\n  there.\n"},
		{"first", "", "first: one ", `first: "" `},
		{"list[0].key", "", "|  # of the block\n      Old\n      text.\n", "\"\"  # of the block\n"},
		{"list[0].other", "", ">\n      Folded\n      text.", `""`},
		{"list[1].other.flow", "", "flow: a,", `flow: "",`},
		{"last", "plain\n", "last: |2\n    indented\n  x", "last: |\n  plain"},
		{"last", "  a\nb\n", "last: |2\n    indented\n  x", "last: |2\n    a\n  b"},
	} {
		for _, end := range []string{"\n", "\r\n"} {
			file, from, to := strings.ReplaceAll(before, "\n", end), strings.ReplaceAll(c.from, "\n", end), strings.ReplaceAll(c.to, "\n", end)
			want := strings.Replace(file, from, to, 1)
			if want == file {
				t.Fatalf("%q isn't in the file", c.from)
			}
			got, err := Replace("a.yaml", []byte(file), c.path, c.value)
			if err != nil || string(got) != want {
				t.Errorf("%s = %q: %v\n%s\nwant\n%s", c.path, c.value, err, got, want)
			}
		}
	}
}

func TestReplaceRefuses(t *testing.T) {
	const file = "a: &x one\nb: *x\nc: !!str d\nm: {k: v}\n"
	for path, want := range map[string]string{
		"a": "stands for several", "b": "stands for several", "c": "tag", "m": "stands for several", "none": "no such text",
	} {
		if got, err := Replace("a.yaml", []byte(file), path, "new"); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%s: %v\n%s", path, err, got)
		}
	}
	if _, err := Replace("a.yaml", []byte("a: [\n"), "a", "x"); err == nil {
		t.Error("a broken file was written")
	}
}

// What was put in is read back, whatever the words, wherever it was.
func TestReplaceReadsBack(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	pieces := []string{"a", " ", "  ", "\n", "\n\n", "#", ": ", "- ", "\"", "'", "\\", "é", "|", "{", "]", "&", "*", "!", "%", "@", "\t", "---"}
	const file = "x: |\n  text\n\n  more\ny:\n  - z: plain\n    w: \"double\"\n    v: 'single'\nu: >-\n  folded\n"
	for range rounds.Of(t, 3000) {
		var b strings.Builder
		for range r.IntN(12) {
			b.WriteString(pieces[r.IntN(len(pieces))])
		}
		path := []string{"x", "y[0].z", "y[0].w", "y[0].v", "u"}[r.IntN(5)]
		got, err := Replace("a.yaml", []byte(file), path, b.String())
		if err != nil {
			continue // refused, and nothing is lost
		}
		if was := scalars("a.yaml", got)[path]; was != b.String() {
			t.Fatalf("%s: %q was read back as %q from\n%s", path, b.String(), was, got)
		}
	}
}
