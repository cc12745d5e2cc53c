// Package documenttest has a document with one of everything, for the tests of
// whatever renders documents.
package documenttest

import (
	"encoding/base64"
	"strings"

	"apr/internal/document"
	"apr/internal/source"
)

// Hostile text: each must reach the reader unchanged in every format.
const (
	Markup   = `<script>alert("x")</script> & <b>bold</b> &amp; ]]> <!-- no --> {{ .Title }} %s \(x\)`
	Markdown = "*stars* _under_ __init__ a_b `code` [brackets](url) ![image] #hash ~~struck~~ ~12% a|b back\\slash $x$ ^up^ @name --- ... \"quoted\" 'single' [^1] :smile: http://bare.example"
	Gaelic   = "Cùram Is Slàinte"
	Emoji    = "well done 👏🏽 and 👨‍👩‍👧"
)

// LongWord is a word wider than any page or cell.
var LongWord = strings.Repeat("Llanfairpwllgwyngyll", 8)

// OneOfEach is a valid document that holds one of every kind of block and
// inline, every status and every kind of chart, and text that would break a
// renderer which doesn't escape. Each call builds it again.
func OneOfEach() *document.Document {
	b := &builder{}
	return &document.Document{
		Meta: document.Meta{
			Title:     "Annual performance report 2025/26",
			Subtitle:  "1 April 2025 to 31 March 2026",
			Authority: "Ünlikely & <Sons> Integration Joint Board",
			Year:      "2025/26",
			State:     "Draft",
			Standing:  "Draft: figures may change",
			Watermark: "DRAFT – not for publication",
			CoverNotes: []document.Inlines{
				{text("This authority is invented. "), &document.Link{URL: "https://example.org/formats?a=1&b=2", Content: document.Plain("Other formats and languages")}},
				{&document.Text{Text: Gaelic, Lang: "gd"}},
			},
			Language: "en-GB", Date: "2026-07-01", Generator: "apr test",
		},
		Sections: []*document.Section{
			b.glance(), b.words(), b.tables(), b.figures(), b.boxes(), b.ideas(),
		},
		Notes: b.notes,
	}
}

// ideas are those of an Easy Read text: with a picture, with the place of one, and with
// neither.
func (b *builder) ideas() *document.Section {
	png, err := base64.StdEncoding.DecodeString(dot)
	if err != nil {
		panic(err) // a constant of this package
	}
	nurse := &document.Picture{ID: "picture-nurse", Alt: `A nurse & "a man" <at home>`, MediaType: "image/png", Data: png}
	captioned := &document.Picture{ID: "picture-bus", Alt: "A bus", Caption: "The bus to the clinic", MediaType: "image/png", Data: png}
	return &document.Section{ID: "ideas", Level: 1, Title: "Ideas", Blocks: []document.Block{
		&document.Idea{Picture: nurse, Blocks: []document.Block{para(text("Nurses help "), strong("2,000"), text(" people at home."))}},
		&document.Idea{Picture: captioned, Blocks: []document.Block{
			para(text("You can go by:")), &document.List{Items: [][]document.Block{{para(text("bus"))}, {para(text("car"))}}}, para(text("It is not far."))}},
		&document.Idea{Slot: true, Blocks: []document.Block{para(text("Carers helped."))}},
		&document.Idea{Blocks: []document.Block{para(text("A word <is> explained."))}},
	}}
}

// builder numbers notes in the order in which they are first marked.
type builder struct{ notes []*document.Note }

// note is a new footnote.
func (b *builder) note(id string, content ...document.Inline) *document.Note {
	n := &document.Note{Number: len(b.notes) + 1, ID: id, Content: content}
	b.notes = append(b.notes, n)
	return n
}

func text(s string) *document.Text { return &document.Text{Text: s} }

func mark(n *document.Note) *document.NoteMark { return &document.NoteMark{Note: n} }

func para(is ...document.Inline) *document.Paragraph { return &document.Paragraph{Content: is} }

func strong(s string) *document.Strong { return &document.Strong{Content: document.Plain(s)} }

func emphasis(s string) *document.Emphasis { return &document.Emphasis{Content: document.Plain(s)} }

// datum is a figure read from a workbook's cell.
func datum(display, value, id, cell string) *document.Datum {
	return &document.Datum{Display: display, Value: value, ID: id,
		Position: source.Position{File: "data/workbook.xlsx", Sheet: "Data & more", Cell: cell}}
}

func (b *builder) glance() *document.Section {
	sourced := func(k document.KeyFigure, source string) document.KeyFigure {
		k.Source = document.Plain(source)
		return k
	}
	item := func(value document.Inline, label string, s document.Status, word string) document.KeyFigure {
		k := document.KeyFigure{Value: document.Inlines{value}, Label: document.Plain(label), Status: s}
		if word != "" {
			k.StatusWord = document.Plain(word)
		}
		return k
	}
	return &document.Section{
		ID: "glance", Level: 1, Title: "Year at a glance", OnePage: true,
		Blocks: []document.Block{
			para(text("What the year was like in a few numbers.")),
			&document.KeyFigures{Items: []document.KeyFigure{
				item(datum("11,150", "11150.4271", "NI12@2025/26", "I12"), "emergency admissions per 100,000", document.StatusBetter, "better than last year"),
				item(datum("107", "107.2", "NI14@2025/26", "I14"), "readmissions per 1,000", document.StatusWorse, "worse than last year"),
				item(datum("91%", "91.03", "NI1@2025/26", "I1"), "adults able to look after their health", document.StatusSame, "no clear change"),
				sourced(item(text("£250.4m"), "spent", document.StatusNone, ""), "the ledgers & accounts"),
				item(text("9 of 9"), "outcomes assessed", document.StatusMet, "met"),
				item(text("–"), "recommendations answered", document.StatusMissing, "missing"),
			}},
		},
	}
}

func (b *builder) words() *document.Section {
	survey := b.note("survey", text("The survey changed in 2023/24; see "), &document.Link{URL: "https://example.org/notes", Content: document.Plain("the technical notes")}, text("."))
	hostile := b.note("hostile-note", text(Markup+" "+Markdown))
	return &document.Section{
		ID: "words", Level: 1, Title: "Words & <marks> | *all*",
		Blocks: []document.Block{
			para(text("Plain, "), strong("strong"), text(", "), emphasis("emphasised"), text(", "),
				&document.Strong{Content: document.Inlines{text("strong with "), emphasis("emphasis inside")}}, text(", "),
				&document.Link{URL: "https://example.org/a_b_(c)?q=1&r=<2>", Content: document.Plain("a [link] with *marks*")}, text(" and "),
				&document.Reference{Target: "table-wide", Content: document.Plain("Table 2")}, text("."),
				mark(survey), text(" A line"), &document.LineBreak{}, text("that breaks; a figure of "),
				datum("£27.2m", "27200000.00", "spend:funding:set-aside@2025/26", "B7"), text("; "),
				&document.Text{Text: Gaelic, Lang: "gd"}, text("; "+Emoji+".")),
			para(text(Markup), mark(hostile)),
			para(text(Markdown)),
			para(text("A very long word: " + LongWord + ".")),
			para(text("1. not a list")),
			para(text("- not a bullet")),
			para(text("# not a heading")),
			para(text("> not a quotation")),
			para(text("+ not a bullet either, and the note again"), mark(survey)),
			&document.List{Items: [][]document.Block{
				{para(text("first "), strong("bullet"))},
				{para(text("second bullet")), &document.List{Ordered: true, Start: 3, Items: [][]document.Block{
					{para(text("third of something"))},
					{para(text("fourth")), para(text("with a second paragraph"))},
				}}},
				{para(text("third bullet"))},
			}},
			&document.List{Ordered: true, Start: 1, Items: [][]document.Block{{para(text("one"))}, {para(text("two"))}}},
			&document.Definitions{Entries: []document.Definition{
				{Term: document.Plain("Set-aside"), Meaning: []document.Block{para(text("Money for hospital services that a health board keeps and the authority directs."))}},
				{Term: document.Inlines{text("IJB | "), emphasis("integration joint board")}, Meaning: []document.Block{para(text("First.")), para(text("Second."))}},
			}},
		},
		Sections: []*document.Section{{
			ID: "words-2", Level: 2, Title: "Second level", Blocks: []document.Block{para(text("Under a second-level heading."))},
			Sections: []*document.Section{{
				ID: "words-3", Level: 3, Title: "Third level", Blocks: []document.Block{para(text("Under a third-level heading."))},
				Sections: []*document.Section{{
					ID: "words-4", Level: 4, Title: "Fourth level", Blocks: []document.Block{para(text("Under a fourth-level heading."))},
				}},
			}},
		}, {
			ID: "words-2b", Level: 2, Title: "Second level again: " + Gaelic, Blocks: []document.Block{para(text("Nothing more."))},
		}},
	}
}
