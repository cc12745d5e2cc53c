package account

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"apr/finance"
	"apr/finance/internal/ledgertest"
	"apr/finance/ledger"
)

// reviewCodes are the codes of what is found when a ledger's lines are held against each other and
// against what apr.yaml says of it.
var reviewCodes = []string{finance.CodeTotalAbove, finance.CodeRepeated, finance.CodeCumulative, finance.CodeMayRepeat, finance.CodeBelowNought,
	finance.CodeLedgerSays, finance.CodeMappingName, finance.CodeUnusedRule, finance.CodeUnspent, finance.CodeOtherYear, finance.CodeImplausible}

// reviewed are the codes that were found, in order, each as often as it was, but for the
// set-aside that none of these ledgers has.
func reviewed(t *testing.T, spec finance.Spec, files ...string) (codes string, messages []string) {
	t.Helper()
	a, err := compute(t.Context(), ledgertest.Files(files...), spec, ledger.Reading{})
	if err != nil {
		t.Fatal(err)
	}
	var found []string
	for _, p := range slices.Concat(a.Problems, a.Doubts) {
		if slices.Contains(reviewCodes, p.Code) && p.About != "set-aside" {
			found, messages = append(found, p.Code), append(messages, p.Message+" | "+p.Hint)
		}
	}
	slices.Sort(found)
	return strings.Join(found, " "), messages
}

const dated = "CC,Name,Account,Date,Budget,Actual\n"

var datedColumns = map[string]string{"cost_centre": "CC", "description": "Name", "account": "Account", "date": "Date", "plan": "Budget", "amount": "Actual"}

// quarters are lines of a cost centre: an account each quarter, with amounts that differ.
func quarters(code string, accounts int) string {
	var b strings.Builder
	for n := range accounts {
		for q, day := range []string{"30/06/2025", "30/09/2025", "31/12/2025", "31/03/2026"} {
			amount := (n+1)*1000000 + (q*37)%5*10000 + n*333 + len(code)
			fmt.Fprintf(&b, "%s,Care,%d,%s,%s,%s\n", code, 1000+n, day, finance.Money(amount+500), finance.Money(amount))
		}
	}
	return b.String()
}

// TestMoneyTwiceWithinALedger has what counts twice, and what only looks so.
func TestMoneyTwiceWithinALedger(t *testing.T) {
	block := quarters("E1", 3)
	plain := dated + quarters("C1", 3) + block + quarters("L1", 3)
	without := func(text string, column int) string { // a column less
		var lines []string
		for line := range strings.Lines(text) {
			lines = append(lines, strings.Join(slices.Delete(strings.Split(line, ","), column, column+1), ","))
		}
		return strings.Join(lines, "")
	}
	period := func(text string) string { // by month alone
		return strings.NewReplacer("Date", "Period", "30/06/2025", "3", "30/09/2025", "6", "31/12/2025", "9", "31/03/2026", "12").Replace(text)
	}
	reversed := strings.NewReplacer("31/03/2026,", "31/03/2026,-", "0/06/2025,", "0/06/2025,-", "30/09/2025,", "30/09/2025,-", "31/12/2025,", "31/12/2025,-").Replace(block)
	var back []string
	for line := range strings.Lines(reversed) {
		i := strings.LastIndexByte(line, ',')
		back = append(back, line[:i+1]+"-"+line[i+1:])
	}
	var rent, payroll strings.Builder // the same payments each month; each employee's pay by grade
	for month := 4; month <= 15; month++ {
		for n := range 12 {
			fmt.Fprintf(&rent, "H%d,Rent,2000,28/%02d/%d,0.00,%d.00\n", n, (month-1)%12+1, 2025+month/13, 500+n)
		}
	}
	for range 3 {
		for n := range 8 {
			fmt.Fprintf(&payroll, "P1,Pay,%d,28/04/2025,0.00,%d.00\n", 1000+n, 200+n)
		}
	}
	month := dated + rent.String() + "H0,Rent,2000,29/04/2025,0.00,10.00\n"
	sum := func(code string) string { // the row of a subtotal
		plan, total := finance.Money(0), finance.Money(0)
		for line := range strings.Lines(quarters(code, 3)) {
			f := strings.Split(strings.TrimSpace(line), ",")
			p, _ := finance.ParseMoney(f[4])
			m, _ := finance.ParseMoney(f[5])
			plan, total = plan+p, total+m
		}
		return fmt.Sprintf("%s,Care,,,%s,%s\n", code, plan, total)
	}
	for _, c := range []struct{ name, text, want string }{
		{"as it should be", plain, ""},
		{"a block pasted at the foot", plain + block, "repeated-lines"},
		{"a block pasted below itself", dated + quarters("C1", 3) + block + block + quarters("L1", 3), "repeated-lines"},
		{"a block with the other sign, and again", plain + strings.Join(back, "") + block, ""},
		{"four lines again", plain + strings.Join(strings.SplitAfter(block, "\n")[:4], ""), "may-repeat"},
		{"a block again, by month alone", period(plain + block), "may-repeat"},
		{"a block again, without dates", without(plain+block, 3), "may-repeat"},
		{"the same rents each month", month, ""},
		{"the same rents each month, without dates", without(month, 3), ""}, // each three times and more
		{"employees of one grade", plain + payroll.String(), ""},
		{"ten lines that are the same", plain + strings.Repeat("E9,Meals,1000,30/06/2025,0.00,12.00\n", 10), ""},
		{"a subtotal above its lines", dated + quarters("C1", 3) + sum("E1") + block, "total-above"},
		{"one above each cost centre", dated + sum("C1") + quarters("C1", 3) + sum("E1") + block, "total-above"},
		{"a row above that is a penny out", dated + strings.Replace(sum("E1"), ".", "9.", 1) + block, ""},
		{"an accrual without an account", dated + "E1,Care,,,1.00,250000.00\n" + block, ""},
		{"a row above one line alone", dated + quarters("C1", 3) + "E1,Care,,,5.00,7.00\nE1,Care,1000,30/06/2025,5.00,7.00\n", ""},
		{"lines that all lack their accounts", dated + "E1,Care,,,5.00,70.00\nE1,Care,,,2.00,30.00\nE1,Care,,,3.00,40.00\n" + quarters("C1", 3), ""},
	} {
		columns := datedColumns
		if !strings.Contains(c.text, "Date") {
			columns = map[string]string{"cost_centre": "CC", "description": "Name", "account": "Account", "plan": "Budget", "amount": "Actual"}
			if strings.Contains(c.text, "Period") {
				columns["period"] = "Period"
			}
		}
		spec := one(columns)
		spec.Limits = finance.Limits{FromPlan: 9999}
		if got, messages := reviewed(t, spec, spec.Ledgers[0].File, c.text); got != c.want {
			t.Errorf("%s: %q; want %q\n%s", c.name, got, c.want, strings.Join(messages, "\n"))
		}
	}
	spec := one(datedColumns)
	a, err := compute(t.Context(), ledgertest.Files(spec.Ledgers[0].File, plain+block), spec, ledger.Reading{})
	if err != nil {
		t.Fatal(err)
	}
	spec.Ledgers[0].ControlTotal = &a.Spend.Money
	if got, _ := reviewed(t, spec, spec.Ledgers[0].File, plain+block); got != "" {
		t.Errorf("the finance system has the lines twice as well: %s", got)
	}
	for _, p := range a.Problems {
		if want := "12 lines one below the other, £242,140.20 in all, are here a second time, with the same codes, dates, words and amounts: the same money counts twice"; p.Code == finance.CodeRepeated &&
			(p.Message != want || p.Position.Line != 38 || p.Related[0].Position.Line != 14) {
			t.Errorf("%v: %s; want line 38, of line 14: %s", p.Position, p.Message, want)
		}
	}
}

// TestAmountsThatGoBackToApril has columns to date, and others that grow.
func TestAmountsThatGoBackToApril(t *testing.T) {
	lines := func(head string, amounts ...int) string {
		text := strings.Replace(dated, "Actual", head, 1)
		days := []string{"30/06/2025", "30/09/2025", "31/12/2025", "31/03/2026"}
		for n := range 12 {
			for q, m := range amounts {
				text += fmt.Sprintf("C%d,Care,1000,%s,,%d.%02d\n", n, days[len(days)-len(amounts)+q], m*(n+1), n)
			}
		}
		return text
	}
	for _, c := range []struct{ name, head, text, want string }{
		{"to date", "Actual YTD", lines("Actual YTD", 100, 200, 310, 400), "cumulative"},
		{"cumulative, two quarters", "Cumulative actual", lines("Cumulative actual", 100, 200), "cumulative"},
		{"the last period alone", "YTD Actual", lines("YTD Actual", 400), ""},
		{"each period by itself under that head", "Actual to date", lines("Actual to date", 100, 95, 110, 90), ""},
		{"without a head that says so", "Actual", lines("Actual", 100, 200, 310, 400), "may-repeat"},
		{"amounts that grow by a little", "Actual", lines("Actual", 100, 104, 109, 115), ""},
		{"amounts up and down", "Actual", lines("Actual", 100, 90, 120, 110), ""},
	} {
		spec := one(map[string]string{"cost_centre": "CC", "account": "Account", "date": "Date", "amount": c.head})
		if got, messages := reviewed(t, spec, spec.Ledgers[0].File, c.text); got != c.want {
			t.Errorf("%s: %q; want %q\n%s", c.name, got, c.want, strings.Join(messages, "\n"))
		}
	}
}

// TestSignsAndUnitsOfCostCentres has cost centres against their plan.
func TestSignsAndUnitsOfCostCentres(t *testing.T) {
	centre := func(plan, amount float64) string {
		var b strings.Builder
		for q, day := range []string{"30/06/2025", "30/09/2025", "31/12/2025", "31/03/2026"} {
			fmt.Fprintf(&b, "X1,Centre,1000,%s,%.2f,%.2f\n", day, plan/4, amount/4+float64(q))
		}
		return b.String()
	}
	// eight are the quarters of two accounts, the second of which is so much further off.
	eight := func(plan, amount, further float64) string {
		var b strings.Builder
		for i, day := range []string{"30/06/2025", "30/09/2025", "31/12/2025", "31/03/2026"} {
			fmt.Fprintf(&b, "X1,Centre,1000,%s,%.2f,%.2f\nX1,Centre,2000,%[1]s,%.2[2]f,%.2f\n", day, plan/8, amount/8*(1-further)+float64(i), amount/8*(1+further)+float64(3*i))
		}
		return b.String()
	}
	toDateOf := func(parts ...float64) string {
		var b strings.Builder
		for q, day := range []string{"30/06/2025", "30/09/2025", "31/12/2025", "31/03/2026"} {
			fmt.Fprintf(&b, "X1,Centre,1000,%s,50000.00,%.2f\n", day, 50000*parts[q])
		}
		return b.String()
	}
	rest := quarters("C1", 30)
	for _, c := range []struct{ name, text, want string }{
		{"as planned", centre(20000, 21000) + rest, ""},
		{"turned round", centre(20000, -21000) + rest, "implausible"},
		{"income, planned as such", centre(-20000, -21000) + rest, ""},
		{"an accrual that was too large", centre(20000, -900) + rest, ""},
		{"more income than spending", centre(20000, -90000) + rest, ""},
		{"in thousands", centre(4000000, 4010) + rest, "implausible"},
		{"a plan in thousands", centre(20100, 20100000) + rest, "implausible"},
		{"a small plan in thousands", centre(5640, 5700000) + rest, "implausible"},
		{"pence", centre(20000, 2010000) + rest, "implausible"},
		{"a nominal plan", centre(800, 9000) + rest, ""},
		{"little of a reserve spent", centre(400000, 4000) + rest, ""},
		{"one line lost its point", strings.Replace(centre(200000, 200000), "50003.00", "5000300", 1) + rest, "implausible"},
		{"one line is large, and was planned", strings.Replace(centre(200000, 200000), "50000.00,50003.00", "5000000.00,5000300.00", 1) + rest, ""},
		{"one line of little weight with a nominal plan", "X1,Centre,2000,30/06/2025,100.00,9000.00\n" + centre(200000, 200000) + rest, ""},
		{"an overspend", centre(200000, 900000) + rest, ""},
		{"a small amount at ten times", centre(20000, 200000) + rest, ""},
		{"each line ten times its plan", eight(20000, 200000, 0) + rest, "implausible"},
		{"each line a tenth of its plan", eight(200000, 20000, 0) + rest, "implausible"},
		{"each line three times its plan", eight(20000, 60000, 0) + rest, ""},
		{"ten times, and not alike", eight(20000, 200000, 0.4) + rest, ""},
		{"a tenth, and not alike", eight(200000, 20000, 0.4) + rest, ""},
		{"a tenth of little", eight(20000, 2000, 0) + rest, ""},
		{"a tenth where others are off as well", eight(200000, 20000, 0) + strings.ReplaceAll(eight(2e6, 2e5, 0.4), "X1", "X2") + strings.ReplaceAll(eight(2e5, 1.5e6, 0.2), "X1", "X3") + rest, ""},
		{"to date", toDateOf(1, 2, 3, 4) + rest, "implausible"},
		{"grows by itself", toDateOf(.4, .8, 1.2, 1.6) + rest, ""},
		{"a new service that is overspent", toDateOf(.2, .8, 1.6, 4.4) + rest, ""},
		{"little of it spent", centre(400000, 9000) + rest, ""},
		{"nothing of it spent", centre(400000, -6) + rest, ""},
		{"a small one", centre(900, -900) + rest, ""},
		{"no plan", centre(0, -21000) + rest, ""},
		{"one line of an adjustment", "X1,Centre,1000,31/03/2026,20000.00,-21000.00\n" + rest, ""},
	} {
		spec := one(datedColumns)
		spec.Limits = finance.Limits{FromPlan: 9999}
		if got, messages := reviewed(t, spec, spec.Ledgers[0].File, dated+c.text); got != c.want {
			t.Errorf("%s: %q; want %q\n%s", c.name, got, c.want, strings.Join(messages, "\n"))
		}
	}
}

// TestLedgersBelowNought has whole ledgers below nought.
func TestLedgersBelowNought(t *testing.T) {
	const head, planned = "CC,Amount\n", "CC,Budget,Amount\n"
	ledgers := func(columns map[string]string, partners ...string) finance.Spec {
		spec := finance.Spec{Year: 2025}
		for i, p := range partners {
			spec.Ledgers = append(spec.Ledgers, finance.LedgerSpec{File: fmt.Sprintf("%d.csv", i), Partner: p, Columns: columns})
		}
		return spec
	}
	amounts := map[string]string{"cost_centre": "CC", "amount": "Amount"}
	plans := map[string]string{"cost_centre": "CC", "amount": "Amount", "plan": "Budget"}
	for _, c := range []struct {
		name       string
		spec       finance.Spec
		files      []string
		want, hint string
	}{
		{"above", ledgers(amounts, "A"), []string{"0.csv", head + "A1,10.00\nA2,-5.00\n"}, "", ""},
		{"below", ledgers(amounts, "A", "B"), []string{"0.csv", head + "A1,-10.00\nA2,-5.00\n", "1.csv", head + "A1,90.00\n"}, "below-nought", "their signs seem to be turned round"},
		{"a few large credits", ledgers(amounts, "A", "B"), []string{"0.csv", head + "A1,-100.00\nA2,5.00\nA3,5.00\n", "1.csv", head + "A1,900.00\n"}, "below-nought", "below nought | export"},
		{"a file of income", ledgers(amounts, "A", "A"), []string{"0.csv", head + "A1,-10.00\nA2,-5.00\n", "1.csv", head + "A1,90.00\n"}, "implausible", "see whether it holds income alone"},
		{"a file of income, planned as such", ledgers(plans, "A", "A"), []string{"0.csv", planned + "A1,-9.00,-10.00\n", "1.csv", planned + "A1,90.00,90.00\n"}, "implausible", "see whether it holds income alone"},
		{"a file that was planned above", ledgers(plans, "A", "A"), []string{"0.csv", planned + "A1,9.00,-10.00\n", "1.csv", planned + "A1,90.00,90.00\n"}, "below-nought", ""},
		{"a plan below", ledgers(plans, "A"), []string{"0.csv", planned + "A1,-9.00,10.00\n"}, "below-nought", "the plan of the ledger 0.csv comes to −£9.00"},
		{"debit and credit", ledgers(map[string]string{"cost_centre": "CC", "debit": "Credit", "credit": "Debit"}, "A"), []string{"0.csv", "CC,Debit,Credit\nA1,10.00,0.00\nA2,5.00,0.00\n"}, "below-nought", `debit is read from "Credit" and credit from "Debit"`},
	} {
		got, messages := reviewed(t, c.spec, c.files...)
		if got != c.want || !strings.Contains(strings.Join(messages, "\n"), c.hint) {
			t.Errorf("%s: %q; want %q with %q\n%s", c.name, got, c.want, c.hint, strings.Join(messages, "\n"))
		}
	}
}

// TestWhatALedgerSaysOfItself has heads, first lines and names of files.
func TestWhatALedgerSaysOfItself(t *testing.T) {
	lines := func(head string) string {
		return "CC,Date,Budget 2025/26,Budget 2024/25," + head + "\n" + strings.Repeat("Forecasting team,30/06/2025,1.00,2.00,3.00\nC2,31/03/2026,4.00,5.00,6.00\n", 10)
	}
	for _, c := range []struct {
		name, file, head, plan, above string
		kind                          finance.Kind
		want                          string
	}{
		{"this year's", "l.csv", "Actual 2025/26", "Budget 2025/26", "", "", ""},
		{"last year's, whatever the dates", "l.csv", "Actual 2024/25", "Budget 2025/26", "", "", "other-year"},
		{"last year's in short", "l.csv", "24/25 Actual", "Budget 2025/26", "", "", "other-year"},
		{"last year's plan", "l.csv", "Actual", "Budget 2024/25", "", "", "other-year"},
		{"both years", "l.csv", "Actual 2025/26 in prices of 2024/25", "Budget 2025/26", "", "", ""},
		{"the day of a report", "l.csv", "Actual at 30/04/2026", "Budget 2025/26", "", "", ""},
		{"a forecast", "l.csv", "Forecast Outturn P12", "Budget 2025/26", "", "", "ledger-says"},
		{"a projection", "l.csv", "Projected spend", "Budget 2025/26", "", "", "ledger-says"},
		{"a forecast that came true", "l.csv", "Forecast Outturn P12", "Budget 2025/26", "", finance.Actual, ""},
		{"an outturn", "l.csv", "Final Outturn", "Budget 2025/26", "", "", ""},
		{"actual and forecast", "l.csv", "Actual (was forecast)", "Budget 2025/26", "", "", ""},
		{"another partner's first line", "l.csv", "Actual", "Budget 2025/26", "Moor Council - general ledger", "", "ledger-says"},
		{"its own first line, with the other's name", "l.csv", "Actual", "Budget 2025/26", "NHS Glen: paid to Moor Council", "", ""},
		{"another partner's file", "moor_council-ledger.csv", "Actual", "Budget 2025/26", "", "", "ledger-says"},
		{"what it paid to the other", "nhs-glen-to-moor-council.csv", "Actual", "Budget 2025/26", "", "", ""},
		{"a place with such a name", "moor-road.csv", "Actual", "Budget 2025/26", "Moor Road", "", ""},
	} {
		text := lines(c.head)
		if c.above != "" {
			text = c.above + "\n" + text
		}
		spec := finance.Spec{Year: 2025, Ledgers: []finance.LedgerSpec{
			{File: c.file, Partner: "NHS Glen", Kind: c.kind, Columns: map[string]string{"cost_centre": "CC", "date": "Date", "amount": c.head, "plan": c.plan}},
			{File: "o.csv", Partner: "Moor Council", Columns: map[string]string{"cost_centre": "CC", "amount": "Amount"}}}}
		spec.Limits = finance.Limits{FromPlan: 9999}
		if got, messages := reviewed(t, spec, c.file, text, "o.csv", "CC,Amount\nC1,1.00\n"); got != c.want {
			t.Errorf("%s: %q; want %q\n%s", c.name, got, c.want, strings.Join(messages, "\n"))
		}
	}
}

// TestMissingMonths has months from 1 for April, and how many lines there are.
func TestMissingMonths(t *testing.T) {
	for _, c := range []struct {
		seen  []int
		lines int
		want  []int
	}{
		{[]int{3, 6, 9, 12}, 400, nil},
		{[]int{3, 9, 12}, 400, []int{6}},
		{[]int{6, 9, 12}, 400, []int{3}},
		{[]int{3, 12}, 400, nil}, // half a year and a year?
		{[]int{6, 12}, 400, nil},
		{[]int{1, 2, 3, 4, 5, 7, 8, 9, 10, 11, 12}, 400, []int{6}},
		{[]int{1, 2, 3, 4, 5, 7, 8, 9, 10, 11, 12}, 100, nil}, // few lines
		{[]int{2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12}, 400, []int{1}},
		{[]int{1, 2, 3, 4, 5, 6, 7, 8, 9}, 400, nil}, // stops early, which is reported by itself
		{[]int{1, 4, 6, 11, 12}, 400, nil},           // when payments come
		{[]int{2, 5, 8, 11}, 400, nil},               // quarters from May
		{[]int{1, 2, 3, 7, 8, 9, 10, 11, 12}, 400, []int{4, 5, 6}},
		{[]int{12}, 400, nil},
		{[]int{1, 3, 4, 6, 7, 9, 10, 12}, 400, nil}, // quarters, and rent in advance
		{[]int{2, 3, 5, 6, 8, 9, 11, 12}, 400, nil}, // the same at the quarter days of Scotland
		{[]int{1, 3, 4, 6, 7, 8, 9, 10, 11, 12}, 400, []int{2, 5}},
	} {
		var seen uint32
		for _, m := range c.seen {
			seen |= 1 << m
		}
		if got := missingMonths(seen, c.lines); !slices.Equal(got, c.want) {
			t.Errorf("%v in %d lines: %v; want %v", c.seen, c.lines, got, c.want)
		}
	}
	spec := one(datedColumns)
	var kept []string
	for line := range strings.Lines(dated + quarters("C1", 60)) {
		if !strings.Contains(line, "30/09/2025") {
			kept = append(kept, line)
		}
	}
	a, err := compute(t.Context(), ledgertest.Files(spec.Ledgers[0].File, strings.Join(kept, "")), spec, ledger.Reading{})
	if got := doubts(a, finance.CodeMonthsMissing); err != nil || len(got) != 1 || !strings.HasSuffix(got[0], "are of June, December and March of 2025/26, and none is of September") {
		t.Error(err, got)
	}
}

// TestRulesThatDecideNothing has rules that a wider one above takes all lines from.
func TestRulesThatDecideNothing(t *testing.T) {
	rule := func(code string, r finance.Rule) finance.Rule {
		r.When = map[string]string{"cost_centre": code}
		return r
	}
	north, south := finance.Rule{Locality: "North"}, finance.Rule{Locality: "South"}
	for _, c := range []struct {
		name  string
		rules []finance.Rule
		want  string
	}{
		{"a wider one above", []finance.Rule{rule("*", north), rule("C2", south)}, "unused-rule"},
		{"a wider one below", []finance.Rule{rule("C2", south), rule("*", north)}, ""},
		{"one for what is left, of which there is nothing", []finance.Rule{rule("C1", north), rule("C2|D1", south), rule("*", north)}, ""},
		{"one that says the same", []finance.Rule{rule("*", north), rule("C2", north)}, ""},
		{"one that says something else too", []finance.Rule{rule("*", north), rule("C2", finance.Rule{Locality: "South", Service: "S"})}, ""},
		{"one with the same lines", []finance.Rule{rule("C2", north), rule("C2*", south), rule("*", north)}, ""},
		{"an exclusion above", []finance.Rule{rule("C*", finance.Rule{Exclude: "theirs"}), rule("C2", finance.Rule{Matter: "4(2)(b)"})}, "unused-rule"},
	} {
		spec := one(map[string]string{"cost_centre": "CC", "amount": "Amount"})
		spec.Localities, spec.Rules = []string{"North", "South"}, c.rules
		if got, messages := reviewed(t, spec, spec.Ledgers[0].File, "CC,Amount\nC1,1.00\nC2,2.00\nD1,3.00\n"); got != c.want {
			t.Errorf("%s: %q; want %q\n%s", c.name, got, c.want, strings.Join(messages, "\n"))
		}
	}
}

// TestCostCentresMappedOtherwiseThanNamed has names against what they are mapped to.
func TestCostCentresMappedOtherwiseThanNamed(t *testing.T) {
	for _, c := range []struct {
		partner, name string
		matter        finance.Matter
		locality      string
		want          string
	}{
		{"NHS Glen", "GP prescribing", finance.OtherHealth, "", ""},
		{"NHS Glen", "GP prescribing", finance.OtherSocialCare, "", "mapping-name"},
		{"NHS Glen", "Community hospital", finance.OtherHealth, "", ""}, // health care, one or the other
		{"NHS Glen", "Resource transfer", finance.CareHome, "", ""},
		{"NHS Glen", "Learning disability team", finance.OtherSocialCare, "", ""}, // a council has such too
		{"Moor Council", "Care at home", finance.OtherHealth, "", "mapping-name"},
		{"Moor Council", "Care at home", finance.UnpaidCarers, "", ""},
		{"Moor Council", "Alcohol and drug team", finance.OtherHealth, "", ""},
		{"Glen Trust", "GP prescribing", finance.OtherSocialCare, "", ""}, // what body is it?
		{"Moor Council", "Care at home, north", finance.OtherSocialCare, "South Moor", "mapping-name"},
		{"Moor Council", "Care at home, north", finance.OtherSocialCare, "North Moor", ""},
		{"Moor Council", "Care at home (North Moor)", finance.OtherSocialCare, "South Moor", "mapping-name"},
		{"Moor Council", "Care at home, North Street", finance.OtherSocialCare, "South Moor", ""},
		{"Moor Council", "Northfield day centre", finance.OtherSocialCare, "South Moor", ""},
		{"Moor Council", "North Berwick day centre", finance.OtherSocialCare, "South Moor", ""},
		{"Moor Council", "Moor, south", finance.OtherSocialCare, "South Moor", ""},
		{"Moor Council", "Care at home, north, south", finance.OtherSocialCare, "South Moor", ""},
		{"Moor Council", "Care at home, Moor", finance.OtherSocialCare, "South Moor", ""},
	} {
		spec := one(map[string]string{"cost_centre": "CC", "description": "Name", "amount": "Amount"})
		spec.Ledgers[0].Partner = c.partner
		spec.Localities = []string{"North Moor", "South Moor"}
		spec.Rules = []finance.Rule{{When: map[string]string{"cost_centre": "C1"}, Matter: c.matter, Locality: c.locality}}
		if got, messages := reviewed(t, spec, spec.Ledgers[0].File, fmt.Sprintf("CC,Name,Amount\nC1,%q,1.00\nC1,%q,2.00\n", c.name, c.name)); got != c.want {
			t.Errorf("%s, %s, %s %s: %q; want %q\n%s", c.partner, c.name, c.matter, c.locality, got, c.want, strings.Join(messages, "\n"))
		}
	}
}

// TestSharedAndSetAside has cost centres whose names say of which locality or money they
// are, and money that can't be set aside or is left out without a reason.
func TestSharedAndSetAside(t *testing.T) {
	for _, c := range []struct {
		partner, name string
		rule          finance.Rule
		want          string
	}{
		{"Moor Council", "Social work teams, south", finance.Rule{Apportion: "population"}, "mapping-name"},
		{"Moor Council", "Social work teams (South Moor)", finance.Rule{Apportion: "population"}, "mapping-name"},
		{"Moor Council", "Social work teams", finance.Rule{Apportion: "population"}, ""},
		{"Moor Council", "Social work teams, north and south", finance.Rule{Apportion: "population"}, ""},
		{"Moor Council", "Social work teams, North Street", finance.Rule{Apportion: "population"}, ""},
		{"Moor Council", "Social work teams, Moor", finance.Rule{Apportion: "population"}, ""},
		{"Moor Council", "Catering, central", finance.Rule{Apportion: "population"}, ""},
		{"Moor Council", "Care homes", finance.Rule{Matter: finance.CareHome, Funding: finance.SetAside}, "mapping-name"},
		{"Moor Council", "Care homes", finance.Rule{Matter: finance.CareHome, Funding: finance.Delegated}, ""},
		{"Moor Council", "Hospital social work, set aside", finance.Rule{Matter: finance.OtherSocialCare, Funding: finance.Delegated}, ""},
		{"NHS Glen", "Acute wards", finance.Rule{Matter: finance.Inpatient, Funding: finance.SetAside}, ""},
		{"NHS Glen", "Emergency department", finance.Rule{Matter: finance.OtherHealth, Funding: finance.SetAside}, ""},
		{"NHS Glen", "Home support", finance.Rule{Matter: finance.OtherSocialCare, Funding: finance.SetAside}, "mapping-name"},
		{"NHS Glen", "Emergency department, set aside", finance.Rule{Matter: finance.OtherHealth, Funding: finance.Delegated}, "mapping-name"},
		{"NHS Glen", "Emergency department", finance.Rule{Matter: finance.OtherHealth, Funding: finance.Delegated, Service: "Emergency department (set-aside)"}, "mapping-name"},
		{"NHS Glen", "Emergency department, set aside", finance.Rule{Matter: finance.OtherHealth, Funding: finance.SetAside}, ""},
		{"NHS Glen", "Wards that aren't large hospitals', non set-aside", finance.Rule{Matter: finance.Inpatient, Funding: finance.Delegated}, ""},
		{"NHS Glen", "Wards excluding set aside", finance.Rule{Matter: finance.Inpatient, Funding: finance.Delegated}, ""},
		{"Glen Trust", "Care homes", finance.Rule{Matter: finance.CareHome, Funding: finance.Delegated}, ""},
		{"NHS Glen", "Dental", finance.Rule{Exclude: "TBC"}, "mapping-name"},
		{"NHS Glen", "Dental", finance.Rule{Exclude: "tbc with finance"}, "mapping-name"},
		{"NHS Glen", "Dental", finance.Rule{Exclude: "???"}, "mapping-name"},
		{"NHS Glen", "Dental", finance.Rule{Exclude: "yes"}, "mapping-name"},
		{"NHS Glen", "Dental", finance.Rule{Exclude: "not delegated"}, ""},
		{"NHS Glen", "Dental", finance.Rule{Exclude: "none of it is delegated"}, ""},
		{"NHS Glen", "Dental", finance.Rule{Exclude: "HRA"}, ""},
		{"NHS Glen", "Dental", finance.Rule{Exclude: "Set aside, another board's"}, ""},
	} {
		spec := one(map[string]string{"cost_centre": "CC", "description": "Name", "amount": "Amount"})
		spec.Ledgers[0].Partner = c.partner
		spec.Localities = []string{"North Moor", "South Moor", "Central Moor"}
		spec.Apportions = []finance.Apportionment{{Name: "population", Shares: []finance.Share{{Locality: "North Moor", PPM: 400_000}, {Locality: "South Moor", PPM: 600_000}}}}
		c.rule.When = map[string]string{"cost_centre": "C1"}
		spec.Rules = []finance.Rule{c.rule}
		if got, messages := reviewed(t, spec, spec.Ledgers[0].File, fmt.Sprintf("CC,Name,Amount\nC1,%q,1.00\nC1,%q,2.00\n", c.name, c.name)); got != c.want {
			t.Errorf("%s, %s, %+v: %q; want %q\n%s", c.partner, c.name, c.rule, got, c.want, strings.Join(messages, "\n"))
		}
	}
}

// TestCostCentresWithTheSameLines has the lines of a cost centre again under another code.
func TestCostCentresWithTheSameLines(t *testing.T) {
	lines := func(code, name, account string, amounts ...float64) string {
		var b strings.Builder
		for i, a := range amounts {
			fmt.Fprintf(&b, "%s,%q,%s,%s,10.00,%.2f\n", code, name, account, []string{"30/06/2025", "30/09/2025", "31/12/2025", "31/03/2026"}[i%4], a)
		}
		return b.String()
	}
	all := []float64{10.11, 9.32, 11.53, 12.74, 8.95, 10.16, 9.87, 13.08}
	first := lines("E110", "Care at home, north", "1000", all...)
	changed := slices.Clone(all)
	changed[3]++
	for _, c := range []struct{ name, text, want string }{
		{"recoded", first + lines("E115", "Care at home, north", "1000", all...), "may-repeat"},
		{"recoded, and written otherwise", first + lines("E115", "Care at Home, North", "1000", all...), "may-repeat"},
		{"another amount", first + lines("E115", "Care at home, north", "1000", changed...), ""},
		{"other accounts", first + lines("E115", "Care at home, north", "2000", all...), ""},
		{"split in two", first + lines("E120", "Care at home, south", "1000", all...), ""},
		{"equal payments", lines("P1", "Care home", "1000", 9, 9, 9, 9, 9, 9, 9, 9) + lines("P2", "Care home", "1000", 9, 9, 9, 9, 9, 9, 9, 9), ""},
		{"a few lines", lines("P1", "Care home", "1000", 9, 8, 7, 6) + lines("P2", "Care home", "1000", 9, 8, 7, 6), ""},
		{"taken over in the year", lines("E110", "Care at home", "1000", all[:6]...) + lines("E115", "Care at home", "1000", changed...), ""},
	} {
		spec := one(datedColumns)
		spec.Limits = finance.Limits{FromPlan: 9999}
		if got, messages := reviewed(t, spec, spec.Ledgers[0].File, dated+c.text); got != c.want {
			t.Errorf("%s: %q; want %q\n%s", c.name, got, c.want, strings.Join(messages, "\n"))
		}
	}
}

// TestBudgetsInLinesOfTheirOwn has budgets and actuals as separate records.
func TestBudgetsInLinesOfTheirOwn(t *testing.T) {
	record := func(code, plan, amount string) string {
		return strings.Repeat(code+",Care,1000,30/06/2025,"+plan+","+amount+"\n", 4)
	}
	for _, c := range []struct{ name, text, want string }{
		{"each with its actual", record("C1", "10.00", "") + record("C1", "", "10.50") + record("C2", "10.00", "") + record("C2", "", "9.10"), ""},
		{"one centre without", record("C1", "10.00", "") + record("C1", "", "20.50") + record("C2", "10.00", ""), "implausible"},
		{"none with", record("C1", "10.00", "") + record("C2", "10.00", ""), "implausible"},
		{"others have both", record("C1", "10.00", "19.00") + record("C2", "10.00", ""), "implausible"},
	} {
		spec := one(datedColumns)
		spec.Limits = finance.Limits{FromPlan: 9999}
		if got, messages := reviewed(t, spec, spec.Ledgers[0].File, dated+c.text); got != c.want {
			t.Errorf("%s: %q; want %q\n%s", c.name, got, c.want, strings.Join(messages, "\n"))
		}
	}
}

// TestServicesByTheirLetters has two services that differ by letter case alone.
func TestServicesByTheirLetters(t *testing.T) {
	spec := one(map[string]string{"cost_centre": "CC", "amount": "Amount"})
	spec.Rules = []finance.Rule{
		{When: map[string]string{"cost_centre": "C1"}, Service: "Care homes"},
		{When: map[string]string{"cost_centre": "C2"}, Service: "Care Homes"},
		{When: map[string]string{"cost_centre": "C3"}, Service: "Care home visits"}}
	a, err := compute(t.Context(), ledgertest.Files(spec.Ledgers[0].File, "CC,Amount\nC1,1.00\nC2,2.00\nC3,4.00\n"), spec, ledger.Reading{})
	if err != nil || len(a.Services) != 2 || a.Services[0].ID != "Care homes" || a.Services[0].Spend.Money != 300 {
		t.Errorf("%+v, %v; want Care homes with £3.00 and one more", a.Services, err)
	}
}

// TestLinesWithAPlanAlone has a line that lost its amount, and lines of budgets.
func TestLinesWithAPlanAlone(t *testing.T) {
	lost := "C1,Care,1000,30/06/2025,10.00,\n"
	for lines, want := range map[string]string{
		quarters("C1", 20) + lost:                    "unspent",
		quarters("C1", 5) + lost:                     "", // too few to say
		quarters("C1", 20) + strings.Repeat(lost, 3): "",
	} {
		spec := one(datedColumns)
		if got, messages := reviewed(t, spec, spec.Ledgers[0].File, dated+lines); got != want {
			t.Errorf("%d bytes: %q; want %q\n%s", len(lines), got, want, strings.Join(messages, "\n"))
		}
	}
}
