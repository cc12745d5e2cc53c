package word

import (
	"archive/zip"
	"bytes"
	"encoding/base64"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"maps"
	"path"
	"regexp"
	"slices"
	"strings"
	"testing"

	"apr/internal/document"
	"apr/internal/document/documenttest"
	"apr/internal/shaping"
	"apr/internal/source"
	"apr/report/render/chart"
)

// charts draws each figure of a document.
func charts(t testing.TB, doc *document.Document) map[string]Drawing {
	t.Helper()
	all := map[string]Drawing{}
	for _, f := range document.Figures(doc) {
		d, err := chart.Print(f, nil)
		if err != nil {
			t.Fatal(err)
		}
		all[f.ID] = Drawing{SVG: d.SVG, PNG: d.PNG, Width: d.Width.Points(), Height: d.Height.Points()}
	}
	return all
}

// rendered are a document's parts by name.
func rendered(t testing.TB, doc *document.Document, drawings map[string]Drawing) map[string]string {
	t.Helper()
	data, err := Render(doc, drawings)
	if err != nil {
		t.Fatal(err)
	}
	return partsOf(t, data)
}

// partsOf are the parts of a file by name.
func partsOf(t testing.TB, data []byte) map[string]string {
	t.Helper()
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	parts := map[string]string{}
	for _, f := range z.File {
		r, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		text, err := io.ReadAll(r)
		if err != nil {
			t.Fatal(err)
		}
		parts[f.Name] = string(text)
	}
	return parts
}

// element is an element of a part.
type element struct {
	name  string
	attrs map[string]string // by local name, the relations' with r: before it
}

// elements are those of a part, which has to be XML.
func elements(t testing.TB, name, text string) []element {
	t.Helper()
	var all []element
	d := xml.NewDecoder(strings.NewReader(text))
	for {
		token, err := d.Token()
		if errors.Is(err, io.EOF) {
			return all
		}
		if err != nil {
			t.Fatalf("%s isn't XML: %v", name, err)
		}
		if start, ok := token.(xml.StartElement); ok {
			e := element{start.Name.Local, map[string]string{}}
			for _, a := range start.Attr {
				key := a.Name.Local
				if strings.HasSuffix(a.Name.Space, "/relationships") {
					key = "r:" + key
				}
				e.attrs[key] = a.Value
			}
			all = append(all, e)
		}
	}
}

// sound checks what Word calls a file damaged without: parts that are XML, relations
// that lead somewhere, ids and names that are unique, places for each link within.
func sound(t testing.TB, parts map[string]string) {
	t.Helper()
	types := elements(t, "[Content_Types].xml", parts["[Content_Types].xml"])
	typed := map[string]bool{}
	for _, e := range types {
		typed[e.attrs["Extension"]+e.attrs["PartName"]] = true
	}
	styles := map[string]bool{}
	for _, e := range elements(t, "styles", parts["word/styles.xml"]) {
		if e.name == "style" {
			styles[e.attrs["styleId"]] = true
		}
	}
	lists := map[string]bool{}
	for _, e := range elements(t, "numbering", parts["word/numbering.xml"]) {
		if e.name == "num" {
			lists[e.attrs["numId"]] = true
		}
	}
	bookmarks, anchors := bookmarksOf(t, parts)
	for name, text := range parts {
		if !typed["/"+name] && !typed[strings.TrimPrefix(path.Ext(name), ".")] {
			t.Errorf("%s has no content type", name)
		}
		if path.Ext(name) != ".xml" && path.Ext(name) != ".rels" && path.Ext(name) != ".svg" {
			continue
		}
		relations := map[string]bool{}
		for _, e := range elements(t, name, parts["word/_rels/"+path.Base(name)+".rels"]) {
			if e.name != "Relationship" {
				continue
			}
			if relations[e.attrs["Id"]] {
				t.Errorf("%s has the relation %s twice", name, e.attrs["Id"])
			}
			relations[e.attrs["Id"]] = true
			if _, there := parts[path.Join("word", e.attrs["Target"])]; !there && e.attrs["TargetMode"] == "" {
				t.Errorf("%s relates to %q, which isn't there", name, e.attrs["Target"])
			}
		}
		drawn := map[string]bool{}
		for _, e := range elements(t, name, text) {
			for key, value := range e.attrs {
				if strings.HasPrefix(key, "r:") && !relations[value] {
					t.Errorf("%s: %s has no relation %q", name, e.name, value)
				}
			}
			switch value := e.attrs["val"]; {
			case (e.name == "pStyle" || e.name == "rStyle" || e.name == "tblStyle") && !styles[value]:
				t.Errorf("%s: there is no style %q", name, value)
			case e.name == "numId" && !lists[value]:
				t.Errorf("%s: there is no list %q", name, value)
			case e.name == "docPr" && drawn[e.attrs["id"]]:
				t.Errorf("%s: two drawings are %s", name, e.attrs["id"])
			case e.name == "docPr":
				drawn[e.attrs["id"]] = true
			}
		}
	}
	for _, a := range anchors {
		if !bookmarks[strings.ToLower(a)] {
			t.Errorf("a link leads to %q, which isn't there", a)
		}
	}
}

// noteReference finds the bookmark in a field that refers to a note.
var noteReference = regexp.MustCompile(`NOTEREF ([A-Za-z0-9_]+) `)

// bookmarksOf are the names of the bookmarks in small letters, each checked, and
// those that links and fields lead to.
func bookmarksOf(t testing.TB, parts map[string]string) (names map[string]bool, anchors []string) {
	names = map[string]bool{}
	ids := map[string]bool{}
	// An underscore before a name hides it; people can't type one.
	safe := regexp.MustCompile(`^_?[A-Za-z][A-Za-z0-9_]{0,38}$`)
	for _, part := range []string{"word/document.xml", "word/footnotes.xml"} {
		for _, e := range elements(t, part, parts[part]) {
			switch e.name {
			case "bookmarkStart":
				name := e.attrs["name"]
				if !safe.MatchString(name) {
					t.Errorf("Word takes no bookmark %q", name)
				}
				if names[strings.ToLower(name)] || ids[e.attrs["id"]] {
					t.Errorf("two bookmarks are %q or have its id", name)
				}
				names[strings.ToLower(name)], ids[e.attrs["id"]] = true, true
			case "hyperlink":
				if a := e.attrs["anchor"]; a != "" {
					anchors = append(anchors, a)
				}
			}
		}
		for _, m := range noteReference.FindAllStringSubmatch(parts[part], -1) {
			anchors = append(anchors, m[1])
		}
	}
	return names, anchors
}

// one is a document of one section with these blocks.
func one(blocks ...document.Block) *document.Document {
	return &document.Document{
		Meta:     document.Meta{Title: "Report", Authority: "Testmoor", Year: "2025/26", Language: "en-GB"},
		Sections: []*document.Section{{ID: "one", Level: 1, Title: "One", Blocks: blocks}},
	}
}

func para(s string) *document.Paragraph { return &document.Paragraph{Content: document.Plain(s)} }

func TestOneOfEach(t *testing.T) {
	doc := documenttest.OneOfEach()
	parts := rendered(t, doc, charts(t, doc))
	sound(t, parts)
	main := parts["word/document.xml"]
	for _, want := range []string{
		`<w:pStyle w:val="Title"/></w:pPr><w:r><w:t xml:space="preserve">Annual performance report 2025/26`,
		// A caption's number is a field, the figure's drawing is vectors with pixels for
		// those who can't draw them.
		` SEQ Figure \* ARABIC `, "asvg:svgBlip",
		`TOC \o "1-2" \h \z \u`, `<w:lang w:val="gd"/>`,
		`w:orient="landscape"`, `<w:tblHeader/>`, `<w:titlePg/>`,
		`descr="A line chart with gaps in 2021/22 and 2024/25 and a break before 2023/24."`,
		`<w:rStyle w:val="StatusRed"/></w:rPr><w:t xml:space="preserve">⊗`,
	} {
		if !strings.Contains(main, want) {
			t.Errorf("the main part lacks %s", want)
		}
	}
	for _, never := range []string{"wp:anchor", "w:txbxContent"} {
		if strings.Contains(main, never) {
			t.Errorf("the main part has %s: nothing floats", never)
		}
	}
	// One table has two rows of heads, in which alone cells are merged: two are over a pair
	// of columns, and two take both rows.
	if n := strings.Count(main, "<w:tblHeader/>"); n != strings.Count(main, "<w:tbl>")+1 {
		t.Errorf("%d heads are marked in %d tables", n, strings.Count(main, "<w:tbl>"))
	}
	if pairs, both := strings.Count(main, `<w:gridSpan w:val="2"/>`), strings.Count(main, `<w:vMerge w:val="restart"/>`); pairs != 2 || both != 2 || strings.Count(main, "<w:vMerge/>") != 2 {
		t.Errorf("%d heads are over two columns and %d take both rows", pairs, both)
	}
}

// What every page says.
// Each datum is in a bookmark of its own, whose number leads to its id, value and
// place.
func TestData(t *testing.T) {
	at := source.Position{File: "a & b.xlsx", Sheet: "Data", Cell: "I9"}
	d := &document.Datum{Display: "£250.4m", Value: "250423716.48", ID: "spend:total@2025/26", Position: at}
	short := *d
	short.Display = "250,424"
	parts := rendered(t, one(&document.Paragraph{Content: document.Inlines{d, &document.Text{Text: " and "}, &short,
		&document.Datum{Display: "57%", Value: "57.2", ID: "NI1@2025/26"}, &document.Datum{Display: "no id"}}}), nil)
	sound(t, parts)
	var names []string
	for _, e := range elements(t, "main", parts["word/document.xml"]) {
		if name := e.attrs["name"]; e.name == "bookmarkStart" && strings.HasPrefix(name, DataBookmark) {
			names = append(names, name)
		}
	}
	if want := []string{"_apr_1_1", "_apr_1_2", "_apr_2_1"}; !slices.Equal(names, want) {
		t.Errorf("bookmarks %q; want %q", names, want)
	}
	want := `<datum number="1" id="spend:total@2025/26" value="250423716.48" source="a &amp; b.xlsx!Data!I9"/>` + "\n" +
		`<datum number="2" id="NI1@2025/26" value="57.2"/>` + "\n</data>\n"
	if list := parts["customXml/item1.xml"]; !strings.HasSuffix(list, want) {
		t.Errorf("%s", list)
	}
	if !strings.Contains(parts["word/_rels/document.xml.rels"], `Target="../customXml/item1.xml"`) {
		t.Error("nothing leads to the list of data")
	}
}

func TestHeadsAndFeet(t *testing.T) {
	doc := documenttest.OneOfEach()
	doc.Meta.Label = "OFFICIAL"
	parts := rendered(t, doc, charts(t, doc))
	for _, way := range ways {
		head, foot := parts["word/header-"+way+".xml"], parts["word/footer-"+way+".xml"]
		if !strings.Contains(head, `string="DRAFT – not for publication"`) {
			t.Errorf("%s pages have no watermark", way)
		}
		if !strings.Contains(head, "OFFICIAL") || !strings.Contains(foot, "OFFICIAL") {
			t.Errorf("%s pages lack the marking", way)
		}
		inner := way != "cover"
		if strings.Contains(head, " TITLE ") != inner || strings.Contains(foot, " PAGE ") != inner || strings.Contains(foot, doc.Meta.Standing) != inner {
			t.Errorf("%s pages: %s %s", way, head, foot)
		}
	}
	doc.Meta.Watermark, doc.Meta.Label, doc.Meta.Standing = "", "", ""
	parts = rendered(t, doc, charts(t, doc))
	for name, text := range parts {
		if strings.Contains(text, "PowerPlusWaterMark") || strings.Contains(text, "OFFICIAL") {
			t.Errorf("%s of a final report has a watermark or a marking", name)
		}
	}
}

// A note that is marked three times is one footnote and two cross-references; what
// is marked in a footnote alone follows in it.
func TestNotes(t *testing.T) {
	often := &document.Note{Number: 1, ID: "often", Content: document.Plain("Of the survey.")}
	within := &document.Note{Number: 2, ID: "within", Content: document.Plain("Of the note.")}
	often.Content = append(often.Content, &document.NoteMark{Note: within})
	p := &document.Paragraph{}
	for range 3 {
		p.Content = append(p.Content, &document.Text{Text: "Figures"}, &document.NoteMark{Note: often})
	}
	doc := one(p)
	doc.Notes = []*document.Note{often, within}
	parts := rendered(t, doc, nil)
	sound(t, parts)
	main, notes := parts["word/document.xml"], parts["word/footnotes.xml"]
	if n := strings.Count(main, "<w:footnoteReference "); n != 1 {
		t.Errorf("%d footnotes in the text, want 1", n)
	}
	if n := strings.Count(main, ` NOTEREF doc_note_often \f \h `); n != 2 {
		t.Errorf("%d references to the footnote, want 2", n)
	}
	if n := strings.Count(notes, "<w:footnoteRef/>"); n != 1 || !strings.Contains(notes, "Of the note.") {
		t.Errorf("%d footnotes: %s", n, notes)
	}
}

// TestSigns: what boards paste for ratings is drawn wherever text is, as large as the
// text and with its name, once in the file for each colour of ink.
func TestSigns(t *testing.T) {
	note := &document.Note{Number: 1, ID: "n", Content: document.Plain("Met ✔.")}
	doc := one(
		&document.Paragraph{Content: document.Inlines{&document.Text{Text: "On track 🟢\ufe0f, late 🔴 & <done> ✔✔"}, &document.NoteMark{Note: note}, &document.Datum{Display: "⬆ 12"}}},
		&document.Table{ID: "t", Number: 1, Caption: "Ratings ★", Columns: []document.Column{{Head: document.Plain("Goal")}}, Rows: []document.Row{{Cells: []document.Cell{{Content: document.Plain("✗")}}}}},
	)
	doc.Meta.Title = "Rated ★"
	doc.Sections[0].Title = "Stars ☆"
	doc.Notes = []*document.Note{note}
	parts := rendered(t, doc, nil)
	sound(t, parts)
	drawn := map[string]int{}
	sizes := map[string]string{}
	for _, name := range []string{"word/document.xml", "word/footnotes.xml"} {
		size := ""
		for _, e := range elements(t, name, parts[name]) {
			switch e.name {
			case "extent":
				size = e.attrs["cx"]
			case "docPr":
				key := e.attrs["descr"] + " for " + e.attrs["name"] + " in " + path.Base(name)
				drawn[key]++
				sizes[key] += size + " "
			}
		}
		for _, m := range regexp.MustCompile(`<w:t[ >][^<]*`).FindAllString(parts[name], -1) {
			if strings.ContainsAny(m, "🟢🔴✔⬆✗★☆\ufe0f") {
				t.Errorf("%s has %q", name, m)
			}
		}
	}
	want := map[string]int{
		"green circle for Sign 🟢\ufe0f in document.xml": 1, "red circle for Sign 🔴 in document.xml": 1, "tick for Sign ✔ in document.xml": 2,
		"up arrow for Sign ⬆ in document.xml": 1, "cross for Sign ✗ in document.xml": 1,
		"star for Sign ★ in document.xml": 2, "empty star for Sign ☆ in document.xml": 2, "tick for Sign ✔ in footnotes.xml": 1,
	}
	if !maps.Equal(drawn, want) {
		t.Errorf("drawn are %v, want %v", drawn, want)
	}
	// 0.86 of 12, 10, 11 and 36 points and of the contents' 10.5 and the chapters' 24, at 12,700 a point.
	for key, size := range map[string]string{
		"red circle for Sign 🔴 in document.xml": "131064 ", "tick for Sign ✔ in footnotes.xml": "109220 ",
		"cross for Sign ✗ in document.xml":      "120141 ",
		"empty star for Sign ☆ in document.xml": "114680 262128 ", "star for Sign ★ in document.xml": "393192 131064 ",
	} {
		if sizes[key] != size {
			t.Errorf("%s is %s wide, want %s", key, sizes[key], size)
		}
	}
	// Green, red, the tick, the arrow and the cross, and the stars in two colours each.
	media := 0
	for name := range parts {
		if strings.HasPrefix(name, "word/media/") {
			media++
		}
	}
	if media != 9 {
		t.Errorf("%d pictures", media)
	}
	if !strings.Contains(parts["docProps/core.xml"], "Rated ★") {
		t.Error("the title of the file isn't as it was written")
	}
}

// In a form signs stay as they were written, for they come back.
func TestSignsOfAForm(t *testing.T) {
	data, err := RenderForm(&Form{Meta: document.Meta{Title: "Texts", Language: "en-GB"}, Texts: []FormText{{ID: "abcdef01", Title: "Best value", Group: "Regulation 5", Key: "k", Parts: []FormPart{{Block: para("Done ✔")}}}}})
	if err != nil {
		t.Fatal(err)
	}
	main := partsOf(t, data)["word/document.xml"]
	if !strings.Contains(main, ">Done ✔<") || strings.Contains(main, "<w:drawing>") {
		t.Error("the sign isn't as it was written")
	}
}

// Pages are turned for a wide table with the heading before it, and turned back.
func TestLandscape(t *testing.T) {
	wide := &document.Table{ID: "wide", Number: 1, Caption: "Wide", Wide: true, Columns: []document.Column{{Head: document.Plain("A")}}}
	doc := one(para("A few words."), wide)
	doc.Sections = append(doc.Sections, &document.Section{ID: "two", Level: 1, Title: "Two", Blocks: []document.Block{para("After.")}})
	parts := rendered(t, doc, nil)
	sound(t, parts)
	var ways []string
	for _, m := range regexp.MustCompile(`w:orient="(\w+)"`).FindAllStringSubmatch(parts["word/document.xml"], -1) {
		ways = append(ways, m[1])
	}
	if got := strings.Join(ways, " "); got != "portrait landscape portrait" {
		t.Errorf("pages lie %s", got)
	}
	main := parts["word/document.xml"]
	if first := strings.Index(main, "<w:sectPr>"); first > strings.Index(main, ">One<") && first > strings.LastIndex(main, ">One<") {
		t.Error("the heading isn't on the table's page")
	}
	if !strings.Contains(main, `r:id="header-landscape"`) {
		t.Error("landscape pages have no head of their own")
	}
}

// Numbered lists begin again, and where they say.
func TestLists(t *testing.T) {
	items := func(s ...string) (all [][]document.Block) {
		for _, s := range s {
			all = append(all, []document.Block{para(s)})
		}
		return all
	}
	deep := &document.List{Items: items("deep")}
	for range 20 {
		deep = &document.List{Items: [][]document.Block{{para("less deep"), deep}}}
	}
	doc := one(&document.List{Ordered: true, Start: 1, Items: items("a", "b")}, &document.List{Ordered: true, Start: 7, Items: items("g")},
		&document.List{Items: [][]document.Block{{&document.Quotation{Blocks: []document.Block{para("quoted")}}}}}, deep)
	parts := rendered(t, doc, nil)
	sound(t, parts)
	numbering := parts["word/numbering.xml"]
	for _, want := range []string{`<w:num w:numId="3"><w:abstractNumId w:val="2"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/>`, `<w:startOverride w:val="7"/>`} {
		if !strings.Contains(numbering, want) {
			t.Errorf("the lists lack %s", want)
		}
	}
	if n := strings.Count(parts["word/document.xml"], `<w:numId w:val="3"/>`); n != 2 {
		t.Errorf("%d items are of the first list", n)
	}
}

// Decorative pictures are marked so, and others have their words.
func TestBrand(t *testing.T) {
	dot, err := base64.StdEncoding.DecodeString("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==")
	if err != nil {
		t.Fatal(err)
	}
	doc := one(para("Text."))
	doc.Meta.Brand = document.Brand{
		Name: "Testmoor Partnership", Colour: &document.Boxes,
		Logo:  &document.BrandPicture{Alt: "Testmoor", MediaType: "image/png", Data: dot},
		Cover: &document.BrandPicture{MediaType: "image/png", Data: dot},
	}
	parts := rendered(t, doc, nil)
	sound(t, parts)
	main := parts["word/document.xml"]
	if strings.Count(main, `descr="Testmoor"`) != 2 || strings.Count(main, "adec:decorative ") != 1 {
		t.Error("the logo has no words, or not the cover's picture alone is decorative")
	}
	if !strings.Contains(parts["word/styles.xml"], `w:fill="F3F3F3"`) || strings.Contains(parts["word/styles.xml"], "002D54") {
		t.Error("the styles haven't the brand's colour")
	}
	doc.Meta.Brand.Logo.Data = []byte("no picture")
	if _, err := Render(doc, nil); err == nil {
		t.Error("a logo that isn't a picture was taken")
	}
}

// The core properties, whose schema is on the web alone.
func TestProperties(t *testing.T) {
	doc := documenttest.OneOfEach()
	core := rendered(t, doc, charts(t, doc))["docProps/core.xml"]
	for _, want := range []string{
		"<dc:title>Annual performance report 2025/26, Ünlikely &amp; &lt;Sons&gt; Integration Joint Board</dc:title>",
		"<dc:subject>1 April 2025 to 31 March 2026</dc:subject>", "<dc:language>en-GB</dc:language>",
		"<dc:creator>Ünlikely &amp; &lt;Sons&gt; Integration Joint Board</dc:creator>",
		"<cp:contentStatus>Draft</cp:contentStatus>",
		`<dcterms:created xsi:type="dcterms:W3CDTF">2026-07-01T00:00:00Z</dcterms:created>`,
	} {
		if !strings.Contains(core, want) {
			t.Errorf("the properties lack %s:\n%s", want, core)
		}
	}
}

// The same document gives the same bytes, in an archive without a clock.
func TestSameBytes(t *testing.T) {
	doc := documenttest.OneOfEach()
	drawings := charts(t, doc)
	first, err := Render(doc, drawings)
	if err != nil {
		t.Fatal(err)
	}
	for range 3 {
		again, err := Render(documenttest.OneOfEach(), drawings)
		if err != nil || !bytes.Equal(first, again) {
			t.Fatalf("other bytes the second time, or %v", err)
		}
	}
	z, err := zip.NewReader(bytes.NewReader(first), int64(len(first)))
	if err != nil {
		t.Fatal(err)
	}
	for i, f := range z.File {
		if f.Modified.Year() != 1980 {
			t.Errorf("%s is of %s", f.Name, f.Modified)
		}
		if i == 0 && f.Name != "[Content_Types].xml" {
			t.Errorf("the first part is %s", f.Name)
		}
	}
}

// More columns than fit a page, or than the 63 that Word takes, are written in parts with
// the row heads, and no cell is lost.
func TestManyColumns(t *testing.T) {
	table := &document.Table{ID: "many", Number: 1, Caption: "Many", RowHeads: 1}
	r := document.Row{}
	for i := range 150 {
		table.Columns = append(table.Columns, document.Column{Head: document.Plain(fmt.Sprint("head ", i, "."))})
		r.Cells = append(r.Cells, document.Cell{Content: document.Plain(fmt.Sprint("cell ", i, "."))})
	}
	r.Cells[0].Content = document.Inlines{&document.Text{Text: "cell 0."}, &document.Datum{Display: "7", Value: "7", ID: "NI1@2025/26"}}
	table.Rows = []document.Row{r}
	parts := rendered(t, one(table), nil)
	if n := strings.Count(parts["word/document.xml"], `w:name="`+DataBookmark); n != 1 {
		t.Errorf("the datum of a row head that is repeated is marked %d times", n)
	}
	sound(t, parts)
	main := parts["word/document.xml"]
	// A column is as wide as its longest word, some 35 points with its padding, and the page
	// has room for 13 of them.
	tables := strings.Count(main, "<w:tbl>")
	if tables != 12 {
		t.Errorf("%d tables", tables)
	}
	for i := range 150 {
		want := 1
		if i == 0 {
			want = tables
		}
		if n := strings.Count(main, fmt.Sprint(">cell ", i, ".<")); n != want {
			t.Errorf("cell %d is there %d times, want %d", i, n, want)
		}
	}
	for _, part := range strings.Split(main, "<w:tbl>")[1:] {
		if n := strings.Count(part, "<w:gridCol "); n > mostColumns {
			t.Errorf("%d columns", n)
		}
	}
}

// Letters that run from right to left do so in Word: the run, the paragraph that
// has nothing else, and its language where Word looks for it.
func TestRightToLeft(t *testing.T) {
	arabic := &document.Text{Text: "هذا التقرير", Lang: "ar"}
	parts := rendered(t, one(&document.Paragraph{Content: document.Inlines{arabic}},
		&document.Paragraph{Content: document.Inlines{&document.Text{Text: "In Arabic: "}, arabic}},
		&document.Paragraph{Content: document.Inlines{&document.Text{Text: "報告", Lang: "zh-Hant"}}}), nil)
	sound(t, parts)
	main := parts["word/document.xml"]
	if strings.Count(main, "<w:bidi/>") != 1 || strings.Count(main, `<w:rtl/><w:lang w:bidi="ar"/>`) != 2 {
		t.Errorf("Arabic isn't set from right to left: %s", main)
	}
	if !strings.Contains(main, `w:eastAsia="zh-Hant"`) {
		t.Error("Chinese isn't marked")
	}
}

// Text in a script that the file's own font doesn't have names the project's font.
func TestFontOfAScript(t *testing.T) {
	doc := one(&document.Paragraph{Content: document.Inlines{
		&document.Text{Text: "هذا التقرير", Lang: "ar"}, &document.Text{Text: " and "}, &document.Text{Text: "aithisg", Lang: "gd"},
	}})
	doc.Fonts = shaping.Fonts{{Family: "Noto Naskh Arabic", Languages: []string{"ar"}}}
	parts := rendered(t, doc, nil)
	sound(t, parts)
	main := parts["word/document.xml"]
	const font = `<w:rPr><w:rFonts w:ascii="Noto Naskh Arabic" w:hAnsi="Noto Naskh Arabic" w:eastAsia="Noto Naskh Arabic" w:cs="Noto Naskh Arabic"/><w:rtl/>`
	if strings.Count(main, font) != 1 || strings.Count(main, "w:rFonts") != 1 {
		t.Errorf("the font isn't named where the script asks for it: %s", main)
	}
}

// Names of bookmarks that are alike to Word but not to the document.
func TestBookmarkNames(t *testing.T) {
	taken := map[string]bool{}
	long := strings.Repeat("long-", 20)
	for _, c := range []struct{ id, want string }{
		{"a-b", "a_b"}, {"a_b", "a_b_2"}, {"A-B", "A_B_3"}, {"", "x"}, {"9", "x9"},
		{long, strings.Repeat("long_", 8)}, {long + "x", strings.Repeat("long_", 7) + "lon_2"}, {"dé", "d_"},
	} {
		if got := bookmarkName(c.id, taken); got != c.want {
			t.Errorf("%q becomes %q, want %q", c.id, got, c.want)
		}
	}
}

// Columns: short words stay whole, long ones are cut last, and all is used.
func TestShare(t *testing.T) {
	for _, c := range []struct {
		least, natural, weights []float64
		width                   float64
		want                    string
	}{
		{[]float64{10, 10}, []float64{20, 30}, []float64{0, 0}, 100, "[40 60]"},
		{[]float64{10, 10}, []float64{20, 30}, []float64{1, 4}, 100, "[30 70]"},
		{[]float64{10, 10}, []float64{20, 200}, []float64{0, 0}, 60, "[20 40]"},
		{[]float64{10, 100, 200}, []float64{10, 100, 200}, []float64{0, 0, 0}, 110, "[10 50 50]"},
	} {
		got := share(c.least, c.natural, c.weights, c.width)
		if sumOf(got) > c.width+0.01 || fmt.Sprintf("%.0f", got) != c.want {
			t.Errorf("%v, %v on %v: %.1f, want %s", c.least, c.natural, c.width, got, c.want)
		}
	}
}

// Links: only addresses that can be followed, as URIs, each related to once.
func TestLinks(t *testing.T) {
	link := func(address string) document.Inline {
		return &document.Link{URL: address, Content: document.Plain("words")}
	}
	parts := rendered(t, one(&document.Paragraph{Content: document.Inlines{
		link("https://example.org/a b?<x>"), link("https://example.org/a b?<x>"), link("javascript:alert(1)"), link("http://[bad"),
		&document.Link{URL: "https://example.org", Content: document.Inlines{&document.Text{Text: "a "}, link("https://other.example")}},
	}}), nil)
	sound(t, parts)
	relations := parts["word/_rels/document.xml.rels"]
	if n := strings.Count(relations, `Target="https://example.org/a%20b?%3Cx%3E"`); n != 1 {
		t.Errorf("%d relations to one address:\n%s", n, relations)
	}
	if strings.Contains(relations, "script:") || strings.Contains(relations, "[bad") || strings.Contains(relations, "other") {
		t.Error("an address that can't be followed is linked")
	}
}

func BenchmarkRender(b *testing.B) {
	doc := documenttest.OneOfEach()
	drawings := charts(b, doc)
	for b.Loop() {
		if _, err := Render(doc, drawings); err != nil {
			b.Fatal(err)
		}
	}
}
