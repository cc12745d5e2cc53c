package account

import (
	"strings"
	"testing"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"

	"apr/finance"
	"apr/internal/rounds"
)

// TestDialects has a ledger in each way in which finance systems write them. All
// hold the same three lines: £1,234.56 and £2.00 of cost centre 0042, which a
// rule knows, and a credit of £0.56 of cost centre 42, which is another.
func TestDialects(t *testing.T) {
	const plain = "Cost centre,Account,Narrative,Amount\n0042,4000,Café £5,1234.56\n0042,4001,x,2.00\n42,4000,y,-0.56\n"
	replace := func(pairs ...string) string { return strings.NewReplacer(pairs...).Replace(plain) }
	encoded := func(e encoding.Encoding) string {
		s, err := e.NewEncoder().String(plain)
		if err != nil {
			t.Fatal(err)
		}
		return s
	}
	for name, text := range rounds.FewOf(t, map[string]string{
		"comma":                    plain,
		"semicolon":                replace(",", ";"),
		"tab":                      replace(",", "\t"),
		"pipe":                     replace(",", "|"),
		"UTF-8 with BOM":           "\ufeff" + plain,
		"UTF-16LE with BOM":        encoded(unicode.UTF16(unicode.LittleEndian, unicode.UseBOM)),
		"UTF-16BE with BOM":        encoded(unicode.UTF16(unicode.BigEndian, unicode.UseBOM)),
		"UTF-16LE without BOM":     encoded(unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM)),
		"Windows-1252":             encoded(charmap.Windows1252),
		"CRLF":                     replace("\n", "\r\n"),
		"no newline at the end":    strings.TrimSuffix(plain, "\n"),
		"quoted line break":        replace("x", "\"two\nlines\""),
		"quoted separator":         replace("x", `"a, ""b"", c"`),
		"all quoted":               `"` + strings.TrimSuffix(replace(",", `","`, "\n", "\"\n\""), `"`),
		"thousands":                replace("1234.56", `"1,234.56"`),
		"brackets":                 replace("1234.56", `"1,234.56"`, "-0.56", "(0.56)"),
		"trailing minus":           replace("-0.56", "0.56-"),
		"pounds":                   replace("1234.56", `"£1,234.56"`, "2.00", "£2", "-0.56", "-£0.56"),
		"CR and DR":                replace("1234.56", `"1,234.56 DR"`, "-0.56", "0.56 CR"),
		"lines above":              "Ledger report,,\n\n\"Run on\n\",01/04/2026,,\n" + plain,
		"other spacing and case":   replace("Cost centre", " COST  Centre", "Amount", "amount "),
		"columns in another order": "Amount,Narrative,Account,Cost centre\n1234.56,,4000,0042\n2.00,x,4001,0042\n-0.56,y,4000,42\n",
	}) {
		t.Run(name, func(t *testing.T) { checkThreeLines(t, text, 0, 0) })
	}
	const debits = "Cost centre,Account,Narrative,Debit,Credit\n0042,4000,,1234.56,\n0042,4001,x,2.00,0.00\n42,4000,y,,0.56\n"
	t.Run("debit and credit", func(t *testing.T) { checkThreeLines(t, debits, 0, 0) })
	t.Run("blank amounts", func(t *testing.T) { checkThreeLines(t, plain+"0042,4000,z,\n0042,4000,, \n", 0, 2) })
	t.Run("subtotals and total", func(t *testing.T) {
		checkThreeLines(t, replace("42,4000,y", "Sub-total,,,1236.56\n42,4000,y")+"Sub-total,,,-0.56\nGrand total:,,,1236.00\n,,,1236.00\n", 4, 0)
	})
}

// checkThreeLines reads a ledger through both paths.
func checkThreeLines(t *testing.T, text string, totals, zero int) {
	t.Helper()
	columns := map[string]string{"cost_centre": "Cost centre", "account": "Account", "narrative": "Narrative", "amount": "Amount"}
	if strings.Contains(text, "Debit") {
		delete(columns, "amount")
		columns["debit"], columns["credit"] = "Debit", "Credit"
	}
	spec := one(columns)
	spec.Rules = []finance.Rule{{When: map[string]string{"cost_centre": "0042"}, Matter: finance.CareHome}}
	a, err := bothPaths(t, []byte(text), spec, 0)
	if err != nil {
		t.Fatal(err)
	}
	if len(a.Problems) > 0 {
		t.Error(messages(a.Problems))
	}
	l := a.Ledgers[0]
	if l.Lines != 3+totals+zero || l.Classified != 2 || l.Unclassified != 1 || l.Totals != totals || l.Zero != zero || l.Total != 123_600 || l.UnclassifiedTotal != -56 {
		t.Errorf("%+v", l)
	}
	if m := matterOf(a, finance.CareHome); m.Spend.Money != 123_656 {
		t.Errorf("care homes %s", m.Spend)
	}
}
