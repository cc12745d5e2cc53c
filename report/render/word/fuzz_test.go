package word

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"apr/internal/document"
	"apr/internal/document/documenttest"
	"apr/internal/rounds"
)

// author makes a valid document at random whose texts are somebody's.
type author struct {
	rand            *rand.Rand
	text, lang, url string
	notes           []*document.Note
	ids             int
	left            int // blocks that it may still write
}

func (a *author) words() string {
	cut := 0
	if len(a.text) > 0 {
		cut = a.rand.IntN(len(a.text)) // in a character, too
	}
	return "w" + a.text[cut:]
}

func (a *author) id() string {
	a.ids++
	return fmt.Sprintf("%s%d", []string{"a-", "A_", "a_"}[a.ids%3], a.ids/3)
}

func (a *author) line() document.Inlines {
	var is document.Inlines
	for range 1 + a.rand.IntN(3) {
		content := document.Inlines{&document.Text{Text: a.words(), Lang: []string{"", a.lang}[a.rand.IntN(2)]}}
		is = append(is, [...]func() document.Inline{
			func() document.Inline { return content[0] },
			func() document.Inline { return &document.Strong{Content: append(content, &document.LineBreak{})} },
			func() document.Inline {
				return &document.Emphasis{Content: document.Inlines{&document.Strong{Content: content}}}
			},
			func() document.Inline { return &document.Link{URL: "u" + a.url, Content: content} },
			func() document.Inline { return &document.Reference{Target: "top", Content: content} },
			func() document.Inline { return &document.Datum{Display: a.words()} },
			func() document.Inline { return a.mark() },
		}[a.rand.IntN(7)]())
	}
	return is
}

// mark is a new note's or one that there is already.
func (a *author) mark() document.Inline {
	if len(a.notes) == 0 || a.rand.IntN(2) == 0 {
		n := &document.Note{Number: len(a.notes) + 1, ID: fmt.Sprintf("n-%d", len(a.notes)), Content: document.Plain(a.words())}
		a.notes = append(a.notes, n)
	}
	return &document.NoteMark{Note: a.notes[a.rand.IntN(len(a.notes))]}
}

func (a *author) blocks() []document.Block {
	blocks := []document.Block{&document.Paragraph{Content: a.line()}}
	for range a.rand.IntN(4) {
		if a.left--; a.left < 0 {
			break
		}
		blocks = append(blocks, [...]func() document.Block{
			func() document.Block { return &document.Paragraph{Content: a.line()} },
			func() document.Block {
				return &document.List{Ordered: a.rand.IntN(2) == 0, Start: a.rand.IntN(9), Items: [][]document.Block{a.blocks(), {a.table()}}}
			},
			func() document.Block {
				return &document.Definitions{Entries: []document.Definition{{Term: a.line(), Meaning: a.blocks()}}}
			},
			func() document.Block { return a.table() },
			func() document.Block { return &document.Callout{Title: a.text, Blocks: a.blocks()} },
			func() document.Block {
				return &document.Box{Kind: document.CaseStudy, Level: 2, Title: a.words(), Blocks: a.blocks()}
			},
			func() document.Block { return &document.Quotation{Blocks: a.blocks(), Attribution: a.line()} },
			func() document.Block {
				return &document.StatutoryReference{Provisions: []string{a.words()}, Instrument: a.text}
			},
			func() document.Block {
				return &document.KeyFigures{Items: []document.KeyFigure{{Value: append(a.line(), document.Plain(a.words())...), Label: append(a.line(), document.Plain(a.words())...), Source: a.line(), Status: document.StatusRed}}}
			},
		}[a.rand.IntN(9)]())
	}
	return blocks
}

func (a *author) table() document.Block {
	t := &document.Table{ID: a.id(), Number: a.rand.IntN(3), Caption: a.words(), Lang: a.lang, Wide: a.rand.IntN(2) == 0}
	columns := 1 + a.rand.IntN(80)*a.rand.IntN(2)
	for range columns {
		t.Columns = append(t.Columns, document.Column{Head: document.Plain(a.words()), Align: document.Align(a.rand.IntN(4))})
	}
	t.RowHeads = a.rand.IntN(columns + 1)
	for range a.rand.IntN(3) {
		r := document.Row{Total: a.rand.IntN(2) == 0}
		for range columns {
			r.Cells = append(r.Cells, document.Cell{Content: document.Plain(a.words()), Status: document.StatusMet})
		}
		t.Rows = append(t.Rows, r)
	}
	if a.rand.IntN(2) == 0 {
		t.Notes = []document.Inlines{document.Plain(a.words())}
	}
	return t
}

// document is a whole one, its notes numbered as they are marked.
func (a *author) document() *document.Document {
	doc := one(a.blocks()...)
	doc.Sections[0].ID = "top"
	for i := range 3 {
		s := &document.Section{ID: a.id(), Level: 2, Title: a.words(), Lang: a.lang, OnePage: i == 1, Blocks: a.blocks()}
		doc.Sections[0].Sections = append(doc.Sections[0].Sections, s)
	}
	m := &doc.Meta
	m.Title, m.Authority, m.Language = a.words(), a.words(), a.lang+"en"
	m.Subtitle, m.State, m.Standing, m.Watermark, m.Label, m.Generator, m.Date = a.text, a.text, a.text, a.text, a.text, a.text, a.text
	m.CoverNotes = []document.Inlines{document.Plain(a.text)}
	seen := map[*document.Note]bool{}
	w := document.Walker{Inline: func(i document.Inline) error {
		if m, ok := i.(*document.NoteMark); ok && !seen[m.Note] {
			seen[m.Note] = true
			doc.Notes = append(doc.Notes, m.Note)
			m.Note.Number = len(doc.Notes)
		}
		return nil
	}}
	_ = w.Walk(doc) // the function doesn't fail
	return doc
}

// FuzzRender: whatever a valid document says and however it is built, each part is
// XML and sound.
func FuzzRender(f *testing.F) {
	for i, text := range rounds.Few(f, []string{
		"", "plain", documenttest.Markup, documenttest.Markdown, documenttest.LongWord, documenttest.Emoji,
		"\x00\x01\x0b\x1f\x7f\u0085\ufffe\uffff", "\xff\xfe broken \xc3", "]]>\r\n\t<!-- -->", "سلام\u202e\u2066",
		strings.Repeat("x", 3000),
	}) {
		f.Add(uint64(i), text, "gd", "https://example.org/"+text)
		f.Add(uint64(i)+100, text, "ur\"<", "javascript:"+text)
	}
	f.Fuzz(func(t *testing.T, seed uint64, text, lang, url string) {
		if len(text) > 10_000 {
			t.Skip("more of the same")
		}
		a := &author{rand: rand.New(rand.NewPCG(seed, 1)), text: text, lang: lang, url: url, left: 25}
		doc := a.document()
		if err := document.Validate(doc); err != nil {
			t.Fatalf("the test's own document isn't sound: %v", err)
		}
		sound(t, rendered(t, doc, nil))
	})
}
