package render

import (
	"slices"

	"apr/internal/document"
	"apr/report/render/html"
	"apr/report/render/markdown"
	"apr/report/render/pdf"
	"apr/report/render/tables"
)

// A Format is one that a report is written in. A new one is a package that renders
// it and a row of formats.
type Format struct {
	// Name is what --format calls it.
	Name string
	// Title names it in messages.
	Title string
	// File is what is written, and Reader what readers call it.
	File, Reader string
	// Default is true for a format that is written where --format isn't given.
	Default bool
	// Data is true for the report's tables as data, which are next to the report.
	Data   bool
	render func(*rendering) ([]File, error)
}

// formats are all formats, in the order in which their files are listed.
var formats = []Format{
	{Name: "md", Title: "the Markdown", File: "report.md", Reader: "Markdown", Default: true, render: one("report.md", func(src *rendering) ([]byte, error) {
		return markdown.Render(src.doc, figureName)
	})},
	{Name: "html", Title: "the HTML", File: "report.html", Reader: "HTML", Default: true, render: one("report.html", func(src *rendering) ([]byte, error) {
		drawings, err := src.drawings()
		if err != nil {
			return nil, err
		}
		return html.Render(src.doc, drawings)
	})},
	{Name: "pdf", Title: "the PDF", File: "report.pdf", Reader: "PDF", Default: true, render: one("report.pdf", func(src *rendering) ([]byte, error) {
		return pdf.Render(src.doc)
	})},
	{Name: "docx", Title: "the Word file", File: "report.docx", Reader: "Word", render: one("report.docx", wordFile)},
	{Name: "xlsx", Title: "the workbook of tables", File: "tables.xlsx", Reader: "tables for Excel", Data: true, render: one("tables.xlsx", func(src *rendering) ([]byte, error) {
		return tables.XLSX(src.doc)
	})},
	{Name: "csv", Title: "the tables as CSV", File: "tables.csv", Reader: "tables as CSV", Data: true, render: csvFiles},
}

// one writes one file.
func one(name string, render func(*rendering) ([]byte, error)) func(*rendering) ([]File, error) {
	return func(src *rendering) ([]File, error) {
		data, err := render(src)
		return []File{{Name: name, Data: data}}, err
	}
}

// csvFiles are the report's tables as one tidy table, and its dictionary.
func csvFiles(src *rendering) ([]File, error) {
	table, err := tables.CSV(src.doc)
	if err != nil {
		return nil, err
	}
	dictionary, err := tables.Dictionary(&src.doc.Meta)
	return []File{{Name: "tables.csv", Data: table}, {Name: "tables-dictionary.csv", Data: dictionary}}, err
}

// FilesOf are the files of the formats that are written, with the name that the report
// has in place of "report": what the HTML leads to besides itself. Markdown is for
// those who write the report.
func FilesOf(name string, written []string) (list []document.File) {
	for _, f := range formats {
		if f.Name == "html" || f.Name == "md" || !slices.Contains(written, f.Name) {
			continue
		}
		list = append(list, document.File{Name: Named(name, []File{{Name: f.File}})[0].Name, Title: f.Reader})
	}
	return list
}

// Formats are the names of the formats, for --format.
func Formats() []string { return namesOf(func(Format) bool { return true }) }

// DefaultFormats are those that are written where --format isn't given.
func DefaultFormats() []string { return namesOf(func(f Format) bool { return f.Default }) }

func namesOf(wanted func(Format) bool) (list []string) {
	for _, f := range formats {
		if wanted(f) {
			list = append(list, f.Name)
		}
	}
	return list
}
