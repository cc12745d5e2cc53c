package word

import (
	"encoding/xml"
	"fmt"
	"strconv"
	"strings"

	"apr/internal/document"
)

// A Form is a Word file in which people write texts of a report. Each text is in a
// content control between two locked lines: the key line, which says which text it is,
// and a line at its end. Three things say so, because programs keep different ones: the
// control's tag, a bookmark around the text, and the key line.
type Form struct {
	Meta document.Meta
	// Opening says how to write in the file, and is locked.
	Opening []document.Block
	Texts   []FormText
}

// FormText is a text in a form.
type FormText struct {
	// ID is short and has small letters and digits alone.
	ID string
	// Group is the heading under which the text is with those that have the same,
	// Title its own.
	Group, Title string
	// Above is what helps to write it, and is locked.
	Above []document.Block
	Parts []FormPart
	// Key is the text's name in the project, Entry which entry of a list it is of, and
	// Hash and Markdown what goes out.
	Key, Entry, Hash, Markdown string
	// Comments are beside the text until somebody resolves them.
	Comments []Comment
}

// FormPart is a block, or a heading where Heading isn't empty; its level counts from 1,
// below the text's own title.
type FormPart struct {
	Block   document.Block
	Heading string
	Level   int
	Lang    string
}

// Tags of a form's controls, and names of its styles.
const (
	TextTag  = "apr-"       // before the text's ID
	AboutTag = "apr.locked" // what is apr's, and no text
	// BookmarkPrefix is before the ID in the name of a text's bookmark; behind it,
	// for a figure, the figure's number in the text.
	BookmarkPrefix = "apr_"
	KeyLineStyle   = "KeyLine"
	TextEndStyle   = "TextEnd"
	// PartNamespace is of the part that says what went out.
	PartNamespace = "urn:apr:words:1"
	// HeadingsBelow is the level of a text's own title.
	HeadingsBelow = 2
)

// keyLine is the line that says which text follows.
func keyLine(id, key, hash string) string {
	return fmt.Sprintf("Text apr-%s · %s · %s", id, key, hash[:min(12, len(hash))])
}

// boundFigure is a figure that was written in a control of its own.
type boundFigure struct{ shows, reference string }

// formWriter is what a writer knows of the text that it is in.
type formWriter struct {
	id      string
	figures []boundFigure
	// comments are those whose place is looked for, words all of the text's.
	comments []*commentPlace
	words    string
}

// RenderForm is the form as a Word file. The same form gives the same bytes.
func RenderForm(form *Form) ([]byte, error) {
	out, err := renderForm(form)
	if err != nil {
		return nil, fmt.Errorf("write Word: %w", err)
	}
	return out, nil
}

func renderForm(form *Form) ([]byte, error) {
	f := newFile(form.Meta)
	for _, p := range []string{"styles", "numbering", "settings", "footnotes"} {
		f.body.add(p, p+".xml")
	}
	f.body.add("customXml", "../customXml/item1.xml")
	w := &writer{file: f, relations: &f.body, page: page{turned: true}}
	sent := &markup{}
	sent.raw(declaration, `<texts xmlns="`, PartNamespace, `" authority="`, exact(form.Meta.Authority), `" year="`, exact(form.Meta.Year), `">`, "\n")
	w.raw(declaration, "<w:document ", namespaces, "><w:body>\n")
	if err := w.title("Title", form.Meta.Title, false); err != nil {
		return nil, err
	}
	if err := w.locked("How to write here", form.Opening); err != nil {
		return nil, fmt.Errorf("how to write here: %w", err)
	}
	group := ""
	for _, t := range form.Texts {
		if t.Group != group {
			group = t.Group
			if err := w.title("Heading1", group, true); err != nil {
				return nil, err
			}
		}
		if err := w.formText(t, sent); err != nil {
			return nil, fmt.Errorf("text %s: %w", t.Key, err)
		}
	}
	sent.raw("</texts>\n")
	w.sectionProperties()
	w.raw("\n</w:body></w:document>\n")
	main := part{"word/document.xml", wordType + "document.main+xml", w.buf}
	footnotes, err := f.footnotesPart()
	if err != nil {
		return nil, err
	}
	comments := f.commentParts()
	if f.parts, err = f.frame(main, footnotes); err != nil {
		return nil, err
	}
	f.parts = append(append(f.parts, comments...), part{name: "customXml/item1.xml", data: sent.buf},
		part{"customXml/itemProps1.xml", "application/vnd.openxmlformats-officedocument.customXmlProperties+xml", []byte(itemProperties)},
		part{name: "customXml/_rels/item1.xml.rels", data: []byte(itemRelations)})
	return f.save()
}

// What belongs to the part that says what went out.
const (
	itemProperties = declaration + `<ds:datastoreItem xmlns:ds="http://schemas.openxmlformats.org/officeDocument/2006/customXml" ds:itemID="{6D2F3A52-7B1C-4C59-9A40-5E0E7D1B6A31}">` +
		`<ds:schemaRefs><ds:schemaRef ds:uri="` + PartNamespace + `"/></ds:schemaRefs></ds:datastoreItem>` + "\n"
	itemRelations = declaration + `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">` +
		`<Relationship Id="rId1" Type="` + officeRelations + `customXmlProps" Target="itemProps1.xml"/></Relationships>` + "\n"
)

// formText writes a text with what is around it, and notes what went out.
func (w *writer) formText(t FormText, sent *markup) error {
	if err := w.title("Heading"+strconv.Itoa(HeadingsBelow), t.Title, false); err != nil {
		return err
	}
	if err := w.locked("About this text", t.Above); err != nil {
		return err
	}
	w.form = &formWriter{id: t.ID}
	// The key line stands within the text's control: LibreOffice makes one run of what a
	// control begins with, and that isn't to be the text's first words.
	err := w.control(TextTag+t.ID, t.Title, "sdtLocked", func() error {
		err := w.control(AboutTag, t.Title, "sdtContentLocked", func() error {
			return w.words(paragraph{style: KeyLineStyle, keepNext: true}, keyLine(t.ID, t.Key, t.Hash), "")
		})
		if err != nil {
			return err
		}
		for _, c := range t.Comments {
			w.form.comments = append(w.form.comments, w.file.register(c))
		}
		w.form.words = wordsIn(t.Parts)
		return w.marked(BookmarkPrefix+t.ID, func() error { return w.formParts(t.Parts) })
	})
	figures, left := w.form.figures, w.leftComments()
	w.form = nil
	if err != nil {
		return err
	}
	noteSent(sent, t, figures)
	return w.control(AboutTag, t.Title, "sdtContentLocked", func() error {
		return w.line(paragraph{style: TextEndStyle}, append(document.Plain("End of the text"), left...))
	})
}

// title writes a heading of the form's own, which is locked.
func (w *writer) title(style, text string, newPage bool) error {
	return w.control(AboutTag, text, "sdtContentLocked", func() error { return w.words(paragraph{style: style, newPage: newPage}, text, "") })
}

// formParts write a text; one that is empty has a paragraph to write in, and one that
// ends with a table has one after it.
func (w *writer) formParts(parts []FormPart) error {
	w.properties = 0
	for _, p := range parts {
		var err error
		if p.Heading != "" {
			err = w.words(paragraph{style: "Heading" + strconv.Itoa(min(HeadingsBelow+p.Level, 4))}, p.Heading, p.Lang)
		} else {
			err = p.Block.Accept(w)
		}
		if err != nil {
			return err
		}
	}
	if w.properties == 0 {
		return w.line(paragraph{}, nil)
	}
	return nil
}

// locked writes blocks that can be read and not changed.
func (w *writer) locked(title string, blocks []document.Block) error {
	if len(blocks) == 0 {
		return nil
	}
	return w.control(AboutTag, title, "sdtContentLocked", func() error {
		err := w.within("Guidance", blocks)
		if err == nil && w.properties == 0 {
			err = w.line(paragraph{style: "Guidance"}, nil)
		}
		return err
	})
}

// control writes a content control around paragraphs.
func (w *writer) control(tag, title, lock string, content func() error) error {
	w.controlProperties(tag, title, lock)
	err := content()
	w.raw("</w:sdtContent></w:sdt>\n")
	w.properties = 0 // no section ends within a control
	return err
}

// mostTitle is how many characters Word takes for a control's title or tag.
const mostTitle = 64

func (w *writer) controlProperties(tag, title, lock string) {
	w.file.controls++
	w.raw(`<w:sdt><w:sdtPr><w:alias w:val="`)
	runes := []rune(title)
	w.text(string(runes[:min(len(runes), mostTitle)]))
	w.raw(`"/><w:tag w:val="`)
	w.text(tag)
	w.raw(`"/><w:id w:val="`)
	w.number(w.file.controls)
	w.raw(`"/><w:lock w:val="`, lock, `"/></w:sdtPr><w:sdtContent>`)
}

// bound writes a figure in a control that shows its value, which can be moved and
// deleted and not changed, and in a bookmark.
func (w *inlineWriter) bound(i *document.Datum) error {
	w.form.figures = append(w.form.figures, boundFigure{i.Display, i.ID})
	name := fmt.Sprintf("%s_%d", w.form.id, len(w.form.figures))
	return w.marked(BookmarkPrefix+name, func() error {
		w.controlProperties(TextTag+name, i.ID, "contentLocked")
		f := w.format
		if f.style == "" && strings.HasPrefix(i.ID, "<") {
			f.style = "Remark"
		}
		w.run(i.Display, f)
		w.raw("</w:sdtContent></w:sdt>")
		return nil
	})
}

// noteSent writes what went out into the part that nobody sees.
func noteSent(x *markup, t FormText, figures []boundFigure) {
	attribute := func(name, value string) {
		x.raw(" ", name, `="`, exact(value), `"`)
	}
	x.raw("<text")
	for _, a := range [][2]string{{"id", t.ID}, {"key", t.Key}, {"entry", t.Entry}, {"title", t.Title}, {"sha256", t.Hash}} {
		attribute(a[0], a[1])
	}
	x.raw("><markdown>", exact(t.Markdown), "</markdown>")
	for _, f := range figures {
		x.raw("<figure")
		attribute("shows", f.shows)
		x.raw(">", exact(f.reference), "</figure>")
	}
	for _, c := range t.Comments {
		x.raw("<comment")
		attribute("id", c.ID)
		x.raw("/>")
	}
	x.raw("</text>\n")
}

// exact is text as XML that is read as it was, line ends too.
func exact(s string) string {
	var b strings.Builder
	_ = xml.EscapeText(&b, []byte(s)) // a Builder doesn't fail
	return b.String()
}
