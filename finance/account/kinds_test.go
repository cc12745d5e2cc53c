package account

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"

	"apr/finance"
	"apr/finance/internal/ledgertest"
	"apr/finance/ledger"
	"apr/internal/source"
)

// said are the messages with a code, joined, and the problem of the first.
func said(t *testing.T, spec finance.Spec, code string, files ...string) (all string, first *source.Problem) {
	t.Helper()
	a, err := compute(t.Context(), ledgertest.Files(files...), spec, ledger.Reading{})
	if err != nil {
		t.Fatal(err)
	}
	var list []string
	for _, p := range slices.Concat(a.Problems, a.Doubts) {
		if p.Code == code && p.About != "set-aside" {
			if list = append(list, p.Message); first == nil {
				first = p
			}
		}
	}
	return strings.Join(list, "\n"), first
}

// A kindCase is a ledger and the words that are said of it, or "" for none.
type kindCase struct{ name, text, want string }

func checkKinds(t *testing.T, columns map[string]string, code string, cases []kindCase) {
	t.Helper()
	for _, c := range cases {
		spec := one(columns)
		spec.Limits = finance.Limits{FromPlan: 9999}
		got, _ := said(t, spec, code, spec.Ledgers[0].File, c.text)
		if (got == "") != (c.want == "") || !strings.Contains(got, c.want) {
			t.Errorf("%s: %q; want %q", c.name, got, c.want)
		}
	}
}

var yearEnds = []string{"30/06/2025", "30/09/2025", "31/12/2025", "31/03/2026"}

// centre are lines of a cost centre with three accounts in each of some quarters, of about
// £20,000 each.
func centre(code, name string, quarters ...int) string {
	var b strings.Builder
	for n := range 3 {
		for _, q := range quarters {
			plan := 20_000_00 + n*1000_00
			fmt.Fprintf(&b, "%s,\"%s\",%d,%s,%s,%s\n", code, name, 5000+n, yearEnds[q], finance.Money(plan), finance.Money(plan+(q*7+n*3+len(name))*101-5_03))
		}
	}
	return b.String()
}

// others are so many whole cost centres.
func others(n int) string {
	var b strings.Builder
	for i := range n {
		b.WriteString(centre(fmt.Sprintf("B%d", 10+i), fmt.Sprintf("Community team %c", 'A'+i), 0, 1, 2, 3))
	}
	return b.String()
}

// A quarter of one cost centre that was lost is told; a service that began in the year, ran
// in term time or comes when it comes has lost nothing.
func TestCostCentreWithoutAQuarter(t *testing.T) {
	monthly := func(skip func(centre, month int) bool, names ...string) string {
		var b strings.Builder
		b.WriteString(dated)
		for c, name := range names {
			for m := 1; m <= 12; m++ {
				for n := range 2 {
					if !skip(c, m) {
						fmt.Fprintf(&b, "M%d,%s,%d,15/%02d/%d,1000.00,%d.17\n", c, name, 4000+n, (m+2)%12+1, 2025+m/10, 900+m*n+c)
					}
				}
			}
		}
		return b.String()
	}
	names := []string{"Rowan", "Alder", "Birch", "Willow", "Hazel", "Elm", "Larch"}
	checkKinds(t, datedColumns, finance.CodeMonthsMissing, []kindCase{
		{"whole", dated + others(8), ""},
		{"the last quarter", dated + others(8) + centre("D40", "Day opportunities", 0, 1, 2), "the cost centre Day opportunities (D40) of Council has lines in June, September and December of 2025/26, £189,200.16 in all, and none in March, in which 8 of the 8 others have some"},
		{"one between", dated + others(8) + centre("D40", "Day opportunities", 0, 2, 3), "and none in September"},
		{"a new service", dated + others(8) + centre("D40", "Hospital at home", 2, 3), ""},
		{"one that begins in autumn", dated + others(8) + centre("D40", "Hospital at home", 1, 2, 3), ""},
		{"term time", dated + others(8) + centre("D40", "School nursing", 0, 2, 3), ""},
		{"by its name", dated + others(8) + centre("D40", "Winter beds", 2, 3) + centre("D41", "Warm spaces (winter)", 0, 2, 3), ""},
		{"closed in the year", dated + others(8) + centre("D40", "Muir ward (closed December 2025)", 0, 1, 2), ""},
		{"two quarters", dated + others(8) + centre("D40", "Training", 0, 3), ""},
		{"a single line each quarter", dated + others(8) + "D40,Rent,1,30/06/2025,9000000.00,9000000.00\nD40,Rent,1,30/09/2025,9000000.00,9000000.00\nD40,Rent,1,31/12/2025,9000000.00,9000000.00\n", ""},
		{"small sums", dated + others(8) + strings.ReplaceAll(centre("D40", "Stamps", 0, 1, 2), "000.00", ".00"), "D40"},
		{"a few cost centres", dated + others(3) + centre("D40", "Day opportunities", 0, 1, 2), ""},
		{"a month", monthly(func(c, m int) bool { return c == 4 && m == 7 }, names...), "the cost centre Hazel (M4) of Council has lines in April, May, June, July, August, September, November, December, January, February and March of 2025/26"},
		{"a quarter of months", monthly(func(c, m int) bool { return c == 4 && m >= 7 && m <= 9 }, names...), "none in October, November and December, in which 6 of the 6 others"},
		{"months here and there", monthly(func(c, m int) bool { return c == 4 && m%5 == 2 }, names...), ""},
		{"the others lack it too", monthly(func(c, m int) bool { return c >= 3 && m == 7 }, names...), ""},
	})
}

// With periods 1 to 11 and 13 the lines of March are missing, though the ledger's days reach
// the end of the year.
func TestPeriodsWithAGap(t *testing.T) {
	ledgerOf := func(head string, skip ...int) string {
		var b strings.Builder
		fmt.Fprintf(&b, "CC,Account,%s,Month End,Actual\n", head)
		for p := 1; p <= 13; p++ {
			if slices.Contains(skip, p) {
				continue
			}
			m := min(p, 12)
			for n := range 25 {
				fmt.Fprintf(&b, "C%d,%d,%d,28/%02d/%d,%d.00\n", n%5, 4000+n, p, (m+2)%12+1, 2025+m/10, 100+n*p)
			}
		}
		return b.String()
	}
	columns := map[string]string{"cost_centre": "CC", "account": "Account", "amount": "Actual"}
	const want = "the lines of Council are of the periods 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11 and 13 of 2025/26, and none is of period 12 (March)"
	for _, mapped := range []bool{false, true} {
		if mapped {
			columns = map[string]string{"cost_centre": "CC", "account": "Account", "amount": "Actual", "period": "Period"}
		}
		checkKinds(t, columns, finance.CodeMonthsMissing, []kindCase{
			{"whole", ledgerOf("Period"), ""},
			{"without adjustments", ledgerOf("Period", 13), ""},
			{"without March", ledgerOf("Period", 12), want},
		})
	}
	columns = map[string]string{"cost_centre": "CC", "account": "Account", "amount": "Actual"}
	checkKinds(t, columns, finance.CodeMonthsMissing, []kindCase{{"another number", ledgerOf("Band", 12), ""}, {"few", ledgerOf("Period", 2, 4, 5, 7, 9, 10, 12), ""}})
}

// A balance of another year isn't spend; an accrual that is reversed is.
func TestBalancesBroughtForward(t *testing.T) {
	columns := map[string]string{"cost_centre": "CC", "account": "Account", "account_description": "Account name", "amount": "Actual"}
	lines := func(more string) string {
		return "CC,Account,Account name,Actual\nA1,100,Salaries,1200.00\nA1,200,Supplies,300.00\n" + more
	}
	checkKinds(t, columns, finance.CodeLedgerSays, []kindCase{
		{"none", lines(""), ""},
		{"a balance", lines("A1,9900,Balance b/fwd 2024-25,40000.00\n"), `1 line is called "Balance b/fwd 2024-25", £40,000.00 in all, and counted: a balance that is brought or carried forward isn't spent in the year`},
		{"an opening balance", lines("A1,9900,Opening balance,40000.00\n"), "Opening balance"},
		{"brought forward alone", lines("A1,9900,Brought forward from 2024/25,40000.00\n"), "Brought forward"},
		{"carried forward takes it back", lines("A1,9900,Opening balance,40000.00\nA1,9901,Closing balance,-40000.00\n"), ""},
		{"an accrual that is reversed", lines("A1,100,Accruals brought forward,-210.00\nA1,100,Accruals b/fwd reversed,-30.00\n"), ""},
		{"care", lines("A1,300,Balance and falls clinic,500.00\nA1,301,Work brought forward from next year's plan,90.00\n"), ""},
	})
}

// What one partner pays over counts in both ledgers, unless a transfer or a rule says what it
// is or the other ledger has it as income.
func TestMoneyThatPassesBetweenPartners(t *testing.T) {
	const head = "CC,Account,Account name,Actual\n"
	nhs, council := head+"N1,100,Salaries,900000.00\n", head+"S1,100,Salaries,700000.00\n"
	out := func(name string) string {
		return nhs + "N2,500," + name + ",125000.00\nN2,500," + name + ",125000.00\n"
	}
	for _, c := range []struct {
		name, nhs, council string
		transfers          bool
		want               string
	}{
		{"none", nhs, council, false, ""},
		{"a resource transfer", out("Resource transfer to Glen Council"), council, false,
			`2 lines of the ledger nhs.csv, £250,000.00 in all, called "Resource transfer to Glen Council": money that passes between NHS Moor and Glen Council, and no transfer is declared: what is spent in the other ledger too counts twice`},
		{"without a name", out("Resource Transfer"), council, false, "Glen Council"},
		{"in general words", out("Payments to local authority"), council, false, "Glen Council"},
		{"as income of the other", out("Resource transfer to Glen Council"), council + "S2,900,Resource transfer from NHS Moor,-250000.00\n", false, ""},
		{"income alone", nhs, council + "S2,900,Contribution from NHS Moor,-250000.00\n", false, "it takes off spend"},
		{"declared", out("Resource transfer to Glen Council"), council + "S2,900,Resource transfer from NHS Moor,-250000.00\n", true, ""},
		{"declared, and another isn't", out("Resource transfer to Glen Council"), council + "S2,900,Resource transfer from NHS Moor,-250000.00\nS3,910,Income from NHS Moor for equipment,-41000.00\n", true,
			`1 line of the ledger council.csv, −£41,000.00 in all, called "Income from NHS Moor for equipment": money that passes between Glen Council and NHS Moor, and no declared transfer has them: it takes off spend`},
		{"another council", out("Resource transfer to Firth Council"), council, false, ""},
		{"another council is paid", out("Payment to Firth Council"), council, false, ""},
		{"a board for all Scotland", nhs, council + "S2,900,Funding from NHS Education for Scotland,-250.00\n", false, ""},
		{"from the NHS", nhs, council + "S2,900,Funding from NHS,-250.00\n", false, "NHS Moor"},
		{"a bus", out("Transfer of patients to hospital"), council, false, ""},
		{"to people", out("Payments to carers"), council, false, ""},
		{"rates", out("Non-domestic rates"), council, false, ""},
		{"income by the partner's name", nhs, council + "S2,900,Income from NHS Moor,-300000.00\n", false, `1 line of the ledger council.csv, −£300,000.00 in all, called "Income from NHS Moor": money that passes between Glen Council and NHS Moor`},
		{"the name alone", nhs, council + "S2,900,NHS Moor,-250000.00\n", false, "it takes off spend"},
		{"another form of the name", nhs, council + "S2,900,Moor Health Board - delayed discharge,-250000.00\n", false, "NHS Moor"},
		{"secondments", out("Secondments: Glen Council"), council, false, "Glen Council"},
		{"a grant in general words", nhs, council + "S2,900,Grant from health board,-250.00\n", false, "NHS Moor"},
		{"income in both", nhs + "N2,500,Glen Council joint team,300000.00\n", council + "S2,900,Income from NHS Moor,-300000.00\n", false, ""},
		{"its own name", nhs, council + "S2,900,Glen Council offices,250000.00\n", false, ""},
		{"the place alone", nhs + "N2,500,Glen clinic,2500.00\n", council + "S2,900,Moor road depot,2500.00\n", false, ""},
		{"what anybody pays the council", out("Rates Glen Council"), council, false, ""},
		{"rent", nhs, council + "S2,900,\"Rent, NHS Moor\",-2500.00\n", false, ""},
		{"another board's income", nhs, council + "S2,900,Income from NHS Firth,-2500.00\n", false, ""},
		{"charges to people", nhs, council + "S2,900,Income from residents,-2500.00\n", false, ""},
	} {
		columns := map[string]string{"cost_centre": "CC", "account": "Account", "account_description": "Account name", "amount": "Actual"}
		spec := finance.Spec{Year: 2025, Ledgers: []finance.LedgerSpec{{File: "nhs.csv", Partner: "NHS Moor", Columns: columns}, {File: "council.csv", Partner: "Glen Council", Columns: columns}}}
		if c.transfers {
			spec.Transfers = []finance.Transfer{{Name: "RT", From: map[string]string{"partner": "NHS Moor", "account": "500"}, To: map[string]string{"partner": "Glen Council", "account": "900"}}}
		}
		if got, _ := said(t, spec, finance.CodeLedgerSays, "nhs.csv", c.nhs, "council.csv", c.council); (got == "") != (c.want == "") || !strings.Contains(got, c.want) {
			t.Errorf("%s: %q; want %q", c.name, got, c.want)
		}
	}
}

// A subtotal with a code of its own counts twice: it lacks what its lines have, or is their sum
// in both columns.
func TestSubtotalsWithACode(t *testing.T) {
	flat := "CC,Name,Budget,Actual\nP1,Nursing east,41000.00,40250.11\nP2,Nursing west,39500.00,40100.22\nP3,Podiatry,12000.00,11800.40\n"
	columns := map[string]string{"cost_centre": "CC", "description": "Name", "plan": "Budget", "amount": "Actual"}
	body := others(2) + centre("K1", "Reablement", 0, 1) + centre("K2", "Responder", 0, 1)
	plan, amount := finance.Money(0), finance.Money(0)
	for line := range strings.Lines(body) {
		if f := strings.Split(strings.TrimSpace(line), ","); line[0] == 'K' {
			p, _ := finance.ParseMoney(f[4])
			m, _ := finance.ParseMoney(f[5])
			plan, amount = plan+p, amount+m
		}
	}
	checkKinds(t, datedColumns, finance.CodeTotalLine, []kindCase{
		{"none", dated + body, ""},
		{"without account and date", dated + body + fmt.Sprintf("K9,Home services,,,%s,%s\n", plan, amount) + centre("Z1", "Admin", 0, 1),
			fmt.Sprintf(`1 row, %s in all, such as "Home services", are the sum of what is above them`, amount.Exact())},
		{"a penny out", dated + body + fmt.Sprintf("K9,Home services,,,%s,%s\n", plan, amount+1) + centre("Z1", "Admin", 0, 1), ""},
		{"an accrual without an account", dated + body + "K9,Accruals,,,0.00,250.00\n", ""},
	})
	checkKinds(t, columns, finance.CodeTotalLine, []kindCase{
		{"one line each", flat, ""},
		{"a sum of two", strings.Replace(flat, "P3", "P9,Nursing,80500.00,80350.33\nP3", 1), `such as "Nursing", are the sum`},
		{"of the plan alone", strings.Replace(flat, "P3", "P9,Nursing,80500.00,80350.34\nP3", 1), ""},
	})
}

// A subtotal below its lines, with their code and name and without an account or a date, counts
// its lines twice, wherever they are.
func TestSubtotalsBelowTheirLines(t *testing.T) {
	sum := func(text, more string) string {
		plan, amount := sumOf(text)
		return fmt.Sprintf("D1,Day care,%s,%s,%s\n", more, plan, amount)
	}
	lines := centre("D1", "Day care", 0, 1, 2, 3)
	first, rest := centre("D1", "Day care", 0, 1), centre("D1", "Day care", 2, 3)
	account := strings.Join(strings.SplitAfter(lines, "\n")[:4], "")
	body := dated + others(3)
	const told = `1 row, £252,200.22 in all, such as "D1", is the sum of the lines with the same code above it: the same money counts twice`
	checkKinds(t, datedColumns, finance.CodeTotalAbove, []kindCase{
		{"none", body + lines, ""},
		{"at their end", body + lines + sum(lines, ",") + others(1), told},
		{"at the ledger's end", body + lines + sum(lines, ","), told},
		{"of lines that are in two places", body + first + others(1) + rest + strings.ReplaceAll(others(1), "B1", "E1") + sum(lines, ","), told},
		{"of one part alone", body + first + others(1) + rest + sum(rest, ","), "1 row"},
		{"of an account, without a date", body + account + sum(account, "5000,") + strings.TrimPrefix(lines, account), "1 row"},
		{"of accounts, and of all", body + account + sum(account, "5000,") + strings.TrimPrefix(lines, account) + sum(lines, ","), "2 rows"},
		{"with a date, and the sum in both columns", body + lines + sum(lines, "9999,31/03/2026"), "1 row"},
		{"a penny out", body + lines + strings.Replace(sum(lines, ","), ".22", ".23", 1), ""},
		{"another plan", body + lines + strings.Replace(sum(lines, ","), "252000.00", "252001.00", 1), ""},
		{"an accrual without an account", body + lines + "D1,Day care,,,0.00,250.00\n", ""},
		{"what is twice one line", body + "D1,Day care,5000,30/06/2025,100.00,90.00\nD1,Day care,,,100.00,90.00\n" + lines, ""},
		{"a line that doubles what is above it", body + lines + sum(lines, "5009,31/03/2026") + "D1,Day care,5010,31/03/2026,3.00,4.00\n", ""},
		{"what is taken back", body + lines + "D1,Day care,,,0.00,-252200.22\n", ""},
	})
	columns := map[string]string{"cost_centre": "CC", "description": "Name", "account": "Account", "debit": "Debit", "credit": "Credit"}
	checkKinds(t, columns, finance.CodeTotalAbove, []kindCase{
		{"debit and credit", "CC,Name,Account,Debit,Credit\nA1,Care,100,50.00,\nA1,Care,200,80.00,\nA1,Care,900,,30.00\nA1,Care,,130.00,30.00\nA2,Rent,100,7.00,\n", "1 row, £100.00 in all"},
		{"the balance of both", "CC,Name,Account,Debit,Credit\nA1,Care,100,50.00,\nA1,Care,200,80.00,\nA1,Care,900,,30.00\nA1,Care,,100.00,\nA2,Rent,100,7.00,\n", "1 row, £100.00 in all"},
	})
}

// sumOf is what the lines of a text were planned at, and what they came to.
func sumOf(text string) (plan, amount finance.Money) {
	for line := range strings.Lines(text) {
		f := strings.Split(strings.TrimSpace(line), ",")
		p, _ := finance.ParseMoney(f[len(f)-2])
		m, _ := finance.ParseMoney(f[len(f)-1])
		plan, amount = plan+p, amount+m
	}
	return plan, amount
}

// The header again with its columns in another order says that the lines below it stand in
// other columns.
func TestHeaderAgainInAnotherOrder(t *testing.T) {
	first := dated + others(2)
	spec := one(datedColumns)
	_, err := compute(t.Context(), ledgertest.Files(spec.Ledgers[0].File, first+"CC,Name,Account,Date,Actual,Budget\n"+centre("C1", "Care", 0, 1)), spec, ledger.Reading{})
	in, ok := errors.AsType[*source.InputError](err)
	if !ok || len(in.Problems) != 1 {
		t.Fatal(err)
	}
	p := in.Problems[0]
	if want := "this is the header again with its columns in another order, CC,Name,Account,Date,Actual,Budget, and not CC,Name,Account,Date,Budget,Actual: the lines below it would be read from the wrong ones"; p.Position.Line != 26 || p.Message != want {
		t.Errorf("%v: %s; want line 26: %s", p.Position, p.Message, want)
	}
	if _, err := compute(t.Context(), ledgertest.Files(spec.Ledgers[0].File, first+dated+centre("C1", "Care", 0, 1)), spec, ledger.Reading{}); err != nil {
		t.Errorf("the header again as it is: %v", err)
	}
}

// Rows that were filled down too far have another's code, with the name of another service.
func TestTwoNamesOfACode(t *testing.T) {
	swapped := strings.ReplaceAll(centre("T2", "Sensory impairment, west", 0, 1, 2, 3), "T2", "T1")
	checkKinds(t, datedColumns, finance.CodeMappingName, []kindCase{
		{"one each", dated + others(6) + centre("T1", "Lunch clubs, west", 0, 1, 2, 3), ""},
		{"two services", dated + others(6) + centre("T1", "Lunch clubs, west", 0, 1, 2, 3) + swapped, "the code T1 has two names in the ledger data/council.csv: Lunch clubs, west, and in 12 lines, £252,394.14 in all, Sensory impairment, west"},
		{"another's name", dated + others(6) + centre("T1", "Lunch clubs, west", 0, 1, 2, 3) + swapped + centre("T3", "Sensory impairment, east", 0, 1, 2, 3), "T3 is called so too"},
		{"in another spelling", dated + others(6) + centre("T1", "Lunch clubs, west", 0, 1) + centre("T1", "LUNCH CLUBS,  west", 2, 3), ""},
		{"a shorter name", dated + others(6) + centre("T1", "Lunch clubs, west", 0, 1) + centre("T1", "Lunches west", 1, 3), ""},
		{"renamed in the year", dated + others(6) + centre("T1", "Lunch clubs", 0, 1) + centre("T1", "Community cafes", 2, 3), ""},
		{"names of lines", "CC,Name,Account,Date,Budget,Actual\nQ1,Paper,1,30/06/2025,1.00,1.00\nQ1,Pens,1,30/06/2025,1.00,1.00\nQ2,Ink,1,30/06/2025,1.00,1.00\nQ2,Tape,1,30/06/2025,1.00,1.00\nQ3,Clips,1,30/06/2025,1.00,1.00\nQ3,Glue,1,30/06/2025,1.00,1.00\n", ""},
	})
}

// A few lines with the name of one cost centre and the code of another have the wrong code, also
// where the two names are alike, and where it is so in each cost centre.
func TestLinesWithTheCodeOfANeighbour(t *testing.T) {
	east, west := centre("T1", "Lunch clubs, east", 0, 1, 2, 3), centre("T2", "Lunch clubs, west", 0, 1, 2, 3)
	slipped := func(text string, at ...int) string { // so many lines have the code of the line that is so far from them
		lines := strings.SplitAfter(strings.TrimSpace(text), "\n")
		for _, i := range at {
			code, _, _ := strings.Cut(lines[i-1], ",")
			_, rest, _ := strings.Cut(lines[i], ",")
			lines[i] = code + "," + rest
		}
		return strings.Join(lines, "") + "\n"
	}
	below := func(text string, from string, to string) string { // the last line with a code has another
		i := strings.LastIndex(text, from+",")
		return text[:i] + to + text[i+len(from):]
	}
	six := others(6)
	const told = "the code T1 has two names in the ledger data/council.csv: Lunch clubs, east, and in %s, Lunch clubs, west; T2 is called so too"
	halves := ""
	for i := range 6 {
		halves += fmt.Sprintf("Q%d,Pay,1,30/06/2025,1.00,9.00\nQ%d,Pay,1,30/09/2025,1.00,9.00\nQ%d,Other,2,30/06/2025,1.00,9.00\n", i, i, i)
	}
	checkKinds(t, datedColumns, finance.CodeMappingName, []kindCase{
		{"none", dated + six + east + west, ""},
		{"one line", dated + six + slipped(east+west, 12), fmt.Sprintf(told, "1 line, £20,012.14 in all")},
		{"two lines", dated + six + slipped(east+west, 12, 13), fmt.Sprintf(told, "2 lines, £40,031.35 in all")},
		{"the last line, of the next", dated + six + below(east+west, "T1", "T2"), "the code T2 has two names in the ledger data/council.csv: Lunch clubs, west, and in 1 line, £22,039.41 in all, Lunch clubs, east; T1 is called so too"},
		{"the first line of each", dated + slipped(six+east+west, 12, 24, 36, 48, 60, 72, 84), "7 lines of the ledger data/council.csv, £140,079.93 in all, have the code of one cost centre and the name of another, the first that of B11 (Community team B) under B10 (Community team A)"},
		{"names of what is paid", dated + halves, ""},
		{"two codes of one name", dated + six + east + strings.ReplaceAll(east, "T1", "T3"), ""},
		{"a name that is nobody else's", dated + six + east + "T1,Lunch clubs for all,5000,31/03/2026,1.00,2.00\n", ""},
	})
}

func TestLinesWithoutACode(t *testing.T) {
	text := dated + others(6) + centre("T1", "Lunch clubs", 0, 1, 3) + centre("", "Lunch clubs", 2)
	checkKinds(t, datedColumns, finance.CodeMappingName, []kindCase{
		{"three lines", text, "the cost centre is empty in 3 lines of the ledger data/council.csv, £63,069.75 in all; the first is called Lunch clubs, as T1 is"},
		{"none", dated + others(6), ""},
	})
	checkKinds(t, datedColumns, finance.CodeMonthsMissing, []kindCase{{"no quarter is missing", text, ""}})
}

// Services of another partnership aren't the authority's, unless one hosts them for the other.
func TestNamesOfOtherAuthorities(t *testing.T) {
	for name, want := range map[string]string{
		"District nursing":                                  "",
		"Podiatry, Duneilan HSCP":                           "belongs to this authority, and its name says Duneilan HSCP: Podiatry, Duneilan HSCP (T1)",
		"Podiatry - Moray":                                  "its name says Moray",
		"Podiatry (East Lothian IJB)":                       "its name says East Lothian IJB",
		"Podiatry, Brae HSCP":                               "",
		"Podiatry, Brae and Firth partnership":              "",
		"Podiatry, hosted by Moray":                         "",
		"Out of area placements, Moray":                     "",
		"Joint equipment store, East Lothian":               "",
		"Children and Families HSCP":                        "",
		"Senior Management, HSCP":                           "",
		"Strategic Planning IJB":                            "",
		"Chief Officer, Health and Social Care Partnership": "",
		"Moray House, care home":                            "",
		"Carers, North Brae Community Partnership":          "",
		"Learning disability, Housing Partnership":          "",
		"Podiatry, on behalf of East Lothian HSCP":          "",
		"Podiatry, Brae health and social care partnership": "",
	} {
		spec := one(datedColumns)
		spec.Own, spec.Elsewhere = []string{"Brae and Firth Integration Joint Board", "Brae", "Brae and Firth"}, []string{"Moray", "East Lothian", "Firth"}
		got, _ := said(t, spec, finance.CodeMappingName, spec.Ledgers[0].File, dated+centre("T1", name, 0, 1))
		if (got == "") != (want == "") || !strings.Contains(got, want) {
			t.Errorf("%s: %q; want %q", name, got, want)
		}
	}
}

// A cost centre whose name says one service belongs to no other.
func TestNamesOfOtherServices(t *testing.T) {
	for _, c := range []struct{ name, service, want string }{
		{"Care home places, adults", "Care homes", ""},
		{"Care home places, adults", "Families", "belongs to the service Families, and its name says Care homes"},
		{"Stairlifts and adaptations", "Supported living", "its name says Equipment and telecare"},
		{"Stairlifts and adaptations", "Equipment", ""},
		{"Home care, council team", "Care at home", ""},
		{"Home care, council team", "Day centres", "its name says Care at home"},
		{"Care home review team", "Social work teams", ""},
		{"Respite beds", "Support for carers", ""},
		{"Management", "Care homes", ""},
		{"Sensory loss service", "Sensory loss", ""},
		{"Sensory loss equipment", "Sensory loss", ""},
		{"Care home assessments", "Social work", ""},
		{"Mental health officers", "Social work", ""},
	} {
		spec := one(datedColumns)
		spec.Ledgers[0].Partner = "Glen Council"
		spec.Rules = []finance.Rule{{When: map[string]string{"cost_centre": "T1"}, Matter: finance.OtherSocialCare, Service: c.service},
			{When: map[string]string{"cost_centre": "T2"}, Matter: finance.CareHome, Service: "Care homes"},
			{When: map[string]string{"cost_centre": "T3"}, Matter: finance.OtherSocialCare, Service: "Mental health"}}
		got, _ := said(t, spec, finance.CodeMappingName, spec.Ledgers[0].File, dated+centre("T1", c.name, 0, 1)+centre("T2", "Brae Lodge", 0, 1)+centre("T3", "Recovery", 0, 1))
		if (got == "") != (c.want == "") || !strings.Contains(got, c.want) {
			t.Errorf("%s as %s: %q; want %q", c.name, c.service, got, c.want)
		}
	}
}

// A comment that a line isn't to count is as good as a status.
func TestCommentsThatLinesAreNotToCount(t *testing.T) {
	columns := map[string]string{"cost_centre": "CC", "amount": "Actual"}
	lines := func(head, mark string) string {
		var b strings.Builder
		fmt.Fprintf(&b, "CC,Actual,%s\n", head)
		for i := range 60 { // each with a comment of its own
			fmt.Fprintf(&b, "C%d,10.00,paid %d\n", i, i)
		}
		return b.String() + "C90,70.00,\"" + mark + "\"\nC91,30.00,\"" + mark + "\"\n"
	}
	const want = `2 lines have beside it in the column "Comments", which isn't mapped, "%s", £100.00 in all, and counted all the same`
	for mark, told := range map[string]bool{"Duplicate of doc 77": true, "DO NOT USE": true, "Posted in error": true, "test line": true, "Void": true, "ignore - see journal 5": true, "possible duplicate": true,
		"entered twice - take out": true, "remove - dup": true, "already in P6": true, "Take this out": true, "paid twice": true, "counted in period 4 already": true, "to be reversed": true, "wrong year": true, "double counted": true,
		"wrong cost centre": true, "not ours": true, "see line 12, same": false, "already in budget": false, "already in post": false, "visited twice a week": false, "paid twice a year": false, "paid twice weekly": false, "take out service": false, "double entry": false,
		"not double counted": false, "not to be reversed": false, "twin room": false, "Duplicate key for flat": false, "not a duplicate": false, "Testing of hoists": false, "cancelled leave paid": true, "reversing charge": false, "used": false} {
		w := ""
		if told {
			w = fmt.Sprintf(want, mark)
		}
		if mark == "cancelled leave paid" {
			continue
		}
		checkKinds(t, columns, finance.CodeLedgerSays, []kindCase{{mark, lines("Comments", mark), w}, {mark + " of a supplier", lines("Supplier", mark), ""}})
	}
	checkKinds(t, columns, finance.CodeLedgerSays, []kindCase{
		{"reversed and taken back", lines("Notes", "Reversed") + "C92,-100.00,\n", ""},
		{"reversed and not taken back", lines("Notes", "Reversed"), "Reversed"},
	})
}

// Each line of another year in a column of years is told, however few they are.
func TestYearsOfAFewLines(t *testing.T) {
	columns := map[string]string{"cost_centre": "CC", "amount": "Actual"}
	lines := func(head, other string) string {
		var b strings.Builder
		fmt.Fprintf(&b, "CC,Actual,%s\n", head)
		for i := range 900 {
			year := "2025"
			if i%300 == 7 {
				year = other
			}
			fmt.Fprintf(&b, "C%d,%d.00,%s\n", i%40, 10+i, year)
		}
		return b.String()
	}
	checkKinds(t, columns, finance.CodeOutsideYear, []kindCase{
		{"this year", lines("Fiscal Year", "2025"), ""},
		{"the calendar year in which it ends", lines("Year", "2026"), ""},
		{"three lines", lines("Fiscal Year", "2022"), `3 lines are of another year than 2025/26 in the column "Fiscal Year", which isn't mapped, such as "2022"`},
		{"another number", lines("Room", "2022"), ""},
	})
}

// A quarter that is its budget to the penny is no actual, unless all are so.
func TestAMonthThatIsItsBudget(t *testing.T) {
	is := func(text string, day ...string) string {
		var b strings.Builder
		for line := range strings.Lines(text) {
			f := strings.Split(strings.TrimSpace(line), ",")
			if slices.Contains(day, f[3]) {
				f[5] = f[4]
			}
			b.WriteString(strings.Join(f, ",") + "\n")
		}
		return b.String()
	}
	plain := dated + others(8)
	checkKinds(t, datedColumns, finance.CodeImplausible, []kindCase{
		{"none", plain, ""},
		{"the last", is(plain, yearEnds[3]), "24 lines of March cost what was planned to the penny, £504,000.00 in all; of the 72 of other months none does: an estimate, or the budget, seems to stand for what was spent"},
		{"two", is(plain, yearEnds[2], yearEnds[3]), "48 lines of December and March cost what was planned to the penny, £1,008,000.00 in all; of the 48 of other months none does"},
		{"all but one", is(plain, yearEnds[:3]...), ""},
		{"a few cost centres", is(dated+others(5), yearEnds[3]), ""},
		{"a contract that costs what it says", is(dated+centre("B1", "Contract", 0, 1, 2, 3), yearEnds...) + others(8), ""},
	})
}

// What was planned below nought and stands above it, and one line that is as far below nought
// as it was planned above; real income, credits and rebates are neither.
func TestSignsOfLines(t *testing.T) {
	plain := dated + others(3)
	income := func(sign string) (text string) {
		for i, day := range yearEnds {
			text += fmt.Sprintf("B10,Community team A,7000,%s,-30000.00,%s%d.00\n", day, sign, 29_100+i)
		}
		return text
	}
	checkKinds(t, datedColumns, finance.CodeImplausible, []kindCase{
		{"income", plain + income("-"), ""},
		{"income that counts as spend", plain + income(""), "4 lines of the cost centre Community team A (B10), £116,406.00 in all, were planned at −£120,000.00, below nought: income that counts as spend"},
		{"income that was paid back once", plain + income("-") + "B10,Community team A,7000,31/03/2026,-30000.00,29000.00\n", ""},
		{"a sign turned round", strings.Replace(plain, "20000.00,20", "20000.00,-20", 1), "1 line of the cost centre Community team A (B10), −£20,011.13 in all, is below nought, and £20,000.00 was planned for it: the sign seems to be turned round"},
		{"a credit", plain + "B10,Community team A,7000,31/03/2026,0.00,-20000.00\n", ""},
		{"a credit beside a budget", plain + "B10,Community team A,7000,31/03/2026,50000.00,-20000.00\n", ""},
		{"a small one", plain + "B10,Community team A,7000,31/03/2026,100.00,-100.00\n", ""},
	})
}

// A plan of the year on each line is as many times what was spent as there are periods.
func TestPlanOfTheYearOnEachLine(t *testing.T) {
	times := func(n int) string {
		var b strings.Builder
		for _, day := range yearEnds {
			for a := range 3 {
				fmt.Fprintf(&b, "W1,Reablement,%d,%s,%d.00,%d.37\n", a, day, n*50_000, 50_210+a*17)
			}
		}
		return b.String()
	}
	checkKinds(t, datedColumns, finance.CodeImplausible, []kindCase{
		{"of the quarter", dated + others(3) + times(1), ""},
		{"of the year", dated + others(3) + times(4), "the spend on the cost centre Reablement (W1) is £602,728.44, 25.1% of the £2,400,000.00 planned for 2025/26, and so is each of its lines: each seems to have the plan of the whole year"},
		{"twice", dated + others(3) + times(2), ""},
	})
}

// Heads of plan and amount that are exchanged show in pence and in amounts that never change.
func TestHeadsOfPlanAndAmountExchanged(t *testing.T) {
	lines := func(planPence, step int) string {
		var b strings.Builder
		b.WriteString(dated)
		for c := range 4 {
			for a := range 3 {
				for i, day := range yearEnds {
					fmt.Fprintf(&b, "C%d,Care,%d,%s,%d.%02d,%d.00\n", c, a, day, 900+c*i, planPence, 1000+c*100+a+step*i*i*(3-i))
				}
			}
		}
		return b.String()
	}
	checkKinds(t, datedColumns, finance.CodeImplausible, []kindCase{
		{"exchanged", lines(37, 0), `the amounts of the column "Actual" are all in whole pounds and the same from month to month, and those of "Budget" have pence: the two columns seem to be exchanged`},
		{"whole pounds in both", lines(0, 0), ""},
		{"whole pounds that change", lines(37, 5), ""},
	})
}

// Plan and amount that are exchanged in one cost centre show in its pence; those of a contract
// that is paid in whole pounds don't change.
func TestPlanAndAmountExchangedInACostCentre(t *testing.T) {
	exchanged := func(text string, from, to int) string {
		var b strings.Builder
		n := 0
		for line := range strings.Lines(text) {
			f := strings.Split(strings.TrimSpace(line), ",")
			if n >= from && n < to {
				f[4], f[5] = f[5], f[4]
			}
			n++
			b.WriteString(strings.Join(f, ",") + "\n")
		}
		return b.String()
	}
	body, day := dated+others(4), centre("D1", "Day care", 0, 1, 2, 3)
	contract := ""
	for i, end := range yearEnds {
		contract += fmt.Sprintf("D2,Helpline,%d,%s,10333.33,10000.00\n", 5000+i%2, end)
	}
	checkKinds(t, datedColumns, finance.CodeImplausible, []kindCase{
		{"none", body + day, ""},
		{"all its lines", body + exchanged(day, 0, 12), "12 lines of the cost centre Day care (D1) have pence in their plan, £252,200.22 in all, and none in their amount, £252,000.00; of the other 48 lines of the ledger"},
		{"some of them", body + exchanged(day, 0, 5), "5 lines of the cost centre Day care (D1)"},
		{"two cost centres", body + exchanged(day+centre("D2", "Lunch club", 0, 1, 2, 3), 0, 24), "24 lines of 2 cost centres, the first Day care (D1)"},
		{"one line", body + exchanged(day, 0, 1), ""},
		{"a contract", body + contract, ""},
		{"plans with pence", dated + strings.ReplaceAll(others(4), "000.00", "000.33") + exchanged(day, 0, 12), ""},
		{"amounts in whole pounds", dated + wholePounds(others(4)) + exchanged(day, 0, 12), ""},
	})
}

// wholePounds has each line's amount without its pence.
func wholePounds(text string) string {
	var b strings.Builder
	for line := range strings.Lines(text) {
		b.WriteString(line[:strings.LastIndexByte(line, '.')] + ".00\n")
	}
	return b.String()
}

func TestACostCentreInTwoLedgers(t *testing.T) {
	spec := finance.Spec{Year: 2025, Ledgers: []finance.LedgerSpec{{File: "a.csv", Partner: "NHS Moor", Columns: datedColumns}, {File: "b.csv", Partner: "Glen Council", Columns: datedColumns}}}
	twice := centre("R7", "Responder service", 0, 1, 2, 3)
	for _, c := range []struct{ name, a, b, want string }{
		{"none", dated + others(3), dated + strings.ReplaceAll(others(3), "B1", "F1") + twice, ""},
		{"one", dated + others(3) + twice, dated + strings.NewReplacer("B1", "F1", ".", "1.").Replace(others(3)) + twice,
			"1 cost centre of the ledger b.csv, £252,309.30 in all, is in a.csv too, with the same accounts, dates and amounts: the same money seems to count twice: Responder service (R7)"},
		{"one code with other lines", dated + others(3) + twice, dated + strings.NewReplacer("B1", "F1", ".", "1.").Replace(others(3)) + strings.ReplaceAll(twice, ".", "2."), ""},
	} {
		got, _ := said(t, spec, finance.CodeMayRepeat, "a.csv", c.a, "b.csv", c.b)
		if got != c.want {
			t.Errorf("%s: %q; want %q", c.name, got, c.want)
		}
	}
}

func TestCodesWithoutTheirZeros(t *testing.T) {
	spec := one(map[string]string{"cost_centre": "CC", "amount": "Actual"})
	for i, pattern := range []string{"00123|00124", "00200-00299", "003??", "00999"} {
		spec.Rules = append(spec.Rules, finance.Rule{When: map[string]string{"cost_centre": pattern}, Matter: finance.CareHome, Number: i + 1, Position: ledgertest.At(30 + i)})
	}
	got, p := said(t, spec, finance.CodeUnmatchedRule, spec.Ledgers[0].File, "CC,Actual\n124,1.00\n250,2.00\n301,3.00\n")
	const want = "the rule for cost_centre: 00999 matches no line of any ledger\n" +
		"the cost centres of the ledger data/council.csv have lost the zeros at their beginning, such as 124 for 00124: a spreadsheet has taken the codes for numbers, and 3 rules match no line of any ledger"
	if got != want || p.Position.Line != 33 {
		t.Errorf("%s\nwant %s", got, want)
	}
	if got, _ := said(t, spec, finance.CodeUnmatchedRule, spec.Ledgers[0].File, "CC,Actual\n00124,1.00\n00250,2.00\n00301,3.00\n00999,1.00\n"); got != "" {
		t.Error(got)
	}
}

// A change from last year that is unlike those of the years before it is told where it is no
// more than the limits allow.
func TestSpendUnlikeTheYearsBefore(t *testing.T) {
	history := func(funding int, of func(year int) int) string {
		var b strings.Builder
		b.WriteString("year,measure,dimension,item,amount\n")
		for y := 2020; y < 2025; y++ {
			fmt.Fprintf(&b, "%d/%d,spend,care group,Older people,%d.00\n%d/%d,spend,total,,%d.00\n%d/%d,funding,total,,%d.00\n", y, y-1999, of(y), y, y-1999, of(y), y, y-1999, of(y)-1000)
		}
		return b.String() + fmt.Sprintf("2025/26,funding,total,,%d.00\n", funding)
	}
	steady := func(y int) int { return 700_000 + (y-2020)*20_000 }
	spec := one(map[string]string{"cost_centre": "CC", "amount": "Actual"})
	spec.CareGroups, spec.History = []string{"Older people"}, "h.csv"
	spec.Rules = []finance.Rule{{When: map[string]string{"cost_centre": "*"}, Matter: finance.CareHome, CareGroup: "Older people"}}
	for _, c := range []struct {
		name           string
		spent, funding int
		of             func(int) int
		want           string
	}{
		{"as before", 800_000, 799_000, steady, ""},
		{"less by a fifth", 624_000, 623_000, steady, "the spend on Older people is £624,000.00 in 2025/26, 80.0% of the £780,000.00 of 2024/25; in the 4 years before it changed by 2.86% at most"},
		{"less by a tenth", 702_000, 701_000, steady, ""},
		{"where it always moves", 624_000, 623_000, func(y int) int { return 700_000 + y%2*80_000 }, ""},
		{"a digit of the funding", 800_000, 899_000, steady, "£800,000.00 was spent and £899,000.00 paid or set aside: spend is 89.0% of it, and in the 4 years before it was never further from it than"},
	} {
		got, _ := said(t, spec, finance.CodeImplausible, spec.Ledgers[0].File, fmt.Sprintf("CC,Actual\nA,%d.00\n", c.spent), "h.csv", history(c.funding, c.of))
		if (got == "") != (c.want == "") || !strings.Contains(got, strings.ReplaceAll(c.want, "the 4 years before it was never", "the 5 years before it was never")) {
			t.Errorf("%s: %q; want %q", c.name, got, c.want)
		}
	}
}
