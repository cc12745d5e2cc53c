package yamlpos

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"apr/internal/rounds"
)

func TestSet(t *testing.T) {
	both := []Value{{"by", "Ailsa Bell"}, {"on", "2026-07-01"}}
	for name, c := range map[string]struct {
		was    string
		path   []string
		values []Value
		want   string
	}{
		"a key that is there": {"a: # x\n  on: 2025-01-01  # y\n  by: Jo\nb: 1\n", []string{"a"}, both, "a: # x\n  on: 2026-07-01  # y\n  by: Ailsa Bell\nb: 1\n"},
		"a key beside others": {"t:\n  k.a[0].b:\n    owner: Jo\n\n  # next\n  l:\n    owner:\n", []string{"t", "k.a[0].b", "s"}, both,
			"t:\n  k.a[0].b:\n    owner: Jo\n    s:\n      by: Ailsa Bell\n      on: 2026-07-01\n\n  # next\n  l:\n    owner:\n"},
		"a key without a value": {"t:\n  k:   # later\n  l: {}\n", []string{"t", "k"}, both, "t:\n  k:   # later\n    by: Ailsa Bell\n    on: 2026-07-01\n  l: {}\n"},
		"a value that is empty": {"t:\n  k:\n    by:   # whom?\n    on:\n", []string{"t", "k"}, both, "t:\n  k:\n    by: Ailsa Bell   # whom?\n    on: 2026-07-01\n"},
		"braces":                {"t:\n  k: {owner: O'Neil}  # x\n", []string{"t", "k", "s"}, both, "t:\n  k: {owner: O'Neil, s: {by: Ailsa Bell, on: 2026-07-01}}  # x\n"},
		"empty braces":          {"t: {}\n", []string{"t", "k"}, both, "t: {k: {by: Ailsa Bell, on: 2026-07-01}}\n"},
		"braces of lines":       {"t: {\n  k: {owner: \"}\" },\n  l: {}\n}\n", []string{"t", "k"}, []Value{{"on", "x"}}, "t: {\n  k: {owner: \"}\" , on: x},\n  l: {}\n}\n"},
		"the last of the file":  {"t:\n  k:\n    owner: two\n\n      lines", []string{"t", "k"}, both[:1], "t:\n  k:\n    owner: two\n\n      lines\n    by: Ailsa Bell"},
		"Windows":               {"\ufefft:\r\n  k:\r\n    a: 1\r\n", []string{"t", "k"}, both[:1], "\ufefft:\r\n  k:\r\n    a: 1\r\n    by: Ailsa Bell\r\n"},
		"a new section":         {"a: 1\nb:\n- x\n", []string{"t", "k"}, both[:1], "a: 1\nb:\n- x\nt:\n  k:\n    by: Ailsa Bell\n"},
		"an empty file":         {"# remark\n", []string{"t"}, both[:1], "# remark\nt:\n  by: Ailsa Bell\n"},
		"a file of nothing":     {"", []string{"t"}, both[:1], "t:\n  by: Ailsa Bell\n"},
		"what must be quoted":   {"t: {}\n", []string{"t"}, []Value{{"a: b", "yes"}, {"c", `"#: \`}, {"d", ""}, {"e", "1e5"}}, "t: {\"a: b\": \"yes\", c: \"\\\"#: \\\\\", d: \"\", e: \"1e5\"}\n"},
		"no value":              {"t:\n  a: 1\n", []string{"t", "k"}, []Value{{"owner", Open}, {"due", Open}}, "t:\n  a: 1\n  k:\n    owner:\n    due:\n"},
		"four blanks":           {"t:\n    k:\n        a: 1\n", []string{"t", "l"}, both[:1], "t:\n    k:\n        a: 1\n    l:\n      by: Ailsa Bell\n"},
		"nothing new":           {"t: {by: Ailsa Bell}\n", []string{"t"}, both[:1], "t: {by: Ailsa Bell}\n"},
	} {
		got, err := Set("f.yaml", []byte(c.was), c.path, c.values...)
		if err != nil || string(got) != c.want {
			t.Errorf("%s: %v\ngot\n%s\nwant\n%s", name, err, got, c.want)
		}
	}
}

// What can't be written without touching another value is refused with its place.
func TestSetRefuses(t *testing.T) {
	for was, want := range map[string]string{
		"t: &x {a: 1}\nu: *x\n":       "f.yaml:2:4: ",
		"t: [1]\n":                    "f.yaml:1:4: ",
		"t: text\n":                   "f.yaml:1:4: ",
		"t: {by: [1]}\n":              "f.yaml:1:9: ",
		"t: {a: 1}\n---\nt: {a: 1}\n": "f.yaml:2:1",
		"t: ~\n":                      "f.yaml:1:4: ",
		"? t:\n: k: 1\n":              "f.yaml:1:3: a key must be a text, not a mapping",
		"t:\n  ? [k]\n  : 1\n":        "f.yaml:2:5: a key must be a text, not a list",
		"? |\n  t\n: k: 1\n":          "f.yaml:1:3: a key must be a text, not one on lines of its own",
	} {
		path := []string{"t"}
		if strings.Contains(was, "*x") {
			path = []string{"u"}
		}
		if got, err := Set("f.yaml", []byte(was), path, Value{"by", "A"}); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%q: %v\n%s", was, err, got)
		}
	}
}

// TestSetAll compares it with Set for one mapping after the other.
func TestSetAll(t *testing.T) {
	files := []string{"", "# remark\n", "---\n", "t:\n", "t: {}\n", "t: {a: {b: 1}}\n", "\ufefft:\r\n  k:\r\n    a: 1\r\n", "t:\n  a:\n  b: {owner: Jo}\nu: 1\n",
		"t:\n    a:\n        owner: Jo # x\n\n# end\n", "t: &x {a: 1}\nu: *x\n", "t: [1]\n", "t: ~\n", "t: text\n", "a: |\n  text\n"}
	keys := []string{"a", "b", "b.c", "k", "text: 1"}
	values := []Value{{"owner", "Jo"}, {"due", Open}, {"words", "400"}, {"by", "yes"}, {"on", ""}}
	added, failed := 0, 0
	for seed := range rounds.Of(t, uint64(4000)) {
		r := rand.New(rand.NewPCG(seed, 3))
		was := []byte(files[r.IntN(len(files))])
		var all []Mapping
		for range r.IntN(5) {
			m := Mapping{Path: []string{"t", keys[r.IntN(len(keys))]}[:1+min(1, r.IntN(6))]}
			for _, i := range r.Perm(len(values))[:r.IntN(4)] {
				m.Values = append(m.Values, values[i])
			}
			all = append(all, m)
		}
		want, wantErr := was, error(nil)
		for _, m := range all {
			if want, wantErr = Set("f.yaml", want, m.Path, m.Values...); wantErr != nil {
				failed++
				break
			}
		}
		got, err := SetAll("f.yaml", was, all)
		if fmt.Sprint(err) != fmt.Sprint(wantErr) || string(got) != string(want) {
			t.Fatalf("%q with %q: %v\n%s\nwant: %v\n%s", was, all, err, got, wantErr, want)
		}
		if out, ok := addAll("f.yaml", was, all); ok && len(all) > 1 && len(out) > len(was) {
			added++
		}
	}
	if added == 0 || failed == 0 {
		t.Errorf("%d files got several mappings at once, and %d couldn't be changed", added, failed)
	}
}

// FuzzSet sets a value in a file of any bytes: the value is there, all others are as they
// were, and so is every line that had one.
func FuzzSet(f *testing.F) {
	for _, seed := range []string{"t:\n  k:\n    owner: x # y\n", "t: {k: {owner: 'it''s'}}", "t:\n- k: 1\n", "\ufeff# only\r\n", "t:\n  k: |+\n    x\n\n\n", "? t\n: k: 1\n", "? t:\n: k: 1\n", "*a : 1", "t:\n\tk: 1\n", "t:\n  k: \"a\n    b\"\n"} {
		f.Add(seed, "Ailsa: #\n")
	}
	f.Fuzz(func(t *testing.T, was, value string) {
		got, err := Set("f.yaml", []byte(was), []string{"t", "k"}, Value{"by", value})
		if err != nil || value == Open {
			return
		}
		before, after := scalars("f.yaml", []byte(was)), scalars("f.yaml", got)
		if after["t.k.by"] != value {
			t.Errorf("%q: by is %q, not %q", got, after["t.k.by"], value)
		}
		for path, v := range before {
			if after[path] != v && path != "t.k.by" && v != "" {
				t.Errorf("%s was %q and is %q", path, v, after[path])
			}
		}
		if again, err := Set("f.yaml", got, []string{"t", "k"}, Value{"by", value}); err != nil || string(again) != string(got) {
			t.Errorf("a second time: %v\n%q\n%q", err, got, again)
		}
	})
}
