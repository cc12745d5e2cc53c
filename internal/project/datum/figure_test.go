package datum

import (
	"errors"
	"testing"

	"apr/finance"
	"apr/indicators"
	"apr/internal/number"
	"apr/internal/period"
	"apr/internal/source"
)

func TestIDsAreReadAsTheyAreWritten(t *testing.T) {
	for want, id := range map[string]ID{
		"NI12@2025/26":                        {Measure: Value, Of: "NI12", Year: 2025},
		"NI12@2025/26:scotland":               {Measure: Scotland, Of: "NI12", Year: 2025},
		"NI12@2025/26:change@2024/25":         {Measure: Change, Of: "NI12", Year: 2025, From: 2024},
		"NI12@2025/26:rank":                   {Measure: Rank, Of: "NI12", Year: 2025},
		"NI12@2025/26:family-average":         {Measure: FamilyAverage, Of: "NI12", Year: 2025},
		"spend:4(2)(c)@2025/26":               {Measure: Spend, Of: "4(2)(c)", Year: 2025},
		"variance:service:A@B: C@2025/26":     {Measure: Variance, Of: "service:A@B: C", Year: 2025},
		"proportion:care group:Ç \"&@2020/21": {Measure: Proportion, Of: `care group:Ç "&`, Year: 2020},
		"ledger-total:data/a@b.csv#2":         {Measure: LedgerTotal, Of: "data/a@b.csv#2"},
		"share:practice-list:Glen: Side":      {Measure: Share, Of: "practice-list:Glen: Side"},
		"year":                                {Measure: ReportingYear},
	} {
		if got := id.String(); got != want {
			t.Errorf("%+v is written %q; want %q", id, got, want)
		}
		if got, err := Parse(want); err != nil || got != id {
			t.Errorf("%q is read as %+v, %v", want, got, err)
		}
	}
	for _, s := range []string{"", "NI12", "NI12@2025", "NI12@2025-26", "NI12@2025/26:", "NI12@2025/26:rang", "spend:total",
		"spend:total@2025/27", "speed:total@2025/26", "@", ":", "NI12@2025/26:change@", "year:"} {
		if id, err := Parse(s); err == nil {
			t.Errorf("%q is read as %+v", s, id)
		}
	}
}

func FuzzParse(f *testing.F) {
	for _, s := range []string{"NI12@2025/26:change@2024/25", "spend:service:A@2025/26", "share:a:b", "::@@", "year"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		if id, err := Parse(s); err == nil && id.String() != s {
			t.Errorf("%q is read as %+v, which is written %q", s, id, id)
		}
	})
}

func of[T any](v T) *T { return &v }

// facts are an indicator with a break and a gap, and an account in which one
// name is two things'.
func facts() *Facts {
	ni12, _ := indicators.ByID("NI12")
	ni3, _ := indicators.ByID("NI3")
	point := func(y period.Year, v float64) indicators.Point {
		return indicators.Point{Year: y, Period: y.String(), Status: indicators.HasValue, Value: &v, Position: source.Position{File: "w.xlsx", Cell: y.String()}}
	}
	rate := &indicators.Series{Indicator: ni12, Points: []indicators.Point{point(2023, 11000), point(2024, 10000), point(2025, 9780)}}
	rate.Points[2].Rank, rate.Points[2].Of = 2, 31
	rate.Points[2].Scotland = of(11000.5)
	rate.FromPrevious = &indicators.Change{From: "2024/25", FromYear: 2024, Difference: -220, Direction: indicators.Better}
	share := &indicators.Series{Indicator: ni3, Points: []indicators.Point{point(2023, 60), {Year: 2024, Status: indicators.NoSurvey}, point(2025, 61)}}
	share.Points[2].Break = true

	amount := func(m finance.Money, line int) finance.Amount {
		return finance.Amount{Money: m, Known: true, Lines: 3, Position: source.Position{File: "l.csv", Line: line}}
	}
	line := func(id string, spend, plan finance.Money) finance.Line {
		return finance.Line{ID: id, Name: id, Spend: amount(spend, 2), Plan: amount(plan, 2)}
	}
	return &Facts{
		Year: 2025, Table: &indicators.Table{Area: "Fife", Year: 2025, Window: period.Window(2025), Series: []*indicators.Series{rate, share}},
		Account: &finance.Account{
			Year: 2025, Spend: amount(300_000_000_00, 1), Plan: amount(297_190_663_52, 1), Funding: amount(299_000_000_00, 9),
			Matters:    []finance.Line{line("4(2)(c)", 40_049_999, 30_000_000)},
			CareGroups: []finance.Line{line("Older people", 10_00, 10_00)},
			Services:   []finance.Line{line("Older people", 20_00, 10_00), {Name: "Other services", Spend: amount(7, 5)}},
			Ledgers:    []finance.Ledger{{File: "l.csv", Lines: 1234, Total: 123_456_789}, {File: "l.csv", Lines: 5}},
		},
		Settings: []Setting{{ID: ID{Measure: Population, Of: "North"}, Value: "52300", Display: "52,300"}},
	}
}

func TestFiguresAreWrittenAsTheirFormsSay(t *testing.T) {
	f := facts()
	for _, c := range []struct {
		id, value string
		form      Form
		want      string
	}{
		{"NI12@2025/26", "9780", Usual, "9,780"},
		{"NI12@2025/26:scotland", "11000.5", Usual, "11,001"},
		{"NI12@2025/26:change@2024/25", "-2.2", Words, "down 2.2%"},
		{"NI12@2025/26:change@2024/25", "-2.2", Judged, "−2.2% since 2024/25, better"},
		{"NI12@2024/25:change@2023/24", "-9.090909091", Usual, "down 9.1%"},
		{"NI12@2025/26:rank", "2/31", Usual, "2 of 31"},
		{"NI12@2025/26:rank", "2/31", Words, "2nd of 31"},
		{"spend:total@2025/26", "300000000.00", Usual, "£300.0m"},
		{"spend:4(2)(c)@2025/26", "400499.99", Thousands, "400"},
		{"spend:care group:Older people@2025/26", "10.00", Rounded, "£10"},
		{"spend:other-services@2025/26", "0.07", Rounded, "£0"},
		{"variance:total@2025/26", "-2809336.48", Words, "an overspend of £2.8m"},
		{"variance:total@2025/26", "-2809336.48", Unsigned, "£2.8m"},
		{"variance:total@2025/26", "-2809336.48", Thousands, "−2,809"},
		{"variance:care group:Older people@2025/26", "0.00", Words, "neither an underspend nor an overspend"},
		{"proportion:total@2025/26", "1.0033444816053512", Usual, "100.3%"},
		{"ledger-lines:l.csv", "1234", Usual, "1,234"},
		{"ledger-lines:l.csv#2", "5", Usual, "5"},
		{"ledger-total:l.csv", "1234567.89", Usual, "£1,234,567.89"},
		{"population:North", "52300", Usual, "52,300"},
	} {
		id, err := Parse(c.id)
		if err != nil {
			t.Error(err)
			continue
		}
		fig, err := f.Resolve(id)
		if err != nil {
			t.Error(err)
			continue
		}
		if fig.Value != c.value || fig.Display(c.form) != c.want {
			t.Errorf("%s: %s, shown %q; want %s, %q", c.id, fig.Value, fig.Display(c.form), c.value, c.want)
		}
	}
}

func TestEveryFigureHasTitleDisplayAndOperandsThatResolve(t *testing.T) {
	f := facts()
	all := f.All()
	if len(all) < 20 {
		t.Errorf("%d figures", len(all))
	}
	for _, id := range all {
		fig, err := f.Resolve(id)
		if err != nil {
			t.Error(err)
			continue
		}
		if fig.Value == "" || len(fig.Displays()) == 0 || fig.Display(Usual) == "" {
			t.Errorf("%s: %+v", id, fig)
		}
		for _, o := range fig.Operands {
			if _, err := f.Resolve(o); err != nil {
				t.Errorf("%s: %v", id, err)
			}
		}
	}
}

func TestWhatHasNoValueSaysWhy(t *testing.T) {
	f := facts()
	for id, want := range map[ID]string{
		{Measure: Value, Of: "NI3", Year: 2024}:               "NI3@2024/25 has no value: there was no survey in that year",
		{Measure: Scotland, Of: "NI12", Year: 2023}:           "NI12@2023/24:scotland has no value: the workbook has none of Scotland for that period",
		{Measure: Change, Of: "NI3", Year: 2025, From: 2023}:  "NI3@2025/26:change@2023/24 has no value: it can't be compared across 2025/26, where its series breaks",
		{Measure: Change, Of: "NI12", Year: 2024, From: 2025}: "NI12@2024/25:change@2025/26 has no value: 2025/26 is not before 2024/25",
		{Measure: Rank, Of: "NI12", Year: 2024}:               "NI12@2024/25:rank has no value: it isn't ranked",
		{Measure: Spend, Of: "total", Year: 2021}:             "spend:total@2021/22 has no value: no input speaks of it",
		{Measure: LedgerControl, Of: "l.csv"}:                 "ledger-control:l.csv has no value: no control total is given",
	} {
		_, err := f.Resolve(id)
		if none := (*NoValueError)(nil); !errors.As(err, &none) || err.Error() != want {
			t.Errorf("got  %v\nwant %s", err, want)
		}
	}
}

func TestFind(t *testing.T) {
	f := facts()
	for name, want := range map[string]string{
		"NI12": "NI12@2025/26", "ni12@2024-25": "NI12@2024/25", "NI3@2024/25": "NI3@2024/25",
		"4(2)(C)": "spend:4(2)(c)@2025/26", "4(2)(c)@2021/22": "spend:4(2)(c)@2021/22", "total": "spend:total@2025/26",
		"plan:Total@2025/26": "plan:total@2025/26", "service:older people": "spend:service:Older people@2025/26",
		"population:North": "population:North", "ledger-total:l.csv": "ledger-total:l.csv",
	} {
		if id, err := f.Find(name); err != nil || id.String() != want {
			t.Errorf("%q finds %s, %v; want %s", name, id, err, want)
		}
	}
	for name, want := range map[string]string{
		"Older people":        `"Older people" names more than one thing; write "care group:Older people" or "service:Older people"`,
		"Older peple":         `no figure is called "Older peple"; did you mean "Older people"?`,
		"4(2)(g)":             `no figure is called "4(2)(g)"; did you mean "4(2)(c)"?`,
		"spend:totl@2025/26":  `no figure is called "spend:totl@2025/26"; did you mean "spend:total@2025/26"?`,
		"spend:total@2015/16": `no figure is called "spend:total@2015/16"; did you mean "spend:total@2025/26"?`,
	} {
		if _, err := f.Find(name); err == nil || err.Error() != want {
			t.Errorf("%q: %v\nwant %s", name, err, want)
		}
	}
}

func TestWordsOfChanges(t *testing.T) {
	for _, c := range []struct {
		change float64
		unit   string
		want   string
	}{
		{-3.2, "%", "down 3.2%"}, {0, "%", "unchanged"}, {0.01, "%", "almost unchanged"},
		{0.1, " percentage points", "up 0.1 percentage points"}, {-1, " percentage points", "down 1.0 percentage point"},
	} {
		if got := changeWords(number.Exact(c.change), c.unit); got != c.want {
			t.Errorf("%v: got %q; want %q", c.change, got, c.want)
		}
	}
	rate, _ := indicators.ByID("NI12")
	percent, _ := indicators.ByID("NI1")
	for want, c := range map[string]struct {
		i         indicators.Indicator
		change    float64
		unit      string
		direction indicators.Direction
	}{
		"+14.0% since 2021/22, worse":               {rate, 14, "%", indicators.Worse},
		"under 0.1% since 2021/22, no clear change": {rate, 0.001, "%", indicators.NoClear},
		"no difference since 2021/22, unchanged":    {rate, 0, "%", indicators.Unchanged},
		"−2.1 points since 2021/22, worse":          {percent, -2.1, "percentage points", indicators.Worse},
		"under 0.1% since 2021/22, little changed":  {rate, -0.04, "%", indicators.Worse},
	} {
		size, verdict := changeJudged(&c.i, number.Exact(c.change), c.unit, &indicators.Change{From: "2021/22", Direction: c.direction})
		if got := size + " since 2021/22, " + verdict; got != want {
			t.Errorf("got %q; want %q", got, want)
		}
	}
}
