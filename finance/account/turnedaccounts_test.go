package account

import (
	"fmt"
	"strings"
	"testing"

	"apr/finance"
)

// months are lines of an account in each of twelve months, of which of() says plan and amount in
// pounds; no line where ok is false.
func months(centre, name, account, title string, of func(m int) (plan, amount float64, ok bool)) string {
	var b strings.Builder
	for m := 1; m <= 12; m++ {
		if plan, amount, ok := of(m); ok {
			fmt.Fprintf(&b, "%s,%s,%s,%s,%d,%.2f,%.2f\n", centre, name, account, title, m, plan, amount)
		}
	}
	return b.String()
}

var monthColumns = map[string]string{"cost_centre": "CC", "description": "Name", "account": "Account", "account_description": "Title", "period": "Period", "plan": "Budget", "amount": "Actual"}

const monthHeads = "CC,Name,Account,Title,Period,Budget,Actual\n"

// homes are care homes with spend and contributions. of() says what the contributions of each
// month of the first home are.
func homes(title string, of func(m int, amount float64) float64) string {
	var b strings.Builder
	b.WriteString(monthHeads)
	for h := range 5 {
		code, name := fmt.Sprintf("H%d", h), fmt.Sprintf("Care home %c", 'A'+h)
		b.WriteString(months(code, name, "1000", "Pay", func(m int) (float64, float64, bool) {
			return 300_000 + float64(h)*10_000, 300_000 + float64(h)*10_000 + float64(m*m*37-m*911+h*53) + 0.37, true
		}))
		for n, account := range []string{"9100", "9200"} {
			head := "Other income"
			if n == 0 {
				head = title
			}
			b.WriteString(months(code, name, account, head, func(m int) (float64, float64, bool) {
				amount := -float64(24_000+n*900+h*100+m*m*11) - 0.21
				if h == 0 && n == 0 {
					amount = of(m, amount)
				}
				return -25_000, amount, amount != 0
			}))
		}
	}
	return b.String()
}

// Income whose minus sign was lost, in one line, in some, or in a whole account, counts as spend.
// What was paid back and put right the month after, taken back in April, or moved to a reserve
// isn't.
func TestIncomeOfAnAccountThatLostItsSign(t *testing.T) {
	turned := func(from, to int) func(int, float64) float64 {
		return func(m int, amount float64) float64 {
			if m >= from && m <= to {
				return -amount
			}
			return amount
		}
	}
	at := func(amounts map[int]float64) func(int, float64) float64 {
		return func(m int, amount float64) float64 {
			if v, ok := amounts[m]; ok {
				return v
			}
			return amount
		}
	}
	const contributions = "Client contributions"
	checkKinds(t, monthColumns, finance.CodeImplausible, []kindCase{
		{"none", homes(contributions, turned(0, 0)), ""},
		{"one line", homes(contributions, turned(4, 4)), "1 line of the account Client contributions (9100) of the cost centre Care home A (H0), £24,176.21 in all, was planned at −£25,000.00, below nought, and 11 other lines of the account are below nought: income that counts as spend"},
		{"three lines", homes(contributions, turned(1, 3)), "3 lines of the account"},
		{"all of an account", homes(contributions, turned(1, 12)), "and the income of other accounts is below nought: income that counts as spend"},
		{"taken back in April", homes(contributions, turned(1, 1)), ""},
		{"put right the month after", homes(contributions, at(map[int]float64{6: 24_500.10, 7: -73_100.30})), ""},
		{"paid back little", homes(contributions, at(map[int]float64{6: 3_100.10})), ""},
		{"paid back much", homes(contributions, at(map[int]float64{6: 96_000.10})), ""},
		{"a reserve", homes("Transfer to and from reserves", turned(5, 5)), ""},
		{"less than is looked at", strings.ReplaceAll(homes(contributions, turned(4, 4)), "-25000.00,24176.21", "-9000.00,8176.21"), ""},
	})
}
