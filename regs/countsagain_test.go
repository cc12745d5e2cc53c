package regs

import (
	"strings"
	"testing"
)

// Two texts that count the same differently are told; other things, other places and what is
// counted besides aren't.
func TestCountedAgain(t *testing.T) {
	for _, c := range []struct{ one, other, want string }{
		{"Of the plan 15 were met, six in part and three not.", "It ended with 14 of its 24 commitments met, six met in part and four not met.", "14 met, six in part, four not, and another has 15 met, six in part, three not of as many"},
		{"Of the plan 15 were met, six in part and three not.", "It ended with 15 of its 24 commitments met, six met in part and three not met.", ""},
		{"Of the plan 15 were met, six in part and three not.", "Of the actions 10 were met, six in part and three not.", ""},
		{"Of the plan 15 were met, six in part and three not.", "Last year, 2016/17, 14 were met, six in part and four not.", ""},
		{"It cost more because four children needed places outside the area.", "More was spent because fourteen children needed places outside the area.", `"fourteen children needed places outside the", and another has four of the same`},
		{"It cost more because four children needed places outside the area.", "Here, too, four children needed places outside the area.", ""},
		{"Four children needed places outside the area in Elgin.", "In Keith five children needed places outside the area.", ""},
		{"Four children needed places outside the area.", "Another five children needed places outside the area.", ""},
		{"There were nine fewer than the year before.", "Calls were 14 fewer than the year before.", ""},
		{"Four nurses work there.", "Five nurses work here.", ""},
	} {
		r := inMoray(c.one)
		r.Narrative.Reg4.Introduction = text(c.other)
		if all := messagesOf(r, "R0-impossible"); c.want == "" && all != "" || !strings.Contains(all, c.want) {
			t.Errorf("%q beside %q: got %q, want %q", c.other, c.one, all, c.want)
		}
	}
}
