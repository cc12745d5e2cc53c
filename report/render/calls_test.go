package render_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"apr/internal/wording"
)

// TestOwnWordsAreRows: what formats say as apr's own words is a row of the table, with as
// many values as the row has places.
func TestOwnWordsAreRows(t *testing.T) {
	var files []string
	for _, pattern := range []string{"*/*.go", "../../internal/document/*.go", "../../internal/document/columns/*.go"} {
		found, err := filepath.Glob(pattern)
		if err != nil {
			t.Fatal(err)
		}
		files = append(files, found...)
	}
	calls := 0
	for _, file := range files {
		if strings.HasSuffix(file, "_test.go") {
			continue
		}
		f, err := parser.ParseFile(token.NewFileSet(), file, nil, 0)
		if err != nil {
			t.Fatal(err)
		}
		for _, fault := range noRows(f, &calls) {
			t.Errorf("%s: %s", file, fault)
		}
	}
	if calls < 40 {
		t.Errorf("%d calls were found", calls)
	}
	planted := `package p
func f(m *M) { m.Said("Words that are no row"); m.Own("Table {number}"); m.OwnLine("Source: {source}", "x") }`
	f, err := parser.ParseFile(token.NewFileSet(), "planted.go", planted, 0)
	if err != nil {
		t.Fatal(err)
	}
	if faults := noRows(f, &calls); len(faults) != 2 {
		t.Errorf("of two planted faults %q were found", faults)
	}
}

func noRows(f *ast.File, calls *int) (faults []string) {
	rows := append(wording.Rows(), sharedRows...)
	ast.Inspect(f, func(n ast.Node) bool {
		call, ok := n.(*ast.CallExpr)
		if !ok || len(call.Args) == 0 {
			return true
		}
		method, ok := call.Fun.(*ast.SelectorExpr)
		if !ok || !slices.Contains([]string{"Own", "OwnLine", "Said", "own"}, method.Sel.Name) {
			return true
		}
		literal, ok := call.Args[0].(*ast.BasicLit)
		if !ok {
			return true // the caller's row
		}
		*calls++
		english, err := strconv.Unquote(literal.Value)
		values := len(call.Args) - 1
		if method.Sel.Name == "own" { // which has no values
			values = 0
		}
		switch {
		case err != nil || !slices.Contains(rows, english):
			faults = append(faults, literal.Value+" is no row")
		case values != len(wording.Places(english)) && !call.Ellipsis.IsValid():
			faults = append(faults, literal.Value+" has another number of values than places")
		}
		return true
	})
	return faults
}
