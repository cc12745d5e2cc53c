package regs

import (
	"testing"

	"github.com/rogpeppe/go-internal/txtar"
)

// Localities that sum to some more than the whole each year count people in every one of them; in one
// year alone it may be a slip.
func TestLocalitiesThatCountPeopleTwice(t *testing.T) {
	const apr = "care_groups: [Older people]\n=>\ncare_groups: [Older people]\nmeasures:\n  files: [data/m.csv]\n  list:\n    - id: LM1\n      outcomes: [2]\n"
	row := func(year, value, place string) string {
		return "LM1,People helped," + year + "," + value + ",people," + place + "\n"
	}
	for name, c := range map[string]struct {
		south16, south17 string
		want             bool
	}{
		"each person once in the whole": {"46", "48", false},
		"a slip in one year":            {"40", "48", true},
		"far too many":                  {"46", "98", true},
	} {
		table := "measure,title,period,value,unit,locality\n" +
			row("2017/18", "100", "") + row("2018/19", "104", "") +
			row("2017/18", "60", "North") + row("2018/19", "62", "North") + row("2017/18", c.south16, "South") + row("2018/19", c.south17, "South")
		r := projectOf(t, archive(t, "testdata/base.txtar"), &txtar.Archive{Files: []txtar.File{
			{Name: "fail/edit/apr.yaml", Data: []byte(apr)}, {Name: "fail/data/m.csv", Data: []byte(table)}}}, "fail")
		if got := len(findingsOf(r, "R0-measure-parts")) > 0; got != c.want {
			t.Errorf("%s: told: %v, want %v", name, got, c.want)
		}
	}
}
