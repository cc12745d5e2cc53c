package claims

import (
	"strings"
	"testing"
)

// What a speaker of the authority says in a block of words is held against the data as the report's own words are; what
// others say is listed as not read; and of words of which it isn't known whose they are nothing is said.
func TestQuotations(t *testing.T) {
	const wrong, right = "Sickness absence came down to 6.2%.", "Sickness absence came down to 7.2%."
	read := textsOf(t, onCarrickmoor)
	for _, c := range []struct {
		text                            string
		contradicted, confirmed, unread int
		left                            int // lines of quotations
	}{
		{"> " + wrong + "\n>\n> — Rohan Mathieson\n", 1, 1, 0, 0},
		{"> " + right + "\n>\n> — **Rohan Mathieson**, Chief Officer\n", 0, 2, 0, 0},
		{"> It was hard.\n> Sickness absence\n> came down to 6.2%.\n\n— Chief Officer, Carrickmoor Integration Joint Board\n", 1, 1, 0, 0},
		{"Our Chair said:\n\n> " + wrong + "\n", 1, 1, 0, 0},
		{"::: {.quotation by=\"Ailsa Kinnear, Chair\"}\n" + wrong + "\n:::\n", 1, 1, 0, 0},
		{"<blockquote><p>" + wrong + "</p><footer>Rohan Mathieson, <cite>Chief Officer</cite></footer></blockquote>", 1, 1, 0, 0},
		{"<p>x</p><figure><blockquote>" + wrong + "</blockquote><figcaption>Our Chief Officer</figcaption></figure>", 1, 1, 0, 0},
		{"> " + wrong + "\n>\n> — Jo Bell, Chair\n", 0, 0, 0, 3}, // of what?
		{"> " + wrong + "\n>\n> — Jo Bell, Chair of the Tenants' Panel\n", 0, 0, 2, 3},
		{"> " + wrong + "\n>\n> — Jo Bell\n", 0, 0, 0, 3},
		{"> " + wrong + "\n>\n> — a carer in Glenside\n", 0, 0, 2, 3},
		{"A nurse told us:\n\n> " + wrong + "\n", 0, 0, 2, 1},
		{"The inspectors wrote:\n\n> " + wrong + "\n", 0, 0, 2, 1},
		{"::: {.quotation by=\"a carer\"}\n" + wrong + "\n:::\n", 0, 0, 2, 1},
		{"> " + wrong + "\n", 0, 0, 0, 1},
	} {
		got := Read(read.facts, NewTexts("report.md", c.text))
		if got.Count(Contradicted) != c.contradicted || got.Count(Confirmed) != c.confirmed || got.Count(Unread) != c.unread || got.LeftOut.Quotations != c.left {
			t.Errorf("%q: %d contradicted, %d confirmed, %d unread, %d lines left out", c.text, got.Count(Contradicted), got.Count(Confirmed), got.Count(Unread), got.LeftOut.Quotations)
		}
		for _, cl := range got.Claims {
			if cl.Verdict == Unread && !strings.Contains(cl.Reason, "is quoted with it") {
				t.Errorf("%q: %s", c.text, cl.Reason)
			}
		}
	}
}

// A sentence behind what a carer says doesn't take its subject.
func TestQuotationEndsWithItsSpeaker(t *testing.T) {
	got := Read(textsOf(t, onCarrickmoor).facts, NewTexts("report.md", `A carer said: "Sickness absence came down." It fell to 6.2%.`))
	if n := got.Count(Contradicted); n > 0 {
		t.Errorf("%d contradicted", n)
	}
}
