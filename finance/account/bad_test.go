package account

import (
	"context"
	"errors"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/xuri/excelize/v2"

	"apr/finance"
	"apr/finance/internal/ledgertest"
	"apr/internal/rounds"
	"apr/internal/source"
)

// one is a specification of one ledger.
func one(columns map[string]string) finance.Spec {
	return finance.Spec{Year: 2025, Ledgers: []finance.LedgerSpec{{File: "data/council.csv", Partner: "Council", Position: ledgertest.At(10), Columns: columns}}}
}

func workbook(t *testing.T, sheet string, rows ...[]any) []byte {
	t.Helper()
	f := excelize.NewFile()
	defer f.Close()
	if err := f.SetSheetName("Sheet1", sheet); err != nil {
		t.Fatal(err)
	}
	for i, row := range rows {
		cell, _ := excelize.CoordinatesToCellName(1, i+1)
		if err := f.SetSheetRow(sheet, cell, &row); err != nil {
			t.Fatal(err)
		}
	}
	b, err := f.WriteToBuffer()
	if err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// TestBadInputs compares whole messages: they are what a user has to go on.
func TestBadInputs(t *testing.T) {
	fine := "Cost centre,Account,Amount\nA1,4000,1.00\n"
	with := func(change func(*finance.Spec)) finance.Spec {
		s := one(ledgertest.Columns)
		change(&s)
		return s
	}
	for _, c := range rounds.Few(t, []struct {
		name string
		spec finance.Spec
		file string
		want string
	}{
		{"missing file", with(func(s *finance.Spec) { s.Ledgers[0].File = "data/counsil.csv" }), fine, `
missing-file apr.yaml:10:5: the ledger data/counsil.csv doesn't exist
    did you mean "data/council.csv"?
`},
		{"empty file", one(ledgertest.Columns), "", `
empty-file data/council.csv: the ledger is empty
    apr.yaml:10:5: the ledger is named here
`},
		{"old Excel", one(ledgertest.Columns), "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", `
unreadable-file data/council.csv: the ledger is an old .xls workbook or is protected by a password
    save it as .xlsx without a password, or as CSV
    apr.yaml:10:5: the ledger is named here
`},
		{"web page", one(ledgertest.Columns), "\n<html><table><tr><td>Amount", `
unreadable-file data/council.csv: the ledger is a web page or XML file, not CSV or XLSX
    open it in a spreadsheet and save it as .xlsx or CSV
    apr.yaml:10:5: the ledger is named here
`},
		{"missing column", one(ledgertest.Columns), "Report,,\n\nCostcenter,Account,Nett amount\nA1,4000,1\n", `
missing-column data/council.csv:3: the header has no column "Amount" (amount), "Cost centre" (cost_centre); it has: Costcenter, Account, Nett amount
    for "Amount", did you mean "Nett amount"?
    for "Cost centre", did you mean "Costcenter"?
    apr.yaml:10:5: the ledger is named here
`},
		{"no header at all", one(ledgertest.Columns), "\n\n\n", `
missing-column data/council.csv:1: no header was found with the columns "Account" (account), "Amount" (amount), "Cost centre" (cost_centre); commas, semicolons, tabs and bars were tried as separators
    apr.yaml:10:5: the ledger is named here
`},
		{"an unknown separator", one(ledgertest.Columns), "Cost centre:Account:Amount\nA1:4000:1.00\n", `
missing-column data/council.csv:1: the header has no column "Account" (account), "Amount" (amount), "Cost centre" (cost_centre); it has: Cost centre:Account:Amount; commas, semicolons, tabs and bars were tried as separators
    for "Account", did you mean "Cost centre:Account:Amount"?
    for "Amount", did you mean "Cost centre:Account:Amount"?
    for "Cost centre", did you mean "Cost centre:Account:Amount"?
    apr.yaml:10:5: the ledger is named here
`},
		{"two separators", one(map[string]string{"amount": "Amount"}), "Report;Amount\nCentre;x,Amount\nA;1,2\n", `
unreadable-file data/council.csv:1: its separator can't be decided: commas, semicolons, tabs and bars were tried; with commas its header is on line 2, with semicolons on line 1
    map more columns, or take the lines above the header out of the file
    apr.yaml:10:5: the ledger is named here
`},
		{"an unknown encoding", one(ledgertest.Columns), "Cost centre,Account,Amount\nA1,4000,1.00\nCaf\x8e \x81,4000,2.00\n", `
unreadable-file data/council.csv:3: the text can't be read from about here on: its encoding can't be decided: UTF-8, UTF-16 and Windows-1252 were tried, and none has the byte 0x81 here
    save the file as UTF-8
`},
		{"column twice", one(ledgertest.Columns), "Cost centre,Account,Amount,AMOUNT\nA1,4000,1,2\n", `
duplicate-column data/council.csv:1: the header has more than one column "Amount" (amount)
    rename one of them, so that it is clear which is meant
    apr.yaml:10:5: the ledger is named here
`},
		{"malformed amounts, all reported", one(ledgertest.Columns), "Cost centre;Account;Amount\nA1;4000;1.2E+06\nA2;4000;12.345\nA3;4000;twelve\nA4;4000;1,23\n", `
malformed-amount data/council.csv:2: "1.2E+06" in the column Amount isn't an amount: scientific notation has lost digits
    give the column a number format with two decimals and export the ledger again
malformed-amount data/council.csv:3: "12.345" in the column Amount isn't an amount: it has more than two decimals
    amounts are exact to the penny and aren't rounded: export the ledger with two decimals
malformed-amount data/council.csv:4: "twelve" in the column Amount isn't an amount: it isn't a number of pounds and pence
    write amounts as 1,234.56, -1,234.56, 1,234.56-, (1,234.56) or 1,234.56 CR
malformed-amount data/council.csv:5: "1,23" in the column Amount isn't an amount: it has a comma before the pence
    apr reads a point there, as in 1,234.56: export the ledger with the number formats of the UK
`},
		{"row lengths", one(ledgertest.Columns), "Cost centre,Account,Amount\nA1,4000,Smith, Jones,1.00\nA2,4000\nA3,4000,2.00,,\n", `
row-length data/council.csv:2: the row has 5 cells and the header 3
    quote cells that hold the separator, as in "Smith, Jones and Co"
row-length data/council.csv:3: the row has 2 cells and the header 3
    see whether a separator is missing from the row
`},
		{"stray quotation mark", one(ledgertest.Columns), "Report\nCost centre,Account,Amount\nA1,4000,1.00\nA2,6\" pipe,2.00\n", `
malformed-quotes data/council.csv:4: a quotation mark is where none can be
    a cell with quotation marks is written "6"" pipe": within quotation marks, and its own doubled
`},
		{"overflow", one(ledgertest.Columns), "Cost centre,Account,Amount\nA1,4000,92233720368547758.07\nA2,4000,0.01\n", `
amount-overflow data/council.csv:3: the sum of the lines to here is too large
    apr counts in pence up to £92,233,720,368,547,758.07
`},
		{"mixed encodings", one(ledgertest.Columns), "Cost centre,Account,Amount\nCafé,4000,1.00\nCaf\xe9,4000,2.00\n", `
unreadable-file data/council.csv:3: the text can't be read from about here on: the text begins as UTF-8 and goes on in another encoding
    save the file as UTF-8
`},
		{"NUL at the top", one(ledgertest.Columns), "Cost centre,Account,Amount\nA1,4000,1.\x0000\n", `
unreadable-file data/council.csv: the ledger is a binary file, not CSV or XLSX
    open it in a spreadsheet and save it as .xlsx or CSV
    apr.yaml:10:5: the ledger is named here
`},
		{"NUL far down", one(ledgertest.Columns), "Cost centre,Account,Amount\n" + strings.Repeat("A1,4000,1.00\n", 20_000) + "A2,4000,1.\x0000\nA3,4000,1.00\n", `
unreadable-file data/council.csv:20002: the text can't be read from about here on: here is a NUL byte, which no text has: the file was damaged, or isn't text
    export or copy the file again
`},
		{"NULs in place of the end", one(ledgertest.Columns), "Cost centre,Account,Amount\n" + strings.Repeat("A1,4000,1.00\n", 20_000) + strings.Repeat("\x00", 100_000), `
unreadable-file data/council.csv:20002: the text can't be read from about here on: here is a NUL byte, which no text has: the file was damaged, or isn't text
    export or copy the file again
`},
		{"columns of the specification", one(map[string]string{"ammount": "Amount", "account": " "}), fine, `
ledger-columns apr.yaml:10:5: the columns of data/council.csv map account to nothing
    name the ledger's header for it, or leave it out
ledger-columns apr.yaml:10:5: the columns of data/council.csv name no amount
    for "ammount", did you mean "amount"?
`},
		{"two kinds of amount", one(map[string]string{"amount": "Amount", "debit": "Debit", "partner": "Account"}), fine, `
ledger-columns apr.yaml:10:5: the columns of data/council.csv give amounts in two ways
    name amount, or debit and credit, and not both
ledger-columns apr.yaml:10:5: the columns of data/council.csv map partner, which is whose ledger it is
    give the column another name, such as body
`},
		{"year, kind, funding", with(func(s *finance.Spec) {
			s.Ledgers[0].Year, s.Ledgers[0].Kind, s.Ledgers[0].Funding = 2027, "plans", "setaside"
		}), fine, `
ledger-kind apr.yaml:10:5: data/council.csv is of no known kind: "plans"
    did you mean "plan"?
ledger-kind apr.yaml:10:5: the funding of data/council.csv isn't one that apr knows: "setaside"
    did you mean "set-aside"?
ledger-year apr.yaml:10:5: the ledger data/council.csv is of 2027/28, outside the years that the report of 2025/26 covers
    expected a year from 2020/21 to 2025/26
`},
		{"ledger twice", with(func(s *finance.Spec) {
			s.Ledgers = append(s.Ledgers, s.Ledgers[0])
			s.Ledgers[1].Position = ledgertest.At(15)
		}), fine, `
duplicate-ledger apr.yaml:15:5: the ledger data/council.csv is named twice with the same amounts, which would count twice
    apr.yaml:10:5: it is first named here
`},
		{"rules, all reported", with(func(s *finance.Spec) {
			s.Localities, s.CareGroups = []string{"North", "South"}, []string{"Older people"}
			s.Apportions = []finance.Apportionment{
				{Name: "population", Position: ledgertest.At(60), Shares: []finance.Share{{Locality: "North", PPM: 400_000}, {Locality: "Suoth", PPM: 590_000}}},
				{Name: "twice", Position: ledgertest.At(61), Shares: []finance.Share{{Locality: "North", PPM: 500_000}, {Locality: "north", PPM: 500_000}}}}
			s.Rules = []finance.Rule{
				{When: map[string]string{"cost_center": "A*", "account": "4999-4000"}, Matter: "4(2)(f)", Position: ledgertest.At(30)},
				{When: map[string]string{"account": "*"}, Locality: "Nroth", CareGroup: "Old people", Funding: "setaside", Position: ledgertest.At(31)},
				{When: map[string]string{"account": "*"}, Apportion: "populations", Position: ledgertest.At(32)},
				{Matter: finance.CareHome, Position: ledgertest.At(33)},
				{When: map[string]string{"partner": "*"}, Position: ledgertest.At(34)},
				{When: map[string]string{"partner": "*"}, Locality: "North", Apportion: "population", Position: ledgertest.At(35)},
			}
		}), fine, `
rule-column apr.yaml:30:5: the rule tests the column "cost_center", which no ledger maps
    did you mean "cost_centre"?
rule-matter apr.yaml:30:5: the rule names the matter "4(2)(f)", which isn't one of regulation 4(2)
    did you mean "4(2)(a)"?
rule-pattern apr.yaml:30:5: the pattern "4999-4000" for account is malformed: the range 4999-4000 runs backwards
    a pattern is alternatives separated by |, each a text with * and ? or a range such as 4000-4999
rule-care-group apr.yaml:31:5: the rule names the care group "Old people", which isn't among the care groups declared
    did you mean "Older people"?
rule-funding apr.yaml:31:5: the rule names the funding "setaside", which isn't delegated, set-aside or hosted
    did you mean "set-aside"?
rule-locality apr.yaml:31:5: the rule names the locality "Nroth", which isn't among the localities of the strategic plan
    did you mean "North"?
rule-apportion apr.yaml:32:5: the rule names the apportionment "populations", which isn't among the apportionments declared
    did you mean "population"?
finance-rule apr.yaml:33:5: the rule has no conditions
    a rule that is to match every line says: when: {partner: "*"}
finance-rule apr.yaml:34:5: the rule names nothing that its lines belong to
    name a matter, care_group, locality, apportion, funding or service, or say with exclude why the lines aren't the authority's
finance-rule apr.yaml:35:5: the rule names both a locality and an apportionment
    a line belongs to one locality or is apportioned
apportionment apr.yaml:60:5: the apportionment "population" gives a share to "Suoth", which isn't among the localities of the strategic plan
    did you mean "South"?
apportionment apr.yaml:60:5: the shares of the apportionment "population" sum to 99%, not 100%
    correct the shares so that nothing is lost or counted twice
apportionment apr.yaml:61:5: the apportionment "twice" gives "north" two shares
`},
	}) {
		t.Run(c.name, func(t *testing.T) {
			_, err := Compute(context.Background(), ledgertest.Files("data/council.csv", c.file), c.spec)
			checkInputError(t, err, c.want)
		})
	}
}

// checkInputError compares all that an error says.
func checkInputError(t *testing.T, err error, want string) {
	t.Helper()
	var input *source.InputError
	if !errors.As(err, &input) {
		t.Fatalf("got %v; want an InputError", err)
	}
	if got := "\n" + messages(input.Problems); got != want {
		t.Errorf("got:%s\nwant:%s", got, want)
	}
}

func TestProblemsOfAllFilesComeTogether(t *testing.T) {
	var ledger strings.Builder
	ledger.WriteString("Cost centre,Account,Amount\n")
	for range 27 {
		ledger.WriteString("A,1,?\n")
	}
	spec := ledgertest.Small()
	spec.History = "history.csv"
	_, err := Compute(context.Background(), ledgertest.Files("nhs.csv", ledger.String(), "council.csv", "Cost centre,Account,Amount\nA,1,x\n",
		"history.csv", "year,measure,dimension,item,amount\n2024/25,spend,total,,1.234\n"), spec)
	var input *source.InputError
	if !errors.As(err, &input) {
		t.Fatal(err)
	}
	if n := len(input.Problems); n != 1+1+21 {
		t.Fatalf("%d problems: %v", n, err)
	}
	for i, want := range map[int]string{
		0:  `council.csv:2: "x" in the column Amount isn't an amount: it isn't a number of pounds and pence`,
		1:  `history.csv:2: "1.234" isn't an amount: it has more than two decimals`,
		22: `nhs.csv:22: and 7 more rows from here on can't be read`,
	} {
		if got, _, _ := strings.Cut(input.Problems[i].Error(), "\n"); got != want {
			t.Errorf("problem %d: %s; want %s", i, got, want)
		}
	}
}

func TestBadWorkbooks(t *testing.T) {
	spec := one(ledgertest.Columns)
	spec.Ledgers[0].Sheet = "Ledgr"
	book := workbook(t, "Ledger", []any{"Report"}, []any{"Cost centre", "Account", "Amount"}, []any{"A1", "0400", 1234.5601}, []any{"A2", 400, "#N/A"})
	run := func(data []byte) error {
		_, err := Compute(context.Background(), fstest.MapFS{"data/council.csv": {Data: data}}, spec)
		return err
	}
	checkInputError(t, run(book), `
missing-sheet data/council.csv: the workbook has no sheet "Ledgr"; it has: Ledger
    did you mean "Ledger"?
    apr.yaml:10:5: the ledger is named here
`)
	spec.Ledgers[0].Sheet = "ledger"
	checkInputError(t, run(book), `
malformed-amount data/council.csv!Ledger!C3: "1234.5601" in the column Amount isn't an amount: it isn't a whole number of pence
    amounts are exact to the penny and aren't rounded: round it in the workbook
malformed-amount data/council.csv!Ledger!C4: "#N/A" in the column Amount isn't an amount: it isn't a number of pounds and pence
    write amounts as 1,234.56, -1,234.56, 1,234.56-, (1,234.56) or 1,234.56 CR
`)
	spec.Ledgers[0].Columns = map[string]string{"cost_centre": "Centre", "amount": "Amount"}
	checkInputError(t, run(book), `
missing-column data/council.csv!Ledger!A2: the header has no column "Centre" (cost_centre); it has: Cost centre, Account, Amount
    for "Centre", did you mean "Cost centre"?
    apr.yaml:10:5: the ledger is named here
`)
	if err := run(book[:len(book)/2]); err == nil || !strings.HasPrefix(err.Error(), "data/council.csv: the ledger can't be read: it isn't a sound XLSX workbook or zip file: ") {
		t.Errorf("truncated: %v", err)
	}
}

func TestCancelledComputeStops(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if _, err := Compute(ctx, ledgertest.Files("nhs.csv", ledgertest.NHS, "council.csv", ledgertest.Council), ledgertest.Small()); !errors.Is(err, context.Canceled) {
		t.Errorf("got %v", err)
	}
}
