package render

import (
	"fmt"

	"golang.org/x/sync/errgroup"

	"apr/internal/document"
	"apr/report/render/chart"
	"apr/report/render/word"
)

// wordFile is the document as a Word file.
func wordFile(src *rendering) ([]byte, error) {
	drawings, err := Prints(src.doc)
	if err != nil {
		return nil, err
	}
	return word.Render(src.doc, drawings)
}

// Prints draws each figure as Word wants it, by its id.
func Prints(doc *document.Document) (map[string]word.Drawing, error) {
	figures := document.Figures(doc)
	drawn := make([]*chart.Printed, len(figures))
	var g errgroup.Group
	for i, f := range figures {
		g.Go(func() (err error) {
			if drawn[i], err = chart.Print(f); err != nil {
				err = fmt.Errorf("drawing %s (%s): %w", f.ID, f.Caption, err)
			}
			return err
		})
	}
	if err := g.Wait(); err != nil {
		return nil, err
	}
	drawings := map[string]word.Drawing{}
	for i, f := range figures {
		d := drawn[i]
		drawings[f.ID] = word.Drawing{SVG: d.SVG, PNG: d.PNG, Width: d.Width.Points(), Height: d.Height.Points()}
	}
	return drawings, nil
}
