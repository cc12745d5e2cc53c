package regs

import (
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"

	"apr/internal/rounds"
)

// withTable is the base project with a table and what apr.yaml says of it.
func withTable(t *testing.T, yaml, table string) []string {
	t.Helper()
	change := "-- change/edit/apr.yaml --\ncare_groups: [Older people]\n=>\ncare_groups: [Older people]\ntables:\n  - {id: t, title: A table, file: data/t.csv, source: typed, " + yaml + "}\n" +
		"-- change/data/t.csv --\n" + table +
		"-- change/edit/narrative/regulation-5.yaml --\ncontribution: Joint planning took out double work.\n=>\ncontribution: |\n  Joint planning took out double work.\n\n  {{ table \"t\" }}\n"
	r := projectOf(t, archive(t, "testdata/base.txtar"), txtar.Parse([]byte(change)), "change")
	var got []string
	for _, f := range findingsOf(r, "R0-table-figures") {
		got = append(got, f.Position.String()+": "+strings.TrimPrefix(f.Message, `the table "t": `))
	}
	return got
}

// The right sums of these tables are worked out by hand.
func TestTotalsOfOwnTables(t *testing.T) {
	const totals = "totals: [Total]"
	for name, c := range rounds.FewOf(t, map[string]struct{ yaml, table, want string }{
		"right":              {totals, "Team,People\nEast,1200\nWest,340\nTotal,1540\n", ""},
		"a slip":             {totals, "Team,People\nEast,1200\nWest,340\nTotal,1450\n", `data/t.csv:4:7: "Total" under "People" is 1450, and the rows above it come to 1,540`},
		"not called one":     {"", "Team,People\nEast,1200\nWest,340\nTotal,1450\n", `data/t.csv:4:7: "Total" under "People" is 1450, and the rows above it come to 1,540`},
		"rounded":            {totals, "Team,Spend\nEast,£1.2m\nWest,£3.4m\nMid,£0.4m\nTotal,£5.1m\n", ""},
		"more than rounding": {totals, "Team,Spend\nEast,£1.2m\nWest,£3.4m\nTotal,£4.9m\n", `data/t.csv:4:7: "Total" under "Spend" is £4.9m, and the rows above it come to £4.6m`},
		"a rate":             {totals, "Team,\"Seen, %\"\nEast,91.0%\nWest,84.5%\nTotal,87.2%\n", ""},
		"a rate that can't be": {totals, "Team,\"Seen, %\"\nEast,91.0%\nWest,84.5%\nTotal,82.7%\n",
			`data/t.csv:4:7: "Total" under "Seen, %" is 82.7%, and the rows above it come to 175.5%`},
		"shares":                    {totals, "Team,Share\nEast,62.0%\nWest,38.0%\nTotal,100.0%\n", ""},
		"a mean":                    {totals, "Team,Days\nEast,12\nWest,18\nTotal,15\n", ""},
		"beside a column that adds": {totals, "Team,People,Visits\nEast,12,900\nWest,18,400\nTotal,30,880\n", `data/t.csv:4:10: "Total" under "Visits" is 880, and the rows above it come to 1,300`},
		"taken away":                {totals, "Team,Spend\nEast,£900\nIncome,(£200)\nTotal,£700\n", ""},
		"nothing in one":            {totals, "Team,People\nEast,12\nWest,-\nSouth,30\nTotal,42\n", ""},
		"held back":                 {totals, "Team,People\nEast,12\nWest,*\nTotal,40\n", ""},
		"subtotals":                 {"totals: [Total], subtotals: [Health, Care]", "Team,People\nWards,120\nGPs,40\nHealth,160\nHomes,30\nVisits,20\nCare,50\nTotal,210\n", ""},
		"a subtotal": {"totals: [Total], subtotals: [Health, Care]", "Team,People\nWards,120\nGPs,40\nHealth,260\nHomes,30\nVisits,20\nCare,50\nTotal,210\n",
			`data/t.csv:4:8: "Health" under "People" is 260, and the rows above it come to 160`},
		"two totals": {"totals: [Income, Spend]", "Item,£\nGrant,900\nFees,100\nIncome,1000\nStaff,600\nHomes,300\nSpend,900\n", ""},
		"from data":  {totals, "Place,Spend\nNorth,\"{{ locality \"\"North\"\" }}\"\nSouth,\"{{ locality \"\"South\"\" }}\"\nTotal,\"{{ spend \"\"total\"\" }}\"\n", ""},
		"from data of another year": {totals, "Place,Spend\nNorth,\"{{ locality \"\"North\"\" }}\"\nSouth,\"{{ locality \"\"South\"\" }}\"\nTotal,\"{{ spend \"\"total\"\" \"\"2017/18\"\" }}\"\n",
			`data/t.csv:4:7: "Total" under "Spend" is £890, and the rows above it come to £1,010`},
		"from data, matters": {totals, "Matter,Spend\n(a),\"{{ spend \"\"4(2)(a)\"\" }}\"\n(c),\"{{ spend \"\"4(2)(c)\"\" }}\"\nTotal,\"{{ spend \"\"total\"\" }}\"\n",
			`"Total" under "Spend" is £1,010, and the rows above it come to`},
		"from data, one row": {totals, "Place,Spend\nNorth,\"{{ locality \"\"North\"\" }}\"\nTotal,\"{{ spend \"\"total\"\" }}\"\n",
			`"Total" under "Spend" is £1,010, and the rows above it come to £700: South has no row`},
		"a row off":     {"", "Team,All,Nurses,Carers\nEast,12,5,7\nWest,19,9,9\nMid,8,3,5\n", `data/t.csv:3:6: "West" has 19 under "All", and its other cells come to 18`},
		"rows that add": {"", "Team,All,Nurses,Carers\nEast,12,5,7\nWest,18,9,9\nMid,8,3,5\n", ""},
		"no whole":      {"", "Team,Vans,Nurses,Carers\nEast,2,5,7\nWest,4,9,9\nMid,8,3,5\n", ""},
		"words alone":   {totals, "Team,Lead\nEast,Jo\nWest,Sam\nTotal,both\n", ""},
	}) {
		if got := strings.Join(withTable(t, c.yaml, c.table), "\n"); c.want == "" && got != "" || !strings.HasPrefix(got, c.want) && !strings.Contains(got, ": "+c.want) || strings.Contains(got, "\n") {
			t.Errorf("%s: %s; want %s", name, got, c.want)
		}
	}
}

// The base project spent £700 in North and £310 in South, of £1,010; £890 the year before.
func TestHeadsOfOwnTables(t *testing.T) {
	north := func(arguments string) string {
		return `"{{ locality ` + strings.ReplaceAll(arguments, `"`, `""`) + ` }}"`
	}
	for name, c := range rounds.FewOf(t, map[string]struct{ yaml, table, want string }{
		"as the heads say":          {"", "Place,2017/18,2018/19\nNorth," + north(`"North" "2017/18"`) + "," + north(`"North"`) + "\n", ""},
		"another year":              {"", "Place,2017/18,2018/19\nNorth," + north(`"North"`) + "," + north(`"North"`) + "\n", `data/t.csv:2:7: the cell shows £700 of 2018/19, and its heads say 2017/18`},
		"another place":             {"", "Place,2018/19\nNorth," + north(`"South"`) + "\n", `data/t.csv:2:7: the cell shows £310, which is of South, and its row or column is "North"`},
		"the whole area":            {"", "Place,2018/19\nNorth,\"{{ spend \"\"total\"\" }}\"\n", `data/t.csv:2:7: the cell shows £1,010, which is of the whole area, and its row or column is "North"`},
		"places above":              {"", "Year,North,South\n2018/19," + north(`"North"`) + "," + north(`"North"`) + "\n", `the cell shows £700, which is of North, and its row or column is "South"`},
		"Scotland":                  {"", "Place,NI12 in 2018/19\nTestmoor,\"{{ value \"\"NI12\"\" }}\"\nScotland,\"{{ value \"\"NI12\"\" }}\"\n", `the cell shows 12,000, which is of the whole area, and its row or column is "Scotland"`},
		"another matter":            {"", "Matter,2018/19\n4(2)(c),\"{{ spend \"\"4(2)(d)\"\" }}\"\n", `the cell shows £60, which is of 4(2)(d), and its row or column is "4(2)(c)"`},
		"typed as in the account":   {"", "Place,Spend 2018/19\nNorth,£700\nSouth,£310\n", ""},
		"typed and wrong":           {"", "Place,Spend 2018/19\nNorth,£700\nSouth,£301\n", `data/t.csv:3:7: the cell has £301 for South, and the account has £310.00 in 2018/19`},
		"typed, rounded":            {"units: £000", "Place,Spend 2018/19\nNorth,1\nSouth,0\n", ""},
		"typed, of the year before": {"", "Place,Spend 2017/18\nNorth,£600\nSouth,£390\n", `data/t.csv:3:7: the cell has £390 for South, and the account has £290.00 in 2017/18`},
		"typed, not money":          {"", "Place,Staff who spend 2018/19\nNorth,12\n", ""},
		"typed, per head":           {"", "Place,Spend per head in £\nNorth,£12\n", ""},
		"an indicator's value":      {"", "Indicator,2018/19,2017/18\nNI12 Emergency admissions,\"12,000\",\"12,000\"\n", ""},
		"an indicator's, rounded":   {"", "Indicator,2018/19\nNI12,12 k\n", ""},
		"an indicator's, wrong":     {"", "Indicator,2018/19\nNI12 Emergency admissions,\"12,100\"\n", `data/t.csv:2:27: the cell has 12,100 for NI12, and the data have 12,000 in 2018/19`},
		"Scotland's beside it":      {"", "Indicator,Scotland 2018/19\nNI12,\"12,001\"\n", ""},
		"ranges taken for dates":    {"", "Age,Children\n0-4,12\n05-Sep,15\nOct-14,18\n15-19,9\n", `data/t.csv:3:1: a spreadsheet has taken the head for a date: "05-Sep", beside "0-4"`},
		"cells taken for dates":     {"", "Team,Weeks waited\nNorth,03-Apr\nSouth,5-8\nChildren,10-Dec\n", `data/t.csv:2:7: a spreadsheet has taken the cell for a date: "03-Apr", beside "5-8"`},
		"days beside counts":        {"", "Team,Opened,Visits\nNorth,03-Apr,5\nSouth,10-Dec,8\n", ""},
		"days beside ranges":        {"", "Team,Opened,Weeks\nNorth,03-Apr,5-8\nSouth,10-Dec,1-2\n", ""},
		"dates that are":            {"", "Day,Visits\n05-Sep,15\n06-Sep,18\n", ""},
		"values as heads":           {"heads: 2", "Team,People,Visits\nEast,12,90%\nWest,34,80%\n", `data/t.csv:2:6: heads: 2 takes its first row of values for heads, from "12" on`},
		"quarters as lower heads":   {"heads: 2", "Team,People,\n,1,2\nEast,12,13\n", ""},
		"a lost row of heads":       {"heads: 2", "Team,People,Visits\nEast,1200,\"£3,400\"\nWest,340,900\n", `data/t.csv:2:6: heads: 2 takes its first row of values for heads, from "1200" on`},
		"years as lower heads":      {"heads: 2", "Team,People,\n,2017,2018\nEast,12,13\n", ""},
		"millions that aren't":      {"units: £m", "Team,Paid\nEast,\"1,234,567\"\n", `data/t.csv:2:6: units are "£m", and 1,234,567 doesn't fit them`},
		"millions":                  {"units: £m", "Team,Paid\nEast,12.3\n", ""},
		"pence in thousands":        {"units: £000", "Team,Paid\nEast,\"£12,345.67\"\n", `units are "£000", and £12,345.67 doesn't fit them`},
	}) {
		if got := strings.Join(withTable(t, c.yaml, c.table), "\n"); c.want == "" && got != "" || !strings.Contains(got, c.want) || strings.Contains(got, "\n") {
			t.Errorf("%s: %s; want %s", name, got, c.want)
		}
	}
}

// Two tables of the same cells are told; of two sheets or files they aren't.
func TestTablesOfTheSameCells(t *testing.T) {
	for other, want := range map[string]string{"data/t.csv": `the tables "t" and "u" are of the same cells of data/t.csv`, "data/u.csv": ""} {
		change := "-- change/edit/apr.yaml --\ncare_groups: [Older people]\n=>\ncare_groups: [Older people]\ntables:\n  - {id: t, title: A table, file: data/t.csv, source: typed}\n  - {id: u, title: B table, file: " + other + ", source: typed}\n" +
			"-- change/data/t.csv --\nTeam,People\nEast,12\nWest,18\n-- change/data/u.csv --\nTeam,Vans\nEast,2\nWest,1\n"
		r := projectOf(t, archive(t, "testdata/base.txtar"), txtar.Parse([]byte(change)), "change")
		var got []string
		for _, f := range findingsOf(r, "R0-table-figures") {
			got = append(got, f.Message)
		}
		if all := strings.Join(got, "\n"); all != want {
			t.Errorf("%s: got %q, want %q", other, all, want)
		}
	}
}
