// Package output makes the files of a report and puts them in place: all of
// them, or none.
package render

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"path"
	"slices"
	"strings"
	"sync"

	"golang.org/x/sync/errgroup"

	"apr/internal/atomicwrite"
	"apr/internal/document"
	"apr/internal/project"
	"apr/report/render/chart"
	"apr/report/render/html"
	"apr/report/render/markdown"
	"apr/report/render/pdf"
	"apr/report/render/tables"
	"apr/report/render/word"
)

// Formats are the formats a report is written in, and its tables: xlsx is a
// workbook of them, csv a tidy table with its dictionary.
var Formats = []string{"md", "html", "pdf", "docx", "xlsx", "csv"}

// DefaultFormats are those of the report itself.
var DefaultFormats = Formats[:3:3]

// File is a file to be written into the output folder.
type File = atomicwrite.File

// A Renderer writes documents in some formats.
type Renderer struct {
	formats []string
	printer *pdf.Printer // nil where there is no PDF among them
}

// Prepare begins to load what the formats need of no document.
func Prepare(formats []string) *Renderer {
	r := &Renderer{formats: formats}
	if slices.Contains(formats, "pdf") {
		r.printer = pdf.Prepare()
	}
	return r
}

// Render writes the document in all formats, side by side, and draws its figures.
// The files come in a fixed order.
func (r *Renderer) Render(ctx context.Context, doc *document.Document) ([]File, error) {
	if err := document.Validate(doc); err != nil {
		return nil, fmt.Errorf("composing the report: %w", err)
	}
	var md, page, print []byte
	var drawings map[string]html.Drawing
	pictures := pictureFiles(doc)
	g, _ := errgroup.WithContext(ctx)
	if r.printer != nil {
		g.Go(func() (err error) {
			if print, err = r.printer.Render(doc); err != nil {
				err = fmt.Errorf("writing the PDF: %w", err)
			}
			return err
		})
	}
	g.Go(func() (err error) {
		if drawings, err = Drawings(doc); err != nil {
			return err
		}
		if slices.Contains(r.formats, "html") {
			if page, err = html.Render(doc, drawings); err != nil {
				return fmt.Errorf("writing the HTML: %w", err)
			}
		}
		if slices.Contains(r.formats, "md") {
			if md, err = markdown.Render(doc, figureName); err != nil {
				return fmt.Errorf("writing the Markdown: %w", err)
			}
		}
		return nil
	})
	var docx []byte
	if slices.Contains(r.formats, "docx") {
		g.Go(func() (err error) {
			if docx, err = wordFile(doc); err != nil {
				err = fmt.Errorf("writing the Word file: %w", err)
			}
			return err
		})
	}
	var data []File
	g.Go(func() (err error) {
		data, err = tableFiles(doc, r.formats)
		return err
	})
	if err := g.Wait(); err != nil {
		return nil, err
	}
	return append(collect(md, page, print, docx, drawings, pictures), data...), nil
}

// tableFiles are the report's tables in the formats that are data.
func tableFiles(doc *document.Document, formats []string) (files []File, err error) {
	add := func(name string, make func(*document.Document) ([]byte, error)) {
		if err != nil {
			return
		}
		var data []byte
		if data, err = make(doc); err == nil {
			files = append(files, File{Name: name, Data: data})
		}
	}
	if slices.Contains(formats, "xlsx") {
		add("tables.xlsx", tables.XLSX)
	}
	if slices.Contains(formats, "csv") {
		add("tables.csv", tables.CSV)
		add("tables-dictionary.csv", func(*document.Document) ([]byte, error) { return tables.Dictionary() })
	}
	return files, err
}

// collect puts what was rendered in its order.
func collect(md, page, print, docx []byte, drawings map[string]html.Drawing, pictures []File) []File {
	var files []File
	for _, f := range []File{{Name: "report.md", Data: md}, {Name: "report.html", Data: page}, {Name: "report.pdf", Data: print}, {Name: "report.docx", Data: docx}} {
		if f.Data != nil {
			files = append(files, f)
		}
	}
	var figures []File
	for id, d := range drawings {
		figures = append(figures, File{Name: figureName(id), Data: d.Wide})
	}
	slices.SortFunc(figures, func(a, b File) int { return compareNames(a.Name, b.Name) })
	return slices.Concat(files, figures, pictures)
}

// pictureFiles are the narrative's pictures in reading order, as they came,
// where the Markdown links to them: beside the figures, under their own id. The
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

// Drawings draws each figure as HTML wants it, by its id.
func Drawings(doc *document.Document) (map[string]html.Drawing, error) {
	drawings := map[string]html.Drawing{}
	for _, f := range document.Figures(doc) {
		var d html.Drawing
		var err error
		if d.Wide, err = chart.SVG(f); err == nil {
			d.Narrow, err = chart.NarrowSVG(f)
		}
		if err != nil {
			return nil, fmt.Errorf("drawing %s (%s): %w", f.ID, f.Caption, err)
		}
		drawings[f.ID] = d
	}
	return drawings, nil
}

// wordFile is the document as a Word file.
func wordFile(doc *document.Document) ([]byte, error) {
	drawings, err := Prints(doc)
	if err != nil {
		return nil, err
	}
	return word.Render(doc, drawings)
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

// manifest is manifest.json.
type manifest struct {
	Apr       string         `json:"apr"`
	Authority string         `json:"authority"`
	Year      string         `json:"year"`
	State     string         `json:"state"`
	Date      string         `json:"date"`
	Workbook  *workbookEntry `json:"workbook,omitempty"`
	Inputs    []entry        `json:"inputs"`
	Outputs   []entry        `json:"outputs"`
}

type workbookEntry struct {
	File    string `json:"file"`
	Release string `json:"release"`
}

type entry struct {
	File   string `json:"file"`
	Size   int64  `json:"size"`
	SHA256 string `json:"sha256"`
}

// Manifest lists every input and output with its size and SHA-256.
func Manifest(r *project.Project, doc *document.Document, files []File) (File, error) {
	m := manifest{
		Apr: doc.Meta.Generator, Authority: doc.Meta.Authority, Year: doc.Meta.Year,
		State: string(r.Config.State), Date: doc.Meta.Date, Inputs: []entry{},
	}
	if doc.Meta.Watermark != "" {
		m.State = string(project.Draft)
	}
	if w := r.Workbook; w != nil {
		m.Workbook = &workbookEntry{w.File, w.Release}
	}
	for _, in := range r.Inputs {
		m.Inputs = append(m.Inputs, entry(in))
	}
	m.Outputs = make([]entry, len(files))
	var hashing sync.WaitGroup
	for i, f := range files {
		hashing.Go(func() {
			sum := sha256.Sum256(f.Data)
			m.Outputs[i] = entry{f.Name, int64(len(f.Data)), hex.EncodeToString(sum[:])}
		})
	}
	hashing.Wait()
	data, err := json.MarshalIndent(m, "", "  ")
	if err != nil {
		return File{}, fmt.Errorf("writing the manifest: %w", err)
	}
	return File{Name: manifestName, Data: append(data, '\n')}, nil
}

const manifestName = "manifest.json"
