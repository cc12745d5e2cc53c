package table

import (
	"io"
	"strings"
	"testing"
	"testing/fstest"

	"apr/internal/source"
)

// openGroups opens a text with the columns, which it may have in two rows.
func openGroups(t *testing.T, text string, columns map[string]string) (*Table, error) {
	t.Helper()
	fsys := fstest.MapFS{"l.csv": {Data: []byte(text)}}
	return Open(fsys, Spec{File: "l.csv", What: "ledger", Columns: columns, NotMerged: []string{"amount"}})
}

// A row of heads that spans groups of columns, above one that says which is which.
func TestHeadsInTwoRows(t *testing.T) {
	const title = "NHS Borders ledger,,,,,,\n"
	for name, text := range map[string]string{
		"codes above":  title + "CC,CC Desc,Subj,Apr-Sep,,Full year,\n,,,Budget,Actual,Budget,Actual\nY10,Nursing,1010,10,11,20,21\n",
		"codes below":  title + ",,,Apr-Sep,,Full year,\nCC,CC Desc,Subj,Budget,Actual,Budget,Actual\nY10,Nursing,1010,10,11,20,21\n",
		"heads again":  "CC,CC Desc,Subj,Apr-Sep,Apr-Sep,Full year,Full year\n,,,Budget,Actual,Budget,Actual\nY10,Nursing,1010,10,11,20,21\n",
		"whole header": "CC,CC Desc,Subj,Apr-Sep Budget,Apr-Sep Actual,Full year Budget,Full year Actual\nY10,Nursing,1010,10,11,20,21\n",
	} {
		table, err := openGroups(t, text, map[string]string{"cost_centre": "CC", "amount": "Full year Actual"})
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		record, err := table.Records.Next()
		if err != nil || record[table.Index["amount"]] != "21" || record[table.Index["cost_centre"]] != "Y10" {
			t.Errorf("%s: %v, %v of %v", name, record, err, table.Index)
		}
		if _, err := table.Records.Next(); err != io.EOF {
			t.Errorf("%s: more records: %v", name, err)
		}
	}
}

// A head of a group is no column, and a head that several groups have says too little.
func TestHeadOfAGroup(t *testing.T) {
	const above = "CC,CC Desc,Apr-Sep,,Full year,\n,,Budget,Actual,Budget,Actual\nY10,Nursing,10,11,20,21\n"
	const below = ",,Apr-Sep,,Full year,\nCC,CC Desc,Budget,Actual,Budget,Actual\nY10,Nursing,10,11,20,21\n"
	for _, c := range []struct{ text, amount, message, hint string }{
		{above, "Full year", `"Full year" (amount) is the head of a group of columns in line 1, over Budget, Actual in line 2`, `as in amount: "Full year Actual"`},
		{above, "Actual", "the heads of line 1 and line 2 together", `did you mean "Apr-Sep Actual" or "Full year Actual"?`},
		{below, "Actual", `more than one column "Actual" (amount)`, `as in amount: "Apr-Sep Actual"`},
	} {
		_, err := openGroups(t, c.text, map[string]string{"cost_centre": "CC", "amount": c.amount})
		p, ok := err.(*source.Problem)
		if !ok || !strings.Contains(p.Message, c.message) || !strings.Contains(p.Hint, c.hint) {
			t.Errorf("%s: %v", c.amount, err)
		}
	}
}

// Rows under a header that aren't a second one of heads.
func TestHeadOfAColumnWithEmptyNeighbours(t *testing.T) {
	for name, text := range map[string]string{
		"a remark beside":     "CC,Amount,\nY10,20.00,to check\n",
		"a unit below":        "CC,Amount,\n,£,£\nY10,20.00,1\n",
		"text first":          "CC,Name,,Amount\nY10,Nursing,north,20.00\n",
		"words for an amount": "CC,Name,Amount\nY10,Nursing,see note\n",
	} {
		if _, err := openGroups(t, text, map[string]string{"cost_centre": "CC", "amount": "Amount"}); err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
}
