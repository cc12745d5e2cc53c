package project

import (
	"strings"
	"testing"
	"testing/fstest"
)

// What can't be is told where it is written: nobody lives in a locality, one name is that of two
// indicators, a family has Scotland or an area twice.
func TestListsThatCannotBe(t *testing.T) {
	for _, c := range []struct{ name, more, family, want string }{
		{"as they are", "localities: [{name: North, population: 24600}, {name: South}]\nnames:\n  NI19: [delays, \"waits\"]\n  NI16: [falls, Falls]\n  MSG1: [falls]\n", "[Angus, Moray]", ""},
		{"below nought", "localities: [{name: North, population: -24600}]\n", "", "apr.yaml:7:40: population: -24600 is out of range; expected 1 to 1000000"},
		{"nought", "localities: [{name: North, population: 0}]\n", "", "apr.yaml:7:40: population: 0 is out of range; expected 1 to 1000000"},
		{"too many", "localities: [{name: North, population: 24600000}]\n", "", "population: 24600000 is out of range; expected 1 to 1000000"},
		{"far too many", "localities: [{name: North, population: 24600000000}]\n", "", "population: 24600000000 is out of range; expected 1 to 1000000"},
		{"a limit below what it may be", "finance: {limits: {from_funding: -5}}\n", "", "apr.yaml:7:34: from_funding: -5 is out of range; expected 1 to 1000\n"},
		{"one name for two", "names:\n  NI19: [falls]\n  NI16: [days, Falls]\n", "", `apr.yaml:8:10: NI16 and NI19 are both called "falls": a text that says it can't mean both`},
		{"Scotland", "", "[Angus, Scotland]", "Scotland is not an area of a family"},
		{"an area twice", "", "[Moray, Angus, moray]", `the area "Moray" is given twice`},
		{"the authority itself, as in the framework's averages", "", "[Moray, Carrickmoor]", ""},
	} {
		config := smallProject + c.more
		if c.family != "" {
			config = strings.Replace(config, "  invented: true\n", "  invented: true\n  family: "+c.family+"\n", 1)
		}
		got := messages(t, fstest.MapFS{"apr.yaml": {Data: []byte(config)}})
		if c.want == "" && got != "" || !strings.Contains(got, c.want) {
			t.Errorf("%s: %q; want %q", c.name, got, c.want)
		}
	}
}
