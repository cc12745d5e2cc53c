package workbook

import (
	"fmt"
	"strings"
	"testing"

	"apr/indicators"

	"github.com/google/go-cmp/cmp"
)

// Defects that PHS's releases have really had, as its scripts show. Each is
// survived, and reported; nothing is chosen between two values without a word.
func TestKnownDefects(t *testing.T) {
	for _, c := range []struct {
		name string
		rows []string
		// reported has the code and message of each problem, except for those of missing
		// areas and indicators.
		reported []string
		want     []string
	}{
		{
			"May 2024: NI15 has the number 14; the name is right",
			[]string{"2023/24,Annual,Fife,NI15,No,,,88.1,14,,"},
			[]string{`indicator-number-mismatch w.csv:2:36: rows of NI15 have the number "14"; apr reads them as NI15`},
			[]string{"NI15 Fife 2023/24 88.1 line 2"},
		}, {
			"May 2024: NI13's years went through a conversion twice",
			[]string{"2122/23,Annual,Fife,NI13,No,,,90000,13,,", "2223/24,Annual,Fife,NI13,No,,,91000,13,,", "2324/25,Annual,Fife,NI13,No,,,92000,13,,", "2023/24,Annual,Fife,NI13,No,,,93000,13,,"},
			[]string{
				`mangled-year w.csv:2:1: NI13: "2122/23" is not a year; expected the form 2025/26 or 2025; its rows are left out`,
				`mangled-year w.csv:3:1: NI13: "2223/24" is not a year; expected the form 2025/26 or 2025; its rows are left out`,
				`mangled-year w.csv:4:1: NI13: "2324/25" is not a year; expected the form 2025/26 or 2025; its rows are left out`,
			},
			[]string{"NI13 Fife 2023/24 93000 line 5"},
		}, {
			"May 2026: both limits were overwritten with 1",
			[]string{"2025/26,,Fife,NI3,,,,66.1,3,1,1", "2025/26,,Angus,NI3,,,,64,3,61.5,66.5"},
			[]string{`confidence-limits w.csv:2:22: NI3: both confidence limits are 1, which they can't be; they are left out`},
			[]string{"NI3 Angus 2025/26 64 line 3", "NI3 Fife 2025/26 66.1 line 2"},
		}, {
			"May 2023: NI19's denominators are doubled for all but Scotland",
			[]string{"2022/23,Annual,Fife,NI19,No,800,2000,800,19,,", "2022/23,Annual,Angus,NI19,No,700,2000,700,19,,", "2022/23,Annual,Scotland,NI19,No,900,1000,900,19,,"},
			[]string{"rate-mismatch w.csv:2:38: NI19: in rows of areas the rate differs by more than 0.5% from what numerator and denominator give: 800.0 instead of 400.0 for Fife in 2022/23 (and 1 more row)"},
			[]string{"NI19 Angus 2022/23 700 line 3", "NI19 Fife 2022/23 800 line 2", "NI19 Scotland 2022/23 900 line 4"},
		}, {
			"years before 2009 lack a nought, and others are written otherwise",
			[]string{"2008/9,Annual,Fife,NI19,No,,,1,19,,", "2009-10,Annual,Fife,NI19,No,,,2,19,,", "2010/2011,Annual,Fife,NI19,No,,,3,19,,", "2011-2012,Annual,Fife,NI19,No,,,4,19,,", "FY2012/13,Annual,Fife,NI19,No,,,5,19,,"},
			nil,
			[]string{"NI19 Fife 2008/09 1 line 2", "NI19 Fife 2009/10 2 line 3", "NI19 Fife 2010/11 3 line 4", "NI19 Fife 2011/12 4 line 5", "NI19 Fife 2012/13 5 line 6"},
		}, {
			"old and new spellings of an area are bound together: the same value",
			[]string{"2019/20,Annual,Na h-Eileanan Siar,NI19,No,,,812,19,,", "2019/20,Annual,Western Isles,NI19,No,,,812,19,,"},
			[]string{"duplicate-observation w.csv:3:40: rows repeat an indicator, area and year with the same value: NI19 for Western Isles in 2019/20, first in line 2"},
			[]string{"NI19 Western Isles 2019/20 812 line 2"},
		}, {
			"old and new spellings of an area are bound together: different values",
			[]string{"2019/20,Annual,\"Edinburgh, City of\",NI19,No,,,812,19,,", "2019/20,Annual,City of Edinburgh,NI19,No,,,815,19,,"},
			[]string{"conflicting-observation w.csv:3:44: two rows for NI19, Edinburgh, 2019/20 have different values: 812 in line 2 is used, 815 in line 3 is not"},
			[]string{"NI19 Edinburgh 2019/20 812 line 2"},
		}, {
			"rows for areas that are none",
			[]string{"2019/20,Annual,Other,NI19,No,,,1,19,,", "2019/20,Annual,Undetermined,NI19,No,,,2,19,,", "2019/20,Annual,Moray,NI19,No,,,3,19,,"},
			[]string{
				`unknown-area w.csv:2:16: rows for "Other" are left out: it isn't an area`,
				`unknown-area w.csv:3:16: rows for "Undetermined" are left out: it isn't an area`,
			},
			[]string{"NI19 Moray 2019/20 3 line 4"},
		},
	} {
		t.Run(c.name, func(t *testing.T) {
			w := readAll(t, csvFS(csvHeads+strings.Join(c.rows, "\n")+"\n"))
			var reported []string
			for _, p := range w.Problems {
				if p.Code != indicators.CodeIncompleteAreas && p.Code != indicators.CodeAbsentIndicator {
					reported = append(reported, fmt.Sprintf("%s %s: %s", p.Code, p.Position, p.Message))
				}
			}
			if diff := cmp.Diff(c.reported, reported); diff != "" {
				t.Errorf("told (-want +got):\n%s", diff)
			}
			if diff := cmp.Diff(c.want, observed(w)); diff != "" {
				t.Errorf("kept (-want +got):\n%s", diff)
			}
		})
	}
}

// May 2026: a dump is made from the current run alone, so that it lacks the
// survey, NI17, NI20 and all of the history.
func TestDumpWithoutItsHistory(t *testing.T) {
	var b strings.Builder
	b.WriteString("lookup,year,time_period,partnership,indicator,estimate,numerator,denominator,rate,ind_no\n")
	for n, area := range indicators.Areas() {
		for i, id := range []string{"NI11", "NI12", "NI13", "NI14", "NI15", "NI16", "NI18", "NI19"} {
			if area == "Moray" && id == "NI19" {
				continue
			}
			fmt.Fprintf(&b, "k,%s,Annual,%s,%s,No,,,%d,%s\n", []string{"2025", "2025/26"}[i%2], area, id, 50+n, id[2:])
		}
	}
	want := []string{
		"incomplete-areas w.csv: no rows for Moray in NI19 2025/26",
		"absent-indicator w.csv: the workbook has no rows for NI1, NI2, NI3, NI4, NI5, NI6, NI7, NI8, NI9, NI17 and NI20",
	}
	got := problems(readAll(t, csvFS(b.String())), indicators.CodeIncompleteAreas, indicators.CodeAbsentIndicator)
	if diff := cmp.Diff(want, []string{got[len(got)-1], got[0]}); diff != "" || len(got) != 2 {
		t.Errorf("%q (-want +got):\n%s", got, diff)
	}
}
