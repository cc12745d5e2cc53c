package compose_test

import (
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"apr/internal/wording"
)

// rowArguments are the functions that take rows, with which of their arguments are ones:
// what is written there has a row in the table. Functions that pass a row on to them are
// found.
func rowArguments() map[string][]int {
	return map[string][]int{
		"words": {0}, "inlines": {0}, "paragraph": {0}, "say": {2}, "sentence": {1}, "count": {1, 2}, "titled": {1},
		"section": {1}, "table": {0}, "column": {0}, "cell": {0}, "Plain": {0}, "verbatim": {0}, "noted": {0}, "note": {0}, "noteOfValue": {0},
	}
}

// withValues take the values of a row behind it.
var withValues = map[string]int{"words": 1, "inlines": 1, "paragraph": 1, "say": 3, "sentence": 2}

// notPrinted are texts with blanks in them that are no words of apr's in a report, and why.
var notPrinted = map[string]string{
	"care group": "a kind of line of the account", "easy read": "how names of versions begin", "January 2006": "a layout of time", "2 January 2006": "a layout of time",
	"SSI 2014/326": "the law", "Public Bodies (Joint Working) (Scotland) Act 2014": "the law",
	" percentage point": "what data say, which is shortened", " point": "what data say, which is shortened",
}

// TestCallsAreRows: whatever the package writes is a row of the table, with as many values
// as the row has places: what it passes to a function that takes rows, and each text of
// several words that isn't of a problem.
func TestCallsAreRows(t *testing.T) {
	files, err := filepath.Glob("*.go")
	if err != nil {
		t.Fatal(err)
	}
	var parsed []*ast.File
	for _, file := range files {
		if strings.HasSuffix(file, "_test.go") || file == "datasets.go" { // data for programs are described in English
			continue
		}
		f, err := parser.ParseFile(token.NewFileSet(), file, nil, 0)
		if err != nil {
			t.Fatal(err)
		}
		parsed = append(parsed, f)
	}
	found := newRowFinder(parsed)
	for _, f := range parsed {
		found.file(f)
	}
	for _, fault := range found.faults {
		t.Error(fault)
	}
	if found.calls < 400 {
		t.Errorf("%d calls were found", found.calls)
	}
	for planted, want := range map[string]string{
		`b.words("No row at all")`: "is no row", `b.paragraph("Subtotal {partner}")`: "number of values", `b.words("Total")`: "",
		`b.say(s, own, "Nothing has this.")`: "is no row", `b.say(s, own, "Subtotal {partner}", 1)`: "", `column("Nichts", 1)`: "is no row", `cell("Nichts")`: "is no row",
		`b.section(1, "Nichts")`: "is no row", `&document.Text{Text: "Nichts"}`: "is no row", `document.Callout{Title: "Nichts"}`: "is no row",
		`fmt.Sprintf("%s went up", x)`: "is no row", `fmt.Sprintf("%s %d", x, y)`: "", `x + " in " + y`: "is no row", `b.count(1, "{number} is red", "{number} are")`: "is no row", `b.count(1, "Total", "Spent")`: "many",
		`passing(1, "Nichts")`: "is no row", `b.words(rows[1])`: "is no row", `b.problems.Addf("code", at, "this is no sentence of a report")`: "",
		`func(row string) { b.words(row) }("Nichts")`: "is no row", `note("No value of this")`: "is no row",
	} {
		f, err := parser.ParseFile(token.NewFileSet(), "planted.go", `package p
var rows = map[int]string{1: "Nichts"}
func passing(n int, row string) { b.paragraph(row) }
func f() { _ = `+planted+` }`, 0)
		if err != nil {
			t.Fatal(err)
		}
		found := newRowFinder([]*ast.File{f})
		found.file(f)
		if got := strings.Join(found.faults, "; "); got != want && (want == "" || !strings.Contains(got, want)) {
			t.Errorf("%s: found %q; want %q", planted, got, want)
		}
	}
}

// rowFinder looks for what is no row.
type rowFinder struct {
	rows   map[string]bool
	takes  map[string][]int           // by the names of functions
	values map[string][]*ast.BasicLit // of variables and constants of the package
	calls  int
	faults []string
}

func newRowFinder(files []*ast.File) *rowFinder {
	r := &rowFinder{rows: map[string]bool{}, takes: rowArguments(), values: map[string][]*ast.BasicLit{}}
	for _, row := range wording.Rows() {
		r.rows[row] = true
	}
	for _, f := range files {
		for _, d := range f.Decls {
			if d, ok := d.(*ast.GenDecl); ok && d.Tok != token.IMPORT && d.Tok != token.TYPE {
				for _, s := range d.Specs {
					r.values[s.(*ast.ValueSpec).Names[0].Name] = literals(s)
				}
			}
		}
	}
	for more := true; more; {
		more = false
		for _, f := range files {
			ast.Inspect(f, func(n ast.Node) bool {
				switch n := n.(type) {
				case *ast.FuncDecl:
					more = r.passesOn(n.Name.Name, n.Type, n.Body) || more
				case *ast.AssignStmt:
					if f, ok := n.Rhs[0].(*ast.FuncLit); ok {
						more = r.passesOn(n.Lhs[0].(*ast.Ident).Name, f.Type, f.Body) || more
					}
				}
				return true
			})
		}
	}
	return r
}

// passesOn remembers which parameters of a function are passed on as rows; it reports
// whether one is new.
func (r *rowFinder) passesOn(name string, of *ast.FuncType, body *ast.BlockStmt) (found bool) {
	var params []string
	for _, field := range of.Params.List {
		for _, p := range field.Names {
			params = append(params, p.Name)
		}
	}
	ast.Inspect(body, func(n ast.Node) bool {
		call, ok := n.(*ast.CallExpr)
		if !ok {
			return true
		}
		for _, at := range r.takes[called(call)] {
			if at >= len(call.Args) {
				continue
			}
			if id, ok := call.Args[at].(*ast.Ident); ok {
				if p := slices.Index(params, id.Name); p >= 0 && !slices.Contains(r.takes[name], p) {
					r.takes[name], found = append(r.takes[name], p), true
				}
			}
		}
		return true
	})
	return found
}

// called is the name of a function that is called.
func called(call *ast.CallExpr) string {
	switch f := call.Fun.(type) {
	case *ast.SelectorExpr:
		return f.Sel.Name
	case *ast.Ident:
		return f.Name
	}
	return ""
}

func literals(n ast.Node) (list []*ast.BasicLit) {
	ast.Inspect(n, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.KeyValueExpr:
			list = append(list, literals(n.Value)...)
			return false
		case *ast.BasicLit:
			if n.Kind == token.STRING {
				list = append(list, n)
			}
		}
		return true
	})
	return list
}

func (r *rowFinder) file(f *ast.File) {
	ast.Inspect(f, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.ImportSpec, *ast.Field:
			return false
		case *ast.CompositeLit:
			if name, ok := n.Type.(*ast.SelectorExpr); ok && slices.Contains([]string{"Problem", "InputError", "Related"}, name.Sel.Name) {
				return false
			}
		case *ast.KeyValueExpr:
			if key, ok := n.Key.(*ast.Ident); ok && slices.Contains([]string{"Text", "Title", "Caption", "Subtitle", "Alt", "Name", "Unit", "StatusWord"}, key.Name) {
				r.argument(n.Value)
			}
		case *ast.AssignStmt:
			if s, ok := n.Lhs[0].(*ast.SelectorExpr); ok && slices.Contains([]string{"Message", "Hint", "Related"}, s.Sel.Name) {
				return false
			}
		case *ast.CallExpr:
			return r.call(n)
		case *ast.BasicLit:
			r.severalWords(n)
		}
		return true
	})
}

// call looks at the rows that a call has, and reports whether to look further.
func (r *rowFinder) call(call *ast.CallExpr) bool {
	name := called(call)
	switch name {
	case "Addf", "blocks", "problem": // a problem, and what it calls a text
		return false
	}
	if f, ok := call.Fun.(*ast.FuncLit); ok {
		r.passesOn("func", f.Type, f.Body)
		name = "func"
	}
	for _, at := range r.takes[name] {
		if at < len(call.Args) {
			r.argument(call.Args[at])
		}
	}
	if name == "count" && len(call.Args) > 2 {
		for _, l := range literals(call.Args[2]) {
			if row := unquoted(l); r.rows[row] && !wording.IsMany(row) {
				r.faults = append(r.faults, l.Value+" isn't marked as a row of many")
			}
		}
	}
	first, takes := withValues[name]
	if !takes || len(call.Args) < first || call.Ellipsis.IsValid() {
		return true
	}
	if lit, ok := call.Args[first-1].(*ast.BasicLit); ok {
		if row := unquoted(lit); r.rows[row] && len(wording.Places(row)) != len(call.Args)-first {
			r.faults = append(r.faults, lit.Value+" has another number of values than places")
		}
	}
	return true
}

// argument looks at what is passed as a row: itself, or the values of a variable.
func (r *rowFinder) argument(arg ast.Expr) {
	r.calls++
	switch arg := arg.(type) {
	case *ast.BasicLit:
		r.row(arg)
	case *ast.Ident:
		for _, l := range r.values[arg.Name] {
			r.row(l)
		}
	case *ast.IndexExpr:
		r.argument(arg.X)
	case *ast.SelectorExpr:
		r.argument(arg.X)
	}
}

var (
	verb         = regexp.MustCompile(`%[-+#0-9.]*[a-z]`)
	severalWords = regexp.MustCompile(`\pL.* | .*\pL`)
	letter       = regexp.MustCompile(`\pL`)
)

// severalWords looks at a text wherever it stands.
func (r *rowFinder) severalWords(l *ast.BasicLit) {
	if l.Kind == token.STRING && severalWords.MatchString(verb.ReplaceAllString(unquoted(l), "")) {
		r.row(l)
	}
}

func (r *rowFinder) row(l *ast.BasicLit) {
	text := unquoted(l)
	if l.Kind != token.STRING || !letter.MatchString(text) || r.rows[text] || notPrinted[text] != "" {
		return
	}
	if fault := fmt.Sprintf("%s is no row", l.Value); !slices.Contains(r.faults, fault) {
		r.faults = append(r.faults, fault)
	}
}

func unquoted(l *ast.BasicLit) string {
	text, err := strconv.Unquote(l.Value)
	if err != nil {
		return l.Value
	}
	return text
}
