package markdown

import (
	"bufio"
	"bytes"
	"flag"
	stdhtml "html"
	"math/rand/v2"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	east "github.com/yuin/goldmark/extension/ast"
	ghtml "github.com/yuin/goldmark/renderer/html"
	gtext "github.com/yuin/goldmark/text"

	"apr/internal/document"
	"apr/internal/document/documenttest"
	"apr/internal/rounds"
)

var update = flag.Bool("update", false, "write the golden files anew")

func figures(id string) string { return "figures/" + id + ".svg" }

func render(t *testing.T, doc *document.Document) []byte {
	t.Helper()
	out, err := Render(doc, figures)
	if err != nil {
		t.Fatal(err)
	}
	return out
}

func TestGolden(t *testing.T) {
	got := render(t, documenttest.OneOfEach())
	file := filepath.Join("testdata", "one.md")
	if *update {
		if err := os.WriteFile(file, got, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), string(got)); diff != "" {
		t.Error(diff)
	}
}

func parse(source []byte) ast.Node {
	if end := bytes.Index(source, []byte("\n---\n")); bytes.HasPrefix(source, []byte("---\n")) && end > 0 {
		// Front matter is as many blanks, so that places stay as they are.
		source = slices.Concat(bytes.Repeat([]byte("\n"), end+len("\n---\n")), source[end+len("\n---\n"):])
	}
	md := goldmark.New(goldmark.WithExtensions(extension.GFM, extension.Footnote, extension.DefinitionList))
	return md.Parser().Parse(gtext.NewReader(source))
}

// plain is the text that a reader sees under a node.
func plain(n ast.Node, source []byte) string {
	var b strings.Builder
	_ = ast.Walk(n, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		if !entering {
			return ast.WalkContinue, nil
		}
		switch n := n.(type) {
		case *ast.Text:
			var markup bytes.Buffer
			out := bufio.NewWriter(&markup)
			ghtml.DefaultWriter.Write(out, n.Segment.Value(source))
			out.Flush()
			b.WriteString(stdhtml.UnescapeString(markup.String()))
			if n.SoftLineBreak() || n.HardLineBreak() {
				b.WriteByte(' ')
			}
		case *ast.String:
			b.Write(n.Value)
		case *ast.AutoLink:
			b.Write(n.Label(source))
		case *ast.CodeSpan, *ast.RawHTML, *east.Strikethrough:
			b.WriteString("[" + n.Kind().String() + "]")
		}
		return ast.WalkContinue, nil
	})
	return b.String()
}

// find returns the nodes of one kind in order.
func find(root ast.Node, kind ast.NodeKind) []ast.Node {
	var found []ast.Node
	_ = ast.Walk(root, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		if entering && n.Kind() == kind {
			found = append(found, n)
		}
		return ast.WalkContinue, nil
	})
	return found
}

// hostile is what random text is made of.
var hostile = []string{
	"*", "_", "`", "[", "]", "(", ")", "<", ">", "&", "amp;", "lt;", "#", "!", "|", "~", "$", "^", "@", ":", "/", "//", "http", "www", ".", "-", "+", "=",
	"1", "12", "a", "iv", "é", "’", "👏🏽", " ", " ", " ", "\n", "\t", "\\", "{", "}", "\"", "'", "<b>", "<!--", "-->", "]:", "](", "**", "__", "```", "---", "mailto:a@b.c", "%", ",", "word", "[^1]", "x", "£", "…",
}

func randomText(r *rand.Rand) string {
	var b strings.Builder
	for range 1 + r.IntN(9) {
		b.WriteString(hostile[r.IntN(len(hostile))])
	}
	return b.String()
}

// randomInlines is a line of texts, emphasis and data.
func randomInlines(r *rand.Rand, depth int) document.Inlines {
	var is document.Inlines
	for range 1 + r.IntN(4) {
		s := randomText(r)
		switch k := r.IntN(8); {
		case k == 0 && depth > 0:
			is = append(is, &document.Strong{Content: randomInlines(r, depth-1)})
		case k == 1 && depth > 0:
			is = append(is, &document.Emphasis{Content: randomInlines(r, depth-1)})
		case k == 2:
			is = append(is, &document.Datum{Display: s})
		case k == 3 && depth == 2:
			is = append(is, &document.Link{URL: "https://example.org/" + s, Content: document.Inlines{&document.Text{Text: s}, &document.Text{Text: "link"}}})
		default:
			is = append(is, &document.Text{Text: s})
		}
	}
	return is
}

var spaces = regexp.MustCompile(`[ \n\t]+`)

// words is text as a browser would lay it out.
func words(s string) string { return strings.TrimSpace(spaces.ReplaceAllString(s, " ")) }

// TestTextStaysTheSame renders random text wherever text may be and reads
// the Markdown back: the same blocks, the same words, and no markup that
// wasn't there.
func TestTextStaysTheSame(t *testing.T) {
	r := rand.New(rand.NewPCG(20140326, 1))
	for range rounds.Of(t, 4000) {
		is := randomInlines(r, 2)
		want := words(is.String())
		if want == "" {
			continue
		}
		title := randomText(r)
		if words(title) == "" {
			title = "Title"
		}
		doc := &document.Document{
			Meta: document.Meta{Title: "T", Authority: "A", Language: "en-GB"},
			Sections: []*document.Section{{ID: "s", Level: 1, Title: title, Blocks: []document.Block{
				&document.Paragraph{Content: is},
				&document.List{Items: [][]document.Block{{&document.Paragraph{Content: is}}}},
				&document.Table{ID: "t", Caption: "Caption", Columns: []document.Column{{Head: document.Plain("H")}, {Head: is}},
					Rows: []document.Row{{Cells: []document.Cell{{Content: is}, {Content: document.Plain("x")}}}}},
				&document.Paragraph{Content: document.Plain("end")},
			}}},
		}
		source := render(t, doc)
		root := parse(source)
		headings := find(root, ast.KindHeading)
		paragraphs := find(root, ast.KindParagraph)
		items := find(root, ast.KindListItem)
		cells := find(root, east.KindTableCell)
		if len(headings) != 3 || len(items) != 2 || len(cells) != 4 || len(find(root, ast.KindImage)) > 0 {
			t.Fatalf("%q and %q change the structure:\n%s", title, is.String(), source)
		}
		inCell := want
		if _, absent := is.Absent(); absent {
			inCell = document.NoValue
		}
		for _, got := range []struct{ place, text, want string }{
			{"heading", plain(headings[2], source), title},
			{"paragraph", plain(paragraphs[1], source), want},
			{"item", plain(items[1], source), want},
			{"head", plain(cells[1], source), want},
			{"cell", plain(cells[2], source), inCell},
		} {
			if words(got.text) != words(got.want) {
				t.Fatalf("%s: got %q, want %q, from:\n%s", got.place, words(got.text), words(got.want), source)
			}
		}
	}
}

func TestEmphasisIsRead(t *testing.T) {
	strong := func(is ...document.Inline) *document.Strong { return &document.Strong{Content: is} }
	em := func(is ...document.Inline) *document.Emphasis { return &document.Emphasis{Content: is} }
	text := func(s string) *document.Text { return &document.Text{Text: s} }
	for _, test := range []struct {
		in   document.Inlines
		want string
	}{
		{document.Inlines{text("a "), strong(text("b")), text(" c")}, "a **b** c"},
		{document.Inlines{text("a"), strong(text("b")), text("c")}, "a**b**c"},
		{document.Inlines{strong(text("b"), em(text("i")))}, "**b*i***"},
		{document.Inlines{em(text("a")), strong(text("b"))}, "*a*__b__"},
		{document.Inlines{text("a"), strong(text("(b)")), text("c")}, "a(b)c"}, // not readable as emphasis
		{document.Inlines{strong(text(" b"))}, "b"},
		{document.Inlines{strong(text("1.")), text(" b")}, "**1.** b"},
		{document.Inlines{&document.Datum{Display: "1"}, text(". b")}, `1\. b`},
		{document.Inlines{text("wow!"), &document.Link{URL: "https://e.org/a b", Content: document.Plain("l")}}, `wow\![l](https://e.org/a%20b)`},
		{document.Inlines{text("a"), &document.LineBreak{}, text("- b")}, "a\\\n\\- b"},
	} {
		w := &writer{}
		got, err := w.line(test.in, lineStart)
		if err != nil || got != test.want {
			t.Errorf("got %q, %v, want %q", got, err, test.want)
		}
	}
}

// TestReadsBack checks the structure of the golden document as a reader of
// Markdown sees it.
func TestReadsBack(t *testing.T) {
	doc := documenttest.OneOfEach()
	source := render(t, doc)
	root := parse(source)
	count := func(kind ast.NodeKind) int { return len(find(root, kind)) }
	if n := count(ast.KindHeading); n != 15 {
		t.Errorf("%d headings, want 15", n)
	}
	if n := count(east.KindTable); n != 9 {
		t.Errorf("%d tables, want 9", n)
	}
	if n := count(ast.KindImage); n != 13 {
		t.Errorf("%d images, want 13", n)
	}
	if n := count(ast.KindBlockquote); n != 8 {
		t.Errorf("%d quotations, want 8", n)
	}
	if n := count(east.KindFootnote); n != 3 {
		t.Errorf("%d footnotes, want 3", n)
	}
	if n := count(east.KindFootnoteLink); n != 8 {
		t.Errorf("%d footnote marks, want 8", n)
	}
	if n := count(ast.KindHTMLBlock); n != 7 || strings.Count(string(source), "<!-- -->") != 7 {
		t.Errorf("%d blocks of HTML, want the 7 comments that part quotations", n)
	}
	for i, image := range find(root, ast.KindImage)[:6] {
		if got, want := plain(image, source), document.Figures(doc)[i].Alt; got != want {
			t.Errorf("image %d is described as %q, want %q", i+1, got, want)
		}
	}
	slugs := map[string]bool{}
	for _, h := range find(root, ast.KindHeading) {
		slugs["#"+slug(plain(h, source))] = true
	}
	for _, l := range find(root, ast.KindLink) {
		if to := string(l.(*ast.Link).Destination); strings.HasPrefix(to, "#") && !slugs[to] {
			t.Errorf("a link leads to %q, which no heading has", to)
		}
	}
}

func TestAnchorsOfEqualHeadings(t *testing.T) {
	section := func(id, title string) *document.Section {
		return &document.Section{ID: id, Level: 1, Title: title, Blocks: []document.Block{
			&document.Paragraph{Content: document.Inlines{&document.Reference{Target: "b", Content: document.Plain("see")}}}}}
	}
	doc := &document.Document{Meta: document.Meta{Title: "Report"}, Sections: []*document.Section{section("a", "Finance: £"), section("b", "Finance (£)"), section("c", "Contents")}}
	out := string(render(t, doc))
	for _, want := range []string{"[see](#finance--1)", "[Contents](#contents-1)"} {
		if !strings.Contains(out, want) {
			t.Errorf("no %q in:\n%s", want, out)
		}
	}
}

func TestSlug(t *testing.T) {
	for in, want := range map[string]string{
		"Year at a glance":                 "year-at-a-glance",
		"Outcome 1: People’s own health":   "outcome-1-peoples-own-health",
		"Cùram Is Slàinte – 2025/26 (new)": "cùram-is-slàinte--202526-new",
		"a_b-c":                            "a_b-c",
	} {
		if got := slug(in); got != want {
			t.Errorf("slug(%q) = %q, want %q", in, got, want)
		}
	}
}

func TestErrors(t *testing.T) {
	for _, block := range []document.Block{
		&document.Paragraph{Content: document.Inlines{&document.NoteMark{}}},
		&document.Paragraph{Content: document.Inlines{&document.Reference{Target: "nowhere"}}},
		&document.Table{Columns: make([]document.Column, 2), Rows: make([]document.Row, 1)},
	} {
		doc := &document.Document{Sections: []*document.Section{{Level: 1, Blocks: []document.Block{block}}}}
		if _, err := Render(doc, figures); err == nil {
			t.Errorf("%T: no error", block)
		}
	}
}

func BenchmarkRender(b *testing.B) {
	doc := documenttest.OneOfEach()
	b.ReportAllocs()
	for b.Loop() {
		if _, err := Render(doc, figures); err != nil {
			b.Fatal(err)
		}
	}
}

func TestTheStateIsSaidOnce(t *testing.T) {
	for _, c := range []struct{ state, watermark, want string }{
		{"Draft", "Draft", "**Draft**: this report isn’t final"},
		{"Draft", "DRAFT, not for publication", "**Draft**: DRAFT, not for publication"},
		{"Provisional", "", "**Provisional**: this report isn’t final"},
		{"", "Copy", "**Notice**: Copy"},
	} {
		doc := &document.Document{Meta: document.Meta{Title: "Report", State: c.state, Watermark: c.watermark}}
		got, err := Render(doc, func(id string) string { return id })
		if err != nil {
			t.Fatal(err)
		}
		if !strings.Contains(string(got), "\n"+c.want+"\n") {
			t.Errorf("state %q, watermark %q: no line %q in\n%s", c.state, c.watermark, c.want, got)
		}
	}
}

// TestSignsAreNamed: behind a sign stands its name, and links to headings with signs
// lead to them.
func TestSignsAreNamed(t *testing.T) {
	doc := &document.Document{Meta: document.Meta{Title: "Report", Language: "en-GB"}, Sections: []*document.Section{{
		ID: "a", Level: 1, Title: "Ratings ★★", Blocks: []document.Block{
			&document.Paragraph{Content: document.Plain("✔ Done; late 🔴\ufe0f.")},
			&document.Table{ID: "t", Columns: []document.Column{{Head: document.Plain("Goal")}, {Head: document.Plain("⬆")}},
				Rows: []document.Row{{Cells: []document.Cell{{Content: document.Plain("x")}, {Content: document.Plain("✗")}}}}},
		},
	}}}
	got := string(render(t, doc))
	for _, want := range []string{"- [Ratings ★★ (star, star)](#ratings--star-star)\n", "\n## Ratings ★★ (star, star)\n", "\n✔ (tick) Done; late 🔴\ufe0f (red circle).\n", "⬆ (up arrow)", "✗ (cross)"} {
		if !strings.Contains(got, want) {
			t.Errorf("%q isn't in:\n%s", want, got)
		}
	}
}
