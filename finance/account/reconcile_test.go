package account

import (
	"fmt"
	"maps"
	"strings"
	"testing"

	"apr/finance"
	"apr/finance/internal/ledgertest"
	"apr/internal/source"
)

func TestControlTotals(t *testing.T) {
	spec := ledgertest.Small()
	spec.Ledgers[0].ControlTotal = ledgertest.Pence(15001)
	spec.Ledgers[1] = planned(spec.Ledgers[1])
	spec.Ledgers[1].ControlTotal, spec.Ledgers[1].PlanControlTotal = ledgertest.Pence(3001), ledgertest.Pence(2500)
	spec.Ledgers[1].ControlPosition = ledgertest.At(27)
	a := computeFiles(t, spec, "council.csv", "Cost centre,Account,Amount,Budget\nN1,4010,30.00,25.00\n,,,\n")
	var got []string
	for _, p := range a.Problems {
		if p.Code == finance.CodeControlTotal {
			got = append(got, messages([]*source.Problem{p}))
		}
	}
	if want := `control-total apr.yaml:27:5: the lines of council.csv sum to £30.00, but the control total is £30.01, a difference of −£0.01
    take the control total from the ledger system and see whether lines are missing from the export or there twice
    council.csv: the ledger, of which apr read 1 line
`; len(got) != 1 || got[0] != want {
		t.Errorf("got %q\nwant %q", got, want)
	}
	if l := a.Ledgers[1]; *l.Control != 3001 || l.Total != 3000 || *l.PlanControl != 2500 {
		t.Errorf("%+v", l)
	}
}

func TestTotalRows(t *testing.T) {
	ledger := func(rows string) *finance.Account {
		return computeFiles(t, ledgertest.Small(), "council.csv", "Cost centre,Account,Amount\n"+rows)
	}
	for name, rows := range map[string]string{
		"levels":         "A,1,1.00\nA,2,2.00\nSub-total A,,3.00\nB,1,4.00\nSubtotal:,,4.00\nAdult services total,,7.00\nC,1,1.00\nTotal for C,,1.00\nGRAND TOTAL,,8.00\n",
		"of one line":    "A,1,5.00\nTotals,,5.00\n",
		"repeated":       "A,1,5.00\nSub total,,5.00\nTotal,,5.00\n",
		"empty ledger":   "Total,,0.00\n",
		"without amount": "A,1,5.00\nTotal,,\n",
		"of headings":    "A,1,5.00\nChildren,,\nB,1,6.00\nC,1,7.00\nSubtotal,,13.00\nTotal,,18.00\n",
	} {
		a := ledger(rows)
		l := a.Ledgers[1]
		if len(a.Problems) > 0 || l.Totals != strings.Count(strings.ToLower(rows), "total") || l.Lines != l.Totals+l.Unclassified+l.Zero {
			t.Errorf("%s: %+v\n%s", name, l, messages(a.Problems))
		}
	}
	if l := ledger("A,1,1.00\nB,1,2.00\n,,3.00\n").Ledgers[1]; l.Totals != 1 || l.Total != 300 {
		t.Errorf("a sum without a label is counted: %+v", l)
	}
	if l := ledger("A,1,1.00\nB,1,2.00\n,,3.01\n").Ledgers[1]; l.Totals != 0 || l.Total != 300 || l.Unproven != 1 {
		t.Errorf("an amount without codes is counted: %+v", l)
	}
	spec := ledgertest.Small()
	spec.Ledgers[1].Columns = map[string]string{"amount": "Amount"}
	if l := computeFiles(t, spec, "council.csv", "Amount\n1.00\n2.00\n3.00\n").Ledgers[1]; l.Totals != 0 || l.Total != 600 {
		t.Errorf("a ledger of amounts alone loses lines: %+v", l)
	}
	a := ledger("A,1,1.00\nTotal,,1.00\nB,1,2.00\nTotal,,4.00\n")
	if got, want := messages(a.Problems), `total-row council.csv:5: the row "Total" says £4.00, a near miss: the lines above it sum to £3.00, a difference of £1.00; the row isn't counted
    see whether lines are missing from the export or there twice; if the row is a line, it needs a code, a date or a description
`; got != want {
		t.Errorf("got %q; want %q", got, want)
	}
	if a.Ledgers[1].Total != 300 {
		t.Errorf("total rows are counted: %+v", a.Ledgers[1])
	}
	// A line that has codes is a line, whatever its supplier is called.
	if l := ledger("Total Gas,4000,1.00\n").Ledgers[1]; l.Totals != 0 || l.Classified != 1 {
		t.Errorf("a line passes for a total: %+v", l)
	}
}

func TestUnknownLocalities(t *testing.T) {
	spec := ledgertest.Small()
	spec.Ledgers[1].Columns = maps.Clone(ledgertest.Columns)
	spec.Ledgers[1].Columns["locality"] = "Area"
	a := computeFiles(t, spec, "council.csv", `Cost centre,Account,Amount,Area
N1,4010,30.00,south
N1,4150,20.00,Nroth
N1,9999,5.00,NROTH
N1,4010,1.00,
N1,4010,2.00,Elsewhere
`)
	if got, want := "\n"+messages(a.Problems), `
unknown-locality council.csv:3: the locality "Nroth" isn't among those of the strategic plan; what names it is counted as belonging to none: 2 lines, £25.00 in all
    did you mean "North"?
unknown-locality council.csv:6: the locality "Elsewhere" isn't among those of the strategic plan; what names it is counted as belonging to none: 1 line, £2.00 in all
    expected one of: North, South
`; got != want {
		t.Errorf("got:%s\nwant:%s", got, want)
	}
	if got := a.Unallocated.Spend.String(); got != "27.00" {
		t.Errorf("unallocated %s", got)
	}
	if n, s := localityOf(a, "North").Spend.String(), localityOf(a, "South").Spend.String(); n != "51.00" || s != "130.01" {
		t.Errorf("North %s, South %s", n, s)
	}
}

func TestLargestUnclassified(t *testing.T) {
	var b strings.Builder
	b.WriteString("Cost centre,Account,Amount,Name\n")
	for i := range 14 {
		fmt.Fprintf(&b, "Z%02d,9000,%d.00,Centre %d\nZ%02d,9001,%d.00,\n", i, i*10, i, i, -i*20)
	}
	spec := ledgertest.Small()
	spec.Ledgers[1].Columns = maps.Clone(ledgertest.Columns)
	spec.Ledgers[1].Columns["description"] = "Name"
	l := computeFiles(t, spec, "council.csv", b.String()).Ledgers[1]
	if len(l.Largest) != 10 || l.Unclassified != 28 || l.UnclassifiedTotal != -91000 {
		t.Fatalf("%+v", l)
	}
	if g := l.Largest[0]; g.CostCentre != "Z13" || g.Description != "Centre 13" || g.Lines != 2 || g.Total != -13000 {
		t.Errorf("%+v", g)
	}
}

// One cost centre is one group however a line spells it.
func TestSpellingsOfACostCentreAreOneGroup(t *testing.T) {
	spec := one(map[string]string{"cost_centre": "Cost centre", "amount": "Amount"})
	a, err := bothPaths(t, []byte("Cost centre,Amount\nY021,1.00\n\"y021 \",2.00\nZ1,8.00\nY021 ,4.00\n\"=\"\"Y021\"\"\",16.00\ny021\u00a0,32.00\n"), spec, 0)
	if err != nil {
		t.Fatal(err)
	}
	l := a.Ledgers[0].Largest
	if len(l) != 2 || l[0].CostCentre != "Y021" || l[0].Total != 55_00 || l[0].Lines != 5 || l[0].Position.Line != 2 || l[1].CostCentre != "Z1" {
		t.Errorf("got %+v", l)
	}
}

// A code that is written as a formula, so that Excel keeps its zeros, is the code
// to rules and ranges.
func TestCodesAsFormulas(t *testing.T) {
	spec := one(map[string]string{"cost_centre": "Cost centre", "amount": "Amount"})
	spec.Rules = []finance.Rule{{When: map[string]string{"cost_centre": "0010"}, Matter: finance.CareHome},
		{When: map[string]string{"cost_centre": "0020-0029"}, Matter: finance.Inpatient}}
	a, err := bothPaths(t, []byte("Cost centre,Amount\n\"=\"\"0010\"\"\",1.00\n\"=\"\"0021\"\"\",\"=\"\"2.00\"\"\"\n0010,4.00\n"), spec, 0)
	if err != nil {
		t.Fatal(err)
	}
	if home, in := matterOf(a, finance.CareHome).Spend, matterOf(a, finance.Inpatient).Spend; home.Money != 5_00 || in.Money != 2_00 {
		t.Errorf("care homes %s, inpatients %s; want 5.00, 2.00", home, in)
	}
}
