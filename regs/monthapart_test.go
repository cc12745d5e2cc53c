package regs

import (
	"fmt"
	"strings"
	"testing"

	"apr/internal/rounds"
)

// One day that two sentences give of two months is told where both are of one thing.
func TestMonthsApart(t *testing.T) {
	dated := func(s string) string { return strings.NewReplacer("IN", fmt.Sprint(int(year))).Replace(s) }
	const other = ", and another of the same "
	for _, c := range rounds.Few(t, []struct{ one, other, want string }{
		{"We launched the carers' support centre in Kirkmoor on 3 July IN.", "The carers' support centre in Kirkmoor was launched on 3 September IN.", other},
		{"The carers' support centre in Kirkmoor opened to the public on 3 July IN.", "On 3 September IN the carers' support centre opened in Kirkmoor.", other},
		{"On 12 May IN the board agreed the workforce plan for care homes.", "The workforce plan for care homes was agreed on 12 June IN.", other},
		{"We launched the carers' support centre in Kirkmoor on 3 July IN.", "The carers' support centre in Kirkmoor was launched on 3 July IN.", ""},
		{"We launched the carers' support centre in Kirkmoor on 3 July IN.", "The carers' support centre in Kirkmoor was launched on 4 September IN.", ""},
		{"We launched the carers' support centre in Kirkmoor on 3 July IN.", "The young carers' support centre in Glenside won an award for its advice on 3 September IN.", ""},
		{"The committee met on 3 July IN about the carers' support centre in Kirkmoor.", "The committee met on 3 September IN about the carers' support centre in Kirkmoor.", ""},
		{"Inspectors visited Kirkmoor House, the care home, on 3 July IN.", "Inspectors visited Kirkmoor House, the care home, on 3 September IN.", ""},
		{"The first phase of the carers' support centre in Kirkmoor was launched on 3 July IN.", "The second phase of the carers' support centre in Kirkmoor was launched on 3 September IN.", ""},
		{"Ward 2 of Kirkmoor hospital closed on 3 July IN for works.", "Ward 2 of Kirkmoor hospital opened on 3 September IN after works.", ""},
		{"The carers' support centre in Kirkmoor opened on 3 July IN and moved on 3 September IN.", "Carers thanked us.", ""},
		{"A drop-in day for carers in Kirkmoor took place on 3 July IN.", "A drop-in day for carers in Glenside took place on 3 September IN.", ""},
		{"The newsletter came out on 3 July IN.", "The newsletter came out on 3 September IN.", ""},
	}) {
		r := inMoray(dated(c.one))
		r.Narrative.Reg4.Introduction = text(dated(c.other))
		if all := messagesOf(r, "R0-impossible"); c.want == "" && strings.Contains(all, other) || !strings.Contains(all, c.want) {
			t.Errorf("%q beside %q: got %q, want %q", c.other, c.one, all, c.want)
		}
	}
}
