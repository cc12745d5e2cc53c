package ledger

import "testing"

func TestLabels(t *testing.T) {
	for want, cells := range map[label][]string{
		totalWord: {"Total", "TOTALS", "total:", "Grand Total", "Sub-total", "Sub total", "SUBTOTAL:", "Net total", "Page total", "Page 3 total", "Report Total", "Overall totals",
			"Carried forward", "Brought Forward", "Balance b/f", "c/f", "Total c/fwd", "Balance brought down", "Total carried forward to next page",
			"Sum", "Total expenditure", "Total (£)", "** Total **", "=\"Total\"", "\u00a0Total ", "Totals for all payments", "Opening balance", "Closing Balance", "Total income", "Summe", "Zwischensumme:", "Sous-total",
			"Result", "Overall result", "OVERALL RESULT:", "Results", "*", "**", "***"},
		netWord: {"Net expenditure", "GROSS EXPENDITURE", "Overall", "Nett cost"},
		countWord: {"Number of records", "Record count", "Count of lines", "No. of transactions", "Total number of rows", "Row count:",
			"Number of records: 2", "Record count 1234", "Total rows: 12", "Records: 2", "Lines 12"},
		totalOf: {"Total for Adult services", "Adult services total", "Y021 Total", "4010 total:", "Sub-total A", "Grand total Council", "Subtotal learning disability",
			"Total of wards", "Wards carried forward", "Total 4010 c/f"},
		totalLike:   {"Total Gas & Power", "Total Care Ltd", "Totals Accounting Ltd", "* Adult services", "** Over/underabsorption"},
		pageHeading: {"Page 3", "PAGE 3 of 12", "Page: 3/12", "Page no. 4", "- Page 7 -", "Page", "Page No:", "PAGE NUMBER", "Page #", "Page 2 of", "p. 2", "P.", "Pg 3", "pg."},
		noLabel: {"", "Totally Wired Ltd", "Totalisator", "A total waste", "Home page design", "Page Ltd", "Page Hall", "Page 2 advert", "P2", "P.2", "P", "PG Tips", "Pages", "Carriage", "Forward Thinking Ltd", "Carried items", "C4", "Summit Care",
			"Cottage hospital", "Capital", "Town Council", "Netherlee", "Networks", "Net", "Gross", "Number 10", "Line 2", "Row 12", "2", "No. 2", "Test results", "Result of tests", "Resultant Ltd", "A*", "**********", "2 of 2", "No entry", "Counting House", "Opening doors", "No", "Record office", "Income", "b/f8", "Downs Syndrome Scotland", "Wards"},
	} {
		for _, cell := range cells {
			if got := labelOf(cell); got != want {
				t.Errorf("%q: %d, want %d", cell, got, want)
			}
		}
	}
}
