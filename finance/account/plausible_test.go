package account

import (
	"fmt"
	"strings"
	"testing"
	"testing/fstest"

	"apr/finance"
	"apr/finance/internal/ledgertest"
	"apr/finance/ledger"
	"apr/finance/ledger/scan"
	"apr/internal/rounds"
)

// doubts are those with a code, a line each.
func doubts(a *finance.Account, codes ...string) (list []string) {
	for _, p := range a.Doubts {
		for _, code := range codes {
			if p.Code == code {
				list = append(list, p.About+": "+p.Message)
			}
		}
	}
	return list
}

// TestTheYearThatALedgerSpeaksOf has what says the year in each place.
func TestTheYearThatALedgerSpeaksOf(t *testing.T) {
	const header, dated, periods, extra = "Cost centre,Account,Amount\n", "Cost centre,Date,Amount\n", "Cost centre,Period,Amount\n", "Cost centre,Account,Posting date,Amount\n"
	inYear := strings.Repeat("A,15/06/2025,1.00\nA,15/03/2026,1.00\n", 20)
	for _, c := range rounds.Few(t, []struct {
		name, file, text string
		column           string // mapped as well
		kind             finance.Kind
		want             string // the code, and some words
	}{
		{"nothing", "l.csv", header + "A,1,1.00\n", "", "", ""},
		{"this year", "l-2025-26.csv", "Financial year:,2025/26,to 31 March 2026\n" + header + "A,1,1.00\n", "", "", ""},
		{"a month of another year", "l.csv", "Cost centres for,March 2027\n" + header + "A,1,1.00\n", "", "", "other-year l.csv is given for 2025/26 and speaks of 2026/27"},
		{"last year's", "l.csv", "General ledger 2024–25\n" + header + "A,1,1.00\n", "", "", "other-year speaks of 2024/25"},
		{"last year for comparison", "l.csv", "2024/25 and 2025/26\n" + header + "A,1,1.00\n", "", "", ""},
		{"the day of the export", "l.csv", "Report run 08/05/2026 14:22\n" + header + "A,1,1.00\n", "", "", ""},
		{"period 9", "l.csv", "Period 9 December 2025\n" + header + "A,1,1.00\n", "", "", "stops-early no month of 2025/26 after December"},
		{"to period 12", "l.csv", "Periods 1 to 12\n" + header + "A,1,1.00\n", "", "", ""},
		{"the year's end in words", "l.csv", "Year to 31 March 2025\n" + header + "A,1,1.00\n", "", "", "other-year speaks of 2024/25"},
		{"a year behind letters", "ledger_FY2024-25.csv", header + "A,1,1.00\n", "", "", "other-year speaks of 2024/25"},
		{"a month that the ledger stops at", "l.csv", "Position as at 30 September 2025\n" + header + "A,1,1.00\n", "", "", "stops-early after September"},
		{"a year in each cell", "l.csv", strings.Replace(extra, "Posting date", "Year", 1) + strings.Repeat("A,1,2024/25,1.00\n", 20), "", "", "other-year speaks of 2024/25"},
		{"a file's name", "ledger_2024-25.csv", header + "A,1,1.00\n", "", "", "other-year speaks of 2024/25"},
		{"a file's month", "council P09 2025-26.csv", header + "A,1,1.00\n", "", "", "stops-early after December"},
		{"the day in a file's name", "l-2026-05-08.csv", header + "A,1,1.00\n", "", "", ""},
		{"dates", "l-2025-26.csv", dated + strings.Repeat("A,15/06/2024,1.00\n", 20), "date", "", `other-year speaks of 2024/25: nearly all dates or periods, such as "15/06/2024"`},
		{"some dates", "l.csv", dated + strings.Repeat("A,15/06/2025,1.00\nA,15/03/2026,1.00\nA,31/03/2025,1.00\n", 20), "date", "", ""},
		{"dates that stop", "l.csv", dated + strings.Repeat("A,15/06/2025,1.00\nA,31/12/2025,1.00\n", 20), "date", "", "stops-early after December (its dates or periods)"},
		{"periods that stop", "l.csv", periods + "A,001,1.00\nA,011,1.00\n", "period", "", "stops-early after February"},
		{"the year's end", "l.csv", periods + "A,001,1.00\nA,13,1.00\n", "period", "", ""},
		{"a plan needs no months", "l.csv", periods + "A,001,1.00\nA,011,1.00\n", "period", finance.Plan, ""},
		{"dates that aren't mapped", "l.csv", extra + strings.Repeat("A,1,2024-06-15,1.00\n", 20), "", "", `other-year speaks of 2024/25: the column "Posting date", which isn't mapped,`},
		{"those of this year", "l-2024-25.csv", extra + strings.Repeat("A,1,2025-06-15,1.00\n", 20), "", "", "ledger-says has dates of 2025/26, for which it is given, and speaks of 2024/25: the file's name"},
		{"days of birth", "l.csv", strings.Replace(extra, "Posting date", "Date of birth", 1) + strings.Repeat("A,1,1944-06-15,1.00\n", 20), "", "", ""},
		{"a fiscal year", "l.csv", strings.Replace(extra, "Posting date", "Fiscal Year", 1) + strings.Repeat("A,1,2025,1.00\n", 20), "", "", ""},
		{"a month with its year in a file's name", "ledger-march-2025.csv", header + "A,1,1.00\n", "", "", "other-year speaks of 2024/25: the file's name"},
		{"a month of the year in a file's name", "ledger-december-2025.csv", header + "A,1,1.00\n", "", "", "stops-early after December"},
		{"a month alone in a file's name", "ledger-march.csv", header + "A,1,1.00\n", "", "", ""},
		{"the month of the export in a file's name", "ledger june 2026.csv", header + "A,1,1.00\n", "", "", ""},
		{"a year behind a dash", "ledger-2024-25-final.csv", header + "A,1,1.00\n", "", "", "other-year speaks of 2024/25: the file's name"},
		{"a year in short", "FY2425 ledger.csv", header + "A,1,1.00\n", "", "", "other-year speaks of 2024/25: the file's name"},
		{"a code of four digits", "cost centre 4142.csv", header + "A,1,1.00\n", "", "", ""},
		{"another year's column", "l.csv", "Ledger 2025/26\nCost centre,Account,Amount\nA,1,1.00\n", "", "", ""},
		{"months that stop in a column that isn't mapped", "l.csv", strings.Replace(extra, "Posting date", "Month", 1) + "A,1,Apr-25,1.00\nA,1,Sep-25,2.00\n", "", "", `stops-early after September (the column "Month")`},
		{"periods that stop in a column that isn't mapped", "l.csv", strings.Replace(extra, "Posting date", "Period", 1) + "A,1,1,1.00\nA,1,9,2.00\n", "", "", `stops-early after December (the column "Period")`},
		{"days that stop in a column that isn't mapped", "l.csv", extra + strings.Repeat("A,1,15/04/2025,1.00\nA,1,2025-12-31,1.00\n", 20), "", "", `stops-early after December (the column "Posting date")`},
		{"days that don't, far down", "l.csv", extra + strings.Repeat("A,1,15/04/2025,1.00\nA,1,2025-12-31,1.00\n", 300) + "A,1,2026-03-31,1.00\n", "", "", ""},
		{"days of another year from far down on", "l.csv", extra + strings.Repeat("A,1,15/04/2025,1.00\n", 250) + strings.Repeat("A,1,15/04/2023,1.00\n", 2500), "", "", `other-year speaks of 2023/24: the column "Posting date", which isn't mapped,`},
		{"a note below the lines", "l.csv", header + "A,1,1.00\nPeriod 6 (September 2025),,\n", "", "", "stops-early after September"},
		{"headings of months", "l.csv", header + "April 2025,,\nA,1,1.00\nMarch 2026,,\nA,1,2.00\n", "", "", ""},
		{"two digits in each cell: 24/25", "l.csv", strings.Replace(extra, "Posting date", "Fin Yr", 1) + strings.Repeat("A,1,24/25,1.00\n", 20), "", "", `other-year speaks of 2024/25: the column "Fin Yr", which isn't mapped,`},
		{"two digits in each cell: FY24/25", "l.csv", strings.Replace(extra, "Posting date", "Fin Yr", 1) + strings.Repeat("A,1,FY24/25,1.00\n", 20), "", "", `other-year speaks of 2024/25: the column "Fin Yr", which isn't mapped,`},
		{"two digits in each cell: 24-25", "l.csv", strings.Replace(extra, "Posting date", "Fin Yr", 1) + strings.Repeat("A,1,24-25,1.00\n", 20), "", "", `other-year speaks of 2024/25: the column "Fin Yr", which isn't mapped,`},
		{"two digits in each cell: 2425", "l.csv", strings.Replace(extra, "Posting date", "Fin Yr", 1) + strings.Repeat("A,1,2425,1.00\n", 20), "", "", `other-year speaks of 2024/25: the column "Fin Yr", which isn't mapped,`},
		{"two digits in each cell: FY 24/25", "l.csv", strings.Replace(extra, "Posting date", "Fin Yr", 1) + strings.Repeat("A,1,FY 24/25,1.00\n", 20), "", "", `other-year speaks of 2024/25: the column "Fin Yr", which isn't mapped,`},
		{"no other year in each cell: Financial Year 25/26", "l.csv", strings.Replace(extra, "Posting date", "Financial Year", 1) + strings.Repeat("A,1,25/26,1.00\n", 20), "", "", ""},
		{"no other year in each cell: FY 2526", "l.csv", strings.Replace(extra, "Posting date", "FY", 1) + strings.Repeat("A,1,2526,1.00\n", 20), "", "", ""},
		{"no other year in each cell: Year 2026", "l.csv", strings.Replace(extra, "Posting date", "Year", 1) + strings.Repeat("A,1,2026,1.00\n", 20), "", "", ""},
		{"no other year in each cell: Bed 24/25", "l.csv", strings.Replace(extra, "Posting date", "Bed", 1) + strings.Repeat("A,1,24/25,1.00\n", 20), "", "", ""},
		{"no other year in each cell: Year group 12/13", "l.csv", strings.Replace(extra, "Posting date", "Year group", 1) + strings.Repeat("A,1,12/13,1.00\n", 20), "", "", ""},
		{"no other year in each cell: Fin Yr 24/26", "l.csv", strings.Replace(extra, "Posting date", "Fin Yr", 1) + strings.Repeat("A,1,24/26,1.00\n", 20), "", "", ""},
		{"no other year in each cell: Account 2 2425", "l.csv", strings.Replace(extra, "Posting date", "Account 2", 1) + strings.Repeat("A,1,2425,1.00\n", 20), "", "", ""},
		{"two digits above: Final outturn 24/25", "l.csv", "Final outturn 24/25\n" + header + "A,1,1.00\n", "", "", "other-year speaks of 2024/25"},
		{"two digits above: Year: 24/25", "l.csv", "Year: 24/25\n" + header + "A,1,1.00\n", "", "", "other-year speaks of 2024/25"},
		{"two digits above: FY 24-25", "l.csv", "FY 24-25\n" + header + "A,1,1.00\n", "", "", "other-year speaks of 2024/25"},
		{"two digits above: FY24/25", "l.csv", "FY24/25\n" + header + "A,1,1.00\n", "", "", "other-year speaks of 2024/25"},
		{"two digits above: Financial year '24/25", "l.csv", "Financial year '24/25\n" + header + "A,1,1.00\n", "", "", "other-year speaks of 2024/25"},
		{"two digits above: Outturn 24/25 final", "l.csv", "Outturn 24/25 final\n" + header + "A,1,1.00\n", "", "", "other-year speaks of 2024/25"},
		{"two digits above: 24/25 final outturn", "l.csv", "24/25 final outturn\n" + header + "A,1,1.00\n", "", "", "other-year speaks of 2024/25"},
		{"two digits above: As at 31/03/25", "l.csv", "As at 31/03/25\n" + header + "A,1,1.00\n", "", "", "other-year speaks of 2024/25"},
		{"two digits above: As at 31.03.25", "l.csv", "As at 31.03.25\n" + header + "A,1,1.00\n", "", "", "other-year speaks of 2024/25"},
		{"two digits above: Financial year to 31/03/25", "l.csv", "Financial year to 31/03/25\n" + header + "A,1,1.00\n", "", "", "other-year speaks of 2024/25"},
		{"two digits above: Year ended 31-03-25.", "l.csv", "Year ended 31-03-25.\n" + header + "A,1,1.00\n", "", "", "other-year speaks of 2024/25"},
		{"no other year above: Final outturn 25/26", "l.csv", "\"Final outturn 25/26\"\n" + header + "A,1,1.00\n", "", "", ""},
		{"no other year above: Outturn 25/26 with outturn 24/25", "l.csv", "\"Outturn 25/26 with outturn 24/25\"\n" + header + "A,1,1.00\n", "", "", ""},
		{"no other year above: Wards 12/13", "l.csv", "\"Wards 12/13\"\n" + header + "A,1,1.00\n", "", "", ""},
		{"no other year above: Outturn of wards 24/25", "l.csv", "\"Outturn of wards 24/25\"\n" + header + "A,1,1.00\n", "", "", ""},
		{"no other year above: Outturn 12/13", "l.csv", "\"Outturn 12/13\"\n" + header + "A,1,1.00\n", "", "", ""},
		{"no other year above: Period 12/13", "l.csv", "\"Period 12/13\"\n" + header + "A,1,1.00\n", "", "", ""},
		{"no other year above: Periods 24/25", "l.csv", "\"Periods 24/25\"\n" + header + "A,1,1.00\n", "", "", ""},
		{"no other year above: Outturn 24/26", "l.csv", "\"Outturn 24/26\"\n" + header + "A,1,1.00\n", "", "", ""},
		{"no other year above: Outturn 24/25/26", "l.csv", "\"Outturn 24/25/26\"\n" + header + "A,1,1.00\n", "", "", ""},
		{"no other year above: As at 31/03/26", "l.csv", "\"As at 31/03/26\"\n" + header + "A,1,1.00\n", "", "", ""},
		{"no other year above: As at 08/05/26", "l.csv", "\"As at 08/05/26\"\n" + header + "A,1,1.00\n", "", "", ""},
		{"no other year above: Ledgers 24/25", "l.csv", "\"Ledgers 24/25\"\n" + header + "A,1,1.00\n", "", "", ""},
		{"no other year above: Printed: year 24/25", "l.csv", "\"Printed: year 24/25\"\n" + header + "A,1,1.00\n", "", "", ""},
		{"no other year above: Run to 05/06/24", "l.csv", "\"Run to 05/06/24\"\n" + header + "A,1,1.00\n", "", "", ""},
		{"no other year above: Pages 24/25 of the year", "l.csv", "\"Pages 24/25 of the year\"\n" + header + "A,1,1.00\n", "", "", ""},
		{"no other year above: Year to 31/03/26, actual 25-26", "l.csv", "\"Year to 31/03/26, actual 25-26\"\n" + header + "A,1,1.00\n", "", "", ""},
		{"a file's name against its dates", "ledger-2024-25.csv", dated + inYear, "date", "", "ledger-says has dates of 2025/26, for which it is given, and speaks of 2024/25: the file's name"},
		{"a month above against the dates", "l.csv", "March 2027\n" + dated + inYear, "date", "", `ledger-says speaks of 2026/27: "March 2027" above the header`},
		{"a year above against the dates", "l.csv", "General ledger 2024/25,,\n" + dated + inYear, "date", "", `ledger-says speaks of 2024/25: "General ledger 2024/25" above the header`},
		{"a year's end above against the dates", "l.csv", "Year to 31 March 2027\n" + dated + inYear, "date", "", "ledger-says speaks of 2026/27"},
		{"another column of days against the dates", "l.csv", "Cost centre,Date,Posted,Amount\n" + strings.Repeat("A,15/06/2025,15/06/2023,1.00\nA,15/03/2026,15/07/2023,1.00\n", 20), "date", "", `ledger-says speaks of 2023/24: the column "Posted", which isn't mapped`},
		{"a period and its year above against the dates", "l.csv", "Period 12 2024\n" + dated + inYear, "date", "", `ledger-says speaks of 2024/25: "Period 12 2024" above the header`},
		{"a lone year above against the dates", "l.csv", "Financial year: 2024\n" + dated + inYear, "date", "", `ledger-says speaks of 2024/25`},
		{"a lone year above that is the ledger's", "l.csv", "Financial year: 2026\nFY2025\n2026 period 3\n" + dated + inYear, "date", "", ""},
		{"a lone year above of something else", "l.csv", "Base year 2023\nPrices of 2022\nRates of 2024\nPrinted: year 2024\n" + dated + inYear, "date", "", ""},
		{"a lone year above of last year's", "l.csv", "Prior year: 2024\n" + dated + inYear, "date", "", ""},
		{"a year below the header against the dates", "l.csv", dated + "2024/25,,\n" + inYear, "date", "", `ledger-says speaks of 2024/25: "2024/25" below the header`},
		{"a year further down", "l.csv", dated + inYear + "2024/25,,\n" + inYear, "date", "", ""},
		{"the ledger's year below the header", "l.csv", dated + "2025/26,,\n" + inYear, "date", "", ""},
		{"a lone year in a file's name against the dates", "ledger-2024.csv", dated + inYear, "date", "", "ledger-says speaks of 2024/25: the file's name"},
		{"a month of a year in a file's name against the dates", "ledger_202412_final.csv", dated + inYear, "date", "", "ledger-says speaks of 2024/25: the file's name"},
		{"lone years in a file's name that may be the ledger's", "ledger-2025-v2026.csv", dated + inYear, "date", "", ""},
		{"the year of the export in a file's name", "ledger-2027.csv", dated + inYear, "date", "", ""},
		{"a lone year beside the ledger's in a file's name", "ledger 2025-26 layout 2021.csv", dated + inYear, "date", "", ""},
		{"a code in a file's name", "GL2022 report 20240.csv", dated + inYear, "date", "", ""},
		{"periods with another year", "l.csv", "Cost centre,Date,Period,Amount\n" + strings.Repeat("A,15/06/2025,202401,1.00\nA,15/03/2026,202412,1.00\n", 20), "date", "", `ledger-says speaks of 2024/25: the column "Period", which isn't mapped`},
		{"periods with another year behind them", "l.csv", "Cost centre,Date,Posting period,Amount\n" + strings.Repeat("A,15/06/2025,001/2024,1.00\nA,15/03/2026,012/2024,1.00\n", 20), "date", "", `ledger-says speaks of 2024/25`},
		{"periods with the ledger's year", "l.csv", "Cost centre,Date,Period,Amount\n" + strings.Repeat("A,15/06/2025,202501,1.00\nA,15/03/2026,202612,1.00\n", 20), "date", "", ""},
		{"codes that aren't periods", "l.csv", "Cost centre,Date,Team,Amount\n" + strings.Repeat("A,15/06/2025,202401,1.00\nA,15/03/2026,202412,1.00\n", 20), "date", "", ""},
		{"a fiscal year against the dates", "l.csv", "Cost centre,Date,Fiscal year,Amount\n" + strings.Repeat("A,15/06/2025,2026/27,1.00\nA,15/03/2026,2026/27,1.00\n", 20), "date", "", `other-year speaks of 2026/27: the column "Fiscal year", which isn't mapped,`},
		{"a fiscal year on most lines", "l.csv", "Cost centre,Date,FY,Amount\n" + strings.Repeat("A,15/06/2025,24/25,1.00\nA,15/03/2026,24/25,1.00\n", 20) + "A,15/03/2026,25/26,1.00\n", "date", "", `other-year speaks of 2024/25: the column "FY", which isn't mapped,`},
		{"a fiscal year against days that aren't mapped", "l.csv", "Cost centre,Posted,Fiscal year,Amount\n" + strings.Repeat("A,15/06/2025,2026/27,1.00\nA,15/03/2026,2026/27,1.00\n", 20), "", "", `other-year speaks of 2026/27`},
		{"periods name no year", "ledger-2024-25.csv", periods + "A,001,1.00\nA,012,1.00\n", "period", "", "other-year speaks of 2024/25: the file's name"},
		{"periods below a month of another year", "l.csv", "March 2027\n" + periods + "A,001,1.00\nA,012,1.00\n", "period", "", "other-year speaks of 2026/27"},
		{"periods that stop below a heading that doesn't", "l.csv", "Periods 1 to 12\n" + periods + "A,001,1.00\nA,011,1.00\n", "period", "", "stops-early after February"},
		{"periods with their year", "ledger-2024-25.csv", periods + "A,2025/26 P1,1.00\nA,2025/26 P12,1.00\n", "period", "", "ledger-says the file's name"},
		{"the ledger's year in each column", "l.csv", "Cost centre,Date,Fiscal year,Amount\n" + strings.Repeat("A,15/06/2025,2026,1.00\nA,15/03/2026,2026,1.00\n", 20), "date", "", ""},
		{"the year of something else", "l.csv", "Cost centre,Date,Contract year,Amount\n" + strings.Repeat("A,15/06/2025,2023/24,1.00\nA,15/03/2026,2023/24,1.00\n", 20), "date", "", ""},
		{"when a plan was made", "plan-march-2025.csv", "March 2025\n" + dated + inYear, "date", finance.Plan, ""},
		{"a plan of another year", "plan-2024-25.csv", dated + inYear, "date", finance.Plan, "ledger-says speaks of 2024/25: the file's name"},
		{"when it was printed", "l.csv", "Printed 12 April 2027\nRun date: 14/11/2026\n" + dated + inYear, "date", "", ""},
		{"a day after the year's end", "l.csv", "12 April 2026\n14 November 2026\n03/03/2027 09:12\n" + dated + inYear, "date", "", ""},
		{"last year beside this one", "l-2024-25-and-2025-26.csv", "2024/25\n2025/26\n" + dated + inYear, "date", "", ""},
		{"balances of the last year's end", "l.csv", "With opening balances at 31 March 2025\n" + dated + inYear, "date", "", ""},
		{"another fiscal year", "l.csv", strings.Replace(extra, "Posting date", "Fiscal Year", 1) + strings.Repeat("A,1,2023,1.00\n", 20), "", "", "other-year speaks of 2023/24"},
	}) {
		columns := map[string]string{"cost_centre": "Cost centre", "amount": "Amount"}
		if c.column != "" {
			columns[c.column] = strings.ToUpper(c.column[:1]) + c.column[1:]
		}
		spec := finance.Spec{Year: 2025, Ledgers: []finance.LedgerSpec{{File: c.file, Partner: "P", Kind: c.kind, Columns: columns, Position: ledgertest.At(3)}}}
		for _, how := range []ledger.Reading{{}, {Strict: true}, {Scan: scan.Sizes{Block: 50, Scanners: 2}}} {
			a, err := compute(t.Context(), ledgertest.Files(c.file, c.text), spec, how)
			if err != nil {
				t.Fatalf("%s: %v", c.name, err)
			}
			got := ""
			for _, p := range a.Doubts {
				if p.Code == finance.CodeOtherYear || p.Code == finance.CodeStopsEarly || p.Code == finance.CodeLedgerSays {
					got += p.Code + " " + p.Message
				}
			}
			code, words, _ := strings.Cut(c.want, " ")
			if (got == "") != (c.want == "") || !strings.HasPrefix(got, code) || !strings.Contains(got, words) {
				t.Errorf("%s: %+v: %q; want %q", c.name, how, got, c.want)
			}
		}
	}
}

// A column of another year is the wrong one to read, whatever the title says; years of
// lines are reported where a column that isn't mapped has them.
func TestYearsOfColumns(t *testing.T) {
	const four = "Ledger of 2025/26\nCentre,Actual 2024/25,Actual 2025/26,FY\nA,1.00,2.00,2024/25\nB,3.00,4.00,2025/26\nC,5.00,9.00,2025/26\n"
	for column, want := range map[string]string{
		"Actual 24/25":   `the ledger l.csv is given for 2025/26 and speaks of 2024/25: the column "Actual 24/25"`,
		"Actual 25/26":   "",
		"Actual 2024/25": `the ledger l.csv is given for 2025/26 and speaks of 2024/25: the column "Actual 2024/25"`,
		"Actual 2025/26": "",
	} {
		lines := four
		if !strings.Contains(column, "20") {
			lines = strings.NewReplacer("Actual 20", "Actual ").Replace(four)
		}
		spec := one(map[string]string{"cost_centre": "Centre", "amount": column})
		spec.Ledgers[0].File = "l.csv"
		a, err := bothPaths(t, []byte(lines), spec, 0)
		if err != nil {
			t.Fatal(err)
		}
		got := ""
		for _, p := range a.Doubts {
			if p.Code == finance.CodeOtherYear {
				got += p.Message
			}
		}
		if got != want {
			t.Errorf("%s: %q; want %q", column, got, want)
		}
		const mixed = `1 line is of another year than 2025/26 in the column "FY", which isn't mapped, such as "2024/25", counted all the same`
		if len(a.Problems) != 1 || a.Problems[0].Message != mixed || a.Problems[0].Code != finance.CodeOutsideYear || a.Problems[0].Position.Line != 3 {
			t.Errorf("%s: %s; want %s", column, messages(a.Problems), mixed)
		}
	}
}

func TestTwelveFilesOfAMonthEach(t *testing.T) {
	files, spec := []string{}, finance.Spec{Year: 2025}
	for n := 1; n <= 12; n++ {
		name := fmt.Sprintf("p%02d.csv", n)
		files = append(files, name, fmt.Sprintf("Cost centre,Period,Amount\nA,%d,%d.00\n", n, n))
		spec.Ledgers = append(spec.Ledgers, finance.LedgerSpec{File: name, Partner: "P", Columns: map[string]string{"cost_centre": "Cost centre", "period": "Period", "amount": "Amount"}})
	}
	a, err := compute(t.Context(), ledgertest.Files(files...), spec, ledger.Reading{})
	if err != nil || len(doubts(a, finance.CodeStopsEarly, finance.CodeSameLedger)) != 0 {
		t.Error(err, doubts(a, finance.CodeStopsEarly, finance.CodeSameLedger))
	}
}

func TestMoneyThatCannotBeRight(t *testing.T) {
	const plain = "Cost centre,Account,Amount\nA,1,1000000.00\n"
	row := func(measure, amount string) string { return "2025/26," + measure + ",total,," + amount + "\n" }
	for _, c := range []struct {
		name, ledger, history string
		limits                finance.Limits
		code, want            string // "" for none
	}{
		{"as funded", plain, row("funding", "990000.00"), finance.Limits{}, "", ""},
		{"137%", plain, row("funding", "727802.04"), finance.Limits{}, finance.CodeImplausible, "spend and funding: £1,000,000.00 was spent and £727,802.04 paid or set aside: spend is 137.4% of it"},
		{"a wider limit", plain, row("funding", "727802.04"), finance.Limits{FromFunding: 40}, "", ""},
		{"twice", plain, row("funding", "499999.99"), finance.Limits{FromFunding: 1000}, finance.CodeBeyondFunding, "spend is 200.0% of it"},
		{"thousands", plain, row("funding", "988.79"), finance.Limits{}, finance.CodeBeyondFunding, "spend is 101,134% of it"},
		{"a thousandth", plain, row("funding", "990000000.00"), finance.Limits{}, finance.CodeBeyondFunding, "spend is 0.10% of it"},
		{"far from last year", plain, "2024/25,spend,total,,700000.00\n", finance.Limits{}, finance.CodeImplausible, "2025/26 and the year before: the spend of 2025/26 is £1,000,000.00, 142.9% of the £700,000.00 of 2024/25"},
		{"near last year", plain, "2024/25,spend,total,,800000.00\n", finance.Limits{}, "", ""},
		{"a matter", plain, "2024/25,spend,matter,4(2)(c),500000.00\n", finance.Limits{}, finance.CodeImplausible, "4(2)(c) and last year: the spend on "},
		{"a matter that is nothing now", plain, "2024/25,spend,matter,4(2)(d),5000.00\n", finance.Limits{}, finance.CodeImplausible, "4(2)(d) and last year: nothing was spent on "},
		{"far from its plan", "Cost centre,Account,Plan,Amount\nA,1,600000.00,1000000.00\n", "", finance.Limits{}, finance.CodeImplausible, "4(2)(c) and its plan: the spend on "},
		{"a header in thousands", "Cost centre,Account,Amount £000\nA,1,1000.00\n", "", finance.Limits{}, finance.CodeUnits, `l.csv: the ledger l.csv says "Amount £000", and its amounts were read as pounds`},
		{"thousands above", "All figures in £'000\n" + plain, "", finance.Limits{}, finance.CodeUnits, `"All figures in £'000"`},
		{"millions above", "(£m)\n" + plain, "", finance.Limits{}, finance.CodeUnits, `"(£m)"`},
		{"pounds above", "\"All amounts in £, 1,000 lines\"\n" + plain, "", finance.Limits{}, "", ""},
	} {
		columns := map[string]string{"cost_centre": "Cost centre", "account": "Account", "amount": "Amount"}
		if strings.Contains(c.ledger, "Plan") {
			columns["plan"] = "Plan"
		}
		if strings.Contains(c.ledger, "Amount £000") {
			columns["amount"] = "Amount £000"
		}
		total := finance.Money(1)
		spec := finance.Spec{Year: 2025, Limits: c.limits, History: "h.csv", Rules: []finance.Rule{
			{When: map[string]string{"cost_centre": "*"}, Matter: finance.CareHome, Funding: finance.SetAside},
			{When: map[string]string{"cost_centre": "Z"}, Matter: finance.UnpaidCarers}},
			Ledgers: []finance.LedgerSpec{{File: "l.csv", Partner: "P", Columns: columns, ControlTotal: &total}}}
		a, err := compute(t.Context(), ledgertest.Files("l.csv", c.ledger, "h.csv", "year,measure,dimension,item,amount\n"+c.history), spec, ledger.Reading{})
		if err != nil {
			t.Fatalf("%s: %v", c.name, err)
		}
		all := doubts(a, finance.CodeImplausible, finance.CodeBeyondFunding, finance.CodeUnits, finance.CodeNoControl)
		if c.want == "" && len(all) > 0 {
			t.Errorf("%s: %q", c.name, all)
		}
		if got := strings.Join(doubts(a, c.code), "\n"); c.want != "" && !strings.Contains(got, c.want) {
			t.Errorf("%s: %q; want %q", c.name, all, c.want)
		}
	}
}

func TestAHistoryInMillions(t *testing.T) {
	a, err := compute(t.Context(), ledgertest.Files("h.csv", "Spend in £m\nyear,measure,dimension,item,amount\n2024/25,spend,total,,1.00\n"), finance.Spec{Year: 2025, History: "h.csv"}, ledger.Reading{})
	if err != nil || len(doubts(a, finance.CodeUnits)) != 1 {
		t.Error(err, doubts(a, finance.CodeUnits))
	}
}

func TestWithoutSetAsideOrControlTotal(t *testing.T) {
	spec := finance.Spec{Year: 2025, Ledgers: []finance.LedgerSpec{{File: "l.csv", Partner: "P", Columns: ledgertest.Columns}}}
	a, err := compute(t.Context(), ledgertest.Files("l.csv", "Cost centre,Account,Amount\nA,1,5.00\n"), spec, ledger.Reading{})
	if err != nil {
		t.Fatal(err)
	}
	got := strings.Join(doubts(a, finance.CodeImplausible, finance.CodeNoControl), "\n")
	if want := "set-aside: no amount is set aside: no line, plan or funding is of large hospitals\nl.csv: the ledger l.csv (1 line, £5.00) has no control total: that it is whole can't be checked"; got != want {
		t.Errorf("%s", got)
	}
}

// A ledger says in its first line or its header that its amounts aren't pounds.
func TestAmountsThatArentPounds(t *testing.T) {
	const lines = "A,1,1000.00\nB,1,2000.00\n"
	headers := map[string]bool{
		"Actual 000s": true, "Actual (pence)": true, "Actual pence": true, "Actual in pence": true, "Actual (€)": true, "Actual €": true, "Actual (EUR)": true,
		"Actual US$": true, "Actual USD": true, "Actual ($)": true, "Actual (Euros)": true,
		"Actual": false, "Actual (£)": false, "Actual (GBP)": false, "Actual (EUR in GBP)": false, "Actual (converted from USD)": false, "Actual (pounds and pence)": false,
		"Actual 2025": false, "Actual European": false, "Actual (p)": false, "Actual codes 1000s": false,
	}
	above := map[string]bool{
		"Figures in 000s": true, "Amounts in '000s": true, "Amounts in pence": true, "All amounts in pence.": true, "All amounts in US$ at the year's end": true,
		"Figures are in euros": true, "Currency: EUR": true, "Amounts shown in €": true,
		"Figures in pounds and pence": false, "Rates in pence per mile": false, "All amounts in GBP, those in EUR at the year's end": false, "Figures in £": false,
		"Currency: GBP": false, "EUR programme costs": false, "Accounts 1000s to 9000s": false, "Account codes 000s to 900s": false, "All amounts in £ (US$ converted)": false,
	}
	check := func(header, first string, want bool) {
		spec := one(map[string]string{"cost_centre": "Cost centre", "amount": header})
		a, err := bothPaths(t, []byte(first+"Cost centre,Account,"+header+"\n"+lines), spec, 0)
		if err != nil {
			t.Fatal(err)
		}
		if got := doubts(a, finance.CodeUnits); (len(got) == 1) != want {
			t.Errorf("%q %q: %q; want %v", first, header, got, want)
		}
	}
	for header, want := range headers {
		check(header, "", want)
	}
	for line, want := range above {
		check("Actual", "\""+line+"\"\n", want)
	}
}

// A column of currencies says that an amount is in another one, unless the amounts are in
// pounds by their header.
func TestAColumnOfCurrencies(t *testing.T) {
	for _, c := range rounds.Few(t, []struct {
		header, column, cell string
		want                 bool
	}{
		{"Actual", "Ccy", "EUR", true}, {"Actual", "Currency", "usd", true}, {"Actual", "Ccy", "GBP", false}, {"Actual", "Site", "EUR", false},
		{"Actual GBP", "Currency", "EUR", false}, {"Actual (£)", "Currency", "EUR", false}, {"Amount in local currency", "Currency", "EUR", false}, {"Actual", "Document currency", "EUR", false},
	}) {
		spec := one(map[string]string{"cost_centre": "Cost centre", "amount": c.header})
		a, err := bothPaths(t, []byte("Cost centre,"+c.header+","+c.column+"\nA,1000.00,GBP\nB,60.00,"+c.cell+"\n"), spec, 0)
		if err != nil {
			t.Fatal(err)
		}
		if got := doubts(a, finance.CodeUnits); (len(got) == 1) != c.want {
			t.Errorf("%+v: %q", c, got)
		}
	}
	rows := "Cost centre,Actual,Ccy\n" + strings.Repeat("A,1000.00,GBP\n", 5000) + "B,60.00,CHF\nB,40.00,\nB,6.00,STG\nB,0.50,chf\n"
	a, err := bothPaths(t, []byte(rows), one(map[string]string{"cost_centre": "Cost centre", "amount": "Actual"}), 0)
	if err != nil {
		t.Fatal(err)
	}
	if got := doubts(a, finance.CodeUnits); len(got) != 1 || !strings.Contains(got[0], "Ccy CHF on 2 lines, £60.50 in all") {
		t.Errorf("a currency far down: %q", got)
	}
}

// The budget's column in place of the actual one makes each service cost its plan.
func TestThePlanReadAsSpend(t *testing.T) {
	rows := "CC,Budget,Actual\nA1,10.00,12.00\nB1,20.00,19.00\nC1,30.00,31.00\n"
	for columns, want := range map[string]int{"Budget": 1, "Actual": 0} {
		spec := one(map[string]string{"cost_centre": "CC", "plan": "Budget", "amount": columns})
		for _, centre := range []string{"A1", "B1", "C1"} {
			spec.Rules = append(spec.Rules, finance.Rule{When: map[string]string{"cost_centre": centre}, Matter: finance.CareHome, Service: "Service " + centre})
		}
		a, err := compute(t.Context(), fstest.MapFS{spec.Ledgers[0].File: {Data: []byte(rows)}}, spec, ledger.Reading{})
		if err != nil {
			t.Fatal(err)
		}
		found := 0
		for _, p := range a.Doubts {
			if p.About == "spend and plan" {
				found++
			}
		}
		if found != want {
			t.Errorf("%s: %d findings, want %d", columns, found, want)
		}
	}
}

// An empty cell beside a budget isn't nought.
func TestBudgetsWithoutAnActual(t *testing.T) {
	const header = "Cost centre,Account,Actual,Budget\n"
	spent, empty, none := "A,1,90.00,100.00\n", "B,2,,100.00\n", "C,3,0.00,100.00\n"
	for name, c := range rounds.FewOf(t, map[string]struct{ text, want string }{
		"all spent":                 {strings.Repeat(spent, 100), ""},
		"nought":                    {strings.Repeat(spent, 100) + strings.Repeat(none, 30), ""},
		"two of them":               {strings.Repeat(spent, 3) + strings.Repeat(empty, 2), ""},
		"few of many, little money": {strings.Repeat(spent, 1000) + strings.Repeat("B,2,,1.00\n", 5), ""},
		"without a budget either":   {strings.Repeat(spent, 10) + strings.Repeat("B,2,,\n", 30), ""},
		"many": {strings.Repeat(spent, 100) + strings.Repeat(empty, 30),
			"empty actuals of data/council.csv: 30 lines of the ledger data/council.csv (130 lines) have a budget, £3,000.00 in all, and an empty cell for what was spent: they count as nothing spent"},
		"a tenth of the lines": {strings.Repeat(spent, 27) + strings.Repeat("B,2,,0.01\n", 3), "3 lines of the ledger data/council.csv (30 lines) have a budget, £0.03 in all"},
		"few with much money":  {strings.Repeat(spent, 1000) + strings.Repeat("B,2,,500.00\n", 3), "3 lines of the ledger data/council.csv (1003 lines) have a budget, £1,500.00 in all"},
	}) {
		a, err := bothPaths(t, []byte(header+c.text), one(map[string]string{"cost_centre": "Cost centre", "account": "Account", "amount": "Actual", "plan": "Budget"}), 0)
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		for _, d := range doubts(a, finance.CodeImplausible) {
			if strings.HasPrefix(d, "empty") {
				got = append(got, d)
			}
		}
		if text := strings.Join(got, "\n"); c.want == "" && text != "" || !strings.Contains(text, c.want) {
			t.Errorf("%s: %q; want %q", name, text, c.want)
		}
	}
}

// A column that is headed as a budget isn't what was spent.
func TestABudgetReadAsTheSpend(t *testing.T) {
	for head, want := range map[string]bool{"Budget": true, "Annual Budget": true, "Forecast": false, "YTD Plan": true, "Actual": false, "Amount": false, "Budget variance": false, "Outturn against plan": false, "Planning": false} {
		for _, kind := range []finance.Kind{"", finance.Plan} {
			spec := one(map[string]string{"cost_centre": "Cost centre", "amount": head})
			spec.Ledgers[0].Kind = kind
			a, err := bothPaths(t, []byte("Cost centre,"+head+"\nA,12.00\n"), spec, 0)
			if err != nil {
				t.Fatal(err)
			}
			got := strings.Contains(strings.Join(doubts(a, finance.CodeImplausible), "\n"), `amounts of data/council.csv: the amounts of the ledger data/council.csv, £12.00 in all, are read as what was spent, and come from its column "`+head+`"`)
			if got != (want && kind == "") {
				t.Errorf("%s, %q: %v", head, kind, got)
			}
		}
	}
}
