package suggest

import (
	"errors"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"apr/finance"
	"apr/finance/classify"
	"apr/internal/source"
	"apr/internal/table"
	"apr/internal/table/celltext"
)

// survey reads a ledger that nobody has mapped.
func survey(t *testing.T, text string, given map[string]string) (*Survey, error) {
	t.Helper()
	fsys := fstest.MapFS{"l.csv": {Data: []byte(text)}}
	return SurveyLedger(t.Context(), fsys, finance.Spec{Year: 2025}, finance.LedgerSpec{File: "l.csv", Partner: "P", Columns: given})
}

func TestSurveyGuessesColumns(t *testing.T) {
	tests := []struct {
		name, text string
		given      map[string]string
		want       map[string]string
		group      string
	}{
		{"trial balance", "Company,Period,Cost Centre,Cost Centre Description,Account Code,Annual Budget,YTD Actual\nX,1,A1,Ward,5,1.00,2.00\n", nil,
			map[string]string{"period": "Period", "cost_centre": "Cost Centre", "description": "Cost Centre Description", "account": "Account Code", "plan": "Annual Budget", "amount": "YTD Actual"}, "cost_centre"},
		{"debit and credit", "CostC;Dr;Cr\nA1;2.00;\n", nil, map[string]string{"cost_centre": "CostC", "debit": "Dr", "credit": "Cr"}, "cost_centre"},
		{"an amount goes before debit and credit", "Cost Centre,Debit,Credit,Net_Amount\nA1,2.00,,2.00\n", nil,
			map[string]string{"cost_centre": "Cost Centre", "amount": "Net_Amount"}, "cost_centre"},
		{"a year and a pound sign next to the words", "Service,Outturn 2025/26 (£)\nDay care,2.00\n", nil,
			map[string]string{"service": "Service", "amount": "Outturn 2025/26 (£)"}, "service"},
		{"named by the user", "Centre,Net spend,Actual\nA1,2.00,3.00\n", map[string]string{"cost_centre": "Centre"},
			map[string]string{"cost_centre": "Centre", "amount": "Actual"}, "cost_centre"},
		// Headers of published files, and of reports that councils and health boards pass on.
		{"spending data of the Local Government Association's form",
			"Body Name,Service Label,Service Code,Organisational Unit,Expenditure Category,Expenditure Code,Narrative,Date,Transaction Number,Amount,Supplier Name\nX,Adults,1,U7,Fees,4000,Stay,01/05/2025,9,2.00,S\n", nil,
			map[string]string{"service": "Service Label", "cost_centre": "Organisational Unit", "account_description": "Expenditure Category", "account": "Expenditure Code", "description": "Narrative", "date": "Date", "amount": "Amount"}, "cost_centre"},
		{"a finance system's short heads", "CostC,CostC Desc,Expense Category,Beneficiary Name,Net Amt\n0010,Wards,Drugs,B,2.00\n", nil,
			map[string]string{"cost_centre": "CostC", "description": "CostC Desc", "account_description": "Expense Category", "amount": "Net Amt"}, "cost_centre"},
		{"payments over £25,000 of a health board", "Department family,Entity,Date,Expense Type,Expense Area,Supplier,Transaction Number,AP Amount (£)\nX,Y,01/05/2025,Drugs,Pharmacy,S,9,2.00\n", nil,
			map[string]string{"date": "Date", "account_description": "Expense Type", "service": "Expense Area", "amount": "AP Amount (£)"}, "account_description"},
		{"payments of Stirling Council", "Cost_Centre_Name,Supplier_Name,Transaction_Type,Net_Value,VAT,Gross_Value,Financial_Year_Ending,Period\nHome care,S,Invoice,2.00,0.40,2.40,2026,3\n", nil,
			map[string]string{"description": "Cost_Centre_Name", "amount": "Net_Value", "period": "Period"}, "description"},
		{"net goes before gross", "Cost Ctr,Subj,Gross Amt,Invoice Net Amt,Rev Budget\nA1,5,3.00,2.00,1.00\n", nil,
			map[string]string{"cost_centre": "Cost Ctr", "account": "Subj", "amount": "Invoice Net Amt", "plan": "Rev Budget"}, "cost_centre"},
		{"a monitoring report with short words", "Per,Cost Centre No.,Cost Ctr Desc,GL Code,GL Desc,Curr Budget,YTD Actuals\n1,A1,Ward,5,Pay,1.00,2.00\n", nil,
			map[string]string{"period": "Per", "cost_centre": "Cost Centre No.", "description": "Cost Ctr Desc", "account": "GL Code", "account_description": "GL Desc", "plan": "Curr Budget", "amount": "YTD Actuals"}, "cost_centre"},
		{"spending data of Cannock Chase", "Service_Area_Categorisation,Responsible_Unit,Expenses_Type,Expense_Code,Date,SumOfAmount_Inc_VAT,SumOfAmount_Exc_VAT\nCare,U1,Fees,0400,01/05/2025,2.40,2.00\n", nil,
			map[string]string{"service": "Service_Area_Categorisation", "cost_centre": "Responsible_Unit", "account_description": "Expenses_Type", "account": "Expense_Code", "date": "Date", "amount": "SumOfAmount_Exc_VAT"}, "cost_centre"},
		{"lines above the header", "Listing of 2025/26\n\nCost Centre,Actual\nA1,2.00\n", nil, map[string]string{"cost_centre": "Cost Centre", "amount": "Actual"}, "cost_centre"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			s, err := survey(t, test.text, test.given)
			if err != nil {
				t.Fatal(err)
			}
			if fmt.Sprint(s.Spec.Columns) != fmt.Sprint(test.want) {
				t.Errorf("columns %v, want %v", s.Spec.Columns, test.want)
			}
			if s.GroupColumn != test.group || !s.Guessed || s.Ledger.Unclassified != 1 || len(s.Unclassified) != 1 {
				t.Errorf("grouped by %s, guessed %v, %d unclassified in %d groups", s.GroupColumn, s.Guessed, s.Ledger.Unclassified, len(s.Unclassified))
			}
		})
	}
}

func TestSurveyWithoutAGuess(t *testing.T) {
	for _, text := range []string{"Centre,Net spend\nA1,2.00\n", "nothing\n", "Amount\n2.00\n"} {
		_, err := survey(t, text, nil)
		input, ok := errors.AsType[*source.InputError](err)
		if !ok || input.Problems[0].Code != table.CodeMissingColumn || !strings.Contains(input.Problems[0].Hint, "--column") {
			t.Errorf("%q: %v", text, err)
		}
	}
}

// A header that the user gives and the file hasn't is no reason to guess another.
func TestSurveyOfAHeaderThatIsNotThere(t *testing.T) {
	_, err := survey(t, "Cost Centre,Actual\nA1,2.00\n", map[string]string{"amount": "Actuals 1"})
	input, ok := errors.AsType[*source.InputError](err)
	if !ok || input.Problems[0].Code != table.CodeMissingColumn {
		t.Fatalf("got %v", err)
	}
	if p := input.Problems[0]; p.Message != `the header has no column "Actuals 1" (amount); it has: Cost Centre, Actual` || p.Hint != `for "Actuals 1", did you mean "Actual"?` {
		t.Errorf("%s\n%s", p.Message, p.Hint)
	}
}

// What the crosswalk names is checked once here, since a mistake in it would
// stop every command that suggests.
func TestCrosswalk(t *testing.T) {
	rows := crosswalk()
	for _, r := range rows {
		if r.body != HealthBoard && r.body != Council {
			t.Errorf("%q: no body %q", r.service, r.body)
		}
		if r.matter != "" && !slices.Contains(finance.Matters, r.matter) {
			t.Errorf("%q: no matter %q", r.service, r.matter)
		}
		if r.matter == "" && r.note == "" {
			t.Errorf("%q says neither what it is nor what is to be decided", r.service)
		}
		if r.service == "" || r.source == "" {
			t.Errorf("%q has no service or source", r.phrases)
		}
		for _, p := range r.phrases {
			if bare := strings.ReplaceAll(strings.Join(p, " "), "*", ""); bare == "" || plainWords(bare) != bare {
				t.Errorf("%q: the phrase %q isn't one of bare words", r.service, p)
			}
		}
	}
}

func TestSuggest(t *testing.T) {
	tests := []struct {
		body        Body
		description string
		want        finance.Matter
		known       bool
	}{
		{HealthBoard, "Emergency Department - MRI", finance.OtherHealth, true},
		{HealthBoard, "A&E", finance.OtherHealth, true},
		{HealthBoard, "General Medicine Wards", finance.Inpatient, true},
		{HealthBoard, "Day Hospital, Ward 4", finance.OtherHealth, true},
		{HealthBoard, "Care Home Liaison Team", finance.OtherHealth, true}, // nurses who visit, and no care home
		{HealthBoard, "Awards and warden schemes", "", false},              // no ward
		{HealthBoard, "Hosted services", "", true},                         // to be decided
		{Council, "Care homes, older people", finance.CareHome, true},
		{Council, "Short breaks in care homes", finance.UnpaidCarers, true},
		{Council, "Carers’ centre", finance.UnpaidCarers, true},
		{Council, "Shared Lives", finance.CareHome, true},
		{Council, "SDS - option 1", finance.OtherSocialCare, true},
		{Council, "Roads", "", false},
	}
	for _, test := range tests {
		s := &Survey{GroupColumn: finance.CostCentreColumn, Unclassified: []finance.UnclassifiedGroup{{CostCentre: "A1", Description: test.description, Lines: 1, Total: 100}}}
		suggestions, rest := s.Suggest(test.body)
		if known := len(suggestions) == 1; known != test.known || known == (len(rest) == 1) {
			t.Errorf("%s: suggested %v, left %v", test.description, suggestions, rest)
		} else if known && suggestions[0].Matter != test.want {
			t.Errorf("%s: %q, want %q", test.description, suggestions[0].Matter, test.want)
		}
	}
}

// A suggested pattern matches the cost centres that it was made for and no
// other that is unclassified, whatever their codes look like.
func TestSuggestedCodes(t *testing.T) {
	random := rand.New(rand.NewPCG(7, 11))
	forms := []string{"%d", "%04d", "S%d", "S%03d", "AB-%d", "4%d-4%d", "%d|", "c*%d", "%d%d%d%d%d%d%d%d%d%d"}
	for range 2000 {
		var all []finance.UnclassifiedGroup
		seen := map[string]bool{}
		for range 1 + random.IntN(12) {
			form := forms[random.IntN(len(forms))]
			var args []any
			for range strings.Count(form, "%") {
				args = append(args, random.IntN(20))
			}
			if c := fmt.Sprintf(form, args...); !seen[celltext.Fold(c)] {
				seen[celltext.Fold(c)] = true
				all = append(all, finance.UnclassifiedGroup{CostCentre: c})
			}
		}
		s := &Survey{Unclassified: all}
		own := all[:1+random.IntN(len(all))]
		text := s.codes(own)
		p, err := classify.CompilePattern(text)
		if err != nil {
			t.Fatalf("%v gave %q: %v", own, text, err)
		}
		for i, g := range all {
			// ? stands for a sign of the pattern language, and for others too.
			if got := p.Matches(celltext.Fold(g.CostCentre)); got != (i < len(own)) && !(got && strings.Contains(text, "?")) {
				t.Fatalf("%v of %v gave %q, which matches %q: %v", own, all, text, g.CostCentre, got)
			}
		}
	}
}

// A ledger in thousands is asked about, wherever it says so.
func TestSurveyAsksAboutUnits(t *testing.T) {
	for text, want := range map[string]string{
		"Cost centre,Amount £000\nA1,1.00\n":                "Amount £000",
		"All figures in £m\nCost centre,Amount\nA1,1.00\n":  "All figures in £m",
		"Cost centre,Amount\n,'000\nA1,1.00\n":              "Amount '000",
		"Amounts in £ and p\nCost centre,Amount\nA1,1.00\n": "",
	} {
		s, err := survey(t, text, nil)
		if err != nil || s.Units != want {
			t.Errorf("%q: %v, %+v; want %q", text, err, s, want)
		}
	}
}

// A ledger may say whose it is: in a line above its header, or in a column of bodies.
func TestSurveyHearsWhoseLedgerItIs(t *testing.T) {
	const lines = "Cost Ctr,Name,Amount GBP\nA1,Care at home,10.00\n"
	spec := finance.Spec{Year: 2025, Bodies: []string{"Highland Council", "NHS Highland"}, OtherBodies: []string{"NHS Fife"}}
	for text, want := range map[string][2]string{
		"NHS Highland,,\nLead agency: adult services,,\n" + lines: {"NHS Highland", "NHS Highland"},
		"NHS Fife,,\n" + lines:                                                          {"NHS Fife", ""},
		"NHS Fife for,,\nNHS Highland,,\n" + lines:                                      {"NHS Highland", "NHS Highland"},
		"Body,Cost centre,Amount\nLambeth,A1,1.00\nLambeth,A2,1.00\n":                   {"Lambeth", ""},
		"Body,Cost centre,Amount\nHighland Council,A1,1.00\nHighland Council,A2,1.00\n": {"Highland Council", "Highland Council"},
		"Body,Cost centre,Amount\nNHS Fife,A1,1.00\nLambeth,A2,1.00\n":                  {"", ""},
		"Supplier,Cost centre,Amount\nNHS Fife,A1,1.00\n":                               {"", ""},
		"Ledger extract,,\n" + lines:                                                    {"", ""},
	} {
		s, err := SurveyLedger(t.Context(), fstest.MapFS{"l.csv": {Data: []byte(text)}}, spec, finance.LedgerSpec{File: "l.csv"})
		if err != nil || s.Says != want[0] || s.SaysPartner != want[1] {
			t.Errorf("%s: %v, %q %q; want %q", text, err, s.Says, s.SaysPartner, want)
		}
	}
}

// Twelve columns of months and no total: no one column is the amount.
func TestSurveyOfAColumnForEachMonth(t *testing.T) {
	for text, months := range map[string]bool{
		"Cost Ctr,Name,Apr,May,Jun,Jul,Aug,Sep,Oct,Nov,Dec,Jan,Feb,Mar\nA1,x,1,1,1,1,1,1,1,1,1,1,1,1\n": true,
		"Cost Ctr,Name,Money\nA1,x,1\n": false,
	} {
		_, err := SurveyLedger(t.Context(), fstest.MapFS{"l.csv": {Data: []byte(text)}}, finance.Spec{Year: 2025}, finance.LedgerSpec{File: "l.csv"})
		if err == nil || strings.Contains(err.Error(), "each month has a column of amounts") != months {
			t.Errorf("%s: %v", text, err)
		}
	}
}
