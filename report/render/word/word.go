// Package word writes a report as a Word file (.docx, the transitional form of
// ECMA-376 that Word 2010 and later read): with the styles, fields, footnotes,
// bookmarks and sections that people who work in Word expect, so that they can go
// on from it, and as Word's accessibility checker wants it.
package word

import (
	"fmt"
	"time"

	"apr/internal/document"
)

// Render is the report as a Word file. The same document gives the same bytes.
// drawings has each figure's chart by the figure's ID. It fails when one is missing
// or a picture isn't one.
func Render(doc *document.Document, drawings map[string]Drawing) ([]byte, error) {
	out, err := render(doc, drawings)
	if err != nil {
		return nil, fmt.Errorf("write Word: %w", err)
	}
	return out, nil
}

func render(doc *document.Document, drawings map[string]Drawing) ([]byte, error) {
	if err := document.Validate(doc); err != nil {
		return nil, fmt.Errorf("the document isn't sound: %w", err)
	}
	f := newFile(doc.Meta)
	f.fonts, f.drawsSigns = doc.Fonts, true
	for _, p := range []string{"styles", "numbering", "settings", "footnotes"} {
		f.body.add(p, p+".xml")
	}
	w := &writer{file: f, relations: &f.body, drawings: drawings}
	if err := w.report(doc); err != nil {
		return nil, err
	}
	main := part{"word/document.xml", wordType + "document.main+xml", w.buf}
	footnotes, err := f.footnotesPart()
	if err != nil {
		return nil, err
	}
	list := f.data.parts()
	if list != nil {
		f.body.add("customXml", "../"+list[0].name)
	}
	f.drawsSigns = false // heads and feet have no relations to pictures
	if f.parts, err = f.frame(main, footnotes); err != nil {
		return nil, err
	}
	f.parts = append(f.parts, list...)
	return f.save()
}

// report writes the main part.
func (w *writer) report(doc *document.Document) error {
	w.raw(declaration, "<w:document ", namespaces, "><w:body>\n")
	if err := w.cover(); err != nil {
		return fmt.Errorf("the cover: %w", err)
	}
	if err := w.contents(doc.Sections); err != nil {
		return fmt.Errorf("the contents: %w", err)
	}
	for _, s := range doc.Sections {
		if err := w.section(s, false); err != nil {
			return err
		}
	}
	if w.properties == 0 { // Word wants a paragraph after a table
		_ = w.paragraph(paragraph{style: "SectionEnd"}, func() error { return nil })
	}
	w.sectionProperties()
	w.raw("\n</w:body></w:document>\n")
	return nil
}

// frame puts what every Word file has around the main part, its footnotes and its
// pictures, in the order in which programs look for them.
func (f *file) frame(main, footnotes part) ([]part, error) {
	pictures := f.parts
	f.parts = nil
	f.furniture()
	furniture := f.parts
	all := []part{
		{name: "_rels/.rels", data: []byte(rootRelations)},
		f.coreProperties(), f.appProperties(), main,
		f.body.part("word/_rels/document.xml.rels"), footnotes,
	}
	if f.notes.count > 0 {
		all = append(all, f.notes.part("word/_rels/footnotes.xml.rels"))
	}
	for _, name := range []string{"styles", "settings"} {
		data, err := f.fill(name + ".xml")
		if err != nil {
			return nil, err
		}
		all = append(all, part{"word/" + name + ".xml", wordType + name + "+xml", data})
	}
	all = append(all, f.numberingPart())
	return append(append(all, furniture...), pictures...), nil
}

const rootRelations = declaration + `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">` +
	`<Relationship Id="rId1" Type="` + officeRelations + `officeDocument" Target="word/document.xml"/>` +
	`<Relationship Id="rId2" Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties" Target="docProps/core.xml"/>` +
	`<Relationship Id="rId3" Type="` + officeRelations + `extended-properties" Target="docProps/app.xml"/></Relationships>` + "\n"

// coreProperties are title, subject, who reports, language, state and day.
func (f *file) coreProperties() part {
	m := f.meta
	x := &markup{}
	x.raw(declaration, `<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">`)
	property := func(tag, attributes, value string) {
		if value == "" {
			return
		}
		x.raw("<", tag, attributes, ">")
		x.text(value)
		x.raw("</", tag, ">")
	}
	property("dc:title", "", title(m))
	property("dc:subject", "", m.Subtitle)
	property("dc:creator", "", m.Authority)
	property("dc:language", "", m.Language)
	property("cp:contentStatus", "", m.Said(m.State))
	if day, err := time.Parse(time.DateOnly, m.Date); err == nil {
		for _, tag := range []string{"dcterms:created", "dcterms:modified"} {
			property(tag, ` xsi:type="dcterms:W3CDTF"`, day.Format(time.RFC3339))
		}
	}
	x.raw("</cp:coreProperties>\n")
	return part{"docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml", x.buf}
}

// appProperties say whose report it is and which program wrote the file.
func (f *file) appProperties() part {
	x := &markup{}
	x.raw(declaration, `<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"><Application>`)
	x.text(f.meta.Generator)
	x.raw("</Application><Company>")
	x.text(f.meta.Authority)
	x.raw("</Company></Properties>\n")
	return part{"docProps/app.xml", "application/vnd.openxmlformats-officedocument.extended-properties+xml", x.buf}
}
