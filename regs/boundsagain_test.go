package regs

import (
	"strings"
	"testing"

	"apr/internal/rounds"
)

// What is to be more or less than so much, how many came to how many events and how many replied are the
// same in two texts of one thing; what is of another year, time or thing isn't held against it.
func TestBoundsAgain(t *testing.T) {
	for _, c := range rounds.Few(t, []struct{ one, other, want string }{
		{"For 2026/27 the board has asked for five results:\n\n- fewer falls\n- fewer than 50 people waiting for care at home\n- a balanced budget", "For 2026/27 the board has asked for five results: fewer falls; fewer than 40 people\nwaiting for care at home; hospital at home by January 2027.",
			`"fewer than 40 people waiting for care at", and another has 50 of the same`},
		{"The plan wants at least 30 nurses in post on each ward by the spring.", "We want at least 13 nurses in post on each ward by the spring.", `"at least 13 nurses in post on each", and another has 30 of the same`},
		{"For 2026/27 the board wants fewer than 40 people waiting for care at home.", "For 2026/27 it has asked for fewer than 40 people waiting for care at home.", ""},
		{"For 2026/27 the board wants fewer than 50 people waiting for care at home.", "For 2027/28 it has asked for fewer than 40 people waiting for care at home.", ""},
		{"By March 2027 we want fewer than 50 people waiting for care at home.", "We want fewer than 40 people waiting for care at home by March 2028.", ""},
		{"We want fewer than 50 people waiting for care at home.", "In June there were fewer than 40 people waiting for care at home.", ""},
		{"We want fewer than 50 people waiting for care at home.", "We want fewer than 40 people waiting for a care home place.", ""},
		{"We heard from 612 people at 14 events.", "The group had regard to what\n612 people said at 16 events.", `"612 people said at 16 events", and another has as many at 14`},
		{"We heard from 612 people at 14 events.", "The group had regard to what 612 people said at 14 events.", ""},
		{"We heard from 612 people at 14 events.", "We heard from 340 people at three public meetings.", ""},
		{"We heard from 612 people at 14 events.", "In the survey 612 people answered 16 questions.", ""},
		{"The review heard 1,184 by survey.", "It had regard to 1,148 survey replies.", "1,148 replies to a survey, and another has 1,184"},
		{"The review heard 1,184 by survey.", "It had regard to 1,184 survey replies.", ""},
		{"The review heard 1,184 by survey.", "Another 227 people answered our survey.", ""},
	}) {
		r := inMoray(c.one)
		r.Narrative.Reg4.Introduction = text(c.other)
		if all := messagesOf(r, "R0-impossible"); c.want == "" && all != "" || !strings.Contains(all, c.want) {
			t.Errorf("%q beside %q: got %q, want %q", c.other, c.one, all, c.want)
		}
	}
}
