package regs

import (
	"fmt"
	"strings"
	"testing"

	"apr/internal/source"
	"apr/internal/yamlpos"
)

// What pages, scans and exports leave in a text is found at its place; words, numbers and
// rows that only look like it aren't.
func TestWhatPagesAndScansLeaveIsFound(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		// words that were divided
		{"The office and emer- gency calls were ans- wered there.", "10:20"},
		{"The office and emer-\ngency calls were taken.", "10:20"},
		{"- the eve- ning team", "10:11"},
		{"A long- term plan.", "10:7"},
		{"Short- and long-term plans.", ""},
		{"Two- to three-year plans, pre- or post-diagnosis.", ""},
		{"Health- as well as care-related.", ""},
		{"The clinic- which opened in May - is good.", ""},
		{"The well-known clinic - a good one - opened.", ""},
		{"It runs from May- June to July.", ""},
		{"Care for under- 5s.", ""},
		{"`emer- gency` is code.", ""},

		// heads and feet of pages
		{"The team saw people at home and\nTestmoor Partnership Annual Performance Report 2018/19 | 17\nin two clinics.", "11:5"},
		{"The team saw people at home and\n17\nin two clinics.", "11:5"},
		{"The team saw people at home and\n17 | Performance Report\nin two clinics.", "11:5"},
		{"The team saw people at home and\n\n17\n\nin two clinics.", "12:5"},
		{"The team saw people at home and\n- 17 -\nin two clinics.", "11:5"},
		{"We said so in our\nAnnual Performance Report 2018/19\nthat it would open.", ""},
		{"The number was\n\n17\n\nThe next was higher.", ""},
		{"The team was at home.\n17\npeople came.", ""},
		{"In all there were\n17 people and\nnine nurses.", ""},

		// letters for digits
		{"In May 2O25 the clinic opened.", "10:12"},
		{"It opened with l4 places.", "10:20"},
		{"It cost £l.2m in all.", "10:14"},
		{"In all 3O people came.", "10:12"},
		{"H2O, CO2, O2 and 2 litres, 5l, B12 and L4 wards, G12 8QQ and EH1 1OA.", ""},
		{"Group O people and 30 others.", ""},
		{"Form 3O. The COP26 and PM10.", ""},
		{"It cost £1.2m in 2025; 14 places.", ""},

		// marks of exports
		{"The clinic opened in May.\\n\\nPeople liked it.", "10:30"},
		{"People liked it.\\tMost came back.", "10:21"},
		{"either\\nor, and \\new", ""},

		// captions
		{"Table: Table 3: Calls\n\n| a | b |\n|---|---|\n| 1 | 2 |", "10:5"},
		{"Table: Figure 2.1 - Calls\n\n| a | b |\n|---|---|\n| 1 | 2 |", "10:5"},
		{"Table: Table tennis at the centre\n\n| a | b |\n|---|---|\n| 1 | 2 |", ""},
		{"Table: Calls, as in Table 3: ours\n\n| a | b |\n|---|---|\n| 1 | 2 |", ""},
		{"Table: Figures 2 and 3 again\n\n| a | b |\n|---|---|\n| 1 | 2 |", ""},

		// rows
		{"Table: Ours\n\n| a | b | c |\n|---|---|---|\n| 1 | 2 | 3 |\n| 1 | 2 |\n| 1 | 2 | 3 |", "15:5"},
		{"Table: Ours\n\na | b | c\n---|---|---\n1 | 2 | 3\n1 | 2", "15:5"},
		{"Table: Ours\n\n| a | b | c |\n|---|---|---|\n| North |\n| 1 | 2 | 3 |", ""},
		{"Table: Ours\n\n| a | b | c |\n|---|---|---|\n| 1 | 2 | |\n| 1 | | 3 |", ""},
		{"Table: Ours\n\n| a | b |\n|---|---|\n| 1 \\| 2 | 3 |", ""},
	} {
		r := complete(2018)
		r.Narrative.Reg5.Assessment = yamlpos.NewText(c.text, source.Position{File: "n.yaml", Line: 10, Column: 5})
		var got []string
		for _, f := range findingsOf(r, "R0-pasted") {
			got = append(got, fmt.Sprintf("%d:%d", f.Position.Line, f.Position.Column))
		}
		if s := strings.Join(got, " "); s != c.want {
			t.Errorf("%q\n got %s\nwant %s", c.text, s, c.want)
		}
	}
}
