package html

import (
	"html/template"
	"time"

	"apr/internal/document"
	"apr/internal/shaping"
)

// page is what the shell is filled with.
type page struct {
	// Meta has the state and the watermark in the report's language; own has all apr's words.
	Meta document.Meta
	own  *document.Meta
	// State is what the cover says of the report's state.
	State string
	// These are the languages of the state and of the watermark where they aren't the report's.
	StateLang, WatermarkLang string

	Date         string
	Logo         *picture
	CoverPicture *picture
	Style        template.CSS
	CoverNotes   []template.HTML
	Contents     template.HTML
	Body         template.HTML
	// Opening and Rest are the body in two: its first chapter, and all after it.
	Opening, Rest template.HTML
	Shapes        template.HTML
	Facts         template.HTML
}

// Direction is rtl where the report's language is written from right to left.
func (p *page) Direction() string {
	if shaping.RightToLeft(p.own.Language) {
		return "rtl"
	}
	return ""
}

// Word is a word of the page's own in the report's language, or marked as in its own.
func (p *page) Word(english string) template.HTML {
	return p.inLanguage(p.own.Own(english))
}

func (p *page) inLanguage(words, lang string) template.HTML {
	w := &writer{meta: p.own}
	w.foreign(words, lang)
	return template.HTML(w.String())
}

// Label is a name of an element for programs that read aloud, with the element's language
// where that isn't the report's.
func (p *page) Label(english string) template.HTMLAttr {
	words, lang := p.own.Own(english)
	return template.HTMLAttr(`aria-label="` + escape(words) + `"` + langOf(lang))
}

// Language marks what is in the report's language within an element that Label marks as in
// another.
func (p *page) Language(english string) template.HTMLAttr {
	if _, lang := p.own.Own(english); lang != "" {
		return template.HTMLAttr(langOf(p.own.Language))
	}
	return ""
}

// Files says in which other formats the report is, with links to them.
func (p *page) Files() (template.HTML, error) {
	var files document.Inlines
	for i, f := range p.own.Files {
		if i > 0 {
			files = append(files, &document.Text{Text: ", "})
		}
		files = append(files, &document.Link{URL: f.Name, Content: p.own.OwnLine(f.Title)})
	}
	w := &writer{meta: p.own}
	err := w.inlines(p.own.OwnLine("Also as {files}", files))
	return template.HTML(w.String()), err
}

// MadeWith names the program.
func (p *page) MadeWith() template.HTML {
	return p.inLanguage(p.own.Own("Made with {program}.", p.own.Generator))
}

// Day is the day of the report, written out.
func (p *page) Day() template.HTML { return p.inLanguage(day(p.own)) }

// inWords is what a page says of a report, its state and watermark in the report's
// language.
func inWords(m document.Meta) document.Meta {
	m.State, m.Watermark = m.Said(m.State), m.Said(m.Watermark)
	return m
}

// state is the cover's word for the report's state; a watermark makes it
// needless.
func state(m *document.Meta) (words, lang string) {
	if m.State == "" || m.Watermark != "" {
		return "", ""
	}
	switch m.State {
	case "Draft":
		return m.Own("Draft report")
	case "Provisional":
		return m.Own("Provisional report")
	}
	return m.State + " report", m.OwnLanguage
}

// day is the day of a report as 1 July 2026, and anything but YYYY-MM-DD as it is.
func day(m *document.Meta) (words, lang string) {
	t, err := time.Parse(time.DateOnly, m.Date)
	if err != nil {
		return m.Date, ""
	}
	return m.Own("{day} {month} {year}", t.Day(), m.Said(t.Month().String()), t.Year())
}
