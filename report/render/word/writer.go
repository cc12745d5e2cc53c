package word

import (
	"cmp"
	"strconv"
	"strings"
	"unicode"

	"apr/internal/document"
	"apr/internal/shaping"
)

// writer writes blocks into a part of a file: the main part or the footnotes. It
// writes any blocks, a report's or others.
type writer struct {
	markup
	file      *file
	relations *relations
	drawings  map[string]Drawing
	// note is the note that is being written, nil in the main part; see notes.go.
	note *noteWriter
	// form is the text of a form that is being written, nil elsewhere; see form.go.
	form *formWriter

	// Where the writer is: what the next paragraphs are in.
	base     string // the style of plain paragraphs, "" for Normal
	style    string // the style of the paragraph being written
	box      *box
	indent   int    // of the text, in twips, as far as lists and definitions go
	margin   int    // where the text begins beside pictures of ideas, in twips
	together bool   // paragraphs stay on the page of what follows
	levels   int    // of lists around it
	item     string // the number properties of the next paragraph, an item's first
	// repeated is true of what is printed a second time, such as the row heads of a
	// table's next part.
	repeated bool

	afterTable bool
	// afterBox is the look of the box that has just ended: Word would make one box of it
	// and another of the same look.
	afterBox *box
	// floating is true while text may flow around a picture.
	floating bool
	page     page
	// properties is where the properties of the last paragraph end if nothing
	// is after that paragraph, else 0: a section's end goes there.
	properties int
}

// paragraph is how a paragraph is set beyond its style.
type paragraph struct {
	style    string
	keepNext bool
	rtl      bool
	align    string // "", "right" or "center"
	before   int    // space above, in twips, in place of the style's
	after    int    // space below in the same way
	newPage  bool   // begins a page
	outline  int    // its level as a heading, from 1; 0 leaves it to the style
	frame    string // the properties of its frame, "" for none
	exactly  int    // how high its line is, in twips; 0 leaves it to the style
}

// paragraph writes a paragraph and what is in it. Where the blocks are, in a
// box, an item, or further in, is added to its properties, in the order that the
// schema wants.
func (w *writer) paragraph(p paragraph, content func() error) error {
	w.style = p.style
	w.raw("<w:p><w:pPr>")
	if p.style != "" {
		w.raw(`<w:pStyle w:val="`, p.style, `"/>`)
	}
	if p.keepNext || w.together {
		w.raw("<w:keepNext/>")
	}
	if w.together {
		w.raw("<w:keepLines/>")
	}
	if p.newPage {
		w.raw("<w:pageBreakBefore/>")
	}
	w.raw(p.frame)
	item := w.item
	w.raw(item)
	w.item = ""
	boxed := w.box != nil && p.style != w.box.style && p.style != w.box.title
	if boxed {
		w.raw(w.box.properties())
	}
	if p.rtl {
		w.raw("<w:bidi/>")
	}
	if w.afterTable && p.before == 0 && !spaced[p.style] {
		p.before = 200
	}
	w.afterTable, w.afterBox = false, nil
	if p.exactly > 0 {
		w.raw(`<w:spacing w:before="0" w:after="0" w:line="`)
		w.number(p.exactly)
		w.raw(`" w:lineRule="exact"/>`)
	} else {
		w.spacing(p.before, p.after)
	}
	tab := w.indentation(item != "", boxed)
	if p.align != "" {
		w.raw(`<w:jc w:val="`, p.align, `"/>`)
	}
	if p.outline > 0 {
		w.raw(`<w:outlineLvl w:val="`, strconv.Itoa(p.outline-1), `"/>`)
	}
	end := len(w.buf)
	w.raw("</w:pPr>")
	if tab {
		w.raw("<w:r><w:tab/></w:r>")
	}
	if err := content(); err != nil {
		return err
	}
	w.raw("</w:p>\n")
	w.properties = end
	return nil
}

// indentation writes how far a paragraph is indented. In a box each begins at the
// box's edge, from where the edge is drawn, and what is further in is to have
// a tab first.
func (w *writer) indentation(isItem, boxed bool) (tab bool) {
	const left, right = 227, 200 // of a box's text
	switch {
	case boxed:
		w.raw(`<w:ind w:left="`)
		w.number(left + w.indent)
		w.raw(`" w:right="`)
		w.number(right)
		if w.indent > 0 {
			w.raw(`" w:hanging="`)
			w.number(w.indent)
		}
		w.raw(`"/>`)
		return w.indent > 0 && !isItem
	case w.margin > 0:
		w.raw(`<w:ind w:left="`)
		w.number(w.margin + w.indent)
		if isItem {
			w.raw(`" w:hanging="`)
			w.number(listIndent)
		}
		w.raw(`"/>`)
	case w.indent > 0 && !isItem: // of an item the level says it
		w.raw(`<w:ind w:left="`)
		w.number(w.indent)
		w.raw(`"/>`)
	}
	return false
}

// spacing writes the space above and below a paragraph where it isn't the style's.
func (w *writer) spacing(before, after int) {
	if before == 0 && after == 0 {
		return
	}
	w.raw("<w:spacing")
	if before != 0 {
		w.raw(` w:before="`)
		w.number(before)
		w.raw(`"`)
	}
	if after != 0 {
		w.raw(` w:after="`)
		w.number(after)
		w.raw(`"`)
	}
	w.raw("/>")
}

// spaced are the styles that have space above them.
var spaced = map[string]bool{
	"Heading1": true, "Heading2": true, "Heading3": true, "Heading4": true, "Heading5": true,
	"Caption": true, "TableNote": true, "CalloutTitle": true, "WarningTitle": true, "CaseStudyTitle": true, "SpotlightTitle": true,
}

// line writes a paragraph of inlines.
func (w *writer) line(p paragraph, is document.Inlines) error {
	is = w.commented(is)
	p.rtl = is.RightToLeft()
	return w.paragraph(p, func() error { return w.inlines(is, format{}) })
}

// words writes a paragraph of plain text.
func (w *writer) words(p paragraph, text, lang string) error {
	return w.line(p, document.Inlines{&document.Text{Text: text, Lang: lang}})
}

// format is how a run looks beyond its paragraph.
type format struct {
	style        string // a character style
	bold, italic bool
	lang         string
	font         string // where the text's script isn't one of the file's own font
	linked       bool   // within a link
}

// run writes text.
func (w *writer) run(text string, f format) {
	if text == "" {
		return
	}
	if font := w.file.fonts.Setting(text, cmp.Or(f.lang, w.file.meta.Language)); font != nil {
		f.font = font.Family
	}
	if f.lang == "" && w.file.rightToLeft() && !isFigure(text) {
		f.lang = w.file.meta.Language
	}
	w.raw("<w:r>")
	w.runProperties(f)
	w.raw(`<w:t xml:space="preserve">`)
	w.text(text)
	w.raw("</w:t></w:r>")
}

// isFigure reports whether a text has digits and no letters: such text runs from left to
// right everywhere.
func isFigure(text string) bool {
	return strings.ContainsFunc(text, unicode.IsDigit) && !strings.ContainsFunc(text, unicode.IsLetter)
}

// runProperties writes how a run looks; a run that is both strong and emphasised,
// or in another style too, has the style and the looks next to it.
func (w *writer) runProperties(f format) {
	style := f.style
	bold, italic := f.bold, f.italic
	if style == "" && bold {
		style, bold = "Strong", false
	}
	if style == "" && italic {
		style, italic = "Emphasis", false
	}
	if style == "" && !bold && !italic && f.lang == "" && f.font == "" {
		return
	}
	w.raw("<w:rPr>")
	if style != "" {
		w.raw(`<w:rStyle w:val="`, style, `"/>`)
	}
	if f.font != "" {
		font := escape(f.font)
		w.raw(`<w:rFonts w:ascii="`, font, `" w:hAnsi="`, font, `" w:eastAsia="`, font, `" w:cs="`, font, `"/>`)
	}
	if bold {
		w.raw("<w:b/><w:bCs/>")
	}
	if italic {
		w.raw("<w:i/><w:iCs/>")
	}
	w.language(f.lang)
	w.raw("</w:rPr>")
}

// language writes a passage's: Word keeps a language each for Latin letters, for
// those of East Asia and for those that run from right to left.
func (w *writer) language(lang string) {
	if lang == "" {
		return
	}
	tag := escape(lang)
	switch base, _, _ := strings.Cut(strings.ToLower(lang), "-"); {
	case shaping.RightToLeft(lang):
		w.raw(`<w:rtl/><w:lang w:bidi="`, tag, `"/>`)
	case base == "zh" || base == "ja" || base == "ko":
		w.raw(`<w:lang w:val="`, tag, `" w:eastAsia="`, tag, `"/>`)
	default:
		w.raw(`<w:lang w:val="`, tag, `"/>`)
	}
}

// marked writes what is in a bookmark.
func (w *writer) marked(name string, content func() error) error {
	w.file.marked++
	id := w.file.marked
	w.raw(`<w:bookmarkStart w:id="`)
	w.number(id)
	w.raw(`" w:name="`, name, `"/>`)
	err := content()
	w.raw(`<w:bookmarkEnd w:id="`)
	w.number(id)
	w.raw(`"/>`)
	return err
}

// field writes a field and what it shows until Word works it out again.
func (w *writer) field(instruction, shown string, f format) {
	w.raw("<w:r>")
	w.runProperties(f)
	w.raw(`<w:fldChar w:fldCharType="begin"/></w:r><w:r>`)
	w.runProperties(f)
	w.raw(`<w:instrText xml:space="preserve"> `)
	w.text(instruction)
	w.raw(` </w:instrText></w:r><w:r>`)
	w.runProperties(f)
	w.raw(`<w:fldChar w:fldCharType="separate"/></w:r>`)
	w.run(shown, f)
	w.raw("<w:r>")
	w.runProperties(f)
	w.raw(`<w:fldChar w:fldCharType="end"/></w:r>`)
}
