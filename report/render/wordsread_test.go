package render_test

import (
	"archive/zip"
	"bytes"
	"encoding/csv"
	"encoding/xml"
	"errors"
	"io"
	"path"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"
	"golang.org/x/net/html"

	"apr/internal/tagpdf/tagpdftest"
	"apr/report/render"
)

// passage is words of a file that are read together, with the language that they are
// marked as, "" for the document's.
type passage struct {
	where  string
	pieces []piece
}

type piece struct{ text, lang string }

// passages are everything that a file says to a reader, by eye or by ear.
func passages(t *testing.T, f render.File) []passage {
	t.Helper()
	r := &wordReader{name: f.Name}
	var err error
	switch path.Ext(f.Name) {
	case ".html", ".svg":
		err = r.html(f.Data)
	case ".md":
		r.markdown(string(f.Data))
	case ".pdf":
		err = r.pdf(f.Data)
	case ".docx":
		err = r.word(f.Data)
	case ".xlsx":
		err = r.workbook(f.Data)
	case ".csv":
		err = r.csv(f.Data)
	}
	if err != nil {
		t.Fatalf("%s: %v", f.Name, err)
	}
	return r.all
}

type wordReader struct {
	name string
	all  []passage
}

func (r *wordReader) add(where string, pieces ...piece) {
	if len(pieces) > 0 {
		r.all = append(r.all, passage{r.name + ", " + where, pieces})
	}
}

// inLine are HTML's elements within a passage.
var inLine = []string{"a", "span", "strong", "em", "data", "sup", "br", "wbr", "svg", "use", "path", "text"}

// html reads text and the attributes that are read out. Of a drawing nothing is read out
// but its label, so its words are in that's language.
func (r *wordReader) html(data []byte) error {
	root, err := html.Parse(bytes.NewReader(data))
	if err != nil {
		return err
	}
	var open []piece
	where := ""
	flush := func() {
		r.add(where, open...)
		open = nil
	}
	var walk func(n *html.Node, lang string)
	walk = func(n *html.Node, lang string) {
		if n.Type == html.TextNode && strings.TrimSpace(n.Data) != "" {
			open = append(open, piece{n.Data, lang})
		}
		block := false
		if n.Type == html.ElementNode {
			if n.Data == "style" || n.Data == "script" {
				return
			}
			if n.Data != "html" {
				lang = either(attribute(n, "lang"), lang)
			}
			if n.Data == "title" { // which can't have words of two languages
				lang = "title"
			}
			drawing := n.Data == "svg" && attribute(n, "role") == "img"
			if block = drawing || !slices.Contains(inLine, n.Data); block {
				flush()
				where = n.Data
			}
			for _, key := range []string{"alt", "title", "aria-label", "content", "placeholder"} {
				if words := attribute(n, key); words != "" && !strings.HasPrefix(words, "width=device") {
					r.add(n.Data+" "+key, piece{words, lang})
				}
			}
			if drawing {
				lang = "drawing"
			}
		}
		for child := n.FirstChild; child != nil; child = child.NextSibling {
			walk(child, lang)
		}
		if block {
			flush()
		}
	}
	walk(root, "")
	return nil
}

func attribute(n *html.Node, key string) string {
	for _, a := range n.Attr {
		if a.Key == key {
			return a.Val
		}
	}
	return ""
}

func either(a, b string) string {
	if a != "" {
		return a
	}
	return b
}

var (
	mdTarget = regexp.MustCompile(`\]\([^)\s]*\)`)
	mdSpan   = regexp.MustCompile(`<span lang="([^"]*)"[^>]*>|</span>|<!-- -->`)
	mdKey    = regexp.MustCompile(`^(title|author|lang): `)
)

// markdown reads line by line.
func (r *wordReader) markdown(text string) {
	for _, line := range strings.Split(text, "\n") {
		if strings.HasPrefix(line, `lang: "`) {
			continue // for programs
		}
		line = mdTarget.ReplaceAllString(mdKey.ReplaceAllString(line, ""), "]")
		var pieces []piece
		langs, at := []string{""}, 0
		for _, m := range mdSpan.FindAllStringSubmatchIndex(line, -1) {
			pieces = append(pieces, piece{line[at:m[0]], langs[len(langs)-1]})
			at = m[1]
			switch {
			case m[2] >= 0:
				langs = append(langs, line[m[2]:m[3]])
			case len(langs) > 1:
				langs = langs[:len(langs)-1]
			}
		}
		r.add("a line", append(pieces, piece{line[at:], langs[len(langs)-1]})...)
	}
}

// pdf reads the tags, what links say of themselves, bookmarks and what is on each page.
func (r *wordReader) pdf(data []byte) error {
	doc, err := tagpdftest.Read(data)
	if err != nil {
		return err
	}
	r.add("title", piece{doc.Title, "title"})
	for _, b := range doc.Bookmarks {
		r.add("bookmark", piece{b.Title, "bookmark"})
	}
	for _, p := range doc.Pages {
		r.add("artifacts", piece{p.Artifacts, "artifact"})
	}
	inLine := []string{"Span", "Strong", "Em", "Link", "Reference"}
	var read func(e *tagpdftest.Element, lang string) []piece
	read = func(e *tagpdftest.Element, lang string) (pieces []piece) {
		lang = either(e.Language, lang)
		if e.Alt != "" {
			r.add(e.Role+" Alt", piece{e.Alt, lang})
			lang = "drawing"
		}
		if e.ActualText != "" {
			return []piece{{e.ActualText, lang}}
		}
		for _, p := range e.Parts {
			switch {
			case p.Says != "":
				r.add("what a link says", piece{p.Says, lang})
			case p.Element == nil:
				pieces = append(pieces, piece{p.Text, lang})
			case slices.Contains(inLine, p.Element.Role):
				pieces = append(pieces, read(p.Element, lang)...)
			default:
				r.add(p.Element.Role, read(p.Element, lang)...)
			}
		}
		return pieces
	}
	r.add("Document", read(doc.Root, "")...)
	return nil
}

// word reads the parts that people see: paragraphs, descriptions and properties.
func (r *wordReader) word(data []byte) error {
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return err
	}
	for _, f := range z.File {
		if path.Ext(f.Name) != ".xml" || strings.HasPrefix(f.Name, "customXml") || slices.Contains([]string{"[Content_Types].xml", "word/styles.xml", "word/settings.xml", "word/numbering.xml", "docProps/app.xml"}, f.Name) {
			continue
		}
		part, err := f.Open()
		if err != nil {
			return err
		}
		if err := r.wordPart(f.Name, part); err != nil {
			return err
		}
	}
	return nil
}

func (r *wordReader) wordPart(name string, part io.Reader) error {
	d := xml.NewDecoder(part)
	var open []piece
	lang, in := "", ""
	for {
		token, err := d.Token()
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return err
		}
		switch token := token.(type) {
		case xml.StartElement:
			in = token.Name.Local
			switch in {
			case "r":
				lang = ""
			case "lang":
				lang = wordAttribute(token, "val")
			case "docPr":
				r.add(name+" description", piece{wordAttribute(token, "descr"), "description"})
			case "tblCaption":
				r.add(name+" description", piece{wordAttribute(token, "val"), "description"})
			case "textpath":
				r.add(name+" watermark", piece{wordAttribute(token, "string"), "artifact"})
			}
		case xml.CharData:
			switch in {
			case "t":
				open = append(open, piece{string(token), lang})
			case "title", "subject", "contentStatus", "description":
				r.add(name+" "+in, piece{string(token), "title"})
			}
		case xml.EndElement:
			in = ""
			if token.Name.Local == "p" {
				r.add(name, open...)
				open = nil
			}
		}
	}
}

func wordAttribute(e xml.StartElement, key string) string {
	for _, a := range e.Attr {
		if a.Name.Local == key {
			return a.Value
		}
	}
	return ""
}

// workbook reads every cell, without the names of worksheets, which programs know them by.
func (r *wordReader) workbook(data []byte) error {
	f, err := excelize.OpenReader(bytes.NewReader(data))
	if err != nil {
		return err
	}
	defer f.Close()
	properties, err := f.GetDocProps()
	if err != nil {
		return err
	}
	r.add("title", piece{properties.Title, "workbook"})
	names := f.GetSheetList()
	for _, name := range names {
		rows, err := f.GetRows(name)
		if err != nil {
			return err
		}
		for _, row := range rows {
			for i, cell := range row {
				if !(name == "Contents" && i == 0 && slices.Contains(names, cell)) {
					r.add(name, piece{cell, "workbook"})
				}
			}
		}
	}
	return nil
}

// csv reads the cells under the heads, which programs know the columns by, without the
// columns that have marks and ids.
func (r *wordReader) csv(data []byte) error {
	rows, err := csv.NewReader(bytes.NewReader(bytes.TrimPrefix(data, []byte("\ufeff")))).ReadAll()
	if err != nil {
		return err
	}
	for _, row := range rows[1:] {
		for i, cell := range row {
			if slices.Contains([]string{"table", "title", "row", "column", "printed", "notes", "meaning"}, rows[0][i]) && (rows[0][0] == "table" || rows[0][i] == "meaning") {
				r.add(rows[0][i], piece{cell, "workbook"})
			}
		}
	}
	return nil
}
