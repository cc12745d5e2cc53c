// Package html writes a report as one HTML file: no script, no font and no
// picture from elsewhere, readable without its style, to WCAG 2.2 AA.
package html

import (
	"bytes"
	"errors"
	"fmt"
	"html/template"
	"maps"
	"slices"
	"sync"

	"apr/internal/document"
	"apr/internal/shaping"
	"apr/internal/source"
	"apr/templates"
)

// prefix begins every id that isn't the document's own.
const prefix = document.ReservedPrefix

// usualContent is as many bytes as the content of a usual report takes, which is
// written where it stays.
const usualContent = 640 << 10

// Drawing is a figure's chart as SVG, to be in the page as it is: laid out
// for a wide page and for a narrow one. The page shows one of them, so that the
// other isn't read out.
type Drawing struct{ Wide, Narrow []byte }

// Render writes the document as HTML. drawings holds each figure's by the
// figure's ID. It fails when a drawing is missing or a footnote's mark has no
// note.
func Render(doc *document.Document, drawings map[string]Drawing) ([]byte, error) {
	w := &writer{meta: &doc.Meta, drawings: drawings, marks: map[*document.Note][]bool{}}
	cover, err := coverNotes(w, doc.Meta.CoverNotes)
	if err != nil {
		return nil, fmt.Errorf("write HTML: cover: %w", err)
	}
	w.Grow(usualContent)
	opening := 0 // where the first chapter ends
	for i, s := range doc.Sections {
		if err := w.section(s); err != nil {
			return nil, fmt.Errorf("write HTML: %w", err)
		}
		if i == 0 {
			opening = w.Len()
		}
	}
	if err := w.notes(doc.Notes); err != nil {
		return nil, fmt.Errorf("write HTML: %w", err)
	}
	style, err := styleOf(doc)
	if err != nil {
		return nil, fmt.Errorf("write HTML: %w", err)
	}
	shell, err := shellOf(doc)
	if err != nil {
		return nil, fmt.Errorf("write HTML: %w", err)
	}
	facts, err := linkedData(doc)
	if err != nil {
		return nil, fmt.Errorf("write HTML: %w", err)
	}
	p := &page{
		Meta: inWords(doc.Meta), own: &doc.Meta,
		Logo: pictureOf(doc.Meta.Brand.Logo), CoverPicture: pictureOf(doc.Meta.Brand.Cover),
		Style:      template.CSS(style),
		CoverNotes: cover,
		Contents:   template.HTML(contents(doc)),
		Body:       template.HTML(w.String()),
		Opening:    template.HTML(w.String()[:opening]),
		Rest:       template.HTML(w.String()[opening:]),
		Shapes:     template.HTML(w.shapes()),
		Facts:      template.HTML(facts),
	}
	p.Date, _ = day(&doc.Meta)
	p.State, p.StateLang = state(&doc.Meta)
	_, p.WatermarkLang = doc.Meta.Own(doc.Meta.Watermark)
	out := bounded{most: p.most()}
	out.Grow(len(facts) + w.Len() + len(style) + 16<<10)
	err = shell.Execute(&out, p)
	if _, replaced := doc.Templates[templates.Page]; replaced {
		if err == nil {
			err = p.keeps(doc, out.Bytes())
		} else {
			err = &source.InputError{Problems: []*source.Problem{templates.PageProblem(err)}}
		}
	}
	if err != nil {
		return nil, fmt.Errorf("write HTML: %w", err)
	}
	return out.Bytes(), nil
}

// most is how large a page can become: as much of each part as any page needs.
func (p *page) most() int {
	n := len(p.Style) + 4*len(p.Contents) + len(p.Body) + len(p.Shapes) + len(p.Facts)
	for _, picture := range []*picture{p.Logo, p.CoverPicture} {
		if picture != nil {
			n += 2 * len(picture.Source)
		}
	}
	return n + 1<<20
}

// bounded is a buffer that takes no more than most bytes.
type bounded struct {
	bytes.Buffer
	most int
}

var errTooLarge = errors.New("the page becomes far larger than its parts")

func (b *bounded) Write(p []byte) (int, error) {
	if b.Len()+len(p) > b.most {
		return 0, errTooLarge
	}
	return b.Buffer.Write(p)
}

// styleOf is the style, the project's own where it has one, with what the brand
// adds.
func styleOf(doc *document.Document) ([]byte, error) {
	style, replaced := doc.Templates[templates.Style]
	if !replaced {
		own, err := templates.Own(templates.Style)
		if err != nil {
			return nil, err
		}
		style = string(own)
	}
	if replaced {
		var ids []string
		w := document.Walker{Section: func(s *document.Section) error {
			ids = append(ids, s.ID)
			return nil
		}}
		_ = w.Walk(doc) // the function doesn't fail
		if problems := templates.StyleProblems(style, ids...); len(problems) > 0 {
			return nil, &source.InputError{Problems: problems}
		}
	}
	brand, err := brandStyle(doc.Meta.Brand)
	if err != nil {
		return nil, err
	}
	fonts, err := fontStyle(doc)
	if err != nil {
		return nil, err
	}
	all := [][]byte{[]byte(style)}
	for _, more := range []struct {
		file   string
		wanted bool
	}{{"html/large.css", doc.Meta.Large}, {"html/rtl.css", shaping.RightToLeft(doc.Meta.Language)}} {
		if more.wanted {
			css, err := templates.HTML.ReadFile(more.file)
			if err != nil {
				return nil, err
			}
			all = append(all, css)
		}
	}
	return slices.Concat(append(all, brand, fonts)...), nil
}

// shellOf is the page to fill in, the project's own where it has one.
func shellOf(doc *document.Document) (*template.Template, error) {
	text, replaced := doc.Templates[templates.Page]
	if !replaced {
		return base()
	}
	shell, err := templates.ParsePage(text)
	if err != nil {
		return nil, &source.InputError{Problems: []*source.Problem{templates.PageProblem(err)}}
	}
	return shell, nil
}

var base = sync.OnceValues(func() (*template.Template, error) {
	return template.ParseFS(templates.HTML, "html/"+templates.Page)
})

func coverNotes(w *writer, notes []document.Inlines) ([]template.HTML, error) {
	var out []template.HTML
	for _, n := range notes {
		start := w.Len()
		rtl := n.RightToLeft()
		if rtl { // the paragraph itself is the page's
			w.raw(`<span class="rtl" dir="rtl">`)
		}
		if err := w.inlines(n); err != nil {
			return nil, err
		}
		if rtl {
			w.raw("</span>")
		}
		out = append(out, template.HTML(w.String()[start:]))
	}
	w.Reset()
	return out, nil
}

// contents lists the chapters and the sections below them.
func contents(doc *document.Document) string {
	w := &writer{meta: &doc.Meta}
	_, lang := doc.Meta.Own("Contents")
	if lang != "" { // which the element around the list is marked with, for its name
		lang = doc.Meta.Language
	}
	w.raw("<ol", langOf(lang), ">\n")
	for _, s := range doc.Sections {
		w.raw("<li>")
		w.contentsEntry(s.ID, s.Title, s.Lang)
		if len(s.Sections) > 0 {
			w.raw("\n<ol>\n")
			for _, sub := range s.Sections {
				w.raw("<li>")
				w.contentsEntry(sub.ID, sub.Title, sub.Lang)
				w.raw("</li>\n")
			}
			w.raw("</ol>\n")
		}
		w.raw("</li>\n")
	}
	if len(doc.Notes) > 0 {
		w.raw("<li>")
		title, lang := doc.Meta.Own(notesTitle)
		w.contentsEntry(prefix+"notes", title, lang)
		w.raw("</li>\n")
	}
	w.raw("</ol>\n")
	return w.String()
}

func (w *writer) contentsEntry(id, title, lang string) {
	w.raw(`<a href="#`)
	w.text(id)
	w.raw(`"`, langOf(lang), ">")
	w.words(title)
	w.raw("</a>")
}

// section writes a section and those in it; a section's heading is one level
// below its own, under the title's h1.
func (w *writer) section(s *document.Section) error {
	w.raw(`<section id="`)
	w.text(s.ID)
	if s.OnePage {
		w.raw(`" class="one-page`)
	}
	w.raw("\">\n")
	w.heading(s.Level+1, s.Title, s.Lang)
	if err := w.blocks(s.Blocks); err != nil {
		return fmt.Errorf("section %q: %w", s.Title, err)
	}
	for _, sub := range s.Sections {
		if err := w.section(sub); err != nil {
			return err
		}
	}
	w.raw("</section>\n")
	return nil
}

func (w *writer) heading(level int, title, lang string) {
	tag := headingTag(level)
	w.raw("<", tag, langOf(lang), ">")
	w.words(title)
	w.raw("</", tag, ">\n")
}

func headingTag(level int) string { return fmt.Sprintf("h%d", level) }

const notesTitle = "Notes"

// notes writes the footnotes. Each has a way back to each of its marks; the style
// shows only the one to the mark that was followed, and else the first, so that a
// reader has one way back: to where they came from.
func (w *writer) notes(notes []*document.Note) error {
	if len(notes) == 0 {
		return nil
	}
	w.raw(`<section id="`, prefix, "notes\">\n")
	title, lang := w.meta.Own(notesTitle)
	w.heading(2, title, lang)
	w.raw("<ol>\n")
	// A note's own marks, if it has any, come after its back-links are written.
	marks := make([][]bool, len(notes))
	for i, n := range notes {
		marks[i] = slices.Clone(w.marks[n])
	}
	for i, n := range notes {
		w.raw(`<li id="`, prefix, "note-")
		w.text(n.ID)
		w.raw(`">`)
		// What is folded up is a bad place to be sent to.
		shown := max(slices.Index(marks[i], false), 0)
		for k := range marks[i] {
			w.backLink(n, k+1, k == shown)
		}
		if err := w.inlines(n.Content); err != nil {
			return fmt.Errorf("note %q: %w", n.ID, err)
		}
		w.raw("</li>\n")
	}
	w.raw("</ol>\n</section>\n")
	return nil
}

// backLink leads from a note to its k-th mark, which leads to it.
func (w *writer) backLink(note *document.Note, k int, shown bool) {
	class := "back"
	if !shown {
		class += " other"
	}
	w.raw(`<a class="`, class, `" id="`, noteID(note, k), `" href="#`, markID(note, k), `">↑`)
	words, lang := w.meta.Own("Back to where note {number} is marked", note.Number)
	w.raw(`<span class="vh"`, langOf(lang), "> ")
	w.text(words)
	w.raw("</span></a> ")
}

// markID is the id of a note's k-th mark, noteID where in the note that leads.
func markID(n *document.Note, k int) string {
	return fmt.Sprintf("%smark-%s-%d", prefix, escape(n.ID), k)
}

func noteID(n *document.Note, k int) string {
	return fmt.Sprintf("%snote-%s-%d", prefix, escape(n.ID), k)
}

// shapes are the statuses' shapes that the report uses, once.
func (w *writer) shapes() string {
	var out writer
	for _, s := range slices.Sorted(maps.Keys(w.used)) {
		out.raw(`<symbol id="`, prefix, string(s), `" viewBox="0 0 16 16">`, shapes[s], "</symbol>\n")
	}
	for _, id := range slices.Sorted(maps.Keys(w.signs)) {
		out.raw(`<symbol id="`, id, `" viewBox="0 0 16 16">`, w.signs[id], "</symbol>\n")
	}
	return out.String()
}
