package pdf

import (
	"cmp"
	"errors"
	"fmt"
	"strings"

	"apr/internal/document"
	"apr/internal/tagpdf"
	"apr/report/render/sign"
)

// span is an inline structure element: what makes a stretch of text more than
// text. It may be drawn in parts, on several lines and pages.
type span struct {
	role    tagpdf.Role
	options []tagpdf.Option
	uri     string // a link to an address
	target  string // or to a destination in the document
	words   string // what the link says of itself
	element *tagpdf.Element
}

// run is text in one style within the same spans, outermost first.
type run struct {
	style
	rise  float64 // above the baseline
	spans []*span
	shape document.Status // a status mark in place of text
	sign  *sign.Sign      // or a sign
}

// link is the link that the run is part of, nil when it is in none.
func (r *run) link() *span {
	for _, s := range r.spans {
		if s.role == tagpdf.Link {
			return s
		}
	}
	return nil
}

// setter turns inlines into atoms: it is where every text of the document
// passes on its way to the page.
type setter struct {
	r     *renderer
	base  style
	spans []*span
	atoms []atom
	plain bool // leave Strong and Emphasis out of the tags, as in a heading
	run   *run // for text straight in the current spans
	// passage is the text in another language that was set last, which goes on
	// in the same element.
	passage     *span
	passageLang string
}

// set is a line of inlines as atoms.
func (r *renderer) set(is document.Inlines, s style) ([]atom, error) {
	return r.setWith(is, s, false)
}

func (r *renderer) setWith(is document.Inlines, s style, plain bool) ([]atom, error) {
	st := &setter{r: r, base: s, plain: plain}
	if err := st.all(is); err != nil {
		return nil, err
	}
	return st.atoms, nil
}

func (st *setter) all(is document.Inlines) error {
	for _, i := range is {
		if t, ok := i.(*document.Text); !ok || t.Lang != st.passageLang {
			st.passage, st.passageLang = nil, ""
		}
		if err := i.Accept(st); err != nil {
			return err
		}
	}
	return nil
}

// within sets inlines inside one more span.
func (st *setter) within(s *span, style style, is document.Inlines) error {
	base, run := st.base, st.run
	st.base, st.run = style, nil
	if s != nil {
		st.spans = append(st.spans[:len(st.spans):len(st.spans)], s)
	}
	err := st.all(is)
	if s != nil {
		st.spans = st.spans[:len(st.spans)-1]
	}
	st.base, st.run = base, run
	st.passage, st.passageLang = nil, ""
	return err
}

func (st *setter) current() *run {
	if st.run == nil {
		st.run = &run{style: st.base, spans: st.spans}
	}
	return st.run
}

// text adds text in a language in the current spans.
func (st *setter) text(s, lang string) error {
	if f := st.r.doc.Fonts.Setting(s, cmp.Or(lang, st.r.doc.Meta.Language)); f != nil {
		return st.shaped(f, s, cmp.Or(lang, st.r.doc.Meta.Language))
	}
	pieces, err := substitute(s)
	if err != nil {
		return err
	}
	for _, p := range pieces {
		u := st.current()
		if p.actual != "" {
			actual := &span{role: tagpdf.Span, options: []tagpdf.Option{tagpdf.ActualText(p.actual)}}
			if p.sign != nil {
				words, lang := st.r.doc.Meta.Own(p.sign.Name)
				actual.options = inLanguage(tagpdf.ActualText, words+strings.TrimPrefix(p.actual, p.sign.Name), lang)
			}
			u = &run{style: st.base, sign: p.sign, spans: append(st.spans[:len(st.spans):len(st.spans)], actual)}
		}
		if p.sign != nil {
			st.atoms = append(st.atoms, atom{run: u, width: u.size * signWidth})
			continue
		}
		st.atoms = appendAtoms(st.atoms, u, p.drawn)
	}
	return nil
}

// inLanguage is an element's option with words, and their language where it isn't the
// document's.
func inLanguage(option func(string) tagpdf.Option, words, lang string) []tagpdf.Option {
	return append([]tagpdf.Option{option(words)}, inLanguageOf(lang)...)
}

// inLanguageOf is an element's option for a language that isn't the document's.
func inLanguageOf(lang string) []tagpdf.Option {
	if lang == "" {
		return nil
	}
	return []tagpdf.Option{tagpdf.Language(lang)}
}

// goTo is what a link within the document says of itself: to which place, in a language, and
// on which page that is, where it is known. All of it is in one language: apr's words are
// left out where they are in another.
func goTo(m *document.Meta, place, placeLang, page string) string {
	row, values, alone := "Go to {place}", []any{place}, place
	if page != "" {
		row, values, alone = "Go to {place}, page {page}", append(values, page), place+", "+page
	}
	if words, lang := m.Own(row, values...); lang == placeLang {
		return words
	}
	return alone
}

// value sets what is in the place of a value: of a dash, what it stands for is read
// out.
func (st *setter) value(is document.Inlines) error {
	marks, absent := is.Absent()
	if !absent {
		return st.all(is)
	}
	words, lang := st.r.doc.Meta.Own(document.NoValue)
	s := &span{role: tagpdf.Span, options: inLanguage(tagpdf.ActualText, words, lang)}
	if err := st.within(s, st.base, document.Plain(document.Dash)); err != nil {
		return err
	}
	return st.all(marks)
}

func (st *setter) Text(i *document.Text) error {
	if i.Lang == "" || i.Lang == st.r.doc.Meta.Language {
		return located(st.text(i.Text, i.Lang), i)
	}
	s := st.passage
	if s == nil {
		s = &span{role: tagpdf.Span, options: []tagpdf.Option{tagpdf.Language(i.Lang)}}
	}
	base, run, spans := st.base, st.run, st.spans
	st.run, st.spans = nil, append(spans[:len(spans):len(spans)], s)
	err := located(st.text(i.Text, i.Lang), i)
	st.base, st.run, st.spans = base, run, spans
	st.passage, st.passageLang = s, i.Lang
	return err
}

// foreign is a line of one text in a language, the document's if it is "".
func foreign(s, lang string) document.Inlines {
	return document.Inlines{&document.Text{Text: s, Lang: lang}}
}

// located says where in the narrative is what the font can't draw.
func located(err error, i *document.Text) error {
	var missing *GlyphError
	if !errors.As(err, &missing) {
		return err
	}
	if missing.font == nil {
		missing.lang = i.Lang
	}
	if i.Position.IsZero() {
		return err
	}
	before, _, _ := strings.Cut(i.Text, missing.Char)
	return missing.At(i.Position.After(before))
}

func (st *setter) Strong(i *document.Strong) error {
	if st.plain {
		return st.within(nil, st.base.bold(), i.Content)
	}
	return st.within(&span{role: tagpdf.Strong}, st.base.bold(), i.Content)
}

func (st *setter) Emphasis(i *document.Emphasis) error {
	s := st.base
	if s.font == tagpdf.Regular {
		s.font = tagpdf.Italic
	}
	if st.plain {
		return st.within(nil, s, i.Content)
	}
	return st.within(&span{role: tagpdf.Em}, s, i.Content)
}

func (st *setter) Link(i *document.Link) error {
	return st.linked(&span{role: tagpdf.Link, uri: i.Address("pdf"), words: i.Content.String()}, i.Content)
}

func (st *setter) Reference(i *document.Reference) error {
	lang := ""
	if len(i.Content) == 1 {
		if t, ok := i.Content[0].(*document.Text); ok {
			lang = t.Lang
		}
	}
	return st.linked(&span{role: tagpdf.Link, options: inLanguageOf(lang), target: i.Target, words: goTo(&st.r.doc.Meta, i.Content.String(), lang, "")}, i.Content)
}

// linked sets the words of a link; a link within a link is only its words.
func (st *setter) linked(s *span, words document.Inlines) error {
	if (&run{spans: st.spans}).link() != nil {
		return st.all(words)
	}
	style := st.base
	if style.colour != white {
		style.colour = blue
	}
	return st.within(s, style, words)
}

// The user properties of a datum's Span, by which a program that reads the file
// knows what is there.
const (
	DatumID     = "Datum"
	DatumValue  = "Value"  // exact
	DatumSource = "Source" // where the inputs have it
)

// Datum keeps the exact value and where it was read next to what is shown.
func (st *setter) Datum(i *document.Datum) error {
	if i.ID == "" {
		return st.all(foreign(i.Display, i.Lang))
	}
	properties := []tagpdf.Property{{Name: DatumID, Value: i.ID}, {Name: DatumValue, Value: i.Value}}
	if !i.Position.IsZero() {
		properties = append(properties, tagpdf.Property{Name: DatumSource, Value: i.Position.String()})
	}
	s := &span{role: tagpdf.Span, options: append(inLanguageOf(i.Lang), tagpdf.Properties(properties...))}
	return st.within(s, st.base, document.Inlines{&document.Text{Text: i.Display}})
}

// noteSize is the size of a note's mark relative to the text around it, leastSize the
// least that anything has.
const noteSize, leastSize = 0.72, 10

// NoteMark sets the note's number, raised, as a link to the note.
func (st *setter) NoteMark(i *document.NoteMark) error {
	n := i.Note
	mark := &span{role: tagpdf.Reference}
	s := st.base
	s.size = max(s.size*noteSize, min(s.size, leastSize))
	if s.colour != white {
		s.colour = blue
	}
	words, lang := st.r.doc.Meta.Own("Note {number}", n.Number)
	link := &span{role: tagpdf.Link, options: inLanguageOf(lang), target: noteDestination(n), words: words}
	spans := append(st.spans[:len(st.spans):len(st.spans)], mark)
	if (&run{spans: st.spans}).link() == nil {
		spans = append(spans, link)
	}
	u := &run{style: s, rise: st.base.size * 0.32, spans: spans}
	a := atom{run: u, text: fmt.Sprintf("[%d]", n.Number), note: n}
	a.width = u.font.Width(u.size, a.text)
	st.atoms = append(st.atoms, a)
	return nil
}

func (st *setter) LineBreak(*document.LineBreak) error {
	if n := len(st.atoms); n > 0 {
		st.atoms[n-1].newline = true
		st.atoms[n-1].breaks = true
		if st.atoms[n-1].space == 0 {
			st.atoms[n-1].space = st.base.font.Width(st.base.size, " ")
		}
	}
	return nil
}

// shape adds a status mark, which an artifact is: the word is next to it.
func (st *setter) shape(s document.Status) {
	u := &run{style: st.base, shape: s}
	st.atoms = append(st.atoms, atom{run: u, width: st.base.size * 1.3})
}
