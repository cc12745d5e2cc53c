package account

import (
	"maps"
	"testing"

	"apr/finance"
	"apr/finance/internal/ledgertest"
)

// planned adds a column of planned spend.
func planned(l finance.LedgerSpec) finance.LedgerSpec {
	l.Columns = maps.Clone(l.Columns)
	l.Columns["plan"] = "Budget"
	return l
}

func TestPlanFromColumnsAndLedgers(t *testing.T) {
	spec := ledgertest.Small()
	spec.Ledgers[1] = planned(spec.Ledgers[1])
	spec.Ledgers = append(spec.Ledgers,
		finance.LedgerSpec{File: "plan.csv", Partner: "NHS", Kind: finance.Plan, Columns: ledgertest.Columns, Position: ledgertest.At(60)},
		finance.LedgerSpec{File: "funding.csv", Partner: "Joint board", Kind: finance.Funded, Columns: map[string]string{"amount": "Amount"}, Funding: finance.Delegated, Position: ledgertest.At(61)})
	a := computeFiles(t, spec, "plan.csv", "Cost centre,Account,Amount\nW1,1000,90.00\nP1,2000,50.00\nTOTAL,,140.00\n",
		"funding.csv", "Amount\n200.00\n",
		"council.csv", "Cost centre,Account,Amount,Budget\nN1,4010,30.00,25.00\nN2,4010,,1.50\nX9,9999,5.00,0\n")
	if len(a.Problems) > 0 {
		t.Error(messages(a.Problems))
	}
	if got := a.Plan.String(); got != "166.50" || !a.Plan.Known || a.Plan.Lines != 5 {
		t.Errorf("plan %+v", a.Plan)
	}
	if m := matterOf(a, finance.CareHome); m.Plan.String() != "26.50" || m.Spend.String() != "30.00" {
		t.Errorf("care homes: %+v", m)
	}
	if v, ok := varianceOf(matterOf(a, finance.Inpatient).Plan, matterOf(a, finance.Inpatient).Spend); !ok || v != -1000 {
		t.Errorf("inpatient variance %s, %v", v, ok)
	}
	if a.Funding.String() != "200.00" || !a.Funding.Known {
		t.Errorf("funding %+v", a.Funding)
	}
	if l := a.Ledgers[3]; l.Classified != 1 || l.Unclassified != 0 {
		t.Errorf("a funding ledger needs no matters: %+v", l)
	}
	if l := a.Ledgers[1]; l.Lines != 3 || l.Classified != 2 || l.Unclassified != 1 || *l.PlanTotal != 2650 {
		t.Errorf("council: %+v", l)
	}
}

func TestPlanOfOnePartnerIsNoPlanOfAll(t *testing.T) {
	spec := ledgertest.Small()
	spec.Ledgers[1] = planned(spec.Ledgers[1])
	spec.Ledgers = append(spec.Ledgers, finance.LedgerSpec{File: "funding.csv", Partner: "NHS", Kind: finance.Funded, Columns: ledgertest.Columns, Position: ledgertest.At(61)})
	council := "Cost centre,Account,Amount,Budget\nN1,4010,30.00,25.00\n"
	funding := "Cost centre,Account,Amount\nF,1,10.00\n"
	a := computeFiles(t, spec, "council.csv", council, "funding.csv", funding)
	if got, want := "\n"+messages(a.Problems), `
incomplete-plan apr.yaml:10:5: the planned spend of 2025/26 isn't known: the inputs give other partners' but not that of NHS
    add a ledger of kind plan for each partner, or the total to the history table
incomplete-funding apr.yaml:20:5: the funding of 2025/26 isn't known: the inputs give other partners' but not that of Council
    add a ledger of kind funding for each partner, or the total to the history table
`; got != want {
		t.Errorf("got:%s\nwant:%s", got, want)
	}
	if a.Plan.Known || matterOf(a, finance.CareHome).Plan.Known || a.Funding.Known {
		t.Errorf("a partial plan passes for the whole: %+v", a.Plan)
	}
	if p := a.Partners[1]; p.Plan.String() != "25.00" || !p.Plan.Known {
		t.Errorf("the partner's own plan is lost: %+v", p)
	}
	// The history may give the totals instead.
	spec.History = "history.csv"
	a = computeFiles(t, spec, "council.csv", council, "funding.csv", funding,
		"history.csv", "year,measure,dimension,item,amount\n2025/26,plan,total,,180.00\n2025/26,funding,total,,181.00\n")
	if len(a.Problems) > 0 || a.Plan.String() != "180.00" || a.Funding.String() != "181.00" {
		t.Errorf("plan %s, funding %s, %s", a.Plan, a.Funding, messages(a.Problems))
	}
}

func TestPlanInTwoPlaces(t *testing.T) {
	spec := ledgertest.Small()
	spec.Ledgers[0], spec.Ledgers[1] = planned(spec.Ledgers[0]), planned(spec.Ledgers[1])
	spec.Ledgers = append(spec.Ledgers, finance.LedgerSpec{File: "plan.csv", Partner: "NHS", Kind: finance.Plan, Columns: ledgertest.Columns, Position: ledgertest.At(60)})
	a := computeFiles(t, spec, "plan.csv", "Cost centre,Account,Amount\nW1,1000,90.00\n",
		"nhs.csv", "Cost centre,Account,Amount,Budget\nW1,1000,30.00,90.01\n",
		"council.csv", "Cost centre,Account,Amount,Budget\nN1,4010,30.00,25.00\n")
	if got, want := "\n"+messages(a.Problems), `
conflicting-figure apr.yaml:60:5: the 2025/26 plan of NHS is £90.00 in its plan ledger plan.csv and £90.01 in the plan column of nhs.csv, a difference of −£0.01; the plan ledger's is used
    leave out the one that isn't the annual financial statement, or mend the one that is wrong
    apr.yaml:10:5: the ledger with the plan column is named here
`; got != want {
		t.Errorf("got:%s\nwant:%s", got, want)
	}
	if got := a.Plan.String(); got != "115.00" {
		t.Errorf("plan %s", got)
	}
}

func TestLedgersOfEarlierYears(t *testing.T) {
	spec := ledgertest.Small()
	spec.Ledgers = append(spec.Ledgers, finance.LedgerSpec{File: "old.csv", Partner: "NHS", Year: 2023, Columns: ledgertest.Columns, Position: ledgertest.At(60)})
	a := computeFiles(t, spec, "old.csv", "Cost centre,Account,Amount\nW1,1000,70.00\n")
	if y := matterOf(a, finance.Inpatient).In(2023); y == nil || y.Spend.String() != "70.00" || a.Spend.String() != "203.51" {
		t.Errorf("2023/24: %+v, this year %s", y, a.Spend)
	}
	if got := localityOf(a, "South").In(2023).Spend.String(); got != "46.67" {
		t.Errorf("South in 2023/24: %s", got)
	}
}
