package compose_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"maps"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
	"unicode"

	"apr/internal/document"
	"apr/internal/wording"
	"apr/regs"
	"apr/report/compose"
)

// englishLeft is how many of the texts of the examples, composed in a language in which
// every row of the table has words, are still marked as English: titles of indicators and
// sentences that aren't rows yet. It only falls.
const englishLeft = 379

// TestEveryRowIsPrinted puts «…» in the place of every row and counts what stays English.
func TestEveryRowIsPrinted(t *testing.T) {
	left := map[string]bool{}
	for _, dir := range []string{example, "../../examples/ardenmuir"} {
		doc := inOtherWords(t, dir)
		maps.Copy(left, english(doc))
		planted := &document.Paragraph{Content: document.Plain("Nothing has this sentence.")}
		doc.Sections[0].Blocks = append(doc.Sections[0].Blocks, planted)
		document.OwnWords(doc, func(text string) (string, string) { return text, "en" })
		if !english(doc)["Nothing has this sentence."] {
			t.Error("a sentence that is no row isn't counted")
		}
	}
	for _, text := range slices.Sorted(maps.Keys(left)) {
		t.Log(text)
	}
	if len(left) > englishLeft {
		t.Errorf("%d texts aren't in the report's language; want at most %d: make them rows of internal/wording, and lower the number", len(left), englishLeft)
	}
}

func inOtherWords(t *testing.T, dir string) *document.Document {
	r, result := load(t, dir)
	r.Config.Language, r.Config.Words = "zxx", map[string]string{}
	for _, english := range wording.Given() {
		r.Config.Words[english] = "«" + english + "»"
	}
	doc, err := compose.Compose(r, func() *regs.Result { return result }, compose.Options{Formats: []string{"html", "pdf"}})
	if err != nil {
		t.Fatal(err)
	}
	return doc
}

// english are the texts of a document that are marked as English and aren't a fixed word.
func english(doc *document.Document) map[string]bool {
	texts := map[string]bool{}
	add := func(text, lang string) {
		if lang == "en" && strings.ContainsFunc(text, unicode.IsLetter) {
			texts[text] = true
		}
	}
	line := func(is document.Inlines) {
		for _, in := range is.Joined() {
			if t, ok := in.(*document.Text); ok && t.Position.IsZero() {
				add(t.Text, t.Lang)
			}
		}
	}
	w := document.Walker{
		Section: func(s *document.Section) error { add(s.Title, s.Lang); return nil },
		Block: func(b document.Block) error {
			switch b := b.(type) {
			case *document.Table:
				add(b.Caption, b.Lang)
			case *document.Figure:
				add(b.Caption, b.Lang)
			}
			return nil
		},
		Inline: func(in document.Inline) error { line(document.Inlines{in}); return nil },
	}
	if err := w.Walk(doc); err != nil {
		panic(err) // the functions don't fail
	}
	for _, n := range doc.Notes {
		line(n.Content)
	}
	return texts
}

// TestCallsAreRows: what the builder says is a row of the table, with as many values as
// the row has places, whether it is said with values or found by OwnWords afterwards.
func TestCallsAreRows(t *testing.T) {
	rows := map[string]bool{}
	for _, r := range wording.Rows() {
		rows[r] = true
	}
	files, err := filepath.Glob("*.go")
	if err != nil {
		t.Fatal(err)
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
		for _, fault := range notRows(f, rows, &calls) {
			t.Errorf("%s: %s", file, fault)
		}
	}
	if calls < 20 {
		t.Errorf("%d calls were found", calls)
	}
	planted := `package p
func f(b *builder) { b.words("A sentence that is no row"); b.paragraph("Subtotal {partner}"); b.words("Total") }`
	f, err := parser.ParseFile(token.NewFileSet(), "planted.go", planted, 0)
	if err != nil {
		t.Fatal(err)
	}
	if faults := notRows(f, rows, &calls); len(faults) != 2 {
		t.Errorf("of two planted faults %q were found", faults)
	}
}

func notRows(f *ast.File, rows map[string]bool, calls *int) (faults []string) {
	ast.Inspect(f, func(n ast.Node) bool {
		call, ok := n.(*ast.CallExpr)
		if !ok || len(call.Args) == 0 {
			return true
		}
		method, ok := call.Fun.(*ast.SelectorExpr)
		if !ok || !slices.Contains([]string{"words", "inlines", "paragraph"}, method.Sel.Name) {
			return true
		}
		lit, ok := call.Args[0].(*ast.BasicLit)
		if !ok {
			return true // the caller's row
		}
		*calls++
		english, err := strconv.Unquote(lit.Value)
		switch {
		case err != nil || !rows[english]:
			faults = append(faults, lit.Value+" is no row")
		case len(call.Args)-1 != len(wording.Places(english)) && !call.Ellipsis.IsValid():
			faults = append(faults, lit.Value+" has another number of values than places")
		}
		return true
	})
	return faults
}
