package verify

import (
	"bytes"
	"context"
	"path/filepath"
	"strings"

	"apr/internal/source"
	"apr/regs/claims"
	"apr/regs/claims/markup"
	"apr/regs/sentence"
)

// kindOfFile is what a finished report is called in messages, by its form.
type kindOfFile struct {
	noun      string
	extension string
}

var (
	htmlPage = kindOfFile{"page", ".html"}
	pdfFile  = kindOfFile{"PDF", ".pdf"}
	wordFile = kindOfFile{"Word file", ".docx"}
)

// parse finds the figures in a finished report, whatever its form. An error is a
// *source.Problem.
func parse(ctx context.Context, name string, data []byte) (*page, error) {
	refuse := func(message, hint string) (*page, error) {
		return nil, &source.Problem{Code: "page", Position: source.Position{File: name}, Message: message, Hint: hint}
	}
	const near = 1024 // where a PDF may begin
	extension := strings.ToLower(filepath.Ext(name))
	switch {
	case bytes.HasPrefix(data, []byte("\xd0\xcf\x11\xe0")):
		return refuse("the file is a Word file with a password, or one of before Word 2007", "save it as .docx without a password, or name the report.docx that apr build wrote")
	case unverified(extension, data) != "":
		return refuse(unverified(extension, data)+" doesn't say where its figures are from, so it can't be verified", "name the report.html, report.pdf or report.docx that apr build wrote; --format says which it writes")
	case extension == ".docx", bytes.HasPrefix(data, []byte("PK\x03\x04")):
		return parseWord(name, data)
	case extension == ".pdf", bytes.Contains(data[:min(near, len(data))], []byte("%PDF-")):
		return parsePDF(ctx, name, data)
	}
	return parsePage(name, data)
}

// unverified is what a file is that apr build writes too, or people make of a report, and
// in which nothing ties a figure to its source; "" for any other.
func unverified(extension string, data []byte) string {
	packed := bytes.HasPrefix(data, []byte("PK\x03\x04"))
	switch {
	case packed && bytes.Contains(data, []byte("xl/workbook.xml")):
		return "a workbook"
	case packed && bytes.Contains(data, []byte("application/vnd.oasis.opendocument")):
		return "an OpenDocument file"
	case packed || bytes.Contains(data[:min(1024, len(data))], []byte("<html")):
		return ""
	}
	switch extension {
	case ".md", ".markdown":
		return "Markdown"
	case ".csv":
		return "a table in CSV"
	case ".json":
		return "JSON"
	case ".svg":
		return "a drawing"
	case ".txt":
		return "plain text"
	}
	return ""
}

// between is between two paragraphs.
const between = "\n\n"

// prose is the text of a PDF or Word file as far as it is read for claims.
type prose struct {
	paragraphs []string
	places     []source.Position
	headings   []markup.Heading // At counts paragraphs here
	leftOut    sentence.LeftOut
}

// next is the number of the paragraph that is added next, from 1.
func (p *prose) next() int { return len(p.paragraphs) + 1 }

// add adds a paragraph, on one line.
func (p *prose) add(text string, at source.Position) {
	if text != "" {
		p.paragraphs, p.places = append(p.paragraphs, text), append(p.places, at)
	}
}

// heading takes note of a heading, which isn't read for claims itself.
func (p *prose) heading(level int, words string) {
	p.leftOut.Headings++
	p.headings = append(p.headings, markup.Heading{At: len(p.paragraphs), Level: level, Words: words})
}

// text is the paragraphs as one text: each on a line, with an empty one between.
func (p *prose) text(name string) claims.Text {
	t := claims.NewText(name, strings.Join(p.paragraphs, between))
	t.LeftOut = p.leftOut
	t.Headings, t.Place = nil, p.place
	at, before := 0, 0
	for _, h := range p.headings {
		for ; before < h.At; before++ {
			at += len(p.paragraphs[before]) + len(between)
		}
		h.At = at
		t.Headings = append(t.Headings, h)
	}
	return t
}

// place is where a place in the text is in the file.
func (p *prose) place(at source.Position) source.Position {
	if i := (at.Line - 1) / 2; i >= 0 && i < len(p.places) {
		return p.places[i]
	}
	return at
}
