package pdf

import (
	"os"
	"slices"
	"strings"
	"testing"

	"apr/internal/document"
	"apr/internal/shaping"
	"apr/internal/source"
	"apr/internal/tagpdf/tagpdftest"
)

// fonts are those of the edge cases.
func fonts(t *testing.T) shaping.Fonts {
	t.Helper()
	var list shaping.Fonts
	for name, languages := range map[string][]string{"NotoNaskhArabic-Regular.ttf": {"ar", "ur"}, "DroidSansFallback.ttf": {"zh-Hans"}} {
		data, err := os.ReadFile("../../../testdata/edge-cases/fonts/" + name)
		if err != nil {
			t.Fatal(err)
		}
		f, err := shaping.Open(data)
		if err != nil {
			t.Fatal(err)
		}
		f.File, f.Languages = "fonts/"+name, languages
		list = append(list, f)
	}
	return list
}

const (
	arabicText  = "هذا النص متاح 24 باللغة العربية"
	chineseText = "人人生而自由，在尊严和权利上一律平等。"
)

func in(lang, text string) document.Inlines {
	return document.Inlines{&document.Text{Text: text, Lang: lang}}
}

// readOut collects the elements with an ActualText that are in a language.
func readOut(e *tagpdftest.Element, lang string, into map[string][]string) {
	if e.Language != "" {
		lang = e.Language
	}
	if e.ActualText != "" {
		into[lang] = append(into[lang], e.ActualText)
	}
	for _, p := range e.Parts {
		if p.Element != nil {
			readOut(p.Element, lang, into)
		}
	}
}

// leads reports whether a link in an element leads to an address.
func leads(e *tagpdftest.Element, address string) bool {
	return slices.ContainsFunc(e.Parts, func(p tagpdftest.Part) bool {
		return p.Link == address || p.Element != nil && leads(p.Element, address)
	})
}

// TestForeignScripts: what is drawn as outlines is read out as it was written, in its
// language, wherever it is.
func TestForeignScripts(t *testing.T) {
	table := grid("t", 2, 12)
	table.Columns[3].Head = in("ar", strings.Repeat("العربية", 12)) // wider than its column
	table.Rows[0].Cells[0].Content = in("zh-Hans", chineseText)
	doc := report(&document.Section{
		ID: "a", Level: 1, Title: arabicText, Lang: "ar", Blocks: []document.Block{
			&document.Paragraph{Content: in("ar", strings.Repeat(arabicText+" ", 30))},
			&document.Paragraph{Content: slices.Concat(document.Plain("The report is in "), in("ur", "اردو"), document.Plain(" and "), document.Inlines{&document.Strong{Content: in("zh-Hans", "中文")}}, document.Plain("."))},
			&document.List{Items: [][]document.Block{{&document.Paragraph{Content: document.Inlines{&document.Link{URL: "https://example.org/ar", Content: in("ar", arabicText)}}}}}},
			table,
		},
	})
	doc.Fonts = fonts(t)
	doc.Meta.CoverNotes = []document.Inlines{in("ar", arabicText+" (NHS 24)")}
	if problems := Unprintable(doc, nil); len(problems) > 0 {
		t.Fatalf("%v", problems)
	}
	data, err := Render(doc)
	if err != nil {
		t.Fatal(err)
	}
	back, err := tagpdftest.Read(data)
	if err != nil {
		t.Fatal(err)
	}
	got := map[string][]string{}
	readOut(back.Root, "en-GB", got)
	for lang, want := range map[string][]string{
		// The contents and the heading; the list; the paragraph, the column's head and the cover's note.
		"ar": {arabicText, arabicText + " (NHS 24)", strings.Repeat("العربية", 12)}, "ur": {"اردو"}, "zh-Hans": {"中文", chineseText},
	} {
		for _, w := range want {
			if !slices.Contains(got[lang], w) {
				t.Errorf("%s has %q, and not %q", lang, got[lang], w)
			}
		}
	}
	if len(back.Bookmarks) == 0 || !slices.ContainsFunc(back.Bookmarks, func(b tagpdftest.Bookmark) bool { return b.Title == arabicText }) {
		t.Errorf("the bookmarks are %v", back.Bookmarks)
	}
	if !leads(back.Root, "https://example.org/ar") {
		t.Error("the link is gone")
	}
}

// TestPlaces holds the order of words on a line against the bidirectional algorithm,
// worked out by hand: levels 0 1 1 2 1 0, of which the second to the fifth turn round,
// and the fourth twice.
func TestPlaces(t *testing.T) {
	u := &run{}
	var l line
	for _, a := range []struct {
		width float64
		level int
	}{{10, 0}, {20, 1}, {30, 1}, {40, 2}, {50, 1}, {60, 0}} {
		l.atoms = append(l.atoms, atom{run: u, width: a.width, level: a.level, space: 1})
	}
	// Drawn: 10, then 50 40 30 20 from left to right, then 60.
	want := []float64{0, 11 + 50 + 1 + 40 + 1 + 30 + 1, 11 + 50 + 1 + 40 + 1, 11 + 50 + 1, 11, 11 + 50 + 1 + 40 + 1 + 30 + 1 + 20 + 1}
	if got := l.places(); !slices.Equal(got, want) {
		t.Errorf("the places are %v, want %v", got, want)
	}
	if l.atoms = l.atoms[:1]; l.places() != nil {
		t.Error("a line from left to right has places")
	}
}

// TestRightToLeftParagraph: its lines end at the right edge.
func TestRightToLeftParagraph(t *testing.T) {
	doc := report()
	doc.Fonts = fonts(t)
	r := newRenderer(doc)
	atoms, err := r.set(in("ar", strings.Repeat(arabicText+" ", 9)), bodyText)
	if err != nil {
		t.Fatal(err)
	}
	lines := breakLines(atoms, 300)
	if len(lines) < 2 || !isRightToLeft(lines) {
		t.Errorf("%d lines run from right to left: %v", len(lines), isRightToLeft(lines))
	}
	for _, l := range lines {
		if places := l.places(); places[0]+l.atoms[0].width < l.width-0.01 {
			t.Errorf("the first word of a line ends at %.1f of %.1f", places[0]+l.atoms[0].width, l.width)
		}
	}
	mixed, err := r.set(slices.Concat(document.Plain("See "), in("ar", "متاح")), bodyText)
	if err != nil {
		t.Fatal(err)
	}
	if isRightToLeft(breakLines(mixed, 300)) {
		t.Error("an English line with an Arabic word runs from right to left")
	}
}

// TestNoFontForIt: what no font draws is told with its place, once for a language that
// has none.
func TestNoFontForIt(t *testing.T) {
	at := source.Position{File: "narrative/opening.yaml", Line: 3, Column: 5}
	doc := report(chapter("a", &document.Paragraph{Content: document.Inlines{
		&document.Text{Text: "中文 and 中", Lang: "zh-Hans", Position: at}, &document.Text{Text: "ਪੰਜਾਬੀ ਪੰ", Lang: "pa", Position: at.After("xxxx")},
		&document.Text{Text: "متاح 中", Lang: "ar", Position: at.After("yyyyyyyy")},
	}}))
	doc.Fonts = fonts(t)
	problems := Unprintable(doc, nil)
	if len(problems) != 2 || problems[0].Position.Column != 9 || problems[1].Position.Column != 18 {
		t.Fatalf("the problems are %v", problems)
	}
	for i, want := range []string{"languages: [pa]", "name another font"} {
		if !strings.Contains(problems[i].Hint, want) {
			t.Errorf("the hint is %q, want %q", problems[i].Hint, want)
		}
	}
}
