package regs

import (
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"

	"apr/internal/rounds"
)

// Rows that are there twice or have too few cells, and populations that aren't those of apr.yaml:
// 12,340 people live in North, and 8,610 in South.
func TestRowsOfOwnTables(t *testing.T) {
	for name, c := range rounds.FewOf(t, map[string]struct{ table, want string }{
		"right":                    {"Team,People\nEast,12\nWest,34\n", ""},
		"a row twice":              {"Team,People\nEast,12\nWest,34\nEast,12\n", `data/t.csv:4:1: the row "East" is there twice, with the same cells`},
		"one name, other values":   {"Team,People\nOther,12\nWest,34\nOther,15\n", ""},
		"noughts in two parts":     {"Team,People\nEast,12\nNone,0\nWest,34\nNone,0\n", ""},
		"parts under headings":     {"Team,People,Posts\nDay,,\nNurses,12,4\nNight,,\nNurses,12,4\n", ""},
		"a short row":              {"Team,People,Posts\nA,1,2\nB,3,4\nC,5\nD,7,8\nE,9,10\n", `data/t.csv:4:1: 1 row has fewer cells than the table has columns, such as "C"`},
		"empty cells":              {"Team,People,Posts\nA,1,2\nB,3,4\nC,5,\nD,7,8\nE,9,10\n", ""},
		"cells left out as a rule": {"Team,People,Posts\nA,1\nB,3\nC,5,6\nD,7,8\nE,9\n", ""},
		"a heading":                {"Team,People,Posts\nTeams of the day\nB,3,4\nC,5,6\nD,7,8\nE,9,10\n", ""},
		"populations":              {"Locality,Population\nNorth,\"12,340\"\nSouth,8610\n", ""},
		"populations, rounded":     {"Locality,Population\nNorth,\"12,300\"\nSouth,9000\n", ""},
		"another population":       {"Locality,Population\nNorth,\"12,430\"\nSouth,8610\n", `"North" under "Population" is 12,430, and apr.yaml has the population 12,340`},
		"of another year":          {"Locality,Population 2022\nNorth,\"12,130\"\nSouth,8480\n", ""},
		"of a year, but one":       {"Locality,Population 2024\nNorth,\"12,340\"\nSouth,6810\n", `"South" under "Population 2024" is 6810`},
		"of older people":          {"Locality,Population aged 65 and over\nNorth,\"2,430\"\nSouth,1610\n", ""},
		"65+":                      {"Locality,Population 65+\nNorth,\"2,430\"\nSouth,1610\n", ""},
		"a share":                  {"Locality,Population share\nNorth,59\nSouth,41\n", ""},
		"another place":            {"Place,Population\nMoortown,430\nGlen,610\n", ""},
	}) {
		change := "-- change/edit/apr.yaml --\n  - name: North\n  - name: South\ncare_groups: [Older people]\n=>\n  - {name: North, population: 12340}\n  - {name: South, population: 8610}\ncare_groups: [Older people]\ntables:\n  - {id: t, title: A table, file: data/t.csv, source: typed}\n" +
			"-- change/data/t.csv --\n" + c.table +
			"-- change/edit/narrative/regulation-5.yaml --\ncontribution: Joint planning took out double work.\n=>\ncontribution: |\n  Joint planning took out double work.\n\n  {{ table \"t\" }}\n"
		var got []string
		for _, f := range findingsOf(projectOf(t, archive(t, "testdata/base.txtar"), txtar.Parse([]byte(change)), "change"), "R0-table-figures") {
			got = append(got, f.Position.String()+": "+strings.TrimPrefix(f.Message, `the table "t": `))
		}
		if all := strings.Join(got, "\n"); c.want == "" && all != "" || !strings.Contains(all, c.want) || len(got) > 1 {
			t.Errorf("%s: %s; want %s", name, all, c.want)
		}
	}
}
