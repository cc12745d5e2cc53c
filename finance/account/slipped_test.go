package account

import (
	"fmt"
	"strings"
	"testing"

	"apr/finance"
)

// A line whose decimal point has slipped is ten times its plan, or a tenth of it, in a ledger
// whose other lines are near theirs; a line with a small plan is no such, and in a ledger of
// which many lines are far off their plan none is told.
func TestLinesWhosePointHasSlipped(t *testing.T) {
	times := func(text string, factor float64, at ...int) string {
		var b strings.Builder
		n := 0
		for line := range strings.Lines(text) {
			f := strings.Split(strings.TrimSpace(line), ",")
			for _, i := range at {
				if m, err := finance.ParseMoney(f[len(f)-1]); i == n && err == nil {
					f[len(f)-1] = fmt.Sprint(finance.Money(float64(m)*factor + 0.5))
				}
			}
			n++
			b.WriteString(strings.Join(f, ",") + "\n")
		}
		return b.String()
	}
	six, day := others(6), centre("D1", "Day care", 0, 1, 2, 3)
	overspent := ""
	for i := range 4 {
		overspent += fmt.Sprintf("B1%d,Community team %c,5009,31/03/2026,6000.00,%d7041.37\n", i, 'A'+i, 5+i)
	}
	checkKinds(t, datedColumns, finance.CodeImplausible, []kindCase{
		{"none", dated + six + day, ""},
		{"ten times", dated + six + times(day, 10, 5), "1 line of the cost centre Day care (D1), £210,131.50, is ten times what was planned for it, £21,000.00, and the others are near their plan"},
		{"a tenth", dated + six + times(day, 0.1, 5), "1 line of the cost centre Day care (D1), £2,101.32, is a tenth of what was planned for it, £21,000.00"},
		{"in two cost centres", dated + times(six, 10, 3) + times(day, 10, 5), "1 line of the cost centre Community team A (B10), £200,"},
		{"a small plan", dated + six + day + "D1,Day care,5009,31/03/2026,500.00,5000.00\n", ""},
		{"a plan of some thousands", dated + six + day + "D1,Day care,5009,31/03/2026,2000.00,19999.90\n", ""},
		{"another last digit", dated + six + day + "D1,Day care,5009,31/03/2026,9000.00,90013.47\n", ""},
		{"six times", dated + six + times(day, 6, 5), ""},
		{"many that are far off", dated + six + overspent + times(day, 10, 5), ""},
		{"a payment in whole pounds, and two cost centres are far off", dated + others(40) + overspent[:strings.Index(overspent, "B12")] + day + "D1,Day care,5009,31/03/2026,9000.00,90000.00\n", ""},
		{"with pence, and two cost centres are far off", dated + others(40) + overspent[:strings.Index(overspent, "B12")] + day + "D1,Day care,5009,31/03/2026,9000.00,90013.40\n", "is ten times"},
		{"half spent", dated + six + times(day, 0.5, 5, 6, 7), ""},
	})
	columns := map[string]string{"cost_centre": "CC", "description": "Name", "account": "Account", "date": "Date", "plan": "Budget", "debit": "Debit", "credit": "Credit"}
	checkKinds(t, columns, finance.CodeImplausible, []kindCase{{"in a column of debits", "CC,Name,Account,Date,Budget,Debit,Credit\n" + strings.ReplaceAll(six+times(day, 10, 5), "\n", ",\n"), "1 line of the cost centre Day care (D1)"}})
}

// Lines that have lost their last group of digits are a thousandth of their plan.
func TestLinesThatHaveLostAGroup(t *testing.T) {
	lost := func(text string, groups int, at ...int) string {
		var b strings.Builder
		n := 0
		for line := range strings.Lines(text) {
			f := strings.Split(strings.TrimSpace(line), ",")
			for _, i := range at {
				if m, err := finance.ParseMoney(f[len(f)-1]); i == n && err == nil {
					f[len(f)-1] = fmt.Sprintf("%d", int(m)/100/groups)
				}
			}
			n++
			b.WriteString(strings.Join(f, ",") + "\n")
		}
		return b.String()
	}
	six, day := others(6), centre("D1", "Day care", 0, 1, 2, 3)
	few := "D1,Day care,5009,30/06/2025,15000.00,14.20\nD1,Day care,5009,30/09/2025,15000.00,0.00\n"
	checkKinds(t, datedColumns, finance.CodeImplausible, []kindCase{
		{"three", dated + six + lost(day, 1000, 1, 2, 3), "3 lines of the cost centre Day care (D1), £60.00 in all, are about a thousandth of what was planned for them, £60,000.00, and the others are near their plan"},
		{"one", dated + six + lost(day, 1000, 2), "1 line of the cost centre Day care (D1), £20.00, is about a thousandth of what was planned for it, £20,000.00"},
		{"all", dated + six + lost(day, 1000, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11), "0.10% of the £252,000.00 planned for 2025/26"},
		{"hardly anything was spent", dated + six + day + strings.ReplaceAll(few, "14.20", "140.20"), ""},
		{"small plans", dated + six + day + strings.ReplaceAll(few, "15000.00,14.20", "900.00,1.10"), ""},
	})
}
