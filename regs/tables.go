package regs

import (
	"fmt"
	"slices"

	"github.com/yuin/goldmark/ast"
	extast "github.com/yuin/goldmark/extension/ast"

	"apr/internal/document"
	"apr/internal/document/columns"
	"apr/internal/project"
	"apr/internal/project/prose"
	"apr/internal/source"
	"apr/internal/wording"
	"apr/internal/yamlpos"
)

// tableRules are about the tables of texts on paper.
var tableRules = []Rule{
	{
		ID:       "R0-table-width",
		Title:    "Tables in texts, and those of one's own, fit a page",
		Level:    Advice,
		Citation: "apr, pages of the PDF and of printed HTML",
		Why:      "A table that is wider than a turned page is printed in parts, which nobody can compare at a glance; a column that is wider is cut.",
		Blind:    "Tables that apr makes from data, which it lays out to fit.",
		Check:    checkTables,
	},
}

func checkTables(r *project.Project, pass *Pass) {
	for _, p := range pass.reading.passages() {
		var at []source.Position
		_ = ast.Walk(p.root, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
			if _, ok := n.(*extast.Table); ok && entering {
				at = append(at, p.text.At(p.offset(n)))
			}
			return ast.WalkContinue, nil
		}) // the function doesn't fail
		if len(at) == 0 {
			continue
		}
		fragment, _ := prose.Parse(p.text, prose.Options{Level: 2, Evaluate: r.Evaluate}) // composing reports its problems
		n := 0
		eachTable(fragment, func(t *document.Table, boxed int) {
			if n < len(at) {
				checkTable(pass, t, boxed, at[n])
			}
			n++
		})
	}
	for i := range r.Config.Tables {
		t := &r.Config.Tables[i]
		if r.OwnTable(t.ID) != t {
			continue // it couldn't be read
		}
		printed, _ := r.PrintedTable(t, prose.Options{Evaluate: r.Evaluate}) // composing reports its problems
		checkTable(pass, printed, 0, r.Config.PositionOf(yamlpos.Item("tables", i)+".file"))
	}
}

func checkTable(pass *Pass, t *document.Table, boxed int, at source.Position) {
	if len(t.Columns) == 0 || slices.ContainsFunc(t.Rows, func(r document.Row) bool { return len(r.Cells) != len(t.Columns) }) {
		return
	}
	fit := columns.OnPaper(t, boxed)
	what := "the table"
	if t.Caption != "" {
		what = fmt.Sprintf("the table %q", t.Caption)
	}
	switch {
	case !fit.Whole:
		pass.Report(at, "write numbers in thousands or millions, shorten the first column, or give the table fewer columns",
			"%s has a column that is wider than a page next to its first: on paper it is cut", what)
	case len(fit.Groups) > 0:
		pass.Report(at, "give it fewer columns, or swap rows and columns",
			"%s is wider than a page: on paper it is divided into %s, each with its %s", what, wording.Count(len(fit.Groups), "part"), firstColumns(t))
	}
}

// firstColumns are those that a part of a table repeats.
func firstColumns(t *document.Table) string {
	if t.RowHeads > 1 {
		return fmt.Sprintf("first %d columns", t.RowHeads)
	}
	return "first column"
}

// eachTable calls f with the tables of a text, in order, and in how many lists,
// quotations and boxes each is.
func eachTable(fragment *prose.Fragment, f func(t *document.Table, boxed int)) {
	var blocks func(list []document.Block, boxed int)
	blocks = func(list []document.Block, boxed int) {
		for _, b := range list {
			switch b := b.(type) {
			case *document.Table:
				f(b, boxed)
			case *document.List:
				for _, item := range b.Items {
					blocks(item, boxed+1)
				}
			case *document.Quotation:
				blocks(b.Blocks, boxed+1)
			case *document.Box:
				blocks(b.Blocks, boxed+1)
			}
		}
	}
	var sections func(list []*document.Section)
	sections = func(list []*document.Section) {
		for _, s := range list {
			blocks(s.Blocks, 0)
			sections(s.Sections)
		}
	}
	blocks(fragment.Blocks, 0)
	sections(fragment.Sections)
}
