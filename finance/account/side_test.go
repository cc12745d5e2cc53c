package account

import (
	"errors"
	"strings"
	"testing"

	"apr/finance"
	"apr/finance/internal/ledgertest"
	"apr/internal/source"
)

func sided(mapped bool) finance.Spec {
	columns := map[string]string{"cost_centre": "CC", "amount": "Amount"}
	if mapped {
		columns["dr_cr"] = "Dr/Cr"
	}
	return one(columns)
}

func TestDebitAndCreditInAColumnOfTheirOwn(t *testing.T) {
	for name, text := range map[string]string{
		"D and C":        "CC,Amount,Dr/Cr\nA1,7.00,D\nA2,5.00,C\n",
		"words":          "CC,Amount,Dr/Cr\nA1,7.00,Debit\nA2,5.00, CREDIT \n",
		"SAP":            "CC,Amount,Dr/Cr\nA1,7.00,S\nA2,5.00,H\n",
		"signs":          "CC,Amount,Dr/Cr\nA1,7.00,+\nA2,5.00,-\n",
		"a total":        "CC,Amount,Dr/Cr\nA1,7.00,Dr\nA2,5.00,Cr\nTotal,2.00,\n",
		"a total in Dr":  "CC,Amount,Dr/Cr\nA1,7.00,Dr.\nA2,5.00,Cr.\nTotal,2.00,Dr\n",
		"a debit undone": "CC,Amount,Dr/Cr\nA1,7.00,Dr\nA2,-5.00,Dr\n",
		"nought":         "CC,Amount,Dr/Cr\nA1,7.00,Dr\nA2,5.00,Cr\nA3,0.00,\nA4,,\n",
	} {
		a, err := bothPaths(t, []byte(text), sided(true), 0)
		if err != nil || a.Ledgers[0].Total != 2_00 || len(a.Problems) > 0 {
			t.Errorf("%s: %v, %+v", name, err, a)
		}
	}
}

func TestDebitAndCreditThatCantBeRead(t *testing.T) {
	for text, want := range map[string]string{
		"CC,Amount,Dr/Cr\nA1,7.00,\n":   `"" in the column Dr/Cr doesn't say what its amount is: it says neither debit nor credit`,
		"CC,Amount,Dr/Cr\nA1,7.00,X\n":  `"X" in the column Dr/Cr doesn't say what its amount is: it says neither debit nor credit`,
		"CC,Amount,Dr/Cr\nA1,-7.00,C\n": `"-7.00" in the column Amount isn't an amount: the credit has a minus as well`,
	} {
		_, err := bothPaths(t, []byte(text), sided(true), 0)
		var input *source.InputError
		if !errors.As(err, &input) || input.Problems[0].Message != want {
			t.Errorf("%q: %v; want %s", text, err, want)
		}
	}
	spec := one(map[string]string{"cost_centre": "CC", "debit": "Debit", "credit": "Credit", "dr_cr": "Dr/Cr"})
	if _, err := bothPaths(t, []byte("CC,Debit,Credit,Dr/Cr\n"), spec, 0); err == nil || !strings.Contains(err.Error(), "map debit, credit and dr_cr") {
		t.Errorf("got %v", err)
	}
}

// A column of credits that isn't mapped isn't passed over.
func TestUnmappedDebitAndCredit(t *testing.T) {
	for name, c := range map[string]struct{ text, want string }{
		"by its header": {"CC,Amount,Dr/Cr\nA1,7.00,D\nA2,5.00,C\n", `1 line, £5.00 in all, with credit in the column "Dr/Cr", which isn't mapped: they are added as if they were debits`},
		"by its cells":  {"CC,Kind,Amount\nA1,Dr,7.00\nA2,Cr,5.00\nA3,,1.00\nA4,Cr,2.00\n", `2 lines, £7.00 in all, with credit in the column "Kind", which isn't mapped: they are added as if they were debits`},
		"signed":        {"CC,Amount,Dr/Cr\nA1,7.00,D\nA2,-5.00,C\n", ""},
		"other letters": {"CC,Kind,Amount\nA1,C,7.00\nA2,D,5.00\nA3,R,1.50\n", ""},
		"credit notes":  {"CC,Type,Amount\nA1,INV,7.00\nA2,CRN,5.00\n", `1 line, £5.00 in all, with credit in the column "Type", which isn't mapped: they are added as if they were debits`},
		"with a minus":  {"CC,Type,Amount\nA1,INV,7.00\nA2,CRN,-5.00\n", ""},
		"one letter":    {"CC,Kind,Amount\nA1,C,7.00\nA2,C,5.00\n", ""},
	} {
		a, err := bothPaths(t, []byte(c.text), sided(false), 0)
		got := ""
		if err == nil && len(a.Problems) > 0 {
			got = a.Problems[0].Message
		}
		if err != nil || got != c.want {
			t.Errorf("%s: %v, %q; want %q", name, err, got, c.want)
		}
	}
}

// A workbook's columns are known by their cells too, wherever its first rows are.
func TestUnmappedDebitAndCreditOfAWorkbook(t *testing.T) {
	book := workbook(t, "Ledger", []any{"CC", "Kind", "Amount"}, []any{"A1", "D", 7}, []any{"A2", "C", 5})
	a, err := Compute(t.Context(), ledgertest.Files("data/council.csv", string(book)), sided(false))
	if err != nil || len(a.Problems) != 1 {
		t.Fatal(err, a)
	}
	const want = `1 line, £5.00 in all, with credit in the column "Kind", which isn't mapped: they are added as if they were debits`
	if p := a.Problems[0]; p.Message != want || p.Position.Cell != "C3" {
		t.Errorf("%v: %s; want C3: %s", p.Position, p.Message, want)
	}
}

// A minus in a column of credits is either how the system writes credits or what takes
// one back.
func TestCreditsBelowNought(t *testing.T) {
	total := func(m finance.Money) *finance.Money { return &m }
	for name, c := range map[string]struct {
		text    string
		control *finance.Money
		total   finance.Money
		codes   string
	}{
		"all":                         {"CC,Dr,Cr\nA1,32.00,0.00\nA1,0.00,-2.00\nB1,5.00,\nB1,,-1.00\n", nil, 40_00, finance.CodeUnmappedSide},
		"the only one":                {"CC,Dr,Cr\nA1,32.00,0.00\nA1,0.00,-2.00\nB1,5.00,\n", nil, 39_00, finance.CodeUnmappedSide},
		"all, and the total is so":    {"CC,Dr,Cr\nA1,32.00,0.00\nA1,0.00,-2.00\n", total(34_00), 34_00, ""},
		"one that takes another back": {"CC,Dr,Cr\nA1,32.00,\nA1,,2.00\nA1,,-2.00\n", nil, 32_00, ""},
		"none":                        {"CC,Dr,Cr\nA1,32.00,\nA1,,2.00\nA1,-1.00,\n", nil, 29_00, ""},
	} {
		spec := one(map[string]string{"cost_centre": "CC", "debit": "Dr", "credit": "Cr"})
		spec.Ledgers[0].ControlTotal = c.control
		a, err := bothPaths(t, []byte(c.text), spec, 0)
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		var codes []string
		for _, p := range a.Problems {
			codes = append(codes, p.Code)
		}
		if a.Ledgers[0].Total != c.total || strings.Join(codes, " ") != c.codes {
			t.Errorf("%s: %s, %q; want %s, %q\n%s", name, a.Ledgers[0].Total, codes, c.total, c.codes, messages(a.Problems))
		}
	}
}
