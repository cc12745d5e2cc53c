package regs

import (
	"math/big"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"apr/finance"
	"apr/indicators/measures"
	"apr/internal/project"
	"apr/internal/source"
	"apr/regs/claims"
	"apr/regs/claims/exact"
)

// measuresOn is a project of 2025/26 with the rows of a measure LM1, checked on a day.
func measuresOn(t *testing.T, day, title string, rows ...string) *project.Project {
	t.Helper()
	text := "Measure,Title,Period,Value,Unit,Locality\n"
	for _, row := range rows {
		text += "LM1," + title + "," + row + "\n"
	}
	table, err := measures.ReadAt(fstest.MapFS{"m.csv": {Data: []byte(text)}}, measures.Places{Localities: []string{"North"}}, "m.csv")
	if err != nil {
		t.Fatal(err)
	}
	today, err := time.Parse(time.DateOnly, day)
	if err != nil {
		t.Fatal(err)
	}
	r := &project.Project{Config: &project.Config{Year: 2025}, Framework: &project.Framework{}, Narrative: &project.Narrative{}, Today: today}
	for _, m := range table.Measures {
		r.Framework.Measures = append(r.Framework.Measures, &project.LocalMeasure{Measure: m})
	}
	return r
}

// A row of a year that isn't over stands for another where the reporting year has none, and so
// does one of a year that hasn't begun; the first months of the next year, a forecast, a target and
// a draft before the year's end are as they should be.
func TestRowsOfAYearThatIsNotOver(t *testing.T) {
	for _, c := range []struct {
		name, day, title string
		rows             []string
		want             string
	}{
		{"all there", "2026-07-19", "Absence", []string{"2023/24,6.8,%,", "2024/25,7.1,%,", "2025/26,6.9,%,"}, ""},
		{"the newest is of next year", "2026-07-19", "Absence", []string{"2023/24,6.8,%,", "2024/25,7.1,%,", "2026/27,6.9,%,"},
			"m.csv:4 LM1 has no data for 2025/26, and 6.9 for 2026/27, which isn't over on 19 July 2026: the year of the row seems to be wrong"},
		{"a locality's", "2026-07-19", "Absence", []string{"2024/25,7.1,%,", "2025/26,6.9,%,", "2024/25,7.4,%,North", "2026/27,7.2,%,North"}, "m.csv:5 LM1, North has no data for 2025/26"},
		{"a year ten years on", "2026-07-19", "Absence", []string{"2024/25,7.1,%,", "2025/26,6.9,%,", "2032/33,6.8,%,"}, "m.csv:4 LM1 has 6.8 for 2032/33, which isn't over"},
		{"a quarter of next year", "2026-07-19", "Absence", []string{"Q3 2025/26,7.1,%,", "Q4 2026/27,6.9,%,"}, "m.csv:3 LM1 has 6.9 for Jan to Mar 2027, which isn't over"},

		{"the first quarter of the next year", "2026-07-19", "Absence", []string{"Q4 2025/26,7.1,%,", "Q1 2026/27,6.9,%,"}, ""},
		{"the first months, beside the reporting year", "2026-07-19", "Visits to date", []string{"2025/26,712,visits,", "2026/27,201,visits,"}, ""},
		{"a forecast", "2026-07-19", "Forecast demand", []string{"2025/26,712,visits,", "2030/31,801,visits,"}, ""},
		{"no data at all", "2026-07-19", "Absence", []string{"2023/24,6.8,%,", "2024/25,7.1,%,"}, ""},
		{"a draft in March", "2026-03-02", "Absence", []string{"2024/25,7.1,%,", "2025/26,6.9,%,"}, ""},
		{"years later", "2028-07-19", "Absence", []string{"2024/25,7.1,%,", "2026/27,6.9,%,"}, ""},
	} {
		r := measuresOn(t, c.day, c.title, c.rows...)
		var findings []Finding
		p := &Pass{rule: &Rule{Level: Advice}, state: &state{}, findings: &findings}
		for _, m := range r.Framework.Measures {
			p.yearsToCome(r, m)
		}
		var got []string
		for _, f := range findings {
			got = append(got, f.Position.File+":"+strings.Split(strings.TrimPrefix(f.Position.String(), f.Position.File+":"), ":")[0]+" "+f.Found)
		}
		if all := strings.Join(got, "\n"); (all == "") != (c.want == "") || !strings.Contains(all, c.want) || len(got) > 1 {
			t.Errorf("%s: %q; want %q", c.name, all, c.want)
		}
	}
}

// A text that has what the row of next year has isn't told that it is wrong, but that the row is;
// another figure is, with the row beside it.
func TestTextsBesideARowOfNextYear(t *testing.T) {
	r := measuresOn(t, "2026-07-19", "Absence", "2024/25,7.1,%,", "2026/27,6.9,%,")
	figure := func(low, high float64) *claims.Claim {
		return &claims.Claim{Subject: "measure:LM1", Scope: "area", Words: "6.9%", Quantity: &exact.Interval{Low: new(big.Rat).SetFloat64(low), High: new(big.Rat).SetFloat64(high)}}
	}
	for _, c := range []struct {
		name  string
		claim *claims.Claim
		want  string
		row   bool
	}{
		{"the row's", figure(6.85, 6.95), "the text has 6.9% for LM1, as m.csv:3", true},
		{"another figure", figure(5.85, 5.95), "as it was", true},
		{"another measure", &claims.Claim{Subject: "measure:LM2", Scope: "area"}, "as it was", false},
		{"another place", &claims.Claim{Subject: "measure:LM1", Scope: "North"}, "as it was", false},
	} {
		f := Finding{Found: "as it was"}
		ofRowToCome(r, c.claim, &f)
		if !strings.HasPrefix(f.Found, c.want) || len(f.Related) > 0 != c.row {
			t.Errorf("%s: %+v", c.name, f)
		}
	}
}

// A constituent authority that is nearly called as the partner of a ledger is, is asked about by
// that name; another council is none.
func TestNearlyTheNameOfALedgersPartner(t *testing.T) {
	for council, want := range map[string]string{
		"Ardenmuir Counci":  `did you mean "Ardenmuir Council"?`,
		"Ardenmiur Council": `did you mean "Ardenmuir Council"?`,
		"Firth Council":     "name its ledger under finance.ledgers in apr.yaml, with partner: Firth Council",
	} {
		r := &project.Project{Config: &project.Config{Year: 2025}, Narrative: &project.Narrative{}}
		r.Config.Authority.Model = "integration-joint-board"
		r.Config.Authority.Councils, r.Config.Authority.HealthBoard = []string{council}, "NHS Westerlea"
		r.Account = &finance.Account{Spend: finance.Amount{Known: true, Money: 200}, Ledgers: []finance.Ledger{
			{Partner: "Ardenmuir Council", Kind: finance.Actual, Year: 2025, Position: source.Position{File: "apr.yaml", Line: 7}}, {Partner: "NHS Westerlea", Kind: finance.Actual, Year: 2025}}}
		problems := withoutLedger(r)
		if len(problems) != 1 || !strings.HasPrefix(problems[0].Hint, want) || strings.HasPrefix(want, "did") != (len(problems[0].Related) == 1) {
			t.Errorf("%s: %+v", council, problems)
		}
	}
}
