package main

import (
	"bytes"
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"

	"golang.org/x/text/encoding/charmap"
)

// moorlandCSV is the ledger as the health board's finance system writes it: a
// few lines of preamble, Windows-1252, negative amounts in brackets, a grand
// total at the foot.
func moorlandCSV(all []line) ([]byte, error) {
	slices.SortStableFunc(all, func(a, b line) int { return cmp.Compare(a.centre.code, b.centre.code) })
	var out strings.Builder
	row := func(fields ...string) { out.WriteString(strings.Join(fields, ",") + "\r\n") }
	row("NHS Moorland", "", "", "", "", "", "", "", "")
	row(quoted("Carrickmoor IJB – delegated, hosted and set-aside budgets (invented figures)"), "", "", "", "", "", "", "", "")
	row("Financial year:", "2025/26", "", "Periods:", "1 to 13", "", "", quoted("All amounts in £"), "")
	row("Report run:", quoted("08/05/2026 14:22"), "", "", "", "", "", "", "")
	row("", "", "", "", "", "", "", "", "")
	for i, h := range []string{"Cost Centre", "Cost Centre Description", "Account", "Account Description", "Period", "Period End", "Budget for Period", "Actual for Period", "Variance"} {
		if i > 0 {
			out.WriteByte(',')
		}
		out.WriteString(quoted(h))
	}
	out.WriteString("\r\n")
	for _, l := range all {
		row(l.centre.code, quoted(l.centre.name), l.account.code, quoted(l.account.name),
			strconv.Itoa(l.period), periodEnd(l.period).Format("02/01/2006"),
			quoted(brackets(l.plan)), quoted(brackets(l.actual)), quoted(brackets(l.plan-l.actual)))
	}
	plan, actual := totals(all)
	row("", "", "", "", "", "", "", "", "")
	row("Grand Total", "", "", "", "", "", quoted(brackets(plan)), quoted(brackets(actual)), quoted(brackets(plan-actual)))
	text, err := charmap.Windows1252.NewEncoder().String(out.String())
	return []byte(text), err
}

// councilCSV is the ledger as the council's finance system writes it: UTF-8
// with a byte order mark, codes with leading zeros, a minus behind the amount,
// in order of period.
func councilCSV(all []line) []byte {
	slices.SortStableFunc(all, func(a, b line) int { return cmp.Compare(a.period, b.period) })
	var out bytes.Buffer
	out.WriteString("\ufeff")
	row := func(fields ...string) { out.WriteString(strings.Join(fields, ",") + "\r\n") }
	row("Company Code", "Fiscal Year", "Posting Period", "Cost Centre", "Cost Centre Name", "Cost Element", "Cost Element Name", "Plan Costs", "Actual Costs")
	for _, l := range all {
		row("0100", "2025", fmt.Sprintf("%03d", l.period), l.centre.code, quoted(l.centre.name),
			l.account.code, quoted(l.account.name), trailing(l.plan), trailing(l.actual))
	}
	plan, actual := totals(all)
	row("Total", "", "", "", "", "", "", trailing(plan), trailing(actual))
	return out.Bytes()
}

func quoted(s string) string { return `"` + strings.ReplaceAll(s, `"`, `""`) + `"` }

// brackets writes an amount as 1,234.56 or (1,234.56).
func brackets(p pence) string {
	if p < 0 {
		return "(" + brackets(-p) + ")"
	}
	return thousands(p)
}

// trailing writes an amount as 1,234.56 or 1,234.56-, quoted where it has a
// comma.
func trailing(p pence) string {
	s := thousands(max(p, -p))
	if p < 0 {
		s += "-"
	}
	if strings.Contains(s, ",") {
		return quoted(s)
	}
	return s
}

func thousands(p pence) string {
	digits := strconv.FormatInt(p/100, 10)
	for i := len(digits) - 3; i > 0; i -= 3 {
		digits = digits[:i] + "," + digits[i:]
	}
	return fmt.Sprintf("%s.%02d", digits, p%100)
}

// periodEnd is the last day of a period; period 1 is April, 13 closes the year.
func periodEnd(period int) time.Time {
	return time.Date(2025, time.April+time.Month(min(period, 12)), 0, 0, 0, 0, 0, time.UTC)
}
