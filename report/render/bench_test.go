package render_test

import (
	"testing"

	"apr/internal/document"
	"apr/report/render"
	"apr/report/render/chart"
	"apr/report/render/html"
	"apr/report/render/markdown"
	"apr/report/render/pdf"
	"apr/report/render/word"
)

// exampleDocument is the example, composed.
func exampleDocument(b *testing.B) *document.Document {
	all, err := reports()
	if err != nil {
		b.Fatal(err)
	}
	return all[0].doc
}

// The benchmarks render the example from its document, each format by itself.

func BenchmarkExamplePDF(b *testing.B) {
	doc := exampleDocument(b)
	for b.Loop() {
		if _, err := pdf.Render(doc); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkExampleHTML(b *testing.B) {
	doc := exampleDocument(b)
	drawings, err := render.HTMLDrawings(doc)
	if err != nil {
		b.Fatal(err)
	}
	for b.Loop() {
		if _, err := html.Render(doc, drawings); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkExampleMarkdown(b *testing.B) {
	doc := exampleDocument(b)
	name := func(id string) string { return "figures/" + id + ".svg" }
	for b.Loop() {
		if _, err := markdown.Render(doc, name); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkExampleFigures(b *testing.B) {
	figures := document.Figures(exampleDocument(b))
	for b.Loop() {
		for _, f := range figures {
			for _, draw := range []func(*document.Figure, chart.Words) ([]byte, error){chart.SVG, chart.NarrowSVG} {
				if _, err := draw(f, nil); err != nil {
					b.Fatal(err)
				}
			}
		}
	}
}

// The Word file without its charts, and below the charts by themselves.
func BenchmarkExampleWord(b *testing.B) {
	doc := exampleDocument(b)
	drawings, err := render.WordDrawings(doc)
	if err != nil {
		b.Fatal(err)
	}
	for b.Loop() {
		if _, err := word.Render(doc, drawings); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkExampleWordDrawings(b *testing.B) {
	doc := exampleDocument(b)
	for b.Loop() {
		if _, err := render.WordDrawings(doc); err != nil {
			b.Fatal(err)
		}
	}
}
