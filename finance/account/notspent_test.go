package account

import (
	"fmt"
	"strings"
	"testing"

	"apr/finance"
)

// The names of accounts that say that their money isn't spent in the year, and such as are like
// them and say nothing of the kind.
func TestMoneyThatIsNotSpentInTheYear(t *testing.T) {
	columns := map[string]string{"cost_centre": "CC", "account": "Account", "account_description": "Account name", "amount": "Actual"}
	lines := func(more string) string {
		return "CC,Account,Account name,Actual\nA1,100,Salaries,1200.00\nA1,200,Supplies,300.00\n" + more
	}
	called := func(names ...string) (cases []kindCase) {
		for i, name := range names {
			cases = append(cases, kindCase{name, lines(fmt.Sprintf("A1,99%02d,%q,40000.00\n", i, name)), fmt.Sprintf("1 line is called %q, £40,000.00 in all, and counted: ", name)})
		}
		return cases
	}
	told := called("Capital expenditure", "Capital works", "Capital programme 2025/26",
		"Commitments", "Commitments not yet invoiced", "Outstanding commitments", "Purchase order commitments", "Encumbrances",
		"Forecast", "Forecast outturn to year end", "Forecast to year end", "Year-end forecast", "Projected outturn", "Projected expenditure, March",
		"Transfer to reserves", "Transfer to/from reserves", "Contribution to General Reserve", "Transfers to earmarked reserves", "Movement in reserves", "Reserves",
		"Prior year 2024/25 invoices", "Previous year's costs", "Last year's payments", "Prior year expenditure",
		"Budget", "Budget 2026/27", "Next year's budget", "Approved budget 2025/26",
		"IJB funding contribution", "Contribution to IJB", "Funding from the Integration Joint Board", "IJB contribution", "Payment from Integration Joint Board")
	checkKinds(t, columns, finance.CodeLedgerSays, told)
	var silent []kindCase
	for _, name := range []string{
		"Capital charges", "Capital funded from current revenue", "Human capital team", "Working capital", "Minor capital items",
		"Commitment to carers", "Commitment Scheme", "Client commitments team", "Care packages committed",
		"Forecasting and planning", "Weather forecast service", "Projects", "Project costs", "Projection equipment",
		"Reserve bank staff", "Reserve forces leave", "Nature reserve visits", "Staff transfer costs",
		"Prior year adjustment", "Prior year accrual reversed", "Prior year accruals", "Last year students", "Next year placements",
		"Carers' budgets, self-directed support", "Individual budgets", "Personal budget payments", "Budget officers", "Budget savings", "Direct payments, one-off budgets",
		"Health board contribution, complex care", "Contribution, housing account", "Board members' fees", "IJB members' expenses", "IJB audit fee", "Joint board support",
		"Grants, voluntary organisations", "Payments to providers",
	} {
		silent = append(silent, kindCase{name, lines(fmt.Sprintf("A1,9900,%q,40000.00\n", name)), ""})
	}
	checkKinds(t, columns, finance.CodeLedgerSays, silent)
	checkKinds(t, columns, finance.CodeLedgerSays, []kindCase{
		{"two lines", lines("A1,9900,Capital expenditure,40000.00\nB1,9900,Capital expenditure,2000.00\n"), `2 lines are called "Capital expenditure", £42,000.00 in all`},
		{"taken back", lines("A1,9900,Commitments,40000.00\nA1,9900,Commitments,-40000.00\n"), ""},
		{"nought", lines("A1,9900,Transfer to reserves,0.00\n"), ""},
	})
}

// Income above nought counts as spend, unless it takes back in April what was expected, or what
// was paid in is paid back.
func TestIncomeAboveNought(t *testing.T) {
	columns := map[string]string{"cost_centre": "CC", "description": "Name", "account": "Account", "account_description": "Title", "date": "Date", "amount": "Actual"}
	lines := func(more ...string) string {
		return "CC,Name,Account,Title,Date,Actual\n" + payOfTeams() + strings.Join(more, "\n") + "\n"
	}
	line := func(title, date, amount string) string {
		return fmt.Sprintf("C1,Care homes,8000,%q,%s,%s", title, date, amount)
	}
	const want = "1 line of the account Income from charges (8000) of the cost centre Care homes (C1), £500,000.00 in all, is above nought: income that counts as spend"
	var cases []kindCase
	for _, title := range []string{"Income", "Other income", "Client contributions", "Rental income", "Income from other boards", "Other operating income", "Fees and charges income", "Grant income", "Grants received", "Deferred payment income", "Client contributions, residential", "Sundry receipts"} {
		cases = append(cases, kindCase{title, lines(line(title, "31/03/2026", "500000.00")), "income that counts as spend"})
	}
	for _, title := range []string{"Income maximisation", "Income tax", "Loss of income", "Low income support", "Welfare rights and income team", "Refund of income", "Income collection", "Contribution, housing account", "Contributions to pension fund", "Grants, voluntary organisations", "Patient charges, dental", "Incontinence supplies", "Charges for energy", "Shared Lives carers, fees", "Receipts and payments clerks"} {
		cases = append(cases, kindCase{title, lines(line(title, "31/03/2026", "500000.00")), ""})
	}
	const title = "Income from charges"
	checkKinds(t, columns, finance.CodeImplausible, append(cases,
		kindCase{"above", lines(line(title, "31/03/2026", "500000.00")), want},
		kindCase{"below", lines(line(title, "31/03/2026", "-500000.00")), ""},
		kindCase{"taken back in April", lines(line(title, "30/04/2025", "500000.00")), ""},
		kindCase{"some of it paid back", lines(line(title, "30/09/2025", "-500000.00"), line(title, "31/12/2025", "40000.00")), ""},
		kindCase{"more than was paid", lines(line(title, "30/09/2025", "-500000.00"), line(title, "31/12/2025", "540000.00")), ""},
		kindCase{"little", lines(line(title, "31/03/2026", "5000.00")), ""},
		kindCase{"two accounts", lines(line(title, "31/03/2026", "500000.00"), "C2,Day care,8000,Income from charges,31/03/2026,20000.00"), "2 lines of 2 accounts of income, £520,000.00 in all, are above nought, such as those of the account Income from charges (8000) of the cost centre Care homes (C1): income that counts as spend"}))
}

// payOfTeams are lines of spend without income.
func payOfTeams() string {
	var b strings.Builder
	for i := range 6 {
		fmt.Fprintf(&b, "B%d,Team %c,1000,Pay,31/03/2026,%d.17\n", i, 'A'+i, 401_000+i*6_900)
	}
	return b.String()
}
