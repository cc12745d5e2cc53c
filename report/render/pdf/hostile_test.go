package pdf

import (
	"bytes"
	"errors"
	"fmt"
	"runtime"
	"strings"
	"testing"
	"time"

	"apr/internal/document"
	"apr/internal/document/documenttest"
	"apr/internal/rounds"
	"apr/internal/source"
	"apr/internal/tagpdf/tagpdftest"
)

func TestSameBytes(t *testing.T) {
	render := func() []byte {
		t.Helper()
		out, err := Render(documenttest.OneOfEach())
		if err != nil {
			t.Fatal(err)
		}
		return out
	}
	first := render()
	zone, procs := time.Local, runtime.GOMAXPROCS(1)
	time.Local = time.FixedZone("elsewhere", -11*3600)
	defer func() { time.Local = zone; runtime.GOMAXPROCS(procs) }()
	if !bytes.Equal(first, render()) {
		t.Error("another time zone and one processor give another file")
	}
}

// TestCharacters: what the font lacks is drawn as something else and read as
// itself, or is an error that quotes the text around it.
func TestCharacters(t *testing.T) {
	for _, test := range rounds.Few(t, []struct{ text, actual, drawn string }{
		{"non\u2011breaking", "non\u2011breaking", "non-breaking"},
		{"done ✓ and ✗️, ★⬆", "done tick and cross, star up arrow", "done and ,"},
		{"on track 🟢, 🔴Late", "on track green circle, red circle Late", "on track , Late"},
		{"🏴\U000e0067\U000e0062\U000e0073\U000e0063\U000e0074\U000e007f", "🏴\U000e0067\U000e0062\U000e0073\U000e0063\U000e0074\U000e007f", "[flag of Scotland]"},
		{"from 🇬🇧", "from 🇬🇧", "from [flag of United Kingdom]"},
		{"spent \u202e12\u2009345\u202c\u200e today\ufeff", "spent 12 345 today", "spent 12 345 today"},
		{"clap 👏🏽 now", "clap 👏🏽 now", "clap [clapping hands sign] now"},
		{"family 👨‍👩‍👧!", "family 👨‍👩‍👧!", "family [man, woman, girl]!"},
		{"a\u0301 b\u200bc d\u00ade", "á bc de", "á bc de"},
		{"thin\u2009space\u202f3", "thin space 3", "thin space 3"},
		{"tab\tand\nnewline", "tab and newline", "tab and newline"},
		{"music 𝄞", "music 𝄞", "music [musical symbol g clef]"},
	}) {
		back := read(t, report(chapter("one", para(test.text))))
		p := back.Root.All("P")
		e := p[len(p)-1]
		if got := normal(e.Text()); got != test.actual {
			t.Errorf("%q reads %q, want %q", test.text, got, test.actual)
		}
		for _, span := range e.All("Span") {
			span.ActualText = ""
		}
		if got := normal(e.Text()); got != test.drawn {
			t.Errorf("%q is drawn %q, want %q", test.text, got, test.drawn)
		}
	}
	for _, bad := range []string{"the word 健康 means health", "bell \a", "invalid \xff byte", "private \ue000 use", "العربية"} {
		_, err := Render(report(chapter("one", para(bad))))
		if err == nil {
			t.Errorf("%q: no error", bad)
			continue
		}
		if !strings.Contains(err.Error(), "Chapter one") || !strings.Contains(err.Error(), "no glyph") {
			t.Errorf("%q: the error doesn't say where or what: %v", bad, err)
		}
	}
	// Text from the narrative is named by its place, counted in characters.
	placed := para("")
	placed.Content = document.Inlines{&document.Strong{Content: document.Inlines{
		&document.Text{Text: "Thàinig 健", Lang: "gd", Position: source.Position{File: "narrative/a.yaml", Line: 12, Column: 5}},
	}}}
	_, err := Render(report(chapter("one", placed)))
	var input *source.InputError
	if !errors.As(err, &input) || input.Problems[0].Position.String() != "narrative/a.yaml:12:13" {
		t.Errorf("the error doesn't name the place in the narrative: %v", err)
	}
	// Where a word outside the font is in a title, the running head does without.
	doc := report(chapter("one"))
	doc.Meta.Title = "Report 健康"
	if _, err := Render(doc); err == nil || !strings.Contains(err.Error(), "cover") {
		t.Errorf("title: %v", err)
	}
}

// TestExtremes renders what strains the layout; each must be sound and whole.
func TestExtremes(t *testing.T) {
	long := strings.Repeat("Llanfairpwllgwyngyll", 60)
	row := func(cells ...string) document.Row {
		r := document.Row{}
		for _, c := range cells {
			r.Cells = append(r.Cells, document.Cell{Content: document.Plain(c)})
		}
		return r
	}
	tall := grid("tall", 3, 3)
	tall.Rows = append(tall.Rows, row("Tall", words(1500), words(700)), row("After", "1.0", "2.0"))
	narrow := grid("narrow", 5, 11)
	narrow.Rows[0].Cells[3].Content = document.Plain(long)
	wide := grid("wide", 60, 9)
	wide.Wide = true
	wide.Notes = []document.Inlines{document.Plain("A note under the table.")}
	empty := grid("empty", 0, 3)
	huge := chapter("huge")
	for i := range 1200 {
		huge.Blocks = append(huge.Blocks, para(fmt.Sprintf("Paragraph %d. %s", i, words(90))))
	}
	bars := trend(1)
	bars.Chart.Kind = document.BarChart
	for i := range 60 {
		bars.Chart.Categories = append(bars.Chart.Categories, fmt.Sprintf("Category %d", i))
		for s := range bars.Chart.Series {
			bars.Chart.Series[s].Points = append(bars.Chart.Series[s].Points, document.ChartPoint{Value: 3, Present: true})
		}
	}
	deep := para("deepest")
	var nested document.Block = deep
	for range 30 {
		nested = &document.List{Items: [][]document.Block{{nested}}}
	}
	var onePage []document.Block
	for range 30 {
		onePage = append(onePage, &document.KeyFigures{Items: []document.KeyFigure{
			{Value: document.Plain(long[:60]), Label: document.Plain(words(40))}, {Value: document.Plain("1"), Label: document.Plain("one"), Status: document.StatusMet, StatusWord: document.Plain("met")}}})
	}
	one := chapter("one-page", onePage...)
	one.OnePage = true
	for _, test := range rounds.Few(t, []struct {
		name  string
		doc   *document.Document
		pages int // at least
	}{
		{"no sections", report(), 1},
		{"no blocks", report(chapter("a"), chapter("b")), 3},
		{"long words", report(chapter("a", para(long), &document.List{Items: [][]document.Block{{para(long)}}})), 3},
		{"long title", func() *document.Document {
			s := chapter("a")
			s.Title = words(120)
			d := report(s)
			d.Meta.Title, d.Meta.Authority = words(40), long[:150]
			return d
		}(), 3},
		{"tall cell", report(chapter("a", para(words(300)), tall)), 5},
		{"narrow columns", report(chapter("a", narrow)), 3},
		{"400 rows", report(chapter("a", grid("many", 400, 6))), 10},
		{"wide table of 60 rows", report(chapter("a", para("Before."), wide, para("After."))), 6},
		{"no rows", report(chapter("a", empty)), 3},
		{"many pages", report(huge), 160},
		{"62 bars", report(chapter("a", bars)), 3},
		{"deep lists", report(chapter("a", nested)), 3},
		{"a page that isn't one", report(one, chapter("b")), 5},
		{"box over pages", report(chapter("a", &document.Callout{Title: "Box", Blocks: []document.Block{para(words(1200)), grid("boxed", 60, 4)}})), 4},
		{"definitions without meaning", report(chapter("a", &document.Definitions{Entries: []document.Definition{
			{Term: document.Plain("NI1")}, {Term: document.Plain("NI2"), Meaning: []document.Block{para("")}},
			{Term: document.Plain("NI3"), Meaning: []document.Block{para("meaning"), para("more")}},
		}})), 3},
		{"table in a list", report(chapter("a", &document.List{Items: [][]document.Block{{para("item"), grid("listed", 60, 4)}}})), 4},
		{"watermark", func() *document.Document { d := report(chapter("a")); d.Meta.Watermark = words(9); return d }(), 3},
	}) {
		t.Run(test.name, func(t *testing.T) {
			back := read(t, test.doc)
			if len(back.Pages) < test.pages {
				t.Errorf("%d pages, want at least %d", len(back.Pages), test.pages)
			}
			want, got := letters(documenttest.InReadingOrder(test.doc).Text), letters(spoken(back))
			if want != got {
				i := 0
				for i < min(len(want), len(got)) && want[i] == got[i] {
					i++
				}
				t.Errorf("after %d letters the document has %.60q, the file %.60q", i, want[i:], got[i:])
			}
		})
	}
}

func TestUnsound(t *testing.T) {
	broken := report(chapter("a", &document.Picture{
		ID: "p", Alt: "a picture", MediaType: "image/png", Data: []byte("no image"),
		Position: source.Position{File: "narrative/opening.yaml", Line: 3, Column: 5},
	}))
	dated := report(chapter("a"))
	dated.Meta.Date = "1 July 2026"
	twice := report(chapter("a"), chapter("a"))
	for name, test := range map[string]struct {
		doc  *document.Document
		want string
	}{
		"picture": {broken, "narrative/opening.yaml:3:5"},
		"date":    {dated, `"1 July 2026"`},
		"ids":     {twice, `"a" is used twice`},
	} {
		if _, err := Render(test.doc); err == nil || !strings.Contains(err.Error(), test.want) {
			t.Errorf("%s: error %v, want one with %q", name, err, test.want)
		}
	}
}

// TestRepeatedHeads: a table's head is on each of its pages, but once in the tags.
func TestRepeatedHeads(t *testing.T) {
	table := grid("many", 100, 4)
	table.Columns[0].Head = document.Plain("Headword")
	back := read(t, report(chapter("a", table)))
	if n := strings.Count(back.Root.Text(), "Headword"); n != 1 {
		t.Errorf("the head is in the tags %d times", n)
	}
	first, last := back.Root.All("Table")[0].FirstPage(), len(back.Pages)
	for n := first + 1; n <= last; n++ {
		if !strings.Contains(back.Pages[n-1].Artifacts, "Headword") {
			t.Errorf("page %d doesn't repeat the head", n)
		}
	}
	if last-first < 2 {
		t.Errorf("the table is on pages %d to %d", first, last)
	}
}

// TestLandscape: a wide table's pages are wide and have running head and number.
func TestLandscape(t *testing.T) {
	wide := grid("wide", 60, 9)
	wide.Wide = true
	back := read(t, report(chapter("a", para(words(250)), &document.List{Items: [][]document.Block{{para("x")}}}, wide, para("After."))))
	shapes := shapesOf(back)
	if strings.Trim(shapes, "P") != strings.Repeat("L", len(strings.Trim(shapes, "P"))) || !strings.HasPrefix(shapes, "PPP") || !strings.HasSuffix(shapes, "LLP") {
		t.Errorf("pages lie %s", shapes)
	}
	for i, p := range back.Pages[1:] {
		if !strings.Contains(p.Artifacts, "Carrickmoor Integration Joint Board — Annual performance report") ||
			!strings.Contains(p.Artifacts, fmt.Sprintf("Page %d of %d", i+2, len(back.Pages))) {
			t.Errorf("page %d has the artifacts %q", i+2, p.Artifacts)
		}
	}
	// A few lines don't get a page to themselves, but go with the table.
	wide.Rows = wide.Rows[:5]
	back = read(t, report(chapter("a", para("Before."), wide, para("After."))))
	if got := shapesOf(back); got != "PPLP" {
		t.Errorf("pages lie %s", got)
	}
}

// shapesOf is P for each portrait page and L for each landscape one.
func shapesOf(doc *tagpdftest.Document) string {
	shapes := ""
	for _, p := range doc.Pages {
		if p.Width > p.Height {
			shapes += "L"
		} else {
			shapes += "P"
		}
	}
	return shapes
}
