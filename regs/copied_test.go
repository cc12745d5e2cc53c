package regs

import (
	"fmt"
	"strings"
	"testing"

	"apr/internal/rounds"
	"apr/internal/source"
	"apr/internal/yamlpos"
)

// A paragraph that was pasted twice into one text is found at its second place; what
// may well be there twice isn't.
func TestTheSameParagraphTwiceInAText(t *testing.T) {
	const one = "The board met five times in the year, and each time it looked at how long people wait for care."
	const ref = "In {{ year }} emergency admissions were the lowest of the six years that this report looks back on."
	for _, c := range rounds.Few(t, []struct{ text, want string }{
		{one + "\n\n" + one, "12:5"},
		{one + "\n\nThen it was winter.\n\n" + one, "14:5"},
		{one + "\n\n" + strings.Replace(one, "year, and", "year,\nand", 1), "12:5"},
		{ref + "\n\n" + ref, "12:5"},
		{one + "\n\n" + one + "\n\n" + one, "12:5 14:5"},

		{one + "\n\n" + strings.Replace(one, "five", "six", 1), ""},
		{one + "\n\n" + ref, ""},
		{"Write to us.\n\nThat is all.\n\nWrite to us.", ""},
		{"HSCP, 1 High Street, Inverden, AB1 2CD\n\nor\n\nHSCP, 1 High Street, Inverden, AB1 2CD", ""},
		{one, ""},
		{"", ""},
	}) {
		r := complete(2018)
		r.Narrative.Opening.Foreword = yamlpos.NewText(c.text, source.Position{File: "n.yaml", Line: 10, Column: 5})
		var got []string
		for _, f := range findingsOf(r, "R0-copied") {
			got = append(got, fmt.Sprintf("%d:%d", f.Position.Line, f.Position.Column))
		}
		if s := strings.Join(got, " "); s != c.want {
			t.Errorf("%q: got %s, want %s", c.text, s, c.want)
		}
	}
}
