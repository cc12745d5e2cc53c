// Package render makes the files of a report from its document, in each format, and
// puts them in place: all of them, or none.
package render

import (
	"context"
	"fmt"
	"path"
	"runtime"
	"slices"
	"strings"
	"sync"

	"golang.org/x/sync/errgroup"

	"apr/internal/atomicwrite"
	"apr/internal/document"
	"apr/report/render/chart"
	"apr/report/render/html"
)

// File is a file to be written into the output folder.
type File = atomicwrite.File

// rendering is what formats render: a document, and the drawings of its figures, which
// are made once for all of them.
type rendering struct {
	doc      *document.Document
	drawings func() (map[string]html.Drawing, error)
}

// Render writes the document in formats of these names, concurrently, and draws its
// figures. The files come in a fixed order: the report in each format, its figures, its
// pictures, and its tables as data.
func Render(ctx context.Context, doc *document.Document, names []string) ([]File, error) {
	if err := document.Validate(doc); err != nil {
		return nil, fmt.Errorf("composing the report: %w", err)
	}
	src := &rendering{doc: doc, drawings: sync.OnceValues(func() (map[string]html.Drawing, error) { return HTMLDrawings(doc) })}
	in := slices.DeleteFunc(slices.Clone(formats), func(f Format) bool { return !slices.Contains(names, f.Name) })
	made := make([][]File, len(in))
	g, _ := errgroup.WithContext(ctx)
	for i, f := range in {
		g.Go(func() (err error) {
			if made[i], err = f.render(src); err != nil {
				err = fmt.Errorf("writing %s: %w", f.Title, err)
			}
			return err
		})
	}
	var figures []File
	g.Go(func() (err error) {
		figures, err = figureFiles(src)
		return err
	})
	if err := g.Wait(); err != nil {
		return nil, err
	}
	var reports, data []File
	for i, f := range in {
		if f.Data {
			data = append(data, made[i]...)
		} else {
			reports = append(reports, made[i]...)
		}
	}
	return slices.Concat(reports, figures, pictureFiles(doc), data), nil
}

// figureFiles are the drawings of the figures, in order of their ids.
func figureFiles(src *rendering) ([]File, error) {
	drawings, err := src.drawings()
	if err != nil {
		return nil, err
	}
	var files []File
	for id, d := range drawings {
		files = append(files, File{Name: figureName(id), Data: d.Wide})
	}
	slices.SortFunc(files, func(a, b File) int { return compareNames(a.Name, b.Name) })
	return files, nil
}

// pictureFiles are the narrative's pictures in reading order, as they came,
// where the Markdown links to them: next to the figures, under their own id. The
// other formats hold them within.
func pictureFiles(doc *document.Document) []File {
	var files []File
	w := document.Walker{Block: func(b document.Block) error {
		if p, ok := b.(*document.Picture); ok {
			name := figureName(p.ID)
			files = append(files, File{Name: strings.TrimSuffix(name, path.Ext(name)) + p.Extension(), Data: p.Data})
		}
		return nil
	}}
	_ = w.Walk(doc) // the function doesn't fail
	return files
}

// compareNames puts figure-2 before figure-10.
func compareNames(a, b string) int {
	if len(a) != len(b) {
		return len(a) - len(b)
	}
	return slices.Compare([]byte(a), []byte(b))
}

func figureName(id string) string { return "figures/" + id + ".svg" }

// HTMLDrawings draws each figure as HTML wants it, by its id.
func HTMLDrawings(doc *document.Document) (map[string]html.Drawing, error) {
	return drawn(doc, func(f *document.Figure) (d html.Drawing, err error) {
		if d.Wide, err = chart.SVG(f, doc.Meta.Said); err == nil {
			d.Narrow, err = chart.NarrowSVG(f, doc.Meta.Said)
		}
		return d, err
	})
}

// drawn draws the document's figures concurrently, and returns the drawings by the
// figures' ids.
func drawn[D any](doc *document.Document, draw func(*document.Figure) (D, error)) (map[string]D, error) {
	figures := document.Figures(doc)
	drawings := make([]D, len(figures))
	var g errgroup.Group
	g.SetLimit(runtime.GOMAXPROCS(0)) // a picture takes much memory while it is drawn
	for i, f := range figures {
		g.Go(func() (err error) {
			if drawings[i], err = draw(f); err != nil {
				err = fmt.Errorf("drawing %s (%s): %w", f.ID, f.Caption, err)
			}
			return err
		})
	}
	if err := g.Wait(); err != nil {
		return nil, err
	}
	byID := make(map[string]D, len(figures))
	for i, f := range figures {
		byID[f.ID] = drawings[i]
	}
	return byID, nil
}
