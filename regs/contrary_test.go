package regs

import "testing"

// Words next to a reference that can't be said of the figure that it prints are found,
// whatever stands between; the same words with another figure are right.
func TestContrary(t *testing.T) {
	const per1000, per100000 = "per 1,000", "per 100,000"
	for _, c := range []struct{ unit, before, display, after, want string }{
		{per1000, "", "26.1", "% of people aged 65 or over were admitted", "26.1%"},
		{per1000, "**", "26.1", "** % of people", "26.1 %"},
		{per1000, "", "26.1", " per cent of older people", "26.1 per cent"},
		{per100000, "a rate of ", "9,966", "\npercent", "9,966 percent"},
		{per1000, "", "about 26", " per cent of older people", "about 26 per cent"},
		{per1000, "", "898", " days per 100,000 people aged 75 or over", "898 days per 100,000"},
		{per1000, "", "898", " per 100 000 people", "898 per 100 000"},
		{per1000, "", "898", " days for every hundred thousand people", "898 days for every hundred thousand"},
		{per1000, "", "26.1", " people in 100 older people", "26.1 people in 100 older people"},
		{per100000, "", "9,966", " emergency admissions per\n1,000 adults", "9,966 emergency admissions per 1,000"},
		{per100000, "", "9,966", " in every thousand adults", "9,966 in every thousand"},
		{per100000, "", "9,966", " out of 1,000 adults", "9,966 out of 1,000"},
		{per100000, "In every 1,000 adults, ", "9,966", " were admitted", "In every 1,000 adults, 9,966"},
		{per1000, "of every 100 older people ", "26.1", " fell", "of every 100 older people 26.1"},
		{"%", "", "42.2%", " per 1,000 carers", "42.2% per 1,000"},
		{"days", "", "12", "%", "12%"},
		{"days", "", "12 days", " weeks", "12 days weeks"},
		{"£", "", "£108.7m", " per cent of the budget", "£108.7m per cent"},
		{"£", "", "£108.7m", "% of the budget", "£108.7m%"},
		{"", "fell by ", "down 8.0%", " since 2022/23", "fell by down 8.0%"},
		{"", "rose by ", "down 8.0%", "", "rose by down 8.0%"},
		{"", "has increased by\n**", "up 9.0 points", "**", "increased by up 9.0 points"},
		{"", "dropped ", "down 8.0%", "", "dropped down 8.0%"},
		{"", "a fall of ", "down 8.0%", "", "fall of down 8.0%"},
		{"", "it saw a ", "down 8.0%", " change", "a down 8.0%"},
		{"", "fell by ", "unchanged", "", "fell by unchanged"},
		{"", "they are ", "down 8.0%", " lower than in 2022/23", "down 8.0% lower"},
		{"", "with ", "up 9.0 points", " rise in a year", "up 9.0 points rise"},
		{"", "we were ", "1st of 4", " of 31 authorities", "1st of 4 of 31"},
		{"", "we were ", "12th of 31", " out of 31", "12th of 31 out of 31"},
		{"", "we were ", "2nd of 31", " among the 31 authorities", "2nd of 31 among the 31"},
		{"", "we came ", "2nd of 31", " of thirty-one", "2nd of 31 of thirty-one"},
		{"", "in ", "2nd of 31", " place", "2nd of 31 place"},

		{per1000, "", "26.1", " per 1,000 people", ""},
		{per1000, "", "26.1", " people in 1,000", ""},
		{per1000, "", "26.1", " for every thousand older people", ""},
		{per1000, "", "26.1", " of every 1 000 older people", ""},
		{per1000, "In every 1,000, ", "26.1", " older people fell", ""},
		{per1000, "", "26.1", ", or about 2.6% of them", ""},
		{per1000, "", "26.1", " per 1,000, or 2,610 per 100,000", ""},
		{per1000, "", "26.1", "; per 100,000 it is 2,610", ""},
		{per1000, "", "26.1", " (Scotland: 22 per 1,000)", ""},
		{per1000, "", "26.1", " admissions in 100 care homes", ""},
		{per1000, "of 100 visits by our team, ", "26.1", "", ""},
		{per1000, "", "898", " percentage of", ""},
		{per100000, "", "9,966", " admissions per 100,000 adults", ""},
		{per100000, "", "9,966", " per hundred thousand", ""},
		{per100000, "", "9,966", " in 2025 per head", ""},
		{"per 100", "", "12", "%", ""},
		{"%", "", "42.2%", " of 1,000 carers asked", ""},
		{"", "", "12", "% of them", ""},
		{"days", "", "12 days", " a week", ""},
		{"£", "", "£108.7m", ", 3 per cent more", ""},
		{"£", "", "£108.7m", " per 1,000 people", ""},
		{"", "it went ", "down 8.0%", "", ""},
		{"", "admissions fell, ", "down 8.0%", " since", ""},
		{"", "admissions fell: ", "down 8.0%", "", ""},
		{"", "fell by more than planned and is ", "down 8.0%", "", ""},
		{"", "fell to ", "9,966", "", ""},
		{"", "fell by ", "8.0%", "", ""},
		{"", "Admissions are ", "down 8.0%", ", lower than before", ""},
		{"", "are ", "up 3.5%", " more than planned", ""},
		{"", "we were ", "1st of 4", " of the family", ""},
		{"", "we were ", "1st of 4", ", and of 31 authorities 3rd", ""},
		{"", "we were ", "1st of 31", " authorities", ""},
		{"", "we were ", "1st of 31", " places", ""},
	} {
		got := ""
		for _, d := range contrary(c.unit, c.before, c.display, c.after) {
			got += d.printed
		}
		if got != c.want {
			t.Errorf("%s: %q %q %q: got %q, want %q", c.unit, c.before, c.display, c.after, got, c.want)
		}
	}
}
