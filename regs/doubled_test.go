package regs

import "testing"

// A sign, unit or word that a reference brings itself and the text gives again is
// found; what only stands next to a figure isn't.
func TestDoubled(t *testing.T) {
	for _, c := range []struct{ before, display, after, want string }{
		{"we spent £", "£108.7m", ", which", "££108.7m"},
		{"we spent £ ", "£108.7m", "", "££108.7m"},
		{"we spent £**", "£108.7m", "**", "££108.7m"},
		{"we spent GBP ", "£108.7m", "", "GBP £108.7m"},
		{"a variance of £", "−£1.2m", "", "£−£1.2m"},
		{"it ended with £", "an overspend of £1.6m", "", "£an overspend of £1.6m"},
		{"", "42.2%", "% feel supported", "42.2%%"},
		{"**", "42.2%", "** % feel supported", "42.2% %"},
		{"", "42.2%", " per cent of carers", "42.2% per cent"},
		{"", "42.2%", "\npercent of carers", "42.2% percent"},
		{"", "£108.7m", " million spent", "£108.7m million"},
		{"", "£108.7m", "m spent", "£108.7mm"},
		{"", "£108.7m", " m spent", "£108.7m m"},
		{"", "£108.7m", "k", "£108.7mk"},
		{"", "£108.7m", "bn", "£108.7mbn"},
		{"", "£108.7m", " pounds", "£108.7m pounds"},
		{"", "£168,000", " pounds", "£168,000 pounds"},
		{"", "up 9.0 points", " points since 2023/24", "up 9.0 points points"},
		{"", "up 3.5%", "%", "up 3.5%%"},
		{"which is up ", "up 3.5%", " since", "up up 3.5%"},
		{"we had an ", "an overspend of £1.6m", "", "an an overspend of £1.6m"},
		{"we had an overspend of ", "an overspend of £1.6m", "", "overspend of an overspend of £1.6m"},
		{"", "898 days", " days", "898 days days"},

		{"we spent ", "£108.7m", ", which", ""},
		{"a price of £", "12", "k", ""},
		{"a price of £", "12.50", "", ""},
		{"a price of £", "−12.50", "", ""},
		{"", "12", "% of them", ""},
		{"", "9,966", " per 100,000 adults", ""},
		{"", "42.2%", " of carers", ""},
		{"", "42.2%", " (per cent figures are rounded)", ""},
		{"", "5.0%", " percentage points", ""},
		{"", "£108.7m", " may be spent", ""},
		{"", "£108.7m", " more than in Millport", ""},
		{"", "£108.7m", "; millions more", ""},
		{"", "£108.7m", " pound for pound", ""},
		{"", "£108.7m", "-a-year", ""},
		{"from £3m to ", "£108.7m", "", ""},
		{"for £3 (", "£108.7m", ")", ""},
		{"for about £1,", "£108.7m", "", ""},
		{"it is up, ", "up 3.5%", " since", ""},
		{"it went up: ", "up 3.5%", "", ""},
		{"in ", "2025/26", " 2025/26", ""},
		{"", "12 of 31", " of them", ""},
		{"", "18.0", "%", ""},
		{"£5\n\n", "£108.7m", "", ""},
		{"£", "£", "", ""},
	} {
		got := ""
		for _, d := range doubled(c.before, c.display, c.after) {
			got += d.printed
		}
		if got != c.want {
			t.Errorf("%q %q %q: got %q, want %q", c.before, c.display, c.after, got, c.want)
		}
	}
}
