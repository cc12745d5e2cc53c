package regs

import (
	"strings"
	"testing"
)

// A unit that the values don't fit is one finding, and means are what they are.
func TestUnitsThatDontFit(t *testing.T) {
	for _, c := range []struct{ name, title, unit, want string }{
		{"a part of a child", "Children with a concern", "children", `the unit of LM7 is "children", which values such as 15.7 don't fit: they come in whole numbers`},
		{"a percentage", "Children with a concern", "%", ""},
		{"a mean", "Average children in a class", "children", ""},
		{"millions", "Savings made", "£", `the unit of LM7 is "£", which values such as 15.7 don't fit: pounds have pence, or none`},
		{"millions of pounds", "Savings made", "£ million", ""},
	} {
		rows := ""
		for _, v := range []string{"2023/24,14.9", "2024/25,15.2", "2025/26,15.7"} {
			rows += "LM7," + c.title + "," + v + "," + c.unit + "\n"
		}
		got := measuresFound(t, "Measure,Title,Period,Value,Unit", rows, checkMagnitudes)
		if got != c.want || strings.Count(got, "\n") > 0 {
			t.Errorf("%s: %q; want %q", c.name, got, c.want)
		}
	}
}
