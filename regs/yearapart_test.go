package regs

import (
	"fmt"
	"strings"
	"testing"
)

// One day that two texts give of two years is told; days that come back, that end a year, and those of other
// things aren't. The fixtures' year is the reporting year.
func TestYearsApart(t *testing.T) {
	in, out := int(year), int(year)+1
	dated := func(s string) string {
		return strings.NewReplacer("IN", fmt.Sprint(in), "OUT", fmt.Sprint(out)).Replace(s)
	}
	for _, c := range []struct{ one, other, want string }{
		{"The board decided to close Ward 2 from 6 October OUT.", "The team of Ward 2 has cared for them since 6 October IN.", "6 October " + fmt.Sprint(out) + ", and another " + fmt.Sprint(in)},
		{"The board decided to close Ward 2 from 6 October IN.", "The team of Ward 2 has cared for them since 6 October IN.", ""},
		{"Ward 2 closed on 6 October IN.", "A review of Ward 2 is due on 6 October OUT.", ""},
		{"Ward 2 had 14 beds on 31 March IN.", "Ward 2 had 12 beds on 31 March OUT.", ""},
		{"Inspectors came to Kirkmoor House on 18 September IN.", "A new bus was bought on 18 September OUT.", ""},
		{"We asked for hospital at home in Port Carrick by January OUT.", "Hospital at home in Port Carrick by January IN is what we asked for.", "January"},
		{"We asked for hospital at home in Port Carrick by January OUT.", "Hospital at home in Port Carrick by March IN is what we asked for.", ""},
	} {
		r := inMoray(dated(c.one))
		r.Narrative.Reg4.Introduction = text(dated(c.other))
		if all := messagesOf(r, "R0-impossible"); c.want == "" && all != "" || !strings.Contains(all, c.want) {
			t.Errorf("%q beside %q: got %q, want %q", c.other, c.one, all, c.want)
		}
	}
}
