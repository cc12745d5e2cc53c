package regs

import (
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"

	"apr/internal/project"
	"apr/internal/rounds"
)

// foundIn are a rule's findings in the base project with a change to apr.yaml.
func foundIn(t *testing.T, rule, before, after string) string {
	t.Helper()
	change := "-- change/edit/apr.yaml --\n" + before + "\n=>\n" + after + "\n"
	var got []string
	for _, f := range findingsOf(projectOf(t, archive(t, "testdata/base.txtar"), txtar.Parse([]byte(change)), "change"), rule) {
		got = append(got, f.Message)
	}
	return strings.Join(got, "\n")
}

// Of 100,000 people 43,500 live in North and 56,500 in South.
func TestSharesOfTheWrongLocality(t *testing.T) {
	for name, c := range rounds.FewOf(t, map[string]struct{ method, north, south, want string }{
		"as the people live":           {"By population.", "43.5", "56.5", ""},
		"a census before":              {"By population in 2022.", "44.6", "55.4", ""},
		"by need":                      {"By admissions in each locality.", "51", "49", ""},
		"exchanged":                    {"By population.", "56.5", "43.5", `the apportionment "shared" gives North 56.5% and South 43.5%, and of the people 43.5% live in North and 56.5% in South: the shares seem to be exchanged`},
		"exchanged, of another method": {"By what was agreed.", "56.5", "43.5", `the shares seem to be exchanged`},
		"rounded":                      {"By population.", "43.6", "56.4", ""},
		"in whole points":              {"By population.", "44", "56", ""},
		"a digit wrong":                {"By population.", "46.5", "53.5", `the apportionment "shared" goes by the population and gives North 46.5%, where 43.5% of the people live`},
		"half a point off":             {"By each locality's part of the population.", "44.0", "56.0", ""},
		"a quarter of a point off":     {"By each locality's part of the population.", "43.75", "56.25", `gives North 43.75%, where 43.5% of the people live`},
		"weighted":                     {"By the population, weighted for need.", "46.5", "53.5", ""},
		"of older people":              {"By the population aged 65 or over.", "46.5", "53.5", ""},
		"far from the population":      {"By population.", "20", "80", `the apportionment "shared" goes by the population and gives North 20%, where 43.5% of the people live`},
		"far from it and not by it":    {"By admissions.", "20", "80", ""},
	}) {
		changes := "-- change/edit/apr.yaml --\n  - name: North\n=>\n  - {name: North, population: 43500}\n-- change/edit/apr.yaml --\n  - name: South\n=>\n  - {name: South, population: 56500}\n" +
			"-- change/edit/apr.yaml --\n  history: data/history.csv\n=>\n  history: data/history.csv\n  apportionments:\n    - name: shared\n      method: " + c.method + "\n      shares: {North: \"" + c.north + "\", South: \"" + c.south + "\"}\n"
		var got []string
		for _, f := range findingsOf(projectOf(t, archive(t, "testdata/base.txtar"), txtar.Parse([]byte(changes)), "change"), "R0-plausible") {
			got = append(got, f.Message)
		}
		if text := strings.Join(got, "\n"); c.want == "" && text != "" || !strings.Contains(text, c.want) {
			t.Errorf("%s: %q; want %q", name, text, c.want)
		}
	}
}

// The base project spent £1,010.00.
func TestReservesInAnotherUnit(t *testing.T) {
	for name, c := range rounds.FewOf(t, map[string]struct{ opening, closing, want string }{
		"of the order of spend": {"120.00", "80.00", ""},
		"none":                  {"0.00", "0.00", ""},
		"very little":           {"0.11", "0.11", ""},
		"in thousands":          {"0.08", "0.08", "the reserves come to £0.08, and £1,010.00 was spent in the year: one of them seems to be in another unit, such as thousands"},
		"a thousand times":      {"120000.00", "80000.00", "the reserves come to £120,000.00, and £1,010.00 was spent"},
		"a deficit":             {"-40.00", "-40.00", ""},
	}) {
		got := foundIn(t, "R0-plausible", "finance:", "finance:\n  reserves:\n    - {name: General reserve, opening: \""+c.opening+"\", closing: \""+c.closing+"\"}")
		if c.want == "" && got != "" || !strings.Contains(got, c.want) {
			t.Errorf("%s: %q; want %q", name, got, c.want)
		}
	}
}

// One reserve beside another, in an authority that spent £108m.
func TestReserveBesideOthers(t *testing.T) {
	const spend = 108_000_000_00
	general := project.Reserve{Name: "General", Opening: "4100000.00", Closing: "2457790.00"}
	for name, c := range map[string]struct {
		reserves []project.Reserve
		want     bool
	}{
		"in thousands":                {[]project.Reserve{general, {Name: "Earmarked", Opening: "1900", Out: "200", Closing: "1700"}}, true},
		"first in thousands":          {[]project.Reserve{{Name: "Earmarked", Opening: "1,900", Closing: "1,700"}, general}, true},
		"in pounds":                   {[]project.Reserve{general, {Name: "Earmarked", Opening: "1900000", Closing: "1700000"}}, false},
		"a small one, with pence":     {[]project.Reserve{general, {Name: "Bequest", Opening: "1912.40", Closing: "1700.00"}}, false},
		"one that was used up":        {[]project.Reserve{general, {Name: "Bequest", Opening: "1900", Out: "1900", Closing: "0"}}, false},
		"a new one":                   {[]project.Reserve{general, {Name: "Bequest", Opening: "0", In: "1900", Closing: "1900"}}, false},
		"all in thousands":            {[]project.Reserve{{Name: "General", Opening: "4100", Closing: "2458"}, {Name: "Earmarked", Opening: "1900", Closing: "1700"}}, false},
		"one alone":                   {[]project.Reserve{general}, false},
		"a small one of whole pounds": {[]project.Reserve{general, {Name: "Equipment", Opening: "25000", Closing: "20000"}}, false},
		"one that can't be read":      {[]project.Reserve{general, {Name: "Earmarked", Opening: "1900 k", Closing: "1700"}}, false},
	} {
		got := reserveBesideOthers(&project.Finance{Reserves: c.reserves}, spend)
		if (got != nil) != c.want || got != nil && !strings.Contains(got.Message, `the reserve "Earmarked" holds £1,700.00, and another £4,100,000.00`) {
			t.Errorf("%s: %v; want one: %t", name, got, c.want)
		}
	}
}

// A reserve from which something was paid doesn't grow by nothing but what was put in.
func TestReservesThatPaidAndGrew(t *testing.T) {
	for name, c := range map[string]struct{ reserve, text, want string }{
		"it fell":         {`opening: "90.00", transfers_out: "10.00", closing: "80.00"`, "The rest was paid from reserves.", ""},
		"it grew":         {`opening: "80.00", transfers_in: "10.00", closing: "90.00"`, "Agency nursing. The rest was paid from reserves.", `the text says that reserves paid for something ("paid from reserves"), and they rose from £80.00 to £90.00 with nothing taken out`},
		"more was put in": {`opening: "80.00", transfers_in: "30.00", transfers_out: "20.00", closing: "90.00"`, "The rest was paid from reserves.", ""},
		"it wasn't":       {`opening: "80.00", transfers_in: "10.00", closing: "90.00"`, "Nothing was paid from reserves.", ""},
		"it may be":       {`opening: "80.00", transfers_in: "10.00", closing: "90.00"`, "The gap of next year will be met from reserves.", ""},
		"nothing said":    {`opening: "80.00", transfers_in: "10.00", closing: "90.00"`, "Reserves are held for winter.", ""},
		"from savings":    {`opening: "80.00", transfers_in: "10.00", closing: "90.00"`, "It was met from savings. Reserves grew.", ""},
	} {
		changes := "-- change/edit/apr.yaml --\nfinance:\n=>\nfinance:\n  reserves:\n    - {name: General reserve, " + c.reserve + "}\n" +
			"-- change/edit/narrative/regulation-4.yaml --\nintroduction: Money came from two partners.\n=>\nintroduction: Money came from two partners.\noutlook: " + c.text + "\n"
		var got []string
		for _, f := range findingsOf(projectOf(t, archive(t, "testdata/base.txtar"), txtar.Parse([]byte(changes)), "change"), "R0-reserves") {
			got = append(got, f.Message)
		}
		if text := strings.Join(got, "\n"); text != c.want {
			t.Errorf("%s: %q; want %q", name, text, c.want)
		}
	}
}
