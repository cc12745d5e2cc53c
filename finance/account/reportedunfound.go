package account

import (
	"fmt"
	"slices"
	"strings"

	"apr/finance"
)

// otherWords is the way out where words aren't found in last year's tables.
const otherWords = "if they are in other words than this year's apr.yaml (words), name tables.csv of that report, which is read in any words, or its project"

// unfound says which words weren't found that tables without ids are read by, "" where
// all were. Every report with money has the tables of matters and totals, those of
// localities where there are any, and of two of a dimension both.
func unfound(cells []publishedCell, spec *finance.Spec) string {
	found := make([]map[string]bool, len(publishedTables)) // heads of rows and columns
	has := map[Dimension]bool{ByMatter: true, ByTotal: true, ByLocality: len(spec.Localities) > 0}
	for _, c := range cells {
		for i, t := range publishedTables {
			if _, ok := t.in(c.title); !ok {
				continue
			}
			if has[t.dimension] = true; found[i] == nil {
				found[i] = map[string]bool{}
			}
			found[i][c.column], found[i][c.row] = true, true
		}
	}
	var tables, heads []string
	for i, t := range publishedTables {
		if found[i] == nil && has[t.dimension] {
			tables = append(tables, fmt.Sprintf("%q", t.caption))
		}
		for _, head := range t.heads {
			if called := fmt.Sprintf("%q", head); found[i] != nil && !found[i][head] && !slices.Contains(heads, called) {
				heads = append(heads, called)
			}
		}
	}
	var said []string
	if len(tables) > 0 {
		said = append(said, "no table is called "+strings.Join(tables, " or "))
	}
	if len(heads) > 0 {
		said = append(said, "their tables of money have no row or column "+strings.Join(heads, " or "))
	}
	return strings.Join(said, ", and ")
}
