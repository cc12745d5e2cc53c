package account

import (
	"context"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"

	"apr/finance"
	"apr/finance/internal/ledgertest"
	"apr/internal/number"
	"apr/internal/source"
)

// withHistory is the small specification with a history table.
func withHistory(change func(*finance.Spec)) finance.Spec {
	s := ledgertest.Small()
	s.History, s.HistoryPosition = "history.csv", ledgertest.At(50)
	if change != nil {
		change(&s)
	}
	return s
}

func computeFiles(t *testing.T, spec finance.Spec, pairs ...string) *finance.Account {
	t.Helper()
	a, err := Compute(context.Background(), ledgertest.Files(append([]string{"nhs.csv", ledgertest.NHS, "council.csv", ledgertest.Council}, pairs...)...), spec)
	if err != nil {
		t.Fatal(err)
	}
	return a
}

const history = `Figures from the audited accounts,,,,
Year,Measure,Dimension,Item,Amount,Source
2018/19,spend,total,,1.00,before the window
2023/24,Spend,Total,,"£1,000.00",accounts
2023/24,funding,total,total,"1,100.00",
2023/24,plan,total,,"(50.00)",
2024-25,spend,matter,4(2)(a),400.00,
2024-25,spend,matter,4(2)(b),300.00,
2024-25,spend,matter,4(2)(c),200.00,
2024-25,spend,matter,4(2)(d),0,
2024-25,spend,matter,4(2)(e),100.00,
2024-25,spend,locality,north,600.00,
2024-25,spend,locality,South,300.00,
2024-25,spend,care group,older people,90.00,
2024-25,spend,care_group,OLDER PEOPLE,90.00,the same again is harmless
2024-25,spend,partner,NHS,700.00,
2024-25,spend,service,Wards,350.00,
2025/26,plan,total,,200.00,
2025/26,funding,total,,200.00,
2025/26,funding,funding,set-aside,60.00,
`

func TestHistoryFillsYears(t *testing.T) {
	a := computeFiles(t, withHistory(nil), "history.csv", history)
	if len(a.Problems) > 0 {
		t.Errorf("problems: %s", messages(a.Problems))
	}
	type figures struct{ Year, Spend, Plan, Funding string }
	show := func(x finance.Amount) string {
		if !x.Known {
			return ""
		}
		return x.String()
	}
	var years []figures
	for _, y := range a.Years {
		years = append(years, figures{y.Year.String(), show(y.Spend), show(y.Plan), show(y.Funding)})
	}
	want := []figures{{"2020/21", "", "", ""}, {"2021/22", "", "", ""}, {"2022/23", "", "", ""},
		{"2023/24", "1000.00", "-50.00", "1100.00"},
		{"2024/25", "1000.00", "", ""}, // the sum of all five matters
		{"2025/26", "203.51", "200.00", "200.00"}}
	if d := cmp.Diff(want, years); d != "" {
		t.Errorf("years (-want +got):\n%s", d)
	}
	for name, l := range map[string]*finance.Line{"400.00": matterOf(a, finance.Inpatient), "0.00": matterOf(a, finance.UnpaidCarers), "600.00": localityOf(a, "North"),
		"90.00": careGroupOf(a, "Older people"), "700.00": &a.Partners[0], "350.00": &a.Services[0], "100.00": &a.Unallocated} {
		if y := l.In(2024); y == nil || y.Spend.String() != name || !y.Spend.Known {
			t.Errorf("%s in 2024/25: %+v; want %s", l.Name, y, name)
		}
	}
	if p := matterOf(a, finance.Inpatient).In(2024).Spend.Position.String(); p != "history.csv:7" {
		t.Errorf("position %s", p)
	}
	if y := matterOf(a, finance.CareHome).In(2025); number.Percent(y.Spend.Money, y.Funding.Money) != "15.0%" {
		t.Errorf("proportion %+v", y)
	}
	if l := a.Fundings[1]; l.Name != "Set-aside" || l.Funding.String() != "60.00" {
		t.Errorf("set-aside: %+v", l)
	}
	if v, ok := varianceOf(a.Plan, a.Spend); !ok || v != -351 || v.VarianceName() != "overspend" {
		t.Errorf("variance %s, %v", v, ok)
	}
}

func TestHistoryInAWorkbook(t *testing.T) {
	spec := withHistory(func(s *finance.Spec) { s.History = "history.xlsx" })
	book := workbook(t, "History", []any{"Year", "Measure", "Dimension", "Item", "Amount"},
		[]any{"2024/25", "spend", "total", "", 196000000.10}, []any{"2024/25", "spend", "locality", "North", "£1,234.50"})
	a, err := Compute(context.Background(), fstest.MapFS{
		"history.xlsx": {Data: book}, "nhs.csv": {Data: []byte(ledgertest.NHS)}, "council.csv": {Data: []byte(ledgertest.Council)}}, spec)
	if err != nil {
		t.Fatal(err)
	}
	y := a.Years[4]
	if y.Spend.String() != "196000000.10" || y.Spend.Position != (source.Position{File: "history.xlsx", Sheet: "History", Cell: "E2"}) {
		t.Errorf("%+v", y.Spend)
	}
	if got := localityOf(a, "North").In(2024).Spend.String(); got != "1234.50" {
		t.Errorf("North: %s", got)
	}
}

func TestBadHistoryRows(t *testing.T) {
	_, err := Compute(context.Background(), ledgertest.Files("nhs.csv", ledgertest.NHS, "council.csv", ledgertest.Council, "history.csv", `year,measure,dimension,item,amount
2024/26,spend,total,,1.00
2026/27,spend,total,,1.00
2024/25,spent,totals,,1.00
2024/25,spend,matter,4(2)(f),1.00
2024/25,spend,locality,,1.00
2024/25,spend,total,North,1.00
2024/25,funding,matter,4(2)(a),x
2024/25,spend,total,,5.00
2024/25,spend,total,,5.01
`), withHistory(nil))
	checkInputError(t, err, `
malformed-history history.csv:2: "2024/26" is not a financial year: 2024 is followed by 25
malformed-history history.csv:3: the year 2026/27 is after the reporting year 2025/26
    see whether the year in apr.yaml is right: it is 2025/26
malformed-history history.csv:4: the dimension "totals" isn't one that apr knows
    did you mean "total"?
malformed-history history.csv:4: the measure "spent" isn't one that apr knows
    did you mean "spend"?
malformed-history history.csv:5: the matter "4(2)(f)" isn't one that apr knows
    did you mean "4(2)(a)"?
malformed-history history.csv:6: the row names no locality
malformed-history history.csv:7: a total has no item such as "North"
    leave the item empty, or give another dimension
malformed-history history.csv:8: "x" isn't an amount: it isn't a number of pounds and pence
    write amounts as 1,234.56, -1,234.56, 1,234.56-, (1,234.56) or 1,234.56 CR
malformed-history history.csv:8: funding is given as a total, by partner or by funding, and not by matter
duplicate-figure history.csv:10: the 2024/25 spend total is £5.01 here and £5.00 before
    keep the row that is right
    history.csv:9: the other amount is here
`)
}

func TestFiguresThatDisagree(t *testing.T) {
	a := computeFiles(t, withHistory(nil), "history.csv", `year,measure,dimension,item,amount
2024/25,spend,total,,100.00
2024/25,spend,matter,4(2)(a),40.00
2024/25,spend,matter,4(2)(b),59.99
2024/25,spend,locality,Noth,1.00
2024/25,spend,care group,Older,1.00
2024/25,spend,partner,N H S,1.00
2024/25,spend,service,Ward,1.00
2025/26,spend,total,,203.51
2025/26,spend,matter,4(2)(c),30.01
2025/26,spend,locality,North,79.00
`)
	if got, want := "\n"+messages(a.Problems), `
history-does-not-add-up history.csv:2: the 2024/25 spend total is £100.00, but its matters sum to £99.99, a difference of £0.01
    the matters of regulation 4(2)(a) to (e) partition the total; there is no row for 4(2)(c), 4(2)(d), 4(2)(e)
    history.csv:3: the first of the matters
unknown-locality history.csv:5: the history gives the spend of 2024/25 for the locality "Noth", which the project doesn't name; the row isn't used
    did you mean "North"?
unknown-care-group history.csv:6: the history gives the spend of 2024/25 for the care group "Older", which the project doesn't name; the row isn't used
    expected one of: Older people
unknown-partner history.csv:7: the history gives the spend of 2024/25 for the partner "N H S", which the project doesn't name; the row isn't used
    did you mean "NHS"?
unknown-service history.csv:8: the history gives the spend of 2024/25 for the service "Ward", which the project doesn't name; the row isn't used
    did you mean "Wards"?
conflicting-figure history.csv:10: the 2025/26 spend by matter for 4(2)(c) is £30.01 in the history but the ledgers sum to £30.00, a difference of £0.01; the ledgers' is used
    correct the one that is wrong, or leave the row out of the history
    council.csv:2: the other amount is the sum of 1 ledger line, such as this
conflicting-figure history.csv:11: the 2025/26 spend by locality for North is £79.00 in the history but the ledgers sum to £80.00, a difference of −£1.00; the ledgers' is used
    correct the one that is wrong, or leave the row out of the history
    council.csv:2: the other amount is the sum of 3 ledger lines, such as this
`; got != want {
		t.Errorf("got:%s\nwant:%s", got, want)
	}
	if got := matterOf(a, finance.CareHome).Spend.String(); got != "30.00" {
		t.Errorf("the ledgers' figure isn't used: %s", got)
	}
}

// A row without an amount says nothing, which isn't zero.
func TestHistoryRowsWithoutAnAmount(t *testing.T) {
	a := computeFiles(t, withHistory(nil), "history.csv", `year,measure,dimension,item,amount
2024/25,spend,total,,
2024/25,spend,matter,4(2)(a),40.00
2024/25,spend,matter,4(2)(b),	
2023/24,spend,total,,0
`)
	if got, want := "\n"+messages(a.Problems), `
history-empty history.csv:2: 2 rows of the table of earlier years without an amount: nothing is known of what is there
    write the amounts, to the penny, and 0 where nothing was spent; or name last year's tables.csv, tables.xlsx or project under finance.history
`; got != want {
		t.Errorf("got:%s\nwant:%s", got, want)
	}
	if y := a.Years[4].Spend; y.Known {
		t.Errorf("2024/25 is taken for %s", y)
	}
	if y := a.Years[3].Spend; !y.Known || y.Money != 0 {
		t.Errorf("2023/24 is %v, not zero", y)
	}
	if m := matterOf(a, finance.OtherHealth).In(2024); m != nil && m.Spend.Known {
		t.Errorf("4(2)(b) in 2024/25 is taken for %s", m.Spend)
	}
}

// Of heads over the wrong columns one thing is said, and not one for each row.
func TestHeadsOverTheWrongColumns(t *testing.T) {
	rows := [][5]string{{"2024/25", "spend", "total", "", "1000.00"}, {"2024/25", "spend", "matter", "4(2)(a)", "400.00"}, {"2024/25", "spend", "matter", "4(2)(b)", "600.00"}, {"2023/24", "plan", "total", "", "990.00"}}
	table := func(order [5]int) string {
		text := "year,measure,dimension,item,amount\n"
		for _, r := range rows {
			text += strings.Join([]string{r[order[0]], r[order[1]], r[order[2]], r[order[3]], r[order[4]]}, ",") + "\n"
		}
		return text
	}
	for name, c := range map[string]struct {
		text string
		want string // of one problem; else how many there are
		n    int
	}{
		"right":                 {table([5]int{0, 1, 2, 3, 4}), "", 0},
		"measure and dimension": {table([5]int{0, 2, 1, 3, 4}), `the heads of the table of earlier years are over the wrong columns: what "measure" should hold is under "dimension" in all of 4 rows`, 1},
		"year and amount":       {table([5]int{4, 1, 2, 3, 0}), `what "year" should hold is under "amount" in all of 4 rows`, 1},
		"item and dimension":    {table([5]int{0, 1, 3, 2, 4}), `what "dimension" should hold is under "item" in all of 4 rows`, 1},
		"one row":               {table([5]int{0, 1, 2, 3, 4}) + "2022/23,total,spend,,1.00\n", `the measure "total" isn't one that apr knows`, 2},
	} {
		h := ReadHistory(ledgertest.Files("h.csv", c.text), &finance.Spec{Year: 2025, History: "h.csv"})
		list := h.Fatal.List()
		if len(list) != c.n || c.n > 0 && !strings.Contains(messages(list), c.want) {
			t.Errorf("%s: %v; want %d: %s", name, list, c.n, c.want)
		}
	}
}
