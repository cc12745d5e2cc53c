package account

import (
	"bytes"
	"fmt"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/xuri/excelize/v2"

	"apr/finance"
	"apr/finance/classify"
	"apr/finance/ledger"
)

// centres are the unclassified cost centres of a ledger with their lines and sums.
func centres(t *testing.T, file string, data []byte, how ledger.Reading) (string, *finance.Account) {
	t.Helper()
	spec := one(map[string]string{"cost_centre": "Centre", "amount": "Amount"})
	spec.Ledgers[0].File = file
	a, err := compute(t.Context(), fstest.MapFS{file: {Data: data}}, spec, how)
	if err != nil {
		t.Fatal(err)
	}
	var list []string
	for _, g := range a.Ledgers[0].Largest {
		list = append(list, fmt.Sprintf("%s×%d=%s", g.CostCentre, g.Lines, g.Total))
	}
	return strings.Join(list, " "), a
}

// What is the same code to people is one cost centre, however it is written.
func TestOneCostCentreInManyForms(t *testing.T) {
	text := "Centre,Amount\nY021,1.00\n'Y021,0.50\n'0010,'0.25\nY021 ,2.00\ny021,3.00\n\"=\"\"0010\"\"\",4.00\n0010,5.00\n10,6.00\n40120.0,7.00\n40120,8.00\n4.1000000000000002E+9,9.00\n4100000000,10.00\n"
	for _, how := range []ledger.Reading{{}, {Strict: true}} {
		got, a := centres(t, "l.csv", []byte(text), how)
		if want := "4.1000000000000002E+9×2=19.00 40120.0×2=15.00 0010×3=9.25 Y021×4=6.50 10×1=6.00"; got != want {
			t.Errorf("%+v: %s, want %s", how, got, want)
		}
		if len(a.Problems) != 0 {
			t.Errorf("%v", a.Problems)
		}
	}
}

func TestRulesMatchCodesInManyForms(t *testing.T) {
	for pattern, want := range map[string]bool{"40120": true, "40000-40999": true, "40120.0": true, "4012*": true, "4012": false} {
		rules, problems := classify.Compile(finance.Spec{Rules: []finance.Rule{{When: map[string]string{"cost_centre": pattern}, Matter: finance.CareHome}}})
		if err := problems.Err(); err != nil {
			t.Fatal(err)
		}
		for _, cell := range []string{"40120", "40120.0", "4.0120000000000000E+4"} {
			c := rules.Bind(&finance.LedgerSpec{Partner: "P"}, map[string]int{"cost_centre": 0})
			if got := c.Classes; len(got) != 0 {
				t.Fatal(got)
			}
			if n := c.Number([]string{cell}); (c.Classes[n].Matter == finance.CareHome) != want {
				t.Errorf("%s matches %s: %v", pattern, cell, !want)
			}
		}
	}
}

// book is a ledger with codes that are numbers, one in the format 0000, merged cells and a
// cell that is TRUE.
func book(t *testing.T, boolean bool) []byte {
	t.Helper()
	f := excelize.NewFile()
	defer f.Close()
	zeros := "0000"
	style, err := f.NewStyle(&excelize.Style{CustomNumFmt: &zeros})
	if err != nil {
		t.Fatal(err)
	}
	rows := [][]any{{"Centre", "Amount"}, {10, 1}, {"0010", 2}, {10, 4}, {4.1e9, 8}, {40120, 16}, {"M1", 32}, {nil, 64}, {nil, 128}, {"M2", 256}}
	for i, row := range rows {
		if err := f.SetSheetRow("Sheet1", fmt.Sprintf("A%d", i+1), &row); err != nil {
			t.Fatal(err)
		}
	}
	for _, err := range []error{f.SetCellStyle("Sheet1", "A2", "A2", style), f.MergeCell("Sheet1", "A7", "A9")} {
		if err != nil {
			t.Fatal(err)
		}
	}
	if boolean {
		if err := f.SetCellBool("Sheet1", "B3", true); err != nil {
			t.Fatal(err)
		}
	}
	var b bytes.Buffer
	if err := f.Write(&b); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func TestWorkbookCodesAsTheirFormatsShowThem(t *testing.T) {
	for _, how := range []ledger.Reading{{}, {Excelize: true}} {
		got, a := centres(t, "l.xlsx", book(t, false), how)
		if want := "M2×1=256.00 M1×3=224.00 40120×1=16.00 4100000000×1=8.00 10×1=4.00 0010×2=3.00"; got != want {
			t.Errorf("%+v: %s, want %s", how, got, want)
		}
		if a.Ledgers[0].Lines != 9 || a.Spend.Money != 511_00 {
			t.Errorf("%d lines, %s", a.Ledgers[0].Lines, a.Spend)
		}
	}
}

// TRUE isn't £1.00.
func TestTrueIsNoAmount(t *testing.T) {
	spec := one(map[string]string{"cost_centre": "Centre", "amount": "Amount"})
	spec.Ledgers[0].File = "l.xlsx"
	for _, how := range []ledger.Reading{{}, {Excelize: true}} {
		_, err := compute(t.Context(), fstest.MapFS{"l.xlsx": {Data: book(t, true)}}, spec, how)
		checkInputError(t, err, `
malformed-amount l.xlsx!Sheet1!B3: "TRUE" in the column Amount isn't an amount: it is true or false, and no amount
    see what the cell should say, and export the ledger again
`)
	}
}

// A merged amount is that of its first line alone.
func TestMergedAmountsCountOnce(t *testing.T) {
	f := excelize.NewFile()
	defer f.Close()
	for i, row := range [][]any{{"Centre", "Amount"}, {"A", 5}, {"B", nil}, {"C", nil}} {
		if err := f.SetSheetRow("Sheet1", fmt.Sprintf("A%d", i+1), &row); err != nil {
			t.Fatal(err)
		}
	}
	if err := f.MergeCell("Sheet1", "B2", "B4"); err != nil {
		t.Fatal(err)
	}
	b, err := f.WriteToBuffer()
	if err != nil {
		t.Fatal(err)
	}
	if got, a := centres(t, "l.xlsx", b.Bytes(), ledger.Reading{}); got != "A×1=5.00" || a.Spend.Money != 5_00 {
		t.Errorf("got %s, %s", got, a.Spend)
	}
}

func TestLostDigitsAreReported(t *testing.T) {
	text := "Centre,Amount\n4.1E+09,1.00\n4.1E+09,2.00\nA1,5.00\n"
	for _, how := range []ledger.Reading{{}, {Strict: true}} {
		_, a := centres(t, "l.csv", []byte(text), how)
		if got, want := messages(a.Problems), `lost-digits l.csv:2: 2 lines, £3.00 in all, with a code that a spreadsheet has taken for a number, such as "4.1E+09": its digits are lost
    export the ledger again, and don't save it from a spreadsheet, or give the column the format Text there first
`; got != want {
			t.Errorf("got %s", got)
		}
	}
}

// Raw numbers as programs other than Excel write them.
func TestRawNumbersOfWorkbooks(t *testing.T) {
	sheet := `<sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>Centre</t></is></c><c r="B1" t="inlineStr"><is><t>Amount</t></is></c></row>` +
		`<row r="2"><c r="A2"><v>40120.0</v></c><c r="B2"><v>1.0</v></c></row><row r="3"><c r="A3"><v>4.1000000000000002E+9</v></c><c r="B3"><v>2.5E0</v></c></row>` +
		`<row r="4"><c r="A4" t="n"><v>1.2345678901234568E+17</v></c><c r="B4"><v>4</v></c></row></sheetData>`
	got, a := centres(t, "l.xlsx", packageOf(t, packageParts("", nil, sheet)), ledger.Reading{})
	if want := "1.2345678901234568E+17×1=4.00 4100000000×1=2.50 40120×1=1.00"; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
	if len(a.Problems) != 1 || a.Problems[0].Code != finance.CodeLostDigits {
		t.Errorf("problems %s", messages(a.Problems))
	}
}
