package verify

import (
	"strings"
	"testing"
	"unicode/utf8"

	"apr/internal/document"
	"apr/internal/project/datum"
	"apr/internal/rounds"
	"apr/internal/wording"
	"apr/report/render"
)

// A figure of another year or area whose id says so, and that agrees with the inputs,
// contradicts nothing where the words don't say which it is; where they do, they are held.
func TestClaimsAboutFiguresThatAgree(t *testing.T) {
	b := build(t, example)
	read := func(id string) *document.Datum {
		parsed, err := datum.Parse(id)
		if err != nil {
			t.Fatal(err)
		}
		f, err := b.report.Facts().Resolve(parsed)
		if err != nil {
			t.Fatal(err)
		}
		return f.Write(datum.Words)
	}
	text := func(s string) *document.Text { return &document.Text{Text: s} }
	other := read("NI12@2024/25")
	other.ID = "NI12@2025/26"
	for _, test := range rounds.Few(t, []struct {
		name         string
		content      document.Inlines
		contradicted int
	}{
		{"unsaid", document.Inlines{text("In  Falkirk NI12 was "), read("NI12@2024/25:area:Falkirk"), text(" and here\u00a0it was\n"), read("NI12@2024/25"), text("; for NI12 we were "), read("NI12@2021/22:rank"), text(".")}, 0},
		{"said", document.Inlines{text("In 2024/25 emergency admissions (NI12) were "), read("NI12@2024/25"), text(".")}, 0},
		{"said wrong", document.Inlines{text("In 2023/24 emergency admissions (NI12) were "), read("NI12@2024/25"), text(".")}, 1},
		{"of another id", document.Inlines{text("Emergency admissions (NI12) were "), other, text(".")}, 1},
		{"digits", document.Inlines{text("NI12 was "), read("NI12@2025/26"), text(". Emergency admissions (NI12) were 11,398.")}, 1},
	}) {
		doc := &document.Document{Meta: b.doc.Meta, Sections: []*document.Section{{ID: "one", Level: 1, Title: "One",
			Blocks: []document.Block{&document.Paragraph{Content: document.Inlines{text("Admissions were looked at.")}}, &document.Paragraph{Content: test.content}}}}}
		for _, format := range []string{"html", "pdf", "docx"} {
			files, err := render.Render(t.Context(), doc, []string{format})
			if err != nil {
				t.Fatal(err)
			}
			page, err := parse(t.Context(), "report."+format, files[0].Data)
			if err != nil {
				t.Fatal(err)
			}
			compareFigures(page, b.report.Facts(), doc)
			var v Verification
			v.claims(b.report, page, files[0].Data)
			if v.Claims.Contradicted != test.contradicted || v.Claims.Total == 0 {
				t.Errorf("%s, %s: %+v %+v", test.name, format, v.Claims, v.Findings)
			}
		}
	}
}

func TestOnOneLine(t *testing.T) {
	for _, text := range []string{"a b", "  was\u00a0 \n11,398 in  all ", "é\u00a0ü", " \xff 1", "", " "} {
		for i := range len(text) + 1 {
			for k := i; k <= len(text); k++ {
				if !utf8.ValidString(strings.ReplaceAll(text[i:k], "\xff", "")) {
					continue
				}
				s := &span{1, i, k}
				onOneLine(text, []*span{s})
				line, part := wording.OneLine(text), wording.OneLine(text[i:k])
				if s.end > len(line) || s.start > s.end || part != "" && wording.OneLine(line[s.start:s.end]) != part {
					t.Errorf("%q in %q: %+v of %q", text[i:k], text, s, line)
				}
			}
		}
	}
}
