package account

import (
	"fmt"
	"math/rand/v2"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"apr/finance"
	"apr/finance/internal/ledgertest"
	"apr/finance/ledger"
	"apr/finance/ledger/scan"
	"apr/internal/rounds"
	"apr/internal/source"
)

// ledgerLines are the lines from, from+1 … of an endless ledger with a header.
func ledgerLines(from, to int) string {
	var b strings.Builder
	b.WriteString("Cost centre,Account,Amount\n")
	for i := from; i < to; i++ {
		r := rand.New(rand.NewPCG(4, uint64(i)))
		fmt.Fprintf(&b, "C%d,%d,%d.%02d\n", r.IntN(40), 4000+r.IntN(90), r.IntN(9000), r.IntN(100))
	}
	return b.String()
}

func TestLikeLedgers(t *testing.T) {
	quoted := strings.ReplaceAll(strings.ReplaceAll(ledgerLines(0, 50), "C1,", "\"c1 \","), "\n", "\r\n")
	for _, c := range rounds.Few(t, []struct {
		name, first, second string
		partner             string // of the second
		kind                finance.Kind
		alike               int
		want, says          string
	}{
		{"byte for byte", ledgerLines(0, 50), ledgerLines(0, 50), "NHS", "", 0, finance.CodeSameLedger, "all lines of the ledger b.csv (50 lines, "},
		{"three lines", ledgerLines(0, 3), ledgerLines(0, 3), "nhs ", "", 0, finance.CodeSameLedger, "all lines"},
		{"saved by another program", ledgerLines(0, 50), quoted, "NHS", "", 0, finance.CodeSameLedger, "all lines"},
		{"period 11 and period 12", ledgerLines(0, 1100), ledgerLines(0, 1200), "NHS", "", 0, finance.CodeSameLedger, "about 92% of the lines of the ledger b.csv"},
		{"the later first", ledgerLines(0, 1200), ledgerLines(0, 1100), "NHS", "", 0, finance.CodeSameLedger, "about 100% of the lines"},
		{"nine in ten corrected", ledgerLines(0, 1000), ledgerLines(100, 1100), "NHS", "", 0, finance.CodeSameLedger, "900 lines"},
		{"one line less than that", ledgerLines(0, 1000), ledgerLines(101, 1101), "NHS", "", 0, "", ""},
		{"another limit", ledgerLines(0, 1000), ledgerLines(101, 1101), "NHS", "", 80, finance.CodeSameLedger, "899 lines"},
		{"two months", ledgerLines(0, 1000), ledgerLines(1000, 2000), "NHS", "", 0, "", ""},
		{"two partners", ledgerLines(0, 50), ledgerLines(0, 50), "Council", "", 0, finance.CodeLikeLedger, "unless NHS and Council have the same lines"},
		{"spend as planned", ledgerLines(0, 50), ledgerLines(0, 50), "NHS", finance.Plan, 0, "", ""},
		{"large", ledgerLines(0, 30_000), ledgerLines(0, 31_000), "NHS", "", 0, finance.CodeSameLedger, "of the lines of the ledger b.csv"},
		{"some of a few lines", ledgerLines(0, 3), ledgerLines(0, 4), "NHS", "", 0, "", ""},
	}) {
		t.Run(c.name, func(t *testing.T) {
			spec := finance.Spec{Year: 2025, Limits: finance.Limits{AlikeLines: c.alike}, Ledgers: []finance.LedgerSpec{
				{File: "a.csv", Partner: "NHS", Position: ledgertest.At(1), Columns: ledgertest.Columns},
				{File: "b.csv", Partner: c.partner, Kind: c.kind, Position: ledgertest.At(2), Columns: ledgertest.Columns}},
				Rules: []finance.Rule{{When: map[string]string{"cost_centre": "*"}, Matter: finance.CareHome, Position: ledgertest.At(3)}}}
			for _, how := range []ledger.Reading{{}, {Strict: true}, {Scan: scan.Sizes{Block: 4 << 10, Scanners: 2}}} {
				a, err := compute(t.Context(), ledgertest.Files("a.csv", c.first, "b.csv", c.second), spec, how)
				if err != nil {
					t.Fatal(err)
				}
				got, message := "", ""
				for _, p := range a.Doubts {
					if p.Code == finance.CodeSameLedger || p.Code == finance.CodeLikeLedger {
						got, message = got+p.Code, p.Message
						if p.Position != ledgertest.At(2) || p.About != "b.csv" || p.Likely != (p.Code == finance.CodeSameLedger) {
							t.Errorf("%+v", p)
						}
					}
				}
				if got != c.want || !strings.Contains(message, c.says) {
					t.Errorf("%+v: %s: %s; want %s: %s", how, got, message, c.want, c.says)
				}
			}
		})
	}
}

// What is read twice is read twice for two years, too: one of them is wrong.
func TestOneLedgerForTwoYears(t *testing.T) {
	spec := finance.Spec{Year: 2025, Ledgers: []finance.LedgerSpec{
		{File: "a.csv", Partner: "NHS", Year: 2024, Columns: ledgertest.Columns}, {File: "b.csv", Partner: "NHS", Columns: ledgertest.Columns}}}
	a, err := compute(t.Context(), ledgertest.Files("a.csv", ledgerLines(0, 50), "b.csv", ledgerLines(0, 50)), spec, ledger.Reading{})
	if err != nil {
		t.Fatal(err)
	}
	if p := a.Doubts[slices.IndexFunc(a.Doubts, func(p *source.Problem) bool { return p.Code == finance.CodeSameLedger })]; p.Code != finance.CodeSameLedger || !strings.Contains(p.Message, "one is given for 2024/25 and the other for 2025/26") {
		t.Error(p)
	}
}

// Two exports that were pasted one below the other are in one file.
func TestALedgerThatHoldsItsLinesTwice(t *testing.T) {
	const header = "Cost centre,Account,Amount\n"
	var lines, others strings.Builder
	for i := range 40 {
		fmt.Fprintf(&lines, "A%d,%d,%d.%02d\n", i, 5000+i%7, 100+3*i, i)
		fmt.Fprintf(&others, "A%d,%d,%d.%02d\n", i%3, 5000, 100+3*(i/2), 0)
	}
	const want = "nearly each line of the ledger l.csv (80 lines, £12,695.60) is there twice, with the same cost centre, account, date and amount: the same money counts twice"
	for name, c := range map[string]struct {
		text string
		want bool
	}{
		"once":                   {header + lines.String(), false},
		"twice":                  {header + lines.String() + lines.String(), true},
		"twice, with the header": {header + lines.String() + header + lines.String(), true},
		"like lines":             {header + others.String(), false},
		"a few lines twice":      {header + strings.Repeat("A,1,5.00\nB,1,6.00\n", 2), false},
	} {
		spec := one(map[string]string{"cost_centre": "Cost centre", "account": "Account", "amount": "Amount"})
		spec.Ledgers[0].File = "l.csv"
		a, err := bothPaths(t, []byte(c.text), spec, 0)
		if err != nil {
			t.Fatal(err)
		}
		got := doubts(a, finance.CodeSameLedger)
		if c.want != (len(got) == 1) {
			t.Errorf("%s: %q", name, got)
		}
		if name == "twice" && (len(got) != 1 || !strings.Contains(got[0], want)) {
			t.Errorf("%s: %q; want %q", name, got, want)
		}
	}
}

// One day is written in several ways: the money is the same all the same.
func TestLikeLedgersWhoseDatesAreWrittenInOtherWays(t *testing.T) {
	lines := func(form string) string {
		var b strings.Builder
		b.WriteString("Cost centre,Date,Amount\n")
		for i := range 12 {
			fmt.Fprintf(&b, "A%d,%s,%d.00\n", i%3, time.Date(2025, 4, 3+28*i, 0, 0, 0, 0, time.UTC).Format(form), 20+i%2)
		}
		return b.String()
	}
	columns := map[string]string{"cost_centre": "Cost centre", "date": "Date", "amount": "Amount"}
	rows := [][]any{{"Cost centre", "Date", "Amount"}}
	for i := range 12 {
		rows = append(rows, []any{fmt.Sprint("A", i%3), time.Date(2025, 4, 3+28*i, 0, 0, 0, 0, time.UTC), 20 + i%2})
	}
	for name, c := range map[string]struct {
		second string
		want   bool
	}{
		"ISO": {lines("2006-01-02"), true}, "two digits": {lines("2/1/06"), true}, "cells of dates": {string(workbook(t, "L", rows...)), true},
		"another order": {lines("01/02/2006"), false}, "months": {lines("Jan-06"), false},
	} {
		spec := finance.Spec{Year: 2025, Ledgers: []finance.LedgerSpec{{File: "a.csv", Partner: "NHS", Columns: columns}, {File: "b.csv", Partner: "NHS", Columns: columns}}}
		for _, how := range []ledger.Reading{{}, {Strict: true}} {
			a, err := compute(t.Context(), ledgertest.Files("a.csv", lines("02/01/2006"), "b.csv", c.second), spec, how)
			if err != nil {
				t.Fatal(err)
			}
			if got := doubts(a, finance.CodeSameLedger); (len(got) == 1) != c.want {
				t.Errorf("%s: %q", name, got)
			}
		}
	}
	a, err := bothPaths(t, []byte(lines("02/01/2006")+strings.TrimPrefix(lines("2006-01-02"), "Cost centre,Date,Amount\n")), one(columns), 0)
	if err != nil {
		t.Fatal(err)
	}
	if got := doubts(a, finance.CodeSameLedger); len(got) != 1 {
		t.Errorf("within one file: %q", got)
	}
}

// Part of an export that was pasted into it once more counts twice.
func TestAPartOfALedgerThatIsThereTwice(t *testing.T) {
	const header = "Cost centre,Account,Date,Amount\n"
	line := func(i int) string {
		return fmt.Sprintf("A%d,%d,%s,%d.%02d\n", i%9, 5000+i%7, time.Date(2025, 4, 1+i, 0, 0, 0, 0, time.UTC).Format("02/01/2006"), 100+7*i, i%100)
	}
	span := func(from, to int) string {
		var b strings.Builder
		for i := from; i < to; i++ {
			b.WriteString(line(i))
		}
		return b.String()
	}
	undated := func(text string) string { // the day goes, the account tells lines apart
		return regexp.MustCompile(`\d\d/\d\d/\d{4}`).ReplaceAllString(text, "")
	}
	weekly := func() string { // one fee, each week, in a column that isn't mapped
		var b strings.Builder
		for i := range 52 {
			fmt.Fprintf(&b, "C1,4000,%s,812.40\n", time.Date(2025, 4, 3+7*i, 0, 0, 0, 0, time.UTC).Format("02/01/2006"))
		}
		return b.String()
	}
	recurring := func() string { // the same thirty payments each month of a quarter, without a day
		var b strings.Builder
		for range 3 {
			b.WriteString(undated(span(0, 30)))
		}
		return b.String()
	}
	const says = " are there twice in the same order, in lines 42 to 80 and again in lines 158 to 196, with the same cost centre, account, date and amount: the same money counts twice"
	for name, c := range rounds.FewOf(t, map[string]struct {
		text string
		want string
	}{
		"once":                         {span(0, 195), ""},
		"39 lines at the end":          {span(0, 156) + span(40, 79), "39 lines (£20,030.01) of the ledger l.csv (195 lines, "},
		"39 lines without days":        {undated(span(0, 156) + span(40, 79)), "39 lines (£20,030.01)"},
		"in the middle":                {span(0, 100) + span(20, 60) + span(100, 195), "40 lines"},
		"right below":                  {span(0, 40) + span(20, 40) + span(40, 100), "20 lines"},
		"twice more":                   {span(0, 100) + span(20, 60) + span(20, 60), "40 lines"},
		"a line of it corrected":       {span(0, 100) + span(20, 40) + line(999) + span(41, 60), "39 lines"},
		"nine lines":                   {span(0, 100) + span(20, 29), ""},
		"ten lines":                    {span(0, 100) + span(20, 30), "10 lines"},
		"ten lines without days":       {undated(span(0, 100) + span(20, 30)), ""},
		"lines here and there":         {span(0, 100) + line(3) + span(100, 120) + line(40) + span(120, 130) + line(77) + line(12), ""},
		"two people at one fee":        {weekly() + weekly() + span(0, 60), ""},
		"the same each month, undated": {recurring(), ""},
		"what was taken back":          {span(0, 100) + strings.ReplaceAll(span(20, 60), "\n", "-\n"), ""},
	}) {
		spec := one(map[string]string{"cost_centre": "Cost centre", "account": "Account", "date": "Date", "amount": "Amount"})
		if strings.Contains(name, "undated") || strings.Contains(name, "without days") {
			delete(spec.Ledgers[0].Columns, "date")
		}
		spec.Ledgers[0].File = "l.csv"
		a, err := bothPaths(t, []byte(header+c.text), spec, 0)
		if err != nil {
			t.Fatal(err)
		}
		got := doubts(a, finance.CodeSameLedger)
		if c.want == "" && len(got) > 0 || c.want != "" && (len(got) != 1 || !strings.Contains(got[0], c.want)) {
			t.Errorf("%s: %q; want %q", name, got, c.want)
		}
		if name == "39 lines at the end" && !strings.Contains(strings.Join(got, ""), says) {
			t.Errorf("%q; want %q", got, says)
		}
	}
}

// Of a large ledger a sample is kept, which shows a block of some part of it.
func TestAPartOfALargeLedgerThatIsThereTwice(t *testing.T) {
	if testing.Short() {
		t.Skip("left out by -short: a ledger of 33,000 lines, read in seven ways")
	}
	spec := one(map[string]string{"cost_centre": "Cost centre", "account": "Account", "amount": "Amount"})
	body := strings.TrimPrefix(ledgerLines(0, 30_000), "Cost centre,Account,Amount\n")
	block := strings.Join(strings.SplitAfter(body, "\n")[8_000:11_000], "")
	a, err := bothPaths(t, []byte("Cost centre,Account,Amount\n"+body+block), spec, 0)
	if err != nil {
		t.Fatal(err)
	}
	if got := doubts(a, finance.CodeSameLedger); len(got) != 1 || !strings.Contains(got[0], "many lines of the ledger") {
		t.Errorf("%q", got)
	}
	if a, err = bothPaths(t, []byte("Cost centre,Account,Amount\n"+body), spec, 0); err != nil || len(doubts(a, finance.CodeSameLedger)) > 0 {
		t.Errorf("%v: %q", err, doubts(a, finance.CodeSameLedger))
	}
}
