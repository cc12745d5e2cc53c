package render_test

import (
	"context"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"
	"unicode"

	"apr/internal/document"
	"apr/internal/document/documenttest"
	"apr/internal/project"
	"apr/internal/wording"
	"apr/regs"
	"apr/report/compose"
	"apr/report/render"
	"apr/report/render/sign"
)

// otherLanguage is one that no source has words in.
const otherLanguage = "zxx"

// sharedRows are those of lists, days and values, which formats share with the report's text.
var sharedRows = []string{document.NoValue, "{list}, {item}", "{list} and {item}", "{day} {month} {year}"}

// quoted are all rows that may be given, each in quotation marks.
func quoted() map[string]string {
	words := map[string]string{}
	for _, english := range append(wording.Given(), sharedRows...) {
		words[english] = "«" + english + "»"
	}
	return words
}

// inOtherLanguage are documents of every kind of block, and of both examples, in which all
// that isn't a format's own stands in ‹…›: what is left besides rows is a format's.
func inOtherLanguage(t *testing.T, words map[string]string) map[string]*document.Document {
	t.Helper()
	docs := map[string]*document.Document{"one of each": oneOfEachIn(words)}
	for _, name := range []string{"ardenmuir", "carrickmoor"} {
		if testing.Short() {
			t.Logf("left out by -short: %s", name)
			continue
		}
		today := time.Date(2026, 7, 19, 0, 0, 0, 0, time.UTC)
		r, err := project.Load(context.Background(), project.Options{Dir: "../../examples/" + name, Today: today, Cache: kept()})
		if err != nil {
			t.Fatal(err)
		}
		r.Config.Language, r.Config.Words = otherLanguage, words
		doc, err := compose.Compose(r, regs.Start(r), compose.Options{Draft: true, Generator: "apr test", Formats: render.Formats()})
		if err != nil {
			t.Fatal(err)
		}
		docs[name] = doc
	}
	for name, doc := range docs {
		if name != "one of each" {
			markGiven(doc)
		}
	}
	return docs
}

// oneOfEachIn is a document with every kind of block in the other language.
func oneOfEachIn(words map[string]string) *document.Document {
	doc := documenttest.OneOfEach()
	m := &doc.Meta
	m.Language, m.OwnLanguage, m.OwnWords = otherLanguage, "en", words
	m.State, m.Standing, m.Watermark, m.Label = "Provisional", "Draft", "", "OFFICIAL"
	first := doc.Sections[0]
	first.Blocks = append(first.Blocks, &document.Paragraph{Content: document.Plain("done ✔, to be done ★")})
	markGiven(doc)
	return doc
}

// markGiven puts all texts of a document into ‹…›.
func markGiven(doc *document.Document) {
	doc.Meta.Files = render.FilesOf("report", render.Formats())
	put := func(texts ...*string) {
		for _, s := range texts {
			if strings.ContainsFunc(*s, unicode.IsLetter) {
				*s = "‹" + *s + "›"
			}
		}
	}
	m := &doc.Meta
	put(&m.Title, &m.Subtitle, &m.Authority, &m.Label, &m.Brand.Name, &m.Generator)
	for _, p := range []*document.BrandPicture{m.Brand.Logo, m.Brand.Cover} {
		if p != nil {
			put(&p.Alt)
		}
	}
	table := func(b *document.Table) { put(&b.Caption) }
	w := document.Walker{
		Section: func(s *document.Section) error { put(&s.Title); return nil },
		Block: func(b document.Block) error {
			switch b := b.(type) {
			case *document.Table:
				table(b)
			case *document.Figure:
				put(&b.Caption, &b.Subtitle, &b.Source, &b.Alt, &b.Chart.Unit)
				for i := range b.Chart.Categories {
					put(&b.Chart.Categories[i])
				}
				for i := range b.Chart.Series {
					put(&b.Chart.Series[i].Name)
				}
				if b.Data != nil {
					table(b.Data)
				}
			case *document.Picture:
				put(&b.Alt, &b.Caption)
			case *document.Callout:
				put(&b.Title)
			case *document.Box:
				put(&b.Title)
			case *document.StatutoryReference:
				for i := range b.Provisions {
					put(&b.Provisions[i])
				}
				put(&b.Instrument)
			}
			return nil
		},
		Inline: func(i document.Inline) error {
			switch i := i.(type) {
			case *document.Text: // of which signs have names of a format's
				var marked strings.Builder
				for text, sign := range sign.Pieces(i.Text) {
					if sign == nil {
						put(&text)
					}
					marked.WriteString(text)
				}
				i.Text = marked.String()
			case *document.Datum:
				put(&i.Display)
			}
			return nil
		},
	}
	_ = w.Walk(doc) // the functions don't fail
}

// notWords are what formats print that isn't in a language: names of formats, and the signs
// that stand for a number.
var notWords = regexp.MustCompile(`PDF|Word|\[[cxz]\]`)

// own is what a passage says outside of the marks.
func (p passage) own(wanted func(lang string) bool) string {
	var b strings.Builder
	depth := 0
	for _, piece := range p.pieces {
		for _, r := range piece.text {
			switch {
			case r == '«' || r == '‹':
				depth++
			case r == '»' || r == '›':
				depth = max(depth-1, 0)
			case depth == 0 && wanted(piece.lang):
				b.WriteRune(r)
			}
		}
		if depth == 0 {
			b.WriteByte(' ')
		}
	}
	text := notWords.ReplaceAllString(b.String(), "")
	if !strings.ContainsFunc(text, unicode.IsLetter) {
		return ""
	}
	return wording.OneLine(text)
}

// passagesOf are what a document says in all formats.
func passagesOf(t *testing.T, doc *document.Document) (all []passage) {
	t.Helper()
	files, err := render.Render(context.Background(), doc, render.Formats())
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range files {
		all = append(all, passages(t, f)...)
	}
	return all
}

func anyLanguage(string) bool { return true }

// TestFormatsSayRows: whatever a format adds to a document is a row of the table, which an
// authority may give in its report's language.
func TestFormatsSayRows(t *testing.T) {
	for name, doc := range inOtherLanguage(t, quoted()) {
		said := map[string]bool{}
		for _, p := range passagesOf(t, doc) {
			if text := p.own(anyLanguage); text != "" && !said[text] {
				said[text] = true
				t.Errorf("%s: %s says %q, which is no row of internal/wording", name, p.where, text)
			}
		}
	}
}

// TestPlantedWordsAreFound: words of apr's own that have no row are found wherever a format
// can have them. A row that the authority doesn't give stands for them.
func TestPlantedWordsAreFound(t *testing.T) {
	planted := []struct{ row, where, says string }{
		{"Skip to main content", "report.html, body", "Skip to main content"},
		{"Contents, folded", "report.html, nav aria-label", "Contents, folded"},
		{"tick", "report.html, svg aria-label", "tick"},
		{"no value", "report.html, td", "no value"},
		{"Hollow: on another basis, such as a calendar year", "report.html, svg", "Hollow"},
		{"Source: {source}", "report.md, a line", "Source:"},
		{"Contents", "report.pdf, bookmark", "Contents"},
		{"Page {page} of {pages}", "report.pdf, artifacts", "Page"},
		{"Back to the mark of note {number}", "report.pdf, what a link says", "Back to the mark of note"},
		{"tick", "report.pdf, ", "tick"},
		{"Note {number}", "report.pdf, what a link says", "Note"},
		{"Page {page} of {pages}", "report.docx, word/footer-portrait.xml", "Page"},
		{"Table {number}", "report.docx, word/document.xml", "Table"},
		{"tick", "report.docx, word/document.xml description", "tick"},
		{"Provisional", "report.docx, docProps/core.xml contentStatus", "Provisional"},
		{"Tables: {title}, {authority}", "tables.xlsx, title", "Tables:"},
		{"Go to the contents", "tables.xlsx, Table 1", "Go to the contents"},
		{"Table {number}", "tables.csv, table", "Table"},
		{"The table's caption", "tables-dictionary.csv, meaning", "The table's caption"},
		{"Hollow: on another basis, such as a calendar year", "figures/", "Hollow"},
	}
	words := quoted()
	for _, p := range planted {
		delete(words, p.row)
	}
	all := passagesOf(t, oneOfEachIn(words))
	for _, p := range planted {
		there := slices.ContainsFunc(all, func(said passage) bool {
			return strings.HasPrefix(said.where, p.where) && strings.Contains(said.own(anyLanguage), p.says)
		})
		if !there {
			t.Errorf("%q of %s isn't found", p.row, p.where)
		}
	}
}

// The words of a format that a document in another language has no words for are marked as
// English.
func TestEnglishOfFormatsIsMarked(t *testing.T) {
	// What can't be marked: properties of files, cells of tables for programs, bookmarks,
	// and what is only seen, such as a page's foot or the words in a drawing, of which the
	// description is read out.
	cannot := []string{"title", "workbook", "bookmark", "artifact", "drawing", "description"}
	unmarked := func(lang string) bool { return lang != "en" && !slices.Contains(cannot, lang) }
	for name, doc := range inOtherLanguage(t, nil) {
		for _, p := range passagesOf(t, doc) {
			if text := p.own(unmarked); text != "" {
				t.Errorf("%s: %s says %q and doesn't mark it as English", name, p.where, text)
			}
		}
	}
}
