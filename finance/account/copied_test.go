package account

import (
	"fmt"
	"strings"
	"testing"

	"apr/finance"
)

// monthly are lines of ten cost centres with six accounts in each of so many periods, whose
// amounts of() says in pence.
func monthly(periods int, of func(line, period int) int) string {
	var b strings.Builder
	b.WriteString("CC,Name,Account,Period,Budget,Actual\n")
	for n := range 60 {
		for p := 1; p <= periods; p++ {
			fmt.Fprintf(&b, "M%d,Team %d,%d,%d,900.00,%s\n", n/6, n/6, 4000+n%6, p, finance.Money(of(n, p)))
		}
	}
	return b.String()
}

// A month that repeats another line by line is no month of its own, unless amounts repeat in
// other months as well.
func TestAMonthThatRepeatsAnother(t *testing.T) {
	varied := func(n, p int) int { return 80_000 + n*1007 + (p*p*613+n*p*37)%9000 + 1 }
	repeats := func(n, p int) int {
		if p == 8 {
			p = 7
		}
		return varied(n, p)
	}
	october := 0
	for n := range 60 {
		october += varied(n, 7)
	}
	want := fmt.Sprintf("60 of the 60 lines of November have the codes and amounts of October to the penny, %s in all: period 8 repeats period 7", finance.Money(october).Exact())
	cases := []kindCase{
		{"none", monthly(12, varied), ""},
		{"a month", monthly(12, repeats), want},
		{"nearly all lines", monthly(12, func(n, p int) int {
			if n < 2 {
				return varied(n, p)
			}
			return repeats(n, p)
		}), "58 of the 60 lines of November"},
		{"half of them", monthly(12, func(n, p int) int {
			if n%2 == 0 {
				return varied(n, p)
			}
			return repeats(n, p)
		}), ""},
		{"amounts that never change", monthly(12, func(n, p int) int { return 80_001 + n*1007 }), ""},
		{"in whole pounds", monthly(12, func(n, p int) int { return repeats(n, p) / 100 * 100 }), "60 of the 60 lines"},
		{"one in two quarters that are planned alike", monthly(4, func(n, p int) int { return varied(n, (p+1)/2) }), ""},
	}
	for _, columns := range []map[string]string{
		{"cost_centre": "CC", "description": "Name", "account": "Account", "amount": "Actual"},
		{"cost_centre": "CC", "description": "Name", "account": "Account", "period": "Period", "amount": "Actual", "plan": "Budget"},
	} {
		checkKinds(t, columns, finance.CodeMayRepeat, cases)
	}
}

// A line that is there again is told where it is much money: wherever it stands where lines have
// budgets and nothing else recurs, and else where it is the only one.
func TestALineThatIsThereAgain(t *testing.T) {
	six := others(6)
	lines := strings.SplitAfter(strings.TrimSuffix(six, "\n"), "\n")
	again := func(at ...int) string {
		var b strings.Builder
		for i, line := range lines {
			b.WriteString(line)
			for _, n := range at {
				if n == i {
					b.WriteString(line)
				}
			}
		}
		return dated + b.String() + "\n"
	}
	checkKinds(t, datedColumns, finance.CodeMayRepeat, []kindCase{
		{"none", dated + six, ""},
		{"one", again(5), "the line is the one above it again, £21,021.23, with the same codes, dates, words and amounts, and no other line of the ledger is there twice"},
		{"two", again(5, 20), "2 lines are the ones above them again"},
		{"four", again(5, 20, 33, 41), "4 lines are the ones above them again, £86,083.91 in all"},
		{"one further down", dated + six + lines[5], "1 line is here a second time, £21,021.23 in all, with the same codes, dates, words and amounts, and no other line of the ledger is there twice"},
		{"four in all", again(5) + lines[9] + lines[30] + lines[50], "4 lines are here a second time, £84,099.06 in all"},
		{"many", again(5, 20, 33, 41, 44, 46, 48, 50, 52, 54), ""},
		{"one that was taken back", dated + six + lines[5] + takenBack(lines[5], ""), ""},
		{"one that was taken back in another month", dated + six + lines[5] + takenBack(lines[5], "31/03/2026"), ""},
		{"an accrual, taken back and made again", dated + six + takenBack(lines[5], "") + lines[5], ""},
		{"lines with the codes and days of others", dated + six + lines[5] + lines[9] + lines[30] + strings.Replace(lines[40], ".", "1.", 2), ""},
		{"a small one", again(5) + "S1,Stamps,1,30/06/2025,12.00,11.50\nS1,Stamps,1,30/06/2025,12.00,11.50\n", "2 lines are the ones above them again, £21,032.73 in all"},
		{"small ones alone", dated + six + "S1,Stamps,1,30/06/2025,12.00,11.50\nS1,Stamps,1,30/06/2025,12.00,11.50\n", ""},
		{"another amount", dated + six + strings.Replace(lines[9], ".", "1.", 2), ""},
	})
	columns := map[string]string{"cost_centre": "CC", "description": "Name", "account": "Account", "date": "Date", "amount": "Actual"}
	checkKinds(t, columns, finance.CodeMayRepeat, []kindCase{ // without budgets, payments may recur
		{"one without budgets", dated + six + lines[5], "1 line is here a second time, £21,021.23 in all"},
		{"four without budgets", dated + six + lines[5] + lines[9] + lines[30] + lines[50], ""},
	})
	delete(columns, "date")
	checkKinds(t, columns, finance.CodeMayRepeat, []kindCase{{"without dates", "CC,Name,Account,Actual\nA,Care,1,20000.00\nA,Care,2,30000.00\nA,Care,2,30000.00\nA,Care,3,40000.00\n", ""}})
}

// takenBack is a line with the other sign and without its plan, of another day if there is one.
func takenBack(line, day string) string {
	f := strings.Split(strings.TrimSpace(line), ",")
	n := len(f)
	f[n-2], f[n-1] = "0.00", "-"+f[n-1]
	if day != "" {
		f[n-3] = day
	}
	return strings.Join(f, ",") + "\n"
}
