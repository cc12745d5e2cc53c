package account

import (
	"fmt"
	"strings"
	"testing"

	"apr/finance"
	"apr/finance/internal/ledgertest"
)

// Funding that was the plan in each other year, and is it now with two digits exchanged, was
// mistyped; money that came in the year was not.
func TestFundingWithDigitsExchanged(t *testing.T) {
	history := func(funding func(year int, plan int) int) string {
		var b strings.Builder
		b.WriteString("year,measure,dimension,item,amount\n")
		for y := 2020; y <= 2025; y++ {
			plan := 703_000_00 + (y-2020)*19_541_37
			if y < 2025 {
				fmt.Fprintf(&b, "%d/%d,plan,total,,%s\n", y, y-1999, finance.Money(plan))
			}
			fmt.Fprintf(&b, "%d/%d,funding,total,,%s\n", y, y-1999, finance.Money(funding(y, plan)))
		}
		return b.String()
	}
	in := func(year, to int) func(int, int) int {
		return func(y, plan int) int {
			if y == year {
				return to
			}
			return plan
		}
	}
	spec := one(map[string]string{"cost_centre": "CC", "amount": "Actual", "plan": "Budget"})
	spec.History = "h.csv"
	for _, c := range []struct {
		name string
		of   func(int, int) int
		want string
	}{
		{"equal", in(0, 0), ""},
		{"two digits", in(2025, 80_070_658), "£800,706.58 was paid or set aside in 2025/26 and £800,706.85 planned, and in each of the 5 other years the two are the same to the penny: two of the digits seem to be exchanged"},
		{"of a year before", in(2022, 74_028_274), "£740,282.74 was paid or set aside in 2022/23 and £742,082.74 planned"},
		{"money that came in the year", in(2025, 80_870_685), ""},
		{"two digits that stand apart", in(2025, 80_060_785), ""},
		{"two years", func(y, plan int) int {
			if y == 2022 {
				return 74_028_274
			}
			if y == 2023 {
				return plan + 90_000
			}
			return plan
		}, ""},
		{"years that differ", func(y, plan int) int {
			if y == 2022 {
				return 74_028_274
			}
			return plan + y
		}, ""},
	} {
		got, first := said(t, spec, finance.CodeImplausible, spec.Ledgers[0].File, "CC,Actual,Budget\nA,800706.85,800706.85\n", "h.csv", history(c.of))
		if (got == "") != (c.want == "") || !strings.Contains(got, c.want) {
			t.Errorf("%s: %q; want %q", c.name, got, c.want)
		}
		if c.want != "" && first != nil && len(first.Related) != 1 {
			t.Errorf("%s: %+v", c.name, first)
		}
	}
}

// One amount that is that of the year before to the penny stands in the wrong row; a round one, one
// that never changes, and a year in which several stay the same are no mistake of one row.
func TestAnAmountOfTheYearBefore(t *testing.T) {
	history := func(amount func(year int, item string, is int) int) string {
		var b strings.Builder
		b.WriteString("year,measure,dimension,item,amount\n")
		for y := 2020; y < 2025; y++ {
			for _, row := range []struct {
				dimension, item string
				is              int
			}{{"total", "", 1_000_000_11 + (y-2020)*4_000_03}, {"care group", "Older people", 600_000_17 + (y-2020)*2_000_41}, {"care group", "Learning disability", 200_000_29 + (y-2020)*1_000_37}} {
				if amount != nil {
					row.is = amount(y, row.item, row.is)
				}
				fmt.Fprintf(&b, "%d/%d,spend,%s,%s,%s\n", y, y-1999, row.dimension, row.item, finance.Money(row.is))
			}
		}
		return b.String()
	}
	older := func(year, to int) func(int, string, int) int {
		return func(y int, item string, is int) int {
			if y == year && item == "Older people" {
				return to
			}
			return is
		}
	}
	for _, c := range []struct {
		name string
		of   func(int, string, int) int
		want string
	}{
		{"as they are", nil, ""},
		{"that of the year before", older(2023, 604_000_99), "the spend on Older people is £604,000.99 in 2023/24, the amount of 2022/23 to the penny, and no other is that of the year before"},
		{"that of the year behind", older(2022, 606_001_40), "is £606,001.40 in 2023/24, the amount of 2022/23 to the penny"},
		{"nearly", older(2023, 604_000_98), ""},
		{"a round sum", func(y int, item string, is int) int {
			if item == "Older people" && (y == 2022 || y == 2023) {
				return 604_000_00
			}
			return is
		}, ""},
		{"it never changes", func(y int, item string, is int) int {
			if item == "Learning disability" {
				return 201_123_45
			}
			return is
		}, ""},
		{"all of the year", func(y int, item string, is int) int {
			if y == 2023 {
				return is - map[string]int{"": 4_000_03, "Older people": 2_000_41, "Learning disability": 1_000_37}[item]
			}
			return is
		}, ""},
	} {
		spec := one(map[string]string{"cost_centre": "Cost centre", "amount": "Amount"})
		spec.Ledgers[0].File, spec.History = "l.csv", "h.csv"
		spec.CareGroups = []string{"Older people", "Learning disability"}
		rule := func(centre, group string) finance.Rule {
			return finance.Rule{When: map[string]string{"cost_centre": centre}, Matter: finance.OtherSocialCare, CareGroup: group, Position: ledgertest.At(3)}
		}
		spec.Rules = []finance.Rule{rule("A", "Older people"), rule("B", "Learning disability"), rule("C", "")}
		got, _ := said(t, spec, finance.CodeImplausible, "l.csv", "Cost centre,Amount\nA,610000.00\nB,205000.00\nC,205000.00\n", "h.csv", history(c.of))
		if (got == "") != (c.want == "") || !strings.Contains(got, c.want) {
			t.Errorf("%s: %q; want %q", c.name, got, c.want)
		}
	}
}
