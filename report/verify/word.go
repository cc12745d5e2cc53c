package verify

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"path"
	"slices"
	"strconv"
	"strings"

	"apr/internal/source"
	"apr/internal/wording"
	"apr/report/render/sign"
	"apr/report/render/word"
)

// parseWord finds the figures in a Word file by their bookmarks. An error is a
// *source.Problem.
func parseWord(name string, data []byte) (*page, error) {
	at := source.Position{File: name}
	refuse := func(message, hint string) error {
		return &source.Problem{Code: "page", Position: at, Message: message, Hint: hint}
	}
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return nil, refuse(fmt.Sprintf("the file isn't a whole Word file: %v", err), "take it again from where it was published, or name the report.docx that apr build wrote")
	}
	r := &wordReader{page: &page{Name: name, kind: wordFile, prose: &prose{}}, data: map[int]*shown{}, budget: maxPage}
	for _, f := range z.File {
		if strings.HasPrefix(f.Name, "customXml/item") && path.Ext(f.Name) == ".xml" {
			err = errors.Join(err, r.list(f))
		}
	}
	found := false
	for _, f := range z.File {
		if f.Name == "word/document.xml" {
			found, err = true, errors.Join(err, r.text(f, at))
		}
	}
	for _, f := range z.File {
		if f.Name == "word/footnotes.xml" {
			err = errors.Join(err, r.text(f, source.Position{File: name, Sheet: "footnotes"}))
		}
	}
	switch {
	case err != nil:
		return nil, refuse(err.Error(), "name the report.docx that apr build wrote, or save it again in Word")
	case !found:
		return nil, refuse("the file isn't a Word file: it has no word/document.xml", "name the report.docx that apr build wrote")
	case len(r.page.Figures) == 0:
		return nil, refuse("the Word file has no figure that apr has marked with a bookmark", "name the report.docx that apr build wrote, or build it again")
	}
	return r.page, nil
}

// wordReader reads the parts of a Word file.
type wordReader struct {
	page   *page
	data   map[int]*shown // as the file lists them
	budget int64          // bytes that may still be unpacked

	// Of the part being read.
	at        source.Position
	base      source.Position
	tables    int // how many are open
	hidden    int // elements that are open whose text isn't shown
	inText    bool
	style     string
	paragraph strings.Builder
	marked    []int              // figures that begin in the paragraph
	open      map[string]*opened // bookmarks by their ids
}

// tokens calls each with the tokens of a part.
func (r *wordReader) tokens(f *zip.File, each func(xml.Token) error) error {
	in, err := f.Open()
	if err != nil {
		return fmt.Errorf("%s can't be read: %w", f.Name, err)
	}
	defer in.Close() // read only: nothing can be lost
	limited := &io.LimitedReader{R: in, N: r.budget + 1}
	d := xml.NewDecoder(limited)
	for {
		t, err := d.RawToken()
		if limited.N <= 0 {
			return fmt.Errorf("the Word file unpacks to more than %d MB; a report has far less", maxPage>>20)
		}
		if errors.Is(err, io.EOF) {
			r.budget = limited.N - 1
			return nil
		}
		if err != nil {
			return fmt.Errorf("%s can't be read: %w", f.Name, err)
		}
		if err := each(t); err != nil {
			return err
		}
	}
}

// list reads a part that may be the list of data.
func (r *wordReader) list(f *zip.File) error {
	ours := false
	return r.tokens(f, func(t xml.Token) error {
		e, ok := t.(xml.StartElement)
		if !ok {
			return nil
		}
		if !ours {
			ours = slices.ContainsFunc(e.Attr, func(a xml.Attr) bool { return a.Value == word.DataNamespace })
		}
		if e.Name.Local != "datum" || !ours {
			return nil
		}
		n, err := strconv.Atoi(valueOf(e, "number"))
		if err != nil || len(r.data) >= maxPlaces {
			return fmt.Errorf("%s lists a datum that apr doesn't write", f.Name)
		}
		r.data[n] = &shown{ID: valueOf(e, "id"), Value: valueOf(e, "value"), Source: valueOf(e, "source")}
		return nil
	})
}

func valueOf(e xml.StartElement, name string) string {
	for _, a := range e.Attr {
		if a.Name.Local == name {
			return a.Value
		}
	}
	return ""
}

// text reads a part with paragraphs.
func (r *wordReader) text(f *zip.File, base source.Position) error {
	r.base, r.at, r.open, r.tables, r.hidden = base, base, map[string]*opened{}, 0, 0
	err := r.tokens(f, func(t xml.Token) error {
		switch t := t.(type) {
		case xml.StartElement:
			return r.start(t)
		case xml.EndElement:
			r.end(t.Name.Local)
		case xml.CharData:
			if r.inText && r.hidden == 0 {
				r.write(string(t))
			}
		}
		return nil
	})
	for _, o := range r.open { // not closed: the figure is what was read of it
		r.page.Figures[o.figure].Text = wording.OneLine(o.text.String())
	}
	return err
}

// hiding are elements whose text isn't in the report, or is in it twice: what
// was moved or struck out, and what older programs show in place of a drawing.
var hiding = map[string]bool{"del": true, "moveFrom": true, "Fallback": true}

func (r *wordReader) start(e xml.StartElement) error {
	switch name := e.Name.Local; name {
	case "del", "moveFrom", "Fallback":
		r.hidden++
	case "tbl":
		r.tables++
	case "tr":
		if r.page.prose.leftOut.Tables++; r.tables == 1 {
			r.at.Paragraph++
		}
	case "p":
		if r.style = ""; r.tables == 0 {
			r.at.Paragraph++
		}
	case "pStyle":
		r.style = valueOf(e, "val")
	case "t":
		r.inText = true
	case "docPr":
		if character, ok := sign.FromDrawing(valueOf(e, "name")); ok {
			r.write(character)
		}
	case "tab", "br", "cr":
		r.write(" ")
	case "noBreakHyphen":
		r.write("\u2011")
	case "bookmarkStart":
		return r.mark(e)
	case "bookmarkEnd":
		if o := r.open[valueOf(e, "id")]; o != nil {
			r.page.Figures[o.figure].at.end = r.paragraph.Len()
			r.page.Figures[o.figure].Text = wording.OneLine(o.text.String())
			delete(r.open, valueOf(e, "id"))
		}
	}
	return nil
}

// mark begins a figure where a bookmark is one's.
func (r *wordReader) mark(e xml.StartElement) error {
	name := valueOf(e, "name")
	number, ok := strings.CutPrefix(name, word.DataBookmark)
	if !ok {
		return nil
	}
	if len(r.page.Figures) >= maxPlaces || len(r.open) >= maxOpen {
		return fmt.Errorf("the Word file has more than %d figures, or %d of them in one another", maxPlaces, maxOpen)
	}
	number, _, _ = strings.Cut(number, "_")
	n, err := strconv.Atoi(number)
	s := r.data[n]
	if err != nil || s == nil {
		s = &shown{ID: name} // which is nothing's id, and is reported so
	}
	figure := *s
	figure.Position, figure.at.start = r.at, r.paragraph.Len()
	r.marked = append(r.marked, len(r.page.Figures))
	r.page.Figures = append(r.page.Figures, figure)
	r.open[valueOf(e, "id")] = &opened{figure: len(r.page.Figures) - 1}
	return nil
}

func (r *wordReader) end(name string) {
	switch {
	case hiding[name]:
		r.hidden = max(0, r.hidden-1)
	case name == "tbl":
		r.tables = max(0, r.tables-1)
	case name == "t":
		r.inText = false
	case name == "p":
		r.ended()
	}
}

// ended reads a paragraph's end.
func (r *wordReader) ended() {
	raw, marked := r.paragraph.String(), r.marked
	text := wording.OneLine(raw)
	r.paragraph.Reset()
	r.marked = r.marked[:0]
	left := &r.page.prose.leftOut
	switch {
	case r.tables > 0 || text == "":
	case strings.HasPrefix(r.style, "Heading") || r.style == "Title" || r.style == "Subtitle":
		level, _ := strconv.Atoi(strings.TrimPrefix(r.style, "Heading")) // 0 for a title, above all
		r.page.prose.heading(level, text)
	case r.style == "Quote":
		left.Quotations++
	case strings.HasPrefix(r.style, "TOC"):
	default:
		var spans []*span
		for _, i := range marked {
			f := &r.page.Figures[i]
			f.at.paragraph = r.page.prose.next()
			spans = append(spans, &f.at)
		}
		onOneLine(raw, spans)
		r.page.prose.add(text, r.at)
	}
	for _, o := range r.open { // it goes on in the next
		o.text.WriteByte(' ')
	}
}

// write adds text to the paragraph and to the figures that are open.
func (r *wordReader) write(text string) {
	r.paragraph.WriteString(text)
	for _, o := range r.open {
		o.text.WriteString(text[:min(len(text), max(0, maxText-o.text.Len()))])
	}
}
