package render

import (
	"apr/internal/document"
	"apr/report/render/chart"
	"apr/report/render/word"
)

// wordFile is the document as a Word file.
func wordFile(src *rendering) ([]byte, error) {
	drawings, err := WordDrawings(src.doc)
	if err != nil {
		return nil, err
	}
	return word.Render(src.doc, drawings)
}

// WordDrawings draws each figure as Word wants it, by its id.
func WordDrawings(doc *document.Document) (map[string]word.Drawing, error) {
	return drawn(doc, func(f *document.Figure) (word.Drawing, error) {
		p, err := chart.Print(f, doc.Meta.Said)
		if err != nil {
			return word.Drawing{}, err
		}
		return word.Drawing{SVG: p.SVG, PNG: p.PNG, Width: p.Width.Points(), Height: p.Height.Points()}, nil
	})
}
