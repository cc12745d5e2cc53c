package compose

import (
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"math/rand/v2"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"apr/finance"
	"apr/indicators"
	"apr/internal/period"
	"apr/internal/project/datum"
	"apr/internal/rounds"
	"apr/internal/wording"
)

// TestToldIsInRows: what other packages say with the values already in it is of a row,
// which gives the same words again.
func TestToldIsInRows(t *testing.T) {
	checked := map[string]bool{}
	check := func(text string, rows []string) {
		t.Helper()
		checked[text] = true
		row, values, ok := wording.Match(text, rows)
		if !ok {
			t.Errorf("%q is of no row", text)
		} else if got := wording.Fill(row, row, values...); got != text {
			t.Errorf("%q comes back as %q", text, got)
		}
	}
	for _, v := range []finance.Money{0, 123456789, -123456789} {
		check(datum.VarianceWords(v), wording.Variances())
	}
	random := rand.New(rand.NewPCG(16, 14))
	for _, i := range rounds.Few(t, indicators.Catalogue()) {
		for range 20 {
			w := &indicators.Workbook{Observations: randomRows(random, &i), File: "data/phs.csv", Release: []string{"", "July 2026"}[random.IntN(2)]}
			table, err := w.Table(indicators.TableOptions{Area: "Fife", Year: 2025, Since: period.Year(2015 + random.IntN(8)),
				Breaks: map[indicators.ID][]period.Year{i.ID: {2022}}, NotPublished: map[indicators.ID]map[period.Year]string{i.ID: {2024: "It was late."}}})
			if err != nil {
				continue // no value at all
			}
			for _, s := range table.Series {
				for _, p := range s.Points {
					for _, n := range p.Notes {
						check(n, wording.Notes())
					}
				}
				if c := s.FromPrevious; c != nil && !c.Slight(s.Indicator) {
					check(strings.Replace(c.Describe(s.Indicator), " percentage point", " point", 1), wording.Changes())
				}
			}
		}
	}
	if len(checked) < 50 {
		t.Errorf("%d texts were checked", len(checked))
	}
}

// TestVerdictsAndEventsAreRows reads from their source what verdicts give as their
// reasons, and what the calendar calls its events.
func TestVerdictsAndEventsAreRows(t *testing.T) {
	for folder, rows := range map[string][]string{"../../regs": wording.Verdicts(), "../calendar": wording.Events()} {
		var known []string
		for _, row := range rows {
			known = append(known, wording.Fill(row, row, blanks(row)...))
		}
		found := 0
		for _, text := range reasons(t, folder) {
			found++
			if !slices.Contains(known, text) {
				t.Errorf("%s: %q is of no row", folder, text)
			}
		}
		if found < 6 {
			t.Errorf("%s: %d texts were found", folder, found)
		}
	}
}

func blanks(row string) []any { return slices.Repeat([]any{"…"}, len(wording.Places(row))) }

// reasons are what a package passes to Note, Nil and NotApplicable, or gives events as
// their titles, with … for each value.
func reasons(t *testing.T, folder string) (texts []string) {
	files, _ := filepath.Glob(folder + "/*.go")
	constants := map[string]string{}
	var parsed []*ast.File
	for _, file := range files {
		f, err := parser.ParseFile(token.NewFileSet(), file, nil, 0)
		if err != nil {
			t.Fatal(err)
		}
		if strings.HasSuffix(file, "_test.go") {
			continue
		}
		parsed = append(parsed, f)
		ast.Inspect(f, func(n ast.Node) bool {
			if s, ok := n.(*ast.ValueSpec); ok && len(s.Values) > 0 {
				if l, ok := s.Values[0].(*ast.BasicLit); ok {
					constants[s.Names[0].Name], _ = strconv.Unquote(l.Value)
				}
			}
			return true
		})
	}
	for _, f := range parsed {
		ast.Inspect(f, func(n ast.Node) bool {
			switch n := n.(type) {
			case *ast.CallExpr:
				if s, ok := n.Fun.(*ast.SelectorExpr); ok && slices.Contains([]string{"Note", "Nil", "NotApplicable"}, s.Sel.Name) {
					texts = append(texts, written(n.Args[len(n.Args)-1], constants)...)
				}
			case *ast.KeyValueExpr:
				if key, ok := n.Key.(*ast.Ident); ok && key.Name == "Title" && strings.HasSuffix(folder, "calendar") {
					texts = append(texts, written(n.Value, constants)...)
				}
			}
			return true
		})
	}
	return slices.DeleteFunc(texts, func(s string) bool { return strings.Trim(s, "… ") == "" })
}

// written is what an expression writes, with … for each value: several where it counts.
func written(e ast.Expr, constants map[string]string) []string {
	switch e := e.(type) {
	case *ast.BasicLit:
		text, _ := strconv.Unquote(e.Value)
		return []string{text}
	case *ast.BinaryExpr:
		var all []string
		for _, a := range written(e.X, constants) {
			for _, b := range written(e.Y, constants) {
				all = append(all, a+b)
			}
		}
		return all
	case *ast.CallExpr:
		s, _ := e.Fun.(*ast.SelectorExpr)
		switch {
		case s != nil && s.Sel.Name == "Sprintf":
			text := written(e.Args[0], constants)[0]
			return []string{fmt.Sprintf(text, slices.Repeat([]any{"…"}, strings.Count(text, "%"))...)}
		case s != nil && s.Sel.Name == "Count":
			one := written(e.Args[1], constants)[0]
			return []string{"… " + one, "… " + one + "s"}
		}
	case *ast.Ident:
		if text, ok := constants[e.Name]; ok && e.Name != "housingRegulator" {
			return []string{text}
		}
	}
	return []string{"…"}
}
