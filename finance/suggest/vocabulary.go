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
// eFinancials listings, of reports for budget holders, and of the spending data that
// councils and health bodies publish. Signs and digits in a header don't count.
var vocabulary = []struct {
	name    string
	headers []string
}{
	{finance.AmountColumn, []string{
		"Actual", "Actuals", "Actual for Period", "Actual Costs", "Actual to Date", "YTD Actual", "YTD Actuals", "Actual YTD", "Actuals YTD",
		"Year to Date Actual", "Full Year Actual", "Net Actual", "Actual Spend", "Actual Expenditure", "Outturn", "Net Outturn", "Final Outturn",
		"Net Expenditure", "Net Spend", "Net Amount", "Nett Amount", "Net Amt", "Amount Net", "Net Value", "Net Line Amount", "Net Cost", "Net Invoice Amount",
		"Invoice Net Amount", "Invoice Nett Amount", "Invoice Net Amt", "Inv Net Amt", "Amount exc VAT", "Amount excl VAT", "Amount ex VAT", "Amount excluding VAT",
		"Sum of Amount exc VAT", "SumOfAmount_Exc_VAT", "Expenditure Amount exc VAT", "Value exc VAT", "Total exc VAT",
		"Amount", "Amt", "Sum of Amount", "AP Amount", "Line Amount", "Item Amount", "Posted Amount", "Transaction Amount", "Distribution Amount",
		"Invoice Distribution Amount", "Payment Amount", "Amount Paid", "Paid Amount", "Invoice Amount", "Total Amount", "Home Amount", "Expenditure", "Spend", "Value", "Total",
		"Gross Amount", "Gross Amt", "Gross Value", "Gross", "Amount inc VAT", "Invoice Gross Amount"}},
	{finance.DebitColumn, []string{"Debit", "Debits", "Debit Amount", "Dr", "Dr Amount"}},
	{finance.CreditColumn, []string{"Credit", "Credits", "Credit Amount", "Cr", "Cr Amount"}},
	{finance.SideColumn, []string{"Dr/Cr", "Cr/Dr", "D/C", "S/H", "Debit/Credit", "Credit/Debit", "Debit or Credit", "Debit/Credit Indicator", "Debit/Credit Ind", "D/C Indicator", "D/C Ind", "DrCr Indicator", "DrCr Flag"}},
	{finance.PlanColumn, []string{
		"Annual Budget", "Budget", "Full Year Budget", "Full Yr Budget", "Budget for Period", "Plan Costs", "Plan", "Annual Plan", "Revised Budget", "Rev Budget", "Revised Annual Budget",
		"Current Budget", "Curr Budget", "Current Annual Budget", "Latest Budget", "Working Budget", "Approved Budget", "Annual Bud", "Total Budget", "Net Budget", "Budget Amount",
		"YTD Budget", "Budget YTD", "Budget to Date", "Phased Budget", "Profiled Budget", "Original Budget"}},
	{finance.CostCentreColumn, []string{
		"Cost Centre", "Cost Centre Code", "Cost Centre No", "Cost Centre Number", "Cost Center", "Cost Center Code", "CostC", "Cost Ctr", "Cost Ctr Code", "Cost Ctre", "CCtr", "CC", "CC Code",
		"Responsible Unit", "Department Code", "Dept Code", "Organisational Unit", "Organisation Unit", "Org Unit", "Org Unit Code", "Budget Centre", "Budget Code", "Unit", "Unit Code"}},
	{finance.DescriptionColumn, []string{
		"Cost Centre Description", "Cost Centre Name", "Cost Centre Desc", "Cost Centre Title", "Cost Centre Label", "Cost Centre Text", "Cost Center Name", "Cost Center Description",
		"Cost Ctr Desc", "Cost Ctr Name", "Cost Ctre Desc", "Cost Ctre Name", "CostC Desc", "CostC Description", "CostC Name", "CCtr Desc", "CCtr Name", "CC Description", "CC Desc", "CC Name", "Department Name", "Dept Name", "Org Unit Name", "Budget Centre Name", "Unit Name", "Description", "Narrative", "Name"}},
	{finance.AccountColumn, []string{
		"Account", "Account Code", "Account No", "Account Number", "Subjective", "Subj", "Subjective Code", "Subj Code", "Cost Element", "Nominal", "Nominal Code", "Expense Code", "Expenses Code",
		"Expenditure Code", "CIPFA Expenditure Code", "Detail Code", "GL Code", "GL Account", "G/L Account", "Ledger Code"}},
	{"account_description", []string{
		"Account Description", "Account Desc", "Account Name", "Subjective Description", "Subjective Desc", "Subjective Name", "Subj Description", "Subj Desc", "Cost Element Name", "Cost Element Description",
		"Nominal Description", "Nominal Desc", "GL Description", "GL Desc", "GL Account Description", "Expense Type", "Expenses Type", "Expense Type Description", "Detailed Expenses Type", "Expenditure Type",
		"Expenditure Category", "Expense Category", "Expenses Category", "Spend Category", "Expense Description", "Subjective Detail", "Subjective Subgroup", "Purpose of Expenditure", "Merchant Category"}},
	{"service", []string{
		"Service", "Service Label", "Service Description", "Service Name", "Service Plan", "Service Area", "Service Area Categorisation", "Service Area Org", "Service Division Categorisation", "Service Group", "Expense Area", "Division of Service", "Department Service",
		"Department", "Dept", "Business Area", "Business Unit", "Directorate", "Division", "Portfolio"}},
	{finance.LocalityColumn, []string{"Locality", "Locality Name", "Locality Code"}},
	{finance.PeriodColumn, []string{"Period", "Accounting Period", "Acc Period", "Fiscal Period", "Financial Period", "Posting Period", "Period No", "Period Number", "Per"}},
	{finance.DateColumn, []string{"Transaction Date", "Trans Date", "Posting Date", "Payment Date", "Date of Payment", "Date Paid", "Paid Date", "Pay Date", "Effective Date", "GL Date", "Invoice Date", "Date"}},
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

// letters is a header without anything but its letters: a year, a pound sign, the name of
// the currency or an underscore next to the words doesn't count.
func letters(s string) string {
	plain := strings.Map(func(r rune) rune {
		if !unicode.IsLetter(r) {
			return -1
		}
		return unicode.ToLower(r)
	}, s)
	return strings.TrimSuffix(plain, "gbp")
}
