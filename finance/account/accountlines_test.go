package account

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"apr/finance"
)

// setAmounts has lines of a text with other amounts, by their number.
func setAmounts(text string, amounts map[int]string) string {
	lines := strings.SplitAfter(text, "\n")
	for n, amount := range amounts {
		lines[n] = lines[n][:strings.LastIndexByte(lines[n], ',')+1] + amount + "\n"
	}
	return strings.Join(lines, "")
}

// without has a text without some of its lines.
func without(text string, numbers ...int) string {
	var b strings.Builder
	n := 0
	for line := range strings.Lines(text) {
		if !slices.Contains(numbers, n) {
			b.WriteString(line)
		}
		n++
	}
	return b.String()
}

// account are four lines of an account.
func account(centre, code string, plan string, amounts ...string) string {
	var b strings.Builder
	for q, amount := range amounts {
		if amount != "" {
			fmt.Fprintf(&b, "%s,Day care,%s,%s,%s,%s\n", centre, code, yearEnds[q], plan, amount)
		}
	}
	return b.String()
}

// In an even ledger a line with two digits exchanged, or a wrong one, is told. What came once, a
// service that is new, an account that goes up and down, and what adjusts the year are none, and
// where costs come once elsewhere nobody knows.
func TestMistypedLines(t *testing.T) {
	six := others(6)
	salaries := account("D1", "1000", "352050.00", "349321.17", "352321.00", "358410.20", "351018.66")
	typed := func(amounts map[int]string) string { return dated + six + setAmounts(salaries, amounts) }
	adjusted := dated
	for line := range strings.Lines(six) {
		adjusted += line
		if f := strings.Split(strings.TrimSpace(line), ","); f[3] == "31/03/2026" {
			adjusted += strings.Join(f[:4], ",") + ",0.00,8417.20\n"
		}
	}
	lumpy := ""
	for i := range 2 {
		lumpy += account("L1", fmt.Sprint(4000+i), "20000.00", "5120.11", "38104.20", "5200.19", "31876.40")
	}
	checkKinds(t, datedColumns, finance.CodeImplausible, []kindCase{
		{"none", typed(nil), ""},
		{"the first digits exchanged", typed(map[int]string{1: "532321.00"}), "the account 1000 of the cost centre Day care (D1) has £532,321.00 in September, where £352,050.00 was planned, and from £349,321.17 to £358,410.20 in its other periods: two of its digits seem to be exchanged"},
		{"a first digit wrong", typed(map[int]string{1: "952321.00"}), "one of its digits seems to be wrong"},
		{"a digit twice", typed(map[int]string{1: "3352321.17"}), "has £3,352,321.17 in September, where £352,050.00 was planned, and from £349,321.17 to £358,410.20 in its other periods: one of its digits seems to be there twice"},
		{"a digit lost", dated + six + account("D1", "1000", "1052050.00", "1049321.17", "152321.30", "1058410.20", "1051018.66"), "has £152,321.30 in September, where £1,052,050.00 was planned, and from £1,049,321.17 to £1,058,410.20 in its other periods: one of its digits seems to be missing"},
		{"below it", typed(map[int]string{2: "158410.20"}), "has £158,410.20 in December"},
		{"in the last period of a ledger that is even all over", typed(map[int]string{3: "531018.66"}), "has £531,018.66 in March"},
		{"income", dated + six + account("D1", "9100", "-52000.00", "-51204.10", "-25841.66", "-53310.90", "-52740.00"), "has −£25,841.66 in September"},
		{"without a plan", dated + six + strings.ReplaceAll(setAmounts(salaries, map[int]string{1: "532321.00"}), "352050.00", ""), "two of its digits seem to be exchanged"},
		{"far from its plan all year", dated + six + account("D1", "2000", "20000.00", "81204.10", "82841.66", "28310.90", "82740.00"), "has £28,310.90 in December"},
		{"two of them", dated + setAmounts(six, map[int]string{5: "71021.50"}) + setAmounts(salaries, map[int]string{1: "532321.00"}), "has £532,321.00"},

		{"a cost that came once", typed(map[int]string{1: "487116.40"}), ""},
		{"not twice what it was, and no digits exchanged", typed(map[int]string{1: "652321.00"}), ""},
		{"in round sums", typed(map[int]string{1: "550000.00"}), ""},
		{"beside a cost that came once elsewhere", dated + setAmounts(six, map[int]string{5: "46118.20"}) + setAmounts(salaries, map[int]string{1: "532321.00"}), ""},
		{"a new service without a plan", dated + six + account("N1", "1000", "0.00", "12000.11", "31000.60", "58000.10", "86120.20"), ""},
		{"an account that goes up and down", dated + six + account("D1", "4000", "352050.00", "211203.10", "532321.00", "340212.10", "301400.70"), ""},
		{"a ledger that goes up and down", typed(map[int]string{1: "532321.00"}) + lumpy, ""},
		{"adjustments of the year's end", adjusted, ""},
		{"a last period in a ledger that isn't even all over", dated + others(10) + lumpy[:len(lumpy)/2] + setAmounts(salaries, map[int]string{3: "531018.66"}), ""},
		{"a small amount", dated + six + account("D1", "5500", "4000.00", "3910.20", "9310.80", "4010.11", "3981.20"), ""},
		{"too few lines", dated + others(2) + setAmounts(salaries, map[int]string{1: "532321.00"}), ""},
		{"two lines of the period", typed(map[int]string{1: "352321.00"}) + "D1,Day care,1000,30/09/2025,0.00,180000.00\n", ""},
		{"back pay in each account", dated + strings.NewReplacer("31/12/2025,20000.00,2", "31/12/2025,20000.00,3", "31/12/2025,21000.00,2", "31/12/2025,21000.00,3").Replace(six), ""},
	})
	once := "CC,Name,Account,Budget,Actual\n"
	for n := range 36 {
		once += fmt.Sprintf("P%d,Team %d,%d,%d.00,%d.%02d\n", n/6, n/6, 4000+n%6, 210_000+n*1000, 208_000+n*1117, n)
	}
	columns := map[string]string{"cost_centre": "CC", "description": "Name", "account": "Account", "plan": "Budget", "amount": "Actual"}
	checkKinds(t, columns, finance.CodeImplausible, []kindCase{
		{"a line for the year", once, ""},
		{"that is mistyped", strings.Replace(once, ",215000.00,213585.05", ",215000.00,813585.05", 1), "the account 4005 of the cost centre Team 0 (P0) has £813,585.05, where £215,000.00 was planned: one of its digits seems to be wrong"},
		{"and another that is overspent", strings.NewReplacer(",215000.00,213585.05", ",215000.00,813585.05", ",220000.00,219170.10", ",220000.00,301170.10").Replace(once), ""},
	})
}

// The related place is that of another period, whose amount says what the line should be near.
func TestPlaceOfAMistypedLine(t *testing.T) {
	spec := one(datedColumns)
	spec.Limits = finance.Limits{FromPlan: 9999}
	text := dated + others(6) + setAmounts(account("D1", "1000", "352050.00", "349321.17", "352321.00", "358410.20", "351018.66"), map[int]string{1: "532321.00"})
	_, p := said(t, spec, finance.CodeImplausible, spec.Ledgers[0].File, text)
	if p == nil || p.Position.Line != 75 || p.Likely || len(p.Related) != 1 || p.Related[0].Position.Line != 74 || p.Related[0].Message != "£349,321.17 in June" || p.Hint != "see whether it is £352,321.00" {
		t.Errorf("%+v", p)
	}
}

// A quarter of one account that was lost is told; what began later, ended earlier, or comes and
// goes has lost nothing.
func TestAccountWithoutAQuarter(t *testing.T) {
	six := others(6)
	day := account("D1", "1000", "52050.00", "51321.17", "52321.00", "51410.20", "52018.66") + account("D1", "2000", "9050.00", "9021.17", "9321.00", "9410.20", "9018.66")
	told := "the account 5001 of the cost centre Community team B (B11) has lines in June, December and March, £63,"
	var months strings.Builder
	months.WriteString(dated)
	for c := range 5 {
		for m := 1; m <= 12; m++ {
			for n := range 3 {
				fmt.Fprintf(&months, "M%d,Team %c,%d,15/%02d/%d,4000.00,%d.17\n", c, 'A'+c, 4000+n, (m+2)%12+1, 2025+m/10, 3900+m*n+c)
			}
		}
	}
	other := func(plan string, amounts ...string) string {
		return dated + six + day + account("D1", "3000", plan, amounts...)
	}
	checkKinds(t, datedColumns, finance.CodeMonthsMissing, []kindCase{
		{"whole", dated + six + day, ""},
		{"a quarter", dated + without(six+day, 17), told},
		{"the last", dated + without(six+day, 75), "the account 1000 of the cost centre Day care (D1) has lines in June, September and December, £155,052.37 in all, and none in March, in which 19 other accounts have some"},
		{"a month", without(months.String(), 7), "the account 4000 of the cost centre Team A (M0) has lines in April, May, July, August"},
		{"a plan alone", dated + setAmounts(six+day, map[int]string{17: ""}), "and only a plan in September"},

		{"the first: it began later", dated + without(six+day, 72), ""},
		{"the last, and another ends earlier too", dated + without(six+day, 75, 70, 71), ""},
		{"two of them", dated + without(six+day, 13, 22), ""},
		{"two of its quarters", dated + without(six+day, 73, 74), ""},
		{"amounts that go up and down", other("52050.00", "21321.17", "", "91410.20", "44018.66"), ""},
		{"posted with the quarter behind it", other("52050.00", "51321.17", "", "103410.20", "52018.66"), ""},
		{"a plan that isn't the same", dated + six + day + "D1,Day care,3000,30/06/2025,50000.00,51000.10\nD1,Day care,3000,31/12/2025,80000.00,52000.10\nD1,Day care,3000,31/03/2026,50000.00,51000.40\n", ""},
		{"small amounts", other("250.00", "251.17", "", "251.20", "252.66"), ""},
		{"nought", dated + setAmounts(six+day, map[int]string{17: "0.00"}), ""},
		{"a ledger with gaps all over", dated + without(six+day, 1, 9, 18, 26, 34, 41, 50), ""},
		{"a whole cost centre", dated + six + centre("D1", "Day care", 0, 2, 3), "the cost centre Day care (D1) of Council has lines in"},
		{"in school terms", dated + six + strings.ReplaceAll(without(day, 1), "Day care", "School transport"), ""},
	})
	columns := map[string]string{"cost_centre": "CC", "description": "Name", "account": "Account", "account_description": "Account name", "date": "Date", "amount": "Actual"}
	named := func(text, name string) string { // the account's name, and no plan
		var b strings.Builder
		for line := range strings.Lines(text) {
			f := strings.Split(strings.TrimSpace(line), ",")
			fmt.Fprintf(&b, "%s,%s,%s,%s,%s,%s\n", f[0], f[1], f[2], name, f[3], f[5])
		}
		return b.String()
	}
	head := "CC,Name,Account,Account name,Date,Actual\n"
	checkKinds(t, columns, finance.CodeMonthsMissing, []kindCase{
		{"without plans", head + named(without(six+day, 17), "Pay"), "the account Pay (5001) of the cost centre Community team B (B11)"},
		{"that comes when it comes", head + named(six, "Pay") + named(without(day, 1), "Equipment and adaptations"), ""},
	})
}

// The same amounts under two accounts of a cost centre, or in two partners' ledgers, count twice,
// unless two accounts may well have them both.
func TestAccountsThatAreThereTwice(t *testing.T) {
	six := others(6)
	amounts := []string{"44201.17", "45190.35", "45190.35", "46184.93"}
	day := account("D1", "3000", "45050.00", amounts...) + account("D1", "1000", "9050.00", "9021.17", "9321.00", "9410.20", "9018.66")
	checkKinds(t, datedColumns, finance.CodeMayRepeat, []kindCase{
		{"none", dated + six + day, ""},
		{"under another account", dated + six + day + account("D1", "3100", "45050.00", amounts...), "the accounts 3000 and 3100 of the cost centre Day care (D1) have the same amounts and plans in each of 4 periods, £180,766.80 in all: the same money seems to count twice"},
		{"without its plan", dated + six + day + account("D1", "3100", "0.00", amounts...), "have the same amounts in each of 4 periods"},

		{"one amount differs", dated + six + day + account("D1", "3100", "45050.00", append([]string{"44201.18"}, amounts[1:]...)...), ""},
		{"three quarters", dated + six + account("D1", "3000", "45050.00", amounts[0], amounts[1], "", amounts[3]) + account("D1", "3100", "45050.00", amounts[0], amounts[1], "", amounts[3]), ""},
		{"round sums", dated + six + account("D1", "3000", "9000.00", "8000.00", "9000.00", "9500.00", "9900.00") + account("D1", "3100", "9000.00", "8000.00", "9000.00", "9500.00", "9900.00"), ""},
		{"the same over and over", dated + six + account("D1", "3000", "9000.00", "8123.45", "8123.45", "8123.45", "8544.10") + account("D1", "3100", "9000.00", "8123.45", "8123.45", "8123.45", "8544.10"), ""},
		{"so much a day", dated + six + account("D1", "3000", "9000.00", "9009.91", "9108.92", "9108.92", "8910.90") + account("D1", "3100", "9000.00", "9009.91", "9108.92", "9108.92", "8910.90"), ""},
		{"taken back", dated + six + account("D1", "3000", "9000.00", amounts...) + account("D1", "9000", "0.00", "-44201.17", "-45190.35", "-45190.35", "-46184.93"), ""},
		{"in another cost centre", dated + six + day + account("D2", "3100", "45050.00", amounts...), ""},
	})
	spec := finance.Spec{Year: 2025, Ledgers: []finance.LedgerSpec{{File: "a.csv", Partner: "Council", Columns: datedColumns}, {File: "b.csv", Partner: "NHS", Columns: datedColumns}}}
	spec.Limits = finance.Limits{FromPlan: 9999}
	for _, c := range []kindCase{
		{"none", dated + others(4), ""},
		{"the account", dated + others(4) + account("D1", "3000", "45050.00", amounts...), "the account 3000 of the cost centre Day care (D1) is in the ledgers a.csv and b.csv with the same codes and amounts, in each of 4 periods, £180,766.80 in all: the same money seems to count twice"},
		{"another account", dated + others(4) + account("D1", "3001", "45050.00", amounts...), ""},
		{"another cost centre", dated + others(4) + account("D7", "3000", "45050.00", amounts...), ""},
		{"other amounts", dated + others(4) + account("D1", "3000", "45050.00", amounts[0], amounts[1], amounts[3], amounts[2]), ""},
		{"as income", dated + others(4) + account("D1", "3000", "0.00", "-44201.17", "-45190.35", "-45190.35", "-46184.93"), ""},
	} {
		second := strings.ReplaceAll(c.text, "Community team", "Ward")
		second = strings.NewReplacer("B10,", "H10,", "B11,", "H11,", "B12,", "H12,", "B13,", "H13,").Replace(second)
		got, _ := said(t, spec, finance.CodeMayRepeat, "a.csv", dated+six+day, "b.csv", second)
		if (got == "") != (c.want == "") || !strings.Contains(got, c.want) {
			t.Errorf("%s: %q; want %q", c.name, got, c.want)
		}
	}
}

// An account whose amounts go back to April grows in each period by its plan; one that grows
// otherwise doesn't.
func TestAccountsToDate(t *testing.T) {
	six := others(6)
	day := account("D1", "1000", "9050.00", "9021.17", "9321.00", "9410.20", "9018.66")
	of := func(plan string, amounts ...string) string {
		return dated + six + day + account("D1", "3000", plan, amounts...)
	}
	checkKinds(t, datedColumns, finance.CodeMayRepeat, []kindCase{
		{"each period by itself", of("87600.00", "83591.28", "87073.58", "87073.58", "90558.16"), ""},
		{"to date", of("87600.00", "83591.28", "170664.86", "257738.44", "348296.60"), "the amounts of the account 3000 of the cost centre Day care (D1) grow in each period by about what was planned for it, from £83,591.28 to £348,296.60: they seem to go back to April, and their sum, £860,291.18 where £350,400.00 was planned, counts the first months again"},
		{"income to date", of("-87600.00", "-83591.28", "-170664.86", "-257738.44", "-348296.60"), "from −£83,591.28 to −£348,296.60"},
		{"growth", of("87600.00", "41591.28", "62664.86", "88738.44", "118296.60"), ""},
		{"growth in another step", of("87600.00", "87591.28", "120664.86", "157738.44", "198296.60"), ""},
		{"a plan that grows as well", dated + six + day + "D1,Day care,3000,30/06/2025,50000.00,51000.10\nD1,Day care,3000,30/09/2025,100000.00,101000.10\nD1,Day care,3000,31/12/2025,150000.00,152000.10\nD1,Day care,3000,31/03/2026,200000.00,201000.40\n", ""},
		{"without a plan", of("0.00", "83591.28", "170664.86", "257738.44", "348296.60"), ""},
	})
}
