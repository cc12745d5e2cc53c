package suggest

import (
	"slices"
	"strings"
	"unicode"

	"apr/finance"
	"apr/internal/table/celltext"
)

// vocabulary are the headers that finance systems give the columns apr knows,
// the preferred first: those of Integra, Oracle, SAP, Technology One, Unit4 and
// eFinancials listings, and of the spending data that public bodies publish.
var vocabulary = []struct {
	name    string
	headers []string
}{
	{finance.AmountColumn, []string{"Actual", "Actuals", "Actual for Period", "Actual Costs", "Actual to Date", "YTD Actual", "Actual YTD", "Year to Date Actual", "Full Year Actual", "Net Actual", "Outturn", "Net Expenditure", "Expenditure", "Net Amount", "Nett Amount", "Invoice Net Amount", "Invoice Nett Amount", "Amount", "Sum of Amount", "Amount exc VAT", "Net Value", "Value", "Spend"}},
	{finance.DebitColumn, []string{"Debit", "Debits", "Debit Amount", "Dr"}},
	{finance.CreditColumn, []string{"Credit", "Credits", "Credit Amount", "Cr"}},
	{finance.SideColumn, []string{"Dr/Cr", "Cr/Dr", "D/C", "Debit/Credit", "Credit/Debit", "Debit or Credit", "Debit/Credit Indicator", "Debit/Credit Ind", "D/C Indicator", "D/C Ind", "DrCr Indicator", "DrCr Flag"}},
	{finance.PlanColumn, []string{"Annual Budget", "Budget", "Full Year Budget", "Budget for Period", "Plan Costs", "Plan", "Revised Budget", "Approved Budget", "YTD Budget", "Budget YTD", "Budget to Date"}},
	{finance.CostCentreColumn, []string{"Cost Centre", "Cost Centre Code", "Cost Center", "CostC", "CC", "Responsible Unit", "Department Code", "Unit"}},
	{finance.DescriptionColumn, []string{"Cost Centre Description", "Cost Centre Name", "Cost Centre Desc", "Cost Center Name", "CC Description", "Department Name", "Unit Name", "Description"}},
	{finance.AccountColumn, []string{"Account", "Account Code", "Subjective", "Subjective Code", "Cost Element", "Nominal", "Nominal Code", "Expense Code", "CIPFA Expenditure Code"}},
	{"account_description", []string{"Account Description", "Account Name", "Subjective Description", "Subj Description", "Cost Element Name", "Cost Element Description", "Nominal Description", "Expenses Type", "Subjective Detail"}},
	{"service", []string{"Service", "Service Plan", "Service Area", "Service Area Categorisation", "Department Service", "Department", "Directorate", "Division"}},
	{finance.LocalityColumn, []string{"Locality"}},
	{finance.PeriodColumn, []string{"Period", "Accounting Period", "Fiscal Period", "Posting Period", "Period No"}},
	{finance.DateColumn, []string{"Transaction Date", "Posting Date", "Payment Date", "Date"}},
}

// guessColumns finds columns among the cells of a header: those given, a map of
// apr's names to headers, and for the rest what the vocabulary knows.
func guessColumns(cells []string, given map[string]string) map[string]int {
	exact, loose := make([]string, len(cells)), make([]string, len(cells))
	for i, c := range cells {
		exact[i], loose[i] = celltext.HeaderKey(c), letters(c)
	}
	index := map[string]int{}
	taken := map[int]bool{}
	for name, header := range given {
		if i := slices.Index(exact, celltext.HeaderKey(header)); i >= 0 {
			index[name], taken[i] = i, true
		}
	}
	for _, v := range vocabulary {
		if _, named := given[v.name]; named || excluded(v.name, index) {
			continue
		}
		for _, header := range v.headers {
			if i := slices.Index(loose, letters(header)); i >= 0 && !taken[i] {
				index[v.name], taken[i] = i, true
				break
			}
		}
	}
	return index
}

// excluded reports whether amounts are already given in the other way.
func excluded(name string, index map[string]int) bool {
	_, amount := index[finance.AmountColumn]
	if name == finance.SideColumn {
		return !amount
	}
	return amount && (name == finance.DebitColumn || name == finance.CreditColumn)
}

// readable reports whether a guess is enough to add lines up and to group them.
func readable(index map[string]int) bool {
	has := func(name string) bool { _, ok := index[name]; return ok }
	return (has(finance.AmountColumn) || has(finance.DebitColumn) && has(finance.CreditColumn)) &&
		(has(finance.CostCentreColumn) || has("service") || has(finance.DescriptionColumn) || has(finance.AccountColumn))
}

// letters is a header without anything but its letters: a year, a pound sign or
// an underscore beside the words doesn't count.
func letters(s string) string {
	return strings.Map(func(r rune) rune {
		if !unicode.IsLetter(r) {
			return -1
		}
		return unicode.ToLower(r)
	}, s)
}
