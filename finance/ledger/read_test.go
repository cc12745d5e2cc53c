package ledger

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/xuri/excelize/v2"

	"apr/finance"
	"apr/finance/classify"
	"apr/finance/ledger/scan"
	"apr/internal/source"
)

// ledgerOf is a ledger of the year 2025/26 with these columns, each under its own name.
func ledgerOf(columns ...string) finance.LedgerSpec {
	l := finance.LedgerSpec{File: "nhs.csv", Partner: "NHS Moorland", Year: 2025, Columns: map[string]string{}}
	for _, c := range columns {
		l.Columns[c] = c
	}
	return l
}

// readAs reads a ledger by rules: W are wards, H homes, R isn't the authority's.
func readAs(t *testing.T, spec finance.LedgerSpec, data []byte, how Reading) *Result {
	t.Helper()
	byCentre := []finance.Rule{
		{When: map[string]string{"cost_centre": "W*"}, Matter: "4(2)(a)"},
		{When: map[string]string{"cost_centre": "H*"}, Matter: "4(2)(c)"},
		{When: map[string]string{"cost_centre": "R*"}, Exclude: "rent"},
	}
	if spec.Columns["cost_centre"] == "" {
		byCentre = nil
	}
	rules, problems := classify.Compile(finance.Spec{Ledgers: []finance.LedgerSpec{spec}, Rules: byCentre})
	for _, p := range problems.List() {
		t.Fatal(p)
	}
	out, err := Read(t.Context(), fstest.MapFS{spec.File: {Data: data}}, &spec, rules, how)
	if err != nil {
		t.Fatal(err)
	}
	return out
}

// codes are those of problems, with their lines.
func codes(problems []*source.Problem) string {
	var all []string
	for _, p := range problems {
		all = append(all, fmt.Sprintf("%s:%d", p.Code, p.Position.Line))
	}
	return strings.Join(all, " ")
}

// TestRead reads small ledgers whose sums are known.
func TestRead(t *testing.T) {
	const head = "cost_centre,account,amount\n"
	pence := func(m finance.Money) *finance.Money { return &m }
	withControl := ledgerOf("cost_centre", "account", "amount")
	withControl.ControlTotal = pence(350)
	funding := ledgerOf("cost_centre", "amount")
	funding.Kind = finance.Funded
	for _, c := range []struct {
		name, text  string
		spec        finance.LedgerSpec
		want        string // classified, unclassified, excluded, totals, unproven, headings, without an amount
		total       finance.Money
		fatal, soft string
	}{
		{"lines", head + "W1,1,1.00\nH1,2,2.50\nX1,3,0.25\nR1,4,4.00\nW2,5,\n", ledgerOf("cost_centre", "account", "amount"), "2 1 1 0 0 0 1", 775, "", ""},
		{"a total isn't added", head + "W1,1,1.00\nH1,2,2.50\nTotal,,3.50\n", withControl, "2 0 0 1 0 0 0", 350, "", ""},
		{"a total that isn't", head + "W1,1,1.00\nH1,2,2.50\nTotal,,3.51\n", ledgerOf("cost_centre", "account", "amount"), "2 0 0 0 1 0 0", 350, "", "total-row:4"},
		{"another control total", head + "W1,1,1.00\nH1,2,2.51\n", withControl, "2 0 0 0 0 0 0", 351, "", "control-total:0"},
		{"the header over again", head + "W1,1,1.00\n" + head + "H1,2,2.50\n", ledgerOf("cost_centre", "account", "amount"), "2 0 0 0 0 1 0", 350, "", "page-headings:3"},
		{"debits and credits", "cost_centre,debit,credit\nW1,5.00,\nW1,,1.25\n", ledgerOf("cost_centre", "debit", "credit"), "2 0 0 0 0 0 0", 375, "", ""},
		{"sides", "cost_centre,amount,dr_cr\nW1,5.00,Dr\nW1,1.25,CR\n", ledgerOf("cost_centre", "amount", "dr_cr"), "2 0 0 0 0 0 0", 375, "", ""},
		{"no side", "cost_centre,amount,dr_cr\nW1,5.00,\n", ledgerOf("cost_centre", "amount", "dr_cr"), "0 0 0 0 0 0 0", 0, "malformed-amount:2", ""},
		{"what isn't an amount", head + "W1,1,1.00\nH1,2,two\n", ledgerOf("cost_centre", "account", "amount"), "1 0 0 0 0 0 0", 100, "malformed-amount:3", ""},
		{"a row too short", head + "W1,1,1.00\nH1,2\n", ledgerOf("cost_centre", "account", "amount"), "1 0 0 0 0 0 0", 100, "row-length:3", ""},
		{"more than fits", head + "W1,1,92233720368547758.07\nW1,1,0.01\n", ledgerOf("cost_centre", "account", "amount"), "1 0 0 0 0 0 0", 0, "amount-overflow:3", ""},
		{"funding needs no matter", "cost_centre,amount\nX1,5.00\n", funding, "1 0 0 0 0 0 0", 500, "", ""},
		{"dates outside the year", "cost_centre,amount,date\nW1,5.00,31/03/2026\nW1,1.00,01/04/2026\nW1,1.00,someday\n", ledgerOf("cost_centre", "amount", "date"), "3 0 0 0 0 0 0", 700, "", "outside-year:3 malformed-date:4"},
		{"periods", "cost_centre,amount,period\nW1,5.00,13\nW1,1.00,14\n", ledgerOf("cost_centre", "amount", "period"), "2 0 0 0 0 0 0", 600, "", "malformed-period:3"},
		{"thousands", "cost_centre,amount (£000)\nW1,5.00\n", func() finance.LedgerSpec {
			l := ledgerOf("cost_centre")
			l.Columns["amount"] = "amount (£000)"
			return l
		}(), "1 0 0 0 0 0 0", 500, "", ""},
		{"codes without their digits", head + "W1,4.0E+11,1.00\n", ledgerOf("cost_centre", "account", "amount"), "1 0 0 0 0 0 0", 100, "", "lost-digits:2"},
		{"totals of sections", head + "W1,1,1.00\nW2,2,2.00\nWards total,,3.00\nH1,1,4.00\nH2,2,0.50\nHomes total,,4.50\nGrand total,,7.50\n", ledgerOf("cost_centre", "account", "amount"), "4 0 0 3 0 0 0", 750, "", ""},
		{"a total with a code", head + "W1,1,1.00\nW2,2,2.00\nW3,Sum,3.00\n", ledgerOf("cost_centre", "account", "amount"), "2 0 0 1 0 0 0", 300, "", ""},
		{"a near miss", head + "W1,1,1000.00\nW2,2,2000.00\nTotal,,2999.99\n", ledgerOf("cost_centre", "account", "amount"), "2 0 0 0 1 0 0", 300_000, "", "total-row:4"},
		{"a last line that is the sum", head + "W1,1,1.00\nW2,2,2.00\nW3,3,4.00\nH9,7,7.00\n", ledgerOf("cost_centre", "account", "amount"), "4 0 0 0 0 0 0", 1400, "", "total-line:5"},
		{"credits in a column that isn't mapped", "cost_centre,amount,DR/CR\nW1,5.00,DR\nW1,1.25,CR\n", ledgerOf("cost_centre", "amount"), "2 0 0 0 0 0 0", 625, "", "unmapped-debit-credit:3"},
		{"a column of sides without a name", "cost_centre,amount,Q\nW1,5.00,D\nW1,1.25,C\n", ledgerOf("cost_centre", "amount"), "2 0 0 0 0 0 0", 625, "", "unmapped-debit-credit:3"},
		{"cells joined at a date", "cost_centre,paid,amount\nW1,25/06/2025,9.00\nW1,26/06/20259.50\n", ledgerOf("cost_centre", "amount"), "2 0 0 0 0 0 0", 1850, "", "joined-cells:3"},
		{"an amount joined to what isn't one", "cost_centre,paid,amount\nW1,25/06/2025,9.00\nW1,26/06/2025nine\n", ledgerOf("cost_centre", "amount"), "1 0 0 0 0 0 0", 900, "row-length:3", ""},
		{"lines of other years in a column that isn't mapped", "cost_centre,year,amount\nW1,2025/26,1.00\nW1,2025/26,1.00\nW1,2024/25,1.00\n", ledgerOf("cost_centre", "amount"), "3 0 0 0 0 0 0", 300, "", "outside-year:4"},
		{"numbers of pages", "Outturn\ncost_centre,account,amount\nW1,1,1.00\nPage 2,,\nH1,2,2.50\n", ledgerOf("cost_centre", "account", "amount"), "2 0 0 0 0 1 0", 350, "", "page-headings:4"},
		{"a second line of the header", head + ",,£\nW1,1,1.00\n", ledgerOf("cost_centre", "account", "amount"), "1 0 0 0 0 1 0", 100, "", "page-headings:2"},
		{"an empty section's total", head + "W1,1,1.00\nH0,Homes,\nHomes total,,0.00\nH1,1,2.00\n", ledgerOf("cost_centre", "account", "amount"), "2 0 0 1 0 0 1", 300, "", ""},
		{"nothing", "", ledgerOf("cost_centre", "amount"), "0 0 0 0 0 0 0", 0, "empty-file:0", ""},
		{"no such column", "cost_centre,sum\nW1,1.00\n", ledgerOf("cost_centre", "amount"), "0 0 0 0 0 0 0", 0, "missing-column:1", ""},
	} {
		for _, how := range []Reading{{}, {Strict: true}, {Scan: scan.Sizes{Block: 16, Scanners: 2}}} {
			out := readAs(t, c.spec, []byte(c.text), how)
			l := &out.Ledger
			got := fmt.Sprint(l.Classified, l.Unclassified, l.Excluded, l.Totals, l.Unproven, l.Headings, l.Zero)
			if fatal := codes(out.Fatal.List()); fatal != c.fatal {
				t.Errorf("%s, %+v: fatal %q, want %q", c.name, how, fatal, c.fatal)
			}
			if soft := codes(out.Soft.List()); soft != c.soft {
				t.Errorf("%s, %+v: reported %q, want %q", c.name, how, soft, c.soft)
			}
			if c.fatal == "" && (got != c.want || l.Total != c.total) {
				t.Errorf("%s, %+v: %s and %s, want %s and %s", c.name, how, got, l.Total, c.want, c.total)
			}
		}
	}
}

// TestTalliesAreByClass: amounts and plans of a class are added up together, with the
// first line of each; what isn't the authority's stands apart.
func TestTalliesAreByClass(t *testing.T) {
	out := readAs(t, ledgerOf("cost_centre", "amount", "plan"), []byte("cost_centre,amount,plan\nH1,1.00,2.00\nW1,3.00,\nW2,,4.00\nR1,5.00,6.00\nR2,7.00,\n"), Reading{})
	if len(out.Tallies) != 2 {
		t.Fatalf("%+v", out.Tallies)
	}
	homes, wards := out.Tallies[0], out.Tallies[1]
	if homes.Matter != "4(2)(c)" || homes.Amount.Money != 100 || homes.Plan.Money != 200 || homes.Amount.First.Line != 2 {
		t.Errorf("%+v", homes)
	}
	if wards.Matter != "4(2)(a)" || wards.Amount.Money != 300 || wards.Amount.Lines != 1 || wards.Plan.Money != 400 || wards.Plan.First.Line != 4 {
		t.Errorf("%+v", wards)
	}
	if x := out.Ledger.Exclusions; len(x) != 1 || x[0].Why != "rent" || x[0].Lines != 2 || x[0].Total != 1200 || x[0].Planned != 600 || x[0].Position.Line != 5 {
		t.Errorf("%+v", x)
	}
	if out.Ledger.PlanTotal == nil || *out.Ledger.PlanTotal != 1200 {
		t.Errorf("the plan comes to %v", out.Ledger.PlanTotal)
	}
}

// TestUnclassifiedLinesAreGrouped by cost centre, however it is written, the largest
// amount first; those for which there is no room are counted together.
func TestUnclassifiedLinesAreGrouped(t *testing.T) {
	text := []byte("cost_centre,description,amount\nX1,Vans,1.00\nx1 ,Vans,1.50\nY1,Rent,-9.00\nZ1,A,2.00\nZ1,B,0.75\n")
	out := readAs(t, ledgerOf("cost_centre", "description", "amount"), text, Reading{})
	var got []string
	for _, g := range LargestFirst(out.Groups) {
		got = append(got, fmt.Sprintf("%s %q %d %s %d", g.CostCentre, g.Description, g.Lines, g.Total, g.Position.Line))
	}
	if want := `Y1 "Rent" 1 -9.00 4; Z1 "" 2 2.75 5; X1 "Vans" 2 2.50 2`; strings.Join(got, "; ") != want {
		t.Errorf("%s\nwant %s", strings.Join(got, "; "), want)
	}
	out = readAs(t, ledgerOf("cost_centre", "description", "amount"), text, Reading{Centres: 1})
	if o := out.Ledger.Overflow; len(out.Groups) != 1 || o == nil || o.Lines != 3 || o.Total != -625 {
		t.Errorf("%d groups, and %+v for the others", len(out.Groups), o)
	}
}

// TestOnlySoManyMalformedRowsAreReported one by one.
func TestOnlySoManyMalformedRowsAreReported(t *testing.T) {
	out := readAs(t, ledgerOf("cost_centre", "amount"), []byte("cost_centre,amount\n"+strings.Repeat("W1,x\n", MaxMalformed+5)), Reading{})
	list := out.Fatal.List()
	if len(list) != MaxMalformed+1 || list[MaxMalformed].Message != "and 5 more rows from here on can't be read" || list[MaxMalformed].Position.Line != MaxMalformed+2 {
		t.Errorf("%d problems, the last %v", len(list), list[len(list)-1])
	}
}

// TestAWorkbookIsReadAsItsText: a number in a cell is an amount.
func TestAWorkbookIsReadAsItsText(t *testing.T) {
	book := excelize.NewFile()
	defer book.Close()
	for i, row := range [][]any{{"cost_centre", "amount"}, {"W1", 1.25}, {"X1", "2.50"}, {"Total", 3.75}} {
		if err := book.SetSheetRow("Sheet1", fmt.Sprintf("A%d", i+1), &row); err != nil {
			t.Fatal(err)
		}
	}
	var data bytes.Buffer
	if err := book.Write(&data); err != nil {
		t.Fatal(err)
	}
	spec := ledgerOf("cost_centre", "amount")
	spec.File = "nhs.xlsx"
	for _, how := range []Reading{{}, {Excelize: true}} {
		out := readAs(t, spec, data.Bytes(), how)
		if l := out.Ledger; l.Total != 375 || l.Classified != 1 || l.Unclassified != 1 || l.Totals != 1 || len(out.Fatal.List()) != 0 {
			t.Errorf("%+v: %+v", how, l)
		}
		if g := LargestFirst(out.Groups)[0]; g.Position.Cell != "A3" {
			t.Errorf("%+v: the first unclassified line is at %s", how, g.Position)
		}
	}
}

// TestList lists rows by what became of them, with what they say.
func TestList(t *testing.T) {
	spec := ledgerOf("cost_centre", "account", "description", "amount")
	const head = "cost_centre,account,description,amount\n"
	text := head + "W1,1,Nurses,1.00\nX1,2,Vans,2.00\nR1,3,Rent,4.00\n" + head + "Total,,,9.00\n"
	fsys := fstest.MapFS{spec.File: {Data: []byte(text)}}
	rules, _ := classify.Compile(finance.Spec{Ledgers: []finance.LedgerSpec{spec}, Rules: []finance.Rule{
		{When: map[string]string{"cost_centre": "W*"}, Matter: "4(2)(a)"}, {When: map[string]string{"cost_centre": "R*"}, Exclude: "rent"}}})
	for kind, want := range map[string][]string{
		Unclassified: {"3 X1 2 Vans 2.00: no rule gives it a matter"},
		Excluded:     {"4 R1 3 Rent 4.00: rent"},
		Reported:     {"5 cost_centre account description none: heading of a page or of columns, not counted", "6 Total   9.00: should be a total and isn't the sum of what is above it, not counted"},
	} {
		var got []string
		err := List(t.Context(), fsys, &spec, rules, kind, func(l finance.Listed) error {
			amount := "none"
			if l.Amount != nil {
				amount = l.Amount.String()
			}
			got = append(got, fmt.Sprintf("%d %s %s %s %s: %s", l.Position.Line, l.CostCentre, l.Account, l.Description, amount, l.Why))
			return nil
		})
		if err != nil || strings.Join(got, "\n") != strings.Join(want, "\n") {
			t.Errorf("%s: %q, %v\nwant %q", kind, got, err, want)
		}
	}
	enough := errors.New("enough")
	if err := List(t.Context(), fsys, &spec, rules, Excluded, func(finance.Listed) error { return enough }); !errors.Is(err, enough) {
		t.Errorf("got %v", err)
	}
	if err := List(t.Context(), fstest.MapFS{}, &spec, rules, Excluded, func(finance.Listed) error { return nil }); err == nil {
		t.Error("a file that isn't there is listed")
	}
}

// TestWithoutCostCentres: lines are grouped by the first column that isn't their date.
func TestWithoutCostCentres(t *testing.T) {
	out := readAs(t, ledgerOf("date", "service", "amount"), []byte("date,service,amount\n01/05/2025,Vans,1.00\n02/05/2025,Rent,2.00\n"), Reading{})
	g := LargestFirst(out.Groups)
	if len(g) != 2 || g[0].CostCentre != "Rent" || out.NameOf(&g[0], "service") != "Rent" || out.NameOf(&g[0], "date") != "" || out.NameOf(&g[0], "account") != "" {
		t.Errorf("%+v", g)
	}
}

// TestLocalitiesThatThePlanHasntAreReportedOnce each, with what they come to.
func TestLocalitiesThatThePlanHasntAreReportedOnce(t *testing.T) {
	out := readAs(t, ledgerOf("cost_centre", "locality", "amount"), []byte("cost_centre,locality,amount\nW1,West,1.00\nH1,west,2.00\nW1,Est,4.00\nW1,,8.00\n"), Reading{})
	out.ReportUnlisted([]string{"East"})
	list := out.Soft.List()
	if len(list) != 2 || !strings.Contains(list[0].Message, `the locality "West" isn't among those`) || !strings.Contains(list[0].Message, "2 lines, £3.00 in all") ||
		list[0].Position.Line != 2 || !strings.Contains(list[1].Hint, `"East"`) {
		t.Errorf("%v", list)
	}
}

// TestEvidenceOfTheYear: what the lines above the header and the dates say.
func TestEvidenceOfTheYear(t *testing.T) {
	for _, c := range []struct {
		name, text string
		year       int
		last       int
	}{
		{"a title", "Outturn 2024/25\ncost_centre,amount\nW1,1.00\n", 2024, 0},
		{"nothing", "cost_centre,amount\nW1,1.00\n", 0, 0},
		{"a column of years", "cost_centre,fin year,amount\nW1,2024/25,1.00\nW2,2024/25,1.00\n", 2024, 0},
		{"months by name", "cost_centre,month,amount\nW1,April,1.00\nW2,October,1.00\n", 0, 7},
		{"days of invoices", "cost_centre,posted,amount\nW1,03/04/2025,1.00\nW2,30/06/2025,1.00\n", 2025, 3},
		{"dates to December", "cost_centre,date,amount\nW1,01/05/2025,1.00\nW1,24/12/2025,1.00\nW1,2/12/2025,1.00\n", 2025, 9},
	} {
		spec := ledgerOf("cost_centre", "amount")
		if strings.Contains(c.text, ",date,") {
			spec.Columns["date"] = "date"
		}
		e := readAs(t, spec, []byte(c.text), Reading{}).Evidence
		if int(e.Year) != c.year || e.Last != c.last {
			t.Errorf("%s: %+v; want %d and month %d", c.name, e, c.year, c.last)
		}
	}
}

func TestUnitsOfALedger(t *testing.T) {
	for header, want := range map[string]string{"amount": "", "amount £": "", "amount (£000)": "amount (£000)", "amount £m": "amount £m"} {
		spec := ledgerOf("cost_centre")
		spec.Columns["amount"] = header
		out := readAs(t, spec, []byte("cost_centre,"+header+"\nW1,5.00\n"), Reading{})
		if out.Units != want {
			t.Errorf("%q: %q, want %q", header, out.Units, want)
		}
	}
}

// TestReadEndsWithItsContext: nothing half read comes back.
func TestReadEndsWithItsContext(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	spec := ledgerOf("cost_centre", "amount")
	rules, _ := classify.Compile(finance.Spec{Ledgers: []finance.LedgerSpec{spec}})
	out, err := Read(ctx, fstest.MapFS{spec.File: {Data: []byte("cost_centre,amount\nW1,5.00\n")}}, &spec, rules, Reading{})
	if out != nil || !errors.Is(err, context.Canceled) {
		t.Errorf("%+v, %v", out, err)
	}
}
