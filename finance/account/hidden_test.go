package account

import (
	"fmt"
	"strings"
	"testing"

	"apr/finance"
	"apr/finance/internal/ledgertest"
)

// TestHiddenRows has rows of a workbook that it doesn't show.
func TestHiddenRows(t *testing.T) {
	for _, c := range []struct {
		name, hidden string // a letter for each row: h is hidden
		control      *finance.Money
		want         string
	}{
		{"none", "....", nil, ""},
		{"two by a filter", ".hh.", nil, "2 lines are in rows that the workbook hides, £50.00 in all, and are counted like the others"},
		{"one", "...h", nil, "1 line is in rows that the workbook hides, £40.00 in all, and is counted like the others"},
		{"two, and the control total is without them", ".hh.", ledgertest.Pence(50_00), "2 lines are in rows"},
		{"two, and the control total is with them", ".hh.", ledgertest.Pence(100_00), ""},
		{"an outline that is folded up", "hhhh", nil, ""},
	} {
		rows := `<row r="1"><c r="A1" t="inlineStr"><is><t>CC</t></is></c><c r="B1" t="inlineStr"><is><t>Amount</t></is></c></row>`
		for i, h := range c.hidden {
			rows += fmt.Sprintf(`<row r="%[1]d"%[2]s><c r="A%[1]d" t="inlineStr"><is><t>C%[1]d</t></is></c><c r="B%[1]d"><v>%[3]d</v></c></row>`,
				i+2, map[bool]string{true: ` hidden="1"`}[h == 'h'], 10*(i+1))
		}
		spec := one(map[string]string{"cost_centre": "CC", "amount": "Amount"})
		spec.Ledgers[0].File, spec.Ledgers[0].ControlTotal = "l.xlsx", c.control
		a, err := bothReaders(t, packageOf(t, packageParts("", nil, "<sheetData>"+rows+"</sheetData>")), spec)
		if err != nil {
			t.Fatal(err)
		}
		got := strings.Join(doubts(a, finance.CodeLedgerSays), "; ")
		if c.want == "" && got != "" || !strings.Contains(got, c.want) {
			t.Errorf("%s: %q; want %q", c.name, got, c.want)
		}
	}
}

// TestHiddenSheet has a workbook whose first sheet isn't shown, which is read where no sheet is named.
func TestHiddenSheet(t *testing.T) {
	const rows = `<sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>CC</t></is></c><c r="B1" t="inlineStr"><is><t>Amount</t></is></c></row>` +
		`<row r="2"><c r="A2" t="inlineStr"><is><t>C1</t></is></c><c r="B2"><v>10</v></c></row></sheetData>`
	const want = `the ledger l.xlsx is read from the first sheet, Ledger, which is hidden, of its workbook`
	for _, c := range []struct{ name, state, sheet, want string }{
		{"shown", "", "", ""},
		{"hidden", ` state="hidden"`, "", want},
		{"very hidden", ` state="veryHidden"`, "", want},
		{"hidden and named", ` state="hidden"`, "Ledger", ""},
	} {
		parts := packageParts("", nil, rows)
		parts["xl/workbook.xml"] = strings.Replace(parts["xl/workbook.xml"], `sheetId="1"`, `sheetId="1"`+c.state, 1)
		spec := one(map[string]string{"cost_centre": "CC", "amount": "Amount"})
		spec.Ledgers[0].File, spec.Ledgers[0].Sheet = "l.xlsx", c.sheet
		a, err := bothReaders(t, packageOf(t, parts), spec)
		if err != nil {
			t.Fatalf("%s: %v", c.name, err)
		}
		got := strings.Join(doubts(a, finance.CodeLedgerSays), "; ")
		if c.want == "" && got != "" || !strings.Contains(got, c.want) {
			t.Errorf("%s: %q; want %q", c.name, got, c.want)
		}
	}
}
