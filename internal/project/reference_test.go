package project

import (
	"regexp"
	"slices"
	"strings"
	"testing"

	"apr/finance"
	"apr/indicators"
	"apr/indicators/measures"
	"apr/internal/period"
	"apr/internal/project/reference"
	"apr/internal/source"
	"apr/internal/yamlpos"
)

func of[T any](v T) *T { return &v }

// exampleReport is a report with just the data that the examples in Functions
// name, and a few traps.
func exampleReport() *Project {
	cell := func(c string) source.Position {
		return source.Position{File: "data/w.xlsx", Sheet: "Data", Cell: c}
	}
	series := func(id indicators.ID, points ...indicators.Point) *indicators.Series {
		i, _ := indicators.ByID(id)
		return &indicators.Series{Indicator: i, Points: points}
	}
	point := func(y period.Year, v float64, c string) indicators.Point {
		return indicators.Point{Year: y, Status: indicators.HasValue, Period: y.String(), Value: &v, Position: cell(c)}
	}
	ni12 := series("NI12", point(2022, 11898.23, "I1"), point(2025, 11152.37, "I2"))
	ni12.Points[1].Scotland = of(11756.89)
	ni12.Points[0].Rank, ni12.Points[0].Of = 15, 31
	ni12.Points[1].Rank, ni12.Points[1].Of = 12, 31
	ni3 := series("NI3", point(2021, 50, "I3"), point(2023, 55.283, "I4"), indicators.Point{Year: 2024, Status: indicators.NoSurvey}, point(2025, 66.144, "I5"))
	ni3.Points[1].Break = true
	ni5 := series("NI5", point(2023, 70, "I6"), point(2025, 71, "I7"))
	ni12.FromPrevious = &indicators.Change{FromYear: 2022, Direction: indicators.Better}
	ni3.FromPrevious = &indicators.Change{FromYear: 2023, Direction: indicators.NoClear}
	ni5.FromPrevious = &indicators.Change{FromYear: 2023, Direction: indicators.Worse}
	table := &indicators.Table{Area: "Carrickmoor", Year: 2025, Window: period.Window(2025), Series: []*indicators.Series{ni12, ni3, ni5}}

	amount := func(m finance.Money, line int) finance.Amount {
		return finance.Amount{Money: m, Known: true, Position: source.Position{File: "l.csv", Line: line}}
	}
	line := func(id string, spend, plan finance.Money) finance.Line {
		return finance.Line{ID: id, Name: id, Spend: amount(spend, 2), Plan: amount(plan, 2), Years: []finance.YearAmount{
			{Year: 2025, Spend: amount(spend, 2), Plan: amount(plan, 2), Funding: amount(247_614_380_00, 9)},
		}}
	}
	homes := line("4(2)(c)", 29_814_955_27, 29_000_000_00)
	homes.Years = slices.Insert(homes.Years, 0, finance.YearAmount{Year: 2021, Spend: amount(26_100_000_00, 4)})
	account := &finance.Account{
		Year: 2025, Spend: amount(250_423_716_48, 1), Plan: amount(247_614_380_00, 1), Funding: amount(247_614_380_00, 9),
		Matters:    []finance.Line{homes, {ID: "4(2)(d)"}},
		CareGroups: []finance.Line{line("Older people", 10_00, 10_00)},
		Localities: []finance.Line{line("Glenside", 79_312_604_07, 1)},
		Services:   []finance.Line{line("Older people", 49_999_99, 1), line("Care at home", 5_000_000_00, 3_000_000_00), line("Telecare", -60_000_00, 0)},
		Fundings:   []finance.Line{line("set-aside", 27_200_000_00, 0)},
	}
	newest := func(v float64, line int) measures.Assessment {
		return measures.Assessment{Newest: &measures.Point{Period: period.Year(2025).Span(), Value: &v, Position: source.Position{File: "m.csv", Line: line}}}
	}
	waiting := &LocalMeasure{Measure: &measures.Measure{ID: "CM01", Title: "People waiting"}, Whole: newest(71, 2),
		Localities: []LocalityMeasure{{Locality: "Glenside", Assessment: newest(23, 3)}, {Locality: "Strathmoor"}}}
	year := func(y period.Year, v float64, line int) measures.Point {
		return measures.Point{Period: y.Span(), Value: &v, Target: of(80.0), Position: source.Position{File: "m.csv", Line: line}}
	}
	past, present := year(2021, 121, 5), year(2025, 71, 2)
	quarter, _ := period.ParseSpan("Q4 2022/23")
	part := measures.Point{Period: quarter, Value: of(99.0), Position: source.Position{File: "m.csv", Line: 6}}
	aim := measures.Point{Period: period.Year(2026).Span(), Target: of(60.0), Position: source.Position{File: "m.csv", Line: 8}}
	waiting.Series = []*measures.Series{{Points: []measures.Point{past, part, present, aim}}}
	waiting.Years = []*measures.Point{nil, &past, &part, nil, nil, &present}
	scots := year(2021, 130.04, 7)
	waiting.Others = []OtherArea{{Name: "Scotland", Years: []*measures.Point{nil, &scots, nil, nil, nil, nil}}}
	return &Project{
		Config:     &Config{Year: 2025, Authority: Authority{Name: "Carrickmoor Integration Joint Board"}},
		Indicators: table, Account: account,
		Framework: &Framework{Measures: []*LocalMeasure{waiting, {Measure: &measures.Measure{ID: "CM02", Title: "Not yet"}}}},
		Workbook: &indicators.Workbook{Observations: []indicators.Observation{
			{Indicator: "NI12", Area: "Scotland", Period: "2025/26", Value: of(11756.89), Position: cell("I99")},
			{Indicator: "NI12", Area: "Falkirk", Period: "2025/26", Value: of(12045.5), Position: cell("I50")},
			{Indicator: "NI12", Area: "Falkirk", Period: "2022/23", Value: of(12000.9), Position: cell("I51")},
			{Indicator: "NI12", Area: "Angus", Period: "2025/26", Value: of(9000.0), Position: cell("I52")},
		}},
	}
}

// evaluateOne evaluates the one reference of a text that begins at 10:5.
func evaluateOne(t *testing.T, r *Project, markdown string) (shown, value, id, position, problem string) {
	t.Helper()
	references, problems := reference.Parse(yamlpos.NewText(markdown, source.Position{File: "f.yaml", Line: 10, Column: 5}))
	if len(problems) > 0 {
		return "", "", "", "", problems[0].Error()
	}
	if len(references) != 1 {
		t.Fatalf("%q has %d references", markdown, len(references))
	}
	d, p := r.Evaluate(references[0])
	if p != nil {
		problem = p.Error()
	}
	return d.Display, d.Value, d.ID, d.Position.String(), problem
}

func TestTheExamplesOfFunctions(t *testing.T) {
	r := exampleReport()
	for _, f := range reference.Functions() {
		shown, value, id, _, problem := evaluateOne(t, r, f.Example)
		if problem != "" || shown != f.Result {
			t.Errorf("%s shows %q (%s); documented is %q", f.Example, shown, problem, f.Result)
		}
		if value == "" || id == "" {
			t.Errorf("%s has the value %q and the id %q", f.Example, value, id)
		}
	}
}

func TestEvaluate(t *testing.T) {
	r := exampleReport()
	for markdown, want := range map[string]string{
		`{{ value "NI3" "2023/24" }}`:                                 "55.3% 55.283 NI3@2023/24 data/w.xlsx!Data!I4",
		`{{value "ni12"}}`:                                            "11,152 11152.37 NI12@2025/26 data/w.xlsx!Data!I2",
		`{{ value “NI12” }}`:                                          "11,152 11152.37 NI12@2025/26 data/w.xlsx!Data!I2",
		"{{ value\n  \"NI12\" }}":                                     "11,152 11152.37 NI12@2025/26 data/w.xlsx!Data!I2",
		`{{ scotland "NI12" }}`:                                       "11,757 11756.89 NI12@2025/26:scotland data/w.xlsx!Data!I99",
		`{{ change "NI3" "2023/24" }}`:                                "up 10.9 percentage points 10.861 NI3@2025/26:change@2023/24 data/w.xlsx!Data!I5",
		`{{ change "NI5" "2023/24" }}`:                                "up 1.0 percentage point 1 NI5@2025/26:change@2023/24 data/w.xlsx!Data!I7",
		`{{ spend "service: Older people" }}`:                         "£50,000 49999.99 spend:service:Older people@2025/26 l.csv:2",
		`{{ spend "care group: Older people" }}`:                      "£10 10.00 spend:care group:Older people@2025/26 l.csv:2",
		`{{ spend "Telecare" }}`:                                      "−£0.1m -60000.00 spend:service:Telecare@2025/26 l.csv:2",
		`{{ variance "Care at home" }}`:                               "an overspend of £2.0m -2000000.00 variance:service:Care at home@2025/26 l.csv:2",
		`{{ variance "care group:Older people"}}`:                     "neither an underspend nor an overspend 0.00 variance:care group:Older people@2025/26 l.csv:2",
		`{{ measure "cm01" "glenside" }}`:                             "23 23 measure:CM01@Glenside@2025/26 m.csv:3",
		`{{ measure "CM01" "2021/22" }}`:                              "121 121 measure:CM01@2021/22 m.csv:5",
		`{{ measure "CM01" "2021/22" area="scotland" }}`:              "130 130.04 measure:CM01@Scotland@2021/22 m.csv:7",
		`{{ change "CM01" "2021/22" }}`:                               "down 41.3% -41.32231405 measure-change:CM01@2025/26@since 2021/22 m.csv:2",
		`{{ count "improved" }}`:                                      "1 of 3 1/3 count:indicators:improved data/w.xlsx!Data!I2",
		`{{ count "held" "indicators" }}`:                             "1 of 3 1/3 count:indicators:held data/w.xlsx!Data!I2",
		`{{ count "worse" }}`:                                         "1 of 3 1/3 count:indicators:worse data/w.xlsx!Data!I2",
		`{{ count "top half" }}`:                                      "1 of 1 1/1 count:indicators:top half data/w.xlsx!Data!I2",
		`{{ target "CM01" "2021/22" }}`:                               "80 80 measure-target:CM01@2021/22 m.csv:5",
		`{{ target "CM01" "2026/27" }}`:                               "60 60 measure-target:CM01@2026/27 m.csv:8",
		`{{ change "NI12" "2022/23" area="Falkirk" }}`:                "up 0.4% 0.371638794 NI12@2025/26:change@2022/23:area:Falkirk data/w.xlsx!Data!I50",
		`{{ change "NI12" "2022/23" "2025/26" area="falkirk hscp" }}`: "up 0.4% 0.371638794 NI12@2025/26:change@2022/23:area:Falkirk data/w.xlsx!Data!I50",
		`{{ rank "NI12" }}`:                                           "12th of 31 12/31 NI12@2025/26:rank data/w.xlsx!Data!I2",
		`{{ rank "NI12" "2022/23" }}`:                                 "15th of 31 15/31 NI12@2022/23:rank data/w.xlsx!Data!I1",
		`{{ value "NI12" area="Falkirk" }}`:                           "12,046 12045.5 NI12@2025/26:area:Falkirk data/w.xlsx!Data!I50",
		`{{ value "NI12" "2022/23" area="falkirk hscp" }}`:            "12,001 12000.9 NI12@2022/23:area:Falkirk data/w.xlsx!Data!I51",
		`{{ proportion "total" }}`:                                    "101.1% 1.0113456111878478 proportion:total@2025/26 l.csv:1",
	} {
		shown, value, id, position, problem := evaluateOne(t, r, markdown)
		for _, other := range []string{"“$1”", "„$1“", "«$1»", "'$1'", "‘$1’", "\u00a0\"$1\"\u00a0"} {
			again, _, _, _, _ := evaluateOne(t, r, regexp.MustCompile(`"([^"]*)"`).ReplaceAllString(markdown, other))
			if again != shown {
				t.Errorf("%s with %s is %q; want %q", markdown, other, again, shown)
			}
		}
		if got := strings.Join([]string{shown, value, id, position}, " "); got != want || problem != "" {
			t.Errorf("%s\n got %s %s\nwant %s", markdown, got, problem, want)
		}
	}
}

func TestReferencesThatDoNotWork(t *testing.T) {
	r := exampleReport()
	for markdown, want := range map[string]string{
		`see {{ valu "NI12" }}`:                         "f.yaml:10:12: unknown function \"valu\"\n    did you mean \"value\"?",
		`{{ value "NI99" }}`:                            "f.yaml:10:14: \"NI99\" is not an indicator of the core suite\n    the indicators are NI1 to NI23",
		`{{ measure "CM03" }}`:                          "f.yaml:10:16: \"CM03\" is not a local measure of the project\n    did you mean \"CM01\"?",
		`{{ measure "CM01" "Glenshee" }}`:               "f.yaml:10:23: CM01 has no values of a locality \"Glenshee\"\n    did you mean \"Glenside\"?",
		`{{ measure "CM02" "Glenside" }}`:               "f.yaml:10:23: CM02 has no values by locality\n    leave the locality out",
		`{{ measure "CM01" "2023/24" }}`:                "f.yaml:10:5: no value of CM01 is known for 2023/24",
		`{{ measure "CM01" area="Angus" }}`:             "f.yaml:10:23: CM01 has no values of a locality \"Angus\"\n    expected one of: Glenside, Strathmoor, Scotland",
		`{{ measure "CM01" "2014/15" }}`:                "f.yaml:10:23: 2014/15 is not one of the report's years\n    expected one of: 2020/21, 2021/22, 2022/23, 2023/24, 2024/25, 2025/26",
		`{{ change "CM01" "2023/24" }}`:                 "f.yaml:10:5: no change of CM01 from 2023/24 to 2025/26: no value is known for 2023/24",
		`{{ change "CM01" "2022/23" }}`:                 "f.yaml:10:5: no change of CM01 from 2022/23 to 2025/26: Jan to Mar 2023 and 2025/26 aren't as long as each other",
		`{{ change "CM01" "2025/26" }}`:                 "f.yaml:10:22: 2025/26 is not before 2025/26\n    the earlier year comes first",
		`{{ change "NI12" "2022/23" area="Fallkirk" }}`: "f.yaml:10:32: \"Fallkirk\" is not an area of the workbook\n    did you mean \"Falkirk\"?",
		`{{ change "NI12" "2022/23" area="Stirling" }}`: "f.yaml:10:5: no change of NI12 in Stirling from 2022/23 to 2025/26: the workbook has none of Stirling for 2025/26",
		`{{ change "NI12" "2022/23" area="Angus" }}`:    "f.yaml:10:5: no change of NI12 in Angus from 2022/23 to 2025/26: the workbook has none of Angus for 2022/23",
		`{{ change "NI3" "2021/22" area="Falkirk" }}`:   "f.yaml:10:21: NI3 can't be compared across 2023/24, where its series breaks\n    choose a year from 2023/24 on",
		`{{ target "CM01" "2027/28" }}`:                 "f.yaml:10:22: 2027/28 is not one of the report's years, and CM01 has no target for it\n    expected one of: 2020/21, 2021/22, 2022/23, 2023/24, 2024/25, 2025/26, 2026/27",
		`{{ measure "CM01" "2026/27" }}`:                "f.yaml:10:23: 2026/27 is not one of the report's years\n    expected one of: 2020/21, 2021/22, 2022/23, 2023/24, 2024/25, 2025/26",
		`{{ count "better" }}`:                          "f.yaml:10:14: \"better\" isn't something that is counted\n    expected one of: improved, held, worse, improved or held, top half",
		`{{ count "held" "measures" }}`:                 "f.yaml:10:5: no count of measures: none can be compared",
		`{{ count "held" "measure" }}`:                  "f.yaml:10:21: \"measure\" isn't something that is counted\n    did you mean \"measures\"?",
		`{{ target "CM02" }}`:                           "f.yaml:10:5: no target of CM02 is known for 2025/26",
		`{{ measure "CM01" "Strathmoor" }}`:             "f.yaml:10:5: no value of CM01 Strathmoor is known for 2025/26",
		`{{ measure "CM02" }}`:                          "f.yaml:10:5: no value of CM02 is known for 2025/26",
		`{{ value }}`:                                   "f.yaml:10:5: value is given no argument; expected {{ value INDICATOR [YEAR] [area=AREA] }}\n    for example {{ value \"NI12\" }}",
		`{{ value "NI12" area="Fallkirk" }}`:            "f.yaml:10:21: \"Fallkirk\" is not an area of the workbook\n    did you mean \"Falkirk\"?",
		`{{ value "NI12" area="Stirling" }}`:            "f.yaml:10:5: no value of NI12 in Stirling for 2025/26: the workbook has none of Stirling for that period",
		`{{ value "NI12" aera="Falkirk" }}`:             "f.yaml:10:21: value takes no argument aera=\"Falkirk\" here; expected {{ value INDICATOR [YEAR] [area=AREA] }}\n    did you mean \"area\"?",
		`{{ rank "NI12" area="Falkirk" }}`:              "f.yaml:10:20: rank takes no argument area=\"Falkirk\" here; expected {{ rank INDICATOR [YEAR] }}",
		`{{ value "NI12" area=Falkirk }}`:               "f.yaml:10:21: expected an argument in double quotes or \"}}\", found 'a'\n    arguments are in double quotes: {{ value \"NI12\" \"2022/23\" }}",
		`{{ year "2025/26" }}`:                          "f.yaml:10:5: year is given 1 argument; expected {{ year }}\n    for example {{ year }}",
		`{{ value "NI12" "2010/11" }}`:                  "f.yaml:10:21: 2010/11 is not one of the report's years\n    expected one of: 2020/21, 2021/22, 2022/23, 2023/24, 2024/25, 2025/26",
		`{{ value "NI12" "2022" }}`:                     "f.yaml:10:21: \"2022\" is not a financial year; expected the form 2025/26\n    expected one of: 2020/21, 2021/22, 2022/23, 2023/24, 2024/25, 2025/26",
		`{{ value "NI3" "2024/25" }}`:                   "f.yaml:10:5: no value of NI3 for 2024/25: there was no survey in that year\n    the newest value is that of 2025/26",
		`{{ change "NI3" "2021/22" }}`:                  "f.yaml:10:21: NI3 can't be compared across 2023/24, where its series breaks\n    choose a year from 2023/24 on",
		`{{ change "NI12" "2025/26" }}`:                 "f.yaml:10:22: 2025/26 is not before 2025/26\n    the earlier year comes first",
		`{{ rank "NI3" }}`:                              "f.yaml:10:5: no rank of NI3: it isn't ranked",
		`{{ spend "Older peple" }}`:                     "f.yaml:10:14: the account has nothing that is called \"Older peple\"\n    did you mean \"Older people\"?",
		`{{ spend "Older people" }}`:                    "f.yaml:10:14: \"Older people\" names more than one thing\n    write \"care group: Older people\" or \"service: Older people\"",
		`{{ locality "Glensid" }}`:                      "f.yaml:10:17: no locality is called \"Glensid\"\n    did you mean \"Glenside\"?",
		`{{ spend "4(2)(d)" }}`:                         "f.yaml:10:5: no spend of 4(2)(d) is known for 2025/26",
		`{{ funding "set-aside" }}`:                     "f.yaml:10:16: funding is known in total only, not of \"set-aside\"\n    write {{ funding \"total\" }}, or {{ spend \"set-aside\" }}",
		`{{ }}`:                                         "f.yaml:10:5: the reference is empty\n    expected one of: value, scotland, change, rank, count, spend, plan, funding, variance, proportion, locality, measure, target, about, year, authority, table, ref",
		`é {{ value "NI12"`:                             "f.yaml:10:7: {{ opens a reference that isn't closed\n    close it with }}, or write \\{{ where braces are meant",
		"{{ value \"NI12\"\n\n}} later":                 "f.yaml:10:5: {{ opens a reference that isn't closed\n    close it with }}, or write \\{{ where braces are meant",
		`{{ value "NI12 }}`:                             "f.yaml:10:14: the quotation mark isn't closed within the reference\n    write {{ value \"NI12\" }}",
		`{{ value "NI12" } and {{ year }}`:              "f.yaml:10:21: the reference is closed with one brace\n    write two, }}",
		`{{ value NI12 }}`:                              "f.yaml:10:14: expected an argument in double quotes or \"}}\", found 'N'\n    arguments are in double quotes: {{ value \"NI12\" \"2022/23\" }}",
		`{{ "NI12" }}`:                                  "f.yaml:10:8: expected the name of a function, found '\"'\n    arguments are in double quotes: {{ value \"NI12\" \"2022/23\" }}",
	} {
		if _, _, _, _, problem := evaluateOne(t, r, markdown); problem != want {
			t.Errorf("%s\n got %s\nwant %s", markdown, problem, want)
		}
	}
}

func TestWithoutDataAReferenceSaysSo(t *testing.T) {
	r := &Project{Config: &Config{Year: 2025}}
	for markdown, want := range map[string]string{
		`{{ value "NI12" }}`:  "[no value of NI12 for 2025/26: the project has no workbook]",
		`{{ rank "NI12" }}`:   "[no rank of NI12: the project has no workbook]",
		`{{ spend "total" }}`: `[no amount for "total": the project has no ledgers]`,
	} {
		references, _ := reference.Parse(yamlpos.Text{Markdown: markdown})
		d, p := r.Evaluate(references[0])
		if d.Display != want || p == nil || p.Code != reference.NoValue {
			t.Errorf("%s: %q, %v; want %q", markdown, d.Display, p, want)
		}
	}
}
