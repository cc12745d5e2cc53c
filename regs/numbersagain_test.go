package regs

import (
	"strings"
	"testing"

	"apr/internal/rounds"
)

// Two texts that give one number with its digits exchanged, or recall a count that isn't the one given,
// are told; other things, parts and what is hedged aren't.
func TestNumbersAgain(t *testing.T) {
	for _, c := range rounds.Few(t, []struct{ one, other, want string }{
		{"Those results belong to about 2,140 staff.", "About 2,410 people work in the partnership's teams.", "2,410 staff, and another has 2,140"},
		{"Those results belong to about 2,140 staff, to carers, and to providers who kept going.", "About 2,410 people work in the partnership's teams, half of them for each partner.", "2,410 staff, and another has 2,140"},
		{"Of our 940 staff 68% answered.", "About 490 people work for us.", "490 staff, and another has 940"},
		{"Those results belong to about 2,140 staff.", "2,410 staff in care homes were vaccinated.", ""},
		{"Those results belong to about 2,140 staff.", "About 2,140 people work in the partnership's teams.", ""},
		{"Those results belong to about 2,140 staff.", "The council employs 2,410 people, of whom 300 work for us.", "exchanged"},
		{"Those results belong to about 2,140 staff.", "Of the 2,410 who answered most were nurses.", ""},
		{"Nine community link workers sat in all 16 general practices.", "Of the eleven link workers four serve East Kirkmoor.", `"the eleven link workers" as if they had been counted, and another has nine of them`},
		{"Nine community link workers sat in all 16 general practices.", "Of the nine link workers four serve East Kirkmoor.", ""},
		{"Nine community link workers sat in all 16 general practices.", "The two link workers who left were replaced.", ""},
		{"Nine community link workers sat in all 16 general practices.", "The eleven link workers in Moray and beyond met.", ""},
		{"We heard from 412 people: at 22 meetings, from 61 complaints and from 94 stories.", "Three in four of the 69 complaints were about changes.", `"the 69 complaints" as if they had been counted, and another has 61`},
		{"We heard from 412 people: at 22 meetings, from 61 complaints and from 94 stories.", "Three in four of the 61 complaints were about changes.", ""},
		{"We had 61 complaints, and 72 stories came in.", "54 complaints were upheld. The 61 complaints took 20 days.", ""},
		{"54 complaints were upheld.", "The 61 complaints took 20 days.", ""},
		{"Savings of £6.2m were needed to balance the budget, and £7.4m were made.", "Of £6.2m of savings £4.7m were made, 76%.", "the text has £4.7m, and another has £7.4m"},
		{"Savings of £6.2m were needed to balance the budget, and £4.7m were made.", "Of £6.2m of savings £4.7m were made, 76%.", ""},
		{"Prescribing cost £7.4m.", "Care homes cost £4.7m.", ""},
		{"The general reserve was £9.6m at the start of the year.", "At its start the general reserve held £6.9m; since the start of the year it fell.", "exchanged"},
		{"The digital programme cost £9.6m.", "The building cost £6.9m.", ""},
	}) {
		r := inMoray(c.one)
		r.Narrative.Reg4.Introduction = text(c.other)
		if all := messagesOf(r, "R0-impossible"); c.want == "" && all != "" || !strings.Contains(all, c.want) {
			t.Errorf("%q beside %q: got %q, want %q", c.other, c.one, all, c.want)
		}
	}
}

// What a reserve lost is the overspend that it met.
func TestReserveThatFell(t *testing.T) {
	const met = "The overspend was met from the general reserve."
	for text, want := range map[string]string{
		met + " The general reserve was £9.6m at the start of the year and is £4.1m now.":    "by the text the reserve fell from £9.6m to £4.1m, and the overspend that it met is £2.8m: the digits of £9.6m seem to be exchanged",
		met + " The general reserve was £6.9m at the start of the year and is £1.4m now.":    "the digits of £1.4m seem to be exchanged",
		met + " The general reserve was £6.9m at the start of the year and is £4.1m now.":    "",
		met + " The general reserve was £6.9m at the start of the year and is £3.2m now.":    "",
		"The general reserve was £9.6m at the start of the year and is £4.1m now.":           "",
		met + " The earmarked fund was £9.6m at the start of the year and is £4.1m now.":     "",
		met + " The reserve was £9.6m a year ago, £2.7m of it committed, and fell to £4.1m.": "",
	} {
		r := inMoray(text)
		r.Account.Spend, r.Account.Funding = known(250_420_000_00), known(247_600_000_00)
		if all := messagesOf(r, "R0-impossible"); want == "" && all != "" || !strings.Contains(all, want) {
			t.Errorf("%q: got %q, want %q", text, all, want)
		}
	}
}
