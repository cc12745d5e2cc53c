package celltext

import (
	"strings"
	"testing"
	"unicode/utf8"
)

func TestShort(t *testing.T) {
	long := strings.Repeat("é", 70_000)
	if got := Short(long); got != strings.Repeat("é", 80)+"…" {
		t.Errorf("got %d bytes: %s", len(got), got)
	}
	for s, want := range map[string]string{"": "", " twelve ": "twelve", strings.Repeat("x", 80): strings.Repeat("x", 80), "a\xff": "a"} {
		if got := Short(s); got != want {
			t.Errorf("%q: got %q; want %q", s, got, want)
		}
	}
	if got := Short(strings.Repeat("x", 639) + "é"); !utf8.ValidString(got) {
		t.Errorf("got %q", got)
	}
}

func TestList(t *testing.T) {
	cells := []string{"Cost  centre", "", " ", "Amount"}
	if got := List(cells); got != "Cost centre, Amount" {
		t.Errorf("got %q", got)
	}
	for range 100 {
		cells = append(cells, strings.Repeat("long ", 1000))
	}
	if got := List(cells); len(got) > 60*90 || !strings.HasSuffix(got, "… and 42 more") {
		t.Errorf("got %d bytes, ending %q", len(got), got[len(got)-20:])
	}
}
