package account

import (
	"context"
	"strings"
	"testing"
	"testing/fstest"

	"apr/finance"
	"apr/finance/ledger"
	"apr/internal/rounds"
)

// totalsCase is a ledger with rows that are totals or seem to be.
type totalsCase struct {
	name, columns, text string
	total               string // what the lines sum to
	totals, unproven    int
	codes               string // of the problems
}

func (c totalsCase) check(t *testing.T) {
	t.Helper()
	columns := map[string]string{}
	for _, pair := range strings.Split(c.columns, ";") {
		name, header, _ := strings.Cut(pair, "=")
		columns[name] = header
	}
	a, err := bothPaths(t, []byte(c.text), one(columns), 0)
	if err != nil {
		t.Fatal(err)
	}
	l := a.Ledgers[0]
	var codes []string
	for _, p := range a.Problems {
		codes = append(codes, p.Code)
	}
	if l.Total.String() != c.total || l.Totals != c.totals || l.Unproven != c.unproven || strings.Join(codes, " ") != c.codes {
		t.Errorf("total %s, %d totals, %d unproven, %q; want %s, %d, %d, %q\n%s", l.Total, l.Totals, l.Unproven, codes, c.total, c.totals, c.unproven, c.codes, messages(a.Problems))
	}
}

// Words alone prove nothing, sums do.
func TestTotalsThatAreNoneAndLinesThatAreTotals(t *testing.T) {
	const (
		supplier  = "supplier=Supplier;amount=Amount"
		dated     = "date=Date;supplier=Supplier;amount=Amount"
		codes     = "cost_centre=CC;account=Account;amount=Amount"
		centre    = "cost_centre=CC;amount=Amount"
		described = "cost_centre=CC;description=Text;amount=Amount"
		sides     = "cost_centre=CC;debit=Debit;credit=Credit"
		planned   = "cost_centre=CC;plan=Budget;amount=Actual"
	)
	for _, c := range rounds.Few(t, []totalsCase{
		{"a supplier called Total", supplier, "Supplier,Amount\nAlder Care Ltd,100.00\nTotal Gas & Power,564.00\nBirch Homes,50.00\nGrand Total,714.00\n", "714.00", 1, 0, ""},
		{"a foot without a label, with dates", dated, "Date,Supplier,Amount\n01/05/2025,Alder Care Ltd,100.00\n02/05/2025,Total Gas & Power,564.00\n03/05/2025,Birch Homes,50.00\n,,714.00\n", "714.00", 1, 0, ""},
		{"figures in columns that aren't mapped", "cost_centre=Cost Centre;account=Account;amount=Actual",
			"Cost Centre,Account,Budget,Actual,Variance\nC1,100,10.00,11.00,1.00\nC2,200,20.00,22.00,2.00\n,,30.00,33.00,3.00\n", "33.00", 1, 0, ""},
		{"a foot that is a penny out", centre, "CC,Amount\nA1,10.10\nA2,20.20\nA3,30.30\n,60.61\n", "60.60", 0, 1, "total-row"},
		{"a total that is far out", centre, "CC,Amount\nA1,10.10\nA2,20.20\nTotal,99.00\n", "30.30", 0, 1, "total-row"},
		{"a total of which one column is out", planned, "CC,Budget,Actual\nA1,1.00,2.00\nA2,3.00,4.00\nTotal,4.01,6.00\n", "6.00", 0, 1, "total-row"},
		{"a total in both columns", planned, "CC,Budget,Actual\nA1,1.00,2.00\nA2,3.00,4.00\n,4.00,6.00\n", "6.00", 1, 0, ""},
		{"a code, and it doesn't sum", codes, "CC,Account,Amount\nA1,1,1.00\nTotal Care,2,9.00\n", "10.00", 0, 0, ""},
		{"a date, and it doesn't sum", "date=Date;cost_centre=CC;amount=Amount", "Date,CC,Amount\n01/05/2025,A1,1.00\n02/05/2025,,9.00\n", "10.00", 0, 0, ""},
		{"a date that isn't mapped", centre, "Date,CC,Amount\n01/05/2025,A1,1.00\n02/05/2025,,9.00\n", "10.00", 0, 0, ""},
		{"further words, and it doesn't sum", described, "CC,Text,Amount\nA1,Wards,1.00\n,Accrual of rent,9.00\n", "10.00", 0, 0, ""},
		{"further words in a column that isn't mapped", centre, "CC,Text,Amount\nA1,Wards,1.00\n,Accrual of rent,9.00\n", "10.00", 0, 0, ""},
		{"a name that sums", supplier, "Supplier,Amount\nAlder,3.00\nBirch,4.00\nTotal Gas & Power,7.00\nCedar,1.00\n", "15.00", 0, 0, "total-line"},
		{"a code that sums, at the end", codes, "CC,Account,Amount\nA1,1,3.00\nA2,1,4.00\nCouncil,9,7.00\n", "14.00", 0, 0, "total-line"},
		{"words that sum", described, "CC,Text,Amount\nA1,Wards,3.00\nA2,Homes,4.00\n,Summary of it,7.00\nA3,Care,2.00\n", "16.00", 0, 0, "total-line"},
		{"subtotals nest", codes, "CC,Account,Amount\nA,1,1.00\nA,2,2.00\nA total,,3.00\nB,1,4.00\nSubtotal,,4.00\nAdult services total,,7.00\nC,1,1.00\nTotal for C,,1.00\nGRAND TOTAL,,8.00\n", "8.00", 5, 0, ""},
		{"subtotals next to a code", described, "CC,Text,Amount\nA,Wards,1.00\nA,Homes,2.00\nA,Total,3.00\nB,Wards,4.00\nB,Homes,5.00\nB,Total,9.00\n,Grand total,12.00\n", "12.00", 3, 0, ""},
		{"a supplier of that name with all codes", "cost_centre=CC;account=Account;amount=Amount", "CC,Account,Supplier,Amount\nA,1,Shell,3.00\nA,1,BP,4.00\nA,1,TOTAL,7.00\nA,2,Esso,1.00\n", "15.00", 0, 0, ""},
		{"of what, and it doesn't sum", codes, "CC,Account,Amount\nA1,1,3.00\nA2,1,4.00\nAdult services total,,70.00\n", "77.00", 0, 0, "total-line"},
		{"of what, and it nearly sums", codes, "CC,Account,Amount\nA1,1,3.00\nA2,1,4.00\nAdult services total,,7.01\n", "14.01", 0, 0, "total-row"},
		{"carried and brought forward", codes, "CC,Account,Amount\nA1,1,3.00\nA2,1,4.00\nCarried forward,,7.00\nBrought forward,,7.00\nA3,1,5.00\nTotal c/fwd,,12.00\n", "12.00", 3, 0, ""},
		{"brought forward from nowhere", codes, "CC,Account,Amount\nBalance b/f,,9.00\nA2,1,4.00\n", "4.00", 0, 1, "total-row"},
		{"the account's name in the next column", "cost_centre=CC;amount=Amount", "CC,Text,Amount\nA1,x,3.00\nA2,y,4.00\n,TOTAL:,7.00\n", "7.00", 1, 0, ""},
		{"a rule of dashes", codes, "CC,Account,Amount\nA1,1,3.00\nA2,1,4.00\n----,====,7.00\n", "7.00", 1, 0, ""},
		{"a total of the code above it", described, "CC,Text,Amount\nA1,Wards,9.00\nB1,Care,1.00\nB1,Homes,2.00\nB1 Total,,3.00\nC1,Carers,4.00\n", "16.00", 1, 0, ""},
		{"totals of codes and a grand total", described, "CC,Text,Amount\nA1,Wards,9.00\nA1 Total,,9.00\nB1,Care,1.00\nb1,Homes,2.00\nB1 Total,,3.00\nC1,Carers,4.00\nC1 Total,,4.00\nGrand Total,,16.00\n", "16.00", 4, 0, ""},
		{"totals of codes in two columns", codes, "CC,Account,Amount\nA1,1,9.00\nB1,1,1.00\nB1,2,2.00\nB1,2,3.00\n,2 Total,5.00\nB1 Total,,6.00\nC1,1,4.00\n", "19.00", 2, 0, ""},
		{"a total of the code that is out", described, "CC,Text,Amount\nA1,Wards,9.00\nB1,Care,1.00\nB1,Homes,2.00\nB1 Total,,33.00\nC1,Carers,4.00\n", "16.00", 0, 1, "total-row"},
		{"a total of the code of which the plan is out", planned, "CC,Budget,Actual\nA1,9.00,9.00\nB1,1.00,1.00\nB1,2.00,2.00\nB1 Total,4.00,3.00\n", "12.00", 0, 1, "total-row"},
		{"a total of a code that isn't above it", described, "CC,Text,Amount\nA1,Wards,9.00\nB1,Care,1.00\nB1,Homes,2.00\nA1 Total,,90.00\n", "102.00", 0, 0, "total-line"},
		{"a supplier called so", supplier, "Supplier,Amount\nAlder,9.00\nBirch,1.00\nAlder Total,90.00\nCedar,2.00\n", "102.00", 0, 0, "total-line"},
		{"a rule under the header and over the total", planned, "CC,Budget,Actual\n-----------,------,------\nA1,1.00,2.00\nA2,3.00,4.00\n,=======,=======\n,4.00,6.00\n", "6.00", 1, 0, "page-headings"},
		{"a rule of one cell", planned, "CC,Budget,Actual\nA1,1.00,2.00\n____________________\nA2,3.00,4.00\n", "6.00", 0, 0, "page-headings"},
		{"a stroke for nought is no rule", planned, "CC,Budget,Actual\nA1,1.00,2.00\n-,-,-\nA2,3.00,4.00\nTotal,4.00,6.00\n", "6.00", 1, 0, ""},
		{"codes as formulas", codes, "CC,Account,Amount\n=\"A1\",1,3.00\n=\"A2\",=\"\",4.00\n=\"Total\",=\"\",=\"7.00\"\n", "7.00", 1, 0, ""},
		{"debit and credit", sides, "CC,Debit,Credit\nA1,10.00,\nA2,,4.00\nTotal,10.00,4.00\n", "6.00", 1, 0, ""},
		{"the difference of debit and credit", sides, "CC,Debit,Credit\nA1,10.00,\nA2,,4.00\nTotal,6.00,\n", "6.00", 1, 0, ""},
		{"a credit that is out", sides, "CC,Debit,Credit\nA1,10.00,\nA2,,4.00\nTotal,10.00,4.50\n", "6.00", 0, 1, "total-row"},
		{"names of totals three deep, without codes", described, "CC,Text,Amount\nA1,w,1.00\nA2,w,2.00\n,Total Team A,3.00\nB1,w,10.00\nB2,w,20.00\n,Total Team B,30.00\n,Total Adults,33.00\nC1,w,16.00\nC2,w,17.00\n,Total Team C,33.00\n,Total Health,33.00\n,Grand total,66.00\n", "66.00", 6, 0, ""},
		{"a supplier of one line without a code", described, "CC,Text,Amount\nA1,Shell,7.00\n,Total Gas & Power,7.00\nA2,Esso,1.00\n", "15.00", 0, 0, "total-line"},
		{"gross, income and net", "head=Head;amount=Amount", "Head,Amount\nStaff,60.00\nSupplies,40.00\nGross expenditure,100.00\nGrants,-20.00\nFees,-10.00\nTotal income,-30.00\nNet expenditure,70.00\n", "70.00", 3, 0, ""},
		{"a net that is a line", "head=Head;amount=Amount", "Head,Amount\nNet expenditure,60.00\nSupplies,40.00\n", "100.00", 0, 0, ""},
		{"a net that nearly sums", "head=Head;amount=Amount", "Head,Amount\nStaff,60.00\nSupplies,40.00\nNet expenditure,100.01\n", "200.01", 0, 0, "total-row"},
		{"negative totals", centre, "CC,Amount\nA1,-10.10\nA2,20.20\nTotal,10.10\nB1,-50.00\nB2,20.00\nTotal,30.00-\nOverall,(19.90)\n", "-19.90", 3, 0, ""},
		{"a ward that is called a total, with its code", described, "CC,Text,Amount\nA1,x,10.10\nA2,y,20.20\nB1,Ward total,30.30\nB2,z,5.00\n", "65.60", 0, 0, "total-line"},
		{"balances that open and close", described, "CC,Text,Amount\n,Opening balance,500.00\nA1,x,10.00\nA2,y,20.00\n,Closing balance,530.00\n", "30.00", 0, 2, "total-row total-row"},
		{"how many records there are", centre, "CC,Amount\nA1,10.00\nA2,20.50\nControl total,30.50\nNumber of records,2\n", "30.50", 2, 0, ""},
		{"how many records there are, beside the words", codes, "CC,Account,Amount\nA1,1,10.00\nA2,1,20.00\nNumber of records: 2,,2.00\nTotal,,30.00\n", "30.00", 2, 0, ""},
		{"another number of records beside the words", codes, "CC,Account,Amount\nA1,1,10.00\nA2,1,20.00\nNumber of records: 7,,7.00\n", "30.00", 0, 1, "total-row"},
		{"a line with a number for a name", described, "CC,Text,Amount\nA1,x,10.00\n,Line 2,20.00\n", "30.00", 0, 0, ""},
		{"results", codes, "CC,Account,Amount\nA1,1,10.00\nA1,2,5.00\nResult,,15.00\nA2,1,20.00\nResult,,20.00\nOverall result,,35.00\n", "35.00", 3, 0, ""},
		{"results beside a code and without one", described, "CC,Text,Amount\nA1,x,10.00\nA1,y,5.00\nA1,Result,15.00\nA2,x,20.00\n,Overall Result,35.00\n", "35.00", 2, 0, ""},
		{"a result in a column that isn't mapped", codes, "CC,Name,Account,Amount\nA1,x,1,10.00\nA1,y,2,5.00\nA1,Result,,15.00\n", "15.00", 1, 0, ""},
		{"a result that doesn't sum", codes, "CC,Account,Amount\nA1,1,10.00\nA1,2,5.00\nOverall result,,16.50\n", "15.00", 0, 1, "total-row"},
		{"results of tests", described, "CC,Text,Amount\nA1,Test results,10.00\nA1,Results service,5.00\nA2,Lab result,15.50\n", "30.50", 0, 0, ""},
		{"levels of subtotals", "cost_centre=CC;description=Text;account=Account;amount=Amount", "CC,Text,Account,Amount\nA1,Care,1,10.00\nA1,Care,2,5.00\n*,Care,,15.00\nA2,Day care,1,20.00\n*,Day care,,20.00\n**,Adults,,35.00\n", "35.00", 3, 0, ""},
		{"a level that doesn't sum", "cost_centre=CC;description=Text;account=Account;amount=Amount", "CC,Text,Account,Amount\nA1,Care,1,10.00\nA1,Care,2,5.00\n*,Care,,150.00\n", "15.00", 0, 1, "total-row"},
		{"an asterisk beside a line", "cost_centre=CC;account=Account;amount=Amount", "CC,Mark,Account,Amount\nA1,*,1,10.00\nA2,*,2,10.00\nA3,**,3,20.00\nA4,,3,1.00\n", "41.00", 0, 0, ""},
		{"an asterisk before the name of a group", described, "CC,Text,Amount\nA1,x,10.00\nA2,y,20.00\n* Adults,,30.00\nB1,z,1.00\n", "61.00", 0, 0, "total-line"},
		{"another number of records", centre, "CC,Amount\nA1,10.00\nA2,20.50\nNumber of records,7\n", "30.50", 0, 1, "total-row"},
		{"a total above its lines, as in a pivot table", "head=Head;amount=Amount", "Head,Amount\nAdults,30.00\nHomes,10.00\nDay care,20.00\nHealth,31.00\nWards,31.00\nGrand total,61.00\n", "122.00", 0, 1, "total-row"},
		{"nought without a code", centre, "CC,Amount\nA1,1.00\n,0.00\n", "1.00", 0, 0, ""},
		{"a total of nought of lines that aren't", centre, "CC,Amount\nA1,1.00\nA2,2.00\nTotal,0.00\n", "3.00", 0, 1, "total-row"},
		{"a subtotal of nought of a section without amounts", codes, "CC,Account,Amount\nA,1,1.00\nSubtotal,,1.00\nB,1,\nB,2,\nSubtotal,,0.00\nTotal,,1.00\n", "1.00", 3, 0, ""},
		{"a total of lines that come to nought", centre, "CC,Amount\nA1,1.00\nA2,-1.00\nTotal,0.00\n", "0.00", 1, 0, ""},
		{"a total in brackets of credits", centre, "CC,Amount\nA1,(1.00)\nA2,-2.00\nNET TOTAL,(3.00)\n", "-3.00", 1, 0, ""},
		{"a supplier whose name ends with the word", supplier, "Supplier,Amount\nAlder,3.00\nCare Total,9.00\nBirch,1.00\n", "13.00", 0, 0, "total-line"},
		{"a supplier called Grand", supplier, "Supplier,Amount\nGrand Union Care,3.00\nOverall Ltd,9.00\nTOTAL,12.00\n", "12.00", 1, 0, ""},
		{"a foot of one column and not the other", planned, "CC,Budget,Actual\nA1,1.00,2.00\nA2,3.00,4.00\n,,6.00\n", "6.00", 1, 0, ""},
		{"balances down", codes, "CC,Account,Amount\nA1,1,3.00\nA2,1,4.00\nBalance c/d,,7.00\nBalance b/d,,7.00\nA3,1,5.00\nOverall total,,12.00\n", "12.00", 3, 0, ""},
		{"a total a pound out", centre, "CC,Amount\nA1,10.00\nA2,20.00\nTotal,31.00\n", "30.00", 0, 1, "total-row"},
		{"a total without an amount", centre, "CC,Amount\nA1,1.00\nTotal,\n", "1.00", 1, 0, ""},
		{"within a ten thousandth", centre, "CC,Amount\nA1,1000000.00\nA2,1000000.00\nTotal,2000199.00\n", "2000000.00", 0, 1, "total-row"},
		{"sections begun by headings", codes, "CC,Account,Amount\nA,1,1.00\nChildren,,\nB,1,2.00\nB,2,3.50\nSubtotal,,5.50\nTotal,,6.50\n", "6.50", 2, 0, ""},
		{"percentages and marks that aren't mapped", centre, "CC,Amount,%,Cur\nA1,3.00,43%,GBP\nA2,4.00,57%,GBP\n,7.00,100%,GBP\n", "7.00", 1, 0, ""},
	}) {
		t.Run(c.name, c.check)
	}
}

func TestNearMissesAreNamed(t *testing.T) {
	for text, want := range map[string]string{
		"CC,Amount\nA1,10.10\nA2,20.20\nA3,30.30\n,60.61\n":         "the row without a code says £60.61, a near miss: the lines above it sum to £60.60, a difference of £0.01; the row isn't counted",
		"CC,Amount\nA1,10.00\nTotal,10.00\nA2,20.00\nTotal,99.00\n": `the row "Total" says £99.00, but the lines above it sum to £20.00, a difference of £79.00 (since the total or heading before it; all lines sum to £30.00); the row isn't counted`,
	} {
		a, err := bothPaths(t, []byte(text), one(map[string]string{"cost_centre": "CC", "amount": "Amount"}), 0)
		if err != nil || len(a.Problems) != 1 || a.Problems[0].Message != want {
			t.Errorf("%v: %s; want %s", err, messages(a.Problems), want)
		}
	}
}

// A ledger whose totals are all wrong doesn't fill the report.
func TestManyWrongTotals(t *testing.T) {
	a, err := bothPaths(t, []byte("CC,Amount\nA1,10.00\n"+strings.Repeat("Total,99.00\n", 50)), one(map[string]string{"cost_centre": "CC", "amount": "Amount"}), 0)
	if err != nil || len(a.Problems) != 21 || a.Problems[20].Position.Line != 23 || !strings.HasPrefix(a.Problems[20].Message, "and 30 more rows from here on") {
		t.Errorf("%v: %s", err, messages(a.Problems))
	}
}

// Headings of pages, numbers of pages and headers of two lines aren't lines.
func TestPageHeadings(t *testing.T) {
	const page = "Falkirk Council,,,\nLedger report,,Page 1,\nRun on 01/04/2026 09:15,,,\n"
	const header = "CC,Account,Text,Amount\n"
	for name, c := range map[string]struct {
		text     string
		headings int
		total    string
	}{
		"header over again":                 {header + "A1,1,x,1.00\n" + header + "A2,1,x,2.00\n", 1, "3.00"},
		"whole page headings":               {page + header + "A1,1,x,1.00\n" + strings.NewReplacer("Page 1", "Page 2", "09:15", "09:16").Replace(page+header) + "A2,1,x,2.00\n", 4, "3.00"},
		"numbers of pages":                  {header + "A1,1,x,1.00\nPage 1 of 3,,,\nA2,1,x,2.00\n,,,Page 2 of 3\nA3,1,x,3.50\n,,- Page 3 -,\n", 3, "6.50"},
		"a number in the column of amounts": {"Page:,,,1\n" + header + "A1,1,x,1.00\nPage:,,,2\n" + header + "A2,1,x,2.00\n", 2, "3.00"},
		"short rows":                        {header + "A1,1,x,1.00\nPage 2\nCC,Account,Text,Amount\nA2,1,x,2.00\n", 2, "3.00"},
		"a header of two lines":             {header + "code,code,,(£)\nA1,1,x,1.00\n" + header + "code,code,,(£)\nA2,1,x,2.00\n", 3, "3.00"},
		"its second line has words":         {header + ",,,Year to date\nA1,1,x,1.00\n", 1, "1.00"},
		"dates next to the page":            {header + "A1,1,x,1.00\n,Page 2,01/04/2026,\nA2,1,x,2.00\n", 1, "3.00"},
		"none":                              {header + "A1,1,Page 3 advert,1.00\nA2,1,x,2.00\n", 0, "3.00"},
		"a line like the heading":           {"Falkirk Council,,,7.00\n" + header + "Falkirk Council,,,5.00\nA1,1,x,2.00\n", 0, "7.00"},
	} {
		a, err := bothPaths(t, []byte(c.text), one(map[string]string{"cost_centre": "CC", "account": "Account", "text": "Text", "amount": "Amount"}), 0)
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		l := a.Ledgers[0]
		if l.Headings != c.headings || l.Total.String() != c.total || len(a.Problems) != min(c.headings, 1) {
			t.Errorf("%s: %d headings, total %s; want %d, %s\n%s", name, l.Headings, l.Total, c.headings, c.total, messages(a.Problems))
		}
	}
}

// Whatever says that amounts aren't in pounds is heard.
func TestWhereUnitsAreSaid(t *testing.T) {
	for name, c := range map[string]struct{ file, text, want string }{
		"in words in the header": {"l.csv", "CC,Amount (GBP thousands)\nA1,12.50\n", "Amount (GBP thousands)"},
		"in a note below":        {"l.csv", "CC,Amount\nA1,12.50\nA2,3.00\nAll figures are in £000s,\n", "All figures are in £000s"},
		"in the file's name":     {"outturn £000.csv", "CC,Amount\nA1,12.50\n", "outturn £000.csv"},
		"in a column":            {"l.csv", "CC,Unit,Amount\nA1,£000,12.50\nA2,£000,3.00\n", "Unit £000"},
		"nowhere":                {"ledger 2000.csv", "CC,Text,Amount\nA1,1 in thousands,12.50\nA2,x,3.00\nA1000s,,1.00\n", ""},
		"of something else":      {"l.csv", "CC,Amount\nA1,12.50\nVisits to thousands of people,\n", ""},
	} {
		column := "Amount"
		if strings.Contains(c.text, "(GBP") {
			column = "Amount (GBP thousands)"
		}
		spec := one(map[string]string{"cost_centre": "CC", "amount": column})
		spec.Ledgers[0].File = c.file
		a, err := bothPaths(t, []byte(c.text), spec, 0)
		if err != nil {
			t.Fatal(name, err)
		}
		got, want := doubts(a, finance.CodeUnits), []string(nil)
		if c.want != "" {
			want = []string{c.want}
		}
		if len(got) != len(want) || len(got) == 1 && !strings.Contains(got[0], "says \""+c.want+"\"") {
			t.Errorf("%s: %q; want %q", name, got, c.want)
		}
	}
}

func TestUnitsUnderTheHeader(t *testing.T) {
	a, err := bothPaths(t, []byte("CC,Amount\n,£000\nA1,1.00\n"), one(map[string]string{"cost_centre": "CC", "amount": "Amount"}), 0)
	if err != nil || a.Ledgers[0].Headings != 1 {
		t.Fatalf("%v: %s", err, messages(a.Problems))
	}
	const want = `data/council.csv: the ledger data/council.csv says "Amount £000", and its amounts were read as pounds`
	if got := doubts(a, finance.CodeUnits); len(got) != 1 || got[0] != want {
		t.Errorf("%q; want %q", got, want)
	}
}

// A line that can't be read isn't taken for a second line of the header.
func TestMalformedFirstLine(t *testing.T) {
	for _, amount := range []string{"twelve", "n/a", "#REF!", "1.2.3"} {
		if _, err := bothPaths(t, []byte("CC,Amount\nWards,"+amount+"\nA1,1.00\n"), one(map[string]string{"cost_centre": "CC", "amount": "Amount"}), 0); err == nil {
			t.Errorf("%q is passed over", amount)
		}
	}
}

// TestPageNumbersAmongAmounts has page numbers in the column of amounts of ledgers without
// a page heading above the header, and what merely looks like them.
func TestPageNumbersAmongAmounts(t *testing.T) {
	const header, dated = "CC,Name,Amount\n", "CC,Date,Name,Amount\n"
	// A1 and A2 are 3.00 and two lines, A3 is 4.00.
	lines, more := "A1,x,1.00\nA2,y,2.00\n", "A3,z,4.00\n"
	many := strings.Repeat("A1,x,1.00\n", 30)
	for name, c := range rounds.FewOf(t, map[string]struct {
		text     string
		headings int
		total    string
	}{
		"as printed":                 {header + lines + ",Page,2\n" + more + ",Page,3\nA4,z,8.00\n", 2, "15.00"},
		"the foot of each page":      {header + lines + ",Page,1\n" + more + ",Page,2\n", 2, "7.00"},
		"in the code column":         {header + lines + "Page No:,,2\n" + more + "Page No:,,3\n", 2, "7.00"},
		"twice":                      {header + lines + ",Page 2,2\n" + more + "Page 3,,3\n", 2, "7.00"},
		"of how many":                {header + lines + ",Page 2 of 3,2\n" + more + "Page 3 of,,30\n", 2, "7.00"},
		"in short":                   {header + lines + "p. 2,,\n" + more + ",p. 3,3\n,pg,4\n,P.,5\n,Pg. 6,6\n", 5, "7.00"},
		"with pence, counting on":    {header + lines + ",Page,2.00\n" + more + ",Page,3.00\n", 2, "7.00"},
		"beside a date":              {dated + "A1,,x,1.00\n,01/04/2026,Page,2\nA3,,z,4.00\n", 1, "5.00"},
		"two columns":                {"CC,Amount\nA1,1.00\nPage,2\nA3,4.00\nPage:,3\nA4,8.00\n", 2, "13.00"},
		"in the column of dates":     {dated + "A1,,x,1.00\n,Page,,2\nA3,,z,4.00\n,Page 3,,3\n", 2, "5.00"},
		"short rows":                 {header + lines + "Page,2\n" + more, 1, "7.00"},
		"an extract":                 {header + many + "Page,,29\n" + more + ",Page,30\n", 2, "34.00"},
		"a supplier":                 {header + lines + ",Page Ltd,2.00\n,Page & Co,2\n" + more, 0, "11.00"},
		"a cost centre":              {header + lines + "Page Hall,,2\nA7,Page,3\nA8,Page 4,4\n" + more, 0, "16.00"},
		"a name alone":               {header + lines + "Page,,250.00\nPage,,2.50\n,Page,£2\n" + more, 0, "261.50"},
		"more than there can be":     {header + lines + ",Page,4000\n" + more, 0, "4007.00"},
		"another number than said":   {header + lines + ",Page 3,2\n" + more, 0, "9.00"},
		"a code in another column":   {"CC,Name,Other,Amount\nA1,x,,1.00\n,Page,4010,2\n", 0, "3.00"},
		"a supplier's advertisement": {header + lines + ",Page 2 advert,2\n,Home page,2\n" + more, 0, "11.00"},
	}) {
		a, err := bothPaths(t, []byte(c.text), one(map[string]string{"cost_centre": "CC", "amount": "Amount"}), 0)
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		l := a.Ledgers[0]
		told := strings.Contains(messages(a.Problems), "isn't counted") || strings.Contains(messages(a.Problems), "aren't counted")
		if l.Headings != c.headings || l.Total.String() != c.total || told != (c.headings > 0) || l.Lines != accounted(l) {
			t.Errorf("%s: %d headings, %s, want %d, %s\n%s", name, l.Headings, l.Total, c.headings, c.total, messages(a.Problems))
		}
	}
}

// A line that sums others is told once, and so is each of several that stand above each
// other, whose own sums are none of the lines.
func TestSummingLinesAreToldOnce(t *testing.T) {
	const head = "CC,Text,Account,Amount\n"
	for name, c := range map[string]struct{ text, want string }{
		"at the end":     {head + "A1,Care,4001,10.00\nA2,Day care,4001,20.00\nTotal Adults,,,30.00\n", "1 row, £30.00 in all, such as \"Total Adults\", are the sum"},
		"with a code":    {head + "A1,Care,4001,10.00\nA2,Day care,4001,20.00\nA9,Adults,,30.00\n", "1 row, £30.00 in all, such as \"Adults\", are the sum"},
		"and a code":     {head + "A1,Care,4001,10.00\nA2,Day care,4001,20.00\nA9,Total Adults,,30.00\nA3,Other,1,1.00\n", "1 row, £30.00 in all, such as \"Total Adults\", are the sum"},
		"on two levels":  {head + "A1,Care,1,10.00\nA1,Care,2,5.00\n,Care,,15.00\nA2,Day care,1,20.00\n,Day care,,20.00\n,Adults,,35.00\nA3,Other,1,1.00\n", "3 rows, £70.00 in all, are the sum"},
		"coded, on both": {head + "A1,Care,1,1000.00\nA2,Care,1,500.00\nA5,Care,,1500.00\nB1,Day care,1,2000.00\nB2,Day care,1,7.00\nB5,Day care,,2007.00\nC1,All,,3507.00\nD1,Other,1,1.00\n", "3 rows, £7,014.00 in all, such as \"Care\", are the sum"},
	} {
		spec := one(map[string]string{"cost_centre": "CC", "description": "Text", "account": "Account", "amount": "Amount"})
		a, err := compute(context.Background(), fstest.MapFS{spec.Ledgers[0].File: {Data: []byte(c.text)}}, spec, ledger.Reading{})
		if err != nil || len(a.Problems) != 1 || !strings.HasPrefix(a.Problems[0].Message, c.want) {
			t.Errorf("%s: %v, %s; want %s", name, err, messages(a.Problems), c.want)
		}
	}
}

// A total row that a rule excludes isn't counted, and isn't told as if it were. A control
// total may be that of the lines with the excluded ones, or without.
func TestExcludedTotals(t *testing.T) {
	const text = "CC,Text,Account,Amount\nA1,Care,4001,10.00\nA2,Day care,4001,20.00\nA3,Respite,4001,5.00\nTotal Adults,,,35.00\n"
	for _, c := range []struct{ excluded, control, want string }{
		{"", "", "1 row, £35.00 in all"},
		{"Total Adults", "", ""},
		{"Total Adults", "35.00", ""},
		{"Total Adults", "70.00", ""},
		{"Total Adults", "36.00", "the control total is £36.00, a difference of £34.00; without the 1 line excluded they sum to £35.00"},
		{"A3", "30.00", "the control total is £30.00, a difference of £40.00; without the 1 line excluded they sum to £65.00"},
	} {
		spec := one(map[string]string{"cost_centre": "CC", "description": "Text", "account": "Account", "amount": "Amount"})
		if c.excluded != "" {
			spec.Rules = []finance.Rule{{When: map[string]string{"cost_centre": c.excluded}, Exclude: "a total"}}
		}
		if m, err := finance.ParseMoney(c.control); err == nil {
			spec.Ledgers[0].ControlTotal = &m
		}
		fsys := fstest.MapFS{spec.Ledgers[0].File: {Data: []byte(text)}}
		a, err := compute(context.Background(), fsys, spec, ledger.Reading{})
		if err != nil {
			t.Fatal(err)
		}
		if got := messages(a.Problems); (c.want == "") != (got == "") || !strings.Contains(got, c.want) {
			t.Errorf("%s excluded, control total %s: %s; want %s", c.excluded, c.control, got, c.want)
		}
		if _, err := bothPaths(t, []byte(text), spec, 0); err != nil {
			t.Error(err)
		}
	}
}
