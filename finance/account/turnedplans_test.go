package account

import (
	"fmt"
	"strings"
	"testing"

	"apr/finance"
)

// staffed are five homes with pay and supplies in each month. of() says what was planned for the
// pay of the first home and spent on it.
func staffed(name string, of func(m int, plan, amount float64) (float64, float64)) string {
	var b strings.Builder
	b.WriteString(monthHeads)
	for h := range 5 {
		for n, title := range []string{name, "Supplies"} {
			b.WriteString(months(fmt.Sprintf("H%d", h), fmt.Sprintf("Care home %c", 'A'+h), fmt.Sprint(1000*(n+1)), title, func(m int) (float64, float64, bool) {
				plan := 30_000 + float64(h)*1_000 - float64(n)*9_000
				amount := plan + float64(m*m*37-m*411+h*53+n*17) + 0.37
				if h == 0 && n == 0 {
					plan, amount = of(m, plan, amount)
				}
				return plan, amount, true
			}))
		}
	}
	return b.String()
}

// A budget with a minus sign that doesn't belong there takes the plan down by twice what it is. A
// budget that is planned anew takes it back, and puts it elsewhere; savings are below nought.
func TestPlanWithTheWrongSign(t *testing.T) {
	turned := func(from, to int) func(int, float64, float64) (float64, float64) {
		return func(m int, plan, amount float64) (float64, float64) {
			if m >= from && m <= to {
				plan = -plan
			}
			return plan, amount
		}
	}
	plans := func(of map[int]float64) func(int, float64, float64) (float64, float64) {
		return func(m int, plan, amount float64) (float64, float64) {
			if p, ok := of[m]; ok {
				plan = p
			}
			return plan, amount
		}
	}
	const pay = "Pay"
	checkKinds(t, monthColumns, finance.CodeImplausible, []kindCase{
		{"none", staffed(pay, turned(0, 0)), ""},
		{"one line", staffed(pay, turned(4, 4)), "1 line of the account Pay (1000) of the cost centre Care home A (H0) is planned at −£30,000.00, below nought, and £28,948.37 was spent; the account's other 11 periods are planned above nought: with a minus sign that doesn't belong there the planned spending is £60,000.00 too small"},
		{"the first", staffed(pay, turned(1, 1)), "1 line of the account Pay"},
		{"three lines", staffed(pay, turned(2, 4)), "3 lines of the account Pay (1000) of the cost centre Care home A (H0) are planned at −£90,000.00"},
		{"a whole account", staffed(pay, turned(1, 12)), "12 lines of the account Pay (1000) of the cost centre Care home A (H0) are planned at −£360,000.00, below nought, and £351,996.44 was spent; the account is planned above nought in 4 other cost centres"},
		{"planned anew", staffed(pay, plans(map[int]float64{5: -30_000, 6: 90_000})), ""},
		{"planned anew at the year's end", staffed(pay, plans(map[int]float64{5: -30_000, 12: 90_000})), ""},
		{"taken down by little", staffed(pay, plans(map[int]float64{5: -2_500})), ""},
		{"taken down by much", staffed(pay, plans(map[int]float64{12: -200_000})), ""},
		{"savings", staffed("Pay savings", turned(4, 4)), ""},
		{"less than is looked at", strings.ReplaceAll(staffed(pay, turned(4, 4)), "-30000.00,28948.37", "-9000.00,8948.37"), ""},
	})
}

// The same where each account has one line for the year.
func TestPlanOfTheYearWithTheWrongSign(t *testing.T) {
	const heads = "CC,Name,Account,Title,Budget,Actual\n"
	columns := map[string]string{"cost_centre": "CC", "description": "Name", "account": "Account", "account_description": "Title", "plan": "Budget", "amount": "Actual"}
	ledger := func(more string) string {
		var b strings.Builder
		b.WriteString(heads)
		for i := range 12 {
			fmt.Fprintf(&b, "C%d,Team %c,1000,Pay,%d.00,%d.17\nC%d,Team %c,9000,Client contributions,-%d.00,-%d.23\n", i, 'A'+i, 400_000+i*7_000, 401_000+i*6_900, i, 'A'+i, 40_000+i*700, 39_000+i*740)
		}
		return b.String() + more
	}
	checkKinds(t, columns, finance.CodeImplausible, []kindCase{
		{"none", ledger(""), ""},
		{"pay", ledger("D1,Team M,1000,Pay,-410000.00,409000.55\n"), "1 line of the account Pay (1000) of the cost centre Team M (D1) is planned at −£410,000.00, below nought, and £409,000.55 was spent; the account is planned above nought in 12 other cost centres: with a minus sign"},
		{"an account of its own", ledger("D1,Team M,3000,Premises,-410000.00,409000.55\n"), "in the ledger's other accounts the two have the same sign"},
		{"far from it", ledger("D1,Team M,3000,Premises,-410000.00,300000.55\n"), ""},
		{"a reserve", ledger("D1,Team M,3000,Transfer from reserve,-410000.00,409000.55\n"), ""},
		{"a round target", ledger("D1,Efficiency target,3000,Premises,-400000.00,409000.55\n"), ""},
		{"a savings target", ledger("D1,Savings to be found,3000,Premises,-410000.00,409000.55\n"), ""},
		{"many of them", ledger("D1,Team M,3000,Premises,-410000.00,409000.55\nD2,Team N,3000,Premises,-410000.00,409000.55\nD3,Team O,3000,Premises,-410000.00,409000.55\n"), ""},
	})
}
