package html

import (
	"bytes"
	"flag"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/net/html"

	"apr/internal/document"
	"apr/internal/document/documenttest"
	"apr/internal/source"
	"apr/report/render/chart"
)

var update = flag.Bool("update", false, "write the golden files anew")

// standIns draws a plain square for each figure, so that the golden file holds
// what this package writes and not what the charts look like.
func standIns(doc *document.Document) map[string]Drawing {
	drawings := map[string]Drawing{}
	for _, f := range document.Figures(doc) {
		svg := []byte(`<svg xmlns="http://www.w3.org/2000/svg" role="img" aria-label="` + escape(f.Alt) + `" viewBox="0 0 1 1"><path d="M0 0h1v1H0z"/></svg>` + "\n")
		drawings[f.ID] = Drawing{Wide: svg, Narrow: bytes.Replace(svg, []byte("0 0 1 1"), []byte("0 0 1 2"), 1)}
	}
	return drawings
}

// charts are the figures' real drawings.
func charts(t testing.TB, doc *document.Document) map[string]Drawing {
	t.Helper()
	drawings := map[string]Drawing{}
	for _, f := range document.Figures(doc) {
		wide, err := chart.SVG(f, nil)
		if err != nil {
			t.Fatal(err)
		}
		narrow, err := chart.NarrowSVG(f, nil)
		if err != nil {
			t.Fatal(err)
		}
		drawings[f.ID] = Drawing{Wide: wide, Narrow: narrow}
	}
	return drawings
}

func TestGolden(t *testing.T) {
	doc := documenttest.OneOfEach()
	got, err := Render(doc, standIns(doc))
	if err != nil {
		t.Fatal(err)
	}
	if dir := os.Getenv("PAGES"); dir != "" { // to look at, and for other tools
		whole, err := Render(doc, charts(t, doc))
		if err == nil {
			err = os.WriteFile(filepath.Join(dir, "one.html"), whole, 0o644)
		}
		if err != nil {
			t.Error(err)
		}
	}
	// The style is compared where it is written.
	from, to := bytes.Index(got, []byte("<style>")), bytes.Index(got, []byte("</style>"))
	got = slices.Concat(got[:from+len("<style>")], got[to:])
	file := filepath.Join("testdata", "one.html")
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

// readPage is a rendered page, read back.
type readPage struct{ root *html.Node }

func read(t *testing.T, doc *document.Document) readPage {
	t.Helper()
	out, err := Render(doc, charts(t, doc))
	if err != nil {
		t.Fatal(err)
	}
	root, err := html.Parse(bytes.NewReader(out))
	if err != nil {
		t.Fatal(err)
	}
	return readPage{root}
}

// all returns the elements with one of the tags, or all elements, in order.
func (p readPage) all(tags ...string) []*html.Node { return within(p.root, tags...) }

func within(n *html.Node, tags ...string) []*html.Node {
	var found []*html.Node
	for d := range n.Descendants() {
		if d.Type == html.ElementNode && (len(tags) == 0 || slices.Contains(tags, d.Data)) {
			found = append(found, d)
		}
	}
	return found
}

func attr(n *html.Node, name string) string {
	for _, a := range n.Attr {
		if a.Key == name {
			return a.Val
		}
	}
	return ""
}

func content(n *html.Node) string {
	var b strings.Builder
	for d := range n.Descendants() {
		if d.Type == html.TextNode {
			b.WriteString(d.Data)
		}
	}
	return strings.TrimSpace(b.String())
}

func TestHeadingsDontSkip(t *testing.T) {
	p := read(t, documenttest.OneOfEach())
	if n := len(p.all("h1")); n != 1 {
		t.Errorf("%d h1, want 1", n)
	}
	last := 0
	for _, h := range p.all("h1", "h2", "h3", "h4", "h5", "h6") {
		level := int(h.Data[1] - '0')
		if level > last+1 {
			t.Errorf("%s %q follows a heading of level %d", h.Data, content(h), last)
		}
		if content(h) == "" {
			t.Errorf("an empty %s", h.Data)
		}
		last = level
	}
}

func TestIDsAreUniqueAndLinksLeadSomewhere(t *testing.T) {
	p := read(t, documenttest.OneOfEach())
	ids := map[string]bool{}
	for _, n := range p.all() {
		if id := attr(n, "id"); id != "" {
			if ids[id] {
				t.Errorf("id %q is used twice", id)
			}
			ids[id] = true
		}
	}
	for _, n := range p.all() {
		for _, name := range []string{"href", "aria-labelledby", "aria-describedby"} {
			target, local := strings.CutPrefix(attr(n, name), "#")
			if name != "href" {
				local = target != ""
			}
			if local && !ids[target] {
				t.Errorf("%s %s=%q leads nowhere", n.Data, name, target)
			}
		}
	}
	for _, a := range p.all("a") {
		name := content(a)
		for _, img := range within(a, "img") {
			name += attr(img, "alt")
		}
		if name == "" {
			t.Errorf("a link to %q has no text", attr(a, "href"))
		}
	}
}

// A head over columns names its column group, which is as wide; a column without one has
// its head in both rows.
func TestHeadsOverColumns(t *testing.T) {
	for _, table := range read(t, documenttest.OneOfEach()).all("table") {
		if attr(table, "id") != "table-pairs" {
			continue
		}
		var spans, first, second []string
		for _, g := range within(table, "colgroup") {
			spans = append(spans, attr(g, "span"))
		}
		rows := within(within(table, "thead")[0], "tr")
		for _, th := range within(rows[0], "th") {
			first = append(first, attr(th, "scope")+attr(th, "colspan")+attr(th, "rowspan"))
		}
		for _, th := range within(rows[1], "th") {
			second = append(second, attr(th, "scope")+" "+content(th))
		}
		want := []string{"1 2 2 1", "col2 colgroup2 colgroup2 col2", "col Number col Share of all col Number col Share of all"}
		if d := cmp.Diff(want, []string{strings.Join(spans, " "), strings.Join(first, " "), strings.Join(second, " ")}); d != "" {
			t.Error(d)
		}
		return
	}
	t.Error("the table isn't there")
}

func TestTablesAreHeaded(t *testing.T) {
	doc := documenttest.OneOfEach()
	p := read(t, doc)
	tables := p.all("table")
	if len(tables) != 9 {
		t.Errorf("%d tables, want 9", len(tables))
	}
	for _, table := range tables {
		id := attr(table, "id")
		if c := within(table, "caption"); len(c) != 1 || content(c[0]) == "" {
			t.Errorf("table %q has no caption", id)
		}
		box := table.Parent
		if attr(box, "tabindex") != "" || attr(box, "aria-labelledby") != "" {
			t.Errorf("the box of table %q is a stop whether it scrolls or not, or speaks its caption twice", id)
		}
		if grips := within(box, "a"); len(grips) == 0 || attr(grips[0], "class") != "grip" || attr(grips[0], "href") != "#"+id {
			t.Errorf("table %q has nothing in its box by which the keyboard scrolls it", id)
		}
		if class := attr(box, "class"); !strings.Contains(content(p.all("style")[0]), "."+class[strings.LastIndex(class, "needs-"):]+" > .grip") {
			t.Errorf("the style doesn't know when table %q scrolls: %q", id, class)
		}
		for _, th := range within(within(table, "thead")[0], "th", "td") {
			scope := "col"
			if attr(th, "colspan") != "" {
				scope = "colgroup"
			}
			if th.Data != "th" || attr(th, "scope") != scope {
				t.Errorf("table %q: head %q is no column header", id, content(th))
			}
		}
		for _, row := range within(within(table, "tbody")[0], "tr") {
			if first := within(row, "th", "td")[0]; first.Data != "th" || attr(first, "scope") != "row" {
				t.Errorf("table %q: %q is no row header", id, content(first))
			}
		}
	}
	for _, table := range tables {
		if attr(table, "id") == "table-wide" {
			if n := len(within(within(table, "tbody")[0], "th")); n != 4 {
				t.Errorf("%d row headers in two rows, want 4", n)
			}
		}
	}
}

func TestFiguresAreDescribed(t *testing.T) {
	doc := documenttest.OneOfEach()
	p := read(t, doc)
	var described []string
	for _, svg := range p.all("svg") {
		switch {
		case attr(svg, "role") == "img" && attr(svg, "aria-label") != "":
			if !strings.HasPrefix(attr(svg, "viewBox"), "0 0 540") { // for narrow pages, shown in place of the wide one
				if n := len(described); n == 0 || described[n-1] != attr(svg, "aria-label") {
					t.Errorf("the narrow drawing says %q, the wide one something else", attr(svg, "aria-label"))
				}
				continue
			}
			described = append(described, attr(svg, "aria-label"))
		case attr(svg, "aria-hidden") != "true":
			t.Error("an svg is neither described nor hidden")
		}
	}
	for i, f := range document.Figures(doc) {
		if i >= len(described) || described[i] != f.Alt {
			t.Errorf("figure %q isn't described as %q", f.ID, f.Alt)
		}
	}
	for _, figure := range p.all("figure") {
		if attr(figure, "role") != "" {
			t.Errorf("figure %q has a role beside its caption", attr(figure, "id"))
		}
		captions := within(figure, "figcaption")
		if picture := len(within(figure, "img")) > 0; len(captions) != 1 && !picture || len(captions) > 1 {
			t.Errorf("figure %q has %d captions", attr(figure, "id"), len(captions))
		}
	}
	for _, img := range p.all("img") {
		if attr(img, "alt") == "" {
			t.Error("a picture has no alt")
		}
	}
}

func TestNothingComesFromElsewhere(t *testing.T) {
	p := read(t, documenttest.OneOfEach())
	if n := len(p.all("script", "link", "iframe", "object", "embed")); n > 0 {
		t.Errorf("%d elements that load or run something", n)
	}
	for _, n := range p.all() {
		for _, a := range n.Attr {
			if strings.HasPrefix(a.Key, "on") || a.Key == "src" && !strings.HasPrefix(a.Val, "data:image/") {
				t.Errorf("%s has %s=%q", n.Data, a.Key, a.Val)
			}
		}
		if n.Data == "style" && strings.Contains(content(n), "url(") {
			t.Error("the style loads something")
		}
	}
}

// TestWordsAreWhole reads the hostile texts back as they were.
func TestWordsAreWhole(t *testing.T) {
	p := read(t, documenttest.OneOfEach())
	text := content(p.all("main")[0])
	for _, want := range []string{documenttest.Markup, documenttest.Markdown, documenttest.LongWord, documenttest.Emoji} {
		if !strings.Contains(text, want) {
			t.Errorf("no %q", want)
		}
	}
	gaelic := false
	for _, s := range p.all("span") {
		gaelic = gaelic || attr(s, "lang") == "gd" && content(s) == documenttest.Gaelic
	}
	if !gaelic {
		t.Error("the Gaelic isn't marked as such")
	}
	if lang := attr(p.all("html")[0], "lang"); lang != "en-GB" {
		t.Errorf("the page's language is %q", lang)
	}
	if title := content(p.all("title")[0]); title != "Draft: Annual performance report 2025/26 – Ünlikely & <Sons> Integration Joint Board" {
		t.Errorf("title %q", title)
	}
}

// Each mark leads to a way back of its own within the note, of which the style shows
// one: the one that was come by, else the first that isn't folded up.
func TestNotesLeadBackToWhereTheReaderCameFrom(t *testing.T) {
	p := read(t, documenttest.OneOfEach())
	hrefs := map[string]string{} // of marks and ways back, by id
	for _, a := range p.all("a") {
		if id := attr(a, "id"); id != "" {
			hrefs[id] = attr(a, "href")
		}
	}
	marks, shown := 0, map[string]int{}
	for id, href := range hrefs {
		if !strings.HasPrefix(id, "doc-mark-") {
			continue
		}
		marks++
		if back := hrefs[strings.TrimPrefix(href, "#")]; back != "#"+id {
			t.Errorf("the mark %s leads to %s, from where it goes to %q", id, href, back)
		}
	}
	for _, li := range p.all("li") {
		for _, a := range within(li, "a") {
			if attr(a, "class") == "back" {
				shown[attr(li, "id")]++
				if inDetails(t, p, strings.TrimPrefix(attr(a, "href"), "#")) {
					t.Errorf("%s leads back into what is folded up", attr(li, "id"))
				}
			}
		}
	}
	want := map[string]int{"doc-note-survey": 1, "doc-note-hostile-note": 1, "doc-note-calendar": 1}
	if diff := cmp.Diff(want, shown); diff != "" || marks != 7 {
		t.Errorf("%d marks; ways back that are shown:\n%s", marks, diff)
	}
	style := content(p.all("style")[0])
	for _, rule := range []string{".back.other:not(:target)", "li:has(.back:target) .back:not(:target)"} {
		if !strings.Contains(style, rule) {
			t.Errorf("the style lacks %s", rule)
		}
	}
}

// inDetails reports whether the element with an id is folded up.
func inDetails(t *testing.T, p readPage, id string) bool {
	t.Helper()
	for _, d := range p.all("details") {
		for n := range d.Descendants() {
			if attr(n, "id") == id {
				return true
			}
		}
	}
	return false
}

func render(t *testing.T, blocks ...document.Block) (string, error) {
	t.Helper()
	out, err := Render(&document.Document{Sections: []*document.Section{{ID: "s", Level: 1, Title: "S", Blocks: blocks}}}, nil)
	return string(out), err
}

func TestLinksThatRunNothing(t *testing.T) {
	for url, linked := range map[string]bool{
		"https://example.org": true, "mailto:a@b.c": true, "tel:+441": true, "report.pdf": true,
		"javascript:alert(1)": false, "JaVaScRiPt:alert(1)": false, "data:text/html,x": false, "java\nscript:x": false,
	} {
		out, err := render(t, &document.Paragraph{Content: document.Inlines{&document.Link{URL: url, Content: document.Plain("words")}}})
		if err != nil {
			t.Fatal(err)
		}
		if got := strings.Contains(out, ">words</a>"); got != linked {
			t.Errorf("%q: linked is %v, want %v", url, got, linked)
		}
	}
}

func TestDatumKeepsItsSource(t *testing.T) {
	out, err := render(t, &document.Paragraph{Content: document.Inlines{&document.Datum{Display: "£1", Value: "1.00", ID: "spend/x",
		Position: source.Position{File: "data/a.xlsx", Sheet: "A & B", Cell: "C3"}}}})
	if err != nil {
		t.Fatal(err)
	}
	if want := `<data value="1.00" data-figure="spend/x" data-source="data/a.xlsx!A &amp; B!C3">£1</data>`; !strings.Contains(out, want) {
		t.Errorf("no %s", want)
	}
}

func TestControlCharactersAreReplaced(t *testing.T) {
	if got, want := escape("a\x00b\x1bc\xffd\te"), "a�b�c�d\te"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestErrors(t *testing.T) {
	for _, block := range []document.Block{
		&document.Figure{ID: "undrawn"},
		&document.Table{Columns: make([]document.Column, 2), Rows: make([]document.Row, 1)},
		&document.Paragraph{Content: document.Inlines{&document.NoteMark{}}},
	} {
		if _, err := render(t, block); err == nil {
			t.Errorf("%T: no error", block)
		}
	}
}

func BenchmarkRender(b *testing.B) {
	doc := documenttest.OneOfEach()
	drawn := charts(b, doc)
	b.ReportAllocs()
	for b.Loop() {
		if _, err := Render(doc, drawn); err != nil {
			b.Fatal(err)
		}
	}
}

// An address that is printed breaks behind its slashes, and nowhere else.
func TestAnAddressBreaksBehindSlashes(t *testing.T) {
	for _, c := range []struct{ words, url, want string }{
		{"On the web: a.scot/performance/2025-26", "https://a.scot/performance/2025-26", `<a href="https://a.scot/performance/2025-26">On the web: a.scot/<wbr>performance/<wbr>2025-26</a>`},
		{"https://a.scot/x?a=1&b=2", "https://a.scot/x?a=1&b=2", `<a href="https://a.scot/x?a=1&amp;b=2">https://<wbr>a.scot/<wbr>x?a=1&amp;b=2</a>`},
		{"The plan 2025/26", "https://a.scot/plan", `<a href="https://a.scot/plan">The plan 2025/26</a>`},
		{"a.scot", "https://a.scot", `<a href="https://a.scot">a.scot</a>`},
	} {
		w := &writer{}
		if err := w.inlines(document.Inlines{&document.Link{URL: c.url, Content: document.Plain(c.words)}}); err != nil || w.String() != c.want {
			t.Errorf("got  %s, %v\nwant %s", w.String(), err, c.want)
		}
	}
}
