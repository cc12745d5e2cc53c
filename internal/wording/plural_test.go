package wording

import (
	"slices"
	"testing"
)

func TestRowOf(t *testing.T) {
	const one, many = "{number} service", "{number} services"
	all := func(row string) bool { return slices.Contains(Given(), row) }
	for _, c := range []struct {
		lang, want string
		n          []int
	}{
		{"en-GB", one, []int{1}}, {"en-GB", many, []int{0, 2, 11, -1}}, {"", one, []int{1}}, {"", many, []int{0, 2}},
		{"gd", one, []int{1, 11}}, {"gd", many + " (two)", []int{2, 12}}, {"gd", many + " (few)", []int{3, 10, 13, 19}}, {"gd", many, []int{0, 20, 21, 100}},
		{"pl", one, []int{1}}, {"pl", many + " (few)", []int{2, 4, 22}}, {"pl", many + " (many)", []int{0, 5, 11, 12, 25}},
		{"cy", many + " (zero)", []int{0}}, {"cy", many + " (two)", []int{2}}, {"cy", many + " (few)", []int{3}}, {"cy", many + " (many)", []int{6}}, {"cy", many, []int{4, 5, 7}},
		{"ja", many, []int{0, 1, 2}},
	} {
		for _, n := range c.n {
			if got := RowOf(c.lang, n, one, many, all); got != c.want {
				t.Errorf("%d in %q: %q; want %q", n, c.lang, got, c.want)
			}
			if got := RowOf(c.lang, n, one, many, func(string) bool { return false }); got != one && got != many {
				t.Errorf("%d in %q without forms: %q", n, c.lang, got)
			}
		}
	}
	if slices.Contains(Rows(), many+" (few)") || slices.Contains(Given(), one+" (few)") {
		t.Error("a form is a row, or of one")
	}
}
